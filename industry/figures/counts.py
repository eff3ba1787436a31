"""Numbers of members: tiers of enterprises, which overlap and are never set on one scale, and the
breadth of a whole, whose nested parts are.

Shares are shown as published or derived by ``identities``; none is worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry import wording
from industry.catalogue import Indicator, Region
from industry.comparison import comparable, preferred
from industry.figures.bars import FINISH
from industry.figures.caveats import called, caveats
from industry.figures.record import Figure, Mark, Row, RowsPanel
from industry.figures.scene import Scene
from industry.observation import Observation
from industry.periods import Period
from industry.wording.reasons import edition


def tiers(scene: Scene) -> Figure:
    """One region's tiers of enterprises: each with its number, its period and whom it counts."""
    region = scene.region((scene.spec.regions or scene.regions)[0])
    indicators = [scene.catalogue.indicators[one] for one in scene.spec.indicators]
    found = {one.id: _latest(scene, one, region) for one in indicators}
    rows = [row for row in found.values() if row]
    same = {_end(scene, row) for row in rows}
    lines = [_tier(scene, one, found[one.id], len(same) > 1) for one in indicators]
    subtitle = (
        scene.name(region) if len(same) != 1 else scene.say("tiers_subtitle", scene.name(region), *same)
    )
    frame = scene.frame(rows, subtitle, notices=(scene.say("tiers_overlap"),), notes=caveats(scene, rows))
    if not rows:
        return scene.figure((), frame, rows, empty=scene.say("missing", scene.name(region)))
    panel = RowsPanel(heading="", unit="", rows=tuple(lines), own_scales=True)
    table = scene.table(rows, {row.id: _definition(scene, row.indicator) for row in rows})
    return scene.figure((panel,), frame, rows, table, drawn=rows)


def _latest(scene: Scene, indicator: Indicator, region: Region) -> Observation | None:
    """The latest actual figure, of the edition asked for where there is one."""
    rows = [
        row for row in scene.tables.rows(indicator.id, region.id) if row.status == "actual" and row.period
    ]
    asked = [row for row in rows if row.edition and row.edition == scene.spec.edition]
    latest = max((row.period.end for row in asked or rows if row.period), default=None)
    found = preferred(row for row in asked or rows if row.period and row.period.end == latest)
    return found[0] if found else None


def _end(scene: Scene, row: Observation) -> str:
    """2020年末, of a list too."""
    if row.period is None:
        return scene.period(None)
    return scene.period(Period(row.period.end, row.period.end, row.indicator.timing != "flow"))


def _definition(scene: Scene, indicator: Indicator) -> str:
    return indicator.definition(scene.language) if indicator.definition else ""


def _tier(scene: Scene, indicator: Indicator, row: Observation | None, with_period: bool) -> Row:
    if row is None:
        return Row(scene.name(indicator), (), scene.say("no_data"))
    batch = edition(row.edition, scene.catalogue.config, scene.language) if row.edition else ""
    parts = [_end(scene, row) if with_period else "", batch, _definition(scene, indicator)]
    return Row(
        called(scene, row),
        (),
        scene.number(row),
        detail=scene.say("joined").join(part for part in parts if part),
    )


