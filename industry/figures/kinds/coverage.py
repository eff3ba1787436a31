"""Coverage: which months the figures of each document cover.

Nothing is compared by value. Observations are counted by what their own source prints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from industry import wording
from industry.figures.context import Context, Kind, Tables
from industry.figures.documents import counted, documents, named
from industry.figures.record import Cell, Column, Figure, GridPanel, Table
from industry.kept import kept
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said

YEAR = 12


class Options(FigureSpec):
    """Every document, over the two years up to the one to look at, of those for which a document has months."""

    chart: Literal["coverage"]


def coverage(context: Context[Options]) -> Figure:
    """For each document and month, how many actual figures have a printed period that
    covers it; all others are counted beside the document's name."""
    sources = documents(context)
    held = printed_in(context, sources)
    window = window_of(context, held)
    months = range(window.start, window.end + 1)
    inside = {one.id: [row for row in held[one.id] if within(row, window)] for one in sources}
    counts = {
        one.id: [[row for row in inside[one.id] if _covers(row, month)] for month in months]
        for one in sources
    }
    most = max((len(rows) for line in counts.values() for rows in line), default=0)
    panel = GridPanel(
        heading="",
        unit=context.say("coverage_unit"),
        columns=tuple(Column(*[str(month % YEAR + 1)] * 2) for month in months),
        names=tuple(named(context, one) for one in sources),
        cells=tuple(
            tuple(
                _month(context, one, month, rows, most)
                for month, rows in zip(months, counts[one.id], strict=True)
            )
            for one in sources
        ),
        details=tuple(_detail(context, held[one.id], window) for one in sources),
        groups=_years(context, months),
        sequence=True,
        unwritten=context.say("coverage_unwritten"),
    )
    rows = [row for one in sources for row in held[one.id]]
    subtitle = context.say("coverage_subtitle", context.period(window))
    table = _coverage_table(context, sources, held, window)
    told = [context.say("named", *pair) for pair in zip(panel.names, panel.details, strict=True)]
    ends = (min(row.until, window.end) for one in sources for row in inside[one.id])
    until = max(ends, default=0)
    return counted(context, panel, subtitle, context.say("coverage_note"), sources, rows, until, table, told)


def window_of(context: Context[Options], held: Mapping[str, Sequence[Observation]]) -> Period:
    """The months of the year to look at, of those in which a document has months of its own, and of the year
    before."""
    rows = [row for rows in held.values() for row in rows if row.status == "actual"]
    dated = [row for row in rows if "period" not in row.inferred and row.period and row.period.months <= YEAR]
    years = [row.period.year for row in dated if row.period]
    year = context.focus.pick(years) or min(years, default=1)
    return Period((year - 1) * YEAR, year * YEAR + YEAR - 1)


def printed_in(context: Context[Options], sources: Iterable[Source]) -> dict[str, list[Observation]]:
    """Source id → every published figure of it."""
    held = _by_document(context.tables)
    return {one.id: held.get(one.id, []) for one in sources}


@kept
def _by_document(tables: Tables) -> dict[str, list[Observation]]:
    """The rows of each document; kept, since they are found only by going through all rows."""
    held: dict[str, list[Observation]] = {}
    for indicator in tables.catalogue.indicators:
        for row in tables.rows(indicator):
            if not row.derived and row.publication.document:
                held.setdefault(row.publication.id, []).append(row)
    return held


def within(row: Observation, window: Period) -> bool:
    """Whether a figure is drawn."""
    return _whereabouts(row, window) == "inside"


def _whereabouts(row: Observation, window: Period) -> str:
    """Where a figure is counted: it is drawn (``inside``: its period is printed, at most a year long and in the
    window), lies ``outside`` the window, prints no period (``unprinted``), or is no actual figure (``other``)."""
    if row.status != "actual":
        return "other"
    if row.period is None or "period" in row.inferred:
        return "unprinted"
    meets = row.period.end >= window.start and row.period.start <= window.end
    return "inside" if meets and row.period.months <= YEAR else "outside"


def _covers(row: Observation, month: int) -> bool:
    return row.period is not None and row.period.start <= month <= row.until


def _month(
    context: Context[Options], source: Source, month: int, rows: Sequence[Observation], most: int
) -> Cell:
    colour = context.region(source.region).colour
    facts = (named(context, source), context.period(Period(month, month)), str(len(rows)))
    text = Said(str(len(rows)) if rows else "", rows)
    return Cell(text, len(rows) / most if most else 0.0, colour, context.say("coverage_cell", *facts))


def _years(context: Context[Options], months: Iterable[int]) -> tuple[tuple[str, int], ...]:
    spans = Counter(month // YEAR for month in months)
    return tuple(
        (context.period(Period(year * YEAR, year * YEAR + 11)), count) for year, count in spans.items()
    )


def _detail(context: Context[Options], rows: Sequence[Observation], window: Period) -> Said:
    """共99个数字；另有…: every figure of the document, by where it is."""
    if not rows:
        return context.say("coverage_none")
    total = context.say("coverage_total", str(len(rows)))
    counts = Counter(_whereabouts(row, window) for row in rows)
    places = (one for one in ("inside", "outside", "unprinted", "other") if counts[one])
    parts = [context.say(f"coverage_{one}", str(counts[one])) for one in places]
    return Said(context.say("named", total, context.listed(parts)), rows)


def _coverage_table(
    context: Context[Options], sources: Sequence[Source], held: dict[str, list[Observation]], window: Period
) -> Table:
    """Document, period, how many figures, their kind, and whether they are drawn."""
    zh = ("材料", "期间", "数字个数", "数据类型", "是否在图中")
    en = ("Document", "Period", "Figures", "Kind", "In the chart")
    body: list[tuple[str, ...]] = []
    for one in sources:
        groups = Counter(
            (row.period, "period" not in row.inferred, row.status, within(row, window))
            for row in held[one.id]
        )
        order = sorted(
            groups,
            key=lambda key: (not key[3], key[0].end if key[0] else 0, key[0].start if key[0] else 0, key[1:]),
        )
        for period, printed, status, drawn in order:
            when = context.period(period)
            if period is not None and not printed:
                when = context.say("value_at", when, context.say("inferred"))
            count = str(groups[period, printed, status, drawn])
            kind, shown = wording.status(status, context.language), context.say("yes" if drawn else "no")
            body.append((named(context, one), when, count, kind, shown))
        if not groups:
            body.append((named(context, one), context.say("coverage_none"), "0", "", ""))
    return Table(zh if context.zh else en, tuple(body), counts=(2,))


KIND = Kind(Options, coverage)
