"""What a check of the tables found, in neutral words: both figures, who printed them, and no blame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

from industry.rules.pairs import one_figure
from industry.vocabulary.catalogue import Source
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording.citation import date, day
from industry.wording.numbers import factor, number, period, plain, unit
from industry.wording.phrases import say
from industry.wording.phrases import value as word
from industry.wording.said import Said, join

MOST_BESIDE = 4
"""As many sources of one figure are all told beside it."""


def audit(found: Finding, language: str, verdict: bool = True) -> Said:
    """One sentence: of whom and when, what the material prints, what the published figures make of it;
    with the check's ``verdict`` in brackets."""
    return statement(found, language, verdict) + ("。" if language == "zh" else ".")


def statement(found: Finding, language: str, verdict: bool = True) -> Said:
    """As `audit`, to stand among others: without its full stop."""
    head = found.rows[0]
    name = (head.indicator.short or head.indicator.name)(language)
    who = say("whom_and_when", language, head.region.name(language), period(head.period, language), name)
    told = say("named", language, who, _told(found, language))
    if verdict:
        told = say("value_at", language, told, word("finding", found.code, language))
    return Said(told, found.rows, "dispute")


def dispute(found: Finding, row: Observation, language: str) -> Said:
    """The same without of whom and when, to stand beside a disputed figure; of more sources than ``MOST_BESIDE`` that
    figure, one that differs and the one preferred, and how many more figures there are."""
    if len(found.rows) <= MOST_BESIDE or found.rule != "two_sources":
        return Said(_told(found, language), found.rows, "dispute")
    told = _beside(row, found.rows)
    more = say("more_prints", language, _as_each_prints(told, language), str(len(found.rows) - len(told)))
    return Said(more, told, "dispute")


def _beside(row: Observation, rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Of one figure in many sources the row, the source preferred, and where the two agree one that differs."""
    preferred = rows[-1]
    doubtful = (one for one in (preferred, *rows) if not one_figure(one, row))
    other = next(doubtful, None) or next((one for one in rows if not one_figure(one, preferred)), preferred)
    return tuple(dict.fromkeys((row, other, preferred)))


def _amount(found: Finding, value: Decimal, language: str) -> str:
    """A worked value in the disputed figure's unit, with its own digits; 约 where more than these are in doubt."""
    text = _exact(found, value, language)
    doubtful = found.high - found.low > 2 * _weight(value)
    return word("qualifier", "about", language).format(text) if doubtful else text


def _exact(found: Finding, value: Decimal, language: str) -> str:
    """A value in the unit of the figure that a finding is about."""
    head = found.rows[0]
    times = factor(head.indicator, language)
    return plain(value * times, _weight(value) * times, language) + unit(head.indicator, language)


def _weight(value: Decimal) -> Decimal:
    """The weight of the last digit of ``value``, at most one."""
    return Decimal(1).scaleb(min(0, int(value.normalize().as_tuple().exponent)))


def _told(found: Finding, language: str) -> Said:
    first, *others = found.rows
    if found.code == "suspicious":
        return _doubt(found, language)
    if found.rule == "two_sources":
        return _as_each_prints(found.rows, language)
    printed = number(first, language, signed=False)
    if found.rule == "out_of_line":
        dated = ((period(row.period, language), number(row, language)) for row in others)
        around = join((say("cited_at", language, *one) for one in dated), say("listed", language))
        return say("found_beside_neighbours", language, printed, around)
    key = "found_published" if first.publication.document is None else "found_in_material"
    return say(key, language, printed, _amount(found, found.computed, language))


def _as_each_prints(rows: Sequence[Observation], language: str) -> Said:
    """Each figure with its publisher, of one publisher with the date, and where its source prints several with the paragraph; of
    one source alone with this alone."""
    named = _publishers({row.publication.id: row.publication for row in rows}.values(), language)
    printed = Counter(row.publication.id for row in rows)

    def where(row: Observation) -> str:
        told, id = named[row.publication.id], row.publication.id
        if printed[id] == 1 or row.paragraph is None:
            return told
        paragraph = say("in_paragraph", language, str(row.paragraph))
        return say("whose", language, told, paragraph) if len(printed) > 1 else paragraph

    return join(
        (say("cited", language, where(row), number(row, language)) for row in rows), say("comma", language)
    )


def _publishers(publications: Collection[Source], language: str) -> dict[str, Said]:
    """By their ids who published each: 国家统计局; where another is by the same, with what tells the two apart: 国家统计局（2021年4月）, of
    one month the days, of one day the titles."""
    found: dict[str, Said] = {}
    by: dict[str, list[Source]] = {}
    for one in publications:
        by.setdefault(one.publisher(language), []).append(one)
    for publisher, left in by.items():
        found |= {one.id: Said(publisher) for one in left}
        for words in (date, day, _title) if len(left) > 1 else ():
            told = {one.id: words(one, language) for one in left}
            many = Counter(told.values())
            apart = {id for id, one in told.items() if many[one] == 1}
            found |= {id: say("value_at", language, publisher, told[id]) for id in apart if told[id]}
            left = [one for one in left if one.id not in apart]
    return found


def _title(source: Source, language: str) -> str:
    return source.title(language)


def _doubt(found: Finding, language: str) -> Said:
    """Why a figure is suspicious, with what it is set beside."""
    first, *others = found.rows
    key, told = f"doubt_{found.rule}", list[str]()
    if found.rule == "range":
        told = [_exact(found, one, language) for one in (found.low, found.high)]
    elif found.rule in ("old", "month", "past"):
        told = [date(first.publication, language)]
    elif found.rule == "part":
        other = others[0]
        name = other.region if other.indicator == first.indicator else other.indicator
        told = [name.name(language), number(other, language)]
    elif found.rule == "repeated":
        told = [join((period(row.period, language) for row in others), say("listed", language))]
    elif others:
        key += "_beside" * (found.rule == "over_years")
        dated = (
            (period(row.period, language), number(row, language, marked=True, signed=False)) for row in others
        )
        told = [join((say("cited_at", language, *one) for one in dated), say("listed", language))]
    return say(key, language, number(first, language, signed=False), *told)
