"""Of which indicator a figure of an English sentence is, and whether that is sure: nothing between the beginning of its statement
and the end of its words may be unknown, its name must be one in full, or what was said before must give what it leaves away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from industry.tables.tables import Tables
from industry.text.claims.english.parts.naming import QUANTITIES, Meant, names, shared
from industry.text.claims.english.said import Said
from industry.text.claims.english.sentences import Name, Piece
from industry.text.claims.numbers import LEVEL, POINTS
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

_SUBJECT = frozenset(("industry", "designated", "enterprise"))
_BOUNDARIES = frozenset(("comma", "semi", "and", "while"))
_SEPARATE = frozenset(("comma", "and", "fill", "in", "place"))
_GROWTHS = ("growth_yoy", "growth_annual_average", "growth_two_year_average")


@dataclass(frozen=True, slots=True)
class Bound:
    """The ids of what a figure may be of, the index of the name, and whether it is ``sure``; ``rivals``: ids of what it
    could be as well where those hold figures."""

    ids: tuple[str, ...] = ()
    name: int | None = None
    sure: bool = False
    rivals: tuple[str, ...] = ()


def bind(
    some: Sequence[Piece],
    at: int,
    said: Said,
    earlier: Sequence[Name],
    tables: Tables,
    listed: int | None,
    known_subject: bool,
) -> Bound:
    """``earlier``: the names of the paragraph before this sentence; ``listed``: the index of the name that a list with
    respectively gives; ``known_subject``: whether the text has spoken of industry of designated size."""
    index = listed if listed is not None else _subject(some, at, said)
    if index is None:
        return Bound()
    name = some[index].name
    assert name is not None
    known, sure = _meant(some, name, said, tables)
    before = [*earlier, *(one.name for one in some[:index] if one.name is not None)]
    sure = sure and known.sure and (not known.bare or _given(name, before, known_subject))
    sure = (
        sure
        and _understood(some, at, index, said, known.bare)
        and (listed is not None or not _joined(some, index))
    )
    return Bound(known.ids, index, sure, known.rivals)


def carried(some: Sequence[Piece], at: int, said: Said, name: Name, tables: Tables) -> Bound:
    """What a figure is of whose part of the sentence names nothing, where ``name`` is carried on to it."""
    known, sure = _meant(some, name, said, tables)
    begin = next((look + 1 for look in range(at, -1, -1) if some[look].kind == "semi"), 0)
    passed = [some[look] for look in (*range(begin, at), *said.behind)]
    understood = all(one.kind != "unknown" and (one.name is None or one.used) for one in passed)
    understood = understood and (said.kind == "share" or all(one.kind != "portion" for one in passed))
    return Bound(known.ids, None, sure and known.sure and understood, known.rivals)


def _subject(some: Sequence[Piece], at: int, said: Said) -> int | None:
    """The index of the name that a figure is of: right behind it (14,000 industrial enterprises, 18.5% growth in …), else
    the nearest before it that isn't only compared with."""
    one = some[at].token.figure
    assert one is not None
    right = _right(some, at, said)
    left = next(
        (
            look
            for look in range(at - 1, -1, -1)
            if some[look].kind == "semi" or some[look].name and not some[look].used
        ),
        None,
    )
    if left is not None and some[left].kind == "semi":
        left = None
    if right is not None and not one.unit and not one.place:
        name = some[right].name
        if name and name.said == {"enterprise"} and left is not None:
            return left
        return right
    if right is not None and (left is None or _apart(some, left, at) or _completes(some, left, right)):
        return right
    return left


def _completes(some: Sequence[Piece], left: int, right: int) -> bool:
    """Whether a name without a quantity is given one behind the figure (enterprises saw 18.5% growth in value added)."""
    one, other = some[left].name, some[right].name
    return one is not None and other is not None and not one.said & QUANTITIES and other.said <= QUANTITIES


def _apart(some: Sequence[Piece], left: int, at: int) -> bool:
    """Whether another statement begins between a name and a figure."""
    return any(some[look].kind in ("while", "number") for look in range(left, at)) and any(
        some[look].kind in _BOUNDARIES for look in range(left, at)
    )


def _right(some: Sequence[Piece], at: int, said: Said) -> int | None:
    one = some[at].token.figure
    assert one is not None
    counted = not one.unit and not one.place
    allowed = ("fill",) if counted else ("fill", "growth", "drop", "in", "of", "year_on_year")
    if said.kind in ("share", "contribution", "gap", "change", "rank"):
        return None
    for look in said.behind:
        if some[look].kind == "name":
            nouns = [some[each].kind for each in range(at + 1, look)]
            return look if counted or "in" in nouns or "of" in nouns else None
        if some[look].kind not in allowed:
            return None
    return None


def _meant(some: Sequence[Piece], name: Name, said: Said, tables: Tables) -> tuple[Meant, bool]:
    """What the name is of in this relation, and whether all that is said behind the figure fits it."""
    if said.added:
        added = names(tables).additions.get(name.said, ()) if said.kind == "plain" else ()
        return Meant(added, bool(added)), bool(added)
    if said.kind not in ("share", "contribution") and not (
        said.kind in ("change", "gap", "rank") and name.portion
    ):
        extra = [look for look in said.behind if some[look].kind == "name" and not some[look].used]
        right = [look for look in extra if some[look].name is name]
        return name.meant, len(extra) == len(right) or name.meant.sure and some[extra[0]].name is name
    whole = name.of or said.whole
    for look in said.behind:
        found = some[look].name
        if found is not None:
            if whole is not None or found.grown and said.kind == "share" or found.portion:
                return Meant(name.meant.ids), False
            whole, some[look].used = found.said, True
    said.whole = whole
    part = name.part if name.part is not None else name.said
    if (
        whole is None
        and any(some[look].kind == "place" for look in said.behind)
        and "of" in [some[look].kind for look in said.behind]
    ):
        return shared(part, whole, tables), False
    return shared(part, whole, tables), True


