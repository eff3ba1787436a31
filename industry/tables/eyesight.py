"""What eyes see of colours: whether a mark is seen on its ground, and whether two are told apart by those who see fewer.

Colours that are drawn, and what they stand for, belong in ``figures.theme``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations

from industry.vocabulary.catalogue import Region

WHITE = "#FFFFFF"
SEEN = 3.0  # contrast of a mark, or of its outline, with what it stands on (WCAG 2.2, 1.4.11)
APART = 20.0  # distance in CIE Lab: one of 2.3 is just seen, fills side by side and lines that cross are told apart from about ten times that on
CONES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
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
"""What eyes with all cones see, and those without red ones (protan), without green (deutan), without blue (tritan), on
linear RGB, simulated by Machado, Oliveira and Fernandes (A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE TVCG 15(6), 2009; severity 1.0)."""
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_DAYLIGHT = (0.9505, 1.0, 1.089)
Three = tuple[float, ...]


def luminance(colour: str) -> float:
    """Relative luminance of a colour #RRGGBB, 0 to 1 (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours #RRGGBB, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eyes: str) -> Three:
    """A colour #RRGGBB as these eyes of `CONES` see it, in CIE Lab of the light of day (D65)."""
    seen = tuple(min(max(one, 0.0), 1.0) for one in _times(CONES[eyes], _linear(colour)))
    x, y, z = (
        one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116
        for one in (part / white for part, white in zip(_times(_XYZ, seen), _DAYLIGHT, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, eyes: str) -> float:
    """How far two colours #RRGGBB are apart to these eyes of `CONES`, as their distance in CIE Lab."""
    return math.dist(lab(one, eyes), lab(other, eyes))


def pale(regions: Iterable[Region]) -> Iterator[tuple[Region, float]]:
    """Regions whose colour is hardly seen on white, and the contrast that it has."""
    for one in regions:
        if (found := contrast(one.colour, WHITE)) < SEEN:
            yield one, found


def alike(regions: Iterable[Region]) -> Iterator[tuple[Region, Region, tuple[str, ...]]]:
    """Regions whose colours some eyes don't tell apart, two by two, and which eyes of `CONES` those are: where those with all
    cones don't, ``all`` alone."""
    for one, other in combinations(regions, 2):
        blind = tuple(eyes for eyes in CONES if distance(one.colour, other.colour, eyes) < APART)
        if blind:
            yield one, other, blind[:1] if blind[0] == "all" else blind


def _linear(colour: str) -> Three:
    parts = (one / 255 for one in bytes.fromhex(colour[1:]))
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)


def _times(matrix: tuple[Three, ...], vector: Three) -> Three:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
