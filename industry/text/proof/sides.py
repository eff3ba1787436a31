"""Which of two figures is the more by the words that compare them: the one place that says how a word orders two figures. Of rates the
higher is; of falls the larger, and nothing where not all are falls; where either may be meant, only what is so both ways is sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from industry.rules.verdicts import Reason
from industry.text.claims.relations import Aspect
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation

_RATES, _FALLS = 1, -1
Way = int
"""1 where the higher figure is the more, -1 where the lower one is, as of falls."""


def told_of(of: Indicator, aspect: Aspect) -> bool:
    """Whether words tell of an indicator: of growth or a share only those that say so, for the bare name is an amount's."""
    return bool(aspect) or not of.measure.startswith(("growth", "share"))


def ways(aspect: Aspect, rows: Sequence[Observation]) -> tuple[Way, ...]:
    """The ways in which figures may be ordered that are told so; none where their falls are, and any isn't one."""
    if aspect == "rate":
        return (_RATES,)
    if any(row.value >= 0 for row in rows):
        return () if aspect == "fall" else (_RATES,)
    return (_FALLS,) if aspect == "fall" else (_RATES, _FALLS)


def surely(
    aspect: Aspect, rows: Sequence[Observation], holds: Callable[[Way], bool]
) -> tuple[bool | None, Way]:
    """Whether what is said of figures holds, asked of each way, and the way by which that is told; None where it isn't sure."""
    some = ways(aspect, rows)
    found = {holds(way) for way in some}
    return (found.pop() if len(found) == 1 else None), (some or (_RATES,))[0]


def unsure(one: Observation, other: Observation) -> Reason:
    """Why nothing is sure of two figures of which rates or falls may be told, or that aren't falls though these are."""
    return Reason("aspect", (one.id, other.id))


def reason(one: Observation, other: Observation, way: Way) -> Reason:
    """How far two figures are apart, or two falls: their sizes."""
    return Reason(
        "falls" if way == _FALLS else "difference", (one.id, other.id, str((one.value - other.value) * way))
    )
