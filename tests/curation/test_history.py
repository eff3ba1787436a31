"""Versions as they were: kept once, found by version and day, thinned, told where they can't be read."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from industry.curation import history
from industry.curation.refusal import Refusal
from industry.curation.writing.sightings import OfDay
from industry.tables import reader

DAY = datetime(2031, 3, 1, 9)


def tables(number: int) -> dict[str, bytes]:
    return {
        "config.yaml": b"title",
        "data/observations/china.csv": b"a\r\nb",
        "data/a.yaml": f"{number}".encode(),
    }


def version(number: int) -> str:
    return reader.version(tables(number))


ONE, TWO, THREE = map(version, (1, 2, 3))


def kept(folder: Path, *seen: tuple[int, datetime]) -> None:
    for number, at in seen:
        assert history.keep(folder, tables(number), version(number), at)


def test_a_version_is_kept_once_and_found_by_its_name_and_its_days(tmp_path: Path) -> None:
    assert history.held(tmp_path) == () and history.on(tmp_path, DAY.date()) == OfDay(None)
    week = timedelta(7)
    kept(
        tmp_path,
        (1, DAY),
        (1, DAY + week),
        (2, DAY + 2 * week),
        (1, DAY + 3 * week),
        (3, DAY + 3 * week),
    )
    assert [(one.version, one.first, one.last) for one in history.held(tmp_path)] == [
        (TWO, DAY + 2 * week, DAY + 2 * week), (ONE, DAY, DAY + 3 * week), (THREE, DAY + 3 * week, DAY + 3 * week),
    ]  # fmt: skip
    days = [(-1, None), (0, ONE), (13, ONE), (14, TWO), (20, TWO), (21, THREE), (900, THREE)]
    assert [history.on(tmp_path, date(2031, 3, 1) + timedelta(day)) for day, _ in days] == [
        OfDay(one) for _, one in days
    ]
    assert history.files(tmp_path, TWO) == tables(2)


def test_the_bytes_of_a_version_stay_and_are_the_same_each_time(tmp_path: Path) -> None:
    kept(tmp_path, (1, DAY))
    path = tmp_path / history.FOLDER / f"{ONE}.zip"
    before = path.read_bytes()
    history.keep(tmp_path, tables(1) | {"config.yaml": b"other"}, ONE, DAY)
    held = dict(reversed(history.files(tmp_path, ONE).items()))
    assert path.read_bytes() == before == history.packed(held, DAY.isoformat())


@pytest.mark.parametrize("version", ["", "0" * 12, "../../etc", "0123456789AB", "一二三"])
def test_an_unknown_version_gets_a_sentence(tmp_path: Path, version: str) -> None:
    with pytest.raises(Refusal) as refused:
        history.files(tmp_path, version)
    assert refused.value.key == "version_none"
    kept(tmp_path, (1, DAY))
    with pytest.raises(Refusal) as refused:
        history.files(tmp_path, version)
    assert list(refused.value.told("zh")) == [f"没有保存版本“{version}”；最近保存的有：{ONE} (2031-03-01)。"]
    assert list(refused.value.told("en")) == [
        f"The version “{version}” is not kept; the latest that are: {ONE} (2031-03-01)."
    ]


def test_a_version_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    kept(tmp_path, (1, DAY))
    path = tmp_path / history.FOLDER / f"{ONE}.zip"
    whole = path.read_bytes()
    broken = [b"", b"PK", whole[:-30], whole[:60] + b"\xff" * 20 + whole[80:], b"\0" * 500]
    for data in broken:
        path.write_bytes(data)
        with pytest.raises(Refusal) as refused:
            history.files(tmp_path, ONE)
        assert refused.value.key == "version_unreadable"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../escape.csv", "a")
        for name, data in tables(1).items():
            archive.writestr(name, data)
    assert history.files(tmp_path, ONE) == tables(1)


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / history.FOLDER).write_text("a file")
    assert history.keep(tmp_path, tables(1), ONE, DAY) is False
    assert history.held(tmp_path) == () and history.on(tmp_path, DAY.date()) == OfDay(None)


def test_lines_of_the_list_that_are_damaged_are_passed_over(tmp_path: Path) -> None:
    kept(tmp_path, (1, DAY))
    with (tmp_path / history.SEEN).open("ab") as list_:
        list_.write(
            b'{"at": "x", "version": "'
            + TWO.encode()
            + b'"}\n[1]\n\xff\n{"at": "2031-03-02T00:00:00+08:00", "version": "'
        )
    kept(tmp_path, (3, DAY + timedelta(1)))
    assert [one.version for one in history.held(tmp_path)] == [ONE, THREE]


def test_of_old_versions_the_last_of_each_day_stays(tmp_path: Path) -> None:
    hours = [(at, DAY + timedelta(hours=6 * at)) for at in range(12)]
    kept(tmp_path, *hours)
    assert len(history.held(tmp_path)) == 12
    kept(tmp_path, (20, DAY + timedelta(399)))
    assert len(history.held(tmp_path)) == 13
    kept(tmp_path, (21, DAY + timedelta(500)))
    left = [one.version for one in history.held(tmp_path)]
    last = {at.date(): version(number) for number, at in hours}
    assert left == [*last.values(), version(20), version(21)]
    assert history.on(tmp_path, DAY.date()) == OfDay(last[DAY.date()])
