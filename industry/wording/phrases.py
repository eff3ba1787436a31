"""The set phrases of figures, and the words for closed lists of values, with their blanks filled. They stand in
``words``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from industry.vocabulary.catalogue import Catalogue, Region
from industry.wording.said import Kind, Said, fill, gravest, join, rows_of, without_table
from industry.wording.words import form

KINDS: Mapping[str, Kind] = {
    "base_was": "low_base",
    "base_were": "low_base",
    "base_by_average": "low_base",
    "base_not_held": "low_base",
    "base_unfit": "low_base",
    "base_counts": "low_base",
    "apart": "notice",
    "missing": "notice",
    "disputed": "caveat",
    "printed_otherwise": "dispute",
    "average_derived": "derived",
    "slope_derived": "derived",
    "target_derived": "derived",
}
"""What a phrase says by itself; all others say what their facts do."""
_SENDING = {
    "each_in_table": "",
    "terms_in_table": "",
    "see_points": "points_bare",
    "points_unwritten": "",
    "coverage_unwritten": "cells_bare",
    "emphasis_unwritten": "cells_bare",
}
"""Phrases that send to the data table, and what stands in their place where there is none."""


def say(key: str, language: str, *facts: str) -> Said:
    """The set phrase ``key`` with its blanks filled; it speaks of what its facts speak of."""
    said = fill(form("phrases", key, language), *facts, kind=KINDS.get(key))
    other = _SENDING.get(key)
    if other is not None:
        said.alone = form("phrases", other, language) if other else ""
    return said


def tableless(told: Said) -> Said:
    """What is told where no data table stands to which it could send."""
    return Said(without_table(told), told.rows, told.kind, told.about)


def value(kind: str, key: str, language: str) -> str:
    """The word for a value of a closed list: a ``basis``, a ``status``, what a check's ``finding`` is called."""
    return form("values", f"{kind}.{key}", language)


def either(names: Iterable[str], language: str) -> Said:
    """吉安、陕西; Ji'an, Hebei or Shaanxi: names of whom all something is denied."""
    *others, last = [*names] or [""]
    told = join(others, say("listed", language))
    return join((told, last), say("or", language))


def clause(sentence: str) -> Said:
    """A sentence to stand among others: without the stop at its end."""
    return Said(sentence.rstrip("。."), rows_of((sentence,)), gravest((sentence,)))


def noted(statements: Iterable[Said], language: str) -> Said:
    """Statements as one note: 注：…；…。"""
    told = join(statements, say("joined", language))
    return say("notes", language, told) + ("。" if language == "zh" else ".") if told else told


def lying_in(region: Region, catalogue: Catalogue, language: str) -> Said:
    """江西下辖市, of a province nothing."""
    over = catalogue.within(region)
    if over is None:
        return Said()
    return say("lying_in", language, over.name(language), catalogue.level_of(region).one(language))
