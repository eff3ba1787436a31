"""Proposed rows on the page, drawn by rows.js: each beside what is there, with what is doubted and what is wrong at its cell, to
be accepted and corrected. What is said of a row is judged in ``industry.curation.bench``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from industry import wording
from industry.curation.bench.judged import Judged
from industry.curation.bench.sources import New
from industry.curation.importing import typed_periods
from industry.curation.proposed import Proposed
from industry.curation.refusal import Wrong
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import newest_first
from industry.vocabulary.observation import Observation
from industry.wording import fault_words
from industry.wording.phrases import value as word
from ui.address import language
from ui.curating.said import straight, told
from ui.curating.works import Work
from ui.parts.component import component, keep

_HERE = Path(__file__).parent
_WORDS = (
    "accept_sure", "accept_none", "none", "more", "lacking", "edit", "close", "again", "same_why", "cannot", "doubted", "choose",
    "filter_open", "filter_look", "filter_new", "filter_changed", "filter_chosen", "filter_same", "filter_all", "filter_aside", "aside", "back",
    "head_accept", "head_state", "head_region", "head_indicator", "head_period", "head_value", "head_printed",
)  # fmt: skip
_LISTED = ("indicator", "source", "edition")
"""Columns whose cells are chosen from a list that is searched."""
_WIDE = ("indicator", "source", "note_zh", "note_en", "inferred", "replaces")
_TOOLS, _LINE, _NOTE, _ROOM = 90, 39, 19, 620
"""CSS pixels: what stands above the rows, a row, a line below it, and the most that is kept before they are drawn."""


def show(
    work: Work, tables: Tables, rows: Sequence[Judged], changed: Callable[[Sequence[Proposed]], None]
) -> None:
    """The rows of a work; ``changed`` is called with all of them when some have."""
    key = f"rows-{language()}"

    def taken() -> None:
        sent = st.session_state[key].changed
        if isinstance(sent, dict):
            changed(_applied(work, rows, sent))

    record = {
        "work": work.id,
        "turns": work.turns,
        "language": language(),
        "words": {one: told(one, "{}") for one in _WORDS},
        "rows": [_row(at, one, tables) for at, one in enumerate(rows)],
        "fields": _fields(tables),
        "lists": _lists(tables, work.new),
    }
    room = _room(rows)
    keep(key, (room, room))
    drawn = component(_HERE, "rows", _HERE / "made.js")
    drawn(
        key=key, height=room, data={"record": json.dumps(record, ensure_ascii=False)}, on_changed_change=taken
    )


def _room(rows: Sequence[Judged]) -> int:
    """The height that is kept for the rows before they are drawn: never more than they take."""
    open = [one for one in rows if one.state not in ("same", "repeats")] or rows
    return min(_TOOLS + sum(_LINE + _NOTE * len(one.wrong) for one in open), _ROOM)


def _applied(work: Work, rows: Sequence[Judged], sent: Mapping[str, Any]) -> list[Proposed]:
    """The rows with the changes that hadn't come before."""
    now = list(work.rows or ())
    if len(now) != len(rows):  # proposed anew meanwhile
        return now
    window, last = str(sent.get("window", "")), work.turns.get(str(sent.get("window", "")), 0)
    for one in sent.get("changes", ()):
        if not isinstance(one, dict) or int(one.get("turn", 0)) <= last:
            continue
        last = int(one["turn"])
        match one:
            case {"what": "none"}:
                now = [replace(row, accepted=False) for row in now]
            case {"what": "sure"}:
                now = [
                    replace(row, accepted=row.accepted or each.sure)
                    for row, each in zip(now, rows, strict=True)
                ]
            case {"what": "accept", "row": int(at), "value": bool(yes)} if 0 <= at < len(now):
                now[at] = replace(now[at], accepted=yes and rows[at].possible)
            case {"what": "aside", "row": int(at), "value": bool(yes)} if 0 <= at < len(now):
                told_of = {**now[at].told, "aside": "yes" if yes else ""}
                now[at] = replace(now[at], accepted=False, told=told_of)
            case {"what": "cell", "row": int(at), "column": str(column), "value": str(text)} if (
                0 <= at < len(now)
            ):
                now[at] = _corrected(now[at], column, text.strip())
    work.turns[window] = last
    return now


def _corrected(row: Proposed, column: str, text: str) -> Proposed:
    """A row with another cell: what was doubted of it is so no more, and it stays so where the row is proposed anew."""
    if column == "period":
        text = typed_periods.typed(text) or text
    doubted = " ".join(one for one in row.doubted if one != column)
    touched = " ".join(dict.fromkeys([*row.told.get("touched", "").split(), column]))
    told_of = {**row.told, "doubted": doubted, "touched": touched}
    if column == "region":
        return replace(row, region=text, told=told_of)
    if column == "replaces":
        return replace(row, replaces=text, told={**told_of, "was": ""})
    return replace(row, cells={**row.cells, column: text}, told=told_of) if column in fields.COLUMN else row