def breadth(scene: Scene) -> Figure:
    """How many members of one whole meet a condition, and how many of those a stricter one."""
    region = scene.region((scene.spec.regions or scene.regions)[0])
    indicators = [scene.catalogue.indicators[one] for one in scene.spec.indicators]
    whole = whole_of(scene, indicators)
    period = _period(scene, whole, region)
    total = _over(scene, whole.id, region, period)
    edition_of = total.edition if total else None
    found = {one.id: _over(scene, one.id, region, period, edition_of) for one in indicators}
    parts = [row for one, row in found.items() if row and one != whole.id]
    parts.sort(key=lambda row: -row.value)
    lacking = [scene.name(one) for one in indicators if found[one.id] is None]
    notices = [scene.say("missing", scene.listed(lacking))] if lacking else []
    if total is None:
        held = [row for one in indicators for row in scene.tables.rows(one.id, region.id)]
        frame = scene.frame(held, scene.name(region), notices=notices)
        return scene.figure((), frame, held, empty=scene.say("missing", scene.name(whole)))
    shares = {row.id: _share(scene, row, whole, total) for row in parts}
    rows = [total, *(one for row in parts for one in (row, shares[row.id]) if one)]
    panel = RowsPanel(
        heading="",
        unit=wording.unit_line(whole, scene.language),
        rows=(_whole(scene, total), *(_part(scene, row, total, shares[row.id]) for row in parts)),
        high=float(total.value),
    )
    subtitle = scene.say("tiers_subtitle", scene.name(region), scene.period(total.period))
    notes = [scene.say("breadth_nested"), *_definitions(scene, parts), *caveats(scene, rows)]
    frame = scene.frame(rows, subtitle, notices=notices, notes=notes)
    return scene.figure((panel,), frame, rows, drawn=[total, *parts])


def whole_of(scene: Scene, indicators: Sequence[Indicator]) -> Indicator:
    """The indicator that the published shares of the others name as their whole, else the first."""
    ids = {one.id for one in indicators}
    for one in scene.catalogue.indicators.values():
        if one.share_of and one.share_of.whole in ids and one.share_of.part in ids:
            return scene.catalogue.indicators[one.share_of.whole]
    return indicators[0]


def _period(scene: Scene, whole: Indicator, region: Region) -> Period | None:
    """The period asked for, else the latest that the whole is known for."""
    held = [*scene.tables.rows(whole.id, region.id), *scene.tables.derived(whole.id, region.id)]
    known = [row.period for row in held if row.period is not None and row.status == "actual"]
    asked = scene.choices.period or scene.spec.period
    found = [one for one in known if str(one) == asked]
    return found[0] if found else max(known, key=lambda one: one.end, default=None)


def _over(
    scene: Scene, indicator: str, region: Region, period: Period | None, edition: str | None = None
) -> Observation | None:
    """The figure over ``period``: published, else derived."""
    for held in (scene.tables.rows(indicator, region.id), scene.tables.derived(indicator, region.id)):
        fit = (row for row in held if comparable(row) and row.period == period)
        rows = preferred(row for row in fit if edition in (None, row.edition))
        if rows and period is not None:
            return rows[0]
    return None


def _share(scene: Scene, row: Observation, whole: Indicator, total: Observation) -> Observation | None:
    """The published share of the part in the whole, else the derived one."""
    for one in scene.catalogue.indicators.values():
        if one.share_of and (one.share_of.part, one.share_of.whole) == (row.indicator.id, whole.id):
            return _over(scene, one.id, row.region, total.period)
    return None


def _whole(scene: Scene, total: Observation) -> Row:
    end = float(total.value)
    mark = Mark("track", 0.0, end, total.region.colour, row=total.id, hover=scene.hover(total))
    aside = wording.derived_mark(total, scene.language).strip()
    return Row(called(scene, total), (mark,), scene.number(total, bare=True), aside=aside)


def _part(scene: Scene, row: Observation, total: Observation, share: Observation | None) -> Row:
    colour = row.region.colour
    marks = (
        Mark("track", 0.0, float(total.value), colour),
        Mark(
            "bar",
            0.0,
            float(row.value),
            colour,
            FINISH.get(row.qualifier, "closed"),
            row.id,
            hover=scene.hover(row),
        ),
    )
    aside = scene.number(share) + wording.derived_mark(share, scene.language) if share else ""
    return Row(called(scene, row), marks, scene.number(row, bare=True), aside=aside)


def _definitions(scene: Scene, rows: Sequence[Observation]) -> list[str]:
    """The definitions of ``rows``, each once."""
    return list(dict.fromkeys(filter(None, (_definition(scene, row.indicator) for row in rows))))
