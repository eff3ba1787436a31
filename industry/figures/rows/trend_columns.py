"""The columns of a trend: which periods they are, by rule or as asked for, over which years, and how they are labelled.

What each region holds in them belongs in ``trends``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from math import gcd
from typing import Literal

from industry import wording
from industry.figures.context import Context
from industry.figures.record import Column
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.periods import Period

Rule = Literal["months", "quarters", "years"]
"""Which periods of a span are its columns."""
YEAR = 12
_STEPS: dict[Rule, int] = {"months": 1, "quarters": 3, "years": YEAR}
MANY_YEARS = 3
"""Years of which not every month can be read in one picture."""


def periods_held(
    context: Context[FigureSpec],
    indicator: Indicator,
    held: Iterable[Period],
    rule: Rule | None = None,
    years: int | None = None,
) -> list[Period]:
    """The periods by a ``rule`` (None: whole years where no others are held, else months, in more than `MANY_YEARS`
    quarters) from the first to the last of those ``held``: of a flow since January of each year, of a stock the ends of
    months, equally far apart where all that are held are ends of quarters. They lie in the span that the reader chose, else in the ``years`` up to the one to look at; where
    neither is said, of months and quarters in two, of whole years in all that are held."""
    held = set(held)
    if indicator.timing == "flow":
        held = {one for one in held if one.first_month == 1 and one.first_year == one.year and one.months > 1}
    stock = indicator.timing == "stock"
    whole = not stock and (rule == "years" or all(one.whole_years for one in held))
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
    if stock:
        return _ends(inside, _STEPS[rule] if rule else _step(inside))
    if indicator.timing == "list" and not whole:
        return inside
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


def _step(inside: Sequence[Period]) -> int:
    """How many months there are between the ends of stocks, all told: whole quarters, or 0."""
    apart = gcd(*(then.end - one.end for one, then in pairwise(inside)))
    return apart if apart % _STEPS["quarters"] == 0 else 0


def _ends(inside: Sequence[Period], months: int) -> list[Period]:
    """The ends of months, so many apart, from the first to the last of stocks; as they are where that is 0."""
    if not months:
        return list(inside)
    return [Period(end, end, instant=True) for end in range(inside[0].end, inside[-1].end + 1, months)]


def readable(asked: Sequence[str], indicator: Indicator) -> list[Period]:
    """The periods asked for, as far as an indicator of this timing can have them (a stock has no run of
    months)."""
    return [when for text in asked if (when := periods.read(text, indicator.timing))]


def columns(
    context: Context[FigureSpec],
    spans: Sequence[Period],
    inferred: Collection[Period] = (),
    whole: bool = False,
) -> tuple[Column, ...]:
    """The labels of a panel's columns; a period that is ``inferred`` is marked as such. ``whole``: each says its months
    and its year, since those of its neighbours don't tell them."""
    if whole:
        return tuple(Column(context.period(when), context.period(when)) for when in spans)
    return tuple(_column(context, when, when in inferred) for when in spans)


def _column(context: Context[FigureSpec], when: Period, inferred: bool) -> Column:
    whole = context.period(when)
    months, year = wording.months_and_year(when, context.language)
    if not inferred:
        return Column(whole, months or year, year if months else "")
    mark = context.say("supposed_at", year if months else "").strip()
    return Column(context.say("supposed_at", whole), months or year, mark)
