"""The last step: what is chosen is adopted, and adoptions are taken back. The only module of the pages that has anything written
among the tables, and only where this server may (``ui.mode``)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from industry import project
from industry.curation import adopting
from industry.curation.adopting import Adopted
from industry.curation.bench import kept
from industry.curation.importing.questions import Key
from industry.curation.refusal import Refusal
from industry.curation.writing import log
from industry.curation.writing.log import ADOPT, REDO, UNDO, Entry
from ui import mode, store
from ui.curating.works import Work

__all__ = [
    "ADOPT",
    "REDO",
    "TOLD",
    "UNDO",
    "Adopted",
    "Entry",
    "adopt",
    "ask",
    "asked",
    "entries",
    "forget",
    "last",
    "turn",
]

TOLD = "curate-told"
"""In a session's state what came of taking something back, told once."""
_ASKED = "curate-asked"
"""In a session's state what is to be written next, which takes seconds."""


def ask(done: Callable[..., None], *args: object) -> None:
    """What a click asks for that writes: done by ``asked`` as soon as the page says so."""
    st.session_state[_ASKED] = done, args


def asked() -> Callable[[], None] | None:
    """What a click has asked for, once."""
    found = st.session_state.pop(_ASKED, None)
    return partial(found[0], *found[1]) if found else None


def adopt(work: Work, seen: str) -> Adopted | Refusal | None:
    """Adopts what is chosen of a work; what refused it, or None where it changes nothing. ``seen``: the content of the files on
    which its effect was looked at; a whole table would undo what others did since."""
    _allowed()
    try:
        done = adopting.adopt(
            _folder(),
            work.chosen,
            work.sources,
            work.mappings,
            whole=work.whole,
            replace=work.whole is not None,
            base=work.base.content if work.base else "",
            expected=seen if work.whole is not None else "",
            named=(work.name,),
        )
    except Refusal as refusal:
        return refusal
    work.adopted = done is not None
    store.look()
    return done


def forget(key: Key, named: str) -> Adopted | Refusal | None:
    """Takes a kept answer out of the tables; what refused it, or None where it isn't there any more. ``named``: for the log."""
    _allowed()
    try:
        done = adopting.adopt(_folder(), mappings=kept.without({key}), named=(named,))
    except Refusal as refusal:
        return refusal
    store.look()
    return done


def turn(way: str, expected: Entry) -> Adopted | Refusal:
    """Takes the last adoption back (UNDO), or the last undoing (REDO), if it is still the one that is ``expected``."""
    _allowed()
    try:
        done = adopting.undo(_folder(), way == log.REDO, expected=expected.id)
    except Refusal as refusal:
        return refusal
    store.look()
    return done


def last(way: str) -> Entry | None:
    """What UNDO would take back, or REDO."""
    return log.last(entries(), way)


def entries() -> tuple[Entry, ...]:
    """The log of adoptions, the newest last."""
    try:
        return log.read(_folder())
    except OSError:
        return ()


def _folder() -> Path:
    return Path(project.folder())


def _allowed() -> None:
    if not mode.may_write():
        raise PermissionError("this server may not write")
