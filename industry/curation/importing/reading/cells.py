"""What a cell of a sheet is by itself: a figure, nothing (…, —, 未公布), or words; its marks of footnotes; a period that a spreadsheet shows
as a number or a date, as people write it. What cells mean together belongs in ``blocks``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from industry.curation.sheets.sheet import Cell
from industry.text.alike import alike
from industry.text.claims.grids.rows import MARK

_NOTHING = re.compile(r"(?:[-.…·/\\*~]|\s|n/?a|nan|null|无|暂无|未公布|未发布|缺|x)*$")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?$")
_BRACKETED = re.compile(r"\((\d[\d,]*(?:\.\d+)?)\)$")
_NUMBERED = re.compile(
    r"(?:约|近|超过?|逾|突破|不足|不到|下降|增长|达到?)?[+-]?\d[\d,]*(?:\.\d+)?(?:[百千]?[万亿]{0,2}[%‰\u4e00-\u9fff/]{0,7})$"
)
_DECIMAL = r"(?:\d[\d,]*)?\.\d+(?:e[+-]?\d+)?|\d[\d,]*e[+-]?\d+"
_UNCLEAR = re.compile(
    rf"(?:同比|环比)?(?:[负减降增升跌涨正]|[^\w\s]){{0,3}}\s?(?:{_DECIMAL})(?:[^\w]{{1,3}}(?:{_DECIMAL}))?(?:[^\w\u4e00-\u9fff]{{1,4}}|\s?[a-z]{{1,2}}|[(\[][^()\[\]]{{1,8}}[)\]])?$|"
    r"[^\w\s()\[\]#.、]{1,2}\s?\d[\d,]*%?$|\d[\d,]*%?[-+▲△▼▽↑↓?!]{1,2}$|#[a-z/0]+[!?]?$"
)
"""A number with signs whose meaning isn't known by itself (▲4.1, (3.2), 3.2-, 负3.2, 3.2(快报)), or an error of a spreadsheet: whatever
it is, it is no header."""
_SEVERAL = re.compile(r"[+-]?\d[\d.,]*(?:\s+[+-]?\d[\d.,]*)+\s?[%‰]?$")
_GROUPED = re.compile(r"[+-]?\s?\d{1,3}(?:[, ]\d{3})*(?:\.\d+)?\s?[%‰]?$")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_REMARK, _LONG = 4, 24
"""Chinese characters, and characters, that a number may have about it."""
_SHOWN_NEGATIVE = re.compile(r"[▲△▼▽↓(]?\s?(\d[\d,]*(?:\.\d+)?)[)▼▽↓-]?$")
_LEVEL = ("持平", "基本持平")
_YEAR = re.compile(r"(?:19|20)\d\d$")
PERIOD = re.compile(
    r"(?:(?:19|20)?\d\d年)|(?:\d{1,2}(?:-\d{1,2})?月)|季度|半年|全年|^(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?$"
)
"""What makes a text be of a period."""
_JOINED = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])$")
_MONTH = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.]0?1)?(?: 0?0:00(?::00)?)?$")
_RUN = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})-(\d{1,2})月$")
_JOINED_RUN = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])-(?:\1)?(0[1-9]|1[0-2])$")
_CALENDAR = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_TENTH = re.compile(r"(?:19|20)\d\d\.1$")
_QUARTER = re.compile(r"((?:19|20)\d\d)年?q([1-4])$")
_DAY = re.compile(
    r"(?:(?P<month>\d{1,2})月(?P<day>\d{1,2})日|(?P<d>\d{1,2})-(?P<name>[a-z]{3})|(?P<name2>[a-z]{3})-(?P<d2>\d{1,2}))$"
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell looked at. ``kind``: ``""`` empty, ``nothing``, ``figure``, ``words``. ``text``: without marks and outer spaces,
    of words as ``alike`` makes them, periods as people write them; ``shown``: as the sheet shows it. ``when``: of a figure that may as well
    be a period (2021, 202106), that. ``odd``: a period that a spreadsheet may have changed (1-2 shown as 1月2日, 2021.10 as 2021.1):
    what it was is only guessed. ``unsure``: a figure whose sign, scale or value isn't certain."""

    kind: str = ""
    text: str = ""
    shown: str = ""
    marks: str = ""
    when: str = ""
    odd: bool = False
    unsure: bool = False


