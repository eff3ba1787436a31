"""What each number of a running text claims: of which indicator, region and period it is, in which relation and with
which status; and of all these, what is only guessed.

Numbers are found in ``numbers``, names in ``naming``, times in ``when``, places in ``where``, what the words make of a number
in ``relations``. Whether a claim is right is for ``proof``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from industry.tables.tables import Tables
from industry.text import spaced
from industry.text.alike import alike
from industry.text.claims import binding, fits, naming, statements, when
from industry.text.claims.around import against, lists, terms, topics
from industry.text.claims.around.aspect import FALL_SAID, aspect, averaged, spread, unsigned
from industry.text.claims.around.captions import Captions
from industry.text.claims.around.carried import Carried, Heads, date_line
from industry.text.claims.around.limits import WHOLE, limits, subject, told_of
from industry.text.claims.around.status import status
from industry.text.claims.claim import Claim
from industry.text.claims.english import reading as english
from industry.text.claims.grids.tabular import tabled
from industry.text.claims.numbers import LEVEL, Number, numbers
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation, relation
from industry.text.claims.when import When
from industry.text.claims.where import Places
from industry.vocabulary.catalogue import Indicator

_LONGEST = 3000
_UNBROKEN = 1000
"""Letters that are read at once, and where no sentence ends in them."""
_MANY, _APART = 120, 8
"""More numerals than any sentence has, and fewer letters to each than say of what it is."""
_WIDEST, _CUT = 24, re.compile(r"[\d.,]+$")
"""Letters of a number that may stand where a text is cut."""
_NUMERAL = re.compile(r"\d[\d.,]*")
_ENDLESS = re.compile(r"\d{21,}|[零一二三四五六七八九十百千万亿]{25,}")
"""More digits than any number has."""
_AND = re.compile("^(?:和|与|及|以及)(?=.)")
"""What joins a number to the one before it in a list."""
_SO_FAR = re.compile("累计")
_RISEN = re.compile("[,;]?(?:同比|比上年同期|较上年同期)(?:提高|提升|上升|下降|回落)(?:了|约)?")
_HEADING = 45
"""Letters of a paragraph without a number that may head those that follow."""


def claims(text: str, tables: Tables, written: date | None, owner: str | None) -> tuple[Claim, ...]:
    """The claim of every number to judge, in order. ``owner``: id of the region whose text it is."""
    tight, places = spaced.tightened(text)
    found = _claims(tight, tables, written, owner)
    return found if tight == text else tuple(one.placed(places) for one in found)


def _claims(text: str, tables: Tables, written: date | None, owner: str | None) -> tuple[Claim, ...]:
    region = tables.catalogue.regions[owner] if owner else None
    places = Places(tables.catalogue, region)
    written = written or date_line(text)
    grids = tabled(text, tables, places, written, lambda said: _claims(said, tables, written, owner))
    in_tables = sorted((one for one, _ in grids.claims), key=lambda one: one.number.start)
    begins = [one.number.start for one in in_tables]
    notes = english.Text(tables, written, owner)
    made: list[Claim] = []
    named: set[str | None] = set()  # regions that the table at hand names
    carried, heads, over, some = Carried(written), Heads(owner), topics.Over(), False
    captions = Captions(text, tables, places)
    for start, part in _parts(text):
        captioned = captions.taken(alike(part), start in grids.lines)
        if start in grids.lines:
            own = in_tables[bisect_left(begins, start) : bisect_left(begins, start + len(part))]
            own = [_doubted(one, "indicator") for one in own] if some else own
            if heads.strange:
                named = named | {
                    one.region for one in places.named(alike(part)) if part[one.start : one.stop] not in WHOLE
                }
                own = [one if one.region in named else _doubted(one, "region") for one in own]
            made += own
            continue
        named = set()
        if _no_sentence(part):
            continue
        if english.spoken(part):
            told, last = notes.claims(part, start, carried.last)
            carried.pass_over(last)
            made += told
            continue
        even = _ENDLESS.sub(lambda run: "#" * len(run[0]), alike(part))
        if captioned is not None:
            even, back = captions.with_them(even, captioned)
        whens = when.named(even, written)
        before = carried.next(even, whens)
        held = (before, *whens) if before is not None else whens
        names = _names(even, tables, whens)
        inside = {at for one in names for at in range(one.start, one.stop)}
        found = tuple(one for one in numbers(even) if not {one.start, one.end - 1} <= inside)
        wheres = places.named(even)
        found = statements.among(found, statements.find(even, wheres, held))
        editions = tuple(_editions(even, tables))
        read = Read(even, tables, found, names, held, wheres, places, editions, over.of(even))
        own = []
        for at in range(len(found)):
            own.append(_claim(read, at, own, written))
        if not found and len(part) <= _HEADING:
            some = subject(even)
            heads.take(even, [one.region for one in read.wheres])
            over.take(even)
        if some:
            own = [_doubted(one, "indicator") for one in own]
        if heads.strange:
            own = [one if told_of(read, one.number) else _doubted(one, "region") for one in own]
        own = [one for one in own if not one.number.said or one.indicators and one.status == "actual"]
        made += [(one if captioned is None else one.placed(back)).moved(start) for one in own]
    return tuple(sorted(made, key=lambda one: one.number.start))


def _doubted(one: Claim, what: str) -> Claim:
    return replace(one, doubts=one.doubts | {what})


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text and where each begins; of one that is too long to be read at once its parts, by sentences
    where it has any."""
    for paragraph in re.finditer(r"[^\n]+", text):
        start, stop = paragraph.span()
        while stop - start > _LONGEST:
            cut = (
                max(text.rfind(sign, start + 1, start + _LONGEST) for sign in (*"。！？；", ". ")) + 1
                or text.rfind(" ", start + 1, start + _UNBROKEN) + 1
                or start + _UNBROKEN
            )
            # never within a number, but within more digits than any has
            number = _CUT.search(text, cut - _WIDEST, cut)
            cut = number.start() if number and number.start() > cut - _WIDEST else cut
            yield start, text[start:cut]
            start = cut
        yield start, text[start:stop]


