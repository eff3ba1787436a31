"""Identities applied to the tables: with one term missing a derived row, with all known a check.

What the identities are stands in ``relations``; checks that need none are in ``audit``. How a
derived row or a finding is told belongs in ``wording``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from industry.rules.arithmetic.derived import Rows, derive, told
from industry.rules.arithmetic.intervals import COUNTED, Interval, half_up, loose, strict
from industry.rules.arithmetic.relations import Rule, Slot, rules_of
from industry.rules.audit import audit, compare, preference
from industry.rules.producers import Whose, producers, publishers, sources
from industry.rules.shelf import Shelf
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period

_OF_YEAR = re.compile(r"(.*?)(\d{4})\Z", re.ASCII)
_WITNESSES = 4
_DOUBTS_OF_CHANGE = frozenset({"indicator", "status"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """The term missing at ``place`` as one identity gives it from ``rows``."""

    slot: Slot
    place: int
    edition: str
    rule: Rule
    rows: Rows
    interval: Interval


def solve(book: Book) -> tuple[Rows, tuple[Finding, ...]]:
    """Every derived row and every finding, in the catalogue's order.

    Nothing is derived where any source publishes a figure for the same region, indicator, period, status and
    edition (see `_missing`), nor from a row that is qualified, not actual, or whose meaning is inferred; derived rows
    feed no further derivation. Terms of a check may be inferred: `Finding.inferred` says so.
    """
    shelf = Shelf(book)
    findings: list[Finding] = []
    candidates: dict[tuple[str, str, Period, str, str], list[_Candidate]] = defaultdict(list)
    for indicator in book.catalogue.indicators.values():
        for rule in rules_of(book.catalogue, indicator):
            for slots in _instances(book.catalogue, shelf, rule, indicator):
                known = [shelf.at(slot.indicator, slot.region, slot.period, slot.status) for slot in slots]
                if all(known):
                    findings.extend(_checks(rule, slots, known))
                for one in _missing(shelf, rule, slots, known):
                    slot = one.slot
                    key = (slot.region, slot.indicator, slot.period, slot.status, one.edition)
                    candidates[key].append(one)
    derived: list[Observation] = []
    for group in candidates.values():
        row, more = _settle(book.catalogue, group)
        derived.extend([row] if row else [])
        findings.extend(more)
    return tuple(derived), (*findings, *audit(book))


def ways(
    shelf: Shelf, indicator: Indicator, status: str = "actual"
) -> Iterator[tuple[Slot, tuple[Sequence[Observation], ...]]]:
    """From what figures of an indicator and a ``status`` could follow: where each stands, and what is published of each other term of an
    identity that gives it where something is of all of them, fit to derive anything from or not; of what `_missing` derives only
    where it isn't published nothing where it is."""
    for id in sorted({indicator.id, *shelf.catalogue.related[indicator.id]}):
        one = shelf.catalogue.indicators[id]
        for rule in rules_of(shelf.catalogue, one):
            for slots in _instances(shelf.catalogue, shelf, rule, one):
                known = [shelf.at(slot.indicator, slot.region, slot.period, slot.status) for slot in slots]
                for place, slot in enumerate(slots):
                    if (slot.indicator, slot.status) == (indicator.id, status):
                        terms = (*known[:place], *known[place + 1 :])
                        if not all(terms) or (place and known[place]):
                            continue
                        if _worked(rule, place, [strict(rows[0]) for rows in terms]) is not None:
                            yield slot, terms


def _missing(
    shelf: Shelf, rule: Rule, slots: Sequence[Slot], known: Sequence[Sequence[Observation]]
) -> Iterator[_Candidate]:
    """What follows from the other terms where it isn't published: a share, a gap, a change (the first term) of each
    edition of which it isn't, but none without an edition beside one that has any; of the others, which rounded shares
    would only tell roughly, nothing where any edition is."""
    for place, held in enumerate(known):
        if (place and held) or not all(rows for other, rows in enumerate(known) if other != place):
            continue
        published = {row.edition for row in held}
        if held and {row.edition for rows in known[1:] for row in rows} <= published | {""}:
            continue
        for one in candidates_of(shelf, rule, slots, known, place):
            if not held or (one.edition and one.edition not in published):
                yield one


