"""What a benchmark gives: a ratio to a peer, measured in one run, beside its budget.

Only ratios are judged: seconds are those of the machine and of whatever else it does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

Work = Callable[[], object]


class Unmeasured(Exception):
    """There is no number; the text says why."""


@dataclass(frozen=True)
class Measured:
    """``ratio`` of ours to the peer's, ``at_most`` the budget (None: there is none), ``detail`` the
    figures behind it."""

    what: str
    ratio: float
    at_most: float | None
    peer: str
    detail: str = ""

    @property
    def verdict(self) -> str:
        """``within`` or ``over`` the budget; nothing where there is none."""
        if self.at_most is None:
            return ""
        return "within" if self.ratio <= self.at_most else "over"


def seconds(work: Work) -> float:
    """How long one run of ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(ours: Work, peer: Work, times: int) -> tuple[list[float], list[float]]:
    """Seconds of both, run one after the other, each first every second time."""
    return alternating(lambda: seconds(ours), lambda: seconds(peer), times)


def alternating(
    ours: Callable[[], float], peer: Callable[[], float], times: int
) -> tuple[list[float], list[float]]:
    """What both measure of themselves, one after the other, each first every second time."""
    taken: tuple[list[float], list[float]] = ([], [])
    for count in range(times):
        for which in (0, 1) if count % 2 else (1, 0):
            taken[which].append((ours, peer)[which]())
    return taken


def ratio(ours: Sequence[float], peer: Sequence[float]) -> float:
    """The median of the ratios of neighbours in time: what slows the machine down slows both."""
    return median(one / other for one, other in zip(ours, peer, strict=True))


def milliseconds(taken: Sequence[float]) -> str:
    """The median, in words."""
    return f"{median(taken) * 1000:,.0f} ms"


def percentile(taken: Sequence[float], share: float) -> float:
    """The smallest time that at least this share of all don't exceed. Raises Unmeasured where there is none at all."""
    held = sorted(taken)
    if not held:
        raise Unmeasured("nothing was ended in the time that it had; this machine does too much else")
    return held[max(0, ceil(share * len(held)) - 1)]
