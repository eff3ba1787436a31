"""One search over all that the tables hold: numbers, indicators, regions, priorities.

Whatever a word of the search may be found in is looked at once for each thing that has it, never once for each
row, so that many rows cost little. Where a hit leads to belongs to whoever shows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, get_args

from industry import wording
from industry.export import listing, typed
from industry.export.typed import folded, is_time
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Priority, Region
from industry.vocabulary.fields import LANGUAGES, Tier
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import Text

_T = TypeVar("_T")
_TIERS = get_args(Tier)
MOST = 6
"""Hits of a group that are told."""


@dataclass(frozen=True)
class Hit:
    """What was found, by its ``id``, and as it is told: ``text``, and ``more`` beside it. ``of`` are ids of what it
    belongs to, by their keys."""

    id: str
    text: str
    more: str = ""
    of: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Group:
    """The first hits of one kind (``numbers``, ``indicators``, ``regions``, ``priorities``), the best first, and how
    many there are of it."""

    kind: str
    hits: tuple[Hit, ...]
    count: int


class Index:
    """What the tables hold, ready to be searched."""

    def __init__(self, tables: Tables) -> None:
        catalogue = tables.catalogue
        self.tables = tables
        self.rows = sorted(listing.every(tables), key=_rank(tables))
        """The better known first: a hit is a row's place here."""
        self.regions = [(one, _of_region(one)) for one in catalogue.regions.values()]
        self.indicators = [(one, _of_indicator(one, tables)) for one in catalogue.indicators.values()]
        self.priorities = [(one, _of_priority(one, tables)) for one in catalogue.priorities]
        self._names = [folded(one.name.zh) for one in catalogue.regions.values()]
        self._times = _parts(self.rows, lambda row: row.period, _of_period)
        self._parts = [
            self._times,
            _parts(self.rows, lambda row: row.indicator.id, lambda row: _of_indicator(row.indicator, tables)),
            _parts(self.rows, lambda row: row.region.id, lambda row: _of_region(row.region)),
            _parts(self.rows, lambda row: row.source and row.source.id, _of_sources),
            _parts(self.rows, lambda row: row.status, lambda row: _worded(wording.status, row.status)),
        ]
        forms: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            for form in _forms(row):
                forms[form].append(place)
        self._forms = forms
        self._sorted = sorted(forms)

    def asked(self, text: str) -> tuple[str, ...]:
        """The words of a search."""
        return typed.words(text, self._names)

    @staticmethod
    def matching(many: Sequence[tuple[_T, str]], words: Sequence[str]) -> tuple[_T, ...]:
        """Of things with their texts those in which every word is found."""
        return tuple(one for one, text in many if words and all(_holds(text, word) for word in words))

    def numbers(self, words: Sequence[str]) -> tuple[list[int], bool]:
        """The places of the rows in which every word is found, those first whose number a word is, and whether
        there are such."""
        found: set[int] | None = None
        exact: set[int] = set()
        for word in words:
            number = word[0].isdigit() or word[0] in "-+"
            named = set(self._forms.get(word, ())) if number else set()
            begun = self._beginning(word) if number and not is_time(word) else set()
            held = named | self._within(word) | begun
            found = held if found is None else found & held
            exact |= named
        places = sorted(found or (), key=lambda place: (place not in exact, place))
        return places, bool(places) and places[0] in exact

    def _beginning(self, word: str) -> set[int]:
        """The rows whose number begins so: it may not have been typed to its end."""
        found: set[int] = set()
        at = bisect_left(self._sorted, word)
        while at < len(self._sorted) and self._sorted[at].startswith(word):
            found.update(self._forms[self._sorted[at]])
            at += 1
        return found

    def _within(self, word: str) -> set[int]:
        found: set[int] = set()
        for part in [self._times] if is_time(word) else self._parts:
            for text, places in part:
                if _holds(text, word):
                    found.update(places)
        return found


@lru_cache(maxsize=2)
def index(tables: Tables) -> Index:
    """The index of these tables, made when first searched."""
    return Index(tables)


def search(tables: Tables, text: str, language: str, most: int = MOST) -> tuple[Group, ...]:
    """What the words of ``text`` are found in, all of them, anywhere: groups that hold something. Numbers stand first
    where a word is one, else behind what they are of."""
    held = index(tables)
    words = held.asked(text)
    if not words:
        return ()

    indicators = sorted(
        held.matching(held.indicators, words),
        key=lambda one: (_first(one, words), _TIERS.index(one.tier), len(one.name(language))),
    )
    areas, aims = held.matching(held.regions, words), held.matching(held.priorities, words)
    places, exact = held.numbers(words)
    rows = [held.rows[place] for place in places[:most]]
    told = {
        "numbers": Group("numbers", tuple(_number(row, language) for row in rows), len(places)),
        "indicators": _group("indicators", indicators, lambda one: _indicator(one, tables, language), most),
        "regions": _group("regions", areas, lambda one: Hit(one.id, one.name(language)), most),
        "priorities": _group("priorities", aims, lambda one: _priority(one, tables, language), most),
    }
    order = list(told) if exact else ["indicators", "regions", "priorities", "numbers"]
    return tuple(told[kind] for kind in order if told[kind].count)


