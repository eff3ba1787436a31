"""In which relation a percentage stands to what it is of: growth, share, contribution, or one of these that goes with the figure before."""

from __future__ import annotations

from collections.abc import Sequence

from industry.text.claims.english.near import STOPS, behind, clause, cue
from industry.text.claims.english.parts.naming import QUANTITIES
from industry.text.claims.english.said import FALLS, Said
from industry.text.claims.english.sentences import Name, Piece


def opening(some: Sequence[Piece], at: int) -> int | None:
    """The index of the time with which a sentence begins to compare (Compared with the first quarter of 2019, …)."""
    kinds = [one.kind for one in some[:3]]
    when = some[1].token.when if kinds == ["compare", "time", "comma"] else None
    first = all(one.kind != "number" for one in some[:at])
    return 1 if when is not None and when.base and first else None


def compared(some: Sequence[Piece], found: Sequence[int]) -> tuple[int | None, int | None, bool]:
    """The index of more or less among pieces, of the region that it compares with, and whether with a year before."""
    way = next((look for look in found if some[look].kind in ("more", "less")), None)
    rest = [look for look in found if way is None or look > way]
    place = next((look for look in rest if some[look].kind == "place"), None)
    year = any(some[look].kind in ("ago", "year_on_year") for look in rest)
    return way, place, year


def level(some: Sequence[Piece], at: int) -> Said:
    """With what a figure is level: one region, or one time, and nothing else."""
    found, understood = behind(some, at)
    kinds = [some[look].kind for look in found]
    places = [look for look in found if some[look].kind == "place"]
    times = [look for look in found if some[look].kind in ("time", "ago", "year_on_year")]
    clear = understood and set(kinds) <= _BESIDE and len(places) + len(times) == 1
    if places:
        return Said("gap", other=places[0], clear=clear, behind=found)
    return Said("change", year=kinds[-1:] == ["ago"], clear=clear, behind=found)


_BESIDE = frozenset(("fill", "in", "of", "place", "time", "ago", "mean", "averaging", "growth", "figure"))


def percent(
    some: Sequence[Piece],
    at: int,
    kind: str,
    near: str,
    name: int | None,
    word: int | None,
    found: Sequence[int],
) -> Said:
    """How the percentage at an index is told: ``kind`` is that of the nearest word before it, at ``word``; ``near`` the little word
    right before it, ``name`` the index of a name passed on the way, ``found`` what goes with it behind."""
    first = next((look for look in found if some[look].kind != "fill"), None)
    follows = some[first].kind if first is not None else ""
    if follows == "year_on_year":
        follows = next(
            (some[look].kind for look in found if some[look].kind not in ("fill", "year_on_year")), ""
        )
    if (near == "from" or near == "to") and (ends := _ends(some, at, near, name)) is not None:
        return ends
    if kind in ("compare", "than") or near == "from":
        return Said("growth", same=True, earlier=any(some[look].kind == "ago" for look in found))
    if near == "of" and (place := _average_of(some, at)) is not None:
        return Said("growth", same=True, place=place)
    if follows in ("growth", "drop"):
        return Said("growth", -1 if follows == "drop" else 1)
    if follows in ("more", "less"):
        _, place, year = compared(some, found)
        if place is not None:
            return Said("gap", -1 if follows == "less" else 1, other=place)
        based = any(when is not None and when.base for when in (some[look].token.when for look in found))
        based = based or opening(some, at) is not None
        return Said("growth", -1 if follows == "less" else 1, year=year, clear=year or based)
    told = _told(some, at)
    if kind == "portion" and near == "to":
        return Said("share", reached=True)
    if kind in ("exceed", "trail") and near == "by":
        over = next((look for look in range(word or 0, at) if some[look].kind == "place"), None)
        return Said("gap", -1 if kind == "trail" else 1, other=over, clear=over is not None)
    if word is None and near == "to" and follows == "of" and _quantity_behind(some, first):
        return Said("share", reached=True)
    if kind in ("rise", "fall", "quick", "slow") and near == "to":
        return Said("share" if told and told.portion else "plain", reached=True)
    if kind in ("rise", "growth", "fall", "drop"):
        return Said("growth", -1 if kind in FALLS else 1)
    if kind == "share":
        return Said("share")
    if kind == "contribute":
        return Said("share" if follows == "of" and _quantity_behind(some, first) else "contribution")
    if kind in ("is", "colon", "exceed") or near == "of" and name is not None:
        over = kind == "exceed"
        if follows == "of" and _quantity_behind(some, first):
            return Said("share", over=over)
        if told and told.portion:
            return Said("share", over=over)
        averaged = any(some[look].kind in ("annual", "two") for look in range(clause(some, at), at))
        grown = (
            _spoken(some, word if word is not None else at) or (told.grown if told else 0) or int(averaged)
        )
        if grown or _signed(some, at, found):
            return Said("growth", grown or 1, over=over)
        return Said("plain", over=over)
    if word is None and follows == "of" and _quantity_behind(some, first):
        return Said("share")
    if kind == "mean" or near == "of" and word is None:
        return Said("growth", same=True)
    return Said("growth", clear=False)


