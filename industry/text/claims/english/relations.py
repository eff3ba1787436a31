"""In which relation a figure of an English sentence stands to what it is of, by the words around it: growth, share, gap, change, rank,
plain. What the words themselves are is in ``lexicon``, what a percentage is told as in ``percents``; what it is of is for ``binding``."""

from __future__ import annotations

from collections.abc import Sequence

from industry.text.claims.english.near import behind, bracketed, clause, cue
from industry.text.claims.english.percents import compared, level, percent
from industry.text.claims.english.said import FALLS, Said
from industry.text.claims.english.sentences import Piece
from industry.text.claims.numbers import LEVEL, POINTS


def relation(some: Sequence[Piece], at: int) -> Said | None:
    """The relation of the figure at an index; None of an ordinal that is no rank."""
    one = some[at].token.figure
    assert one is not None
    if LEVEL.search(one.print):
        return level(some, at)
    word, near, name = cue(some, at)
    found, understood = behind(some, at)
    kind = some[word].kind if word is not None else ""
    labelled = kind == "colon" and _labelled(some, word or 0)
    if word is None and one.unit == "%" and bracketed(some, at):
        if one.print[0] in "+-":
            return Said("growth", -1 if one.print[0] == "-" else 1, behind=found)
        if (place := _whose(some, at)) is not None:
            return Said(
                "growth", like=True, place=place if some[place].kind == "place" else None, behind=found
            )
    if (
        (word is None or labelled)
        and near in ("", "by", "of")
        and not one.place
        and one.unit != "倍"
        and _repeats(some, at, name)
    ):
        average = next((some[look].kind for look in found if some[look].kind in AVERAGES), "")
        return Said("growth", like=True, clear=understood, behind=found, average=average)
    if one.place:
        said = _rank(some, at, kind, found)
    elif one.unit == "%":
        said = percent(some, at, kind, near, name, word, found)
    elif POINTS in one.unit:
        said = _points(some, at, kind, near, word, found)
    elif one.unit == "倍":
        grown = one.print.startswith(("翻", "增"))
        based = any(when is not None and when.base for when in (some[look].token.when for look in found))
        more = any(some[look].kind in ("more", "less", "growth", "drop") for look in found)
        said = Said(
            "growth" if grown else "multiple", clear=grown or based and kind in ("is", "") and not more
        )
    elif one.unit == "位":
        said = Said("rank_change", -1 if kind in FALLS else 1, clear=kind in ("rise", "fall"))
    else:
        said = _amount(some, at, kind, near, name, found)
    if said is None:
        return None
    said.behind = found
    said.clear = said.clear and understood
    begin = clause(some, at)
    kinds = [some[look].kind for look in (*range(begin, at), *found)]
    said.added = "added" in kinds
    if "annual" in kinds or "two" in kinds:
        said.average = "two" if "two" in kinds else "annual"
    elif "averaging" in kinds and said.other is None and said.place is None:
        said.clear = False
    if (
        any(_of_average(some, look) for look in range(begin, at))
        or "mean" in kinds
        and said.other is None
        and not said.same
    ):
        said.clear = False
    if (
        said.kind in ("plain", "share")
        and not said.same
        and any(some[look].kind in ("than", "compare") for look in found)
    ):
        said.clear = False
    if said.kind == "growth" and not said.same:
        _signs(said, kinds)
    said.clear = said.clear and (said.fall or not {"narrow", "widen"} & set(kinds))
    if "month_on_month" in kinds:
        said.clear = said.clear and said.kind in ("growth", "change")
        said.kind = "sequential" if said.clear else said.kind
    said.year = said.year or "year_on_year" in kinds or any(some[look].kind == "ago" for look in found)
    return said


AVERAGES = ("two", "annual")


def _repeats(some: Sequence[Piece], at: int, name: int | None) -> bool:
    """Whether a figure has the words of the one before it: of another name, region or period (and steel by 3 percent)."""
    before = next((look for look in range(at - 1, -1, -1) if some[look].kind == "number"), None)
    if before is None or _follows(some, at):
        return False
    if name is not None:
        return some[at].token.figure.unit == "%"  # type: ignore[union-attr]
    begin = max(behind(some, before)[0], default=before) + 1
    begin = max([begin, *(look for look in range(begin, at) if some[look].kind == "semi")])
    kinds = [one.kind for one in some[begin:at]]
    own = bool({"place", "time"} & set(kinds)) or any(
        some[look].kind in ("time", "place", *AVERAGES) for look in behind(some, at)[0]
    )
    return own and kinds[:1] != [] and kinds[0] in _PARTING and set(kinds) <= _REPEATED


def _whose(some: Sequence[Piece], at: int) -> int | None:
    """The index of the region or the name right before a bracket."""
    look = at - 2
    while look > 0 and some[look].kind in ("mean", "averaging", "figure", "fill"):
        look -= 1
    return look if look >= 0 and some[look].kind in ("place", "name") else None


_PARTING = frozenset(("and", "comma", "open", "while", "semi"))
_REPEATED = _PARTING | {"fill", "by", "of", "in", "place", "colon", "time", "close"}


def _labelled(some: Sequence[Piece], colon: int) -> bool:
    """Whether a colon stands behind a region or a time that begins its part (Hebei: 17.6%)."""
    if colon < 1 or some[colon - 1].kind not in ("place", "time"):
        return False
    look = colon - 2
    while look >= 0 and some[look].kind in ("fill", "in", "and"):
        look -= 1
    return look >= 0 and some[look].kind in _PARTING


