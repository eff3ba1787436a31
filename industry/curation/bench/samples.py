"""Of the sources that there are those that somebody looks for, and the one that a file's new source is most like: of a publisher, or of the
region, that the file names. Where neither is named, or more than one, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from industry.curation.bench.kinds import Kind
from industry.curation.sheets import books
from industry.tables.tables import Tables
from industry.text import document
from industry.text.alike import alike
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source
from industry.vocabulary.strict_record import STRAIGHT

_HEAD = 3
"""Lines of a sheet or a text in which it is said whose it is."""


def matching(words: str, every: Iterable[Source], tables: Tables) -> tuple[Source, ...]:
    """The sources of which title, publisher, date, region and id hold all of some words, in any order, whatever dashes, quotation
    marks and widths they are typed with."""
    asked = _even(words).split()
    return tuple(one for one in every if all(word in _said(one, tables) for word in asked))


def _said(one: Source, tables: Tables) -> str:
    region = tables.catalogue.regions.get(one.region)
    texts = [text for text in (one.title, one.publisher, one.via, region.name if region else None) if text]
    return _even(
        " ".join([one.id, one.date or "", *(text(tongue) for text in texts for tongue in fields.LANGUAGES)])
    )


def _even(text: str) -> str:
    return alike(text).translate(STRAIGHT)


def fitting(kind: Kind, name: str, data: bytes, every: Sequence[Source], tables: Tables) -> str:
    """The id of the sample among ``every``, the newest first; empty where none fits. Raises Unreadable, or what ``books.read`` does."""
    lines, head = _lines(kind, name, data)
    whole = "".join([PurePath(name).stem, *lines])
    region = _region("".join([PurePath(name).stem, *head]), tables)
    places = tuple(one.name("zh") for one in tables.catalogue.regions.values())
    publishers = {who for one in every for who in one.publishers("zh")}
    named = {who for who in publishers if who in whole and who[:-1] not in places and who not in places}
    named = {who for who in named if not any(who != other and who in other for other in named)}
    if not region and len(named) != 1:
        return ""
    fit = [
        one
        for one in every
        if (not region or one.region == region)
        and (len(named) != 1 or named.intersection(one.publishers("zh")))
    ]
    if kind == "document":
        fit = [one for one in fit if one.kind in fields.DOCUMENT_KINDS] or fit
    return max(fit, key=lambda one: _alike(one.title.zh, whole)).id if fit else ""


def _region(head: str, tables: Tables) -> str:
    """The one region that a head names, of a region and one above it the lower; empty where it names none or several."""
    regions = tables.catalogue.regions
    named = {id for id, one in regions.items() if one.name("zh") in head}
    lowest = named - {regions[id].parent for id in named}
    return lowest.pop() if len(lowest) == 1 else ""


def _alike(title: str, text: str) -> float:
    """How much of a title's words a text holds, without years and months."""
    bare = re.sub(r"[\d年月—–-]|全年|[上下]半年|前三季度|[一二三四]季度", "", title)
    pairs = [bare[at : at + 2] for at in range(len(bare) - 1)]
    return sum(pair in text for pair in pairs) / max(len(pairs), 1)


def _lines(kind: Kind, name: str, data: bytes) -> tuple[list[str], list[str]]:
    """All lines of a file, and those at the head of each of its parts."""
    if kind == "document":
        every = [one for one in document.text_of(document.read(name, data)).splitlines() if one.strip()]
        return every, every[:_HEAD]
    if kind != "statistics":
        return [], []
    told, heads = [], []
    for sheet in books.read(name, data).sheets:
        rows = ["".join(cell.text for cell in row) for row in sheet.rows]
        rows = [row for row in rows if row.strip()]
        told += [sheet.name, *rows]
        heads += [sheet.name, *rows[:1]]
    return told, heads
