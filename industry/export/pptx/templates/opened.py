"""A presentation or template file, opened for its looks alone: masters, layouts, themes, faces. Its slides, macros and
what it says of its makers stay behind before anything is parsed; what isn't safe or isn't one is told.

What its layouts offer belongs in ``layouts``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from industry.text import plain_file
from industry.text.office import CONTENT_TYPES, Element, Package, parsed, relations_of, target
from industry.text.unreadable import Unreadable
from industry.wording.words import worded

MOST_BYTES = 100 * 1024 * 1024
_KEPT = {
    "slideMaster", "slideLayout", "notesMaster", "theme", "themeOverride", "tableStyles", "presProps", "viewProps",
    "image", "font", "hyperlink",
}  # fmt: skip
"""The kinds of relations that are followed; all else (slides, macros, comments, controls, labels) stays behind."""
_LEFT = (
    "p:sldIdLst", "p:custShowLst", "p:handoutMasterIdLst", "p:modifyVerifier", "p:custDataLst", "p:photoAlbum",
    "p:extLst",
)  # fmt: skip
"""What the presentation says of the slides that stay behind."""
_TIED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PRESENTATION, _STRICT = qn("p:presentation"), "{http://purl.oclc.org/ooxml/presentationml/main}presentation"
_STREAMS = {"EncryptedPackage": "locked", "PowerPoint Document": "old"}
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_MARKS = 1_000_000
"""Elements and their ends in all parts that are kept; a presentation of a hundred layouts has 200,000."""
_MOST_KEPT = 150 * 1024 * 1024


class BadTemplate(ValueError):
    """Why a file is no template. ``code``: ``too_large``, ``locked`` (a password), ``old`` (of PowerPoint 97), ``strict`` (the
    standard's strict form), ``no_presentation`` (another kind of file), ``broken``, ``intricate``, ``no_layout``, ``missing``,
    ``closed`` (the system doesn't let it be read)."""

    def __init__(self, code: str, *facts: object) -> None:
        super().__init__(code, *facts)
        self.code, self.facts = code, facts

    def told(self, language: str) -> str:
        """The sentence that says so, and what to do."""
        return worded("slides", f"template_{self.code}", language, *self.facts)


def given(path: Path) -> bytes:
    """The bytes of a file that is a template. Raises BadTemplate, for what isn't there, too."""
    try:
        data = plain_file.read(path, MOST_BYTES)
    except FileNotFoundError as error:
        raise BadTemplate("missing") from error
    except (OSError, ValueError) as error:
        raise BadTemplate("closed") from error
    opened(data)
    return data


def opened(data: bytes) -> Any:
    """The presentation (``pptx.Presentation``) of a .pptx, .potx, .pptm or .ppsx without its slides. Raises BadTemplate."""
    if len(data) > MOST_BYTES:
        raise BadTemplate("too_large", f"{MOST_BYTES // 1024 // 1024} MB")
    if data[: len(_OLE)] == _OLE:
        found = (code for name, code in _STREAMS.items() if name.encode("utf-16-le") in data)
        raise BadTemplate(next(found, "no_presentation"))
    if data[:2] != b"PK":
        raise BadTemplate("no_presentation")
    try:
        deck = Presentation(io.BytesIO(_looks(Package(data))))
        for master in (*deck.slide_masters, deck.notes_master):
            master.part.part_related_by(RT.THEME)  # its colours and faces: without them it is no whole master
    except Unreadable as error:
        code = {"too_intricate": "intricate", "locked": "locked", "too_large": "intricate"}
        raise BadTemplate(code.get(error.code, "broken")) from error
    except BadTemplate:
        raise
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, etree.LxmlError) as error:
        raise BadTemplate("broken") from error
    if not any(len(one.slide_layouts) for one in deck.slide_masters):
        raise BadTemplate("no_layout")
    return deck


def _looks(package: Package) -> bytes:
    """The package of what the presentation looks like."""
    main = package.xml(package.main) if package.main else None
    if main is None or main.tag not in (_PRESENTATION, _STRICT):
        raise BadTemplate("no_presentation")
    if main.tag == _STRICT:
        raise BadTemplate("strict")
    for one in [one for name in _LEFT for one in main.findall(qn(name))]:
        main.remove(one)
    content = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in _reached(package, main):
            names.add(f"/{name}".lower())
            made.writestr(name, data)
        made.writestr("_rels/.rels", _ROOT.format(main=package.main))
        made.writestr(CONTENT_TYPES, _types(package, names))
    return content.getvalue()


_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="/{main}"/></Relationships>'
)


def _reached(package: Package, main: Element) -> Iterator[tuple[str, bytes]]:
    """The parts that masters and layouts need, with their relations; references to all others are taken out."""
    waiting, seen, marks, size = [package.main], {package.main.lower()}, 0, 0
    while waiting:
        name = waiting.pop()
        data = package.bytes_of(name)
        if data is None:
            raise BadTemplate("broken")
        relations, left = package.relations(name), set()
        for one in list(relations):
            kind, outside = one.get("Type", "").rpartition("/")[2], one.get("TargetMode") == "External"
            path = target(name, one.get("Target", ""))
            if kind not in _KEPT or (outside and kind != "hyperlink") or not (outside or path in package):
                left.add(one.get("Id"))
                relations.remove(one)
            elif not outside and path.lower() not in seen:
                seen.add(path.lower())
                waiting.append(path)
        if name == package.main:
            data = etree.tostring(_without(main, left))
        elif name.lower().endswith(".xml"):
            root = parsed(data)
            data = etree.tostring(_without(root, left)) if left else data
        marks += data.count(b"<") if name.lower().endswith(".xml") else 0
        size += len(data)
        if marks > _MOST_MARKS or size > _MOST_KEPT:
            raise BadTemplate("intricate")
        yield name, data
        if len(relations):
            yield relations_of(name), etree.tostring(relations)


def _without(root: Element, left: set[str | None]) -> Element:
    """The element without what refers to the relations that are left behind."""
    for one in [one for one in root.iter(etree.Element) if _TIED in "".join(one.attrib)]:
        tied = {value for name, value in one.attrib.items() if name.startswith(_TIED)}
        if tied & left and (above := one.getparent()) is not None:
            above.remove(one)
    return root


def _types(package: Package, names: set[str]) -> bytes:
    """The list of what each part is: the presentation is one that is shown and edited, whatever it was."""
    types = package.xml(CONTENT_TYPES)
    if types is None:
        raise BadTemplate("broken")
    for one in list(types):
        part = one.get("PartName", "").lower()
        if part == f"/{package.main}".lower():
            one.set("ContentType", CT.PML_PRESENTATION_MAIN)
        elif part and part not in names:
            types.remove(one)
    listed: bytes = etree.tostring(types)
    return listed
