"""The numbers of a briefing, cell by cell and point by point: each native chart, its workbook and its labels, and each native table
says of every name what the figure says of it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from pptx.oxml.ns import qn

from industry.export.docx.briefing import Writing
from industry.export.docx.markup import JOINER
from industry.export.office.tables.panels import NONE
from industry.export.office.words import plain
from industry.figures.record import GridPanel, LinesPanel, Panel, RowsPanel, Table, TablePanel
from tests.conftest import world
from tests.export.test_docx import BOTH, DECKS, figures, made
from tests.export.word_rules import WP, W

Fact = tuple[object, ...]
"""What is said of a name: the name, and what stands there."""
CACHE = "c:strCache", "c:numCache"


class _Unrelated:
    def chart(self, _: object) -> str:
        return "rId0"


@cache
def panels(deck: str, language: str) -> list[Panel | Table | None]:
    """Of every chart and table of a briefing, in the order in which they stand, the panel; of a figure's own table none."""
    writing = Writing("", figures(deck, language), language, world(), _Unrelated())
    content = writing.content()
    places = {one: at for at, one in enumerate(content.iter())}
    frames = sorted((one for one in writing.parts if one.is_frame), key=lambda one: places[one.element])
    tables = {one.id: one.table for one in figures(deck, language)}
    return [one.panel or tables[one.figure] for one in frames]


def frames(content: bytes) -> list[tuple[Any, Any, list[list[Any]]]]:
    """Every chart (its root, and the rows of its workbook) and every table of a file, in its order."""
    document = Document(io.BytesIO(content))
    found: list[tuple[Any, Any, list[list[Any]]]] = []
    for one in document.element.body.iter(f"{W}tbl", f"{WP}inline"):
        if one.tag == f"{W}tbl":
            found.append((None, one, []))
            continue
        (relation,) = one.iter(qn("c:chart"))
        part = document.part.related_parts[relation.get(qn("r:id"))]
        (book,) = (each.target_part for each in part.rels.values() if each.reltype.endswith("/package"))
        sheet = load_workbook(io.BytesIO(book.blob)).active
        assert sheet is not None
        found.append((etree.fromstring(part.blob), None, [list(row) for row in sheet.values]))
    return found


def in_chart(root: Any) -> Iterator[Fact]:
    """(series, category, number) of every point."""
    for series in root.iter(qn("c:ser")):
        names, numbers = (_cached(series.find(qn(one))) for one in ("c:cat", "c:val"))
        for at, number in numbers.items():
            yield _cached(series.find(qn("c:tx")))[0], _name(names[at]), round(float(number), 6)


def in_workbook(rows: Sequence[Sequence[Any]]) -> Iterator[Fact]:
    for row in rows[1:]:
        for series, number in zip(rows[0][1:], row[1:], strict=True):
            if number is not None:
                yield series, _name(str(row[0])), round(float(number), 6)


def labels(root: Any) -> Iterator[Fact]:
    """(category, words) of every point whose label is of words."""
    for series in root.iter(qn("c:ser")):
        names = _cached(series.find(qn("c:cat")))
        for label in series.iter(qn("c:dLbl")):
            told = "".join(one.text or "" for one in label.iter(qn("a:t")))
            if told:
                yield _name(names[int(label.find(qn("c:idx")).get("val"))]), told


def _cached(of: Any) -> dict[int, str]:
    points = (one for kind in CACHE for held in of.iter(qn(kind)) for one in held.iter(qn("c:pt")))
    return {int(one.get("idx")): one.find(qn("c:v")).text or "" for one in points}


def _name(label: str) -> str:
    """A category's name, without what stands smaller beside or below it."""
    return label.split("\n")[0].split("  ")[0]


def drawn(panel: RowsPanel, language: str) -> Counter[Fact]:
    """(category, number) of every bar that a panel has."""
    found = [(one.name, mark.end) for one in panel.rows for mark in one.marks]
    found += [(one.name, one.value) for one in panel.references]
    return Counter((plain(_name(name), language), round(value, 6)) for name, value in found)


