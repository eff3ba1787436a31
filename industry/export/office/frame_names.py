"""By which names charts and tables of ours are found again in a file, on slides and pages alike."""

from __future__ import annotations

from collections.abc import Sequence

from industry.export.xml_text import writable
from industry.figures.parts import WHOLE, Way

BEHIND = "+"
"""Behind the number of a chart: the table of what its points are, in the annex."""


def behind_name(figure: str, number: int) -> str:
    """The name of the table behind a figure's chart of this number: growth#2+."""
    return writable(f"{figure}#{number}{BEHIND}")


def frame_name(figure: str, number: int, ways: Sequence[Way] = (), parted: bool = False) -> str:
    """The slide's text, of a second one #2 behind it, and of a figure in parts how each of its panels is parted
    (benchmark#2~3x1); ``parted``: it is so even where each of its panels is whole."""
    if not parted and all(one == WHOLE for one in ways):
        return writable(figure if number == 1 else f"{figure}#{number}")
    return writable(f"{figure}#{number}~{'.'.join(f'{down}x{across}' for down, across in ways)}")
