"""What a slide keeps of the texts that stand on it as they were written, so that they are known again after somebody has worked on
it: in the slide's own tags, which PowerPoint and WPS keep, and take along where a slide is copied; LibreOffice drops them.

What a sign is belongs in ``signs``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from industry.export.office.words import say
from industry.export.pptx.places import Place
from industry.export.pptx.slide_frame import APART
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.signs import Mark, sign, signs
from industry.figures.compose import frame_fit
from industry.figures.compose.line_room import Room
from industry.figures.frame import Frame
from industry.figures.record import Figure

PLACED = ("title", "subtitle", "as_of", "notice", "notes", "source")
"""The texts that placeholders hold, which are called so."""
CONCLUDES, LISTS = 1, 2
"""What a subtitle is, kept as its lines: the finding of a table, or whom and when the figure is of; 0 where that isn't known."""
LABELS = {"Remark": "remark"}
"""And those below a chart or a table, by the names of their boxes."""
_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:tagLst {nsdecls("p")}>'


def leave(
    slide: Any, figure: Figure, places: Iterable[Place], language: str, scale: float, before: int = 0
) -> None:
    """Have a slide keep the signs of its texts; ``places``: how its layout sets each of them, in points of which the slide
    has so many times (``scale``). ``before``: how many of the figure's panels stand on slides before it."""
    held = {one.name: one for one in places}
    keep(slide, [*_marks(slide, figure, held, language, scale, before)])


def keep(slide: Any, marks: Sequence[Mark]) -> None:
    """Have a slide keep these marks."""
    if not marks:
        return
    package = slide.part.package
    name = package.next_partname("/ppt/tags/tag%d.xml")
    part = Part(name, CT.PML_TAGS, package, written(marks))
    tags = etree.SubElement(etree.Element(qn("p:custDataLst")), qn("p:tags"))
    tags.set(qn("r:id"), slide.part.relate_to(part, RT.TAGS))
    slide._element.cSld.find(qn("p:spTree")).addnext(tags.getparent())


def written(marks: Iterable[Mark]) -> bytes:
    """Marks as a part of a presentation."""
    told = (
        f'<p:tag name="INDUSTRY{at}" val={quoteattr(str(one))}/>' for at, one in enumerate(marks, start=1)
    )
    return f"{_HEAD}{''.join(told)}</p:tagLst>".encode()


def read(root: Any) -> Iterator[Mark]:
    """The marks of such a part."""
    for one in root.iter(qn("p:tag")):
        found = Mark.read(one.get("val", ""))
        if found is not None:
            yield found


def _marks(
    slide: Any, figure: Figure, places: dict[str, Place], language: str, scale: float, number: int
) -> Iterator[Mark]:
    names, first = {say(one, language): one for one in PLACED}, number + 1
    for shape in slide.shapes:
        if shape.has_chart or shape.has_table:
            number += 1
            yield from _of_frame(shape, figure.id, number)
        elif shape.has_text_frame:
            told = paragraphs.told(shape._element)
            part = names.get(shape.name) or _label(shape.name, told, figure, number)
            if part:
                em = _em(shape, places[shape.name], scale) if shape.name in places else 0.0
                yield Mark(figure.id, part, (sign(*told),), em, _lines(part, figure.frame, em, told))
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        spoken = [one for one in paragraphs.told(notes._element) if one]
        yield Mark(figure.id, "spoken", (sign(*spoken),))
    panels = dict(enumerate(figure.panels, start=1))
    yield from subjects.marks(figure, {at: one for at, one in panels.items() if first <= at <= number})


def concluding(frame: Frame) -> int:
    """What a frame's subtitle is."""
    return CONCLUDES if frame.concludes else LISTS


def standing(part: str, frame: Frame, em: float, lines: int = 0) -> list[str]:
    """What stands of a frame in a place whose lines hold so much: of notices and notes as many as take at most so many ``lines``, 0:
    as many as is usual; a title with 1 is without its finding, a source line with 1 counts those that have no room; a date stands on so
    many."""
    room = Room(em, elsewhere=True)
    if part == "title":
        return [frame.title] if lines else ["\n".join(frame_fit.heading(frame, room))]
    if part == "as_of":
        whole = lines == 1 or (not lines and room.count(frame.dated) <= 1)
        return [frame.dated] if whole else [frame.as_of, frame.made_of]
    if part == "notice":
        most = lines or frame_fit.NOTICE_LINES
        return [*frame_fit.notices(frame, room, most, APART, spoken=True)] if frame.notices else []
    if part == "notes":
        return (
            [frame_fit.notes(frame, room, lines or frame_fit.FOOTER_LINES, spoken=True)] if frame.note else []
        )
    if part == "source":
        return [frame_fit.source(frame, room, spoken=lines > 0)] if frame.source else []
    return [frame.plain_subtitle]


def _lines(part: str, frame: Frame, em: float, told: Sequence[str]) -> int:
    """On how many lines a text stands, as `standing` takes them; of a subtitle what it is."""
    if part == "subtitle":
        return concluding(frame)
    tried = {
        "title": (0, 1),
        "source": (0, 1),
        "notice": range(frame_fit.NOTICE_LINES),
        "notes": range(frame_fit.FOOTER_LINES),
    }
    return next(
        (one for one in tried.get(part, ()) if sign(*standing(part, frame, em, one)) == sign(*told)), 0
    )


def _of_frame(shape: Any, figure: str, number: int) -> Iterator[Mark]:
    """A chart's or a table's alternative text, its title, and the words in it."""
    held = shape._element.nvGraphicFramePr.cNvPr
    yield from (
        Mark(figure, f"{part}{number}", (sign(held.get(name)),))
        for part, name in (("alt", "descr"), ("called", "title"))
        if held.get(name)
    )
    words = paragraphs.inside(shape.chart._chartSpace if shape.has_chart else shape._element)
    if found := signs(words):
        yield Mark(figure, f"in{number}", found)


def _label(name: str, told: Sequence[str], figure: Figure, before: int) -> str:
    """What a box of words says that is no placeholder, after so many charts and tables."""
    if name in LABELS:
        return f"{LABELS[name]}{before}"
    if name == "Sentence":
        return "sentence"
    panel = figure.panels[before] if before < len(figure.panels) else None
    if panel and sign(*told) == sign(panel.heading):
        return f"heading{before + 1}"
    return f"unit{before + 1}" if panel and sign(*told) == sign(panel.unit) else ""


def _em(shape: Any, place: Place, scale: float) -> float:
    """What a line of a placeholder holds, in the type that it has there."""
    sizes = [
        run.font.size for one in shape.text_frame.paragraphs[:1] for run in one.runs[:1] if run.font.size
    ]
    size = sizes[0] / Pt(1) if sizes else place.size * scale
    width = shape.width / Pt(1) - 2 * place.side * scale
    return float(width / size)
