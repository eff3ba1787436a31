"""Which targets a region has for a year, and what stands beside each: the base of the year before,
the stock that an addition leads to, an actual figure inside the target's period.

What may stand on a row's scale is decided in ``comparison``; how it is drawn belongs in ``target``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from industry.figures.context import Context, Tables
from industry.figures.rows.lookup import latest
from industry.figures.rows.ways import lacking, ways
from industry.rules.comparison import Apart
from industry.rules.lock import preferred
from industry.rules.pairs import in_base_period, in_progress
from industry.rules.progress import Progress, kind, progress
from industry.rules.verdicts import Reason, verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period


@dataclass(frozen=True)
class DatedTarget:
    """A target with what stands beside it. ``goal`` is drawn: the target printed, or, of an addition,
    the stock at the end derived from it. ``base`` is the actual figure of the year before, ``unfit``
    one that can't serve as it, of whichever edition, ``reached`` an actual inside the target's period, ``added`` the
    addition that the same source prints beside a level at the end. ``progress`` is how far an amount or an
    addition has come, ``sofar`` what is known of the target's year and neither drawn nor counted as progress, of
    the figure drawn and of its addition. ``held`` is every actual figure inside the year, of either."""

    target: Observation
    goal: Observation
    base: Observation | None
    unfit: Observation | None
    reached: Observation | None
    added: Observation | None = None
    sofar: tuple[Observation, ...] = ()
    progress: Progress | None = None
    held: tuple[Observation, ...] = ()

    @property
    def rows(self) -> tuple[Observation, ...]:
        beside = (self.base, self.goal, self.target, self.added, self.unfit, self.reached, *self.sofar)
        done = (self.progress.done, *self.progress.terms_before) if self.progress else ()
        return tuple(dict.fromkeys(row for row in (*beside, *done) if row))

    @property
    def why_unfit(self) -> Reason | None:
        """What keeps the figure of the year before from being a base: what it leaves unsaid, that it is counted otherwise or of
        another edition; else it is of another source. None where nothing is."""
        if self.unfit is None:
            return None
        found = verdict(self.unfit, replace(self.goal, status="actual")).reason
        if found.code != "period":  # another one it is of in any case
            return found
        editions = tuple(sorted((self.unfit.edition, self.goal.edition)))
        return Reason("source") if len({*editions}) == 1 else Reason("edition", editions)


def targets_of(tables: Tables, region: Region, inside: Sequence[Observation]) -> tuple[DatedTarget, ...]:
    """The aims of all targets, those with a base first, else in the document's order."""
    held = {(row.indicator.id, row.period) for row in inside}
    stocks = {one.closing_of.added: one for one in tables.catalogue.indicators.values() if one.closing_of}
    pairs: list[tuple[Observation, Observation]] = []
    beside: dict[tuple[str, Period | None], Observation] = {}
    for row in inside:
        stock = stocks.get(row.indicator.id)
        end = Period(row.period.end, row.period.end, True) if row.period else None
        if stock and end and (stock.id, end) in held:
            beside[stock.id, end] = row
            continue
        goal = _closing(tables, stock, row, end) if stock and end else None
        pairs.append((row, goal or row))
    aims = [
        _aim(tables, region, row, goal, beside.get((goal.indicator.id, goal.period))) for row, goal in pairs
    ]
    return tuple(sorted(aims, key=lambda aim: aim.base is None))


def no_stock(context: Context[FigureSpec], added: Observation) -> list[Apart]:
    """What keeps an addition from leading to a stock at the end: the figure before it, where that is held."""
    stocks = (one for one in context.catalogue.indicators.values() if one.closing_of)
    stock = next(
        (one for one in stocks if one.closing_of and one.closing_of.added == added.indicator.id), None
    )
    if stock is None or added.period is None:
        return []
    end = Period(added.period.end, added.period.end, True)
    held = ways(context, stock, [added.region], status="target")[added.region.id]
    return [*dict.fromkeys(lacking(held, end, added.edition))]


def _closing(tables: Tables, stock: Indicator, added: Observation, end: Period) -> Observation | None:
    """The stock at the end that the addition leads to, as the closing rule derives it."""
    for row in tables.derived(stock.id, added.region.id):
        if row.status == "target" and row.period == end and added in row.terms:
            return row
    return None


def _aim(
    tables: Tables, region: Region, aimed: Observation, goal: Observation, added: Observation | None
) -> DatedTarget:
    every = _actual(tables, region, goal.indicator.id)
    published = [row for row in every if row.period and not row.derived]
    rows = [row for row in published if row.edition == goal.edition]
    earlier = preferred(row for row in published if in_base_period(row, goal))
    earlier.sort(key=lambda row: row.edition != goal.edition)
    fit = [row for row in earlier if verdict(row, goal).one_row]
    base, unfit = (fit[0], None) if fit else (None, earlier[0] if earlier else None)
    reached = _reached(rows, goal, base)
    whole = kind(goal.indicator) != "rate" or reached is None or reached.period == goal.period
    worked = added or aimed
    come = progress(worked, tables.rows(worked.indicator.id, region.id))
    own = [row for row in every if _of_its_year(row, goal)]
    addition = goal.indicator.closing_of.added if goal.indicator.closing_of else None
    more = [row for row in _actual(tables, region, addition) if _of_its_year(row, goal)] if addition else []
    told = [] if reached and whole else [reached or latest(own)]
    told += [latest(more)]
    seen = (base, unfit, come.done if come else None)
    counted = come.target.indicator if come else None
    sofar = tuple(row for row in told if row and row not in seen and row.indicator != counted)
    return DatedTarget(
        aimed, goal, base, unfit, reached if whole else None, added, sofar, come, (*own, *more)
    )


def _actual(tables: Tables, region: Region, indicator: str) -> list[Observation]:
    return [row for row in tables.rows(indicator, region.id) if row.status == "actual"]


def _of_its_year(row: Observation, goal: Observation) -> bool:
    """Whether ``row`` lies in the year, or the years, of the target, wherever it begins."""
    if row.period is None or goal.period is None:
        return False
    first = goal.period.year if goal.period.instant else goal.period.first_year
    return row.period.within(Period(first * 12, goal.period.year * 12 + 11))


def _reached(rows: Iterable[Observation], goal: Observation, base: Observation | None) -> Observation | None:
    """The latest actual inside the target's period that may be read on one scale with target and base."""
    beside = [goal, *([base] if base else [])]
    inside = [
        row for row in rows if in_progress(row, goal) and all(verdict(row, other).one_row for other in beside)
    ]
    return latest(inside)
