"""Targets of one region and year: from the base of the year before to the target, each row on a
scale of its own; a bar only where an actual figure lies inside the target's period.

Forecasts stand apart, policy parameters elsewhere. Which rows belong together is for ``targets``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from industry import wording
from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.frame import NOTHING
from industry.figures.options import OneRegionSpec
from industry.figures.record import Figure, Mark, Row, RowsPanel, Shape
from industry.figures.rows.targets import DatedTarget, no_stock, targets_of
from industry.figures.side_by_side import mark
from industry.rules.progress import kind
from industry.vocabulary import periods
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import PeriodText
from industry.wording.said import Said


class Options(OneRegionSpec):
    """The year of ``period``, else the latest for which a target is dated."""

    status: ClassVar[str] = "target"
    by_year: ClassVar[bool] = True

    chart: Literal["target"]
    period: PeriodText | None = None


FEW = 3  # undated targets that are still named in the strip, not only in the table


def target(context: Context[Options]) -> Figure:
    """The targets of one region for one year, against the year before."""
    region = context.region(context.regions[0])
    rows = [
        row
        for indicator in context.catalogue.indicators
        for row in context.tables.rows(indicator, region.id)
        if row.status in ("target", "forecast") and not row.derived
    ]
    rows.sort(key=lambda row: (row.publication.id, row.paragraph or 0))
    targets = [row for row in rows if row.status == "target"]
    dated = [row for row in targets if row.period is not None and "period" not in row.inferred]
    year = _year(context, dated)
    inside = [row for row in dated if row.period and row.period.year == year]
    expected = [row for row in rows if row.status == "forecast" and row.period and row.period.year == year]
    every = targets_of(context.tables, region, inside)
    places = [aim for aim in every if kind(aim.goal.indicator) == "rank"]
    aims = [aim for aim in every if aim not in places]
    apart = [one for aim in aims if aim.target is aim.goal for one in no_stock(context, aim.target)]
    others = [row for row in targets if row not in inside]
    undated = [row for row in others if row not in dated]
    name, when = context.name(region), context.year(year)
    if aims:
        about = context.joined(
            (
                context.say("target_subtitle", name, when),
                "" if any(aim.held for aim in every) else context.say("target_no_actual"),
            )
        )
        subtitle = context.joined((about, context.say("own_scales") if len(aims) > 1 else ""))
    return figure(
        context,
        _panels(context, aims, year),
        subtitle if aims else name,
        notices=[
            *_notices(context, places, expected, undated, [row for row in others if row in dated]),
            *context.strip(apart, with_indicators=True),
        ],
        notes=_notes(context, every),
        lists=(
            *(row for aim in every for row in aim.rows),
            *expected,
            *others,
            *(one.row for one in apart),
        ),
        remarks=context.reasons(apart) | _remarks(context, every, expected, others, undated),
        empty=context.say("target_nothing", name, when) if targets else context.say("target_none", name),
        about=about if aims else None,
    )


def _year(context: Context[Options], dated: Sequence[Observation]) -> int:
    """The year asked for, else of those for which a target is dated the one to look at, else the first."""
    for asked in (context.choices.period, context.spec.period):
        if when := periods.read(asked, "flow"):
            return when.year
    held = [row.period.year for row in dated if row.period]
    return context.focus.pick(held) or min(held, default=0)


def _panels(context: Context[Options], aims: Sequence[DatedTarget], year: int) -> tuple[RowsPanel, ...]:
    """Targets with a base, and those without, each row on its own scale."""
    based = [aim for aim in aims if aim.base]
    baseless = [aim for aim in aims if not aim.base]
    found = []
    for key, members in (("target_based", based), ("target_baseless", baseless)):
        if members:
            found.append(
                RowsPanel(
                    heading=context.say(key) if baseless else "",
                    unit="",
                    rows=tuple(_row(context, aim) for aim in members),
                    own_scales=True,
                    legend=_legend(context, members, year) if members is based or not based else (),
                    aside_heading=context.say("required") if members is based else "",
                    named=(
                        context.say("table_indicator"),
                        context.say("target_of", context.year(year)),
                        context.say("row_note"),
                    ),
                )
            )
    return tuple(found)


def _legend(
    context: Context[Options], aims: Sequence[DatedTarget], year: int
) -> tuple[tuple[Shape, str, str], ...]:
    signs: tuple[tuple[Shape, str, int, bool], ...] = (
        ("ring", "target_base", year - 1, any(aim.base for aim in aims)),
        ("bar", "target_reached", year, any(aim.reached for aim in aims)),
        ("point", "target_of", year, True),
    )
    colour = aims[0].goal.region.colour
    said = ((shape, context.say(key, context.year(when))) for shape, key, when, held in signs if held)
    return tuple((shape, colour, words) for shape, words in said)


def _row(context: Context[Options], aim: DatedTarget) -> Row:
    goal, colour = aim.goal, aim.goal.region.colour
    marks: list[Mark] = []
    if aim.reached:
        said = context.worded(aim.reached, kind=False)
        marks.append(mark(context, "bar", aim.reached, 0.0, colour, said))
    if aim.base:
        marks.append(Mark("link", float(aim.base.value), float(goal.value), colour, row=goal))
        marks.append(_mark(context, "ring", aim.base, colour))
    if goal.value_to is not None:
        marks.append(Mark("link", float(goal.value), float(goal.value_to), colour, row=goal))
    marks.append(_mark(context, "point", goal, colour))
    needed = wording.required(aim.base, goal, context.language)
    return Row(context.short(goal.indicator), tuple(marks), needed, _detail(context, aim))


def _mark(context: Context[Options], shape: Shape, row: Observation, colour: str) -> Mark:
    return mark(context, shape, row, colour=colour, text=context.number(row, marked=True))


def _detail(context: Context[Options], aim: DatedTarget) -> Said:
    """期末水平；净增110家: the kind, the figure printed where another is drawn, and how far it has come."""
    return context.joined((_kinds(context, aim), *_sofar(context, aim)))


def _sofar(context: Context[Options], aim: DatedTarget) -> Iterator[Said]:
    """What is done of it, beside the months gone by; of other figures why that is no progress. An addition to the
    stock drawn is named as one."""
    said = [(row, wording.sofar(row, aim.goal, context.language)) for row in aim.sofar]
    if aim.progress:
        pace = context.catalogue.rules.on_schedule
        said.append((aim.progress.done, wording.progress(aim.progress, pace, context.language)))
    for row, words in said:
        own = row.indicator == aim.goal.indicator
        yield words if own else context.say("named", _kind(context, row), words)


def _kinds(context: Context[Options], aim: DatedTarget) -> Said:
    said = _kind(context, aim.goal)
    other = aim.added or (aim.target if aim.target is not aim.goal else None)
    if aim.unfit:
        return context.joined((said, _no_base(context, aim)))
    if other is None:
        return said
    return context.say("target_with", said, _kind(context, other), context.number(other))


def _kind(context: Context[Options], row: Observation) -> Said:
    return context.say(f"target_{kind(row.indicator)}")


def _no_base(context: Context[Options], aim: DatedTarget) -> Said:
    """上年超300个/年，材料未注明期间，不作基数: that no figure of the year before is held, or what keeps it from being a base."""
    if aim.unfit is None or aim.why_unfit is None:
        return context.say("target_no_base")
    why = wording.reason(aim.why_unfit, context.catalogue.config, context.language)
    return context.say("target_unfit", context.number(aim.unfit), why)


def _named(context: Context[Options], row: Observation, dated: bool = True) -> Said:
    said = context.worded(row, kind=False) if dated else context.number(row)
    return context.valued(context.name(row.indicator), said)


def _place(context: Context[Options], aim: DatedTarget) -> Said:
    said = _named(context, aim.goal)
    now = (aim.reached, *aim.sofar)
    beside = [context.say("target_before", context.number(aim.base))] if aim.base else []
    dated = ((wording.dated(row, context.language), context.number(row)) for row in now if row)
    beside += [context.say("target_now", *words) for words in dated]
    return context.say("target_rank_over", said, context.joined(beside)) if beside else said


def _notices(
    context: Context[Options],
    places: Sequence[DatedTarget],
    expected: Sequence[Observation],
    undated: Sequence[Observation],
    later: Sequence[Observation],
) -> list[Said]:
    """What isn't a target, and targets that can't be drawn."""
    many = len(undated) > FEW
    told = {
        "target_ranks": context.listed(_place(context, aim) for aim in places),
        "target_forecast": context.listed(_named(context, row) for row in expected),
        "target_undated_many": Said(str(len(undated)), undated) if many else NOTHING,
        "target_undated": context.listed(_named(context, row, dated=False) for row in undated if not many),
        "target_other_year": context.listed(_named(context, row) for row in later),
    }
    return [context.say(key, words) for key, words in told.items() if words]


def _notes(context: Context[Options], aims: Sequence[DatedTarget]) -> list[Said]:
    """Where printed ends don't add up, how derived ones came about, and the rows' own caveats."""
    notes = [note for aim in aims for note in _closings(context, aim)]
    for aim in aims:
        if aim.goal.derived and aim.base:
            figures = (context.number(aim.base), _kind(context, aim.target), context.number(aim.target))
            notes.append(context.say("target_derived", context.name(aim.goal.indicator), *figures))
    worked = [aim.progress for aim in aims if aim.progress]
    if any(not one.over for one in worked):
        notes.append(context.say("progress_elapsed"))
    for one in worked:
        if said := wording.progress_before(one, context.language):
            notes.append(context.valued(context.name(one.target.indicator), said))
    return notes + context.caveats(row for aim in aims for row in aim.rows)


def _closings(context: Context[Options], aim: DatedTarget) -> list[Said]:
    """What the checks found where a printed end isn't, to the unit, what the opening and the addition
    make; a conflict is told with every figure that shows it."""
    return [
        wording.statement(one, context.language)
        for one in context.tables.findings
        if one.rule == "closing"
        and one.code != "conflict"
        and one.rows[0].id == aim.goal.id
        and one.computed != one.printed
    ]


def _remarks(
    context: Context[Options],
    aims: Sequence[DatedTarget],
    expected: Sequence[Observation],
    others: Sequence[Observation],
    undated: Sequence[Observation],
) -> dict[str, str]:
    """Row id → what it is, for the table."""
    said: dict[str, str] = {}
    for aim in aims:
        said |= {row.id: _kind(context, row) for row in (aim.goal, aim.target, aim.added) if row}
        needed = "" if aim.base else _no_base(context, aim)
        if change := wording.required(aim.base, aim.goal, context.language):
            needed = context.say("named", context.say("required"), change)
        said[aim.goal.id] = context.joined((said[aim.goal.id], needed))
        said |= {row.id: _status(context, row) for row in aim.rows if row.status == "actual"}
    for row in others:
        inferred = context.say("target_inferred") if row.period else context.period(None)
        said[row.id] = context.joined((_kind(context, row), inferred if row in undated else ""))
    return said


def _status(context: Context[Options], row: Observation) -> str:
    return wording.status(row.status, context.language)


KIND = Kind(Options, target)
