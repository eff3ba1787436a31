"""目标进度: the targets of one year, each with the year before, what it asks for, what is done and how that stands to the
months gone by.

Which rows stand beside a target, and when there is a progress, is decided in ``figures`` and ``rules``; how a table
of them looks belongs to the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from industry import wording
from industry.export import listing
from industry.figures.rows.lookup import ended, latest
from industry.figures.rows.targets import DatedTarget, targets_of
from industry.rules.lock import comparable, preferred, stated
from industry.rules.pairs import in_base_period
from industry.rules.progress import kind, moves
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, fill, join

_ORDER = {"headline": 0, "core": 1, "detail": 2}


@dataclass(frozen=True)
class Target:
    """A target in words; a text that is one number speaks of its row. ``kind``: level at the end, net or gross addition,
    amount, rate, rank. ``before``: the year before, and what keeps that from being a base. ``goal``: the level at the
    end where the target leads to one, else what is printed. ``required``: the addition that leads there, and the
    change from ``before``. ``done``: the latest figure inside the year, or that none is held, and when that was.
    ``pace``: how that stands to the months gone by, or why it isn't counted; ``rest``: what the other months must
    bring. ``base``: the year before as a share (0 to 1) of the goal, where both are one stock and it grows; else
    None."""

    region: Region
    name: str
    kind: Said
    before: Said
    unfit: Said
    goal: Said
    required: Said
    done: Said
    when: Said
    pace: Said
    rest: Said
    base: float | None


@dataclass(frozen=True, eq=False)
class Targets:
    """The ``targets`` of a year by region in config.yaml's order, what is told of them, and beside them, each with the
    key of its words: forecasts of the year, and all other targets and policy parameters."""

    year: int
    lead: tuple[Said, ...]
    targets: tuple[Target, ...]
    others: dict[str, tuple[Observation, ...]]


def targets(tables: Tables, regions: Sequence[str], year: str | None, language: str) -> Targets:
    """The targets of these regions for a ``year`` (None: config.yaml's), or ``latest``: the last there are."""
    focus = Focus.of(year, tables.catalogue.config.focus)
    planned = {status: _of(tables, regions, status) for status in listing.PLANNED}
    dated = [row for row in planned["target"] if stated_when(row) and not _over_years(row)]
    held = sorted({row.period.year for row in dated if row.period})
    looked_at = focus.year if focus.year is not None else max(held, default=0)
    inside = [row for row in dated if row.period and row.period.year == looked_at]
    aims = [
        (tables.catalogue.regions[id], aim)
        for id in regions
        for aim in _of_region(tables, tables.catalogue.regions[id], inside)
    ]
    forecasts = [one for one in planned["forecast"] if one.period and one.period.year == looked_at]
    others = {
        "forecast": forecasts,
        "over_years": [row for row in planned["target"] if stated_when(row) and _over_years(row)],
        "undated": [row for row in planned["target"] if not stated_when(row)],
        "other_year": [row for row in dated if row not in inside],
        "policy": planned["policy"],
    }
    return Targets(
        looked_at,
        _lead(tables, regions, [aim.target for _, aim in aims], looked_at, held, language),
        tuple(_told(tables, region, aim, language) for region, aim in aims),
        {key: tuple(rows) for key, rows in others.items() if rows},
    )


def stated_when(row: Observation) -> bool:
    """Whether the source prints by when."""
    return row.period is not None and "period" not in row.inferred


def _over_years(row: Observation) -> bool:
    return bool(row.period and row.period.whole_years and row.period.months > 12)


def _of(tables: Tables, regions: Sequence[str], status: str) -> list[Observation]:
    every = (row for id in regions for one in tables.catalogue.indicators for row in tables.rows(one, id))
    return [row for row in every if row.status == status]


def _of_region(tables: Tables, region: Region, inside: Sequence[Observation]) -> list[DatedTarget]:
    """A region's targets: what everybody asks for first, then as the documents print them."""
    own = [row for row in inside if row.region == region]
    own.sort(key=lambda row: (row.publication.id, row.paragraph or 0))
    return sorted(targets_of(tables, region, own), key=lambda aim: _ORDER[aim.goal.indicator.tier])


def _lead(
    tables: Tables,
    regions: Sequence[str],
    inside: Sequence[Observation],
    year: int,
    held: Sequence[int],
    language: str,
) -> tuple[Said, ...]:
    """What is shown of the year: how many targets of whom, how many of them of growth and from the documents, and who
    has none."""
    when = wording.year(year, language)
    listed = wording.say("listed", language)
    if not inside:
        years = join((wording.year(one, language) for one in held), listed)
        nothing = wording.say("targets_of_none", language, when)
        return (nothing + (wording.say("targets_of_years", language, years) if years else ""),)
    without = [tables.catalogue.regions[id] for id in regions if all(row.region.id != id for row in inside)]
    lacking = wording.either((one.name(language) for one in without), language)
    return (
        wording.say("targets_held", language, when, str(len(inside)), wording.each(inside, language)),
        wording.growth_targets(inside, language),
        wording.targets_printed(inside, tables.catalogue, language),
        wording.say("targets_lacking", language, lacking) if without else Said(),
    )


def _told(tables: Tables, region: Region, aim: DatedTarget, language: str) -> Target:
    goal = aim.goal
    before, done = _before(tables, aim), _done(tables, aim)
    return Target(
        region=region,
        name=(goal.indicator.short or goal.indicator.name)(language),
        kind=wording.say(f"target_{kind(aim.target.indicator)}", language),
        before=wording.number(before, language, marked=True) if before else Said(),
        unfit=_unfit(tables, aim, before, language),
        goal=_goal(goal, language),
        required=_required(aim, language),
        done=wording.number(done, language, marked=True) if done else wording.say("not_held", language),
        when=_when(tables, aim, done, language),
        pace=_pace(tables, aim, done, language),
        rest=wording.rest(aim.progress, language) if aim.progress else Said(),
        base=_base(aim),
    )


def _before(tables: Tables, aim: DatedTarget) -> Observation | None:
    """The figure of the year before; of a rate that says itself how something moves, of whichever edition."""
    if aim.base or not moves(aim.goal.indicator):
        return aim.base or aim.unfit
    rows = tables.rows(aim.goal.indicator.id, aim.goal.region.id)
    held = [row for row in rows if comparable(row) and in_base_period(row, aim.goal)]
    return _newest(tables, held) or aim.unfit


def _done(tables: Tables, aim: DatedTarget) -> Observation | None:
    """What is known of the target's year: of an amount what is counted, of a rate the latest there is."""
    if aim.progress:
        return aim.progress.done
    if kind(aim.goal.indicator) != "rate":
        return aim.reached or latest(aim.sofar)
    return _newest(tables, [row for row in aim.held if row.indicator == aim.goal.indicator])


def _newest(tables: Tables, rows: Sequence[Observation]) -> Observation | None:
    """Of the latest the edition that was released last."""
    released = tables.catalogue.config.released
    last = max(map(ended, rows), default=0)
    held = preferred(row for row in rows if ended(row) == last)
    return max(held, key=lambda row: released(row.edition), default=None)


def _goal(goal: Observation, language: str) -> Said:
    if moves(goal.indicator) and goal.value_to is None:
        return wording.moved(goal, language)
    return wording.number(goal, language, marked=True)


def _unfit(tables: Tables, aim: DatedTarget, before: Observation | None, language: str) -> Said:
    """That no figure of the year before is held, or its edition, or why it is no base."""
    if before is None:
        return wording.say("not_held", language)
    if aim.why_unfit is None or (moves(aim.goal.indicator) and comparable(before)):
        return Said(listing.edition(before, tables, language))
    why = wording.reason(aim.why_unfit, tables.catalogue.config, language)
    return wording.say("no_base", language, why)


def _required(aim: DatedTarget, language: str) -> Said:
    """净增110家（+6.8%）: the addition printed beside a level, or that leads to it, and the change."""
    change = Said() if moves(aim.goal.indicator) else wording.required(aim.base, aim.goal, language)
    added = aim.added or (aim.target if aim.target is not aim.goal else None)
    if added is None:
        return change
    said = wording.say(f"target_{kind(added.indicator)}", language)
    form = "{}{}" if language == "zh" else "{} {}"
    told = fill(form, said, wording.number(added, language))
    return wording.say("value_at", language, told, change) if change else told


def _when(tables: Tables, aim: DatedTarget, done: Observation | None, language: str) -> Said:
    """2021年1—6月，完成目标的56.6%."""
    if done is None:
        return Said()
    share = wording.share_done(aim.progress, language) if aim.progress else Said()
    told = (wording.dated(done, language), listing.edition(done, tables, language), share)
    return join(told, wording.say("comma", language))


def _pace(tables: Tables, aim: DatedTarget, done: Observation | None, language: str) -> Said:
    """快于时序进度6.6个百分点；2020年1—6月完成全年的48%; or why no progress is counted."""
    if aim.progress:
        said = wording.pace(aim.progress, tables.catalogue.rules.on_schedule, language)
        before = wording.progress_before(aim.progress, language)
        return join((said, before), wording.say("joined", language))
    if done is None:
        return Said()
    told = kind(done.indicator)
    if told == "rate":
        whole = done.period == aim.goal.period
        return wording.say("pace_of_rate" if whole else "pace_part_year", language)
    return wording.say("pace_of_rank" if told == "rank" else "pace_uncounted", language)


def _base(aim: DatedTarget) -> float | None:
    """The year before as a share of the goal, of a stock that grows between two exact figures."""
    base, goal = aim.base, aim.goal
    one_stock = goal.indicator.timing == "stock" and goal.indicator.measure in AMOUNTS
    if base is None or not (one_stock and base.exact and goal.exact and stated(base)):
        return None
    return float(base.value / goal.value) if 0 < base.value <= goal.value else None
