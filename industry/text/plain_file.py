"""The bytes of a file that somebody names: of a device or a pipe, which may never end or never begin, none, and of a file no
more than may be read."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


class NoPlainFile(OSError):
    """It is a device, a pipe or a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EBADF, "no plain file", str(path))


def read(path: Path, most: int | None = None) -> bytes:
    """All, or at most one byte more than ``most``. Raises NoPlainFile and other OSErrors; ValueError for a name that no file can have."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoPlainFile(path)
    with path.open("rb") as file:
        return file.read(-1 if most is None else most + 1)
