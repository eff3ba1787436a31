"""Which indicator a figure is of by the words of its labels. Only words that say all of an indicator's name (or of one of its
``aliases``) name it; which ones words that say less may mean belongs in ``likely``. How figures are told apart by their
relation (a level, how it grows) belongs in ``sayings``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from industry.curation.importing.reading.sayings import ALONE
from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, COUNTED, GROWTHS

_GROWS = re.compile(r"(?:增速|增幅|增长率|(?:同比|累计)?变动)$")
_APART = re.compile(r"两年平均|年均|当季|当月")
_COUNT = re.compile(r"(?:单位数|家数|户数|个数|数量?)$")
_SCOPE = re.compile(r"规(?:模以上|上|模)(?:工业)?(?:企业)?$")
_MOVING = ("growth", "fall")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator that some words name in full, where the figure stands in a relation of this ``kind`` (``growth``, ``gap``, ``""`` the
    figure itself, ``count`` so many of them) and these ``qualifiers`` are printed."""

    id: str
    kind: str
    qualifiers: frozenset[str] = frozenset()


@kept
def names(tables: Tables) -> Mapping[str, Sequence[Named]]:
    """Every name that says all of an indicator."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in tables.catalogue.indicators.values():
        for name, named in _names(one, tables.catalogue.indicators):
            for each in naming.variants(name):
                if named not in found[each]:
                    found[each].append(named)
    return found


@kept
def whole(tables: Tables) -> Mapping[str, Indicator]:
    """The indicators by their whole names."""
    return {alike(one.name.zh): one for one in tables.catalogue.indicators.values()}


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
