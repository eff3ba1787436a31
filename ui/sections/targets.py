"""The table of targets, and the lists folded below it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from industry import wording
from industry.export.pages import targets as made
from industry.export.pages.targets import Target, Targets
from industry.tables.tables import Tables
from industry.wording import worded
from industry.wording.said import Said
from ui.address import Language, language, words
from ui.parts import listing, table
from ui.parts.figure import text
from ui.parts.listing import Rows
from ui.parts.table import Bar, Cell, Column, Line, Table
from ui.store import kept

_NARROW, _GOAL = 354, 168
"""CSS pixels on a narrow screen of a line's head and its target together, and the most that the target has of them."""
_STEP = 4
"""By how many pixels it is tried with less."""
_HALF = "99"
"""How much of a region's colour the year before has, as a colour's last two digits."""


@kept(64)
def targets(tables: Tables, regions: tuple[str, ...], year: str, tongue: Language) -> Targets:
    """The targets of these regions for a year."""
    return made.targets(tables, regions, year, tongue)


@kept(64)
def as_table(found: Targets, tongue: Language) -> Table:
    """A line for each target, with the columns' heads in a language; what bars mean stands in the head of theirs. On a narrow
    screen targets have the most room in which all lines together are lowest: a long one is broken, not what others say below their
    names."""
    told = [str(one.goal) for one in found.targets]
    most = min(_GOAL, table.needed(told))
    tables = (_table(found, tongue, goal) for goal in range(most, min(most, table.least(told)) - 1, -_STEP))
    return min(tables, key=lambda one: one.heights[1])


def _table(found: Targets, tongue: Language, goal: int) -> Table:
    """The table with so many pixels for the targets on a narrow screen."""
    head = partial(worded, "pages", language=tongue)

    def lead(key: str) -> str:
        return wording.say("named", tongue, head(key), "")

    barred = any(one.base is not None for one in found.targets)
    columns = (
        Column(head("targets_name"), 216, _NARROW - goal, bold=True),
        Column(head("targets_region"), 80, folds=True),
        Column(head("targets_kind"), 104, folds=True),
        Column(head("targets_before"), 150, folds=True, lead=lead("targets_before")),
        Column(head("targets_goal"), 220, goal, head("targets_bars") if barred else "", bold=True),
        Column(head("targets_required"), 184, folds=True, lead=lead("targets_required")),
        Column(head("targets_done"), 172, folds=True, lead=lead("targets_done")),
        Column(head("targets_pace"), 148, folds=True),
    )
    return Table(head("target"), columns, tuple(_line(one, tongue) for one in found.targets))


def show(tables: Tables, found: Targets) -> None:
    """The table with what is told of it, and below it all that isn't a target of the year, folded."""
    st.markdown(text("".join(found.lead)))
    if found.targets:
        table.show(as_table(found, language()), "targets")
        st.caption(words("targets_basis"))
    for key, rows in found.others.items():
        head = words(f"targets_{key}", len(rows))
        fold = st.expander(head, on_change="rerun", key=f"targets-{key}-{language()}")
        if fold.open:
            with fold:
                listing.show(tables, _rows(found, key), f"targets-{key}")


@kept(256)
def _rows(found: Targets, key: str) -> Rows:
    return Rows(found.others[key])


def _line(one: Target, tongue: Language) -> Line:
    colour = one.region.colour
    bars = (
        (Bar(0, one.base, colour + _HALF, colour), Bar(one.base, 1, colour)) if one.base is not None else ()
    )
    rest = Cell(one.pace, one.rest) if one.pace else Cell(one.rest)
    return Line(
        (
            Cell(one.name),
            Cell(one.region.name(tongue)),
            Cell(one.kind),
            cell(one.before, one.unfit),
            cell(one.goal, bars=bars),
            Cell(one.required),
            cell(one.done, one.when),
            rest,
        )
    )


def cell(said: Said, small: str = "", bars: tuple[Bar, ...] = ()) -> Cell:
    """A cell whose number opens its card; what is known of no row is told faintly."""
    single = len(said.rows) == 1
    text = said or small
    return Cell(
        str(text),
        str(small) if said else "",
        faint=not single,
        bars=bars,
        row=said.rows[0].id if single else "",
    )
