"""What the judgement of a number is made of: the verdicts, and whether what is said of a row agrees with it digit for
digit. Which row it is held against is for ``proof``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal

from industry.rules.arithmetic.intervals import ends, half_up
from industry.rules.pairs import one_figure
from industry.rules.verdicts import Reason
from industry.text.claims.claim import Claim
from industry.text.claims.numbers import LEVEL, POINTS
from industry.text.claims.relations import FALL
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.printed import Printed, words

Code = Literal[
    "agrees", "agrees_rounded", "other_edition", "disputed", "differs", "other_status", "other_period", "other_region",
    "other_basis", "derivable", "not_held", "comparison_true", "comparison_false", "cannot_compare", "to_confirm",
    "unreadable",
]  # fmt: skip
OBJECTIONS: tuple[Code, ...] = ("differs", "comparison_false", "other_status", "cannot_compare", "unreadable")
"""What no text of ours may be called: wrong, or not understood."""
GOOD: tuple[Code, ...] = ("agrees", "agrees_rounded")
"""What is approved as a figure of the tables."""
_MOVING = frozenset("RUDFudKJjLlHhBMV")
"""Letters of words before a number that its sign depends on: none of them may be left away."""


_LESS = sorted(map(re.escape, (*words.of_kind("LlDd"), "收窄", "小于")), key=len, reverse=True)
LESS = re.compile(rf"(?<![多少])(?<![多少]下)(?:{'|'.join(_LESS)})|小$")
"""Words by which a difference is below zero."""
ROUNDED = {
    "about": ROUND_HALF_UP, "over": ROUND_FLOOR, "at_least": ROUND_FLOOR,
    "nearly": ROUND_CEILING, "under": ROUND_CEILING, "at_most": ROUND_CEILING,
}  # fmt: skip
"""How a figure is rounded by the word that opens it."""
_BOUNDS = {"over": 1, "at_least": 1, "under": -1, "at_most": -1}
_ENDS = ("at_least", "at_most")
"""On which side of a bound a figure lies, and which bounds it may be itself."""
_DOUBLED = 100
"""Of which a rate is told in whole by a word alone (翻一番)."""
_ROUGH = Decimal("0.1")
"""By how much of itself a figure may be off that is nearly another, or whose zeros are rounding."""
_LEVEL = Decimal(1)
"""By how much at most figures differ that are told as about level."""
_QUALIFIERS = "|".join(sorted(map(re.escape, words.QUALIFIER), key=len, reverse=True))
_WORDS = re.compile(
    rf"^.*?(?<![a-z\d])(?<![a-z\d][.,])(?=(?:{_QUALIFIERS})?[-+]?[\d零一二两三四五六七八九十])(?!两年)"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A number of the text from ``start`` to ``end``, its verdict, the row that it was held against, if any, and why: a
    code and what a sentence about it names, rows by their ids.

    | verdict | code | facts |
    |---|---|---|
    | agrees | same | the row |
    | agrees_rounded | rounded, about, over, at_least, nearly, under, at_most | the row |
    | differs | digits, sign, scale, cut, rounded, too_precise, qualifier, qualifier_dropped, computed | the row |
    | differs | unit | the unit that it is counted in |
    | other_edition | edition | the row's edition, the row of the newest |
    | disputed | dispute | the row |
    | other_status, other_period, other_region, other_basis | status, period, region, basis | what the row is of, what the text says |
    | other_basis | population | the indicator of the row, the region among which the text says that it is |
    | derivable | computed | the derived row, worked out for the claim where the tables derive none |
    | not_held | not_held | indicator, region, period |
    | not_held | unknown | what is doubted: indicator, region, period |
    | not_held | pull, sequential, place | nothing: no table is of it |
    | comparison_true, comparison_false | difference | two rows, their difference |
    | comparison_true, comparison_false | falls | two rows that are falls, the difference of their sizes |
    | comparison_true, comparison_false | published | the row of the gap from which one of the two was worked out |
    | cannot_compare | period | the last period that both hold with its two rows, or nothing |
    | cannot_compare | two_sources | two rows, their difference |
    | cannot_compare | inexact | two rows, of which one isn't exact |
    | cannot_compare | not_held | indicator, period |
    | cannot_compare | one of ``rules.verdicts`` | as there |
    | to_confirm | guessed | what is doubted |
    | to_confirm | open | the row |
    | to_confirm | no_edition | nothing: of the edition that is told the tables don't hold all that it takes |
    | to_confirm | difference, falls | as of comparison_true: it isn't against what is said of it |
    | to_confirm | aspect | two rows of which rates or falls may be told |
    | to_confirm | inferred | what the row supplies without its source printing it |
    | unreadable | unreadable | nothing |
    """

    start: int
    end: int
    text: str
    verdict: Code
    row: Observation | None
    reason: Reason
    claim: Claim


