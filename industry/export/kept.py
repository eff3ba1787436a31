"""What a file of ours says of itself: of which version of the data, and by which of the program, it was made and when, and of a
deck which slides it has.

A file comes from anywhere: it is read within bounds, and only what has our form is taken from it. What is written into which
file belongs to the formats.
"""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import industry
from industry.export.deck.deck_file import VERSION, is_day
from industry.export.picture.png_metadata import read_provenance
from industry.text.document import MOST_BYTES

PROPERTY = "DataVersion"
"""How the data's version is called in pictures and in the properties of Office files."""
PROGRAM = "ProgramVersion"
"""And the program's, which follows it wherever it stands."""
SLIDES = "Slides"
"""And what a presentation says of its slides: how each is written, with spaces between."""
_MOST_ENTRIES = 5_000
_MOST_OF_PART = 4 * 1024 * 1024
_HEAD = 256 * 1024
"""Bytes at the beginning of a page or a slide in which its version or its name stands."""
_MOST_SLIDES = 300
_PICTURE, _PACKED, _PRINTED = b"\x89PNG", b"PK", b"%PDF-"
_IN_PROPERTIES = re.compile(rf'name="{PROPERTY}"[^>]*>\s*<[\w:]+[^>]*>\s*({VERSION})\s*<'.encode())
_SLIDES = re.compile(rf'name="{SLIDES}"[^>]*>\s*<[\w:]+[^>]*>([^<]*)<'.encode())
_IN_PAGE = re.compile(rf'<meta name="data-version" content="({VERSION})">'.encode())
_IN_SVG = re.compile(rf'name="{PROPERTY}"\s+content="({VERSION})"'.encode())
_IN_PDF = re.compile(rf"/{PROPERTY}\s*(?:<FEFF([0-9A-F]{{4,400}})>|\(({VERSION})\))".encode())
_DAY = re.compile(rb"<dcterms:created[^>]*>\s*([0-9]{4}-[0-9]{2}-[0-9]{2})")
_NAME = re.compile(r'<p:cSld\b[^>]*?\bname="([^"]{1,4000})"')
_PLACED = re.compile(r"<p:sldId\b[^>]*?r:id=\"([^\"]+)\"")
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Target)="([^"]+)"')


def versions(of_data: str) -> dict[str, str]:
    """What every file of ours says of the versions that it was made with, by their names."""
    return {PROPERTY: of_data, PROGRAM: industry.VERSION}


@dataclass(frozen=True)
class Kept:
    """``date``: the day on which it was made (2021-07-25), empty where that isn't said; ``slides`` as they are written, of a
    deck file and of a presentation; ``text`` of a deck file the file itself."""

    version: str
    date: str = ""
    slides: tuple[str, ...] = ()
    text: str = ""


class NotKept(ValueError):
    """That a file holds no version. ``code``: ``too_large``, ``damaged``, ``no_version``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def kept(data: bytes) -> Kept:
    """What a picture, a presentation, a workbook, a page or a deck file of ours says. Raises NotKept."""
    if len(data) > MOST_BYTES:
        raise NotKept("too_large")
    try:
        found = _found(data)
    except (ValueError, OSError, EOFError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise NotKept("damaged") from error
    except (NotImplementedError, MemoryError, RecursionError) as error:
        raise NotKept("damaged") from error
    if found is None:
        raise NotKept("no_version")
    return found


def _found(data: bytes) -> Kept | None:
    if data.startswith(_PICTURE):
        version = read_provenance(data).get(PROPERTY, "")
        return Kept(version) if re.fullmatch(VERSION, version) else None
    if data.startswith(_PACKED):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _packed(packed)
    if data.lstrip()[:1] == b"{" or data.startswith(b"\xef\xbb\xbf{"):
        return _deck_file(data)
    if data.startswith(_PRINTED):
        return _printed(data)
    page = _IN_PAGE.search(data[:_HEAD]) or _IN_SVG.search(data[:_HEAD])
    return Kept(page[1].decode()) if page else None


def _printed(data: bytes) -> Kept | None:
    """The last that a PDF says: what is said later stands further behind."""
    said = list(_IN_PDF.finditer(data))
    if not said:
        return None
    digits, letters = said[-1].groups()
    version = bytes.fromhex(digits.decode()).decode("utf-16-be") if digits else letters.decode()
    return Kept(version) if re.fullmatch(VERSION, version) else None


def _deck_file(data: bytes) -> Kept | None:
    text = data[:_MOST_OF_PART].decode("utf-8-sig")
    held = json.loads(text)
    version, date = (
        (str(held.get(key, "")) for key in ("version", "date")) if isinstance(held, dict) else ("", "")
    )
    if "deck" not in held or not re.fullmatch(VERSION, version):
        return None
    slides = held.get("slides")
    told = [one.get("slide") for one in slides if isinstance(one, dict)] if isinstance(slides, list) else []
    return Kept(version, date if is_day(date) else "", tuple(map(str, told[:_MOST_SLIDES])), text)


def _packed(packed: zipfile.ZipFile) -> Kept | None:
    names = {one.filename for one in packed.infolist()}
    if len(names) > _MOST_ENTRIES:
        raise ValueError("too many entries")
    properties = _part(packed, names, "docProps/custom.xml")
    version = _IN_PROPERTIES.search(properties)
    if version is None:
        return None
    day = _DAY.search(_part(packed, names, "docProps/core.xml"))
    date = day[1].decode() if day else ""
    slides = tuple(_slides(packed, names))
    slides = slides or listed(properties)  # saved by LibreOffice, which names no slide
    return Kept(version[1].decode(), date if is_day(date) else "", slides)


def listed(properties: bytes) -> tuple[str, ...]:
    """The slides that the properties of an Office file say, as they are written; none where they say none."""
    found = _SLIDES.search(properties)
    return tuple(html.unescape(_text(found[1])).split()[:_MOST_SLIDES]) if found else ()


def _part(packed: zipfile.ZipFile, names: set[str], name: str, most: int = _MOST_OF_PART) -> bytes:
    """The first bytes of an entry; nothing where there is none."""
    if name not in names:
        return b""
    with packed.open(name) as part:
        return part.read(most)


def _slides(packed: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    """The names of a presentation's slides, in its order; those that somebody added have none of ours, and those on which
    one figure goes on count once."""
    last = ""
    order = _text(_part(packed, names, "ppt/presentation.xml"))
    relations = _text(_part(packed, names, "ppt/_rels/presentation.xml.rels"))
    targets = {}
    for one in _RELATION.findall(relations):
        told = dict(_ATTRIBUTE.findall(one))
        targets[told.get("Id")] = told.get("Target", "").removeprefix("/ppt/")
    for id in _PLACED.findall(order)[:_MOST_SLIDES]:
        found = _NAME.search(_text(_part(packed, names, f"ppt/{targets.get(id)}", _HEAD)))
        name = html.unescape(found[1]) if found else ""
        if name and name != last:
            yield name
        last = name


def _text(part: bytes) -> str:
    return part.decode("utf-8", "replace")
