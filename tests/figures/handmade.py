"""What hand-made figures are put together from: a frame of given words, and stand-ins for observations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from industry.figures.frame import Frame
from industry.figures.record import Cell, Column, Reference, Series
from industry.wording.said import Said

FORMS = ("note", "vital", "source", "source_brief", "source_names", "as_of")
"""What follows from a frame's fields, and is given here."""


@dataclass(frozen=True)
class Seen:
    """An observation of which only the id matters: that of its region and its indicator, too. It has no sources, and is of no time."""

    id: str
    period: None = None
    derivation: None = None
    status: str = ""
    sources: tuple[()] = ()

    @property
    def region(self) -> Seen:
        return self

    @property
    def indicator(self) -> Seen:
        return self


def seen(id: str) -> Any:
    return Seen(id)


def frame(
    title: str,
    finding: str = "",
    subtitle: str = "",
    notices: Sequence[str] = (),
    notes: Sequence[str] = (),
    source: str = "",
    as_of: str = "",
    *,
    brief: str = "",
    names: str = "",
    vital: str = "",
    language: str = "zh",
) -> Frame:
    """A frame whose paragraph of notes and whose source lines are given as they stand."""
    made = Frame(
        language,
        title,
        Said(finding),
        Said(subtitle),
        tuple(map(Said, notices)),
        tuple(map(Said, notes)),
        (),
        _month(as_of),
        tabled=False,
    )
    told = {"note": ("" if language == "zh" else " ").join(notes), "vital": vital, "as_of": as_of}
    vars(made).update(told, source=source, source_brief=brief, source_names=names)
    return made


def _month(as_of: str) -> int:
    """The month that 数据截至2021年4月 says."""
    said = re.search(r"(\d{4})年(\d+)月", as_of)
    return int(said[1]) * 12 + int(said[2]) - 1 if said else 0


def rewritten(one: Frame, **words: Any) -> Frame:
    """The frame with other words: of fields, or of what follows from them (``note``, ``source`` …)."""
    held = {key: value for key, value in words.items() if key in one.__dataclass_fields__}
    made = replace(one, **held)
    vars(made).update({key: words.get(key, vars(one).get(key, "")) for key in FORMS})
    return made


def column(words: str) -> Column:
    """2021年1—3月: with its year; all else whole."""
    year, mark, months = words.partition("年")
    return Column(words, months, year + mark) if mark and months and year.isdigit() else Column(words, words)


def reference(value: float, name: str, figure: str, colour: str, row: str = "") -> Reference:
    return Reference(value, name, Said(figure), colour, seen(row) if row else None)


def cell(text: str, weight: float, colour: str, hover: str = "", rows: Sequence[str] = ()) -> Cell:
    return Cell(Said(text, map(seen, rows)), weight, colour, Said(hover))


def line(
    name: str,
    colour: str,
    dashed: bool,
    values: Sequence[float | None],
    texts: Sequence[str],
    rows: Sequence[str],
    hovers: Sequence[str],
) -> Series:
    held = tuple(seen(one) if one else None for one in rows)
    return Series(
        name, colour, colour, dashed, tuple(values), tuple(map(Said, texts)), held, tuple(map(Said, hovers))
    )
