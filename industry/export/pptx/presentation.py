"""A deck as PPTX: a cover and a slide for each figure, with native charts and tables that PowerPoint and
WPS can edit, all of the figure's words, and what has no room on the slide in the speaker's notes.

The empty presentation belongs in ``template``, the words around the charts in ``slide_frame``, charts and
tables in ``slide_body``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from industry.export.office import properties
from industry.export.office.words import Run, dress, say
from industry.export.order import as_of
from industry.export.pptx import signing
from industry.export.pptx.slide_body import body
from industry.export.pptx.slide_frame import clear, finish, footer, header, put
from industry.export.pptx.template import AS_OF, DECK_SUBTITLE, TEMPLATE, TITLE, Blank, blank, drop_last
from industry.export.pptx.text_runs import write
from industry.export.xml_text import writable
from industry.figures.draw import make_safely
from industry.figures.record import Figure, LinesPanel, RowsPanel


def presentation(
    deck_title: str,
    figures: Sequence[Figure],
    language: str,
    subtitle: str = "",
    template: Path = TEMPLATE,
    version: str = "",
    cover: bool = True,
) -> bytes:
    """The deck in ``language`` (``zh`` or ``en``), as large as its template. A slide has its figure's id,
    which is its slide's text, as its name; ``subtitle`` stands on the cover, ``version`` of the data among the
    file's properties; without ``cover`` it has the figures' slides alone. Raises ValueError where the template lacks something."""
    held = blank(language, _colours(figures), template)
    if cover:
        _cover(held, deck_title, figures, language, subtitle)
    for figure in figures:
        make_safely(partial(_slide, held, language=language), figure, language)
    ids = [one.id for one in figures]
    properties.core(held.deck.core_properties, deck_title, ids, language)
    if version:
        _kept(held.deck.part.package, properties.custom(version, ids))
    content = io.BytesIO()
    held.deck.save(content)
    return content.getvalue()


def _colours(figures: Iterable[Figure]) -> list[str]:
    """The colours of the marks, in the order in which they come."""
    found: dict[str, None] = {}
    for figure in figures:
        for panel in figure.panels:
            if isinstance(panel, RowsPanel):
                found |= dict.fromkeys(mark.colour for row in panel.rows for mark in row.marks)
            elif isinstance(panel, LinesPanel):
                found |= dict.fromkeys(one.colour for one in panel.series)
    return list(found)


def _cover(held: Blank, title: str, figures: Sequence[Figure], language: str, subtitle: str) -> None:
    slide = held.deck.slides.add_slide(held.cover.made)
    dated = as_of(figures, language)
    said = say("count_one" if len(figures) == 1 else "count", language, len(figures))
    said = say("dated_count", language, dated, said) if dated else said
    first, second, third = (held.cover.places[one] for one in (TITLE, DECK_SUBTITLE, AS_OF))
    put(slide, first, [title])
    put(slide, second, [subtitle])
    put(slide, third, [said], third.box if subtitle else replace(third.box, y=second.box.y))
    clear(slide)
    finish(slide, held.cover, language)


def _slide(held: Blank, figure: Figure, language: str) -> None:
    """A figure's slide; none where it fails."""
    slide = held.deck.slides.add_slide(held.figure.made)
    try:
        _fill(slide, held, figure, language)
    except Exception:
        drop_last(held.deck)
        raise


def _fill(slide: Any, held: Blank, figure: Figure, language: str) -> None:
    """Title at the top, notices, notes and source at the bottom, the panels between."""
    slide._element.cSld.set("name", writable(figure.id))
    top = header(slide, held.figure, figure.frame)
    bottom = footer(slide, held.figure, figure.frame)
    clear(slide)
    room = replace(held.text, y=top, height=bottom - top)
    left_out = body(slide, figure, room, language, held.ink)
    finish(slide, held.figure, language)
    _notes(slide, figure, language, left_out)
    signing.leave(slide, figure, held.figure.places.values(), language)


def spoken(figure: Figure, left_out: bool) -> list[str]:
    """For the speaker: title and finding, all notices and notes, the whole source, the date, and the
    table where the slide has no room for it."""
    frame = figure.frame
    said = [frame.heading, frame.plain_subtitle, figure.empty]
    said += [*frame.notices, frame.note, frame.source, frame.dated]
    if left_out:
        said += ["\t".join(row) for row in (figure.table.header, *figure.table.rows)]
    return [one for one in said if one]


def _notes(slide: Any, figure: Figure, language: str, left_out: bool) -> None:
    """What the speaker has."""
    notes = slide.notes_slide
    write(notes.notes_text_frame, [Run(one) for one in spoken(figure, left_out)])
    for shape in list(notes.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            shape._element.getparent().remove(shape._element)
    dress(notes._element, language)


def _kept(package: Any, content: bytes) -> None:
    """The version of the data and the slides among the file's properties."""
    part = Part(PackURI(f"/{properties.NAME}"), CT.OFC_CUSTOM_PROPERTIES, package, content)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)
