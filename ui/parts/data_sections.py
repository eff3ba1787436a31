"""What the data page gives away and tells: CSV and XLSX of the rows shown, what the checks found, and
every source."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from industry import wording
from industry.export import listing, xlsx
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording import citation
from ui import store
from ui.address import language, say
from ui.parts import figure

_MOST = 200
_OF_NOTE = ("conflict", "out_of_line", "coverage_differs", "agrees_within_rounding")


def downloads(tables: Tables, rows: Sequence[Observation]) -> None:
    """CSV and XLSX of what is shown, made when asked for."""
    if not rows:
        return
    name = say("工业数据", "industry_data")

    def sheets() -> dict[str, xlsx.Sheet]:
        return listing.sheets(tables, rows, language())

    def as_csv() -> bytes:
        return xlsx.comma_separated(*next(iter(sheets().values())))

    def as_xlsx() -> bytes:
        return xlsx.workbook(sheets())

    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            say("下载 CSV", "CSV"),
            as_csv,
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            say("下载 XLSX", "XLSX"),
            as_xlsx,
            f"{name}.xlsx",
            kind,
            on_click="ignore",
            icon=":material/download:",
        )


def findings(tables: Tables) -> None:
    """What the checks of the tables found: first what doesn't agree, then what does."""
    st.markdown("## " + say("核对", "Checks"))
    st.caption(
        say(
            "由表中各数按恒等式核对：差、变动、占比、合计、期末数。只列出两边的数，不作取舍。",
            "The tables' figures checked by identities: gap, change, share, sum, closing stock. Both sides are "
            "listed, neither is preferred.",
        )
    )
    noted, agreed = _told(tables, language())
    st.markdown(_list(noted))
    with st.expander(say(f"相符的{len(agreed)}项", f"{len(agreed)} that agree")):
        st.markdown(_list(agreed))


@store.kept(4)
def _told(tables: Tables, tongue: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of the findings to note, the gravest first, and of those that agree."""
    found = sorted(tables.findings, key=lambda one: (*_OF_NOTE, one.code).index(one.code))
    told = [(one.code in _OF_NOTE, figure.text(wording.audit(one, tongue))) for one in found]
    return tuple(text for noted, text in told if noted), tuple(text for noted, text in told if not noted)


def _list(sentences: Sequence[str]) -> str:
    """Sentences as a list, the first ones of very many, with their number."""
    lines = [f"- {one}" for one in sentences[:_MOST]]
    if len(sentences) > _MOST:
        lines.append("- " + say(f"……共{len(sentences)}项", f"… {len(sentences)} in all"))
    return "\n".join(lines)


def sources(tables: Tables) -> None:
    """Every source of the tables."""
    st.markdown("## " + say("出处", "Sources"))
    held = list(tables.catalogue.sources.values())
    st.dataframe(
        pd.DataFrame(
            {
                say("出处", "Source"): [one.title(language()) for one in held],
                say("发布者", "Publisher"): [one.publisher(language()) for one in held],
                say("转引自", "Seen in"): [one.via(language()) if one.via else "" for one in held],
                say("日期", "Date"): [citation.date(one, language()) for one in held],
                say("可信度", "Confidence"): [one.confidence for one in held],
                say("网址", "Address"): [one.url or "" for one in held],
            }
        ),
        hide_index=True,
    )
