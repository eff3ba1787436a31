"""The folder in which the office keeps its own texts, and the document of a source in it.

Nothing is written there, and nothing of it anywhere else. Each file is read when it is first asked for, and again
only once it has changed.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from industry.text import document
from industry.text.document import READERS, Document
from industry.text.passage import NotThere, Passage, passage
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation

_State = tuple[int, int]
"""When a file was changed, and its size."""


class Shelf:
    """The documents of one folder, which need not be there unless it is ``named`` by somebody."""

    def __init__(self, folder: Path, named: bool = False) -> None:
        self.folder, self.named = folder, named
        self._read: dict[Path, tuple[_State, Document | Unreadable]] = {}
        self._lock = threading.Lock()

    @property
    def absent(self) -> bool:
        """Whether somebody has named a folder that isn't there."""
        return self.named and not self.folder.is_dir()

    @property
    def state(self) -> frozenset[tuple[str, int, int]]:
        """What lies in the folder now: another one where a file has come, gone or changed."""
        return frozenset(
            (path.name, found.st_mtime_ns, found.st_size) for path in self._files() if (found := _stat(path))
        )

    def of(self, source: Source) -> Document:
        """The document of a source. Raises Unreadable: ``missing`` where the source names none, or one that isn't in the
        folder."""
        name = source.document or ""
        path = self._path(source)
        state = _stat(path) if path else None
        if path is None or state is None:
            raise Unreadable("missing", name, str(self.folder))
        found = self._current(path, (state.st_mtime_ns, state.st_size))
        if isinstance(found, Unreadable):
            raise found
        return found

    def holds(self, source: Source) -> bool:
        """Whether the document of a source lies in the folder, be it readable or not."""
        return bool(source.document) and self._path(source) is not None

    def passage(self, row: Observation) -> Passage | NotThere | Unreadable:
        """The passage of a published row, or why there is none."""
        try:
            return passage(row, self.of(row.publication))
        except Unreadable as refused:
            return refused

    def lost(self, rows: Iterable[Observation]) -> Iterator[tuple[Observation, NotThere | Unreadable]]:
        """Those of the rows whose document is at hand and holds no one passage of them; of a document that can't be
        read its first row."""
        told: set[str] = set()
        for row in rows:
            if row.source is None or not row.source.document:
                continue
            found = self.passage(row)
            if isinstance(found, NotThere):
                yield row, found
            elif isinstance(found, Unreadable) and found.code != "missing" and row.source.id not in told:
                told.add(row.source.id)
                yield row, found

    def _current(self, path: Path, state: _State) -> Document | Unreadable:
        with self._lock:
            before = self._read.get(path)
            if before is None or before[0] != state:
                self._read[path] = before = state, _read(path)
            return before[1]

    def _path(self, source: Source) -> Path | None:
        name = source.document
        return next((one for one in self._files() if name in (one.name, one.stem)), None) if name else None

    def _files(self) -> list[Path]:
        """The files that can be read, in the order of their names; none where there is no folder."""
        try:
            return sorted(one for one in self.folder.iterdir() if one.suffix.lower() in READERS)
        except OSError:
            return []


def _read(path: Path) -> Document | Unreadable:
    try:
        return document.read(path.name, document.bytes_of(path))
    except Unreadable as refused:
        return refused


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
