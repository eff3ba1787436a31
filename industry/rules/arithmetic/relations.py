"""The identities between figures: where their terms stand and how the terms make one another.

An identity is a `Rule` in `RULES`; which indicators it binds is said by their relations in the
catalogue. Applying them to the tables is for ``identities``, the arithmetic of printed digits for
``intervals``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from industry.rules.arithmetic.intervals import Interval, exactly
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.periods import Period

_HUNDRED = exactly(100)
_ONE = exactly(1)
YEAR = 12

Work = Callable[[int, Sequence[Interval]], Interval | None]
Instances = tuple[tuple["Slot", ...], ...]


class Slot(NamedTuple):
    """Where a term stands. ``earlier`` for one a year before: of a list it is last year's list."""

    indicator: str
    region: str
    period: Period
    status: str = "actual"
    earlier: bool = False


Where = Callable[[Catalogue, Indicator, str, Period], Instances]


@dataclass(frozen=True)
class Rule:
    """An identity of the indicators that name the ``relation``.

    ``slots`` gives its terms' places for a region and the period of the first term; ``work(missing,
    known)`` gives the term at place ``missing`` from the others in order, None where it can't be had.
    The rows at the places ``together`` must be of one publisher before anything is derived from them
    (None: all), of ``one`` source where they are both ends of a change, of one producer where they are
    years of one average. An ``additive`` rule keeps the digits of its terms, a ``ratio`` is in doubt in
    proportion to its value. ``ranks`` for changes of a rank."""

    name: str
    relation: str
    slots: Where
    work: Work
    together: tuple[int, ...] | None = None
    additive: bool = True
    ranks: bool = False
    one: Literal["publisher", "source", "producer"] = "publisher"
    ratio: bool = False


# How the terms make one another.


def _difference(missing: int, known: Sequence[Interval]) -> Interval:
    """first = second − third."""
    a, b = known
    return b + a if missing == 1 else a - b if missing == 0 else b - a


def _places(missing: int, known: Sequence[Interval]) -> Interval:
    """places gained = rank a year before − rank now, in the order gained, now, before."""
    a, b = known
    return a + b if missing == 2 else b - a


def _percentage(missing: int, known: Sequence[Interval]) -> Interval | None:
    """share = part ÷ whole × 100. None of a whole that may be nothing or less, and where not even the sign
    of what comes out is sure."""
    a, b = known
    if missing == 0:
        found = _HUNDRED * (a / b) if b.low > 0 else None
    elif missing == 1:
        found = a * b / _HUNDRED
    else:
        found = _HUNDRED * (b / a)
    if found is None or found.low < 0 < found.high or missing == 2 and found.low <= 0:
        return None
    return found


def _total(missing: int, known: Sequence[Interval]) -> Interval:
    """first = the sum of the others."""
    if missing == 0:
        return sum(known[1:], start=known[0])
    rest = known[0]
    for part in known[1:]:
        rest = rest - part
    return rest


def compounded(known: Sequence[Interval], years: Sequence[int]) -> Interval:
    """By what a thing has been multiplied: the product of its growth factors. Each of ``known`` is the growth of one
    year or the average of several, as ``years`` says. Raises ZeroDivisionError where nothing, or less than nothing,
    may be left after a fall."""
    product = _ONE
    for growth, span in zip(known, years, strict=True):
        factor = _ONE + growth / _HUNDRED
        if factor.low <= 0:
            raise ZeroDivisionError("nothing may be left after a fall")
        for _ in range(span):
            product = product * factor
    return product


def grown(factor: Interval) -> Interval:
    """The growth in percent of what has been multiplied by a factor."""
    return _HUNDRED * (factor - _ONE)


def averaged(known: Sequence[Interval], years: Sequence[int]) -> Interval:
    """Average growth over years: the geometric mean of their growth factors, less one; ``years`` as in `compounded`.

    国家统计局：两年平均增速是以2019年同期为基数，采用几何平均的方法计算的增速. Raises ZeroDivisionError where
    nothing, or less than nothing, may be left after a fall: such factors have no mean.
    """
    return grown(compounded(known, years).root(sum(years)))


