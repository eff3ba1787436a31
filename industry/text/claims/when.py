"""The periods that a running text names, and how they are carried on: 今年上半年, 1-5月, 一季度 (1—3月), 三季度 (7—9月
alone), 5月末 (a stock), 去年同期, “十三五”期间. How a table writes a period is for ``vocabulary.periods``.

A period is ``sure`` where it is printed, or carried on within its paragraph and item. 今年以来, 截至目前, a month that
lies after the draft, a year that nothing says: these are guesses, to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from industry.vocabulary.periods import Period

YEAR = 12
_FIVE = 5
_PLANS = {
    name: _FIVE * (number + 390) + 1
    for number, name in enumerate(("十二五", "十三五", "十四五", "十五五"), start=12)
}
"""The first year of each five-year plan: they have followed one another without a gap since the sixth."""
_QUARTERS = {
    "一": (0, 2),
    "首": (0, 2),
    "二": (3, 5),
    "三": (6, 8),
    "四": (9, 11),
    "1": (0, 2),
    "2": (3, 5),
    "3": (6, 8),
    "4": (9, 11),
}
_FORM = re.compile(
    r"(?P<day>(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)|"
    r"“?(?P<plan>十[二三四五]五)”?(?P<tail>期间|时期|以来|期?[末底初]|中期|(?:前|头|后)[一二两三四]年|(?:开局|收官|收关)之?年|第[一二三四五]年|最后一年)|"
    r"(?P<first>(?:19|20)\d\d)年?(?:-|至|到)(?P<last>(?:19|20)\d\d)年|"
    r"(?P<vague>截[至止](?:目前|当前|现在)|目前|当前|近年来|近[两三几\d]年|(?:今年|年初|\d{1,2}月份?)?以来|这些年)|"
    r"(?P<year>(?:19|20)\d\d年度?|(?:19|20)\d\d(?=[上下]半年|全年|前三|[一二三四]季)|(?<!\d)\d\d年(?=[上下]半年|全年|前|[一二三四]季|\d{1,2}月|\d{1,2}-)|今年|本年|去年|上年|前年|明年|年内)?(?P<same>同[期月])?"
    r"(?:(?P<half>[上下]半年)|(?P<whole>全年)|前三季度|第?(?P<quarter>[一二三四首1-4])季度?(?<=季度|首季)|"
    r"(?P<from>\d{1,2})月?份?(?:-|至|到)(?P<to>\d{1,2})月份?(?!\d+日)|前(?P<upto>\d{1,2}|[两三四五六七八九十]|十一)个?月|"
    r"(?P<end>\d{1,2})月(?:份)?[末底]|(?P<month>\d{1,2})月份?(?!\d+日)|(?P<close>(?<=年)[末底]|年[末底])|(?P<three>))"
    r"(?P<since>以来)?(?P<stock>末)?"
)
_BASE = re.compile(r"(?:比|较|[高低快慢多少平]于|是|从|由|自|对)$")
_BESIDE = re.compile(r"(?:的?(?:增速|增幅|水平))?(?:均|都|也|仍)?(?:相比|比较|(?:基本|大体|大致|总体)?持平)")
_BESIDE_IT = re.compile(r"[(]|的")
_OF_FIGURE = re.compile(r"\d[\d.]*[^\d\s,.;:。()]{0,6}(?:\([^()\d]{1,4}\))*$")
"""Before a bracket, that it stands behind a figure."""
_TOLD = re.compile(r"\d[\d.]*(?:%|个?百分点|[百千万亿]*[家户个项人元])")
_BEHIND_IT = re.compile(r"(?:\([^()\d]{1,4}\))?\(")
"""Between a figure and the period that stands behind it: 约3573亿元(推算)(2020年)."""
_FROM = re.compile(r"(?:从|由)$")
_ITEM = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十],|--")
_EVENT = re.compile(r"[^,。;:\d上下]{1,16}?(?:大会|论坛|博览会|峰会|推介会|年会|数博会|座谈会|领导人|500强)")
"""Behind a year, that it may be part of the name of an event; where ``_HELD`` stands before, it is."""
_LOW = re.compile("的?(?:较?[高低])?基数|翘尾")
"""Behind 去年 or 去年同期, that it is only of the base."""
_JOINED = re.compile("、|和|及|与|以及")
"""Between the times with which something is compared (比上年、2020年)."""
_SAID_AGO = ("去年", "上年", "前年")
_BEGINNING = re.compile("年?初(?!步)")
"""Behind a year, that only its beginning is meant."""
_HELD = re.compile(r"(?:举办|承办|主办|召开|出席|参加|入选|举行)(?:了)?$")
_CLOSE = 30
"""Letters before a bracket in which its figure stands."""
_FIRST = ("一是", "第一")
_TITLES = re.compile(r"《[^》]*》")
_COUNTS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11}


@dataclass(frozen=True, slots=True)
class When:
    """Months ``first`` to ``last``, counted as in ``periods``; ``end`` of the last one printed as such (5月末).
    ``start`` and ``stop`` say where it is printed. ``base``: it is only what something is compared with (比上年同期)."""

    start: int
    stop: int
    first: int
    last: int
    end: bool = False
    sure: bool = True
    base: bool = False
    run: bool = False

    def period(self, timing: str) -> tuple[Period, bool]:
        """The period for a figure of this timing, and whether it is sure to be that."""
        if timing == "stock":
            whole = self.last % YEAR == 11 and (self.last - self.first == 11 or self.end)
            single = self.first == self.last
            return Period(self.last, self.last, True), self.sure and not self.run and (
                self.end or whole or single
            )
        flow = Period(self.first, self.last)
        return flow, self.sure and not self.end

    def years_before(self, years: int = 1) -> When:
        return replace(self, first=self.first - YEAR * years, last=self.last - YEAR * years)


def named(text: str, written: date | None) -> tuple[When, ...]:
    """Every period that a text (made by ``alike``) names, in order."""
    titles = [one.span() for one in _TITLES.finditer(text)]
    found: list[When] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        year: int | None = None
        last: When | None = None
        ago, said_at = False, 0
        for one in _FORM.finditer(text, *paragraph.span()):
            if one.start() == one.end() or any(start <= one.start() < stop for start, stop in titles):
                continue
            ago = ago and not one["year"]
            stale = ago and "。" in text[said_at : one.start()]
            when, year = _read(one, text, written, year, last, stale)
            if one["year"] in _SAID_AGO and when is not None and not when.base:
                ago, said_at = True, one.end()
            if when is None:
                continue
            if found and found[-1].base and _JOINED.fullmatch(text, found[-1].stop, when.start):
                when = replace(when, base=True)
            found.append(when)
            last = last if when.base else when
    return tuple(found)


def _read(
    one: re.Match[str], text: str, written: date | None, year: int | None, last: When | None, ago: bool
) -> tuple[When | None, int | None]:
    """What a match says, and the year that is carried on from it. ``ago``: that year was called 去年 in a sentence before,
    which may not go on."""
    start, stop = one.span()
    before = text[max(0, start - 2) : start]
    base = (
        _BASE.search(before) is not None
        or before.endswith(("与", "和", "同", "跟"))
        and _BESIDE.match(text, stop) is not None
    )
    if one["day"]:
        return None, year
    if one["plan"]:
        begin = _PLANS.get(one["plan"], 0) * YEAR
        return (_of_plan(one, begin, base) if begin else None), year
    if one["first"]:
        first, end = int(one["first"]), int(one["last"])
        return When(start, stop, first * YEAR, end * YEAR + 11, run=True, base=base), end
    if one["vague"] or one["since"]:
        this = (written.year if written else year or 0) * YEAR
        now = this + (written.month - 1 if written else 11)
        return When(start, stop, this, now, sure=False), year or (written.year if written else None)
    said, sure = _year(one["year"] or "", written, year)
    if one["year"] and one["year"][0] in "12" and one["three"] is not None and _EVENT.match(text, stop):
        if _HELD.search(text[:start][-4:]):
            return None, year
        sure = False
    if one["year"] in ("去年", "上年") and _LOW.match(text, stop):
        return None, year
    if one["same"] == "同月" and (last is None or last.first != last.last):
        return None, year
    if one["same"]:
        if one["year"] in ("去年", "上年") and last is not None:
            return replace(last.years_before(), start=start, stop=stop, base=base), year
        if one["year"] and last is not None and said is not None:
            moved = last.years_before(last.last // YEAR - said)
            return replace(moved, start=start, stop=stop, base=base), said
        if one["year"] and said is not None and not base:  # of which so_far, nothing says
            so_far = written.month if written else YEAR
            return When(start, stop, said * YEAR, said * YEAR + so_far - 1, sure=False), year
        return None, year
    if not one["year"] and stop - start == 0:
        return None, year
    months = _months(one)
    if months is None:
        return None, year
    if said is None:
        return When(start, stop, months[0], months[1], sure=False, base=base), year
    first, end = said * YEAR + months[0], said * YEAR + months[1]
    if not one["year"] and ago:
        sure = False
    if not one["year"] and before[-1:] in tuple("0123456789年"):
        sure = False
    if (
        not one["year"]
        and not one["whole"]
        and written is not None
        and end > written.year * YEAR + written.month - 1
    ):
        sure = False
    if one["three"] is not None and _BEGINNING.match(text, stop):
        sure = False
    named_end = bool(one["end"] or one["close"] or one["stock"])
    when = When(start, stop, end if named_end else first, end, named_end, sure, base)
    return when, (year if base else said)


def _of_plan(one: re.Match[str], begin: int, base: bool) -> When:
    """The years of a plan, or the moment at its end; where only a part of it is meant the years are a guess."""
    start, stop = one.span()
    last = begin + _FIVE * YEAR - 1
    if one["tail"][-1] in "末底":
        return When(start, stop, last, last, end=True, base=base)
    whole = one["tail"] in ("期间", "时期")
    return When(start, stop, begin, last, run=True, sure=whole, base=base)


def _year(word: str, written: date | None, carried: int | None) -> tuple[int | None, bool]:
    """The year that a word names, and whether that is sure; without a word, the one that is carried on."""
    if word[:2].isdigit():
        return (int(word[:4]) if word[2:4].isdigit() else int(word[:2]) + 20 * 100), True
    steps = {"今年": 0, "本年": 0, "年内": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
    if word:
        if word == "上年" and carried is not None:
            return carried - 1, True
        told = written is not None and (word != "前年" or carried in (None, written.year))
        return (written.year + steps[word], True) if written and told else (None, False)
    if carried is not None:
        return carried, written is None or carried in (written.year, written.year - 1)
    return (written.year, True) if written else (None, False)


def _months(one: re.Match[str]) -> tuple[int, int] | None:
    """First and last month of a year, counted from 0."""
    said = one[0]
    if one["half"]:
        return (0, 5) if one["half"][0] == "上" else (6, 11)
    if "前三季度" in said:
        return 0, 8
    if one["quarter"]:
        return _QUARTERS[one["quarter"]]
    if one["from"]:
        first, last = int(one["from"]), int(one["to"])
        return (first - 1, last - 1) if 1 <= first < last <= YEAR else None
    if one["upto"]:
        last = _COUNTS.get(one["upto"]) or int(one["upto"])
        return (0, last - 1) if 1 <= last <= YEAR else None
    for group in ("end", "month"):
        if one[group]:
            month = int(one[group])
            return (month - 1, month - 1) if 1 <= month <= YEAR else None
    return 0, 11


def of(whens: Sequence[When], text: str, at: int) -> When | None:
    """The period that holds for what stands at a place: the last one named before it in its paragraph; from an
    earlier one, or from before the item of a list (二是), it isn't sure."""
    said = [one for one in whens if one.stop <= at and not of_figure(text, one, at)]
    if said and said[-1].stop and _BESIDE_IT.fullmatch(text, said[-1].stop, at):
        return replace(said[-1], base=False)
    before = [one for one in said if not one.base]
    if not before:
        return None
    last = before[-1]
    clause = max(text.rfind(sign, 0, at) for sign in ",。;\n")
    own = [
        one
        for one in whens
        if one.stop <= at and one.base and one.start > clause and _FROM.search(text[: one.start])
    ]
    if own and own[-1].start > last.start:
        return replace(own[-1], base=False)
    crossed = _crossed(text, last, at)
    begin = text.rfind("\n", 0, at) + 1
    return replace(last, sure=False) if last.start < begin or crossed else last


