"""The headline cards: what is known of each region at a glance, each figure with period and source."""

from __future__ import annotations

import streamlit as st

from industry import wording
from industry.rules import base_effects
from industry.rules.comparison import preferred
from industry.rules.lock import comparable
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.wording import citation
from ui.address import language, say
from ui.parts.figure import text
from ui.store import kept


def headline(tables: Tables) -> None:
    """A card for each region of config.yaml, side by side."""
    config = tables.catalogue.config
    for column, id in zip(st.columns(len(config.regions), gap="small"), config.regions, strict=True):
        region = tables.catalogue.regions[id]
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            name = region.name(language())
            if within := tables.catalogue.within(region):
                level = tables.catalogue.level_of(region).one(language())
                where = wording.say("lying_in", language(), within.name(language()), level)
                name += f" :gray[:small[{where}]]"
            st.markdown(f"## {name}")
            for indicator in indicators(tables):
                card(tables, indicator, latest(tables, indicator, region))


def indicators(tables: Tables) -> list[Indicator]:
    """The headline indicators, in the order of config.yaml's topics."""
    order = list(tables.catalogue.config.topics)
    wanted = [one for one in tables.catalogue.indicators.values() if one.tier == "headline"]
    return sorted(wanted, key=lambda one: order.index(one.topic))


def latest(tables: Tables, indicator: Indicator, region: Region) -> Observation | None:
    """The region's own document's figure, else the last inside the window; None where it has none."""
    return _latest(tables, indicator.id, region.id)


@kept(512)
def _latest(tables: Tables, indicator: str, region: str) -> Observation | None:
    window = parse(tables.catalogue.config.window, "flow")
    rows = [
        row
        for row in tables.rows(indicator, region)
        if row.period and comparable(row) and row.period.within(window)
    ]
    own = [row for row in rows if row.publication.document and row.publication.region == region]
    held = own or rows
    if not held:
        return None
    end = max(row.period.end for row in held if row.period)
    return preferred(row for row in held if row.period and row.period.end == end)[0]


def card(tables: Tables, indicator: Indicator, row: Observation | None) -> None:
    """One figure: what it is, the number, its period and its source; or that there is none."""
    name = (indicator.short or indicator.name)(language())
    if row is None:
        st.metric(name, "—")
        st.caption(wording.say("no_data", language()))
        return
    st.metric(name, wording.number(row, language()), help=citation.full(row.publication, language()))
    said = [
        wording.period(row.period, language()),
        row.publication.publisher(language()),
        low_base(tables, row),
    ]
    st.caption(text(" · ".join(filter(None, said))))


def low_base(tables: Tables, row: Observation) -> str:
    """That growth starts from a low base, and its two-year average or that none can be had."""
    if row.period is None or not base_effects.is_low_base(tables, row):
        return ""
    average = base_effects.two_year(tables, row.region.id, row.indicator.id, row.period)
    if average is None:
        return (
            wording.say("low_base", language()) + say("，", ", ") + wording.say("two_year_none", language())
        )
    words = wording.number(average, language()) + wording.derived_mark(average, language())
    return wording.say("low_base", language()) + say(f"，两年平均{words}", f", two-year average {words}")
