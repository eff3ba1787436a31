"""Observations as a table for reading: filtered, searched, with sources and paragraphs."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from industry.export import listing, search
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from ui.address import language, say
from ui.parts import grid
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
    """The observations that meet every condition (None: any), and a search."""
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


@kept(32)
def as_frame(tables: Tables, rows: Rows, tongue: str) -> pd.DataFrame:
    """A line for each of the first `MOST` observations, in words, in the table's order; to be read only."""
    lines = [listing.line(row, tables, tongue) for row in rows[:MOST]]
    return pd.DataFrame(lines, columns=list(listing.header(tongue)))


def show(tables: Tables, rows: Rows) -> None:
    """The table, its first `MOST` lines, or a sentence where nothing is left."""
    if not rows:
        st.info(say("没有符合条件的数字。", "No figure meets these conditions."))
        return
    st.caption(counted(len(rows)))
    grid.show(as_frame(tables, rows, language()))


def counted(rows: int) -> str:
    """How many figures there are, and that not all of them are shown."""
    shown = say(f"，列出前{MOST}个", f", of which the first {MOST} are listed") if rows > MOST else ""
    return say(f"共{rows}个数字", f"{rows} figure{'' if rows == 1 else 's'}") + shown
