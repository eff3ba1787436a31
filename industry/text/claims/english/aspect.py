"""Of what figures are told that an English sentence compares, as ``around.aspect`` says of a Chinese one: growth, the size of a fall (a decline larger
than, fell faster than), something that fell (fell by 6.1%, above), or nothing but a name."""

from __future__ import annotations

from collections.abc import Sequence

from industry.text.claims.english.said import Said
from industry.text.claims.english.sentences import Piece
from industry.text.claims.relations import Aspect

_OF_FALLS = frozenset(
    ("more", "less", "larger", "smaller", "greater", "bigger", "fewer", "faster", "slower", "quicker")
)
"""What is said of the size of a fall, where one is spoken of, and of no rate below zero."""
_RISES, _FALLS = ("growth", "rise", "quick"), ("drop", "fall", "slow")


def of(some: Sequence[Piece], text: str, at: int, said: Said) -> Aspect:
    """Of what the figure at an index is told, which is compared."""
    if said.fall:
        return "fall"
    last = next((look for look in range(at - 1, -1, -1) if _moves(some[look])), None)
    if last is None:
        return ""
    if _moves(some[last]) > 0:
        return "rate"
    sized = any(text[some[look].start : some[look].stop].lower() in _OF_FALLS for look in said.behind)
    at_once = some[last].kind != "fall" and all(one.kind != "number" for one in some[last:at])
    return "fall" if sized or at_once else "fell"


def _moves(one: Piece) -> int:
    """1 of what tells growth, -1 of what tells a fall, else 0."""
    if one.name is not None:
        return one.name.grown
    return (one.kind in _RISES) - (one.kind in _FALLS)
