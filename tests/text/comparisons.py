"""Sentences that compare two figures of the tables, in both languages, each with what it says under every reading that a reader may
have of it: whose rate is the higher, whose fall the larger, or whose amount. Written without the reader's own forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation

Truths = frozenset[bool | None]
"""What a sentence says under each reading; None where a reading says nothing (the fall of what rose)."""


@dataclass(frozen=True)
class Told:
    text: str
    language: str
    truths: Truths
    listed: bool = False


REGIONS = {"jiangxi": "江西", "hebei": "河北", "shaanxi": "陕西", "china": "全国"}
PROVINCES = ("jiangxi", "hebei", "shaanxi")
ENGLISH = {"jiangxi": "Jiangxi", "hebei": "Hebei", "shaanxi": "Shaanxi", "china": "China"}
NAMES = {
    "value_added_growth": (
        "规上工业增加值",
        "the value added of industrial enterprises above designated size",
    ),
    "energy_per_gdp_change": ("单位地区生产总值能耗", "energy use per unit of GDP"),
    "gdp_growth": ("地区生产总值", "GDP"),
}
LEVELS = {"gdp_growth": "gdp"}
"""The amounts that the bare names tell; of the others the tables hold none."""
WRONG = Decimal("0.7")


def rows(tables: Tables, region: str, indicator: str) -> list[Observation]:
    found = tables.rows(indicator, region)
    return [row for row in found if row.status == "actual" and row.exact and row.period and not row.inferred]


def pairs(tables: Tables) -> Iterator[tuple[Observation, Observation]]:
    """Two regions' figures of one indicator and period, published and exact; each pair both ways round."""
    for indicator, (one, other) in product(NAMES, permutations(REGIONS, 2)):
        for first, second in product(rows(tables, one, indicator), rows(tables, other, indicator)):
            same = (first.period, first.edition) == (second.period, second.edition)
            if same and first.value != second.value and timed(first):
                yield first, second


def timed(row: Observation) -> tuple[str, str] | None:
    """A time since January, in both languages; None of any other."""
    period = row.period
    assert period is not None
    year, months = period.end // 12, period.end % 12 + 1
    if period.instant or period.start != year * 12:
        return None
    if months == 12:
        return f"{year}年", f"In {year}"
    if months == 3:
        return f"{year}年一季度", f"In the first quarter of {year}"
    return f"{year}年1—{months}月", f"In the first {months} months of {year}"


def times(tables: Tables, indicator: str) -> Iterator[tuple[Observation, Observation]]:
    """A region's figure and its own of an earlier time, of one edition."""
    for region in REGIONS:
        for one, before in product(rows(tables, region, indicator), repeat=2):
            earlier = before.period and one.period and before.period.end < one.period.end
            if earlier and one.edition == before.edition and timed(one) and timed(before):
                yield one, before


def _times(row: Observation) -> tuple[str, str]:
    found = timed(row)
    assert found is not None
    return found


def higher(one: Observation, other: Observation, more: int, gap: Decimal | None) -> bool:
    difference = (one.value - other.value) * more
    return difference > 0 if gap is None else difference == gap


def _fall(one: Observation, other: Observation, more: int, gap: Decimal | None) -> bool | None:
    return higher(other, one, more, gap) if max(one.value, other.value) < 0 else None


def _either(one: Observation, other: Observation, more: int, gap: Decimal | None) -> Truths:
    fall = _fall(one, other, more, gap)
    return frozenset({higher(one, other, more, gap)} | (set() if fall is None else {fall}))


def _amount(tables: Tables, one: Observation, other: Observation, more: int, gap: Decimal | None) -> Truths:
    """Of a bare name: the amounts; of percentage points its rate."""
    if gap is not None:
        return _either(one, other, more, gap)
    level = LEVELS.get(one.indicator.id, "")
    ends = [
        [row for row in rows(tables, each.region.id, level) if row.period == one.period] if level else []
        for each in (one, other)
    ]
    if not all(ends):
        return frozenset({None})
    return frozenset({(a.value > b.value) == (more > 0) for a, b in product(*ends)})


