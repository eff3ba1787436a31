"""Comparisons that a text tells without a number: one region above another, a growth quicker than before, a fall turned into
growth, a place among the provinces. Which of two printed figures is the higher is asked of ``rules``; what isn't certain
in the text is to be confirmed."""

from __future__ import annotations

from itertools import combinations

from industry.rules.arithmetic.derived import gap_between
from industry.rules.arithmetic.order import order
from industry.rules.verdicts import Reason, verdict
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.claims.statements import place
from industry.text.proof.compared import Found, by_editions
from industry.text.proof.editions import UNHELD_EDITION
from industry.text.proof.ends import (
    End,
    abreast,
    along,
    amount,
    base,
    beside,
    common,
    earlier,
    held,
    hindered,
    older,
    pair,
)
from industry.text.proof.sides import Way, reason, surely, told_of, unsure
from industry.text.proof.verdict import LESS
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_SURELY = 1
"""By so much two sources may differ of one figure; more isn't their doing."""

_JUDGED = ("comparison_true", "comparison_false")


def judge(claim: Claim, tables: Tables) -> Found:
    of = base(claim, tables)
    guess: Found = ("to_confirm", None, Reason("guessed", tuple(sorted(claim.doubts)) or ("indicator",)))
    if (
        claim.status != "actual"
        or of is None
        or claim.region in (None, "")
        or claim.when is None
        or claim.doubts
    ):
        return guess
    period, sure = claim.when.period(of.timing)
    if not sure:
        return "to_confirm", None, Reason("guessed", ("period",))
    found = _judged(claim, of, period, tables, guess)
    if claim.relation.kind not in ("above", "placed") or told_of(of, claim.relation.aspect):
        return found
    level = next(filter(amount, claim.near), None)
    told = _judged(claim, level, period, tables, guess) if level else guess
    same = found[0] in (told[0], "cannot_compare")
    return told if told[0] in _JUDGED and same else guess


def _judged(claim: Claim, of: Indicator, period: Period, tables: Tables, guess: Found) -> Found:
    """What becomes of a comparison of two figures of an indicator; ``guess`` where it can't be sure."""
    kind = claim.relation.kind
    if kind == "turned":
        return _turned(claim, of, period, tables) or guess
    if kind == "placed":
        return _placed(claim, of, period, tables)
    if kind == "quicker":
        then = earlier(claim, period)
        if then is None or then == period:
            return "to_confirm", None, Reason("guessed", ("period",))
        one, other = pair(
            of,
            End(str(claim.region), period, claim.edition),
            End(str(claim.region), then, claim.edition),
            along,
            tables,
        )
        missing = Reason("not_held", (of.id, str(then if one else period)))
    else:
        if claim.against not in tables.catalogue.regions or claim.against == claim.region:
            return guess
        against = str(claim.against)
        one, other = pair(
            of,
            End(str(claim.region), period, claim.edition),
            End(against, period, claim.edition),
            beside,
            tables,
            derived=True,
        )
        missing = Reason("period", common(of, str(claim.region), against, period, tables))
    if one is None or other is None:
        if claim.edition:
            return UNHELD_EDITION
        return "cannot_compare", one or other, missing
    return by_editions(
        _ordered(claim, one, other),
        older(one, other, along if kind == "quicker" else beside, tables),
        lambda one, other: _ordered(claim, one, other),
    )


def _ordered(claim: Claim, one: Observation, other: Observation) -> Found:
    found = verdict(one, other)
    times = claim.relation.kind == "quicker"
    if hindrance := hindered(one, other, along if times else beside):
        return "cannot_compare", one, hindrance
    higher = order(one, other)
    if higher is None:
        return "cannot_compare", one, Reason("undecided")
    wanted = -1 if LESS.search(claim.relation.way) else 1
    true, way = surely(claim.relation.aspect, (one, other), lambda way: higher * way == wanted)
    if true is None:
        return "to_confirm", one, unsure(one, other)
    if gap := _printed(one, other):
        return "comparison_true" if true else "comparison_false", gap, Reason("published", (gap.id,))
    if true:
        return "comparison_true", one, reason(one, other, way)
    difference = one.value - other.value
    if times and not found.joined and abs(difference) < _SURELY:
        return "cannot_compare", one, Reason("two_sources", (one.id, other.id, str(difference)))
    return "comparison_false", one, reason(one, other, way)


