"""No figure ranks, or sets on one scale, two observations whose verdict forbids it, and no finding is made
of them: on tables drawn at random, and on the project's own under every choice of regions and period. Every
region chosen is drawn or named inside the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from industry import identities, periods
from industry.catalogue import Catalogue, FigureSpec, Indicator, Text
from industry.comparison import UNKNOWN_BASES, Lock, Question, compare, verdict
from industry.figures.canvas import Canvas
from industry.figures.compose import compose
from industry.figures.draw import draw
from industry.figures.record import Figure, GridPanel, LinesPanel, Panel, RowsPanel
from industry.figures.scene import Choices, Tables
from industry.observation import Observation
from industry.store import Store
from tests.conftest import ROOT
from tests.drawing import Changed

_tables = Store(ROOT).current().tables
assert _tables is not None
CATALOGUE: Catalogue = _tables.catalogue
REGIONS = tuple(CATALOGUE.config.regions)
SUBSETS = tuple(some for count in range(1, len(REGIONS) + 1) for some in combinations(REGIONS, count))
FIGURES = tuple(CATALOGUE.config.figures)
LANGUAGES = ("zh", "en")
SLIDE = Canvas(1280, 720, 20.0, 3.0)

Pair = tuple[Observation, Observation]


# What the rules allow


def sure(row: Observation) -> bool:
    """Actual, of a known period, and nothing inferred: DESIGN §3's condition of any comparison."""
    return row.status == "actual" and row.period is not None and not row.inferred & set(UNKNOWN_BASES)


def of_one_place(one: Observation, other: Observation) -> bool:
    """Two sure figures of one region over one period and edition."""
    same = (one.region, one.period, one.edition) == (other.region, other.period, other.edition)
    return same and sure(one) and sure(other)


def alike(one: Indicator, other: Indicator) -> bool:
    """Measured alike, so that one may stand around the other."""
    fields = ("measure", "timing", "unit", "scope", "prices")
    return all(getattr(one, field) == getattr(other, field) for field in fields)


def may_share_a_scale(chart: str, one: Observation, other: Observation) -> bool:
    """Whether two marks may be read on one scale: their verdict, and the two exceptions of DESIGN §3, a
    branch around its total over the same period and nested counts of one whole."""
    if verdict(one, other).one_axis:
        return True
    if chart == "branches":
        return of_one_place(one, other) and alike(one.indicator, other.indicator)
    if chart == "breadth":
        counted = one.indicator.unit == other.indicator.unit and one.indicator.measure in ("count", "level")
        return of_one_place(one, other) and counted
    return False


# What a figure draws


def charts(figure: Figure, spec: FigureSpec) -> list[tuple[str, Panel]]:
    """Each panel with the kind of chart it is of; on a sheet, of the part that it comes from."""
    if spec.chart != "together":
        return [(spec.chart, one) for one in figure.panels]
    kinds = {CATALOGUE.figures[id].chart for id in spec.figures}
    counted = {"breadth"} if "breadth" in kinds else set()
    return [(next(iter(counted & {"breadth"}), "sheet"), one) for one in figure.panels]


def held(figure: Figure, id: str) -> Observation:
    """The observation behind a mark; without one the mark would have no source."""
    found = [row for row in figure.rows if row.id == id]
    assert found, f"{figure.id} draws {id}, which isn't among its rows"
    return found[0]


def scaled(figure: Figure, panel: RowsPanel) -> list[Observation]:
    """Every observation whose length or place is read on the panel's one scale."""
    ids = [mark.row for row in panel.rows for mark in row.marks] + [one.row for one in panel.references]
    return [held(figure, id) for id in dict.fromkeys(ids) if id]


def forbidden(figure: Figure, spec: FigureSpec) -> Iterator[str]:
    """Every pair of marks that shares a scale it may not share, in words."""
    for chart, panel in charts(figure, spec):
        if isinstance(panel, RowsPanel):
            groups = (
                [[held(figure, m.row) for m in row.marks if m.row] for row in panel.rows]
                if panel.own_scales
                else [scaled(figure, panel)]
            )
            for group in groups:
                for one, other in combinations(dict.fromkeys(group), 2):
                    fits = in_a_row if panel.own_scales else may_share_a_scale
                    if not fits(chart, one, other):
                        yield f"{figure.id}, {panel.heading}: {one.id} and {other.id}"
        elif isinstance(panel, LinesPanel):
            yield from _crossed(figure, panel)


