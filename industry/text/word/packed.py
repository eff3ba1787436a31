"""A Word file: its parts, and the one that holds the text. What text stands in a part belongs in ``blocks``."""

from __future__ import annotations

from industry.text.office import Element, Package
from industry.text.unreadable import Unreadable

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


class Packed(Package):
    """A Word file. ``main``: the name of the part that holds the text, ``root`` its element, ``word`` the namespace of
    its elements in braces, ``macros`` whether it brings any. Raises Unreadable."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        root = self.xml(self.main)
        if root is None or root.tag not in {f"{one}document" for one in _WORD}:
            raise Unreadable("broken")
        self.root: Element = root
        self.word: str = root.tag.removesuffix("document")
        self.macros = any(one.endswith("vbaproject.bin") for one in self._names) or any(
            self.related(self.main, "vbaProject")
        )
