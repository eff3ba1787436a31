"""What an import can't decide, asked one by one with its guess and the reason, and confirmed one by one. A confirmed answer holds for all figures that hang on
it, stays in view, can be given anew and, where it doesn't hold for this file alone, is kept for next month's like table. So do those that are kept already,
which can also be taken back. What is asked is settled in ``industry.curation.importing``.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.curation.bench import asked
from industry.curation.bench import kept as kept_of
from industry.curation.importing import worded
from industry.curation.importing.answers import lasting
from industry.curation.importing.questions import Key, Question
from industry.curation.refusal import Refusal
from industry.tables.tables import Tables
from ui.address import language, plain
from ui.curating import writing
from ui.curating.said import shown, told
from ui.curating.works import Work

_SHOWN = 12
"""Questions that are shown at once."""
_LISTED = 40
"""Kept answers that are shown at once."""


def show(work: Work, tables: Tables, questions: Sequence[Question]) -> None:
    """The open questions of a work, and what was answered."""
    if questions:
        _open(work, tables, questions)
    if work.answers:
        _answered(work, tables)


def _open(work: Work, tables: Tables, questions: Sequence[Question]) -> None:
    st.markdown("## " + told("questions", len(questions)))
    st.caption(told("questions_lead"))
    for at, one in enumerate(questions[:_SHOWN], 1):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{at}. {shown(worded.question(one, language()))}**")
            st.caption(shown(worded.guess(one, tables, language())))
            with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
                answer = _answer(work, tables, one)
                st.button(
                    told("confirm"),
                    disabled=not answer,
                    key=f"confirm-{work.id}-{'|'.join(one.key)}",
                    on_click=_confirmed,
                    args=(work, one, answer),
                )
            st.caption(_lasting(one.key, answer or one.guess))
    if len(questions) > _SHOWN:
        st.caption(told("questions_more", len(questions) - _SHOWN))


def _answer(work: Work, tables: Tables, one: Question) -> str:
    """What is chosen, or typed where the question is free; empty while nothing is."""
    key = f"answer-{work.id}-{language()}-{'|'.join(one.key)}"
    if asked.typed(one, tables):
        guess = worded.choice(one, one.guess, tables, language()) if one.guess else ""
        typed = st.text_input(
            told("answer"), guess, key=key, live="600ms", label_visibility="collapsed", width=420
        )
        answer = worded.answers(one, typed or "", tables)
        if typed and not answer:
            what = one.key.what if one.key.what in ("year", "period") else "other"
            st.caption(told(f"no_answer_{what}", plain(typed), worded.example(language())))
        return answer
    options = asked.options(one, tables)
    chosen = st.selectbox(
        told("answer"),
        options,
        index=options.index(one.guess) if one.guess in options else None,
        format_func=lambda each: worded.choice(one, each, tables, language()),
        placeholder=told("choose"),
        filter_mode="contains",
        key=key,
        label_visibility="collapsed",
    )
    return chosen or ""


def _confirmed(work: Work, one: Question, answer: str) -> None:
    """What is read with the answer is read anew: other questions may come of it, or be settled."""
    work.answers = {**work.answers, one.key: answer}
    work.asked = {**work.asked, one.key: one}
    work.imported = None


def _answered(work: Work, tables: Tables) -> None:
    """Each answer, what becomes of it, and a way to give another."""
    st.markdown(f"**{told('answered', len(work.answers))}**")
    for key, answer in work.answers.items():
        one = work.asked[key]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            asked_of = shown(worded.question(one, language()))
            said = shown(worded.choice(one, answer, tables, language()))
            st.markdown(told("answered_one", asked_of, said, _lasting(key, answer)), width="stretch")
            st.button(
                told("answer_anew"), key=f"anew-{work.id}-{'|'.join(key)}", on_click=_anew, args=(work, key)
            )


def _anew(work: Work, key: Key) -> None:
    work.answers = {each: one for each, one in work.answers.items() if each != key}
    work.imported = None


def _lasting(key: Key, answer: str) -> str:
    return told("answer_kept" if lasting({key: answer}) else "answer_once")


def kept(work: Work, tables: Tables) -> str:
    """The answers that are kept when the work is adopted, in a sentence; empty where none is."""
    found = [
        told(
            "kept_one",
            shown(work.asked[key].shown),
            shown(worded.choice(work.asked[key], one, tables, language())),
        )
        for key, one in lasting(work.answers).items()
    ]
    return told("will_keep_answers", len(found), told("listed").join(found)) if found else ""


def left_out(work: Work) -> None:
    """What of the file isn't proposed, and why."""
    if work.imported is None or not work.imported.left_out:
        return
    with st.expander(told("left_out", sum(one.figures for one in work.imported.left_out))):
        st.markdown(
            "\n".join(f"- {shown(worded.left_out(one, language()))}" for one in work.imported.left_out)
        )


def used(work: Work, tables: Tables) -> None:
    """The kept answers by which a work's table is read; each can be given anew."""
    if work.imported is None:
        return
    words = work.imported.used
    found = kept_of.used(words, work.answers, tables)
    if not found:
        return
    with st.expander(told("kept_used", len(found))):
        st.caption(told("kept_used_lead"))
        for key, one in found.items():
            _line(
                key, one, tables, words[key], told("answer_anew"), f"anew-{work.id}", _asked_anew, work, key
            )


def _asked_anew(work: Work, key: Key) -> None:
    work.anew, work.imported = work.anew | {key}, None


def every(tables: Tables) -> None:
    """All that are kept, by table, with a way to take each back."""
    held = kept_of.every(tables)
    if not held:
        return
    label = told("kept_all", len(held))
    with st.expander(label, on_change="rerun", key=f"kept-{language()}") as opened:
        if not opened.open:
            return
        st.caption(told("kept_all_lead"))
        words = st.text_input(told("kept_find"), live="400ms", width=400) if len(held) > _LISTED else ""
        found = [one for one in held.items() if _fits(words or "", *one, tables)]
        title = ""
        for key, one in found[:_LISTED]:
            if key.table != title:
                title = key.table
                st.markdown(f"**{told('kept_table', shown(kept_of.table(key)))}**")
            _line(
                key,
                one,
                tables,
                "",
                told("kept_drop"),
                "drop-kept",
                writing.ask,
                _drop,
                key,
                one,
                _said(key, one, tables),
            )
        if len(found) > _LISTED:
            st.caption(told("more_found", len(found) - _LISTED))


def _line(
    key: Key, one: str, tables: Tables, words: str, label: str, name: str, done: object, *args: object
) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        about = shown(kept_of.subject(key, language(), words))
        said = shown(kept_of.answer(key, one, tables, language()))
        st.markdown(told("kept_said", about, said), width="stretch")
        st.button(label, key=f"{name}-{'|'.join(key)}", on_click=done, args=args)  # type: ignore[arg-type]


def _fits(words: str, key: Key, one: str, tables: Tables) -> bool:
    said = f"{kept_of.table(key)} {_said(key, one, tables)}".casefold()
    return all(word in said for word in words.casefold().split())


def _said(key: Key, one: str, tables: Tables) -> str:
    tongue = language()
    return told("kept_dropped", kept_of.subject(key, tongue), kept_of.answer(key, one, tables, tongue))


def _drop(key: Key, answer: str, named: str) -> None:
    done = writing.forget(key, answer, named)
    if isinstance(done, Refusal):
        st.session_state[writing.TOLD] = done
    else:
        about = plain(kept_of.subject(key, language()), None)
        st.session_state[writing.TOLD] = told("kept_gone", about) if done else told("kept_not_there")
