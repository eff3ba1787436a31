"""A figure on a page: its frame as text around the plot, whose marks open their numbers' cards, then its table,
sources and pictures, each made only when opened. What a figure says and draws was decided before it came here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote

import streamlit as st

from industry.export.formats import formats, png
from industry.figures.record import Failed, Figure, GridPanel, LinesPanel, RowsPanel, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import NOTHING, Choices, Slide
from industry.wording import citation
from ui import address, store
from ui.address import language, plain, say
from ui.parts import panel_table, text_table
from ui.serving import addresses

PLOT = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}
_IN_ADDRESSES = ":/?#@!$&'*+,;=%~"


def show(tables: Tables, spec: FigureSpec, choices: Choices = NOTHING, level: int = 2) -> Figure:
    """Draw the figure that ``spec`` describes, with everything that belongs to it; gives its record."""
    figure, plots = store.shown(tables, spec, choices, language())
    frame = figure.frame
    key = f"figure-{spec.id}-{language()}"
    with st.container(border=True, key=key):
        st.markdown(f"{'#' * level} {text(frame.heading)}")
        if frame.subtitle:
            st.caption(text(frame.subtitle))
        if isinstance(figure, Failed):
            st.warning(text(figure.empty), icon=":material/warning:")
            return figure
        _plots(figure, plots, key)
        if figure.empty:
            st.info(text(figure.empty), icon=":material/info:")
            text_table.show(frame.title, figure.table, f"{key}-data")
        for notice in frame.notices:
            st.markdown(f":orange-background[{text(notice)}]")
        for line in (frame.note, frame.source):
            if line:
                st.caption(text(line))
        _tools(tables, figure, key)
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
        _plots(figure, plots, key)
        if figure.empty:
            st.info(text(figure.empty), icon=":material/info:")
        for notice in frame.notices:
            st.markdown(f":orange-background[{text(notice)}]")
        st.caption("  \n".join(text(line) for line in (foot, frame.note, frame.source_names) if line))
        _tools(tables, figure, key)


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
    _row(tables, waiting, choices)


def _row(tables: Tables, specs: Sequence[FigureSpec], choices: Choices) -> None:
    for column, spec in zip(st.columns(max(len(specs), 1), gap="medium"), specs, strict=False):
        with column:
            show(tables, spec, choices)


@lru_cache(maxsize=4096)
def text(words: str) -> str:
    """Words as Markdown that shows them and does nothing else."""
    return plain(words, None)


def cited(source: Source, told_by: Callable[[Source, str], str] = citation.full) -> str:
    """Everything that is known of a source, its address a link."""
    told, url = told_by(source, language()), source.url or ""
    if not url.startswith(("http://", "https://")):
        return text(told)
    before, _, behind = told.partition(url)
    return f"{text(before)}[{text(url)}]({quote(url, safe=_IN_ADDRESSES)}){text(behind)}"


def _plots(figure: Figure, plots: Sequence[store.Plot], key: str) -> None:
    """The panels, side by side where each has room."""
    if not figure.panels:
        return
    beside = len(figure.panels) > 1 and all(isinstance(one, RowsPanel | LinesPanel) for one in figure.panels)
    columns = st.columns(min(len(figure.panels), 3), gap="large") if beside else [st.container()]
    for at, (panel, plot) in enumerate(zip(figure.panels, plots, strict=True)):
        with columns[at % len(columns)]:
            with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
                st.markdown(f"**{text(panel.heading)}**" if panel.heading else "", width="content")
                st.caption(text(panel.unit), width="content")
            name = f"{key}-{at}"
            if isinstance(panel, TablePanel):
                panel_table.show(figure.frame.title, panel, name)
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


def _tools(tables: Tables, figure: Figure, key: str) -> None:
    """Sources and what can be taken away, in popovers that compute when open; the table below, as wide as the figure."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"tools-{key}"):
        first, slide = tables.catalogue.config.sizes[0], Slide.parse(figure.id)
        st.link_button(
            say("下载图片", "PNG"),
            addresses.picture(slide, png.FORMAT, first.id, download=True),
            icon=":material/download:",
        )
        others = _popover(say("其他尺寸和格式", "Other sizes and formats"), "image", f"{key}-others")
        sources = _popover(say("出处", "Sources"), "menu_book", f"{key}-sources")
        shown = st.session_state.get(f"{key}-table", False)
        st.button(
            say("收起数据表", "Hide table") if shown else say("数据表", "Table"),
            icon=":material/table:",
            key=f"{key}-opens",
            on_click=_turn,
            args=(f"{key}-table",),
        )
        if frame := figure.frame.as_of:
            st.caption(text(frame), width="content")
    if shown:
        text_table.show(figure.frame.title, figure.table, f"{key}-data")
    if sources.open:
        with sources:
            for source in figure.frame.sources:
                st.markdown("- " + cited(source, citation.card))
    if others.open:
        with others:
            _others(tables, figure, slide)


def _turn(name: str) -> None:
    st.session_state[name] = not st.session_state.get(name, False)


def _popover(label: str, icon: str, key: str) -> Any:
    return st.popover(label, icon=f":material/{icon}:", on_change="rerun", key=key)


def _others(tables: Tables, figure: Figure, slide: Slide) -> None:
    """A link for each format, of pictures for each size with and without the title, and a preview."""
    sizes = tables.catalogue.config.sizes
    for made in (one for one in formats().values() if one.of == "figure"):
        for size in sizes:
            with_title = addresses.any_format(slide, made, size)
            without = addresses.any_format(slide, made, size, title=False)
            st.markdown(
                f"**{made.id.upper()} · {text(size.name(language()))}**  \n"
                f"[{say('带标题', 'with title')}]({with_title}) · [{say('不带标题', 'without title')}]({without})"
            )
    decks = [one for one in formats().values() if one.of == "deck" and not one.pictures]
    links = [f"[{one.name(language())}]({addresses.any_format(slide, one, sizes[0])})" for one in decks]
    st.markdown(" · ".join(links))
    smallest = min(sizes, key=lambda one: one.width)
    st.markdown(f"![{text(figure.frame.title)}]({addresses.picture(slide, png.FORMAT, smallest.id)})")
