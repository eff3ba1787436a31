"""Who stands where: the claims that hold of figures of regions side by side.

No superlative spans two signs or is made of two regions, and who comes last is never told. Whatever the printed
digits leave open stays out. How a claim is worded belongs in ``claims``.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry.rules.arithmetic.order import order, sign
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.wording.findings.claims import Claim, Speaker, regions

Rows = Sequence[Observation]


def places(speaker: Speaker, drawn: Rows, cities: Rows, whom: str) -> list[Claim]:
    """What holds of figures drawn side by side, those of ``cities`` among them; nothing where one has no certain
    sign. ``whom``: what the others are called together."""
    peers = [row for row in drawn if row not in cities]
    groups: dict[int, list[Observation]] = {}
    for row in drawn:
        side = sign(row)
        if side is None:
            return []
        groups.setdefault(side, []).append(row)
    if len(groups) > 1:
        sides = [side for side in (1, 0, -1) if side in groups]
        return [Claim(regions(groups[side]), *speaker.state(side)) for side in sides]
    ((side, _),) = groups.items()
    claims = []
    if side <= 0 or speaker.size(side):
        called = "" if cities else whom
        claims.append(Claim(regions(drawn), *speaker.state(side), called=called, all=len(drawn)))
    if side != 0:
        claims += _first(speaker, peers, side, whom, bool(cities))
        claims += _in_province(speaker, peers, cities)
    return claims


def _first(speaker: Speaker, peers: Rows, side: int, whom: str, among: bool) -> list[Claim]:
    """Who stands first, with the smallest fall, or with the least where less is better; of two how one stands
    to the other. ``peers`` are of one sign; ``among`` others, so that who they are is said."""
    towards = -1 if speaker.lower else 1
    leaders: list[Observation] = []
    others: list[Observation] = []
    for row in peers:
        ranks = [order(row, one) for one in peers if one is not row]
        before = all(one is not None and one * towards >= 0 for one in ranks)
        (leaders if before else others).append(row)
    if len(peers) < 2 or not leaders:
        return []
    size, first = speaker.size(side), regions(leaders)
    tied = len(leaders) > 1
    if not others:
        key, facts = ("equal_in", (size,)) if size else ("equal", ())
        return [Claim(first, key, facts, called=whom, ranks=True)]
    if len(peers) == 2:
        found = speaker.standing(leaders[0], others[0])
        return [Claim(first, *found, ranks=True)] if found else []
    if size:
        key = "largest" if side == towards else "smallest"
        if among:
            return [Claim(first, f"{key}_of", (size, whom), tied=tied, ranks=True)]
        return [Claim(first, key, (size,), tied=tied, ranks=True)]
    if not speaker.lower:
        return [Claim(first, "top", (whom,), tied=tied, ranks=True)]
    key = "fewer" if speaker.indicator.measure in AMOUNTS else "below"
    less = Claim(first, key, (speaker.listed(regions(others)),), all=len(leaders), ranks=True)
    return [Claim(first, "equal", ranks=True), less] if tied else [less]


def _in_province(speaker: Speaker, peers: Rows, cities: Rows) -> list[Claim]:
    """How each city stands to the province that it lies in, where that is drawn."""
    over = {row.region.id: row for row in peers}
    found = [
        (city, speaker.standing(city, over[city.region.parent]))
        for city in cities
        if city.region.parent in over
    ]
    return [Claim(regions([city]), *stands, ranks=True) for city, stands in found if stands]


def turned(speaker: Speaker, peers: Rows, others: Rows, whom: str) -> bool:
    """Whether another edition surely says otherwise of the regions that it gives."""
    held = {row.region.id: row for row in others}
    now = [row for row in peers if row.region.id in held]
    if len(now) < 2:
        return False
    then = places(speaker, [held[row.region.id] for row in now], (), whom)
    return bool(then) and then != places(speaker, now, (), whom)
