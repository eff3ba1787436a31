"""A deck to present and to take away: its addresses, and the files behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from industry.export import bundle
from industry.export.pptx import presentation
from industry.figures.context import Choices
from industry.figures.record import Failed
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Size
from ui import pictures, presenting, store
from ui.address import join, language, plain, say
from ui.figure import picture_address
from ui.trouble import NotFound

KINDS = {
    "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


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


def taken(name: str, query: Mapping[str, str]) -> tuple[bytes, str, str]:
    """A deck as a file: content, file name, media type. ``name`` is ``<deck>.<kind>``, see `KINDS`.

    Raises NotFound for what there isn't, and what the renderer raises.
    """
    deck_id, _, kind = name.rpartition(".")
    if kind not in KINDS:
        raise NotFound("address", f"/deck/{name}")
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", name)
    tongue = "en" if query.get("lang") == "en" else "zh"
    deck = presenting.deck_of(tables, deck_id, query)
    known = tuple(id for id in deck.figures if id in tables.catalogue.figures)
    if not known:
        raise NotFound("deck", deck_id)
    size = pictures.size_of(tables, query.get("size"))
    name = f"{deck.title(tongue)}_{tongue}.{kind}"
    if kind == "html":  # what is presented is what is taken away
        return presenting.page(deck_id, query).encode("utf-8"), name, KINDS[kind]
    choices = pictures.choices_of(tables, query)
    figures = tuple(store.figure(tables, tables.catalogue.figures[id], choices, tongue) for id in known)
    asked = bundle.Order(deck.title(tongue), figures, tongue, tables.version)
    return _content(asked, kind, size, query.get("title") != "0"), name, KINDS[kind]


def _content(asked: bundle.Order, kind: str, size: Size, title: bool) -> bytes:
    if kind == "zip":
        return bundle.archive(bundle.named_pictures(pictures.renderer(), asked, size, title))
    if kind == "pptx":
        return presentation.presentation(asked.title, asked.figures, asked.language)
    return bundle.workbook(asked)
