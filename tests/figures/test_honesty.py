"""No figure ranks, or sets on one scale, two observations whose verdict forbids it, and no finding is made
of them: on tables drawn at random, and on the project's own under every choice of regions and period. Every
region chosen is drawn or named inside the picture.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry import project, wording
from industry.export.picture.figure_png import canvas_of
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import compose
from industry.figures.context import Choices, Tables
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.rules import base_effects, identities
from industry.rules.comparison import Question, compare, verdict
from industry.rules.intervals import strict
from industry.rules.lock import UNKNOWN_BASES, Lock
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, FigureSpec, Indicator, Text
from industry.vocabulary.observation import Observation
from tests.conftest import ROOT
from tests.figures.drawing import Changed

_tables = project.store(ROOT).current().tables
assert _tables is not None
CATALOGUE: Catalogue = _tables.catalogue
REGIONS = tuple(CATALOGUE.config.regions)
SUBSETS = tuple(some for count in range(1, len(REGIONS) + 1) for some in combinations(REGIONS, count))
FIGURES = tuple(CATALOGUE.config.figures)
LANGUAGES = ("zh", "en")
SLIDE = Canvas(1280, 720, 20.0, 3.0)


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
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            groups = [scaled(figure, panel)]
            if panel.own_scales:
                groups = [[held(figure, mark.row) for mark in row.marks if mark.row] for row in panel.rows]
            fits = in_a_row if panel.own_scales else may_share_a_scale
            for group in groups:
                for one, other in combinations(dict.fromkeys(group), 2):
                    if not fits(spec.chart, one, other):
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
        assert one.period and other.period
        within = abs(one.period.end - other.period.end) < 12  # an actual figure inside the target's year
        return one.region == other.region and (within or one.source.publisher == other.source.publisher)
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
                if mark.row and mark.shape == "bar" and mark.finish == "closed" and ids[mark.row].qualifier:
                    yield f"{figure.id}: {mark.row} is drawn as if exact"
    for one in figure.rows:
        for term in one.derivation.terms if one.derivation else ():
            if term in ids and not ids[term].exact:
                yield f"{figure.id}: {one.id} is worked from {term}, which is not exact"


def unsorted(figure: Figure, spec: FigureSpec) -> Iterator[str]:
    """Rows that are ranked where they may not be, or not ranked where they are: bars stand by value only
    where exact, cities below; gaps always in config.yaml's order."""
    for panel in figure.panels:
        if not isinstance(panel, RowsPanel) or panel.own_scales:
            continue
        names = [row.name for row in panel.rows if not row.muted]
        if spec.chart == "gap":
            order = [CATALOGUE.regions[id].name.zh for id in REGIONS]
            if names != [one for one in order if one in names]:
                yield f"{figure.id}: gaps are sorted"
        if spec.chart == "bars" and panel is figure.panels[0]:
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
    if not named or any(
        not beyond(one, other, lowest) for one in named for other in drawn if other not in named
    ):
        yield f"{figure.id}: {finding} is not what is drawn, or its last digits leave it open"
    if any(base_effects.is_low_base(tables, row) for row in drawn) and not said["both"]:
        yield f"{figure.id}: {finding} over a low base, without the two-year average"
    if said["both"]:
        yield from _untrue_averages(figure, tables, drawn, said["names"].split("、"))
    found = compare(tables, _question(tables, spec, choices))
    if any(row.region in [one.region for one in named] for row in found.disputed):
        yield f"{figure.id}: {finding} although the figure is disputed"


