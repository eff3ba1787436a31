"""A deck as PPTX: a cover and a slide for each figure, with native charts and tables that PowerPoint and
WPS can edit, all of the figure's words, and what has no room on the slide in the speaker's notes.

The empty presentation belongs in ``pptx_layout``, charts in ``pptx_charts`` and ``pptx_lines``, tables in
``pptx_tables``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from industry.export import pptx_charts, pptx_layout, pptx_lines, pptx_tables
from industry.export.pptx_layout import AS_OF, NOTES, NOTICE, PAGE, SOURCE, SUBTITLE, TITLE, Place
from industry.export.pptx_text import (
    LEADING,
    PALETTE,
    SMALLEST,
    TAGS,
    Box,
    Run,
    cut,
    dress,
    label,
    lines,
    measure,
    write,
)
from industry.figures import text
from industry.figures.record import Figure, Frame, GridPanel, LinesPanel, Panel, RowsPanel

GUTTER = 28.0  # points between panels
HEADING = 16.0
ALONE, BESIDE = 20.0, 15.0  # points: the largest type of a table, alone and beside a chart
MOST_PANELS = 6
TITLES = (28.0, 24.0, 20.0)
FOOTER = 2  # lines of notes, and of the source
STRIP = 3  # lines of notices, as in the picture: they name every region that isn't drawn
WORDS = {
    "zh": {"figures": "共{}幅图", "more": "另有{}行，见备注", "comma": "，"},
    "en": {"figures": "{} figures", "more": "{} more rows: see the notes", "comma": ", "},
}


def presentation(deck_title: str, figures: Sequence[Figure], language: str, subtitle: str = "") -> bytes:
    """The deck in ``language`` (``zh`` or ``en``), 13.333 by 7.5 inches. A slide has its figure's id as
    its name; ``subtitle`` stands on the cover."""
    deck = pptx_layout.blank(language, _colours(figures))
    _cover(deck, deck_title, figures, language, subtitle)
    for figure in figures:
        _slide(deck, figure, language)
    _properties(deck, deck_title, figures, language)
    held = io.BytesIO()
    deck.save(held)
    return held.getvalue()


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


def _cover(deck: Any, title: str, figures: Sequence[Figure], language: str, subtitle: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[pptx_layout.COVER])
    words = WORDS[language]
    count = words["figures"].format(len(figures))
    if language == "en" and len(figures) == 1:
        count = "1 figure"
    said = words["comma"].join(one for one in (_as_of(figures), count) if one)
    last = pptx_layout.DECK_AS_OF
    box = last.box if subtitle else replace(last.box, y=pptx_layout.DECK_SUBTITLE.box.y)
    _put(slide, pptx_layout.DECK_TITLE, [[Run(title)]], language)
    _put(slide, pptx_layout.DECK_SUBTITLE, [[Run(subtitle)]] if subtitle else [], language)
    _put(slide, last, [[Run(said)]], language, box)
    dress(slide._element, language)
    _head(slide, language)


def _as_of(figures: Sequence[Figure]) -> str:
    """The sentence of the figure whose data reach furthest."""
    dated = [one for one in figures if one.frame.as_of]
    latest = max(
        dated,
        key=lambda one: max(
            (row.period.end for row in one.rows if row.period and row.status == "actual"), default=0
        ),
        default=None,
    )
    return latest.frame.as_of if latest else ""


def _slide(deck: Any, figure: Figure, language: str) -> None:
    """A figure's slide: title at the top, notices, notes and source at the bottom, the panels between."""
    slide = deck.slides.add_slide(deck.slide_layouts[pptx_layout.FIGURE])
    slide._element.cSld.set("name", figure.id)
    top = _header(slide, figure.frame, language)
    bottom = _footer(slide, figure.frame, language)
    room = Box(pptx_layout.EDGE, top, pptx_layout.ROOM, bottom - top)
    left_out = _body(slide, figure, room, language)
    _number(slide, language)
    dress(slide._element, language)
    _head(slide, language)
    _notes(slide, figure, language, left_out)


