"""What may be answered to an import's question beyond its own choices, and the answers as a page lists them. How a question or an answer is
worded belongs in ``importing.worded``."""

from __future__ import annotations

from collections.abc import Iterable

from industry.curation.importing.questions import LEFT_OUT, Question
from industry.tables.tables import Tables


def options(one: Question, tables: Tables) -> tuple[str, ...]:
    """Answers to choose from, the likeliest first; to leave out what is asked about is the last."""
    return tuple(dict.fromkeys((*one.choices, *_others(one, tables), LEFT_OUT)))


def typed(one: Question, tables: Tables) -> bool:
    """Whether an answer is typed, since no list can hold what it may be."""
    return one.key.what in ("year", "period", "unit") and one.free


def _others(one: Question, tables: Tables) -> Iterable[str]:
    catalogue = tables.catalogue
    if one.key.what == "indicator":
        return catalogue.indicators
    return catalogue.regions if one.key.what == "region" else ()