def _names(text: str, tables: Tables, whens: Sequence[When]) -> tuple[naming.Name, ...]:
    """The names of a text, those with a period in them in the place of those in their parts."""
    spans = [(one.start, one.stop) for one in whens if one.start < one.stop and not one.base]
    spans += [one.span() for one in _SO_FAR.finditer(text)]
    long = tuple(naming.parted(text, tables, spans))
    taken = {at for one in long for at in range(one.start, one.stop)}
    short = (one for one in naming.find(text, tables) if not {one.start, one.stop - 1} & taken)
    return tuple(sorted((*long, *short), key=lambda one: one.start))


def _editions(text: str, tables: Tables) -> Iterator[tuple[int, int, str]]:
    """Where a text says of which edition its figures are."""
    for id, words in tables.catalogue.config.edition_words.items():
        for word in words:
            for one in re.finditer(re.escape(alike(word)), text):
                yield one.start(), one.end(), id


def _no_sentence(part: str) -> bool:
    """Whether a line is a long row of bare numerals, which says nothing of any."""
    many = sum(1 for _ in _NUMERAL.finditer(part))
    return many > _MANY and len(part) < many * _APART


def _claim(read: Read, at: int, before: Sequence[Claim], written: date | None) -> Claim:
    one = read.numbers[at]
    begin = read.begin(at)
    beside = lists.compared(read, at)
    listed = lists.listed(read, at) if beside is None else None
    said = beside or _said(read, at, listed)
    named = when.of(read.whens, read.text, one.start)
    base = (
        against.longer_ago(read, begin, one, named, said)
        if said.kind in ("growth", "multiple", "plain")
        else None
    )
    average, known = averaged(read, at, said)
    said = replace(said, over=base is not None, aspect=aspect(read, one, said), average=average)
    if base is not None or binding.turned(read, at):
        named = when.of([each for each in read.whens if not each.base], read.text, one.start)
    dated = when.behind(read.whens, read.text, one.end)
    if dated is not None and base is None and not _dated(read, one, named):
        named = dated
    years = terms.years_ago(read, one)
    if years is not None:
        said, named = terms.growth(years, named)
    bound = binding.bind(read, at, said, listed)
    indicators = bound.indicators or _carried(read, one, said, before)
    wheres = lists.subjects(read, at) if beside is not None else read.wheres
    told = topics.told(read, at, said, indicators, listed, before)
    region, sure = bound.region if bound.region else read.places.of(wheres, read.text, one.start)
    time = bound.when or named
    indicators = (
        fits.alone(read, indicators, time)
        if said.kind in ("growth", "plain") and base is None
        else indicators
    )
    known = known and bound.sure and told is None and not lists.several(read, at)
    doubts = {*([] if known else ["indicator"]), *([] if sure else ["region"])}
    indicators = indicators if told is None else told
    if time is None or not time.sure:
        doubts.add("period")
    elif base is not None and said.kind == "plain":
        doubts.add("indicator")
    near = (
        time is not None and re.fullmatch("的?(?:年均)?", read.text[time.stop : one.lead] or "") is not None
    )
    if bound.pair and not near:
        doubts.add("period")
    doubts |= limits(read, one, indicators, region, time, listed is not None or beside is not None)
    lead = (
        one.start
        if years is not None or said.kind == "multiple" and base
        else max(one.lead, base.stop if base else 0)
    )
    if base is None and any(each.base and read.text[each.stop : one.start] == "的" for each in read.whens):
        lead = one.start
    words = read.text[lead : one.end] + one.owed
    if listed is not None and at != listed.first:
        first = read.numbers[listed.first]
        own = read.text[first.lead : first.start]
        words = _AND.sub("", words)
        words = (own if words[0] == read.text[one.start] else "") + words
    elif beside is not None:
        words = read.text[one.start : one.end] + one.owed
    if LEVEL.search(words) and (listed is not None or said.kind in ("gap", "change")):
        words = read.text[one.start : one.end]
        doubts |= set() if said.against or said.kind == "growth" else {"period"}
    if said.aspect == "fall" and said.kind in ("growth", "plain") and one.unit == "%" and unsigned(words):
        words = FALL_SAID + words
    whom, other = against.whom(read, said, before, one, region)
    if against.undecided(read, said, before, one, region, indicators):
        doubts.add("region")
    moved = said.kind in ("change", "quicker", "rank_change")
    then = against.earlier(read, one, said) if moved else base
    if moved and not against.than_a_time(read, one, said):
        doubts.add("indicator")
    if against.another_indicator(read, said, one, indicators) or spread(read, at, said):
        doubts.add("indicator")
    unsaid = against.places_since(said, then, time) or against.level_with_it(read, at, said)
    if unsaid or then is not None and not then.sure:
        doubts.add("period")
    return Claim(
        one, read.text[one.start : one.end], read.text[read.sentence(one.start) : one.end + 12], words,
        said.way or re.split("[,;:]", read.text[begin : one.start])[-1], said, indicators, bound.near, region, time,
        status(read.text, one, time, written), frozenset(doubts), whom, other, bound.each, then, read.edition(one.start),
    )  # fmt: skip