_BESIDE = (
    ("高于{}", 1), ("低于{}", -1), ("快于{}", 1), ("慢于{}", -1), ("比{}高", 1), ("比{}低", -1), ("比{}快", 1), ("比{}慢", -1),
)  # fmt: skip
_SIZED = (
    ("大于{}", 1),
    ("小于{}", -1),
    ("比{}大", 1),
    ("比{}小", -1),
    ("比{}多", 1),
    ("比{}少", -1),
    ("少于{}", -1),
    ("多于{}", 1),
)
_FALLING = (("比{}多降", 1), ("比{}少降", -1), ("比{}多下降", 1), ("比{}少下降", -1))
_AT_ONCE = (("快于{}", 1), ("慢于{}", -1), ("比{}快", 1), ("比{}慢", -1))


def chinese(tables: Tables, one: Observation, other: Observation) -> Iterator[Told]:
    """Comparisons of two regions."""
    name, (time, _) = NAMES[one.indicator.id][0], _times(one)
    head, whom = f"{time}，{REGIONS[one.region.id]}{name}", REGIONS[other.region.id]
    verb = f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%，"
    true = abs(one.value - other.value)
    for gap in (None, true, true + WRONG):
        by = "" if gap is None else f"{gap}个百分点"
        for word, more in (*_BESIDE, *_SIZED, *_FALLING):
            said = word.format(whom) + by + "。"
            beside, sized = (word, more) in _BESIDE, (word, more) in _SIZED
            rate: Truths = frozenset({higher(one, other, more, gap)})
            fall: Truths = frozenset({_fall(one, other, more, gap)})
            for noun in ("降幅", "跌幅") if beside or sized else ():
                yield Told(f"{head}{noun}{said}", "zh", fall)
                yield Told(f"{head}{verb}{noun}{said}", "zh", fall)
            if beside:
                yield Told(f"{head}增速{said}", "zh", rate)
                yield Told(f"{head}{verb}增速{said}", "zh", rate)
                paced = "快" in word or "慢" in word
                bare = _either(one, other, more, gap) if paced else _amount(tables, one, other, more, gap)
                yield Told(f"{head}{said}", "zh", bare)
                yield Told(
                    f"{head}{verb}{said}", "zh", _either(one, other, more, gap) if one.value < 0 else rate
                )
            if not beside and one.value < 0:
                yield Told(f"{head}{verb}{said}", "zh", fall)
        for word, more in _AT_ONCE:
            yield Told(
                f"{head}下降{word.format(whom)}{by}。", "zh", frozenset({_fall(one, other, more, gap)})
            )


_PLACES = (("首位", 1), ("第二位", 2), ("末位", 3))


def places(tables: Tables, some: tuple[Observation, ...]) -> Iterator[Told]:
    """Places among the three provinces of the tables; ``some``: their figures."""
    name, (time, _) = NAMES[some[0].indicator.id][0], _times(some[0])
    for one, (place, wanted) in product(some, _PLACES):
        head = f"{time}，{REGIONS[one.region.id]}{name}"
        fell = max(row.value for row in some) < 0
        tied = sum(row.value == one.value for row in some) > 1
        rate = None if tied else 1 + sum(row.value > one.value for row in some) == wanted
        fall = 1 + sum(row.value < one.value for row in some) == wanted if fell and not tied else None
        verb = f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%，"
        either = {rate, fall} if fell else {rate}
        amounts = _placed_amount(tables, some, one, wanted)
        for words, truths in (
            ("增速", {rate}), ("降幅", {fall}), ("", amounts), (verb, either), (f"{verb}增速", {rate}), (f"{verb}降幅", {fall}), (f"{verb}总量", amounts),
        ):  # fmt: skip
            yield Told(f"{head}{words}居三省{place}。", "zh", frozenset(truths))


def _placed_amount(
    tables: Tables, some: tuple[Observation, ...], one: Observation, wanted: int
) -> set[bool | None]:
    level = LEVELS.get(one.indicator.id, "")
    held = {
        each.region.id: [row.value for row in rows(tables, each.region.id, level) if row.period == one.period]
        if level
        else []
        for each in some
    }
    if not all(held.values()):
        return {None}
    own = max(held[one.region.id])
    return {1 + sum(max(values) > own for values in held.values()) == wanted}


