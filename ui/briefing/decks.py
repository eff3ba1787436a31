"""A deck on its page: which one it is, the links to present it and to take it away.

Its slides are shown in ``slides``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from industry.export.deck import regional, years
from industry.export.formats import formats
from industry.export.order import drawn
from industry.figures.compose import wrapping
from industry.tables.tables import Tables
from industry.vocabulary.configuration import CUSTOM
from industry.vocabulary.slide import Slide
from ui import store
from ui.address import language, plain, say, words
from ui.briefing.tools import told
from ui.choices import choice, flag
from ui.parts import common
from ui.serving import addresses

KEY = "deck"
"""What the address says of the deck that was chosen. Of none: one's own, as soon as there is anything in it."""
_TYPE, _BESIDE, _GAP = 14.0, 55, 26
"""CSS pixels: the type of a link, and what it has besides its text; between links, and the arrow of what opens."""


@dataclass(frozen=True)
class Shown:
    """The deck on the page: its ``id``, its ``slides``, and the ``year`` it is of, where that is another than config.yaml
    looks at."""

    id: str
    slides: Sequence[Slide]
    year: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether the viewer has put it together: each of its slides has the year it was chosen with."""
        return self.id == CUSTOM

    @property
    def named(self) -> Sequence[Slide]:
        """The slides that addresses name: those of a deck that is listed nowhere."""
        return self.slides if self.is_own else ()


def chosen(tables: Tables, own: Sequence[Slide]) -> Shown:
    """Let the viewer choose one of the decks that there are, and of which year it is, or their own. Where they have one it
    is theirs until they choose."""
    decks, config = {one.id: one for one in regional.decks(tables)}, tables.catalogue.config
    names = {id: one.title(language()) for id, one in decks.items()} | {CUSTOM: told("own")}
    usual = CUSTOM if own else next(iter(names))
    with st.container(width=250):
        id = choice(KEY, names, usual, say("汇报", "Deck"), hide_label=True)
    if id == CUSTOM:
        return Shown(id, own)
    year = common.year(tables, hide_label=True)
    slides = years.of_year(decks[id], year, tables).slides
    return Shown(id, slides, None if year == config.focus else year)


def other_years(tables: Tables, deck: Shown) -> None:
    """Say which figures of a deck of another year show nothing of it; nothing where there are none."""
    figures = drawn(tables, deck.slides, language(), store.drawn) if deck.year else ()
    if sentence := years.of_others(figures, deck.year, tables.catalogue.config, language()):
        st.caption(plain(sentence, None))


def links(tables: Tables, deck: Shown) -> None:
    """Links to present the deck and to take it away, in each format that decks have; beside those of pictures what
    pictures they hold."""
    own, year, off = deck.named, deck.year, not deck.slides
    sizes = {one.id: one.name(language()) for one in tables.catalogue.config.sizes}
    st.link_button(
        say("开始演示", "Present"),
        addresses.present(deck.id, own, year),
        type="primary",
        icon=":material/slideshow:",
        disabled=off,
        help=words("present"),
        width=_wide(say("开始演示", "Present")),
    )
    made = [one for one in formats().values() if one.of == "deck"]
    for one in (each for each in made if not each.pictures):
        for clean in one.ways:
            to = addresses.deck(deck.id, one, "", slides=own, clean=clean, year=year)
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
                to = addresses.deck(deck.id, one, size, title=title, slides=own, year=year)
                _link(one.name(language()), to, off)


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