def in_a_row(chart: str, one: Observation, other: Observation) -> bool:
    """Whether two marks may stand on the scale of a row's own: a part and its whole, a target and its base,
    a rank and that of a year before."""
    if one.indicator.share_of is None and one.indicator.unit == "%" and other.indicator.unit != "%":
        one, other = other, one
    if one.indicator.id == other.indicator.id:
        if one.edition != other.edition or (one.inferred | other.inferred) & set(UNKNOWN_BASES):
            return False
        return one.region == other.region and one.source.publisher == other.source.publisher
    shared = other.indicator.id == f"{one.indicator.id}_share_of_parent"
    return shared and one.period == other.period and one.edition == other.edition


def _crossed(figure: Figure, panel: LinesPanel) -> Iterator[str]:
    """Lines that change what they are of, and columns whose figures differ in more than the region."""
    for line in panel.series:
        rows = [held(figure, id) for id in line.rows if id]
        if len({(row.indicator.id, row.edition, row.region.id) for row in rows}) > 1:
            yield f"{figure.id}, {panel.heading}: {line.name} is of several figures"
    for column in range(len(panel.columns)):
        rows = [held(figure, line.rows[column]) for line in panel.series if line.rows[column]]
        for one, other in combinations(rows, 2):
            if not verdict(one, other).one_axis:
                yield f"{figure.id}, {panel.heading}: {one.id} and {other.id}"


def blunt(figure: Figure) -> Iterator[str]:
    """Bars that end exactly although the figure is open (超, 约 …), and differences, shares or averages
    worked from such a figure as if it were exact."""
    ids = {row.id: row for row in figure.rows}
    for panel in figure.panels:
        for row in panel.rows if isinstance(panel, RowsPanel) else ():
            for mark in row.marks:
                if mark.row and mark.shape == "bar" and mark.finish == "closed" and not ids[mark.row].exact:
                    if ids[mark.row].qualifier:
                        yield f"{figure.id}: {mark.row} is drawn as if exact"
    for one in figure.rows:
        for term in one.derivation.terms if one.derivation else ():
            if term in ids and not ids[term].exact:
                yield f"{figure.id}: {one.id} is worked from {term}, which is not exact"


def unsorted(figure: Figure, spec: FigureSpec) -> Iterator[str]:
    """Rows that are ranked where they may not be, or not ranked where they are: bars stand by value only
    where exact, cities below; gaps always in config.yaml's order."""
    for chart, panel in charts(figure, spec):
        if not isinstance(panel, RowsPanel) or panel.own_scales:
            continue
        names = [row.name for row in panel.rows if not row.muted]
        if chart == "gap":
            order = [CATALOGUE.regions[id].name.zh for id in REGIONS]
            if names != [one for one in order if one in names]:
                yield f"{figure.id}: gaps are sorted"
        if chart == "bars" and panel is figure.panels[0]:
            rows = [held(figure, row.marks[0].row) for row in panel.rows if not row.muted]
            exact = [row for row in rows if row.exact]
            if rows[: len(exact)] != sorted(exact, key=lambda row: -row.value):
                yield f"{figure.id}: not by value, or an open figure is in the ranking"
            if len({row.region.level for row in rows}) > 1:
                yield f"{figure.id}: regions of several levels are in one order"


SAID = re.compile(
    r"(?:(?P<when>.+?)，)?所比(?P<count>[两三四五六七八九十])(?P<level>[省市])中"
    r"(?P<both>同比与两年平均均为)?(?P<names>.+?)(?P<tie>并列)?(?P<most>最[多少高低]|降幅最大)\Z"
)
COUNTS = {"两": 2, "三": 3, "四": 4}
SIDES = {"高于": 1, "低于": -1, "持平于": 0}
ONE_REGION = re.compile(r"(?P<when>.+?)(?P<name>江西|吉安|河北|陕西)同比(?P<rest>.+)\Z")


