"""The one store of this process, and figures drawn from it. Every viewer shares both; nothing here
is ever changed by a viewer."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from industry import store
from industry.catalogue import FigureSpec
from industry.figures.draw import draw
from industry.figures.record import Figure
from industry.figures.scene import Choices
from industry.tables import Tables
from ui import ROOT


@lru_cache(maxsize=1)
def _store() -> store.Store:
    return store.Store(ROOT)


def snapshot() -> store.Snapshot:
    """The last good tables and the faults of what lies in the folder now."""
    return _store().current()


def tables() -> Tables:
    """The last good tables. Where there never were any the page ends here: the banner tells why."""
    found = snapshot().tables
    if found is None:
        st.stop()
    return found


@lru_cache(maxsize=512)
def figure(tables: Tables, spec: FigureSpec, choices: Choices, language: str) -> Figure:
    """A figure, drawn once for all viewers who ask for the same."""
    return draw(spec, tables, choices, language)
