"""Who stands where: the claims that hold of figures of regions side by side.

No superlative spans two signs or is made of two regions, and who comes last is never told. Whatever the printed
digits leave open stays out. How a claim is worded belongs in ``claims``.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry.rules.order import order, sign
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.wording.findings.claims import Claim, Speaker
from industry.wording.phrases import say

Rows = Sequence[Observation]


def places(speaker: Speaker, peers: Rows, cities: Rows, whom: str) -> list[Claim]:
    """What holds of figures that stand side by side; nothing where one has no certain sign."""
    drawn = [*peers, *cities]
    groups: dict[int, list[Observation]] = {}
    for row in drawn:
        side = sign(row)
        if side is None:
            return []
        groups.setdefault(side, []).append(row)
    if len(groups) > 1:
        sides = [side for side in (1, 0, -1) if side in groups]
        return [Claim(speaker.listed(groups[side]), *speaker.state(side)) for side in sides]
    ((side, _),) = groups.items()
    claims = []
    if side <= 0 or speaker.size(side):
        subject = whom if whom and not cities else speaker.listed(drawn)
        claims.append(Claim(subject, *speaker.state(side), all=len(drawn)))
    if side != 0:
        claims += _first(speaker, peers, side, whom)
        claims += _in_province(speaker, peers, cities)
    return claims


def _first(speaker: Speaker, peers: Rows, side: int, whom: str) -> list[Claim]:
    """Who stands first, with the smallest fall, or with the least where less is better; of two how one stands
    to the other. ``peers`` are of one sign."""
    towards = -1 if speaker.lower else 1
    leaders: list[Observation] = []
    others: list[Observation] = []
    for row in peers:
        ranks = [order(row, one) for one in peers if one is not row]
        before = all(one is not None and one * towards >= 0 for one in ranks)
        (leaders if before else others).append(row)
    if len(peers) < 2 or not leaders:
        return []
    size, names = speaker.size(side), speaker.listed(leaders)
    tied = len(leaders) > 1
    if not others:
        key, facts = ("equal_in", (size,)) if size else ("equal", ())
        return [Claim(whom, key, facts, ranks=True)]
    if len(peers) == 2:
        found = speaker.standing(leaders[0], others[0])
        return [Claim(names, *found, ranks=True)] if found else []
    if size:
        key = "largest" if side == towards else "smallest"
        return [Claim(names, key, (size,), tied=tied, ranks=True)]
    if not speaker.lower:
        return [Claim(names, "top", (whom,), tied=tied, ranks=True)]
    key = "fewer" if speaker.indicator.measure in AMOUNTS else "below"
    less = Claim(names, key, (speaker.listed(others),), all=len(leaders), ranks=True)
    return [Claim(names, "equal", ranks=True), less] if tied else [less]


def _in_province(speaker: Speaker, peers: Rows, cities: Rows) -> list[Claim]:
    """How each city stands to the province that it lies in, where that is drawn."""
    over = {row.region.id: row for row in peers}
    found = [
        (city, speaker.standing(city, over[city.region.parent]))
        for city in cities
        if city.region.parent in over
    ]
    return [Claim(speaker.listed([city]), *stands, ranks=True) for city, stands in found if stands]


def told_of(speaker: Speaker, city: Observation, claims: Sequence[Claim]) -> bool:
    name = city.region.name(speaker.language)
    return any(name in claim.named.split(say("listed", speaker.language)) for claim in claims)


def turned(speaker: Speaker, peers: Rows, others: Rows, whom: str) -> bool:
    """Whether another edition surely says otherwise of the regions that it gives."""
    held = {row.region.id: row for row in others}
    now = [row for row in peers if row.region.id in held]
    if len(now) < 2:
        return False
    then = places(speaker, [held[row.region.id] for row in now], (), whom)
    return bool(then) and then != places(speaker, now, (), whom)
