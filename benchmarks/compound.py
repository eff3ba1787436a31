"""Sentences of more than one figure, or of a figure that is rounded: comparisons of regions and of times, lists with 分别,
同期, 上年同期, 约, 超; true, and with one thing changed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from benchmarks.sentences import CLOSE, OPEN, Sentence, periods, rows, spoken
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

Made = tuple[str, str]
"""A true text and one with one thing changed, the number asked about marked in both."""
Form = Callable[[Observation, Observation, str, str, random.Random], Made | None]


def _moves(value: Decimal) -> str:
    return f"{'下降' if value < 0 else '增长'}{abs(value):f}%"


def _marked(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def _other(digits: str, chance: random.Random) -> str:
    """A number with another last digit."""
    return digits[:-1] + chance.choice([one for one in "123456789" if one != digits[-1]])


def _higher(one: Observation, other: Observation, when: str, name: str, chance: random.Random) -> Made | None:
    gap = one.value - other.value
    if not gap or one.indicator.unit != "%":
        return None
    way, wrong = ("高", "低") if gap > 0 else ("低", "高")
    mine, its = one.region.name.zh, other.region.name.zh
    said = f"{abs(gap):f}个百分点"
    forms = (
        lambda way: f"{when}，{mine}{name}增速比{its}{way}{_marked(said)}。",
        lambda way: f"{when}，{mine}{name}增速{way}于{its}{_marked(said)}。",
        lambda way: f"{when}，{mine}{name}{_moves(one.value)}，比{its}{way}{_marked(said)}。",
    )
    form = chance.choice(forms)
    return form(way), form(wrong) if chance.random() < 0.5 else form(way).replace(
        said, _other(f"{abs(gap):f}", chance) + "个百分点"
    )


def _respectively(
    one: Observation, other: Observation, when: str, name: str, chance: random.Random
) -> Made | None:
    if one.value == other.value or min(one.value, other.value) < 0 or max(one.value, other.value) == 0:
        return None
    head = f"{when}，{one.region.name.zh}、{other.region.name.zh}{name}分别增长"
    return (
        f"{head}{_marked(f'{one.value:f}%')}、{other.value:f}%。",
        f"{head}{_marked(f'{other.value:f}%')}、{one.value:f}%。",
    )


def _meanwhile(
    one: Observation, other: Observation, when: str, name: str, chance: random.Random
) -> Made | None:
    head = f"{when}，{one.region.name.zh}{name}{_moves(one.value)}，同期{other.region.name.zh}"
    if one.value == other.value:
        return None
    return f"{head}{_marked(_moves(other.value))}。", f"{head}{_marked(_moves(one.value))}。"


def _about(one: Observation, other: Observation, when: str, name: str, chance: random.Random) -> Made | None:
    step = Decimal(1)
    if one.step >= step or one.value <= 1 or one.value % 1 == 0:
        return None
    near, cut = (f"{one.value.quantize(step, way):f}%" for way in (ROUND_HALF_UP, ROUND_DOWN))
    head = f"{when}，{one.region.name.zh}{name}增长"
    wrong = near if near != cut or chance.random() < 0.5 else cut
    return f"{head}{_marked('约' + near)}。", f"{head}{_marked(wrong)}。"


def _over(one: Observation, other: Observation, when: str, name: str, chance: random.Random) -> Made | None:
    if one.step >= 1 or one.value <= 1 or one.value % 1 == 0:
        return None
    cut = f"{one.value.quantize(Decimal(1), ROUND_DOWN):f}%"
    head = f"{when}，{one.region.name.zh}{name}增长"
    return f"{head}{_marked('超' + cut)}。", f"{head}{_marked('近' + cut)}。"


def _told(one: Observation, other: Observation, when: str, name: str, chance: random.Random) -> Made | None:
    """Who is higher, without a number."""
    if one.value == other.value:
        return None
    ways = ("高于", "低于") if chance.random() < 0.5 else ("快于", "慢于")
    right, wrong = ways if one.value > other.value else ways[::-1]
    mine, its = one.region.name.zh, other.region.name.zh
    forms = (
        lambda way: f"{when}，{mine}{name}增速{_marked(way + its)}。",
        lambda way: f"{when}，{mine}{name}{_moves(one.value)}，增速{_marked(way + its)}，运行平稳。",
        lambda way: f"{when}，{mine}{name}{_moves(one.value)}。增速{_marked(way + its)}。",
    )
    form = chance.choice(forms)
    return form(right), form(wrong)


def _after_a_stop(
    one: Observation, other: Observation, when: str, name: str, chance: random.Random
) -> Made | None:
    if one.value == other.value:
        return None
    head = f"{when}，{one.region.name.zh}{name}{_moves(one.value)}。{other.region.name.zh}"
    return f"{head}{_marked(_moves(other.value))}。", f"{head}{_marked(_moves(one.value))}。"


PAIRS: dict[str, Form] = {
    "compared": _higher, "分别": _respectively, "同期": _meanwhile, "约": _about, "超": _over, "told": _told,
    "after a stop": _after_a_stop,
}  # fmt: skip


def _at_once(
    one: Observation,
    others: Sequence[Observation],
    when: Sequence[str],
    names: Sequence[str],
    chance: random.Random,
) -> Made | None:
    """分别高于甲、乙a个和b个百分点; and with the two interchanged."""
    below = list({row.region.id: row for row in others if row.value < one.value}.values())[:2]
    if len(below) < 2 or not when or below[0].value == below[1].value:
        return None
    gaps = [f"{one.value - row.value:f}" for row in below]
    whom = "、".join(row.region.name.zh for row in below)
    head = f"{when[0]}，{one.region.name.zh}{chance.choice(names)}{_moves(one.value)}，分别高于{whom}"
    return (
        f"{head}{_marked(gaps[0] + '个')}和{gaps[1]}个百分点。",
        f"{head}{_marked(gaps[1] + '个')}和{gaps[0]}个百分点。",
    )


def _pairs(tables: Tables) -> list[tuple[Observation, Observation]]:
    """Growths of two regions of one level over the same period."""
    some = [
        row
        for row in rows(tables)
        if row.indicator.measure == "growth_yoy" and row.region.level == "province"
    ]
    return [
        (one, other)
        for one in some
        for other in some
        if one.region.id != other.region.id
        and (one.indicator.id, one.period, one.edition) == (other.indicator.id, other.period, other.edition)
    ]


def _times(tables: Tables) -> Iterator[tuple[str, Made, Observation]]:
    """A growth and that of the same months a year before, and qualified figures with their word and without it."""
    held = rows(tables)
    before = {(row.indicator.id, row.region.id, row.period): row for row in held}
    for row in held:
        if (
            row.indicator.measure != "growth_yoy"
            or row.period is None
            or row.period.months not in (2, 3, 4, 5, 6, 8, 9, 10, 11)
        ):
            continue
        earlier = before.get((row.indicator.id, row.region.id, row.period.years_earlier()))
        when = periods(row.period, "flow")
        if earlier is None or not when or earlier.value == row.value:
            continue
        head = f"{when[0]}，{row.region.name.zh}{spoken(row)[0]}{_moves(row.value)}，上年同期"
        yield (
            "上年同期",
            (f"{head}{_marked(_moves(earlier.value))}。", f"{head}{_marked(_moves(row.value))}。"),
            earlier,
        )
    for row in tables.rows():
        if (
            row.status != "actual"
            or row.inferred
            or row.qualifier not in ("over", "about", "nearly")
            or row.period is None
        ):
            continue
        if sum(one.period == row.period for one in tables.rows(row.indicator.id, row.region.id)) > 1:
            continue
        when = periods(row.period, row.indicator.timing)
        bare = row.as_printed
        for word in ("突破", "超过", "超", "约", "近", "左右", "余", "多"):
            bare = bare.replace(word, "")
        if (
            not when
            or row.indicator.measure not in ("level", "count")
            or row.indicator.timing == "list"
            or bare == row.as_printed
        ):
            continue
        head = f"{when[0]}，{row.region.name.zh}{spoken(row)[0]}达"
        yield "qualified", (f"{head}{_marked(row.as_printed)}。", f"{head}{_marked(bare)}。"), row


def composed(tables: Tables, many: int, seed: int = 3) -> tuple[list[Sentence], list[Sentence]]:
    """True sentences and changed ones, as many of each."""
    chance, pairs = random.Random(seed), _pairs(tables)
    beside: dict[tuple[str, str, Period | None, str], list[Observation]] = defaultdict(list)
    for one, other in pairs:
        beside[one.indicator.id, one.region.id, one.period, one.edition].append(other)
    right: list[Sentence] = []
    wrong: list[Sentence] = []
    for form, made, row in _times(tables):
        right.append(_sentence(made[0], row, form))
        wrong.append(_sentence(made[1], row, form, "changed"))
    names: Sequence[str] = tuple(PAIRS)
    while len(right) < many:
        one, other = chance.choice(pairs)
        form = chance.choice(names)
        others = beside[one.indicator.id, one.region.id, one.period, one.edition]
        when = periods(one.period, one.indicator.timing) if one.period else []
        found = (
            PAIRS[form](one, other, chance.choice(when), chance.choice(spoken(one)), chance) if when else None
        )
        if three := _at_once(one, others, when, spoken(one), chance) if chance.random() < 0.1 else None:
            right.append(_sentence(three[0], one, "at once"))
            wrong.append(_sentence(three[1], one, "at once", "changed"))
        if found is not None:
            right.append(_sentence(found[0], one, form))
            wrong.append(_sentence(found[1], one, form, "changed"))
    return right, wrong


def _sentence(text: str, row: Observation, form: str, change: str = "") -> Sentence:
    start, end = text.index(OPEN), text.index(CLOSE) - 1
    bare = text.replace(OPEN, "").replace(CLOSE, "")
    year = row.period.year + 1 if row.period else 0
    return Sentence(
        bare, (start, end), row, date(year, 12, 28), None, form, f"{form}, {change}" if change else ""
    )
