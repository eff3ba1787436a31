"""``data/datapackage.json``: what the tables hold, as a Frictionless Data Package says it, so that other programs can read and check
them. It is made from ``fields`` and from the records that the tables name, is no part of the tables and changes no version;
``check`` and ``adopt`` write it. What is right and wrong in the tables is judged in ``tables``, of which a table schema can say
only a part.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from industry import wording
from industry.export.texts.written import write
from industry.tables import reader
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator, Region, Source
from industry.vocabulary.strict_record import Record, Text

NAME = "data/datapackage.json"
_FOLDER = "data/"
_NAMED = {"indicator": "indicators", "source": "sources", "edition": "editions"}
"""Columns whose cells are ids, and the resources that list them."""
_say = partial(wording.worded, "datapackage")

Descriptor = dict[str, Any]


def fresh(files: Mapping[str, bytes], tables: Tables) -> bytes:
    """The package of these files, which are those of the ``tables``: the same for the same files, to the byte."""
    config = tables.catalogue.config
    package = {
        "profile": "data-package",
        "name": "provincial-industry",
        "title": _both("title", *(config.title(language) for language in fields.LANGUAGES)),
        "description": _both("description"),
        "version": tables.version,
        "keywords": [
            _say(one, language) for one in ("industry", "statistics") for language in fields.LANGUAGES
        ],
        "licenses": [{"name": "notspecified", "title": _both("licence")}],
        "contributors": [{"title": _both("curators"), "role": "wrangler"}],
        "sources": [{"title": one} for one in _publishers(tables.catalogue.sources.values())],
        "resources": [
            *(_table(files, region) for region in _shown(tables)),
            *_records(tables),
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def keep(folder: Path, tables: Tables) -> None:
    """Write the package of a folder's tables where another one lies, or none. What can't be written, or was edited since it was
    read, stays as it is: the package only says again what the tables say."""
    files = contents(folder)
    if reader.content(files) != tables.content:
        return
    made, path = fresh(files, tables), folder / NAME
    try:
        if not path.is_file() or path.read_bytes() != made:
            write(path, made)
    except OSError:
        return


def schema(header: Sequence[str]) -> Descriptor:
    """The table schema of a table with these columns. What spreadsheets leave empty at the right has a place, and no name."""
    columns = (
        _field(fields.COLUMN[name]) if name else {"name": f"empty_{at}", "type": "string"}
        for at, name in enumerate(header, start=1)
    )
    return {
        "fields": list(columns),
        "missingValues": [""],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": resource, "fields": ["id"]}}
            for name, resource in _NAMED.items()
            if name in header
        ],
    }


def _field(column: fields.Column) -> Descriptor:
    constraints: Descriptor = {"required": not (column.optional or column.open)}
    if column.allowed and column.several:
        one = "|".join(column.allowed)
        constraints["pattern"] = f"({one})( ({one}))*"
    elif column.allowed:
        constraints["enum"] = [one for one in column.allowed if one]
    elif column.pattern:
        constraints["pattern"] = column.pattern
    elif column.kind == "integer":
        constraints["minimum"] = 1
    return {
        "name": column.name,
        "type": column.kind,
        "title": f"{column.head_zh} {column.head_en}",
        "description": f"{column.zh} {column.en}",
        "example": column.good,
        "constraints": constraints,
    }


def _table(files: Mapping[str, bytes], region: Region) -> Descriptor:
    """A region's table, as it lies beside the package."""
    name = f"{_FOLDER}observations/{region.id}.csv"
    encoding = "utf-8-sig" if files[name].startswith(b"\xef\xbb\xbf") else "utf-8"
    rows = csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline=""))
    header = [one.strip() for one in next(rows)]
    unnamed = {"header": False, "commentRows": [1]}  # columns are known by their places then
    return {
        "profile": "tabular-data-resource",
        "name": region.id,
        "title": _both("table", *(region.name(language) for language in fields.LANGUAGES)),
        "path": name.removeprefix(_FOLDER),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "dialect": {"skipBlankRows": True, **({} if all(header) else unnamed)},
        "schema": schema(header),
    }


def _shown(tables: Tables) -> Iterable[Region]:
    return (one for one in tables.catalogue.regions.values() if one.id in tables.tables)


def _records(tables: Tables) -> Iterable[Descriptor]:
    """What the tables name by ids: the records of the YAML files beside them, with what says what a figure is."""
    catalogue = tables.catalogue
    yield _listed("indicators", map(_indicator, catalogue.indicators.values()))
    yield _listed("sources", map(_source, catalogue.sources.values()), region="regions")
    yield _listed(
        "editions", ({"id": id, **_texts(name=name)} for id, name in catalogue.config.editions.items())
    )
    yield _listed("regions", map(_region, catalogue.regions.values()))


def _indicator(one: Indicator) -> Descriptor:
    names = _texts(name=one.name, of=one.of, definition=one.definition)
    return {
        **_cells(one, "id"),
        **names,
        **_cells(one, "unit", "topic", "measure", "timing", "tier", "scope", "prices"),
    }


def _source(one: Source) -> Descriptor:
    names = _texts(title=one.title, publisher=one.publisher, via=one.via)
    said = _cells(one, "date", "kind", "region", "producer", "access", "url", "confidence")
    return {**_cells(one, "id"), **names, **said}


def _region(one: Region) -> Descriptor:
    return {**_cells(one, "id"), **_texts(name=one.name), **_cells(one, "level", "parent", "code")}


def _cells(one: Record, *names: str) -> Descriptor:
    return {name: getattr(one, name) for name in names}


def _texts(**texts: Text | None) -> Descriptor:
    return {
        f"{name}_{end}": getattr(text, end) if text else None
        for name, text in texts.items()
        for end in fields.LANGUAGES
    }


def _listed(name: str, rows: Iterable[Descriptor], **named: str) -> Descriptor:
    """Records as a table that the package holds itself, in text alone; ``named``: columns with ids of other resources."""
    held = list(rows)
    columns = list(held[0]) if held else ["id"]
    keys = [
        {"fields": [column], "reference": {"resource": resource, "fields": ["id"]}}
        for column, resource in named.items()
    ]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": _both(name),
        "data": [list(columns), *([row[one] or "" for one in columns] for row in held)],
        "schema": {
            "fields": [
                {
                    "name": one,
                    "type": "string",
                    "constraints": {"required": True, "unique": True} if one == "id" else {},
                }
                for one in columns
            ],
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": keys,
        },
    }


def _publishers(sources: Iterable[Source]) -> list[str]:
    """Each publisher once, in both languages."""
    return list(dict.fromkeys(f"{one.publisher.zh} {one.publisher.en}" for one in sources))


def _both(key: str, *facts: str) -> str:
    """What is said in Chinese and English; of the facts the first is Chinese, the second English."""
    told = (_say(key, language, *facts[at : at + 1]) for at, language in enumerate(fields.LANGUAGES))
    return " ".join(told)