def _head(slide: Any, language: str) -> None:
    """Titles in the theme's face for headings."""
    if slide.shapes.title is not None:
        dress(slide.shapes.title._element, language, ("+mj-lt", "+mj-ea"))


def _put(
    slide: Any, place: Place, paragraphs: Sequence[Sequence[Run]], language: str, box: Box | None = None
) -> None:
    """Words into a placeholder, which is moved only where it must be; without words it goes."""
    shape = next(one for one in slide.placeholders if one.placeholder_format.idx == place.number)
    if not paragraphs:
        shape._element.getparent().remove(shape._element)
        return
    shape.name = place.name(language)
    if box is not None and box != place.box:
        shape.left, shape.top, shape.width, shape.height = box.lengths
    write(shape.text_frame, paragraphs)


def _header(slide: Any, frame: Frame, language: str) -> float:
    """Title with its finding on at most two lines, and the subtitle; the point where the body begins."""
    whole = text.join(frame.title, frame.finding)
    room = pptx_layout.ROOM
    size = next((one for one in TITLES if lines(whole, one, room, True) <= 2), TITLES[-1])
    count = min(lines(whole, size, room, True), 3)
    smaller = size if size != TITLE.size else 0.0
    title = replace(TITLE.box, height=TITLE.box.height + (count - 1) * LEADING * size)
    parts = [Run(whole, size=smaller)]
    head = whole[: len(whole) - len(frame.finding)].rstrip()
    if count == 2 and frame.finding and max(lines(one, size, room, True) for one in (head, frame.finding)) == 1:
        parts = [Run(f"{head}\n{frame.finding}", size=smaller)]
    _put(slide, TITLE, [parts], language, title)
    if smaller:
        for paragraph in slide.shapes.title.text_frame.paragraphs:
            paragraph.line_spacing = Pt(LEADING * size)
    rows = min(lines(frame.subtitle, SUBTITLE.size, room), FOOTER)
    below = replace(SUBTITLE.box, y=title.bottom + 2, height=max(rows, 1) * SUBTITLE.line + 2)
    below = SUBTITLE.box if below.y == SUBTITLE.box.y and rows <= 1 else below
    words = cut(frame.subtitle, SUBTITLE.size, room, FOOTER)
    _put(slide, SUBTITLE, [[Run(words)]] if words else [], language, below)
    return (below.bottom if words else title.bottom) + 12


def _footer(slide: Any, frame: Frame, language: str) -> float:
    """Source with date at the bottom, notes and notices above; the point where the body ends."""
    space = "" if language == "zh" else " "
    source = _source(frame)
    count = lines(source, SOURCE.size, SOURCE.box.width)
    box = replace(SOURCE.box, y=pptx_layout.BOTTOM - count * SOURCE.line, height=count * SOURCE.line)
    _put(slide, SOURCE, [[Run(source)]] if source else [], language, SOURCE.box if count == FOOTER else box)
    _put(slide, AS_OF, [[Run(frame.as_of)]] if frame.as_of else [], language)
    top = min(box.y, AS_OF.box.y) - 1
    notes = cut(space.join(frame.notes), NOTES.size, NOTES.box.width, FOOTER)
    if notes:
        high = lines(notes, NOTES.size, NOTES.box.width) * NOTES.line
        top -= high
        _put(slide, NOTES, [[Run(notes)]], language, replace(NOTES.box, y=top, height=high))
        top -= 4
    else:
        _put(slide, NOTES, [], language)
    told = _notices(frame.notices)
    if told:
        wide = NOTICE.box.width - 2 * NOTICE.pad
        high = sum(lines(one, NOTICE.size, wide) for one in told) * NOTICE.line + 0.8 * NOTICE.pad
        top -= high + 2
        box = replace(NOTICE.box, y=top, height=high)
        _put(slide, NOTICE, [[Run(one)] for one in told], language, box)
    else:
        _put(slide, NOTICE, [], language)
    return top - 10


