"""Of which indicator a figure is, in which relation it stands and in which unit: by the words of its row and its header together, the lines
over the table where those name none, or by what curators answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from industry.curation.importing.deciding import dating, likely, measuring, naming, subjects
from industry.curation.importing.deciding.asking import Asking
from industry.curation.importing.deciding.dating import Dated
from industry.curation.importing.deciding.likely import Header
from industry.curation.importing.reading import units
from industry.curation.importing.reading.sayings import ALONE, Saying
from industry.text.alike import alike
from industry.text.claims.around import topics
from industry.text.claims.grids.labels import Kind
from industry.text.claims.grids.subjects import HARMLESS
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import COUNTED

_DESIGNATED = ("规模以上工业", "规模以上工业企业")
_STEPS = ("", "万", "亿")
_BRACKETED = re.compile(r"\(.*?\)$")
_MOVING = ("growth", "fall")
_UNSAID = "-"


class Relation:
    """In which relation a figure stands: ``kind``, ``who`` it is held against; ``sure`` unless labels say different things."""

    def __init__(self, one: Asking) -> None:
        kinds = [each.label for each in one.says if each.label.kind not in ("", "level")]
        strong = [each for each in kinds if each.kind not in _MOVING]
        told = strong or kinds
        if not told and one.over.name is not None and not words(one):
            told = [one.over.name] if one.over.name.kind not in ("", "level") else []
        self.kind: Kind = told[-1].kind if told else ""
        self.who = told[-1].who if told else ""
        self.sure = len(strong) < 2 and len(kinds) - len(strong) < 2 and not self.who.startswith("-")


def words(one: Asking) -> str:
    """The words of header and row that may name the indicator, as they stand."""
    return _joined(one.column) + _joined(one.row)


def _joined(path: Sequence[Saying]) -> str:
    """The words of labels over one another; what an upper one says and a lower one says again, once."""
    found = ""
    for each in path:
        if each.words.startswith(found):
            found = each.words
        elif each.words not in found:
            found += each.words
    return found


def _wordings(one: Asking) -> Iterator[str]:
    column, row = _joined(one.column), _joined(one.row)
    over = _joined([each for each in one.group if not HARMLESS.fullmatch(each.words)])
    over = "" if _ids(over, one) & (_ids(row, one) | _ids(column, one)) else over
    told = [column + row, row + column] if column and row else [column or row or one.over.words]
    if over:
        told = [over + each for each in told]
    yield from told
    if one.over.scope and column + row:
        yield from (scope + each for each in told for scope in _DESIGNATED if not each.startswith("规"))


def _ids(words: str, one: Asking) -> set[str]:
    return {each.id for each in naming.names(one.tables).get(words, ())}


def indicator(
    one: Asking, relation: Relation, dated: Dated, alone: bool | None
) -> tuple[Indicator | None, tuple[Indicator, ...]]:
    """The indicator, as it is known, answered or guessed, and the others that it may be."""
    every = one.tables.catalogue.indicators
    answer = one.answer("indicator") or ""
    qualifiers = frozenset().union(*(each.qualifiers for each in one.says))
    qualifiers = qualifiers | {ALONE} if alone else qualifiers - {ALONE} if alone is False else qualifiers
    counted = _unit(one, relation, None) in COUNTED
    named = naming.choose(
        list(_wordings(one)), relation.kind, qualifiers, counted, _against(one, relation), one.tables
    )
    header = Header(
        words(one) or one.over.words, relation.kind, _unit(one, relation, None), _against(one, relation),
        qualifiers, one.setting.regions, dating.yearly(dated),
    )  # fmt: skip
    fit = [each for each in named if _fits(one, relation, each)]
    other = _other_subject(one, fit)
    if other:
        header = replace(header, words=f"{words(one)}{'' if other == _UNSAID else other}")
        fit = [each for each in fit if other == _UNSAID]
    elif fit:
        fit = likely.ranked(dict.fromkeys((*fit, *_in_full(one))), header, one.tables)
    others = tuple(dict.fromkeys((*fit, *likely.near(one.tables, header), *named)))
    if answer in every:
        if _fits(one, relation, every[answer]):
            return every[answer], tuple(each for each in others if each.id != answer)
        one.ask("indicator", "indicator", answer, "unit_differs", [each.id for each in others], free=True)
        return every[answer], others
    total = any(each.total for each in one.says)
    if len(fit) == 1 and not other and relation.sure and not total and not one.suspect:
        return fit[0], others[1:]
    guess, rest = (others[0], others[1:]) if others else (None, ())
    if guess is not None and guess not in named and likely.foreign(guess, header, one.tables):
        guess, rest = None, others
    one.ask(
        "indicator",
        "indicator",
        guess.id if guess else "",
        "subject" if other else _why(one, fit, named, total),
        [each.id for each in others],
        free=True,
    )
    return guess, rest


def _other_subject(one: Asking, named: Sequence[Indicator]) -> str:
    """Of what a figure is told whose labels name a part of industry alone, where that isn't the subject of the indicator that is called so
    and nothing else; ``_UNSAID`` where nothing is said of it, empty where there is no doubt."""
    spoken = words(one) or one.over.words
    short = [each for each in named if topics.implied(spoken, each)]
    if not short:
        return _UNSAID if named and subjects.of_another(one, spoken) else ""
    told = subjects.around(one)
    if not subjects.differs(told, short[0]):
        return ""
    own = topics.subjects(alike(short[0].name.zh))
    return next((word for subject, word in told.items() if word and subject not in own), _UNSAID)


def _in_full(one: Asking) -> Iterator[Indicator]:
    """Indicators whose whole names are printed, with words in them that are read as a period (累计变动)."""
    every = naming.whole(one.tables)
    told = (_BRACKETED.sub("", each.text) for each in one.says if each.label.shift)
    return (every[bare] for bare in told if bare in every)


def _why(one: Asking, fit: Sequence[Indicator], named: Sequence[Indicator], total: bool) -> str:
    if one.suspect:
        return "suspect"
    if len(fit) > 1:
        return "several_named"
    if named and not fit:
        return "unit_differs"
    return "total" if total and fit else "words"


def _against(one: Asking, relation: Relation) -> str:
    """Against whom a gap is: the country, or the region in which the figure's own lies."""
    named = one.book.sayer.places.names.get(relation.who)
    return "china" if named == one.tables.catalogue.benchmark.id else "parent" if relation.who else ""


