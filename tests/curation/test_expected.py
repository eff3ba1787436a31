"""What somebody has looked at before is what is written or taken back: a colleague's change between the two is told, and stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from industry.curation import adopting
from industry.curation.refusal import Refusal
from industry.curation.writing import lock, log
from industry.tables import reader
from industry.tables.store import contents
from tests.curation.made import AT, CHINA, SOURCE, asked, made, on_disk, row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


def theirs(folder: Path, period: str = "2021-01/2021-05") -> None:
    """A colleague's adoption, of a source that was there before."""
    done = adopting.adopt(folder, [row(source="meeting", paragraph="8", period=period)], at=AT)
    assert done is not None


def refused(work: Callable[[], object], key: str) -> None:
    with pytest.raises(Refusal) as found:
        work()
    assert found.value.key == key
    for language in ("zh", "en"):
        (sentence,) = found.value.told(language)
        assert f"{AT:%Y-%m-%d %H:%M:%S} {lock.me()}" in sentence


def whole(folder: Path) -> dict[str, bytes]:
    """A region's table with other values."""
    table = (folder / CHINA).read_bytes()
    assert b"15.9" in table
    return {CHINA: table.replace(b"15.9", b"15.8")}


def test_whole_tables_on_what_was_looked_at_alone(folder: Path) -> None:
    given, seen = whole(folder), reader.content(contents(folder))
    theirs(folder)
    after, told = on_disk(folder), log.read(folder)
    refused(lambda: adopting.adopt(folder, whole=given, replace=True, expected=seen), "not_as_seen")
    assert on_disk(folder) == after and log.read(folder) == told
    again = reader.content(contents(folder))
    assert adopting.adopt(folder, whole=given, replace=True, expected=again) is not None
    assert on_disk(folder) == after | given


def test_what_came_between_the_look_and_the_lock_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, seen = whole(folder), reader.content(contents(folder))
    adopting.adopt(folder, **asked())
    mine = log.read(folder)[-1].id
    monkeypatch.setattr(lock, "held", _after(monkeypatch, lambda: theirs(folder)))
    refused(lambda: adopting.undo(folder, expected=mine), "not_the_last")
    monkeypatch.setattr(lock, "held", _after(monkeypatch, lambda: theirs(folder, "2021-01/2021-07")))
    refused(lambda: adopting.adopt(folder, whole=given, replace=True, expected=seen), "not_as_seen")
    assert len(log.read(folder)) == 3


def _after(patch: pytest.MonkeyPatch, happens: Callable[[], None]) -> Callable[..., object]:
    """The lock, got after something else has happened under it."""
    plain = lock.held

    def held(folder: Path, at: datetime) -> object:
        patch.setattr(lock, "held", plain)
        happens()
        return plain(folder, at)

    return held


def test_rows_too_where_they_are_to_be(folder: Path) -> None:
    seen = reader.content(contents(folder))
    theirs(folder)
    refused(lambda: adopting.adopt(folder, **asked(), expected=seen), "not_as_seen")
    assert adopting.adopt(folder, **asked(), base=seen) is not None, "else they are merged"


def test_an_undo_of_what_was_looked_at_alone(folder: Path) -> None:
    adopting.adopt(folder, **asked())
    mine = log.last(log.read(folder), log.UNDO)
    assert mine is not None
    theirs(folder)
    after = on_disk(folder)
    refused(lambda: adopting.undo(folder, expected=mine.id), "not_the_last")
    assert on_disk(folder) == after and len(log.read(folder)) == 2
    his = log.last(log.read(folder), log.UNDO)
    assert his is not None and his.id != mine.id
    adopting.undo(folder, at=AT, expected=his.id)
    refused(lambda: adopting.undo(folder, expected=his.id), "not_the_last")  # another window has done it
    undone = log.last(log.read(folder), log.REDO)
    assert undone is not None
    theirs(folder, "2021-01/2021-07")
    refused(lambda: adopting.undo(folder, back=True, expected=undone.id), "not_the_last")
    assert SOURCE.split("\n")[0] in (folder / "data/sources.yaml").read_text("utf-8")
