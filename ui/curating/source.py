"""The second step: of which source the figures are, one that the tables have or a new one like it. What a new one takes from the
other is settled in ``industry.curation.bench.sources``.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from industry.curation.bench import samples, sources
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source
from industry.vocabulary.strict_record import Text
from ui import store
from ui.address import language, plain
from ui.curating.said import shown, told, waiting
from ui.curating.works import Work
from ui.parts.component import keep

_OLD, _NEW = "old", "new"
_WIDE, _SHOWN, _LINE = 400, 6, 22
"""CSS pixels of a field; sources that are shown at once; the height of each."""


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
    st.markdown(f"## {told('which_source')}")
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
    with waiting("finding", False):  # what stands below is where it stands for a new one, so that it stays
        pass
    st.caption(told("source_hint"))
    taken = _found("known", work, tables, sources.fitting(work.kind, tables), work.source or "")
    if taken and taken != work.source:
        work.take(taken)
        st.rerun()


def _found(what: str, work: Work, tables: Tables, every: Sequence[Source], chosen: str) -> str:
    """The id of one of some sources, looked for by words in any order; empty until one is chosen."""
    key = f"{what}-{work.id}-{language()}"
    words = st.text_input(  # one field whatever is looked for
        told("search_source"),
        placeholder=told("search_form"),
        key=f"labelled-words-{work.id}-{language()}",
        live="400ms",
        width=_WIDE,
    )
    found = samples.matching(words or "", every, tables)
    if not found:
        st.caption(told("none_found", plain(words or "")))
        return chosen
    known = {one.id: one for one in found[:_SHOWN]}
    if chosen and chosen not in known and chosen in tables.catalogue.sources:
        known = {chosen: tables.catalogue.sources[chosen], **known}
    options = list(known)
    room = f"listed-{len(options)}"
    keep(room, (_LINE * len(options), _LINE * len(options)))
    with st.container(key=room):
        id = st.radio(
            told("source"),
            options,
            index=options.index(chosen) if chosen in options else None,
            format_func=lambda one: plain(_named(known[one]), None),
            key=f"{key}-{words}",
            label_visibility="collapsed",
        )
    if len(found) > _SHOWN:
        st.caption(told("more_found", len(found) - _SHOWN))
    return id or ""


def _fresh(work: Work, tables: Tables) -> None:
    """A new one like another."""
    every = sources.samples(work.kind, tables)
    with waiting("finding", work.like is None):
        if work.like is None:
            work.like = samples.fitting(work.kind, work.name, work.data, every, tables)
    st.markdown(f"**{told('source_like')}**")
    if not work.like:
        st.caption(told("like_none"))
    work.like = _found("like", work, tables, every, work.like)
    if not work.like:
        return
    one = tables.catalogue.sources[work.like]
    typed = st.text_input(
        told("source_date"),
        key=f"labelled-date-{work.id}",
        placeholder=told("date_form"),
        live="600ms",
        width=220,
    )
    day = sources.day(typed or "")
    if not day:
        st.caption(told("no_day"))
        return
    new = _like(work, one, day, tables)
    if work.kind == "document":
        kind, region = _document(work, one, tables)
        new = sources.of_document(new, work.name, tables, kind, region)
    key = f"{work.id}-{new.id}-{new.region}-{one.id}"
    places: dict[str, DeltaGenerator] = {}
    texts: dict[str, str] = {}
    for name, text in (("title", new.title), ("publisher", new.publisher)):
        given = name == "title" or new.region == one.region
        texts |= _both(name, text if given else None, key, places)
    more = st.expander(told("seen_elsewhere"), on_change="rerun", key=f"more-{work.id}-{language()}")
    work.reprint = work.reprint or bool(more.open)
    sure = new.confidence
    if work.reprint:  # else what is rarely filled in isn't drawn, and what was filled in stays
        with more:
            texts |= _both("via", None, key, places)
            sure = st.segmented_control(
                told("confidence"),
                fields.CONFIDENCE,
                default=new.confidence,
                format_func=lambda each: told(f"confidence_{each}"),
                key=f"confidence-{work.id}-{language()}",
                required=True,
            )
    st.caption(told("not_taken_over"))
    made = sources.edited(new, one, texts, sure)
    if isinstance(made, dict) and sources.OTHER_TITLE in made.values():
        (name,) = made
        same = st.checkbox(told(name.replace("title", "title_same")), key=f"same-{work.id}-{texts[name]}")
        made = sources.edited(new, one, texts, sure, same)
    if isinstance(made, dict):
        for name, why in made.items():
            places[name].markdown(f":small[:red[{told(why)}]]")
        return
    st.button(told("source_take"), type="primary", on_click=work.take, args=("", made), key=f"take-{work.id}")


def _both(name: str, text: Text | None, key: str, places: dict[str, DeltaGenerator]) -> dict[str, str]:
    """A text in both languages, by name and language; ``places``: where each stands, for what is to be said of it."""
    texts = {}
    with st.container(horizontal=True, gap="small"):
        for tongue in fields.LANGUAGES:
            places[f"{name}_{tongue}"] = st.container(width=_WIDE, gap="xsmall")
            texts[f"{name}_{tongue}"] = places[f"{name}_{tongue}"].text_input(
                told(f"source_{name}_{tongue}"),
                text(tongue) if text is not None else "",
                key=f"labelled-{name}-{tongue}-{key}",
                live="600ms",
            )
    return {each: typed or "" for each, typed in texts.items()}


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
        known = work.titled is not None and work.titled[0] == asked
        with waiting("finding", not known):
            if not known or work.titled is None:
                work.titled = asked, sources.period(work.name, work.data, tables, new)
        new = sources.like(one, day, work.titled[1], tables)
    return new


def _named(one: Source) -> str:
    return " · ".join(filter(None, (one.date or "", one.title(language()), one.publisher(language()))))
