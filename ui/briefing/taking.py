"""The panel 导出 below a figure on a page, drawn by taking.js: where each of its files is served.

What the panel offers and says belongs in ``industry.export.taking``, what is served in ``ui.serving``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from industry.export import taking
from industry.export.taking.panel import Offer, of_one, panel
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from ui.address import language
from ui.parts.component import component
from ui.serving import addresses

_PANEL = Path(taking.__file__).parent
_ROW, _REST = 36, 132
"""CSS pixels: a row of the panel, what stands below its rows."""


def show(tables: Tables, figure: Figure, key: str) -> None:
    """Draw the panel, whose room is kept before; ``key`` is no other's on the page."""
    high = _ROW * len(tables.catalogue.config.sizes) + _REST
    with st.container(gap=None):
        st.html(f"<style>.st-key-{key}{{height:auto!important;min-height:{high}px}}</style>")
        component(Path(__file__).parent, "taking", _PANEL / "copying.js", _PANEL / "panel.js")(
            key=key,
            height=high,
            data={"panel": str(panel(figure.frame.title, [*offers(tables, figure)], language()))},
        )


def offers(tables: Tables, figure: Figure) -> Iterator[Offer]:
    """Every file in which the server gives a figure."""
    slide = Slide.parse(figure.id)
    for made in of_one():
        if not made.pictures:
            for clean in made.ways:
                yield Offer(made, addresses.picture(slide, made, download=True, clean=clean), clean=clean)
            continue
        for size in tables.catalogue.config.sizes:
            with_title, bare = (
                addresses.picture(slide, made, size.id, download=True, title=title) for title in (True, False)
            )
            yield Offer(made, with_title, size, bare)
