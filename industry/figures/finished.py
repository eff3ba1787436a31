"""From what a kind of chart draws and says to the finished figure: what it shows, who published that, its
notes in their order, its table and its alternative text.

No kind collects its sources: they are those of the observations that its marks show, its texts speak of and
its table lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from industry import wording
from industry.figures.context import Context, Remarks, Tables
from industry.figures.frame import NOTHING, Frame
from industry.figures.record import Figure, Panel, RowsPanel, Table, TablePanel, counts_only, drawn, marked
from industry.figures.rows.editions import editions
from industry.kept import kept
from industry.rules import base_effects
from industry.rules.comparison import Apart, doubt
from industry.rules.lock import lock_of, locked
from industry.rules.pairs import one_figure
from industry.rules.verdicts import ALONE, Verdict
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording import citation
from industry.wording.said import Said, distinct, join, rows_of

_WORKED_OUT = ("gap", "growth_two_year_average")
"""Measures that are worked out though sources may print them, too."""
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
    until: int | None = None,
    alt: str = "",
    about: str | None = None,
    beside: Sequence[Said] = (),
) -> Figure:
    """The finished record. ``lists`` are the observations of its table, in order, each with its remark if
    it has one, and the gaps that sources print of those worked out, unless the ``table`` is given whole. ``empty``: the sentence where there are no panels.
    Behind the subtitle stand the `editions` that neither it nor its panels tell. ``sources``, ``until`` (the last month drawn) and ``alt``: those of a figure that is about more than
    observations. ``about``: the subtitle without what it says of the marks, and ``beside`` what it says besides, of parts."""
    notices, notes = tuple(one for one in notices if one), [one for one in notes if one]
    marked = [row for panel in panels for row in drawn(panel)]
    of = editions(panels, context.catalogue, context.language, subtitle)
    listed = tuple(lists)
    printed = as_printed(context.tables, (*listed, *marked))
    listed += tuple(printed)
    shown = tuple(dict.fromkeys((*listed, *marked, *rows_of((*notices, *notes, finding)))))
    worked_from = (term for row in shown for term in row.terms)
    disputes = [] if counts_only(panels) else disputed(context.tables, (*shown, *worked_from))
    quoted = [row for one in disputes for row in one.rows if not row.derived]
    others = otherwise(context.tables, marked, (*rows_of((*notices, *notes)), *quoted))
    notes.append(_otherwise_note(context, others))
    listed = tuple(dict.fromkeys((*listed, *(other for other, _ in others))))
    rows = tuple(dict.fromkeys((*shown, *quoted, *listed)))
    own = set(listed)
    seen: dict[str, str] = {row.id: context.say("see_note") for row in quoted if row not in own}
    seen |= {row.id: context.say("gap_printed") for row in printed} | dict(remarks or {})
    last = last_month(panels) if until is None else until
    lines = table or table_of(context, dict.fromkeys((*listed, *quoted)), seen, disputes)
    bare = all(not row.marks for one in panels if isinstance(one, RowsPanel) for row in one.rows)
    told = _notes(context, disputes, notes)
    frame = Frame(
        language=context.language,
        title=context.spec.title(context.language),
        finding=finding,
        subtitle=context.clauses(subtitle, *of),
        about=None if about is None else context.clauses(about, *of),
        beside=tuple(beside),
        notices=notices,
        notes=told,
        sources=citation.sources(rows) if sources is None else tuple(sources),
        until=last,
        apart=last_apart(panels, (*notices, *told)) if panels else 0,
        version=context.tables.version,
    )
    frame = replace(frame, subtitle=frame.plain_subtitle) if bare else frame
    return Figure(
        id=str(Slide(context.spec.id, context.choices)),
        chart=context.spec.chart,
        frame=frame,
        panels=tuple(panels),
        table=lines,
        rows=rows,
        alt=alt or alternative(frame, lines.rows if table else lines.rows[: len(listed)]),
        empty="" if panels else empty,
    )


def as_printed(tables: Tables, rows: Iterable[Observation]) -> list[Observation]:
    """What sources print of the gaps among ``rows`` that are worked out all the same, of whichever edition: in their table, and
    told where it says something else."""
    gaps = [row for row in dict.fromkeys(rows) if row.derived and row.indicator.measure == "gap"]
    return [other for row in gaps for other in _over(tables, row)]


def _over(tables: Tables, row: Observation) -> list[Observation]:
    """What sources print in the place of ``row``, whether it compares or not."""
    held = tables.rows(row.indicator.id, row.region.id)
    return [one for one in held if one.status == "actual" and one.period == row.period and one != row]


def otherwise(
    tables: Tables, rows: Iterable[Observation], told: Collection[Observation]
) -> list[tuple[Observation, Verdict]]:
    """What sources print of the gaps and averages among ``rows`` that says something else, exact or not, of whichever edition, but
    what is ``told`` of, with what else would keep it from being drawn."""
    worked = dict.fromkeys(row for row in rows if row.indicator.measure in _WORKED_OUT)
    known = {*worked, *told}
    return [
        (other, doubt(other, row.edition))
        for row in worked
        for other in _over(tables, row)
        if other not in known and not one_figure(other, row)
    ]


def _otherwise_note(context: Context[FigureSpec], others: Sequence[tuple[Observation, Verdict]]) -> Said:
    """公布的与所画的不同：江西规上工业增速与全国之差超+6个百分点（2021年1—6月、非确数）; nothing of none."""
    told = []
    for row, why in others:
        reason = "" if why == ALONE else context.reason(Apart(row, why))
        figure = context.valued(context.whose(row), context.number(row))
        beside = context.listed(one for one in (context.period(row.period), reason) if one)
        told.append(context.say("value_at", figure, beside))
    return context.say("printed_otherwise", context.joined(told)) if told else NOTHING


def disputed(tables: Tables, rows: Sequence[Observation]) -> list[Finding]:
    """What the checks found against a figure that is shown, or that one is worked out from."""
    against = _against(tables)
    places = {place for row in rows for place in against.get(row.id, ())}
    return [tables.findings[place] for place in sorted(places)]


@kept
def _against(tables: Tables) -> Mapping[str, Sequence[int]]:
    """The places of the findings that stand against a row, by its id."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(tables.findings):
        for row in one.disputed:
            found[row.id].append(place)
    return found


