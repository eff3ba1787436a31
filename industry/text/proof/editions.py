"""Of which edition it is what a text tells of two figures: that of the figures it tells, where it names none itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.proof.ends import base, earlier
from industry.text.proof.verdict import GOOD, Code, Judged, held_against, read
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

UNHELD_EDITION: tuple[Code, None, Reason] = ("to_confirm", None, Reason("no_edition"))
"""Of a figure of an edition that a text names, of which the tables don't hold what it takes."""
FIGURES = ("plain", "growth")
"""What is told of one figure alone."""
_TRUE = (*GOOD, "comparison_true", "derivable")
_WRONG = ("differs", "comparison_false", "cannot_compare")
_STOP = re.compile("[。！!?\n]|\\. ")

Found = tuple[Code, Observation | None, Reason]
Subject = tuple[str, str | None, int, int]
"""An indicator, a region and the first and last month."""


class Editions:
    """The editions of the figures that a text tells, in order."""

    def __init__(self, text: str, figures: Sequence[Judged], tables: Tables) -> None:
        self._figures, self._tables = figures, tables
        self._stops = [one.start() for one in _STOP.finditer(text)]
        self._starts = [one.start for one in figures]
        self._told: dict[Subject, list[tuple[int, Sequence[str]]]] = defaultdict(list)
        for at, one in enumerate(figures):
            row = one.row
            if row is not None and row.period is not None and (of := _of(one, row, tables)):
                self._told[_subject(row.indicator.id, row.region.id, row.period)].append((at, of))

    def judge(self, claim: Claim, alone: Callable[[Claim], Found]) -> Found:
        """What becomes of a claim of what is worked out of two figures: 8.9%。比全国高0.7个百分点 isn't a gap of 8.8%. What is wrong of the
        edition told, and true of another, is to be confirmed."""
        editions = () if claim.edition else self._of(claim)
        if not editions:
            return alone(claim)
        found = [alone(replace(claim, edition=one)) for one in editions]
        best = next((one for one in found if one[0] in _TRUE), found[0])
        return UNHELD_EDITION if best[0] in _WRONG and alone(claim)[0] in _TRUE else best

    def _of(self, claim: Claim) -> Sequence[str]:
        """The editions of which a text tells a claim's own figure, else the other: where it told it last, else where it first does. Of
        neither that of an older edition's figure before the claim in its sentence."""
        at = bisect_left(self._starts, claim.number.start)
        for subject in _ends(claim, self._tables):
            if told := self._told.get(subject):
                return told[max(bisect_left(told, (at,)) - 1, 0)][1]
        last = self._figures[at - 1] if at else None
        if last is None or last.row is None or last.verdict != "other_edition":
            return ()
        joined = bisect_left(self._stops, last.end) == bisect_left(self._stops, claim.number.start)
        return (last.row.edition,) if joined else ()


def _of(one: Judged, row: Observation, tables: Tables) -> Sequence[str]:
    """Of which editions a figure may be, the newest first: the one that its text names, else, where several are held, those of which it
    is true."""
    if one.claim.edition:
        return (one.claim.edition,)
    said = read(one.claim, row.indicator)
    rows = tables.rows(row.indicator.id, row.region.id)
    held = [each for each in rows if each.period == row.period and each.status == "actual"]
    if said is None or len({each.edition for each in held}) == 1:
        return ()
    order = ["", *tables.catalogue.config.editions]
    true = {each.edition for each in held if held_against(said, each)[0] in GOOD}
    return sorted(true, key=order.index, reverse=True)


def _ends(claim: Claim, tables: Tables) -> Iterator[Subject]:
    """What a claim is worked out of, its own figure first; of a place what that is of."""
    ranked = (one.rank_of for one in claim.indicators if one.rank_of)
    of = base(claim, tables) or tables.catalogue.indicators.get(next(ranked, ""))
    if claim.when is None or of is None:
        return
    period, _ = claim.when.period(of.timing)
    yield _subject(of.id, claim.region, period)
    yield _subject(of.id, claim.against, period)
    if (then := earlier(claim, period)) is not None:
        yield _subject(of.id, claim.region, then)


def _subject(indicator: str, region: str | None, period: Period) -> Subject:
    return indicator, region, period.start, period.end
