"""The period of a proposed row: the one that is printed, or what the tables' rules infer where none is.

An actual figure ends no later than its document; of the year so far it runs from January to the document's month, a
stock is of that month. Where nothing lets a period be inferred it is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from industry.text.claims.when import YEAR, When
from industry.text.proposals import plans
from industry.text.proposals.setting import Setting
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, GROWTHS
from industry.vocabulary.periods import Period

_SINCE = re.compile(r"(\d{1,2})月份?以来")
_VAGUE = re.compile(r"(?<![五“”\"])(?<!时)期间|疫情(?:以来|发生后?)")
"""Months that are meant and not printed (疫情期间)."""
_NOW = re.compile(r"已经?|目前|现有|当前|截[至止]目前")
_YEARLY = re.compile(r"连续(?P<run>[\d一二两三四五六七八九十]+)年|近(?P<last>[\d一二两三四五六七八九十]+)年")
_LATELY = re.compile(r"(?P<run>(?!))?近(?P<last>[\d一二两三四五六七八九十]+)年(?=,)")
_THIS_YEAR = re.compile(r"今年|本年|年内|全年")
_NAMED_AFTER = re.compile(r"(?P<year>(?:19|20)\d\d)(?=[\u4e00-\u9fff]{0,4}(?:国际|中国|世界|全球))")
"""A year that begins a name: 2021中国国际…."""
_EVENT = re.compile(r"[^,。;:]{0,24}(?:大会|博览会|论坛|峰会|推介会|贺信|讲话)")
_SINGLE = re.compile("当月|分月|当季|分季")
_MONTHS = re.compile(r"\d{1,2}月?份?[-至到]\d{1,2}月|前\S{1,2}个?月|前三季度|[一二三四]季度|[上下]半年")
_UNTIL = re.compile(r"截[至止]$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period as the tables write it, empty where there is none; whether the row supplies it, whether it is a guess."""

    period: str
    inferred: bool
    doubted: bool


def date(one: Setting, indicator: Indicator, status: str) -> Dated:
    """The period of a figure of an indicator with a timing."""
    now, timing = one.now, indicator.timing
    years = _YEARLY.search(one.before + one.figure) or _LATELY.search(one.text, one.sentence[0], one.start)
    if years and any(
        when.start >= years.start() for when in one.whens if years.string is one.text and when.sure
    ):
        years = None  # another period is named behind it
    if years and now is not None and (indicator.measure == "streak" or status == "actual"):
        return _made(_back(years, now), timing, inferred=True)
    if status == "policy":
        own = _own(one, one.clause[0])
        year = own.last // YEAR if own else now // YEAR if now is not None else None
        return _year(year, timing, now, inferred=own is None)
    found = _pair(one) or _named(one, timing)
    if status in ("target", "forecast"):
        return _ahead(one, found, indicator)
    return _past(one, found, indicator)


def _past(one: Setting, found: When | None, indicator: Indicator) -> Dated:
    """Of an actual figure: what is named for it, if it is over; else the year so far, or the month now."""
    now, timing = one.now, indicator.timing
    begin = one.sentence[0]
    if timing == "list":
        return _of_list(one, found)
    since = _SINCE.search(one.text, begin, one.start)
    if since and now is not None and 1 <= int(since[1]) <= now % YEAR + 1:
        return _made(When(0, 0, now - now % YEAR + int(since[1]) - 1, now), timing, inferred=True)
    if _vague(one, found):
        return Dated("", True, True)
    own = found is not None and found.stop > begin
    if timing == "stock" and not own and now is not None and _NOW.search(one.text, begin, one.start):
        return _made(When(0, 0, now, now, True), timing, inferred=True)
    if timing == "stock" and found is not None and found.last > found.first and not _whole(found):
        clause = one.text.rfind(";", begin, one.start) + 1
        if found.stop <= clause and now is not None:
            return _made(When(0, 0, now, now, True), timing, inferred=True)
    if found is not None and found.end and timing == "flow" and indicator.measure in (*AMOUNTS, *GROWTHS):
        found = replace(found, first=found.last - found.last % YEAR, end=False, sure=False)
    if found is not None and (now is None or found.last <= now):
        doubted = not found.sure or found.stop == 0
        return _made(found, timing, doubted=doubted)
    if now is None:
        return Dated("", True, True)
    if plans.paragraph(one):
        return Dated("", True, True)
    first = found.first if found is not None and found.first <= now else now - now % YEAR
    if timing == "stock":
        return _made(When(0, 0, now, now, True), timing, inferred=True)
    return _made(When(0, 0, first, now), timing, inferred=not _THIS_YEAR.search(one.said))


