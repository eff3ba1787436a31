"""By which names English texts call the indicators: what is said of a name is the set of its concepts, whatever their order
(value added of industrial enterprises above designated size, designated-size industrial value added). The names in data are
taken apart the same way, so that a new indicator is known by its ``name.en`` and ``short.en``.

An equal set means that nothing else is said of it. One of designated size may leave that away where no figure of the whole is
held; a quantity alone (total profits) is that of industry where the text has spoken of nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.claims.english.parts import lexicon
from industry.vocabulary.catalogue import Indicator

Bag = frozenset[str]
_MEASURE = re.compile(
    r",? (?:two-year average growth|average annual growth|gap to (?:china|the province))(?= \(|$)|^(?:rank in (?:china|the province) by|national rank by)"
    r"|^(?:cumulative )?change (?:in|of)(?: the)? |^average annual growth of |^growth of | growth(?= of| in| \(|$)|\b(?:share of|as a share of|share|rank)\b"
)
_SEGMENT = re.compile(
    r"\b(?:of|in|for|to|by|on|at|with|among|during|as|from|through|per|under|over|above|against|the|each)\b|[()]|'s "
)
_TRAILING = re.compile(
    r"(?:[\s-]+(?:industrial|industry|industries|enterprises|firms|sector|supply|products?))+$"
)
_LITERAL = re.compile(r"\d|\b(?:double-digit|that|whose|which|once|to be)\b")
_SHARE = re.compile(
    r"(?:share of (?P<one>.+?)(?: in (?P<of>.+))?|(?P<two>.+?)(?: as a|'s?) (?:share|contribution) (?:of|to|in) (?P<from>.+)|"
    r"contribution of (?P<three>.+?) to (?P<to>.+))$"
)
_WORD = re.compile(r"[a-z0-9]+(?:'s(?![a-z])|')?")
_GLUE = frozenset(("of", "in", "the", "for", "and", "to", "by", "on", "a", "an", "at", "with", "s", "from"))
QUANTITIES = frozenset(
    (
        "valueadded", "revenue", "profit", "investment", "margin", "tax", "electricity", "asset", "gdp", "debtratio",
        "salesratio", "gross", "employee", "freight", "use",
    )
)  # fmt: skip
_INDUSTRY: Bag = frozenset(("industry", "designated"))
_NEWLY: Bag = frozenset(("newly", "built", "added", "gross"))
_DROPPED = {"total", "cumulative", "quoted"}


@dataclass(frozen=True, slots=True)
class Names:
    """``bags``: sets of concepts and the ids of what they are names of; ``shorts``: those of short names alone; ``shares``: of
    parts, with the set of the whole; ``words``: every word of a name; ``phrases``: such that are one concept; ``additions``: what is newly
    added in a year, by what it is added to."""

    bags: Mapping[Bag, tuple[str, ...]]
    shorts: frozenset[Bag]
    shares: Mapping[Bag, tuple[tuple[str, Bag], ...]]
    words: frozenset[str]
    phrases: re.Pattern[str]
    additions: Mapping[Bag, tuple[str, ...]]

    def concept(self, text: str, at: int) -> tuple[int, str] | None:
        """Where a concept that begins at a place ends, and what stands for it."""
        if found := self.phrases.match(text, at):
            return found.end(), _one(found[0])
        if known := lexicon.concept(text, at):
            return known
        word = _WORD.match(text, at)
        if word is None or (stem := _stem(word[0])) not in self.words:
            return None
        return word.end(), stem


def bag(concepts: Iterable[str]) -> Bag:
    """What is said by some concepts: enterprises of a quantity are its industry, output is that of value added."""
    found = frozenset(part for one in concepts for part in one.split("+")) - _DROPPED
    if found & QUANTITIES:
        found -= {"enterprise"}
    if "valueadded" in found:
        found -= {"output"}
    if found & {"manufacturing", "equipment manufacturing"} or "mining" in found:
        found -= {"industry"} if not found & _ONLY else frozenset()
    return found


_ONLY = frozenset(("renovation", "division", "cluster"))


@kept
def names(tables: Tables) -> Names:
    """All names of the tables' indicators."""
    indicators = tables.catalogue.indicators
    said = {id: _said(one) for id, one in indicators.items()}
    phrases = {one for some in said.values() for name in some for one in _phrases(name)}
    form = re.compile(rf"(?:{lexicon.either(phrases)})(?![a-z0-9])" if phrases else r"(?!)")
    bags: dict[Bag, list[str]] = defaultdict(list)
    shares: dict[Bag, list[tuple[str, Bag]]] = defaultdict(list)
    words: set[str] = set()
    full: set[Bag] = set()
    raw = Names({}, frozenset(), {}, frozenset(), form, {})
    for one in indicators.values():
        for name in said[one.id]:
            for part in _parts(one, name):
                concepts = list(_concepts(part[0], raw))
                words |= set(concepts)
                whole = bag(_concepts(part[1], raw)) if part[1] else frozenset()
                words |= whole
                if one.measure in ("share", "contribution") and (one.share_of or "share" in name or whole):
                    shares[bag(concepts) - {"valueadded"}].append((one.id, whole or _whole(one, raw)))
                full |= {bag(concepts)} if name == said[one.id][0] else set()
                if bag(concepts) and one.id not in bags[bag(concepts)]:
                    bags[bag(concepts)].append(one.id)
    for one in indicators.values():
        for base in (one.gap_of, one.change_of, one.rank_of, one.two_year_average_of):
            for ids in bags.values():
                if base in ids and one.id not in ids:
                    ids.append(one.id)
            for some in shares.values():
                some += [(one.id, whole) for id, whole in tuple(some) if id == base]
    return Names(
        {key: tuple(ids) for key, ids in bags.items()}, frozenset(bags) - full,
        {key: tuple(some) for key, some in shares.items()}, frozenset(words), form,
        dict(_additions(bags, tables)),
    )  # fmt: skip


