"""A small project of a test's own, rows and sources proposed for it, and the disk failing where a test says."""

from __future__ import annotations

import builtins
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import pytest

from industry import project
from industry.curation import datapackage
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal
from industry.tables.store import contents
from industry.tables.tables import Tables
from tests.tables.fault_tables import BASE

CHINA, JIANGXI = "data/observations/china.csv", "data/observations/jiangxi.csv"
SOURCES = "data/sources.yaml"
FIRMS = "jiangxi:enterprises:2020-12:meeting:9"
AT = datetime(2031, 8, 5, 9, 30)
SOURCE = """- id: bureau_later
  title: {zh: 前三季度工业生产, en: Production of nine months}
  publisher: {zh: 国家统计局, en: National Bureau of Statistics}
  date: 2021-10-18
  kind: statistics
  region: china
  confidence: A
"""


def made(folder: Path) -> Path:
    """A copy of the right project."""
    shutil.copytree(BASE, folder)
    return folder


def held(folder: Path) -> Tables:
    found, faults = project.read(contents(folder))
    assert found is not None, faults
    return found


def row(region: str = "jiangxi", accepted: bool = True, replaces: str = "", **cells: str) -> Proposed:
    """A row of growth, right unless told otherwise."""
    value = cells.get("value", "17.3")
    right = {
        "indicator": "value_added_growth",
        "period": "2021-01/2021-09",
        "value": value,
        "status": "actual",
        "source": "bureau_later",
        "as_printed": f"{value}%",
    }
    return Proposed(region, right | cells, accepted, replaces)


def firms(value: str = "13710", **cells: str) -> Proposed:
    """A row in the place of one that is there."""
    told = {"indicator": "enterprises", "period": "2020-12", "source": "meeting", "paragraph": "9"}
    return row(replaces=FIRMS, value=value, as_printed=f"{value}家", **told, **cells)


def asked() -> dict[str, Any]:
    """Rows of two tables, one of them in another's place, and their source."""
    return {
        "rows": [row(), row("china", value="11.8"), firms()],
        "sources": [("new.yaml", SOURCE.encode())],
        "named": ["proposed.csv", "new.yaml"],
        "at": AT,
    }


def on_disk(folder: Path) -> dict[str, bytes]:
    """The bytes of the tables as they lie there, whatever is under way; not what is only staged."""
    names = [folder / "config.yaml", *(folder / "data").rglob("[!.]*")]
    tables = (path for path in names if path.is_file() and path != folder / datapackage.NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in tables}


class Disk:
    """Counts what is written, moved or removed below a folder but for the lock, and lets the operation ``at`` come to
    ``fate``, before it is done, or, of a writing, when half of it is."""

    def __init__(self, folder: Path, at: int, fate: Callable[[str, str], None], half: bool = False) -> None:
        self.done = 0
        self.names: list[str] = []
        self._folder, self._at, self._fate, self._half = str(folder), at, fate, half

    def _step(self, name: str, path: object, partly: Callable[[], object] | None = None) -> None:
        if not isinstance(path, int) and not (
            str(path).startswith(self._folder) and not str(path).endswith("/lock")
        ):
            return
        self.done += 1
        self.names.append(name)
        if self.done >= self._at:
            if partly and self._half and self.done == self._at:
                partly()
            self._fate(name, str(path))

    def put_in(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("replace", "remove", "fsync", "makedirs", "mkdir", "chmod"):
            plain = getattr(os, name)

            def counted(path: Any, *rest: Any, _name: str = name, _plain: Any = plain, **more: Any) -> Any:
                self._step(_name, path)
                return _plain(path, *rest, **more)

            patch.setattr(os, name, counted)
        open_ = builtins.open

        def opened(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not {"w", "a"} & set(mode):
                return open_(path, mode, *rest, **more)
            self._step("open", path)
            return _File(open_(path, mode, *rest, **more), self, path)

        patch.setattr(builtins, "open", opened)


class _File:
    """A file that is written to, each writing a step."""

    def __init__(self, file: Any, disk: Disk, path: Any) -> None:
        self._file, self._disk, self._path = file, disk, path

    def write(self, data: Any) -> None:
        rest = data

        def partly() -> None:
            nonlocal rest
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            rest = data[len(data) // 2 :]

        self._disk._step("write", self._path, partly)
        self._file.write(rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def refused(work: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as found:
        work()
    for language in ("zh", "en"):
        assert not any("{}" in line or "{0}" in line for line in found.value.told(language))
    return found.value