def cells(table: Any) -> list[list[str]]:
    """The words of each cell of a table's rows, without what only keeps them on a line."""
    return [
        [
            "".join(one.text or "" for one in cell.iter(f"{W}t")).replace(JOINER, "")
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]


def differences(content: bytes, deck: str, language: str) -> list[object]:
    """What a briefing's charts and tables say otherwise than the figures do; empty where nothing."""
    held, expected = frames(content), panels(deck, language)
    assert len(held) == len(expected)
    found: list[object] = []
    for (root, table, book), panel in zip(held, expected, strict=True):
        if root is None:
            found += _of_table(cells(table), panel, language)
            continue
        points = list(in_chart(root))
        if Counter(in_workbook(book)) != Counter(points):
            found.append(("workbook", points))
        if isinstance(panel, LinesPanel):
            found += _of_lines(root, panel, language)
        else:
            assert isinstance(panel, RowsPanel)
            told = Counter((name, value) for _, name, value in points)
            found += (told - drawn(panel, language)) + (drawn(panel, language) - told)
            said = {plain(_name(one.name), language): plain(one.text, language) for one in panel.rows}
            said |= {plain(one.name, language): plain(one.figure, language) for one in panel.references}
            beside = {plain(_name(one.name), language): plain(one.aside, language) for one in panel.rows}
            for name, words in labels(root):
                parts = (said[str(name)], beside.get(str(name), ""))
                if not any(one and one in str(words) for one in parts):
                    found.append((name, words))
    return found


def _of_lines(root: Any, panel: LinesPanel, language: str) -> Iterator[object]:
    for series, one in zip(root.iter(qn("c:ser")), panel.series, strict=True):
        at = {place: _letters(name) for place, name in _cached(series.find(qn("c:cat"))).items()}
        numbers = _cached(series.find(qn("c:val"))).items()
        told = {at[place]: round(float(value), 6) for place, value in numbers}
        held = zip(panel.columns, one.values, strict=True)
        if told != {
            _letters(plain(column.whole, language)): round(value, 6)
            for column, value in held
            if value is not None
        }:
            yield one.name, told
        if one.name and plain(one.name, language) not in _cached(series.find(qn("c:tx")))[0]:
            yield one.name


def _letters(words: str) -> tuple[str, ...]:
    """A period's letters, however its parts stand."""
    return tuple(sorted("".join(words.split())))


def _of_table(told: list[list[str]], panel: Panel | Table | None, language: str) -> Iterator[object]:
    if isinstance(panel, TablePanel):
        yield from _of_entries(told, panel, language)
    elif isinstance(panel, GridPanel):
        heads, names = told[-len(panel.cells) - 1], [one[0] for one in told[-len(panel.cells) :]]
        if heads[1:] != [plain(one.whole, language) for one in panel.columns]:
            yield heads
        if panel.groups and told[0][1:] != [plain(one, language) for one, _ in panel.groups]:
            yield told[0]
        for name, words in zip(panel.names, names, strict=True):
            if not words.startswith(plain(name, language)):
                yield words
        for line, words in zip(panel.cells, told[-len(panel.cells) :], strict=True):
            if [plain(one.text, language) for one in line] != words[1:]:
                yield words
    elif isinstance(panel, RowsPanel):
        for row, words in zip(panel.rows, told[-len(panel.rows) - len(panel.references) :], strict=False):
            parts = [*(mark.text for mark in row.marks), row.text, row.aside]
            said = Counter("".join(plain(one, language) for one in parts).replace("、", ""))
            if not words[0].startswith(plain(row.name, language)) or said != Counter(
                "".join(one for one in words[1:] if one != NONE).replace("、", "")
            ):
                yield words
    else:
        assert isinstance(panel, Table)
        rows = [[plain(one, language) for one in row] for row in (panel.header, *panel.rows)]
        yield from (one for one, other in zip(told, rows, strict=True) if one != other)


def _of_entries(told: list[list[str]], panel: TablePanel, language: str) -> Iterator[object]:
    """Of a line and a region, whichever of them is a row: the words of its entry."""
    upright = len(told) == len(panel.lines) + 1 and told[1][0].startswith(
        plain(panel.lines[0].name, language)
    )
    body = [row[-len(panel.regions) :] if upright else row[1:] for row in told[1:]]
    body = body if upright else [list(one) for one in zip(*body, strict=True)]
    heads = told[0][-len(panel.regions) :] if upright else [one[0] for one in told[1:]]
    for (name, _), head in zip(panel.regions, heads, strict=True):
        if not head.startswith(plain(name, language)):
            yield head
    lines = told[1:] if upright else [list(one) for one in zip(*told, strict=True)][1:]
    for line, words in zip(panel.lines, lines, strict=True):
        name = "".join(plain(one, language) for one in (line.name, line.detail))
        period = plain(line.period, language) if panel.named[1] else ""
        if upright and (words[0] != name or (period and words[1] != period)):
            yield words
    for line, words in zip(panel.lines, body, strict=True):
        for entry, one in zip(line.entries, words, strict=True):
            parts = (entry.text, entry.tag) if entry.apart else (entry.text, entry.aside, entry.tag)
            if one != "".join(plain(each, language) for each in parts):
                yield line.name, one


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_every_point_and_cell_says_what_the_figure_says(deck: str, language: str) -> None:
    assert differences(made(deck, language), deck, language) == []


def exchanged(content: bytes, of: Callable[[Any], list[Any]], within: str) -> Iterator[bytes]:
    """The file with the first two different texts of elements exchanged, in each part in which there are such."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    for name in [one for one in held if one.startswith(within)]:
        root = etree.fromstring(held[name])
        for one, other in of(root)[:1]:
            one.text, other.text = other.text, one.text
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as again:
                for each, data in (held | {name: etree.tostring(root)}).items():
                    again.writestr(each, data)
            yield out.getvalue()


def _numbers(root: Any) -> list[Any]:
    for series in root.iter(qn("c:ser")):
        found = list(series.find(qn("c:val")).iter(qn("c:v")))
        for one, other in pairwise(found):
            if one.text != other.text:
                return [(one, other)]
    return []


def _cells(root: Any) -> list[Any]:
    for row in root.iter(f"{W}tr"):
        found = [one for one in row.iter(f"{W}t") if any(map(str.isdigit, one.text or ""))]
        for one, other in pairwise(found):
            if one.text != other.text and len(row) > 2:
                return [(one, other)]
    return []


def test_numbers_that_have_changed_places_are_found() -> None:
    content = made(DECKS[0], "zh")
    wrong = [*exchanged(content, _numbers, "word/charts/chart"), *exchanged(content, _cells, "word/document")]
    assert len(wrong) > 3
    assert [at for at, one in enumerate(wrong) if not differences(one, DECKS[0], "zh")] == []
