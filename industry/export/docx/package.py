"""The parts of a Word file and how they hang together. What they hold belongs in ``briefing`` and ``styles``."""

from __future__ import annotations

import io
from typing import Any, Protocol
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PackURI
from pptx.parts.coreprops import CorePropertiesPart

from industry.export.docx.markup import RELATIONS, part, w
from industry.export.docx.styles import fonts, footer, section, settings, styles
from industry.export.office import properties
from industry.export.office.charts.parts import NativeChart
from industry.export.pptx.template import TEMPLATE

_THEME = "theme/theme1.xml"


class Charts(Protocol):
    """To which charts are related one after another."""

    def chart(self, made: NativeChart) -> str:
        """The relation of a chart."""
        ...


class Package:
    """A Word file while its document is written; charts are related to it one after another."""

    def __init__(self, language: str) -> None:
        make: Any = OpcPackage
        self.package, self.language = make(None), language
        self.document = Part(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, self.package)
        self.package.relate_to(self.document, RT.OFFICE_DOCUMENT)
        self._beside("styles", CT.WML_STYLES, RT.STYLES, styles(language))
        self._beside("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, fonts())
        theme = Part(PackURI(f"/word/{_THEME}"), CT.OFC_THEME, self.package, _theme())
        self.document.relate_to(theme, RT.THEME)
        self._beside("settings", CT.WML_SETTINGS, RT.SETTINGS, settings())
        self.footers = [
            self._beside(f"footer{place}", CT.WML_FOOTER, RT.FOOTER, footer(place == 1)) for place in (1, 2)
        ]

    def _beside(self, name: str, kind: str, relation: str, root: Any) -> str:
        made = Part(PackURI(f"/word/{name}.xml"), kind, self.package, part(root))
        return str(self.document.relate_to(made, relation))

    def chart(self, made: NativeChart) -> str:
        """The relation of a chart, whose part and workbook lie in the file from now on."""
        return str(self.document.relate_to(made.part(self.package, "word"), RT.CHART))

    def keep(self, name: str, content: bytes) -> None:
        """Have the file keep a part beside its document, of whose elements no program makes anything."""
        kept = PackURI("/customXml/item1.xml")
        held = Part(kept, CT.XML, self.package, content)
        self.document.relate_to(held, RT.CUSTOM_XML)
        about = Part(
            PackURI("/customXml/itemProps1.xml"), CT.OFC_CUSTOM_XML_PROPERTIES, self.package, _about(name)
        )
        held.relate_to(about, RT.CUSTOM_XML_PROPS)

    def written(self, body: Any, title: str, ids: list[str], version: str) -> bytes:
        """The file with this body, and what it says of itself."""
        make: Any = CorePropertiesPart.default
        core = make(self.package)
        properties.core(core, title, ids, self.language)
        self.package.relate_to(core, RT.CORE_PROPERTIES)
        if version:
            name = PackURI(f"/{properties.NAME}")
            told = Part(name, CT.OFC_CUSTOM_PROPERTIES, self.package, properties.custom(version, ids))
            self.package.relate_to(told, RT.CUSTOM_PROPERTIES)
        odd, even = self.footers
        body.append(section(odd, even, self.language))
        self.document.blob = part(w("document", body))
        content = io.BytesIO()
        self.package.save(content)
        return content.getvalue()


def _theme() -> bytes:
    """That of our slides: a document needs one, though its styles name their own faces and colours."""
    with ZipFile(TEMPLATE) as held:
        return held.read(f"ppt/{_THEME}")


def _about(name: str) -> bytes:
    """What is said of a part that is kept, whose elements have this namespace: its own number, always the same, and that."""
    number = str(uuid5(NAMESPACE_URL, name)).upper()
    space = RELATIONS.replace("relationships", "customXml")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{{{number}}}" xmlns:ds="{space}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{name}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