def _follows(some: Sequence[Piece], at: int) -> bool:
    """Whether the words behind a figure say what it is (18.5 percent growth)."""
    return any(some[look].kind in ("growth", "drop", "more", "less") for look in behind(some, at)[0])


def _signs(said: Said, kinds: Sequence[str]) -> None:
    """A fall that is told in any word makes a growth one; where both a rise and a fall are told, neither is sure."""
    fall, rise = bool({"fall", "drop", "slow"} & set(kinds)), bool({"rise", "growth", "quick"} & set(kinds))
    said.clear = said.clear and not (fall and rise)
    if fall and not rise:
        said.sign = -1


def _of_average(some: Sequence[Piece], at: int) -> bool:
    """Whether an average is spoken of that is one of what follows (the average output of a firm)."""
    if some[at].kind != "averaging":
        return False
    after = next((one.kind for one in some[at + 1 :] if one.kind != "fill"), "")
    return after in ("name", "place")


def _place_among(some: Sequence[Piece], found: Sequence[int]) -> int | None:
    return next((look for look in found if some[look].kind == "place"), None)


def _rank(some: Sequence[Piece], at: int, kind: str, found: Sequence[int]) -> Said | None:
    top = at + 1 < len(some) and some[at + 1].kind in ("top", "seat")
    if kind not in ("rank", "is") and not (top and _place_among(some, found) is not None):
        return None
    after = next((look for look in found if some[look].kind in ("name", "place")), None)
    among = _place_among(some, found)
    clear = after is None or some[after].kind == "place" or (among is not None)
    if among is None:
        begin = clause(some, at)
        ranked = next((look for look in range(at - 1, begin - 1, -1) if some[look].kind == "rank"), None)
        among = next((look for look in range(ranked or at, at) if some[look].kind == "place"), None)
    return Said("rank", other=among, clear=clear and among is not None)


def _apart(some: Sequence[Piece], found: Sequence[int]) -> int | None:
    """The region of the figure that a difference is told from (1.8 points more than the 9.6% recorded for China)."""
    last = found[-1]
    if last + 1 >= len(some) or some[last + 1].kind != "number":
        return None
    if "than" not in [some[look].kind for look in found] and some[last].kind not in ("fill", "more", "less"):
        return None
    its, _ = behind(some, last + 1)
    places = [look for look in its if some[look].kind == "place"]
    return places[0] if len(places) == 1 and all(some[look].kind != "time" for look in its) else None


def _fallen(some: Sequence[Piece], word: int) -> bool:
    """Whether it is a fall that narrows or widens at an index (the decline narrowed by 2 points)."""
    before = [one.kind for one in some[:word] if one.kind not in ("fill", "time", "place", "in", "of")]
    return before[-1:] == ["drop"]


def _points(
    some: Sequence[Piece], at: int, kind: str, near: str, word: int | None, found: Sequence[int]
) -> Said:
    if kind == "contribute":
        return Said("pull")
    way, place, year = compared(some, found)
    if way is not None:
        sign = -1 if some[way].kind == "less" else 1
        if place is not None:
            return Said("gap", sign, other=place)
        if not year and (apart := _apart(some, found)) is not None:
            return Said("gap", sign, other=apart, apart=True)
        times = [look for look in found if look > way and some[look].kind in ("time", "ago")]
        return Said("change", sign, year=year, clear=bool(times) or year)
    if kind in ("narrow", "widen") and near in ("", "by"):
        year = any(some[look].kind in ("ago", "year_on_year") for look in found)
        based = year or any(some[look].kind == "time" for look in found)
        fallen = _fallen(some, word or 0)
        return Said("change", -1 if kind == "narrow" else 1, year=year, fall=True, clear=based and fallen)
    if kind in ("exceed", "trail") or kind in ("more", "less") and near == "by":
        over = next((look for look in range(word or 0, at) if some[look].kind == "place"), None)
        return Said("gap", -1 if kind in ("trail", "less") else 1, other=over, clear=over is not None)
    if kind == "than" and near == "by" and (gap := _of_falls(some, at, word or 0)) is not None:
        return gap
    if kind in ("rise", "fall", "quick", "slow", "growth", "drop") and near != "to":
        year = any(some[look].kind in ("ago", "year_on_year") for look in found)
        based = year or any(
            when is not None and when.base for when in (some[look].token.when for look in found)
        )
        return Said("change", -1 if kind in FALLS else 1, year=year, clear=based)
    return Said("change", clear=False)


def _of_falls(some: Sequence[Piece], at: int, than: int) -> Said | None:
    """A larger fall than a region's by so many points."""
    kinds = [one.kind for one in some[max(than - 2, 0) : than]]
    over = next((look for look in range(than, at) if some[look].kind == "place"), None)
    if kinds not in (["more", "drop"], ["less", "drop"]) or over is None:
        return None
    return Said("gap", 1 if kinds[0] == "more" else -1, other=over, fall=True)


def _amount(
    some: Sequence[Piece], at: int, kind: str, near: str, name: int | None, found: Sequence[int]
) -> Said:
    if kind == "compare" or near == "from":
        return Said("plain", same=True, earlier=any(some[look].kind == "ago" for look in found))
    if kind in ("rise", "fall", "growth", "drop", "quick", "slow") and near != "to":
        return Said("change", -1 if kind in FALLS else 1, clear=False)
    if any(some[look].kind in ("more", "less", "growth", "drop") for look in found[:2]):
        return Said("change", clear=False)
    if kind in ("", "is", "exceed", "colon", "rise", "fall"):
        return Said("plain", over=kind == "exceed", reached=True)
    return Said("plain", clear=False)
