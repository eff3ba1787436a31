"""The lines of a trend: which periods are its columns, and what each region holds in them, as published.

All that is drawn is of one edition; what isn't drawn is kept with the verdict that keeps it apart.
Drawing belongs in ``lines``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from industry import wording
from industry.figures import bases
from industry.figures.context import Context
from industry.figures.options import RegionsSpec
from industry.figures.record import Column
from industry.figures.rows.lookup import (
    actual,
    families,
    gap_between,
    known,
    part,
    row_over,
    stand_in,
    with_parents,
)
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, set_apart
from industry.rules.lock import Asked, comparable, lock_of
from industry.rules.verdicts import Reason, Verdict, verdict
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period


@dataclass(frozen=True)
class Line:
    """A region's row for each column, None where nothing is published."""

    region: Region
    rows: tuple[Observation | None, ...]

    @property
    def held(self) -> list[Observation]:
        return [row for row in self.rows if row]


@dataclass(frozen=True)
class Trend:
    """An indicator's lines over ``columns``, all of one ``edition``; ``published`` are the rows from the
    tables, which are those of the lines unless these are shares or gaps."""

    indicator: Indicator
    columns: tuple[Period, ...]
    edition: str
    lines: tuple[Line, ...]
    published: tuple[Observation, ...]

    @property
    def rows(self) -> list[Observation]:
        return [row for line in self.lines for row in line.held]

    @property
    def yearly(self) -> bool:
        """Whether its columns are whole years, or ends of months: nothing starts anew with a year."""
        return self.indicator.timing != "flow" or all(when.whole_years for when in self.columns)


def trend(
    context: Context[RegionsSpec],
    indicator: Indicator,
    asked: Sequence[str] = (),
    edition: str | None = None,
    as_share: bool = False,
    rule: Rule | None = None,
    years: int | None = None,
) -> Trend:
    """The lines of the chosen regions that hold any exact figure, then the country's, over the periods
    ``asked`` for, else by ``rule`` (see `periods_held`) from the first to the last that any line has; of the
    ``edition`` named, if any. Of a level the country has no line: a province beside it says only that it is
    smaller. ``as_share``: of levels as shares of the country's."""
    bench = context.catalogue.benchmark
    regions = families(context)
    named = () if context.choices.span else readable(asked, indicator)
    rows = [row for one in (*regions, bench) for row in known(context, indicator.id, one) if comparable(row)]
    spans = named or periods_held(context, indicator, rows, rule, years)
    if edition is None:
        country = {lock_of(row) for row in rows if row.region == bench}
        counted = [row for row in rows if row.region != bench and (not as_share or lock_of(row) in country)]
        edition = commonest_edition(context, counted, spans)
    fit = [row for row in rows if row.edition == edition]
    spans = named or periods_held(context, indicator, fit, rule, years)
    level = indicator.measure in AMOUNTS
    drawn: list[Line] = []
    published: list[Observation] = []
    for region in [*regions, *(() if level else (bench,))]:
        over = [row_over(context, indicator.id, region.id, when, edition, not as_share) for when in spans]
        line = [row if row and row.exact else None for row in over]
        if as_share:
            parts = [share_of_country(context, row) if row else () for row in line]
            published += [row for one in parts for row in one[:2]]
            line = [one[2] if one else None for one in parts]
        if any(line):
            drawn.append(Line(region, tuple(line)))
            published += [row for row in line if row and not as_share]
    whole = Trend(indicator, tuple(spans), edition, tuple(drawn), tuple(published))
    return whole if named else trimmed(whole)


def trimmed(one: Trend) -> Trend:
    """The trend without the columns before its first figure and after its last."""
    held = [at for at in range(len(one.columns)) if any(line.rows[at] for line in one.lines)]
    inside = slice(held[0], held[-1] + 1) if held else slice(0)
    lines = tuple(Line(line.region, line.rows[inside]) for line in one.lines)
    return replace(one, columns=one.columns[inside], lines=lines)


def gaps(context: Context[FigureSpec], one: Trend) -> Trend:
    """What each line is above the country's in the same column, wherever the two may stand on one axis."""
    country = context.catalogue.benchmark
    bench = next((line for line in one.lines if line.region == country), None)
    lines = []
    for line in one.lines if bench else ():
        pairs = zip(line.rows, bench.rows if bench else (), strict=True)
        rows = tuple(_gap(context, *pair) for pair in pairs)
        if line.region != country and any(rows):
            lines.append(Line(line.region, rows))
    return trimmed(replace(one, lines=tuple(lines)))


def _gap(
    context: Context[FigureSpec], row: Observation | None, other: Observation | None
) -> Observation | None:
    sure = row and other and row not in other.terms and verdict(row, other).one_axis
    return gap_between(context, row, other) if row and sure else None


def commonest_edition(
    context: Context[FigureSpec], rows: Sequence[Observation], spans: Sequence[Period]
) -> str:
    """The edition of which the regions hold exact figures for most of the columns, of several the one released
    last."""
    held = {(row.edition, row.region.id, row.period) for row in rows if row.exact and row.period in spans}
    counted = Counter(edition for edition, *_ in held)
    released = context.catalogue.config.released
    return max(counted, key=lambda one: (counted[one], released(one)), default="")


def share_of_country(context: Context[FigureSpec], row: Observation) -> tuple[Observation, ...]:
    """A province's level, the country's and its share; a city's whole is another, so it has none here."""
    held = context.tables.rows(row.indicator.id, row.region.id)
    alike = [one for one in held if comparable(one) and lock_of(one) == lock_of(row)]
    country = context.catalogue.benchmark
    for own, whole in with_parents(context.tables, alike):
        if whole.region == country and verdict(own, whole).kind == "part" and (parted := part(own, whole)):
            return parted.rows
    return ()


