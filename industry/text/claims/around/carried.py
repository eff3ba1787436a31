"""Which period holds where a paragraph begins: that of its section's heading (一、一季度运行情况), of the bulletin's title (上半年
工业运行情况), of the first of several paragraphs with headings of one kind (主要指标方面：1—4月…); else the last one named, which is only a
guess. And the draft's date, where a line of its own prints it.

A heading holds as long as its section names no other period, since a reader would doubt from there on. A title or heading of
what is to be done (要点, 下半年安排), or with two periods, holds for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from industry.text.alike import alike
from industry.text.claims.when import When

_LONGEST = 45
"""Letters of a heading."""
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_LEVELS = (
    re.compile(rf"\s*(?:第{_NUMERAL}(?:部分|章|节)?[、,\s]|{_NUMERAL}、)"),
    re.compile(rf"\s*\({_NUMERAL}\)"),
    re.compile(r"\s*\d{1,2}[.、](?!\d)"),
    re.compile(r"\s*\(\d{1,2}\)"),
)
LOWEST = len(_LEVELS)
"""Of a heading without an ordinal."""
_ENDS = re.compile(r"[。!?;]")
_BULLETIN = re.compile(r"运行|情况|形势|分析|简报|快报|通报|公报|月报|季报|年报|数据|指标|回顾|总结|解读")
_PLANS = re.compile(r"要点|计划|安排|部署|思路|目标|打算|措施|任务|建议|展望|预测|预计|下一步|方案|规划")
_PARALLEL = re.compile(r"\s*[^,。;:\d]{2,10}方面[:,]")
_TITLES = 3
"""Among so many first paragraphs the title stands."""
_DATE = re.compile(
    r"\s*\(?(?:(?P<year>(?:19|20)\d\d)|(?P<spelt>二[零〇o○]{1}[零〇o○一二三四五六七八九]{2}))年(?P<month>[\d一二三四五六七八九十]{1,2})月(?P<day>[\d一二三四五六七八九十]{1,3})日\)?\s*"
)
_DIGITS = {**dict.fromkeys("零〇o○", 0), **{one: at for at, one in enumerate("一二三四五六七八九", start=1)}}
_TEN = 10


def date_line(text: str) -> date | None:
    """The date of a draft, if one line holds nothing else, and no other line another."""
    found = set()
    for line in text.split("\n"):
        if len(line) > _LONGEST or (one := _DATE.fullmatch(alike(line))) is None:
            continue
        year = int(one["year"]) if one["year"] else int("".join(str(_DIGITS[each]) for each in one["spelt"]))
        try:
            found.add(date(year, _counted(one["month"]), _counted(one["day"])))
        except ValueError:
            return None
    return found.pop() if len(found) == 1 else None


def _counted(word: str) -> int:
    """二十五, 25."""
    if word.isdigit():
        return int(word)
    tens, _, ones = word.rpartition("十")
    if "十" not in word:
        return _DIGITS[word]
    return (_DIGITS.get(tens, 1) if len(tens) < 2 else 0) * _TEN + (
        _DIGITS.get(ones, 0) if len(ones) < 2 else 0
    )


@dataclass
class _Section:
    level: int
    period: When | None


class Carried:
    """What holds as one paragraph after another is read; ``next`` is asked of each once, in order."""

    def __init__(self, written: date | None) -> None:
        self.written = written
        self.read = 0
        self.title: When | None = None
        self.sections: list[_Section] = []
        self.disturbed = False
        self.run: When | None = None
        self.last: When | None = None

    def next(self, paragraph: str, whens: Sequence[When]) -> When | None:
        """The period that holds where a paragraph (made by ``alike``) begins, which names ``whens``; then it is taken in."""
        if not paragraph.strip():
            return self._holding(paragraph)
        held = self._holding(paragraph)
        own = [one for one in whens if not one.base]
        level = depth(paragraph)
        opening = _opening(paragraph)
        if opening is not None and (level < LOWEST or opening == len(paragraph)):
            self._heading(paragraph, level, [one for one in own if one.stop <= opening])
            held = self._holding(paragraph)
            own = [one for one in own if one.stop > opening]
        self._body(paragraph, own)
        self.read += 1
        return held

    def pass_over(self, last: When | None) -> None:
        """Take in a paragraph of another language, and the last period that is known behind it."""
        if last is not self.last:
            self.disturbed, self.last = True, last
        self.run = None
        self.read += 1

    def _holding(self, paragraph: str) -> When | None:
        if self.run is not None and _PARALLEL.match(paragraph):
            return _here(self.run, True)
        stated = next((one.period for one in reversed(self.sections) if one.period), self.title)
        if stated is not None and not self.disturbed:
            return _here(stated, True)
        return _here(self.last, False) if self.last else None

    def _heading(self, paragraph: str, level: int, own: Sequence[When]) -> None:
        period = self._stated(paragraph, own)
        if self.read < _TITLES and level == LOWEST and not self.sections:
            self.title = period if _BULLETIN.search(paragraph) else self.title
            return
        while self.sections and self.sections[-1].level >= level:
            self.sections.pop()
        if _PLANS.search(paragraph):  # of what is to be done the title says nothing either
            self.sections.append(_Section(level, None))
            self.disturbed = True
            return
        self.sections.append(_Section(level, period))
        self.disturbed = False

    def _stated(self, heading: str, own: Sequence[When]) -> When | None:
        """The one period of a heading, if it is over and the heading isn't of plans."""
        if len({(one.first, one.last) for one in own}) != 1 or not own[0].sure or _PLANS.search(heading):
            return None
        month = self.written.year * 12 + self.written.month - 1 if self.written else None
        return own[0] if month is None or own[0].last <= month else None

    def _body(self, paragraph: str, own: Sequence[When]) -> None:
        stated = next((one.period for one in reversed(self.sections) if one.period), self.title)
        for one in own:
            if stated is None or (one.first, one.last) != (stated.first, stated.last):
                self.disturbed = True
        parallel = _PARALLEL.match(paragraph) is not None
        if not parallel:
            self.run = None
        elif own:
            alike = len({(one.first, one.last) for one in own}) == 1 and own[0].sure
            self.run = own[0] if alike and (self.run is None or _same(self.run, own[0])) else None
        self.last = own[-1] if own else self.last


