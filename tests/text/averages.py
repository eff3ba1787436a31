"""Sentences that tell a growth averaged over two years and compare something behind it, in both languages, with what they say: of the
average, until they tell growth on the year; and differences that are right of the other of the two alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text import comparisons
from tests.text.comparisons import ENGLISH, NAMES, PROVINCES, REGIONS, WRONG, Told, Truths, higher

AVERAGES = {"value_added_growth_two_year": "value_added_growth", "gdp_growth_two_year": "gdp_growth"}
"""The indicators of averages, and of what growth on the year they are."""
_MOVES = (("比{}加快", 1), ("较{}回落", -1), ("比{}放缓", -1), ("比{}提高", 1))
_BESIDE = (("高于{}", 1), ("低于{}", -1), ("比{}高", 1), ("比{}慢", -1))
_BEHIND = (
    "两年平均增长{average}%，{}", "两年平均增长{average}%，增速{}", "两年平均增长{average}%；{}", "两年平均增长{average}%。{}",
    "两年平均增速为{average}%，{}", "增长{growth}%，两年平均增长{average}%，{}", "两年平均增速{}",
)  # fmt: skip
_ON_THE_YEAR = (
    "两年平均增长{average}%，同比增长{growth}%，{}", "增长{growth}%（两年平均增长{average}%），{}", "两年平均增长{average}%，同比增速{}",
)  # fmt: skip
_BOTH = (
    "同比、两年平均增速均{}", "同比增速和两年平均增速都{}", "增长{growth}%、两年平均增长{average}%，均{}", "同比增速、两年平均增速{}",
)  # fmt: skip
_LISTED = "{time}，{one}、{other}{name}两年平均分别增长{a}%、{b}%，{one}{said}。"
_ENGLISH = (
    "grew by {average}% on two-year average, {}", "grew by {growth}%, and by {average}% on two-year average, {}",
)  # fmt: skip


def sentences(tables: Tables) -> Iterator[Told]:
    """Of all averages that the tables print, beside those of other times and regions."""
    for average, growth in AVERAGES.items():
        for one, before in comparisons.times(tables, average):
            yield from _compared(tables, (one, before), growth, _MOVES, 0)
        for first, second in permutations(REGIONS, 2):
            for one, other in product(*(comparisons.rows(tables, each, average) for each in (first, second))):
                if one.period == other.period and comparisons.timed(one):
                    yield from _compared(tables, (one, other), growth, _BESIDE, 1)
        yield from _placed(tables, average)


def _growth(tables: Tables, row: Observation, growth: str) -> Observation | None:
    """Growth on the year of an average's region and time, where there is one figure of it."""
    found = [each for each in comparisons.rows(tables, row.region.id, growth) if each.period == row.period]
    return found[0] if len(found) == 1 else None


def _compared(
    tables: Tables,
    ends: tuple[Observation, Observation],
    growth: str,
    words: tuple[tuple[str, int], ...],
    regions: int,
) -> Iterator[Told]:
    one, other = ends
    (time, at), (then, since) = comparisons.timed(one) or ("", ""), comparisons.timed(other) or ("", "")
    whom = REGIONS[other.region.id] if regions else then
    grown = [_growth(tables, each, growth) for each in ends]
    on_the_year = (grown[0], grown[1]) if grown[0] and grown[1] else None
    for word, more in words:
        gaps: set[Decimal | None] = {None}
        for a, b in filter(None, (ends, on_the_year)):
            gaps |= {abs(a.value - b.value), abs(a.value - b.value) + WRONG}
        for gap in gaps:
            said = word.format(whom) + ("" if gap is None else f"{gap}个百分点")
            blanks = {"average": one.value, "growth": grown[0].value if grown[0] else ""}
            head = f"{time}，{REGIONS[one.region.id]}{NAMES[growth][0]}"
            for form in _BEHIND:
                if grown[0] or "growth" not in form:
                    yield Told(f"{head}{form.format(said, **blanks)}。", "zh", _truth(ends, more, gap))
            if regions:
                blanks |= {"a": one.value, "b": other.value, "one": REGIONS[one.region.id], "other": whom}
                told = _LISTED.format(time=time, name=NAMES[growth][0], said=said, **blanks)
                yield Told(told, "zh", _truth(ends, more, gap))
            on_it = (*_ON_THE_YEAR, _ON_THE_YEAR[-1].replace("增速", "")) if regions else _ON_THE_YEAR
            for form in on_it if on_the_year else ():
                yield Told(f"{head}{form.format(said, **blanks)}。", "zh", _truth(on_the_year, more, gap))
            for form in _BOTH if on_the_year and gap is None and regions else ():
                both = _truth(ends, more, gap) | _truth(on_the_year, more, gap)
                truths: Truths = both if len(both) == 1 else frozenset({False})
                yield Told(f"{head}{form.format(said, **blanks)}。", "zh", truths)
            if gap is not None:
                way = ("above" if more > 0 else "below") if regions else ("faster" if more > 0 else "slower")
                told = f"{gap} percentage points {way} " + (
                    ENGLISH[other.region.id] if regions else f"than {since[0].lower()}{since[1:]}"
                )
                whose = f"{at}, {NAMES[growth][1]} in {ENGLISH[one.region.id]}"
                for form in _ENGLISH:
                    if grown[0] or "growth" not in form:
                        yield Told(f"{whose} {form.format(told, **blanks)}.", "en", _truth(ends, more, gap))


def _truth(ends: tuple[Observation, Observation] | None, more: int, gap: Decimal | None) -> Truths:
    return frozenset({higher(*ends, more, gap)}) if ends else frozenset({None})


def _placed(tables: Tables, average: str) -> Iterator[Told]:
    """Places behind an average: among the three provinces, and in the country, where none is held of averages."""
    name = NAMES[AVERAGES[average]][0]
    for some in product(*(comparisons.rows(tables, region, average) for region in PROVINCES)):
        if len({row.period for row in some}) > 1:
            continue
        for one, (place, wanted) in product(some, (("首位", 1), ("第二位", 2), ("末位", 3))):
            time, _ = comparisons.timed(one) or ("", "")
            true = 1 + sum(row.value > one.value for row in some) == wanted
            head = f"{time}，{REGIONS[one.region.id]}{name}两年平均增长{one.value}%，"
            yield Told(f"{head}居三省{place}。", "zh", frozenset({true}))
    for region in PROVINCES:
        ranks = comparisons.rows(tables, region, f"{AVERAGES[average]}_rank_china")
        for one, rank in product(comparisons.rows(tables, region, average), ranks):
            if one.period == rank.period and (time := comparisons.timed(one)):
                head = f"{time[0]}，{REGIONS[region]}{name}两年平均增长{one.value}%，"
                for word in ("居", "增速居"):
                    yield Told(f"{head}{word}全国第{rank.value}位。", "zh", frozenset({None}))
