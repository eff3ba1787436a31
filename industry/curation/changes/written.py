"""What has changed as text, JSON, CSV and workbook: all of it, in each. The words are those of ``lines``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from industry import wording
from industry.curation.changes.lines import Line, heading, lines, summary
from industry.curation.changes.numbers import Number
from industry.curation.difference import Difference
from industry.export.workbook import comma_separated, workbook

_COLUMNS = ("section", "kind", "about", "before", "after", "text")


def text(found: Difference, language: str) -> bytes:
    """Versions, a summary, then every change below the name of its section."""
    return "".join(f"{one}\n" for one in _text(found, language)).encode()


def _text(found: Difference, language: str) -> Iterator[str]:
    versions = wording.short_version(found.before.version), wording.short_version(found.after.version)
    yield wording.worded("changes", "versions", language, *versions)
    yield summary(found, language)
    last = ""
    for one in lines(found, language):
        if one.section != last:
            yield ""
            yield heading(one.section, language)
            last = one.section
        yield f"  {one.text}"


def as_json(found: Difference, language: str) -> bytes:
    """The same, and of each number its ids, its cells and where it appears; of each line the ids of the rows it speaks of."""
    record = {
        "before": found.before.version,
        "after": found.after.version,
        "summary": summary(found, language),
        "numbers": [_number(found, one, language) for one in found.numbers],
        "lines": [
            {**_plain(one), "rows": [row.id for row in one.text.rows]} for one in lines(found, language)
        ],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _number(found: Difference, one: Number, language: str) -> dict[str, Any]:
    where = found.where(one, language)
    return {
        "kind": one.kind,
        "before": one.before.id if one.before else None,
        "after": one.after.id if one.after else None,
        "cells": {cell.column: [cell.before, cell.after] for cell in one.cells},
        "where": [use.title for use in where.uses],
        "why_not": where.why,
        "instead": where.instead.id if where.instead else None,
    }


def csv(found: Difference, language: str) -> bytes:
    return comma_separated(*_table(found, language))


def xlsx(found: Difference, language: str) -> bytes:
    return workbook(
        {wording.worded("changes", "sheet", language): _table(found, language)}, found.after.version
    )


def _table(found: Difference, language: str) -> tuple[list[str], list[list[str]]]:
    header = [wording.worded("changes", f"column_{one}", language) for one in _COLUMNS]
    body = []
    for one in lines(found, language):
        kind = wording.worded("changes", f"kind_{one.kind}", language)
        told = _plain(one) | {"section": heading(one.section, language), "kind": kind}
        body.append([told[column] for column in _COLUMNS])
    return header, body


def _plain(one: Line) -> dict[str, str]:
    return {column: str(getattr(one, column)) for column in _COLUMNS}


FORMATS: Mapping[str, Callable[[Difference, str], bytes]] = {
    "text": text,
    "json": as_json,
    "csv": csv,
    "xlsx": xlsx,
}
