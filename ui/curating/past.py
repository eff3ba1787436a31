"""What stands around the work: what others did to the tables since it was begun; earlier adoptions, of which the last can be taken
back; workbooks to enter figures in; every fault of the tables as they lie there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry import wording
from industry.curation.difference import difference
from industry.curation.refusal import Refusal
from industry.tables.faults import Fault
from industry.tables.tables import Tables
from ui.address import language, plain
from ui.curating import adopted, effect, questions, writing
from ui.curating import now as tables_of
from ui.curating.now import Now
from ui.curating.said import files, shown, told
from ui.curating.works import Work
from ui.parts import table
from ui.parts.table import Cell, Column, Line, Table
from ui.serving import addresses

_MOST = 50
_HIGH = 330
_MOST_FAULTS = 500
"""A table saved in another encoding has a fault in every row."""


def elsewhere() -> None:
    """That nothing was written since another tab was first, once."""
    if isinstance(found := st.session_state.get(writing.TOLD), writing.Elsewhere):
        del st.session_state[writing.TOLD]
        st.warning(told(f"elsewhere_{found.what}", f"{found.at:%H:%M:%S}"), icon=":material/info:")


def outcome() -> None:
    """What came of taking an adoption back, once."""
    found = st.session_state.pop(writing.TOLD, None)
    if isinstance(found, Refusal):
        adopted.refused(found)
    elif found is not None:
        st.success(found, icon=":material/check_circle:")


def show(tables: Tables | None) -> None:
    """Earlier adoptions, and the workbooks."""
    outcome()
    _adoptions()
    if tables is not None:
        questions.every(tables)
        _templates(tables)


def _adoptions() -> None:
    entries = writing.entries()
    st.markdown("## " + told("past"))
    if not entries:
        st.caption(told("past_none"))
        return
    heads = (("past_when", 160), ("past_who", 150), ("past_what", 80), ("past_file", 260), ("past_rows", 130), ("past_version", 210), ("past_backup", 210))  # fmt: skip
    columns = tuple(
        Column(told(name), width, folds=at not in (0, 3)) for at, (name, width) in enumerate(heads)
    )
    lines = tuple(_line(one, entries) for one in reversed(entries[-_MOST:]))
    table.show(Table(told("past"), columns, lines, most=_HIGH), "past")
    with st.container(horizontal=True, gap="small"):
        for way in (writing.UNDO, writing.REDO):
            if (one := writing.last(way)) is not None:
                label = told(f"past_{way}", one.at, plain(_files(_adopted(one, entries)), 40))
                st.button(label, key=f"past-{way}", on_click=writing.ask, args=(_turn, way, one))


def _adopted(one: writing.Entry, entries: Sequence[writing.Entry]) -> writing.Entry:
    """The adoption that was taken back, or adopted again; of an adoption itself."""
    while one.what != writing.ADOPT:
        earlier = entries[: entries.index(one)]
        found = next((each for each in reversed(earlier) if each.at in one.named), None)
        if found is None:
            break
        one = found
    return one


def _files(one: writing.Entry) -> str:
    return told("listed").join(one.named)


def _line(one: writing.Entry, entries: Sequence[writing.Entry]) -> Line:
    rows = (
        told("past_counts", one.rows, one.replaced)
        if one.what == writing.ADOPT and one.rows + one.replaced
        else ""
    )
    of = _adopted(one, entries)
    return Line(
        (
            Cell(one.at),
            Cell(one.who),
            Cell(told(f"did_{one.what}")),
            Cell(_files(of), small="" if of is one else told("past_of", of.at)),
            Cell(rows),
            Cell(_versions(one), faint=True),
            Cell(one.backup, faint=True),
        )
    )


def _versions(one: writing.Entry) -> str:
    before, after = _version(one.before), _version(one.after)
    return before if one.before == one.after else told("past_versions", before, after)


def _version(version: str) -> str:
    """As it is shown elsewhere; tables with faults have none."""
    return wording.short_version(version) if version else told("nothing_said")


def _turn(way: str, expected: writing.Entry) -> None:
    done = writing.turn(way, expected)
    st.session_state[writing.TOLD] = (
        done
        if isinstance(done, Refusal)
        else told(f"was_{way}", expected.at, shown(files(done.entry.files, tables_of.now().tables)))
    )


def _templates(tables: Tables) -> None:
    """For each region the workbook with its rows."""
    st.markdown("## " + told("templates"))
    st.caption(told("templates_lead"))
    with st.container(horizontal=True, gap="small"):
        for id, one in tables.catalogue.regions.items():
            st.link_button(
                shown(one.name(language())),
                addresses.curated(f"template/{id}.xlsx"),
                icon=":material/download:",
            )


def meanwhile(work: Work, now: Now) -> None:
    """Who changed the tables, when, and which numbers are others now; nothing where nobody did."""
    if work.base is None or work.base.content == now.content:
        return
    entries = writing.entries()
    since = [one for one in entries if one.at >= f"{work.at:%Y-%m-%d %H:%M:%S}"]
    lines = [
        told(
            "meanwhile_one",
            one.at,
            plain(one.who),
            told(f"did_{one.what}"),
            plain(_files(_adopted(one, entries)), 80),
        )
        for one in since
    ]
    st.warning(
        "\n\n".join([told("meanwhile"), *(lines or [told("meanwhile_by_hand")])]), icon=":material/info:"
    )
    if work.base.tables is not None and now.tables is not None:
        with st.expander(told("meanwhile_what"), on_change="rerun", key=f"meanwhile-{work.id}") as opened:
            if opened.open:
                effect.numbers(difference(work.base.tables, now.tables), "meanwhile-numbers")


def faults(found: tuple[Fault, ...]) -> None:
    """Every fault of the tables as they lie there, at its cell."""
    if not found:
        return
    st.error(told("faults", len(found)), icon=":material/warning:")
    st.markdown("\n".join(f"- {shown(wording.fault(one, language()))}" for one in found[:_MOST_FAULTS]))
    if len(found) > _MOST_FAULTS:
        st.caption(told("faults_more", len(found) - _MOST_FAULTS))
