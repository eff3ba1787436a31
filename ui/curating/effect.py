"""The fourth step: what would change, were what is chosen adopted. What differs is found in ``industry.curation.difference``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from industry import wording
from industry.curation.bench.trying import Tried
from industry.curation.changes import lines
from industry.curation.changes.figures import Figured
from industry.curation.changes.numbers import Number
from industry.curation.changes.where import Where
from industry.curation.difference import Difference
from industry.export.used import Use
from industry.figures.compose.on_canvas import screen
from industry.figures.record import Figure, TablePanel
from ui import address, store
from ui.address import language
from ui.curating.said import shown, told
from ui.parts import table
from ui.parts.figure import PLOT, texts_around
from ui.parts.table import Cell, Column, Line, Table
from ui.serving import addresses

_HIGH = 420
"""CSS pixels beyond which a table scrolls."""
_NARROW = {"indicator": 150, "before": 84, "after": 84}
_FOLDS = ("region", "period", "change", "where")
"""Of the columns of numbers those that stand below the indicator on a narrow screen, and the widths of the others there."""
_AT_ONCE: tuple[lines.Section, ...] = ("compared", "ranks")
_ON_DEMAND: tuple[lines.Section, ...] = ("derived", "audits", "records")
"""Sections whose lines are shown, and those that are opened to be read."""
_PLACES = 2
"""Of the places where a number appears that many are named."""
_MOST = 300
"""Lines of a table of numbers."""


def show(tried: Tried) -> None:
    """What would change, the weightiest first; or each thing that is wrong."""
    if tried.difference is None:
        st.error(told("would_fail", len(tried.wrong)))
        st.markdown("\n".join(f"- {shown(one.told(language()))}" for one in tried.wrong[:_MOST]))
        return
    found = tried.difference
    st.markdown(shown(lines.summary(found, language())))
    numbers(found, "effect-numbers")
    figures = found.figures(language())
    _findings(figures)
    told_of = [one for one in lines.lines(found, language()) if one.section in (*_AT_ONCE, *_ON_DEMAND)]
    for section in _AT_ONCE:
        said = [one.text for one in told_of if one.section == section]
        if said:
            st.markdown(f"**{lines.heading(section, language())}**")
            st.markdown(_listed(said))
    _figures(figures)
    for section in _ON_DEMAND:
        said = [one.text for one in told_of if one.section == section]
        if said:
            with st.expander(told("section_of", lines.heading(section, language()), len(said))):
                st.markdown(_listed(said))


def _listed(said: Sequence[str]) -> str:
    told_of = [f"- {shown(one)}" for one in said[:_MOST]]
    more = [f"- {told('and_more', len(said) - _MOST)}"] if len(said) > _MOST else []
    return "\n".join([*told_of, *more])


def numbers(found: Difference, key: str) -> None:
    """Each number that is new, another or gone, with what was, what would be, and where it appears."""
    named = {
        "indicator": 230,
        "region": 74,
        "period": 140,
        "change": 70,
        "before": 120,
        "after": 120,
        "where": 290,
    }
    columns = tuple(
        Column(told(f"head_{name}"), width, _NARROW.get(name, 0), folds=name in _FOLDS, bold=name == "after")
        for name, width in named.items()
    )
    made = tuple(_line(one, found) for one in found.numbers[:_MOST])
    if made:
        table.show(Table(told("numbers"), columns, made, most=_HIGH), key)
    if len(found.numbers) > _MOST:
        st.caption(told("numbers_more", len(found.numbers), _MOST))


def _line(one: Number, found: Difference) -> Line:
    row, tongue = one.it, language()
    ends = [Cell(wording.number(each, tongue)) if each else Cell() for each in (one.before, one.after)]
    moved = wording.period(row.period, tongue)
    edition = wording.edition(row.edition, found.after.catalogue.config, tongue) if row.edition else ""
    return Line(
        (
            Cell(row.indicator.name(tongue)),
            Cell(row.region.name(tongue)),
            Cell(moved, small=edition),
            Cell(told(f"change_{one.kind}")),
            *ends,
            Cell(where(found.where(one, tongue)), faint=True),
        )
    )


def where(found: Where) -> str:
    """Where a number appears, or why it does nowhere."""
    if found.uses:
        names = [one.title for one in found.uses[:_PLACES]]
        more = len(found.uses) - len(names)
        return told("listed").join(names) + (told("and_more", more) if more else "")
    if found.why:
        return told("nowhere", wording.worded("command", f"unshown_{found.why}", language()))
    if found.instead:
        source = found.instead.source.title(language()) if found.instead.source else ""
        return told("another_drawn", wording.number(found.instead, language()), source)
    return told("by_choice")


def link(one: Use) -> str:
    """The address of a place where a number appears."""
    return f"{addresses.present(one.deck)}#{one.slide}" if one.deck else address.link(one.page, **one.choices)


def _findings(figures: Iterable[Figured]) -> None:
    """The sentences that figures say otherwise."""
    said = [(one, one.finding) for one in figures if one.finding is not None]
    if not said:
        return
    columns = (
        Column(told("head_figure"), 250),
        Column(told("head_said"), 330, folds=True, lead=told("lead_said")),
        Column(told("head_says"), 330, folds=True, lead=told("lead_says"), bold=True),
    )
    made = tuple(
        Line(
            (
                Cell(one.it.frame.title, small=told("turned") if finding.turned else ""),
                Cell(str(finding.before or told("nothing_said"))),
                Cell(str(finding.after or told("nothing_said"))),
            )
        )
        for one, finding in said
    )
    st.markdown(f"**{told('findings')}**")
    table.show(Table(told("findings"), columns, made, most=_HIGH), "effect-findings")


def _figures(figures: Sequence[Figured]) -> None:
    """The figures that differ; the one that is chosen is drawn as it is and as it would be."""
    if not figures:
        return
    st.markdown(f"**{told('figures')}**")
    names = [told("marks_moved", one.it.frame.title, len(one.marks) + len(one.sentences)) for one in figures]
    at = st.pills(
        told("figures"),
        range(len(figures)),
        format_func=lambda number: shown(names[number]),
        key=f"effect-figures-{language()}",
        label_visibility="collapsed",
    )
    if at is None or at >= len(figures):
        return
    one = figures[at]
    sides = {"before": one.before, "after": one.after}
    for column, (side, figure) in zip(st.columns(2, gap="medium"), sides.items(), strict=True):
        with column, st.container(border=True):
            st.caption(told(f"as_{side}"))
            _drawn(figure, one, f"effect-{one.slide}-{side}-{language()}")


def _drawn(figure: Figure | None, one: Figured, key: str) -> None:
    if figure is None:
        st.info(told("no_figure"))
        return
    st.markdown(f"**{shown(figure.frame.heading)}**")
    if figure.frame.subtitle:
        st.caption(shown(figure.frame.subtitle))
    if figure.empty:
        st.info(shown(figure.empty))
    for at, panel in enumerate(figure.panels):
        if isinstance(panel, TablePanel):
            side = "after" if figure is one.after else "before"
            cells = [(mark.it.name, getattr(mark, side)) for mark in one.marks]
            st.markdown(
                "\n".join(
                    f"- {shown(name)}：{shown(str(held.words) if held else told('nothing_said'))}"
                    for name, held in cells
                )
            )
            return
        with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
            st.markdown(f"**{shown(panel.heading)}**" if panel.heading else "", width="content")
            st.caption(shown(panel.unit), width="content")
        plot = store.Shown(screen(figure, at))
        above, below = texts_around(plot)
        if above:
            st.markdown(above)
        st.plotly_chart(plot, theme=None, height=plot.height, config=PLOT, key=f"{key}-{at}", alt=figure.alt)
        if below:
            st.markdown(below)
    for notice in figure.frame.notices:
        st.markdown(f":orange-background[{shown(notice)}]")
    if figure.frame.note:
        st.caption(shown(figure.frame.note))
