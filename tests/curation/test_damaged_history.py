"""Whatever befalls the folder of versions: what is read of it is what was kept, or a sentence; days that aren't sure say so."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from industry.curation import history
from industry.curation.refusal import Refusal
from industry.tables import reader
from tests.curation.damages import DAMAGES, Damage, clock_set, list_gone

START = datetime(2031, 3, 1, 9)
Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def _no_disk_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


class Kept:
    """A folder with some versions, which came one after another, some of them again."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder = folder
        self.files: dict[str, Files] = {}
        self.days: dict[date, str] = {}
        at, of = START, list[Files]()
        for number in range(chance.randint(3, 7)):
            again = of and chance.random() < 0.3
            files = chance.choice(of) if again else made(number)
            of.append(files)
            self.keep(files, at)
            at += timedelta(chance.randint(0, 3), chance.randint(1, 60))
        self.until = at.date()

    def keep(self, files: Files, at: datetime) -> str:
        version = reader.version(files)
        self.files[version] = files
        self.days[at.date()] = version
        assert history.keep(self.folder, files, version, at)
        return version

    def of(self, day: date) -> str | None:
        before = [one for one in self.days if one <= day]
        return self.days[max(before)] if before else None


def made(number: int) -> Files:
    return {
        "config.yaml": b"title",
        "data/a.yaml": f"number: {number}\n".encode() * 40,
        "data/b.csv": b"x\r\n",
    }


def looked_at(kept: Kept) -> None:
    """Nothing but what was kept, or a sentence."""
    there = history.held(kept.folder)
    assert len({one.version for one in there}) == len(there)
    for version in {*kept.files, *(one.version for one in there)}:
        try:
            assert reader.version(history.files(kept.folder, version)) == version
            assert version in {one.version for one in there}
        except Refusal as refused:
            assert refused.key in ("version_unreadable", "version_other", "version_unknown", "version_none")
            for language in ("zh", "en"):
                assert version in "".join(refused.told(language))
    for count in range(-2, (kept.until - START.date()).days + 3):
        day = START.date() + timedelta(count)
        found = history.on(kept.folder, day)
        assert found.unsure or found.version in (None, kept.of(day)), day


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_one_damage(tmp_path: Path, damage: Damage) -> None:
    for seed in range(20):
        chance = Random(seed)
        kept = Kept(tmp_path / str(seed), chance)
        whole = {version for version in kept.files}
        damage(kept.folder, chance)
        looked_at(kept)
        if damage in (list_gone, clock_set):
            assert {one.version for one in history.held(kept.folder)} == whole
            assert all(history.files(kept.folder, one) == kept.files[one] for one in whole)


def test_several_damages_and_what_is_kept_after_them(tmp_path: Path) -> None:
    """All that lies there whole is found, and the next version is kept as ever."""
    for seed in range(150):
        chance = Random(seed)
        kept = Kept(tmp_path / str(seed), chance)
        for damage in chance.sample(DAMAGES, chance.randint(2, 4)):
            try:
                damage(kept.folder, chance)
            except IndexError:  # no version is left
                break
        looked_at(kept)
        if (kept.folder / history.SEEN).is_dir():
            (kept.folder / history.SEEN).rmdir()
        later = datetime.combine(kept.until, START.time()) + timedelta(5)
        for files in (made(99), chance.choice(list(kept.files.values()))):
            later += timedelta(1)
            path = kept.folder / history.FOLDER / f"{reader.version(files)}.zip"
            if path.is_dir() or path.is_symlink():  # told as what can't be written
                assert not history.keep(kept.folder, files, path.stem, later)
                continue
            version = kept.keep(files, later)
            assert history.files(kept.folder, version) == files
            assert history.held(kept.folder)[-1].version == version
            assert history.on(kept.folder, later.date()).version == version
        looked_at(kept)


def test_a_version_under_another_s_name_goes_by_its_own(tmp_path: Path) -> None:
    files, others = made(1), made(2)
    names = [reader.version(one) for one in (files, others)]
    for one, name in zip((files, others), names, strict=True):
        assert history.keep(tmp_path, one, name, START)
    first, second = (tmp_path / history.FOLDER / f"{name}.zip" for name in names)
    second.rename(first)
    with pytest.raises(Refusal) as refused:
        history.files(tmp_path, names[0])
    assert list(refused.value.told("zh")) == [
        f"版本“{names[0]}”的文件{first}里是另一个版本（{names[1]}）的表格，可能被复制或改过名，因此不用。"
    ]
    assert history.keep(tmp_path, files, names[0], START)
    assert history.files(tmp_path, names[0]) == files and history.files(tmp_path, names[1]) == others
