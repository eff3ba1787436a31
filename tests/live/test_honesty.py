"""No figure compares what may not be compared, whatever a reader chooses, and what it says in place of marks
is true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from industry import wording
from industry.figures.kinds import kinds
from industry.figures.record import Figure, TablePanel
from industry.rules import base_effects
from industry.rules.comparison import Question, compare
from industry.rules.lock import comparable, lock_of
from industry.rules.shelf import Shelf
from industry.rules.verdicts import RANKED, verdict
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.fields import RATES
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests.figures.honesty import BROKEN, dishonest
from tests.figures.specs import made, once, options
from tests.figures.told_periods import undated
from tests.figures.true_findings import question
from tests.live.choices import asked, subsets
from tests.rules.borne_out import meeting, wrong


def test_no_figure_compares_what_may_not_be(tables: Tables, spec: FigureSpec) -> None:
    """Every period with no region chosen and with all; other choices with none and with one of the periods by turns: a pair
    of observations that may not be compared may not be beside others either."""
    found: dict[str, Choices] = {}
    periods_of, chosen = asked(spec, tables), subsets(tables.catalogue)
    for at, regions in enumerate(((), *chosen)):
        turn = (None, periods_of[1 + at % (len(periods_of) - 1)]) if len(periods_of) > 1 else (None,)
        for period in periods_of if regions in ((), chosen[-1]) else turn:
            choices = Choices(regions=regions, period=period)
            found |= dict.fromkeys(dishonest(tables, spec, choices), choices)
    assert not found, "\n".join(f"{fault} ({choices})" for fault, choices in found.items())


@pytest.mark.parametrize("year", ["latest", "2019", "2021", "2024"])
def test_a_line_of_the_benchmark_table_compares_only_what_shares_its_period(
    tables: Tables, year: str
) -> None:
    for spec in (one for one in tables.catalogue.config.figures if one.chart == "table"):
        for regions in subsets(tables.catalogue):
            figure = once(spec, tables, Choices(regions, year=year), "zh")
            for line in (
                line for panel in figure.panels if isinstance(panel, TablePanel) for line in panel.lines
            ):
                rows = [
                    one.row
                    for one in line.entries
                    if one.row and not one.apart and not options(spec).each_latest
                ]
                pairs = [verdict(a, b).kind for a, b in combinations(rows, 2) if a.region != b.region]
                assert set(pairs) <= {*RANKED, "undecided", "qualified", "other_level", "part"}, (
                    line.name,
                    pairs,
                )


def test_the_tables_bear_out_every_verdict(tables: Tables) -> None:
    found = [
        f"{one.id} and {other.id}: {what}" for one, other in meeting(tables) if (what := wrong(one, other))
    ]
    assert not found, "\n".join(found)


def test_no_indicator_on_the_page_that_compares_does(tables: Tables) -> None:
    found: dict[str, Choices] = {}
    for indicator in tables.catalogue.indicators.values():
        title = Text(zh="主题", en="Subject")
        spec = kinds()["bars"].options(
            id=indicator.id, chart="bars", title=title, page="compare", indicator=indicator.id
        )
        if len({row.region for row in tables.rows(indicator.id)}) < 2:
            continue
        chosen = subsets(tables.catalogue)
        for at, regions in enumerate(chosen):
            locks = compare(tables, Question(indicator.id, regions)).candidates
            turn = locks if regions == chosen[-1] or not locks else (locks[at % len(locks)],)
            for lock in (None, *turn):
                choices = Choices(regions=regions, period=None if lock is None else str(lock))
                found |= dict.fromkeys(dishonest(tables, spec, choices), choices)
    assert not found, "\n".join(f"{fault} ({choices})" for fault, choices in found.items())


def test_no_number_is_told_of_another_period_without_that(
    tables: Tables, spec: FigureSpec, language: str
) -> None:
    """Whatever year is looked at, of the regions that config.yaml has and of all."""
    years = sorted({str(row.period.year) for row in tables.rows() if row.period})
    chosen = ((), tables.catalogue.config.regions)
    found = [
        fault
        for at, year in enumerate((None, "latest", *years))
        for fault in undated(once(spec, tables, Choices(chosen[at % 2], year=year), language))
    ]
    assert not found, "\n".join(found)


def test_a_figure_of_one_region_has_no_others_marks(tables: Tables) -> None:
    """It is of this region whatever the address asks for; those that it lies in may stand beside."""
    catalogue = tables.catalogue
    for spec in catalogue.config.figures:
        if len(options(spec).regions) != 1:
            continue
        own = catalogue.regions[options(spec).regions[0]]
        above = {one.id for one in (catalogue.parent_of(own), catalogue.benchmark) if one}
        for regions in subsets(catalogue):
            figure = once(spec, tables, Choices(regions=regions), "zh")
            drawn = {row.region.id for row in figure.rows if row in figure.drawn}
            assert drawn <= {own.id} | above, f"{spec.id}, {regions}: {sorted(drawn)}"


def bars(tables: Tables) -> Iterator[tuple[FigureSpec, Choices, Figure]]:
    """Every figure of bars under every choice of regions, drawn in Chinese."""
    for spec in tables.catalogue.config.figures:
        for regions in subsets(tables.catalogue) if spec.chart == "bars" else ():
            choices = Choices(regions=regions)
            yield spec, choices, once(spec, tables, choices, "zh")


def test_what_is_said_instead_of_bars_is_true(tables: Tables) -> None:
    """Nothing is drawn only where no two regions of one level share the period asked for, or any up to the year to
    look at where none is."""
    focus = tables.catalogue.config.focus
    last = 9999 if focus == "latest" else int(focus)
    for spec, choices, figure in bars(tables):
        if not figure.empty:
            continue
        where = f"{spec.id}, {choices.regions}"
        known = tables.rows(question(tables, spec, choices).indicator, derived=True)
        rows = [row for row in known if comparable(row)]
        rows = [row for row in rows if row.region.id in choices.regions]
        asked, edition = options(spec).period, options(spec).edition
        when = periods.read(asked, rows[0].indicator.timing) if rows and asked else None
        rows = [r for r in rows if r.period and (r.period == when if asked else r.period.year <= last)]
        rows = [r for r in rows if edition in (None, r.edition)]
        pairs = [(a, b) for a, b in combinations(rows, 2) if a.region != b.region]
        kinds = {verdict(one, other).kind for one, other in pairs}
        assert not kinds & {*RANKED, "qualified"}, f"{where}: there is something to draw"


def test_a_region_set_apart_is_named_with_the_period_asked_for(tables: Tables) -> None:
    """A region alone, asked for a quarter that it holds, is not told with its figure of another year."""
    for spec, choices, figure in bars(tables):
        if options(spec).indicator is None or options(spec).period is None:
            continue
        when = periods.parse(
            options(spec).period, tables.catalogue.indicators[options(spec).indicator].timing
        )
        drawn = {row.region.id for row in figure.rows if row in figure.drawn}
        notices = "".join(figure.frame.notices)
        for id in set(choices.regions) - drawn:
            rows = [
                row
                for row in tables.rows(options(spec).indicator, id)
                if row.period == when and comparable(row)
            ]
            told = [f"{wording.number(row, 'zh')}（{wording.period(when, 'zh')}）" for row in rows]
            assert not told or any(one in notices for one in told), f"{spec.id}, {choices.regions}: {notices}"


@pytest.mark.parametrize("period", ["batches_1_3", "2021@census_5", "2021-13", "yesterday", "2020-12"])
def test_a_period_that_a_figure_cannot_have_breaks_none(tables: Tables, period: str) -> None:
    """An address may hold any word; what is drawn then is tried in tests/figures/test_absence.py."""
    broken = []
    for spec in tables.catalogue.config.figures:
        try:
            once(spec, tables, Choices(period=period), "zh")
        except BROKEN as error:
            broken.append(f"{spec.id}: {type(error).__name__}")
    assert not broken


def test_every_average_that_a_note_quotes_has_its_source(tables: Tables) -> None:
    """No number without its source: a two-year average in the notes is among the figure's rows."""
    shelf = Shelf(tables)
    averages = [
        average
        for indicator in tables.catalogue.indicators.values()
        if indicator.measure == "growth_yoy"
        for row in tables.rows(indicator.id)
        if (average := base_effects.average(shelf, row))
    ]
    quotes = [
        (row, f"{row.region.name.zh}{wording.average(row, 'zh')}")
        for row in {one.id: one for one in averages}.values()
    ]
    found: list[str] = []
    for spec in tables.catalogue.config.figures:
        for regions in ((), *subsets(tables.catalogue)):
            figure = once(spec, tables, Choices(regions=regions), "zh")
            notes, shown = figure.frame.note, {row.id for row in figure.rows}
            for row in (one for one, quote in quotes if quote in notes and one.id not in shown):
                growth = [one for one in figure.rows if one.indicator.id == row.indicator.two_year_average_of]
                if any((one.region, one.period) == (row.region, row.period) for one in growth):
                    found.append(f"{spec.id}: {row.id}")
    assert quotes and not found, "\n".join(dict.fromkeys(found))


def test_no_gap_over_time_is_missing_where_a_figure_has_one_beside_it(tables: Tables) -> None:
    """Of whatever is a rate: where nothing is drawn no region has a figure of the country's edition and months."""
    catalogue, drawn = tables.catalogue, 0
    for one in catalogue.indicators.values():
        if one.measure not in RATES:
            continue
        rows = [row for row in tables.rows(one.id) if row.exact and comparable(row)]
        country = {lock_of(row) for row in rows if row.region == catalogue.benchmark}
        beside = {lock_of(row) for row in rows if row.region != catalogue.benchmark} & country
        figure = made(tables, "gap_trend", regions=catalogue.config.regions, indicator=one.id)
        assert not figure.empty or not beside, (one.id, beside)
        drawn += bool(figure.panels)
    assert drawn
