"""What must hold of a Word file of ours, whatever it says: parts and relations, ids that are unique, the order of elements that
the format asks for (ISO/IEC 29500-1, transitional)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
    "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "writeProtection view zoom defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore "
    "compat themeFontLang",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
}  # fmt: skip


def faults(content: bytes) -> list[str]:
    """What isn't as it must be; empty where all is."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        parts = {name: packed.read(name) for name in names}
    roots = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    found = [f"{name} is packed twice" for name, count in Counter(names).items() if count > 1]
    types = roots["[Content_Types].xml"]
    named = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPES}Override")}
    endings = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    found += [
        f"{one} has no type" for one in parts if one not in named and one.rpartition(".")[2] not in endings
    ]
    found += [f"{one} has a type and isn't there" for one in named - set(parts)]
    for name in parts:
        if name.endswith(".rels"):
            found += _unresolved(name, roots, parts)
    for name, root in roots.items():
        if name.startswith("word/") and root.tag.startswith(W):
            found += [f"{name}: {one}" for one in _disordered(root)]
            found += [f"{name}: {one}" for one in _repeated(root)]
    return found


def _unresolved(name: str, roots: dict[str, Any], parts: dict[str, bytes]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    ids = set()
    for one in roots[name].iter(f"{_RELATIONS}Relationship"):
        to = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), one.get("Target", ""))).lstrip(
            "/"
        )
        ids.add(one.get("Id"))
        if to not in parts:
            yield f"{name} leads to {to}, which isn't there"
    if owner in roots:
        used = {
            value for one in roots[owner].iter() for key, value in one.attrib.items() if key.startswith(R)
        }
        if not used <= ids:
            yield f"{owner} uses relations that aren't there: {used - ids}"


def _disordered(root: Any) -> Iterator[str]:
    for one in root.iter():
        order = ORDER.get(one.tag.removeprefix(W)) if isinstance(one.tag, str) else None
        if order is None:
            continue
        places = order.split()
        names = [child.tag.removeprefix(W) for child in one]
        unknown = [name for name in names if name not in places]
        held = [places.index(name) for name in names if name in places]
        if unknown or held != sorted(held):
            yield f"{one.tag.removeprefix(W)} holds {' '.join(names)}"
    for cell in root.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell doesn't end in a paragraph"


def _repeated(root: Any) -> Iterator[str]:
    drawn = [one.get("id") for one in root.iter(f"{WP}docPr")]
    starts = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")]
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    for told in (drawn, starts, names):
        yield from (f"{one} stands twice" for one, count in Counter(told).items() if count > 1)
    if sorted(starts) != sorted(ends):
        yield "bookmarks begin that don't end"
    yield from (f"the bookmark {one} is too long" for one in names if len(one) > 40)
