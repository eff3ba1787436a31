"""Sentences that compare a growth with another time than the same months of the year before, with another indicator of the other region, or
a gap with what it was; and differences that are right of what these words don't say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text import comparisons
from tests.text.comparisons import ENGLISH, NAMES, PROVINCES, REGIONS, WRONG, Told, Truths, higher

_MOVES = (
    ("比{}提高", 1),
    ("较{}回落", -1),
    ("增速比{}加快", 1),
    ("增速高于{}", 1),
    ("增速低于{}", -1),
    ("增速较{}低", -1),
)
_BESIDE = (("比{}高", 1), ("高于{}", 1), ("低于{}", -1))
_SPREAD = (("扩大", 1), ("收窄", -1))
_LAST = "上年"


def sentences(tables: Tables) -> Iterator[Told]:
    for indicator in NAMES:
        for one, before in comparisons.times(tables, indicator):
            if then := _of_last_year(one, before):
                yield from _moved(tables, one, before, then)
        for first, second in permutations(REGIONS, 2):
            yield from _spread(tables, indicator, first, second)
    yield from _beside_another(tables)
    yield from _places_gained(tables)


def _of_last_year(one: Observation, before: Observation) -> str:
    """How a time of the year before is called; empty of any other."""
    assert one.period and before.period
    if before.period.year != one.period.year - 1:
        return ""
    time, _ = comparisons.timed(before) or ("", "")
    part = time.partition("年")[2]
    same = (one.period.months, one.period.first_month) == (before.period.months, before.period.first_month)
    return _LAST + (part or ("" if same else "全年"))


def _year_ago(tables: Tables, row: Observation) -> list[Observation]:
    assert row.period is not None
    found = comparisons.rows(tables, row.region.id, row.indicator.id)
    return [
        each for each in found if each.period == row.period.years_earlier() and each.edition == row.edition
    ]


def _moved(tables: Tables, one: Observation, before: Observation, then: str) -> Iterator[Told]:
    time, _ = comparisons.timed(one) or ("", "")
    verb = f"{'下降' if one.value < 0 else '增长'}{abs(one.value)}%，"
    gaps = {abs(one.value - each.value) for each in (before, *_year_ago(tables, one))}
    for word, more in _MOVES:
        head = f"{time}，{REGIONS[one.region.id]}{NAMES[one.indicator.id][0]}"
        for gap in (None, *gaps, *(each + WRONG for each in gaps)):
            if gap is None and "于" in word:
                continue
            said = word.format(then) + ("" if gap is None else f"{gap}个百分点")
            sure = "增速" in word or one.value > 0 or "提高" in word
            truths: Truths = frozenset({higher(one, before, more, gap)} if sure else {None})
            yield Told(f"{head}{verb}{said}。", "zh", truths)
            if "增速" in word:
                yield Told(f"{head}{said}。", "zh", truths)
            if gap is not None:
                yield Told(
                    f"{head}{verb}{word.format('河北' + then)}{gap}个百分点。", "zh", frozenset({None})
                )


def _spread(tables: Tables, indicator: str, first: str, second: str) -> Iterator[Told]:
    """A gap that has widened or narrowed since a year before."""
    ones, others = (comparisons.rows(tables, each, indicator) for each in (first, second))
    for one, other in product(ones, others):
        before = [*_year_ago(tables, one), *_year_ago(tables, other)]
        if (one.period, one.edition) != (other.period, other.edition) or len(before) < 2:  # both
            continue
        time, gap = (comparisons.timed(one) or ("",))[0], one.value - other.value
        then = before[0].value - before[1].value
        if not time or not gap:
            continue
        above = "高于" if gap > 0 else "低于"
        head = f"{time}，{REGIONS[first]}{NAMES[indicator][0]}增速{above}{REGIONS[second]}{abs(gap)}个百分点，比上年同期"
        for (word, more), by in product(
            _SPREAD, {abs(abs(gap) - abs(then)), abs(one.value - before[0].value)}
        ):
            truth = (abs(gap) - abs(then)) * more == by if gap * then > 0 else None
            yield Told(f"{head}{word}{by}个百分点。", "zh", frozenset({truth}))


def _beside_another(tables: Tables) -> Iterator[Told]:
    """A growth beside that of another indicator of another region."""
    for (first, second), (whose, whom) in product(permutations(NAMES, 2), permutations(REGIONS, 2)):
        for one in comparisons.rows(tables, whose, first):
            others, alike = (
                [each for each in comparisons.rows(tables, whom, id) if each.period == one.period]
                for id in (second, first)
            )
            time, _ = comparisons.timed(one) or ("", "")
            gaps: set[Decimal] = {abs(one.value - each.value) for each in (*others, *alike)}
            for (word, more), gap in product(_BESIDE, gaps if time else ()):
                said = word.format(f"{REGIONS[whom]}{NAMES[second][0]}增速")
                truths = frozenset(higher(one, each, more, gap) for each in others) or frozenset({None})
                head = f"{time}，{REGIONS[whose]}{NAMES[first][0]}增速为{one.value}%，"
                yield Told(f"{head}{said}{gap}个百分点。", "zh", truths)


def _places_gained(tables: Tables) -> Iterator[Told]:
    """Places gained since other times than those from which the tables count them."""
    for region, then in product(PROVINCES, ("一季度", "2015年同期", "上年全年", "上年一季度", "上月")):
        for row in tables.rows("value_added_growth_rank_change_china", region):
            time, _ = comparisons.timed(row) or ("", "")
            way = "前移" if row.value > 0 else "后移"
            told = (
                f"{time}，{REGIONS[region]}规上工业增加值增速列全国第8位，比{then}{way}{abs(row.value)}位。"
            )
            yield Told(told, "zh", frozenset({None}))


_SINCE = ("compared with", "against", "versus", "from", "on", "over", "relative to", "compared to")
_OTHERWISE = {
    "zh": (
        "，系环比", "，是环比增速", "，属于环比", "，为环比口径", "，以2019年为基期", "，以上季度为基数", "，经季节调整", "（经季节调整）", "，为折年率", "，按现价计算",
        "，按美元计算", "，仅指国有企业", "，指大中型企业", "，含规下企业", "，仅为民企", "，系误报", "，已作废", "，未经核实", "，有待核实", "，数据待核", "。以上不含电力", "。以上为现价", "，后修订为28.9%",
    ),
    "en": (
        ", month on month", ", on a quarterly basis", ", on a two-year average", ", on average over two years", ", since 2019", ", cumulatively since 2019",
        ", at an annual rate", ", annualised", ", seasonally adjusted", ", at current prices", ", nominal", ", for state-owned firms only", ", for large firms",
        ", before revision", ", a preliminary figure", ", which is wrong", ", the figure for China", ", in its south",
    ),
}  # fmt: skip
"""Behind a growth, what makes it one of something else than growth on the year."""
_ALIKE = {
    "zh": (
        "，增势良好",
        "，按可比价格计算",
        "，创近年来新高",
        "，经济运行稳中向好",
        "，高于预期",
        "，环比有所回落",
    ),
    "en": (
        ", a strong start",
        ", because of the low base of 2020",
        ", year on year",
        ", thanks to strong exports",
    ),
}
"""What changes nothing of it."""


def _grown(tables: Tables) -> Iterator[tuple[Observation, str, str]]:
    """Growths of the year with the sentence that tells each, without its stop, in both languages."""
    for region in REGIONS:
        for row in comparisons.rows(tables, region, "value_added_growth"):
            zh, en = comparisons.timed(row) or ("", "")
            if zh and row.value > 0:
                name = NAMES["value_added_growth"]
                yield (
                    row,
                    f"{zh}，{REGIONS[region]}{name[0]}增长{row.value}%",
                    f"{en}, {name[1]} in {ENGLISH[region]} grew by {row.value}%",
                )


def otherwise(tables: Tables) -> Iterator[str]:
    """Growths on the year that are told as of another base, or of something else."""
    for row, zh, en in _grown(tables):
        yield from (f"{zh}{end}。" for end in _OTHERWISE["zh"])
        yield from (f"{en}{end}." for end in _OTHERWISE["en"])
        for before in comparisons.rows(tables, row.region.id, "value_added_growth"):
            then = (comparisons.timed(before) or ("", ""))[1].removeprefix("In ")
            assert row.period and before.period
            whole = before.period.months == 12 and before.period.year == row.period.year - 1
            if (
                then
                and before.period.end < row.period.end
                and before.period != row.period.years_earlier()
                and not whole
            ):
                yield from (f"{en} {word} {then}." for word in _SINCE)
                yield f"Compared with {then}, {en[0].lower()}{en[1:]}."


def all_the_same(tables: Tables) -> Iterator[str]:
    """Growths on the year behind which nothing is told that changes them."""
    for _, zh, en in _grown(tables):
        yield from (f"{zh}{end}。" for end in _ALIKE["zh"])
        yield from (f"{en}{end}." for end in _ALIKE["en"])
