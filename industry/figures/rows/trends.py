"""The lines of a trend: what each region holds in its columns, as published, and where lines run on.

All that is drawn is of one edition; what isn't drawn is kept with the verdict that keeps it apart.
Which periods are columns belongs in ``trend_columns``, drawing in ``lines``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from industry.figures import bases
from industry.figures.context import Context
from industry.figures.options import RegionsSpec
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
from industry.figures.rows.trend_columns import Rule, periods_held, readable
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, set_apart
from industry.rules.lock import Asked, comparable, lock_of, preferred
from industry.rules.verdicts import Reason, Verdict, across_levels, verdict
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
    tables, which are those of the lines unless these are shares or gaps: then those that these are worked out from.
    ``open`` are periods that would be columns, too, if what isn't exact were drawn."""

    indicator: Indicator
    columns: tuple[Period, ...]
    edition: str
    lines: tuple[Line, ...]
    published: tuple[Observation, ...]
    open: tuple[Period, ...] = ()

    @property
    def rows(self) -> list[Observation]:
        return [row for line in self.lines for row in line.held]

    @property
    def even(self) -> bool:
        """Whether columns are equally far apart wherever a line may run from one to the next: else its slopes would say
        something that isn't so."""
        pairs = [(one, then) for one, then in pairwise(self.columns) if not self.anew(one, then)]
        return len({then.end - one.end for one, then in pairs}) < 2

    def anew(self, one: Period, then: Period) -> bool:
        """Whether no line runs from one column to the next, whoever holds what: sums since January begin anew with a
        year, and a break ends all lines."""
        return (not self.yearly and one.year != then.year) or self.indicator.broken(one, then) is not None

    def joined(self, at: int) -> bool:
        """Whether lines run on from the column ``at`` to the next, as the verdicts on their figures have it."""
        if not self.even or self.anew(*self.columns[at : at + 2]):
            return False
        pairs = [(one, then) for line in self.lines for one, then in [line.rows[at : at + 2]] if one and then]
        return all(verdict(one, then).one_line for one, then in pairs)

    @property
    def turns(self) -> bool:
        """Whether sums since January begin anew somewhere between its columns."""
        return not self.yearly and len({when.year for when in self.columns}) > 1

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
    level = indicator.measure in AMOUNTS
    shown = regions if level and not as_share else [*regions, bench]
    every = [row for one in shown for row in known(context, indicator.id, one) if comparable(row)]
    rows = [row for row in every if row.exact]
    spans = named or periods_held(context, indicator, rows, rule, years)
    if edition is None:
        country = {lock_of(row) for row in rows if row.region == bench}
        counted = [row for row in rows if row.region != bench and (not as_share or lock_of(row) in country)]
        edition = commonest_edition(context, counted, spans)
    fit = [row for row in rows if row.edition == edition]
    spans = named or periods_held(context, indicator, fit, rule, years)
    drawn: list[Line] = []
    published: list[Observation] = []
    for region in regions if level else shown:
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
    if named:
        return whole
    found = trimmed(whole)
    told = periods_held(context, indicator, [row for row in every if row.edition == edition], rule, years)
    return replace(found, open=tuple(one for one in told if one not in found.columns))


def trimmed(one: Trend) -> Trend:
    """The trend without the columns before its first figure and after its last; of columns unequally far apart without
    any that holds none."""
    held = [at for at in range(len(one.columns)) if any(line.rows[at] for line in one.lines)]
    inside = range(held[0], held[-1] + 1) if held and one.even else held
    lines = (Line(line.region, tuple(line.rows[at] for at in inside)) for line in one.lines)
    return replace(one, columns=tuple(one.columns[at] for at in inside), lines=tuple(lines))


def gaps(context: Context[FigureSpec], one: Trend) -> Trend:
    """What each line is above the country's in the same column, wherever the two may stand on one axis."""
    country = context.catalogue.benchmark
    bench = next((line for line in one.lines if line.region == country), None)
    lines, published = [], []
    for line in one.lines if bench else ():
        pairs = [*zip(line.rows, bench.rows if bench else (), strict=True)]
        rows = tuple(_gap(context, *pair) for pair in pairs)
        if line.region != country and any(rows):
            lines.append(Line(line.region, rows))
            published += [side for gap, pair in zip(rows, pairs, strict=True) if gap for side in pair if side]
    return trimmed(replace(one, lines=tuple(lines), published=tuple(published)))


