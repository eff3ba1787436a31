"""An empty presentation with our own master: two layouts whose placeholders have names, so that an
office can set its own face, colours and places once for all slides.

What stands in the placeholders belongs in ``slide_frame``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from industry.export.pptx.text_runs import FACE, LEADING, PALETTE, SMALLEST, Box, dress

WIDTH, HEIGHT = 960.0, 540.0  # points: 13.333 by 7.5 inches
EDGE = 36.0
ROOM = WIDTH - 2 * EDGE
COVER, FIGURE = 0, 1  # the layouts' places in the master
LAYOUTS = {"zh": ("封面", "图表页"), "en": ("Cover", "Figure")}
DATE, NUMBER = 190.0, 32.0  # points that the date has beside the subtitle, the page number beside the source


@dataclass(frozen=True)
class Place:
    """A placeholder: its name in both languages, kind and number, place, and how its text looks.
    ``colour`` and ``fill`` are the theme's names or RRGGBB."""

    zh: str
    en: str
    kind: str
    number: int
    box: Box
    size: float
    bold: bool = False
    colour: str = "tx1"
    fill: str = ""
    anchor: str = "t"
    align: str = "l"
    pad: float = 0.0

    def name(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    @property
    def line(self) -> float:
        """Points from one line to the next."""
        return LEADING * self.size


BOTTOM = 522.0
LINE = LEADING * SMALLEST
TITLE = Place("标题", "Title", "title", 0, Box(EDGE, 22, ROOM, 38), 28, True, anchor="b")
SUBTITLE = Place("副标题", "Subtitle", "body", 13, Box(EDGE, 62, ROOM - DATE - 12, 20), 14, colour="tx2")
NOTICE = Place(
    "提示", "Notice", "body", 14, Box(EDGE, 438, ROOM, 29), 14, False,
    PALETTE.notice_ink.lstrip("#"), PALETTE.notice.lstrip("#"), "ctr", pad=10,
)  # fmt: skip
NOTES = Place("注", "Notes", "body", 15, Box(EDGE, 471, ROOM, LINE), SMALLEST, colour="tx2", anchor="b")
SOURCE = Place(
    "资料来源", "Source", "body", 16, Box(EDGE, BOTTOM - 2 * LINE, ROOM - NUMBER, 2 * LINE), SMALLEST,
    colour="tx2", anchor="b",
)  # fmt: skip
AS_OF = Place(
    "数据截至", "As of", "body", 17, Box(EDGE + ROOM - DATE, 62, DATE, 20), SMALLEST,
    colour="tx2", align="r",
)  # fmt: skip
PAGE = Place(
    "页码", "Slide number", "sldNum", 12, Box(EDGE + ROOM - NUMBER, BOTTOM - LINE, NUMBER, LINE), SMALLEST,
    colour="tx2", anchor="b", align="r",
)  # fmt: skip
DECK_TITLE = Place("标题", "Title", "ctrTitle", 0, Box(96, 150, 768, 110), 40, True, anchor="b")
DECK_SUBTITLE = Place("副标题", "Subtitle", "subTitle", 1, Box(96, 278, 768, 60), 20, colour="tx2")
DECK_AS_OF = Place("数据截至", "As of", "body", 17, Box(96, 338, 768, 24), 16, colour="tx2")
PLACES = ((DECK_TITLE, DECK_SUBTITLE, DECK_AS_OF), (TITLE, SUBTITLE, NOTICE, NOTES, SOURCE, AS_OF, PAGE))


def blank(language: str, accents: Sequence[str]) -> Any:
    """A presentation without slides. ``accents`` (#RRGGBB, at most six) are what the program offers for
    charts that its user adds."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.part._element.sldSz.attrib.pop("type", None)
    master = deck.slide_master
    layouts = list(master.slide_layouts)
    for unused in layouts[2:]:
        master.slide_layouts.remove(unused)
    for number, layout in enumerate(layouts[:2]):
        _fill(layout, PLACES[number], language)
        layout._element.attrib.pop("type", None)
        layout._element.attrib["userDrawn"] = "1"
        layout._element.cSld.set("name", LAYOUTS[language][number])
    _rule(layouts[COVER])
    _fill(master, (TITLE, Place("正文", "Text", "body", 1, Box(EDGE, 92, ROOM, 340), 16), PAGE), language)
    styles = master._element.find(qn("p:txStyles"))
    styles.getparent().replace(styles, _styles(language))
    for owner in (master, deck.notes_master):
        _theme(owner.part, accents)
    dress(deck.notes_master._element, language)
    _list_notes_master(deck)
    _strip(deck)
    return deck


def _fill(owner: Any, places: Sequence[Place], language: str) -> None:
    """Only these placeholders, and nothing else."""
    tree = owner.shapes._spTree
    for shape in list(owner.shapes):
        tree.remove(shape._element)
    for number, place in enumerate(places, start=2):
        tree.append(parse_xml(_placeholder(place, number, language)))
    dress(tree, language)
    for shape in owner.placeholders:
        if shape.placeholder_format.idx == 0:
            dress(shape._element, language, ("+mj-lt", "+mj-ea"))


def _placeholder(place: Place, number: int, language: str) -> str:
    x, y, width, height = place.box.lengths
    paint = f"<a:solidFill>{_colour(place.fill)}</a:solidFill>" if place.fill else ""
    index = f' idx="{place.number}"' if place.number else ""
    prompt = f"<a:r><a:rPr/><a:t>{place.name(language)}</a:t></a:r>"
    if place.kind == "sldNum":
        prompt = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    side, upright = int(place.pad * 12700), int(place.pad * 12700 * 0.4)
    return f"""<p:sp {nsdecls("p", "a")}>
      <p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name(language))}/>
        <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</p:spPr>
      <p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{upright}" rIns="{side}" bIns="{upright}"
          anchor="{place.anchor}"><a:noAutofit/></a:bodyPr>
        <a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{place.align}">
          <a:lnSpc><a:spcPts val="{round(place.line * 100)}"/></a:lnSpc>
          <a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>
          <a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}">
            <a:solidFill>{_colour(place.colour)}</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>
        <a:p>{prompt}</a:p></p:txBody></p:sp>"""


def _colour(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>' if len(name) == 3 else f'<a:srgbClr val="{name}"/>'


def _rule(layout: Any) -> None:
    """The upright line beside the deck's title."""
    x, y, width, height = Box(68, 158, 6, 204).lengths
    layout.shapes._spTree.append(
        parse_xml(
            f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="9" name="Rule"/><p:cNvSpPr/>
      <p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>
      </a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
      <a:ln><a:noFill/></a:ln></p:spPr></p:sp>"""
        )
    )


def _styles(language: str) -> Any:
    """The master's text: titles, bodies without bullets, and the rest."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl{level}pPr>'
        for level, size in enumerate((1600, 1400, 1400, 1300, 1300), start=1)
    )
    title = (
        '<a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="2800" b="1"><a:solidFill><a:schemeClr val="tx1"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr>"
    )
    styles = parse_xml(
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles>"
    )
    dress(styles, language)
    dress(styles.find(qn("p:titleStyle")), language, ("+mj-lt", "+mj-ea"))
    return styles


def _theme(part: Any, accents: Sequence[str]) -> None:
    """Our faces and colours in the theme of a master."""
    held = part.part_related_by(RT.THEME)
    root = parse_xml(held.blob)
    colours = {"dk1": PALETTE.ink, "lt1": PALETTE.background, "dk2": PALETTE.soft, "lt2": PALETTE.faint}
    spare = (PALETTE.ink, PALETTE.soft, PALETTE.rule, PALETTE.notice_ink, PALETTE.faint, PALETTE.notice)
    offered = list(dict.fromkeys([*accents, *spare]))[:6]
    colours |= {f"accent{number}": one for number, one in enumerate(offered, start=1)}
    for name, colour in colours.items():
        slot = root.find(f".//{qn(f'a:{name}')}")
        slot.clear()
        slot.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.lstrip("#")}"/>'))
    for fonts in (*root.iter(qn("a:majorFont")), *root.iter(qn("a:minorFont"))):
        for font in list(fonts):
            if font.tag == qn("a:font"):
                fonts.remove(font)
            elif font.tag != qn("a:cs"):
                font.set("typeface", FACE)
    if hasattr(held, "_element"):
        held._element = root
    else:
        held._blob = serialize_part_xml(root)


def _list_notes_master(deck: Any) -> None:
    """The presentation names its notes master, as the format asks."""
    name = deck.part.relate_to(deck.notes_master.part, RT.NOTES_MASTER)
    entry = parse_xml(
        f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{name}"/></p:notesMasterIdLst>'
    )
    deck.part._element.find(qn("p:sldMasterIdLst")).addnext(entry)


def _strip(deck: Any) -> None:
    """Without what the library's own template brings along: a preview of another file, a printer."""
    package = deck.part.package
    for owner, kinds in (
        (package, (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)),
        (deck.part, (RT.PRINTER_SETTINGS,)),
    ):
        rels = owner._rels
        for name in [name for name, one in rels.items() if one.reltype in kinds]:
            rels.pop(name)
