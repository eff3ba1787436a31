"""What may be answered to an import's question beyond its own choices, and the answers as a page lists them. How a question is
worded belongs in ``importing.worded``."""

from __future__ import annotations

from collections.abc import Iterable

from industry import wording
from industry.curation.importing import worded
from industry.curation.importing.questions import LEFT_OUT, Question
from industry.tables.tables import Tables


def options(one: Question, tables: Tables) -> tuple[str, ...]:
    """Answers to choose from, the likeliest first; to leave out what is asked about is the last."""
    return tuple(dict.fromkeys((*one.choices, *_others(one, tables), LEFT_OUT)))


def typed(one: Question, tables: Tables) -> bool:
    """Whether an answer is typed, since no list can hold what it may be."""
    return one.key.what in ("year", "period", "unit") and one.free


def name(one: Question, answer: str, tables: Tables, language: str) -> str:
    """An answer by its words; behind those of an indicator its id, since names are alike."""
    said = worded.choice(one, answer, tables, language).removeprefix(f"{answer} ")
    known = one.key.what == "indicator" and answer in tables.catalogue.indicators
    return wording.worded("curate", "coded", language, said, answer) if known else said


def _others(one: Question, tables: Tables) -> Iterable[str]:
    catalogue = tables.catalogue
    if one.key.what == "indicator":
        return catalogue.indicators
    return catalogue.regions if one.key.what == "region" else ()
