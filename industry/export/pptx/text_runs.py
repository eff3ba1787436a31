"""Words on slides: into text frames and boxes, and how slides are inked by themselves.

Where things stand on a slide belongs in ``panel_places``, what they say in the figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from industry.export.office.ink import Ink
from industry.export.office.words import LEADING, Box, Run, rgb
from industry.export.xml_text import writable

SMALLEST = 13.0  # points: 2.4 % of a slide's 540
STEPS = (
    (20.0, 11.0),
    (18.0, 9.0),
    (16.0, 7.0),
    (15.0, 5.0),
    (14.0, 4.0),
    (13.0, 3.0),
    (13.0, 1.5),
    (SMALLEST, 0.0),
)
INK = Ink(figure=14.0, name=14.0, small=SMALLEST, steps=STEPS)
"""Slides of our own template."""


def write(frame: Any, paragraphs: Iterable[Run], align: PP_ALIGN | None = None) -> None:
    """The paragraphs into an empty text frame; they may hold line breaks. One with a size of its own has
    the same distance from line to line in every program."""
    for number, one in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text = writable(one.text)
        if align is not None:
            paragraph.alignment = align
        if one.size:
            paragraph.line_spacing = Pt(LEADING * one.size)
        for run in paragraph.runs:
            if one.bold:
                run.font.bold = True
            if one.size:
                run.font.size = Pt(one.size)
            if one.colour:
                run.font.color.rgb = rgb(one.colour)


def label(shapes: Any, name: str, box: Box, run: Run, align: PP_ALIGN = PP_ALIGN.LEFT) -> None:
    """A box of words without margins, standing on its bottom."""
    shape = shapes.add_textbox(*box.lengths)
    shape.name = writable(name)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    write(frame, [run], align)
