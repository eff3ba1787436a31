"""What has become of a chart or a table in somebody's file, as whoever sets it notes it down.

How it is told belongs in ``frames`` and ``report``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NUMBER = re.compile(r"[\d.,]*\d")


@dataclass(frozen=True)
class Moved:
    """A point whose number differs: of which series, at which place of the fresh chart, under which name, and both numbers as the
    charts say them, ``before`` empty of one that had none, ``after`` of one that has none now. ``apart``: what it is now isn't
    compared with the others, and was before. ``noted``: the number is the same, what stands by it
    isn't. ``called``: the names of its category, before and now."""

    series: int
    place: int
    name: str
    before: str
    after: str
    apart: bool = False
    noted: bool = False
    called: tuple[str, str] = ("", "")


@dataclass
class Told:
    """What has become of a chart or a table: the numbers that ``moved``, names that are no more or new, ``kept`` words that
    are somebody's own beside what they would be now, and whether all is ``rebuilt``."""

    changed: bool = False
    rebuilt: bool = False
    own: bool = False
    moved: list[Moved] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)


def of_one_number(before: str, after: str) -> bool:
    """Whether words in a chart or a table have the same numbers in them; False without any."""
    return _NUMBER.findall(before) == _NUMBER.findall(after) != []
