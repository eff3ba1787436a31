"""How regions stand to their benchmark: of all of them, or nothing. Of growth by which measure, unless year on year
and the averages over two years agree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from industry.rules.arithmetic.order import order
from industry.vocabulary.observation import Observation
from industry.wording.findings.claims import (
    MOST,
    Claim,
    Measured,
    Speaker,
    Stands,
    concluded,
    otherwise,
    regions,
    run,
)
from industry.wording.numbers import magnitude
from industry.wording.phrases import say
from industry.wording.said import Said, join


@dataclass(frozen=True)
class Beside:
    """A region's figure and the benchmark's over the same months; likewise the averages over two years, where
    both can be had. ``gap``: the difference of the two figures, where it is drawn."""

    row: Observation
    other: Observation
    average: tuple[Observation, Observation] | None = None
    gap: Observation | None = None

    @property
    def rows(self) -> tuple[Observation, ...]:
        return (self.row, self.other, *(self.average or ()), *((self.gap,) if self.gap else ()))


def standing(
    pairs: Sequence[Beside],
    language: str,
    when: str = "",
    *,
    disputed: Collection[Observation] = (),
    editions: Mapping[str, Sequence[Beside]] | None = None,
    named: bool = True,
    measured: bool = True,
) -> Said:
    """Whether regions stand above or below their benchmark over one period: of all ``pairs``, or
    nothing. Of growth by which measure: year on year alone where the other can't be had, or leaves it open. Not
    ``named`` where the words before say whose figures they are, and whether they rose, nor ``measured`` where they
    say which growth it is."""
    doubted = any(row in disputed for one in pairs for row in one.rows)
    if not pairs or doubted or not all(row.exact for one in pairs for row in one.rows):
        return Said()
    speaker = Speaker(pairs[0].row.indicator, language)
    by: Measured = "year" if measured and speaker.indicator.measure == "growth_yoy" else ""
    pairs = agreeing(speaker, pairs)
    told = [against(speaker, pairs, by, signs=not named, named=named)]
    shown = [row for one in pairs for row in one.rows]
    turning = []
    for name, others in (editions or {}).items():
        held = {one.row.region.id: one for one in others}
        same = [one for one in pairs if one.row.region.id in held]
        now = [speaker.standing(one.row, one.other) for one in same]
        then = [speaker.standing(held[one.row.region.id].row, held[one.row.region.id].other) for one in same]
        if told[0] and any(one and two and one != two for one, two in zip(now, then, strict=True)):
            turning.append(name)
            shown += [row for one in others for row in one.rows]
    told.append(otherwise(turning, language))
    return concluded(language, when, told, shown)


def agreeing(speaker: Speaker, pairs: Sequence[Beside]) -> list[Beside]:
    """The pairs without their averages where these aren't had of all, and say nothing else of any."""
    for one in pairs:
        average = speaker.standing(*one.average) if one.average else None
        if average and average != speaker.standing(one.row, one.other):
            return list(pairs)
    certain = all(one.average and speaker.standing(*one.average) for one in pairs)
    return list(pairs) if certain else [replace(one, average=None) for one in pairs]


def against(
    speaker: Speaker,
    pairs: Sequence[Beside],
    measured: Measured,
    whom: str = "",
    signs: bool = False,
    most: int = MOST,
    named: bool = True,
) -> Said:
    """How each region stands to the benchmark; nothing where that is open for one, or takes more than ``most``
    claims. Where the averages over two years say otherwise, or can't be had, growth is
    ``measured`` by name. ``whom``: what the regions are called together; ``signs``: it has been told who rose and who fell."""
    groups: dict[tuple[Stands, Stands | None], list[Beside]] = {}
    for one in pairs:
        year = speaker.standing(one.row, one.other, signs and one.average is None)
        average = speaker.standing(*one.average) if one.average else None
        if year is None:
            return Said()
        groups.setdefault((year, average), []).append(one)
    told: list[list[tuple[Claim, Measured]]] = []
    agree = all(year == average for year, average in groups)
    for (year, average), members in groups.items():
        single = len(groups) == 1
        subject = regions(one.row for one in members)
        every = len(members) if single else 0
        claims = [
            Claim(subject, *stands, called=whom if single else "", all=every)
            for stands in dict.fromkeys((year, average))
            if stands
        ]
        alike: Measured = "both" if agree else ""
        by: list[Measured] = ["year", "average"] if len(claims) == 2 else [alike if average else measured]
        told.append(list(zip(claims, by, strict=True)))
    if len(pairs) == 1 and len(told[0]) == 1 and told[0][0][1] != "both":
        return _by_how_much(speaker, pairs[0], *told[0][0], named)
    if sum(map(len, told)) > most:
        return Said()
    told.sort(key=len)
    return join((run(speaker, one, named) for one in told), say("comma", speaker.language))


def _by_how_much(speaker: Speaker, one: Beside, claim: Claim, by: Measured, named: bool) -> Said:
    """A region alone beside its benchmark, with the gap where that is drawn and of one sign's figures."""
    apart = one.gap and claim.key != "across" and order(one.row, one.other) != 0
    more = magnitude(one.gap, speaker.language) if apart and one.gap else ""
    return Said(speaker.words(claim, by, more, named))
