"""What figures of the documents share: which documents there are, what they are called, and the frame of a
figure that is about whole documents.

Which grid is made of them is for the kinds of chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from industry import wording
from industry.figures.context import Context
from industry.figures.record import Figure, Frame
from industry.vocabulary import periods
from industry.vocabulary.catalogue import FigureSpec, Source
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording import citation


def documents(context: Context[FigureSpec]) -> tuple[Source, ...]:
    """The documents, by region in config.yaml's order, then by date."""
    order = context.catalogue.config.regions
    held = [one for one in context.catalogue.sources.values() if one.document]
    return tuple(
        sorted(
            held,
            key=lambda one: (order.index(one.region) if one.region in order else len(order), one.date or ""),
        )
    )


def named(context: Context[FigureSpec], source: Source) -> str:
    """江西 2021年7月."""
    return f"{context.name(context.region(source.region))} {citation.date(source, context.language)}"


def until(row: Observation) -> int:
    """The last month that a figure speaks of: a year's figure printed before its end, up to then."""
    end = row.period.end if row.period else 0
    printed = row.publication.date
    return min(end, periods.parse(printed[:7], "flow").end) if printed else end


def framed(
    context: Context[FigureSpec], frame: Frame, sources: Sequence[Source], rows: Iterable[Observation]
) -> Frame:
    """The frame with every document as a source, those without figures too, and as of the latest
    actual figure; of texts alone, as of the latest document."""
    latest = max((until(row) for row in rows if row.status == "actual"), default=0)
    latest = latest or max(
        (periods.parse(one.date[:7], "flow").end for one in sources if one.date), default=0
    )
    return replace(
        frame,
        source=citation.line(sources, context.language),
        source_brief=citation.brief(sources, context.language),
        source_names=citation.names(sources, context.language),
        as_of=wording.as_of(Period(latest, latest), context.language) if latest else "",
    )


def described(context: Context[FigureSpec], figure: Figure, told: Iterable[str]) -> Figure:
    """The figure with an alternative text that says the whole and leaves the cells to the table."""
    alt = context.say("stop").join(
        [figure.frame.title, figure.frame.subtitle, context.say("joined").join(told)]
    )
    return replace(figure, alt=alt + context.say("stop").rstrip())
