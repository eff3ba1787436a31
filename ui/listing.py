"""Observations as a table for reading: filtered, searched, with sources and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
import streamlit as st

from industry import citation, wording
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


def matches(row: Observation, words: str) -> bool:
    """Whether every word of a search stands in what the row shows, in either language."""
    if not words.strip():
        return True
    texts = (
        row.as_printed,
        f"{row.value}",
        row.indicator.id,
        row.indicator.name.zh,
        row.indicator.name.en,
        row.region.name.zh,
        row.region.name.en,
        row.source.publisher.zh,
        row.source.publisher.en,
        row.source.title.zh,
        row.source.title.en,
        row.note_zh,
        row.note_en,
        wording.number(row, "zh"),
        wording.number(row, "en"),
        wording.period(row.period, "zh"),
    )
    held = " ".join(texts).lower()
    return all(word in held for word in words.lower().split())


def as_frame(tables: Tables, rows: Iterable[Observation]) -> pd.DataFrame:
    """One line for each observation, worded in the page's language, in the table's order."""
    config, tongue = tables.catalogue.config, language()
    comma = say("，", ", ")
    columns: dict[str, Callable[[Observation], str]] = {
        say("地区", "Region"): lambda row: row.region.name(tongue),
        say("主题", "Topic"): lambda row: config.topics[row.indicator.topic](tongue),
        say("指标", "Indicator"): lambda row: row.indicator.name(tongue),
        say("期间", "Period"): lambda row: wording.period(row.period, tongue),
        say("数值", "Figure"): lambda row: wording.number(row, tongue),
        say("性质", "Kind"): lambda row: wording.status(row.status, tongue),
        say("材料所印", "As printed"): lambda row: row.as_printed,
        say("版本", "Edition"): lambda row: (
            wording.edition(row.edition, config, tongue) if row.edition else ""
        ),
        say("本表补上", "Supplied"): lambda row: wording.supplied(row.inferred, tongue),
        say("出处", "Source"): lambda row: (
            f"{row.source.publisher(tongue)}{comma}{citation.date(row.source, tongue)}"
        ),
        say("段落", "Paragraph"): lambda row: str(row.paragraph or ""),
        say("按语", "Note"): lambda row: row.note_zh if tongue == "zh" else row.note_en,
    }
    held = list(rows)
    return pd.DataFrame({name: [worded(row) for row in held] for name, worded in columns.items()})


def show(tables: Tables, rows: Sequence[Observation]) -> None:
    """The table, or a sentence where nothing is left."""
    if not rows:
        st.info(say("没有符合条件的数字。", "No figure meets these conditions."))
        return
    st.caption(say(f"共{len(rows)}个数字", f"{len(rows)} figures"))
    st.dataframe(as_frame(tables, rows), hide_index=True)