def read(claim: Claim, indicator: Indicator) -> Printed | None:
    """What the number says of an indicator; None where that isn't certain."""
    if indicator.measure in ("gap", "change") and indicator.unit != "位":
        return _difference(claim, indicator)
    if claim.relation.kind in ("gap", "change") and LEVEL.search(claim.read):
        return None
    lead = claim.read
    while True:
        said = printed.read(lead, indicator.unit, indicator.measure)
        if said is not None:
            return said
        word = max((one for one in words.LEAD if lead.startswith(one)), key=len, default="")
        kind = words.LEAD.get(word, "")
        grown = kind in ("R", "V") and (indicator.addition is not None or "增" in indicator.name.zh)
        kept = kind in _MOVING and indicator.measure != "rank" and not grown
        if not word or word in words.QUALIFIER or kept:
            return None
        lead = lead[len(word) :]


def _difference(claim: Claim, indicator: Indicator) -> Printed | None:
    """A difference: its sign is told by the words before it, whatever it is compared with."""
    core = digits(claim.read)
    said = printed.read(core, indicator.unit, indicator.measure)
    if said is None or said.value_to is not None:
        return None
    return replace(said, value=said.value * side(claim))


def side(claim: Claim) -> int:
    """-1 where a difference is told as below zero, else 1; of falls (降幅) their own word tells nothing of it."""
    less = LESS.search(claim.relation.way or FALL.sub("", claim.said)) is not None
    return -1 if less != claim.turned else 1


def digits(said: str) -> str:
    """What is read, without the words before its number but for those that open it (超, 约)."""
    return _WORDS.sub("", said, count=1)


def unit_differs(claim: Claim, indicator: Indicator) -> bool:
    """% where 百分点 is meant, or another unit that the indicator isn't counted in."""
    unit = words.unit_of(indicator.unit)
    said = claim.number.unit
    if LEVEL.search(claim.read):
        return False
    if POINTS in said:
        return unit.measure != POINTS
    return bool(said) and said in ("%", "成") and unit.measure != "%"


def held_against(said: Printed, row: Observation) -> tuple[Code, str]:
    """``agrees``, ``agrees_rounded``, ``differs`` or, of what isn't against the row but doesn't follow from it, ``to_confirm``; and why."""
    if row.derived:
        return ("agrees", "computed") if _as_shown(said, row) else ("differs", "digits")
    if said.value == row.value and said.value_to == row.value_to:
        return _same(said, row)
    if not row.exact or said.value_to is not None:
        return ("to_confirm", "open") if _may_be(said, row) else ("differs", "digits")
    if row.value == -said.value:
        return "differs", "sign"
    if said.qualifier:
        found = opened(said, row.value, row.step)
        if found == "rounded" or found and row.indicator.measure == "rank":
            return "agrees_rounded", said.qualifier
        return ("to_confirm", "open") if found else ("differs", "digits")
    if said.step > row.step:
        nearest = _to(row.value, said.step, ROUND_HALF_UP)
        amount = row.indicator.measure in ("level", "count")
        doubled = said.step >= _DOUBLED and not amount
        if nearest == said.value and doubled and abs(row.value - said.value) <= said.value * _ROUGH:
            return "to_confirm", "open"
        if nearest == said.value:
            return ("agrees_rounded", "rounded") if amount else ("differs", "rounded")
        if abs(said.value) == _to(abs(row.value), said.step, ROUND_FLOOR):
            return "differs", "cut"
    return "differs", "scale" if _scaled(said.value, row.value) else "digits"


