"""Targets of one region and year: from the base of the year before to the target, each row on a
scale of its own; a bar only where an actual figure lies inside the target's period.

Forecasts stand apart, policy parameters elsewhere. Which rows belong together is for ``aims``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from industry import periods, wording
from industry.comparison import UNKNOWN_BASES
from industry.figures.aims import Aim, aims_of, kind, required
from industry.figures.bars import FINISH
from industry.figures.caveats import called, caveats
from industry.figures.record import Figure, Frame, Mark, Row, RowsPanel, Shape
from industry.figures.scene import Scene
from industry.observation import Observation
from industry.periods import Period
from industry.wording.reasons import BASES

FEW = 3  # undated targets that are still named in the strip, not only in the table


def target(scene: Scene) -> Figure:
    """The targets of one region for one year, against the year before."""
    region = scene.region((scene.spec.regions or scene.regions)[0])
    rows = [
        row
        for indicator in scene.catalogue.indicators
        for row in scene.tables.rows(indicator, region.id)
        if row.status in ("target", "forecast") and not row.derived
    ]
    rows.sort(key=lambda row: (row.source.id, row.paragraph or 0))
    targets = [row for row in rows if row.status == "target"]
    dated = [row for row in targets if row.period is not None and "period" not in row.inferred]
    year = _year(scene, dated)
    inside = [row for row in dated if row.period and row.period.year == year]
    expected = [row for row in rows if row.status == "forecast" and row.period and row.period.year == year]
    aims = aims_of(scene.tables, region, inside)
    others = [row for row in targets if row not in inside]
    notices = _notices(scene, expected, others, dated)
    shown = list(dict.fromkeys([row for aim in aims for row in aim.rows] + expected + others))
    table = scene.table(shown, _remarks(scene, aims, expected, others, dated))
    if not aims:
        empty = "target_nothing" if targets else "target_none"
        frame = _dated(scene, scene.frame(shown, scene.name(region), notices=notices), shown)
        facts = (scene.name(region), _worded_year(scene, year)) if targets else (scene.name(region),)
        return scene.figure((), frame, shown, table, scene.say(empty, *facts))
    subtitle = scene.say("target_subtitle", scene.name(region), _worded_year(scene, year))
    if not any(aim.reached for aim in aims):
        subtitle += scene.say("joined") + scene.say("target_no_actual")
    if len(aims) > 1:
        subtitle += scene.say("joined") + scene.say("own_scales")
    frame = _dated(scene, scene.frame(shown, subtitle, notices=notices, notes=_notes(scene, aims)), shown)
    drawn = [row for aim in aims for row in (aim.base, aim.goal, aim.reached) if row]
    return scene.figure(_panels(scene, aims, year), frame, shown, table, drawn=drawn)


def _year(scene: Scene, dated: Sequence[Observation]) -> int:
    """The year asked for, else the latest for which a target is dated."""
    for asked in (scene.choices.period, scene.spec.period):
        try:
            if asked:
                return periods.parse(asked, "flow").year
        except periods.PeriodError:
            continue
    as_of = periods.parse(scene.catalogue.config.as_of, "flow").year
    return max((row.period.year for row in dated if row.period), default=as_of)


def _dated(scene: Scene, frame: Frame, rows: Iterable[Observation]) -> Frame:
    """The frame as of the latest actual figure: a target says nothing of how far the data reach."""
    ends = [row.period for row in rows if row.period is not None and row.status == "actual"]
    latest = max(ends, key=lambda one: one.end) if ends else None
    return replace(frame, as_of=wording.as_of(latest, scene.language) if latest else "")


def _worded_year(scene: Scene, year: int) -> str:
    return scene.period(Period(year * 12, year * 12 + 11))


def _panels(scene: Scene, aims: Sequence[Aim], year: int) -> tuple[RowsPanel, ...]:
    """Targets with a base, and those without, each row on its own scale."""
    based = [aim for aim in aims if aim.base]
    baseless = [aim for aim in aims if not aim.base]
    found = []
    for key, members in (("target_based", based), ("target_baseless", baseless)):
        if members:
            found.append(
                RowsPanel(
                    heading=scene.say(key) if baseless else "",
                    unit="",
                    rows=tuple(_row(scene, aim) for aim in members),
                    own_scales=True,
                    legend=_legend(scene, members, year) if members is based or not based else (),
                    aside_heading=scene.say("required") if members is based else "",
                )
            )
    return tuple(found)


def _legend(scene: Scene, aims: Sequence[Aim], year: int) -> tuple[tuple[Shape, str, str], ...]:
    colour = aims[0].goal.region.colour
    legend: list[tuple[Shape, str, str]] = []
    if any(aim.base for aim in aims):
        legend.append(("ring", colour, scene.say("target_base", _worded_year(scene, year - 1))))
    if any(aim.reached for aim in aims):
        legend.append(("bar", colour, scene.say("target_reached", _worded_year(scene, year))))
    legend.append(("point", colour, scene.say("target_of", _worded_year(scene, year))))
    return tuple(legend)


def _row(scene: Scene, aim: Aim) -> Row:
    goal, colour = aim.goal, aim.goal.region.colour
    marks: list[Mark] = []
    if aim.reached:
        marks.append(_mark(scene, "bar", aim.reached, colour, start=0.0))
    if aim.base:
        ends = float(aim.base.value), float(goal.value)
        marks.append(Mark("link", *ends, colour, row=goal.id))
        marks.append(_mark(scene, "ring", aim.base, colour))
    if goal.value_to is not None:
        marks.append(Mark("link", float(goal.value), float(goal.value_to), colour, row=goal.id))
    marks.append(_mark(scene, "point", goal, colour))
    return Row(
        name=called(scene, goal),
        marks=tuple(marks),
        text=required(aim, scene.language) if aim.base else "",
        detail=_detail(scene, aim),
    )


def _mark(scene: Scene, shape: Shape, row: Observation, colour: str, start: float | None = None) -> Mark:
    end = float(row.value_to if row.value_to is not None else row.value)
    return Mark(
        shape=shape,
        start=end if start is None else start,
        end=end,
        colour=colour,
        finish=FINISH.get(row.qualifier, "closed") if shape == "bar" else "closed",
        row=row.id,
        text=scene.worded(row, kind=False)
        if shape == "bar"
        else scene.number(row) + wording.derived_mark(row, scene.language),
        hover=scene.hover(row),
    )


def _detail(scene: Scene, aim: Aim) -> str:
    """期末水平；净增110家: the kind, and the figure printed where another is drawn."""
    said = scene.say(f"target_{kind(aim.goal.indicator)}")
    other = aim.added or (aim.target if aim.target is not aim.goal else None)
    if aim.unfit:
        return scene.say("target_unfit", said, scene.number(aim.unfit))
    if other is None:
        return said
    return scene.say("target_with", said, scene.say(f"target_{kind(other.indicator)}"), scene.number(other))


def _no_base(scene: Scene, aim: Aim) -> str:
    row = aim.unfit
    if row is None:
        return scene.say("target_no_base")
    unknown = [fact for fact in UNKNOWN_BASES if fact in row.inferred | aim.goal.inferred]
    if not unknown:
        return scene.say("target_other_base", scene.number(row))
    names = scene.listed(BASES[fact][0 if scene.zh else 1] for fact in unknown)
    return scene.say("target_unsure_base", scene.number(row), names)


def _named(scene: Scene, row: Observation) -> str:
    return f"{scene.name(row.indicator)} {scene.worded(row, kind=False)}"


def _notices(
    scene: Scene, expected: Sequence[Observation], others: Sequence[Observation], dated: Sequence[Observation]
) -> list[str]:
    """What isn't a target, and targets that can't be drawn."""
    notices = []
    if expected:
        notices.append(scene.say("target_forecast", scene.listed(_named(scene, row) for row in expected)))
    undated = [row for row in others if row not in dated]
    if len(undated) > FEW:
        notices.append(scene.say("target_undated_many", str(len(undated))))
    elif undated:
        told = (f"{scene.name(row.indicator)} {scene.number(row)}" for row in undated)
        notices.append(scene.say("target_undated", scene.listed(told)))
    later = [row for row in others if row in dated]
    if later:
        notices.append(scene.say("target_other_year", scene.listed(_named(scene, row) for row in later)))
    return notices


def _notes(scene: Scene, aims: Sequence[Aim]) -> list[str]:
    """Where printed ends don't add up, how derived ones came about, and the rows' own caveats."""
    notes = [note for aim in aims for note in _closings(scene, aim)]
    for aim in aims:
        if aim.goal.derived and aim.base:
            word = scene.say(f"target_{kind(aim.target.indicator)}")
            figures = (scene.number(aim.base), word, scene.number(aim.target))
            notes.append(scene.say("target_derived", scene.name(aim.goal.indicator), *figures))
    told = (row for aim in aims for row in (aim.goal, aim.target, aim.base, aim.unfit, aim.reached) if row)
    return notes + caveats(scene, told)


def _closings(scene: Scene, aim: Aim) -> list[str]:
    """What the checks found where a printed end isn't, to the unit, what the opening and the addition
    make; a conflict is told with every figure that shows it."""
    return [
        wording.audit(one, scene.language)
        for one in scene.tables.findings
        if one.rule == "closing"
        and one.code != "conflict"
        and one.rows[0].id == aim.goal.id
        and one.computed != one.printed
    ]


def _remarks(
    scene: Scene,
    aims: Sequence[Aim],
    expected: Sequence[Observation],
    others: Sequence[Observation],
    dated: Sequence[Observation],
) -> dict[str, str]:
    """Row id → what it is, for the table."""
    said: dict[str, str] = {}
    for aim in aims:
        for row in (aim.goal, aim.target, aim.added):
            if row:
                said[row.id] = _kind_of(scene, row)
        change = required(aim, scene.language)
        if change != "—":
            joint = "：" if scene.zh else ": "
            said[aim.goal.id] += scene.say("joined") + scene.say("required") + joint + change
        elif not aim.base:
            said[aim.goal.id] += scene.say("joined") + _no_base(scene, aim)
        for row in (aim.base, aim.unfit, aim.reached):
            if row:
                said[row.id] = wording.status(row.status, scene.language)
    for row in expected:
        said[row.id] = wording.status(row.status, scene.language)
    for row in others:
        undated = ""
        if row not in dated:
            inferred = scene.say("target_inferred") if row.period else scene.period(None)
            undated = scene.say("joined") + inferred
        said[row.id] = _kind_of(scene, row) + undated
    return said


def _kind_of(scene: Scene, row: Observation) -> str:
    return scene.say(
        "value_at", wording.status(row.status, scene.language), scene.say(f"target_{kind(row.indicator)}")
    )
