"""How a briefing looks: the page, the styles and the faces that GB/T 9704 asks for, in Chinese; in English the same page
with smaller type. Whoever opens the file changes a style once for the whole document.

Which style a paragraph has is a matter of ``briefing``; the look of charts and tables is `INK`.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from industry.export.docx.markup import JOINER, RELATIONS, page_number, paragraph, twips, w
from industry.export.office.ink import Ink
from industry.export.office.words import TAGS
from industry.figures.theme import Palette

NO_BEGIN = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NO_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
"""What begins no line of Chinese, and what ends none: as programs have it, to which the joiner is added."""
MM = 72 / 25.4
WIDTH, HEIGHT = 156 * MM, 225 * MM
"""Points of a page's text."""
LINES, LETTERS = 22, 28
"""Lines on a page, and letters on each."""
PAGE = {"w": 210 * MM, "h": 297 * MM}
MARGINS = {
    "top": 37 * MM,
    "right": 26 * MM,
    "bottom": 35 * MM,
    "left": 28 * MM,
    "header": 15 * MM,
    "footer": 23 * MM,
}
NUMBER = 14.0
"""Points of a page's number: 4号."""
LATIN = "Times New Roman"
TITLES, TEXT, BLACK, ITALIC, SMALL = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
OTHERS = {
    TITLES: ("FZXiaoBiaoSong-B05S", "roman"), TEXT: ("仿宋", "modern"), BLACK: ("SimHei", "modern"),
    ITALIC: ("楷体", "modern"), SMALL: ("SimSun", "auto"), LATIN: ("Liberation Serif", "roman"),
}  # fmt: skip
"""Of each face another name, or the face that comes next, and its family, by which programs find one where it lacks."""
COLOURS = Palette("#000000", "#404040", "#404040", "#D9D9D9", "#FFFFFF", "#FFFFFF", "#000000")
INK = Ink(
    figure=10.0, name=10.5, small=9.0, steps=((10.5, 2.5), (10.0, 2.0), (9.0, 1.5), (8.0, 1.0), (7.5, 0.5)),
    side=4.0, colours=COLOURS, faces=(LATIN, SMALL), narrow=0.85,
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """A style of paragraphs: what it is called, its face, its type and the distance from line to line in points (none: the
    type's own), its indent in letters (``right``: from that side), the room before and after in points; ``level`` of a heading, from 0; ``spread``: by how much letters stand apart;
    ``pairs``: no line of it stands alone on a page."""

    id: str
    name: str
    face: str
    size: float
    line: float = 0.0
    indent: int = 0
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    level: int | None = None
    bold: bool = False
    follows: bool = False
    hanging: float = 0.0
    spread: float = 0.0
    pairs: bool = False
    right: int = 0


def looks(language: str) -> Iterator[Look]:
    """The styles. Sizes are those of the standard: 2号 is 22 points, 3号 16, 5号 10.5."""
    zh = language == "zh"
    text, lead = (16.0, HEIGHT / LINES) if zh else (12.0, 18.0)
    indent, bold = (2 if zh else 0), not zh
    after = 0.0 if zh else 6.0
    spread = WIDTH / LETTERS - text - 0.05 if zh else 0.0  # as many on a line as the standard has
    yield Look("Normal", "Normal", TEXT, text, lead, indent, "both", after=after, spread=spread)
    yield Look("Title", "Title", TITLES, 22, 36, 0, "center", 12, 6, bold=bold, follows=True)
    yield Look("Subtitle", "Subtitle", ITALIC, text, lead, 0, "center", follows=True)
    for level, face in enumerate((BLACK, ITALIC, TEXT)):
        first, size = level == 0 and not zh, 14.0 if level == 0 and not zh else text
        yield Look(
            f"Heading{level + 1}", f"heading {level + 1}", face, size, lead, indent, before=8.0 if first else 0.0,
            after=after, level=level, bold=bold, follows=True, spread=spread,
        )  # fmt: skip
    yield Look("Caption", "caption", BLACK, 10.5, 15, 0, "center", 3, 5, bold=bold, follows=True)
    yield Look("Figure", "Figure", SMALL, 10.5, 0, 0, "center")
    yield Look("Cell", "Cell", SMALL, 10.5, 0)
    yield Look("Note", "Note", SMALL, 9, 13, 0, "both", 0, 3, pairs=True)
    yield Look("Source", "Source", TEXT, 14 if zh else 11, 22 if zh else 16, 0, "left", 0, 2, hanging=21.0)
    yield Look("Signed", "Signature", TEXT, text, lead, 0, "right", follows=True, right=4)


def styles(language: str) -> Any:
    """The part of the styles."""
    tag, other = TAGS[language]
    tongue = w("lang", val="en-US" if language == "zh" else tag, eastAsia="zh-CN" if other else tag)
    every = w("rPr", _faces(TEXT), w("sz", val=32), w("szCs", val=32), tongue)
    made = w("styles", w("docDefaults", w("rPrDefault", every), w("pPrDefault")))
    for one in looks(language):
        made.append(_style(one))
    made.append(_table())
    return made


def _style(one: Look) -> Any:
    plain = one.id == "Normal"
    pairs = w("widowControl", val=int(one.pairs)) if plain or one.pairs else None
    paragraph = [w("keepNext") if one.follows else None, pairs]
    paragraph += [w("autoSpaceDE", val=0), w("autoSpaceDN", val=0)] if plain else []
    paragraph.append(None if plain or one.level is not None else w("snapToGrid", val=0))
    room = {"before": twips(one.before), "after": twips(one.after)}
    line = {"line": twips(one.line), "lineRule": "exact"} if one.line else {"line": 240, "lineRule": "auto"}
    paragraph.append(w("spacing", **room, **line))
    indent: dict[str, object] = {
        "firstLineChars": 100 * one.indent,
        "firstLine": twips(one.indent * one.size),
    }
    if one.hanging:
        indent = {"left": twips(one.hanging), "firstLineChars": 0, "hanging": twips(one.hanging)}
    if one.right:
        indent |= {"rightChars": 100 * one.right, "right": twips(one.right * one.size)}
    paragraph.append(w("ind", **indent))
    paragraph.append(w("jc", val=one.align))
    paragraph.append(None if one.level is None else w("outlineLvl", val=one.level))
    letters = [_faces(one.face), w("b", val=int(one.bold)), w("spacing", val=twips(one.spread))]
    letters.append(w("sz", val=round(2 * one.size)))
    letters.append(w("szCs", val=round(2 * one.size)))
    described = [w("name", val=one.name), None if plain else w("basedOn", val="Normal")]
    described.append(w("next", val="Normal") if one.follows else None)
    described.append(w("qFormat"))
    about = {"type": "paragraph", "styleId": one.id} | ({"default": 1} if plain else {})
    return w("style", *described, w("pPr", *paragraph), w("rPr", *letters), **about)


def _table() -> Any:
    """The style of all tables: no room of its own."""
    sides = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *sides))
    return w(
        "style", w("name", val="Normal Table"), properties, type="table", default=1, styleId="TableNormal"
    )


