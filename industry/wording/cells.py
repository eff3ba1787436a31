"""A cell of the tables and a field of a record in words: what it is called and what it holds, where that is a code. Whole sentences
about them belong to whoever tells what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.fields import COLUMN
from industry.vocabulary.strict_record import Text
from industry.wording.numbers import period
from industry.wording.phrases import say, value
from industry.wording.reasons import bases, status
from industry.wording.words import worded, words

_say = partial(worded, "keys")


def head(column: str, language: str) -> str:
    """A column of the tables, or the region whose table it is."""
    return _say("key_region", language) if column == "region" else COLUMN[column].head(language)


def cell(column: str, text: str, catalogues: Sequence[Catalogue], language: str) -> str:
    """What a cell of the tables holds; an id by its name in the first of the ``catalogues`` that has it, a source's with the id beside."""
    if not text:
        return ""
    match column:
        case "indicator" | "region" | "source" | "edition":
            name = _name(text, catalogues, language, column)
            return f"{name} [{text}]" if name and column == "source" else name or text
        case "status":
            return status(text, language)
        case "inferred":
            return bases(text.split(), language)
        case "qualifier":
            return value("qualifier", text, language).format("…")
        case "by_hand":
            return _say("value_True", language)
        case "period":
            return _dated(text, language)
    return text


def key(path: str, catalogues: Sequence[Catalogue], language: str) -> str:
    """What a key of a record, or the way to one inside it, is called: 标题（中文）; empty of a list that is the whole record."""
    known, tongue, found = words("keys"), "", list[str]()
    for part in filter(None, path.split(".")):
        if part in ("zh", "en"):
            tongue = _say(f"key_{part}", language)
        elif f"key_{part}" in known:
            found.append(_say(f"key_{part}", language))
        elif not part.isdigit():
            found.append(_name(part, catalogues, language) or _say("key_other", language))
    told = " ".join(dict.fromkeys(found))
    return _say("value_tongue", language, told, tongue) if tongue and told else told or tongue


def field(path: str, text: str, catalogues: Sequence[Catalogue], language: str) -> str:
    """What a field of a record holds, each item of a list by itself; a code that has no name in quotation marks."""
    last = path.rsplit(".", 1)[-1]
    if last in ("zh", "en", "id", "date", "url", "code", "document"):
        return text
    told = (_item(last, one, catalogues, language) for one in text.split(", "))
    return str(say("listed", language)).join(told) if text else ""


def _item(last: str, text: str, catalogues: Sequence[Catalogue], language: str) -> str:
    if set(text) & set("-/") and set(text) <= set("0123456789-/"):
        return _dated(text, language)
    if f"value_{text}" in words("keys"):
        return _say(f"value_{text}", language)
    if not (text.isascii() and text.isidentifier() and text.islower()):  # no code
        return text
    return _name(text, catalogues, language, last) or _say("value_coded", language, text)


def _dated(text: str, language: str) -> str:
    found = periods.read(text, "flow")
    return period(found, language) if found else text


def _name(id: str, catalogues: Sequence[Catalogue], language: str, kind: str = "") -> str:
    """The name of whatever has this id: first of those of its ``kind``; empty where nothing has."""
    for one in catalogues:
        named = list(_named(one))
        for sort, texts in [each for each in named if each[0] == kind.removesuffix("s")] + named:
            if id in texts:
                return texts[id](language)
    return ""


def _named(one: Catalogue) -> Iterator[tuple[str, Mapping[str, Text]]]:
    """All that have a name, by what they are."""
    config = one.config
    yield "indicator", {id: each.name for id, each in one.indicators.items()}
    yield "region", {id: each.name for id, each in one.regions.items()}
    yield "edition", config.editions
    yield "concept", config.concepts
    yield "producer", config.producers
    yield "industry", config.industries
    yield "theme", config.themes
    yield "topic", config.topics
    yield "source", {id: each.title for id, each in one.sources.items()}
    yield "figure", {each.id: each.title for each in config.figures}
    yield "page", {each.id: each.title for each in config.pages}
    yield "level", {each.id: each.one for each in one.rules.levels}
