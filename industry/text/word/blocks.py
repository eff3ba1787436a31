"""The text of a Word document as it is read with all changes accepted: a block for each paragraph that isn't empty and
for each row of a table, and of each letter the element that holds it.

Whoever reads the text and whoever marks places in it ask here, so that places are the same. Not text of the draft:
what was deleted, the codes of fields, numbers of pages, notes, boxes and pictures that float. What stands in the line and can't
be read (a formula, a picture, hidden letters, a letter of a font of signs) is one letter ``UNREAD``, which says to every reader
that something stands there. All of it is counted in ``beside``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from industry.text.office import Element
from industry.text.word.signs import sign

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AROUND = (
    "sdt",
    "sdtContent",
    "customXml",
    "ins",
    "moveTo",
    "smartTag",
    "hyperlink",
    "dir",
    "bdo",
    "fldSimple",
)
"""What stands around text and is none itself."""
_LETTERS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
UNREAD = "\ufffc"
"""Unicode's letter for an object in the line."""
_DRAWN = ("drawing", "pict", "object", "contentPart")
_FLOATS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
_ABSOLUTE = re.compile(r"position\s*:\s*absolute")
_PAGE = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
"""Fields whose results are the numbers of pages, which claim nothing."""
_OFF = ("0", "false", "off", "none")
_MOST_COLUMNS = 63
_BREAKS = str.maketrans("\t\r\n", "   ")


class Piece(NamedTuple):
    """The letters ``start`` to ``stop`` of a block, and the element that holds them, None where it is only between
    two."""

    start: int
    stop: int
    element: Element


@dataclass(frozen=True)
class Block:
    """A paragraph, or the row of a table with tabs between its cells."""

    text: str
    pieces: tuple[Piece, ...]


Held = list[tuple[str, Element | None]]


def blocks(root: Element, beside: Counter[str] | None = None, results: bool = True) -> list[Block]:
    """The blocks below an element of a part, in order. ``beside`` counts what else stands there, by its kind;
    ``results``: whether those of fields are read."""
    read = _Reader(root, results)
    found = list(read.blocks(root))
    if read.fields:  # one that never ends would hide all that follows
        read = _Reader(root, results, fields=False)
        found = list(read.blocks(root))
    if beside is not None:
        beside += read.beside
    return found


def letters_of(element: Element) -> str:
    """The letters of a w:t, one for each that is seen: blanks at its ends count only where it keeps them."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.translate(_BREAKS)


@dataclass
class _Field:
    """A field in pieces: its ``code``, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def shown(self) -> bool:
        return self.result and not _PAGE.match(self.code)


