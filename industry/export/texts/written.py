"""A file written whole or not at all: what stood there before stays where there is no room for the new one, and where two write
it at once the last of them has it. Of one who is killed meanwhile nothing is left behind."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_UNNAMED = getattr(os, "O_TMPFILE", None)
"""Linux keeps a file without a name, which goes with whoever writes it."""


def write(path: Path, data: bytes) -> None:
    """Raises OSError, and ValueError for a name that no file can have."""
    if (
        path.is_symlink() or path.exists() and not path.is_file()
    ):  # a link stays one, a device has no room to lose
        path.write_bytes(data)
        return
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        if not _named_when_whole(part, data):
            part.write_bytes(data)
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _named_when_whole(part: Path, data: bytes) -> bool:
    """Whether the system and the file system of the folder can do that, and have done it."""
    if _UNNAMED is None:
        return False
    try:
        opened = os.open(part.parent, _UNNAMED | os.O_WRONLY, 0o666)
    except OSError:
        return False
    with open(opened, "wb") as file:
        file.write(data)
        file.flush()
        try:
            os.link(f"/proc/self/fd/{opened}", part, src_dir_fd=opened)  # without one links aren't followed
        except OSError:  # no /proc, or a share that knows no links
            return False
    return True
