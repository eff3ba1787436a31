"""Measures a drawn figure in a browser: every text's box, and what is wrong with them.

The page holds Plotly's own script and the style of charts wherever they are shown; no request leaves the machine. Boxes are those of
the SVG's text elements, reduced to the height of their ink, since a line's box is half as high again
as its characters.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from industry import export

_STYLE = Path(export.__file__).with_name("printing.css")
INK = 0.68  # of a text box's height is ink, about its middle
TOUCH = 0.75  # CSS pixels that boxes may share

_DRAW = """async ([text, width]) => {
  const figure = JSON.parse(text);
  const host = document.getElementById('host');
  Plotly.purge(host);
  host.style.width = width + 'px';
  await Plotly.newPlot(host, figure.data, figure.layout, {staticPlot: true, responsive: false});
  const frame = host.getBoundingClientRect();
  const texts = [...host.querySelectorAll('svg text')].filter(t => t.textContent.trim());
  const box = (node) => {
    const r = node.getBoundingClientRect();
    return [r.left - frame.left, r.top - frame.top, r.right - frame.left, r.bottom - frame.top];
  };
  return {
    width: frame.width,
    height: host.querySelector('svg.main-svg').getBoundingClientRect().height,
    texts: texts.map(t => ({
      text: t.textContent, box: box(t), size: parseFloat(getComputedStyle(t).fontSize),
      turned: Boolean((t.getAttribute('transform') || '').match(/rotate\\((?!0,)/)),
    })),
  };
}"""


@dataclass(frozen=True)
class Box:
    """A text and the ink it covers, in CSS pixels from the figure's corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True)
class Drawn:
    """A figure as the browser drew it."""

    width: float
    height: float
    boxes: tuple[Box, ...]


@contextmanager
def page_with_plotly(browser: Browser) -> Iterator[Page]:
    """A page of the browser with Plotly, and no network."""
    context = browser.new_context(viewport={"width": 1920, "height": 1400}, offline=True)
    page = context.new_page()
    page.set_content(
        f"<style>body{{margin:0;visibility:hidden}}{_STYLE.read_text('utf-8')}</style><div id='host'></div>"
    )  # measured, never painted
    page.add_script_tag(content=get_plotlyjs())
    yield page
    context.close()


def boxes(page: Page, figure: dict[str, Any], width: float | None = None) -> Drawn:
    """Draws a figure (Plotly's JSON as a dict) ``width`` CSS pixels wide and measures its texts."""
    # as one text: Playwright would look at each value of the figure
    found = page.evaluate(_DRAW, [json.dumps(figure), width or figure["layout"].get("width") or 700])
    return Drawn(found["width"], found["height"], tuple(_inked(one) for one in found["texts"]))


def _inked(one: dict[str, Any]) -> Box:
    left, top, right, bottom = one["box"]
    if one["turned"]:
        trim = (right - left) * (1 - INK) / 2 if right - left < bottom - top else 0.0
        return Box(one["text"], left + trim, top, right - trim, bottom, one["size"])
    trim = (bottom - top) * (1 - INK) / 2
    return Box(one["text"], left, top + trim, right, bottom - trim, one["size"])


def faults(drawn: Drawn, smallest: float = 0.0) -> list[str]:
    """One sentence for each text that is cut off, overlaps another, or is too small."""
    found = []
    for one in drawn.boxes:
        if (
            one.left < -TOUCH
            or one.top < -TOUCH
            or one.right > drawn.width + TOUCH
            or one.bottom > drawn.height + TOUCH
        ):
            found.append(
                f"cut off: {one.text!r} at {one.left:.0f}…{one.right:.0f}, {one.top:.0f}…{one.bottom:.0f} "
                f"of {drawn.width:.0f}×{drawn.height:.0f}"
            )
        if one.size < smallest - 0.05:
            found.append(f"too small: {one.text!r} is {one.size:.1f} px, at least {smallest:.1f} wanted")
    for one, two in _meeting(drawn.boxes):
        across = min(one.right, two.right) - max(one.left, two.left)
        down = min(one.bottom, two.bottom) - max(one.top, two.top)
        if across > TOUCH and down > TOUCH:
            found.append(f"overlap of {across:.0f}×{down:.0f} px: {one.text!r} and {two.text!r}")
    return found


def _meeting(boxes: tuple[Box, ...]) -> Iterator[tuple[Box, Box]]:
    """Every two of which the one begins above the other's end: no others can overlap."""
    down = sorted(boxes, key=lambda one: one.top)
    for at, one in enumerate(down):
        for two in down[at + 1 :]:
            if two.top >= one.bottom:
                break
            yield one, two


def picture(
    page: Page, figure: dict[str, Any], path: Path, width: float | None = None, scale: float = 1.0
) -> None:
    """Writes the figure as PNG, for the eye."""
    layout = figure["layout"]
    size = {"format": "png", "width": width or layout["width"], "height": layout["height"], "scale": scale}
    data = page.evaluate("async ([figure, size]) => Plotly.toImage(figure, size)", [figure, size])
    path.write_bytes(b64decode(data.split(",", 1)[1]))
