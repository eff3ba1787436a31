"""Whether the lines over a table and the name of its sheet speak of one period, in whichever words: 前三季度, 1-9月 and 2021.9 do.
What period a figure has belongs in ``deciding``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from industry.curation.importing.reading import cells
from industry.text.alike import alike
from industry.text.claims import when
from industry.text.claims.when import YEAR

_COPY = re.compile(r"\s?\(\d{1,2}\)$")
_RUN = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})-(\d{1,2})月?$")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d$")
_NUMBERS = re.compile(r"0?(\d{1,2})(?:-0?(\d{1,2}))?$")
_WRITTEN = "一二三四五六七八九十"
_COUNTED = re.compile(
    rf"(?<![{_WRITTEN}第前])(十?[一二三四五六七八九]|十)(?=月|(?:-|至|到)[{_WRITTEN}]{{1,2}}月)"
)
_SINCE_JANUARY = re.compile(r"(?:年初|1月)(?:-|至|到)(?=\d{1,2}月)")
_WHOLE = re.compile(r"(?:(?:19|20)?\d\d年度?|(?:19|20)\d\d)$")
_QUARTER = 3
Told = tuple[tuple[str, ...], str]
"""The periods that a line prints, and what it says of another's (``labels.Label``)."""


@dataclass(frozen=True, slots=True)
class _Months:
    """``year``: None where none is printed; ``first`` and ``last`` month from 0, None where only a year is. ``short``: a month, or a
    quarter, by which a run to its end may be called."""

    year: int | None
    first: int | None = None
    last: int | None = None
    short: bool = False


def even(sheet: str) -> str:
    """A sheet's name with its period as lines write it: 2021.9, 202109, 2021.1-9, 一至九月, 2021, a copy's number left out."""
    name = alike(sheet).strip()
    bare = _COPY.sub("", name).replace(" ", "")
    if _YEAR_ALONE.match(bare):
        return f"{bare}年"
    if (found := _RUN.match(bare)) and 1 <= int(found[2]) < int(found[3]) <= YEAR:
        return f"{found[1]}年{int(found[2])}-{int(found[3])}月"
    said = cells.period(bare) or _SINCE_JANUARY.sub("1-", _COUNTED.sub(_digits, bare))
    return said if cells.PERIOD.search(said) else name


def _digits(one: re.Match[str]) -> str:
    tens, ones = ("10", one[1][1:]) if one[1][0] == "十" else ("0", one[1])
    return str(int(tens) + (_WRITTEN.index(ones) + 1 if ones else 0))


def numbered(sheet: str, told: Sequence[Told]) -> bool:
    """Whether a sheet's name is but the numbers of the months that lines print: 9, 1-9."""
    found = _NUMBERS.match(_COPY.sub("", sheet.strip()))
    said = f"{found[1]}-{found[2]}月" if found and found[2] else f"{found[1]}月" if found else ""
    lines = [one for one in told if one[0]]
    return bool(said and lines) and agreeing(lines, ((said,), "")) is not None


def agreeing(lines: Sequence[Told], sheet: Told | None) -> Told | None:
    """The period of which all lines, and the name of the sheet where it prints one, are, as they print it: a year of one with the
    months of another; None where they differ. A sheet may be called by the month or the quarter at the end of the months that its
    lines print, and by one of the periods of a line that prints several."""
    told = list(dict.fromkeys(lines))
    read = [_each(*one) for one in told]
    over = read[0] if len(read) == 1 else _joined(read)
    own = _each(*sheet) if sheet else []
    if read and not over and (sheet or len(read) > 1):
        return None
    if sheet and (len(own) != 1 or over and not any(_called(own[0], one) for one in over)):
        return None
    every = [*zip(told, read, strict=True), *([(sheet, own)] if sheet else ())]
    if not every:
        return (), ""
    (parts, shift), held = next(
        (one for one in every if any(each.last is not None for each in one[1])), every[0]
    )
    years = {one.year for _, found in every for one in found} - {None}
    return ((f"{min(filter(None, years))}年", *parts), shift) if _yearless(held) and years else (parts, shift)


def _yearless(found: Sequence[_Months]) -> bool:
    return bool(found) and all(one.year is None for one in found)


def _joined(read: Sequence[Sequence[_Months]]) -> list[_Months]:
    """The period of several lines; none where they differ, or one prints several."""
    every = [one for found in read for one in found]
    years = {one.year for one in every} - {None}
    months = {replace(one, year=None) for one in every if one.last is not None}
    if any(len(found) != 1 for found in read) or len(years) > 1 or len(months) > 1:
        return []
    return [replace(next(iter(months), _Months(None)), year=next(iter(years), None))]


def _called(sheet: _Months, line: _Months) -> bool:
    """Whether a sheet that is called so may hold the months that a line prints. Of a month in either, nothing says from when on it is
    counted."""
    if None not in (sheet.year, line.year) and sheet.year != line.year:
        return False
    if sheet.last is None or line.last is None:
        return True
    if sheet.last != line.last:
        return False
    return sheet.first == line.first or all(one.short or one.first == 0 for one in (sheet, line))


def _each(parts: Sequence[str], shift: str) -> list[_Months]:
    """Each period that a line prints; none where one isn't known."""
    found = [one for part in parts for one in when.named(part, None)]
    if len(found) != len(parts) or shift == "same" or any(one.last - one.first >= YEAR for one in found):
        return []
    years = [_year(one) for one, part in zip(found, parts, strict=True) if _WHOLE.match(part)]
    rest = [one for one, part in zip(found, parts, strict=True) if not _WHOLE.match(part)]
    carried = years[0] if len(years) == 1 else None
    return [_months(one, _year(one) or carried, shift) for one in rest] or [_Months(one) for one in years]


def _year(one: when.When) -> int | None:
    return one.last // YEAR or None


def _months(one: when.When, year: int | None, shift: str) -> _Months:
    first, last = one.first % YEAR, one.last % YEAR
    if shift in ("since", "alone"):
        return _Months(year, 0 if shift == "since" else last, last)
    count = last - first + 1
    return _Months(year, first, last, first > 0 and count in (1, _QUARTER))