def _unit(one: Asking, relation: Relation, found: Indicator | None) -> str:
    told = measuring.unit(one.labelled, relation.kind, one.figure.seen, found)
    return "" if told.open else told.text


def _fits(one: Asking, relation: Relation, found: Indicator) -> bool:
    """Whether the unit that is printed, if any is, may be one of the indicator."""
    told = measuring.unit(one.labelled, relation.kind, one.figure.seen, found)
    return told.open or measuring.reads(told.text, found)


def unit(one: Asking, relation: Relation, found: Indicator | None) -> str:
    """The unit of a figure, as it is printed, answered or guessed."""
    told = measuring.unit(one.labelled, relation.kind, one.figure.seen, found)
    stray = not one.labelled.printed and units.within(words(one)) and not measuring.own(one.figure.seen)
    if not told.open and not stray:
        return told.text
    answer = one.answer("unit") or ""
    if answer and (found is None or measuring.reads(answer, found)):
        return answer
    choices = _scaled(found.unit) if found else ()
    one.ask("unit", "as_printed", told.text, "unit", choices, free=True)
    return told.text


def _scaled(told: str) -> tuple[str, ...]:
    """A unit with 万 and 亿."""
    bare = re.sub("^[万亿]+", "", told)
    return (
        (told,)
        if bare in ("%", "百分点")
        else tuple(dict.fromkeys((told, *(step + bare for step in _STEPS))))
    )


def falls(one: Asking, relation: Relation) -> bool:
    """Whether a number without a sign tells by how much something falls (降幅): asked, as some print it with its sign."""
    if relation.kind != "fall":
        return False
    if one.answer("sign") not in ("falls", "grows"):
        one.ask("sign", "value", "falls", "falls", ("falls", "grows"))
    return one.answer("sign") != "grows"
