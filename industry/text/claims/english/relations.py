"""In which relation a figure of an English sentence stands to what it is of, by the words around it: growth, share, gap, change, rank,
plain. What the words themselves are is in ``lexicon``; what it is of is for ``binding``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from industry.text.claims.english.naming import QUANTITIES
from industry.text.claims.english.numbers import Figure
from industry.text.claims.english.sentences import STOPS, Name, Piece, behind, bracketed, clause, cue
from industry.text.claims.numbers import POINTS
from industry.text.claims.when import When
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

_FALLS = ("fall", "drop", "less", "slow", "trail")


@dataclass(slots=True)
class Said:
    """``kind`` as in ``claims.relations``; ``sign`` of a growth or a difference; ``other``: the index of the region with which it is
    compared or among which it is ranked; ``year``: a year before is; ``earlier``: it is told of the year before;
    ``same``: it goes with the figure before (compared with 4.6 percent), ``like``: it has that one's words (and steel by 3 percent);
    ``whole``: what it is a share of; ``place``: the index of the region whose it is (the national average of 2.8%); ``over``: exceeded says so; ``apart``: the region in
    ``other`` has a figure of its own (2 points above the 24.5% of China); ``since``: it is told against an earlier year than the last;
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


def relation(some: Sequence[Piece], at: int) -> Said | None:
    """The relation of the figure at an index; None of an ordinal that is no rank."""
    one = some[at].token.figure
    assert one is not None
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
    if (word is None or labelled) and near in ("", "by", "of") and not one.place and _repeats(some, at, name):
        return Said("growth", like=True, clear=understood, behind=found)
    if one.place:
        said = _rank(some, at, kind, found)
    elif one.unit == "%":
        said = _percent(some, at, kind, near, name, word, found)
    elif POINTS in one.unit:
        said = _points(some, at, kind, near, word, found)
    elif one.unit == "倍":
        said = Said(
            "growth" if one.print.startswith(("翻", "增")) else "multiple",
            clear=one.print.startswith(("翻", "增")),
        )
    elif one.unit == "位":
        said = Said("rank_change", -1 if kind in _FALLS else 1, clear=kind in ("rise", "fall"))
    else:
        said = _amount(some, at, kind, near, name, found)
    if said is None:
        return None
    said.behind = found
    said.clear = said.clear and understood
    begin = clause(some, at)
    kinds = [some[look].kind for look in (*range(begin, at), *found)]
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
    said.clear = said.clear and "narrow" not in kinds
    if "month_on_month" in kinds:
        said.clear = said.clear and said.kind in ("growth", "change")
        said.kind = "sequential" if said.clear else said.kind
    said.year = said.year or "year_on_year" in kinds or any(some[look].kind == "ago" for look in found)
    return said


def _repeats(some: Sequence[Piece], at: int, name: int | None) -> bool:
    """Whether a figure has the words of the one before it: of another name, region or period (and steel by 3 percent)."""
    before = next((look for look in range(at - 1, -1, -1) if some[look].kind == "number"), None)
    if before is None or _follows(some, at):
        return False
    if name is not None:
        return some[at].token.figure.unit == "%"  # type: ignore[union-attr]
    begin = max(behind(some, before)[0], default=before) + 1
    kinds = [one.kind for one in some[begin:at]]
    own = "place" in kinds or any(some[look].kind in ("time", "place") for look in behind(some, at)[0])
    return own and kinds[:1] != [] and kinds[0] in _PARTING and set(kinds) <= _REPEATED


def opening(some: Sequence[Piece], at: int) -> int | None:
    """The index of the time with which a sentence begins to compare (Compared with the first quarter of 2019, …)."""
    kinds = [one.kind for one in some[:3]]
    when = some[1].token.when if kinds == ["compare", "time", "comma"] else None
    first = all(one.kind != "number" for one in some[:at])
    return 1 if when is not None and when.base and first else None


def _whose(some: Sequence[Piece], at: int) -> int | None:
    """The index of the region or the name right before a bracket."""
    look = at - 2
    while look > 0 and some[look].kind in ("mean", "averaging", "figure", "fill"):
        look -= 1
    return look if look >= 0 and some[look].kind in ("place", "name") else None


