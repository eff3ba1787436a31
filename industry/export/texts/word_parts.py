"""The parts of a Word file that comments need: the comments themselves, their place among the parts, and what goes
where there were macros. At which letters they stand belongs in ``commented``."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from datetime import datetime

from lxml import etree

from industry.text.office import CONTENT_TYPES, Element, relations_of, target
from industry.text.unreadable import Unreadable
from industry.text.word.packed import Packed

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = {
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}  # fmt: skip
"""How relations are called in a file of this namespace."""
_STYLES = {"pStyle": "annotation text", "rStyle": "annotation reference"}
"""Of a comment's paragraphs and of its mark in the text, as Word calls them in every language."""
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaproject.bin.rels")


def written(root: Element) -> bytes:
    """A part as its bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Comments:
    """The comments of a Word file: those that it has, and more at their end. Raises Unreadable."""

    def __init__(self, packed: Packed) -> None:
        self.packed, self.word = packed, packed.word
        self.name = next(packed.related(packed.main, "comments"), "")
        root = packed.xml(self.name) if self.name else None
        self.new = root is None
        if root is None:
            self.name = self._free_name()
            root = etree.Element(f"{self.word}comments", nsmap={"w": self.word[1:-1]})
        elif root.tag != f"{self.word}comments":
            raise Unreadable("broken")
        self.root: Element = root
        self.held = len(root)
        marks = (f"{self.word}{one}" for one in ("comment", "commentRangeStart", "commentReference"))
        held = [*root.iter(f"{self.word}comment"), *packed.root.iter(*marks)]
        told = (one.get(f"{self.word}id", "") for one in held)
        self.next = max((int(one) for one in told if one.isdecimal()), default=-1) + 1
        self.when = datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        """Word writes the clock on the wall, and calls it Z."""
        self.styles = self._styles()

    def element(self, name: str, *children: Element, **attributes: str) -> Element:
        """An element of Word with these children and attributes."""
        one = self.root.makeelement(
            self.word + name, {self.word + key: told for key, told in attributes.items()}
        )
        one.extend(children)
        return one

    def reference(self, number: str) -> Element:
        """The run that shows a comment's mark in the text."""
        return self.element("r", *self._marked(), self.element("commentReference", id=number))

    def add(self, number: str, author: str, initials: str, heading: str, said: str) -> None:
        """A comment of two paragraphs, its heading bold, before those added so far."""
        first = (
            self.element("r", *self._marked(), self.element("annotationRef")),
            self._run(heading, bold=True),
        )
        paragraphs = (self._paragraph(*first), self._paragraph(self._run(said)))
        told = {"id": number, "author": author, "date": self.when, "initials": initials}
        self.root.insert(self.held, self.element("comment", *paragraphs, **told))

    def parts(self) -> tuple[dict[str, bytes], Collection[str]]:
        """The parts to write, and the names of those to leave out."""
        names = [one.filename for one in self.packed.entries]
        left = [one for one in names if posixpath.basename(one).lower() in _MACROS]
        changed = {self.name: written(self.root), self.packed.main: written(self.packed.root)}
        relations = self.packed.relations(self.packed.main)
        for one in list(relations):
            if target(self.packed.main, one.get("Target", "")) in left:
                relations.remove(one)
        if self.new:
            used = {one.get("Id") for one in relations}
            at = next(f"rId{count}" for count in range(1, len(used) + 2) if f"rId{count}" not in used)
            told = {"Id": at, "Type": f"{_KIND[self.word]}/comments", "Target": f"/{self.name}"}
            relations.append(relations.makeelement(_beside(relations, "Relationship"), told))
        changed[relations_of(self.packed.main)] = written(relations)
        changed[CONTENT_TYPES] = written(self._types(left))
        return changed, left

    def _types(self, left: Collection[str]) -> Element:
        types = self.packed.xml(CONTENT_TYPES)
        if types is None:
            raise Unreadable("broken")
        for one in list(types):
            name = one.get("PartName", "").lstrip("/")
            if name in left:
                types.remove(one)
            elif name == self.packed.main and "macroEnabled" in one.get("ContentType", ""):
                one.set("ContentType", _MAIN)
        if self.new:
            told = {"PartName": f"/{self.name}", "ContentType": _COMMENTS}
            types.append(types.makeelement(_beside(types, "Override"), told))
        return types

    def _free_name(self) -> str:
        folder = posixpath.dirname(self.packed.main)
        known = {one.filename.lower() for one in self.packed.entries}
        names = (posixpath.join(folder, f"comments{at or ''}.xml") for at in range(len(known) + 1))
        return next(one for one in names if one.lower() not in known)

    def _styles(self) -> dict[str, str]:
        """The file's own ids of the styles of comments, where it has them."""
        found = {}
        for name in self.packed.related(self.packed.main, "styles"):
            root = self.packed.xml(name)
            for style in () if root is None else root.iter(f"{self.word}style"):
                called = style.find(f"{self.word}name")
                for kind, known in _STYLES.items():
                    if called is not None and called.get(f"{self.word}val") == known:
                        found[kind] = style.get(f"{self.word}styleId", "")
        return found

    def _style(self, kind: str) -> list[Element]:
        return [self.element(kind, val=self.styles[kind])] if self.styles.get(kind) else []

    def _marked(self) -> list[Element]:
        style = self._style("rStyle")
        return [self.element("rPr", *style)] if style else []

    def _run(self, text: str, bold: bool = False) -> Element:
        told = self.element("t")
        told.text = text
        properties = [
            *([self.element("b")] if bold else []),
            self.element("sz", val="20"),
            self.element("szCs", val="20"),
        ]
        return self.element("r", self.element("rPr", *properties), told)

    def _paragraph(self, *runs: Element) -> Element:
        """Without what the draft's own paragraphs have: room around, wide lines, an indented first line."""
        properties = self.element(
            "pPr",
            *self._style("pStyle"),
            self.element("spacing", before="0", after="0", line="240", lineRule="auto"),
            self.element("ind", left="0", right="0", firstLineChars="0", firstLine="0"),
            self.element("jc", val="left"),
        )
        return self.element("p", properties, *runs)


def _beside(root: Element, name: str) -> str:
    """The name of an element in the namespace of another."""
    return str(root.tag[: root.tag.rfind("}") + 1] + name)