def _given(name: Name, before: Sequence[Name], known_subject: bool) -> bool:
    """Whether what was said before gives what a bare name leaves away: the subject of a quantity, the quantity of a
    subject, which is value added where no other has been told."""
    before = [one for one in before if one.meant.sure]
    quantities = frozenset().union(*(one.said & QUANTITIES for one in before))
    if name.said & QUANTITIES:
        subjects = [one.said - QUANTITIES for one in before]
        return (known_subject or any("industry" in one for one in subjects)) and all(
            one <= _SUBJECT for one in subjects
        )
    return quantities <= {"valueadded", "gdp"}


def _understood(some: Sequence[Piece], at: int, index: int, said: Said, bare: bool) -> bool:
    """Whether no word is unknown from the beginning of the statement to the end of its figure's words, and no words of
    names make up none."""
    begin = 0
    figure = some[at].token.figure
    counted = figure is not None and not figure.unit and not figure.place
    if not bare and (index < at or counted):
        stops = [look for look in range(min(index, at) - 1, -1, -1) if some[look].kind in _BOUNDARIES]
        begin = next((look for look in stops if any(each.kind == "number" for each in some[:look])), 0)
    for look in (*range(begin, at), *said.behind):
        name = some[look].name
        if some[look].kind == "unknown":
            return False
        if name is not None and look != index and not (some[look].used or name.meant.sure or name.portion):
            return False
    return True


def _joined(some: Sequence[Piece], index: int) -> bool:
    """Whether a name shares its figure with another before it (revenue and profits)."""
    look = index - 1
    seen = False
    while look >= 0 and some[look].kind in _SEPARATE | {"of"}:
        seen = seen or some[look].kind in ("and", "comma")
        look -= 1
    return seen and look >= 0 and some[look].kind == "name" and not some[look].used


def fitting(
    found: Sequence[Indicator], some: Sequence[Piece], at: int, name: Name | None, said: Said, told: str
) -> tuple[Indicator, ...]:
    """Those of some indicators, fit for the relation, that the words tell apart. ``told``: the kind of the figure before."""
    one = some[at].token.figure
    assert one is not None
    grown = told == "growth" or (told == "" and name is not None and name.grown != 0)
    fit = list(found)
    if said.kind == "plain" and one.unit == "%":
        fit = (
            [each for each in fit if each.measure not in _GROWTHS]
            if not (name and name.grown)
            else [each for each in fit if each.measure in _GROWTHS]
        )
    if not one.money and said.kind != "multiple":
        fit = [each for each in fit if words.unit_of(each.unit).measure != "元" or each.measure == "rank"]
    return tuple(each for each in fit if _told(each, grown, told, said))


def _told(each: Indicator, grown: bool, told: str, said: Said) -> bool:
    """Whether a rank or a difference is one of growths where growth is spoken of, and of levels or shares else."""
    if said.kind == "rank":
        return ("growth" in each.id or "增速" in each.name.zh) == grown
    if said.kind in ("gap", "change") and each.measure in (*_GROWTHS, "share", "rate", "contribution"):
        return (each.measure in _GROWTHS) == grown
    if said.kind in ("gap", "change") and each.unit == POINTS:
        return ("增速" in each.name.zh or "增长" in each.name.zh) == grown
    return True


def lists(some: Sequence[Piece]) -> dict[int, tuple[int, int | None]]:
    """The figures that stand in a list without words of their own (by 29.4%, 17.6% and 18.9%): for each the index of the
    list's first, and of the region, name or period in its place that respectively gives it, None where nothing does."""
    found: dict[int, tuple[int, int | None]] = {}
    at = 0
    while at < len(some):
        run = [at] if some[at].kind == "number" else []
        while run and (after := _next_number(some, run[-1])) is not None:
            run.append(after)
        if len(run) > 1:
            items = _items(some, run) if any(one.kind == "respectively" for one in some) else None
            found |= {one: (run[0], items[place] if items else None) for place, one in enumerate(run)}
        at = run[-1] + 1 if run else at + 1
    return found


def _next_number(some: Sequence[Piece], at: int) -> int | None:
    look = at + 1
    while look < len(some) and some[look].kind in ("comma", "and"):
        look += 1
    if look == at + 1 or look >= len(some) or some[look].kind != "number":
        return None
    if look + 1 < len(some) and some[look + 1].kind in ("more", "less", "top"):
        return None
    one, other = some[at].token.figure, some[look].token.figure
    told = one and other and one.unit == other.unit
    return look if told and not any(LEVEL.search(each.print) for each in (one, other) if each) else None


def _items(some: Sequence[Piece], run: Sequence[int]) -> list[int] | None:
    """As many regions, names or periods as there are figures, before the list or right behind it."""
    for kind in ("place", "name", "time"):
        for begin, end in ((0, run[0]), (run[-1] + 1, len(some))):
            places = [look for look in range(begin, end) if some[look].kind == kind]
            places = places[-len(run) :] if begin == 0 else places[: len(run)]
            if len(places) == len(run) and all(
                {some[look].kind for look in range(one + 1, other)} & {"comma", "and"}
                and {some[look].kind for look in range(one + 1, other)}
                <= {"comma", "and", "fill", "in", "of"}
                for one, other in pairwise(places)
            ):
                others = [
                    look for look in range(begin, end) if some[look].kind == kind and look not in places
                ]
                return places if not others or kind != "place" else None
    return None
