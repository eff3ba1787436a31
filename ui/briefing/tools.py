"""What can be done with a figure, below it: put it into the briefing, take it away, see its sources and its table. What
costs something is made only when it is opened.

Where files are made belongs in ``serving``, what a figure says and shows in ``figure``.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from industry import wording
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from industry.wording import citation
from ui.address import language, plain, say
from ui.briefing import taking, tray
from ui.parts import text_table
from ui.parts.sources import cited


def show(tables: Tables, figure: Figure, key: str) -> None:
    """The buttons in a row, and below them the table, as wide as the figure. ``key`` is the figure's on its page."""
    slide = Slide.parse(figure.id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"tools-{key}"):
        _into_the_tray(slide, key)
        others = _popover(wording.worded("taking", "take", language()), "download", f"{key}-others")
        sources = _popover(say("出处", "Sources"), "menu_book", f"{key}-sources")
        shown = st.session_state.get(f"{key}-table", False)
        st.button(
            say("收起数据表", "Hide table") if shown else say("数据表", "Table"),
            icon=":material/table:",
            key=f"{key}-opens",
            on_click=_turn,
            args=(f"{key}-table",),
        )
    if shown:
        text_table.show(figure.frame.title, figure.table, f"{key}-data")
    with sources:
        st.caption(plain(figure.frame.title, None))
        if sources.open:
            for source in figure.frame.sources:
                st.markdown("- " + cited(source, citation.card))
    with others:
        st.caption(plain(figure.frame.title, None))
        if others.open:
            taking.show(tables, figure, f"{key}-takes")


def told(key: str, *facts: object) -> str:
    """An entry of the words of one's own briefing, in the page's language."""
    return wording.worded("briefing", key, language(), *facts)


def _into_the_tray(slide: Slide, key: str) -> None:
    inside = tray.holds(slide)
    st.button(
        told("drop" if inside else "put"),
        icon=":material/check:" if inside else ":material/add:",
        key=f"{key}-tray",
        on_click=tray.drop if inside else _put,
        args=(slide,),
    )


def _put(slide: Slide) -> None:
    if not tray.put(slide) and not tray.holds(slide):
        st.toast(told("full", tray.MOST))


def _turn(name: str) -> None:
    st.session_state[name] = not st.session_state.get(name, False)


def _popover(label: str, icon: str, key: str) -> Any:
    return st.popover(label, icon=f":material/{icon}:", on_change="rerun", key=key)
