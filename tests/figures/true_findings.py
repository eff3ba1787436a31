"""What is wrong with a figure's finding, in words: not of the marks drawn, not of whom it says, without a
time, or of figures that may not be ranked. Nothing here knows any table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from industry import wording
from industry.figures.context import Tables
from industry.figures.record import Figure, RowsPanel
from industry.rules import base_effects
from industry.rules.comparison import Question, compare, verdict
from industry.rules.intervals import strict
from industry.rules.shelf import Shelf
from industry.vocabulary.catalogue import Catalogue, FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.figures.drawing import held
from tests.figures.specs import options

SAID = re.compile(
    r"(?:(?P<when>.+?)，)?所比(?P<count>[两三四五六七八九十]|\d+)(?P<level>[省市])中"
    r"(?P<both>同比与两年平均均为)?(?P<names>.+?)(?P<tie>并列)?(?P<most>最[多少高低]|降幅最大)\Z"
)
COUNTS = {count: number for number, count in enumerate("两三四五六七八九十", start=2)}
SIDES = {"高于": 1, "低于": -1, "持平于": 0}
ONE_REGION = r"(?P<when>.+?)(?P<name>{})同比(?P<rest>.+)\Z"


def untrue(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """What is wrong with the finding of a figure drawn in Chinese: not of the marks drawn, not of whom it
    says, without a time, or of figures that may not be ranked."""
    finding = figure.frame.finding
    if not finding:
        return
    if spec.chart == "gap":
        yield from _untrue_gap(figure, tables.catalogue)
        return
    said = SAID.match(finding)
    if spec.chart != "bars" or said is None:
        yield f"{figure.id}: {finding} is no finding that bars can make"
        return
    panel = figure.panels[0]
    assert isinstance(panel, RowsPanel)
    drawn = [held(figure, row.marks[0].row) for row in panel.rows if not row.muted]
    for one, other in combinations(drawn, 2):
        if not verdict(one, other).ranked:
            yield f"{figure.id}: {finding} is made of {one.id} and {other.id}"
    if (COUNTS.get(said["count"]) or int(said["count"])) != len(drawn):
        yield f"{figure.id}: {finding}, but {len(drawn)} are drawn"
    if said["when"] is None:
        yield f"{figure.id}: {finding} doesn't say when"
    named = {row for row in drawn if row.region.name.zh in said["names"].split("、")}
    lowest = said["most"] in ("最少", "最低", "降幅最大")
    if not named or any(
        not beyond(one, other, lowest) for one in named for other in drawn if other not in named
    ):
        yield f"{figure.id}: {finding} is not what is drawn, or its last digits leave it open"
    if any(base_effects.base_effect(Shelf(tables), row) for row in drawn) and not said["both"]:
        yield f"{figure.id}: {finding} over a low base, without the two-year average"
    if said["both"]:
        yield from _untrue_averages(figure, tables, drawn, said["names"].split("、"))
    found = compare(tables, question(tables, spec, choices))
    if any(row.region in [one.region for one in named] for row in found.disputed):
        yield f"{figure.id}: {finding} although the figure is disputed"


def _untrue_averages(
    figure: Figure, tables: Tables, drawn: Sequence[Observation], named: Sequence[str]
) -> Iterator[str]:
    """The two-year averages that a finding calls on are drawn or told, and lead where it says."""
    averages: list[Observation] = []
    for row in drawn:
        found = base_effects.average(Shelf(tables), row)
        beside = [
            one.name for panel in figure.panels[1:] if isinstance(panel, RowsPanel) for one in panel.rows
        ]
        told = f"{row.region.name.zh} {wording.number(found, 'zh')}" in figure.frame.note if found else False
        if found is None or not (told or row.region.name.zh in beside):
            yield f"{figure.id}: {figure.frame.finding}, but {row.region.id} has no two-year average beside"
            return
        averages.append(found)
    leading = [row for row in averages if row.region.name.zh in named]
    others = [row for row in averages if row.region.name.zh not in named]
    if any(not beyond(one, other, row_lower(one)) for one in leading for other in others):
        yield f"{figure.id}: {figure.frame.finding} is not what the two-year averages show"


def row_lower(row: Observation) -> bool:
    """Whether less is better."""
    return row.indicator.better == "lower"


def beyond(one: Observation, other: Observation, lower: bool) -> bool:
    """Whether ``one`` is surely higher (or lower), whatever the digits behind the last printed one are."""
    low, high = (one, other) if lower else (other, one)
    return low.value < high.value and strict(low).high <= strict(high).low


def _untrue_gap(figure: Figure, catalogue: Catalogue) -> Iterator[str]:
    """Above or below the country is said of one region, by the measure, as the marks stand."""
    finding = figure.frame.finding
    names = "|".join(re.escape(one.name.zh) for one in catalogue.regions.values())
    said = re.match(ONE_REGION.format(names), finding)
    panels = [one for one in figure.panels if isinstance(one, RowsPanel)]
    marks = [[held(figure, mark.row) for row in panel.rows for mark in row.marks] for panel in panels]
    if said is None or len(marks[0]) != 1 or said["name"] != marks[0][0].region.name.zh:
        yield f"{figure.id}: {finding} is of no one region"
        return
    year, average = marks[0][0], (marks[1] if len(marks) > 1 else [])
    clauses = [part for part in said["rest"].split("，")]
    both = said["rest"].startswith("与两年平均均")
    told = [next(side for side in SIDES if side in part) for part in clauses]
    claims = [(year, told[0])]
    if both or len(clauses) > 1:
        if not average:
            yield f"{figure.id}: {finding}, but no two-year average is drawn"
            return
        claims.append((average[0], told[-1]))
    for row, side in claims:
        if (row.value > 0) - (row.value < 0) != SIDES[side]:
            yield f"{figure.id}: {finding} is not what {row.id} shows"


def question(tables: Tables, spec: FigureSpec, choices: Choices) -> Question:
    """What bars ask."""
    shown = tables.catalogue.config.regions
    asked = choices.indicator or options(spec).indicator
    if not asked:
        members = tables.catalogue.of_concept(options(spec).concept or "")
        regions = choices.regions or shown
        comparing = [one.id for one in members if compare(tables, Question(one.id, regions)).lock]
        asked = comparing[0] if comparing else members[0].id
    regions = tuple(one for one in shown if one in (choices.regions or options(spec).regions or shown))
    return Question(asked, regions, choices.period or options(spec).period, options(spec).edition)
