"""A deck as PPTX: a cover and a slide for each figure, with native charts and tables that PowerPoint and
WPS can edit, all of the figure's words, and what has no room on the slide in the speaker's notes.

The empty presentation belongs in ``template``, the words around the charts in ``slide_frame``, charts and
tables in ``slide_body``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from industry.export.office import properties
from industry.export.office.charts.line_plan import unlabelled
from industry.export.office.charts.panels import charted
from industry.export.office.described import described
from industry.export.office.frame_names import frame_name
from industry.export.office.words import Box, Run, dress, plain, say
from industry.export.order import Progress, as_of, each, untold
from industry.export.pptx import signing
from industry.export.pptx.colouring import accented, coloured, seen
from industry.export.pptx.panel_places import complete, cramped, crushed, low, one_type, tells, whole
from industry.export.pptx.scaling import resize
from industry.export.pptx.slide_body import body
from industry.export.pptx.slide_frame import clear, finish, footer, header, number, put
from industry.export.pptx.template import TEMPLATE, Blank, blank, drop_last
from industry.export.pptx.text_runs import write
from industry.export.refreshing.signs import WHOLE, Mark, sign
from industry.export.xml_text import writable
from industry.figures import parts
from industry.figures.compose.frame_fit import FOOTER_LINES, NOTICE_LINES
from industry.figures.compose.own_words import owned
from industry.figures.draw import make_safely
from industry.figures.frame import Frame
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.vocabulary.catalogue import Region
from industry.wording import say as phrase
from industry.wording.said import join

ROOM = 150.0  # points of height that panels have
FEWER = ((NOTICE_LINES, FOOTER_LINES, False), (4, 1, False), (1, 1, False), (1, 1, True))
"""Lines of notices and of notes, first as many as may be, then fewer; at last not all sources either."""


def presentation(
    deck_title: str,
    figures: Sequence[Figure],
    language: str,
    subtitle: str = "",
    template: bytes | None = None,
    version: str = "",
    cover: bool = True,
    regions: Iterable[Region] = (),
    told: Progress = untold,
) -> bytes:
    """The deck in ``language`` (``zh`` or ``en``), as large as its template: ours, or the bytes of somebody's. A slide has
    its figure's id, which is its slide's text, as its name; ``subtitle`` stands on the cover, ``version`` of the data
    among the file's properties. Marks have the figures' colours, where ``regions`` are given the template's accents, each
    so that it is seen; without ``cover`` there are the figures' slides alone. ``told`` is told how many figures are done. Raises BadTemplate."""
    offered = _colours(figures) if template is None else ()
    held = blank(language, offered, TEMPLATE.read_bytes() if template is None else template)
    change = seen(held.ink.colours, accented(regions, held.accents, held.ink.colours))
    if cover:
        _cover(held, deck_title, figures, language, subtitle)
    for figure in each(figures, told):
        make_safely(partial(_slides, held, language=language), coloured(charted(figure), change), language)
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
    said = dated(figures, len(figures), language)
    places = held.cover.places
    first, second, third = places["title"], places["subtitle"], places.get("as_of")
    size = next(one for one in range(round(first.size), 0, -2) if first.fits(title, one))
    put(slide, first, [title], size=size if size < round(first.size) else 0.0)
    put(slide, second, [subtitle] if third else [subtitle, said])
    if third:
        put(slide, third, [said], third.box if subtitle else replace(third.box, y=second.box.y))
    clear(slide)
    finish(slide, held.cover, language, held.ink.faces)
    resize(slide, held.scale)
    signing.keep(slide, [Mark(WHOLE, "dated", (sign(said),), len(figures))])


def dated(figures: Sequence[Figure], count: int, language: str) -> str:
    """What a cover says of figures of which the deck has so many: until when they speak, of which data, and how many."""
    found = as_of(figures, language)
    said = say("count_one" if count == 1 else "count", language, count)
    return plain(say("dated_count", language, found, said) if found else said, language)


