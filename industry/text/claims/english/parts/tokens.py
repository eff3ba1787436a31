"""An English sentence in pieces, of each of which it is known what it does: figures, periods, places, concepts of names, words of a known
kind, stops. A word that is none of these is ``unknown``. Which pieces belong together is for ``binding``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from industry.text.claims.english.parts import lexicon, numbers, when
from industry.text.claims.english.parts.naming import Names
from industry.text.claims.english.parts.numbers import Figure
from industry.text.claims.english.parts.where import Place, Places
from industry.text.claims.when import When

_STOPS = {
    ",": "comma",
    ";": "semi",
    ":": "colon",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "-": "comma",
    '"': "quote",
    ".": "close",
    "!": "close",
    "?": "close",
}
_WORD = re.compile(r"[^\W\d_](?:[\w]|'(?=[a-z]))*'?")
_REGION_S = re.compile(
    r"(?:east|west|north|south|central|northern|southern|eastern|western|southeast|northwest|northeast|southwest)(?:ern)? china's"
)
_OWNED = re.compile("'s?(?![a-z])")
_OF_SIZE = r"(?:that is,? |i\.?e\.?,? |namely,? )?(?:those |firms |enterprises |companies )?(?:above|of) (?:the )?designated size"
_SIZED = re.compile(rf"\({_OF_SIZE}\)|, (?=that is|i\.?e|namely|those){_OF_SIZE},?")
_LARGER = re.compile(
    rf"(?:larger?|bigger|major) (?=industrial (?:firms|enterprises|companies|businesses)(?: \(|, ){_OF_SIZE})"
)
"""Of what size enterprises are, in brackets behind them."""
_DEFINED = re.compile(
    r"(?:(?:i\.?e\.?|that is|namely),? ?)?(?:those|firms|enterprises|companies|businesses) with (?:an )?annual (?:main[\s-]business )?(?:operating )?"
    r"(?:revenues?|sales|turnover|income) (?:of |from (?:their )?(?:main|principal) (?:business|operations) of )?(?:at least |over |more than |above )?"
    r"(?:rmb ?|cny ?|¥)?20 million(?: yuan| rmb)?(?: or more| and above| or above| and over| and more)?"
)
"""What designated size is."""
_LASTING = re.compile(r"[a-z]+ (?:years?|quarters?|months?|decades?)$")
"""How long: grown over two years."""
_LEVEL = re.compile(f"{lexicon.LEVEL} ")
_FIGURE = re.compile(r"[^,;.()]*\d")
"""A figure in the same clause."""
_LEVELS = re.compile(r"(?:national|provincial)(?:[\s-]+level)?(?![a-z])")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece from ``start`` to ``stop``; with what it stands for, by its kind."""

    kind: str
    start: int
    stop: int
    figure: Figure | None = None
    when: When | None = None
    place: Place | None = None
    concept: str = ""


def tokens(text: str, original: str, clock: when.Clock, places: Places, names: Names) -> Iterator[Token]:
    """The pieces of a text (made by ``even``), in order. ``original``: the same as it was written."""
    at = 0
    fresh = True
    last = ""
    while at < len(text):
        letter = text[at]
        if (
            letter.isspace()
            or letter == "-"
            and at
            and text[at - 1].isalnum()
            and text[at + 1 : at + 2].isalnum()
        ):
            at += 1
            continue
        found = _next(text, at, original, clock, places, names, fresh)
        if (
            last == "number"
            and found.kind in ("rise", "fall")
            and text[found.start : found.stop] in ("up", "down")
        ):
            found = replace(found, kind="growth" if found.kind == "rise" else "drop")
        last = found.kind
        fresh = found.kind in ("comma", "semi", "colon", "open")
        yield found
        at = max(found.stop, at + 1)


def _next(
    text: str, at: int, original: str, clock: when.Clock, places: Places, names: Names, fresh: bool
) -> Token:
    if text[at].isalnum() and at and text[at - 1].isalnum():
        return Token("unknown", at, at + 1)
    if larger := _LARGER.match(text, at):
        return Token("fill", at, larger.end() - 1)
    if defined := _DEFINED.match(text, at):
        return Token("aside", at, defined.end())
    if sized := _SIZED.match(text, at):
        return Token("concept", at, sized.end(), concept="designated")
    phrase = names.phrases.match(text, at)
    if phrase and (found := names.concept(text, at)):
        return Token("concept", at, _owned(text, found[0]), concept=found[1])
    if (fresh or text[at] == "(") and (end := lexicon.aside(text, at)):
        return Token("aside", at, end)
    if time := when.told(text, at, original, clock):
        kind = "ago" if time.ago else "time" if time.when else "fill"
        return Token(kind, time.start, time.stop, when=time.when)
    if (known := lexicon.kind(text, at)) and known[1] in ("two", "annual"):
        return Token(known[1], at, known[0])
    if figure := _level(text, at, original, clock, places):
        return Token("number", figure.start, figure.stop, figure=figure)
    if end := numbers.barred(text, at):
        quoted = text[at] == '"'
        lasting = _LASTING.search(text, at, end) is not None
        return Token("unknown" if quoted or lasting or text[at:end].strip().isalnum() else "fill", at, end)
    if figure := numbers.figure(text, at):
        return Token("number", figure.start, figure.stop, figure=figure)
    if letter := _STOPS.get(text[at]):
        return Token(letter, at, at + 1)
    return _word(text, at, places, names)


def _level(text: str, at: int, original: str, clock: when.Clock, places: Places) -> Figure | None:
    """What tells two figures as level, where the region or the time with which they are follows, and no figure of that."""
    found = _LEVEL.match(text, at)
    if found is None or at and text[at - 1].isalnum():
        return None
    stops = [found.end(), found.end() - len("the ") * text.startswith("the ", found.end() - len("the "))]
    for stop in stops:
        place = places.at(text, stop)
        time = None if place else when.told(text, stop, original, replace(clock))
        whom = place or (time if time and (time.when or time.ago) else None)
        if whom and not _FIGURE.match(text, whom.stop):
            return Figure(at, found.end("level"), lexicon.level(found["level"]), "%")
    return None


def _word(text: str, at: int, places: Places, names: Names) -> Token:
    """A word or the longest phrase that begins at a place."""
    if beside := _REGION_S.match(text, at):
        return Token("fill", at, beside.end())
    kind, concept, place = lexicon.kind(text, at), names.concept(text, at), places.at(text, at)
    ends = (place.stop if place else 0, concept[0] if concept else 0, kind[0] if kind else 0)
    if (
        place
        and ends[0] >= max(ends[1], ends[2])
        and not (concept and _LEVELS.fullmatch(text, at, place.stop))
    ):
        return Token("place", at, place.stop, place=place)
    if concept and (ends[1] > ends[2] or ends[1] == ends[2] and kind and kind[1] == "fill"):
        same = place if place and place.stop == concept[0] else None
        return Token("concept", at, _owned(text, concept[0]), place=same, concept=concept[1])
    if kind:
        return Token(kind[1], at, kind[0])
    word = _WORD.match(text, at)
    return Token("unknown", at, word.end() if word else at + 1)


def _owned(text: str, stop: int) -> int:
    """Where a name ends whose is told (industries' share, manufacturing's growth)."""
    owned = _OWNED.match(text, stop)
    return owned.end() if owned else stop
