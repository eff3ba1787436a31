"""From a document to the rows that it may become: one for each number that is a statistic, in order.

What a number claims is asked of ``claims``; here its claim becomes cells. Whether the tables hold it already is for
``held``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.claiming import Claim, claims
from industry.text.document import Document
from industry.text.proof import verdict
from industry.text.proposals import choosing, dates, plans, prints, statistics, unnamed
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.setting import Setting, whens_of
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import Printed

_OPEN = ("scope", "denominator")
_DESIGNATED = ("规上", "规模")


def propose(
    document: Document, tables: Tables, written: date | None, owner: str | None
) -> tuple[Proposal, ...]:
    """The proposed rows of a document of the date ``written`` and of the region ``owner``, in order; what hangs on either
    stays open without."""
    parts = [alike(one) for one in document.parts]
    whens = whens_of(parts, written)
    month = written.year * 12 + written.month - 1 if written else None
    proposed: list[Proposal] = []
    for part, claim in _placed(document, claims("\n".join(document.parts), tables, written, owner)):
        number = claim.number
        one = Setting(parts, part, number.start, number.end, number.lead, claim, whens[part], month)
        if statistics.is_one(one):
            proposed.append(_proposal(one, document, tables, owner))
    return tuple(proposed)


def _placed(document: Document, found: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """Every claim with its paragraph, its places counted within that."""
    begins = [0]
    for part in document.parts:
        begins.append(begins[-1] + len(part) + 1)
    at = 0
    for claim in found:
        while at + 1 < len(document.parts) and begins[at + 1] <= claim.number.start:
            at += 1
        yield at, replace(claim, number=claim.number.moved(-begins[at]))


def _proposal(one: Setting, document: Document, tables: Tables, owner: str | None) -> Proposal:
    chosen, others, doubted = choosing.choose(one, tables)
    meant = chosen or unnamed.indicator(one)
    said = verdict.read(one.claim, meant) or (None if chosen else _bare(one, meant))
    stands = plans.status(one, chosen)
    timed = chosen or next((each for each in others if _kin(each, meant)), meant)
    dated = dates.date(one, timed, stands.status)
    region, guessed = _region(one, tables, owner)
    place = prints.printing(one, meant, said)
    inferred = [*(["period"] if dated.inferred else []), *(_open(one, chosen) if chosen else [])]
    inferred += ["status"] if stands.inferred else []
    doubts = [
        *(["indicator"] if doubted else []),
        *(["region"] if guessed else []),
        *(["period"] if dated.doubted or not dated.period else []),
        *(["status"] if stands.inferred else []),
        *([] if place.sure else ["as_printed"]),
    ]
    begin, end = one.sentence
    return Proposal(
        chosen, others, unnamed.name(one), meant.unit, meant.measure, region, dated.period,
        said.value if said else None, said.value_to if said else None, said.step if said else Decimal(1),
        said.qualifier if said else "", stands.status, tuple(inferred), tuple(doubts), one.part + 1,
        prints.occurrence(one.parts, one.part, place, document.paged), document.parts[one.part][place.start : place.end],
        place.start, place.end, document.parts[one.part][begin : end + 1].strip(),
    )  # fmt: skip


def _kin(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are of one measure, so that the timing of one is likely that of the other."""
    return one.measure == other.measure or {one.measure, other.measure} <= set(fields.AMOUNTS)


def _bare(one: Setting, meant: Indicator) -> Printed | None:
    """The number without the words that lead to it (实现正增长的117种), of an indicator that isn't known."""
    return printed.read(one.text[one.start : one.end], meant.unit, meant.measure)


def _region(one: Setting, tables: Tables, owner: str | None) -> tuple[str, bool]:
    """The region's id and whether it is a guess. A place among 全省 is the region's own, not the province's."""
    region = one.claim.region
    if one.claim.relation.kind == "rank" and owner is not None:
        above = tables.catalogue.parent_of(tables.catalogue.regions[owner])
        if above is not None and region == above.id:
            return owner, True
    return region or "", "region" in one.claim.doubts or region is None


def _open(one: Setting, indicator: Indicator) -> Iterator[str]:
    """What the indicator says and the document's paragraph doesn't print: of whom it is, of what it is a share."""
    text = one.text[: one.clause[1]]
    if indicator.scope == "designated" and not any(word in text for word in _DESIGNATED):
        yield _OPEN[0]
    if indicator.of is not None and alike(indicator.of.zh).removesuffix("增加值") not in text:
        yield _OPEN[1]
