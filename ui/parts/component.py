"""Components of our own: a style and a script beside the module that draws them, and for those with numbers the room
that is kept for them and what a number's button does. What they show belongs in their own modules.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from industry.figures.compose import wrapping
from ui import address

NARROW = 640
"""CSS pixels of the screen below which what is narrow is laid out so (table.css has them too)."""
RECEIVING = Path(__file__).parent / "receiving.js"
"""How a file is received behind lines that tell how far it is."""
_SHARED = Path(__file__).parent / "numbers.js"
_WHOLE = Path(__file__).parent / "whole.js"
_EARLY = {"table": Path(__file__).parent, "blocks": Path(__file__).parent.parent / "sections"}


@lru_cache(maxsize=16)
def component(folder: Path, name: str, *shared: Path) -> Any:
    """The component of ``name``.js in a folder, whose script may call what ``shared`` ones have; the style of each script
    stands beside it, where it has one."""
    css, js = sources(folder, name, *shared)
    return st.components.v2.component(name, css=css, js=js)


def sources(folder: Path, name: str, *shared: Path) -> tuple[str, str]:
    """Style and script of such a component, which knows as `WHOLE` what no line ends inside, reads it nearly as Python does (rare
    characters are one, digits of any width digits; words end where letters of ASCII do), and keeps it so by whole.js."""
    scripts = [_WHOLE, *shared, folder / f"{name}.js"]
    styles = [style for one in scripts if (style := one.with_suffix(".css")).exists()]
    css, js = ("\n".join(one.read_text("utf-8") for one in files) for files in (styles, scripts))
    whole = json.dumps(wrapping.WHOLE.replace(r"\d", r"\p{Nd}"))
    return css, f"const WHOLE = new RegExp({whole}, 'gu');\n{js}"


def early() -> dict[str, tuple[str, str]]:
    """Style and script, by name, of the components that can be drawn `early`."""
    return {name: sources(folder, name, _SHARED) for name, folder in _EARLY.items()}


def quoted(words: str) -> str:
    """Words as a text or an attribute of HTML inside Markdown, where nothing may be read as either."""
    return "".join(one if one.isalnum() else f"&#{ord(one)};" for one in words)


def keep(key: str, heights: tuple[int, int]) -> None:
    """Keep the room of a component under this ``key`` before it is drawn: its ``heights`` in CSS pixels on a wide and on a narrow
    screen. The component itself is to be told the first, else it has no place until its script is there."""
    wide, narrow = heights
    place = f".st-key-{key}{{height:auto!important;flex:none!important;min-height:"
    on_a_phone = f"@media (max-width:{NARROW}px){{{place}{narrow}px}}}}"
    st.html(f"<style>{place}{wide}px}}{on_a_phone}</style>")


def numbers(
    folder: Path,
    name: str,
    key: str,
    record: str,
    heights: tuple[int, int],
    early: bool = False,
    **changes: Callable[[], None],
) -> None:
    """Draw a ``record`` with numbers whose buttons open their cards, by a component, under a ``key`` that no other of
    the page has. Its ``heights`` in CSS pixels on a wide and on a narrow screen are kept before it is drawn.
    ``early``: a browser that has just come draws it, by early.js, with the page's text: until a component stands there it reads what
    draws them, and Plotly, for seconds."""
    wide, _ = heights
    with st.container(gap=None):
        keep(key, heights)
        if early:
            place = st.empty()
            if address.first():
                told = f'data-early="{key}" data-name="{name}" data-record="{quoted(record)}"'
                place.markdown(f"<div {told}></div>", unsafe_allow_html=True)

        def opened() -> None:
            if id := st.session_state[key].row:
                address.open_row(str(id), key)

        def placed() -> None:
            if id := st.session_state[key].get("place"):
                address.open_passage(str(id), key)

        focus, turn = address.returned(key)
        data: Mapping[str, object] = {name: record, "focus": focus, "turn": turn}
        drawn = component(folder, name, _SHARED)
        drawn(key=key, height=wide, data=data, on_row_change=opened, on_place_change=placed, **changes)
