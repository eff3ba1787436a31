"""A book of tables as proposed rows, with what has to be asked and what is left out. Nothing is written: rows are adopted by curators.

The house's own form (a column for each of the tables' own) is for ``own_form``; what a single figure is, for ``deciding``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from industry.curation.importing import own_form
from industry.curation.importing.deciding.asking import Left
from industry.curation.importing.deciding.figure import Found, decide
from industry.curation.importing.deciding.setting import Importing, Setting
from industry.curation.importing.questions import Answers, Asked, Key, Question, gathered
from industry.curation.importing.reading import blocks
from industry.curation.importing.reading.blocks import Figure, Table
from industry.curation.importing.reading.heads import Label
from industry.curation.importing.reading.sayings import Sayer
from industry.curation.proposed import Proposed, against, held_as, line_of
from industry.curation.sheets.sheet import Book, place
from industry.curation.template import reading
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation

FIGURELESS = ("words", "nothing", "rows")
_DECIDES = ("value", "value_to", "qualifier")
"""What may differ between two rows of one place."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that are left out: ``reason`` the key of the words that say why, ``name`` of what, how many. ``FIGURELESS`` are the reasons of
    those that hold no figures."""

    reason: str
    name: str
    figures: int


@dataclass(frozen=True, slots=True)
class Imported:
    """``rows`` in the book's order, those in the house's own form first, those with an open question never accepted; ``held``: how many more are unchanged rows of the
    tables; ``used``: the answers that were asked for, each with
    the words of the sheet that it is about."""

    rows: tuple[Proposed, ...]
    held: int
    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]
    used: Mapping[Key, str]


def imported(
    book: Book, tables: Tables, answers: Mapping[Key, str], source: Source | None, region: str = ""
) -> Imported:
    """The proposed rows of a book. ``source``: the publication that it is or belongs to; ``region``: the id of the region whose it is,
    where a curator says so. Never raises on content."""
    given = Answers(answers)
    owner = tables.catalogue.regions.get(region or (source.region if source else ""))
    own = [own_form.rows(sheet, tables, source, region) for sheet in book.sheets]
    rows = [row for one in own if one is not None for row in one.rows]
    ours = any(one is not None for one in own)
    others = [
        sheet
        for sheet, held in zip(book.sheets, own, strict=True)
        if held is None and not (ours and reading.aside(sheet.name))
    ]
    parts = [blocks.tables(sheet) for sheet in others]
    remarks = [one for sheet in others for one in blocks.remarks(sheet)]
    file = alike(re.sub(r"\.\w+$", "", book.name))
    read = Importing(
        tables, Sayer(tables, owner), source, region, given, file, (*remarks, *_notes_of_all(parts))
    )
    asked: list[tuple[str, Asked]] = []
    left = Counter(
        {("hidden", sheet.name or book.name): count for sheet in others if (count := blocks.hidden(sheet))}
    )
    nothing: list[str] = []
    for table in (one for each in parts for one in each):
        left.update(_figureless(table))
        nothing += table.nothing
        setting = Setting(table, read)
        for figure in table.figures:
            at = place(table.sheet, figure.row, figure.column)
            try:
                found = decide(figure, setting)
            except Left as out:
                left[out.reason, out.name] += 1
                continue
            asked += [(at, one) for one in found.asked]
            rows.append(_proposed(found, figure, table, at))
    if nothing:
        left["nothing", " ".join(dict.fromkeys(nothing))] += len(nothing)
    told = tuple(LeftOut(reason, name, count) for (reason, name), count in left.items())
    unchanged = sum(one.unchanged for one in own if one is not None)
    return Imported(tuple(_held(rows, tables)), unchanged, gathered(asked), told, dict(given.used))


def _notes_of_all(sheets: Iterable[Sequence[Table]]) -> Sequence[str]:
    """The notes below the tables of the last sheet, where no other one has any: they may speak of all."""
    noted = [
        [one for table in tables for one in table.notes]
        for tables in sheets
        if any(one.figures for one in tables)
    ]
    return tuple(dict.fromkeys(noted[-1])) if len(noted) > 1 and not any(noted[:-1]) else ()


def _figureless(table: Table) -> dict[tuple[str, str], int]:
    """The words among the figures of a table, each with its first place; rows of words without any figures as one."""
    if not table.words:
        return {}
    if not table.figures:
        first = table.words[0]
        return {("rows", _shown(table, first)): len(table.words)}
    every = Counter(one.seen.text for one in table.words)
    firsts = {one.seen.text: one for one in reversed(table.words)}
    return {("words", _shown(table, firsts[text])): count for text, count in every.items()}


def _shown(table: Table, one: Label) -> str:
    return f"{place(table.sheet, one.row, one.column)} {' '.join(one.seen.shown.split())}"


def _proposed(found: Found, figure: Figure, table: Table, at: str) -> Proposed:
    labels = [one.seen.shown.strip() for one in (*figure.group, *figure.labels)]
    header = [one.seen.shown.strip() for one in figure.header]
    titles = " ".join(one.seen.shown.strip() for one in table.titles)
    around = " | ".join(filter(None, (" / ".join(labels), " / ".join(header))))
    passage = " · ".join(filter(None, (f"{at} {figure.seen.shown.strip()}", around, titles, *found.notes)))
    told = {
        "name": found.name,
        "unit": found.unit,
        "measure": found.measure,
        "passage": " ".join(passage.split()),
        "candidates": " ".join(found.others),
        "doubted": " ".join(found.doubted),
    }
    return Proposed(found.region, found.cells, told=told)


def _held(rows: list[Proposed], tables: Tables) -> Iterator[Proposed]:
    """The rows with what the tables hold of them; those that nothing holds and nothing is doubted of are accepted."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys = [_key(one) for one in rows]
    for at, key in enumerate(keys):
        places[key].append(at)
    for at, one in enumerate(rows):
        alike, said = places[keys[at]], _said(one)
        first = alike[0]
        other = next((each for each in alike if each != at and _said(rows[each]) != said), None)
        if one.replaces:  # a template's, which names it
            yield from against([one], tables)
        elif not _known(one) or first == at and other is None:
            yield from against([_beside(one, tables)], tables)
        else:
            yield _repeated(one, first if other is None else other, other is None)


