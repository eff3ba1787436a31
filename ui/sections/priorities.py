"""Priorities as tables: themes by documents, and of a word the numbers and priorities of all regions."""

from __future__ import annotations

from functools import partial

import streamlit as st

from industry import wording
from industry.export.pages import priorities as made
from industry.export.pages.priorities import Found, Item, Priorities
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Priority
from industry.wording import worded
from ui import store
from ui.address import Language, language, words
from ui.parts import table
from ui.parts.table import Cell, Column, Line, Table
from ui.sections.targets import cell
from ui.store import kept

_THEME, _DOCUMENT, _REGION, _PHONE = 110, 225, 270, 190
"""CSS pixels of columns."""
DOCUMENT = 230
"""CSS pixels of the choice of a document."""
MOST = 1200
"""CSS pixels beyond which the grid scrolls inside its box."""

priorities = kept(64)(made.priorities)
by_word = kept(64)(made.by_word)


@kept(4)
def documents(tables: Tables, tongue: Language) -> dict[str, str]:
    """Whose and of when the documents are, by the ids of their sources, in the order of their dates."""
    return {source.id: head for source, head in priorities(tables, tongue).documents}


def grid(found: Priorities) -> None:
    """Themes by documents with the words in the cells, or that nothing is found."""
    if not found.count:
        st.info(words("priorities_none"))
        return
    st.caption(words("priorities_found", wording.count(found.count, language())))
    table.show(_grid(found, at_hand(), language()), "grid")


def side_by_side(found: Found) -> None:
    """The numbers that a word is found in, a column for each region, and below them the priorities."""
    if found.lines:
        st.markdown("## " + words("word_numbers"))
        st.caption(words("word_numbers_lead"))
        table.show(_numbers(found, language()), "numbers")
    if any(found.items):
        st.markdown("## " + words("word_priorities"))
        table.show(_items(found, at_hand(), language()), "items")
    if not found.lines and not any(found.items):
        st.info(words("priorities_none"))


def for_word(tables: Tables, word: str, regions: tuple[str, ...], year: str) -> Found:
    """What a word is found in, for these regions."""
    return by_word(tables, word, regions, year, language())


@kept(64)
def _grid(found: Priorities, there: frozenset[str], tongue: Language) -> Table:
    head = partial(worded, "pages", language=tongue)
    columns = (
        Column(head("word_theme"), _THEME),
        *(Column(one, _DOCUMENT, _PHONE) for _, one in found.documents),
    )
    lines = tuple(
        Line((Cell(theme), *(_listed(items, there, tongue) for items in cells)))
        for theme, cells in found.grid
    )
    return Table(head("priorities_grid"), columns, lines, most=MOST)


@kept(64)
def _numbers(found: Found, tongue: Language) -> Table:
    head = partial(worded, "pages", language=tongue)
    columns = (
        Column(head("word_indicator"), 220, _THEME),
        *(Column(one, 230, 120, bold=True) for one in found.regions),
    )
    lines = tuple(
        Line((Cell(one.name), *(cell(said, when) for said, when in one.cells))) for one in found.lines
    )
    return Table(head("word_numbers"), columns, lines)


@kept(64)
def _items(found: Found, there: frozenset[str], tongue: Language) -> Table:
    """Themes by regions."""
    head = partial(worded, "pages", language=tongue)
    themes = dict.fromkeys(one.theme for items in found.items for one in items)
    columns = (Column(head("word_theme"), _THEME), *(Column(one, _REGION, _PHONE) for one in found.regions))
    lines = tuple(
        Line(
            (
                Cell(theme),
                *(
                    _listed([one for one in items if one.theme == theme], there, tongue, True)
                    for items in found.items
                ),
            )
        )
        for theme in themes
    )
    return Table(head("word_priorities"), columns, lines)


def at_hand() -> frozenset[str]:
    """The paragraphs of priorities that can be opened, each as an address says it."""
    tables, shelf = store.snapshot().tables, store.documents()
    held: dict[str, int] = {}
    for source in tables.catalogue.documents if tables else ():
        try:
            document = shelf.of(source)
        except Unreadable:
            continue
        held[source.id] = 0 if document.paged else len(document.parts)
    every = tables.catalogue.priorities if tables else ()
    return frozenset(_place(one) for one in every if 0 < one.paragraph <= held.get(one.source, 0))


def _place(one: Item | Priority) -> str:
    return f"{one.source}:{one.paragraph}"


def _listed(
    items: tuple[Item, ...] | list[Item], there: frozenset[str], tongue: Language, dated: bool = False
) -> Cell:
    """部署：…（第3段）: what a cell says, a line for each item, with its kind and its place, which opens the paragraph."""
    told, places = [], []
    for one in items:
        place = worded("pages", "paragraph", tongue, one.paragraph)
        place = f"{one.document} · {place}" if dated else place
        told.append(worded("pages", "priorities_item", tongue, one.kind, one.text, place))
        places.append((place, _place(one) if _place(one) in there else ""))
    return Cell("\n".join(told), places=tuple(places))
