"""A work in progress, step by step: what it is and of which source, its rows, what they would change, adopting them. Each step
stands below the one before as soon as that is done."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from industry import wording
from industry.curation.bench import proposing, sources
from industry.curation.bench.judged import judged
from industry.curation.bench.trying import Tried, tried
from industry.curation.importing.answers import lasting
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal
from industry.curation.sheets import bounds
from industry.curation.sheets.bounds import NoBook
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from ui.address import language, plain
from ui.curating import adopted, dropping, effect, past, questions, rows, source
from ui.curating import now as tables_of
from ui.curating.now import Now
from ui.curating.said import shown, told, waiting
from ui.curating.works import Work
from ui.serving import addresses

_STEPS = ("file", "source", "rows", "effect", "adopt")
_STEP = "curate-step"
"""In a session's state the step that was shown last."""
_SENT = 0.03
"""Seconds until what has been told is on its way to the browser (messages of one moment for one place become the last of them)."""


def line(work: Work | None, tables: Tables | None) -> None:
    """The steps in one line, those that are done ticked, the one that she is at set off."""
    at = 0
    if work is not None:
        if work.source is None and tables is not None:
            work.source = sources.named(work.name, tables)
        at = len(_STEPS) if work.adopted else 3 if work.seen else 2 if known(work) else 1
    names = [told(f"step_{one}") for one in _STEPS]
    said = [
        f":gray[✓\u00a0{name}]"
        if number <= at
        else f":primary[**{number}\u00a0{name}**]"
        if number == at + 1
        else f"{number}\u00a0{name}"
        for number, name in enumerate(names, 1)
    ]
    st.markdown("　›　".join(said))


def place(work: Work | None, asked: bool) -> DeltaGenerator:
    """Where a step stands: a place of its own, empty from the first moment on, so that nothing of the step before is left in it that
    would move as this one comes."""
    step = (work.id, work.adopted, known(work)) if work else ()
    if st.session_state.get(_STEP, (step, False)) == (step, asked):
        st.session_state[_STEP] = step, asked
        return st.container()
    st.session_state[_STEP] = step, asked
    empty = st.empty()
    time.sleep(_SENT)
    return empty.container()


def known(work: Work) -> bool:
    """Whether it is said of which source a work's figures are, where that has to be."""
    found = work.source or work.new or work.kind in ("proposal", "template", "table")
    return bool(found) and not work.choosing


def show(work: Work, now: Now, tables: Tables) -> None:
    """All steps of a work that can be taken so far."""
    _head(work)
    if work.adopted:
        adopted.show(work)
        return
    if work.kind == "table":
        if not _region(work, tables):
            return
    elif not _proposed(work, now, tables):
        return
    past.meanwhile(work, now)
    sign = (
        work.mark()
    )  # before what it is of is taken: where another tab decides otherwise in between, nothing is written
    found = _rows(work, now, tables) if work.rows is not None else None
    _effect(work, now, tables, sign, found)


