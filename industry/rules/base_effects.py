"""Growth over a base that was out of the ordinary: whether a row's base was low or high, and the average over
years that is set beside it. A property of a row, whatever is drawn around it.

How that is told, and where, is for ``figures`` and ``wording``; thresholds and shocks are in rules.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median
from typing import Literal

from industry.rules.arithmetic.derived import derive
from industry.rules.arithmetic.intervals import half_up, strict
from industry.rules.arithmetic.relations import RULE, YEAR, averaged
from industry.rules.audit import preference
from industry.rules.comparison import Apart, doubt
from industry.rules.producers import producers
from industry.rules.shelf import Shelf
from industry.rules.verdicts import ALONE, Reason, Verdict, verdict
from industry.vocabulary.catalogue import Catalogue, Indicator
from industry.vocabulary.changing_rules import Shock
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_AROUND = 3
"""Years on either side of a base in which its normal is looked for."""
_ENOUGH = 3
"""So many of them make a normal."""
_HUNDRED = Decimal(100)
_OVER = {2: RULE["two_year_average"]}
_OVER_MORE = replace(RULE["two_year_average"], name="average_over_years")


@dataclass(frozen=True)
class BaseEffect:
    """What is out of the ordinary in the base of a ``row`` of growth: it was ``low`` or ``high``; or it lies in
    the ``shock`` and the average that would show its effect can't be had (``unknown``).

    ``base``: growth over the same months a year before, of the same producer and edition, where it is held;
    ``unfit`` what is held of it in its place, with what keeps that from being averaged, whether or not an average is printed. ``average``: growth over ``years``,
    back to the last that was normal, or as far as figures are held."""

    kind: Literal["low", "high", "unknown"]
    row: Observation
    base: Observation | None = None
    average: Observation | None = None
    years: int = 2
    shock: Shock | None = None
    unfit: Apart | None = None

    @property
    def rows(self) -> tuple[Observation, ...]:
        """The row, its base and its average, as far as they are held."""
        return tuple(one for one in (self.row, self.before, self.average) if one)

    @property
    def before(self) -> Observation | None:
        """What is held of the year before, averaged or not."""
        return self.unfit.row if self.unfit else self.base


def base_effect(shelf: Shelf, row: Observation) -> BaseEffect | None:
    """What is out of the ordinary in the base of ``row``; None where nothing is, or where no base is asked
    after: of what is no actual, exact growth of a flow over at most a year, and of growth that is better
    the lower it is."""
    period = row.period
    if period is None or not _judged(row):
        return None
    rules = shelf.catalogue.rules.base_effects
    threshold = rules.threshold(row.indicator.id, row.indicator.concept)
    years = _Years(shelf, row, period, threshold)
    low = years.low(0)
    if not low and not years.high(0):
        return _unknown(shelf, row, period, years)
    span = 2
    while years.abnormal(-span):
        span += 1
    over = average(shelf, row, span)
    shown = over or average(shelf, row)
    base = years.growth(-1)
    return BaseEffect(
        "low" if low else "high",
        row,
        base,
        shown,
        span if over else 2,
        years.shock(-1),
        None if base else unfit(shelf, row),
    )


def average(shelf: Shelf, row: Observation, years: int = 2) -> Observation | None:
    """The average growth over the ``years`` (two or more) that end with that of ``row``: over two the one that
    is published; else the geometric mean of what one producer gives for each year, or for two of them
    together; else None."""
    period = row.period
    if period is None or not _averaged(row):
        return None
    if years == 2 and (held := _printed(shelf, row, period)):
        return held
    if row.derived or not row.exact:
        return None
    terms, spans = [row], [1]
    while (done := sum(spans)) < years:
        when = period.years_earlier(done)
        each, next_one = (_growth(shelf, row, one) for one in (when, when.years_earlier()))
        both = _printed(shelf, row, when) if 2 <= years - done and not (each and next_one) else None
        term = both or each
        if term is None or producers(shelf, term) != producers(shelf, row):
            return None
        terms.append(term)
        spans.append(2 if both else 1)
    try:
        interval = averaged([strict(one) for one in terms], spans)
    except ZeroDivisionError:
        return None
    rule, indicator = _OVER.get(years, _OVER_MORE), average_indicator(shelf.catalogue, row.indicator, years)
    return derive(rule, row.region, indicator, period, tuple(terms), interval, edition=row.edition)


def unused(shelf: Shelf, row: Observation) -> Observation | None:
    """The average over two years that a source prints beside ``row`` and that isn't taken: of another edition, with something
    that the source doesn't print, or not exact. None where one is taken, or none is printed."""
    if row.period is None or not _averaged(row) or _printed(shelf, row, row.period):
        return None
    indicator = average_indicator(shelf.catalogue, row.indicator)
    return _best(shelf.at(indicator.id, row.region.id, row.period))