def _slides(held: Blank, figure: Figure, language: str) -> None:
    """A figure's slide, or some for each of its panels where they have no room side by side, as many as these need; none
    where it fails."""
    before, ink = len(held.deck.slides), held.ink
    try:
        slide, room = _framed(held, figure, whole=True)
        stands = whole(figure.panels, room, language, ink) if figure.panels else tells(figure, room, ink)
        if stands and not cramped(figure.panels, room, language, ink):
            _fill(slide, room, held, figure, language)
            return
        drop_last(held.deck)
        part = _in_parts if figure.panels else _table_in_parts
        part(held, figure, language)
    except Exception:
        while len(held.deck.slides) > before:
            drop_last(held.deck)
        raise


def _in_parts(held: Blank, figure: Figure, language: str) -> None:
    """The slides of a figure, each panel by itself, in its halves or in parts that go on from slide to slide; with all its notes
    and sources, unless they are twice as many so: then with as many as leave half of them."""
    ways, least = _ways(held, figure, language, 0), 0
    if len(parts.sheets(figure, ways)[1]) > len(figure.panels):
        for some in range(1, len(FEWER)):
            fewer = _ways(held, figure, language, some)
            if 2 * len(parts.sheets(figure, fewer)[1]) <= len(parts.sheets(figure, ways)[1]):
                ways, least = fewer, some
                break
    panels, places = parts.sheets(figure, ways)
    of = parts.wholes(figure.panels, ways, language)
    sheets = [parts.on_sheet(figure, panels, places, at) for at in range(1, len(places) + 1)]
    framed = [_framed(held, one, least) for one in sheets]
    for one, (slide, room), place in zip(sheets, framed, places, strict=True):
        beside = zip(places, framed, strict=True)
        alike = [(panels[at], each) for at, (_, each) in beside if of[at.start] is of[place.start]]
        inked = replace(held, ink=one_type(alike, language, held.ink, figure.panels))
        _fill(slide, room, inked, one, language, place, ways, figure.panels)


def _ways(held: Blank, figure: Figure, language: str, least: int) -> list[parts.Way]:
    """In how many parts each panel is, on slides with the words of FEWER from ``least`` on, each with those of its own rows."""
    rooms: dict[tuple[object, ...], Box] = {}

    def room(frame: Frame, leads: bool) -> Box:
        told = leads, frame.notices, frame.notes, frame.beside, frame.sources
        if told not in rooms:
            one = replace(figure, frame=frame)
            rooms[told] = _room(held, parts.numbered(one, 1) if leads else parts.numbered(one), least)
        return rooms[told]

    def fit(at: int, way: parts.Way, found: Sequence[Panel], stand: Callable[..., bool] = whole) -> bool:
        each = [found] if way == parts.HALVES else [(one,) for one in found]
        before, after = ([(one,) for one in some] for some in (figure.panels[:at], figure.panels[at + 1 :]))
        framed = owned(figure.frame, [*before, *each, *after])[at : at + len(each)]
        stands = partial(stand, language=language, ink=held.ink, figure=figure.panels)
        return all(
            stands(one, room(frame, at + place == 0))
            for place, (one, frame) in enumerate(zip(each, framed, strict=True))
        )

    def fewest(panel: Panel, at: int) -> parts.Way:
        fits = partial(fit, at)
        way = parts.fewest(panel, fits, language)
        if fits(way, parts.divided(panel, way, language)):
            return way
        return parts.fewest(panel, partial(fits, stand=complete), language)  # none leaves all words whole

    return [fewest(one, at) for at, one in enumerate(figure.panels)]


def _table_in_parts(held: Blank, figure: Figure, language: str) -> None:
    """The slides of a figure without panels, whose table goes on from slide to slide."""
    room = _room(held, parts.numbered(figure, 1), 0)
    found = parts.by_rows(figure, lambda one: tells(one, room, held.ink))
    for at, one in enumerate(found):
        _fill(*_framed(held, one), held, one, language, slice(at, at + 1), [(len(found), 1)])


def _room(held: Blank, figure: Figure, least: int) -> Box:
    """What a figure's words leave of a slide."""
    _, room = _framed(held, figure, least)
    drop_last(held.deck)
    return room


