"""Whether the tables hold a proposed row already: by its place, where its source's rows stand in the document, else by
what it says of which region and period; or an earlier proposal of the same document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from industry.tables.tables import Tables
from industry.text.document import Document
from industry.text.passage import Passage, passage
from industry.text.proposals.proposal import Proposal
from industry.vocabulary.observation import Observation


@dataclass(frozen=True, slots=True)
class Held:
    """``row``: the id of a row, or ``earlier``: the place of a proposal, from 0. ``differs``: the columns in which it says
    another thing; none where it says the same."""

    row: str = ""
    earlier: int | None = None
    differs: tuple[str, ...] = ()


def held(
    proposed: Sequence[Proposal], document: Document, tables: Tables, source: str | None
) -> tuple[Held | None, ...]:
    """For every proposal what is held of it; None where nothing is. ``source``: the id of the document's source."""
    places = _places(document, tables, source)
    said: dict[tuple[str, ...], int] = {}
    found: list[Held | None] = []
    for at, one in enumerate(proposed):
        found.append(_by_place(one, places) or _by_meaning(one, tables) or _earlier(one, proposed, said))
        if (key := _key(one)) is not None:
            said.setdefault(key, at)
    return tuple(found)


def _places(
    document: Document, tables: Tables, source: str | None
) -> Mapping[int, list[tuple[Passage, Observation]]]:
    """The rows of the source by the paragraph in which they are printed."""
    found: dict[int, list[tuple[Passage, Observation]]] = defaultdict(list)
    for row in tables.rows() if source else ():
        if row.source is not None and row.source.id == source:
            place = passage(row, document)
            if isinstance(place, Passage):
                found[place.part].append((place, row))
    return found


def _by_place(one: Proposal, places: Mapping[int, list[tuple[Passage, Observation]]]) -> Held | None:
    beside = [
        (min(one.end, place.end) - max(one.start, place.start), place.start - place.end, row)
        for place, row in places.get(one.paragraph, ())
    ]
    shared = [each for each in beside if each[0] > 0]
    if not shared:
        return None
    row = max(shared, key=lambda each: each[:2])[2]
    return Held(row.id, differs=tuple(_differing(one, row)))


def _by_meaning(one: Proposal, tables: Tables) -> Held | None:
    """A row of the same indicator, region, period and status; of the candidates, one that says just the same."""
    if not (one.region and one.period):
        return None
    if one.indicator is not None:
        rows = [row for row in tables.rows(one.indicator.id, one.region) if _of(one, row)]
        told = [(tuple(_differing(one, row)), row) for row in rows]
        if told:
            differs, row = min(told, key=lambda each: len(each[0]))
            return Held(row.id, differs=differs)
        return None
    for each in one.candidates:
        for row in tables.rows(each.id, one.region):
            if _of(one, row) and set(_differing(one, row)) <= {"indicator"}:
                return Held(row.id)
    return None


def _of(one: Proposal, row: Observation) -> bool:
    return row.period is not None and str(row.period) == one.period and row.status == one.status


def _differing(one: Proposal, row: Observation) -> Iterator[str]:
    """The columns in which a proposal says another thing than a row; what is left open says nothing."""
    if one.indicator is not None and one.indicator.id != row.indicator.id:
        yield "indicator"
    if one.region and one.region != row.region.id:
        yield "region"
    if one.period and one.period != (str(row.period) if row.period else ""):
        yield "period"
    if (one.value, one.value_to) != (row.value, row.value_to):
        yield "value"
    if one.qualifier != row.qualifier:
        yield "qualifier"
    if one.status != row.status:
        yield "status"


def _key(one: Proposal) -> tuple[str, ...] | None:
    """Of what a proposal is, where that is known."""
    if one.indicator is None or not one.region or not one.period:
        return None
    return one.indicator.id, one.region, one.period, one.status


def _earlier(one: Proposal, proposed: Sequence[Proposal], said: Mapping[tuple[str, ...], int]) -> Held | None:
    key = _key(one)
    if key is None or key not in said:
        return None
    before = proposed[said[key]]
    differs = [
        column
        for column, same in (
            ("value", (one.value, one.value_to) == (before.value, before.value_to)),
            ("qualifier", one.qualifier == before.qualifier),
        )
        if not same
    ]
    return Held(earlier=said[key], differs=tuple(differs))
