"""The curators' caveats of the rows a figure shows, each told once with the indicators it is about.

What a figure says of itself (periods apart, low bases) belongs to its own module.
"""

from __future__ import annotations

from collections.abc import Iterable

from industry.figures.context import Context
from industry.vocabulary.catalogue import FigureSpec
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, join


def caveats(context: Context[FigureSpec], rows: Iterable[Observation]) -> list[Said]:
    """工业项目开工率、工业项目投产率：基数未写明…: each caveat once, and once each group of indicators."""
    about: dict[str, list[Observation]] = {}
    for row in rows:
        if note := row.note(context.language):
            about.setdefault(note, []).append(row)
    grouped: dict[str, list[Said]] = {}
    for note, held in about.items():
        names = context.listed(context.short(row.indicator) for row in held)
        grouped.setdefault(names, []).append(Said(note, held, "caveat"))
    stop = context.say("stop")
    return [context.say("named", names, join(told, stop)) for names, told in grouped.items()]
