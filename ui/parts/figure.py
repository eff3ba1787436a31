"""A figure on a page: its frame as text around the plot, whose marks open their numbers' cards, and below it what can be
done with it (`tools`). What a figure says and draws was decided before it came here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from typing import Any

import streamlit as st

from industry.figures.compose.on_canvas import around
from industry.figures.record import Failed, Figure, GridPanel, LinesPanel, RowsPanel, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import NOTHING, Choices
from ui import address, store
from ui.address import language
from ui.briefing import tools
from ui.parts import panel_table, text_table
from ui.parts.sources import cited, text, whole

__all__ = ["cited", "gallery", "show", "text"]

PLOT = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def show(tables: Tables, spec: FigureSpec, choices: Choices = NOTHING) -> Figure:
    """Draw the figure that ``spec`` describes, with everything that belongs to it; gives its record."""
    figure, plots = store.shown(tables, spec, choices, language())
    frame = figure.frame
    key = f"figure-{spec.id}-{language()}"
    with st.container(border=True, key=key):
        head = f"## {text(frame.heading)}"
        st.markdown(f"{head}\n\n{_small(frame.subtitle)}" if frame.subtitle else head)
        if isinstance(figure, Failed):
            st.warning(text(figure.empty), icon=":material/warning:")
            return figure
        _plots(figure, plots, key)
        if figure.empty:
            st.info(text(figure.empty), icon=":material/info:")
            text_table.show(frame.title, figure.table, f"{key}-data")
        _below(frame.notices, frame.note, frame.source, frame.as_of)
        tools.show(tables, figure, key)
    return figure


def bare(tables: Tables, spec: FigureSpec, choices: Choices, foot: str) -> None:
    """A figure whose title and subtitle the page has said: what it draws, a line at its foot, notices, notes and who
    published it; its sources are told when asked for."""
    figure, plots = store.shown(tables, spec, choices, language())
    frame, key = figure.frame, f"figure-{spec.id}-{language()}"
    with st.container(key=key, gap="xsmall"):
        if isinstance(figure, Failed):
            st.warning(text(figure.empty), icon=":material/warning:")
            return
        _plots(figure, plots, key, True)
        if figure.empty:
            st.info(text(figure.empty), icon=":material/info:")
        _below(frame.notices, foot, frame.note, frame.source_brief, frame.as_of)
        tools.show(tables, figure, key)


def gallery(tables: Tables, specs: Sequence[FigureSpec], choices: Choices = NOTHING) -> None:
    """Several figures: those of one panel two in a row, those of more (and grids) over the full width."""
    waiting: list[FigureSpec] = []
    for spec in specs:
        figure = store.figure(tables, spec, choices, language())
        if len(figure.panels) != 1 or isinstance(figure.panels[0], GridPanel | TablePanel):
            show(tables, spec, choices)
            continue
        waiting.append(spec)
        if len(waiting) == 2:
            _row(tables, waiting, choices)
            waiting = []
    if waiting:
        _row(tables, waiting, choices)


def _row(tables: Tables, specs: Sequence[FigureSpec], choices: Choices) -> None:
    for column, spec in zip(st.columns(len(specs), gap="medium"), specs, strict=True):
        with column:
            show(tables, spec, choices)


def _plots(figure: Figure, plots: Sequence[store.Shown], key: str, early: bool = False) -> None:
    """The panels, side by side where each has room; tables before all else where they are ``early``."""
    if not figure.panels:
        return
    beside = len(figure.panels) > 1 and all(isinstance(one, RowsPanel | LinesPanel) for one in figure.panels)
    columns: Sequence[Any] = [nullcontext()]
    if beside:
        columns = st.columns(min(len(figure.panels), 3), gap="large")
    for at, (panel, plot) in enumerate(zip(figure.panels, plots, strict=True)):
        name, spread = f"{key}-{at}", isinstance(panel, TablePanel)
        with columns[at % len(columns)], nullcontext() if spread else st.container(key=f"panel-{name}"):
            heading = f"**{text(panel.heading)}**" if panel.heading else ""
            head = f"{heading} {_small(panel.unit)}".strip()
            above, below = texts_around(plot)
            if head := "  \n".join(filter(None, (head, above))):
                st.markdown(head)
            if isinstance(panel, TablePanel):
                panel_table.show(figure.frame.title, panel, name, early)
                continue
            st.plotly_chart(
                plot,
                theme=None,
                height=plot.height,
                config=PLOT,
                key=name,
                alt=figure.alt,
                on_select=partial(_clicked, name),
                selection_mode="points",
            )
            if below:
                st.markdown(below)


def texts_around(plot: store.Shown) -> tuple[str, str]:
    """The entries of the legend that stands above a plot, and the figures that stand in words below it, each as Markdown whose
    lines break between them; empty where it has none."""
    legend, told = around(plot.to_dict())
    entries = (
        whole(f':color[{_sign(sign)}]{{foreground="{colour}"}}') + f"\u00a0{_unbroken(text(words))}"
        for sign, colour, words in legend
    )
    below = (_unbroken(text(one.rstrip())) + " " * one.endswith(" ") for one in told)
    return _grey("\u2003".join(entries)), _grey("".join(below))


def _sign(sign: str) -> str:
    """A sign as Markdown; of a symbol between two ends of its line that alone is bold, so that a broken line stays so."""
    return f"{sign[0]}**{sign[1]}**{sign[2]}" if len(sign) == 3 else text(sign)


def _unbroken(words: str) -> str:
    """Words whose spaces end no line; that its Chinese does not either says the style of the frame."""
    return words.replace(" ", "\u00a0")


def _small(words: str) -> str:
    """Words as Markdown in a caption's type; a message less than a caption."""
    return _grey(text(words))


def _grey(markdown: str) -> str:
    return markdown and f":gray[:small[{markdown}]]"


def _below(notices: Sequence[str], *lines: str) -> None:
    """Notices, and below them notes and sources, a line each: one text, since each by itself costs a browser its time."""
    said = [f":orange-background[{text(one)}]" for one in notices]
    st.markdown("\n\n".join((*said, "  \n".join(_small(one) for one in lines if one))))


def _clicked(name: str) -> None:
    """Open the card of the mark that was clicked. Plotly takes a second click on one mark for its being let go, and
    tells of no mark: it is the last one again."""
    last = f"{name}-last"
    if clicked := st.session_state[name].selection.points:
        st.session_state[last] = _row_of(clicked[-1].get("customdata"))
    if row := st.session_state.get(last):
        address.open_row(row)


def _row_of(told: Any) -> str:
    """The row of a mark, by what its trace says: an id, or of a cell the ids of all rows that it counts."""
    if isinstance(told, list):
        return str(told[0]) if len(told) == 1 else ""
    return str(told or "")
