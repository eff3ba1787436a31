"""Names by which texts call indicators lead to one, or to several that a reader can tell apart."""

from __future__ import annotations

from collections import defaultdict

from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.naming import names
from industry.vocabulary.catalogue import Indicator


def told_apart(one: Indicator, other: Indicator) -> bool:
    """Whether the words around a number say which of the two it is of."""
    months = any((mark in one.name.zh) != (mark in other.name.zh) for mark in ("当月", "当季"))
    among = (one.rank_among, one.gap_to) != (other.rank_among, other.gap_to)
    return months or among or one.addition != other.addition


def test_an_alias_is_of_one_indicator_of_a_measure_and_unit(tables: Tables) -> None:
    aliases = {alike(alias) for one in tables.catalogue.indicators.values() for alias in one.aliases}
    unclear = defaultdict(list)
    for name, ids in names(tables).items():
        found = [tables.catalogue.indicators[id] for id in ids]
        for at, one in enumerate(found):
            for other in found[at + 1 :]:
                alike_counted = (one.measure, one.unit, one.timing) == (
                    other.measure,
                    other.unit,
                    other.timing,
                )
                if name in aliases and alike_counted and not told_apart(one, other):
                    unclear[name].append((one.id, other.id))
    assert not unclear


def test_aliases_are_names_and_no_sentences(tables: Tables) -> None:
    for one in tables.catalogue.indicators.values():
        for alias in one.aliases:
            assert 2 <= len(alias) <= 20 and not set(alias) & set("，。；！？"), (one.id, alias)
        assert len(set(one.aliases)) == len(one.aliases), one.id
