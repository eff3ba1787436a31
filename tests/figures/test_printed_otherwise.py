"""Whatever gap or average a figure draws: a print of it that says something else is told, exact or not, of whichever edition
and source; once, but for each check that finds it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from industry import wording
from industry.figures.draw import draw
from industry.figures.record import Figure
from industry.rules.pairs import one_figure
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests.figures.test_honesty import CATALOGUE, FIGURES, RELATED
from tests.figures.test_kept_apart import ONE_PERIOD, Indexed, drawn, place, shown

MOST = 8
"""Figures of which about so many are given a second source."""
EACH = 3
"""Gaps and averages of a figure that are tried, the first and the last of them."""
FAR = 9
PRINTS: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, ""),
    ({"qualifier": "about"}, "非确数"),
    ({"qualifier": "over"}, "非确数"),
    ({"edition": "census_5"}, "版本不同"),
    ({"inferred": frozenset({"scope"})}, "材料未注明"),
)
"""How a print differs besides, and words of the reason for which it isn't drawn."""


SPECS = [one for one in FIGURES if one.chart in (*ONE_PERIOD, "lines", "gap_trend")]


def worked_out(figure: Figure) -> list[Observation]:
    """The gaps and averages that a figure shows of which sources may print others."""
    rows = [row for row in dict.fromkeys(shown(figure)) if row.indicator.id in CATALOGUE.indicators]
    found = [row for row in rows if row.indicator.measure in ("gap", "growth_two_year_average")]
    return found[:EACH] + [row for row in found[-EACH:] if row not in found[:EACH]]


def with_print(tables: Tables, about: set[str], other: Observation) -> Indexed:
    near = about | {id for id, others in RELATED.items() if others & about}
    near |= {other for id in near for other in RELATED[id]}
    return Indexed(CATALOGUE, [*(row for id in near for row in tables.rows(id)), other])


@pytest.mark.parametrize("spec", SPECS, ids=lambda one: one.id)
def test_a_print_that_contradicts_what_is_drawn_is_told_once(tables: Tables, spec: FigureSpec) -> None:
    before = draw(spec, tables, Choices(), "zh")
    source = next(islice(CATALOGUE.sources.values(), 1))
    about = {row.indicator.id for row in before.rows if row.indicator.id in CATALOGUE.indicators}
    wrong = []
    for row in worked_out(before):
        for change, reason in PRINTS:
            more = {
                "derivation": None,
                "source": source,
                "paragraph": None,
                "as_printed": "",
                "id": "printed",
            }
            other = replace(row, value=row.value + FAR, **(more | change))
            after = draw(spec, with_print(tables, about, other), Choices(), "zh")
            if other in shown(after) or place(row) not in map(place, shown(after)):
                continue
            number = wording.number(other, "zh").replace("+", "")
            said = [
                one for one in (*after.frame.notices, *after.frame.notes) if number in one.replace("+", "")
            ]
            noted = [one for one in said if one.startswith(wording.say("printed_otherwise", "zh", ""))]
            twice = len([one for one in said if one.kind != "dispute"]) > 1
            if not said or twice or not all(reason in one for one in noted):
                wrong.append(f"{row.id} {change}: {said}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("spec", SPECS, ids=lambda one: one.id)
def test_another_text_of_the_same_publisher_that_contradicts_what_is_drawn_is_told_apart(
    tables: Tables, spec: FigureSpec
) -> None:
    before = draw(spec, tables, Choices(), "zh")
    about = {row.indicator.id for row in before.rows if row.indicator.id in CATALOGUE.indicators}
    rows = [row for row in drawn(before) if not row.derived and row.exact and not row.inferred and row.period]
    wrong = []
    for row in rows[:: max(1, len(rows) // MOST)]:
        named = {"id": "another", "title": Text(zh="另一份材料", en="Another text")}
        more = {"source": row.publication.model_copy(update=named), "paragraph": None, "id": "another"}
        other = replace(row, value=row.value + FAR * max(row.step, 1), **more)
        if one_figure(row, other):
            continue
        after = draw(spec, with_print(tables, about, other), Choices(), "zh")
        numbers = [wording.number(one, "zh", signed=False) for one in (row, other)]
        said = [one for one in after.frame.notes if all(number in one for number in numbers)]
        if place(row) in map(place, drawn(after)) and not any("（另一份材料）" in one for one in said):
            wrong.append(f"{row.id}: {after.frame.notes}")
    assert not wrong, "\n".join(wrong)
