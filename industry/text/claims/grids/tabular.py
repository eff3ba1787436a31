"""The claims of the tables inside a text. Each figure is put into the words of a sentence, which the reader of running text
reads (``read``, as it is handed in); the claim then stands at the figure's place, with the table's own doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from industry.tables.tables import Tables
from industry.text.claims.grids import layout
from industry.text.claims.grids.labels import Reader
from industry.text.claims.grids.rows import Cell, holds_any, rows
from industry.text.claims.grids.wording import Said, Table
from industry.text.claims.numbers import POINTS, Number
from industry.text.claims.relations import Relation
from industry.text.claims.where import Places
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

Span = tuple[int, int]
_MEASURED = ("元", "美元", "%", POINTS)
_DIGITS = re.compile(r"\d.*")
_ADDED = re.compile("新增|净增(?!长)|新建")
_ALL = frozenset(("indicator", "region", "period"))


class Claimed(Protocol):
    """What a table asks of a claim that running text makes."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def number(self) -> Number: ...
    @property
    def read(self) -> str: ...
    @property
    def relation(self) -> Relation: ...
    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def doubts(self) -> frozenset[str]: ...


C = TypeVar("C", bound=Claimed)


@dataclass(frozen=True)
class Beside:
    """What stands for a figure, as printed: the label of its row, the header of its column and the title."""

    row: str
    column: str
    title: str


@dataclass(frozen=True)
class Tabled(Generic[C]):
    """The tables of a text: ``lines``, where those begin that are theirs and no running text, and what their figures
    claim, each with what stands beside it."""

    lines: frozenset[int]
    claims: tuple[tuple[C, Beside], ...]


def tabled(
    text: str, tables: Tables, places: Places, written: date | None, read: Callable[[str], Sequence[C]]
) -> Tabled[C]:
    """The tables of a text. ``places``: as one names them whose the text is; ``read``: the claims of running text."""
    if not holds_any(text):
        return Tabled(frozenset(), ())
    reader = Reader(tables, places, written)
    owner = places.owner.name.zh if places.owner else ""
    lines: set[int] = set()
    made: list[tuple[C, Beside]] = []
    for grid in layout.grids(text, list(rows(text))):
        lines |= {start for start, _ in grid.lines}
        table = Table(grid, reader, owner, written)
        gaps, beside = table.asides()
        told = [*map(table.said, grid.figures), *gaps]
        made += [(claim, Beside(one.row, one.column, one.title)) for one, claim in _read(told, read)]
        made += [(one, Beside("", "", grid.title)) for one in _others((*grid.others, *beside), read)]
    made.sort(key=lambda one: one[0].number.start)
    return Tabled(frozenset(lines), tuple(made))


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """Some texts as paragraphs of one, and where each begins."""
    begins, at = [], 0
    for one in texts:
        begins.append(at)
        at += len(one) + 1
    return "\n".join(texts), begins


def _read(told: Sequence[Said], read: Callable[[str], Sequence[C]]) -> Iterator[tuple[Said, C]]:
    """The claims of figures, all their sentences read at once; of what running text takes for no number, none."""
    text, begins = _joined([each for one in told for each in one.sentences])
    ends = {one.number.end: one for one in read(text)}
    places = iter(begins)
    for one in told:
        several = [ends.get(next(places) + len(each) - 1) for each in one.sentences]
        some = [claim for claim in several if claim is not None] or list(read(one.figure.cell.text))
        if some:
            yield one, _placed(one, some)


def _placed(one: Said, some: Sequence[C]) -> C:
    """A figure's claim, at its place in the text given; of several units that of which there is an indicator."""
    cell, number = one.figure.cell, one.figure.cell.figure
    assert number is not None
    doubts = set(one.doubts)
    bound = [claim for claim in some if claim.indicators]
    bound = [claim for claim in bound if claim.number.unit != "%"] or bound
    claim = (bound or some)[0]
    if len(bound) > 1 or one.unitless and claim.indicators and _measured(claim.indicators[0]):
        doubts.add("indicator")
    if not one.moves and claim.indicators and claim.indicators[0].measure.startswith("growth"):
        doubts.add("indicator")
    if claim.indicators and _ADDED.search(one.row + one.column) and not _adds(claim.indicators[0]):
        doubts.add("indicator")
    if claim.indicators and any(each != claim.indicators[0].prices for each in one.prices):
        doubts.add("indicator")
    doubts |= claim.doubts - ({"region"} if one.unknown else set())
    read = claim.read
    if one.negative and claim.relation.kind == "plain" and (digits := _DIGITS.search(read)):
        read = "-" + digits[0]
    start = cell.start + number.start
    changes: dict[str, Any] = {
        "number": replace(claim.number, start=start, end=cell.stop, lead=start),
        "text": cell.text[number.start :],
        "read": read,
        "doubts": frozenset(doubts),
    }
    if one.unknown:
        changes["region"] = ""
    return replace(claim, **changes)


def _adds(one: Indicator) -> bool:
    """Whether an indicator is of what is added, as 新增 says of a figure."""
    return one.addition is not None or _ADDED.search(one.name.zh) is not None


def _measured(one: Indicator) -> bool:
    """Whether an indicator's figures say nothing without their unit."""
    unit = words.unit_of(one.unit)
    return bool(unit.own) or unit.measure in _MEASURED


def _others(cells: Sequence[Cell], read: Callable[[str], Sequence[C]]) -> Iterator[C]:
    """The numbers in cells of words: what they are of is only guessed, unless they stand in a sentence."""
    text, begins = _joined([one.text for one in cells])
    claims, at = list(read(text)) if cells else [], 0
    for claim in claims:
        while at + 1 < len(begins) and begins[at + 1] <= claim.number.start:
            at += 1
        moved = claim.number.moved(cells[at].start - begins[at])
        whole = "。" in cells[at].text
        yield replace(claim, number=moved, doubts=claim.doubts if whole else _ALL)
