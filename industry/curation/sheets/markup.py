"""Web pages that are given out under the name of a workbook: their tables below each other, with the lines between them,
as Excel opens them. Bytes become text in ``encoded``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from industry.curation.sheets import bounds
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.grid import Grid, Spent
from industry.curation.sheets.sheet import Block, Cell, Sheet
from industry.text.office import Element

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_UNSEEN = (
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "title",
    "meta",
    "link",
    "iframe",
    "object",
    "svg",
)
_BREAKS = ("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_MOST_SPANNED = 1_000
_DEEPEST = 200


def declared(data: bytes) -> str:
    """The encoding that a page says it is in, empty where it says none."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def is_page(text: str) -> bool:
    return _BEGINS.match(text[:4096]) is not None


def read(text: str) -> Sheet:
    """Raises NoBook."""
    if text.count("<") + text.count("=") > bounds.MOST_MARKS // 2:
        raise NoBook("too_intricate")
    text = re.sub(r"\A\s*<\?xml[^>]*>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoBook("no_table") from error
    page = _Page()
    page.walk(root, 0)
    page.line()
    if not page.tables:
        raise NoBook("no_table")
    page.grid.merged = page.merged
    return page.grid.sheet()


class _Page:
    def __init__(self) -> None:
        self.grid = Grid("", Spent())
        self.merged: list[Block] = []
        self.tables, self._next = 0, 0
        self._text: list[str] = []

    def walk(self, element: Element, depth: int) -> None:
        """Tables that hold others are there for the looks: their cells are walked through in order."""
        if depth > _DEEPEST:
            raise NoBook("too_intricate")
        if element.tag == "table" and element.find(".//table") is None:
            self.line()
            self._table(element)
            return
        if element.tag in _BREAKS:
            self.line()
        self._text.append(element.text or "")
        for child in element:
            if child.tag not in _UNSEEN and not _hidden(child):
                self.walk(child, depth + 1)
            self._text.append(child.tail or "")
        if element.tag in _BREAKS:
            self.line()

    def line(self) -> None:
        """What stood between tables becomes a row of one cell."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self.grid.put(self._next, 0, Cell(text))
            self._next += 1

    def _table(self, table: Element) -> None:
        self.tables += 1
        for caption in table.findall("caption"):
            self._text.append(_text_of(caption))
            self.line()
        taken: dict[int, set[int]] = {}
        row = self._next - 1
        for row, line in enumerate(table.iter("tr"), start=self._next):
            if _hidden(line):
                self.grid.hidden_rows.add(row)
            used = taken.pop(row, set())
            column = 0
            for cell in line.iterchildren("td", "th"):
                while column in used:
                    column += 1
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                if column + across > bounds.COLUMNS:
                    raise NoBook("broken")
                self.grid.put(row, column, Cell(_text_of(cell)))
                if across > 1 or down > 1:
                    self.merged.append(Block(row, column, row + down - 1, column + across - 1))
                    self._take(taken, row, column, across, down)
                column += across
        self._next = row + 2

    def _take(self, taken: dict[int, set[int]], row: int, column: int, across: int, down: int) -> None:
        self.grid.spent.places += across * down
        if self.grid.spent.places > bounds.MOST_PLACES:
            raise NoBook("broken")
        for below in range(row + 1, row + down):
            taken.setdefault(below, set()).update(range(column, column + across))


def _span(cell: Element, name: str) -> int:
    told = cell.get(name, "1").strip()
    return max(1, min(int(told), _MOST_SPANNED)) if told.isdecimal() and len(told) < 8 else 1


def _hidden(element: Element) -> bool:
    return bool(_HIDDEN.search(element.get("style", "")))


def _text_of(cell: Element) -> str:
    """A cell's text with its line breaks."""
    return "\n".join(line for one in "".join(_pieces(cell)).split("\n\n") if (line := " ".join(one.split())))


def _pieces(element: Element) -> Iterator[str]:
    """Texts in their order; two line ends where the page breaks a line."""
    begun: list[tuple[Element, bool]] = [(element, True)]
    while begun:
        one, enters = begun.pop()
        if not enters:
            if one.tag in _BREAKS:
                yield "\n\n"
            yield _single(one.tail) if one is not element else ""
            continue
        if one.tag in _UNSEEN or one is not element and _hidden(one):
            yield _single(one.tail)
            continue
        if one.tag in _BREAKS:
            yield "\n\n"
        yield _single(one.text)
        begun.append((one, False))
        begun.extend((child, True) for child in reversed(one))


def _single(text: str | None) -> str:
    return " ".join(text.split("\n")) if text else ""
