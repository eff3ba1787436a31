"""What is suspicious in the published rows: a reason to look at the source again, no error. Each finding names the
row, what it is set beside, and why.

The thresholds stand in data/rules.yaml (``plausible``). What can't be true at all is a fault, in
``tables.plausible``; what sources say against one another is told in ``audit``, what doesn't add up in
``identities``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from industry.rules.arithmetic.intervals import strict
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue, Indicator, Region, Source
from industry.vocabulary.changing_rules import Plausible, Range
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Book, Observation, Solved
from industry.vocabulary.periods import Period

Rows = Sequence[Observation]
_QUARTERS = ((1, 3), (4, 3), (7, 3), (10, 3), (7, 6))
"""First month and length of the spans that are published though they don't begin the year, and the first."""


def suspicions(book: Solved) -> Iterator[Finding]:
    """Every finding of this module, in the catalogue's order."""
    catalogue = book.catalogue
    limits = catalogue.rules.plausible
    whole = _Wholes(book)
    for indicator in catalogue.indicators.values():
        rows = [row for row in book.rows(indicator.id) if not row.derived]
        for row in rows:
            yield from _number(row, limits, catalogue)
            yield from _months(row, book)
            yield from _timing(row, limits)
            yield from whole.larger(row)
        actual = [row for row in rows if row.status == "actual" and row.exact and row.period is not None]
        if indicator.measure in fields.AMOUNTS:
            yield from times(actual, limits.times)
            yield from repeated(actual, limits.digits)
            if indicator.timing == "flow" and indicator.addition != "net":
                yield from falling(actual)
        if indicator.timing == "list":
            yield from one_edition(actual)
    published = [row for one in catalogue.indicators.values() for row in book.rows(one.id) if not row.derived]
    yield from ahead(published, max(filter(None, map(_month, catalogue.sources.values())), default=None))
    yield from apart(published, limits.months_apart)


def _suspicious(rule: str, row: Observation, *beside: Observation, bounds: Iterable[Decimal] = ()) -> Finding:
    """``beside`` are the rows that it is set against, ``bounds`` numbers without a row."""
    held = [*(one.value for one in beside), *bounds] or [row.value]
    return Finding("suspicious", rule, (row, *beside), row.value, held[0], min(held), max(held))


def _number(row: Observation, limits: Plausible, catalogue: Catalogue) -> Iterator[Finding]:
    """What a number says by itself."""
    indicator, bounds = row.indicator, limits.ranges.get(row.indicator.measure)
    places = catalogue.population(indicator, row.region).places if indicator.measure == "rank" else None
    if bounds and places:
        bounds = Range(least=bounds.least, most=places)
    numbers = [one for one in (row.value, row.value_to) if one is not None]
    volume = indicator.measure == "growth_yoy" and indicator.prices != "current"
    if bounds is not None and not all(map(bounds.holds, numbers)):
        yield _suspicious("range", row, bounds=(Decimal(str(bounds.least)), Decimal(str(bounds.most))))
    elif volume and limits.index.holds(row.value):
        yield _suspicious("index", row)
    measured = indicator.measure == "level" and indicator.unit not in fields.COUNTED
    if (
        row.value < 0
        and indicator.measure in fields.AMOUNTS
        and not (indicator.negative or indicator.addition)
    ):
        yield _suspicious("negative", row)
    elif row.value == 0 and measured and not indicator.negative:
        yield _suspicious("nothing", row)
    years = (row.period.first_year, row.period.year) if row.period is not None else ()
    if indicator.measure in fields.AMOUNTS and row.value in years:
        yield _suspicious("year", row)


def _months(row: Observation, book: Solved) -> Iterator[Finding]:
    """Months of a flow such as nobody publishes; those that run over several years beside what there is, published or
    derived, of the last of these from January on."""
    period = row.period
    if period is None or row.status != "actual" or row.indicator.timing != "flow" or "period" in row.inferred:
        return
    if _usual(period):
        return
    if period.first_year == period.year:
        yield _suspicious("span", row)
        return
    key, since = (row.indicator.id, row.region.id), Period(period.year * 12, period.end)
    held = (*book.rows(*key), *book.derived(*key))
    beside = [
        one for one in held if (one.period, one.status, one.edition) == (since, row.status, row.edition)
    ]
    yield _suspicious("over_years", row, *beside)


