"""Sentences that tell one region's figure and by how much others lie above or below, without saying again above or below whom: true ones, and
such as are true of the region before alone. Written without the reader's own forms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text.comparisons import NAMES, REGIONS, WRONG, rows, timed

INDICATOR = "value_added_growth"


class Told(NamedTuple):
    """``true``: of each difference in order, whether it is so; None where either of two figures may be meant."""

    text: str
    true: tuple[bool | None, ...]


def groups(tables: Tables, many: int) -> Iterator[tuple[Observation, ...]]:
    """Figures of several regions of one time and edition, in every order."""
    for some in permutations(REGIONS, many):
        held = [{(row.period, row.edition): row for row in rows(tables, one, INDICATOR)} for one in some]
        for key, first in held[0].items():
            if timed(first) and all(key in each for each in held):
                yield tuple(each[key] for each in held)


def _by(value: Decimal, falls: bool, way: tuple[str, str]) -> str:
    return f"{way[(value < 0) != falls]}{abs(value)}"


def sentences(tables: Tables) -> Iterator[Told]:
    for many in (3, 4):
        for base, *others in groups(tables, many):
            yield from _of(base, others)


def _of(base: Observation, others: list[Observation]) -> Iterator[Told]:
    time, falls = (timed(base) or ("",))[0], all(row.value < 0 for row in (base, *others))
    head = f"{time}，{REGIONS[base.region.id]}{NAMES[INDICATOR][0]}"
    head += f"下降{-base.value}%，" if base.value < 0 else f"增长{base.value}%，"
    noun = "降幅" if falls else "" if base.value >= 0 else "增速"
    true = [row.value - base.value for row in others]
    of_last = [row.value - before.value for before, row in zip([base, *others], others, strict=False)]
    wrong = [true[0], *(one + WRONG for one in true[1:])]
    for told in (true, of_last, wrong):
        so = tuple(one == other for one, other in zip(told, true, strict=True))
        for way in (("大", "小"),) if falls else (("高", "低"), ("快", "慢")):
            each = [_by(one, falls, way) for one in told]
            names = [REGIONS[row.region.id] for row in others]
            apart = [f"{name}{noun}{one}个百分点" for name, one in zip(names, each, strict=True)]
            yield Told(f"{head}{'，'.join(apart)}。", so)
            yield Told(f"{head}{'；'.join(apart)}。", so)
            listed = f"{head}{'、'.join(names)}{noun}分别"
            yield Told(f"{listed}{'个百分点、'.join(each)}个百分点。", so)
            yield Told(f"{listed}{'个、'.join(each)}个百分点。", so)
            if len({one[0] for one in each}) == 1:
                yield Told(f"{listed}{each[0][0]}{'个、'.join(one[1:] for one in each)}个百分点。", so)


def undecided(tables: Tables) -> Iterator[Told]:
    """Two figures told before the difference, and a list that names its base in words and goes on without."""
    name = NAMES[INDICATOR][0]
    for base, other, one in groups(tables, 3):
        values = (base.value, other.value, one.value)
        if min(values) < 0 or len(set(values)) < len(values):
            continue
        whose = [REGIONS[row.region.id] for row in (base, other, one)]
        head = f"{(timed(base) or ('',))[0]}，{whose[0]}{name}增长{base.value}%，"
        by = [_by(one.value - of.value, False, ("高", "低")) for of in (base, other)]
        for each in by:
            yield Told(f"{head}{whose[1]}增长{other.value}%，{whose[2]}{each}个百分点。", (None,))
        between = _by(other.value - base.value, False, ("高于", "低于")).replace("于", f"于{whose[0]}")
        yield Told(
            f"{head.partition('，')[0]}，{whose[1]}{name}增速{between}个百分点，{whose[2]}{by[1]}个百分点。",
            (True, None),
        )
