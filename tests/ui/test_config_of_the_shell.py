"""The shell reads config.yaml on its own, to have a title and pages while a table is broken: it takes what
the tables take, and no wrong value of it takes a page down."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from industry import project
from tests.conftest import WORLD
from ui import site

CHANGES = {
    "title: {zh: 省域工业数据看板": ["title: {zh: 2021-02-30", "title: {zh: [1]", "title: {zh: no"],
    "title: {zh: 总览, en: Overview}": [
        "title: {zh: 总览, en: On}",
        "title: {zh: 总览, en: 2021-02-30}",
        "title: On",
    ],
    "focus:": ["focus: " + "[" * 3000, "focus: &a 2020", "focus: !x 2020"],
    "pages:": ["pages: []\nothers:", "pages: {}\nothers:", "pages: 3\nothers:"],
}


@pytest.mark.parametrize(("was", "now"), [(was, now) for was, many in CHANGES.items() for now in many])
def test_what_the_tables_take_the_shell_takes_and_nothing_stops_it(
    was: str, now: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(WORLD, tmp_path / "tables")
    file = tmp_path / "tables" / "config.yaml"
    content = file.read_text(encoding="utf-8")
    assert was in content
    file.write_text(content.replace(was, now, 1), encoding="utf-8")
    monkeypatch.setenv("DATA", str(tmp_path / "tables"))
    before = site.site() if site._LastGood.site else None
    faults = project.store(tmp_path / "tables").current().faults
    monkeypatch.setattr(site._LastGood, "site", None)
    if not faults:
        assert site.site().pages
    else:
        with pytest.raises(site.UNREADABLE):
            site.site()
        monkeypatch.setattr(site._LastGood, "site", before)
        assert before is None or site.site() is before
