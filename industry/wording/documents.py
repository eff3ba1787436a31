"""What is said of the documents as a whole: how many there are, and what they print. Counted from the
tables, never asserted.
"""

from __future__ import annotations

from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Book
from industry.wording.numbers import counted
from industry.wording.phrases import say
from industry.wording.said import Said
from industry.wording.words import worded


def documents(catalogue: Catalogue, language: str) -> str:
    """五份材料, the five documents."""
    count = len(catalogue.documents)
    return say("document" if count == 1 else "documents", language, counted(count, language))


def origins(catalogue: Catalogue, language: str) -> dict[str, str]:
    """Where figures come from, by id: documents of ours, or statistics, or derived from these."""
    told = documents(catalogue, language)
    others = {one: worded("pages", one, language) for one in ("statistics", "derived")}
    return {"documents": told.capitalize(), **others}


def growth_targets(book: Book, language: str) -> Said:
    """Whether any document prints an annual growth target, as a sentence."""
    printing = [
        row
        for indicator in book.catalogue.indicators.values()
        if indicator.measure in ("growth_yoy", "growth_annual_average")
        for row in book.rows(indicator.id)
        if row.status == "target" and row.publication.document and row.period and row.period.whole_years
    ]
    holding = len({row.publication.id for row in printing})
    count, among = (counted(one, language) for one in (holding, len(book.catalogue.documents)))
    if not printing:
        return say("growth_targets_none", language, among)
    key = "growth_targets" if holding > 1 else "growth_target"
    return Said(say(key, language, among, count.capitalize()), printing)


def targets_printed(book: Book, language: str) -> Said:
    """How many of the documents print targets, as a sentence."""
    printing = [
        row
        for indicator in book.catalogue.indicators
        for row in book.rows(indicator)
        if row.status == "target" and row.publication.document
    ]
    holding = len({row.publication.id for row in printing})
    count, among = (counted(one, language) for one in (holding, len(book.catalogue.documents)))
    if not printing:
        return say("targets_printed_none", language, among)
    key = "targets_printed" if holding > 1 else "targets_printed_one"
    return Said(say(key, language, among, count.capitalize()), printing)