def _known(one: Proposed) -> bool:
    return bool(one.region and one.cells.get("indicator") and one.cells.get("period"))


def _key(one: Proposed) -> tuple[str, ...]:
    named = ("indicator", "period", "status", "edition", "source")
    return one.region, *(one.cells.get(name, "") for name in named)


def _repeated(one: Proposed, other: int, same: bool) -> Proposed:
    """A row that the book has several times: where all say the ``same`` the first stands, else none is sure. ``other``: the first, or
    the first that says otherwise."""
    if same:
        return replace(one, told=dict(one.told) | {"held": line_of(other)})
    doubted = dict.fromkeys([*one.doubted, "value"])
    differs = held_as(line_of(other), ["value"])
    return replace(one, told=dict(one.told) | {"doubted": " ".join(doubted), "held": differs})


def _said(one: Proposed) -> tuple[str, ...]:
    return tuple(one.cells.get(name, "") for name in _DECIDES)


def _beside(one: Proposed, tables: Tables) -> Proposed:
    """With the row that the tables have in its place: it takes that one's where it is of the same source."""
    if not _known(one):
        return one
    rows = [each for each in tables.rows(one.cells["indicator"], one.region) if _same_place(one, each)]
    own = [each for each in rows if each.source is not None and each.source.id == one.cells.get("source")]
    for each in (*own, *(each for each in rows if each not in own)):
        differs = _differs(one, each)
        told = dict(one.told) | {"held": held_as(each.id, differs)}
        replaces = each.id if differs and each in own and not one.doubted else ""
        return replace(one, told=told, replaces=replaces)
    return replace(one, accepted=not one.doubted)


def _same_place(one: Proposed, row: Observation) -> bool:
    period = str(row.period) if row.period else ""
    return (
        period == one.cells["period"]
        and row.status == one.cells["status"]
        and row.edition == one.cells.get("edition", "")
    )


def _differs(one: Proposed, row: Observation) -> list[str]:
    to = "" if row.value_to is None else f"{row.value_to.normalize():f}"
    told = f"{row.value.normalize():f}", to, row.qualifier
    return [name for name, mine, its in zip(_DECIDES, _normal(one), told, strict=True) if mine != its]


def _normal(one: Proposed) -> tuple[str, ...]:
    value, to, qualifier = _said(one)
    return tuple(f"{Decimal(each).normalize():f}" if each else "" for each in (value, to)) + (qualifier,)
