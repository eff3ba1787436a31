"""A deck on its page: what it holds, and the links to present it and to take it away."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from industry.figures.context import Choices
from industry.figures.record import Failed
from industry.tables.tables import Tables
from ui import store
from ui.address import join, language, plain, say
from ui.parts.figure import picture_address
from ui.serving import presenting


def links(deck: str, figures: Sequence[str], size: str, title: bool) -> None:
    """Links to present the deck and to take it away."""
    more = {"lang": "en"} if language() == "en" else {}
    if deck == presenting.CUSTOM:
        more["figures"] = join(figures)
    query = f"?{urlencode(more, safe=',')}" if more else ""
    pictured = urlencode(more | {"size": size} | ({} if title else {"title": "0"}), safe=",")
    with st.container(horizontal=True, gap="small"):
        st.link_button(
            say("开始演示", "Present"), f"/present/{deck}{query}", type="primary", icon=":material/slideshow:"
        )
        for kind, label in (
            ("pptx", "PPTX"),
            ("html", say("网页 HTML", "HTML")),
            ("xlsx", "XLSX"),
        ):
            st.link_button(label, f"/deck/{deck}.{kind}{query}", icon=":material/download:")
        st.link_button(
            say("图片 ZIP", "Pictures, ZIP"), f"/deck/{deck}.zip?{pictured}", icon=":material/download:"
        )
    st.caption(
        say(
            "演示：方向键翻页，Home、End 到首末页，Esc 列出全部，S 存图。PPTX 中的图是可编辑的原生图表。",
            "Presenting: arrow keys turn the pages, Home and End go to the ends, Esc lists them all, S saves a picture. "
            "The charts in the PPTX are native and can be edited.",
        )
    )


def contents(tables: Tables, figures: Sequence[str]) -> None:
    """What is in the deck, slide by slide, each with its picture's address."""
    st.markdown("## " + say("目录", "Contents"))
    lines = []
    for number, id in enumerate(figures, start=1):
        drawn = store.figure(tables, tables.catalogue.figures[id], Choices(), language())
        told = drawn.empty if isinstance(drawn, Failed) else drawn.frame.finding
        finding = say("：", ": ") + told if told else ""
        address = picture_address(id, Choices(), "slide")
        lines.append(f"{number}. [{plain(drawn.frame.title + finding, None)}]({address})")
    st.markdown("\n".join(lines))
