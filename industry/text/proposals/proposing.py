"""From a document to the rows that it may become: one for each number that is a statistic, in order.

What a number claims is asked of ``claims``; here its claim becomes cells. Whether the tables hold it already is for
``held``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.claiming import claims
from industry.text.claims.where import UNKNOWN
from industry.text.document import Document
from industry.text.proof import verdict
from industry.text.proposals import choosing, dates, plans, prints, statistics, unnamed
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.setting import Setting, settings
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import Printed

_BEFORE, _BEHIND = 400, 200
"""Letters of a passage around its number, at most."""
_PARTS = re.compile("(?:开发|园|高新|经开|试验|示范|自贸)区")
"""Parts of a region that may be taken for a place of their own."""
_OPEN = ("scope", "denominator")
_DESIGNATED = ("规上", "规模")


def propose(
    document: Document, tables: Tables, written: date | None, owner: str | None
) -> tuple[Proposal, ...]:
    """The proposed rows of a document of the date ``written`` and of the region ``owner``, in order; what hangs on either
    stays open without."""
    occurrences = prints.Occurrences([alike(one) for one in document.parts], document.paged)
    found = claims("\n".join(document.parts), tables, written, owner)
    return tuple(
        _proposal(one, document, tables, owner, occurrences)
        for one in settings(document, found, written)
        if statistics.is_one(one)
    )


def _proposal(
    one: Setting, document: Document, tables: Tables, owner: str | None, occurrences: prints.Occurrences
) -> Proposal:
    chosen, others, doubted = choosing.choose(one, tables)
    meant = chosen or unnamed.indicator(one, _units(tables))
    said = verdict.read(one.claim, meant) or (None if chosen else _bare(one, meant))
    stands = plans.status(one, chosen)
    kin = None if unnamed.stands(one) else next((each for each in others if _kin(each, meant)), None)
    timed = chosen or kin or meant
    dated = dates.date(one, timed, stands.status)
    region, guessed = _region(one, tables, owner)
    place = prints.printing(one, meant, said)
    inferred = [*(["period"] if dated.inferred else []), *(_open(one, chosen) if chosen else [])]
    inferred += ["status"] if stands.inferred else []
    doubts = [
        *(["indicator"] if doubted or chosen is None else []),
        *(["region"] if guessed else []),
        *(["period"] if dated.doubted or not dated.period else []),
        *(["status"] if stands.guessed else []),
        *([] if place.sure else ["as_printed"]),
    ]
    start, end = place.start + one.origin, place.end + one.origin
    return Proposal(
        chosen, others, unnamed.name(one), meant.unit, meant.measure, region, dated.period,
        said.value if said else None, said.value_to if said else None, said.step if said else Decimal(1),
        said.qualifier if said else "", stands.status, tuple(inferred), tuple(doubts), one.part + 1,
        occurrences.of(one.part, start, end), document.parts[one.part][start:end],
        start, end, _passage(one, document.parts[one.part]),
    )  # fmt: skip


@kept
def _units(tables: Tables) -> tuple[str, ...]:
    """The units of the indicators, the commonest first."""
    return tuple(
        unit for unit, _ in Counter(one.unit for one in tables.catalogue.indicators.values()).most_common()
    )


def _passage(one: Setting, text: str) -> str:
    """The sentence, of a very long one what stands around the number."""
    begin, end = max(one.sentence[0], one.start - _BEFORE), min(one.sentence[1] + 1, one.end + _BEHIND)
    return text[begin + one.origin : end + one.origin].strip()


def _kin(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are of one measure, so that the timing of one is likely that of the other."""
    return one.measure == other.measure or {one.measure, other.measure} <= set(fields.AMOUNTS)


def _bare(one: Setting, meant: Indicator) -> Printed | None:
    """The number without the words that lead to it (实现正增长的117种), of an indicator that isn't known."""
    return printed.read(one.figure, meant.unit, meant.measure)


def _region(one: Setting, tables: Tables, owner: str | None) -> tuple[str, bool]:
    """The region's id and whether it is a guess. A place among 全省 is the region's own, not the province's."""
    region = one.claim.region
    if one.claim.relation.kind == "rank" and owner is not None:
        above = tables.catalogue.parent_of(tables.catalogue.regions[owner])
        if above is not None and region == above.id:
            return owner, True
    if region == UNKNOWN and _PARTS.search(one.said) and owner is not None:
        return owner, True
    return region or "", "region" in one.claim.doubts or region is None


def _open(one: Setting, indicator: Indicator) -> Iterator[str]:
    """What the indicator says and the document's paragraph doesn't print: of whom it is, of what it is a share."""
    text = one.text[: one.clause[1]]
    if indicator.scope == "designated" and not any(word in text for word in _DESIGNATED):
        yield _OPEN[0]
    if indicator.of is not None and alike(indicator.of.zh).removesuffix("增加值") not in text:
        yield _OPEN[1]
