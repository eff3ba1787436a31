"""A deck's slides as a grid of thumbnails, drawn by slides.js; those of one's own can be moved, headed, removed and
added to, and kept in a file.

What a slide shows and finds comes from its figure, what is done to the tray is done in ``tray``. Its height is
reckoned here from the same sizes as in slides.css, so that a page keeps its place before the browser has drawn it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import streamlit as st

from industry.export.deck import deck_file
from industry.export.formats import png
from industry.export.order import drawn
from industry.figures.compose import wrapping
from industry.figures.record import Failed
from industry.tables.tables import Tables
from industry.vocabulary.configuration import CUSTOM
from industry.vocabulary.slide import LONGEST, Slide, plain
from ui import address, store
from ui.address import language
from ui.briefing import decks, since, tray
from ui.briefing.tools import told
from ui.parts.component import component
from ui.serving import addresses
from ui.trouble import sentence

COLUMNS = ((0, 2), (480, 3), (900, 4), (1200, 6), (1700, 8))
"""How many thumbnails stand side by side on screens of so many CSS pixels and more (slides.css has them too)."""
_TILE, _TILE_OWN, _GAP = 206, 242, 18
"""CSS pixels: the height of a thumbnail with its texts, with what can be done to one's own, the room below."""
_LINE, _TYPE, _ABOVE, _BUTTON, _BESIDE, _BELOW = 20, 13.5, 4, 38, 34, 14
"""CSS pixels: a line of text and its type, the room above it, a row of buttons with its gap, what a button has besides
its text, the room below the head."""
_ROOM, _EDGES, _WIDE = 320, 72, 1200
"""CSS pixels: the width that the narrowest screens leave, what others don't, and from when on buttons stand beside the
text, which has so little then."""
_LEAD = 660
_SENTENCE = 300
"""Characters of what the server said of a file that it didn't read."""
_WORDS = (
    "earlier",
    "later",
    "remove",
    "heading",
    "picture",
    "add",
    "save",
    "open",
    "clear",
    "copy",
    "unread",
)
_TOLD, _NAME = "briefing-told", "slides"
_FILLED, _EMPTIED = {decks.KEY: "", since.KEY: ""}, {decks.KEY: CUSTOM, since.KEY: ""}
"""What the address says once one's own slides are others, or none: they are shown, whichever deck was chosen before, and are of
no file that was opened before."""


@dataclass(frozen=True)
class Message:
    """What became of a file that was opened, told once."""

    text: str
    wrong: bool


def show(tables: Tables, slides: Sequence[Slide], own: bool) -> None:
    """The grid of these slides; with ``own`` they are those of the tray."""
    if message := st.session_state.pop(_TOLD, None):
        (st.warning if message.wrong else st.info)(address.plain(message.text, None))
    record = {
        "own": own,
        "tiles": [_tile(tables, one) for one in slides],
        "add": _listed(tables, slides) if own else [],
        "save": addresses.deck_file(slides) if slides else "",
        "read": addresses.deck_read(),
        "lead": told("lead_own" if own else "lead_listed") if slides else told("empty"),
        "words": {one: told(one, "{}") for one in _WORDS},
        "version": tables.content,
        "longest": LONGEST,
        "bytes": deck_file.MOST_BYTES,
    }
    count = len(slides) + own
    name = f"{_NAME}-{language()}"
    buttons = {"copy": not own, "save": slides, "open": True, "clear": own and slides}
    words = str(record["lead"]), tuple(told(key) for key, there in buttons.items() if there)
    with st.container(gap=None):
        st.html(f"<style>{_room(name, count, own, words)}</style>")
        component(Path(__file__).parent, "slides")(
            key=name,
            height=_height(*COLUMNS[-1], count, own, words),
            data={"deck": json.dumps(record, ensure_ascii=False)},
            on_done_change=lambda: _done(tables, slides, st.session_state[name].done),
        )


def left_out(many: int) -> None:
    """Say that the address has so many slides more than are shown; nothing of none."""
    if many:
        st.info(told("beyond", tray.MOST, tray.MOST + many, many), icon=":material/info:")


