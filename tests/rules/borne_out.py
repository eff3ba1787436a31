"""What every kind of verdict on related figures means, told by the rows themselves and not by the rules; and the
pairs of a book's rows that are worth asking. Nothing here knows any table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from industry.rules.verdicts import Kind, verdict
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation


def sure(row: Observation) -> bool:
    return row.period is not None and not row.inferred


def one_indicator(a: Observation, b: Observation) -> bool:
    return (a.indicator, a.region, a.edition) == (b.indicator, b.region, b.edition)


def near_or_of_one_publisher(a: Observation, b: Observation) -> bool:
    assert a.period and b.period
    near = abs(a.period.end - b.period.end) < 12
    return one_indicator(a, b) and sure(a) and sure(b) and (near or a.publishers == b.publishers)


def of_one_source(a: Observation, b: Observation) -> bool:
    assert a.period and b.period
    months = [(row.period.instant or (row.period.months, row.period.month)) for row in (a, b) if row.period]
    doubts = a.inferred ^ b.inferred <= {"period"}
    return one_indicator(a, b) and a.sources == b.sources and months[0] == months[1] and doubts


def of_one_place(a: Observation, b: Observation) -> bool:
    same = (a.region, a.period, a.edition) == (b.region, b.period, b.edition)
    return (
        same and sure(a) and sure(b) and a.indicator != b.indicator and a.indicator.unit == b.indicator.unit
    )


def in_one_another(a: Observation, b: Observation) -> bool:
    part, whole = (a, b) if a.region.parent == b.region.id else (b, a)
    named = (whole.indicator.id, f"{whole.indicator.id}_share_of_parent")
    lies_in = part.region.parent == whole.region.id and part.indicator.id in named
    one_list = part.indicator.timing == "list" and part.edition
    dated = part.edition == whole.edition and (one_list or part.period == whole.period)
    return bool(lies_in and dated and sure(a) and sure(b))


def borne_out(kind: Kind, a: Observation, b: Observation) -> bool:
    """Whether the rows are what a verdict of ``kind`` says of them; nothing is asked of unrelated ones."""
    exact, actual = a.exact and b.exact, a.status == b.status == "actual"
    basis = ("measure", "timing", "unit", "scope", "prices")
    alike = all(getattr(a.indicator, one) == getattr(b.indicator, one) for one in basis)
    match kind:
        case "part":
            return in_one_another(a, b) and exact and actual
        case "nested":
            counted = {a.indicator.measure, b.indicator.measure} <= {"count", "level"}
            return of_one_place(a, b) and counted and actual and a.indicator.scope == b.indicator.scope
        case "branch":
            return of_one_place(a, b) and alike and actual
        case "two_points":
            return of_one_source(a, b) and near_or_of_one_publisher(a, b) and exact and actual
        case "same_unknown":
            return of_one_source(a, b) and exact and actual
        case "base":
            return near_or_of_one_publisher(a, b) and actual
        case "target":
            return near_or_of_one_publisher(a, b) and {a.status, b.status} == {"actual", "target"}
        case "series":
            return one_indicator(a, b) and sure(a) and sure(b) and actual
        case _:
            return True


def wrong(a: Observation, b: Observation) -> str:
    """What is wrong with the verdict on a pair; nothing, if the rules hold."""
    found = verdict(a, b)
    if verdict(b, a) != found:
        return "not symmetric"
    if not borne_out(found.kind, a, b):
        return f"no {found.kind}"
    other_time = a.period != b.period and not (a.indicator.timing == "list" and a.edition)
    if found.ranked and a.region == b.region and other_time:
        return "one region's two periods are ranked"
    return ""


def meeting(tables: Tables) -> Iterator[tuple[Observation, Observation]]:
    """Every two figures of one indicator, and of one region and period."""
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for row in tables.rows(derived=True):
        groups[row.indicator.id,].append(row)
        groups[row.region.id, str(row.period)].append(row)
    for rows in groups.values():
        yield from combinations(rows, 2)
