"""The words of slides, charts and tables as they stand in the parts of a file: read, and replaced in such a way that every word
that stays keeps its look.

Whose words they are belongs in ``signs``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from pptx.oxml.ns import qn

from industry.export.xml_text import writable
from industry.text.office import Element

A, C = (qn(f"{one}:x")[:-1] for one in "ac")
_BREAK = "\n"


def told(element: Element) -> list[str]:
    """The paragraphs below an element, line breaks as \\n."""
    return [_text(one) for one in element.iter(f"{A}p")]


def in_chart(space: Element) -> Iterator[str]:
    """The names in a chart, the labels that are words, and the step of its scale."""
    yield from (one.get("val", "") for one in space.iter(f"{C}majorUnit"))
    for series in space.iter(f"{C}ser"):
        for name in ("tx", "cat"):
            for one in series.findall(f"{C}{name}"):
                yield from (value.text or "" for value in one.iter(f"{C}v"))
        yield from ("".join(told(one)) for one in series.iter(f"{C}rich"))


def in_table(frame: Element) -> Iterator[str]:
    """The words in each cell of a table."""
    yield from ("".join(told(one)) for one in frame.iter(f"{A}tc"))


def replace(body: Element, start: int, stop: int, words: Sequence[str]) -> None:
    """Put other paragraphs in the place of some of a text's: the words that stay keep their look, new paragraphs get that of the one
    before. A text without any words keeps one empty paragraph."""
    held = list(body.iter(f"{A}p"))
    old = held[start:stop]
    for one, said in zip(old, words, strict=False):
        _say(one, said)
    last = old[-1]
    for said in words[len(old) :]:
        more = deepcopy(last)
        last.addnext(more)
        _say(more, said)
        last = more
    for one in old[max(len(words), 1 if len(old) == len(held) else 0) :]:
        one.getparent().remove(one)
    if not words and len(old) == len(held):
        _say(old[0], "")


def _text(paragraph: Element) -> str:
    return "".join(word for _, word in _words(paragraph))


def _words(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The elements of a paragraph that say something, and what."""
    for one in paragraph:
        if one.tag == f"{A}br":
            yield one, _BREAK
        elif one.tag in (f"{A}r", f"{A}fld"):
            yield one, one.findtext(f"{A}t") or ""


def _say(paragraph: Element, words: str) -> None:
    """Have a paragraph say this, changing no more of it than differs."""
    words = writable(words)
    old = [(element, one) for element, said in _words(paragraph) for one in said]
    text = "".join(one for _, one in old)
    if text == words:
        return
    first = _alike(text, words)
    last = _alike(text[first:][::-1], words[first:][::-1])
    before, gone, after = old[:first], old[first : len(old) - last], old[len(old) - last :]
    new = words[first : len(words) - last]
    near = (*(one for one, _ in gone), *(one for one, _ in before[::-1]), *(one for one, _ in after))
    owner = next((one for one in near if one.tag == f"{A}r"), None)
    for element in dict.fromkeys(one for one, _ in old):
        kept = ("".join(said for one, said in part if one is element) for part in (before, after))
        told = (new if element is owner else "").join(kept)
        if element.tag == f"{A}r" and (told or element is owner):
            element.find(f"{A}t").text = told
        elif not told:
            paragraph.remove(element)
    if owner is None and new:
        _append(paragraph, new)
    _broken(paragraph)


def _append(paragraph: Element, words: str) -> None:
    run = etree.Element(f"{A}r")
    end = paragraph.find(f"{A}endParaRPr")
    if end is not None:
        look = deepcopy(end)
        look.tag = f"{A}rPr"
        run.append(look)
    etree.SubElement(run, f"{A}t").text = words
    if end is not None:
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


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
