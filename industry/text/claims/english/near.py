"""The words around a figure of an English sentence: which go with it behind it, where its clause begins, which word before it says how
it stands. What they make of it is for ``relations``."""

from __future__ import annotations

from collections.abc import Sequence

from industry.text.claims.english.sentences import Piece

_PASSED = frozenset(
    ("fill", "place", "time", "year_on_year", "annual", "two", "aim", "forecast", "aside", "in", "respectively", "quote", "ago", "unknown", "number_of", "figure", "where", "seat", "added")
)  # fmt: skip


_NEAR = frozenset(("to", "by", "of", "from", "averaging"))


STOPS = frozenset(("comma", "semi", "open", "close", "number", "and", "while"))


_BEHIND = frozenset(
    (
        "fill", "year_on_year", "time", "place", "in", "of", "growth", "drop", "more", "less", "than", "mean", "averaging", "annual", "two",
        "name", "respectively", "ago", "compare", "from", "to", "month_on_month", "aim", "forecast", "is", "by", "rank", "portion", "top", "figure", "seat",
        "added",
    )
)  # fmt: skip


def behind(some: Sequence[Piece], at: int) -> tuple[list[int], bool]:
    """The pieces that go with a figure behind it, up to a stop; and whether all of them are understood."""
    found: list[int] = []
    for look in range(at + 1, len(some)):
        kind = some[look].kind
        if kind in STOPS or kind in (
            "colon",
            "share",
            "contribute",
            "rise",
            "fall",
            "exceed",
            "trail",
            "quick",
            "slow",
            "narrow",
            "widen",
        ):
            return found, kind in STOPS
        if kind not in _BEHIND:
            return found, False
        found.append(look)
    return found, True


def clause(some: Sequence[Piece], at: int) -> int:
    """Where the words of a figure begin: behind the last stop after the figure before it."""
    before = next((look for look in range(at - 1, -1, -1) if some[look].kind == "number"), None)
    if before is None:
        return 0
    stops = [
        look
        for look in range(before + 1, at)
        if some[look].kind in ("comma", "semi", "and", "while", "open", "close")
    ]
    return stops[0] + 1 if stops else before + 1


def bracketed(some: Sequence[Piece], at: int) -> bool:
    """Whether a figure stands alone in brackets (the national average (9.6%))."""
    kinds = [one.kind for one in some[max(at - 1, 0) : at + 2]]
    return kinds == ["open", "number", "close"]


def cue(some: Sequence[Piece], at: int) -> tuple[int | None, str, int | None]:
    """The index of the nearest word before a figure that says how it stands, the little word right before it, and
    the index of a name passed on the way."""
    near, name = "", None
    inside = {each for look in range(at) if bracketed(some, look) for each in (look - 1, look, look + 1)}
    for look in range(at - 1, -1, -1):
        one = some[look]
        if look in inside or one.kind == "fill" and near == "" and look == at - 1:
            continue
        if one.kind in _NEAR:
            near = near or one.kind
        elif one.kind == "name":
            if name is not None:
                return None, near, name
            name = look
        elif one.kind in STOPS:
            return None, near, name
        elif one.kind not in _PASSED:
            return look, near, name
    return None, near, name
