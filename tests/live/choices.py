"""What readers may choose: regions, and the periods that a figure is asked for. All of it where there is
little; of much a sample that is always the same, so that tests take no longer as the tables grow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random

from industry.figures.context import Tables
from industry.rules.lock import Lock
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from tests.figures.specs import options

FEW_REGIONS, SOME_CHOICES = 4, 6
MOST_PERIODS = 12


def subsets(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Choices of regions in config.yaml's order: every one of few regions; of many each alone, all, and
    some by lot."""
    regions = catalogue.config.regions
    if len(regions) <= FEW_REGIONS:
        return tuple(some for count in range(1, len(regions) + 1) for some in combinations(regions, count))
    lot = Random(0)
    some = [tuple(one for one in regions if lot.random() < 0.5) for _ in range(SOME_CHOICES)]
    return tuple(dict.fromkeys([*((one,) for one in regions), *filter(None, some), regions]))


def asked(spec: FigureSpec, tables: Tables) -> Sequence[str | None]:
    """The periods and editions that a reader may ask a figure for, and none."""
    catalogue = tables.catalogue
    parts = [options(one) for one in [catalogue.figures[id] for id in options(spec).figures] or [spec]]
    own = [id for one in parts for id in (*one.indicators, *filter(None, [one.indicator]))]
    own += [one.id for part in parts if part.concept for one in catalogue.of_concept(part.concept)]
    rows = [row for id in dict.fromkeys(own) for row in tables.rows(id)]
    locks = {str(Lock(None if row.indicator.timing == "list" else row.period, row.edition)) for row in rows}
    found = sorted({*(str(row.period) for row in rows if row.period), *locks} - {""})
    if not spec.over_a_period:  # the figure says that it heeds none
        return [None, *found[-1:]]
    return [None, *(found if len(found) <= MOST_PERIODS else Random(0).sample(found, MOST_PERIODS))]
