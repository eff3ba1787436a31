"""A sentence as figures, names and the words between them: pieces that make up one name are put together, whatever regions
and periods stand in it (the value added of Jiangxi's industrial enterprises above designated size)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from industry.tables.tables import Tables
from industry.text.claims.english.parts.naming import QUANTITIES, Bag, Meant, bag, meant
from industry.text.claims.english.parts.numbers import Figure
from industry.text.claims.english.parts.tokens import Token

_END = re.compile(r"[.!?](?=[\s\"')]+[^a-z\s]|[\s\"')]*$)")
_SHORTENED = re.compile(
    r"(?:\b(?:no|nos|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|i\.e|e\.g|fig|st|dr|mr|u\.s|tel|inc|co|ltd)|\b[a-z])$"
)
_GLUE = frozenset(("of", "in", "fill", "place", "number_of", "quote", "time"))
_NOUNS = frozenset(("growth", "drop", "portion"))
LEVELS = frozenset(("national", "provincial"))


def _before(found: Sequence[Piece], at: int) -> str:
    """The kind of the word before an index, but for places and fillers."""
    return next((one.kind for one in reversed(found[:at]) if one.kind not in ("place", "fill")), "")


_CARRYING = frozenset(
    (
        "is",
        "fill",
        "in",
        "of",
        "place",
        "time",
        "rise",
        "fall",
        "exceed",
        "aim",
        "forecast",
        "to",
        "number_of",
    )
)
_LISTED = frozenset(
    (
        "comma",
        "and",
        "while",
        "in",
        "of",
        "place",
        "time",
        "fill",
        "open",
        "close",
        "compare",
        "colon",
        "ago",
        "respectively",
    )
)
"""What may stand between the figures of a list of amounts."""


@dataclass(slots=True)
class Name:
    """Concepts that stand together, as they make one name. ``of``: the part behind “in”, where it tells a share;
    ``grown``: 1 or −1 where its growth or its fall is spoken of; ``portion``: its share; ``counted``: its number."""

    said: Bag
    meant: Meant
    grown: int = 0
    portion: bool = False
    counted: bool = False
    of: Bag | None = None
    part: Bag | None = None


@dataclass(slots=True)
class Piece:
    """A token, or a name; ``index`` is its place in the sentence."""

    kind: str
    start: int
    stop: int
    token: Token
    name: Name | None = None
    used: bool = field(default=False)
    """Whether it is only what something is compared with, ranked among or a share of."""


def ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text (made by ``even``, its capitals kept in ``[^a-z]``) begins and ends."""
    begin = 0
    for one in _END.finditer(text):
        before = text[max(begin, one.start() - 8) : one.start()]
        if text[one.end() :].strip() and (
            _SHORTENED.search(before.lower()) or text[begin : one.start()].strip().isdigit()
        ):
            continue
        yield begin, one.end()
        begin = one.end()
    if begin < len(text):
        yield begin, len(text)


def pieces(tokens: Sequence[Token], tables: Tables) -> list[Piece]:
    """The tokens of a sentence, those of one name put together; the regions and periods in a name stand before it."""
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        stop = _run(tokens, at) if tokens[at].kind == "concept" else at
        if stop == at:
            found.append(_one(tokens[at]))
            at += 1
            continue
        run = tokens[at:stop]
        name, outer = _name(run, tables)
        found += [_one(one) for one in run if one.kind in ("place", "time")]
        found += [Piece("place", one.start, one.stop, one) for one in outer]
        if name.said:
            found.append(Piece("name", run[0].start, run[-1].stop, run[0], name))
        at = stop
    _owned(found, tables)
    _grown(found)
    _counted_alike(found)
    return found


def _owned(found: list[Piece], tables: Tables) -> None:
    """Give a quantity the subject of its clause, where both make one name (the electronics industry had a revenue of)."""
    for at, one in enumerate(found):
        if (
            one.name is None
            or not one.name.said
            or not one.name.said <= QUANTITIES - {"gdp"}
            or one.name.portion
        ):
            continue
        look = at - 1
        while look >= 0 and found[look].kind in _CARRYING:
            look -= 1
        comma = look >= 0 and found[look].kind == "comma" and found[look - 1].name is not None
        look -= comma
        owner = found[look].name if look >= 0 else None
        if owner is not None and "rise" in [
            each.kind for each in found[look:at]
        ]:  # of what is lifted by something else
            one.name = replace(one.name, meant=replace(one.name.meant, sure=False))
        if owner is None or owner.said & QUANTITIES or owner.portion or found[look].used:
            continue
        if comma and _before(found, look) not in ("in", "of"):
            continue
        known = meant(both := bag(owner.said | one.name.said), tables)
        if known.sure and not known.bare:
            one.name = replace(one.name, said=both, meant=known)
            found[look].used = True


