"""Which indicators a header may mean that names none in full, the likeliest first: what an official would mean by it. Which one it is
for sure belongs in ``naming``; what is guessed here is always asked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from industry.curation.importing.deciding import measuring
from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike, pairs
from industry.text.claims import naming
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import COUNTED, GROWTHS, ORDINALS, Tier

MOST = 6
"""Indicators to choose from, at most."""
_NEVER: tuple[str, ...] = (*ORDINALS, "parameter")
"""Measures that no figure of a statistical table has: places are left out, and of a parameter there is no actual value."""
_MOVING = ("growth", "fall")
_APART = re.compile("两年平均|年均|当季|当月")
_ENOUGH = 0.34
"""The part of a header's letters that a name must say."""
_PLAIN = re.compile(r"规模以上|规上|规模|全部|工业|企业|实现|完成|累计|[^\w]")
"""Words that set no part of industry apart: what is called so is of all of it."""
_UNITS = re.compile("单位(?=数)")
"""Another word for enterprises, before their number."""
_HEAD, _LACKING = 2, 3
"""Letters with which a name begins; how much worse a name is that lacks a letter of the header than one that says another more."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of the figures under a header: the ``words`` that may name the indicator, the ``kind`` of relation, the ``unit`` that
    is printed (empty where none is), ``against`` whom a gap is (``china``, ``parent``), what sets a growth apart (``qualifiers``), the ``regions`` of the table, and whether the figures are
    of whole years (``yearly``)."""

    words: str
    kind: str = ""
    unit: str = ""
    against: str = ""
    qualifiers: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    yearly: bool = False


@kept
def near(tables: Tables, header: Header) -> tuple[Indicator, ...]:
    """Indicators whose names share words with a header and that its relation and its unit allow, the likeliest first."""
    own = pairs(_UNITS.sub("", header.words))
    found = [
        one
        for one in tables.catalogue.indicators.values()
        if own and _shared(own, one, tables) >= _ENOUGH and _allowed(one, header)
    ]
    return tuple(ranked(found, header, tables)[:MOST])


def ranked(every: Iterable[Indicator], header: Header, tables: Tables) -> list[Indicator]:
    """Indicators in the order in which a header may mean them (``rank``)."""
    return sorted(every, key=lambda one: rank(one, header, tables))


def foreign(one: Indicator, header: Header, tables: Tables) -> bool:
    """Whether all names of an indicator begin with what a header doesn't speak of: it may be chosen, and is no guess."""
    return _distance(tables, header.words, one.id)[0]


def rank(one: Indicator, header: Header, tables: Tables) -> tuple[float, ...]:
    """How far an indicator is from what a header means, the nearest least: what sets it apart is printed, and nothing else is; its name
    begins with nothing that the header doesn't speak of (a branch, a list); it says as many of the header's words and as few others
    as any; then by its unit, by its tier, by how many such figures the tables hold of the regions, and by its place."""
    strange, far = _distance(tables, header.words, one.id)
    apart = one.measure in GROWTHS and frozenset(_APART.findall(alike(one.name.zh))) != header.qualifiers
    apart = apart or bool(one.gap_to and header.against and one.gap_to != header.against)
    other = bool(header.unit) and not measuring.reads(header.unit, one)
    held = _held(tables, one.id, header.regions, header.yearly)
    return apart, strange, far, other, get_args(Tier).index(one.tier), -held, _order(tables)[one.id]


@kept
def _distance(tables: Tables, header: str, id: str) -> tuple[bool, int]:
    """Of the nearest of an indicator's names: whether it begins with what a header doesn't speak of, and how many letters of either
    the other lacks."""
    if header in _names(tables)[id]:
        return False, 0
    asked = Counter(_PLAIN.sub("", _UNITS.sub("", header)))
    return min(
        (
            not asked.keys() >= set(bare[:_HEAD]),
            _LACKING * (asked - told).total() + (told - asked).total(),
        )
        for bare, told in _bare(tables)[id]
    )


@kept
def _bare(tables: Tables) -> Mapping[str, Sequence[tuple[str, Counter[str]]]]:
    """The names without words that set no part of industry apart, and their letters."""
    every = {id: {_PLAIN.sub("", name) for name in names} for id, names in _names(tables).items()}
    return {id: [(bare, Counter(bare)) for bare in sorted(names)] for id, names in every.items()}


@kept
def _names(tables: Tables) -> Mapping[str, Sequence[str]]:
    """By what texts call each indicator."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, ids in naming.names(tables).items():
        for id in ids:
            found[id].append(name)
    for one in tables.catalogue.indicators.values():
        found[one.id].append(alike(one.name.zh))
    return found


@kept
def _letters(tables: Tables) -> Mapping[str, Sequence[frozenset[str]]]:
    return {id: [pairs(one) for one in names] for id, names in _names(tables).items()}


@kept
def _order(tables: Tables) -> Mapping[str, int]:
    return {id: place for place, id in enumerate(tables.catalogue.indicators)}


def _shared(own: frozenset[str], one: Indicator, tables: Tables) -> float:
    """The part of a header's letters that a name says."""
    return max(len(own & letters) for letters in _letters(tables)[one.id]) / len(own)


@kept
def _held(tables: Tables, id: str, regions: frozenset[str], yearly: bool) -> int:
    """How many figures the tables hold of an indicator, of the regions and of whole years or of less."""
    return sum(
        each.period is not None
        and (each.period.instant or each.period.whole_years == yearly)
        and (not regions or each.region.id in regions)
        for each in tables.rows(id)
    )


def _allowed(one: Indicator, header: Header) -> bool:
    if one.measure in _NEVER:
        return False
    if header.kind in _MOVING:
        return one.measure in GROWTHS
    if header.kind in ("gap", "change"):
        return one.measure == header.kind
    if header.unit:
        return measuring.reads(header.unit, one) or {header.unit, one.unit} <= COUNTED
    return one.measure not in GROWTHS