def lists(some: tuple[Observation, ...]) -> Iterator[Told]:
    """Figures of several regions in one order, right and mistaken for one another."""
    name, (time, _) = NAMES[some[0].indicator.id][0], _times(some[0])
    whose = "、".join(REGIONS[row.region.id] for row in some)
    for values in (some, some[1:] + some[:1]):
        sizes = "、".join(f"{abs(row.value)}%" for row in values)
        signed = "、".join(f"{row.value}%" for row in values)
        apart = "、".join(
            f"{REGIONS[row.region.id]}{abs(value.value)}%" for row, value in zip(some, values, strict=True)
        )
        same = [row.value == value.value for row, value in zip(some, values, strict=True)]
        fell, grew = (all(row.value < 0 for row in some), all(row.value > 0 for row in some))
        mistaken = not any(same)
        truths: Truths = frozenset({None if any(same) and mistaken else all(same)})
        falls: Truths = truths if fell else frozenset({False if grew else None})
        rises: Truths = truths if grew else frozenset({False if fell else None})
        for form in (
            "{0}，{1}{2}{noun}分别为{3}。",
            "{0}，{2}{noun}{1}依次为{3}。",
            "{0}，{1}{2}分别{verb}{3}。",
            "{0}，{2}{noun}，{4}。",
            "{0}，{2}{noun}{4}。",
        ):
            for noun, verb, kind in (("降幅", "下降", falls), ("增速", "增长", rises)):
                yield Told(
                    form.format(time, whose, name, sizes, apart, noun=noun, verb=verb), "zh", kind, True
                )
        yield Told(f"{time}，{whose}{name}增速分别为{signed}。", "zh", truths, True)


def moved(one: Observation, before: Observation) -> Iterator[Told]:
    """A region's figure beside its own of an earlier time."""
    name, (time, _), (then, _) = NAMES[one.indicator.id][0], _times(one), _times(before)
    head = f"{time}，{REGIONS[one.region.id]}{name}"
    verb = f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%，"
    true = abs(one.value - before.value)
    for gap in (None, true, true + WRONG):
        by = "" if gap is None else f"{gap}个百分点"
        for word, more in (("扩大", 1), ("收窄", -1)):
            yield Told(
                f"{head}{verb}降幅比{then}{word}{by}。", "zh", frozenset({_fall(one, before, more, gap)})
            )
        for word, more in (("加快", 1), ("回落", -1), ("放缓", -1), ("提高", 1)):
            rate: Truths = frozenset({higher(one, before, more, gap)})
            yield Told(f"{head}{verb}增速比{then}{word}{by}。", "zh", rate)
            open_ = one.value < 0 and word != "提高"
            yield Told(
                f"{head}{verb}比{then}{word}{by}。", "zh", _either(one, before, more, gap) if open_ else rate
            )


_ENGLISH_WAYS = (
    ("higher", 1),
    ("lower", -1),
    ("more", 1),
    ("less", -1),
    ("larger", 1),
    ("smaller", -1),
    ("faster", 1),
    ("slower", -1),
)
_NEUTRAL = ("higher", "lower")


def english(one: Observation, other: Observation) -> Iterator[Told]:
    """Differences of two regions in English."""
    name, (_, time) = NAMES[one.indicator.id][1], _times(one)
    whose, whom = ENGLISH[one.region.id], ENGLISH[other.region.id]
    fell, size = one.value < 0, abs(one.value)
    true = abs(one.value - other.value)
    for gap in (true, true + WRONG):
        for word, more in _ENGLISH_WAYS:
            fall: Truths = frozenset({_fall(one, other, more, gap)})
            rate: Truths = frozenset({higher(one, other, more, gap)})
            either = _either(one, other, more, gap)
            by = f"{gap} percentage points {word} than {whom}"
            verb = f"{time}, {name} in {whose} {'fell' if fell else 'grew'} by {size}%, {by}."
            yield Told(verb, "en", rate if not fell else either if word in _NEUTRAL else fall)
            if fell:
                yield Told(f"{time}, {name} in {whose} fell by {size}%, a decline {by}.", "en", fall)
            if word in ("larger", "smaller"):
                yield Told(
                    f"{time}, {name} fell by {size}% in {whose}, with a {word} fall than {whom} by {gap} percentage points.", "en", fall if fell else frozenset({None}),
                )  # fmt: skip
        for word, more in (("above", 1), ("below", -1), ("ahead of", 1), ("behind", -1)):
            yield Told(
                f"{time}, {name} in {whose} {'fell' if fell else 'grew'} by {size}%, {gap} percentage points {word} {whom}.", "en",
                _either(one, other, more, gap) if fell else frozenset({higher(one, other, more, gap)}),
            )  # fmt: skip
