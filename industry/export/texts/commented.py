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
from collections.abc import Callable, Iterator

from industry import wording
from industry.export.texts.proofs import MARKS, Proof, Proofed
from industry.export.texts.word_parts import Comments
from industry.export.xml_text import writable
from industry.text.word.blocks import Block, Piece, blocks, letters_of
from industry.text.word.packed import Element, Packed

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
    author, initials = (wording.worded("proofs", one, language) for one in ("author", "initials"))
    # from the last to the first, so that a cut leaves all places before it
    for done, (at, one, block, begins) in enumerate(reversed(list(_placed(found, proof))), start=1):
        number = str(comments.next + at)
        _mark(comments, block, one.start - begins, one.end - begins, number)
        heading = f"{MARKS[one.tone]} {one.called}"
        comments.add(number, author, initials, heading, writable(one.said))
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


def _mark(comments: Comments, block: Block, start: int, stop: int, number: str) -> None:
    """Set the marks of a comment around these letters of a block; where they go on in another paragraph (of the same
    cell, say) up to the end of the first."""
    word = comments.word
    pieces = [one for one in _between(block.pieces, start, stop) if one.element is not None]
    paragraph = _paragraph(word, pieces[0].element)
    pieces = [one for one in pieces if _paragraph(word, one.element) is paragraph]
    end, reference = comments.element("commentRangeEnd", id=number), comments.reference(number)
    _ending(word, pieces[-1], stop).addnext(end)
    end.addnext(reference)
    _beginning(word, pieces[0], start).addprevious(comments.element("commentRangeStart", id=number))


def _between(pieces: tuple[Piece, ...], start: int, stop: int) -> tuple[Piece, ...]:
    first = bisect_right(pieces, start, key=lambda one: one.stop)
    return pieces[first : bisect_left(pieces, stop, lo=first, key=lambda one: one.start)]


def _paragraph(word: str, element: Element) -> Element:
    while element.tag != f"{word}p":
        element = element.getparent()
    return element


def _beginning(word: str, piece: Piece, at: int) -> Element:
    """What of the paragraph begins with this letter of a piece: a run, which may be cut for it."""
    holder, cut = _holder(word, piece.element)
    before = piece.element.getprevious()
    if not cut or at <= piece.start and (before is None or before.tag == f"{word}rPr"):
        return holder
    return _cut(word, holder, piece.element, max(at - piece.start, 0))


def _ending(word: str, piece: Piece, at: int) -> Element:
    """What of the paragraph ends before this letter: likewise."""
    holder, cut = _holder(word, piece.element)
    length = len(letters_of(piece.element)) if piece.element.tag == f"{word}t" else 1
    if cut and (at - piece.start < length or piece.element.getnext() is not None):
        _cut(word, holder, piece.element, min(at - piece.start, length))
    return holder


def _holder(word: str, element: Element) -> tuple[Element, bool]:
    """The run that holds an element, or what around it is taken whole; and whether it may be cut."""
    one = element.getparent()
    holder, cut = one, one.tag == f"{word}r"
    while one.tag != f"{word}p":
        if one.tag == f"{word}r":
            holder = one
        elif _taken_whole(word, one):
            holder, cut = one, False
        one = one.getparent()
    return holder, cut


def _taken_whole(word: str, one: Element) -> bool:
    if one.tag == f"{word}sdt":
        return any(one.find(f"{word}sdtPr/{word}{kind}") is not None for kind in _CONTROLS)
    return one.tag in {word + name for name in _WHOLE}


def _cut(word: str, run: Element, element: Element, at: int) -> Element:
    """Cut a run in two of the same properties, within one of its elements: the second."""
    text = letters_of(element) if element.tag == f"{word}t" else "\0"
    moved = [*([element] if at == 0 else []), *element.itersiblings()]
    second = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{word}rPr")
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
