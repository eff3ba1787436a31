"""A deck on its page: what it holds, and the links to present it and to take it away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.export.formats import formats, png
from industry.export.order import drawn
from industry.figures.record import Failed
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from ui import store
from ui.address import language, plain, say, words
from ui.serving import addresses


def links(deck: str, slides: Sequence[Slide], size: str, title: bool) -> None:
    """Links to present the deck and to take it away, in each format that decks have."""
    own = slides if deck == addresses.CUSTOM else ()
    with st.container(horizontal=True, gap="small", key="deck"):
        st.link_button(
            say("开始演示", "Present"),
            addresses.present(deck, own),
            type="primary",
            icon=":material/slideshow:",
        )
        for made in formats().values():
            if made.of == "deck":
                address = addresses.deck(deck, made, size, title=title, slides=own)
                st.link_button(made.name(language()), address, icon=":material/download:")
    st.caption(words("present"))


def contents(tables: Tables, slides: Sequence[Slide]) -> None:
    """What is in the deck, slide by slide, each with its picture's address."""
    st.markdown("## " + say("目录", "Contents"))
    size = tables.catalogue.config.sizes[0].id
    lines = []
    for number, figure in enumerate(drawn(tables, slides, language(), store.drawn), start=1):
        told = figure.empty if isinstance(figure, Failed) else figure.frame.finding
        finding = say("：", ": ") + told if told else ""
        address = addresses.picture(Slide.parse(figure.id), png.FORMAT, size)
        lines.append(f"{number}. [{plain(f'{figure.frame.title}{finding}', None)}]({address})")
    st.markdown("\n".join(lines))
