"""From what a kind of chart draws and says to the finished figure: what it shows, who published that, its
notes in their order, its table and its alternative text.

No kind collects its sources: they are those of the observations that its marks show, its texts speak of and
its table lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from industry import wording
from industry.figures.context import Context, Remarks
from industry.figures.record import NOTHING, Figure, Frame, Panel, RowsPanel, Table, counts_only, drawn
from industry.vocabulary.catalogue import FigureSpec, Source
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording import citation
from industry.wording.said import Said, distinct, join, rows_of

SPOKEN = 12  # lines of the table that the alternative text reads
HEADER = (
    ("地区", "指标", "期间", "数值", "说明", "出处"),
    ("Region", "Indicator", "Period", "Figure", "Remark", "Source"),
)


def figure(
    context: Context[FigureSpec],
    panels: Sequence[Panel],
    subtitle: str = "",
    *,
    finding: Said = NOTHING,
    notices: Iterable[Said] = (),
    notes: Iterable[Said] = (),
    lists: Iterable[Observation] = (),
    remarks: Remarks | None = None,
    table: Table | None = None,
    empty: str = "",
    sources: Sequence[Source] | None = None,
    as_of: str | None = None,
    alt: str = "",
    about: str | None = None,
) -> Figure:
    """The finished record. ``lists`` are the observations of its table, in order, each with its remark if
    it has one, unless the ``table`` is given whole. ``empty``: the sentence where there are no panels.
    ``sources``, ``as_of`` and ``alt``: those of a figure that is about more than observations.
    ``about``: the subtitle without what it says of the marks."""
    listed = tuple(lists)
    notices, notes = tuple(one for one in notices if one), [one for one in notes if one]
    marked = (row for panel in panels for row in drawn(panel))
    shown = tuple(dict.fromkeys((*listed, *marked, *rows_of((*notices, *notes, finding)))))
    disputes = [] if counts_only(panels) else disputed(context, shown)
    quoted = [row for one in disputes for row in one.rows if not row.derived]
    rows = tuple(dict.fromkeys((*shown, *quoted)))
    seen = {row.id: context.say("see_note") for row in quoted if row not in listed} | dict(remarks or {})
    lines = table or table_of(context, dict.fromkeys((*listed, *quoted)), seen)
    bare = all(not row.marks for one in panels if isinstance(one, RowsPanel) for row in one.rows)
    frame = Frame(
        language=context.language,
        title=context.spec.title(context.language),
        finding=finding,
        subtitle=join((subtitle if about is None or not bare else about,)),
        about=None if about is None else join((about,)),
        notices=notices,
        notes=_notes(context, disputes, notes),
        sources=citation.sources(rows) if sources is None else tuple(sources),
        as_of=latest(shown, context.language) if as_of is None else as_of,
    )
    return Figure(
        id=str(Slide(context.spec.id, context.choices)),
        chart=context.spec.chart,
        frame=frame,
        panels=tuple(panels),
        table=lines,
        rows=rows,
        alt=alt or alternative(frame, lines.rows if table else lines.rows[: len(dict.fromkeys(listed))]),
        empty="" if panels else empty,
    )


def disputed(context: Context[FigureSpec], rows: Sequence[Observation]) -> list[Finding]:
    """What the checks found against a figure that is shown."""
    shown = {row.id for row in rows}
    return [
        one
        for one in context.tables.findings
        if one.code in ("conflict", "out_of_line")
        and any(row.id in shown for row in (one.rows if one.rule == "two_sources" else one.rows[:1]))
    ]


def _notes(
    context: Context[FigureSpec], disputes: Iterable[Finding], notes: Iterable[Said]
) -> tuple[Said, ...]:
    """Every statement once: disputes, what else is vital, all others, and last the figure's own note."""
    told = [wording.statement(one, context.language, verdict=False) for one in disputes]
    order = sorted((*told, *notes), key=lambda one: not one.vital)
    own = [wording.clause(context.spec.note(context.language))] if context.spec.note else []
    return distinct((*order, *own))


def latest(rows: Iterable[Observation], language: str) -> str:
    """数据截至…: the last month that an actual figure of ``rows`` speaks of; empty where there is none."""
    ends = [row.period for row in rows if row.period is not None and row.status == "actual"]
    return wording.as_of(max(ends, key=lambda one: one.end), language) if ends else ""


def table_of(context: Context[FigureSpec], rows: Iterable[Observation], remarks: Remarks) -> Table:
    """Region, indicator, period, figure, remark and source of ``rows``."""

    def remark(row: Observation) -> str:
        kind = "" if row.status == "actual" else wording.status(row.status, context.language)
        return context.listed((kind, remarks.get(row.id, "")))

    body = (
        (
            context.name(row.region),
            context.name(row.indicator),
            context.period(row.period),
            context.number(row, marked=True),
            remark(row),
            context.publishers(row),
        )
        for row in rows
    )
    return Table(HEADER[not context.zh], tuple(body))


def alternative(frame: Frame, lines: Sequence[Sequence[str]]) -> str:
    """The figure for those who can't see it: title, finding and the first lines of its table."""
    zh = frame.language == "zh"
    comma, stop = ("，", "；") if zh else (", ", "; ")
    cells = stop.join(comma.join(row[:4]) for row in lines[:SPOKEN])
    head = join((frame.title, frame.finding), "：" if zh else ": ")
    return f"{head}。{cells}。" if zh else f"{head}. {cells}."
