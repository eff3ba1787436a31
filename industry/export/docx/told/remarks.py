"""What a briefing says of its data at the end: of bases and of figures that differ, in which charts and tables they are, since notes
below these tell them, and what stands beside a table's figures; notices and all other notes in sentences, in the document's
order, each once."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterable, Mapping, Sequence

from industry.export.docx.told.sentences import enumerated, say
from industry.export.docx.told.worked_out import WorkedOut
from industry.figures.record import Figure, drawn
from industry.tables.tables import Tables
from industry.wording import say as phrase
from industry.wording.said import Said, join

_SEEN = {"low_base": "bases", "dispute": "disputes"}
"""Under what is told of the kinds of statements that stand below their figures."""
_CLOSED = re.compile("(?<=[\u4e00-\u9fff]) (?=[^A-Za-z])")
"""A space that parts a name from its figure where these stand in a list."""
_STOP = re.compile("。(?=.)|\\. (?=[A-Z])")
_INSIDE = re.compile("(?<=[;,:] )[A-Z](?=[a-z])")
ORDER = ("bases", "disputes", "apart", "ways")


def remarks(
    figures: Iterable[Figure], called: Mapping[str, Sequence[str]], tables: Tables, language: str
) -> dict[str, list[Said]]:
    """Sentences by what they are told under, in the order in which they are told. ``called``: by the id, how the chart or table of
    each of a figure's panels is called, in the document's order; others stand under their titles, behind these."""
    places = {id: at for at, id in enumerate(called)}
    listed = sorted(figures, key=lambda one: places.get(one.id, len(places)))
    worked_out = WorkedOut(listed, tables, language)
    groups: dict[str, dict[Said, list[str]]] = {}
    for figure in listed:
        names = called.get(figure.id, (figure.frame.title,))
        for told in (*(one for one in _each(figure) if one.kind != "key"), *worked_out.of(figure)):
            at = panel_of(figure, told) if len(names) > 1 else 0
            name = names[at if at is not None else -1 if told.vital else 0]
            key = _SEEN.get(told.kind) or ("apart" if told.kind == "notice" else "ways")
            under = groups.setdefault(key, {}).setdefault(Said() if told.vital else _flat(told, language), [])
            under.extend([name] if name not in under else [])
    proper = _names(listed, language)
    return {key: list(_sentences(key, groups[key], proper, language)) for key in ORDER if key in groups}


def panel_of(figure: Figure, told: Said) -> int | None:
    """Which of a figure's panels a statement is on: the last that shows any of what it speaks of, else the one with whose heading it
    begins; None of all of them."""
    spoken, colon = set(told.rows), phrase("colon", figure.frame.language)
    held = [at for at, one in enumerate(figure.panels) if not spoken.isdisjoint(drawn(one))]
    begun = (
        at for at, one in enumerate(figure.panels) if one.heading and told.startswith(f"{one.heading}{colon}")
    )
    return held[-1] if held else next(begun, None)


def _names(figures: Iterable[Figure], language: str) -> tuple[str, ...]:
    """What begins with a capital wherever it stands: regions, publishers and months."""
    rows = {row for figure in figures for row in figure.rows}
    regions = {row.region.name(language) for row in rows}
    return (*regions, *{one.publisher(language) for row in rows for one in row.sources}, *month_abbr[1:])


def _each(figure: Figure) -> Sequence[Said]:
    """A figure's notices and notes; none that another one says too, of one of its parts."""
    told = [
        Said(str(one).rstrip("。."), one.rows, one.kind)
        for one in (*figure.frame.notices, *figure.frame.notes)
    ]
    return [one for one in told if not any(one != other and one.endswith(other) for other in told)]


def closed(told: str, language: str) -> str:
    """A statement without the space before a figure, which a list of names has."""
    return _CLOSED.sub("", told) if language == "zh" else str(told)


def _sentences(
    key: str, groups: Mapping[Said, Sequence[str]], proper: tuple[str, ...], language: str
) -> Iterable[Said]:
    if key in _SEEN.values():
        yield from (say(f"{key}_seen", language, enumerated(names, language)) for names in groups.values())
        return
    joined: dict[str, list[Said]] = {}
    for statement, names in groups.items():
        joined.setdefault(enumerated(names, language), []).append(statement)
    for names, statements in joined.items():
        told = join(statements, phrase("joined", language))
        words = _INSIDE.sub(lambda one: _small(one, proper), told) if language == "en" else str(told)
        yield say("of_figures", language, names, Said(words[:1].upper() + words[1:], told.rows))


def _small(found: re.Match[str], proper: tuple[str, ...]) -> str:
    """A capital inside a sentence, small unless a name begins with it."""
    return found[0] if found.string.startswith(proper, found.start()) else found[0].lower()


def _flat(told: Said, language: str) -> Said:
    """A statement of which one colon stays at most: whose part it is of is set off by a comma, and what is set apart is told as
    what there is of it."""
    colon, words = phrase("colon", language), _STOP.sub(phrase("joined", language), closed(told, language))
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(words):
        depth += (letter in "（(") - (letter in "）)")
        if not depth and words.startswith(colon, at):
            parts.append(words[start:at])
            start = at + len(colon)
    *heads, reason, last = ["", *parts, words[start:]] if len(parts) < 2 else [*parts, words[start:]]
    heads = [one for one in heads if one]
    if not reason:
        return Said(words, told.rows)
    if heads and language == "en" and told.kind == "notice":
        reason = reason[0].lower() + reason[1:]
    said = say("those_are" if told.kind == "notice" else "which_is", language, reason, last)
    for head in reversed(heads):
        said = say("of_part", language, head, said)
    return Said(said, told.rows)