def _source(frame: Frame) -> str:
    """The source line where it fits, else without the reprints, else cut."""
    for words in (frame.source, frame.source_brief):
        if words and lines(words, SOURCE.size, SOURCE.box.width) <= FOOTER:
            return words
    return cut(frame.source_brief or frame.source, SOURCE.size, SOURCE.box.width, FOOTER)


def _notices(notices: Sequence[str]) -> list[str]:
    """The notices, each on a line of its own or more where there is room; one after another where there
    are too many."""
    wide = NOTICE.box.width - 2 * NOTICE.pad
    if len(notices) > STRIP:
        joint = "；" if text.is_chinese("".join(notices)) else "; "
        notices = [joint.join(one.rstrip("。.") for one in notices)]
    told, left = [], STRIP
    for index, one in enumerate(notices):
        told.append(cut(one, NOTICE.size, wide, left - (len(notices) - index - 1)))
        left -= lines(told[-1], NOTICE.size, wide)
    return told


def _number(slide: Any, language: str) -> None:
    """The page number, which slides don't take from their layout by themselves."""
    slide.shapes._spTree.append(
        parse_xml(
            f"""<p:sp {nsdecls("p", "a")}><p:nvSpPr>
      <p:cNvPr id="{max(shape.shape_id for shape in slide.shapes) + 1}" name="{PAGE.name(language)}"/>
      <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" idx="{PAGE.number}"/></p:nvPr></p:nvSpPr>
      <p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>
      <a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>
      </a:p></p:txBody></p:sp>"""
        )
    )


def _body(slide: Any, figure: Figure, room: Box, language: str) -> bool:
    """The panels, or a sentence and the table; whether rows of a table had to be left out."""
    if not figure.panels or len(figure.panels) > MOST_PANELS:
        return _sentence(slide, figure, room, language)
    left_out = False
    places = _places(figure.panels, room)
    head = max((_head_lines(panel, box) for panel, box in places), default=0) * LEADING * HEADING
    boxes = [box.below(head + 6) if head else box for _, box in places]
    plans = _plans(figure.panels, boxes)
    foot = max((_remark_height(one, boxes[index]) for index, one in plans.items()), default=0.0)
    for index, (panel, box) in enumerate(places):
        _heading(slide, panel, replace(box, height=head))
        title = text.join(panel.heading, panel.unit) if panel.heading and panel.unit else panel.heading
        if isinstance(panel, RowsPanel) and index in plans:
            names = (title or figure.frame.title, panel.rows[0].name)
            box = replace(boxes[index], height=boxes[index].height - foot)
            frame = pptx_charts.bar_chart(slide.shapes, plans[index], box, names, language)
            _describe(frame, figure, panel.heading)
            if plans[index].remark:
                runs = [Run(plans[index].remark, False, PALETTE.soft, SMALLEST)]
                label(slide.shapes, "*", Box(box.x, box.bottom, box.width, foot), runs)
        elif isinstance(panel, LinesPanel):
            frame = pptx_lines.line_chart(
                slide.shapes, panel, boxes[index], title or figure.frame.title, language
            )
            _describe(frame, figure, panel.heading)
        else:
            sheet = _sheet(panel, boxes[index], BESIDE if plans else ALONE)
            left_out |= _table(slide, figure, sheet, boxes[index], panel.heading, language)
    return left_out


def _is_table(panel: Panel) -> bool:
    return not isinstance(panel, LinesPanel) and not (isinstance(panel, RowsPanel) and pptx_charts.fits(panel))


def _sheet(panel: RowsPanel | GridPanel, box: Box, largest: float) -> pptx_tables.Sheet:
    """The table of a panel, in the box or, with a line that says so, cut to it."""

    def within(place: Box) -> pptx_tables.Sheet:
        if isinstance(panel, RowsPanel):
            return pptx_tables.of_rows(panel, place, largest)
        return pptx_tables.of_grid(panel, place, largest)

    sheet = within(box)
    return within(_shorter(box)) if sheet.left_out else sheet


