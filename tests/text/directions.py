"""Lists of differences and of growths that go two ways (分别提高x和下降y), with what each of their numbers says: each with its own
direction, or with one of several that stand before the list in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.text import comparisons
from tests.text.comparisons import NAMES, PROVINCES, REGIONS


@dataclass(frozen=True)
class Listed:
    """``each``: whether what a number of the list says is so, in order."""

    text: str
    each: tuple[bool, ...]


_GAPS = (
    "分别比全国{w[0]}{d[0]}个和{w[1]}{d[1]}个百分点", "分别比全国{w[0]}{d[0]}个百分点、{w[1]}{d[1]}个百分点",
    "分别{w[0]}于、{w[1]}于全国{d[0]}个和{d[1]}个百分点", "分别{w[0]}于全国{d[0]}个、{w[1]}于全国{d[1]}个百分点",
    "分别{w[0]}于全国{d[0]}个百分点和{w[1]}于全国{d[1]}个百分点",
)  # fmt: skip
_BESIDE = (
    "分别比{r[0]}、{r[1]}{w[0]}{d[0]}个和{w[1]}{d[1]}个百分点", "比{r[0]}、{r[1]}分别{w[0]}{d[0]}个和{w[1]}{d[1]}个百分点",
    "分别{w[0]}于{r[0]}、{w[1]}于{r[1]}{d[0]}个和{d[1]}个百分点", "{w[0]}于{r[0]}{d[0]}个百分点，{w[1]}于{r[1]}{d[1]}个百分点",
)  # fmt: skip
_CHANGES = (
    "比上年同期分别{w[0]}{d[0]}个和{w[1]}{d[1]}个百分点", "比上年同期分别{w[0]}{d[0]}个百分点、{w[1]}{d[1]}个百分点",
    "比上年同期分别{w[0]}、{w[1]}{d[0]}个和{d[1]}个百分点", "分别比上年同期{w[0]}{d[0]}个百分点和{w[1]}{d[1]}个百分点",
)  # fmt: skip
_TIMES = (
    "比{r[0]}、{r[1]}分别{w[0]}{d[0]}个和{w[1]}{d[1]}个百分点", "分别比{r[0]}和{r[1]}{w[0]}{d[0]}个、{w[1]}{d[1]}个百分点",
)  # fmt: skip
_GROWTHS = (
    "分别{w[0]}{d[0]}%和{w[1]}{d[1]}%",
    "分别{w[0]}{d[0]}%、{w[1]}{d[1]}%",
    "分别{w[0]}、{w[1]}{d[0]}%和{d[1]}%",
)
Ends = tuple[Observation, Observation]


def sentences(tables: Tables) -> Iterator[Listed]:
    """Of two regions each, with all four ways that the two may be told."""
    for indicator in NAMES:
        earlier: dict[str, list[Ends]] = {}
        for ends in comparisons.times(tables, indicator):
            earlier.setdefault(ends[0].id, []).append(ends)
        for first, second in (pair for every in earlier.values() for pair in pairwise(every)):
            whom = {"r": tuple((comparisons.timed(before) or ("",))[0] for _, before in (first, second))}
            yield from _told([first[0]], (first, second), _TIMES, ("提高", "下降"), whom)
        held = {
            (row.region.id, row.period, row.edition): row
            for region in REGIONS
            for row in comparisons.rows(tables, region, indicator)
            if comparisons.timed(row)
        }
        for (whose, period, edition), one in held.items():
            for other in PROVINCES:
                second = held.get((other, period, edition))
                if whose == other or whose not in PROVINCES or second is None:
                    continue
                yield from _of_two(held, one, second)
            china = held.get(("china", period, edition))
            for other in PROVINCES if china else ():
                second = held.get((other, period, edition))
                if second is not None and other != whose and whose != "china":
                    whom = {"r": (REGIONS["china"], REGIONS[other])}
                    assert china is not None
                    yield from _told([one], ((one, china), (one, second)), _BESIDE, ("高", "低"), whom)


def _of_two(
    held: dict[tuple[object, ...], Observation], one: Observation, other: Observation
) -> Iterator[Listed]:
    both, period, edition = [one, other], one.period, one.edition
    assert period is not None
    if (china := held.get(("china", period, edition))) is not None:
        yield from _told(both, ((one, china), (other, china)), _GAPS, ("高", "低"))
    before = [held.get((row.region.id, period.years_earlier(), edition)) for row in both]
    if before[0] is not None and before[1] is not None:
        yield from _told(both, ((one, before[0]), (other, before[1])), _CHANGES, ("提高", "下降"))
    name, (time, _) = NAMES[one.indicator.id][0], comparisons.timed(one) or ("", "")
    head = f"{time}，{REGIONS[one.region.id]}、{REGIONS[other.region.id]}{name}"
    ways = product(("增长", "下降"), repeat=2) if one.value and other.value else ()
    for form, words in product(_GROWTHS, ways):
        each = tuple((row.value > 0) == (word == "增长") for row, word in zip(both, words, strict=True))
        yield Listed(f"{head}{form.format(w=words, d=[abs(row.value) for row in both])}。", each)


def _told(
    subjects: list[Observation],
    ends: tuple[Ends, Ends],
    forms: tuple[str, ...],
    words: tuple[str, str],
    blanks: dict[str, tuple[str, ...]] | None = None,
) -> Iterator[Listed]:
    (time, _), name = comparisons.timed(subjects[0]) or ("", ""), NAMES[subjects[0].indicator.id][0]
    head = f"{time}，{'、'.join(REGIONS[row.region.id] for row in subjects)}{name}增速"
    apart = [a.value - b.value for a, b in ends]
    if not all(apart):
        return
    for form, some in product(forms, product(words, repeat=2)):
        each = tuple((gap > 0) == (word == words[0]) for gap, word in zip(apart, some, strict=True))
        yield Listed(f"{head}{form.format(w=some, d=[abs(gap) for gap in apart], **(blanks or {}))}。", each)
