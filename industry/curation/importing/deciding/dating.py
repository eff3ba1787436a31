"""Of which period a figure of a sheet is, by what its column, its row and the lines over its table print. A year that nothing prints, a month
of which nothing says whether it is counted from January: these are asked, never taken from the day on which the file was made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from industry.text.claims import when
from industry.text.claims.grids import periods
from industry.text.claims.grids.labels import Label
from industry.text.claims.when import YEAR, When
from industry.vocabulary.periods import Period

_YEAR = re.compile(r"(?:19|20)\d\d|十[二三四五]五")
_QUARTER = 3
_FROM_JANUARY = {"since", "now"}
"""What columns may say beside one that says nothing, so that all of them are of one period."""
_COMPARED = re.compile(
    r"(?<!\d)(?:(?<=[比较与和按以])(?=\d{4}年)|(?=\d{4}年同[期月]))(?P<year>(?:19|20)\d\d)年(?P<behind>同[期月])?"
)
_BEFORE_LAST = re.compile("[比较与和按]前年|前年同[期月]")
_WRITTEN = str.maketrans("0123456789", "〇一二三四五六七八九")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度?|(?!\d))")
_ANY_MONTH = re.compile(r"(?<!\d)(\d{1,2})月份?")
_TOKENS = (
    (re.compile(r"(?<!\d)(?:19|20)\d\d(?:年度?|(?!\d))|今年|本年|去年|上年(?!同)|前年"), ""),
    (re.compile(r"1-\d{1,2}月份?|前\S{1,2}个?月|前三季度|上半年|第?[一首1]季度?"), "1-n月"),
    (re.compile(r"\d{1,2}-\d{1,2}月份?"), "n-m月"),
    (re.compile(r"(?<![\d-])\d{1,2}月份?(?=[末底])"), "n月"),
    (re.compile(r"(?<![\d-])\d{1,2}月份?"), "n月"),
    (re.compile(r"第?[二三四234]季度?"), "n季"),
)
"""Periods in a text, and what stands for them where it is found again in a later month."""


@dataclass(frozen=True, slots=True)
class Dated:
    """``when``: the months, None where none are known. ``open``: what has to be asked, ``year`` or ``period``; ``single``: one month, or one
    quarter behind the first, of which nothing says that it stands alone; ``alone``: it is said to."""

    when: When | None
    open: str = ""
    single: bool = False
    alone: bool = False


@lru_cache(maxsize=4096)
def timeless(text: str, latest: int | None = None) -> str:
    """A text without the year and with what stands for its months; a year with which something is compared, as its distance from the year of
    the ``latest`` month of the table."""
    text = _COMPARED.sub(lambda one: _distant(one, latest), text)
    for form, sign in _TOKENS:
        text = form.sub(sign, text)
    return text


def _distant(one: re.Match[str], latest: int | None) -> str:
    if latest is None:
        return f"{one['year'].translate(_WRITTEN)}年{one['behind'] or ''}"
    return f"n-{latest // YEAR - int(one['year'])}年{one['behind'] or ''}"


def bound(text: str, latest: int | None) -> str:
    """A text whose years and months are told by their distance from the ``latest`` month of the table: what it says of another period
    is another text in the next month."""
    if latest is None:
        return text
    year, month = latest // YEAR, latest % YEAR + 1
    text = _ANY_MONTH.sub(lambda one: f"n{int(one[1]) - month:+}月" if one[1] != str(month) else "n月", text)
    return _ANY_YEAR.sub(lambda one: f"n{int(one[1]) - year:+}年" if one[1] != str(year) else "", text)


@lru_cache(maxsize=4096)
def compared(text: str, own: int) -> Sequence[int]:
    """The years with which a text says that something of the year ``own`` is compared."""
    told = [int(one["year"]) for one in _COMPARED.finditer(text)]
    return [*told, own - 2] if _BEFORE_LAST.search(text) else told


def of(cell: Sequence[Label], title: Label, year: int | None, sure: bool) -> Dated:
    """The period of a figure of which row and column say ``cell`` and the lines over its table ``title``. ``year``: the one that is
    answered or guessed where none is printed; ``sure``: where it isn't, whose period it has is known."""
    told = [part for one in (*cell, title) for part in one.when]
    shifts = [one.shift for one in cell if one.shift] or ([title.shift] if title.shift else [])
    if not told:
        return Dated(None, "period")
    printed = any(_YEAR.search(part) for part in told)
    over = title
    if not printed:
        if year is None:
            return Dated(None, "year")
        over = replace(title, when=(f"{year}年", *title.when))
    labels = [one if not one.shift else replace(one, shift="") for one in cell]
    said, certain = periods.of([*labels, *(Label("", shift=one) for one in shifts[:1])], over, None)
    found = when.named(said, None)
    if not found:
        return Dated(None, "period")
    one = found[-1]
    if one.last < one.first:
        return Dated(None, "period")
    months = [part for label in (*cell, title) for part in label.when if not _plain_year(part)]
    if not certain and not shifts and len({*months}) == 1 and _one_year(told):
        certain = one.sure  # a single month, which is asked about by itself
    alone = "alone" in shifts or "当季" in said
    counted = one.last - one.first + 1
    later = counted == _QUARTER and one.first % YEAR > 0
    single = (counted == 1 or later) and not one.end and not {"alone", "since"} & {*shifts}
    unsaid = not months and bool({"same", "alone"} & {*shifts})  # of which months of a year isn't printed
    open = "" if certain and sure and one.sure and len({*shifts}) < 2 and not unsaid else "period"
    return Dated(one, open, single, alone and (counted == 1 or later))