def _row(at: int, one: Judged, tables: Tables) -> dict[str, Any]:
    """A row as rows.js shows it."""
    row, tongue, catalogue = one.row, language(), tables.catalogue
    region = catalogue.regions.get(row.region)
    indicator = catalogue.indicators.get(row.cells.get("indicator", ""))
    own = [tables.row(id) for id in one.held]
    figure, period = _figure(one, tables)
    held = [(row.id, _held(row)) for row in own]
    return {
        "at": at,
        "state": one.state,
        "tag": told(f"state_{one.state}"),
        "accepted": row.accepted and one.possible,
        "can": one.possible,
        "sure": one.sure,
        "region": region.name(tongue) if region else row.region,
        "indicator": indicator.name(tongue)
        if indicator
        else row.cells.get("indicator") or row.told.get("name", ""),
        "period": period,
        "small": wording.edition(row.cells["edition"], catalogue.config, tongue)
        if row.cells.get("edition")
        else "",
        "value": figure,
        "status": wording.status(row.cells.get("status", ""), tongue)
        if row.cells.get("status", "") in fields.STATUSES and row.cells["status"] != "actual"
        else "",
        "aside": bool(row.told.get("aside")),
        "old": _beside(one, own, tables),
        "passage": row.told.get("passage", ""),
        "doubts": [(column, "") for column in row.doubted],
        "faults": [(wrong.column, _sentence(wrong)) for wrong in one.wrong],
        "cells": {name: row.cells.get(name, "") for name in fields.COLUMN}
        | {"region": row.region, "replaces": row.replaces, "period": _typed(row.cells.get("period", ""))},
        "options": [("", told("beside")), *held],
    }


def _typed(period: str) -> str:
    """A period in words where they are read back as the same; else as the tables have it."""
    found = periods.read(period, "flow")
    words = wording.period(found, language()) if found else period
    return words if typed_periods.typed(words) == period else period


def _figure(one: Judged, tables: Tables) -> tuple[str, str]:
    """Value and period in words; as they are written where they can't be worded."""
    cells, tongue = one.row.cells, language()
    if one.observed is not None:
        return wording.number(one.observed, tongue), wording.period(one.observed.period, tongue)
    if one.state == "same":
        row = tables.row(one.row.replaces or one.held[0])
        return wording.number(row, tongue), wording.period(row.period, tongue)
    indicator = tables.catalogue.indicators.get(cells.get("indicator", ""))
    unit = wording.unit(indicator, tongue) if indicator else one.row.told.get("unit", "")
    ends = [cells.get("value", ""), cells.get("value_to", "")]
    period = cells.get("period", "")
    found = periods.read(period, indicator.timing if indicator else "flow")
    when = wording.period(found, tongue) if found else period
    return "–".join(filter(None, ends)) + unit if any(ends) else "", when


def _beside(one: Judged, held: Sequence[Observation], tables: Tables) -> str:
    """What is there of the same figure, in a few words."""
    if one.state == "replaces":
        try:
            was, cells = tables.row(one.row.replaces), tables.cells(one.row.replaces)
        except KeyError:
            return told("no_such_row")
        others = [name for name in fields.COLUMN if cells[name] != one.row.cells.get(name, "")]
        if {"value", "value_to", "qualifier", "as_printed"}.intersection(others) or one.wrong:
            return told("instead_of", wording.number(was, language()))
        heads = told("listed").join(fields.COLUMN[name].head(language()) for name in others)
        return told("other_columns", heads or told("head_region"))
    if one.state in ("same", "repeats") or not held:
        return ""
    row = held[0]
    return told(
        "held_differs" if one.state == "differs" else "held_elsewhere", wording.number(row, language())
    )


def _held(row: Observation) -> str:
    source = row.source.title(language()) if row.source else ""
    return told("instead", wording.number(row, language()), source)


def _sentence(wrong: Wrong) -> str:
    """What is wrong, behind the head of its column, at which it stands only while the row is open."""
    column = fields.COLUMN.get(wrong.column)
    if wrong.fault and wrong.fault.code == "empty_cell":  # on the page a row can be put aside
        said = told("empty_here")
    else:
        said = fault_words.on_page(wrong.fault, language()) if wrong.fault else wrong.told(language())
    return told("at_column", column.head(language()), said) if column else straight(said)


def _fields(tables: Tables) -> list[dict[str, Any]]:
    """The cells of an opened row, in the order in which somebody fills them in."""
    tongue = language()
    closed = {
        "status": [(one, wording.status(one, tongue)) for one in fields.STATUSES],
        "qualifier": [
            ("", told("exact")),
            *((one, word("qualifier", one, tongue).format("…")) for one in fields.QUALIFIERS if one),
        ],
        "by_hand": [("", told("no")), ("yes", told("yes"))],
        "inferred": [(one, wording.bases([one], tongue)) for one in fields.INFERRED],
    }
    regions = [(id, one.name(tongue)) for id, one in tables.catalogue.regions.items()]
    first: list[dict[str, Any]] = [{"name": "region", "label": told("head_region"), "options": regions}]
    last: list[dict[str, Any]] = [
        {"name": "replaces", "label": told("replaces"), "options": [], "wide": True}
    ]
    own = [
        {
            "name": column.name,
            "label": column.head(tongue),
            "options": closed.get(column.name),
            "list": column.name if column.name in _LISTED else None,
            "several": column.name == "inferred",
            "wide": column.name in _WIDE,
        }
        for column in fields.COLUMNS
    ]
    return [*first, *own, *last]


def _lists(tables: Tables, new: New | None) -> dict[str, list[tuple[str, str]]]:
    """What is chosen from long lists, by the words that are searched for."""
    catalogue, tongue = tables.catalogue, language()
    every = [*([new.source] if new else []), *catalogue.sources.values()]
    newest = newest_first(every)
    return {
        "indicator": [
            (one.id, told("coded", f"{one.name(tongue)} · {wording.unit_name(one, tongue)}", one.id))
            for one in catalogue.indicators.values()
        ],
        "source": [
            (one.id, told("coded", f"{one.date or ''} {one.title(tongue)}".strip(), one.id)) for one in newest
        ],
        "edition": [(id, name(tongue)) for id, name in catalogue.config.editions.items()],
    }
