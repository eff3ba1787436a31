"""A golden file of the verdict on every pair of figures that share a concept, published or derived: a
change of the rules, or of a row, shows in its diff which figures may now be set side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import get_args

import pytest

from industry.rules.verdicts import Kind, Verdict, across_levels, verdict
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording.reasons import reason
from tests.conftest import indicator
from tests.figures.test_golden import GOLDEN, hold


@pytest.fixture(scope="module")
def concepts(tables: Tables) -> dict[str, list[Observation]]:
    """The rows of each concept, by id."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for row in tables.rows(derived=True):
        if row.indicator.concept:
            found[row.indicator.concept].append(row)
    return {one: sorted(found[one], key=lambda row: row.id) for one in sorted(found)}


def told(found: Verdict) -> str:
    """other_period period 2021 2021-01/2021-03: kind, code and facts."""
    return " ".join((found.kind, found.reason.code, *(fact or "-" for fact in found.reason.facts)))


def block(rows: list[Observation]) -> Iterator[str]:
    """A row, the verdict, and all later rows of which it is the verdict: every pair stands once."""
    for place, row in enumerate(rows):
        groups: dict[str, list[str]] = defaultdict(list)
        for other in rows[place + 1 :]:
            groups[told(verdict(row, other))].append(other.id)
        yield from (f"{row.id}\t{words}\t{' '.join(groups[words])}" for words in sorted(groups))


def test_every_pair_that_shares_a_concept(concepts: dict[str, list[Observation]]) -> None:
    lines = []
    for concept, rows in concepts.items():
        lines += [f"# {concept}", *block(rows)]
    hold(GOLDEN / "verdicts.tsv", "\n".join(lines) + "\n")


def test_a_verdict_is_the_same_both_ways(concepts: dict[str, list[Observation]]) -> None:
    for rows in concepts.values():
        for one, other in combinations(rows, 2):
            assert verdict(one, other) == verdict(other, one), f"{one.id} and {other.id}"


def test_the_golden_file_holds_every_pair_once(concepts: dict[str, list[Observation]]) -> None:
    lines = (GOLDEN / "verdicts.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [
        frozenset((first, other))
        for first, _, others in (line.split("\t") for line in lines if not line.startswith("#"))
        for other in others.split(" ")
    ]
    wanted = [
        frozenset((one.id, other.id)) for rows in concepts.values() for one, other in combinations(rows, 2)
    ]
    assert len(pairs) == len(wanted)
    assert set(pairs) == set(wanted)


def test_every_reason_is_worded_in_both_languages(
    concepts: dict[str, list[Observation]], tables: Tables
) -> None:
    reasons = {
        verdict(one, other).reason for rows in concepts.values() for one, other in combinations(rows, 2)
    }
    for one in reasons:
        zh, en = (reason(one, tables.catalogue.config, language) for language in ("zh", "en"))
        assert zh and en and not any("一" <= sign <= "鿿" for sign in en), one


def test_only_what_is_the_same_is_ranked(concepts: dict[str, list[Observation]]) -> None:
    """What every verdict that ranks means, told by the rows themselves."""
    seen: Counter[str] = Counter()
    for rows in concepts.values():
        for one, other in combinations(rows, 2):
            found = verdict(one, other)
            seen[found.kind] += 1
            if found.ranked:
                assert one.indicator == other.indicator and one.edition == other.edition
                assert one.period == other.period or one.indicator.timing == "list"
                assert one.region.level == other.region.level
                assert one.exact and other.exact and not one.inferred | other.inferred
                assert one.status == other.status == "actual"
            elif not found.one_row:
                apart = ("other_period", "other_edition", "other_basis", "unknown")
                assert found.kind in (*apart, "series", "same_unknown")
    assert set(seen) <= set(get_args(Kind))
    assert seen["same"] and seen["other_period"] and seen["other_edition"] and seen["unknown"]


def test_across_levels_nothing_else_is_overlooked(concepts: dict[str, list[Observation]]) -> None:
    seen: Counter[str] = Counter()
    for rows in concepts.values():
        for one, other in combinations(rows, 2):
            found, side_by_side = across_levels(one, other), verdict(one, other)
            seen[side_by_side.reason.code] += 1
            if side_by_side.reason.code != "level":
                assert found == side_by_side, f"{one.id} and {other.id}"
            else:
                assert found.kind in ("same", "same_edition", "undecided", "qualified")
    assert min(seen[code] for code in ("level", "period", "edition", "inferred")) > 0


def test_a_list_that_states_no_edition_is_compared_by_its_date(observe: Callable[..., Observation]) -> None:
    """Two lists of no stated edition and of other dates may be of any batches."""
    giants = indicator("giants", unit="家", measure="level", timing="list", concept="giants")
    one = observe("hebei", 202, indicator=giants, period="2021-11")
    other = observe("jiangxi", 35, indicator=giants, period="2020-12")
    assert not verdict(one, other).one_axis
    assert verdict(one, observe("jiangxi", 35, indicator=giants, period="2021-11")).ranked
