"""The tables' observations, sources and findings as tables of texts, for reading, searching and taking away:
which there are, in which order, and the columns of each.

How a table looks on a page belongs to the pages, in ``ui`` and ``site``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from industry import wording
from industry.export import workbook
from industry.rules.comparison import Comparison, verdict
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording import citation

PLANNED = ("target", "forecast", "policy")
"""What is listed beside the figures of targets, by status."""
_OF_NOTE = ("conflict", "out_of_line", "coverage_differs", "agrees_within_rounding")


def every(tables: Tables) -> list[Observation]:
    """All published observations, by region in the files' order, then by topic."""
    return [row for id in tables.catalogue.regions for row in of_region(tables, id)]


def of_region(tables: Tables, region: str, topic: str | None = None) -> list[Observation]:
    """A region's observations, by topic in config.yaml's order."""
    order = list(tables.catalogue.config.topics)
    rows = [
        row
        for one in tables.catalogue.indicators.values()
        if topic is None or one.topic == topic
        for row in tables.rows(one.id, region)
    ]
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
    return columns(language, *told, "source", "paragraph", "note")


def line(row: Observation, tables: Tables, language: str) -> tuple[str, ...]:
    """An observation in words, one text for each column of ``header``."""
    config = tables.catalogue.config
    return (
        row.region.name(language),
        config.topics[row.indicator.topic](language),
        row.indicator.name(language),
        wording.period(row.period, language),
        wording.number(row, language),
        wording.status(row.status, language),
        row.as_printed,
        wording.edition(row.edition, config, language) if row.edition else "",
        wording.supplied(row.inferred, language),
        brief(row.publication, language),
        str(row.paragraph or ""),
        row.note_zh if language == "zh" else row.note_en,
    )


def brief(source: Source, language: str) -> str:
    """Publisher and date."""
    parts = (source.publisher(language), citation.date(source, language))
    return ("，" if language == "zh" else ", ").join(filter(None, parts))


def words(row: Observation) -> str:
    """What a row may be found by besides what it shows: ids, and its names in the other language."""
    names = (row.region.name, row.indicator.name, row.publication.publisher, row.publication.title)
    told = [text(language) for text in names for language in ("zh", "en")]
    return " ".join((*told, row.indicator.id, row.publication.id, f"{row.value}"))


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
        )
        for row in rows[:most]
    ]
    header = columns(language, "region", "indicator", "period", "figure", "kind", "why_apart", "source")
    return header, lines, len(rows)


def sources(tables: Tables, language: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and lines of all sources; the last column is an address or empty."""
    header = columns(language, "source", "publisher", "via", "date", "confidence", "address")
    return header, [
        (
            one.title(language),
            one.publisher(language),
            one.via(language) if one.via else "",
            citation.date(one, language),
            one.confidence,
            one.url or "",
        )
        for one in tables.catalogue.sources.values()
    ]


@dataclass(frozen=True)
class Told:
    """Sentences, and how many there would be if all were told."""

    sentences: tuple[str, ...]
    count: int


def findings(tables: Tables, language: str, most: int | None = None) -> tuple[Told, Told]:
    """The findings to note, the gravest first, and those that agree: of each the ``most`` first in words."""
    found = sorted(tables.findings, key=lambda one: (*_OF_NOTE, one.code).index(one.code))
    parted = ([one for one in found if (one.code in _OF_NOTE) == noted] for noted in (True, False))
    noted, agreed = (
        Told(tuple(wording.audit(one, language) for one in held[:most]), len(held)) for held in parted
    )
    return noted, agreed


def sheets(tables: Tables, rows: Sequence[Observation], language: str) -> dict[str, workbook.Sheet]:
    """The rows with plain numbers and ids beside the words, and their sources."""
    body = [(*line(row, tables, language), *_plain(row)) for row in rows]
    more = columns(language, "number", "unit", "region_id", "indicator_id", "period_id", "source_id")
    name = wording.worded("columns", "data_sheet", language)
    return {name: ((*header(language), *more), body), **sources_sheet(citation.sources(rows), language)}


def sources_sheet(sources: Iterable[Source], language: str) -> dict[str, workbook.Sheet]:
    """The sheet of these sources, by its name."""
    listed = [(one.id, citation.full(one, language), one.confidence) for one in citation.ordered(sources)]
    name = wording.worded("columns", "sources_sheet", language)
    return {name: (columns(language, "source_id", "source", "confidence"), listed)}


def _plain(row: Observation) -> tuple[workbook.Cell, ...]:
    period = str(row.period) if row.period else ""
    ids = row.region.id, row.indicator.id, period, row.publication.id
    return float(row.value), row.indicator.unit, *ids


def columns(language: str, *keys: str) -> tuple[str, ...]:
    """A header: the words of these columns."""
    return tuple(wording.worded("columns", one, language) for one in keys)
