"""How a figure of an English sentence is told, as far as its words say; and the same as a Chinese print, which ``vocabulary.printed`` reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from industry.text.claims.english.parts.numbers import Figure
from industry.text.claims.numbers import LEVEL
from industry.text.claims.when import When
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

FALLS = ("fall", "drop", "less", "slow", "trail")


@dataclass(slots=True)
class Said:
    """``kind`` as in ``claims.relations``; ``sign`` of a growth or a difference; ``other``: the index of the region with which it is
    compared or among which it is ranked; ``year``: a year before is; ``earlier``: it is told of the year before;
    ``same``: it goes with the figure before (compared with 4.6 percent), ``like``: it has that one's words (and steel by 3 percent);
    ``whole``: what it is a share of; ``place``: the index of the region whose it is (the national average of 2.8%); ``over``: exceeded says so; ``apart``: the region in
    ``other`` has a figure of its own (2 points above the 24.5% of China); ``fall``: it is the size of a fall that changes; ``added``: it is of what was newly added;
    ``since``: it is told against an earlier year than the last;
    ``clear``: no doubt of these."""

    kind: str
    sign: int = 1
    other: int | None = None
    year: bool = False
    earlier: bool = False
    same: bool = False
    over: bool = False
    clear: bool = True
    average: str = ""
    behind: list[int] = field(default_factory=list)
    reached: bool = False
    like: bool = False
    whole: frozenset[str] | None = None
    place: int | None = None
    apart: bool = False
    since: When | None = None
    fall: bool = False
    added: bool = False


def printed(one: Figure, how: Said, fit: Sequence[Indicator]) -> str:
    """The figure with the words before it, as a Chinese print."""
    said = one.print
    if how.over:
        said = "超" + said if said[0].isdigit() else "?"
    if one.unit == "" and fit and not said.endswith(("以上", "以下", "左右")):
        said += words.unit_of(fit[0].unit).measure
    if how.kind == "rank_change":
        return ("前移" if how.sign > 0 else "后移") + said
    if how.kind in ("gap", "change") and LEVEL.search(said):
        return said
    if how.kind in ("gap", "change"):
        return way(how) + (said[1:] + "左右" if said[0] == "约" else said)
    if how.kind != "growth" or said.startswith(("翻", "增")):
        return said
    falls = how.sign < 0 or said[0] == "-" and one.unit == "%"
    return ("下降" if falls else "增长") + (said[1:] if said[0] in "+-" and one.unit == "%" else said)


def way(how: Said) -> str:
    """The words of a difference by which its sign is told."""
    if how.kind == "gap":
        return "高" if how.sign > 0 else "低"
    if how.fall:
        return "收窄" if how.sign < 0 else "扩大"
    return ("提高" if how.sign > 0 else "回落") if how.kind == "change" else ""