def _untrue_averages(
    figure: Figure, tables: Tables, drawn: Sequence[Observation], named: Sequence[str]
) -> Iterator[str]:
    """The two-year averages that a finding calls on are drawn or told, and lead where it says."""
    averages: list[Observation] = []
    for row in drawn:
        assert row.period
        found = base_effects.two_year(tables, row.region.id, row.indicator.id, row.period)
        beside = [
            one.name for panel in figure.panels[1:] if isinstance(panel, RowsPanel) for one in panel.rows
        ]
        told = (
            f"{row.region.name.zh} {wording.number(found, 'zh')}" in "".join(figure.frame.notes)
            if found
            else False
        )
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
    asked = choices.indicator or options(spec).indicator
    if not asked:
        members = tables.catalogue.of_concept(options(spec).concept or "")
        regions = choices.regions or REGIONS
        comparing = [one.id for one in members if compare(tables, Question(one.id, regions)).lock]
        asked = comparing[0] if comparing else members[0].id
    regions = tuple(one for one in REGIONS if one in (choices.regions or options(spec).regions or REGIONS))
    return Question(asked, regions, choices.period or options(spec).period, options(spec).edition)


def unnamed(figure: Figure, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """Regions chosen that are neither drawn nor named (whom a figure of one region is about: see below)."""
    if len(options(spec).regions) == 1:
        return
    told = [figure.frame.subtitle, *figure.frame.notices, *figure.frame.notes, figure.empty]
    told += [one for panel in figure.panels for one in words(panel)]
    for id in about(spec, choices.regions):
        if not any(CATALOGUE.regions[id].name.zh in text for text in told):
            yield f"{figure.id}: {id} is neither drawn nor named"


def dishonest(tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """All that is wrong with a figure; nothing, if the rules hold."""
    figure = draw(spec, tables, choices, "zh")
    if spec.chart == "together":
        return _dishonest_sheet(figure, tables, spec, choices)
    english = draw(spec, tables, choices, "en")
    found = [
        *forbidden(figure, spec),
        *blunt(figure),
        *unsorted(figure, spec),
        *untrue(figure, tables, spec, choices),
        *unnamed(figure, spec, choices),
    ]
    if bool(figure.frame.finding) != bool(english.frame.finding):
        found.append(f"{figure.id}: a finding in one language only")
    if [row.id for row in figure.rows] != [row.id for row in english.rows]:
        found.append(f"{figure.id}: other rows in English")
    return found


def _dishonest_sheet(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> list[str]:
    """What is wrong with the figures on a sheet, and with the sheet: it has their panels and no finding."""
    parts = [CATALOGUE.figures[id] for id in options(spec).figures]
    found = [fault for part in parts for fault in dishonest(tables, part, choices)]
    panels = [panel for part in parts for panel in draw(part, tables, choices, "zh").panels]
    if [replace(one, heading="") for one in figure.panels] != [replace(one, heading="") for one in panels]:
        found.append(f"{figure.id}: not the panels of its figures")
    if figure.frame.finding:
        found.append(f"{figure.id}: {figure.frame.finding}")
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
        return tuple(
            dict.fromkeys(id for one in options(spec).figures for id in subjects(CATALOGUE.figures[one]))
        )
    known = CATALOGUE.indicators
    own = [*options(spec).indicators, *filter(None, [options(spec).indicator])]
    own += [
        one.id for one in known.values() if options(spec).concept and one.concept == options(spec).concept
    ]
    if spec.chart == "ranks" and not options(spec).indicators:
        own += [one.id for one in known.values() if one.measure in ("rank", "streak")]
    if spec.chart == "target":
        own += ["designated_enterprises", "stations_5g", "stations_5g_added", "designated_enterprises_added"]
    made = [one.id for one in known.values() if set(one.relations()) & set(own)]
    return tuple(id for id in dict.fromkeys([*own, *made]) if id in known)


def options(spec: FigureSpec) -> SimpleNamespace:
    """What a figure says, nothing where its kind has no such option."""
    none = dict.fromkeys(("indicator", "concept", "period", "edition"))
    empty = dict.fromkeys(("indicators", "regions", "periods", "figures"), ()) | {"own_periods": {}}
    return SimpleNamespace(**(none | empty | dict(spec)))


def extra(chart: str, **fields: Any) -> FigureSpec:
    """A spec that config.yaml doesn't list."""
    subject = "_".join(str(one) for one in fields.values() if isinstance(one, str))
    title = Text(zh="主题", en="Subject")
    made: FigureSpec = kinds()[chart].options(
        id=f"{chart}_{subject}", chart=chart, title=title, page="compare", **fields
    )
    return made


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
EDITIONS = ("census_5", "first_release", "batches_1_3", "batches_1_2")
QUALIFIERS = ("over", "about", "at_least", "at_most", "nearly")
STATUSES = ("target", "forecast", "policy")
SOURCES = tuple(CATALOGUE.sources)[:: max(1, len(CATALOGUE.sources) // 6)]
STEPS = (Decimal("0.1"), Decimal("0.1"), Decimal(1), Decimal(10))
KNOBS = ("period", "source", "edition", "qualifier", "status", "inferred", "step", "again")


def spans(spec: FigureSpec, timing: str) -> list[str]:
    """The periods that a figure asks for, and others."""
    asked = [
        *options(spec).periods,
        *options(spec).own_periods.values(),
        *filter(None, [options(spec).period]),
    ]
    found = []
    for text in dict.fromkeys([*asked, *(STOCKS if timing == "stock" else FLOWS)]):
        try:
            periods.parse(text, timing)
        except periods.PeriodError:
            continue
        found.append(text)
    return found


def grown(spec: FigureSpec, seed: int, knobs: frozenset[str]) -> list[Observation]:
    """Rows of a few of a figure's indicators, of nearly every region over few periods, so that they meet.
    ``knobs`` are the ways in which they may differ from exact actual figures of one source."""
    chance = Random(seed)
    indicators = subjects(spec)
    picked = list(dict.fromkeys([indicators[0], *chance.sample(indicators, min(len(indicators), 3))]))
    source, edition, step = chance.choice(SOURCES), chance.choice(("", options(spec).edition or "")), STEPS[0]
    rows: list[Observation] = []
    for id in picked:
        indicator = CATALOGUE.indicators[id]
        possible = spans(spec, indicator.timing)
        few = [chance.choice(possible[:2]), *chance.sample(possible, min(2, len(possible)))]
        if "period" not in knobs:
            few = possible[:1]
        for when in dict.fromkeys(few):
            for region in (*REGIONS, CATALOGUE.config.benchmark):
                times = (chance.random() < 0.85) + ("again" in knobs and chance.random() < 0.2)
                for _ in range(times):
                    rows.append(
                        _row(
                            number=len(rows),
                            region=region,
                            indicator=indicator,
                            when=when,
                            value=chance.randint(-30, 60),
                            step=chance.choice(STEPS) if "step" in knobs else step,
                            source=chance.choice(SOURCES) if "source" in knobs else source,
                            edition=_else(chance, "edition" in knobs, edition, EDITIONS),
                            qualifier=_else(chance, "qualifier" in knobs, "", QUALIFIERS),
                            status=_else(chance, "status" in knobs, "actual", STATUSES),
                            inferred=_else(chance, "inferred" in knobs, "", UNKNOWN_BASES),
                        )
                    )
    return rows


def _else(chance: Random, turned: bool, usual: str, others: Sequence[str]) -> str:
    """The usual, or now and then something else."""
    return chance.choice(others) if turned and chance.random() < 0.25 else usual


def _row(
    number: int, region: str, indicator: Indicator, when: str, value: int, step: Decimal, source: str,
    edition: str, qualifier: str, status: str, inferred: str,
) -> Observation:  # fmt: skip
    """A row as the tables would hold it."""
    signed = indicator.measure not in ("level", "count", "rank", "share", "streak")
    figure = (value if signed else abs(value) + 1) * (Decimal(1) if indicator.measure == "rank" else step)
    return Observation(
        id=f"{region}:{indicator.id}:{when}:{source}:{number}",
        region=CATALOGUE.regions[region],
        indicator=indicator,
        period=periods.parse(when, indicator.timing),
        value=figure,
        value_to=None,
        qualifier=qualifier,
        status=status,
        edition=edition,
        inferred=frozenset(inferred.split()),
        source=CATALOGUE.sources[source],
        paragraph=number,
        as_printed=f"{figure}",
        note_zh="",
        note_en="",
        step=step,
        scale=1,
    )


BROKEN = (LookupError, ValueError, TypeError, ArithmeticError, StopIteration, AttributeError, AssertionError)


def least(spec: FigureSpec, rows: Sequence[Observation], choices: Choices) -> str:
    """What is wrong, with the fewest rows that still make it so; "" where nothing is."""

    def faults(some: Sequence[Observation]) -> list[str]:
        try:
            return dishonest(Drawn(some), spec, choices)
        except BROKEN as error:  # a figure must be drawn of any tables
            at = traceback.extract_tb(error.__traceback__)[-1]
            return [f"{spec.id}: {type(error).__name__} in {at.name}"]

    found = faults(rows)
    for row in list(rows) if found else ():
        fewer = [one for one in rows if one != row]
        if less := faults(fewer):
            rows, found = fewer, less
    facts = ((row.id, str(row.value), row.qualifier, row.status, row.edition, *row.inferred) for row in rows)
    return "\n".join([*found, str(choices), *(" ".join(filter(None, one)) for one in facts)]) if found else ""


@settings(max_examples=1000, deadline=None, derandomize=True, database=None)
@given(
    spec=st.sampled_from([one for one in SPECS if subjects(one)]),
    seed=st.integers(0, 10**6),
    knobs=st.frozensets(st.sampled_from(KNOBS)),
    regions=st.sampled_from([(), *SUBSETS]),
    period=st.sampled_from([None, None, None, *FLOWS, *STOCKS]),
)
def test_no_figure_of_any_tables_compares_what_may_not_be(
    spec: FigureSpec, seed: int, knobs: frozenset[str], regions: tuple[str, ...], period: str | None
) -> None:
    fault = least(spec, grown(spec, seed, knobs), Choices(regions=regions, period=period))
    assert not fault, fault


# The project's own tables, under every choice


def asked(spec: FigureSpec, tables: Tables) -> list[str | None]:
    """Every period and edition that a reader may ask a figure for, and none."""
    parts = [options(one) for one in [CATALOGUE.figures[id] for id in options(spec).figures] or [spec]]
    own = [id for one in parts for id in (*one.indicators, *filter(None, [one.indicator]))]
    own += [one.id for part in parts if part.concept for one in CATALOGUE.of_concept(part.concept)]
    rows = [row for id in dict.fromkeys(own) for row in tables.rows(id)]
    locks = {str(Lock(None if row.indicator.timing == "list" else row.period, row.edition)) for row in rows}
    return [None, *sorted({*(str(row.period) for row in rows if row.period), *locks} - {""})]


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_no_figure_of_the_project_compares_what_may_not_be(tables: Tables, spec: FigureSpec) -> None:
    found: dict[str, Choices] = {}
    for regions in ((), *SUBSETS):
        for period in asked(spec, tables):
            choices = Choices(regions=regions, period=period)
            found |= dict.fromkeys(dishonest(tables, spec, choices), choices)
    assert not found, "\n".join(f"{fault} ({choices})" for fault, choices in found.items())


def test_no_indicator_on_the_page_that_compares_does(tables: Tables) -> None:
    found: dict[str, Choices] = {}
    for indicator in CATALOGUE.indicators.values():
        spec = extra("bars", indicator=indicator.id)
        if len({row.region for row in tables.rows(indicator.id)}) < 2:
            continue
        for regions in SUBSETS:
            for lock in (None, *compare(tables, Question(indicator.id, regions)).candidates):
                choices = Choices(regions=regions, period=None if lock is None else str(lock))
                found |= dict.fromkeys(dishonest(tables, spec, choices), choices)
    assert not found, "\n".join(f"{fault} ({choices})" for fault, choices in found.items())


# One year of Shaanxi's: −5.6 points by the rates of the year, +0.6 by the two-year averages


@pytest.mark.parametrize("regions", [some for some in SUBSETS if "shaanxi" in some], ids="-".join)
def test_shaanxis_first_quarter_is_below_the_nation_by_one_measure_only(
    tables: Tables, regions: tuple[str, ...]
) -> None:
    choices = Choices(regions=regions, period="2021-01/2021-03")
    figure = draw(CATALOGUE.figures["gap_growth"], tables, choices, "zh")
    year, average = (panel for panel in figure.panels if isinstance(panel, RowsPanel))
    gaps = [next(row.text for row in panel.rows if row.name == "陕西") for panel in (year, average)]
    assert gaps == ["−5.6", "+0.6"]
    for spec in FIGURES:
        for language in LANGUAGES:
            for sentence in sentences(draw(spec, tables, choices, language)):
                if re.search(r"低于|高于|不及|\b(above|below) (China|the nation)", sentence):
                    assert re.search(r"同比|两年平均|year on year|two-year average", sentence), sentence
                assert not re.search(r"居首|跑赢|领先|outperform|leads?\b", sentence), sentence


def sentences(figure: Figure) -> list[str]:
    """Whatever a figure says beside its table, sentence by sentence."""
    frame = figure.frame
    said = [frame.finding, frame.subtitle, *frame.notices, *frame.notes, figure.empty, figure.alt]
    said += [part for panel in figure.panels for part in words(panel)]
    return [one for text in said for one in re.split(r"[。；]|\. |; ", text) if one]


# Every region is drawn or named


def words(panel: Panel) -> Iterable[str]:
    """The texts that stand in a panel."""
    yield panel.heading
    if isinstance(panel, RowsPanel):
        for row in panel.rows:
            yield from (row.name, row.detail, row.text, row.aside)
    elif isinstance(panel, LinesPanel):
        yield from (line.name for line in panel.series)
    else:
        yield from (*panel.names, *panel.columns, *(text for text, _ in panel.groups))


def about(spec: FigureSpec, regions: tuple[str, ...]) -> list[str]:
    """Whom a figure must speak of: the regions chosen; or, if its subject is one region, that one."""
    if spec.chart == "together":
        return list(
            dict.fromkeys(
                id for one in options(spec).figures for id in about(CATALOGUE.figures[one], regions)
            )
        )
    if spec.chart in ("coverage", "emphasis"):
        return list(REGIONS)
    if len(options(spec).regions) == 1:
        return list(options(spec).regions)
    return list(regions or options(spec).regions or REGIONS)


def pictured(figure: Figure, language: str, canvas: Canvas = SLIDE) -> str:
    """All words of the composed picture, without the title: a report prints its own."""
    plain = compose(figure, canvas, title=False).to_plotly_json()
    texts = [note["text"] for note in plain["layout"]["annotations"]]
    for trace in plain["data"]:
        text = trace.get("text")
        texts += [str(one) for one in text] if isinstance(text, list | tuple) else [text or ""]
    for axis in (one for name, one in plain["layout"].items() if name.startswith(("xaxis", "yaxis"))):
        texts += [str(one) for one in axis.get("ticktext") or ()]
    bare = [re.sub(r"<[^>]+>", "", one).replace("&amp;", "&") for one in texts]
    return ("" if language == "zh" else " ").join(bare)


NAMED = (*[((), one) for one in LANGUAGES], *[(some, one) for some in SUBSETS for one in LANGUAGES])


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_every_region_chosen_is_drawn_or_named_inside_the_picture(tables: Tables, spec: FigureSpec) -> None:
    lacking = []
    for regions, language in NAMED:
        figure = draw(spec, tables, Choices(regions=regions), language)
        frame = figure.frame
        told = [frame.subtitle, *frame.notices, *frame.notes, figure.empty]
        told += [one for panel in figure.panels for one in words(panel)]
        picture = pictured(figure, language)
        for id in about(spec, regions):
            name = CATALOGUE.regions[id].name(language)
            if not any(name in text for text in told):
                lacking.append(f"{language} {regions}: {name} is neither drawn nor named")
            elif name not in picture:
                lacking.append(f"{language} {regions}: {name} is not in the slide")
    assert not lacking, "\n".join(lacking)


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_a_title_that_names_a_region_has_no_others_marks(tables: Tables, spec: FigureSpec) -> None:
    """江西重点产业… is of Jiangxi whatever regions the address asks for; a city's parent may stand beside."""
    named = {id for id, one in CATALOGUE.regions.items() if one.name.zh in spec.title.zh}
    if not named or "china" in named and len(named) == 1:
        return
    for regions in SUBSETS:
        figure = draw(spec, tables, Choices(regions=regions), "zh")
        drawn = {row.region.id for row in figure.rows if row.id in figure.drawn}
        parents = {CATALOGUE.regions[id].parent for id in named}
        assert drawn <= named | parents, f"{regions}: {spec.title.zh} draws {sorted(drawn)}"


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_a_title_that_names_the_year_has_no_other_periods_marks(tables: Tables, spec: FigureSpec) -> None:
    """全年增速 is never a quarter's."""
    if "全年" not in spec.title.zh:
        return
    for regions in ((), *SUBSETS):
        figure = draw(spec, tables, Choices(regions=regions), "zh")
        for row in figure.rows:
            if row.id in figure.drawn:
                assert row.period and row.period.whole_years, f"{regions}: {spec.title.zh} draws {row.id}"


@pytest.mark.parametrize("spec", [one for one in FIGURES if one.chart == "bars"], ids=lambda spec: spec.id)
def test_what_is_said_instead_of_bars_is_true(tables: Tables, spec: FigureSpec) -> None:
    """Nothing is drawn only where no two regions of one level share a period; 所选地区没有同一期间的同一指标
    is said neither of one region nor of a city and a province that do share one."""
    window = periods.parse(CATALOGUE.config.window, "flow")
    for regions in SUBSETS:
        choices = Choices(regions=regions)
        figure = draw(spec, tables, choices, "zh")
        if not figure.empty:
            continue
        rows = [row for row in tables.rows(_question(tables, spec, choices).indicator) if sure(row)]
        rows = [row for row in rows if row.region.id in regions and row.period and row.period.within(window)]
        pairs = [(a, b) for a, b in combinations(rows, 2) if a.region != b.region]
        kinds = {verdict(one, other).kind for one, other in pairs}
        assert not kinds & {"same", "qualified"}, f"{regions}: there is something to draw"
        if figure.empty.startswith("所选地区没有同一期间的同一指标"):
            assert len(regions) > 1, f"{regions}: one region alone is told of as several"
            assert "other_level" not in kinds, f"{regions}: a city and a province share a period"


def test_tables_with_other_rows_are_found_out(tables: Tables) -> None:
    """The checks see what they are there to see: a figure of another period drawn on the same scale."""
    spec = CATALOGUE.figures["growth_q1"]
    figure = draw(spec, tables, Choices(), "zh")
    other = next(row for row in tables.rows("value_added_growth", "jian"))
    panel = figure.panels[0]
    assert isinstance(panel, RowsPanel)
    mark = replace(panel.rows[0].marks[0], row=other.id, end=float(other.value))
    spoilt = replace(panel, rows=(replace(panel.rows[0], marks=(mark,)), *panel.rows[1:]))
    wrong = replace(figure, panels=(spoilt, *figure.panels[1:]), rows=(*figure.rows, other))
    assert len(list(forbidden(wrong, spec))) == 3
    first = periods.parse("2020-01/2020-03", "flow")
    averages = "value_added_growth_two_year"
    low = Changed(tables, without=lambda row: row.indicator.id == averages or row.period == first)
    assert not draw(spec, low, Choices(), "zh").frame.finding
    claimed = replace(figure, frame=replace(figure.frame, finding="2021年1—3月，所比三省中陕西最高"))
    assert len(list(untrue(claimed, tables, spec, Choices()))) == 2


def test_every_average_that_a_note_quotes_has_its_source(tables: Tables) -> None:
    """No number without its source: a two-year average in the notes is among the figure's rows."""
    averages = [
        average
        for indicator in CATALOGUE.indicators.values()
        if indicator.measure == "growth_yoy"
        for row in tables.rows(indicator.id)
        if row.period and (average := base_effects.two_year(tables, row.region.id, indicator.id, row.period))
    ]
    found: list[str] = []
    for spec in FIGURES:
        for regions in ((), *SUBSETS):
            figure = draw(spec, tables, Choices(regions=regions), "zh")
            notes, shown = "".join(figure.frame.notes), {row.id for row in figure.rows}
            for row in {one.id: one for one in averages if one.id not in shown}.values():
                growth = [one for one in figure.rows if one.indicator.id == row.indicator.two_year_average_of]
                quoted = f"{wording.number(row, 'zh')}（{wording.period(row.period, 'zh')}）" in notes
                if quoted and any((one.region, one.period) == (row.region, row.period) for one in growth):
                    found.append(f"{spec.id}: {row.id}")
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("asked", ["batches_1_3", "2021@census_5", "2021-13", "yesterday", "2020-12"])
def test_a_period_that_a_figure_cannot_have_is_passed_over(tables: Tables, asked: str) -> None:
    """An address may hold any word: a figure is then drawn as if none had been asked for, or of its year."""
    broken = []
    for spec in FIGURES:
        try:
            draw(spec, tables, Choices(period=asked), "zh")
        except BROKEN as error:
            broken.append(f"{spec.id}: {type(error).__name__}")
    assert not broken


def squeezed(text: str) -> str:
    """Without spaces, so that a line's end doesn't matter."""
    return re.sub(r"\s", "", text)


def dispute(found: identities.Finding, language: str) -> str:
    """What the checks say against a figure."""
    return wording.audit(found, language, verdict=False).rstrip("。.")


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_no_picture_tells_half_of_a_dispute(tables: Tables, spec: FigureSpec) -> None:
    """材料为6个百分点 without 按公布数计算为2.6个百分点 would spread the disputed figure."""
    half = []
    for regions, language in product(((), *((one,) for one in REGIONS)), LANGUAGES):
        figure = draw(spec, tables, Choices(regions=regions), language)
        notes = "".join(figure.frame.notes)
        told = [one for one in tables.findings if dispute(one, language) in notes]
        for size in CATALOGUE.config.sizes if told else ():
            picture = squeezed(pictured(figure, language, canvas_of(size)))
            for one in told:
                whole = squeezed(dispute(one, language))
                figure_only = squeezed(wording.number(one.rows[0], language).removeprefix("+"))
                start = whole[: whole.index(figure_only) + len(figure_only)]
                if start in picture and whole not in picture:
                    half.append(f"{language} {regions} {size.id}: {start}")
    assert not half, "\n".join(half)


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_the_caveat_of_a_low_base_is_in_every_picture(tables: Tables, spec: FigureSpec) -> None:
    lacking = []
    for language, caveat in zip(LANGUAGES, ("低基数", "low base"), strict=True):
        figure = draw(spec, tables, Choices(), language)
        if caveat in "".join(figure.frame.notes):
            for size in CATALOGUE.config.sizes:
                if squeezed(caveat) not in squeezed(pictured(figure, language, canvas_of(size))):
                    lacking.append(f"{language}, {size.id}")
    assert not lacking


@pytest.mark.parametrize("spec", [one for one in FIGURES if one.chart == "bars"], ids=lambda spec: spec.id)
def test_a_region_set_apart_is_named_with_the_period_asked_for(tables: Tables, spec: FigureSpec) -> None:
    """Jiangxi alone, asked for the first quarter of 2021, is not told with its 7.1 % of 2022."""
    if options(spec).indicator is None or options(spec).period is None:
        return
    when = periods.parse(options(spec).period, CATALOGUE.indicators[options(spec).indicator].timing)
    for regions in SUBSETS:
        figure = draw(spec, tables, Choices(regions=regions), "zh")
        for id in regions:
            rows = [
                row for row in tables.rows(options(spec).indicator, id) if row.period == when and sure(row)
            ]
            if rows and not any(row.region.id == id for row in figure.rows if row.id in figure.drawn):
                told = wording.number(rows[0], "zh") + f"（{wording.period(when, 'zh')}）"
                assert told in "".join(figure.frame.notices), f"{regions}: {figure.frame.notices}"
