"""The second step: of which source the figures are, one that the tables have or a new one like it. What a new one takes from the
other is settled in ``industry.curation.bench.sources``.
"""

from __future__ import annotations

import streamlit as st

from industry.curation.bench import sources
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from ui.address import language, plain
from ui.curating.said import told
from ui.curating.works import Work

_OLD, _NEW = "old", "new"


def chosen(work: Work, tables: Tables) -> Source | None:
    """The source of a work's figures; None until it has one. The choice is shown, and can be changed."""
    known = tables.catalogue.sources
    if work.source is None:
        work.source = sources.named(work.name, tables)
    now = work.new.source if work.new else known.get(work.source)
    if now and not work.choosing:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            note = told("source_is_new") if work.new else ""
            st.markdown(
                told("source_is", plain(now.title(language()), None), now.date or "", note), width="content"
            )
            st.button(told("change"), key=f"source-{work.id}", on_click=_turn, args=(work, True))
        return now
    st.markdown(f"#### {told('which_source')}")
    if now:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(told("change_loses"), width="content")
            st.button(told("keep_source"), key=f"keep-{work.id}", on_click=_turn, args=(work, False))
    way = st.segmented_control(
        told("which_source"),
        [_OLD, _NEW],
        default=_OLD,
        format_func=lambda one: told(f"source_{one}"),
        key=f"way-{work.id}-{language()}",
        required=True,
        label_visibility="collapsed",
    )
    (_fresh if way == _NEW else _known)(work, tables)
    return None


def _turn(work: Work, choosing: bool) -> None:
    work.choosing = choosing


def _known(work: Work, tables: Tables) -> None:
    """One that the tables have."""
    known = {one.id: one for one in sources.fitting(work.kind, tables)}
    key = f"known-{work.id}-{language()}"

    def taken() -> None:
        if id := st.session_state[key]:
            work.take(id)

    st.selectbox(
        told("source"),
        list(known),
        index=list(known).index(work.source) if work.source in known else None,
        format_func=lambda id: _named(known[id]),
        placeholder=told("search_source"),
        filter_mode="contains",
        key=key,
        on_change=taken,
        label_visibility="collapsed",
    )
    st.caption(told("source_hint"))


def _fresh(work: Work, tables: Tables) -> None:
    """A new one like another."""
    known = {one.id: one for one in sources.fitting(work.kind, tables)}
    like = st.selectbox(
        told("source_like"),
        list(known),
        format_func=lambda id: _named(known[id]),
        filter_mode="contains",
        key=f"like-{work.id}-{language()}",
    )
    if like is None:
        return
    one, name = known[like], f"{work.id}-{like}"
    usual = {"title_zh": one.title.zh, "title_en": one.title.en, "publisher_zh": one.publisher.zh, "publisher_en": one.publisher.en}  # fmt: skip
    with st.container(horizontal=True, gap="small"):
        when = st.text_input(
            told("source_date"), key=f"date-{name}", placeholder=told("date_form"), live="600ms", width=170
        )
        edited = {
            field: st.text_input(
                told(f"source_{field}"), usual[field], key=f"{field}-{name}", live="600ms", width=360
            )
            for field in sources.EDITED
        }
    made = sources.like(one, when, edited, tables)
    if isinstance(made, str):
        st.caption(told(made))
    st.button(
        told("source_take"), type="primary", disabled=isinstance(made, str), on_click=work.take,
        args=("", None if isinstance(made, str) else made), key=f"take-{work.id}",
    )  # fmt: skip


def _named(one: Source) -> str:
    return " · ".join(filter(None, (one.date or "", one.title(language()), one.publisher(language()))))
