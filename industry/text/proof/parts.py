"""What a region's amount is of the same amount of the region that it lies in (利润占全国的3.2%), worked out of the two where the
tables print no share. Never approved: what follows is derivable, and from a figure that isn't exact nothing does."""

from __future__ import annotations

from itertools import product

from industry.rules.arithmetic.derived import share_of_parent
from industry.rules.pairs import exact, part_of_parent
from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.proof import guessed
from industry.text.proof.compared import Found
from industry.text.proof.editions import UNHELD_EDITION
from industry.text.proof.ends import End, held
from industry.text.proof.verdict import digits, meets
from industry.vocabulary import printed


def judge(claim: Claim, tables: Tables) -> Found:
    """Of a claim in the relation ``part`` whose indicator is an amount."""
    if (
        claim.doubts
        or claim.when is None
        or claim.against not in tables.catalogue.regions
        or not claim.region
    ):
        return guessed.judge(claim, tables)
    one = claim.indicators[0]
    period, sure = claim.when.period(one.timing)
    said = printed.read(digits(claim.read), "%", "share")
    if not sure or claim.status != "actual" or said is None or said.value_to is not None:
        return "to_confirm", None, Reason("guessed", ("period",))
    ends = (
        held(one, End(region, period, claim.edition), tables) for region in (claim.region, str(claim.against))
    )
    parted = [(row, whole) for row, whole in product(*ends) if part_of_parent(row, whole)]
    shares = [share_of_parent(row, whole) for row, whole in parted if exact(row, whole)]
    derived = [row for row in shares if row is not None]
    if row := next((row for row in derived if meets(said, row)), None):
        return "derivable", row, Reason("computed", (row.id,))
    if derived:
        return "differs", derived[0], Reason("computed", (derived[0].id,))
    if parted:
        return "cannot_compare", parted[0][0], Reason("inexact", tuple(row.id for row in parted[0]))
    if claim.edition:
        return UNHELD_EDITION
    return "not_held", None, Reason("not_held", (one.id, str(claim.region), str(period)))
