"""The first step: a file is dropped or chosen, or one taken up again that was opened before. What draws the place is drop.js."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from industry.curation.bench import kinds
from ui import address
from ui.address import language, plain
from ui.curating import works, writing
from ui.curating.said import told
from ui.curating.works import Work
from ui.parts.component import component
from ui.serving import addresses

WORK = "work"
"""What the address says of the work in progress: its id."""
_HERE = Path(__file__).parent
_KEY = "drop-{}"
_WORDS = ("drop", "choose_file", "reading", "no_answer", "one_only")
_ROOM = 164
"""CSS pixels of the place on a wide screen (frame.css has those of others)."""


def current() -> Work | None:
    """The work that the address names."""
    id = address.held(WORK)
    found = works.work(id) if id else None
    if id and found is None and not isinstance(st.session_state.get(writing.TOLD), writing.Elsewhere):
        st.info(told("work_gone"))
    if found is not None and writing.taken_back(found):
        st.session_state[writing.TOLD] = writing.Elsewhere("undone", found.marked[1])
    return found


def place() -> None:
    """The place for a file."""
    key = _KEY.format(language())
    words = {one: told(one, "{}") for one in _WORDS} | {
        "takes": [(told(f"kind_{one}"), told(f"takes_{one}")) for one in kinds.KINDS],
        "too_large": told("too_large", works.MOST_BYTES // 1024 // 1024),
    }
    words |= {"choose": words["choose_file"]}
    record = {
        "words": words,
        "kinds": kinds.ENDINGS,
        "most": works.MOST_BYTES,
        "address": addresses.curated("file"),
    }

    def sent() -> None:
        if id := st.session_state[key].work:
            address.take(WORK, str(id), "")

    component(_HERE, "drop", _HERE / "made.js")(
        key=key,
        height=_ROOM,
        data={"record": json.dumps(record, ensure_ascii=False)},
        on_work_change=sent,
    )


def unfinished() -> None:
    """Works that were begun and neither adopted nor dropped."""
    found = writing.unfinished()
    if not found:
        return
    st.markdown(f"**{told('unfinished')}**")
    for one in found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            facts = (
                f"{one.at:%H:%M}",
                plain(one.name),
                told(f"kind_{one.kind}"),
                len(one.rows or ()),
                sum(row.accepted for row in one.rows or ()),
            )
            st.markdown(told("unfinished_one", *facts), width="stretch")
            st.button(told("go_on"), key=f"go-{one.id}", on_click=address.take, args=(WORK, one.id, ""))
            st.button(told("forget"), key=f"end-{one.id}", on_click=_forget, args=(one, one.mark()))


def _forget(work: Work, sign: str) -> None:
    """Give a work up, as far as it is the one that is shown."""
    if (found := writing.elsewhere(work, sign)) is None:
        works.end(work.id)
    elif found.what != "ended":
        st.session_state[writing.TOLD] = found


def leave() -> None:
    """Back to the place for a file; the work stays."""
    address.take(WORK, "", "")