def contradicted(tables: Tables, rows: Iterable[Observation | None]) -> frozenset[Observation]:
    """Those of ``rows`` that a check found something against, or for which another source gives another figure:
    no finding is made of them."""
    shown = [row for row in rows if row is not None]
    against = [row for one in disputed(tables, shown) for row in one.disputed]

    def elsewhere(row: Observation) -> bool:
        same = locked(tables, row.indicator.id, row.region.id).get(lock_of(row), ())
        return not row.derived and not all(one_figure(one, row) for one in same)

    return frozenset(row for row in shown if row in against or elsewhere(row))


def _notes(
    context: Context[FigureSpec], disputes: Iterable[Finding], notes: Iterable[Said]
) -> tuple[Said, ...]:
    """Every statement once: disputes, what else is vital, all others, and last the figure's own note."""
    told = [wording.statement(one, context.language, verdict=False) for one in disputes]
    order = sorted((*told, *notes), key=lambda one: not one.vital)
    own = [wording.clause(context.spec.note(context.language))] if context.spec.note else []
    return distinct((*order, *own))


def last_month(panels: Iterable[Panel]) -> int:
    """The last month that an actual figure speaks of which is drawn, not one set apart in a table; 0 where none is."""
    kept = (_entries(one, apart=False) if isinstance(one, TablePanel) else one for one in panels)
    return _last(row for one in kept for row in marked(one))


def last_apart(panels: Iterable[Panel], told: Iterable[Said]) -> int:
    """The last month that an actual figure speaks of which a table sets apart, or which is ``told`` of in words; 0 where none
    is."""
    tables = (_entries(one, apart=True) for one in panels if isinstance(one, TablePanel))
    return _last((*(row for one in tables for row in marked(one)), *rows_of(told)))


def _last(rows: Iterable[Observation]) -> int:
    return max((row.until for row in rows if row.status == "actual"), default=0)


def _entries(panel: TablePanel, apart: bool) -> TablePanel:
    """A table with the figures alone that its lines set apart, or those that they compare."""
    lines = (replace(one, entries=tuple(e for e in one.entries if e.apart == apart)) for one in panel.lines)
    return replace(panel, lines=tuple(lines))


def table_of(
    context: Context[FigureSpec],
    rows: Iterable[Observation],
    remarks: Remarks,
    disputes: Sequence[Finding] = (),
) -> Table:
    """Region, indicator, period, figure, remark and source of ``rows``; what their bases were and ``disputes`` stand
    at their figures."""
    against: dict[Observation, list[Finding]] = defaultdict(list)
    for dispute in disputes:
        for row in dict.fromkeys(dispute.disputed):
            against[row].append(dispute)

    def remark(row: Observation) -> str:
        kind = "" if row.status == "actual" else wording.status(row.status, context.language)
        told = (wording.dispute(one, row, context.language) for one in against.get(row, ()))
        base = context.base(base_effects.base_effect(context.shelf, row))
        return context.joined((context.listed((kind, remarks.get(row.id, ""))), base, *told))

    body = (
        (
            context.name(row.region),
            context.name(row.indicator),
            context.dated(row),
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
    parts = [head, cells] if cells else [head]
    return "".join(f"{one}。" for one in parts) if zh else " ".join(f"{one}." for one in parts)