def _head_lines(panel: Panel, box: Box) -> int:
    """Lines of a panel's heading, beside its unit."""
    if not panel.heading and not panel.unit:
        return 0
    return max(1, lines(panel.heading, HEADING, box.width - _unit_width(panel), True))


def _unit_width(panel: Panel) -> float:
    return measure(panel.unit, SMALLEST) * 1.05 + 10 if panel.unit else 0.0


def _heading(slide: Any, panel: Panel, box: Box) -> None:
    """What the panel shows at the left, its unit at the right."""
    wide = _unit_width(panel)
    if panel.heading:
        runs = [Run(panel.heading, True, PALETTE.ink, HEADING)]
        label(slide.shapes, panel.heading, replace(box, width=box.width - wide), runs)
    if panel.unit:
        runs = [Run(panel.unit, False, PALETTE.soft, SMALLEST)]
        place = replace(box, x=box.x + box.width - wide, width=wide)
        label(slide.shapes, panel.unit, place, runs, PP_ALIGN.RIGHT)


def _remark_height(planned: pptx_charts.Plan, box: Box) -> float:
    if not planned.remark:
        return 0.0
    return lines(planned.remark, SMALLEST, box.width) * LEADING * SMALLEST + 4


def _plans(panels: Sequence[Panel], boxes: Sequence[Box]) -> dict[int, pptx_charts.Plan]:
    """The bar charts by their place; those of one scale, so that lengths may be compared across them,
    get the same ends and the same room for names."""
    found = {
        index: pptx_charts.plan(panel, box)
        for index, (panel, box) in enumerate(zip(panels, boxes, strict=True))
        if isinstance(panel, RowsPanel) and pptx_charts.fits(panel)
    }
    scales: dict[tuple[object, ...], list[int]] = {}
    for index in found:
        panel = panels[index]
        assert isinstance(panel, RowsPanel)
        scales.setdefault((panel.unit, panel.low, panel.high, boxes[index].width), []).append(index)
    for members in scales.values():
        low, high = min(found[one].low for one in members), max(found[one].high for one in members)
        left = max(found[one].left for one in members)
        for one in members:
            found[one] = replace(found[one], low=low, high=high, left=left)
    return found


def _sentence(slide: Any, figure: Figure, room: Box, language: str) -> bool:
    if figure.empty:
        high = lines(figure.empty, HEADING, room.width, True) * LEADING * HEADING
        label(slide.shapes, "—", replace(room, height=high), [Run(figure.empty, True, PALETTE.ink, HEADING)])
        room = room.below(high + 14)
    if not figure.table.rows:
        return False
    return _table(slide, figure, pptx_tables.of_table(figure.table, _shorter(room)), room, "", language)


def _shorter(room: Box) -> Box:
    """The room without a line for what is left out."""
    return replace(room, height=room.height - LEADING * SMALLEST)


def _table(
    slide: Any, figure: Figure, sheet: pptx_tables.Sheet, box: Box, title: str, language: str
) -> bool:
    """A table, and below it how many rows it lacks."""
    _describe(pptx_tables.place(slide.shapes, sheet, box), figure, title)
    if sheet.left_out:
        words = WORDS[language]["more"].format(sheet.left_out)
        line = Box(box.x, box.y + sheet.height + 2, box.width, LEADING * SMALLEST)
        label(slide.shapes, "…", line, [Run(words, False, PALETTE.soft, SMALLEST)])
    return sheet.left_out > 0


def _describe(frame: Any, figure: Figure, title: str) -> None:
    """The alternative text, and a name by which the chart is found."""
    held = frame._element.nvGraphicFramePr.cNvPr
    held.set("descr", figure.alt)
    if title:
        held.set("title", title)
    held.set("name", " ".join(one for one in (figure.id, title) if one))


