"""Observations as a table for reading: filtered, searched, with sources and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from industry.export import listing
from industry.observation import Observation
from industry.tables import Tables
from ui.address import language, say


def every(tables: Tables) -> list[Observation]:
    """All observations of the tables, by region and topic."""
    return [row for id in tables.catalogue.regions for row in of_region(tables, id)]


def of_region(tables: Tables, region: str, topic: str | None = None) -> list[Observation]:
    """A region's observations, by topic in config.yaml's order."""
    order = list(tables.catalogue.config.topics)
    rows = [
        row
        for one in tables.catalogue.indicators.values()
        if topic is None or one.topic == topic
        for row in tables.rows(one.id, region)
    ]
    return sorted(rows, key=lambda row: order.index(row.indicator.topic))


def topics(tables: Tables, region: str) -> dict[str, str]:
    """The topics on which a region has figures."""
    held = {row.indicator.topic for row in of_region(tables, region)}
    return {id: name(language()) for id, name in tables.catalogue.config.topics.items() if id in held}


def matches(tables: Tables, row: Observation, asked: str) -> bool:
    """Whether every word of a search stands in what the row shows, in either language."""
    if not asked:
        return True
    shown = (*listing.line(row, tables, "zh"), *listing.line(row, tables, "en"), listing.words(row))
    held = " ".join(shown).lower()
    return all(word in held for word in asked.lower().split())


def as_frame(tables: Tables, rows: Iterable[Observation]) -> pd.DataFrame:
    """One line for each observation, worded in the page's language, in the table's order."""
    lines = [listing.line(row, tables, language()) for row in rows]
    return pd.DataFrame(lines, columns=list(listing.header(language())))


def show(tables: Tables, rows: Sequence[Observation]) -> None:
    """The table, or a sentence where nothing is left."""
    if not rows:
        st.info(say("没有符合条件的数字。", "No figure meets these conditions."))
        return
    st.caption(say(f"共{len(rows)}个数字", f"{len(rows)} figures"))
    st.dataframe(as_frame(tables, rows), hide_index=True)