def _as_shown(said: Printed, row: Observation) -> bool:
    """Whether a number is a derived one as it is shown, or rounded further: zeros before its point may be rounding."""
    if said.step < min(row.step, Decimal(1)):
        return False
    step = max(said.step, row.step)
    low, high = ends(row)
    shown = [half_up(low, step), None if high is None else half_up(high, step)]
    return shown == [said.value, said.value_to]


def meets(said: Printed, row: Observation) -> bool:
    """Whether the number, as rounded as it is, may be what was worked out."""
    assert row.derivation is not None
    if said.qualifier in ("over", "nearly"):
        return (
            (row.derivation.low > said.value)
            if said.qualifier == "over"
            else (row.derivation.high < said.value)
        )
    half = said.step / 2
    return row.derivation.low < said.value + half and said.value - half <= row.derivation.high


def _same(said: Printed, row: Observation) -> tuple[Code, str]:
    if said.qualifier == row.qualifier and said.scale <= said.step < row.step and _weight(said) >= row.step:
        return "to_confirm", "open"  # 28400亿元 of 2.84万亿元
    if said.qualifier == row.qualifier:
        return ("differs", "too_precise") if said.step < row.step else ("agrees", "same")
    if not said.qualifier:
        return "differs", "qualifier_dropped"
    if row.exact and (
        said.qualifier == "about" or said.qualifier in _ENDS and row.indicator.measure == "rank"
    ):
        return "agrees_rounded", said.qualifier
    return ("to_confirm", "open") if row.exact and said.qualifier in _ENDS else ("differs", "qualifier")


def opened(said: Printed, value: Decimal, step: Decimal) -> Literal["rounded", "open", ""]:
    """What a number with a word that opens it (超, 约, 近, 以上) is of a value whose last digit is ``step``: that ``rounded`` as the word says,
    or only not against it (``open``), as a looser bound is; of 约1000 the zeros may be rounding, of 约1.0万 not."""
    size, told = abs(value), abs(said.value)
    if not told:
        return "open" if said.qualifier == "about" and size <= _LEVEL else ""
    if value * said.value <= 0:
        return ""
    to = said.step if said.step < said.scale else max(said.step, _weight(said))
    near = to > step and _to(size, to, ROUNDED[said.qualifier]) == told
    bound = _BOUNDS.get(said.qualifier, 0) * (size - told) > 0 or said.qualifier in _ENDS and size == told
    plain = said.qualifier == "about" and to == said.step
    if near and (bound or plain or abs(size - told) <= told * _ROUGH):
        return "rounded"
    return "open" if near or bound else ""


def _may_be(said: Printed, row: Observation) -> bool:
    """Whether a number may be what a row prints, where either is open or a range: 超5000亿元 isn't against 5100."""
    told = replace(row, value=said.value, value_to=said.value_to, qualifier=said.qualifier, step=said.step)
    return one_figure(told, row)


def _weight(said: Printed) -> Decimal:
    """The weight of the last digit that is no zero."""
    return Decimal(1).scaleb(int(said.value.normalize().as_tuple().exponent))


def _to(value: Decimal, step: Decimal, way: str) -> Decimal:
    """A value in whole steps."""
    return (value / step).to_integral_value(way) * step


def _scaled(one: Decimal, other: Decimal) -> bool:
    """Whether two values have the same digits."""
    return bool(one and other) and one.normalize().as_tuple().digits == other.normalize().as_tuple().digits
