"""Which targets a region has for a year, and what stands beside each: the base of the year before,
the stock that an addition leads to, an actual figure inside the target's period.

Two figures make a base and a goal only if they are of one publisher and nothing about either is
inferred. How they are drawn belongs in ``target``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from industry import wording
from industry.figures.context import Tables
from industry.rules.comparison import preferred
from industry.rules.intervals import PERCENTAGES, exactly, half_up, strict
from industry.rules.lock import UNKNOWN_BASES, comparable
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS, per_year
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class DatedTarget:
    """A target with what stands beside it. ``goal`` is drawn: the target printed, or, of an addition,
    the stock at the end derived from it. ``base`` is the actual figure of the year before, ``unfit``
    one that can't serve as it, ``reached`` an actual inside the target's period, ``added`` the
    addition that the same source prints beside a level at the end."""

    target: Observation
    goal: Observation
    base: Observation | None
    unfit: Observation | None
    reached: Observation | None
    added: Observation | None = None

    @property
    def rows(self) -> tuple[Observation, ...]:
        held = (self.base, self.goal, self.target, self.added, self.unfit, self.reached)
        return tuple(dict.fromkeys(row for row in held if row))


def kind(indicator: Indicator) -> str:
    """Which of the five kinds a target of ``indicator`` is: level, net, gross, amount or rate."""
    if indicator.addition:
        return indicator.addition
    if indicator.measure == "rank":
        return "level"
    if indicator.measure not in AMOUNTS:
        return "rate"
    return "amount" if indicator.timing == "flow" else "level"


def before(when: Period) -> Period:
    """The period of like length that ends a year, or for a run of years its length, earlier."""
    return when.years_earlier(1 if when.instant else -(-when.months // 12))


def targets_of(tables: Tables, region: Region, inside: Sequence[Observation]) -> tuple[DatedTarget, ...]:
    """The aims of all targets, those with a base first, else in the document's order."""
    held = {(row.indicator.id, row.period) for row in inside}
    stocks = {one.closing_of.added: one for one in tables.catalogue.indicators.values() if one.closing_of}
    aims: list[DatedTarget] = []
    beside: dict[tuple[str, Period], Observation] = {}
    for row in inside:
        stock = stocks.get(row.indicator.id)
        end = Period(row.period.end, row.period.end, True) if row.period else None
        if stock and end and (stock.id, end) in held:
            beside[stock.id, end] = row
            continue
        goal = _closing(tables, stock, row, end) if stock and end else None
        aims.append(_aim(tables, region, row, goal or row))
    aims = [_with_addition(aim, beside) for aim in aims]
    return tuple(sorted(aims, key=lambda aim: aim.base is None))


def _with_addition(aim: DatedTarget, beside: Mapping[tuple[str, Period], Observation]) -> DatedTarget:
    added = beside.get((aim.goal.indicator.id, aim.goal.period)) if aim.goal.period else None
    return replace(aim, added=added)


def _closing(tables: Tables, stock: Indicator, added: Observation, end: Period) -> Observation | None:
    """The stock at the end that the addition leads to, as the closing rule derives it."""
    for row in tables.derived(stock.id, added.region.id):
        if row.status == "target" and row.period == end and added in row.terms:
            return row
    return None


def _aim(tables: Tables, region: Region, aimed: Observation, goal: Observation) -> DatedTarget:
    rows = [row for row in tables.rows(goal.indicator.id, region.id) if row.status == "actual"]
    rows = [row for row in rows if row.edition == goal.edition and row.period and not row.derived]
    sure = [row for row in rows if comparable(row)] if not goal.inferred & set(UNKNOWN_BASES) else []
    earlier = preferred(row for row in rows if _a_year_before(row, goal))
    fit = [row for row in earlier if row in sure and _one_publisher(row, goal)]
    base, unfit = (fit[0], None) if fit else (None, earlier[0] if earlier else None)
    return DatedTarget(aimed, goal, base, unfit, _reached(sure, goal))


def _one_publisher(one: Observation, other: Observation) -> bool:
    return one.publishers == other.publishers


def _a_year_before(row: Observation, goal: Observation) -> bool:
    """Whether ``row`` is of the year before; a run of years in ``/年`` is of each of them."""
    if row.period is None or goal.period is None:
        return False
    then = before(goal.period)
    each = per_year(row.indicator.unit) and row.period.whole_years
    return row.period == then or each and row.period.start <= then.start and row.period.end == then.end


def _reached(rows: Iterable[Observation], goal: Observation) -> Observation | None:
    """The latest actual inside the target's period: of a stock after the base, of a flow since its
    beginning."""
    if goal.period is None:
        return None
    start = before(goal.period).end + 1 if goal.period.instant else goal.period.start
    inside = [
        row
        for row in rows
        if row.period is not None
        and row.period.end <= goal.period.end
        and (row.period.start >= start if goal.period.instant else row.period.start == start)
    ]
    latest = max((row.period.end for row in inside if row.period), default=None)
    found = preferred(row for row in inside if row.period and row.period.end == latest)
    return found[0] if found else None


def required(aim: DatedTarget, language: str) -> Said:
    """The change from base to goal: in percent, of a percentage in percentage points, with the
    digits that both ends leave sure; nothing where an end is not exact, and for a gross addition: adding
    fewer than last year is no fall that anyone needs."""
    if aim.base is None or not aim.base.exact or not aim.goal.exact or kind(aim.goal.indicator) == "gross":
        return Said()
    points = aim.goal.indicator.unit in PERCENTAGES
    if not points and aim.goal.indicator.measure not in AMOUNTS:
        return Said()
    try:
        span = strict(aim.goal) - strict(aim.base)
        if not points:
            span = exactly(100) * (strict(aim.goal) / strict(aim.base) - exactly(1))
    except ZeroDivisionError:
        return Said()
    step = max(aim.goal.step, aim.base.step) if points else TENTH
    while step < span.half_width and not points:
        step *= 10
    text = wording.plain(half_up(span.value, step), step, language, signed=True)
    unit = "%" if not points else "个百分点" if language == "zh" else " pp"
    return Said(text + unit, (aim.base, aim.goal), "derived")
