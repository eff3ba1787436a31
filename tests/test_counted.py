"""What the documents of faults say is held: each row by the tests that it names, in both languages alike."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import counted
from tests.counted import PAGES, Survived, rows
from tests.servers import ROOT


def counted_in(file: str) -> list[str]:
    """The kinds of faults that tests of a file count."""
    calls = [
        one for one in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))) if isinstance(one, ast.Call)
    ]
    named = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id == "survived"]
    return [str(one.args[0].value) for one in named if isinstance(one.args[0], ast.Constant)]


def test_every_row_is_counted_by_the_tests_that_it_names() -> None:
    english, chinese = map(rows, PAGES)
    assert [(one.count, one.held_by) for one in english] == [(one.count, one.held_by) for one in chinese]
    assert len(english) > 10
    files = {one.held_by for one in english}
    kinds = {(file, kind) for file in files for kind in counted_in(file)}
    for one in english:
        found = {kind for kind in kinds if kind[0] == one.held_by and one.what.startswith(kind[1])}
        assert len(found) == 1, one
        kinds -= found
    assert not kinds, "counted, and told nowhere"


def test_the_last_of_those_that_count_holds_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "faults.md"
    page.write_text(
        "| what | how | tried | held by |\n|---|---|---|---|\n| it ends: so | so | 5 | `tests/a.py` |\n"
    )
    monkeypatch.setattr(counted, "PAGES", (page,))
    one, other = (Survived(tmp_path / "run", name) for name in ("one", "other"))
    one("it ends", 2, of=2)
    one("it ends", 1, of=2)  # tried again
    with pytest.raises(AssertionError, match="it ends: the tests try 5"):
        page.write_text(page.read_text().replace("| 5 |", "| 6 |"))
        other("it ends", 4, of=2)
    page.write_text(page.read_text().replace("| 6 |", "| 5 |"))
    other("it ends", 4, of=2)