class Heads:
    """Whether the headings over a paragraph name a region that isn't the text's own (二、河北): what names none there is
    hardly of the text's own. A line without an ordinal that names a place heads all that follows."""

    def __init__(self, owner: str | None) -> None:
        self.owner = owner
        self.over: list[tuple[int, bool]] = []

    def take(self, heading: str, regions: Sequence[str | None]) -> None:
        """A heading and the regions that it names."""
        level = depth(heading)
        if level == LOWEST:
            if not regions:
                return
            level = -1
        while self.over and self.over[-1][0] >= level:
            self.over.pop()
        if regions:
            self.over.append((level, any(one != self.owner for one in regions)))
        elif self.over:
            self.over.append((level, self.over[-1][1]))

    @property
    def strange(self) -> bool:
        return bool(self.over) and self.over[-1][1]


def _same(one: When, other: When) -> bool:
    return (one.first, one.last, one.end) == (other.first, other.last, other.end)


def _here(one: When, sure: bool) -> When:
    """A period as it holds where a paragraph begins."""
    return replace(one, start=0, stop=0, sure=sure and one.sure)


def depth(paragraph: str) -> int:
    """How deep a heading stands by its ordinal; ``LOWEST`` without one."""
    return next((at for at, form in enumerate(_LEVELS) if form.match(paragraph)), LOWEST)


def _opening(paragraph: str) -> int | None:
    """Where the heading ends with which a paragraph begins: at its end, or at the first stop behind an ordinal."""
    end = _ENDS.search(paragraph)
    if end is None:
        return len(paragraph) if len(paragraph.strip()) <= _LONGEST else None
    ordinal = depth(paragraph) < LOWEST
    return (
        end.end()
        if ordinal and end.end() <= _LONGEST and not re.search(r"\d[\d.]*[%亿万家个]", paragraph[: end.end()])
        else None
    )