def _additions(bags: Mapping[Bag, list[str]], tables: Tables) -> Iterator[tuple[Bag, tuple[str, ...]]]:
    """What is newly added, by what it is added to."""
    for key, some in bags.items():
        words = {each for one in key for each in one.split()}
        ids = tuple(id for id in some if tables.catalogue.indicators[id].addition)
        if ids and words & _NEWLY:
            stems = (" ".join(each for each in one.split() if each not in _NEWLY) for one in key)
            yield frozenset(filter(None, stems)), ids


def _said(one: Indicator) -> tuple[str, ...]:
    own = [one.name.en, one.short.en] if one.short else [one.name.en]
    return tuple(lexicon.even(name) for name in own)


def _parts(one: Indicator, name: str) -> Iterator[tuple[str, str]]:
    """A name without the words of its measure; of a share the part and the whole."""
    if one.measure in ("share", "contribution") and (found := _SHARE.search(name)):
        part = found["one"] or found["two"] or found["three"]
        yield part, found["of"] or found["from"] or found["to"] or ""
        return
    yield name if one.measure == "count" else _MEASURE.sub(" ", name), ""


def _whole(one: Indicator, raw: Names) -> Bag:
    return bag(_concepts(lexicon.even(one.of.en), raw)) if one.of else frozenset()


def _phrases(name: str) -> Iterator[str]:
    """What is one concept in a name: a whole name that tells a condition, a part of it with commas or “and”."""
    if _LITERAL.search(name):
        yield re.sub(r" \(.*\)$", "", name)
        return
    for part in _SEGMENT.split(_MEASURE.sub(" ", name)):
        part = _TRAILING.sub("", part.strip(" ,:"))
        if re.search(r", | and ", part):
            yield part


def _concepts(name: str, raw: Names) -> Iterator[str]:
    """The concepts of a name, word for word."""
    at = 0
    while at < len(name):
        found = raw.phrases.match(name, at)
        if found:
            yield _one(found[0])
            at = found.end()
            continue
        if known := lexicon.concept(name, at):
            yield known[1]
            at = known[0]
            continue
        word = _WORD.match(name, at)
        if word is None:
            at += 1
            continue
        kind = lexicon.kind(name, at)
        if kind and kind[1] in ("fill", "growth", "drop", "averaging", "mean", "number_of"):
            at = kind[0]
            continue
        if word[0] not in _GLUE:
            yield _stem(word[0])
        at = word.end()


def _one(phrase: str) -> str:
    return " ".join(lexicon.stem(word) for word in re.findall("[a-z0-9]+", phrase))


def _stem(word: str) -> str:
    return lexicon.stem(word.removesuffix("'s").removesuffix("'"))


@dataclass(frozen=True, slots=True)
class Meant:
    """Ids of the indicators that a set of concepts may be of; ``sure``: it is a name in full; ``bare``: it leaves the
    subject away, which what was said before must give; ``rivals``: ids of what it could be as well, where those hold figures."""

    ids: tuple[str, ...] = ()
    sure: bool = False
    bare: bool = False
    rivals: tuple[str, ...] = ()


def meant(said: Bag, tables: Tables) -> Meant:
    """What a set of concepts is a name of."""
    known, indicators = names(tables), tables.catalogue.indicators
    rivals = known.bags.get(said | {"all"}, ()) if not said & {"designated", "all"} else ()
    quantity = bool(said) and said <= QUANTITIES - {"gdp"}
    found = list(known.bags.get(said, ()))
    if (
        said & QUANTITIES or "enterprise" not in said
    ):  # industrial enterprises are more than those of designated size
        found += known.bags.get(said | {"designated"}, ())
    if quantity:
        found += known.bags.get(said | _INDUSTRY, ())
    if found:
        bare = quantity or said in known.shorts and not said & QUANTITIES
        return Meant(tuple(dict.fromkeys(found)), True, bare, rivals)
    lesser = known.bags.get(said - {"designated"}, ())
    lesser = tuple(id for id in lesser if indicators[id].scope == "designated")
    if lesser:
        return Meant(lesser, True, said - {"designated"} in known.shorts and not said & QUANTITIES)
    near = [ids for key, ids in known.bags.items() if len(key) > 1 and key < said]
    return Meant(tuple(dict.fromkeys(id for ids in near[:3] for id in ids)))


def shared(part: Bag, whole: Bag | None, tables: Tables) -> Meant:
    """Which shares a part may be told of; ``whole``: what it is said to be a share of, None where that isn't said."""
    some = names(tables).shares
    same = (whole or frozenset()) & QUANTITIES | {"valueadded"}
    tried = (part - same, part - same - {"designated"}, (part - same) | {"industry"}, part)
    known = [some[one] for one in dict.fromkeys(tried) if one in some]
    for found in known:
        if "valueadded" in part:
            found = tuple((id, of) for id, of in found if of & {"valueadded", "gdp"})
        fit = [id for id, of in found if whole is None or not of or _same_whole(whole, of)]
        if fit:
            return Meant(tuple(dict.fromkeys(fit)), True)
    return Meant(tuple(dict.fromkeys(id for id, _ in known[0])) if known else ())


def _same_whole(one: Bag, of: Bag) -> bool:
    return of in (one, one | {"designated"}, one - {"all"})