def unfit(shelf: Shelf, row: Observation) -> Apart | None:
    """What is held of growth over the year before that isn't averaged with ``row``, and why: its edition, what its source doesn't
    print, that it isn't exact, is counted otherwise, or is another producer's. None where nothing is held."""
    base = (
        _best(shelf.at(row.indicator.id, row.region.id, row.period.years_earlier())) if row.period else None
    )
    if base is None:
        return None
    found = doubt(base, row.edition)
    if found == ALONE and row.indicator.broken(base.period, row.period):
        found = verdict(base, row)
    if found != ALONE:
        return Apart(base, found)
    other = producers(shelf, base) != producers(shelf, row)
    return Apart(base, Verdict("other_basis", Reason("producer" if other else "no_mean")))


def average_indicator(catalogue: Catalogue, growth: Indicator, years: int = 2) -> Indicator:
    """The average of ``growth`` over two years as the catalogue has it, else one made for it, of the same name."""
    if years == 2 and growth.id in catalogue.averages:
        return catalogue.averages[growth.id]
    measure = "growth_two_year_average" if years == 2 else "growth_annual_average"
    made = {"id": f"{growth.id}_average_of_{years}_years", "measure": measure, "concept": None}
    return growth.model_copy(update=made)


def _judged(row: Observation) -> bool:
    """Whether a base is asked after."""
    return row.exact and _averaged(row)


def _averaged(row: Observation) -> bool:
    """Whether an average is asked after, which a source may print of a figure that it gives as open (超, 约)."""
    growth = row.indicator.measure == "growth_yoy" and row.indicator.timing == "flow"
    year = row.period is not None and row.period.months <= YEAR
    sure = row.status == "actual" and not row.inferred
    return growth and year and sure and row.indicator.better != "lower"


def _unknown(shelf: Shelf, row: Observation, period: Period, years: _Years) -> BaseEffect | None:
    """A rise over a base that lies in a shock, with no average to be had."""
    shock = years.shock(-1)
    if shock is None or row.value <= 0 or years.average(0) is not None:
        return None
    return BaseEffect("unknown", row, shock=shock, unfit=unfit(shelf, row))


def _fit(rows: Iterable[Observation], row: Observation) -> list[Observation]:
    return [one for one in rows if one.edition == row.edition and one.exact and not one.inferred]


def _growth(shelf: Shelf, row: Observation, period: Period) -> Observation | None:
    """Growth over ``period`` as the edition and the producer of ``row`` give it; none of before a break, counted otherwise."""
    if row.indicator.broken(period, row.period):
        return None
    found = sorted(_fit(shelf.at(row.indicator.id, row.region.id, period), row), key=preference)
    whose = producers(shelf, row)
    return next((one for one in found if producers(shelf, one) == whose), None)


def _printed(shelf: Shelf, row: Observation, period: Period) -> Observation | None:
    """The two-year average over ``period`` that a source prints, of the edition of ``row``; one of before a break
    belongs to growth that is counted otherwise."""
    if row.indicator.broken(period, row.period):
        return None
    indicator = average_indicator(shelf.catalogue, row.indicator)
    return _best(_fit(shelf.at(indicator.id, row.region.id, period), row))


