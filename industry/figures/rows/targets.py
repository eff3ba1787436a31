"""Which targets a region has for a year, and what stands beside each: the base of the year before,
the stock that an addition leads to, an actual figure inside the target's period.

What may stand on a row's scale is decided in ``comparison``; how it is drawn belongs in ``target``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from industry.figures.context import Tables
from industry.figures.rows.lookup import latest
from industry.rules.lock import preferred
from industry.rules.pairs import in_base_period, in_progress
from industry.rules.progress import Progress, kind, progress
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period


@dataclass(frozen=True)
class DatedTarget:
    """A target with what stands beside it. ``goal`` is drawn: the target printed, or, of an addition,
    the stock at the end derived from it. ``base`` is the actual figure of the year before, ``unfit``
    one that can't serve as it, ``reached`` an actual inside the target's period, ``added`` the
    addition that the same source prints beside a level at the end. ``sofar`` is a rate's own figure over a part of its
    period, which is no progress; ``progress`` how far an amount or an addition has come."""

    target: Observation
    goal: Observation
    base: Observation | None
    unfit: Observation | None
    reached: Observation | None
    added: Observation | None = None
    sofar: Observation | None = None
    progress: Progress | None = None

    @property
    def has_actual(self) -> bool:
        """Whether anything is known of the target's own period."""
        return bool(self.reached or self.sofar or self.progress)

    @property
    def rows(self) -> tuple[Observation, ...]:
        held = (self.base, self.goal, self.target, self.added, self.unfit, self.reached, self.sofar)
        done = (self.progress.done, *self.progress.terms_before) if self.progress else ()
        return tuple(dict.fromkeys(row for row in (*held, *done) if row))


def targets_of(tables: Tables, region: Region, inside: Sequence[Observation]) -> tuple[DatedTarget, ...]:
    """The aims of all targets, those with a base first, else in the document's order."""
    held = {(row.indicator.id, row.period) for row in inside}
    stocks = {one.closing_of.added: one for one in tables.catalogue.indicators.values() if one.closing_of}
    aims: list[DatedTarget] = []
    beside: dict[tuple[str, Period | None], Observation] = {}
    for row in inside:
        stock = stocks.get(row.indicator.id)
        end = Period(row.period.end, row.period.end, True) if row.period else None
        if stock and end and (stock.id, end) in held:
            beside[stock.id, end] = row
            continue
        goal = _closing(tables, stock, row, end) if stock and end else None
        aims.append(_aim(tables, region, row, goal or row))
    aims = [replace(aim, added=beside.get((aim.goal.indicator.id, aim.goal.period))) for aim in aims]
    return tuple(sorted(aims, key=lambda aim: aim.base is None))


def _closing(tables: Tables, stock: Indicator, added: Observation, end: Period) -> Observation | None:
    """The stock at the end that the addition leads to, as the closing rule derives it."""
    for row in tables.derived(stock.id, added.region.id):
        if row.status == "target" and row.period == end and added in row.terms:
            return row
    return None


def _aim(tables: Tables, region: Region, aimed: Observation, goal: Observation) -> DatedTarget:
    rows = [row for row in tables.rows(goal.indicator.id, region.id) if row.status == "actual"]
    rows = [row for row in rows if row.edition == goal.edition and row.period and not row.derived]
    earlier = preferred(row for row in rows if in_base_period(row, goal))
    fit = [row for row in earlier if verdict(row, goal).one_row]
    base, unfit = (fit[0], None) if fit else (None, earlier[0] if earlier else None)
    reached = _reached(rows, goal, base)
    whole = kind(goal.indicator) != "rate" or reached is None or reached.period == goal.period
    return DatedTarget(
        aimed,
        goal,
        base,
        unfit,
        reached if whole else None,
        sofar=None if whole else reached,
        progress=progress(aimed, tables.rows(aimed.indicator.id, region.id)),
    )


def _reached(rows: Iterable[Observation], goal: Observation, base: Observation | None) -> Observation | None:
    """The latest actual inside the target's period that may be read on one scale with target and base."""
    beside = [goal, *([base] if base else [])]
    inside = [
        row for row in rows if in_progress(row, goal) and all(verdict(row, other).one_row for other in beside)
    ]
    return latest(inside)
