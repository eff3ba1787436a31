"""A figure drawn of the tables of now, in the form and for the places that its charts and tables have in somebody's file: what
would stand there if it were made today.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx import Presentation

from industry.export.pptx.charts.bar_plan import Plan
from industry.export.pptx.presentation import spoken
from industry.export.pptx.slide_body import ALONE, BESIDE, MOST_PANELS, plans, put_panel, put_table
from industry.export.pptx.template import TEMPLATE
from industry.export.pptx.text_runs import Box, plain, say
from industry.export.refreshing.paragraphs import A
from industry.figures.compose import frame_fit
from industry.figures.compose.wrapping import Room
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel
from industry.text.office import Element
from industry.vocabulary.observation import Observation

WIDE = 1_000.0
"""Of a text whose place is unknown: what a line holds, in em. And points that no chart or table needs more of."""
APART = 3
_TALL = 10_000.0
_USUAL = Box(0.0, 0.0, 880.0, 300.0)
_NUMBERED = re.compile(r"([a-z_]+?)(\d*)")


class Fresh:
    """``frames``: the charts' roots and the tables' elements of the figure, by their numbers from 1. ``hers``: of each that the
    file holds whether it is a chart, its place, and of a table how many rows it has."""

    def __init__(self, figure: Figure, hers: Mapping[int, tuple[bool, Box | None, int]], language: str) -> None:
        self.figure, self.language = figure, language
        self.frames: dict[int, Element] = {}
        self.left_out: dict[int, int] = {}
        self.plans: dict[int, Plan] = {}
        shapes = _shapes()
        places = [one for _, one, _ in hers.values() if one]
        usual = places[0] if places else _USUAL
        if not self.panels:
            if figure.table.rows:
                for at in (usual.height * 1.05, _TALL):
                    self._table(shapes, 1, hers, lambda box=replace(usual, height=at): put_table(shapes, figure, box, language))
            return
        boxes = {number: (hers[number][1] if number in hers else None) or usual for number in range(1, len(self.panels) + 1)}
        tall = [replace(one, height=_TALL) for one in boxes.values()]
        made = plans(self.panels, tall, language)
        for number, box in boxes.items():
            planned = made.get(number - 1) if number not in hers or hers[number][0] else None
            if planned:
                self.plans[number] = planned
            largest = BESIDE if made else ALONE
            if planned or isinstance(self.panels[number - 1], LinesPanel):
                put_panel(shapes, figure, number - 1, planned, box, language, largest)
                self.frames[number] = _own(shapes[-1].chart._chartSpace)
                continue
            for high in (box.height * 1.05, _TALL):
                place = replace(box, height=high)
                self._table(shapes, number, hers, lambda at=number - 1, box=place: put_panel(shapes, figure, at, None, box, language, largest))

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels that are charts and tables of their own."""
        return self.figure.panels if len(self.figure.panels) <= MOST_PANELS else ()

    def _table(self, shapes: Any, number: int, hers: Mapping[int, tuple[bool, Box | None, int]], make: Any) -> None:
        """A table, unless one is there that has as many rows as hers."""
        wanted = hers[number][2] if number in hers else 0
        if number in self.frames and len(self.frames[number].findall(f".//{A}tr")) == wanted:
            return
        before = len(shapes)
        sheet = make()
        frame = next(one for one in list(shapes)[before:] if one.has_table)
        if number in self.frames and len(frame.table.rows) != wanted:
            return  # as many as fit where hers stands
        self.frames[number], self.left_out[number] = _own(frame._element), sheet.left_out

    def text(self, part: str, em: float) -> list[str] | None:
        """The paragraphs of a part of the slide, none where it says nothing now; None of a part that isn't known."""
        named = _NUMBERED.fullmatch(part)
        if named is None:
            return None
        frame, room = self.figure.frame, Room(em or WIDE, elsewhere=True)
        number = int(named[2] or 0)
        panel = self.panels[number - 1] if 0 < number <= len(self.panels) else None
        planned = self.plans.get(number)
        left = self.left_out.get(number, 0)
        said = {
            "title": lambda: ["\v".join(frame_fit.heading(frame, room))],
            "subtitle": lambda: [frame.plain_subtitle],
            "as_of": lambda: [frame.dated] if room.count(frame.dated) <= 1 else [frame.as_of, frame.made_of],
            "notice": lambda: [*frame_fit.notices(frame, room, apart=APART, spoken=True)] if frame.notices else [],
            "notes": lambda: [frame_fit.notes(frame, room, spoken=True)] if frame.note else [],
            "source": lambda: [frame_fit.source(frame, room)] if frame.source else [],
            "spoken": lambda: spoken(self.figure, any(self.left_out.values())),
            "sentence": lambda: [self.figure.empty],
            "heading": lambda: [panel.heading if panel else ""],
            "called": lambda: [panel.heading if panel else ""],
            "unit": lambda: [panel.unit if panel else ""],
            "remark": lambda: [planned.remark if planned else ""],
            "more": lambda: [say("more", self.language, left) if left else ""],
            "alt": lambda: [self.figure.alt or frame.title],
        }.get(named[1])
        return None if said is None else [plain(one, self.language) for one in said() if one]

    def row(self, number: int, series: int, place: int) -> Observation | None:
        """The observation that a chart shows in a series at a place; None where it is none's."""
        panel = self.panels[number - 1]
        if isinstance(panel, RowsPanel):
            if place < len(panel.rows):
                return next((one.row for one in reversed(panel.rows[place].marks) if one.row), None)
            return panel.references[place - len(panel.rows)].row
        if isinstance(panel, LinesPanel) and series < len(panel.series):
            places = [at + sum(gap < at for gap in panel.gaps) for at in range(len(panel.columns))]
            return panel.series[series].rows[places.index(place)] if place in places else None
        return None


def _shapes() -> Any:
    deck = Presentation(str(TEMPLATE))
    return deck.slides.add_slide(deck.slide_layouts[0]).shapes


def _own(element: Any) -> Element:
    """An element apart from the library that made it."""
    return etree.fromstring(etree.tostring(element))
