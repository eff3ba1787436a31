"""Which words of a figure stand on which of the sheets that it goes over: what speaks of rows stands where these are, what
speaks of none, as what every sheet needs, on each.

How many of them have room there is decided in ``frame_fit``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from industry.figures.frame import Frame
from industry.figures.record import Panel, drawn
from industry.vocabulary.observation import Observation
from industry.wording.said import Said

Shown = Sequence[Collection[Observation]]
"""Of each sheet the rows that it shows."""


def owned(frame: Frame, sheets: Sequence[Sequence[Panel]]) -> list[Frame]:
    """A figure's frame as it stands on each of the sheets over which its panels go, with the notices and notes of that and what its subtitle
    says besides."""
    shown = [{row for panel in sheet for row in drawn(panel)} for sheet in sheets]
    stand = {one: places(one, shown) for one in (*frame.notices, *frame.notes, *frame.beside)}

    def here(told: Iterable[Said], at: int) -> tuple[Said, ...]:
        return tuple(one for one in told if at in stand[one])

    return [
        replace(
            frame,
            notices=here(frame.notices, at),
            notes=here(frame.notes, at),
            beside=here(frame.beside, at),
        )
        for at in range(len(sheets))
    ]


def places(said: Said, shown: Shown) -> Sequence[int]:
    """On which sheets a text stands: of a derived figure where that is, else where any of its rows is, else what it is about,
    else a figure that is worked out from a row, else one of the same indicator; on the first where none of them is anywhere,
    on all where it speaks of nothing."""
    if not said.rows and not said.about:
        return range(len(shown))
    ways = (_shows, _is_about, _works, _is_alike)
    for way in (_derives, *ways) if said.kind == "derived" else ways:
        found = [at for at, rows in enumerate(shown) if way(said, rows)]
        if found:
            return found
    return (0,)


def _derives(said: Said, rows: Collection[Observation]) -> bool:
    return any(one.terms and {*one.terms} <= {*said.rows} for one in _with_terms(rows))


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
