"""No figure ranks, or sets on one scale, two observations whose verdict forbids it, and no finding is made
of them, whatever the tables hold: on tables drawn at random. What today's tables show besides; the checks
themselves. That the tables which curators keep stay honest is tested in tests/live.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.figures.context import Tables
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Figure, RowsPanel
from industry.rules.lock import UNKNOWN_BASES
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from industry.wording.said import Said
from tests.books import Worked
from tests.conftest import world
from tests.figures.drawing import Changed, exchanged, held, marked, row_panels, words
from tests.figures.honesty import BROKEN, dishonest, forbidden
from tests.figures.specs import options
from tests.figures.true_findings import untrue

CATALOGUE: Catalogue = world().catalogue
REGIONS = tuple(CATALOGUE.config.regions)
SUBSETS = tuple(some for count in range(1, len(REGIONS) + 1) for some in combinations(REGIONS, count))
FIGURES = tuple(CATALOGUE.config.figures)
LANGUAGES = ("zh", "en")
RELATED = {one.id: set(one.relations()) for one in CATALOGUE.indicators.values()}


# Tables drawn at random


def subjects(spec: FigureSpec) -> tuple[str, ...]:
    """The indicators that a figure may read: its own, and those that are made of them."""
    if spec.chart == "together":
        return tuple(
            dict.fromkeys(id for one in options(spec).figures for id in subjects(CATALOGUE.figures[one]))
        )
    known, told = CATALOGUE.indicators, options(spec)
    own = [*told.indicators, *filter(None, [told.indicator])]
    own += [one.id for one in known.values() if told.concept and one.concept == told.concept]
    if spec.chart == "ranks" and not told.indicators:
        own += [one.id for one in known.values() if one.measure in ("rank", "streak")]
    if spec.chart == "target":
        own += ["designated_enterprises", "stations_5g", "stations_5g_added", "designated_enterprises_added"]
    made = [id for id, others in RELATED.items() if others & set(own)]
    return tuple(id for id in dict.fromkeys([*own, *made]) if id in known)


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
    *(extra("gap_trend", indicator=one, by="years") for one in ("value_added_growth", "profit_margin")),
    extra("bars", indicator="value_added_growth_gap_china"),
    extra("bars", indicator="value_added_growth_rank_china"),
    extra("parent", indicators=("value_added_growth", "profit_growth"), regions=("jian",)),
)
FLOWS = ("2021-01/2021-03", "2020-01/2020-03", "2021-01/2021-06", "2021", "2020", "2019", "2021-01/2021-04")
STOCKS = ("2020-12", "2021-12", "2021-06", "2019-12")
EDITIONS = ("census_5", "first_release", "batches_1_3", "batches_1_2")
QUALIFIERS = ("over", "about", "at_least", "at_most", "nearly", "under")
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
    rank = indicator.measure in ("rank", "streak")
    figure = (value if signed else abs(value) + rank) * (Decimal(1) if rank else step)
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


def least(spec: FigureSpec, rows: Sequence[Observation], choices: Choices) -> str:
    """What is wrong, with the fewest rows that still make it so; "" where nothing is."""

    def faults(some: Sequence[Observation]) -> list[str]:
        try:
            return dishonest(Worked(CATALOGUE, some), spec, choices)
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


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
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
            figure = draw(spec, tables, choices, language)
            growth = any(row.indicator.measure == "growth_yoy" for row in figure.rows)
            for sentence in sentences(figure):
                if growth and re.search(r"低于|高于|不及|\b(above|below) (China|the nation)", sentence):
                    assert re.search(r"同比|两年平均|year on year|two-year average", sentence), sentence
                assert not re.search(r"居首|跑赢|领先|outperform|leads?\b", sentence), sentence


def sentences(figure: Figure) -> list[str]:
    """Whatever a figure says beside its table, sentence by sentence."""
    frame = figure.frame
    said = [frame.finding, frame.subtitle, *frame.notices, frame.note, figure.empty, figure.alt]
    said += [part for panel in figure.panels for part in words(panel)]
    return [one for text in said for one in re.split(r"[。；]|\. |; ", text) if one]


@pytest.mark.parametrize("spec", FIGURES, ids=lambda spec: spec.id)
def test_a_title_that_names_a_region_has_no_others_marks(tables: Tables, spec: FigureSpec) -> None:
    """江西重点产业… is of Jiangxi whatever regions the address asks for; a city's parent may stand beside."""
    named = {id for id, one in CATALOGUE.regions.items() if one.name.zh in spec.title.zh}
    if not named or "china" in named and len(named) == 1:
        return
    for regions in SUBSETS:
        figure = draw(spec, tables, Choices(regions=regions), "zh")
        drawn = {row.region.id for row in marked(figure)}
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
            if row in figure.drawn:
                assert row.period and row.period.whole_years, f"{regions}: {spec.title.zh} draws {row.id}"


