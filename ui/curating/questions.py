"""What an import can't decide, asked one by one with its guess and the reason. A confirmed answer holds for all figures that hang on
it, and, once it is adopted, for next month's like table. What is asked is settled in ``industry.curation.importing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from industry.curation.bench import asked
from industry.curation.importing import worded
from industry.curation.importing.questions import Question
from industry.tables.tables import Tables
from ui.address import language, plain
from ui.curating.said import told
from ui.curating.works import Work

_SHOWN = 12
"""Questions that are shown at once."""


def show(work: Work, tables: Tables, questions: Sequence[Question]) -> None:
    """The open questions of a work, and what becomes of the answers."""
    if not questions:
        return
    st.markdown("#### " + told("questions", len(questions)))
    st.caption(told("questions_lead"))
    held = []
    for at, one in enumerate(questions[:_SHOWN], 1):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{at}. {plain(worded.question(one, language()), None)}**")
            st.caption(plain(worded.guess(one, tables, language()), None))
            held.append((one, _answer(work, tables, one)))
    if len(questions) > _SHOWN:
        st.caption(told("questions_more", len(questions) - _SHOWN))
    ready = [(one, answer) for one, answer in held if answer]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            told("confirm", len(ready)),
            type="primary",
            disabled=not ready,
            key=f"confirm-{work.id}",
            on_click=_confirmed,
            args=(work, ready),
        )
        st.caption(told("confirm_kept"), width="stretch")


def _answer(work: Work, tables: Tables, one: Question) -> str:
    """What is chosen, or typed where the question is free; empty while nothing is."""
    key = f"answer-{work.id}-{language()}-{'|'.join(one.key)}"
    if asked.typed(one, tables):
        typed = st.text_input(
            told("answer"), one.guess, key=key, live="600ms", label_visibility="collapsed", width=420
        )
        answer = worded.answers(one, typed or "", tables)
        if typed and not answer:
            st.caption(told("no_answer_so", plain(typed)))
        return answer
    options = asked.options(one, tables)
    chosen = st.selectbox(
        told("answer"),
        options,
        index=options.index(one.guess) if one.guess in options else None,
        format_func=lambda each: asked.name(one, each, tables, language()),
        placeholder=told("choose"),
        filter_mode="contains",
        key=key,
        label_visibility="collapsed",
    )
    return chosen or ""


def _confirmed(work: Work, answers: Iterable[tuple[Question, str]]) -> None:
    work.answers |= {one.key: answer for one, answer in answers}
    work.imported = None


def left_out(work: Work) -> None:
    """What of the file isn't proposed, and why."""
    if work.imported is None or not work.imported.left_out:
        return
    with st.expander(told("left_out", sum(one.figures for one in work.imported.left_out))):
        st.markdown(
            "\n".join(f"- {plain(worded.left_out(one, language()), None)}" for one in work.imported.left_out)
        )
