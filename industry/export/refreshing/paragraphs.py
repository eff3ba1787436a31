"""The words of slides, pages, charts and tables as they stand in the parts of a file: read, and replaced in such a way that every
word that stays keeps its look.

Whose words they are belongs in ``signs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher

from lxml import etree
from pptx.oxml.ns import qn

from industry.export.docx.markup import SPACE, WORD
from industry.export.xml_text import writable
from industry.text.office import Element

A, C = (qn(f"{one}:x")[:-1] for one in "ac")
W = f"{{{WORD}}}"
_BREAK, _OTHER = "\n", "\ufffc"
_GONE = (f"{W}del", f"{W}moveFrom")
"""What is there no more, as soon as changes are accepted."""
_LETTERS = {f"{W}br": _BREAK, f"{W}cr": _BREAK, f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym")


def told(element: Element) -> list[str]:
    """The paragraphs below an element, line breaks as \\n."""
    return [text(one) for one in element.iter(f"{A}p", f"{W}p")]


def inside(words: Element) -> Iterator[str]:
    """The words in a chart, by its part's root, or in a table."""
    return in_chart(words) if words.tag == f"{C}chartSpace" else in_table(words)


def in_chart(space: Element) -> Iterator[str]:
    """The names in a chart, its heading, the labels that are words, and the step of its scale."""
    yield from ("".join(told(one)) for one in space.iterfind(f"{C}chart/{C}title"))
    yield from (one.get("val", "") for one in space.iter(f"{C}majorUnit"))
    for series in space.iter(f"{C}ser"):
        for name in ("tx", "cat"):
            for one in series.findall(f"{C}{name}"):
                yield from (value.text or "" for value in one.iter(f"{C}v"))
        yield from ("".join(told(one)) for one in series.iter(f"{C}rich"))


def in_table(frame: Element) -> Iterator[str]:
    """The words in each cell of a table."""
    yield from ("".join(told(one)) for one in frame.iter(f"{A}tc", f"{W}tc"))


def replace(body: Element, start: int, stop: int, words: Sequence[str]) -> None:
    """Put other paragraphs in the place of some of a text's: the words that stay keep their look, new paragraphs get that of the one
    before. A text without any words keeps one empty paragraph."""
    held = list(body.iter(f"{A}p", f"{W}p"))
    old = held[start:stop]
    for one, said in zip(old, words, strict=False):
        say(one, said)
    last = old[-1]
    for said in words[len(old) :]:
        more = deepcopy(last)
        last.addnext(more)
        say(more, said)
        last = more
    for one in old[max(len(words), 1 if len(old) == len(held) else 0) :]:
        one.getparent().remove(one)
    if not words and len(old) == len(held):
        say(old[0], "")


def text(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(word for _, word in _words(paragraph))


def _words(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The elements of a paragraph that say something, and what."""
    for one in paragraph if paragraph.tag == f"{A}p" else ():
        if one.tag == f"{A}br":
            yield one, _BREAK
        elif one.tag in (f"{A}r", f"{A}fld"):
            yield one, one.findtext(f"{A}t") or ""
    if paragraph.tag != f"{A}p":
        yield from _below(paragraph)


def _below(parent: Element) -> Iterator[tuple[Element, str]]:
    """The same of Word, where runs stand in links and changes too. What is drawn is a letter that no text of ours has."""
    for one in parent:
        if one.tag == f"{W}t":
            yield one, one.text or ""
        elif one.tag in _LETTERS:
            yield one, _LETTERS[one.tag]
        elif one.tag in _DRAWN:
            yield one, _OTHER
        elif one.tag not in _GONE:
            yield from _below(one)


def say(paragraph: Element, words: str) -> None:
    """Have a paragraph say this, changing no more of it than differs."""
    words = writable(words)
    old = [(element, one) for element, said in _words(paragraph) for one in said]
    was = "".join(one for _, one in old)
    if was == words:
        return
    kept: dict[Element, str] = dict.fromkeys((one for one, _ in old), "")
    owners: set[Element] = set()
    homeless = ""
    changes = SequenceMatcher(None, was, words, autojunk=False).get_opcodes()
    for change, first, last, begins, ends in changes:
        if change == "equal":
            for element, one in old[first:last]:
                kept[element] += one
            continue
        near = (*old[first:last], *old[:first][::-1], *old[last:])
        owner = next((one for one, _ in near if one.tag in (f"{A}r", f"{W}t")), None)
        if owner is None:
            homeless += words[begins:ends]
        else:
            kept[owner] += words[begins:ends]
            owners.add(owner)
    for element, said in kept.items():
        if element.tag == f"{A}r" and (said or element in owners):
            element.find(f"{A}t").text = said
        elif element.tag == f"{W}t":
            element.text = said
            element.set(SPACE, "preserve")
        elif not said:
            element.getparent().remove(element)
    if homeless:
        _append(paragraph, homeless)
    _broken(paragraph)


def _append(paragraph: Element, words: str) -> None:
    space = paragraph.tag[:-1]
    run = etree.Element(f"{space}r")
    end = paragraph.find(f"{A}endParaRPr" if space == A else f"{W}pPr/{W}rPr")
    if end is not None:
        look = deepcopy(end)
        look.tag = f"{space}rPr"
        run.append(look)
    said = etree.SubElement(run, f"{space}t")
    said.text = words
    if space == A and end is not None:
        end.addprevious(run)
    else:
        paragraph.append(run)


def _broken(paragraph: Element) -> None:
    """Line breaks inside runs as elements of their own."""
    for run in list(paragraph.iter(f"{A}r")):
        parts = (run.findtext(f"{A}t") or "").split(_BREAK)
        run.find(f"{A}t").text = parts[0]
        last = run
        for part in parts[1:]:
            line, more = etree.Element(f"{A}br"), deepcopy(run)
            look = run.find(f"{A}rPr")
            if look is not None:
                line.append(deepcopy(look))
            more.find(f"{A}t").text = part
            last.addnext(line)
            line.addnext(more)
            last = more
    for held in list(paragraph.iter(f"{W}t")):
        parts = (held.text or "").split(_BREAK)
        held.text = parts[0]
        for part in reversed(parts[1:]):
            line, more = etree.Element(f"{W}br"), deepcopy(held)
            more.text = part
            held.addnext(line)
            line.addnext(more)
