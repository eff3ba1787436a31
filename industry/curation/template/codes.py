"""The code that a cell's words stand for: the code in brackets behind them, or the name of a value in either language. How a value is
worded belongs in ``phrases``; words of other people's tables are read in ``importing``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue
from industry.wording import phrases, reasons
from industry.wording.words import worded

CODED = ("indicator", "qualifier", "status", "edition", "inferred", "source", "by_hand")
CLOSED = ("status", "qualifier", "inferred", "by_hand")
_CODE = re.compile(r"[（(]\s*([a-z0-9_]+(?: +[a-z0-9_]+)*)\s*[)）]\s*", re.ASCII)
_BETWEEN = re.compile(r"[、,，;；]\s*")


def in_brackets(text: str) -> str:
    """The code, or the codes, in the brackets at the end of a text; empty where there is none."""
    begins = max(text.rfind("（"), text.rfind("("))
    found = _CODE.fullmatch(text[begins:]) if begins > 0 else None
    return " ".join(found[1].split()) if found else ""


def plain(column: str, text: str, catalogue: Catalogue | None = None) -> str:
    """A cell as the tables write it; what names no value, or several, as it stands. Names of records are known with a ``catalogue``."""
    if column not in CODED or not text:
        return text
    known = _closed(column) or (_records(column, catalogue) if catalogue else {})
    if named := known.get(_folded(text)):
        return named
    code = in_brackets(text)
    if code and (column == "inferred" or " " not in code):
        return code
    if column == "inferred":
        found = [_closed(column).get(_folded(one), one) for one in _BETWEEN.split(text)]
        return " ".join(found) if len(found) > 1 else found[0]
    return text


@cache
def _closed(column: str) -> dict[str, str]:
    """The values of a column with a closed list by their folded names."""
    words: dict[str, tuple[Iterable[str], Callable[[str, str], str]]] = {
        "status": (fields.STATUSES, reasons.status),
        "qualifier": (
            fields.QUALIFIERS,
            lambda key, tongue: phrases.value("qualifier", key, tongue).format(""),
        ),
        "inferred": (fields.INFERRED, lambda key, tongue: reasons.bases([key], tongue)),
        "by_hand": (fields.COLUMN["by_hand"].allowed, lambda key, tongue: worded("columns", key, tongue)),
    }
    if column not in words:
        return {}
    keys, name = words[column]
    return _alone((key, name(key, tongue)) for key in keys if key for tongue in fields.LANGUAGES)


def _records(column: str, catalogue: Catalogue) -> dict[str, str]:
    return _alone(_named(column, catalogue))


def _named(column: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for tongue in fields.LANGUAGES:
        if column == "indicator":
            yield from ((one.id, one.name(tongue)) for one in catalogue.indicators.values())
        elif column == "source":
            yield from ((one.id, one.title(tongue)) for one in catalogue.sources.values())
        elif column == "edition":
            yield from ((id, name(tongue)) for id, name in catalogue.config.editions.items())


def _alone(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keys by their folded names, without names of several."""
    found: dict[str, set[str]] = {}
    for key, name in named:
        found.setdefault(_folded(name), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def allowed(column: str, text: str) -> bool:
    """Whether a column with a closed list may hold a text as the tables write it."""
    if column == "inferred":
        return {*text.split()} <= {*fields.INFERRED}
    values = {
        "status": fields.STATUSES,
        "qualifier": fields.QUALIFIERS,
        "by_hand": fields.COLUMN["by_hand"].allowed,
    }
    return not text or text in values[column]


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
