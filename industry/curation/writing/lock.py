"""One curator at a time: a lock of the system's own on a file beside the tables, and a note of who holds it since when.

The system gives the lock back when its holder ends, however it ends; nothing has to be cleared away. On a share it is the
server's: Windows shares (SMB) lock between machines and let go when the holder's machine is gone; so does NFS with its lock
service. Where a file system has no locks at all, a marker file stands in, and a holder on another machine that crashed is
waited for until somebody takes the marker away. Even then nothing is overwritten: before a file is written it is compared
with what was read (``journal``).
"""

from __future__ import annotations

import getpass
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from industry.curation.writing import disk

LOCK = "history/lock"
HOLDER = "history/holder.json"


class HeldError(Exception):
    """Somebody else is at it: ``who`` and ``since``, empty where that isn't known."""

    def __init__(self, who: str = "", since: str = "") -> None:
        super().__init__(who, since)
        self.who, self.since = who, since


def me() -> str:
    """Who this is, as colleagues know them: account and machine."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):
        account = "?"
    return f"{account}@{socket.gethostname()}"


@contextmanager
def held(folder: Path, at: datetime) -> Iterator[None]:
    """Holds the lock of a project's folder. Raises HeldError at once where another has it, OSError where none can be had."""
    path = folder / LOCK
    path.parent.mkdir(exist_ok=True)
    lock = FileLock(str(path), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise HeldError(*_holder(folder)) from None
    try:
        note = json.dumps({"who": me(), "since": f"{at:%Y-%m-%d %H:%M:%S}"}, ensure_ascii=False)
        disk.put(folder / HOLDER, note.encode())
        yield
    finally:
        try:
            disk.dropped(folder / HOLDER)
        finally:
            lock.release()


def _holder(folder: Path) -> tuple[str, str]:
    try:
        told = json.loads((folder / HOLDER).read_bytes())
        return str(told["who"]), str(told["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""
