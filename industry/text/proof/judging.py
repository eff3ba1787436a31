"""核稿: a verdict for every number of a draft, with the row it was held against and the reason as a code with facts.

An approval is given only where indicator, region and period are certain: a guess is ``to_confirm``, whatever its
value. Hints (another period, region, basis) are rows of the same value, and approve nothing. How digits are held
against a row is in ``verdict``, comparisons are judged in ``compared``; sentences belong in ``wording``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from industry.kept import kept
from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.claims import naming
from industry.text.claims.claim import Claim
from industry.text.claims.claiming import claims
from industry.text.claims.fits import scoped
from industry.text.claims.numbers import LEVEL
from industry.text.proof import compared, guessed, over_years, parts, stated
from industry.text.proof.editions import FIGURES, Editions
from industry.text.proof.ends import as_published, printed
from industry.text.proof.verdict import GOOD, Code, Judged, held_against, read, unit_differs
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS, GROWTHS
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.printed import Printed

__all__ = ["Judged", "Reason", "judge"]

Found = tuple[Code, Observation | None, Reason]


def judge(text: str, tables: Tables, date: date | None, region: str | None) -> tuple[Judged, ...]:
    """The verdict on every number of a draft, in order. ``date`` is the draft's, ``region`` the id of the region whose it
    is (我省, 我市); what hangs on either is never ``agrees`` without. Places are those of the text given."""
    said = claims(text, tables, date, region)
    figures = [_judged(one, _verdict(one, tables), text) for one in said if one.relation.kind in FIGURES]
    editions, alone = Editions(text, figures, tables), iter(figures)
    return tuple(
        next(alone)
        if one.relation.kind in FIGURES
        else _judged(one, editions.judge(one, lambda claim: _verdict(claim, tables)), text)
        for one in said
    )


def _judged(claim: Claim, found: Found, text: str) -> Judged:
    start, end = claim.number.start, claim.number.end
    return Judged(start, end, text[start:end], *found, claim)


def _verdict(claim: Claim, tables: Tables) -> Found:
    if claim.relation.kind in ("pull", "sequential") and not claim.indicators:
        return "not_held", None, Reason(claim.relation.kind)
    if claim.base is not None and claim.relation.kind in ("growth", "multiple"):
        return over_years.judge(claim, tables)
    if claim.indicators and not claim.doubts and claim.relation.kind in ("gap", "change", "above", "quicker"):
        claim = as_published(_narrowed(claim, tables), tables)
    if claim.relation.kind == "part" and claim.indicators and claim.indicators[0].measure in AMOUNTS:
        return parts.judge(claim, tables)
    if claim.number.said:
        return stated.judge(claim, tables)
    if claim.relation.kind in ("gap", "change") and not _printed_difference(claim, tables):
        return compared.judge(claim, tables)
    if claim.doubts:
        return guessed.judge(claim, tables)
    if claim.region == "":
        return "not_held", None, Reason("place")
    if claim.each:
        return _of_each(claim, tables)
    found = _certain(_narrowed(claim, tables), tables)
    return _of_finer(claim, tables) or found if found[2].code == "too_precise" else found


def _of_finer(claim: Claim, tables: Tables) -> Found | None:
    """Of a difference told with more digits than the tables' own: what the two figures say of it, where they are printed as
    finely and it is theirs."""
    if claim.relation.kind not in ("gap", "change"):
        return None
    said, found = read(claim, claim.indicators[0]), compared.judge(claim, tables)
    fine = said is not None and found[1] is not None and said.step >= found[1].step
    return found if fine and found[0] == "comparison_true" else None


def _of_each(claim: Claim, tables: Tables) -> Found:
    """One number told of several indicators: approved where it is of each, else the gravest of what is found."""
    alone = (replace(claim, indicators=(one,), each=()) for one in claim.each)
    found = [_certain(_narrowed(one, tables), tables) for one in alone]
    wrong = [one for one in found if one[0] not in GOOD]
    return min(wrong or found, key=lambda one: one[0] != "differs")


def _printed_difference(claim: Claim, tables: Tables) -> bool:
    """Whether the tables hold the gap or the change itself for what is meant."""
    fit = [one for one in claim.indicators if one.measure in ("gap", "change")]
    bare = LEVEL.search(claim.read) is not None and not claim.relation.aspect  # which amounts may be
    if not fit or bare or claim.region in (None, "") or claim.relation.aspect == "fall":
        return False
    region = tables.catalogue.regions[str(claim.region)]
    to = {"china": tables.catalogue.benchmark.id, "parent": region.parent}
    if fit[0].measure == "gap":
        unsaid = claim.against in ("全省", "我省") and fit[0].gap_to == "parent"
        if fit[0].gap_to in to and claim.against != to[fit[0].gap_to] and not unsaid:
            return False
        if fit[0].gap_to not in to:
            own = [name for name, ids in naming.names(tables).items() if fit[0].gap_to in ids]
            return any((claim.against or "").startswith(name) for name in own)
    elif not claim.relation.year and fit[0].unit != "位":
        return False
    if claim.when is None or claim.doubts:
        return bool(tables.rows(fit[0].id, claim.region))
    if fit[0].gap_to in to:
        return printed(claim, fit[0], region.id, str(to[fit[0].gap_to]), tables)
    period, _ = claim.when.period(fit[0].timing)
    return any(row.period == period for row in tables.rows(fit[0].id, claim.region))


def _narrowed(claim: Claim, tables: Tables) -> Claim:
    """A single month or quarter of what is told since January is the indicator of that month or quarter, if any."""
    one, when = claim.indicators[0], claim.when
    if when is None or one.measure != "growth_yoy" or one.timing != "flow" or when.end:
        return claim
    months = when.last - when.first + 1
    mark = "当月" if months == 1 else "当季" if months == 3 and when.first % 12 else ""
    other = next((each for each in _siblings(one, tables) if mark and mark in each.name.zh), None)
    return replace(claim, indicators=(other,)) if other is not None else claim


def _siblings(one: Indicator, tables: Tables) -> Iterable[Indicator]:
    """Indicators of one name but for 当月 and 当季."""
    return (each for each in _by_name(tables)[_plainly(one)] if each.id != one.id)


def _plainly(one: Indicator) -> str:
    return one.name.zh.replace("当月", "").replace("当季", "")


@kept
def _by_name(tables: Tables) -> Mapping[str, Sequence[Indicator]]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    for one in tables.catalogue.indicators.values():
        found[_plainly(one)].append(one)
    return found


def _certain(claim: Claim, tables: Tables) -> Found:
    one = claim.indicators[0]
    assert claim.when is not None
    period, sure = claim.when.period(one.timing)
    if not sure:
        return guessed.judge(replace(claim, doubts=frozenset({"period"})), tables)
    rows = [row for row in tables.rows(one.id, claim.region) if _of(row, period)]
    said = read(claim, one)
    if one.measure == "rank" and claim.relation.aspect in ("fall", "fell") and _grows(one, tables):
        return guessed.judge(replace(claim, doubts=frozenset({"indicator"})), tables)
    if one.measure == "rank" and said is not None and (not rows or not _among(claim, one)):
        return _among_others(claim, period, tables)
    if said is None and claim.relation.kind == "multiple":  # of another's figure
        return guessed.judge(replace(claim, doubts=frozenset({"indicator"})), tables)
    if said is None:
        if rows and unit_differs(claim, one):
            return "differs", rows[0], Reason("unit", (one.unit,))
        return "unreadable", rows[0] if rows else None, Reason("unreadable")
    if unit_differs(claim, one):
        return "differs", rows[0] if rows else None, Reason("unit", (one.unit,))
    stated = [row for row in rows if row.status in (claim.status, "policy")]
    if stated:
        return _held(claim, stated, period, tables)
    matching = [row for row in rows if held_against(said, row)[0] in GOOD]
    if matching:
        return "other_status", matching[0], Reason("status", (matching[0].status, claim.status))
    return _elsewhere(claim, period, tables)


def _grows(one: Indicator, tables: Tables) -> bool:
    """Whether a place is among growths, the highest first: of falls it tells nothing."""
    of = tables.catalogue.indicators.get(one.rank_of or "")
    return of is not None and of.measure in GROWTHS


def _among(claim: Claim, one: Indicator) -> bool:
    """Whether a place is told among those among whom an indicator counts it."""
    scope = scoped(claim.relation.against)
    return not scope or one.rank_among in (None, scope)


def _among_others(claim: Claim, period: Period, tables: Tables) -> Found:
    """A place told among all provinces that the tables hold among the cities of one, or the other way."""
    one = claim.indicators[0]
    for each in tables.catalogue.indicators.values():
        if each.measure == "rank" and each.rank_of == one.rank_of and not _among(claim, each):
            said = read(claim, each)
            rows = [row for row in tables.rows(each.id, claim.region) if _of(row, period)]
            if row := next((row for row in rows if said and held_against(said, row)[0] in GOOD), None):
                return "other_basis", row, Reason("population", (each.id, str(claim.against)))
    return _elsewhere(claim, period, tables) if _among(claim, one) else _not_held(claim, one, period)


def _not_held(claim: Claim, one: Indicator, period: Period) -> Found:
    return "not_held", None, Reason("not_held", (one.id, str(claim.region), str(period)))


def _of(row: Observation, period: Period) -> bool:
    return row.period is not None and (row.period.start, row.period.end) == (period.start, period.end)


def _held(claim: Claim, rows: Sequence[Observation], period: Period, tables: Tables) -> Found:
    """The number against what the tables hold of exactly this, else against what they derive of another edition's."""
    said = read(claim, claim.indicators[0])
    assert said is not None
    of_edition = [row for row in rows if row.edition == claim.edition] if claim.edition else []
    if of_edition:
        others = [row for row in rows if row not in of_edition and held_against(said, row)[0] in GOOD]
        if others and not any(held_against(said, row)[0] in GOOD for row in of_edition):
            return "other_edition", others[0], Reason("edition", (others[0].edition, of_edition[0].id))
        rows = of_edition
    elif claim.edition:
        return "to_confirm", rows[0], Reason("guessed", ("indicator",))
    told = [(held_against(said, row), row) for row in rows]
    agreeing = [(found, row) for found, row in told if found[0] in GOOD]
    disputes = [one for one in tables.findings if any(row in one.disputed for row in rows)]
    if not agreeing:
        if any(one.low <= said.value <= one.high for one in disputes):
            return "disputed", rows[0], Reason("dispute", (rows[0].id,))
        (_, why), row = min(told, key=lambda one: one[0][1] == "digits")
        if row.inferred:
            return "to_confirm", row, Reason("inferred", tuple(sorted(row.inferred)))
        if worked := _alike(claim, said, _derived(claim, period, tables)):
            return "derivable", worked, Reason("computed", (worked.id,))
        if may_be := next((row for found, row in told if found[0] == "to_confirm"), None):
            return "to_confirm", may_be, Reason("open", (may_be.id,))
        return "differs", row, Reason(why, (row.id,))
    (verdict, why), row = min(agreeing, key=lambda one: (one[0][0] != "agrees", bool(one[1].inferred)))
    if row.inferred - {"period"} or row.inferred and all(each.inferred for _, each in agreeing):
        return "to_confirm", row, Reason("inferred", tuple(sorted(row.inferred)))
    order = [*tables.catalogue.config.editions]
    newest = max(
        rows,
        key=lambda one: (order.index(one.edition) if one.edition in order else -1, one.publication.published),
    )
    if newest.edition != row.edition and held_against(said, newest)[0] not in GOOD:
        return "other_edition", row, Reason("edition", (row.edition, newest.id))
    if any(row in one.disputed for one in disputes):
        return "disputed", row, Reason("dispute", (row.id,))
    return verdict, row, Reason(why, (row.id,))


