"""Whose statistic a figure is: a bureau's growth stays the bureau's whoever quotes it, while a count that a
department makes itself is the department's though both stand in one document.

Who printed a figure is its source's publisher; what one producer's figures may be used for is decided in
``identities`` and ``base_effects``.
"""

from __future__ import annotations

from collections.abc import Callable

from industry.rules.arithmetic.intervals import strict
from industry.rules.shelf import Shelf
from industry.vocabulary.observation import Observation

Whose = Callable[[Observation], frozenset[str]]


def publishers(row: Observation) -> frozenset[str]:
    """Who published a figure or its terms."""
    return row.publishers


def sources(row: Observation) -> frozenset[str]:
    """Ids of the sources that print a figure or its terms."""
    return frozenset(one.id for one in row.sources)


def producers(shelf: Shelf, row: Observation) -> frozenset[str]:
    """Ids of those whose statistic a figure is, of a derived one those of its terms.

    That of its indicator, unless a source of that producer prints another figure for the same region,
    period, edition and status than the digits printed leave open: then, or where the indicator says
    nothing, that of its source; of a source that says nothing it is its publisher.
    """
    if row.derived:
        return frozenset[str]().union(*(producers(shelf, term) for term in row.terms))
    own = row.publication.producer or row.publication.publisher.zh
    stated = row.indicator.producer
    if stated is None or stated == own:
        return frozenset({own})
    beside = shelf.at(row.indicator.id, row.region.id, row.period, row.status) if row.period else ()
    theirs = (one for one in beside if one.publication.producer == stated and _same_figure(row, one))
    printed = strict(row)
    contradicted = any(not strict(one).meets(printed) for one in theirs)
    return frozenset({own if contradicted else stated})


def _same_figure(row: Observation, other: Observation) -> bool:
    """Whether two rows of one indicator, region, period and status are of one edition, both exact."""
    return row.edition == other.edition and row.exact and other.exact
