"""A presentation of the viewer's own whose figures of ours are brought up to the tables, on 汇报: the place to drop it and what is
told of it, drawn by refreshing.js.

What the server does with it belongs in ``ui.serving.refreshing``.
"""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from industry.export.refreshing import refreshed
from industry.wording import worded
from ui.address import language
from ui.parts.component import RECEIVING, component, keep
from ui.serving import addresses, drafts

_HERE = Path(__file__).parent
_WORDS = ("lead", "choose", "working", "stop", "stopped", "save", "same", "no_answer", "large", "kind")
WIDE = 560
"""CSS pixels of the place, where the screen has them."""
_HEIGHTS = (180, 300)
"""CSS pixels of the place to drop a file, with the text above it, on a wide and on a narrow screen."""


def show() -> None:
    """A button, and where it is opened the place to drop it."""
    opened = st.popover(_say("title"), icon=":material/sync:", on_change="rerun", key="own-refreshed")
    with opened, st.container(key="opened-own-refreshed", gap="small"):
        if opened.open:
            _place()


def _place() -> None:
    key = f"refreshing-{language()}"
    facts = {"large": drafts.MOST_BYTES // 1024 // 1024, "kind": "、".join(refreshed.KINDS)}
    record = {
        "words": {one: _say(one, facts.get(one, "")) for one in _WORDS},
        "address": addresses.refresh(),
        "ending": f"-{refreshed.ending(language())}",
        "kinds": refreshed.KINDS,
        "bytes": drafts.MOST_BYTES,
    }
    with st.container(gap=None, width=WIDE):
        keep(key, _HEIGHTS)
        component(_HERE, "refreshing", RECEIVING)(
            key=key, data={"record": json.dumps(record, ensure_ascii=False)}
        )


def _say(key: str, *facts: object) -> str:
    return worded("refresh", f"page_{key}", language(), *facts)
