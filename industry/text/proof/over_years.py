"""Growth that is told against an earlier time than a year before (比2019年同期增长21.5%), and multiples of an earlier amount (是2015年的
1.48倍). The tables print neither; where they hold what it is worked out of, ``rules.growth_over`` does so. Never held against the growth
on the year, and never approved: what follows is derivable."""

from __future__ import annotations

from collections.abc import Iterator

from industry.rules import growth_over
from industry.rules.arithmetic.intervals import COUNTED
from industry.rules.shelf import Shelf
from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.proof.compared import Found
from industry.text.proof.editions import UNHELD_EDITION
from industry.text.proof.ends import End, along, held, pair
from industry.text.proof.verdict import meets
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_YEAR = 12
_LEAST = 2


def judge(claim: Claim, tables: Tables) -> Found:
    doubts = tuple(sorted(claim.doubts))
    if not claim.indicators:
        return "not_held", None, Reason("unknown", doubts or ("indicator",))
    if (
        claim.doubts
        or claim.when is None
        or claim.base is None
        or not claim.region
        or claim.status != "actual"
    ):
        return "to_confirm", None, Reason("guessed", doubts or ("period",))
    one = claim.indicators[0]
    period, sure = claim.when.period(one.timing)
    before, known = claim.base.period(one.timing)
    if not (sure and known) or not _alike(period, before):
        return "to_confirm", None, Reason("guessed", ("period",))
    unit, measure = ("倍", "multiple") if claim.relation.kind == "multiple" else ("%", "growth_yoy")
    said = printed.read(claim.read, unit, measure)
    if said is None or said.value_to is not None or said.qualifier not in ("", "about", "over", "nearly"):
        return "unreadable", None, Reason("unreadable")
    derived = list(_derived(claim, one, period, before, tables))
    if told := next((row for row in derived if meets(said, row)), None):
        return "derivable", told, Reason("computed", (told.id,))
    if derived and _decides(derived[0]):
        return "differs", derived[0], Reason("computed", (derived[0].id,))
    if claim.edition:
        return UNHELD_EDITION
    return "not_held", None, Reason("not_held", (one.id, str(claim.region), str(period)))


def _alike(period: Period, before: Period) -> bool:
    """Whether the same months of two years, or the ends of two months, are told of; years apart."""
    if period.instant:
        return before.end < period.end
    same = (period.months, period.first_month) == (before.months, before.first_month)
    return same and period.end - before.end >= _LEAST * _YEAR


def _derived(
    claim: Claim, one: Indicator, period: Period, before: Period, tables: Tables
) -> Iterator[Observation]:
    """What is worked out for the claim: of the growths of each year, else of the amounts at both ends."""
    region, years = str(claim.region), (period.end - before.end) // _YEAR
    if one.measure == "growth_yoy":
        shelf = Shelf(tables)
        for row in held(one, End(region, period, claim.edition), tables):
            if found := growth_over.over_years(shelf, row, years):
                yield found
    amounts = one if one.measure in AMOUNTS else _amounts(one, tables)
    if amounts is None:
        return
    later, earlier = pair(
        amounts, End(region, period, claim.edition), End(region, before, claim.edition), along, tables
    )
    if later is not None and earlier is not None:
        work = growth_over.multiple if claim.relation.kind == "multiple" else growth_over.growth_between
        if found := work(later, earlier):
            yield found


def _amounts(growth: Indicator, tables: Tables) -> Indicator | None:
    """The amounts of which an indicator is the growth, each in its own prices: of a volume they tell no growth."""
    if growth.prices == "constant":
        return None
    stem = growth.name.zh.removesuffix("增速")
    return next(
        (
            one
            for one in tables.catalogue.indicators.values()
            if one.name.zh == stem and one.measure in AMOUNTS
        ),
        None,
    )


def _decides(row: Observation) -> bool:
    """Whether another number is wrong: growth of money is told at comparable scope, which amounts don't show."""
    assert row.derivation is not None
    return row.derivation.rule != "growth_between" or row.terms[0].indicator.unit in COUNTED
