"""Of which period a figure of a table is: what its column, its row and the title print goes together (2021年 over 1—6月), and
本月, 累计, 上年同期 are told from the period that the others print. Said again as running text says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from industry.text.claims import when
from industry.text.claims.grids.labels import Label
from industry.text.claims.when import YEAR

_OWN = re.compile(r"(?P<year>(?:19|20)\d\d年?度?|今年|本年|去年|上年|前年)?(?P<months>.*)$")
_RUN = re.compile("^[-至到]|十.五")
"""A run of years, of which a label names one."""
_STEPS = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2}
_LENDS = ("alone", "since", "now")
_SINGLE = re.compile(r"\d{1,2}月份?$")


def of(cell: Sequence[Label], title: Label | None, written: date | None) -> tuple[str, bool]:
    """The period of a figure whose column and row say ``cell``, and whether it is sure; empty where none is printed."""
    parts, sure = _joined([part for one in cell for part in one.when])
    over, one_title = _joined(list(title.when) if title else [])
    year, months = parts
    over_year, over_months = over
    if year and _RUN.search(over_months):
        over_year, over_months = "", ""
    if year in _STEPS and over_year[:4].isdigit():
        year = f"{int(over_year[:4]) - _STEPS[year]}年"
    if not year and not months:
        year, months, sure = over_year, over_months, one_title
    elif not year:
        year, sure = over_year, sure and one_title
    elif not months and over_months:
        months, sure = over_months, sure and one_title and over_year in ("", year)
    said = year + months
    shifts = {one.shift for one in cell} - {""}
    if not shifts and not any(part for one in cell for part in one.when) and _SINGLE.match(over_months):
        sure = False
    if not shifts or not said:
        return said, sure and bool(said) and not shifts
    for shift in sorted(shifts):
        said, sure = _shifted(said, shift, sure, written)
    return said, sure and len(shifts) == 1


def _joined(parts: Sequence[str]) -> tuple[tuple[str, str], bool]:
    """Year and months of some periods, and whether they are of one."""
    years, months = [], []
    for part in parts:
        one = _OWN.match(part)
        if one is None:
            continue
        years += [one["year"]] if one["year"] else []
        months += [one["months"]] if one["months"] else []
    year = (years[-1] if years else "").removesuffix("度")
    if year.isdigit() and not (months and months[-1][0] in "-至到"):
        year += "年"
    sure = len({one[:4] for one in years}) < 2 and len(set(months)) < 2
    return (year, months[-1] if months else ""), sure


def _shifted(said: str, shift: str, sure: bool, written: date | None) -> tuple[str, bool]:
    found = when.named(said, written)
    if not found:
        return said, False
    one = found[-1]
    first, last = one.first, one.last
    if shift == "since":
        sure = sure and first // YEAR == last // YEAR and (first % YEAR == 0 or first == last)
        first = last // YEAR * YEAR
    elif shift == "alone":
        first = last
    elif shift == "same":
        first, last = first - YEAR, last - YEAR
    return told(first, last, one.end), sure and one.sure


def told(first: int, last: int, end: bool) -> str:
    """A period as running text prints it."""
    year, month = divmod(last, YEAR)
    if end:
        return f"{year}年{month + 1}月末"
    if first // YEAR != year:
        return f"{first // YEAR}-{year}年"
    if last - first == YEAR - 1:
        return f"{year}年"
    return f"{year}年{month + 1}月" if first == last else f"{year}年{first % YEAR + 1}-{month + 1}月"


def years_between(one: Label, other: Label) -> int | None:
    """By how many years the period of a label is later than that of another, of the same months; None where it isn't of
    the same."""
    (year, months), sure = _joined(one.when)
    (its, others), certain = _joined(other.when)
    if not (sure and certain and months == others and year[:4].isdigit() and its[:4].isdigit()):
        return None
    return int(year[:4]) - int(its[:4])


def lent(told: Sequence[Sequence[Label]], named: Sequence[bool]) -> list[tuple[Label | None, bool]]:
    """Of every column without a period the label whose period it has, and whether that is sure: that of the column
    before it, where each that has one is followed by those that tell of it (1-5月, 同比增长, 1-6月, 同比增长); the later
    of two years that stand before all others (2021年, 2020年, 比上年增长). Of 本月, 累计, 同比 it isn't sure which is meant.
    ``told``: the labels over each column, ``named``: whether they name an indicator."""
    own = [
        next((one for one in path if one.when or one.shift in _LENDS and not names), None)
        for path, names in zip(told, named, strict=True)
    ]
    nobody: list[tuple[Label | None, bool]] = [(None, True)] * len(own)
    if not any(own):
        return nobody
    adjoin = [at for at, (one, other) in enumerate(pairwise(own)) if one and other]
    if adjoin or own[0] is None or own[-1] is not None:
        first, second = own[0], own[1] if len(own) > 1 else None
        if adjoin == [0] and first and second and not any(own[2:]):
            step = years_between(first, second)
            if step in (1, -1):
                later = first if step == 1 else second
                return [*nobody[:2], *((None if names else later, True) for names in named[2:])]
        begin = next((at for at, one in enumerate(own) if one and not one.when), len(own))
        return [(None, bool(one) or named[at] or at < begin) for at, one in enumerate(own)]
    last: list[Label | None] = [None]
    for one in own:
        last.append(one or last[-1])
    return [
        (None if one or names else before, True)
        for one, names, before in zip(own, named, last[1:], strict=True)
    ]
