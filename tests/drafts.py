"""Word documents made part by part, so that tests know what stands in them; and what is found in one again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = 'w:id="900" w:author="甲"'
"""Who made a tracked change."""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(cells) + '</w:tr>' for cells in rows)}</w:tbl>"


def part(name: str, inner: str) -> str:
    return f"<w:{name} {NAMES}>{inner}</w:{name}>"


def relations(held: Mapping[str, tuple[str, str]]) -> str:
    """``held``: target and kind by id."""
    told = "".join(
        f'<Relationship Id="{id}" Type="{KINDS}/{kind}" Target="{to}"/>' for id, (to, kind) in held.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'


def word(*blocks: str, parts: Mapping[str, tuple[str, str | bytes]] | None = None, main: str = MAIN) -> bytes:
    """A .docx of these blocks. ``parts``: more parts by their names below word/, each with its kind and content."""
    more = parts or {}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": relations({"rId1": ("word/document.xml", "officeDocument")}),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations(
            {f"rId{at}": (name, kind) for at, (name, (kind, _)) in enumerate(more.items(), start=1)}
        ),
        **{f"word/{name}": content for name, (_, content) in more.items()},
    }
    return packed(files)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return held.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {one.filename: held.read(one) for one in held.infolist()}


def letters(data: bytes) -> list[tuple[str, bytes]]:
    """Every letter of the text with the properties of its run, and every other thing in a run."""
    root = etree.fromstring(unpacked(data)["word/document.xml"])
    found = []
    for one in root.iter(f"{W}r"):
        properties = one.find(f"{W}rPr")
        told = etree.tostring(properties, with_tail=False) if properties is not None else b""
        for inner in one:
            if inner.tag == f"{W}t":
                found += [(letter, told) for letter in inner.text or ""]
            elif inner.tag not in (f"{W}rPr", f"{W}commentReference"):
                found.append((inner.tag, told))
    return found


def comments(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Every comment: its author, the letters that it is at, its paragraphs; in the order of the comments' part."""
    files = unpacked(data)
    at: dict[str, str] = {}
    opened: set[str] = set()
    deleted = (f"{W}del", f"{W}moveFrom")
    for one in etree.fromstring(files["word/document.xml"]).iter():
        if one.tag == f"{W}commentRangeStart":
            opened.add(one.get(f"{W}id"))
            at[one.get(f"{W}id")] = ""
        elif one.tag == f"{W}commentRangeEnd":
            opened.remove(one.get(f"{W}id"))
        elif one.tag == f"{W}t" and not any(above.tag in deleted for above in one.iterancestors()):
            for id in opened:
                at[id] += one.text or ""
    assert not opened
    told: list[Any] = etree.fromstring(files["word/comments.xml"]).findall(f"{W}comment")
    return [
        (
            one.get(f"{W}author"),
            at[one.get(f"{W}id")],
            ["".join(line.itertext()) for line in one.iter(f"{W}p")],
        )
        for one in told
    ]