def untrue(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """What is wrong with the finding of a figure drawn in Chinese: not of the marks drawn, not of whom it
    says, without a time, or of figures that may not be ranked."""
    finding = figure.frame.finding
    if not finding:
        return
    if spec.chart == "gap":
        yield from _untrue_gap(figure)
        return
    said = SAID.match(finding)
    if spec.chart != "bars" or said is None:
        yield f"{figure.id}: {finding} is no finding that bars can make"
        return
    panel = figure.panels[0]
    assert isinstance(panel, RowsPanel)
    drawn = [held(figure, row.marks[0].row) for row in panel.rows if not row.muted]
    for one, other in combinations(drawn, 2):
        if verdict(one, other).kind != "same":
            yield f"{figure.id}: {finding} is made of {one.id} and {other.id}"
    if COUNTS[said["count"]] != len(drawn):
        yield f"{figure.id}: {finding}, but {len(drawn)} are drawn"
    if said["when"] is None:
        yield f"{figure.id}: {finding} doesn't say when"
    named = {row for row in drawn if row.region.name.zh in said["names"].split("、")}
    lowest = said["most"] in ("最少", "最低", "降幅最大")
    better = (lambda a, b: a.value < b.value) if lowest else (lambda a, b: a.value > b.value)
    if not named or any(not better(one, other) for one in named for other in drawn if other not in named):
        yield f"{figure.id}: {finding} is not what is drawn"
    low = any(identities.is_low_base(tables, row) for row in drawn)
    if (low or said["both"]) and len(figure.panels) < 2:
        yield f"{figure.id}: {finding}, but no two-year average is drawn"
    if said["both"] and len(figure.panels) > 1:
        averages = figure.panels[1]
        assert isinstance(averages, RowsPanel)
        beside = [held(figure, row.marks[0].row) for row in averages.rows if not row.muted]
        best = max(row.value for row in beside)
        leading = {row.region.name.zh for row in beside if row.value == best}
        if leading != set(said["names"].split("、")):
            yield f"{figure.id}: {finding} is not what the two-year averages show"
    found = compare(tables, _question(tables, spec, choices))
    if any(row.region in [one.region for one in named] for row in found.disputed):
        yield f"{figure.id}: {finding} although the figure is disputed"


def _untrue_gap(figure: Figure) -> Iterator[str]:
    """Above or below the country is said of one region, by the measure, as the marks stand."""
    finding = figure.frame.finding
    said = ONE_REGION.match(finding)
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


def _question(tables: Tables, spec: FigureSpec, choices: Choices) -> Question:
    """What bars ask."""
    asked = choices.indicator or spec.indicator
    if not asked:
        members = tables.catalogue.of_concept(spec.concept or "")
        regions = choices.regions or REGIONS
        comparing = [one.id for one in members if compare(tables, Question(one.id, regions)).lock]
        asked = comparing[0] if comparing else members[0].id
    regions = tuple(one for one in REGIONS if one in (choices.regions or spec.regions or REGIONS))
    return Question(asked, regions, choices.period or spec.period, spec.edition)


def dishonest(tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """All that is wrong with a figure; nothing, if the rules hold."""
    figure = draw(spec, tables, choices, "zh")
    english = draw(spec, tables, choices, "en")
    found = [
        *forbidden(figure, spec),
        *blunt(figure),
        *unsorted(figure, spec),
        *untrue(figure, tables, spec, choices),
    ]
    if bool(figure.frame.finding) != bool(english.frame.finding):
        found.append(f"{figure.id}: a finding in one language only")
    if [row.id for row in figure.rows] != [row.id for row in english.rows]:
        found.append(f"{figure.id}: other rows in English")
    return found


# Tables drawn at random


class Drawn:
    """Observations drawn at random, under the project's own catalogue, with what follows from them."""

    def __init__(self, rows: Sequence[Observation]) -> None:
        self.catalogue = CATALOGUE
        self.all = rows

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return tuple(r for r in self.all if r.indicator.id == indicator and region in (None, r.region.id))

    @cached_property
    def _solved(self) -> tuple[tuple[Observation, ...], tuple[identities.Finding, ...]]:
        return identities.solve(self)

    @property
    def findings(self) -> Sequence[identities.Finding]:
        return self._solved[1]

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        rows = self._solved[0]
        return tuple(r for r in rows if r.indicator.id == indicator and region in (None, r.region.id))


def subjects(spec: FigureSpec) -> tuple[str, ...]:
    """The indicators that a figure may read: its own, and those that are made of them."""
    if spec.chart == "together":
        return tuple(dict.fromkeys(id for one in spec.figures for id in subjects(CATALOGUE.figures[one])))
    known = CATALOGUE.indicators
    own = [*spec.indicators, *filter(None, [spec.indicator])]
    own += [one.id for one in known.values() if spec.concept and one.concept == spec.concept]
    if spec.chart == "ranks" and not spec.indicators:
        own += [one.id for one in known.values() if one.measure in ("rank", "streak")]
    if spec.chart == "target":
        own += ["designated_enterprises", "stations_5g", "stations_5g_added", "designated_enterprises_added"]
    made = [one.id for one in known.values() if set(one.relations()) & set(own)]
    return tuple(id for id in dict.fromkeys([*own, *made]) if id in known)


def extra(chart: str, **fields: Any) -> FigureSpec:
    """A spec that config.yaml doesn't list."""
    subject = "_".join(str(one) for one in fields.values() if isinstance(one, str))
    title = Text(zh="主题", en="Subject")
    return FigureSpec(id=f"{chart}_{subject}", chart=chart, title=title, page="compare", **fields)  # type: ignore[arg-type]


SPECS = (
    *FIGURES,
    *(extra("bars", concept=one) for one in CATALOGUE.config.concepts if CATALOGUE.of_concept(one)),
    *(extra("lines", concept=one) for one in ("industrial_growth", "value_added_level", "enterprises")),
    *(extra("gap", indicator=one) for one in ("gdp_growth", "profit_growth", "profit_margin")),
    extra("bars", indicator="value_added_growth_gap_china"),
    extra("bars", indicator="value_added_growth_rank_china"),
    extra("parent", indicators=("value_added_growth", "profit_growth"), regions=("jian",)),
)
FLOWS = ("2021-01/2021-03", "2020-01/2020-03", "2021-01/2021-06", "2021", "2020", "2019", "2021-01/2021-04")
STOCKS = ("2020-12", "2021-12", "2021-06", "2019-12")
EDITIONS = ("", "", "", "census_5", "first_release", "batches_1_3", "batches_1_2")
QUALIFIERS = ("", "", "", "", "", "over", "about", "at_least", "at_most", "nearly")
INFERRED = ((), (), (), (), (), ("period",), ("scope",), ("denominator",), ("indicator",), ("status",))
STATUSES = ("actual", "actual", "actual", "actual", "actual", "actual", "target", "forecast", "policy")
SOURCES = tuple(CATALOGUE.sources)[:: max(1, len(CATALOGUE.sources) // 6)]
STEPS = (Decimal("0.1"), Decimal(1), Decimal(1), Decimal(10))


@st.composite
def observations(draw_: st.DrawFn, indicators: tuple[str, ...]) -> list[Observation]:
    """Rows of a few of the indicators, over few periods so that they often meet."""
    pick = draw_(st.lists(st.sampled_from(indicators), min_size=1, max_size=4, unique=True))
    plain = draw_(st.booleans())
    flows = draw_(st.lists(st.sampled_from(FLOWS), min_size=1, max_size=3, unique=True))
    stocks = draw_(st.lists(st.sampled_from(STOCKS), min_size=1, max_size=2, unique=True))
    rows: list[Observation] = []
    for number in range(draw_(st.integers(2, 24))):
        indicator = CATALOGUE.indicators[draw_(st.sampled_from(pick))]
        when = draw_(st.sampled_from(stocks if indicator.timing == "stock" else flows))
        region = draw_(st.sampled_from((*REGIONS, CATALOGUE.config.benchmark)))
        step = draw_(st.sampled_from(STEPS)) if not plain else Decimal("0.1")
        positive = indicator.measure in ("level", "count", "rank", "share", "streak")
        value = draw_(st.integers(1 if positive else -30, 60)) * step
        if indicator.measure == "rank":
            value = abs(value).to_integral_value().max(Decimal(1))
        rows.append(
            Observation(
                id=f"{region}:{indicator.id}:{when}:drawn:{number}",
                region=CATALOGUE.regions[region],
                indicator=indicator,
                period=periods.parse(when, indicator.timing),
                value=value,
                value_to=None,
                qualifier="" if plain else draw_(st.sampled_from(QUALIFIERS)),
                status="actual" if plain else draw_(st.sampled_from(STATUSES)),
                edition="" if plain else draw_(st.sampled_from(EDITIONS)),
                inferred=frozenset(() if plain else draw_(st.sampled_from(INFERRED))),
                source=CATALOGUE.sources[draw_(st.sampled_from(SOURCES))],
                paragraph=number,
                as_printed=f"{value}",
                note_zh="",
                note_en="",
                step=step,
                scale=1,
            )
        )
    return rows


@st.composite
def drawings(draw_: st.DrawFn) -> tuple[FigureSpec, list[Observation], Choices]:
    """A figure, tables for it, and a reader's choices."""
    spec = draw_(st.sampled_from([one for one in SPECS if subjects(one)]))
    rows = draw_(observations(subjects(spec)))
    regions = draw_(st.sampled_from(((), *SUBSETS)))
    period = draw_(st.sampled_from((None, None, *FLOWS, *STOCKS)))
    return spec, rows, Choices(regions=regions, period=period)


@settings(
    max_examples=1500,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(drawings())
def test_no_figure_of_any_tables_compares_what_may_not_be(
    drawing: tuple[FigureSpec, list[Observation], Choices],
) -> None:
    spec, rows, choices = drawing
    assert not dishonest(Drawn(rows), spec, choices)
