"""One figure as a finished PNG: composed on its canvas, rendered, stamped with DPI and provenance.

Which figure and which size were asked for is the caller's business; nothing here keeps a file.
"""

from __future__ import annotations

from industry import wording
from industry.export.kept import PROPERTY
from industry.export.picture import png_metadata
from industry.export.picture.renderer import Renderer
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import compose
from industry.figures.record import Figure
from industry.vocabulary.configuration import Size
from industry.wording import citation


def canvas_of(size: Size) -> Canvas:
    """The canvas of an export size."""
    return Canvas(size.width, size.height, size.type, size.scale)


def paint(
    renderer: Renderer, figure: Figure, size: Size, version: str, link: str = "", title: bool = True
) -> bytes:
    """The PNG of ``figure`` in ``size``. ``version`` is the tables', ``link`` where it can be seen.

    Raises what `Renderer.png` raises.
    """
    composed, canvas = plotly_json(figure, size, title)
    return png_metadata.stamp(renderer.png(composed, canvas), canvas.dpi, provenance(figure, version, link))


def plotly_json(figure: Figure, size: Size, title: bool = True) -> tuple[str, Canvas]:
    """The figure composed in ``size`` as the renderer takes it, and its canvas with the height that it has."""
    canvas = canvas_of(size)
    composed = compose(figure, canvas, title)
    if canvas.height is None:
        canvas = canvas.at_height(int(composed.layout.height))
    return str(composed.to_json()), canvas


def provenance(figure: Figure, version: str, link: str = "") -> dict[str, str]:
    """What is written into the file beside the pixels, by name."""
    frame = figure.frame
    periods = dict.fromkeys(wording.period(row.period, "zh") for row in figure.rows)
    texts = {
        "Title": frame.title,
        "Description": figure.alt,
        "Figure": figure.id,
        "Indicators": " ".join(dict.fromkeys(row.indicator.id for row in figure.rows)),
        "Periods": "；".join(periods),
        "Sources": "; ".join(citation.full(one, "zh") for one in frame.sources),
        PROPERTY: version,
        "Link": link,
    }
    return {name: text for name, text in texts.items() if text}
