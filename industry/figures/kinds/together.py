"""Several figures of config.yaml on one sheet: their panels side by side, each under its own title, their
strips and notes below, each saying of which it speaks. Nothing is compared across panels."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import Field

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.draw import draw
from industry.figures.finished import figure
from industry.figures.record import Figure, Panel, Table
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.strict_record import FigureIds
from industry.wording.said import Said, distinct


class Options(FigureSpec):
    """``figures`` that aren't themselves made of others."""

    chart: Literal["together"]
    figures: FigureIds = Field(min_length=2, max_length=6)

    @property
    def over_a_period(self) -> bool:
        """Each of its figures tells for itself."""
        return True

    @property
    def of_a_span(self) -> bool:
        """Each of its figures tells for itself."""
        return True

    @property
    def of_regions(self) -> bool:
        """Each of its figures tells for itself."""
        return True


def together(context: Context[Options]) -> Figure:
    """The figures that the spec lists, set beside one another. A figure in which nothing may be drawn is told
    in the strip; the sheet tells by itself what is disputed."""
    specs = [context.catalogue.figures[id] for id in context.spec.figures]
    parts = [draw(spec, context.tables, context.choices, context.language) for spec in specs]
    notices: list[Said] = []
    notes: list[Said] = []
    for part in parts:
        told = part.frame.notices or (wording.clause(part.empty),)
        notices += [context.say("named", part.frame.title, one) for one in told if one]
        first, *others = [one for one in part.frame.notes if one.kind != "dispute"] or [Said()]
        notes += [context.say("named", part.frame.title, first) if first else first, *others]
    alike = all(len(part.table.header) == len(parts[0].table.header) for part in parts)
    table = Table(parts[0].table.header, tuple(row for part in parts for row in part.table.rows))
    return figure(
        context,
        [panel for part in parts for panel in _panels(context, part)],
        _subtitle(context, parts),
        notices=notices,
        notes=notes,
        lists=(row for part in parts for row in part.rows),
        table=table if alike else None,
        about=_subtitle(context, parts, True),
        empty=context.say("together_none"),
    )


def _panels(context: Context[Options], part: Figure) -> list[Panel]:
    """A part's panels, under its title; of several, each under its own heading, and whose they are if only
    one region is shown, or set against its province and the country."""
    if len(part.panels) == 1:
        return [replace(part.panels[0], heading=part.frame.title)]
    regions = {row.region for row in part.drawn}
    over = {context.catalogue.benchmark, *(context.catalogue.parent_of(one) for one in regions)}
    subjects = [context.name(one) for one in regions if one not in over] or list(map(context.name, regions))
    owner = subjects[0] if len(subjects) == 1 else ""
    return [replace(one, heading=owner + ("" if context.zh else ": ") + one.heading) for one in part.panels]


def _subtitle(context: Context[Options], parts: list[Figure], about: bool = False) -> Said:
    """What the parts' subtitles share, each part's own where they differ; ``about``: what they say besides marks."""
    frames = [part.frame for part in parts if part.panels]
    return context.joined(distinct(one.plain_subtitle if about else one.subtitle for one in frames))


KIND = Kind(Options, together)
