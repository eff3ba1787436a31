"""Which indicator a figure is of by the words of its labels. Only words that say all of an indicator's name (or of one of its
``aliases``) name it; what says less points to some that a curator may choose from. How figures are told apart by their
relation (a level, how it grows) belongs in ``sayings``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from industry.curation.importing.reading.sayings import ALONE
from industry.tables.tables import Tables
from industry.text.alike import alike, pairs
from industry.text.claims import naming
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, COUNTED, GROWTHS, Tier

MOST = 6
"""Indicators to choose from, at most."""
_GROWS = re.compile(r"(?:增速|增幅|增长率|(?:同比|累计)?变动)$")
_APART = re.compile(r"两年平均|年均|当季|当月")
_COUNT = re.compile(r"(?:单位数|家数|户数|个数|数量?)$")
_SCOPE = re.compile(r"规(?:模以上|上|模)(?:工业)?(?:企业)?$")
_MOVING = ("growth", "fall")
_ENOUGH = 0.34


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator that some words name in full, where the figure stands in a relation of this ``kind`` (``growth``, ``gap``, ``""`` the
    figure itself, ``count`` so many of them) and these ``qualifiers`` are printed."""

    id: str
    kind: str
    qualifiers: frozenset[str] = frozenset()


@lru_cache(maxsize=4)
def names(tables: Tables) -> Mapping[str, Sequence[Named]]:
    """Every name that says all of an indicator."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in tables.catalogue.indicators.values():
        for name, named in _names(one, tables.catalogue.indicators):
            for each in naming.variants(name):
                if named not in found[each]:
                    found[each].append(named)
    return found


def _names(one: Indicator, every: Mapping[str, Indicator]) -> Iterable[tuple[str, Named]]:
    if one.measure in ("rank", "change", "streak"):
        return
    if one.measure == "gap":
        base = every.get(one.gap_of or "")
        for name, _ in _names(base, every) if base is not None else ():
            yield name, Named(one.id, "gap")
        return
    said = [alike(one.name.zh), *(alike(each) for each in one.aliases if not _SCOPE.match(alike(each)))]
    if short := naming.short(one):
        said.append(alike(short))
    for name in said:
        if one.measure in GROWTHS:
            apart = frozenset(_APART.findall(name))
            base_name = _GROWS.sub("", _APART.sub("", _GROWS.sub("", name)))
            if not _SCOPE.match(base_name):
                yield base_name, Named(one.id, "growth", apart)
            continue
        yield name, Named(one.id, "")
        less = _COUNT.sub("", name) if one.measure in AMOUNTS and one.unit in COUNTED else name
        if less != name and (not _SCOPE.match(less) or less.endswith("企业")):
            yield less, Named(one.id, "count")


def choose(
    words: Sequence[str], kind: str, qualifiers: frozenset[str], counted: bool, who: str, tables: Tables
) -> tuple[Indicator, ...]:
    """The indicators that the first of some wordings names in full. ``counted``: the figure counts things; ``who``: against whom a gap
    is (``china`` or ``parent``)."""
    every = tables.catalogue.indicators
    wanted = "growth" if kind in _MOVING else "gap" if kind == "gap" else ""
    for each in words:
        told = names(tables).get(each, ())
        fit = [one for one in told if one.kind == wanted and _apart(one, kind, qualifiers)]
        if not fit and counted and not wanted:
            fit = [one for one in told if one.kind == "count"]
        found = [every[one.id] for one in fit]
        if wanted == "gap":
            found = [one for one in found if one.gap_to == who]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _apart(one: Named, kind: str, qualifiers: frozenset[str]) -> bool:
    """Whether what sets an indicator apart is printed, and nothing else is. Of an amount 当月 says only the period."""
    return one.qualifiers == (qualifiers if kind in (*_MOVING, "gap") else qualifiers - {ALONE})


@lru_cache(maxsize=4)
def _letters(tables: Tables) -> Sequence[tuple[Indicator, Sequence[frozenset[str]]]]:
    """Of each indicator, those of most weight first, the pairs of letters of its names."""
    order = get_args(Tier)
    every = sorted(tables.catalogue.indicators.values(), key=lambda one: order.index(one.tier))
    return tuple(
        (one, [pairs(each) for name in (one.name.zh, *one.aliases) for each in naming.variants(alike(name))])
        for one in every
    )


@lru_cache(maxsize=1024)
def near(text: str, kind: str, unit: str, tables: Tables) -> tuple[Indicator, ...]:
    """Indicators whose names share letters with some words, those that share most first; of those that the relation and the unit
    allow."""
    own = pairs(text)
    scored = []
    for place, (one, names) in enumerate(_letters(tables)):
        shared = max(len(own & letters) for letters in names)
        if own and shared / len(own) >= _ENOUGH and _allowed(one, kind, unit):
            scored.append((-shared, place, one))
    return tuple(one for *_, one in sorted(scored, key=lambda one: one[:2])[:MOST])


def _allowed(one: Indicator, kind: str, unit: str) -> bool:
    if one.measure in ("rank", "streak", "parameter"):
        return False
    if kind in _MOVING:
        return one.measure in GROWTHS
    if kind == "gap":
        return one.measure == "gap"
    if unit == "%":
        return one.unit == "%"
    return one.measure not in GROWTHS and not (unit and one.unit == "%")