def rows(tables: Tables, text: str) -> frozenset[str] | None:
    """The ids of the rows in which every word of ``text`` is found; None where it says nothing."""
    held = index(tables)
    words = held.asked(text)
    return frozenset(held.rows[place].id for place in held.numbers(words)[0]) if words else None


def indicators(tables: Tables, text: str) -> tuple[Indicator, ...]:
    """The indicators in whose names, concept or topic every word of ``text`` is found."""
    return index(tables).matching(index(tables).indicators, index(tables).asked(text))


def priorities(tables: Tables, text: str) -> tuple[Priority, ...] | None:
    """The priorities in which every word of ``text`` is found; None where it says nothing."""
    words = index(tables).asked(text)
    return index(tables).matching(index(tables).priorities, words) if words else None


def _group(kind: str, found: Sequence[_T], hit: Callable[[_T], Hit], most: int) -> Group:
    return Group(kind, tuple(map(hit, found[:most])), len(found))


def _number(row: Observation, language: str) -> Hit:
    more = [row.region.name(language), row.indicator.name(language), wording.period(row.period, language)]
    if row.status != "actual":
        more.append(wording.status(row.status, language))
    more.append(wording.origin(row, language))
    return Hit(row.id, wording.number(row, language), " · ".join(filter(None, more)))


def _indicator(one: Indicator, tables: Tables, language: str) -> Hit:
    config = tables.catalogue.config
    compared = config.concepts[one.concept](language) if one.concept else ""
    more = " · ".join(filter(None, (config.topics[one.topic](language), compared)))
    return Hit(one.id, one.name(language), more, {"concept": one.concept} if one.concept else {})


def _priority(one: Priority, tables: Tables, language: str) -> Hit:
    source = tables.catalogue.sources[one.source]
    themes = tables.catalogue.config.themes
    more = " · ".join((themes[one.theme](language), source.title(language)))
    return Hit(one.source, one.text(language), more, {"theme": one.theme, "document": one.source})


def _rank(tables: Tables) -> Callable[[Observation], tuple[int, int, int, int]]:
    """What everybody looks for first: headline indicators, actual figures, the newest, regions in their order."""
    regions = {id: place for place, id in enumerate(tables.catalogue.regions)}

    def rank(row: Observation) -> tuple[int, int, int, int]:
        return (
            _TIERS.index(row.indicator.tier),
            int(row.status != "actual"),
            -row.until,
            regions[row.region.id],
        )

    return rank


def _parts(
    rows: Sequence[Observation], of: Callable[[Observation], object], told: Callable[[Observation], str]
) -> list[tuple[str, list[int]]]:
    """The texts of what rows have in common, each with the places of the rows that have it."""
    places: dict[object, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[of(row)].append(place)
    return [(told(rows[held[0]]), held) for held in places.values()]


_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?%?(?:万亿|[万亿])?")


def _forms(row: Observation) -> set[str]:
    """A row's number as it is printed (a derived one as it is shown) and as a value, with and without its sign and
    what follows the digits."""
    printed = folded(wording.number(row, "zh") if row.derived else row.as_printed).replace(" ", "")
    found = {printed} if printed else set()
    for one in (*_NUMBER.findall(printed), f"{row.value.normalize():f}" if row.value else "0"):
        digits = one.rstrip("%万亿")
        found |= {one, digits, one.lstrip("-+"), digits.lstrip("-+")}
    return found


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in a text; its digits not within other digits."""
    if word not in text:
        return False
    if not (word[0].isdigit() or word[-1].isdigit()):
        return True
    before = r"(?<![\d.])" if word[0].isdigit() else ""
    behind = r"(?![\d.]*\d)" if word[-1].isdigit() else ""
    return re.search(before + re.escape(word) + behind, text) is not None


def _first(one: Indicator, words: Sequence[str]) -> int:
    """0 where a name is what is asked for, 1 where it begins so, else 2."""
    names = [folded(one.name(language)) for language in LANGUAGES]
    if " ".join(words) in names or "".join(words) in names:
        return 0
    return 1 if any(name.startswith(words[0]) for name in names) else 2


def _both(*texts: Text) -> str:
    """Texts in both languages, folded."""
    return folded(" ".join(one(language) for one in texts for language in LANGUAGES))


def _of_region(one: Region) -> str:
    return f"{_both(one.name)} {one.id}"


def _of_indicator(one: Indicator, tables: Tables) -> str:
    config = tables.catalogue.config
    concept = (config.concepts[one.concept],) if one.concept else ()
    return f"{_both(one.name, *concept, config.topics[one.topic], *config.called(one.topic))} {one.id}"


def _worded(said: Callable[[_T, str], str], one: _T) -> str:
    return folded(" ".join(said(one, language) for language in LANGUAGES))


def _of_period(row: Observation) -> str:
    names = " ".join(typed.called(row.period))
    return f"{_worded(wording.period, row.period)} {folded(str(row.period or ''))} {names}"


def _of_sources(row: Observation) -> str:
    return _both(*(text for one in row.sources[:1] for text in (one.publisher, one.title)))


def _of_priority(one: Priority, tables: Tables) -> str:
    catalogue, config = tables.catalogue, tables.catalogue.config
    source = catalogue.sources[one.source]
    called = (config.themes[one.theme], *config.called(one.theme))
    return _both(one.text, *called, source.title, catalogue.regions[source.region].name)
