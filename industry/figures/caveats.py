"""The curators' caveats of the rows a figure shows, each told once with the indicators it is about.

What a figure says of itself (periods apart, low bases) belongs to its own module.
"""

from __future__ import annotations

from collections.abc import Iterable

from industry.figures.context import Context
from industry.vocabulary.catalogue import FigureSpec
from industry.vocabulary.observation import Observation


def caveats(context: Context[FigureSpec], rows: Iterable[Observation]) -> list[str]:
    """工业项目开工率、工业项目投产率：基数未写明…: each caveat once, and once each group of indicators."""
    names: dict[str, list[str]] = {}
    for row in rows:
        note = row.note_zh if context.zh else row.note_en
        if note:
            names.setdefault(note.rstrip("。."), []).append(called(context, row))
    notes: dict[str, list[str]] = {}
    for note, said in names.items():
        notes.setdefault(context.listed(dict.fromkeys(said)), []).append(note)
    return [context.say("named", who, context.say("stop").join(told)) for who, told in notes.items()]


def called(context: Context[FigureSpec], row: Observation) -> str:
    """The indicator's short name, where it has one."""
    short = row.indicator.short
    return short(context.language) if short else context.name(row.indicator)