def _plain_year(part: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d年?度?|今年|本年|去年|上年|前年", part) is not None


def _one_year(told: Sequence[str]) -> bool:
    return len({found[0] for part in told for found in [_YEAR.search(part)] if found}) < 2


def yearly(one: Dated) -> bool:
    """Whether a figure is of whole years."""
    return one.when is not None and (one.when.last - one.when.first + 1) % YEAR == 0


def since_january(one: When) -> When:
    """From January of the year to the end of some months."""
    return replace(one, first=one.last // YEAR * YEAR)


def period(one: When, timing: str) -> tuple[Period, bool]:
    """The period for an indicator with this timing, and whether it is sure to be that: of a stock the end of a month or a year."""
    found, sure = replace(one, sure=True).period(timing)
    return found, sure or timing != "stock" and not one.end


def distinct(told: Iterable[Sequence[Label]]) -> Iterable[Sequence[Label]]:
    """Of labels over one another, or beside one another, those of which the periods differ."""
    return {tuple(id(one) for one in path if one.when or one.shift): path for path in told}.values()


def _as_titled(told: Sequence[Sequence[Label]], title: Label) -> bool:
    """Whether the periods that columns print, by themselves, are the one that the lines over them print."""
    over = of((), title, None, True)
    own = [
        of(path, replace(title, when=()), _year(over), True)
        for path in distinct(told)
        if any(one.when for one in path)
    ]
    return not over.open and all(not one.open and one.when and _same(one.when, over.when) for one in own)


def _year(one: Dated) -> int | None:
    return one.when.last // YEAR if one.when else None


def _same(one: When, other: When | None) -> bool:
    return other is not None and (one.first, one.last, one.end) == (other.first, other.last, other.end)


def around(
    told: Sequence[Sequence[Label]], named: Sequence[bool], title: Label
) -> list[tuple[Label | None, bool]]:
    """Of every column without a period, where others have one: the label whose period it has, and whether that is sure. Where all that
    have one say what the lines over the table say (``title``), it is of that too."""
    own = [any(one.when or one.shift not in ("", "same") for one in path) for path in told]
    counted = {one.shift for path in told for one in path if one.shift}
    timed = any(one.when for path in told for one in path)
    if not any(own) or counted <= _FROM_JANUARY and (not timed or _as_titled(told, title)):
        return [(None, True)] * len(told)
    found = periods.lent(told, named)
    return [
        (None, True) if has else (label, sure and label is not None)
        for has, (label, sure) in zip(own, found, strict=True)
    ]