NONE = Seen()


def seen(cell: Cell) -> Seen:
    """What a cell is."""
    return _seen(cell.text, cell.day is not None, cell.number is not None and cell.number < 0)


@lru_cache(maxsize=65536)
def _seen(shown: str, dated: bool, negative: bool) -> Seen:
    if not shown.strip():
        return NONE
    kept, marks = parted(shown)
    even = alike(kept)
    flat = re.sub(r"\s+", " ", even).strip()
    if _NOTHING.match(flat):
        return Seen("nothing", flat, shown, marks)
    if dated or _DAY.match(flat):
        text, odd = _date(flat)
        return Seen("words", text, shown, marks, odd=odd)
    bare = flat.replace(" ", "")
    if _SEVERAL.match(flat) and not _GROUPED.match(flat):
        return Seen("figure", flat, shown, marks, unsure=True)
    if _YEAR.match(bare):
        return Seen("figure", bare, shown, marks, f"{bare}年")
    if _CALENDAR.match(bare) and not _MONTH.match(bare):
        text, odd = _date(bare)
        return Seen("words", text, shown, marks, odd=odd)
    if found := period(bare):
        odd = _TENTH.match(bare) is not None
        if _NUMBER.match(bare):
            return Seen("figure", bare, shown, marks, found, odd)
        return Seen("words", found, shown, marks)
    if _NUMBER.match(flat) or bare[-1:] in "%‰" and _NUMBER.match(bare[:-1]):
        return Seen("figure", bare, shown, marks)
    if (inner := _BRACKETED.match(bare) or _SHOWN_NEGATIVE.match(bare)) and negative:
        return Seen("figure", f"-{inner[1]}", shown, marks)
    if bare in _LEVEL or _NUMBERED.match(bare) and not PERIOD.search(bare):
        return Seen("figure", bare, shown, marks)
    if _UNCLEAR.match(flat) and not PERIOD.search(bare):
        return Seen("figure", flat, shown, marks, unsure=True)
    return Seen("words", re.sub(r"\s", "", even), shown, marks)


def among_figures(one: Seen) -> Seen:
    """Words as they are read where figures are expected: a number with something about it is a figure that isn't sure."""
    number = any(map(str.isdigit, one.text)) and len(_CHINESE.findall(one.text)) <= _REMARK
    if one.kind != "words" or not number or len(one.text) > _LONG or PERIOD.search(one.text):
        return one
    return replace(one, kind="figure", unsure=True)


def parted(shown: str) -> tuple[str, str]:
    """A text without its marks of footnotes, and these."""
    kept, marks = shown.strip(), ""
    while (one := MARK.search(kept)) and kept[: one.start()].strip():
        marks = one[0].strip() + marks
        kept = kept[: one.start()].rstrip()
    return kept, marks


def period(text: str) -> str:
    """A period written as a number (202106, 2021.06) as people write it."""
    if found := _JOINED.match(text):
        return f"{found[1]}年{int(found[2])}月"
    if found := _QUARTER.match(text):
        return f"{found[1]}年第{'一二三四'[int(found[2]) - 1]}季度"
    if (found := _RUN.match(text) or _JOINED_RUN.match(text)) and int(found[2]) < int(found[3]) <= _MONTHS:
        return f"{found[1]}年{int(found[2])}-{int(found[3])}月"
    found = _MONTH.match(text)
    return f"{found[1]}年{int(found[2])}月" if found and 1 <= int(found[2]) <= _MONTHS else ""


def _date(text: str) -> tuple[str, bool]:
    """A date as the period that it was or may have been, and whether that is only guessed."""
    bare = text.replace(" ", "")
    if found := period(bare):
        return found, _TENTH.match(bare) is not None
    if whole := _CALENDAR.match(bare):
        first, last = int(whole[2]), int(whole[3])
        return (f"{first}-{last}月" if first < last <= _MONTHS else bare), True
    if day := _DAY.match(bare):
        name = day["name"] or day["name2"]
        if name and name not in _NAMES:
            return bare, True
        month = int(day["month"] or _NAMES.index(name) + 1)
        end = int(day["day"] or day["d"] or day["d2"])
        return (f"{month}-{end}月" if month < end <= _MONTHS else bare), True
    return re.sub(r"\s", "", bare), not PERIOD.search(bare) or bool(re.search(r"\d日$|/", bare))
