"""政策重点: what documents set out to do, by themes and documents; and of a word the numbers and the priorities of all
regions side by side.

What a word is found in is decided in ``search``; how tables of it look belongs to the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry import wording
from industry.export import search
from industry.figures.rows.lookup import ended
from industry.rules.lock import comparable, preferred
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Priority, Source
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said, join

_TIERS = ("headline", "core", "detail")


@dataclass(frozen=True)
class Item:
    """A priority in words: whether it is set out, judged or done; its theme; the document with its date, and where
    it stands in that, by the ``source``'s id."""

    kind: str
    theme: str
    text: str
    document: str
    paragraph: int
    source: str


@dataclass(frozen=True)
class Line:
    """An indicator and of each region its latest figure (未收录 where none is held) with what must be said of it."""

    name: str
    unit: str
    cells: tuple[tuple[Said, Said], ...]


@dataclass(frozen=True, eq=False)
class Priorities:
    """``documents`` in the order of their dates, each with what heads its column; ``grid``: by theme, for each of them
    its items."""

    documents: tuple[tuple[Source, str], ...]
    grid: tuple[tuple[str, tuple[tuple[Item, ...], ...]], ...]
    count: int


@dataclass(frozen=True, eq=False)
class Found:
    """What a word is found in: lines of numbers, and each region's items, in the order of the ``regions``."""

    regions: tuple[str, ...]
    lines: tuple[Line, ...]
    items: tuple[tuple[Item, ...], ...]


def priorities(
    tables: Tables,
    language: str,
    theme: str | None = None,
    kind: str | None = None,
    document: str | None = None,
    text: str = "",
) -> Priorities:
    """The priorities of a ``theme``, a ``kind`` and a ``document`` (the id of its source; None: any) in which all words of
    ``text`` are found."""
    catalogue = tables.catalogue
    found = search.priorities(tables, text)
    held = [
        one
        for one in (catalogue.priorities if found is None else found)
        if theme in (None, one.theme) and kind in (None, one.kind) and document in (None, one.source)
    ]
    documents = [one for one in dated(tables) if any(each.source == one.id for each in held)]
    themes = [id for id in catalogue.config.themes if any(one.theme == id for one in held)]
    grid = tuple(
        (
            catalogue.config.themes[id](language),
            tuple(
                tuple(
                    item(tables, one, language) for one in held if (one.source, one.theme) == (source.id, id)
                )
                for source in documents
            ),
        )
        for id in themes
    )
    heads = tuple((one, _head(tables, one, language)) for one in documents)
    return Priorities(heads, grid, sum(len(cell) for _, cells in grid for cell in cells))


def dated(tables: Tables) -> list[Source]:
    """The sources that priorities are of, in the order of their dates."""
    held = {one.source for one in tables.catalogue.priorities}
    return sorted((tables.catalogue.sources[id] for id in held), key=lambda one: (one.published, one.id))


def of_region(tables: Tables, region: str, language: str) -> dict[str, tuple[Item, ...]]:
    """What a region's documents set out to do, by theme in config.yaml's order."""
    catalogue = tables.catalogue
    aims = [
        one
        for one in catalogue.priorities
        if one.kind == "aim" and catalogue.sources[one.source].region == region
    ]
    return {
        id: tuple(item(tables, one, language) for one in aims if one.theme == id)
        for id in catalogue.config.themes
        if any(one.theme == id for one in aims)
    }


def item(tables: Tables, one: Priority, language: str) -> Item:
    """A priority in words."""
    themes, source = tables.catalogue.config.themes, tables.catalogue.sources[one.source]
    kinds = wording.kinds_of_priorities(language)
    head = _head(tables, source, language)
    return Item(
        kinds[one.kind], themes[one.theme](language), one.text(language), head, one.paragraph, one.source
    )


def by_word(tables: Tables, text: str, regions: Sequence[str], year: str | None, language: str) -> Found:
    """What the words of ``text`` are found in, for these regions side by side: of every indicator the latest figure up
    to the year looked at, periods differing; and the priorities."""
    focus = Focus.of(year, tables.catalogue.config.focus)
    lines = []
    for one in sorted(search.indicators(tables, text), key=lambda one: _TIERS.index(one.tier)):
        rows = [_latest(tables, one, id, focus) for id in regions]
        if any(rows):
            unit = wording.unit_name(one, language)
            cells = tuple(_cell(tables, row, language) for row in rows)
            lines.append((sum(1 for row in rows if row), Line(one.name(language), unit, cells)))
    lines.sort(key=lambda pair: -pair[0])
    found = search.priorities(tables, text) or ()
    items = tuple(
        tuple(
            item(tables, one, language) for one in found if tables.catalogue.sources[one.source].region == id
        )
        for id in regions
    )
    names = tuple(tables.catalogue.regions[id].name(language) for id in regions)
    return Found(names, tuple(line for _, line in lines), items)


def _latest(tables: Tables, indicator: Indicator, region: str, focus: Focus) -> Observation | None:
    """The region's last figure up to the year: actual and stated before others."""
    rows = [
        row
        for row in tables.rows(indicator.id, region)
        if focus.year is None or row.period is None or row.period.year <= focus.year
    ]
    sure = [row for row in rows if comparable(row)] or [row for row in rows if row.status == "actual"] or rows
    end = max(map(ended, sure), default=0)
    return next(iter(preferred(row for row in sure if ended(row) == end)), None)


def _cell(tables: Tables, row: Observation | None, language: str) -> tuple[Said, Said]:
    if row is None:
        return wording.say("not_held", language), Said()
    told = [wording.dated(row, language)]
    if row.edition:
        told.append(wording.edition(row.edition, tables.catalogue.config, language))
    if row.status != "actual":
        told.append(wording.status(row.status, language))
    return wording.number(row, language, marked=True), join(told, wording.say("comma", language))


def _head(tables: Tables, source: Source, language: str) -> str:
    """河北 2021年11月."""
    date = citation.date(source, language)
    return " ".join(filter(None, (tables.catalogue.regions[source.region].name(language), date)))
