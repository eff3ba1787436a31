"""Colours of regions as those see them who see fewer: without red cones (protan), without green (deutan), without blue
(tritan), simulated by Machado, Oliveira and Fernandes (A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE TVCG 15(6), 2009; severity 1.0, on linear RGB). How far two colours are apart is their distance in CIE
Lab: one of 2.3 is just seen, fills side by side and lines that cross are told apart from about ten times that on.

No pair comes nearer; what tells regions apart besides, a name beside each row and a sign or dashes on each line, is held
by test_grey, where no colour is left at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from industry.tables.tables import Tables

APART = 20.0
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
Three = tuple[float, ...]


def times(matrix: tuple[Three, ...], vector: Three) -> Three:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def lab(colour: str, eyes: str) -> Three:
    """A colour #RRGGBB as these eyes see it, in CIE Lab of the light of day (D65)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    seen = tuple(min(max(one, 0.0), 1.0) for one in times(SEEN[eyes], linear))
    x, y, z = (
        one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116
        for one in (part / white for part, white in zip(times(XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eyes: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, eyes), lab(other, eyes), strict=True)) ** 0.5


def near(tables: Tables, eyes: str) -> Iterator[frozenset[str]]:
    for one, other in combinations(tables.catalogue.regions.values(), 2):
        if distance(one.colour, other.colour, eyes) < APART:
            yield frozenset((one.id, other.id))


def test_what_is_computed_is_what_is_seen() -> None:
    assert distance("#FFFFFF", "#000000", "all cones") == pytest.approx(100, abs=0.1)
    for eyes, (one, other) in {
        "protan": ("#FF0000", "#5E4700"),
        "deutan": ("#00B050", "#B08A30"),
        "tritan": ("#0000FF", "#006E8C"),
    }.items():
        assert distance(one, other, eyes) < distance(one, other, "all cones") / 2
    for eyes in SEEN:
        assert distance("#777777", "#777777", eyes) == 0
        assert abs(lab("#777777", eyes)[1]) < 1 and abs(lab("#777777", eyes)[2]) < 1  # grey stays grey


@pytest.mark.parametrize("eyes", SEEN)
def test_colours_of_regions_are_told_apart(tables: Tables, eyes: str) -> None:
    assert not list(near(tables, eyes))
