"""A deck as one HTML file that presents itself: Plotly inlined once, no request leaves it; or, beside other files
that need Plotly too, with a reference to the one that they share.

What a slide looks like was decided by ``compose``; how the file behaves stands in ``deck.js``. Which
figures a deck holds, and who is given it, is the caller's business.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, partial
from math import ceil

from industry import wording
from industry.export import names
from industry.export.markup import asset, render, variables
from industry.export.markup import plotly as plotly_script
from industry.export.order import as_of
from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose import header_footer, wrapping
from industry.figures.compose.canvas import MILLIMETRES_PER_INCH, Canvas
from industry.figures.compose.on_canvas import as_json, compose
from industry.figures.draw import make_safely
from industry.figures.record import Figure
from industry.vocabulary.configuration import Size
from industry.vocabulary.strict_record import Text

SLIDE = Size(
    id="slide", name=Text(zh="幻灯片 16:9", en="Slide 16:9"), width=1280, height=720, type=20.0, scale=3.0
)
"""What a slide is where the size asked for is none."""
COVER_LIST = (1136, 440, 48)
"""Width and height of the cover's list, and its gutter (CSS pixels)."""
COVER_TYPE = (13.0, 17.4, 25.0)
"""Type of the cover's list (CSS pixels): the smallest, what a long title alone makes it, the largest."""
COVER_LINES = (62, 40)
"""What a further line of the title takes from the list, and a remark (CSS pixels)."""

_PAPER = (297.0, 209.5, 8.0)  # A4 landscape, a hair less high so that nothing flows over; its margin (mm)


def deck(
    title: str,
    figures: Sequence[Figure],
    language: str,
    size: Size,
    version: str,
    remarks: Sequence[str] = (),
    plotly: str = "",
) -> str:
    """The file's text: a cover with ``title``, ``remarks`` and the list of ``figures``, then a slide for
    each. Slides are of ``size`` if that is one of a slide, else of `SLIDE`. ``language`` is ``zh`` or ``en``,
    ``version`` the tables', ``plotly`` the address of Plotly where the file is to hold none."""
    if not is_slide(size):
        size = SLIDE
    canvas = canvas_of(size)
    slides = []
    for number, figure in enumerate(figures, start=1):
        file = names.of_figure(figure, "png", language, size.id, number)
        make = partial(_slide, canvas=canvas, file=file, number=number + 1, language=language)
        slides.append(make_safely(make, figure, language))
    return render(
        "deck/deck.html",
        "deck",
        language,
        title=title,
        file=names.plain(title, "png", size.id, language, number=0),
        as_of=as_of(figures, language),
        remarks=remarks,
        listing=_listing(title, figures, remarks),
        titles=[one.frame.title for one in figures],
        slides=slides,
        headings=[one.frame.heading for one in figures],
        version=version,
        made_of=wording.data_version(version, language),
        canvas=canvas,
        margin=header_footer.margin(canvas),
        paper=_on_paper(canvas),
        variables=variables(),
        css=asset("deck.css", __package__),
        script=asset("deck.js", __package__),
        plotly=plotly,
        inlined="" if plotly else _inlined(),
    )


def is_slide(size: Size) -> bool:
    """Whether a size is 16:9."""
    return size.height is not None and abs(size.width / size.height - 16 / 9) <= 0.01


@lru_cache(maxsize=1)
def _inlined() -> str:
    return plotly_script().replace("</script", "<\\/script")


def _on_paper(canvas: Canvas) -> dict[str, float]:
    """How a slide lies on a sheet of paper: scale, and pixels from its corner."""
    wide, high, margin = (one / MILLIMETRES_PER_INCH * 96 for one in _PAPER)
    tall = canvas.height or 0
    scale = min((wide - 2 * margin) / canvas.width, (high - 2 * margin) / tall)
    return {"scale": scale, "left": (wide - canvas.width * scale) / 2, "top": (high - tall * scale) / 2}


def _listing(title: str, figures: Sequence[Figure], remarks: Sequence[str]) -> dict[str, float]:
    """Columns, lines and type of the cover's list: the largest type in which the titles fit below the deck's own
    and the remarks."""
    wide, high, gutter = COVER_LIST
    least, long, most = COVER_TYPE
    high -= COVER_LINES[0] * (ceil(wrapping.width(title) * 50 / wide) - 1) + COVER_LINES[1] * len(remarks)
    longest = (
        max((wrapping.width(one.frame.title) for one in figures), default=0.0) + 2.4
    )  # em, with its number
    tries = []
    for columns in (1, 2, 3, 4):
        lines = max(ceil(len(figures) / columns), 1)
        across = (wide - (columns - 1) * gutter) / columns / longest
        tries.append((min(most, high / lines / 1.9, max(long, across)), across, -columns, lines))
    size, _, columns, lines = max(tries)
    return {"columns": -columns, "lines": lines, "type": max(least, size)}


def _slide(figure: Figure, canvas: Canvas, file: str, number: int, language: str) -> str:
    plot = json.loads(as_json(compose(figure, canvas)))
    return render("deck/slide.html", "deck", language, figure=figure, plot=plot, file=file, number=number)
