"""What the data page gives away and tells below its numbers: CSV and XLSX of the rows shown, what the checks found,
every source, and which rows no chart shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from industry import wording
from industry.export import checked, listing
from industry.figures.record import Table as Texts
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from ui import store
from ui.address import Language, language, say, words
from ui.parts import table, text_table
from ui.parts.figure import text
from ui.parts.table import Cell, Column, Line, Table
from ui.serving import addresses, listed

_MOST = 200
_SOURCES = ((340, 236, False), (230, 0, True), (230, 0, True), (110, 110, False), (80, 0, True))
"""Of the columns of the sources: CSS pixels, on a narrow screen, and whether they fold there."""


def downloads(rows: Sequence[Observation], asked: Mapping[str, str]) -> None:
    """Links to CSV and XLSX of what is shown, which meets the conditions ``asked``; none where there is nothing."""
    if not rows:
        return
    told = {key: value for key, value in asked.items() if value not in ("", "all")}
    with st.container(horizontal=True, gap="small"):
        for made in listed.MADE:
            name = say(f"下载 {made.upper()}", made.upper())
            st.link_button(name, addresses.rows(made, told), icon=":material/download:")


def findings(tables: Tables) -> None:
    """What the checks of the tables found: first what doesn't agree, then what does."""
    st.markdown("## " + words("checks"))
    st.caption(words("checks_lead"))
    noted, agreed = _told(tables, language(), _MOST)
    st.markdown(_list(noted))
    with st.expander(words("agreed", wording.count(agreed.count, language()))):
        st.markdown(_list(agreed))


_told = store.kept(4)(listing.findings)


def _list(told: listing.Told) -> str:
    """Sentences as a list, and how many there are where not all are told."""
    lines = [f"- {text(one)}" for one in told.sentences]
    if told.count > len(told.sentences):
        whole = wording.count(told.count, language())
        lines.append("- " + say(f"……共{whole}项", f"… {whole} in all"))
    return "\n".join(lines)


def sources(tables: Tables) -> None:
    """Every source of the tables, its title a link to its address."""
    st.markdown("## " + words("sources"))
    table.show(_sources(tables, language()), "sources")


@store.kept(4)
def _sources(tables: Tables, tongue: Language) -> Table:
    header, lines = listing.sources(tables, tongue)
    columns = [
        Column(head, wide, narrow, folds=folds)
        for head, (wide, narrow, folds) in zip(header[:-1], _SOURCES, strict=True)
    ]
    made = [
        Line((Cell(title, link=address), Cell(publisher), Cell(via, faint=True), Cell(date), Cell(rank)))
        for title, publisher, via, date, rank, address in lines
    ]
    return Table(words("sources"), tuple(columns), tuple(made), most=text_table.HEIGHT)


def unshown(tables: Tables) -> None:
    """The rows that no chart can show, with the reason; looked for when opened."""
    with st.expander(words("unshown"), on_change="rerun", key="unshown") as section:
        if section.open:
            header, lines = _unshown(tables, language())
            st.caption(words("unshown_lead", wording.count(len(lines), language())))
            text_table.show(words("unshown"), Texts(header, lines), "unshown-rows")


_unshown = store.kept(4)(checked.unshown_rows)
