"""Words in Office files: runs with their faces and language, boxes in points, and how much room words take.

What is said belongs in the figure; how a slide's or a page's words are placed, in ``pptx`` and ``docx``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Length, Pt

from industry.export.office.ink import THEME
from industry.export.xml_text import writable
from industry.figures.compose import wrapping
from industry.figures.compose.line_room import Room
from industry.vocabulary.strict_record import STRAIGHT
from industry.wording.words import worded

LOOKS = (qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr"))
TAGS = {"zh": ("zh-CN", "en-US"), "en": ("en-US", "zh-CN")}
LEADING = 1.3  # points from line to line, of the type's size


class Run(NamedTuple):
    """Words of one look; size in points and colour as #RRGGBB, those of the box where not given."""

    text: str
    bold: bool = False
    colour: str = ""
    size: float = 0.0


@dataclass(frozen=True)
class Box:
    """A place on a slide or in a chart, in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, shape: Any) -> Box:
        """Where a shape is."""
        return cls(*(one / Pt(1) for one in (shape.left, shape.top, shape.width, shape.height)))

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def lengths(self) -> tuple[Length, Length, Length, Length]:
        x, y, width, height = (Emu(round(one * Pt(1))) for one in (self.x, self.y, self.width, self.height))
        return x, y, width, height

    def below(self, gap: float) -> Box:
        """What is left of it under its first ``gap`` points."""
        return replace(self, y=self.y + gap, height=self.height - gap)


def dress(element: Any, language: str, faces: tuple[str, str] = THEME) -> None:
    """Gives every run and every default below ``element`` its language, its Latin face and, right
    after it, its Chinese one."""
    for run in element.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr()
    for told in element.iter(qn("a:t")):
        told.text = plain(told.text or "", language)
    speak(element, language)
    latin, eastern = faces
    for look in element.iter(*LOOKS):
        for old in look.findall(qn("a:ea")):
            look.remove(old)
        face = look.get_or_add_latin()
        face.set("typeface", latin)
        face.addnext(parse_xml(f'<a:ea {nsdecls("a")} typeface="{eastern}"/>'))


def speak(element: Any, language: str) -> None:
    """Gives every look below ``element`` its language."""
    tag, other = TAGS[language]
    for look in element.iter(*LOOKS):
        look.set("lang", tag)
        look.set("altLang", other)


def say(key: str, language: str, *facts: object) -> str:
    """What an Office file says beside its figure."""
    return worded("slides", key, language, *facts)


def rgb(colour: str) -> Any:
    """A colour (#RRGGBB) as the library wants it."""
    make: Any = RGBColor.from_string
    return make(colour.lstrip("#"))


def plain(words: str, language: str) -> str:
    """Words that a file can hold, English with straight quotes: Chinese faces give the curly ones a full em."""
    told = writable(words)
    return told.translate(STRAIGHT) if language == "en" else told


def lines(words: str, size: float, width: float, bold: bool = False) -> int:
    """How many lines ``words`` of ``size`` points take in a box of ``width`` points."""
    return Room(width / size, elsewhere=True).count(words, bold)


def measure(words: str, size: float, bold: bool = False) -> float:
    """The width in points of the widest of the lines."""
    return size * max(wrapping.width(one, bold) + wrapping.spaces(one) for one in words.split("\n"))