def _head(work: Work) -> None:
    """Which file it is, what it is taken for, and another one in its place."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"file-{work.id}"):
        st.markdown(told("file_is", plain(work.name, 80), told(f"kind_{work.kind}")), width="content")
        st.button(told("other_file"), key="other-file", on_click=dropping.leave)


def _region(work: Work, tables: Tables) -> bool:
    """Whose table it is, by its name or as she says."""
    known = {id: one.name(language()) for id, one in tables.catalogue.regions.items()}
    work.region = work.region or next((id for id in known if work.name == f"{id}.csv"), "")
    if not work.region:
        chosen = st.pills(
            told("whose_table"), list(known), format_func=known.__getitem__, key=f"region-{work.id}"
        )
        work.region = chosen or ""
    work.base = work.base or tables_of.now()
    return bool(work.region)


def _proposed(work: Work, now: Now, tables: Tables) -> bool:
    """Whether there are rows to look at: where they hang on a source, once that is known."""
    try:
        if work.kind in ("proposal", "template"):
            with waiting("finding", work.rows is None):
                if work.rows is None:
                    _take(work, proposing.of_rows(work.kind, work.name, work.data, tables), now)
            if not sources.asked(work.kind, work.rows or ()):
                return True
        found = source.chosen(work, tables)
        if found is None:
            return False
        if work.kind == "statistics":
            with waiting("finding", work.imported is None):
                if work.imported is None:
                    work.imported = proposing.of_statistics(
                        work.name, work.data, tables, work.answers, found, work.anew
                    )
                    _take(work, proposing.carried(work.rows or (), work.imported.rows, tables), now)
            questions.show(work, tables, work.imported.questions)
            questions.used(work, tables)
            questions.left_out(work)
        elif work.kind == "document":
            with waiting("finding", work.rows is None):
                if work.rows is None:
                    _take(work, proposing.of_document(work.name, work.data, tables, found), now)
        elif work.rows is not None:
            work.rows = [proposing.with_source(one, found.id) for one in work.rows]
    except Unreadable as why:
        st.error(shown(wording.unreadable(why, language())))
        return False
    except NoBook as why:
        st.error(shown(bounds.sentence(why, language())))
        return False
    except Refusal as why:
        st.error("\n\n".join(shown(one) for one in why.told(language())))
        return False
    if not work.rows:
        st.info(told("no_rows"))
    return bool(work.rows)


def _take(work: Work, found: Sequence[Proposed], now: Now) -> None:
    assert now.tables is not None
    work.rows, work.base = proposing.noted(found, now.tables), now


def _rows(work: Work, now: Now, tables: Tables) -> tuple[Proposed, ...]:
    """The rows beside the tables as they are now; of them those that are chosen and may be."""
    st.markdown("## " + told("rows"))
    given = work.rows or []
    said = [(one.region, one.cells, one.replaces, one.told.get("was")) for one in given]
    token = (said, now.content, work.new)
    held = work.judged[1] if work.judged is not None and work.judged[0] == token else None
    with waiting("finding", held is None):
        if held is not None:  # what is chosen alone may be another
            known = zip(held, given, strict=True)
            found = tuple(replace(one, row=row) for one, row in known)
        else:
            found = judged(given, now.files, tables, work.sources)
        work.judged = token, found

    def changed(found: Sequence[Proposed]) -> None:
        work.rows = proposing.noted(found, tables)

    rows.show(work, tables, found, changed)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(told("stays"), width="content")
        to = addresses.curated(f"rows/{work.id}.csv")
        st.link_button(told("take_away"), to, icon=":material/download:", type="tertiary")
    return tuple(one.row for one in found if one.row.accepted and one.possible)


def _effect(work: Work, now: Now, tables: Tables, sign: str, chosen: tuple[Proposed, ...] | None) -> None:
    """What would change: worked out when asked for, and again when something else is chosen. ``chosen``: None of a whole table."""
    if chosen == ():
        st.caption(told("choose_first"))
        return
    seen = work.sight(sign, chosen or (), now.content)
    token = (seen.rows, seen.sources, lasting(seen.answers), seen.whole, seen.content)
    if work.seen != token:
        if work.seen is None and isinstance(work.outcome, Refusal):
            adopted.refused(work.outcome)
        label = told("see", len(chosen)) if chosen is not None else told("see_table")
        st.button(label, type="primary", key="see", on_click=_look, args=(work, token))
        return
    st.markdown("## " + told("effect"))
    known = work.tried is not None and work.tried[0] == token
    with waiting("comparing", not known):
        found: Tried
        if known and work.tried is not None:
            found = work.tried[1]
        else:
            found = tried(now.files, tables, seen.rows, seen.sources, seen.mappings, seen.whole)
            work.tried = token, found
    effect.show(found)
    if found.difference is not None:
        adopted.offer(work, found, seen, now.tables)


def _look(work: Work, token: object) -> None:
    work.seen, work.outcome = token, None
