"""A file written whole or not at all: what stood there before stays where there is no room for the new one."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Raises OSError, and ValueError for a name that no file can have."""
    if (
        path.is_symlink() or path.exists() and not path.is_file()
    ):  # a link stays one, a device has no room to lose
        path.write_bytes(data)
        return
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
