"""Proposed rows of the office's documents beside the rows that the tables hold of them: how many of these are proposed at
their place, and of the proposals there, how often each field is right. Once with all that is known, once without the
aliases that no other document uses, once without the indicators that no other source has."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks import proof, sentences
from benchmarks.measured import Measured, seconds
from industry import project
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.document import Document
from industry.text.passage import Passage
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Indicator, Source
from industry.vocabulary.observation import Observation
from industry.vocabulary.printed import words

BUDGETS = {
    "not proposed": 0.05, "region": 0.03, "value": 0.03, "unit": 0.03, "qualifier": 0.03, "status": 0.05, "period": 0.15,
}  # fmt: skip
"""The most that may be wrong."""
WRITTEN = date(2021, 7, 25)
LONGEST = 0.4
"""Seconds that a page of text may take."""
FIELDS = ("region", "period", "value", "unit", "status", "qualifier", "as printed", "indicator", "candidates")


def run(quick: bool) -> Iterator[Measured]:
    named = os.environ.get("DOCUMENTS")
    tables = project.store(project.folder()).current().tables
    assert tables is not None
    if not named:
        yield Measured("proposed rows: left out", 0, None, "no DOCUMENTS=folder")
        return
    shelf = project.documents(Path(named), named)
    for told, knowing in (
        ("", known),
        (", own aliases unknown", unaliased),
        (", own indicators unknown", strange),
    ):
        total: Counter[str] = Counter()
        for source in tables.catalogue.documents:
            try:
                counted = of_document(source, shelf, tables, knowing(tables, source, shelf))
            except Unreadable as refused:
                yield Measured(f"{source.id}: {refused.code}", 0, None, "unreadable")
                continue
            total.update(counted)
            yield from _told(f"{source.id}{told}", counted)
        yield from _budgeted(f"all documents{told}", total, knowing is known)
    yield page(tables)


def page(tables: Tables) -> Measured:
    """How long it takes to propose rows from a page of text."""
    lines: list[str] = []
    for one in sentences.true(tables, 200):
        if sum(map(len, lines)) > proof.PAGE:
            break
        lines.append(one.text.replace("\n", ""))
    document = Document("page.txt", tuple(lines))
    propose(document, tables, WRITTEN, None)
    taken = sorted(seconds(lambda: propose(document, tables, WRITTEN, None)) for _ in range(9))
    told = f"{taken[len(taken) // 2] * 1000:.0f} ms"
    return Measured(
        "rows proposed from a page", taken[len(taken) // 2] / LONGEST, 1, f"{LONGEST * 1000:.0f} ms", told
    )


def known(tables: Tables, source: Source, shelf: Shelf) -> Tables:
    return tables


def unaliased(tables: Tables, source: Source, shelf: Shelf) -> Tables:
    """Without the aliases that stand in this document and in no other one."""
    texts = {one.id: alike("\n".join(shelf.of(one).parts)) for one in tables.catalogue.documents}
    others = [text for id, text in texts.items() if id != source.id]

    def own(alias: str) -> bool:
        return alike(alias) in texts[source.id] and not any(alike(alias) in text for text in others)

    kept = {
        one.id: one.model_copy(update={"aliases": tuple(alias for alias in one.aliases if not own(alias))})
        for one in tables.catalogue.indicators.values()
    }
    return _with(tables, kept)


def strange(tables: Tables, source: Source, shelf: Shelf) -> Tables:
    """Without the indicators of which this document alone has figures, and their aliases."""
    only = {
        one.id
        for one in tables.catalogue.indicators.values()
        if (rows := tables.rows(one.id)) and all(row.source is source for row in rows)
    }
    kept = {id: one for id, one in tables.catalogue.indicators.items() if id not in only}
    while lost := [id for id, one in kept.items() if not set(one.relations()) <= set(kept)]:
        kept = {id: one for id, one in kept.items() if id not in lost}
    return _with(tables, kept)


def _with(tables: Tables, indicators: Mapping[str, Indicator]) -> Tables:
    return replace(tables, catalogue=replace(tables.catalogue, indicators=indicators))


def of_document(source: Source, shelf: Shelf, tables: Tables, knowing: Tables) -> Counter[str]:
    """What is right of a document's proposals: counted by field, with the number of rows and of proposals."""
    document = shelf.of(source)
    found = propose(document, knowing, written(source), source.region)
    counted: Counter[str] = Counter({"proposals": len(found)})
    taken: set[int] = set()
    for row in tables.rows():
        place = shelf.passage(row) if row.source is source else None
        if not isinstance(place, Passage):
            continue
        counted["rows"] += 1
        at = nearest(place, found, document)
        if at is None:
            counted["missed"] += 1
            continue
        taken.add(at)
        one = found[at]
        counted["met"] += 1
        counted["filled"] += one.indicator is not None
        counted["known"] += row.indicator.id in knowing.catalogue.indicators
        for field in FIELDS:
            counted[field] += RIGHT[field](one, row)
    counted["besides"] = len(found) - len(taken)
    return counted


