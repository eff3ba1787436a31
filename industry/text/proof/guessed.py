"""A number of which indicator, region or period is only guessed: it is to be confirmed, with the row that it may be, or
nothing is held. Never approved, never called wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from industry.kept import kept
from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.claim import Claim
from industry.text.claims.fits import counts
from industry.text.proof.verdict import Code, held_against, read
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation

_LEAST = 2
_LEAD = re.compile(r"^(?:同比|增长|增加|下降|超过|超|突破|达到|达|约|近)+")


def judge(claim: Claim, tables: Tables) -> tuple[Code, Observation | None, Reason]:
    doubts = tuple(sorted(claim.doubts))
    for rows in (_of(claim.indicators, claim, tables), _of(claim.near, claim, tables)):
        if row := _likeliest(rows, claim):
            if _of_other_period(row, claim):
                return "other_period", row, Reason("period", (str(row.period), _period(row, claim)))
            return "to_confirm", row, Reason("guessed", doubts)
    if row := _by_words(claim, tables):
        return "to_confirm", row, Reason("guessed", ("indicator",))
    known = claim.indicators and "indicator" not in claim.doubts
    if known and any(tables.rows(one.id, claim.region or None) for one in claim.indicators):
        return "to_confirm", None, Reason("guessed", doubts)
    return "not_held", None, Reason("unknown", doubts)


def _period(row: Observation, claim: Claim) -> str:
    """The period that the text names, for a figure like the row's."""
    return str(claim.when.period(row.indicator.timing)[0]) if claim.when else ""


def _of_other_period(row: Observation, claim: Claim) -> bool:
    """Whether the text is sure of another period than the row's."""
    if claim.when is None or row.period is None or "period" in claim.doubts or "period" in row.inferred:
        return False
    period, sure = claim.when.period(row.indicator.timing)
    return sure and (period.start, period.end) != (row.period.start, row.period.end)


def _of(indicators: Sequence[Indicator], claim: Claim, tables: Tables) -> list[Observation]:
    """The rows of some indicators that say what the number says, the likeliest indicator first."""
    found = []
    for one in indicators:
        if not counts(one, claim.number):
            continue
        said = read(claim, one)
        rows = tables.rows(one.id, claim.region) if claim.region else tables.rows(one.id)
        found += [row for row in rows if said and held_against(said, row)[0] == "agrees"]
    return found


def _likeliest(rows: Sequence[Observation], claim: Claim) -> Observation | None:
    return min(rows, key=lambda row: _distance(row, claim), default=None)


def _distance(row: Observation, claim: Claim) -> tuple[object, ...]:
    """How far a row is from what is guessed: status, then months."""
    if row.period is None or claim.when is None:
        return row.status != claim.status, 999
    return row.status != claim.status, abs(row.period.end - claim.when.last) + abs(
        row.period.start - claim.when.first
    )


@kept
def _by_print(tables: Tables) -> Mapping[tuple[str, str], Sequence[Observation]]:
    """The rows of documents and statistics by their bare print and region."""
    found: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in tables.rows():
        found[bare(row.as_printed), row.region.id].append(row)
    return found


def _by_words(claim: Claim, tables: Tables) -> Observation | None:
    """The only row of the region that says what the number says, with a name that shares words with the sentence more
    than any other's."""
    if not claim.region:
        return None
    found: list[tuple[int, Observation]] = []
    for row in _by_print(tables).get((bare(claim.text), claim.region), ()):
        shared = _shared(row.indicator.name.zh, claim.sentence)
        if shared >= _LEAST and (row.status == claim.status or row.inferred):
            found.append((shared, row))
    found.sort(key=lambda one: -one[0])
    if not found or len(found) > 1 and found[1][0] == found[0][0]:
        return None
    return found[0][1]


def _shared(name: str, sentence: str) -> int:
    """How many pairs of letters of a name stand in a sentence."""
    even = alike(name)
    return sum(even[at : at + 2] in sentence for at in range(len(even) - 1))


def bare(text: str) -> str:
    """A print without the words before its number."""
    return _LEAD.sub("", alike(text))
