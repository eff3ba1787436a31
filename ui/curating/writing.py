"""The last step: what is chosen is adopted, and adoptions are taken back. The only module of the pages that has anything written
among the tables, and only where this server may (``ui.mode``)."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from industry import project
from industry.curation import adopting
from industry.curation.adopting import Adopted
from industry.curation.refusal import Refusal
from industry.curation.writing import log
from industry.curation.writing.log import Entry
from ui import mode
from ui.address import language
from ui.curating.works import Work


def adopt(work: Work) -> Adopted | Refusal | None:
    """Adopts what is chosen of a work; what refused it, or None where it changes nothing."""
    _allowed()
    try:
        done = adopting.adopt(
            _folder(),
            [one for one in work.rows or () if one.accepted],
            work.sources,
            work.mappings,
            whole=work.whole,
            replace=work.whole is not None,
            base=work.base,
            named=(work.name,),
        )
    except Refusal as refusal:
        return refusal
    work.done = done is not None
    return done


def undo(back: bool = False) -> Adopted | Refusal:
    """Takes the last adoption back, or the last undoing."""
    _allowed()
    try:
        return adopting.undo(_folder(), back)
    except Refusal as refusal:
        return refusal


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
