"""Which words of a figure stand on which of the sheets that it goes over: what speaks of rows stands where these are, what
speaks of none, as what every sheet needs, on each.

How many of them have room there is decided in ``frame_fit``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from industry.figures.finished import last_apart, last_month
from industry.figures.frame import Frame
from industry.figures.record import Panel, drawn
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording import citation
from industry.wording.said import Said, rows_of

YEAR_ON_YEAR = "growth_yoy"
"""The measure whose bases are told of."""
Shown = Sequence[Collection[Observation]]
"""Of each sheet the rows that it shows."""


def owned(frame: Frame, sheets: Sequence[Sequence[Panel]]) -> list[Frame]:
    """A figure's frame as it stands on each of the sheets over which its panels go, with the notices and notes of that, what its subtitle
    says besides, its sources and how far its figures go."""
    shown = [{row for panel in sheet for row in drawn(panel)} for sheet in sheets]
    stand = {one: places(one, shown) for one in (*frame.notices, *frame.notes, *frame.beside)}

    def here(told: Iterable[Said], at: int) -> tuple[Said, ...]:
        return tuple(one for one in told if at in stand[one])

    found = []
    for at, sheet in enumerate(sheets):
        notices, notes = here(frame.notices, at), here(frame.notes, at)
        one = replace(
            frame,
            notices=notices,
            notes=notes,
            beside=here(frame.beside, at),
            until=min(frame.until, last_month(sheet)) or frame.until,
            apart=last_apart(sheet, (*notices, *notes)),
        )
        found.append(one)
    sources = _sources(frame, found, shown)
    return [replace(one, sources=own) for one, own in zip(found, sources, strict=True)]


def _sources(frame: Frame, framed: Sequence[Frame], shown: Shown) -> list[tuple[Source, ...]]:
    """Of each sheet the sources of the rows that it shows or speaks of; those of none stand on all. What a table comes to
    stands on the first."""
    each = []
    for at, (one, rows) in enumerate(zip(framed, shown, strict=True)):
        told = [one.finding, *one.notices, *one.notes, *one.beside]
        told += [one.subtitle] if not at or not frame.concludes else []
        each.append({source.id for source in citation.sources((*rows, *rows_of(told)))})
    known = set[str]().union(*each)
    return [tuple(one for one in frame.sources if one.id in own or one.id not in known) for own in each]


def places(said: Said, shown: Shown) -> Sequence[int]:
    """On which sheets a text stands: of a derived figure where that is, of growth over some base where that growth is, else where any of its rows is, else what it is about,
    else a figure that is worked out from a row, else one of the same indicator; on the first where none of them is anywhere,
    on all where it speaks of nothing."""
    if not said.rows and not said.about:
        return range(len(shown))
    for way in (*_FIRST.get(said.kind, ()), _shows, _is_about, _works, _is_alike):
        found = [at for at, rows in enumerate(shown) if way(said, rows)]
        if found:
            return found
    return (0,)


def _derives(said: Said, rows: Collection[Observation]) -> bool:
    return any(one.terms and {*one.terms} <= {*said.rows} for one in _with_terms(rows))


def _is_based(said: Said, rows: Collection[Observation]) -> bool:
    return any(one.indicator.measure == YEAR_ON_YEAR and one in rows for one in said.rows)


def _shows(said: Said, rows: Collection[Observation]) -> bool:
    return not {*said.rows}.isdisjoint(rows)


def _is_about(said: Said, rows: Collection[Observation]) -> bool:
    return not {*said.about}.isdisjoint(rows)


def _works(said: Said, rows: Collection[Observation]) -> bool:
    return _shows(said, _with_terms(rows))


def _is_alike(said: Said, rows: Collection[Observation]) -> bool:
    return not {one.indicator.id for one in said.rows}.isdisjoint(one.indicator.id for one in rows)


def _with_terms(rows: Iterable[Observation]) -> set[Observation]:
    """Rows, and those from which any of them was worked out."""
    found, left = set[Observation](), [*rows]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += one.terms
    return found


_FIRST = {"derived": (_derives,), "low_base": (_is_based,)}
"""Where texts of a kind stand before all else."""