def _instances(
    catalogue: Catalogue, shelf: Shelf, rule: Rule, indicator: Indicator
) -> Iterator[tuple[Slot, ...]]:
    """The places of the identity's terms wherever one of the indicators that it names has a row."""
    asked: set[tuple[str, int, int]] = set()
    stock = indicator.timing == "stock"
    for name in (indicator.id, *indicator.relations()):
        for region, start, end, _ in shelf.of(name):
            place = (region, end if stock else start, end)
            if place not in asked:
                asked.add(place)
                found = rule.slots(catalogue, indicator, region, Period(place[1], end, stock))
                yield from (slots for slots in found if _counted_alike(catalogue, slots))


def _counted_alike(catalogue: Catalogue, slots: Sequence[Slot]) -> bool:
    """Whether nothing is asked for at two times between which it began to be counted otherwise."""
    times: dict[str, list[Period]] = defaultdict(list)
    for slot in slots:
        times[slot.indicator].append(slot.period)
    return all(catalogue.indicators[id].broken(min(held), max(held)) is None for id, held in times.items())


def _edition_before(row: Observation) -> str | None:
    """The edition of a year before: of a list that of its year less one, None where a list's edition
    (a batch) has no such predecessor; of everything else the same vintage."""
    if row.indicator.timing != "list" or not row.edition:
        return row.edition
    match = _OF_YEAR.match(row.edition)
    return f"{match[1]}{int(match[2]) - 1}" if match else None


def _choose(
    slots: Sequence[Slot],
    known: Sequence[Sequence[Observation]],
    together: Sequence[int] = (),
    whose: Whose = publishers,
) -> Iterator[Rows]:
    """For each edition one row at each slot (a year earlier: of the edition before), of as few
    publishers and as good sources as can be; those at ``together`` are of one of those that ``whose`` tells."""
    lead = next(index for index, slot in enumerate(slots) if not slot.earlier)
    for first in {row.edition: row for row in known[lead]}.values():
        wanted = [_edition_before(first) if slot.earlier else first.edition for slot in slots]
        choices = [_witnesses(rows, edition) for rows, edition in zip(known, wanted, strict=True)]
        sets = [
            rows
            for rows in product(*choices)
            if len(frozenset[str]().union(*(whose(rows[place]) for place in together))) < 2
        ]
        if sets:
            yield min(sets, key=_strangers)


def _witnesses(rows: Sequence[Observation], edition: str | None) -> Sequence[Observation]:
    """The best few rows of an edition."""
    found = [row for row in rows if row.edition == edition]
    return sorted(found, key=preference)[:_WITNESSES] if len(found) > 1 else found


def _strangers(rows: Rows) -> tuple[int, int]:
    """How many publishers, and how many rows that are not of the first one's source."""
    publishers = frozenset[str]().union(*(row.publishers for row in rows))
    return len(publishers), sum(row.source != rows[0].source for row in rows)


def _checks(rule: Rule, slots: Sequence[Slot], known: Sequence[Sequence[Observation]]) -> Iterator[Finding]:
    exact = [[row for row in rows if row.exact] for rows in known]
    for printed in exact[0]:
        for rows in _choose(slots, [[printed], *exact[1:]]):
            yield from _verify(rule, rows)


def _verify(rule: Rule, rows: Rows) -> Iterator[Finding]:
    """The finding of an identity all of whose terms are known; none where it can't be worked."""
    computed = _worked(rule, 0, [strict(row) for row in rows[1:]])
    if computed is not None:
        shown = _rounded(rule, rows[0].indicator, rows[1:], computed)
        yield compare(rows, rule.name, shown, lambda: _worked(rule, 0, [loose(row) for row in rows[1:]]))


def _rounded(rule: Rule, indicator: Indicator, rows: Rows, interval: Interval) -> Interval:
    """The interval with the value that is told of it."""
    step = told(rule, indicator, rows, interval).step
    tidy = interval.tidy(step)
    return Interval(tidy.low, half_up(interval.value, step), tidy.high)


