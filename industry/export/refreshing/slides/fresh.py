"""A figure drawn of the tables of now, in the form and for the places that its charts and tables have in somebody's file: what
would stand there if it were made today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from lxml import etree
from pptx import Presentation

from industry.export.office.charts.bar_plan import Plan
from industry.export.office.charts.panels import charted, plans
from industry.export.office.charts.parts import NativeChart
from industry.export.office.described import described
from industry.export.office.tables.sizes import SizedTable
from industry.export.office.words import LEADING, Box, plain, say
from industry.export.pptx import signing
from industry.export.pptx.colouring import coloured, seen
from industry.export.pptx.native_tables import place as place_table
from industry.export.pptx.panel_places import ALONE, BESIDE, fit
from industry.export.pptx.presentation import spoken
from industry.export.pptx.slide_body import native
from industry.export.pptx.template import TEMPLATE
from industry.export.pptx.text_runs import INK
from industry.export.refreshing import subjects
from industry.figures.record import Figure, LinesPanel, Panel, RowsPanel, drawn
from industry.text.office import Element
from industry.vocabulary.observation import Observation

WIDE = 1_000.0
"""Of a text whose place is unknown: what a line holds, in em."""
_TALL = 10_000.0
"""Points that no chart or table needs more of."""
_SPARE = 1.02
"""Of the height of hers, which other programs may have set a little lower."""
_USUAL = Box(0.0, 0.0, 880.0, 300.0)
_NUMBERED = re.compile(r"([a-z_]+?)(\d*)")


@dataclass(frozen=True)
class Hers:
    """What somebody's file holds of a figure's chart or table: which of the two, its place, and of a table how many rows, and whether
    the first of them is its head, where ours is named so."""

    is_chart: bool
    box: Box | None = None
    rows: int = 0
    headed: Callable[[str], bool] = bool


class Fresh:
    """``frames``: the charts' roots and the tables' elements of the figure, by their numbers from 1, in the forms that ``hers``
    have; ``shapes``: a slide's on which tables are made; ``parted``: where the panels are parts, of which a slide has one, the
    figure's own."""

    def __init__(
        self,
        figure: Figure,
        hers: Mapping[int, Hers],
        language: str,
        shapes: Any,
        parted: Sequence[Panel] | None = None,
    ) -> None:
        self.figure = coloured(charted(figure) if parted is None else figure, seen(INK.colours, {}))
        self.language = language
        self.frames: dict[int, Element] = {}
        self.left_out: dict[int, int] = {}
        self.plans: dict[int, Plan] = {}
        self._hers, self._shapes, self._parted = hers, shapes, parted or ()
        usual = next((one.box for one in hers.values() if one.box), _USUAL)
        there = [one for one in sorted(hers) if one <= len(self.panels)]
        if there:
            self._draw(there, [hers[one].box or usual for one in there])
        elif figure.table.rows and not self.panels:
            self._table(min(hers, default=1), usual, partial(fit, figure.table, ink=INK))

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels that are charts and tables of their own."""
        return self.figure.panels

    @property
    def drawn(self) -> Iterator[Observation]:
        """The observations that stand in the figure's charts and tables, those on other slides too."""
        for one in self._parted or self.figure.panels:
            yield from drawn(one)

    def _draw(self, there: Sequence[int], boxes: Sequence[Box]) -> None:
        """The panels of these numbers, as they are where no others stand beside them."""
        panels = tuple(self.panels[one - 1] for one in there)
        figure = replace(self.figure, panels=panels)
        high = [replace(one, height=_TALL) for one in boxes]
        made = plans(panels, high, self.language, INK, self._parted)
        ink = INK.up_to(BESIDE if made else ALONE)
        for at, (number, panel, box) in enumerate(zip(there, panels, boxes, strict=True)):
            planned = made.get(at) if self._hers[number].is_chart else None
            if planned:
                self.plans[number] = planned
            if planned or isinstance(panel, LinesPanel):
                one = native(figure, at, planned, box, self.language, ink, self._parted)
                assert isinstance(one, NativeChart)
                self.frames[number] = _own(one.space)
            else:
                if isinstance(panel, RowsPanel) and not self._hers[number].headed(
                    plain(panel.named[0], self.language)
                ):
                    panel = replace(panel, named=RowsPanel.named)
                self._table(number, box, partial(fit, panel, ink=ink))

    def _table(self, number: int, box: Box, sized: Callable[[Box], SizedTable]) -> None:
        """A table of as many rows as hers, where it may have so many, else of as many as have room there."""
        more = LEADING * INK.small  # a line below it says what is left out
        heights = (box.height * _SPARE, box.height * _SPARE + more, _TALL)
        sheets = [sized(replace(box, height=high)) for high in heights]
        rows = self._hers[number].rows if number in self._hers else 0
        sheet = next((one for one in sheets if len(one.rows) == rows), sheets[0])
        self.frames[number] = _own(place_table(self._shapes, sheet, box)._element)
        self.left_out[number] = sheet.left_out

    def text(self, part: str, em: float = 0.0, lines: int = 0) -> list[str] | None:
        """The paragraphs of a part of the slide, none where it says nothing now; None of a part that isn't known."""
        named = _NUMBERED.fullmatch(part)
        if named is None:
            return None
        frame, number = self.figure.frame, int(named[2] or 0)
        panel = self.panels[number - 1] if 0 < number <= len(self.panels) else None
        planned, left = self.plans.get(number), self.left_out.get(number, 0)
        said: dict[str, Callable[[], Sequence[str]]] = {
            **{one: partial(signing.standing, one, frame, em or WIDE, lines) for one in signing.PLACED},
            "spoken": lambda: spoken(self.figure, any(self.left_out.values())),
            "sentence": lambda: [self.figure.empty],
            "heading": lambda: [panel.heading if panel else ""],
            "called": lambda: [panel.heading if panel else ""],
            "unit": lambda: [panel.unit if panel else ""],
            "remark": lambda: [planned.remark if planned else ""],
            "more": lambda: [say("more", self.language, left) if left else ""],
            "alt": lambda: [described(self.figure, panel)],
        }
        told = said.get(named[1])
        return None if told is None else [plain(one, self.language) for one in told() if one]

    def row(self, number: int, series: int, place: int) -> Observation | None:
        """The observation that a chart shows in a series at a place; None where it is none's."""
        return subjects.row(self.panels[number - 1], series, place)


def scratch() -> Any:
    """The shapes of a slide that stands in no file."""
    deck = Presentation(str(TEMPLATE))
    return deck.slides.add_slide(deck.slide_layouts[0]).shapes


def _own(element: Any) -> Element:
    """An element apart from the library that made it."""
    return etree.fromstring(etree.tostring(element))
