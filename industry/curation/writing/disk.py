"""Single files on the disk: written whole beside their place and moved there at once, sure to be there when that is said."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

_TRIES, _PAUSE = 20, 0.05
"""A scanner, or the dashboard that reads, may have a file open for a moment, and Windows then refuses to move or remove it."""


def staged(path: Path, data: bytes) -> Path:
    """A new file beside ``path`` with these bytes, which is to take its place; its name is one that no reader of the tables
    looks at. Raises OSError, and leaves nothing then."""
    part = part_of(path)
    os.makedirs(part.parent, exist_ok=True)
    try:
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            os.chmod(part, os.stat(path).st_mode & 0o777)
    except BaseException:
        dropped(part)
        raise
    return part


def part_of(path: Path) -> Path:
    """Where a file that is to take the place of ``path`` is staged: where a link leads to, which so stays one."""
    path = Path(os.path.realpath(path))
    return path.with_name(f".{path.name}.part")


def placed(part: Path, path: Path) -> None:
    """Moves a staged file to its place. Raises OSError, PermissionError where somebody on Windows has the file open."""
    _tried(lambda: os.replace(part, os.path.realpath(path)))


def _tried(work: Callable[[], None]) -> None:
    for attempt in range(_TRIES):
        try:
            return work()
        except PermissionError:
            if os.name != "nt" or attempt + 1 == _TRIES:
                raise
            time.sleep(_PAUSE)


def put(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises OSError."""
    part = staged(path, data)
    try:
        placed(part, path)
    except BaseException:
        dropped(part)
        raise
    settled(path.parent)


def taken(path: Path) -> None:
    """Takes a file away, if it is there. Raises OSError."""
    with contextlib.suppress(FileNotFoundError):
        _tried(lambda: os.remove(path))


def dropped(part: Path) -> None:
    """Takes away what was only staged; where that can't be done it stays, and harms nobody."""
    with contextlib.suppress(OSError):
        os.remove(part)


def settled(folder: Path) -> None:
    """Has the disk know the names in a folder, as far as the system lets us (Windows does so by itself)."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def bytes_of(path: Path) -> bytes | None:
    """The bytes of a file, None where there is none. Raises OSError."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
