"""The tables' observations, sources and findings as tables of texts, for reading, searching and taking away:
which there are, in which order, and the columns of each.

How a table looks on a page belongs to the pages, in ``ui`` and ``site``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import digits

from industry import wording
from industry.export import workbook
from industry.figures.context import Tables
from industry.figures.finished import disputed
from industry.figures.rows.derived import derived_rows
from industry.rules.comparison import Comparison
from industry.rules.suspicions import suspicions
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Source
from industry.vocabulary.fields import LANGUAGES
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said, join

PLANNED = ("target", "forecast", "policy")
"""What is listed beside the figures of targets, by status."""
_OF_NOTE = ("conflict", "suspicious", "out_of_line", "coverage_differs", "agrees_within_rounding")


def every(tables: Tables) -> list[Observation]:
    """All observations, published and derived, by region in the files' order, then by topic and indicator, the newest
    of each first."""
    return [row for id in tables.catalogue.regions for row in of_region(tables, id)]


def of_region(tables: Tables, region: str, topic: str | None = None) -> list[Observation]:
    """A region's observations, by topic in config.yaml's order and indicator, the newest first; of a topic the derived
    ones last."""
    order = list(tables.catalogue.config.topics)
    held = (tables.rows(one, region) for one in tables.catalogue.indicators)
    printed = (row for rows in held for row in sorted(rows, key=lambda row: -row.until))
    worked = derived_rows(tables, tables.catalogue.regions[region])
    rows = [row for row in (*printed, *worked) if topic in (None, row.indicator.topic)]
    return sorted(rows, key=lambda row: order.index(row.indicator.topic))


def of_status(tables: Tables, status: str) -> list[Observation]:
    """All observations of one status."""
    return [row for row in every(tables) if row.status == status]


def topics(tables: Tables, region: str, language: str) -> dict[str, str]:
    """The topics on which a region has figures, by id."""
    held = {one.topic for one in tables.catalogue.indicators.values() if tables.rows(one.id, region)}
    return {id: name(language) for id, name in tables.catalogue.config.topics.items() if id in held}


def header(language: str) -> tuple[str, ...]:
    told = ("region", "topic", "indicator", "period", "figure", "kind", "as_printed", "edition", "supplied")
    return columns(language, *told, "source", "paragraph", "note", "formula", "terms")


def line(row: Observation, tables: Tables, language: str) -> tuple[str, ...]:
    """An observation in words, one text for each column of ``header``."""
    config = tables.catalogue.config
    return (
        row.region.name(language),
        config.topics[row.indicator.topic](language),
        row.indicator.name(language),
        wording.period(row.period, language),
        wording.number(row, language),
        wording.status(row.status, language) + wording.derived_mark(row, language),
        row.as_printed,
        edition(row, tables, language),
        wording.supplied(row.inferred, language),
        wording.origin(row, language),
        str(row.paragraph or ""),
        note(row, tables, language),
        wording.formula(row, language),
        wording.terms(row, language),
    )


def edition(row: Observation, tables: Tables, language: str) -> str:
    """Of which edition a row is, empty where it is of none."""
    return wording.edition(row.edition, tables.catalogue.config, language) if row.edition else ""


def origin(row: Observation) -> str:
    """Which of `wording.origins` a row is of."""
    if row.derived:
        return "derived"
    return "documents" if row.publication.document else "statistics"


def note(row: Observation, tables: Tables, language: str) -> Said:
    """The curators' caveat, and what disputes the figure."""
    caveat = Said(row.note_zh if language == "zh" else row.note_en)
    told = [one for one in (caveat, *disputes(row, tables, language)) if one]
    return join((*map(wording.clause, told[:-1]), *told[-1:]), wording.say("joined", language))


def disputes(row: Observation, tables: Tables, language: str) -> tuple[Said, ...]:
    """What the checks found against a figure."""
    return tuple(wording.dispute(one, row, language) for one in disputed(tables, [row]))


def words(row: Observation) -> str:
    """What a row may be found by besides what it shows: ids, and its names in the other language."""
    printed = (text for one in row.sources for text in (one.publisher, one.title))
    told = [
        text(language) for text in (row.region.name, row.indicator.name, *printed) for language in LANGUAGES
    ]
    return " ".join((*told, row.indicator.id, *(one.id for one in row.sources), f"{row.value}"))


def apart(
    tables: Tables, concept: str, found: Comparison, regions: Sequence[str], language: str, most: int
) -> tuple[tuple[str, ...], list[tuple[str, ...]], int]:
    """What a concept holds beside a comparison of ``regions``: every other figure of theirs and of the
    benchmark, with the reason why it stands apart. Header, the ``most`` first lines, and how many there are."""
    shown = {row.id for row in (*found.drawn, *((found.benchmark,) if found.benchmark else ()))}
    against = found.drawn[0] if found.drawn else None
    held = {*regions, tables.catalogue.benchmark.id}
    rows = [
        row
        for indicator in tables.catalogue.of_concept(concept)
        for row in tables.rows(indicator.id)
        if row.id not in shown and row.region.id in held
    ]
    config = tables.catalogue.config
    lines: list[tuple[str, ...]] = [
        (
            row.region.name(language),
            row.indicator.name(language),
            wording.period(row.period, language),
            wording.number(row, language),
            wording.status(row.status, language),
            wording.reason(verdict(row, against).reason, config, language) if against else "",
            row.publication.publisher(language),
            note(row, tables, language),
        )
        for row in rows[:most]
    ]
    named = ("region", "indicator", "period", "figure", "kind", "why_apart", "source", "note")
    header = columns(language, *named)
    return header, lines, len(rows)