def _places(panels: Sequence[Panel], room: Box) -> list[tuple[Panel, Box]]:
    """Each panel's place: side by side, up to three in a row; tables and long lines one below another."""
    count = len(panels)
    if count > 1 and all(_is_table(one) for one in panels):
        return _stacked(panels, room)
    across = count if count <= 3 else ceil(count / 2)
    down = ceil(count / across)
    if down == 1 and any(isinstance(one, LinesPanel) for one in panels):
        return _by_columns(panels, room)
    width = (room.width - (across - 1) * GUTTER) / across
    height = (room.height - (down - 1) * GUTTER / 2) / down
    return [
        (
            panel,
            Box(
                room.x + (number % across) * (width + GUTTER),
                room.y + (number // across) * (height + GUTTER / 2),
                width,
                height,
            ),
        )
        for number, panel in enumerate(panels)
    ]


def _by_columns(panels: Sequence[Panel], room: Box) -> list[tuple[Panel, Box]]:
    """Side by side, a panel of more columns wider."""
    return _beside(
        panels, [len(one.columns) + 8.0 if isinstance(one, LinesPanel) else 12.0 for one in panels], room
    )


def _beside(panels: Sequence[Panel], weights: Sequence[float], room: Box) -> list[tuple[Panel, Box]]:
    """Side by side, as wide as their weights."""
    free = room.width - (len(panels) - 1) * GUTTER
    found, x = [], room.x
    for panel, weight in zip(panels, weights, strict=True):
        found.append((panel, replace(room, x=x, width=free * weight / sum(weights))))
        x = found[-1][1].x + found[-1][1].width + GUTTER
    return found


def _stacked(panels: Sequence[Panel], room: Box) -> list[tuple[Panel, Box]]:
    """Tables one below another where they can be read so, else side by side."""
    weights = [_weight(one) for one in panels]
    gap, y = 14.0, room.y
    free = room.height - gap * (len(panels) - 1)
    found = []
    for panel, weight in zip(panels, weights, strict=True):
        box = Box(room.x, y, room.width, free * weight / sum(weights))
        found.append((panel, box))
        y = box.bottom + gap
    head = LEADING * HEADING + 6
    sheets = [_sheet(panel, box.below(head), BESIDE) for panel, box in found if not isinstance(panel, LinesPanel)]
    if all(one.size >= 14 and not one.left_out for one in sheets):
        return found
    wanted = [pptx_tables.wanted(one, 14) if isinstance(one, RowsPanel) else room.width for one in panels]
    return _beside(panels, wanted, room)


def _weight(panel: Panel) -> float:
    count = len(panel.rows) if isinstance(panel, RowsPanel) else 0
    return count + 2.0


def _notes(slide: Any, figure: Figure, language: str, left_out: bool) -> None:
    """For the speaker: title and finding, all notices and notes, the whole source, the date, and the
    table where the slide has no room for it."""
    frame = figure.frame
    said = [text.join(frame.title, frame.finding), frame.subtitle, figure.empty]
    said += [*frame.notices, *frame.notes, frame.source, frame.as_of]
    if left_out:
        said += ["\t".join(row) for row in (figure.table.header, *figure.table.rows)]
    notes = slide.notes_slide
    write(notes.notes_text_frame, [[Run(one)] for one in said if one])
    for shape in list(notes.placeholders):
        if shape.has_text_frame and not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)
    dress(notes._element, language)


def _properties(deck: Any, title: str, figures: Sequence[Figure], language: str) -> None:
    """What the file says of itself: title, language and the figures' ids."""
    held = deck.core_properties
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    held.title, held.language = title, TAGS[language][0]
    held.author = held.last_modified_by = held.comments = held.subject = ""
    held.keywords = " ".join(dict.fromkeys(one.id for one in figures))[:255]
    held.created = held.modified = now
    held.revision = 1