def _printed(one: Observation, other: Observation) -> Observation | None:
    """The published gap from which one of two regions' figures was worked out: what followed from it doesn't explain it."""
    if not (one.derived or other.derived):
        return None
    return next((gap for gap in (gap_between(one, other), gap_between(other, one)) if not gap.derived), None)


def _turned(claim: Claim, of: Indicator, period: Period, tables: Tables) -> Found | None:
    """由负转正: growth now, and a fall in all that is held of it before: the last months of the year, and the same
    of the year before. None where these differ."""
    region, rises = str(claim.region), claim.relation.way == "up"
    now = next(iter(held(of, End(region, period, claim.edition), tables)), None)
    if now is None and claim.edition:
        return UNHELD_EDITION
    if now is None:
        return "cannot_compare", None, Reason("not_held", (of.id, str(period)))
    if not of.measure.startswith("growth") or not now.exact or now.inferred:
        return None
    before = held(of, End(region, period.years_earlier(), claim.edition), tables)[:1]
    since = [row for row in tables.rows(of.id, region) if row.status == "actual" and row.period]
    since = [row for row in since if claim.edition in ("", row.edition)]
    since = [
        row
        for row in since
        if row.period and row.period.start == period.start and row.period.end < period.end
    ]
    before += since[-1:]
    facts = (now.id, before[-1].id, str(now.value - before[-1].value)) if before else ()
    if (now.value > 0) != rises or not now.value:
        return ("comparison_false", now, Reason("difference", facts)) if before else None
    if before and all((row.value > 0) != rises and row.value for row in before):
        return "comparison_true", now, Reason("difference", facts)
    return None


def _placed(claim: Claim, of: Indicator, period: Period, tables: Tables) -> Found:
    """居三省首位, of all the provinces of the tables and no others."""
    wanted, many = place(claim.relation.way, claim.relation.against)
    own = tables.catalogue.regions[str(claim.region)]
    level = [one.id for one in tables.catalogue.regions.values() if one.level == own.level]
    if len(level) != many or own.level != "province":
        return "to_confirm", None, Reason("guessed", ("region",))
    rows = abreast(of, level, period, claim.edition, tables)
    sides = [row for row in rows.values() if row]
    if len(sides) < len(level) and claim.edition:
        return UNHELD_EDITION
    if len(sides) < len(level):
        other = next(one for one in level if one != own.id and not (rows[own.id] and rows[one]))
        return "cannot_compare", rows[own.id], Reason("period", common(of, own.id, other, period, tables))
    for one, other_row in combinations(sides, 2):
        found = verdict(one, other_row)
        if not found.ranked or order(one, other_row) is None:
            return "cannot_compare", one, Reason(found.reason.code, found.reason.facts)
    mine = next(row for row in sides if row.region.id == own.id)
    others = [row for row in sides if row is not mine]
    nearest = min(others, key=lambda row: abs(row.value - mine.value))
    tied = sum(order(row, mine) == 0 for row in others)

    def stands(way: Way) -> int:
        return 1 + sum(order(row, mine) == way for row in others)

    true, way = surely(claim.relation.aspect, sides, lambda way: stands(way) <= wanted <= stands(way) + tied)
    if true is None:
        return "to_confirm", mine, unsure(mine, nearest)
    if true and tied:
        return "cannot_compare", mine, Reason("undecided")
    return "comparison_true" if true else "comparison_false", mine, reason(mine, nearest, way)