def _framed(held: Blank, figure: Figure, least: int = 0, whole: bool = False) -> tuple[Any, Box]:
    """A slide with title at the top, notices, notes and source at the bottom, and the room for the panels between: where
    that is low, fewer notices, notes and sources stand, as FEWER has them from ``least`` on, and the speaker's notes have
    them all; so also where bars of a ``whole`` figure are bars only so."""
    usual = None
    for most in FEWER[least:]:
        slide, room = _worded(held, figure, most)
        if room.height >= ROOM and not low(figure.panels, room, held.ink):
            if not (whole and crushed(figure.panels, room, figure.frame.language, held.ink)):
                break
            usual = usual or most
        drop_last(held.deck)
    else:
        slide, room = _worded(held, figure, usual or FEWER[-1])
    clear(slide)
    return slide, room


def _worded(held: Blank, figure: Figure, most: tuple[int, int, bool]) -> tuple[Any, Box]:
    """A slide with a figure's words, so many lines of notices and of notes, and the room that these leave."""
    slide = held.deck.slides.add_slide(held.figure.made)
    slide._element.cSld.set("name", writable(figure.id))
    top = header(slide, held.figure, figure.frame)
    return slide, replace(held.text, y=top, height=footer(slide, held.figure, figure.frame, *most) - top)


def _fill(
    slide: Any,
    room: Box,
    held: Blank,
    figure: Figure,
    language: str,
    at: slice = slice(None),
    ways: Sequence[parts.Way] = (),
    whole: Sequence[Panel] = (),
) -> None:
    """The panels, or those ``at`` some places, which keep their numbers, and what a slide has at last. ``ways``: how the
    figure's own panels, the ``whole``, are parted."""
    part, first = replace(figure, panels=figure.panels[at]), at.start or 0
    body(slide, part, room, language, held.ink, whole)
    frames = [one for one in slide.shapes if one.has_chart or one.has_table]
    for place, frame in enumerate(frames, start=first + 1):
        frame.name = frame_name(figure.id, place, ways, bool(ways))
        panel = figure.panels[place - 1] if part.panels else None
        frame._element.nvGraphicFramePr.cNvPr.set("descr", described(figure, panel))
    finish(slide, held.figure, language, held.ink.faces)
    resize(slide, held.scale)
    number(slide, held.figure, language)
    _notes(slide, figure, language)
    signing.leave(slide, figure, held.figure.places.values(), language, held.scale, first)


def spoken(figure: Figure, left_out: bool = False) -> list[str]:
    """For the speaker: title and finding, all notices and notes, the whole source, the date, the points of lines that don't
    write them all, and the table where a slide that was made before has no room for it."""
    frame = figure.frame
    said = [frame.heading, frame.plain_subtitle, figure.empty]
    said += [*frame.notices, frame.note, frame.source, frame.dated]
    said += [one for panel in figure.panels for one in _points(panel, frame)]
    if left_out:
        said += ["\t".join(row) for row in (figure.table.header, *figure.table.rows)]
    return [one for one in said if one]


def _points(panel: Panel, frame: Frame) -> Iterator[str]:
    """Of each line its figures with their periods, where the chart leaves out some; the panel's heading with its unit before
    them."""
    if not isinstance(panel, LinesPanel) or not unlabelled(panel):
        return
    head = panel.heading or frame.title
    yield say("series", frame.language, head, panel.unit) if panel.unit else head
    for line in panel.series:
        points = zip(panel.columns, line.texts, line.values, strict=True)
        told = [f"{column.whole} {text}" for column, text, value in points if value is not None]
        yield say("line_points", frame.language, line.name, join(told, phrase("joined", frame.language)))


def _notes(slide: Any, figure: Figure, language: str) -> None:
    """What the speaker has."""
    notes = slide.notes_slide
    if notes.notes_text_frame is None:  # a template whose notes have no place for words
        return
    write(notes.notes_text_frame, [Run(one) for one in spoken(figure)])
    for shape in list(notes.placeholders):
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            shape._element.getparent().remove(shape._element)
    dress(notes._element, language)


def _kept(package: Any, content: bytes) -> None:
    """The version of the data and the slides among the file's properties."""
    part = Part(PackURI(f"/{properties.NAME}"), CT.OFC_CUSTOM_PROPERTIES, package, content)
    package.relate_to(part, RT.CUSTOM_PROPERTIES)
