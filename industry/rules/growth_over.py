"""What follows for several years from figures of each: growth against a year longer ago than one, and how many times an
earlier amount a later one is. Nobody prints these rows; a text may tell them.

Averages over years, and what is out of the ordinary in a base, belong in ``base_effects``.
"""

from __future__ import annotations

from dataclasses import replace

from industry.rules.arithmetic.derived import derive
from industry.rules.arithmetic.intervals import Interval, strict
from industry.rules.arithmetic.relations import RULE, compounded, grown
from industry.rules.audit import preference
from industry.rules.producers import producers
from industry.rules.shelf import Shelf
from industry.rules.verdicts import verdict
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation

_COMPOUNDED = replace(RULE["two_year_average"], name="growth_over_years", relation="")
_TIMES = replace(RULE["share"], name="multiple", relation="")
_BETWEEN = replace(RULE["share"], name="growth_between", relation="")


def over_years(shelf: Shelf, row: Observation, years: int) -> Observation | None:
    """Growth over the ``years`` that end with that of ``row``, of the growths that its producer gives for the same months
    of each; None where one of them isn't held, isn't exact, or is counted otherwise."""
    if row.period is None or row.indicator.measure != "growth_yoy" or years < 2:
        return None
    terms = [row]
    for back in range(1, years):
        held = shelf.at(row.indicator.id, row.region.id, row.period.years_earlier(back))
        fit = [
            one
            for one in held
            if verdict(row, one).one_line and producers(shelf, one) == producers(shelf, row)
        ]
        if not fit or not row.exact or not fit[0].exact:
            return None
        terms.append(min(fit, key=preference))
    try:
        interval = grown(compounded([strict(one) for one in terms], [1] * years))
    except ZeroDivisionError:
        return None
    return derive(
        _COMPOUNDED, row.region, row.indicator, row.period, tuple(terms), interval, edition=row.edition
    )


def multiple(row: Observation, earlier: Observation) -> Observation | None:
    """How many times an earlier amount of its series ``row`` is; None where the two may not stand on one line, or either
    is open or may be nothing."""
    ratio = _ratio(row, earlier)
    if ratio is None or row.period is None:
        return None
    indicator = row.indicator.model_copy(update={"unit": "倍", "measure": "multiple", "concept": None})
    return derive(_TIMES, row.region, indicator, row.period, (row, earlier), ratio, edition=row.edition)


def growth_between(row: Observation, earlier: Observation) -> Observation | None:
    """By how much, in percent, ``row`` exceeds an earlier amount of its series, each in its own prices; None as in
    `multiple`."""
    ratio = _ratio(row, earlier)
    if ratio is None or row.period is None:
        return None
    indicator = row.indicator.model_copy(update={"unit": "%", "measure": "growth_yoy", "concept": None})
    return derive(
        _BETWEEN, row.region, indicator, row.period, (row, earlier), grown(ratio), edition=row.edition
    )


def _ratio(row: Observation, earlier: Observation) -> Interval | None:
    if not (
        verdict(row, earlier).one_line and row.exact and earlier.exact and row.indicator.measure in AMOUNTS
    ):
        return None
    below = strict(earlier)
    return strict(row) / below if below.low > 0 else None
