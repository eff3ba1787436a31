"""The parts of a comparison: its choosers, the grid of periods by regions from which its period is picked, and what else
is held of the same subject. What stands in them was decided in ``rows.held_periods``; which is drawn, by the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from industry.figures import draw
from industry.figures.compose import wrapping
from industry.figures.context import Context
from industry.figures.options import RegionsSpec
from industry.figures.record import Entry, TableLine, TablePanel
from industry.figures.rows import held_periods
from industry.figures.rows.held_periods import Other
from industry.rules.comparison import Question, compare
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording import worded
from ui import store
from ui.address import asked, language, link, plain, words
from ui.choices import choice
from ui.parts import table
from ui.parts.sources import whole
from ui.parts.table import Cell, Column, Line, Table
from ui.store import kept

HIGH = 480
"""CSS pixels of the grid beyond which it scrolls in its box."""
_SCROLLBAR, _SUBJECT = 17, 190
OTHERS = "others"
"""The subject of indicators that belong to none."""
_DROPPED = ("indicator", "period")
_TYPE, _EDGE = 14.5, 24
_LEAST, _NARROWEST = 64, 420

compared = kept(512)(compare)


@kept(64)
def _members(tables: Tables, concept: str, tongue: str) -> dict[str, str]:
    """The indicators of a subject that have actual figures, by id, those that compare first."""
    found = draw.members(tables, None if concept == OTHERS else concept)
    held = (one for one in found if any(row.status == "actual" for row in tables.rows(one.id)))
    return {one.id: one.name(tongue) for one in (held if concept == OTHERS else found)}


def indicator(tables: Tables) -> str:
    """The id of the indicator chosen, by its subject; another one undoes the period picked. An address that names an
    indicator need not name its subject."""
    catalogue = tables.catalogue
    names = {id: name(language()) for id, name in catalogue.config.concepts.items()}
    subjects = {id: name for id, name in names.items() if catalogue.of_concept(id)}
    named = catalogue.indicators.get(asked("indicator") or "")
    implied = (named.concept or OTHERS) if named else None
    subjects |= {OTHERS: words("other_indicators")}
    concept = choice(
        "concept",
        subjects,
        next(iter(subjects)),
        words("what"),
        implied=implied,
        drops=_DROPPED,
        width=_SUBJECT,
    )
    members = _members(tables, concept, language())
    if named and named.id not in members and concept == implied:
        members = {named.id: named.name(language())} | members
    return choice("indicator", members, next(iter(members)), words("indicator"), drops=("period",))


@kept(256)
def _grid(tables: Tables, spec: RegionsSpec, choices: Choices, id: str, tongue: str) -> tuple[str, Table]:
    """What is said over the grid, and the grid, the line that is drawn selected; of all pages of this process, since a
    grid of many periods is long."""
    context, about = Context(spec, tables, choices, tongue), tables.catalogue.indicators[id]
    panel = held_periods.grid(context, about)
    shown = store.figure(tables, spec, choices, tongue)
    drawn = held_periods.drawn(shown, about, tables.catalogue.benchmark) or choices.period or ""
    marks = (whole(plain(one, None)) for one in held_periods.marks(context, panel))
    lead = " · ".join((panel.unit, words("grid_lead"), *marks))
    return lead, as_table(panel, drawn)


def width(tables: Tables, spec: RegionsSpec, choices: Choices, id: str) -> int:
    """The CSS pixels in which the grid of this indicator shows every number whole."""
    _, held = _grid(tables, spec, choices, id, language())
    return max(_NARROWEST, sum(one.width for one in held.columns) + _SCROLLBAR)


def grid(tables: Tables, spec: RegionsSpec, choices: Choices, id: str, pick: Callable[[str], None]) -> None:
    """The grid of this indicator, with the line that is drawn selected; ``pick`` takes another."""
    lead, held = _grid(tables, spec, choices, id, language())
    if not held.lines:
        st.info(words("no_actual"))
        return
    st.caption(lead)
    table.show(held, "periods", pick)


def as_table(panel: TablePanel, drawn: str) -> Table:
    """The grid as a table, its line that is ``drawn`` selected."""
    heads = [head for head, _ in panel.regions]
    named = [one for line in panel.lines for one in (line.name, line.detail)]
    columns = [Column(panel.named[0], _width([panel.named[0], *named], 96), 0)]
    for at, head in enumerate(heads):
        texts = [head, *(_whole(line.entries[at]) for line in panel.lines)]
        columns.append(Column(head, _width(texts, _LEAST), align="right"))
    lines = tuple(_line(line, drawn) for line in panel.lines)
    return Table(words("grid"), tuple(columns), lines, most=HIGH)


def _line(line: TableLine, drawn: str) -> Line:
    cells = (
        Cell(one.text, one.aside, one.tag, one.apart, row=one.row.id if one.row else "")
        for one in line.entries
    )
    return Line((Cell(line.name, line.detail), *cells), line.pick, line.pick == drawn)


def _whole(entry: Entry) -> str:
    """A cell's longest part: its number is never broken, what stands beside it may be."""
    return max(map(str, (entry.text, entry.aside, entry.tag)), key=lambda one: wrapping.width(one, True))


def _width(texts: Sequence[str], least: int) -> int:
    return round(max(max(wrapping.width(one, True) for one in texts) * _TYPE + _EDGE, least))


@kept(256)
def _others(tables: Tables, spec: RegionsSpec, choices: Choices, id: str, tongue: str) -> list[Other]:
    found = compared(tables, Question(id, choices.regions, choices.period, year=choices.year))
    return held_periods.others(Context(spec, tables, choices, tongue), found)


def others(tables: Tables, spec: RegionsSpec, choices: Choices, id: str) -> None:
    """What else is held of the subject, folded: each measure with why it isn't compared, and a link to it."""
    held = _others(tables, spec, choices, id, language())
    if not held:
        return
    columns = (
        Column(words("indicator"), 290, 150),
        Column(worded("columns", "why_apart", language()), 200, folds=True),
        Column(words("held"), 190, folds=True),
        Column(words("latest_held"), 190, 132, bold=True),
    )
    with st.expander(words("other_measures", len(held))):
        lines = tuple(Line(tuple(_told(one))) for one in held)
        table.show(Table(words("other_measures", len(held)), columns, lines, most=HIGH), "others")


def _told(one: Other) -> list[Cell]:
    to = link("compare", indicator=one.indicator.id) if one.indicator else ""
    latest = Cell(one.worded, row=one.latest.id)
    return [Cell(one.name, link=to), Cell(one.reason), Cell(one.held, faint=True), latest]
