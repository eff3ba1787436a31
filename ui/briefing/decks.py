"""A deck on its page: which one it is, the links to present it and to take it away.

Its slides are shown in ``slides``.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from industry.export.deck import regional
from industry.export.formats import formats
from industry.figures.compose import wrapping
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from ui.address import language, say, words
from ui.briefing.tools import told
from ui.choices import choice, flag
from ui.serving import addresses

_TYPE, _BESIDE, _GAP = 14.0, 55, 26
"""CSS pixels: the type of a link, and what it has besides its text; between links, and the arrow of what opens."""


def chosen(tables: Tables, own: Sequence[Slide]) -> str:
    """Let the viewer choose one of the decks that there are or their own; gives its id. Where they have one it is theirs until
    they choose."""
    names = {one.id: one.title(language()) for one in regional.decks(tables)} | {
        addresses.CUSTOM: told("own")
    }
    usual = addresses.CUSTOM if own else next(iter(names))
    with st.container(width=250):
        return choice("deck", names, usual, say("汇报", "Deck"), hide_label=True)


def links(tables: Tables, deck: str, slides: Sequence[Slide]) -> None:
    """Links to present the deck and to take it away, in each format that decks have; beside those of pictures what
    pictures they hold."""
    own, off = slides if deck == addresses.CUSTOM else (), not slides
    sizes = {one.id: one.name(language()) for one in tables.catalogue.config.sizes}
    st.link_button(
        say("开始演示", "Present"),
        addresses.present(deck, own),
        type="primary",
        icon=":material/slideshow:",
        disabled=off,
        help=words("present"),
        width=_wide(say("开始演示", "Present")),
    )
    made = [one for one in formats().values() if one.of == "deck"]
    for one in (each for each in made if not each.pictures):
        for clean in one.ways:
            to = addresses.deck(deck, one, "", slides=own, clean=clean)
            _link(one.called(language(), clean), to, off)
    pictures = [one for one in made if one.pictures]
    if not pictures:
        return
    wide = sum(_wide(one.name(language())) for one in pictures) + _wide(told("options")) + _GAP
    with st.container(horizontal=True, gap="small", width=wide, key="pictures"):
        places = [st.empty() for _ in pictures]
        size, title = _pictures(sizes)
        for one, place in zip(pictures, places, strict=True):
            with place:
                _link(one.name(language()), addresses.deck(deck, one, size, title=title, slides=own), off)


def _link(name: str, to: str, off: bool) -> None:
    st.link_button(name, to, icon=":material/download:", disabled=off, width=_wide(name))


def _wide(name: str) -> int:
    """CSS pixels of a link: the row of them is broken where it will be before the browser has drawn them."""
    return round(wrapping.width(name) * _TYPE + _BESIDE)


def _pictures(sizes: dict[str, str]) -> tuple[str, bool]:
    """Which pictures the ZIP holds: their size, and whether with titles."""
    with st.popover(told("options"), icon=":material/tune:", key="picture-options"):
        size = choice("size", sizes, next(iter(sizes)), say("图片尺寸", "Size of pictures"))
        return size, flag("title", say("图片带标题", "Pictures with title"), True)
