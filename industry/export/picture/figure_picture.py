"""One figure as a finished picture: composed on its canvas, rendered, told where its numbers come from.

Which figure and which size were asked for is the caller's business; nothing here keeps a file.
"""

from __future__ import annotations

from dataclasses import replace

from industry import wording
from industry.export.kept import versions
from industry.export.picture import pdf_metadata, png_metadata, svg_metadata
from industry.export.picture.renderer import Renderer
from industry.figures.compose.canvas import Canvas
from industry.figures.compose.on_canvas import as_json, compose
from industry.figures.record import Figure, GridPanel, LinesPanel, Panel
from industry.vocabulary.configuration import Size
from industry.wording import citation
from industry.wording.said import without_table


def canvas_of(size: Size) -> Canvas:
    """The canvas of an export size, which grows where it isn't that of a page."""
    return Canvas(size.width, size.height, size.type, size.scale, grows=size.height is not None)


def png(
    renderer: Renderer, figure: Figure, size: Size, version: str, link: str = "", title: bool = True
) -> bytes:
    """The PNG of ``figure`` in ``size``. ``version`` is the tables', ``link`` where it can be seen.

    Raises what `Renderer.png` raises.
    """
    composed, canvas = plotly_json(figure, size, title)
    return png_metadata.stamp(renderer.png(composed, canvas), canvas.dpi, provenance(figure, version, link))


def svg(
    renderer: Renderer, figure: Figure, size: Size, version: str, link: str = "", title: bool = True
) -> bytes:
    """The same as SVG: whoever opens it must have one of its faces. Raises what `Renderer.svg` raises."""
    drawn = renderer.svg(*plotly_json(figure, size, title))
    return svg_metadata.stamp(drawn, figure.frame.language, provenance(figure, version, link))


def pdf(
    renderer: Renderer, figure: Figure, size: Size, version: str, link: str = "", title: bool = True
) -> bytes:
    """The same as a PDF of one page of this size, with its faces. Raises what `Renderer.pdf` raises."""
    composed, canvas = plotly_json(figure, size, title)
    assert canvas.height is not None
    printed, sheet = renderer.pdf(composed, canvas), (canvas.width, canvas.height)
    return pdf_metadata.stamp(printed, sheet, figure.frame.language, provenance(figure, version, link))


def plotly_json(figure: Figure, size: Size, title: bool = True) -> tuple[str, Canvas]:
    """The figure composed in ``size`` as the renderer takes it, and its canvas with the height that it has: no note sends to a data
    table, which a picture leaves behind."""
    canvas = canvas_of(size)
    panels = tuple(map(_tableless, figure.panels))
    composed = compose(replace(figure, frame=figure.frame.tableless, panels=panels), canvas, title)
    return as_json(composed), canvas.at_height(int(composed["layout"]["height"]))


def _tableless(panel: Panel) -> Panel:
    if isinstance(panel, LinesPanel | GridPanel):
        return replace(panel, unwritten=without_table(panel.unwritten))
    return panel


def provenance(figure: Figure, version: str, link: str = "") -> dict[str, str]:
    """What is written into the file beside the picture, by name, in the figure's language."""
    frame, language = figure.frame, figure.frame.language
    periods = dict.fromkeys(wording.period(row.period, language) for row in figure.rows)
    stop = wording.say("joined", language)
    texts = {
        "Title": frame.title,
        "Description": figure.alt,
        "Figure": figure.id,
        "Indicators": " ".join(dict.fromkeys(row.indicator.id for row in figure.rows)),
        "Periods": stop.join(periods),
        "Sources": stop.join(citation.full(one, language) for one in frame.sources),
        **versions(version),
        "Link": link,
    }
    return {name: text for name, text in texts.items() if text}
