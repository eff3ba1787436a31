"""The headline cards: what is known of each region at a glance, each figure with period and source."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.export import headline
from industry.tables.tables import Tables
from ui.address import language
from ui.parts.figure import text
from ui.store import kept

_cards = kept(64)(headline.cards)


def show(tables: Tables, regions: Sequence[str]) -> None:
    """A card for each of these regions, side by side."""
    for column, id in zip(st.columns(len(regions), gap="small"), regions, strict=True):
        region = tables.catalogue.regions[id]
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            name = text(region.name(language()))
            if where := headline.where(tables, region, language()):
                name += f" :gray[:small[{text(where)}]]"
            st.markdown(f"## {name}")
            for one in _cards(tables, id, language()):
                sources = "\n\n".join(map(text, one.sources(language())))
                st.metric(text(one.name), text(one.number), help=sources or None)
                st.caption(text(one.said))
