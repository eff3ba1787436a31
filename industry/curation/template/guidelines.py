"""What the columns of the tables and the keys of records hold, as curators read it: in the template's sheet and in docs/curating. Of
columns all is said in ``fields``, of keys in ``words/records.yaml``; what stands around it there belongs in ``making`` and in the
pages themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Literal, get_args, get_origin

from industry import wording
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Indicator, Region, Source
from industry.vocabulary.strict_record import Record
from industry.wording import words

PAGES: Mapping[str, str] = {"zh": "docs/curating.zh.md", "en": "docs/curating.md"}
"""The guide for curators in each language."""
NEEDED = "*"
"""Behind the head of a column that no row leaves empty, and a key that no record leaves away."""
RECORDS: Mapping[str, tuple[type[Record], Callable[[str], str]]] = {
    "indicator": (Indicator, lambda key: f"indicator_{key}"),
    "source": (Source, lambda key: f"source_{key}"),
    "region": (Region, lambda key: f"region_{key}"),
}
"""Records that curators write, each with the entry of the words that tells a key."""
_BEGIN, _END = "<!-- {}: generated -->", "<!-- {}: end -->"
_say = partial(wording.worded, "template")


def head(column: fields.Column, language: str) -> str:
    """The column's head, marked where every row needs it; the period, which may be empty only for a reason, too."""
    return column.head(language) + ("" if column.optional else NEEDED)


def lines(language: str) -> tuple[tuple[str, str, str, str, str], ...]:
    """A line for each column: its head, what it holds, its id, a good and a bad example."""
    return tuple(
        (head(one, language), one.told(language), one.name, one.good, one.bad) for one in fields.COLUMNS
    )


def columns(language: str) -> str:
    """The columns as a table of Markdown."""
    heads = [_say(one, language) for one in ("column", "holds", "right", "wrong")]
    return _table(
        heads,
        (
            (f"`{name}`<br>{_plain(called)}", _plain(held), f"`{good}`", f"`{bad}`")
            for called, held, name, good, bad in lines(language)
        ),
    )


def keys(record: str, language: str) -> str:
    """The keys of a record as a table of Markdown, in the order of its declaration; an indicator's topic is its file's name."""
    model, entry = RECORDS[record]
    heads = [wording.worded("records", "key", language), _say("holds", language)]
    return _table(
        heads,
        (
            (
                f"`{name}`{_plain(NEEDED) if field.is_required() else ''}",
                _plain(words.form("records", entry(name), language)),
            )
            for name, field in model.model_fields.items()
            if name != "topic"
        ),
    )


def choices(record: str) -> Iterator[tuple[str, str]]:
    """Each key of a record that has a closed list, with a word of it."""
    for name, field in RECORDS[record][0].model_fields.items():
        yield from ((name, one) for one in _listed(field.annotation))


MADE: Mapping[str, Callable[[str], str]] = {
    "columns": columns,
    **{record: partial(keys, record) for record in RECORDS},
}
"""What of the guide is written from declarations, by the name between its marks."""


def put(text: str, language: str) -> str:
    """A guide with what is written from declarations as it is now; ValueError where it has no place for one."""
    for name, made in MADE.items():
        begin, end = _BEGIN.format(name), _END.format(name)
        before, opened, rest = text.partition(f"{begin}\n")
        _, closed, after = rest.partition(end)
        if not (opened and closed) or begin in after:
            raise ValueError(f"no place for {name}: {begin} … {end}")
        text = f"{before}{opened}{made(language)}\n{closed}{after}"
    return text


def _table(heads: list[str], rows: Iterator[tuple[str, ...]]) -> str:
    told = [f"| {' | '.join(one)} |" for one in (heads, *rows)]
    return "\n".join([told[0], "|" + "---|" * len(heads), *told[1:]])


def _listed(annotation: Any) -> Iterator[str]:
    """The words of a closed list inside an annotation."""
    if get_origin(annotation) is Literal:
        yield from (one for one in get_args(annotation) if isinstance(one, str))
        return
    for part in get_args(annotation):
        yield from _listed(part)


def _plain(text: str) -> str:
    """A text that a cell of Markdown shows as it is."""
    return re.sub(r"([|_*])", r"\\\1", text)