_PARTING = frozenset(("and", "comma", "open", "while", "semi"))
_REPEATED = _PARTING | {"fill", "by", "of", "in", "place", "colon", "time", "close"}


def _labelled(some: Sequence[Piece], colon: int) -> bool:
    """Whether a colon stands behind a region that begins its part (Hebei: 17.6%)."""
    if colon < 1 or some[colon - 1].kind != "place":
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


def _compared(some: Sequence[Piece], found: Sequence[int]) -> tuple[int | None, int | None, bool]:
    """The index of more or less among pieces, of the region that it compares with, and whether with a year before."""
    way = next((look for look in found if some[look].kind in ("more", "less")), None)
    rest = [look for look in found if way is None or look > way]
    place = next((look for look in rest if some[look].kind == "place"), None)
    year = any(some[look].kind in ("ago", "year_on_year") for look in rest)
    return way, place, year


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


def _percent(
    some: Sequence[Piece],
    at: int,
    kind: str,
    near: str,
    name: int | None,
    word: int | None,
    found: Sequence[int],
) -> Said:
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
        _, place, year = _compared(some, found)
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
        return Said("growth", -1 if kind in _FALLS else 1)
    if kind == "share":
        return Said("share")
    if kind == "contribute":
        return Said("contribution")
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


def _points(
    some: Sequence[Piece], at: int, kind: str, near: str, word: int | None, found: Sequence[int]
) -> Said:
    if kind == "contribute":
        return Said("pull")
    way, place, year = _compared(some, found)
    if way is not None:
        sign = -1 if some[way].kind == "less" else 1
        if place is not None:
            return Said("gap", sign, other=place)
        if not year and (apart := _apart(some, found)) is not None:
            return Said("gap", sign, other=apart, apart=True)
        times = [look for look in found if look > way and some[look].kind in ("time", "ago")]
        return Said("change", sign, year=year, clear=bool(times) or year)
    if kind in ("exceed", "trail"):
        over = next((look for look in range(word or 0, at) if some[look].kind == "place"), None)
        return Said("gap", -1 if kind == "trail" else 1, other=over, clear=over is not None)
    if kind in ("rise", "fall", "quick", "slow", "growth", "drop") and near != "to":
        year = any(some[look].kind in ("ago", "year_on_year") for look in found)
        based = year or any(
            when is not None and when.base for when in (some[look].token.when for look in found)
        )
        return Said("change", -1 if kind in _FALLS else 1, year=year, clear=based)
    return Said("change", clear=False)


def _amount(
    some: Sequence[Piece], at: int, kind: str, near: str, name: int | None, found: Sequence[int]
) -> Said:
    if kind == "compare" or near == "from":
        return Said("plain", same=True, earlier=any(some[look].kind == "ago" for look in found))
    if kind in ("rise", "fall", "growth", "drop", "quick", "slow") and near != "to":
        return Said("change", -1 if kind in _FALLS else 1, clear=False)
    if any(some[look].kind in ("more", "less", "growth", "drop") for look in found[:2]):
        return Said("change", clear=False)
    if kind in ("", "is", "exceed", "colon", "rise", "fall"):
        return Said("plain", over=kind == "exceed", reached=True)
    return Said("plain", clear=False)


def printed(one: Figure, how: Said, fit: Sequence[Indicator]) -> str:
    """The figure with the words before it, as a Chinese print."""
    said = one.print
    if how.over:
        said = "超" + said if said[0].isdigit() else "?"
    if one.unit == "" and fit and not said.endswith(("以上", "以下", "左右")):
        said += words.unit_of(fit[0].unit).measure
    if how.kind == "rank_change":
        return ("前移" if how.sign > 0 else "后移") + said
    if how.kind in ("gap", "change"):
        return way(how) + (said[1:] + "左右" if said[0] == "约" else said)
    if how.kind != "growth" or said.startswith(("翻", "增")):
        return said
    return ("增长" if how.sign > 0 else "下降") + (said[1:] if said[0] in "+-" and one.unit == "%" else said)


def way(how: Said) -> str:
    """The words of a difference by which its sign is told."""
    if how.kind == "gap":
        return "高" if how.sign > 0 else "低"
    return ("提高" if how.sign > 0 else "回落") if how.kind == "change" else ""
