"""Answers about workbooks that are kept from earlier months: those that a work's table takes, to be given anew, and all of them, to be
taken back. What they are is settled in ``industry.curation.bench.kept``."""

from __future__ import annotations

import streamlit as st

from industry.curation.bench import kept
from industry.curation.importing.questions import Key
from industry.curation.refusal import Refusal
from industry.tables.tables import Tables
from ui.address import language, plain
from ui.curating import adopted, writing
from ui.curating.said import shown, told
from ui.curating.works import Work

_MOST = 40
"""Answers that are shown at once."""


def used(work: Work, tables: Tables) -> None:
    """The kept answers by which a work's table is read; each can be given anew."""
    if work.imported is None:
        return
    words = work.imported.used
    found = kept.used(words, work.answers, tables)
    if not found:
        return
    with st.expander(told("kept_used", len(found))):
        st.caption(told("kept_used_lead"))
        for key, one in found.items():
            _line(key, one, tables, words[key], told("answer_anew"), f"anew-{work.id}", _anew, work, key)


def _anew(work: Work, key: Key) -> None:
    work.anew, work.imported = work.anew | {key}, None


def show(tables: Tables) -> None:
    """All that are kept, by table, with a way to take each back."""
    every = kept.every(tables)
    if not every:
        return
    label = told("kept_all", len(every))
    with st.expander(label, on_change="rerun", key=f"kept-{language()}") as opened:
        if not opened.open:
            return
        st.caption(told("kept_all_lead"))
        words = st.text_input(told("kept_find"), live="400ms", width=400) if len(every) > _MOST else ""
        found = [one for one in every.items() if _fits(words or "", *one, tables)]
        title = ""
        for key, one in found[:_MOST]:
            if key.table != title:
                title = key.table
                st.markdown(f"**{told('kept_table', shown(kept.table(key)))}**")
            _line(key, one, tables, "", told("kept_drop"), "drop-kept", _drop, key, _said(key, one, tables))
        if len(found) > _MOST:
            st.caption(told("more_found", len(found) - _MOST))


def _line(
    key: Key, one: str, tables: Tables, words: str, label: str, name: str, done: object, *args: object
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        about = shown(kept.subject(key, language(), words))
        said = shown(kept.answer(key, one, tables, language()))
        st.markdown(told("kept_said", about, said), width="stretch")
        st.button(label, key=f"{name}-{'|'.join(key)}", on_click=done, args=args)  # type: ignore[arg-type]


def _fits(words: str, key: Key, one: str, tables: Tables) -> bool:
    said = f"{kept.table(key)} {_said(key, one, tables)}".casefold()
    return all(word in said for word in words.casefold().split())


def _said(key: Key, one: str, tables: Tables) -> str:
    tongue = language()
    return told("kept_dropped", kept.subject(key, tongue), kept.answer(key, one, tables, tongue))


def _drop(key: Key, named: str) -> None:
    done = writing.forget(key, named)
    if isinstance(done, Refusal):
        st.session_state[adopted.TOLD] = done
    else:
        about = plain(kept.subject(key, language()), None)
        st.session_state[adopted.TOLD] = told("kept_gone", about) if done else told("kept_not_there")
