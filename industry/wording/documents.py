"""What is said of the documents as a whole, and of targets that are shown: how many there are, whose, of which kind.
Counted from the rows, never asserted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Observation
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


def growth_targets(rows: Iterable[Observation], language: str) -> Said:
    """How many of these targets are annual growth, and whose, as a sentence; nothing of no targets."""
    shown = list(rows)
    printing = [
        row
        for row in shown
        if row.indicator.measure in ("growth_yoy", "growth_annual_average")
        if row.period and row.period.whole_years
    ]
    if not printing:
        return say("growth_targets_none", language) if shown else Said()
    return Said(say("growth_targets", language, str(len(printing)), each(printing, language)), printing)


def targets_printed(rows: Iterable[Observation], catalogue: Catalogue, language: str) -> Said:
    """How many of these targets the documents print, as a sentence; nothing where they print none of them."""
    printing = [row for row in rows if row.publication.document]
    if not printing:
        return Said()
    return Said(
        say("targets_printed", language, documents(catalogue, language), str(len(printing))), printing
    )


def each(rows: Sequence[Observation], language: str) -> str:
    """江西1项、河北2项: how many of these targets every region has, in the order of the rows."""
    counts = Counter(row.region for row in rows)
    told = (say("targets_each", language, one.name(language), str(count)) for one, count in counts.items())
    return say("listed", language).join(told)
