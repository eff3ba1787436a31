"""What an import can't decide, asked one by one with its guess and the reason, and confirmed one by one. A confirmed answer holds for all figures that hang on
it, and, once it is adopted, for next month's like table. What is asked is settled in ``industry.curation.importing``.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.curation.bench import asked
from industry.curation.importing import worded
from industry.curation.importing.questions import Question
from industry.tables.tables import Tables
from ui.address import language, plain
from ui.curating.said import shown, told
from ui.curating.works import Work

_SHOWN = 12
"""Questions that are shown at once."""


def show(work: Work, tables: Tables, questions: Sequence[Question]) -> None:
    """The open questions of a work, and what becomes of the answers."""
    if not questions:
        return
    st.markdown("#### " + told("questions", len(questions)))
    st.caption(told("questions_lead"))
    for at, one in enumerate(questions[:_SHOWN], 1):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{at}. {shown(worded.question(one, language()))}**")
            st.caption(shown(worded.guess(one, tables, language())))
            with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
                answer = _answer(work, tables, one)
                key = f"confirm-{work.id}-{'|'.join(one.key)}"
                st.button(
                    told("confirm"),
                    disabled=not answer,
                    key=key,
                    on_click=_confirmed,
                    args=(work, one, answer),
                )
    if len(questions) > _SHOWN:
        st.caption(told("questions_more", len(questions) - _SHOWN))


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


def _confirmed(work: Work, one: Question, answer: str) -> None:
    """What is read with the answer is read anew: other questions may come of it, or be settled."""
    work.answers = {**work.answers, one.key: answer}
    work.imported = None


def left_out(work: Work) -> None:
    """What of the file isn't proposed, and why."""
    if work.imported is None or not work.imported.left_out:
        return
    with st.expander(told("left_out", sum(one.figures for one in work.imported.left_out))):
        st.markdown(
            "\n".join(f"- {shown(worded.left_out(one, language()))}" for one in work.imported.left_out)
        )
