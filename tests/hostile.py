"""Texts that no curator means: the one list of what somebody may write so that a program takes it for more than a text,
and a figure, or the tables of a folder, that says it everywhere.

`MARKS` are what tables take, `ODD` the characters that they refuse, which an address, a draft or a heading may have all
the same, `LONG` what is only too much. Whoever tries a place where texts are shown or written takes them from here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
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
from tests.servers import WORLD

MARKS = {
    "a picture of Markdown": "![i](http://evil.test/i.png)",
    "a link of Markdown": "[l](http://evil.test/l)",
    "a link that runs": "[j](javascript:alert(1))",
    "emphasis": "**b** _e_ ~~s~~",
    "code": "`c`",
    "a formula of TeX": "$x$ $$\\frac{x}{x}$$",
    "a colour of Streamlit's": ":red[r] :blue-background[k]",
    "an icon": ":material/home: :streamlit:",
    "an emoji": ":smile: :+1:",
    "an address": "http://evil.test/u HTTPS://evil.test/U www.evil.test Www.evil.test",
    "a mailbox": "a@evil.test",
    "a table of Markdown": "x|y",
    "a heading and a list": "\n# k\n- k\n> k",
    "arrows": "-- -> <- >=",
    "an element": "<b>h</b>",
    "an element that runs": '<img src=x onerror="alert(1)">',
    "a script": "<script>alert(1)</script>",
    "the end of what it stands in": "</title></style></script></textarea>--><!-- ]]>",
    "the end of an attribute": '"\' onmouseover="alert(1)" x=\'',
    "entities": "R&amp;D &copy; &lt;b&gt;",
    "a template": "{{7*7}} {% raw %} {# c #} ${7*7}",
    "a format": "{0} {name} {x[0]} %s %(x)s %n",
    "a path": "../../evil C:\\evil\\x \\\\evil\\x /evil",
    "parameters": "?x=1&y=%00%2e%2e#z",
}
"""What is read as more than a text in Markdown, HTML, a template, an address or a path, each under what it would be."""
FORMULAS = {
    "a formula": "=1+1",
    "a formula that links": '=HYPERLINK("http://evil.test","x")',
    "a formula that asks a program": "=cmd|' /C calc'!A0",
    "a formula with a plus": "+1+1",
    "a formula with a minus": "-1+1",
    "a formula with a function": "@SUM(1)",
}
"""What a spreadsheet runs where a cell begins so."""
HIDDEN_FORMULAS = {"a formula behind a tab": "\t=1+1", "a formula behind a return": "\r=1+1"}
"""The same that tables refuse."""
ODD = {
    "control characters": "\x00\x01\x08\x0b\x0c\x0e\x1f\x7f\x85",
    "a colour of the terminal": "\x1b[31m",
    "halves of pairs": "\ud800\udfff",
    "no characters": "\ufffe\uffff",
    "other directions": "\u202e\u2066\u200f",
    "no width": "\u200b\u200d\ufeff\u2060",
    "other lines": "\u2028\u2029",
    "a header": "\r\nSet-Cookie: evil=1\r\n\r\n<b>",
}
"""What nobody sees, or what ends a line."""
LONG = {
    "one long Chinese word": "长" * 300,
    "many words": " word" * 60,
    "one long word": "W" * 3000,
    "many emoji": "😀" * 100,
    "many spaces": "江西 " * 200,
}
EVERY = MARKS | FORMULAS | HIDDEN_FORMULAS | ODD | LONG
IN_HTML = (
    "an element",
    "an element that runs",
    "the end of what it stands in",
    "the end of an attribute",
    "entities",
    "a formula of TeX",
)
"""What a reader of HTML alone takes for more, and Plotly."""
MORE = f" {' '.join(MARKS.values())} 完"
"""All marks, as they stand behind a text."""

Change = Callable[[str], str]
"""What becomes of a text."""

_NO_TEXT = {"id", "chart", "language", "colour", "shape", "finish", "kind"}


def behind(more: str) -> Change:
    """Texts with ``more`` behind them."""
    return lambda text: text + more


def worst() -> Change:
    """Texts with all marks behind them, that begin with a formula: one of them each, in turn."""
    number, formulas = count(), tuple(FORMULAS.values())
    return lambda text: f"{formulas[next(number) % len(formulas)]} {text}{MORE}"


def figure(given: Figure, change: Change) -> Figure:
    """The figure with all that it says changed, and the titles of its sources."""
    changed: Figure = _changed(given, change)
    return changed


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, Said):
        return Said(change(value), value.rows, value.kind) if value and not value.isdigit() else value
    if isinstance(value, str):
        return (
            value
            if not value or value.isdigit() or value in get_args(Shape) or value.startswith("#")
            else change(value)
        )
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if isinstance(value, Source):
        return value.model_copy(
            update={"title": Text.model_construct(zh=change(value.title.zh), en=change(value.title.en))}
        )
    if is_dataclass(value) and not isinstance(value, Observation | type):
        told = {one.name: getattr(value, one.name) for one in fields(value) if one.name not in _NO_TEXT}
        return replace(value, **{name: _changed(held, change) for name, held in told.items()})
    return value


def files(folder: Path, change: Change) -> Iterator[tuple[str, bytes]]:
    """The files of a project with every text in two languages and every caveat changed, by their names."""
    for path in [folder / "config.yaml", *sorted((folder / "data").rglob("*.*"))]:
        content = path.read_bytes()
        if path.suffix == ".csv":
            content = _noted(content.decode("utf-8-sig"), change).encode()
        elif path.suffix == ".yaml":
            changed = _worded(yaml.safe_load(content), change)
            content = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False).encode()
        yield path.relative_to(folder).as_posix(), content


def tables(folder: Path, change: Change) -> Tables:
    """The tables of such files, which must be right."""
    found, faults = project.read(dict(files(folder, change)))
    assert found is not None, faults
    return found


@cache
def worst_tables() -> Tables:
    """The frozen tables, whose every text does its worst."""
    return tables(WORLD, worst())


def worst_folder(empty: Path) -> Path:
    """The same in a folder."""
    for name, content in files(WORLD, worst()):
        (empty / name).parent.mkdir(parents=True, exist_ok=True)
        (empty / name).write_bytes(content)
    return empty


def _noted(table: str, change: Change) -> str:
    rows = list(csv.DictReader(io.StringIO(table)))
    changed = [
        {name: change(cell) if cell and name.startswith("note_") else cell for name, cell in one.items()}
        for one in rows
    ]
    written = io.StringIO()
    lines = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(changed)
    return written.getvalue()


def _worded(value: Any, change: Change) -> Any:
    if isinstance(value, dict):
        both = set(value) == {"zh", "en"}
        return {key: change(one) if both else _worded(one, change) for key, one in value.items()}
    return [_worded(one, change) for one in value] if isinstance(value, list) else value