def _faces(eastern: str) -> Any:
    return w("rFonts", ascii=LATIN, eastAsia=eastern, hAnsi=LATIN, cs=LATIN)


def fonts() -> Any:
    """The part that tells what may stand for a face that isn't there."""
    made = w("fonts")
    for name, (other, family) in OTHERS.items():
        charset = "00" if name == LATIN else "86"
        told = (
            w("altName", val=other),
            w("charset", val=charset),
            w("family", val=family),
            w("pitch", val="variable"),
        )
        made.append(w("font", *told, name=name))
    return made


def settings() -> Any:
    """The part of the settings: pages that lie side by side have their numbers outside."""
    mode = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return w(
        "settings",
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("noLineBreaksAfter", lang="zh-CN", val=NO_END + JOINER),
        w("noLineBreaksBefore", lang="zh-CN", val=NO_BEGIN + JOINER),
        w("compat", w("useFELayout"), mode),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def footer(odd: bool) -> Any:
    """—1— at the outer side, a letter from the edge."""
    faces = w("rFonts", ascii=SMALL, eastAsia=SMALL, hAnsi=SMALL)
    size = round(2 * NUMBER)
    runs = page_number()
    for one in runs:
        one.insert(0, w("rPr", deepcopy(faces), w("sz", val=size), w("szCs", val=size)))
    outer = "right" if odd else "left"
    side = {f"{outer}Chars": 100, outer: twips(NUMBER)}
    properties = (
        w("spacing", before=0, after=0, line=240, lineRule="auto"),
        w("ind", firstLineChars=0, firstLine=0, **side),
        w("jc", val=outer),
    )
    return w("ftr", paragraph(*runs, properties=properties))


def section(odd: str, even: str, language: str) -> Any:
    """The page, and which footers it has: their relations; in Chinese the grid of its lines."""
    footers = []
    for kind, relation in (("default", odd), ("even", even)):
        one = w("footerReference", type=kind)
        one.set(f"{{{RELATIONS}}}id", relation)
        footers.append(one)
    return w(
        "sectPr",
        *footers,
        w("pgSz", **{name: twips(value) for name, value in PAGE.items()}),
        w("pgMar", **{name: twips(value) for name, value in MARGINS.items()}, gutter=0),
        w("docGrid", type="lines", linePitch=twips(HEIGHT / LINES)) if language == "zh" else None,
    )