def _two_years(missing: int, known: Sequence[Interval]) -> Interval | None:
    return None if missing else averaged(known, (1, 1))


def _increment(missing: int, known: Sequence[Interval]) -> Interval | None:
    """contribution = increment of the part ÷ increment of the whole × 100 (贡献率); None where the whole may
    not have grown."""
    if missing:
        return None
    part, part_before, whole, whole_before = known
    return _percentage(0, (part - part_before, whole - whole_before))


# Where the terms stand.


def _gap(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    if one.gap_of is None or one.gap_to is None:
        return ()
    place, indicator = region, one.gap_to
    if one.gap_to in ("china", "parent"):
        country = catalogue.benchmark.id
        parent = catalogue.parent_of(catalogue.regions[region])
        target = country if one.gap_to == "china" else parent.id if parent else country
        if region == country or (one.gap_to == "parent" and target == country):
            return ()
        place, indicator = target, one.gap_of
    return ((Slot(one.id, region, when), Slot(one.gap_of, region, when), Slot(indicator, place, when)),)


def _change(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    if one.change_of is None:
        return ()
    before = Slot(one.change_of, region, when.years_earlier(), earlier=True)
    return ((Slot(one.id, region, when), Slot(one.change_of, region, when), before),)


def _share(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    if one.share_of is None:
        return ()
    ids = (one.id, one.share_of.part, one.share_of.whole)
    return (tuple(Slot(name, region, when) for name in ids),)


def _sum(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    if not one.sum_of:
        return ()
    return (tuple(Slot(name, region, when) for name in (one.id, *one.sum_of)),)


def _closing(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    """The stock at the end of a year's months, actual or aimed at; the opening is always actual."""
    if one.closing_of is None:
        return ()
    opening = Slot(one.closing_of.opening, region, when.years_earlier())
    year = Period(when.end - 11, when.end)
    return tuple(
        (Slot(one.id, region, when, status), opening, Slot(one.closing_of.added, region, year, status))
        for status in ("actual", "target")
    )


def _average(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    growth = one.two_year_average_of
    if growth is None or when.instant or when.months > YEAR:
        return ()
    now, before = Slot(growth, region, when), Slot(growth, region, when.years_earlier())
    return ((Slot(one.id, region, when), now, before),)


def _contribution(catalogue: Catalogue, one: Indicator, region: str, when: Period) -> Instances:
    names = one.contribution_of
    ends = [catalogue.indicators.get(name) for name in (names.part, names.whole)] if names else []
    if names is None or not all(end and end.measure == "level" for end in ends):
        return ()
    both = [
        Slot(name, region, period)
        for name in (names.part, names.whole)
        for period in (when, when.years_earlier())
    ]
    return ((Slot(one.id, region, when), *both),)


RULES: tuple[Rule, ...] = (
    Rule("gap", "gap_of", _gap, _difference, together=(0, 1)),
    Rule("change", "change_of", _change, _difference, one="source"),
    Rule("rank_change", "change_of", _change, _places, ranks=True, one="source"),
    Rule("share", "share_of", _share, _percentage, additive=False, ratio=True, one="producer"),
    Rule("sum", "sum_of", _sum, _total, one="producer"),
    Rule("closing", "closing_of", _closing, _total, one="producer"),
    Rule(
        "two_year_average",
        "two_year_average_of",
        _average,
        _two_years,
        (1, 2),
        additive=False,
        one="producer",
    ),
    Rule(
        "contribution",
        "contribution_of",
        _contribution,
        _increment,
        (1, 2, 3, 4),
        additive=False,
        one="source",
        ratio=True,
    ),
)
RULE = {rule.name: rule for rule in RULES}


def rules_of(catalogue: Catalogue, indicator: Indicator) -> Iterator[Rule]:
    """The identities in which the indicator is the first term."""
    subject = catalogue.indicators.get(indicator.change_of or "")
    of_rank = subject is not None and subject.measure == "rank"
    for rule in RULES:
        if getattr(indicator, rule.relation) and (rule.relation != "change_of" or rule.ranks is of_rank):
            yield rule
