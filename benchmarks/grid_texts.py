"""A composed table and its text: how cells are parted, where units stand, where each figure is in the text."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from industry.vocabulary.observation import Observation

Held = Observation | None
PARTED: Mapping[str, Callable[[Sequence[str]], str]] = {
    "tabs": "\t".join,
    "strokes": lambda cells: "| " + " | ".join(cells) + " |",
    "bare strokes": " | ".join,
    "spaces": lambda cells: "   ".join(one or "—" for one in cells),
}
UNITS = ("header", "title", "cell", "column")


@dataclass(frozen=True)
class Drawn:
    """A table before it is printed: ``cells`` row by row with the headers over and the labels beside them; ``title``;
    ``changed`` the places of the cells of which something isn't true; ``tables`` may hold them all the same."""

    layout: str
    title: str
    corner: str
    heads: list[str]
    labels: list[str]
    cells: list[list[Held]]
    units: list[str]
    across: bool
    """Whether ``units`` are those of the columns, or of the rows."""
    texts: dict[tuple[int, int], str]
    owner: str | None
    written: date
    change: str = ""
    coincide: frozenset[tuple[int, int]] = frozenset()
    asked: frozenset[tuple[int, int]] = frozenset()
    upper: tuple[str, ...] = ()
    """A header row over ``heads``, each of whose cells spans as many of them."""


@dataclass(frozen=True)
class Printed:
    """A table's text, and the span of each of its figures that is asked about, with whether it is held all the same."""

    text: str
    spans: tuple[tuple[int, int, bool], ...]
    form: str
    owner: str | None
    written: date
    change: str


def digits(row: Observation, chance: random.Random) -> str:
    """A figure in its indicator's unit as a cell of a table has it."""
    step = min(row.step, row.step / row.scale) if row.scale == 1 else row.step
    text = f"{row.value.quantize(step) if step < 1 else row.value:f}"
    whole, point, rest = text.lstrip("-").partition(".")
    if len(whole) > 4 and chance.random() < 0.5:
        whole = f"{int(whole):,}"
    return ("-" if row.value < 0 else "") + whole + point + rest


def as_text(one: Drawn, way: str, where: str, single: bool, chance: random.Random) -> Printed:
    heads, labels, title = list(one.heads), list(one.labels), one.title
    if where == "header" and single:
        title += f"（{one.units[0]}）"
    elif where == "header":
        side = heads if one.across else labels
        side[:] = [f"{name}（{unit}）" for name, unit in zip(side, one.units, strict=True)]
    lines = [title] if title else []
    if where == "title":
        lines.append("单位：" + "、".join(dict.fromkeys(one.units)))
    unit_column = ["计量单位"] if where == "column" else []
    top = [one.corner, *unit_column, *heads]
    if one.upper:
        each = len(heads) // len(one.upper)
        blanks = way != "spaces" and chance.random() < 0.5
        spans = [cell for name in one.upper for cell in (name, *([""] * (each - 1) if blanks else []))]
        lines.append(PARTED[way]([one.corner, *spans]))
        top[0] = "" if blanks else one.corner
    lines.append(PARTED[way](top))
    if way == "strokes" and chance.random() < 0.5:
        lines.append("|" + "---|" * len(top))
    text = "\n".join(lines) + "\n"
    places = []
    for at, (label, row) in enumerate(zip(labels, one.cells, strict=True)):
        texts, units = [label, *([one.units[at]] if unit_column else [])], []
        for column, held in enumerate(row):
            said = one.texts.get((at, column)) or (digits(held, chance) if held else "")
            unit = one.units[column if one.across else at]
            units.append(said + unit if held and where == "cell" else said or chance.choice(("—", "…")))
        line = PARTED[way]([*texts, *units])
        place = len(PARTED[way](texts)) - (2 if way == "strokes" else 0)
        for column, said in enumerate(units):
            place = line.index(said, place)
            if row[column] is not None and (not one.change or (at, column) in one.asked):
                start = len(text) + place
                places.append((start, start + len(said), (at, column) in one.coincide))
            place += len(said)
        text += line + "\n"
    form = f"{one.layout}, {way}, unit in {where}"
    return Printed(text, tuple(places), form, one.owner, one.written, one.change)
