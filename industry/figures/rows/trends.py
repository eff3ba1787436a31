"""The lines of a trend: what each region holds in its columns, as published, and where lines run on.

All that is drawn is of one edition; what isn't drawn is kept with the verdict that keeps it apart.
Which periods are columns belongs in ``trend_columns``, drawing in ``lines``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise

from industry.figures import bases
from industry.figures.context import Context
from industry.figures.options import RegionsSpec
from industry.figures.rows.lookup import (
    actual,
    families,
    gap_between,
    known,
    row_over,
    share_of_country,
    stand_in,
)
from industry.figures.rows.trend_columns import Rule, periods_held, readable
from industry.figures.rows.ways import Ways, of_both, to_average, unfit, ways
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, doubt
from industry.rules.lock import Asked, comparable, leading_edition, lock_of
from industry.rules.verdicts import ALONE, Reason, Verdict, verdict
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
    ``held`` is from what each region's figures could be had, drawn or not, and ``over`` are the periods that would be columns if all
    of that were drawn."""

    indicator: Indicator
    columns: tuple[Period, ...]
    edition: str
    lines: tuple[Line, ...]
    published: tuple[Observation, ...]
    held: Mapping[str, Ways]
    over: tuple[Period, ...]

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

    @cached_property
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
    paired: bool = False,
) -> Trend:
    """The lines of the chosen regions that hold any exact figure, then the country's, over the periods
    ``asked`` for, else by ``rule`` (see `periods_held`) from the first to the last that any line has; of the
    ``edition`` named, if any. Of a level the country has no line: a province beside it says only that it is
    smaller. ``as_share``: of levels as shares of the country's. ``paired``: of an edition, and over periods, of which something
    stands beside the country's, as of shares, wherever anything does."""
    bench = context.catalogue.benchmark
    regions = families(context)
    named = () if context.choices.span else readable(asked, indicator)
    level = indicator.measure in AMOUNTS
    shown = regions if level and not as_share else [*regions, bench]
    sure = (row for one in shown for row in known(context, indicator.id, one) if comparable(row))
    rows = [row for row in sure if row.exact]
    counted, spanning = [row for row in rows if row.region != bench] or rows, rows
    spans = named or periods_held(context, indicator, dated(rows), rule, years)
    if as_share or paired:
        country = {lock_of(row) for row in rows if row.region == bench}
        beside = [row for row in counted if lock_of(row) in country]
        if beside and not any(row.period in spans for row in beside):
            spanning = beside
            spans = named or periods_held(context, indicator, dated(beside), rule, years)
        counted = beside or counted
    if edition is None:
        inside = (row for row in counted if row.period in spans)
        edition = leading_edition(inside, context.catalogue.config.released)
    spans = named or periods_held(context, indicator, dated(spanning, edition), rule, years)
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
    held = ways(context, indicator, shown, not as_share)
    if as_share:
        held = {one.id: of_both(held[bench.id], held[one.id]) for one in regions}
    own = dated((row for one in shown for row in actual(context, indicator, one)), edition)
    yearly = indicator.timing == "flow" and spans and all(one.whole_years for one in (*spans, *own))
    every = {when for each in held.values() for when in each}
    more = periods_held(context, indicator, every, "years" if yearly else rule, years)
    whole = Trend(
        indicator,
        tuple(spans),
        edition,
        tuple(drawn),
        tuple(published),
        held,
        over=tuple(spans if named else sorted({*spans, *more})),
    )
    return whole if named else trimmed(whole)


def dated(rows: Iterable[Observation], edition: str | None = None) -> Iterator[Period]:
    """The periods of ``rows``, of an edition or of any."""
    return (row.period for row in rows if row.period and edition in (None, row.edition))


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
    held = {
        id: of_both(one.held.get(country.id, {}), each) for id, each in one.held.items() if id != country.id
    }
    return trimmed(replace(one, lines=tuple(lines), published=tuple(published), held=held))


def _gap(
    context: Context[FigureSpec], row: Observation | None, other: Observation | None
) -> Observation | None:
    sure = row and other and verdict(row, other).one_axis
    return gap_between(context, row, other) if row and sure else None