def _gap(
    context: Context[FigureSpec], row: Observation | None, other: Observation | None
) -> Observation | None:
    sure = row and other and verdict(row, other).one_axis
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


def averages(context: Context[FigureSpec], one: Trend, found: Sequence[BaseEffect]) -> Trend:
    """The two-year averages of the same regions from the first to the last of the columns in which any base was low or
    high and is followed by a year to average it with; the others stay open. One that is published stands also where the growth of
    the year isn't exact. Empty where there is none."""

    def over(region: Region, column: Period) -> Observation | None:
        return row_over(context, one.indicator.id, region.id, column, one.edition)

    when = {effect.row.period for effect in bases.marked(found) if effect.years == 2}
    lines = []
    for line in one.lines:
        held = zip(one.columns, line.rows, strict=True)
        rows = tuple(
            bases.average(context, row or over(line.region, column)) if column in when else None
            for column, row in held
        )
        if any(rows):
            lines.append(Line(line.region, rows))
    return trimmed(replace(one, lines=tuple(lines), published=()))


def left_out(context: Context[RegionsSpec], one: Trend, as_share: bool = False) -> list[Apart]:
    """Of chosen regions without a line the figure nearest to the last column; of the others, and of the country where it
    stands beside them, what fills an open column with another edition, or isn't comparable; and beyond the columns
    what isn't drawn because it, or the whole of which it would be a share, isn't exact. Of the country as that whole what
    isn't exact."""
    apart: list[Apart] = []
    country, regions = context.catalogue.benchmark, families(context)
    lines = {line.region.id: line.rows for line in one.lines}
    whole = as_share and bool(lines)
    for region in [country, *regions] if whole or country.id in lines else regions:
        if region.id in lines or region == country:
            rows = lines.get(region.id, (None,) * len(one.columns))
            empty = [when for when, row in zip(one.columns, rows, strict=True) if row is None]
            apart += _inside(context, one, region, empty, whole and region == country)
            apart += [
                each for each in _inside(context, one, region, one.open) if each.verdict.reason.code in _OPEN
            ]
            continue
        asked = Asked(one.columns[-1], one.edition) if one.columns else None
        found = stand_in(context, [one.indicator], region, asked)
        if found and found.row.period in one.columns:
            found = Apart(found.row, not_drawn(context, one, found.row))
        apart += [found] if found else []
    return apart


_OPEN = ("qualified", "whole_not_exact")


def _inside(
    context: Context[RegionsSpec], one: Trend, region: Region, when: Sequence[Period], open: bool = False
) -> list[Apart]:
    """What a region holds for these periods and why it isn't drawn, of one edition and period a figure once; with ``open`` only
    what isn't exact."""
    held: dict[tuple[object, ...], list[Observation]] = {}
    for row in actual(context, one.indicator, region):
        if row.period in when and not (open and row.exact):
            held.setdefault((row.period, row.edition, row.inferred), []).append(row)
    first = [preferred(rows)[0] for rows in held.values()]
    return [Apart(row, not_drawn(context, one, row)) for row in first]


def not_drawn(context: Context[FigureSpec], one: Trend, row: Observation) -> Verdict:
    """What keeps a figure of one of the columns from being drawn: its edition, what it leaves unsaid, that it is
    open, or that it has no share."""
    found = set_apart(row, Asked(row.period, one.edition))
    if found.reason.code != "alone":
        return found
    whole = row_over(context, row.indicator.id, context.catalogue.benchmark.id, row.period, row.edition)
    if not row.exact:
        return Verdict("qualified", Reason("qualified"))
    if whole is None or not whole.exact:
        return Verdict("other_basis", Reason("whole_not_exact" if whole else "whole"))
    return across_levels(row, whole)