def _best(rows: Sequence[Observation]) -> Observation | None:
    return min(rows, key=preference, default=None)


@dataclass(frozen=True)
class _Years:
    """Growth over the same months of the years around a ``row``, by how many years later they are (0 for the
    row, −1 for its base), of its producer and edition, while nothing is known of the years ``unknown``."""

    shelf: Shelf
    row: Observation
    period: Period
    threshold: Decimal | None
    unknown: frozenset[int] = frozenset()
    _seen: dict[int, tuple[Observation | None, Observation | None]] = field(default_factory=dict)

    def without(self, year: int) -> _Years:
        """The same years while nothing is known of one more."""
        return replace(self, unknown=self.unknown | {year})

    def _at(self, year: int) -> tuple[Observation | None, Observation | None]:
        """A year's growth, and its average over two years as printed."""
        if year in self.unknown:
            return None, None
        if year not in self._seen:
            when = self.period.years_earlier(-year)
            growth = _growth(self.shelf, self.row, when) if year else self.row
            self._seen[year] = growth, _printed(self.shelf, self.row, when)
        return self._seen[year]

    def growth(self, year: int) -> Observation | None:
        return self._at(year)[0]

    def printed(self, year: int) -> Observation | None:
        return self._at(year)[1]

    def shock(self, year: int) -> Shock | None:
        rules = self.shelf.catalogue.rules.base_effects
        return rules.shock(self.row.region.id, self.period.years_earlier(-year))

    def average(self, year: int) -> Decimal | None:
        """The average of a year and its base: published, else geometric, with the decimals of the year's."""
        printed = self.printed(year)
        if printed:
            return printed.value
        row, base = self.growth(year), self.growth(year - 1)
        if row is None or base is None or row.derived or min(row.value, base.value) <= -_HUNDRED:
            return None
        factor = (1 + row.value / _HUNDRED) * (1 + base.value / _HUNDRED)
        return half_up(_HUNDRED * (factor.sqrt() - 1), row.step)

    def above(self, year: int) -> Decimal:
        """By how much a year's growth exceeds its average, 0 where either isn't held."""
        row, mean = self.growth(year), self.average(year)
        return Decimal(0) if row is None or mean is None else row.value - mean

    def rises(self, year: int) -> bool:
        """Whether growth stands out above its average; a fall never does."""
        row = self.growth(year)
        far = self.threshold is not None and self.above(year) >= self.threshold
        return far and row is not None and row.value > 0

    def drops(self, year: int) -> bool:
        """Whether growth stands out below its average, for no shock of its own."""
        return self.threshold is not None and -self.above(year) >= self.threshold and not self.shock(year)

    def normal(self, year: int) -> Decimal | None:
        """The median of the years around ``year`` but without it, shocks, and years that stand out."""
        around = (year + far for far in range(-_AROUND, _AROUND + 1) if far)
        calm = [
            row.value
            for one in around
            if (row := self.growth(one)) and not self.shock(one)
            if not self.rises(one) and not (self.drops(one) and self.rises(one - 1))
        ]
        return median(calm) if len(calm) >= _ENOUGH else None

    def low(self, year: int) -> bool:
        """Whether the base of a year's growth was low."""
        if self.threshold is None or not self.rises(year):
            return False
        base = self.growth(year - 1)
        if self.printed(year) or self.shock(year - 1) or base is None:
            return True
        normal = self.without(year).normal(year - 1)
        return normal is None or abs(base.value - normal) >= self.threshold

    def high(self, year: int) -> bool:
        """Whether the base of a year's growth was high."""
        base = self.growth(year - 1)
        if self.threshold is None or base is None or not self.drops(year):
            return False
        before = self.without(year)
        normal = before.normal(year - 1)
        return before.low(year - 1) or (normal is not None and base.value >= normal + self.threshold)

    def abnormal(self, year: int) -> bool:
        """Whether a year is none to measure others from."""
        return self.shock(year) is not None or self.low(year) or self.high(year)