def averages(context: Context[FigureSpec], one: Trend, found: Sequence[BaseEffect]) -> Trend:
    """The two-year averages of the same regions from the first to the last of the columns in which any base was low or
    high and is followed by a year to average it with; the others stay open. One that is published stands also where the growth of
    the year isn't exact. Empty where there is none."""

    def over(region: Region, column: Period) -> Observation | None:
        return row_over(context, one.indicator.id, region.id, column, one.edition)

    when = set(dated(effect.row for effect in bases.marked(found) if effect.years == 2))
    lines = []
    for line in one.lines:
        held = zip(one.columns, line.rows, strict=True)
        rows = tuple(
            bases.average(context, row or over(line.region, column)) if column in when else None
            for column, row in held
        )
        if any(rows):
            lines.append(Line(line.region, rows))
    regions = map(context.region, one.held)
    own = {each.id: to_average(context, one.indicator, each, one.over, when) for each in regions}
    return trimmed(replace(one, lines=tuple(lines), published=(), held=own))


def left_out(*trends: Trend) -> list[Apart]:
    """What is held of what isn't drawn, each once: wherever a column that there is, or would be, has no figure, though all that
    it takes is held, that which isn't fit to be drawn, with the reason; and where a derived figure is drawn in the place of one
    that is published, that one. Of a region without any line only what is nearest to the last column."""
    told: dict[str, Apart] = {}
    for one in trends:
        lines = {line.region.id: dict(zip(one.columns, line.rows, strict=True)) for line in one.lines}
        for region in one.held:
            line = lines.get(region, {})
            found = [each for when in one.over if (each := _lacking(one, region, when, line.get(when)))]
            shown = found if line else [ways[:1] for ways in found[-1:]]
            told |= {each.row.id: each for ways in shown for way in ways for each in way}
    return list(told.values())


def _lacking(one: Trend, region: str, when: Period, drawn: Observation | None) -> list[list[Apart]]:
    """Of each way to a column's figure what isn't fit, where nothing is drawn or something derived in the place of the published."""
    ways = (
        [rows for rows in way if drawn is None or _instead(drawn, rows[0])]
        for way in one.held[region].get(when, ())
    )
    keeps = partial(doubt, edition=one.edition)
    return [each for way in ways if (each := [*unfit(way, keeps)])]


def _instead(drawn: Observation, published: Observation) -> bool:
    """Whether what is ``drawn``, or a term of it, is derived in the place of what is ``published``."""
    place = published.indicator.id, published.region.id
    return any(one.derived and (one.indicator.id, one.region.id) == place for one in (drawn, *drawn.terms))


def lineless(context: Context[RegionsSpec], one: Trend, told: Collection[Apart]) -> list[Region]:
    """The chosen regions without a line of which nothing is ``told`` yet."""
    done = {line.region for line in one.lines} | {each.row.region for each in told}
    return [region for region in families(context) if region not in done]


def stand_ins(
    context: Context[RegionsSpec], one: Trend, told: Collection[Apart], as_share: bool = False
) -> Iterator[Apart]:
    """Of each region that is `lineless` its `nearest_to` the columns. What nothing else keeps away has no share (``as_share``) where
    the country's figure is lacking, or it is of what lies in another whole; else it is of no period that may be a column."""
    for region in lineless(context, one, told):
        found = nearest_to(context, one, region)
        if found and found.verdict == ALONE:
            own = region.parent == context.catalogue.benchmark.id
            parted = not as_share or share_of_country(context, found.row)
            whole = Verdict("other_basis", Reason("whole" if own else "level"))
            found = replace(found, verdict=NO_COLUMN if parted else whole)
        if found:
            yield found


def nearest_to(context: Context[RegionsSpec], one: Trend, region: Region) -> Apart | None:
    """A region's figure nearest to the last column, with what keeps it from being drawn; alone where nothing does but what is
    drawn of it, or where there are no columns. None where nothing is held."""
    asked = Asked(one.columns[-1], one.edition) if one.columns else None
    found = stand_in(context, [one.indicator], region, asked)
    if found and (found.row.period in one.columns or found.verdict == ALONE):
        return replace(found, verdict=doubt(found.row, one.edition if one.columns else found.row.edition))
    return found


NO_COLUMN = Verdict("other_period", Reason("columns"))
"""On a figure of none of the periods that a trend may have as columns."""