def test_tables_with_other_rows_are_found_out(tables: Tables) -> None:
    """The checks see what they are there to see: a figure of another period drawn on the same scale."""
    spec = CATALOGUE.figures["growth_q1"]
    figure = draw(spec, tables, Choices(), "zh")
    other = next(row for row in tables.rows("value_added_growth", "jian"))
    panel = figure.panels[0]
    assert isinstance(panel, RowsPanel)
    mark = replace(panel.rows[0].marks[0], row=other, end=float(other.value))
    spoilt = replace(panel, rows=(replace(panel.rows[0], marks=(mark,)), *panel.rows[1:]))
    wrong = replace(figure, panels=(spoilt, *figure.panels[1:]), rows=(*figure.rows, other))
    assert len(list(forbidden(wrong))) == 3
    first = periods.parse("2020-01/2020-03", "flow")
    averages = "value_added_growth_two_year"
    low = Changed(tables, without=lambda row: row.indicator.id == averages or row.period == first)
    assert "首位" not in draw(spec, low, Choices(), "zh").frame.finding
    claimed = replace(
        figure, frame=replace(figure.frame, finding=Said("2021年1—3月，陕西居三省首位", figure.drawn))
    )
    assert len(list(untrue(claimed, tables, spec, Choices()))) == 2


@pytest.mark.parametrize(
    ("figure", "changes"),
    [
        ("jian_shares", {"period": "2019-12"}),
        ("jian_shares", {"inferred": frozenset({"scope"})}),
        ("province_shares", {"edition": "first_release"}),
        ("targets_jian", {"source": CATALOGUE.sources["jian_yearbooks"]}),
        ("targets_jian", {"edition": "final"}),
        ("ranks_jiangxi", {"inferred": frozenset({"period"})}),
        ("ranks_jiangxi", {"region": CATALOGUE.regions["hebei"]}),
        ("breadth_jian", {"period": "2020-01/2020-04"}),
        ("breadth_jian", {"inferred": frozenset({"denominator"})}),
        ("branches_shaanxi", {"region": CATALOGUE.regions["hebei"]}),
        ("branches_shaanxi", {"edition": "final"}),
        ("structure_shaanxi", {"source": CATALOGUE.sources["jian_yearbooks"], "inferred": frozenset()}),
        ("growth_quarters", {"edition": "final"}),
        ("growth_quarters", {"inferred": frozenset({"period"})}),
    ],
)
def test_marks_that_have_nothing_to_do_with_one_another_are_found_out(
    tables: Tables, figure: str, changes: dict[str, Any]
) -> None:
    """The figure behind one mark is turned into another: whatever it is drawn beside is no longer its like."""
    drawn = draw(CATALOGUE.figures[figure], tables, Choices(), "zh")
    assert not list(forbidden(drawn))
    if "period" in changes:
        timing = held(drawn, drawn.drawn[-1]).indicator.timing
        changes = changes | {"period": periods.parse(changes["period"], timing)}
    turned = [(one, replace(one, **changes)) for one in drawn.drawn]
    assert [fault for one, other in turned for fault in forbidden(exchanged(drawn, one, other))]


def test_a_regions_year_before_has_no_bar_beside_other_regions(tables: Tables) -> None:
    """Though it may be read on one scale with the region's own figure: alone with it, even."""
    figure = draw(CATALOGUE.figures["growth_q1"], tables, Choices(regions=("shaanxi", "hebei")), "zh")
    panel = row_panels(figure)[0]
    own = held(figure, panel.rows[0].marks[0].row)
    assert own.period
    before = replace(own, id="before", period=own.period.years_earlier())
    mark = replace(panel.rows[0].marks[0], row=before)
    spoilt = replace(panel, rows=(panel.rows[0], replace(panel.rows[1], marks=(mark,))), references=())
    wrong = replace(figure, panels=(spoilt,), rows=(*figure.rows, before))
    assert len(list(forbidden(wrong))) == 1
    alone = replace(
        spoilt, rows=(replace(panel.rows[0], marks=(*panel.rows[0].marks, mark)),), own_scales=True
    )
    assert not list(forbidden(replace(wrong, panels=(alone,))))