def _tile(tables: Tables, slide: Slide) -> dict[str, str]:
    """A slide as slides.js shows it: its id, its heading and what else stands there, its picture."""
    found = drawn(tables, [slide], language(), store.drawn)
    tile = {"slide": str(slide.bare), "heading": slide.heading}
    if not found:
        return tile | {"title": sentence("figure", language(), slide.figure[:40]), "finding": ""}
    (figure,) = found
    size = tables.catalogue.config.sizes[0].id
    bare = drawn(tables, [slide.bare], language(), store.drawn)[0] if slide.heading else figure
    return tile | {
        "title": bare.frame.title,
        "finding": figure.empty if isinstance(figure, Failed) else figure.frame.finding or figure.empty,
        "alt": figure.frame.heading,
        "thumbnail": addresses.thumbnail(slide),
        "picture": addresses.picture(slide, png.FORMAT, size),
    }


def _listed(tables: Tables, slides: Sequence[Slide]) -> list[dict[str, Any]]:
    """The figures that can be added, by the page that shows them; without those that are in."""
    inside = {one.bare for one in slides}
    config = tables.catalogue.config
    pages = {one.id: one.title(language()) for one in config.pages}
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in config.figures:
        if Slide(one.id) not in inside:
            groups.setdefault(pages.get(one.page, told("other_pages")), []).append(
                (one.id, one.title(language()))
            )
    return [{"name": name, "figures": figures} for name, figures in groups.items()]


def _done(tables: Tables, slides: Sequence[Slide], asked: Any) -> None:
    """What the viewer did to the slides, as slides.js tells it."""
    if not isinstance(asked, dict):
        return
    slide = Slide.parse(str(asked.get("slide") or ""))
    room = True
    match asked.get("what"):
        case "move":
            before = str(asked.get("before") or "")
            tray.move(slide, Slide.parse(before) if before else None)
        case "remove":
            tray.drop(slide, **_EMPTIED)
        case "head":
            room = tray.head(slide, plain(str(asked.get("heading") or "")))
        case "add":
            room = tray.put(slide)
        case "clear":
            tray.take((), **_EMPTIED)
        case "copy":
            room = tray.take(slides, **_FILLED)
        case "open":
            room = _open(tables, str(asked.get("text") or ""))
        case "refused":
            _tell(str(asked.get("text") or "")[:_SENTENCE], wrong=True)
        case "large":
            _tell(told("too_large", deck_file.MOST_BYTES // 1024), wrong=True)
    if not room:
        _tell(told("full", tray.MOST), wrong=True)


def _open(tables: Tables, text: str) -> bool:
    """Have the slides of a file's text in the tray; where it is none, say why. False where they are too many."""
    try:
        opened = deck_file.read(text, tables.catalogue)
    except deck_file.NoDeck as refused:
        _tell(told(refused.code, *refused.facts), wrong=True)
        return True
    kept = {since.KEY: address.join((opened.date, opened.version))}
    if not tray.take(opened.slides, **_FILLED | kept):
        return False
    parts = [told("opened", len(opened.slides))]
    if opened.missing:
        parts.append(told("missing", address.say("、", ", ").join(opened.missing)))
    _tell(address.say("", " ").join(parts), wrong=bool(opened.missing))
    return True


def _tell(text: str, wrong: bool) -> None:
    st.session_state[_TOLD] = Message(text, wrong)


Words = tuple[str, tuple[str, ...]]
"""What stands above the slides: a text, the buttons."""


def _height(least: int, columns: int, count: int, own: bool, words: Words) -> int:
    """The grid's height on a screen of at least so many CSS pixels."""
    tile = _TILE_OWN if own else _TILE
    return _head(least, words) + ceil(count / columns) * (tile + _GAP)


def _head(least: int, words: Words) -> int:
    lead, buttons = words
    room = _LEAD if least >= _WIDE else max(least - _EDGES, _ROOM)
    lines = len(wrapping.wrap(lead, room / _TYPE, False)) * _LINE + _ABOVE
    if least >= _WIDE:
        return max(lines, _BUTTON) + _BELOW
    rows, taken = 1, 0.0
    for one in buttons:
        wide = wrapping.width(one) * _TYPE + _BESIDE
        if taken and taken + wide > room:
            rows, taken = rows + 1, 0.0
        taken += wide
    return lines + rows * _BUTTON + _BELOW


def _room(name: str, count: int, own: bool, words: Words) -> str:
    """The style that keeps the grid's room at every width of the screen."""
    styles = []
    for least, columns in COLUMNS:
        high = _height(least, columns, count, own, words)
        style = f".st-key-{name}{{height:auto!important;min-height:{high}px}}"
        styles.append(f"@media (min-width:{least}px){{{style}}}" if least else style)
    return "".join(styles)
