"""A deck as one HTML file that presents itself: Plotly inlined once, no request leaves it; or, beside other files
that need Plotly too, with a reference to the one that they share.

What a slide looks like was decided by ``compose``; how the file behaves stands in `_SCRIPTS`, a file for each concern. Which
figures a deck holds, and who is given it, is the caller's business.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from math import ceil

from industry import wording
from industry.export import names
from industry.export.kept import versions
from industry.export.markup import asset, render, variables
from industry.export.markup import plotly as plotly_script
from industry.export.order import Progress, as_of, each, untold
from industry.export.picture.figure_picture import canvas_of, provenance
from industry.figures.compose import header_footer, wrapping
from industry.figures.compose.canvas import MILLIMETRES_PER_INCH, Canvas
from industry.figures.compose.on_canvas import as_json, compose, fits
from industry.figures.draw import make_safely
from industry.figures.parts import parted
from industry.figures.record import Figure
from industry.vocabulary.configuration import Size
from industry.vocabulary.slide import Slide
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

_SCRIPTS = ("slides.js", "panels.js", "picture.js", "dark.js", "speaker.js", "rotation.js", "keys.js")
"""In the order in which they become one script."""
_TOLD = (
    "saved",
    "not_saved",
    "not_full",
    "no_window",
    "of_all",
    "is_black",
    "is_white",
    "following",
    "at_end",
    "alone",
)
"""What the script tells."""
_STYLES = ("deck.css", "desk.css")
_PAPER = (297.0, 209.5, 8.0)  # A4 landscape, a hair less high so that nothing flows over; its margin (mm)


def deck(
    title: str,
    figures: Sequence[Figure],
    language: str,
    size: Size,
    version: str,
    remarks: Sequence[str] = (),
    plotly: str = "",
    told: Progress = untold,
) -> str:
    """The file's text: a cover with ``title``, ``remarks`` and the list of ``figures``, then a slide for
    each, of long ones several. Slides are of ``size`` if that is one of a slide, else of `SLIDE`. ``language`` is ``zh`` or
    ``en``, ``version`` the tables', ``plotly`` the address of Plotly where the file is to hold none; ``told`` is told how many
    slides are done."""
    if not is_slide(size):
        size = SLIDE
    canvas = replace(canvas_of(size), grows=False)
    firsts: list[tuple[int, str]] = []
    shown: list[Figure] = []
    for figure in figures:
        firsts.append((len(shown) + 2, figure.frame.title))
        shown += make_safely(partial(_parts, canvas=canvas), figure, language)
    slides = []
    for number, figure in enumerate(each(shown, told), start=1):
        file = names.of_figure(figure, "png", language, size.id, number)
        make = partial(
            _slide, canvas=canvas, file=file, number=number + 1, language=language, version=version
        )
        slides.append(make_safely(make, figure, language))
    return render(
        "deck/deck.html",
        "deck",
        language,
        title=title,
        file=names.plain(title, "png", size.id, language, number=0),
        as_of=as_of(figures, language),
        remarks=remarks,
        provenance={"Title": title} | versions(version),
        listing=_listing(title, figures, remarks),
        titles=firsts,
        slides=slides,
        headings=[one.frame.heading for one in shown],
        version=version,
        made_of=wording.data_version(version, language),
        canvas=canvas,
        margin=header_footer.margin(canvas),
        paper=_on_paper(canvas),
        variables=variables(),
        told={one: wording.worded("deck", one, language, "{}") for one in _TOLD},
        css="".join(asset(one, __package__) for one in _STYLES),
        scripts=[asset(one, __package__) for one in _SCRIPTS],
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


def _parts(figure: Figure, canvas: Canvas) -> tuple[Figure, ...]:
    """The figure, or what of it stands on one slide each in type that can be read."""
    return parted(figure, partial(fits, canvas=canvas))


def _slide(figure: Figure, canvas: Canvas, file: str, number: int, language: str, version: str) -> str:
    plot = json.loads(as_json(compose(figure, canvas)))
    link = Slide.parse(figure.id).address("png", {"lang": language})
    return render(
        "deck/slide.html",
        "deck",
        language,
        figure=figure,
        plot=plot,
        provenance=provenance(figure, version, link),
        file=file,
        number=number,
    )
