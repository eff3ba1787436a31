"""Growth over a base that was out of the ordinary: whether a row's base is low, and the average over two
years that is set beside it.

Low and high bases are a property of a row; which figures say so is for ``figures`` and ``wording``.
"""

from __future__ import annotations

from industry.rules.audit import preference
from industry.rules.derived import derive
from industry.rules.identities import candidates_of
from industry.rules.relations import RULE
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period


def two_year(
    book: Book, region: str, indicator: str, period: Period, edition: str = ""
) -> Observation | None:
    """The two-year average of the growth ``indicator``: the published row, else the geometric mean of
    both years' growth as one publisher gives it, else None. Only for the years that rules.yaml names."""
    average = next(
        (one for one in book.catalogue.indicators.values() if one.two_year_average_of == indicator), None
    )
    if average is None or not book.catalogue.rules.averaged(period):
        return None
    rows = [
        row
        for row in book.rows(average.id, region)
        if row.period == period and row.status == "actual" and row.edition == edition
        if row.exact and not row.inferred
    ]
    if rows:
        return min(rows, key=lambda row: (row.derived, preference(row)))
    rule = RULE["two_year_average"]
    for slots in rule.slots(book.catalogue, average, region, period):
        growth = [
            row
            for row in book.rows(indicator, region)
            if row.status == "actual" and not row.derived and row.edition == edition
        ]
        known = [[row for row in growth if row.period == slot.period] for slot in slots[1:]]
        if all(known):
            for one in candidates_of(rule, slots, [[], *known], 0):
                region_record = book.catalogue.regions[region]
                return derive(rule, region_record, average, period, one.rows, one.interval)
    return None


def is_low_base(book: Book, row: Observation) -> bool:
    """Whether a growth rate starts from a low base: a flow's growth over a period that ends in one of the
    months that rules.yaml names, or whose same months a year before are known to be negative. Where lower
    is better (energy per unit) a fall is no low base.
    """
    indicator, period = row.indicator, row.period
    if period is None or indicator.measure != "growth_yoy" or indicator.timing != "flow":
        return False
    if indicator.better == "lower":
        return False
    if book.catalogue.rules.low_base(period):
        return True
    before = period.years_earlier()
    return any(
        other.period == before and other.status == "actual" and other.value < 0
        for other in book.rows(indicator.id, row.region.id)
    )