def behind(whens: Sequence[When], text: str, at: int) -> When | None:
    """The period that stands alone in brackets behind a figure that ends at a place: 55.2%(2021年1-4月)."""
    opens = _BEHIND_IT.match(text, at)
    return next(
        (one for one in whens if opens and one.start == opens.end() and text[one.stop : one.stop + 1] == ")"),
        None,
    )


def of_figure(text: str, one: When, at: int) -> bool:
    """Whether a time stands in brackets, closed before a place, that tell of one figure only: behind it, or with it
    (2020年1-3月为-6.1%)."""
    opens, closes = text.rfind("(", 0, one.start), text.find(")", one.stop, at)
    if opens < 0 or closes < 0 or ")" in text[opens : one.start]:
        return False
    inside = text[opens + 1 : one.start] + text[one.stop : closes]
    return bool(_OF_FIGURE.search(text[:opens][-_CLOSE:]) or _TOLD.search(inside))


def year_before(base: When, time: When) -> bool:
    """Whether a time is the same of the year before, or that year."""
    if base.last // YEAR != time.last // YEAR - 1:
        return False
    months = (base.first % YEAR, base.last % YEAR)
    return months == (time.first % YEAR, time.last % YEAR) or months == (0, 11) and not base.end


def _crossed(text: str, last: When, at: int) -> bool:
    """Whether a period was named for another item of a list than that of a place. What stands before the first item
    holds for all."""
    item = _ITEM.search(text, last.stop, at)
    if item is None or not last.stop:
        return False
    begin = text.rfind("\n", 0, at) + 1
    return item[0][:2] not in _FIRST or _ITEM.search(text, begin, last.start) is not None
