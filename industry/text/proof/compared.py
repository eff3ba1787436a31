"""Differences that a text tells and the tables don't print: of two regions, of a region and its nation or province, of two
times. Whether the two figures may be compared at all is asked of ``rules.verdicts``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from industry.rules.arithmetic.derived import gap_between
from industry.rules.arithmetic.intervals import half_up, strict
from industry.rules.verdicts import Reason, verdict
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.claims.numbers import LEVEL
from industry.text.proof import guessed
from industry.text.proof.editions import UNHELD_EDITION
from industry.text.proof.ends import End, along, amount, base, beside, common, earlier, hindered, older, pair
from industry.text.proof.sides import reason, surely, told_of, unsure, ways
from industry.text.proof.verdict import Code, digits, meets, opened, side
from industry.vocabulary import printed
from industry.vocabulary.observation import Observation
from industry.vocabulary.printed import Printed

_TENTH = Decimal("0.1")
Found = tuple[Code, Observation | None, Reason]


def judge(claim: Claim, tables: Tables) -> Found:
    """A gap between two regions or two times."""
    of = base(claim, tables)
    if of is None or claim.region in (None, "") or claim.when is None or claim.status != "actual":
        return guessed.judge(claim, tables)
    if claim.number.unit == "%" and of.unit == "%" and not told_of(of, claim.relation.aspect):
        return "to_confirm", None, Reason("guessed", ("indicator",))  # by so much of the amount
    region = str(claim.region)
    period, _ = claim.when.period(of.timing)
    if claim.relation.kind == "gap":
        if claim.against not in tables.catalogue.regions:
            return guessed.judge(claim, tables)
        before = claim.other[1] if claim.other else None
        its = before.period(of.timing)[0] if before else period
        one, other = pair(
            of,
            End(region, period, claim.edition),
            End(str(claim.against), its, claim.edition),
            beside,
            tables,
        )
        missing = Reason("period", common(of, region, str(claim.against), period, tables))
        if one is not None and its != period and not claim.doubts:
            return "cannot_compare", one, missing
    else:
        then = earlier(claim, period)
        if then is None or then == period:
            return guessed.judge(claim, tables)
        one, other = pair(
            of, End(region, period, claim.edition), End(region, then, claim.edition), along, tables
        )
        missing = Reason("not_held", (of.id, str(then)))
    if claim.relation.kind == "gap" and not claim.doubts and not (one and other):
        both = pair(
            of,
            End(region, period, claim.edition),
            End(str(claim.against), period, claim.edition),
            beside,
            tables,
            derived=True,
        )
        if both[0] is not None and both[1] is not None and beside(verdict(both[0], both[1])):
            return _worked_out(claim, both[0], both[1])
    if one is None or other is None:
        if claim.edition:
            return UNHELD_EDITION
        if claim.doubts and claim.other is None:
            return guessed.judge(claim, tables)
        if claim.relation.kind == "change":
            lacking = period if one is None else then
            return "not_held", None, Reason("not_held", (of.id, region, str(lacking)))
        return "cannot_compare", one or other, missing
    allowed = along if claim.relation.kind == "change" else beside
    return by_editions(
        _told(claim, one, other),
        older(one, other, allowed, tables),
        lambda one, other: _told(claim, one, other),
    )


def by_editions(
    found: Found,
    others: Sequence[tuple[Observation, Observation]],
    told: Callable[[Observation, Observation], Found],
) -> Found:
    """What is found of two figures; where that is false and ``told`` of a pair of another edition is true, that it is that edition's."""
    if found[0] == "comparison_false" and found[1] is not None and not found[1].derived:
        for one, other in others:
            its = told(one, other)
            if its[0] == "comparison_true":
                return "other_edition", one, Reason("edition", (one.edition, found[1].id))
            if its[0] == "to_confirm":
                return its
    return found


def _told(claim: Claim, one: Observation, other: Observation) -> Found:
    if claim.doubts:
        return "to_confirm", one, Reason("guessed", tuple(sorted(claim.doubts)))
    found = verdict(one, other)
    times = claim.relation.kind == "change"
    if hindrance := hindered(one, other, along if times else beside):
        return "cannot_compare", one, hindrance
    unit = "百分点" if one.indicator.unit == "%" else one.indicator.unit
    said = printed.read(digits(claim.read), unit, "change")
    if said is None and claim.number.unit == "%" and one.indicator.unit == "%":
        return "differs", None, Reason("unit", (unit,))
    if said is None or said.value_to is not None:
        return "unreadable", one, Reason("unreadable")
    difference = (one.value - other.value) * side(claim)
    of_amounts = amount(one.indicator)
    step = (min if of_amounts else max)(one.step, other.step)
    true, way = surely(
        claim.relation.aspect, (one, other), lambda way: _told_so(said, difference * way, step, of_amounts)
    )
    if true is None:
        return "to_confirm", one, unsure(one, other)
    if true:
        return "comparison_true", one, reason(one, other, way)
    if any(
        not of_amounts
        and _left_open(said, one, other, side(claim) * each)
        or said.qualifier
        and opened(said, difference * each, step)
        for each in ways(claim.relation.aspect, (one, other))
    ):
        return "to_confirm", one, reason(one, other, way)
    if LEVEL.search(claim.read) and (_rounds_off(difference) or claim.relation.year and not one.value):
        return "to_confirm", one, reason(one, other, way)  # or that growth is 0
    if times and not found.joined:
        return "cannot_compare", one, Reason("two_sources", (one.id, other.id, str(one.value - other.value)))
    return "comparison_false", one, reason(one, other, way)


def _rounds_off(difference: Decimal) -> bool:
    """Whether what is told as level differs by less than figures are told to."""
    return half_up(difference, _TENTH) == 0


def _worked_out(claim: Claim, one: Observation, other: Observation) -> Found:
    """A gap between two figures of which one is worked out itself: never approved, for what follows is derivable."""
    unit = "百分点" if one.indicator.unit == "%" else one.indicator.unit
    said = printed.read(digits(claim.read), unit, "change")
    if said is None or said.value_to is not None or len(ways(claim.relation.aspect, (one, other))) != 1:
        return "to_confirm", one, Reason("guessed", ("indicator",))
    row = gap_between(one, other)
    (way,) = ways(claim.relation.aspect, (one, other))
    if row.derived and meets(replace(said, value=said.value * side(claim) * way), row):
        return "derivable", row, Reason("computed", (row.id,))
    return "to_confirm", row, Reason("guessed", ("indicator",))


def _left_open(said: Printed, one: Observation, other: Observation, sign: int) -> bool:
    """Whether a difference may be what is said of it, as one figure is printed to fewer digits than the other, or than it."""
    finer = one.step != other.step or said.step < one.step
    between = strict(one) - strict(other)
    return finer and between.low <= said.value * sign <= between.high


def _told_so(said: Printed, difference: Decimal, step: Decimal, amount: bool) -> bool:
    """Whether a difference whose last digit is ``step`` is what is said of it: the same, or rounded as the word before it says; of an
    ``amount`` without a word, too."""
    if said.step >= step and said.value == half_up(difference, step):
        return said.qualifier in ("", "about", "at_least", "at_most")
    if said.qualifier:
        return opened(said, difference, step) == "rounded"
    return amount and said.step > step and half_up(difference, said.step) == said.value