def _counted_alike(found: list[Piece]) -> None:
    """Give a figure of a list the yuan that only the first prints (98.2 billion yuan in Jiangxi, 127.3 billion in Hebei), and
    take the stops in a bracket for commas."""
    last: Figure | None = None
    depth = 0
    for one in found:
        depth += (one.kind == "open") - (one.kind == "close")
        if one.kind == "semi" and depth > 0:
            one.kind = "comma"
        figure = one.token.figure if one.kind == "number" else None
        if figure is not None:
            if last is not None and last.money and figure.scaled and figure.known:
                figure = replace(figure, print=figure.print + "元", unit=last.unit, money=True)
                one.token = replace(one.token, figure=figure)
            last = figure
        elif one.kind not in _LISTED:
            last = None


def _one(token: Token) -> Piece:
    return Piece("is" if token.kind == "at" else token.kind, token.start, token.stop, token)


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the name that begins at a concept ends."""
    stop, look = at + 1, at + 1
    while look < len(tokens):
        kind = tokens[look].kind
        if kind == "concept":
            stop = look + 1
        elif kind in _NOUNS and _goes_on(tokens, look + 1):
            pass
        elif kind not in _GLUE and not (kind == "at" and _goes_on(tokens, look + 1)):
            break
        look += 1
    return stop


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name goes on behind its growth (profit growth of industrial enterprises)."""
    while at < len(tokens) and tokens[at].kind in _GLUE:
        at += 1
    return at < len(tokens) and tokens[at].kind == "concept"


def _name(run: Sequence[Token], tables: Tables) -> tuple[Name, list[Token]]:
    """What a run of tokens is a name of, and those of its words that name a region (national, provincial)."""
    concepts = [one for one in run if one.kind == "concept"]
    outer = [one for one in concepts if one.concept in LEVELS and one.place]
    said = bag(one.concept for one in concepts)
    known = meant(said, tables)
    if outer and not known.sure:
        less = bag(one.concept for one in concepts if one not in outer)
        if (without := meant(less, tables)).sure:
            said, known = less, without
        elif not less:
            return Name(less, known), outer
        else:
            outer = []
    else:
        outer = []
    nouns = [one.kind for one in run if one.kind in _NOUNS]
    grown = 1 if "growth" in nouns else -1 if "drop" in nouns else 0
    name = Name(said, known, grown, "portion" in nouns)
    if name.portion or any(one.kind == "in" for one in run):
        cut = next(
            (at for at, one in enumerate(run) if one.kind in (("portion",) if name.portion else ("in",))),
            len(run),
        )
        name.part = bag(one.concept for one in run[:cut] if one.kind == "concept" and one not in outer)
        name.of = bag(one.concept for one in run[cut:] if one.kind == "concept" and one not in outer) or None
    return name, outer


def _grown(found: list[Piece]) -> None:
    """Mark the names of which the growth, share or number is spoken of by the words before or behind them."""
    for at, one in enumerate(found):
        if one.name is None:
            continue
        before = [
            each
            for each in found[max(0, at - 8) : at]
            if each.kind not in ("fill", "place", "time", "annual", "two", "year_on_year")
        ]
        if len(before) > 1 and before[-1].kind in ("of", "in") and before[-2].kind in (*_NOUNS, "number_of"):
            if (before[-1].kind, before[-2].kind) != ("in", "portion"):  # that is the whole
                _mark(one.name, before[-2].kind)
        elif before and before[-1].kind in ("number_of", "portion"):
            _mark(one.name, before[-1].kind)
        after = found[at + 1] if at + 1 < len(found) else None
        while (
            after is not None and after.kind in ("fill", "year_on_year", "place") and after is not found[-1]
        ):
            after = found[found.index(after) + 1]
        if after is not None and after.kind in _NOUNS:
            _mark(one.name, after.kind)


def _mark(name: Name, kind: str) -> None:
    if kind in ("growth", "drop"):
        name.grown = 1 if kind == "growth" else -1
    name.portion = name.portion or kind == "portion"
    name.counted = name.counted or kind == "number_of"
