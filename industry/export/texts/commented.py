"""The draft given back: the same Word file with a comment at each number, which says what became of it.

Text and formatting stay: a run is cut only where a number begins or ends in it. The file is changed at the level of its
parts: the text, its relations, the comments and the list of parts are written anew (``word_parts``), all others are
copied. python-docx isn't used: it writes every part anew, wants whole runs, and looks through all comments for the
number of each new one. Where the letters stand belongs in ``blocks``.
"""

from __future__ import annotations

import copy
import io
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping

from industry import wording
from industry.export.texts.proofs import MARKS, Proof, Proofed
from industry.export.texts.word_parts import Comments
from industry.export.xml_text import writable
from industry.text.office import Element
from industry.text.word.blocks import Block, Piece, blocks, letters_of
from industry.text.word.packed import Packed

_WHOLE = ("fldSimple", "ruby")
"""What is taken whole: its text is made anew, or belongs to something else."""
_CONTROLS = ("text", "date", "comboBox", "dropDownList", "dataBinding")
"""Properties of controls that hold nothing but letters: likewise."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(
    data: bytes, proof: Proof, language: str, advance: Callable[[int, int], object] | None = None
) -> bytes:
    """The .docx in ``data`` with a comment at each number of its ``proof``; ``advance`` is told how many of how many are
    done. Raises Unreadable, ValueError where the proof is of another text."""
    packed = Packed(data)
    found = blocks(packed.root)
    if "\n".join(one.text for one in found) != proof.draft:
        raise ValueError("the proof is of another text")
    comments, total = Comments(packed), len(proof.numbers)
    marker = _Marker(comments)
    author, initials = (wording.worded("proofs", one, language) for one in ("author", "initials"))
    # from the last to the first, so that a cut leaves all places before it
    for done, (at, one, block, begins) in enumerate(reversed(list(_placed(found, proof))), start=1):
        number = str(comments.next + at)
        marker.mark(block, one.start - begins, one.end - begins, number)
        heading = f"{MARKS[one.tone]} {one.called}"
        comments.add(number, author, initials, heading, writable(one.cited))
        if advance:
            advance(done, total)
    return _repacked(packed, comments)


def _placed(found: list[Block], proof: Proof) -> Iterator[tuple[int, Proofed, Block, int]]:
    """Every number with its block, and where that begins in the draft."""
    begins, last = [], 0
    for block in found:
        begins.append(last)
        last += len(block.text) + 1
    for at, one in enumerate(proof.numbers):
        place = bisect_right(begins, one.start) - 1
        yield at, one, found[place], begins[place]


class _Marker:
    """Sets the marks of comments around letters of blocks."""

    def __init__(self, comments: Comments) -> None:
        self.comments, self.word = comments, comments.word
        self.fields: dict[Element, dict[Element, tuple[Element, Element]]] = {}
        """By paragraph, of every run in a field the first and the last run of it."""

    def mark(self, block: Block, start: int, stop: int, number: str) -> None:
        """Set the marks of a comment around these letters; where they go on in another paragraph (of the same cell,
        say) up to the end of the first."""
        pieces = [one for one in _between(block.pieces, start, stop) if one.element is not None]
        paragraph = self.paragraph(pieces[0].element)
        pieces = [one for one in pieces if self.paragraph(one.element) is paragraph]
        if paragraph not in self.fields:
            self.fields[paragraph] = self.fields_in(paragraph)
        inside = self.fields[paragraph]
        end = self.comments.element("commentRangeEnd", id=number)
        self.ending(pieces[-1], stop, inside).addnext(end)
        end.addnext(self.comments.reference(number))
        begin = self.comments.element("commentRangeStart", id=number)
        self.beginning(pieces[0], start, inside).addprevious(begin)

    def paragraph(self, element: Element) -> Element:
        while element.tag != f"{self.word}p":
            element = element.getparent()
        return element

    def fields_in(self, paragraph: Element) -> dict[Element, tuple[Element, Element]]:
        """The runs of fields that begin and end in a paragraph, each with the first and the last of its field."""
        found: dict[Element, tuple[Element, Element]] = {}
        held: list[Element] = []
        depth = 0
        for run in paragraph.iter(f"{self.word}r"):
            kinds = [one.get(f"{self.word}fldCharType") for one in run.iterchildren(f"{self.word}fldChar")]
            if depth or "begin" in kinds:
                held.append(run)
            for kind in kinds:
                depth = max(0, depth + {"begin": 1, "end": -1}.get(kind, 0))
                if kind == "end" and not depth and held:
                    found |= dict.fromkeys(held, (held[0], run))
                    held = []
        return found

    def beginning(self, piece: Piece, at: int, fields: Mapping[Element, tuple[Element, Element]]) -> Element:
        """What of the paragraph begins with this letter of a piece: a run, which may be cut for it."""
        holder, cut = self.holder(piece.element)
        if holder in fields:
            return fields[holder][0]
        before = piece.element.getprevious()
        if not cut or at <= piece.start and (before is None or before.tag == f"{self.word}rPr"):
            return holder
        return self.cut(holder, piece.element, max(at - piece.start, 0))

    def ending(self, piece: Piece, at: int, fields: Mapping[Element, tuple[Element, Element]]) -> Element:
        """What of the paragraph ends before this letter: likewise."""
        holder, cut = self.holder(piece.element)
        if holder in fields:
            return fields[holder][1]
        length = len(letters_of(piece.element)) if piece.element.tag == f"{self.word}t" else 1
        if cut and (at - piece.start < length or piece.element.getnext() is not None):
            self.cut(holder, piece.element, min(at - piece.start, length))
        return holder

    def holder(self, element: Element) -> tuple[Element, bool]:
        """The run that holds an element, or what around it is taken whole; and whether it may be cut."""
        one = element.getparent()
        cut = one.tag == f"{self.word}r"
        holder = one if cut else element
        while one.tag != f"{self.word}p":
            if one.tag == f"{self.word}r":
                holder = one
            elif self.taken_whole(one):
                holder, cut = one, False
            one = one.getparent()
        return holder, cut

    def taken_whole(self, one: Element) -> bool:
        if one.tag == f"{self.word}sdt":
            return any(one.find(f"{self.word}sdtPr/{self.word}{kind}") is not None for kind in _CONTROLS)
        return one.tag in {self.word + name for name in _WHOLE}

    def cut(self, run: Element, element: Element, at: int) -> Element:
        """Cut a run in two of the same properties, within one of its elements: the second."""
        text = letters_of(element) if element.tag == f"{self.word}t" else "\0"
        moved = [*([element] if at == 0 else []), *element.itersiblings()]
        second = run.makeelement(run.tag, dict(run.attrib))
        properties = run.find(f"{self.word}rPr")
        if properties is not None:
            second.append(copy.deepcopy(properties))
        if 0 < at < len(text):
            rest = element.makeelement(element.tag)
            second.append(rest)
            for one, told in ((element, text[:at]), (rest, text[at:])):
                one.text = told
                one.set(_SPACE, "preserve")
        second.extend(moved)
        run.addnext(second)
        return second


def _between(pieces: tuple[Piece, ...], start: int, stop: int) -> tuple[Piece, ...]:
    first = bisect_right(pieces, start, key=lambda one: one.stop)
    return pieces[first : bisect_left(pieces, stop, lo=first, key=lambda one: one.start)]


def _repacked(packed: Packed, comments: Comments) -> bytes:
    changed, left = comments.parts()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for one in packed.entries:
            if one.filename not in left:
                data = changed.pop(one.filename, None)
                file.writestr(one, packed.bytes_of(one.filename) or b"" if data is None else data)
        for name, data in changed.items():
            file.writestr(name, data)
    return out.getvalue()
