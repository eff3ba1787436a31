"""The last step: what is chosen is adopted, and adoptions are taken back. The only module of the pages that has anything written
among the tables, and only where this server may (``ui.mode``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import streamlit as st

from industry import project
from industry.curation import adopting, datapackage
from industry.curation.adopting import Adopted
from industry.curation.bench import kept
from industry.curation.importing.questions import Key
from industry.curation.refusal import Refusal
from industry.curation.writing import log
from industry.curation.writing.log import ADOPT, REDO, UNDO, Entry
from ui import mode, store
from ui.curating import now as tables_of
from ui.curating import works
from ui.curating.works import Sight, Work

__all__ = [
    "ADOPT",
    "REDO",
    "TOLD",
    "UNDO",
    "Adopted",
    "Elsewhere",
    "Entry",
    "adopt",
    "ask",
    "asked",
    "describe",
    "elsewhere",
    "entries",
    "forget",
    "last",
    "taken_back",
    "turn",
    "undo",
    "unfinished",
]

TOLD = "curate-told"
"""In a session's state what came of taking something back, told once."""
_ASKED = "curate-asked"
"""In a session's state what is to be written next, which takes seconds."""


@dataclass(frozen=True)
class Elsewhere:
    """That nothing was written, since the work is no longer what the tab showed: what it became (``changed``, ``adopted``,
    ``taken_back``, ``ended``), and ``at`` what time."""

    what: str
    at: datetime


def ask(done: Callable[..., None], *args: object) -> None:
    """What a click asks for that writes: done by ``asked`` as soon as the page says so."""
    st.session_state[_ASKED] = done, args


def asked() -> Callable[[], None] | None:
    """What a click has asked for, once."""
    found = st.session_state.pop(_ASKED, None)
    return partial(found[0], *found[1]) if found else None


def elsewhere(work: Work, sign: str) -> Elsewhere | None:
    """What became of a work in another tab since this one was drawn, of which the ``sign`` was shown; None where it is as it was."""
    if (ended := work.ended) is not None:
        return Elsewhere("ended", ended)
    if work.mark() == sign:
        return None
    return Elsewhere("adopted" if work.adopted else "changed", work.marked[1])


def adopt(work: Work, seen: Sight) -> Adopted | Refusal | Elsewhere | None:
    """Adopts what a tab showed of a work; what refused it, or None where it changes nothing. Where the work, or the tables with which
    it was compared, are others by now, nothing is adopted."""
    _allowed()
    with work.writing:
        if (found := elsewhere(work, seen.sign)) is not None:
            return found
        try:
            done = adopting.adopt(
                _folder(),
                seen.rows,
                seen.sources,
                seen.mappings,
                whole=seen.whole,
                replace=seen.whole is not None,
                base=seen.base,
                expected=seen.content,
                named=(work.name,),
            )
        except Refusal as refusal:
            work.outcome = refusal
            if refusal.key == "not_as_seen":
                work.seen = None
            return refusal
        work.outcome = done
        if done is not None:
            work.adopted, work.times = True, work.times + 1
            work.mark()
    store.look()
    return done


def undo(work: Work, expected: Entry, sign: str) -> Adopted | Refusal | Elsewhere:
    """Takes back the adoption of a work that a tab showed, if it is the last; the work is again as it was chosen."""
    _allowed()
    with work.writing:
        if (found := elsewhere(work, sign)) is not None:
            return found if work.adopted or found.what == "ended" else Elsewhere("taken_back", found.at)
        done = turn(UNDO, expected)
        if not isinstance(done, Refusal):
            _open_again(work)
    return done


def taken_back(work: Work) -> bool:
    """Whether the adoption of a work was taken back by another way than its own button; the work is then again as it was chosen."""
    if not work.adopted or work.outcome is None or log.stands(entries(), work.outcome.entry):
        return False
    with work.writing:
        _open_again(work)
    return True


def _open_again(work: Work) -> None:
    outcome = work.outcome
    work.adopted, work.seen, work.outcome, work.times = False, None, None, work.times + 1
    work.undone = outcome, work.mark()


def unfinished() -> tuple[Work, ...]:
    """The works that are begun and whose rows the tables don't have, the newest first: one whose adoption was taken back, unless it was
    adopted again since and nothing else was decided of it meanwhile."""
    found = []
    for one in works.every():
        if not taken_back(one):
            _adopted_again(one)
        if not one.adopted:
            found.append(one)
    return tuple(found)


def _adopted_again(work: Work) -> None:
    with work.writing:
        if work.adopted or work.undone is None or work.undone[1] != work.sign:
            return
        if log.stands(entries(), work.undone[0].entry):
            work.adopted, work.outcome, work.undone, work.times = True, work.undone[0], None, work.times + 1
            work.mark()


def forget(key: Key, answer: str, named: str) -> Adopted | Refusal | None:
    """Takes a kept answer out of the tables; what refused it, or None where it isn't there any more, or is another by now. ``named``:
    for the log."""
    _allowed()
    now = tables_of.now()
    if now.tables is not None and kept.every(now.tables).get(key) != answer:
        return None
    try:
        done = adopting.adopt(_folder(), mappings=kept.without({key}), expected=now.content, named=(named,))
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


def describe() -> None:
    """Writes the data package of the tables where it says what they said before, as where the program was stopped while it wrote."""
    _allowed()
    if (found := tables_of.now().tables) is not None:
        datapackage.keep(_folder(), found)


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