class _Reader:
    def __init__(self, root: Element, results: bool, fields: bool = True) -> None:
        self.word = root.tag[: root.tag.rfind("}") + 1]
        self.results, self.follows = results, fields
        self.fields: list[_Field] = []
        """Those that have begun and not ended."""
        self.beside: Counter[str] = Counter()

    def name(self, one: Element) -> str:
        """The local name of an element of Word, of another its whole name, of a comment none."""
        tag = one.tag
        return (tag.removeprefix(self.word)) if isinstance(tag, str) else ""

    def child(self, one: Element, *path: str) -> Element | None:
        for name in path:
            one = None if one is None else one.find(self.word + name)
        return one

    def set(self, one: Element, *path: str) -> bool:
        """Whether a property is set."""
        found = self.child(one, *path)
        return found is not None and found.get(f"{self.word}val") not in _OFF

    def inside(self, parent: Element) -> Iterator[tuple[str, Element]]:
        """The children with their names, those of what only stands around them in its place."""
        for one in parent:
            name = self.name(one)
            if name in _AROUND:
                if name != "fldSimple" or self.results and not _PAGE.match(one.get(f"{self.word}instr", "")):
                    yield from self.inside(one)
            elif name == f"{_CHOICES}AlternateContent":
                chosen = one.find(f"{_CHOICES}Choice")
                chosen = one.find(f"{_CHOICES}Fallback") if chosen is None else chosen
                if chosen is not None:
                    yield from self.inside(chosen)
            elif name:
                yield name, one

    def blocks(self, parent: Element) -> Iterator[Block]:
        held: Held = []
        for name, one in self.inside(parent):
            if name == "body":
                yield from self.blocks(one)
            elif name == "p":
                held += self.paragraph(one)
                if self.child(one, "pPr", "rPr", "del") is not None:
                    continue  # its end is deleted: the next goes on in it
                yield from _block(held)
                held = []
            elif name == "tbl":
                yield from self.table(one)
            elif name in ("altChunk", "subDoc"):
                self.beside["pictures"] += 1
        yield from _block(held)

    def table(self, table: Element) -> Iterator[Block]:
        """A block for each row, a tab for each border between two columns, so that a cell that goes on in others has them
        empty; tables in its cells after it."""
        for name, row in self.inside(table):
            if name != "tr" or self.child(row, "trPr", "del") is not None:
                continue
            held: Held = [("\t", None)] * self.columns(row, "trPr", "gridBefore")
            nested: list[Element] = []
            for at, cell in enumerate(self.cells(row)):
                if at:
                    held.append(("\t", None))
                first = len(held)
                for kind, one in self.inside(cell):
                    if kind == "tbl":
                        nested.append(one)
                    elif kind == "p" and (own := self.paragraph(one)):
                        held += [(" ", None), *own] if len(held) > first else own
                held += [("\t", None)] * (self.columns(cell, "tcPr", "gridSpan") - 1)
            yield from _block(held, row=True)
            for one in nested:
                yield from self.table(one)

    def columns(self, one: Element, *path: str) -> int:
        """How many columns a property counts, of which a table has no more than 63."""
        found = self.child(one, *path)
        told = found.get(f"{self.word}val", "") if found is not None else ""
        return min(int(told), _MOST_COLUMNS) if told.isdecimal() and len(told) < 9 else 0

    def cells(self, row: Element) -> Iterator[Element]:
        for name, one in self.inside(row):
            if name == "tc" and self.child(one, "tcPr", "cellDel") is None:
                yield one

    def paragraph(self, paragraph: Element) -> Held:
        held: Held = []
        for name, one in self.inside(paragraph):
            if name == "r":
                self.run(one, held)
            elif name.startswith(_MATH):
                self.beside["formulas"] += 1
                self.unread(one, held)
        return held

    def run(self, run: Element, held: Held) -> None:
        hidden = self.set(run, "rPr", "vanish")
        for name, one in self.inside(run):
            if name == "fldChar":
                self.field(one.get(f"{self.word}fldCharType"))
            elif name == "t" or name in _LETTERS:
                text = letters_of(one) if name == "t" else _LETTERS[name]
                if hidden and text.strip():
                    self.beside["hidden"] += 1
                    self.unread(one, held)
                elif text and not hidden and self.shown():
                    held.append((text, one))
            elif name == "sym":
                told = sign(one.get(f"{self.word}font"), one.get(f"{self.word}char"))
                if told is None or hidden:
                    self.beside["hidden" if hidden else "signs"] += 1
                    self.unread(one, held)
                elif self.shown():
                    held.append((told, one))
            elif name == "instrText" and self.fields:
                self.fields[-1].code += one.text or ""
            elif name == "ruby" and (base := self.child(one, "rubyBase")) is not None:
                held += self.paragraph(base)
            elif name in _DRAWN or name.startswith("{"):
                self.drawn(one)
                if not hidden and not _floats(one):
                    self.unread(one, held)

    def unread(self, one: Element, held: Held) -> None:
        """Hold the place of what stands in the line and isn't read."""
        if self.shown():
            held.append((UNREAD, one))

    def shown(self) -> bool:
        """Whether letters that stand here are seen."""
        return all(one.shown for one in self.fields) if self.results else not self.fields

    def field(self, kind: str | None) -> None:
        if not self.follows:
            return
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].result = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def drawn(self, one: Element) -> None:
        """Count the boxes with text in what is drawn; where there are none it is a picture."""
        boxes = [box for box in one.iter(f"{self.word}txbxContent") if not _fallback(box, one)]
        if boxes:
            self.beside["boxes"] += sum(_says(box, self.word) for box in boxes)
        else:
            self.beside["pictures"] += 1


def _block(held: Held, row: bool = False) -> Iterator[Block]:
    """The block of some letters, if any can be read; of a row its empty first cells count."""
    whole = "".join(text for text, _ in held)
    text = whole.rstrip() if row else whole.strip()
    if text.replace(UNREAD, "").strip():
        at = len(whole.rstrip()) - len(text)
        pieces, begun = [], -at
        for told, element in held:
            pieces.append(Piece(begun, begun + len(told), element))
            begun += len(told)
        yield Block(text, tuple(pieces))


def _floats(drawn: Element) -> bool:
    """Whether something drawn stands beside the line and not in it."""
    if any(True for _ in drawn.iter(_FLOATS)):
        return True
    styles = [one.get("style", "") for one in drawn.iter() if isinstance(one.tag, str)]
    return any(map(_ABSOLUTE.search, styles))


def _fallback(one: Element, within: Element) -> bool:
    """Whether an element is told a second time, for programs that don't know the first."""
    while one is not within:
        if one.tag == f"{_CHOICES}Fallback":
            return True
        one = one.getparent()
    return False


def _says(box: Element, word: str) -> bool:
    return any((one.text or "").strip() for one in box.iter(f"{word}t"))