def _said(read: Read, at: int, listed: lists.Listed | None) -> Relation:
    """In which relation a number stands; in a list in that of the first, and of 占比由x增加到y y in that of x."""
    if listed is not None:
        return lists.directed(read, at, listed.first, _relation(read, listed.first))
    said = _relation(read, at)
    if (
        said.kind == "growth"
        and at
        and _RISEN.fullmatch(read.text, read.numbers[at - 1].end, read.numbers[at].start)
    ):
        before = _relation(read, at - 1)
        if before.kind == "share":  # 占比达21%，同比提高2.2%
            return Relation("change", "", year=True)
    if said.kind == "growth" and at and binding.ends(read, at):
        before = _relation(read, at - 1)
        return before if before.kind in ("share", "plain") else said
    return said


def _relation(read: Read, at: int) -> Relation:
    one = read.numbers[at]
    return relation(read.text, one, read.begin(at)) if not one.said else statements.relation(read.text, one)


def _dated(read: Read, one: Number, time: When | None) -> bool:
    """Whether the time that holds for a number is one that its own sentence names."""
    begin = max(read.sentence(one.start), read.text.rfind(";", 0, one.start) + 1)
    return time is not None and time.start < time.stop and begin <= time.start


def _carried(read: Read, one: Number, said: Relation, before: Sequence[Claim]) -> tuple[Indicator, ...]:
    """In a sentence that names no indicator, that of the last number before it in its paragraph that stands in the same
    relation: it is only guessed."""
    begin = read.sentence(one.start)
    if any(begin <= name.start < one.start for name in read.names):
        return ()
    kinds = ("growth", "share") if said.kind in ("gap", "change") else (said.kind,)
    paragraph = read.text.rfind("\n", 0, one.start) + 1
    some = [
        old
        for old in before
        if old.number.start >= paragraph and old.relation.kind in kinds and old.indicators
    ]
    return some[-1].indicators if some and said.kind != "plain" else ()
