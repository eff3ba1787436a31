"""Observations as a table for reading: filtered, searched, each figure a button that opens its card."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from industry import wording
from industry.export import listing, search
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from ui.address import Language, language, say, words
from ui.parts import table, text_table
from ui.parts.table import Cell, Column, Line, Table
from ui.store import kept

MOST = 1000
"""Lines of a table on a page: nobody reads more, and a browser would be slow with them."""


class Rows(tuple[Observation, ...]):
    """Observations chosen once and kept; to find what was made of them takes no look at each."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@kept(32)
def every(tables: Tables) -> Rows:
    """All observations of the tables, by region and topic."""
    return Rows(listing.every(tables))


@kept(32)
def of_region(tables: Tables, region: str, topic: str | None = None) -> Rows:
    """A region's observations, by topic in config.yaml's order."""
    return Rows(listing.of_region(tables, region, topic))


@kept(32)
def of_status(tables: Tables, status: str) -> Rows:
    """All observations of one status."""
    return Rows(listing.of_status(tables, status))


@kept(32)
def chosen(
    tables: Tables,
    region: str | None,
    topic: str | None,
    status: str | None,
    origin: str | None,
    asked: str,
) -> Rows:
    """The observations that meet every condition (None: any), and a search; none where there is no such region, topic,
    status or kind."""
    if region not in (None, *tables.catalogue.regions):
        return Rows()
    rows = every(tables) if region is None else of_region(tables, region)
    found = search.rows(tables, asked)
    return Rows(
        row
        for row in rows
        if topic in (None, row.indicator.topic)
        and status in (None, row.status)
        and origin in (None, listing.origin(row))
        and (found is None or row.id in found)
    )


CONDITIONS = ("region", "topic", "status", "kind")
"""The choices that the page which lists numbers has in its address, beside the words searched for; ``all`` is none."""
SEARCHED = "q"


def of_address(tables: Tables, values: Mapping[str, str]) -> Rows:
    """The observations that meet what the values of an address ask for."""
    asked = [values.get(one, "all") for one in CONDITIONS]
    region, topic, status, origin = (None if one == "all" else one for one in asked)
    return chosen(tables, region, topic, status, origin, values.get(SEARCHED, ""))


@kept(32)
def as_table(tables: Tables, rows: Rows, tongue: Language) -> Table:
    """A line for each of the first `MOST` observations: what, whose, when and how much first; all else that is known
    of a figure stands on its card."""
    keys = ("indicator", "region", "period", "figure", "kind", "source", "note")
    indicator, region, period, figure, *others = listing.columns(tongue, *keys)
    lines = tuple(_line(tables, row, tongue) for row in rows[:MOST])
    at = keys.index("figure")
    head, narrow = text_table.beside(line.cells[at].text for line in lines)
    columns = (
        Column(indicator, 230, head, bold=True),
        Column(region, 80, folds=True),
        Column(period, 140, folds=True),
        Column(figure, 130, narrow, bold=True),
        *(Column(head, width, folds=True) for head, width in zip(others, (110, 270, 180), strict=True)),
    )
    return Table(words("all_figures"), columns, lines, most=text_table.HEIGHT)


@kept(4096)
def _line(tables: Tables, row: Observation, tongue: Language) -> Line:
    edition = wording.edition(row.edition, tables.catalogue.config, tongue) if row.edition else ""
    unstated = wording.worded("card", "inferred", tongue, wording.supplied(row.inferred, tongue))
    notes = (unstated if row.inferred else "", listing.note(row, tables, tongue))
    return Line(
        (
            Cell(row.indicator.name(tongue)),
            Cell(row.region.name(tongue)),
            Cell(wording.period(row.period, tongue), small=edition),
            Cell(wording.number(row, tongue), row=row.id),
            Cell(wording.status(row.status, tongue) + wording.derived_mark(row, tongue)),
            Cell(wording.origin(row, tongue), faint=True),
            Cell(wording.say("joined", tongue).join(filter(None, notes)), faint=True),
        )
    )


def show(tables: Tables, rows: Rows, key: str = "listing") -> None:
    """The table, its first `MOST` lines, under a ``key`` that no other of the page has; or a sentence where nothing is
    left."""
    if not rows:
        st.info(say("没有符合条件的数字。", "No figure meets these conditions."))
        return
    st.caption(counted(len(rows)))
    table.show(as_table(tables, rows, language()), key)


def counted(rows: int) -> str:
    """How many figures there are, and that not all of them are shown."""
    whole, most = (wording.count(one, language()) for one in (rows, MOST))
    shown = say(f"，列出前{most}个", f", of which the first {most} are listed") if rows > MOST else ""
    return say(f"共{whole}个数字", f"{whole} figure{'' if rows == 1 else 's'}") + shown
