"""A presentation of the viewer's own in which the chosen deck is made, on 汇报: the place to drop it, drawn by refreshing.js.

What the server does with it belongs in ``ui.serving.templated``.
"""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from industry.wording import worded
from ui.address import language, say
from ui.briefing.decks import Shown
from ui.briefing.refreshing import WIDE
from ui.choices import choice
from ui.parts.component import RECEIVING, component, keep
from ui.serving import addresses, drafts

_HERE = Path(__file__).parent
_OWN = ("lead", "working", "save")
_SHARED = ("choose", "stop", "stopped", "same", "no_answer", "large", "kind")
"""Words that this place has of its own, and those that every place to drop a presentation has."""
_KINDS = (".pptx", ".potx", ".ppsx", ".pptm")
_HEIGHTS = (160, 250)
"""CSS pixels of the place to drop a file, with the text above it, on a wide and on a narrow screen."""


def show(deck: Shown) -> None:
    """A button, and where it is opened the place to drop it; nothing of a deck without slides."""
    if not deck.slides:
        return
    name = worded("slides", "own_title", language())
    opened = st.popover(name, icon=":material/upload_file:", on_change="rerun", key="own-template")
    with opened, st.container(key="opened-own-template", gap="small"):
        if opened.open:
            _place(deck)


def _place(deck: Shown) -> None:
    key = f"templated-{language()}"
    facts = {"large": drafts.MOST_BYTES // 1024 // 1024, "kind": say("、", ", ").join(_KINDS)}
    names = {one: worded("slides", f"own_colours_{one}", language()) for one in ("regions", addresses.THEME)}
    label = worded("slides", "own_colours", language())
    colours = choice("colours", names, "regions", label, "segmented")
    words = {one: worded("slides", f"own_{one}", language()) for one in _OWN}
    words |= {one: worded("refresh", f"page_{one}", language(), facts.get(one, "")) for one in _SHARED}
    record = {
        "words": words,
        "address": addresses.in_template(
            deck.id, deck.named, accents=colours == addresses.THEME, year=deck.year
        ),
        "ending": "",
        "kinds": _KINDS,
        "bytes": drafts.MOST_BYTES,
    }
    with st.container(gap="small", width=WIDE):
        keep(key, _HEIGHTS)
        component(_HERE, "refreshing", RECEIVING)(
            key=key, height=_HEIGHTS[0], data={"record": json.dumps(record, ensure_ascii=False)}
        )
