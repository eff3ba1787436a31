"""What a native chart says: its categories and series, every point's number and the words that the chart has for it.

How it is set to others belongs in ``charts``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from industry.export.refreshing.outcome import turned
from industry.export.refreshing.paragraphs import A, C, told
from industry.export.refreshing.signs import bare
from industry.text.office import Element

_DECIMALS = re.compile(r"0(?:\.(0+))?")
_LEAD = re.compile(r"\n| {2}")
_ALIKE = 1e-9
"""Within so much of one another numbers are the same."""
_MOST = 10_000
"""Points of a series that are read."""


def names_and_values(space: Element) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    """The categories of a chart, and its series with their names, as its workbook has them."""
    held = names(space)
    series = [
        (title(one), [number(text) for text in points(one, "val", len(held))])
        for one in space.iter(f"{C}ser")
    ]
    return held, series


def names(space: Element) -> list[str]:
    first = next(space.iter(f"{C}ser"), None)
    return [] if first is None else points(first, "cat")


def title(series: Element) -> str:
    return next((one.text or "" for one in series.iterfind(f"{C}tx//{C}v")), "")


def points(series: Element, kind: str, most: int = 0) -> list[str]:
    """The texts of a series' categories or values, empty where there is none."""
    held = series.find(f"{C}{kind}")
    if held is None:
        return [""] * most
    found = {int(one.get("idx", 0)): one.findtext(f"{C}v") or "" for one in held.iter(f"{C}pt")}
    count = held.find(f".//{C}ptCount")
    size = int(count.get("val", 0)) if count is not None else max(found, default=-1) + 1
    return [found.get(at, "") for at in range(min(max(size, most), _MOST))]


def number(text: str) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def same(one: float | None, other: float | None) -> bool:
    """Whether two numbers are one, however many digits of them a program has kept."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=_ALIKE, abs_tol=_ALIKE)


@dataclass(frozen=True)
class Number:
    """A point's number, in the words that the chart has for it; ``label``: all words of its label, empty where that is the number."""

    words: str
    value: float
    label: str

    @property
    def bare(self) -> str:
        """Its label without what stands between words, which programs set otherwise, as they do with what is bold."""
        return bare(self.label)


def label_turned(was: Number | None, now: Number | None) -> bool:
    """Whether something in the label of a point goes another way now, be it what stands beside its number."""
    return was is not None and now is not None and turned(was.label, now.label)


def label_reworded(was: Number | None, now: Number | None) -> bool:
    """Whether the number in a label is in other words."""
    return was is not None and now is not None and was.words != now.words and was.bare != now.bare


def numbers(space: Element) -> dict[tuple[int, int], Number]:
    found = {}
    for at, series in enumerate(space.iter(f"{C}ser")):
        beside = labels(series)
        for place, text in enumerate(points(series, "val")):
            value, label = number(text), beside.get(place)
            if value is not None:
                whole = "" if label is None or label.find(f"{C}tx") is None else "".join(told(label))
                found[at, place] = Number(_said(value, label), value, whole)
    return found


def _said(value: float, label: Element | None) -> str:
    """A number as its label says it, in words or by its format; without one as it is."""
    if label is not None and label.find(f"{C}tx") is not None:
        bold = [one.findtext(f"{A}t") or "" for one in label.iter(f"{A}r") if _bold(one)]
        words = "".join(bold) or "".join(told(label))
        if words:
            return words
    code = None if label is None else label.find(f"{C}numFmt")
    form = _DECIMALS.search(code.get("formatCode", "")) if code is not None else None
    text = f"{value:.{len(form[1] or '')}f}" if form else f"{value:.10g}"
    return text.replace("-", "−")


def _bold(run: Element) -> bool:
    look = run.find(f"{A}rPr")
    return look is not None and look.get("b") == "1"


def labels(series: Element) -> dict[int, Element]:
    return {at_of(one): one for one in series.iterfind(f"{C}dLbls/{C}dLbl")}


def at_of(one: Element) -> int:
    told = one.find(f"{C}idx")
    return int(told.get("val", -1)) if told is not None else -1


def head(name: str) -> str:
    return _LEAD.split(name)[0]


def name_of(name: str) -> str:
    return " ".join(name.split())
