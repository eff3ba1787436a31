"""Of which edition it is what a text tells of two figures: that of the figures it has told, where it names none itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from industry.rules.verdicts import Reason
from industry.text.claims.claim import Claim
from industry.text.proof.verdict import GOOD, Code, Judged
from industry.vocabulary.observation import Observation

UNHELD_EDITION: tuple[Code, None, Reason] = ("to_confirm", None, Reason("no_edition"))
"""Of a figure of an edition that a text names, of which the tables don't hold what it takes."""
_STOP = re.compile("[。！？!?\n]|\\. ")


def of_one_edition(claim: Claim, before: Sequence[Judged], text: str) -> Claim:
    """A claim of what is worked out of two figures, with the edition of those that its sentence has told where these are of an older one,
    and of that of its own figure whichever it is: 8.9%，比全国高0.7个百分点 isn't a gap of 8.8%."""
    if claim.edition or claim.relation.kind in ("plain", "growth"):
        return claim
    for one in reversed(before):
        if _STOP.search(text, one.end, claim.number.start):
            return claim
        if one.claim.relation.kind in ("plain", "growth") and one.row is not None:
            own = one.verdict in GOOD and _told_of(claim, one.row)
            return replace(claim, edition=one.row.edition) if own or one.verdict == "other_edition" else claim
    return claim


def _told_of(claim: Claim, row: Observation) -> bool:
    """Whether what is worked out is told of a row."""
    own = any(row.indicator.id in (one.id, one.gap_of) for one in claim.indicators)
    return own and row.region.id == claim.region and row.edition != ""