def _derived(claim: Claim, period: Period, tables: Tables) -> list[Observation]:
    """What is worked out of exactly what a claim tells of."""
    return [
        row
        for row in tables.derived(claim.indicators[0].id, claim.region)
        if _of(row, period) and claim.edition in ("", row.edition)
    ]


def _alike(claim: Claim, said: Printed, rows: Iterable[Observation]) -> Observation | None:
    """The first that a number agrees with."""
    fit = (row for row in rows if row.status in (claim.status, "policy"))
    return next((row for row in fit if held_against(said, row)[0] == "agrees"), None)


def _elsewhere(claim: Claim, period: Period, tables: Tables) -> Found:
    """What isn't held as it is asked for: derived, or the same value of another period, region or basis."""
    one = claim.indicators[0]
    said = read(claim, one)
    assert said is not None

    derived = _derived(claim, period, tables)
    if row := _alike(claim, said, derived):
        return "derivable", row, Reason("computed", (row.id,))
    if derived:
        return "differs", derived[0], Reason("computed", (derived[0].id,))
    if row := _alike(claim, said, tables.rows(one.id, claim.region)):
        return "other_period", row, Reason("period", (str(row.period), str(period)))
    if row := _alike(claim, said, (row for row in tables.rows(one.id) if _of(row, period))):
        return "other_region", row, Reason("region", (row.region.id, str(claim.region)))
    kin = (
        [each for each in tables.catalogue.of_concept(one.concept) if each.id != one.id]
        if one.concept
        else []
    )
    for each in kin:
        other = read(claim, each) if each.measure == one.measure else None
        rows = [row for row in tables.rows(each.id, claim.region) if _of(row, period)]
        hit = next((row for row in rows if other and held_against(other, row)[0] == "agrees"), None)
        if hit:
            return "other_basis", hit, Reason("basis", (hit.indicator.id, one.id))
    return _not_held(claim, one, period)
