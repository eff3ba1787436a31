"""The one store of this process, and figures drawn from it. Every viewer shares both; nothing here
is ever changed by a viewer."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from industry import store
from industry.catalogue import FigureSpec
from industry.figures.compose import screen
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


class Plot(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """A Plotly figure that is only shown: Plotly would check and copy all of it on every rerun, which
    takes longer than everything else that a page does."""

    def to_dict(self) -> dict[str, Any]:
        """The figure's one dictionary, to be read only."""
        kept: dict[str, Any] | None = self.__dict__.get("_kept")
        if kept is None:
            kept = super().to_dict()
            self.__dict__["_kept"] = kept
        return kept


@lru_cache(maxsize=512)
def plots(tables: Tables, spec: FigureSpec, choices: Choices, language: str) -> tuple[Plot, ...]:
    """The figure's panels as the screen shows them, composed once for all viewers."""
    drawn = figure(tables, spec, choices, language)
    return tuple(Plot(screen(drawn, at)) for at in range(len(drawn.panels)))