def _worked(rule: Rule, missing: int, known: Sequence[Interval]) -> Interval | None:
    """The missing term; None where the rule does not give it or would divide by what may be zero."""
    try:
        return rule.work(missing, known)
    except ZeroDivisionError:
        return None


def candidates_of(
    shelf: Shelf, rule: Rule, slots: Sequence[Slot], known: Sequence[Sequence[Observation]], missing: int
) -> Iterator[_Candidate]:
    places = [place for place in range(len(slots)) if place != missing]
    usable = [[row for row in known[place] if _usable(rule, row)] for place in places]
    if not all(usable):
        return
    together = [i for i, place in enumerate(places) if rule.together is None or place in rule.together]
    whose: Whose = sources if rule.one == "source" else publishers
    if rule.one == "producer":
        whose = partial(producers, shelf)
    for rows in _choose([slots[place] for place in places], usable, together, whose):
        lead = next(row for place, row in zip(places, rows, strict=True) if not slots[place].earlier)
        edition = _edition_before(lead) if slots[missing].earlier else lead.edition
        interval = _worked(rule, missing, [strict(row) for row in rows])
        indicator = shelf.catalogue.indicators[slots[missing].indicator]
        possible = interval is not None and not _impossible(indicator, interval)
        if edition is not None and interval is not None and possible and _same_doubt(rows):
            yield _Candidate(slots[missing], missing, edition, rule, rows, interval)


def _impossible(indicator: Indicator, interval: Interval) -> bool:
    """Whether nothing in the interval can be such a figure: no place before the first, no number of things below
    zero, but of a change or an addition that is net."""
    if indicator.measure == "rank":
        return interval.high < 1
    counts = indicator.measure in AMOUNTS and indicator.unit in COUNTED and indicator.addition != "net"
    return counts and interval.high < 0


def _usable(rule: Rule, row: Observation) -> bool:
    """Exact, and nothing inferred; a change may be of a share whose period or base is inferred."""
    doubts = row.inferred & _DOUBTS_OF_CHANGE if rule.relation == "change_of" else row.inferred
    return row.exact and not doubts


def _same_doubt(rows: Rows) -> bool:
    """Whether all lack the same facts: the unnamed base of a share is then that of its change."""
    return len({row.inferred - {"period"} for row in rows}) == 1


def _settle(
    catalogue: Catalogue, group: Sequence[_Candidate]
) -> tuple[Observation | None, tuple[Finding, ...]]:
    """One derived row of all identities that give the same term: their intervals intersected and, of
    a count, narrowed to whole numbers. A conflict instead where no number is left; a finding for each
    of several shares that agree on one whole."""
    best = min(group, key=lambda one: one.interval.half_width)
    agreeing = [one for one in group if (one.rule, one.place) == (best.rule, best.place)]
    indicator = catalogue.indicators[best.slot.indicator]
    low, high = max(one.interval.low for one in group), min(one.interval.high for one in group)
    left = Interval(low, best.interval.value, high)
    if indicator.unit in COUNTED:
        left = left.whole()
    if left.low > left.high:
        other = max(group, key=lambda one: abs(one.interval.value - best.interval.value))
        disputed = _rounded(other.rule, indicator, other.rows, other.interval)
        span = _rounded(best.rule, indicator, best.rows, best.interval)
        rows = tuple(dict.fromkeys((*other.rows, *(row for one in group for row in one.rows))))
        return None, (Finding("conflict", "total", rows, disputed.value, span.value, span.low, span.high),)
    left = Interval(left.low, min(max(left.value, left.low), left.high), left.high)
    terms = tuple(dict.fromkeys(row for one in agreeing for row in one.rows))
    region, slot = catalogue.regions[best.slot.region], best.slot
    row = derive(
        best.rule, region, indicator, slot.period, terms, left, slot.status, best.edition, best.place
    )
    if len(agreeing) < 2 or best.rule.name != "share" or best.place != 2:
        return row, ()
    return row, tuple(found for one in agreeing for found in _verify(one.rule, (*one.rows, row)))