def _timing(row: Observation, limits: Plausible) -> Iterator[Finding]:
    """What a row's period says, beside the date of its source."""
    period, printed = row.period, "period" not in row.inferred
    if period is None:
        return
    dated = _month(row.publication)
    if dated is None:
        return
    late = dated - period.end
    far = abs(late) if row.status == "policy" else late
    if row.status in ("actual", "policy") and far > limits.months_old:
        yield _suspicious("old", row)
    if not printed or late <= limits.months_late:
        return
    if row.status == "actual" and period.instant and period.month % 3:
        yield _suspicious("month", row)
    if row.status in ("target", "forecast"):
        yield _suspicious("past", row)


def _usual(period: Period) -> bool:
    """Whether months of a flow are such as are published: of one year from January on, whole years, a quarter or
    half, or one month."""
    begun = period.first_month == 1 and period.months < 12
    return (
        begun or period.whole_years or period.months == 1 or (period.first_month, period.months) in _QUARTERS
    )


def _month(source: Source) -> int | None:
    """The month of a source's date, as periods count them; None where it hasn't one."""
    dated = source.published
    return dated[0] * 12 + dated[1] - 1 if len(dated) > 1 else None


class _Wholes:
    """The rows that are wholes of others: by indicator, region, period and, of a list, edition."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._wholes = _wholes(book.catalogue)
        self._above: dict[tuple[str, str], Sequence[tuple[str, str]]] = {}
        self._kept: dict[str, Mapping[tuple[str, Period | None, str], Rows]] = {}

    def larger(self, row: Observation) -> Iterator[Finding]:
        """Each whole that a row, surely, is larger than: of another indicator in its region, of its own
        indicator in the regions that hold its region."""
        if row.status != "actual" or row.qualifier in ("at_most", "under", "about", "nearly"):
            return
        for indicator, region in self._places(row.indicator, row.region):
            held = self._of(indicator).get((region, *_when(row)), ())
            same = [one for one in held if one.edition == row.edition] or held
            if same and all(row.value > one.value for one in same):  # else it can't surely be larger
                most = max(same, key=lambda one: strict(one).high)
                if strict(row).low > strict(most).high >= 0:
                    yield _suspicious("part", row, most)

    def _places(self, indicator: Indicator, region: Region) -> Sequence[tuple[str, str]]:
        """Indicator and region of each whole that a row of these may have."""
        key = indicator.id, region.id
        if key not in self._above:
            places = [(one, region.id) for one in self._wholes.get(indicator.id, ())]
            above = self._book.catalogue.parent_of(region)
            while above is not None and _additive(indicator):
                places.append((indicator.id, above.id))
                above = self._book.catalogue.parent_of(above)
            self._above[key] = places
        return self._above[key]

    def _of(self, indicator: str) -> Mapping[tuple[str, Period | None, str], Rows]:
        if indicator not in self._kept:
            found: dict[tuple[str, Period | None, str], list[Observation]] = defaultdict(list)
            for row in self._book.rows(indicator):
                if row.status == "actual" and row.exact and not row.derived:
                    found[row.region.id, *_when(row)].append(row)
            self._kept[indicator] = found
        return self._kept[indicator]


def _when(row: Observation) -> tuple[Period | None, str]:
    """What a part and its whole share: the period, of a list the edition."""
    return (None, row.edition) if row.indicator.timing == "list" else (row.period, "")


def _additive(indicator: Indicator) -> bool:
    """Whether the figures of parts of a region are parts of the region's: of amounts, not of averages."""
    return indicator.measure == "level" and not fields.per_something(indicator.unit)


