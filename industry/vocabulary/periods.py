"""A period as people write it, and the span of months that it is; what spreadsheets make of one.

Grammar: ``2021`` a year · ``2021-06`` one month, or the end of it for a stock · ``2021-01/2021-06``
a run of months · ``2016/2020`` a run of years. How a period is worded for readers belongs in
``wording``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?\Z", re.ASCII)
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?", re.ASCII)
_MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    re.compile(r"(?P<year>\d{4})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)\d{1,2}", re.ASCII),
    re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})", re.ASCII),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(\d{1,2}日)?", re.ASCII),
    re.compile(r"(?P<month>[a-z]{3})-(?P<year>\d{2})", re.ASCII | re.IGNORECASE),
    re.compile(r"(?P<year>\d{2})-(?P<month>[a-z]{3})", re.ASCII | re.IGNORECASE),
)
"""The ways in which spreadsheets show the date that they make of 2021-06."""
_SERIAL = re.compile(r"[1-7]\d{4}", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)


class PeriodError(ValueError):
    """Text that is no period. ``code``: ``form`` (not the grammar), ``month`` (no such month),
    ``order`` (ends before it starts) or ``stock`` (a stock is of the end of one month)."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """Months ``start`` to ``end`` (inclusive, counted from January of year 0); ``instant`` for the
    end of a month. ``2021`` and ``2021-01/2021-12`` are one period."""

    start: int
    end: int
    instant: bool = False

    def __str__(self) -> str:
        """The shortest text that `parse` reads as this period."""
        first, last = _month(self.start), _month(self.end)
        if self.start == self.end:
            return first
        if self.start % 12 == 0 and self.end % 12 == 11:
            if self.months == 12:
                return first[:4]
            return f"{first[:4]}/{last[:4]}"
        return f"{first}/{last}"

    @property
    def months(self) -> int:
        """How many months it spans."""
        return self.end - self.start + 1

    @property
    def first_year(self) -> int:
        return self.start // 12

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.end // 12

    @property
    def first_month(self) -> int:
        """1 to 12."""
        return self.start % 12 + 1

    @property
    def month(self) -> int:
        """The month in which it ends, 1 to 12."""
        return self.end % 12 + 1

    @property
    def whole_years(self) -> bool:
        return not self.instant and self.start % 12 == 0 and self.end % 12 == 11

    def years_earlier(self, years: int = 1) -> Period:
        """The same months ``years`` before (a run of years moves by its years)."""
        return Period(self.start - 12 * years, self.end - 12 * years, self.instant)

    def cuts(self, first: int, last: int) -> bool:
        """Whether it begins or ends between the months ``first`` and ``last`` (1 to 12) of a year, and so holds only a
        part of them."""
        return self.mended(first, last) != self

    def mended(self, first: int, last: int) -> Period:
        """The shortest period that holds all of this one and `cuts` nothing between these months."""
        before = self.first_month - first if first < self.first_month <= last else 0
        after = last - self.month if first <= self.month < last else 0
        return Period(self.start - before, self.end + after, self.instant)

    def within(self, window: Period) -> bool:
        """Whether all its months lie in ``window``."""
        return window.start <= self.start and self.end <= window.end


def _month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _point(text: str, whole: str) -> tuple[int, int]:
    match = _POINT.match(text)
    if match is None:
        raise PeriodError("form", whole)
    year, month = int(match[1]) * 12, match[2]
    if month is None:
        return year, year + 11
    if not 1 <= int(month) <= 12:
        raise PeriodError("month", whole)
    return year + int(month) - 1, year + int(month) - 1


@lru_cache(maxsize=16384)
def parse(text: str, timing: str) -> Period:
    """The period that ``text`` says, for a figure of this ``timing`` (``flow``, ``stock``, ``list``).

    Raises PeriodError on anything else, a year for a stock included.
    """
    first, slash, last = text.partition("/")
    if slash and len(first) != len(last):
        raise PeriodError("form", text)
    start, end = _point(first, text)
    if slash:
        end = _point(last, text)[1]
        if _point(last, text)[0] <= start:
            raise PeriodError("order", text)
    if timing == "stock":
        if start != end:
            raise PeriodError("stock", text)
        return Period(start, end, instant=True)
    return Period(start, end)


def read(text: str | None, timing: str) -> Period | None:
    """The period of ``text``, None where it is none that an indicator of this timing can have."""
    try:
        return parse(text or "", timing)
    except PeriodError:
        return None


def years(text: str | None) -> Period | None:
    """The years from which to which something is shown: ``2015/2025``; of one year ``2020/2020`` or ``2020``, while a
    figure's period never has an end that is its beginning. None where ``text`` says none."""
    found = _YEARS.fullmatch(text or "")
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return Period(12 * first, 12 * last + 11) if first <= last else None


@lru_cache(maxsize=16384)
def shortest(text: str, timing: str) -> str:
    """The shortest text of the same period; ``text`` itself where it is none."""
    try:
        return str(parse(text, timing))
    except PeriodError:
        return text


def month_of_date(text: str) -> str:
    """The month of a date as a spreadsheet writes it (2021/6/1, Jun-21, the number 44348 of the 1900
    system); nothing where ``text`` is no date."""
    if _SERIAL.fullmatch(text):
        return f"{_DAY_ZERO + timedelta(int(text)):%Y-%m}"
    found = next((found for form in _DATES if (found := form.fullmatch(text))), None)
    if found is None:
        return ""
    year, name = int(found["year"]), found["month"].lower()
    month = int(name) if name.isdigit() else _MONTHS.index(name) if name in _MONTHS else 0
    if len(found["year"]) == 2:
        year += 2000 if year < 30 else 1900
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""