Rule = Literal["months", "quarters", "years"]
"""Which periods of a span are its columns."""
YEAR = 12
MANY_YEARS = 3
"""Years of which not every month can be read in one picture."""


def periods_held(
    context: Context[FigureSpec],
    indicator: Indicator,
    rows: Sequence[Observation],
    rule: Rule | None = None,
    years: int | None = None,
) -> list[Period]:
    """The periods by a ``rule`` (None: whole years where no others are held, else months, in more than `MANY_YEARS`
    quarters) from the first to the last of ``rows``: of a flow since January of each year, of a stock the months in
    which they end. They lie in the span that the reader chose, else in the ``years`` up to the one to look at; where
    neither is said, of months and quarters in two, of whole years in all that are held."""
    held = {row.period for row in rows if row.period}
    if indicator.timing == "flow":
        held = {one for one in held if one.first_month == 1 and one.first_year == one.year and one.months > 1}
    whole = rule == "years" or (indicator.timing == "flow" and all(one.whole_years for one in held))
    first, last = span_of(context, [one.year for one in held], years or (None if whole else 2))
    inside = sorted(one for one in held if first <= one.year <= last)
    if rule is None and indicator.timing == "flow" and not whole and last - first >= MANY_YEARS:
        rule = "quarters"
    if rule == "years":
        inside = [one for one in inside if one.month == YEAR]
    elif rule == "quarters":
        inside = [one for one in inside if one.month % 3 == 0]
    if not inside:
        return []
    if indicator.timing != "flow":
        return inside if rule is None else _ends(inside, {"months": 1, "quarters": 3, "years": YEAR}[rule])
    if whole:
        return [Period(YEAR * year, YEAR * year + 11) for year in range(inside[0].year, inside[-1].year + 1)]
    step, found = 3 if rule == "quarters" else 1, []
    for year in sorted({one.year for one in inside}):
        ends = [one.end for one in inside if one.year == year]
        found += [Period(YEAR * year, end) for end in range(min(ends), max(ends) + 1, step)]
    return found


def span_of(context: Context[FigureSpec], held: Sequence[int], years: int | None) -> tuple[int, int]:
    """First and last year of the span that the reader chose, else of the ``years`` up to the one to look at of
    those ``held`` (None: all that are held)."""
    if chosen := periods.years(context.choices.span):
        return chosen.first_year, chosen.year
    if years is None or not held:
        return min(held, default=0), max(held, default=0)
    last = context.focus.pick(held) or min(held)
    return last - years + 1, last


def _ends(inside: Sequence[Period], months: int) -> list[Period]:
    """The ends of months, so many apart, from the first to the last of stocks."""
    return [Period(end, end, instant=True) for end in range(inside[0].end, inside[-1].end + 1, months)]


def readable(asked: Sequence[str], indicator: Indicator) -> list[Period]:
    """The periods asked for, as far as an indicator of this timing can have them (a stock has no run of
    months)."""
    return [when for text in asked if (when := periods.read(text, indicator.timing))]


def columns(
    context: Context[FigureSpec], spans: Sequence[Period], inferred: Collection[Period] = ()
) -> tuple[Column, ...]:
    """The labels of a panel's columns; a period that is ``inferred`` is marked as such."""
    return tuple(_column(context, when, when in inferred) for when in spans)


def _column(context: Context[FigureSpec], when: Period, inferred: bool) -> Column:
    whole = context.period(when)
    months, year = wording.months_and_year(when, context.language)
    if not inferred:
        return Column(whole, months or year, year if months else "")
    mark = context.say("supposed_at", year if months else "").strip()
    return Column(context.say("supposed_at", whole), months or year, mark)


def averages(context: Context[FigureSpec], one: Trend, found: Sequence[BaseEffect]) -> Trend:
    """The two-year averages of the same regions over the columns in which any base was low or high and is
    followed by a year to average it with; empty where there is none."""
    when = {effect.row.period for effect in bases.marked(found) if effect.years == 2}
    spans = tuple(column for column in one.columns if column in when)
    lines = []
    for line in one.lines:
        held = dict(zip(one.columns, line.rows, strict=True))
        rows = tuple(bases.average(context, held[column]) for column in spans)
        if any(rows):
            lines.append(Line(line.region, rows))
    return Trend(one.indicator, spans, one.edition, tuple(lines), ())


def left_out(context: Context[RegionsSpec], one: Trend) -> list[Apart]:
    """Of chosen regions without a line the figure nearest to the last column; of the others what fills an
    open column with another edition, or isn't comparable."""
    apart: list[Apart] = []
    for region in families(context):
        line = next((line for line in one.lines if line.region == region), None)
        if line:
            empty = [when for when, row in zip(one.columns, line.rows, strict=True) if row is None]
            rows = [row for row in actual(context, one.indicator, region) if row.period in empty]
        else:
            asked = Asked(one.columns[-1], one.edition) if one.columns else None
            found = stand_in(context, [one.indicator], region, asked)
            rows = [found.row] if found and found.row.period in one.columns else []
            apart += [found] if found and not rows else []
        apart += [Apart(row, not_drawn(context, one, row)) for row in rows]
    return apart


def not_drawn(context: Context[FigureSpec], one: Trend, row: Observation) -> Verdict:
    """What keeps a figure of one of the columns from being drawn: its edition, what it leaves unsaid, that it is
    open, or that it has no share."""
    found = set_apart(row, Asked(row.period, one.edition))
    if found.reason.code != "alone":
        return found
    whole = row_over(context, row.indicator.id, context.catalogue.benchmark.id, row.period, row.edition)
    if not row.exact:
        return Verdict("qualified", Reason("qualified"))
    return verdict(row, whole) if whole else Verdict("other_basis", Reason("whole"))