def _wholes(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Of each indicator those of which it is a part."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in catalogue.indicators.values():
        for pair in filter(None, (one.share_of, one.contribution_of)):
            if (
                catalogue.indicators[pair.part].measure == catalogue.indicators[pair.whole].measure == "level"
                or catalogue.indicators[pair.part].measure == "count"
            ):
                found[pair.part].add(pair.whole)
        for part in one.sum_of or ():
            found[part].add(one.id)
        if one.part_of:
            found[one.id].add(one.part_of)
    return {part: frozenset(wholes) for part, wholes in found.items()}


def times(rows: Iterable[Observation], factor: float) -> Iterator[Finding]:
    """Figures ``factor`` times, or that part of, those of the same months in the years beside, of one region: the
    later of two, one of several where both of its neighbours are so far off."""
    by_months: dict[tuple[str, int, int], list[Observation]] = defaultdict(list)
    for row in rows:
        period = row.period
        if period is not None and row.value > 0:
            by_months[row.region.id, period.first_month, period.months].append(row)
    for line in by_months.values():
        line.sort(key=lambda row: (_end(row), row.edition))
        far = [_far(one, other, factor) for one, other in pairwise(line)]
        for place, row in enumerate(line):
            sides = far[max(place - 1, 0) : place + 1]
            if not sides or not all(sides):
                continue
            beside = [*line[max(place - 1, 0) : place], *line[place + 1 : place + 2]]
            ends = len(beside) == 1
            inner = far[1] if place == 0 and len(far) > 1 else far[-2] if ends and len(far) > 1 else False
            if not (ends and inner) and not (place == 0 and len(line) == 2):
                yield _suspicious("times", row, *beside)


def _end(row: Observation) -> int:
    return row.period.end if row.period is not None else 0


def _far(one: Observation, other: Observation, factor: float) -> bool:
    """Whether two figures lie ``factor`` times apart."""
    return max(one.value, other.value) >= min(one.value, other.value) * Decimal(str(factor))


def repeated(rows: Iterable[Observation], digits: int) -> Iterator[Finding]:
    """A number of at least so many digits that is printed for two periods of one region, without a difference."""
    first: dict[tuple[str, str, Decimal], Observation] = {}
    for row in rows:
        before = first.setdefault((row.region.id, row.edition, row.value), row)
        if before.period != row.period and len(row.value.normalize().as_tuple().digits) >= digits:
            yield _suspicious("repeated", row, before)


def falling(rows: Iterable[Observation]) -> Iterator[Finding]:
    """What is counted from January on and is less than it was, in the same year and edition, months before."""
    series: dict[tuple[str, int, str], dict[int, Observation]] = defaultdict(dict)
    for row in rows:
        period = row.period
        if period is not None and period.first_month == 1 and period.months <= 12:
            series[row.region.id, period.year, row.edition].setdefault(period.month, row)
    for line in series.values():
        ordered = [line[month] for month in sorted(line)]
        for before, row in pairwise(ordered):
            if strict(row).high < strict(before).low:
                yield _suspicious("falling", row, before)


def ahead(rows: Iterable[Observation], newest: int | None) -> Iterator[Finding]:
    """Actual figures later than their source can be: of a list, whose name may be that of its year, than the year of
    its source; of a source without a date, than the ``newest`` month that any source has."""
    for row in rows:
        if row.status != "actual" or row.period is None:
            continue
        dated = row.publication.published
        until = dated[0] * 12 + 11 if dated else newest
        if until is not None and row.period.end > until:
            yield _suspicious("ahead", row)


def apart(rows: Iterable[Observation], months: int) -> Iterator[Finding]:
    """Actual figures of a source without a date that end so many months before, or after, all its others."""
    sources: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        if row.status == "actual" and row.period is not None and not row.publication.published:
            sources[row.publication.id].append(row)
    for held in sources.values():
        held.sort(key=_end)
        for place, row in enumerate(held):
            beside = [*held[max(place - 1, 0) : place], *held[place + 1 : place + 2]]
            nearest = min(beside, key=lambda one: abs(_end(one) - _end(row)), default=row)
            if abs(_end(nearest) - _end(row)) > months and (len(held) > 2 or place):
                yield _suspicious("apart", row, nearest)


def one_edition(rows: Iterable[Observation]) -> Iterator[Finding]:
    """Two numbers of one edition of a list, which changes only by edition, at two dates."""
    first: dict[tuple[str, str], Observation] = {}
    for row in rows:
        before = first.setdefault((row.region.id, row.edition), row)
        if before.period != row.period and not strict(row).meets(strict(before)):
            yield _suspicious("edition", row, before)
