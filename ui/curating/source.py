"""The second step: of which source the figures are, one that the tables have or a new one like it. What a new one takes from the
other is settled in ``industry.curation.bench.sources``.
"""

from __future__ import annotations

import streamlit as st

from industry.curation.bench import sources
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source
from ui import store
from ui.address import language
from ui.curating.said import shown, told
from ui.curating.works import Work

_OLD, _NEW = "old", "new"
_WIDE = 400


def chosen(work: Work, tables: Tables) -> Source | None:
    """The source of a work's figures; None until it has one. The choice is shown, and can be changed."""
    now = of(work, tables)
    if now and not work.choosing:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            note = told("source_is_new") if work.new else ""
            st.markdown(
                told("source_is", shown(now.title(language())), now.date or "", note), width="content"
            )
            st.button(told("change"), key=f"source-{work.id}", on_click=_turn, args=(work, True))
        put(work, now)
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


def of(work: Work, tables: Tables | None) -> Source | None:
    """The source that a work's figures are of."""
    if work.new:
        return work.new.source
    return tables.catalogue.sources.get(work.source or "") if tables else None


def put(work: Work, source: Source) -> None:
    """Where a document is to lie, so that its sentences open in cards; nothing where it lies there."""
    name = sources.file_for(source, work.name) if work.kind == "document" else ""
    shelf = store.documents()
    if name and not shelf.holds(source):
        st.caption(told("put_there", shown(work.name), shown(name), shown(shelf.folder.name)))


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
    known = {one.id: one for one in sources.samples(work.kind, tables)}
    like = st.selectbox(
        told("source_like"),
        list(known),
        format_func=lambda id: _named(known[id]),
        filter_mode="contains",
        key=f"like-{work.id}-{language()}",
    )
    if like is None:
        return
    one = known[like]
    typed = st.text_input(
        told("source_date"), key=f"date-{work.id}", placeholder=told("date_form"), live="600ms", width=220
    )
    day = sources.day(typed or "")
    if not day:
        st.caption(told("no_day"))
        return
    new = _like(work, one, day, tables)
    if work.kind == "document":
        kind, region = _document(work, one, tables)
        new = sources.of_document(new, work.name, tables, kind, region)
    with st.container(horizontal=True, gap="small"):
        texts = {
            f"{name}_{tongue}": st.text_input(
                told(f"source_{name}_{tongue}"),
                text.model_dump()[tongue] if name == "title" or new.region == one.region else "",
                key=f"{name}-{tongue}-{work.id}-{new.id}-{new.region}",
                live="600ms",
                width=_WIDE,
            )
            for name, text in (("title", new.title), ("publisher", new.publisher))
            for tongue in fields.LANGUAGES
        }
    made = sources.edited(new, one, texts)
    if isinstance(made, str):
        st.caption(told(made))
        return
    st.button(told("source_take"), type="primary", on_click=work.take, args=("", made), key=f"take-{work.id}")


def _document(work: Work, one: Source, tables: Tables) -> tuple[fields.SourceKind, str]:
    """What kind of document it is, and whose: as she says, else as the like one."""
    regions = {id: each.name(language()) for id, each in tables.catalogue.regions.items()}
    usual = one.kind if one.kind in fields.DOCUMENT_KINDS else fields.DOCUMENT_KINDS[0]
    with st.container(horizontal=True, gap="medium"):
        kind = st.segmented_control(
            told("document_kind"),
            fields.DOCUMENT_KINDS,
            default=usual,
            format_func=lambda each: told(f"document_{each}"),
            key=f"kind-{work.id}-{one.id}-{language()}",
            required=True,
        )
        region = st.segmented_control(
            told("document_region"),
            list(regions),
            default=one.region,
            format_func=regions.__getitem__,
            key=f"whose-{work.id}-{one.id}-{language()}",
            required=True,
        )
    return kind, region


def _like(work: Work, one: Source, day: str, tables: Tables) -> Source:
    """The new source, with the period of the file's figures in its title where it has any."""
    new = sources.like(one, day, None, tables)
    if work.kind == "statistics":
        asked = (one.id, day)
        if work.titled is None or work.titled[0] != asked:
            with st.spinner(told("finding")):
                work.titled = asked, sources.period(work.name, work.data, tables, new)
        new = sources.like(one, day, work.titled[1], tables)
    return new


def _named(one: Source) -> str:
    return " · ".join(filter(None, (one.date or "", one.title(language()), one.publisher(language()))))
