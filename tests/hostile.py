"""Texts that no curator means: a figure, or the tables of a folder, with more behind every text of theirs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from industry import project
from industry.figures.record import Figure, Shape
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import Text
from industry.wording.said import Said

_NO_TEXT = {"id", "chart", "language", "colour", "shape", "finish", "kind"}


def figure(given: Figure, more: str) -> Figure:
    """The figure with ``more`` behind all that it says, and behind the titles of its sources."""
    changed: Figure = _longer(given, more)
    return changed


def _longer(value: Any, more: str) -> Any:
    if isinstance(value, Said):
        return value + more if value and not value.isdigit() else value
    if isinstance(value, str):
        return (
            value
            if not value or value.isdigit() or value in get_args(Shape) or value.startswith("#")
            else value + more
        )
    if isinstance(value, tuple):
        return tuple(_longer(one, more) for one in value)
    if isinstance(value, Source):
        return value.model_copy(
            update={"title": Text.model_construct(zh=value.title.zh + more, en=value.title.en + more)}
        )
    if is_dataclass(value) and not isinstance(value, Observation | type):
        told = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in _NO_TEXT}
        return replace(value, **{name: _longer(held, more) for name, held in told.items()})
    return value


def files(folder: Path, more: str) -> Iterator[tuple[str, bytes]]:
    """The files of a project with ``more`` behind every text in two languages and every caveat, by their names."""
    for path in [folder / "config.yaml", *sorted((folder / "data").rglob("*.*"))]:
        content = path.read_bytes()
        if path.suffix == ".csv":
            content = _noted(content.decode("utf-8-sig"), more).encode()
        elif path.suffix == ".yaml":
            changed = _worded(yaml.safe_load(content), more)
            content = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False).encode()
        yield path.relative_to(folder).as_posix(), content


def tables(folder: Path, more: str) -> Tables:
    """The tables of such files, which must be right."""
    found, faults = project.read(dict(files(folder, more)))
    assert found is not None, faults
    return found


def _noted(table: str, more: str) -> str:
    rows = list(csv.DictReader(io.StringIO(table)))
    changed = [
        {name: cell + more if cell and name.startswith("note_") else cell for name, cell in one.items()}
        for one in rows
    ]
    written = io.StringIO()
    lines = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(changed)
    return written.getvalue()


def _worded(value: Any, more: str) -> Any:
    if isinstance(value, dict):
        both = set(value) == {"zh", "en"}
        return {key: one + more if both else _worded(one, more) for key, one in value.items()}
    return [_worded(one, more) for one in value] if isinstance(value, list) else value
