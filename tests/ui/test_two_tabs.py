"""One work in two tabs: a click writes what its own tab shows, or nothing and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.curation import adopting
from industry.curation.adopting import Adopted
from industry.curation.bench import proposing
from industry.curation.importing.questions import Key
from industry.curation.proposed import Proposed
from industry.curation.writing.log import ADOPT, REDO, UNDO, Entry, stands
from industry.tables.tables import Tables
from ui import mode, store
from ui.curating import works, writing
from ui.curating.works import Sight, Work

KEY = Key("column", "1-n月主要指标", "indicator", "利润")


def row(value: str, accepted: bool = True, doubted: str = "") -> Proposed:
    cells = {"indicator": "profit", "period": "2021-01/2021-10", "value": value, "source": "bureau"}
    return Proposed("hebei", cells, accepted, told={"passage": f"表!B{value}", "doubted": doubted})


def entry(what: str, number: int) -> Entry:
    return Entry(what, f"2021-01-01 00:00:{number:02}", "she", (), 1, 0, (), "", "", f"{number}.zip", {})


class Tab:
    """What a tab shows, as it was drawn last: bound to its buttons as Streamlit binds arguments."""

    def __init__(self, work: Work) -> None:
        self.work, self.content = work, "v0"
        self.draw()

    def draw(self) -> None:
        work = self.work
        if writing.taken_back(work):
            pass
        self.sign = work.mark()
        self.adopted = work.outcome.entry if work.adopted else None
        self.seen: Sight | None = None
        if not work.adopted and (rows := [one for one in work.rows or () if one.accepted]):
            self.seen = work.sight(self.sign, rows, Folder.content)
        self.shown = shown(self.seen)


def shown(seen: Sight | None) -> tuple[Any, ...]:
    """What would be written, copied deep enough that nothing decided later changes it."""
    if seen is None:
        return ()
    rows = [(one.region, tuple(sorted(one.cells.items()))) for one in seen.rows]
    return tuple(rows), seen.sources, tuple(sorted(seen.answers.items())), seen.content


class Folder:
    """The tables, as adopting would change them: only which version they are, and what was written."""

    content = "v0"
    log: tuple[Entry, ...] = ()
    written: tuple[Any, ...] | None = None

    @classmethod
    def adopt(cls, _folder: Path, rows: Any, sources: Any, mappings: Any, **more: Any) -> Adopted:
        if more["expected"] != cls.content:
            raise adopting.Refusal("not_as_seen", "—")
        answers = mappings.args[0] if mappings else {}
        told = tuple((one.region, tuple(sorted(one.cells.items()))) for one in rows)
        cls.written = told, sources, tuple(sorted(answers.items())), cls.content
        return Adopted(cls.add(ADOPT))

    @classmethod
    def undo(cls, _folder: Path, back: bool = False, expected: str = "") -> Adopted:
        last = adopting.log.last(cls.log, REDO if back else UNDO)
        if last is None or last.id != expected:
            raise adopting.Refusal("not_the_last", "—")
        return Adopted(cls.add(REDO if back else UNDO))

    @classmethod
    def add(cls, what: str) -> Entry:
        one = entry(what, len(cls.log))
        cls.log = (*cls.log, one)
        cls.content = f"v{len(cls.log)}"
        return one


@pytest.fixture(scope="module", autouse=True)
def _folder() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adopting, "adopt", Folder.adopt)
        patch.setattr(adopting, "undo", Folder.undo)
        patch.setattr(writing, "entries", lambda: Folder.log)
        patch.setattr(mode, "may_write", lambda: True)
        patch.setattr(store, "look", lambda: None)
        yield


def _cell(work: Work) -> None:
    rows = list(work.rows or ())
    rows[0] = replace(rows[0], cells={**rows[0].cells, "value": rows[0].cells["value"] + "9"})
    work.rows = rows


def _untick(work: Work) -> None:
    work.rows = [replace(one, accepted=not one.accepted) for one in work.rows or ()]


def _source(work: Work) -> None:
    rows = work.rows
    work.take("other" if work.source != "other" else "bureau")
    work.rows = [replace(one, cells={**one.cells, "source": work.source or ""}) for one in rows or ()]


def _answer(work: Work) -> None:
    work.answers = {} if work.answers else {KEY: "profit"}


def _others(_work: Work) -> None:
    """Somebody else adopts another work."""
    Folder.add(ADOPT)


def _past(_work: Work) -> None:
    """The list of earlier adoptions takes the last one back."""
    if adopting.log.last(Folder.log, UNDO):
        Folder.add(UNDO)


def _end(work: Work) -> None:
    works.end(work.id)


CHANGES = (_cell, _untick, _source, _answer, _others, _past, _end)
STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(("draw", "adopt", "undo", *CHANGES, *CHANGES[:4]))),
    max_size=14,
)


@settings(max_examples=300, derandomize=True, database=None)
@given(STEPS)
def test_a_click_writes_what_its_tab_shows_or_nothing(steps: list[tuple[int, Any]]) -> None:
    Folder.content, Folder.log = "v0", ()
    work = Work("a.csv", b"", "proposal", rows=[row("1"), row("2", False)], source="bureau")
    works.begin(work)
    tabs = Tab(work), Tab(work)
    for number, step in steps:
        tab, before, alive = tabs[number], Folder.log, work.ended is None
        Folder.written = None
        as_shown = tab.sign == work.sign and alive
        if step == "draw" or (step in ("adopt", "undo") and tab.seen is None and tab.adopted is None):
            tab.draw()
        elif step == "adopt" and tab.seen is not None:
            done = writing.adopt(work, tab.seen)
            if isinstance(done, Adopted):
                assert as_shown and Folder.written == tab.shown and work.adopted
            else:
                assert Folder.log == before and done is not None
                assert isinstance(done, writing.Elsewhere) != as_shown
                assert not isinstance(done, writing.Elsewhere) or (done.what == "ended") == (not alive)
            tab.draw()
        elif step == "undo" and tab.adopted is not None:
            stood = adopting.log.last(Folder.log, UNDO)
            back = writing.undo(work, tab.adopted, tab.sign)
            if isinstance(back, Adopted):
                assert as_shown and stood == tab.adopted and not work.adopted
            else:
                assert Folder.log == before
            tab.draw()
        elif callable(step) and (alive or step in (_others, _past)):
            step(work)
            tab.draw()
        assert not work.adopted or work.outcome.entry.what == ADOPT
    works.end(work.id)


def test_an_adoption_that_was_taken_back_and_adopted_again_stands() -> None:
    one, two = entry(ADOPT, 0), entry(ADOPT, 1)
    assert stands((one, two), one) and stands((one, two), two)
    assert not stands((one, two, entry(UNDO, 2)), two) and stands((one, two, entry(UNDO, 2)), one)
    assert stands((one, two, entry(UNDO, 2), entry(REDO, 3)), two)
    assert stands((), one)


def turned(way: str) -> None:
    last = writing.last(way)
    assert last is not None and isinstance(writing.turn(way, last), Adopted)


@pytest.mark.parametrize("by_its_own_button", [True, False])
def test_what_is_adopted_again_is_finished_again(by_its_own_button: bool) -> None:
    """Unless something else was chosen meanwhile."""
    work = works.Work("a.csv", b"", "proposal", rows=[row("1"), row("2")])
    works.begin(work)
    try:
        tab = Tab(work)
        assert tab.seen is not None and isinstance(writing.adopt(work, tab.seen), Adopted)
        tab.draw()
        assert work not in writing.unfinished() and tab.adopted is not None
        if by_its_own_button:
            writing.undo(work, tab.adopted, tab.sign)
        else:
            writing.turn(UNDO, tab.adopted)
        assert work in writing.unfinished()
        turned(REDO)
        assert work not in writing.unfinished() and work.adopted
        assert work.outcome.entry == tab.adopted
        turned(UNDO)
        assert work in writing.unfinished() and work.rows is not None
        work.rows[1] = replace(work.rows[1], accepted=False)
        turned(REDO)
        assert work in writing.unfinished()
    finally:
        works.end(work.id)


def test_a_row_of_which_more_is_doubted_is_chosen_no_more(tables: Tables) -> None:
    before = [replace(row("1"), accepted=True), replace(row("2", doubted="period"), accepted=True)]
    new = [row("1", False, "indicator"), row("2", False, "period")]
    assert [one.accepted for one in proposing.carried(before, new, tables)] == [False, True]
