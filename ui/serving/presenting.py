"""A deck at its own address: from the words of a query to the file that presents itself.

What is served is what is taken away: the text is ``industry.export.html``'s. A few decks are kept,
those of the tables as they are now.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping

from industry.export.deck import html_deck
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Deck, FigureSpec
from industry.vocabulary.strict_record import Text
from ui import store
from ui.serving import pictures
from ui.trouble import NotFound, sentence

CUSTOM = "custom"
"""The id of a deck that is listed nowhere: its figures are in the query."""

_TITLE = Text(zh="自选图汇报", en="Chosen figures")
_MOST = 60
_KEPT = 8
_kept: OrderedDict[tuple[object, ...], str] = OrderedDict()
_lock = threading.Lock()
_making = threading.Lock()


def page(deck: str, query: Mapping[str, str]) -> str:
    """The deck ``deck`` of config.yaml, or of the figures that ``query`` names (``figures``), with its
    choices (``lang``, ``regions``, ``period``), as one HTML file.

    Raises NotFound for a deck that isn't listed and names no figures. Figures that there aren't are
    left out; the cover says so.
    """
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", deck)
    language = "en" if query.get("lang") == "en" else "zh"
    asked = deck_of(tables, deck, query)
    specs, missing = _specs(tables, asked.figures, query)
    choices = pictures.choices_of(tables, query)
    key = (tables.content, asked.title, specs, missing, choices, language)
    found = _known(key)
    if found is None:
        with _making:  # of several who ask for the same at once, one makes it
            found = _known(key)
            if found is None:
                figures = [store.figure(tables, spec, choices, language) for spec in specs]
                remarks = [sentence("figure", language, one) for one in missing]
                sizes = tables.catalogue.config.sizes
                size = next((one for one in sizes if one.id == html_deck.SLIDE.id), html_deck.SLIDE)
                found = html_deck.deck(
                    asked.title(language), figures, language, size, tables.version, remarks
                )
                _keep(key, found)
    return found


def deck_of(tables: Tables, deck: str, query: Mapping[str, str]) -> Deck:
    """The deck listed under this id, with the query's figures where it names some."""
    listed = next((one for one in tables.catalogue.config.decks if one.id == deck), None)
    named = tuple(dict.fromkeys(one for one in query.get("figures", "").split(",") if one))[:_MOST]
    if named:
        title = listed.title if listed else _TITLE
        return Deck.model_construct(id=deck, title=title, figures=named)
    if listed is None:
        raise NotFound("deck", deck)
    return listed


def _specs(
    tables: Tables, ids: tuple[str, ...], query: Mapping[str, str]
) -> tuple[tuple[FigureSpec, ...], tuple[str, ...]]:
    """The figures of these ids in their order, and the ids that there aren't, cut short."""
    found, missing = [], []
    for id in ids:
        try:
            found.append(pictures.spec_of(tables, id, query))
        except NotFound:
            missing.append(id[:40])
    return tuple(found), tuple(missing[:3])


def _known(key: tuple[object, ...]) -> str | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _keep(key: tuple[object, ...], text: str) -> None:
    """Keep a deck; those of other tables go, and the longest unused beyond a few."""
    with _lock:
        _kept[key] = text
        for old in [one for one in _kept if one[0] != key[0]]:
            del _kept[old]
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
