"""All observations as a table of texts, for reading, searching and taking away.

How a table looks on a page belongs to the pages, in ``ui`` and ``site``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from industry import wording
from industry.export import xlsx
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording import citation

_HEADER = (
    ("地区", "Region"),
    ("主题", "Topic"),
    ("指标", "Indicator"),
    ("期间", "Period"),
    ("数值", "Figure"),
    ("性质", "Kind"),
    ("材料所印", "As printed"),
    ("版本", "Edition"),
    ("本表补上", "Supplied"),
    ("出处", "Source"),
    ("段落", "Paragraph"),
    ("按语", "Note"),
)
_PLAIN = (
    ("数", "Number"),
    ("单位", "Unit"),
    ("地区代码", "Region id"),
    ("指标代码", "Indicator id"),
    ("期间代码", "Period id"),
    ("出处代码", "Source id"),
)
_SOURCES = (
    ("出处代码", "Source id"),
    ("出处", "Source"),
    ("可信度", "Confidence"),
)


def every(tables: Tables) -> list[Observation]:
    """All published observations, by region in the files' order, then by indicator."""
    order = list(tables.catalogue.regions)
    rows = [row for indicator in tables.catalogue.indicators for row in tables.rows(indicator)]
    return sorted(rows, key=lambda row: order.index(row.region.id))


def header(language: str) -> tuple[str, ...]:
    return _named(_HEADER, language)


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


def sheets(tables: Tables, rows: Sequence[Observation], language: str) -> dict[str, xlsx.Sheet]:
    """The rows with plain numbers and ids beside the words, and their sources."""
    body = [(*line(row, tables, language), *_plain(row)) for row in rows]
    listed = [(one.id, citation.full(one, language), one.confidence) for one in citation.sources(rows)]
    return {
        _pick(("数据", "Data"), language): ((*header(language), *_named(_PLAIN, language)), body),
        _pick(("出处", "Sources"), language): (_named(_SOURCES, language), listed),
    }


def _plain(row: Observation) -> tuple[xlsx.Cell, ...]:
    period = str(row.period) if row.period else ""
    ids = row.region.id, row.indicator.id, period, row.publication.id
    return float(row.value), row.indicator.unit, *ids


def _named(pairs: Iterable[tuple[str, str]], language: str) -> tuple[str, ...]:
    return tuple(_pick(one, language) for one in pairs)


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[language != "zh"]
