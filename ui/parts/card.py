"""The card of a number, in a drawer beside the page: it is open as long as the address names a row. What it says is
made in ``industry.export``.

It is drawn before the page is, so that it doesn't wait for the figures that stand behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from industry.export import card as made
from industry.export import taking
from industry.export.card import Card, Other
from industry.export.used import Use, used
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording import worded
from ui import address, store
from ui.address import language
from ui.parts import table
from ui.parts.component import component
from ui.parts.figure import text
from ui.parts.sources import linked
from ui.parts.table import Cell, Column, Line, Table
from ui.serving import addresses
from ui.texts import passage

_COPYING = Path(taking.__file__).parent / "copying.js"
_BUTTON = 30
"""CSS pixels: how high the button in it is."""
_card = store.kept(512)(made.card)
_used = store.kept(512)(used)


def show() -> None:
    """Open the card of the row that the address names, if it names one."""
    asked, tables = address.asked(address.ROW), store.snapshot().tables
    if asked is None or tables is None:
        return
    row = made.find(tables, asked)
    title = text(_card(tables, row, language()).about) if row else _say("card")
    st.dialog(title, width=passage.WIDTH, position="right", on_dismiss=address.close_row)(_drawn)(
        tables, row, asked
    )


def _say(key: str, *facts: object) -> str:
    return worded("card", key, language(), *facts)


def _drawn(tables: Tables, row: Observation | None, asked: str) -> None:
    """What stands in the drawer. A number in it opens its own card in its place, which the whole page draws."""
    if address.asked(address.ROW) != asked:
        st.rerun()
    if row is None:
        st.info(_say("no_such_row", text(asked[:80])), icon=":material/info:")
        return
    one = _card(tables, row, language())
    st.html(_head(one))
    if one.told:
        st.caption("  \n".join(map(text, one.told)))
    if one.terms:
        with _section("terms"):
            st.caption(text(_say("formula", one.formula)))
            _others("terms", one.terms)
    passage.show(tables, row)
    _cited(one)
    _checked(one)
    if one.bases:
        with _section("bases"):
            _others("bases", one.bases)
    if one.paragraph:
        with _section("same_paragraph"):
            _others("same_paragraph", one.paragraph)
            if one.paragraph_left:
                st.caption(text(_say("more_of_paragraph", one.paragraph_left)))
    _elsewhere(one)
    _uses(tables, row)


def _section(key: str) -> Any:
    """A section with its head, to be filled."""
    section = st.container(gap="xxsmall")
    section.markdown(f"**{_say(key)}**")
    return section


def _head(one: Card) -> str:
    """The figure, and what it is."""
    figure, name, definition = map(escape, (one.figure, one.indicator, one.definition))
    return (
        f'<div style="font-size:2.4rem;line-height:1.25;font-weight:700">{figure}</div>'
        f'<div><span style="font-size:1.1rem;font-weight:600">{name}</span>　'
        f'<span style="font-size:0.875rem;color:#5B6770">{definition}</span></div>'
    )


def _others(kind: str, others: Sequence[Other]) -> None:
    """Other numbers as a table, whose figures open their cards; what doesn't differ is named by the section."""
    columns = (
        Column(_say("what"), 290, 190),
        Column(_say("figure"), 140, bold=True),
        Column(_say("remark"), 190, folds=True),
    )
    lines = [
        Line((Cell(one.what or _say(kind)), Cell(one.figure, row=one.id), Cell(one.remark, faint=True)))
        for one in others
    ]
    table.show(Table(_say(kind), columns, tuple(lines), bare=True), f"card-{kind}")


def _cited(one: Card) -> None:
    """The sources, each with its address, and the citation to copy."""
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{_say('citation')}**", width="content")
            told = {"text": one.citation, "labels": [_say(key) for key in ("copy", "copied", "not_copied")]}
            component(Path(__file__).parent, "copy_button", _COPYING)(
                key="card-copy", data=told, width="content", height=_BUTTON
            )
        for source in one.sources:
            st.markdown(linked(source.line, source.url))


def _checked(one: Card) -> None:
    told = [*one.checks, *([one.unchecked] if one.unchecked else [])]
    if one.checks_left:
        told.append(_say("more_checks", one.checks_left))
    with _section("checks"):
        st.markdown(_listed(map(text, told)))


def _elsewhere(one: Card) -> None:
    """The same indicator: other regions, other periods, other editions."""
    groups = {"other_regions": one.regions, "other_periods": one.periods, "other_editions": one.editions}
    with _section("same_indicator"):
        if not any(groups.values()):
            st.caption(text(_say("alone")))
        for head, others in groups.items():
            if others:
                st.caption(text(_say(head)))
                _others(head, others)


def _uses(tables: Tables, row: Observation) -> None:
    """Where it is used: drawn last, since for new tables it takes a while to learn."""
    with _section("used"):
        if found := _used(tables, row, language()):
            st.markdown(_listed(f"[{text(one.title)}]({_place(one)})" for one in found))
        else:
            st.caption(text(_say("not_used")))


def _place(one: Use) -> str:
    if one.deck:
        return f"{addresses.present(one.deck)}#{one.slide}"
    return address.link(one.page, **one.choices)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {one}" for one in lines)
