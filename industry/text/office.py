"""The parts of an Office file (a package of XML parts): unpacked within bounds, parsed without entities; nothing that a
file points at is ever fetched. What a part says belongs in whoever reads it."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from industry.text.unreadable import Unreadable

Element = Any
"""An element of lxml, which has no types."""
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all parts; a text of a thousand pages has five million."""
MOST_PARTS = 10_000
MOST_MARKS = 2_000_000
"""Elements, ends of elements and attributes of one part: some 250 MB once parsed. Sixty pages have 50,000."""
CONTENT_TYPES = "[Content_Types].xml"
LOCKED = b"\xd0\xcf\x11\xe0"
"""How a file with a password begins (and one of Office 97)."""
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_RESOURCE_LIMIT = 114
"""What the parser says of too deep a nesting, too long a text or entities that multiply."""
_NOT_PACKED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError, OSError, RuntimeError,
)  # fmt: skip


class Package:
    """An Office file. ``main``: the name of the part that it is about, empty where it names none; ``entries`` what the list
    of the file says of each part. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(LOCKED):
            raise Unreadable("locked")
        if data.count(_ENTRY) > 2 * MOST_PARTS:  # the list alone would fill the memory
            raise _too_large()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _NOT_PACKED as error:
            raise Unreadable("broken") from error
        members = self._zip.infolist()
        if len(members) > MOST_PARTS or sum(one.file_size for one in members) > MOST_UNPACKED:
            raise _too_large()
        self._names = {one.filename.lower(): one for one in members}
        self.entries = tuple(one for name, one in self._names.items() if name and not name.endswith("/"))
        self.main = next(self.related("", "officeDocument"), "")

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._names

    def bytes_of(self, name: str) -> bytes | None:
        """A part, None where there is none of this name. Raises Unreadable."""
        found = self._names.get(name.lower())
        if found is None:
            return None
        if found.flag_bits & _ENCRYPTED:
            raise Unreadable("locked")
        if found.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable("broken")  # the format knows no other, and theirs have no bound
        try:
            with self._zip.open(found) as part:  # told how much it unpacks no more, whatever the entry holds
                return part.read(found.file_size)
        except _NOT_PACKED as error:
            raise Unreadable("broken") from error

    def xml(self, name: str) -> Element | None:
        """The root element of a part, None where there is none. Raises Unreadable."""
        data = self.bytes_of(name)
        return None if data is None else parsed(data)

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts within the file to which a part ("" the file itself) is related in this way."""
        for one in self.relations(part):
            if one.get("Type", "").endswith(f"/{kind}") and one.get("TargetMode") != "External":
                yield target(part, one.get("Target", ""))

    def relations(self, part: str) -> Element:
        """The relations of a part, as their element, an empty one where it has none."""
        found = self.xml(relations_of(part))
        return etree.Element(f"{_RELATIONS}Relationships") if found is None else found


def parsed(data: bytes) -> Element:
    """The root element of XML. Raises Unreadable."""
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise Unreadable("too_intricate")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("too_intricate" if error.code == _RESOURCE_LIMIT else "broken") from error
    except ValueError as error:
        raise Unreadable("broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("broken")  # no Office file has one
    return root


def relations_of(part: str) -> str:
    """The name of the part that holds the relations of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target(part: str, told: str) -> str:
    """The name of a part that ``part`` points at as ``told``."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), told)).lstrip("/")


def _too_large() -> Unreadable:
    return Unreadable("too_large", f"{MOST_UNPACKED // 1024 // 1024} MB")