def _ahead(one: Setting, found: When | None, indicator: Indicator) -> Dated:
    """Of a target or a forecast: a period that isn't over, in its paragraph or that of which it is an item."""
    now, timing = one.now, indicator.timing
    if (
        found is not None and found.end and timing == "flow"
    ):  # an amount by then is that of the year, growth may be of the whole plan
        sure = found.sure and indicator.measure not in GROWTHS
        found = replace(found, first=found.last - found.last % YEAR, end=False, sure=sure)
    if found is not None and found.stop and (now is None or found.last >= now) and found.sure:
        return _made(found, timing)
    for text in (one.text[: one.start], one.head):
        if now is not None and _THIS_YEAR.search(text):
            return _year(now // YEAR, timing, None, doubted=True)
    if found is not None and found.stop and (now is None or found.last >= now):
        return _made(found, timing, doubted=True)
    return Dated("", True, True)


def _of_list(one: Setting, found: When | None) -> Dated:
    """Of a list: the year by which it is named, the month at whose end it stood, else that of the document."""
    now = one.now
    if later := _NAMED_AFTER.search(one.behind):
        return _made(When(0, 0, int(later["year"]) * YEAR, int(later["year"]) * YEAR + YEAR - 1), "flow")
    if found is not None and found.stop > one.sentence[0] and found.last - found.first == YEAR - 1:
        if _UNTIL.search(one.text[: found.start]):
            return _made(replace(found, first=found.last), "flow")
        return _made(found, "flow")
    if found is not None and found.stop > one.sentence[0] and found.first == found.last:
        return _made(found, "flow")
    if now is None:
        return Dated("", True, True)
    return _made(When(0, 0, now, now), "flow", inferred=True)


def _named(one: Setting, timing: str) -> When | None:
    """The period that is named for a number: of those before it in its paragraph, or carried on from an earlier one."""
    claimed = one.claim.when
    certain = claimed is not None and claimed.sure and "period" not in one.claim.doubts
    if claimed is not None and certain and not any(_same(claimed, w) for w in one.whens):
        return replace(claimed, start=one.start, stop=one.start)  # read off a title or a column's head
    whens = [*(w for w in one.whens if w.base or not _of_event(one, w)), *_of_names(one)]
    before = sorted((w for w in whens if w.stop <= one.start), key=lambda w: w.stop)
    beside = [
        w
        for w in before
        if w.stop in (one.lead, one.start) and one.text[w.start - 1 : w.start] not in ("比", "较")
    ]
    if beside:
        return replace(beside[-1], base=False)
    held = [w for w in before if not w.base and not _of_single_months(one, w)]
    if not held and claimed is not None and any(_same(claimed, w) for w in one.whens):
        return None
    if not held and one.headed is not None:
        return replace(one.headed, start=0, stop=0, sure=False)
    if not held:
        return replace(claimed, start=0, stop=0, sure=False) if claimed is not None else None
    last = held[-1]
    if last.stop <= one.item:
        last = replace(held[0], sure=False)
    elif (
        "分别" in one.text[last.stop : one.start]
        and claimed is not None
        and any(_same(claimed, w) for w in held)
    ):
        last = next(w for w in reversed(held) if _same(claimed, w))  # the one in its place of a list
    if one.now is not None and last.last > one.now and _yearless(one, last):
        last = last.years_before()
    if one.now is not None and last.last > one.now and timing != "list":
        year = [w for w in held if w.last <= one.now and w.last // YEAR == last.first // YEAR]
        last = year[-1] if year and one.claim.status == "actual" else last
    return last


def _same(one: When, other: When) -> bool:
    return (one.first, one.last, one.end) == (other.first, other.last, other.end)


def _of_names(one: Setting) -> list[When]:
    """The years that begin a name in the sentence."""
    return [
        When(found.start(), found.end(), int(found["year"]) * YEAR, int(found["year"]) * YEAR + YEAR - 1)
        for found in _NAMED_AFTER.finditer(one.text, one.sentence[0], one.start)
    ]


def _of_event(one: Setting, when: When) -> bool:
    """Whether a year only belongs to the name of an event (2021年中国…博览会)."""
    return when.last - when.first == YEAR - 1 and _EVENT.match(one.text, when.stop) is not None


def _yearless(one: Setting, when: When) -> bool:
    """Whether the words name months of no year (1—12月, told in January): of an actual figure they are over."""
    said = one.text[when.start : when.stop]
    return one.claim.status == "actual" and when.stop > 0 and _MONTHS.match(said) is not None


def _of_single_months(one: Setting, when: When) -> bool:
    """Whether a month is one of those that an earlier sentence goes through (分月看 …当月…)."""
    begin = max(one.text.rfind(sign, 0, when.start) for sign in "。!?") + 1
    if when.stop > one.sentence[0] or when.first != when.last:
        return False
    return _SINGLE.search(one.text, begin, one.sentence[0]) is not None


def _pair(one: Setting) -> When | None:
    """Of 由x提升到y over a run of years: the year before it, and its last."""
    clause = re.split("[,、;。]", one.before)[-1]
    runs = [w for w in one.whens if w.run and w.stop <= one.start and w.stop > one.sentence[0]]
    if not runs or one.claim.relation.kind not in ("share", "plain", "growth"):
        return None
    run = runs[-1]
    begins = re.search(r"[由从](?:占比)?$", clause) is not None
    ends = re.search(r"[由从][^,、;]{0,12}\d[^,、;]{0,16}(?:到|至)$", one.before[-40:])
    own = [w for w in one.whens if w.stop <= one.start and w.start >= one.clause[0] and not w.run]
    if begins and not own:
        return replace(run, first=run.first - YEAR, last=run.first - 1, run=False, sure=False)
    if ends and (not own or own[-1].base):
        return replace(run, first=run.last - YEAR + 1, run=False, sure=False)
    return None


def _own(one: Setting, begin: int) -> When | None:
    held = [w for w in one.whens if begin <= w.start and w.stop <= one.start and not w.base and w.sure]
    return held[-1] if held else None


def _vague(one: Setting, found: When | None) -> bool:
    """Whether the last span that is named before the number says no months."""
    said = [vague.end() for vague in _VAGUE.finditer(one.text, 0, one.start)]
    return bool(said) and said[-1] > (found.stop if found else 0)


def _whole(when: When) -> bool:
    return when.first % YEAR == 0 and when.last % YEAR == YEAR - 1


def _back(years: re.Match[str], now: int) -> When:
    """The years that are over of 连续x年, 近x年."""
    said = printed.read(f"{years['run'] or years['last']}年", "年", "streak")
    many = int(said.value) if said and 0 < said.value < 100 else 1
    year = now // YEAR
    return When(0, 0, (year - many) * YEAR, year * YEAR - 1, run=True)


def _year(
    year: int | None, timing: str, now: int | None, inferred: bool = False, doubted: bool = False
) -> Dated:
    if year is None:
        return Dated("", True, True)
    if timing == "list" and now is not None:
        return _made(When(0, 0, now, now), "flow", inferred=inferred, doubted=doubted)
    return _made(When(0, 0, year * YEAR, year * YEAR + YEAR - 1), timing, inferred=inferred, doubted=doubted)


def _made(when: When, timing: str, inferred: bool = False, doubted: bool = False) -> Dated:
    period = Period(when.first, when.last) if timing == "list" else when.period(timing)[0]
    return Dated(str(period), inferred, inferred or doubted)
