"""The one store of this process, and figures drawn from it. Every viewer shares both; nothing here
is ever changed by a viewer."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st

from industry import project
from industry.figures.compose.on_canvas import Plot, screen
from industry.figures.draw import draw_safely, make_safely
from industry.figures.record import Figure, TablePanel
from industry.tables import store
from industry.tables.tables import Tables
from industry.text.shelf import Shelf
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Choices
from ui.once import Once

_T = TypeVar("_T")
_SETTLED_EVERY = 300.0  # seconds after which answers that were kept meanwhile are set apart
_SHOWN, _AT_LAST = 5.0, 20.0
"""Seconds after new tables, and at most after the last time, where tables are new again and again."""
_caches: list[Once[Any]] = []


def kept(most: int) -> Callable[[Callable[..., _T]], Once[_T]]:
    """Makes a function whose answers, the latest ``most`` of them, are worked out once for all viewers and
    forgotten with the tables. Its arguments say everything that an answer depends on, the language too."""

    def keep(work: Callable[..., _T]) -> Once[_T]:
        cache = Once(work, most)
        _caches.append(cache)
        return cache

    return keep


@lru_cache(maxsize=4)
def _store(folder: Path) -> store.Store:
    return project.store(folder)


_of_a_page: ContextVar[store.Snapshot | None] = ContextVar("_of_a_page", default=None)


def begin() -> None:
    """All that this run of a page draws is of one state of the tables, whatever is saved meanwhile."""
    _of_a_page.set(None)
    _of_a_page.set(snapshot())


def snapshot() -> store.Snapshot:
    """The last good tables and the faults of what lies in the folder, as it was last read."""
    if (held := _of_a_page.get()) is not None:
        return held
    now = _store(project.folder()).current()
    _Shared.see(now.tables)
    return now


@lru_cache(maxsize=4)
def _shelf(folder: Path, named: str) -> Shelf:
    return project.documents(folder, named)


def documents() -> Shelf:
    """The shelf of the office's own texts."""
    tables = snapshot().tables
    named = tables.catalogue.config.documents if tables else ""
    return _shelf(project.folder(), named)


def look() -> None:
    """Read at once what this process has written, for the page that it draws next."""
    _store(project.folder()).current(wait=True)


def last() -> store.Snapshot | None:
    """`snapshot` without a look at the folder; None before the first."""
    return _of_a_page.get() or _store(project.folder()).last


class _Shared:
    """What all viewers share is forgotten with the tables that it follows from, and is set apart from what comes and goes: now and
    then Python looks for garbage among everything there is, and everybody waits for as long as that takes. What a viewer who
    has gone leaves behind, and what followed from earlier tables, is found when it is set apart anew, which waits until viewers
    have the new ones."""

    tables: Tables | None = None
    since = at = 0.0
    made: int | None = 0
    lock = threading.Lock()

    @classmethod
    def see(cls, tables: Tables | None) -> None:
        """Where the tables are new, forget what followed from the old."""
        if tables is cls.tables:
            return
        with cls.lock:
            if tables is not cls.tables:
                for cache in _caches:
                    cache.cache_clear()
                cls.tables, cls.since, cls.made = tables, time.monotonic(), None

    @classmethod
    def set_apart(cls) -> None:
        """Set apart what was kept since the last time, where it is time to."""
        now, made = time.monotonic(), sum(cache.worked() for cache in _caches)
        if cls.made is None:
            due = now > min(cls.since + _SHOWN, cls.at + _AT_LAST)
        else:
            due = made > cls.made and now > cls.at + _SETTLED_EVERY
        if due:
            cls.made = made
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            cls.at = time.monotonic()


set_apart = _Shared.set_apart


def tables() -> Tables:
    """The last good tables. Where there never were any the page ends here: the banner tells why."""
    found = snapshot().tables
    if found is None:
        st.stop()
    return found


@kept(512)
def figure(tables: Tables, spec: FigureSpec, choices: Choices, language: str) -> Figure:
    """A figure, drawn once for all viewers who ask for the same; one that fails is a `Failed` one."""
    return draw_safely(spec, tables, choices, language)


def drawn(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """`figure`, for whoever draws many."""
    return figure(tables, spec, choices, language)


class Shown(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """A plot that is only shown, as Streamlit takes it: Plotly would check and copy all of it on every rerun, which
    takes longer than everything else that a page does."""

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self.__dict__["_plot"] = plot

    @property
    def height(self) -> int:
        """Its pixels from top to bottom, known before a browser draws it."""
        return int(self.to_dict()["layout"]["height"])

    def to_dict(self) -> Plot:
        """The plot, to be read only."""
        plot: Plot = self.__dict__["_plot"]
        return plot


@kept(512)
def shown(
    tables: Tables, spec: FigureSpec, choices: Choices, language: str
) -> tuple[Figure, tuple[Shown, ...]]:
    """The figure and its panels as the screen shows them, composed once for all viewers; a table is drawn as one."""

    def composed(one: Figure) -> tuple[Figure, tuple[Shown, ...]]:
        plots = (
            Shown({}) if isinstance(panel, TablePanel) else Shown(screen(one, at))
            for at, panel in enumerate(one.panels)
        )
        return one, tuple(plots)

    return make_safely(composed, figure(tables, spec, choices, language), language)