def written(source: Source) -> date | None:
    year, month, day = (
        (*source.published, 12, 28)[:3] if len(source.published) < 2 else (*source.published, 28)[:3]
    )
    return date(year, month, day)


def nearest(place: Passage, found: Iterable[Proposal], document: Document) -> int | None:
    """The proposal that shares most of a row's print, by its place."""
    best, share = None, 0.0
    for at, one in enumerate(found):
        if one.paragraph != place.part:
            continue
        shared = min(one.end, place.end) - max(one.start, place.start)
        union = max(one.end, place.end) - min(one.start, place.start)
        if shared / union > share:
            best, share = at, shared / union
    return best


def _same(one: Indicator | None, other: Indicator) -> bool:
    return one is not None and one.id == other.id


def _unit(one: Proposal, row: Observation) -> bool:
    return one.unit == row.indicator.unit or one.unit in words.unit_of(row.indicator.unit).words


RIGHT: Mapping[str, Callable[[Proposal, Observation], bool]] = {
    "region": lambda one, row: one.region == row.region.id,
    "period": lambda one, row: one.period == (str(row.period) if row.period else ""),
    "value": lambda one, row: (one.value, one.value_to) == (row.value, row.value_to),
    "unit": _unit,
    "status": lambda one, row: one.status == row.status,
    "qualifier": lambda one, row: one.qualifier == row.qualifier,
    "as printed": lambda one, row: alike(one.as_printed) == alike(row.as_printed),
    "indicator": lambda one, row: _same(one.indicator, row.indicator),
    "candidates": lambda one, row: any(_same(each, row.indicator) for each in (one.indicator, *one.candidates)),
}  # fmt: skip


def _told(what: str, counted: Counter[str]) -> Iterator[Measured]:
    rows, met = counted["rows"], counted["met"]
    if not rows:
        yield Measured(what, 0, None, "no rows", f"{counted['besides']} proposals")
        return
    fields = ", ".join(f"{field} {counted[field] / met:.0%}" for field in FIELDS if field != "indicator")
    indicator = f"indicator {counted['indicator']} of {counted['filled']} filled"
    yield Measured(
        f"{what}: rows not proposed", counted["missed"] / rows, None, f"{rows} rows, {counted['besides']} proposals besides",
        f"{fields}; {indicator}",
    )  # fmt: skip


def _budgeted(what: str, counted: Counter[str], binding: bool) -> Iterator[Measured]:
    met, rows = counted["met"] or 1, counted["rows"] or 1
    peer = f"{counted['met']} proposals at rows' places"
    yield Measured(
        f"{what}: rows not proposed", counted["missed"] / rows, BUDGETS["not proposed"] if binding else None, f"{rows} rows",
        f"{counted['besides']} proposals besides",
    )  # fmt: skip
    for field in FIELDS:
        if field != "indicator":
            wrong = 1 - counted[field] / ((counted["known"] or 1) if field == "candidates" else met)
            yield Measured(f"{what}: {field} wrong", wrong, BUDGETS.get(field) if binding else None, peer)
    filled = counted["filled"] or 1
    yield Measured(
        f"{what}: indicator wrong where filled", 1 - counted["indicator"] / filled, None, f"{filled} filled of {met}",
        f"{met - counted['known']} rows of unknown indicators" if counted["known"] < met else "",
    )  # fmt: skip
