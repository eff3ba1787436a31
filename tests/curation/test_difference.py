"""What differs between two states of the tables: found exactly, alike from both sides, and nothing where nothing does."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry import project, wording
from industry.curation.changes.change import Change
from industry.curation.changes.figures import Drawings, slides
from industry.curation.changes.lines import Line, heading, lines, summary
from industry.curation.changes.numbers import Number, numbers
from industry.curation.changes.reads import may_tell_of
from industry.curation.difference import Difference, difference
from industry.figures.draw import draw_safely, spec_of
from industry.tables.tables import Tables
from industry.vocabulary.fields import COLUMN
from industry.wording.said import rows_of
from tests.conftest import world
from tests.curation import edits
from tests.forbidden import judging

CHANCES = st.integers(0, 10**9).map(Random)


def told(found: Iterable[Number]) -> Counter[tuple[str, ...]]:
    return Counter(
        (one.kind, one.it.region.id, *(f"{cell.column}: {cell.before} → {cell.after}" for cell in one.cells))
        for one in found
    )


def meant(done: edits.Edited) -> Counter[tuple[str, ...]]:
    """What the edits must be found as."""
    found: Counter[tuple[str, ...]] = Counter()
    for kind, region, before, after in done.done:
        cells = [f"{key}: {before[key]} → {after[key]}" for key in before if before[key] != after[key]]
        found[kind if kind in ("added", "removed") else "changed", region, *cells] += 1
    return found


@settings(derandomize=True, max_examples=12)
@given(CHANCES)
def test_random_edits_are_found_exactly_from_both_sides(chance: Random) -> None:
    done = edits.edited(chance, 6)
    before, after = world(), edits.read(done.files)
    found = numbers(before, after)
    assert told(found) == meant(done)
    turned = Counter((one.before, one.after) for one in numbers(after, before))
    assert turned == Counter((one.after, one.before) for one in found)


def everything(found: Difference) -> list[Counter[Any]]:
    """All that differs, as pairs of before and after."""
    changed: list[Iterable[Change[Any]]] = [found.numbers, found.derived, found.audits]
    pairs = [Counter((repr(one.before), repr(one.after)) for one in each) for each in changed]
    pairs.append(Counter((one.it.sort, one.it.id, str(one.before), str(one.after)) for one in found.records))
    pairs.append(Counter((one.indicator.id, repr(one.before), repr(one.after)) for one in found.compared))
    for language in ("zh", "en"):
        for figure in found.figures(language):
            marks = [(str(figure.slide), str(one.before), str(one.after)) for one in figure.marks]
            said = [
                (str(figure.slide), one.part, one.before, one.after, one.turned) for one in figure.sentences
            ]
            pairs.append(Counter([*marks, *said]))
    return pairs


def mirrored(found: list[Counter[Any]]) -> list[Counter[Any]]:
    def other(key: Any) -> Any:
        if key[-1] is True or key[-1] is False:
            return (*key[:-3], key[-2], key[-3], key[-1])
        return (*key[:-2], key[-1], key[-2])

    return [Counter({other(key): count for key, count in one.items()}) for one in found]


def sorted_by_content(found: list[Counter[Any]]) -> list[str]:
    return sorted(str(sorted(map(str, one.elements()))) for one in found)


def test_turned_round_the_same_differs_with_before_and_after_exchanged() -> None:
    done = edits.edited(Random(5), 12)
    before, after = world(), edits.read(done.files)
    there, back = everything(difference(before, after)), everything(difference(after, before))
    assert any(there)
    assert sorted_by_content(mirrored(there)) == sorted_by_content(back)


def test_nothing_is_reported_where_lines_were_moved_quoted_and_sorted_anew() -> None:
    chance = Random(3)
    files = edits.world()
    for name, held in edits.rows(files):
        chance.shuffle(held)
        files[name] = edits.written(held, csv.QUOTE_ALL)
    after = edits.read(files)
    found = difference(world(), after)
    assert after.version != world().version
    assert not found and not found.numbers and not found.compared and not list(lines(found, "zh"))
    assert summary(found, "zh").startswith("没有变化")


def test_two_lines_of_one_place_that_change_places_are_no_change_and_keep_their_own_edits() -> None:
    files = edits.world()
    for name, held in edits.rows(files):
        places = Counter(tuple(row.get(key, "") for key in edits.KEY) for row in held)
        twice = [n for n, row in enumerate(held) if places[tuple(row.get(key, "") for key in edits.KEY)] > 1]
        if twice:
            one, two = (
                twice[0],
                next(
                    n
                    for n in twice[1:]
                    if all(held[n].get(key) == held[twice[0]].get(key) for key in edits.KEY)
                ),
            )
            held[one], held[two] = held[two], held[one]
            files[name] = edits.written(held)
            assert not numbers(world(), edits.read(files))
            held[one] = held[one] | {"note_zh": "另注", "note_en": "A note."}
            (found,) = numbers(world(), edits.read(files | {name: edits.written(held)}))
            assert {cell.column for cell in found.cells} == {"note_zh", "note_en"}
            return
    pytest.fail("no two rows of one place")


def test_a_corrected_period_is_one_change_and_not_two_numbers() -> None:
    files = edits.world()
    for name, held in edits.rows(files):
        for at, row in enumerate(held):
            if row["period"] == "2021-01/2021-06" and row["status"] == "actual":
                changed = [*held[:at], row | {"period": "2021-01/2021-05"}, *held[at + 1 :]]
                after = project.read(files | {name: edits.written(changed)})[0]
                if after is not None:
                    (found,) = numbers(world(), after)
                    assert found.kind == "changed"
                    assert [(one.column, one.after) for one in found.cells] == [("period", "2021-01/2021-05")]
                    return
    pytest.fail("no period that could be another")


def test_a_finding_that_is_told_in_other_words_has_come_and_gone() -> None:
    """Also where neither its numbers nor the places of its rows differ: 440% becomes 超440%."""
    files = edits.world()
    name, held = next((name, held) for name, held in edits.rows(files) if name.endswith("jiangxi.csv"))
    at = next(n for n, row in enumerate(held) if (row["as_printed"], row["status"]) == ("44%", "actual"))

    def found(**cells: str) -> Tables:
        return edits.read(files | {name: edits.written([*held[:at], held[at] | cells, *held[at + 1 :]])})

    plain = found(value="440", as_printed="440%")
    over = found(value="440", as_printed="超440%", qualifier="over")
    told = [
        [one and wording.audit(one, "zh") for one in (each.before, each.after)]
        for each in difference(plain, over).audits
    ]
    (come, gone) = told
    assert come[0] is gone[1] is None and "超440%" in str(come[1]) and "：440%" in str(gone[0])
    assert not difference(plain, plain).audits


@dataclass(eq=False)
class Watched:
    """Tables that remember of which indicators they were asked."""

    tables: Tables
    asked: set[str | None] = field(default_factory=set)

    @property
    def catalogue(self) -> Any:
        return self.tables.catalogue

    @property
    def findings(self) -> Any:
        return self.tables.findings

    def rows(self, indicator: str | None = None, region: str | None = None, derived: bool = False) -> Any:
        self.asked.add(indicator)
        return self.tables.rows(indicator, region, derived)

    def derived(self, indicator: str | None = None, region: str | None = None) -> Any:
        self.asked.add(indicator)
        return self.tables.derived(indicator, region)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.tables, name)


def test_a_figure_asks_for_no_indicator_that_it_may_not_tell_of() -> None:
    tables = world()
    for slide in slides(tables):
        spec, may = spec_of(tables.catalogue, slide), may_tell_of(tables.catalogue, slide)
        assert spec is not None
        watched = Watched(tables)
        draw_safely(spec, watched, slide.choices, "zh")
        known = watched.asked & {None, *tables.catalogue.indicators}
        assert may is None or known <= may, (str(slide), known - may)


def test_figures_that_are_not_drawn_anew_show_what_they_did() -> None:
    """Whatever is left out as untouched is alike when it is drawn."""
    done = edits.edited(Random(8), 4)
    found = difference(world(), edits.read(done.files))
    left = [one for one in slides(found.after) if one not in found.slides]
    assert left
    for slide in left:
        assert found.figured(slide, "zh") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_change_is_told_in_neutral_words_that_keep_their_rows(language: str) -> None:
    done = edits.edited(Random(5), 12)
    found = difference(world(), edits.read(done.files))
    said = list(lines(found, language))
    assert {one.section for one in said} >= {"numbers", "figures"}
    assert all(heading(one.section, language) for one in said)
    assert not list(judging((one.section, one.text) for one in said))
    for number, line in zip(found.numbers, said, strict=False):
        assert number.it in rows_of([line.text])
        assert {"added": number.before, "removed": number.after}.get(number.kind) is None
    of_numbers = [one for one in said if one.section == "numbers"]
    assert len(of_numbers) == len(found.numbers)
    assert all(isinstance(one, Line) for one in said)


def test_where_a_new_number_appears_is_where_its_figures_draw_it() -> None:
    done = edits.edited(Random(11), 10)
    found = difference(world(), edits.read(done.files))
    drawings = Drawings(found.after, "zh")
    for number in found.numbers:
        if number.after is not None:
            told = found.where(number, "zh")
            shown = {one.figure for one in told.uses if one.figure}
            listed = [one.id for one in found.after.catalogue.config.figures]
            drawn = drawings.showing(number.after, [one for one in slides(found.after) if str(one) in listed])
            assert shown == {str(one) for one in drawn}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_changed_number_is_told_once_and_by_the_heads_of_its_columns(language: str) -> None:
    files = edits.world()
    name, held = next((name, held) for name, held in edits.rows(files) if name.endswith("hebei.csv"))
    at = next(
        n
        for n, row in enumerate(held)
        if row["as_printed"] == f"{row['value']}%" and row["status"] == "actual"
    )
    value = str(Decimal(held[at]["value"]) + Decimal("0.1"))
    for told in ({"value": value, "as_printed": f"{value}%"}, {"note_zh": "另注", "note_en": "A note."}):
        rows = [*held[:at], held[at] | told, *held[at + 1 :]]
        found = difference(world(), edits.read(files | {name: edits.written(rows)}))
        (line,) = [str(one.text) for one in lines(found, language) if one.section == "numbers"]
        assert not any(one in line for one in COLUMN if "_" in one or language == "zh"), line
        assert line.count(value) == ("value" in told), line
        if "note_zh" in told:
            assert COLUMN["note_zh"].head(language) in line and "另注" in line
