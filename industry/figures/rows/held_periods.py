"""The periods of an indicator by region, as a table from which one is chosen: every period and edition that any
region holds an actual figure of, whether it compares or not. And what else is held of the same subject: other
measures and scopes, targets and forecasts, each with why it isn't compared.

Which period is looked at is decided in ``comparison``; what a figure draws, by the kinds of chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from industry import wording
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.options import RegionsSpec
from industry.figures.record import Entry, Figure, TableLine, TablePanel
from industry.figures.rows.cells import MARKS
from industry.figures.rows.lookup import ended, families, known
from industry.rules.base_effects import base_effect
from industry.rules.comparison import Comparison
from industry.rules.lock import Lock, comparable, lock_of, preferred
from industry.rules.verdicts import verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.wording.said import Said


def grid(context: Context[RegionsSpec], indicator: Indicator) -> TablePanel:
    """A line for each period (of several editions each, of a list's edition), newest first, that ``pick`` says as an
    address does; an entry for the country and each chosen region, a city alone beside its province. What the source
    leaves to be inferred is said to be, and stands apart."""
    shown = columns(context)
    held: dict[Lock, dict[str, list[Observation]]] = {}
    for one in shown:
        for row in known(context, indicator.id, one):
            if row.status == "actual" and row.period is not None:
                held.setdefault(lock_of(row), {}).setdefault(one.id, []).append(row)
    released = context.catalogue.config.released

    def order(lock: Lock) -> tuple[int, ...]:
        rows = [row for group in held[lock].values() for row in group]
        period = lock.period or max((row.period for row in rows if row.period), key=lambda one: one.end)
        return -max(map(ended, rows)), period.start, -released(lock.edition)

    lines = (_line(context, lock, held[lock], shown) for lock in sorted(held, key=order))
    return TablePanel(
        heading=context.name(indicator),
        unit=wording.unit_line(indicator, context.language),
        named=(context.say("grid_period"), ""),
        regions=tuple((context.name(one), "") for one in shown),
        lines=tuple(lines),
    )


def columns(context: Context[RegionsSpec]) -> list[Region]:
    """The country, and the chosen regions; of a city alone its province before it."""
    regions = families(context)
    over = context.catalogue.within(regions[0]) if len(regions) == 1 else None
    return [context.catalogue.benchmark, *([over] if over else []), *regions]


def _line(
    context: Context[RegionsSpec], lock: Lock, held: dict[str, list[Observation]], shown: Sequence[Region]
) -> TableLine:
    edition = context.edition(lock.edition)
    name = context.period(lock.period) if lock.period else edition
    entries = tuple(_entry(context, held.get(one.id, ())) for one in shown)
    return TableLine(name, edition if lock.period else "", "", NOTHING, entries, pick=str(lock))


def _entry(context: Context[RegionsSpec], rows: Sequence[Observation]) -> Entry:
    if not rows:
        return Entry(NOTHING)
    sure = [row for row in rows if comparable(row)]
    row = preferred(sure or rows)[0]
    text = context.number(row, bare=True)
    if effect := base_effect(context.shelf, row):
        text += Said(MARKS[effect.kind], (row,), "low_base")
    aside = context.say("derived") if row.derived else NOTHING
    tag = NOTHING if sure else context.say("supplied")
    return Entry(text, aside, tag, apart=not sure, row=row, hover=context.hover(row))


def drawn(figure: Figure, indicator: Indicator, country: Region) -> str:
    """What picks the line that a figure draws, of what its regions hold; empty where it draws none."""
    rows = (one for row in figure.drawn for one in (row, *row.terms))
    own = (row for row in rows if row.indicator.id == indicator.id and row.region != country)
    return next((str(lock_of(row)) for row in own if figure.panels), "")


def marks(context: Context[RegionsSpec], panel: TablePanel) -> list[Said]:
    """What the marks behind figures of the grid mean."""
    used = {one.text[-1:] for line in panel.lines for one in line.entries if one.text}
    return [context.say(f"base_mark_{key}") for key, mark in MARKS.items() if mark in used]


@dataclass(frozen=True)
class Other:
    """A measure or status beside the one compared: its name, why it isn't compared with it, whose figures are held,
    the latest of them, and the indicator that a reader can turn to, None where it is the one compared."""

    name: str
    reason: str
    held: str
    latest: Observation
    worded: Said
    indicator: Indicator | None


def others(context: Context[RegionsSpec], found: Comparison) -> list[Other]:
    """What the tables hold of the same subject beside the figures of the grid: of the indicator itself targets,
    forecasts and what has no period, then the other indicators of its concept."""
    shown, about = columns(context), found.indicator
    own = [row for one in shown for row in known(context, about.id, one)]
    against = next(iter([*found.drawn, *(row for row in own if comparable(row)), *own]), None)
    if against is None:
        return []
    told = [
        _other(context, wording.status(status, context.language), None, rows, against)
        for status, rows in _planned(own)
    ]
    concept = context.catalogue.of_concept(about.concept) if about.concept else ()
    for one in (other for other in concept if other != about):
        if rows := [row for region in shown for row in known(context, one.id, region)]:
            told.append(_other(context, context.name(one), one, rows, against))
    return told


def _planned(rows: Sequence[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    """The rows that the grid leaves out, by status."""
    for status in dict.fromkeys(row.status for row in rows):
        left = [row for row in rows if row.status == status and (status != "actual" or row.period is None)]
        if left:
            yield status, left


def _other(
    context: Context[RegionsSpec],
    name: str,
    indicator: Indicator | None,
    rows: Sequence[Observation],
    against: Observation,
) -> Other:
    last = max(ended(row) for row in rows)
    row = preferred(one for one in rows if ended(one) == last)[0]
    why = wording.reason(verdict(row, against).reason, context.catalogue.config, context.language)
    whose = context.listed(context.name(one.region) for one in rows)
    count = context.say("grid_count", whose, str(len(rows)))
    return Other(name, why, count, row, context.worded(row, kind=False), indicator)
