"""Several figures of config.yaml on one sheet: their panels side by side, each under its own title, their
strips and notes below, each saying of which it speaks. Nothing is compared across panels."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.draw import draw
from industry.figures.record import Figure, Panel, Table
from industry.vocabulary.catalogue import FigureSpec
from industry.vocabulary.strict_record import FigureIds


class Options(FigureSpec):
    """``figures`` that aren't themselves made of others."""

    chart: Literal["together"]
    figures: FigureIds = Field(min_length=2, max_length=6)


def together(context: Context[Options]) -> Figure:
    """The figures that the spec lists, set beside one another. A figure in which nothing may be drawn is told
    in the strip."""
    specs = [context.catalogue.figures[id] for id in context.spec.figures]
    parts = [draw(spec, context.tables, context.choices, context.language) for spec in specs]
    rows = [row for part in parts for row in part.rows]
    disputes = {
        wording.audit(one, context.language, verdict=False).rstrip("。.") for one in context.disputes(rows)
    }
    panels: list[Panel] = []
    notices: list[str] = []
    notes: list[str] = []
    for part in parts:
        several = len(part.panels) > 1
        for panel in part.panels:
            regions = {context.name(row.region) for row in part.rows if row.id in part.drawn}
            owner = regions.pop() if len(regions) == 1 else ""
            heading = owner + ("" if context.zh else ": ") + panel.heading if several else part.frame.title
            panels.append(replace(panel, heading=heading))
        told = part.frame.notices or ((part.empty.rstrip("。."),) if part.empty else ())
        notices += [_joined(context, part.frame.title, text) for text in told]
        own = [said for said in _said(context, part) if said not in disputes]
        notes += [*([_joined(context, part.frame.title, own[0])] if own else []), *own[1:]]
    frame = context.frame(rows, _subtitle(context, parts), notices=notices, notes=notes)
    drawn = [row for part in parts for row in part.rows if row.id in part.drawn]
    table = Table(parts[0].table.header, tuple(row for part in parts for row in part.table.rows))
    if any(len(part.table.header) != len(table.header) for part in parts):
        table = context.table(rows)
    return context.figure(panels, frame, rows, table, drawn=drawn)


def _joined(context: Context[Options], head: str, text: str) -> str:
    return head + ("：" if context.zh else ": ") + text if text else head


def _subtitle(context: Context[Options], parts: list[Figure]) -> str:
    """What the parts' subtitles share; each part's own where they differ."""
    said = list(dict.fromkeys(part.frame.subtitle for part in parts if part.panels))
    return said[0] if len(said) == 1 else ("；" if context.zh else "; ").join(said)


def _said(context: Context[Options], part: Figure) -> list[str]:
    """A part's notes, statement by statement."""
    head = context.say("notes", "")
    return [
        said.strip().rstrip("。.")
        for note in part.frame.notes
        for said in note.removeprefix(head).split(context.say("joined"))
    ]


KIND = Kind(Options, together)
