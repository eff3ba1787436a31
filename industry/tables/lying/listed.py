"""The files that make up the tables: their names below a folder, and their stamps. What they say belongs in ``reader``, when they
are read in ``store``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from industry.tables import reader
from industry.tables.lying.under_way import JOURNAL, Stamp
from industry.tables.references import CONFIG

_PASSING = re.compile(r"[.~].*|.*(~|\.tmp|\.temp|\.bak|\.swp|\.part|\.crdownload)", re.IGNORECASE)
_DEPTH = 4


def stamps(folder: Path) -> dict[str, Stamp]:
    """The files that make up the tables, by name."""
    found: dict[str, Stamp] = {}
    for name, path in (*files(folder), (JOURNAL, str(folder / JOURNAL))):
        try:
            now = os.stat(path)
        except OSError:
            continue
        found[name] = (now.st_mtime_ns, now.st_size, now.st_ino, now.st_ctime_ns)
    return found


def files(folder: Path) -> Iterator[tuple[str, str]]:
    """``config.yaml`` and what looks like a table below ``data``, but for what editors leave beside a
    file while it is open. A folder that can't be listed is given as if it were a file."""
    if os.path.lexists(folder / CONFIG):
        yield CONFIG, str(folder / CONFIG)
    waiting = ["data"]
    while waiting:
        inside = waiting.pop()
        try:
            names = sorted(os.listdir(folder / inside))
        except FileNotFoundError:
            continue
        except OSError:
            yield inside, str(folder / inside)
            continue
        for name in names:
            whole = f"{inside}/{name}"
            if _PASSING.fullmatch(name):
                continue
            if reader.concerns(whole):
                yield whole, str(folder / whole)
            elif whole.count("/") < _DEPTH and os.path.isdir(folder / whole):
                waiting.append(whole)