def _ends(some: Sequence[Piece], at: int, near: str, name: int | None) -> Said | None:
    """Of a share that went from one figure to another, each."""
    begin = clause(some, at) if near == "from" else 0
    told = _told(some, at)
    if told is None or not told.portion:
        return None
    if near == "from":
        after = next((look for look in range(at + 1, len(some)) if some[look].kind == "number"), None)
        between = [one.kind for one in some[at + 1 : after]] if after else []
        if (
            "to" in between
            and set(between) <= {"in", "time", "to", "fill"}
            and not any(some[look].kind == "number" for look in range(begin, at))
        ):
            return Said("share", reached=True)
        return None
    before = next((look for look in range(at - 1, -1, -1) if some[look].kind == "number"), None)
    between = [one.kind for one in some[before + 1 : at]] if before is not None else []
    if before is not None and set(between) <= {"in", "time", "to", "fill"} and cue(some, before)[1] == "from":
        return Said("share", reached=True)
    return None


def _quantity_behind(some: Sequence[Piece], first: int | None) -> bool:
    """Whether what a percentage is said to be of is a quantity (61.6% of Hebei's GDP)."""
    for look in range((first or 0) + 1, len(some)):
        if some[look].kind == "name":
            name = some[look].name
            return name is not None and bool(name.said & QUANTITIES)
        if some[look].kind not in ("fill", "place", "time", "number_of"):
            return False
    return False


def _average_of(some: Sequence[Piece], at: int) -> int | None:
    """The index of the region of which a figure is told as the average (the national average of 2.8%)."""
    look = at - 1
    while look > 0 and some[look].kind in ("of", "fill", "mean", "averaging", "figure"):
        look -= 1
    kinds = {some[each].kind for each in range(look, at)}
    return look if some[look].kind == "place" and kinds & {"mean", "averaging", "figure"} else None


def _told(some: Sequence[Piece], at: int) -> Name | None:
    return next((some[look].name for look in range(at - 1, -1, -1) if some[look].kind == "name"), None)


def _spoken(some: Sequence[Piece], word: int) -> int:
    """1 or −1 where growth or a fall is the noun that the verb at an index tells of."""
    for look in range(word, -1, -1):
        if some[look].kind in STOPS:
            return 0
        if some[look].kind in ("growth", "drop"):
            return 1 if some[look].kind == "growth" else -1
    return 0


def _signed(some: Sequence[Piece], at: int, found: Sequence[int]) -> bool:
    """Whether a sign, or a year before behind it, makes a figure one of growth."""
    one = some[at].token.figure
    assert one is not None
    return "+" in one.print or any(some[look].kind in ("year_on_year",) for look in found)
