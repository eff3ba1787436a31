"""What the data page gives away and tells: CSV and XLSX of the rows shown, what the checks found, and
every source."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.export import listing, workbook
from industry.export.formats import xlsx
from industry.figures.record import Table as Texts
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from ui import store
from ui.address import language, say, words
from ui.parts import text_table
from ui.parts.figure import text

_MOST = 200


def downloads(tables: Tables, rows: Sequence[Observation]) -> None:
    """CSV and XLSX of what is shown, made when asked for."""
    if not rows:
        return

    def sheets() -> dict[str, workbook.Sheet]:
        return listing.sheets(tables, rows, language())

    made = {
        "csv": ("text/csv", lambda: workbook.comma_separated(*next(iter(sheets().values())))),
        "xlsx": (xlsx.FORMAT.media, lambda: workbook.workbook(sheets())),
    }
    with st.container(horizontal=True, gap="small"):
        for kind, (media, make) in made.items():
            st.download_button(
                say(f"下载 {kind.upper()}", kind.upper()),
                make,
                f"{words('file')}.{kind}",
                media,
                on_click="ignore",
                icon=":material/download:",
            )


def findings(tables: Tables) -> None:
    """What the checks of the tables found: first what doesn't agree, then what does."""
    st.markdown("## " + words("checks"))
    st.caption(words("checks_lead"))
    noted, agreed = _told(tables, language(), _MOST)
    st.markdown(_list(noted))
    with st.expander(words("agreed", agreed.count)):
        st.markdown(_list(agreed))


_told = store.kept(4)(listing.findings)


def _list(told: listing.Told) -> str:
    """Sentences as a list, and how many there are where not all are told."""
    lines = [f"- {text(one)}" for one in told.sentences]
    if told.count > len(told.sentences):
        lines.append("- " + say(f"……共{told.count}项", f"… {told.count} in all"))
    return "\n".join(lines)


def sources(tables: Tables) -> None:
    """Every source of the tables."""
    st.markdown("## " + words("sources"))
    header, lines = listing.sources(tables, language())
    text_table.show(words("sources"), Texts(header, tuple(lines)), "sources")