def sources(tables: Tables, language: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and lines of all sources; the last column is an address or empty."""
    header = columns(language, "source", "publisher", "via", "date", "confidence", "address")
    return header, [
        (
            citation.marked(one.title(language), (one,), language),
            one.publisher(language),
            one.via(language) if one.via else "",
            citation.date(one, language),
            one.confidence,
            one.url or "",
        )
        for one in tables.catalogue.sources.values()
    ]


def found(tables: Tables) -> list[Finding]:
    """What the checks found and what is suspicious in the published rows, the gravest first."""
    return sorted(
        (*tables.findings, *suspicions(tables)), key=lambda one: (*_OF_NOTE, one.code).index(one.code)
    )


@dataclass(frozen=True)
class Told:
    """Sentences, and how many there would be if all were told."""

    sentences: tuple[str, ...]
    count: int


def findings(tables: Tables, language: str, most: int | None = None) -> tuple[Told, Told]:
    """The findings to note, the gravest first, and those that agree: of each the ``most`` first in words."""
    every = found(tables)
    parted = ([one for one in every if (one.code in _OF_NOTE) == noted] for noted in (True, False))
    noted, agreed = (
        Told(tuple(wording.audit(one, language) for one in held[:most]), len(held)) for held in parted
    )
    return noted, agreed


def sheets(tables: Tables, rows: Sequence[Observation], language: str) -> dict[str, workbook.Sheet]:
    """The rows with plain numbers and ids beside the words; how the derived ones came about; their sources."""
    body = [(*line(row, tables, language), *_plain(row, language)) for row in rows]
    more = columns(language, "number", "unit", "region_id", "indicator_id", "period_id", "source_id")
    name = wording.worded("columns", "data_sheet", language)
    found = {name: ((*header(language), *more), body), **derived_sheet(rows, tables, language)}
    return found | sources_sheet(citation.sources(rows), language)


def derived_sheet(rows: Iterable[Observation], tables: Tables, language: str) -> dict[str, workbook.Sheet]:
    """The sheet of how derived ones among ``rows`` came about, by its name: a line for each term, with the formula
    and the interval; of terms that are derived themselves too. None where nothing is derived."""
    found: dict[str, Observation] = {}
    waiting = [row for row in rows if row.derived]
    while waiting:
        row = waiting.pop(0)
        if row.id not in found:
            found[row.id] = row
            waiting += [term for term in row.terms if term.derived]
    if not found:
        return {}
    body = [
        (
            *_how(row, tables, language),
            place,
            *_told(term, tables, language),
            wording.origin(term, language),
            term.id,
        )
        for row in found.values()
        for place, term in enumerate(row.terms, start=1)
    ]
    told = columns(language, "region", "indicator", "period", "edition", "figure", "number", "unit")
    term, name = columns(language, "term", "derived_sheet")
    of_term = (f"{term} · {one}" for one in (*told, *columns(language, "source", "id")))
    return {
        name: (
            (*columns(language, "id"), *told, *columns(language, "low", "high", "formula"), term, *of_term),
            body,
        )
    }


def _how(row: Observation, tables: Tables, language: str) -> tuple[workbook.Cell, ...]:
    assert row.derivation is not None
    times = wording.factor(row.indicator, language)
    ends = (float(end * times) for end in (row.derivation.low, row.derivation.high))
    return row.id, *_told(row, tables, language), *ends, wording.formula(row, language)


def _told(row: Observation, tables: Tables, language: str) -> tuple[workbook.Cell, ...]:
    """Whose, what, when, of which edition and how much, in words and as a plain number in the indicator's unit."""
    whose = row.region.name(language), row.indicator.name(language), wording.period(row.period, language)
    return (
        *whose,
        edition(row, tables, language),
        wording.number(row, language),
        number_cell(row, language),
        wording.unit_name(row.indicator, language),
    )


def sources_sheet(sources: Iterable[Source], language: str) -> dict[str, workbook.Sheet]:
    """The sheet of these sources, by its name."""
    listed = [(one.id, citation.full(one, language), one.confidence) for one in citation.ordered(sources)]
    name = wording.worded("columns", "sources_sheet", language)
    return {name: (columns(language, "source_id", "source", "confidence"), listed)}


def _plain(row: Observation, language: str) -> tuple[workbook.Cell, ...]:
    period = str(row.period) if row.period else ""
    ids = row.region.id, row.indicator.id, period, " ".join(one.id for one in row.sources)
    return number_cell(row, language), wording.unit_name(row.indicator, language), *ids


def number_cell(row: Observation, language: str) -> workbook.Number:
    """The figure as a number of the unit that stands beside it, with the digits that its words have."""
    return workbook.Number(wording.value_in(row, language), wording.digits_in(row, language))


def worded_cell(row: Observation | None, words: str, language: str) -> workbook.Cell:
    """A figure as a number, with the words that stand around it; one that is told in another unit as its words."""
    if row is not None:
        number = number_cell(row, language)
        for form in (f"z.{number.digits}f", f"z,.{number.digits}f"):
            before, found, after = words.partition(format(float(number), form).replace("-", "−"))
            if found and not {*before, *after} & {*digits}:
                return workbook.Number(number, number.digits, before, after)
    return str(words)


def columns(language: str, *keys: str) -> tuple[str, ...]:
    """A header: the words of these columns."""
    return tuple(wording.worded("columns", one, language) for one in keys)
