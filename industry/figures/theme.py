"""What figures look like: faces, colours, and every size as a multiple of the canvas's type.

The template is set on every figure explicitly, since other packages replace Plotly's default one.
Where things stand belongs in ``compose``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from industry.tables.eyesight import SEEN, contrast

FACES = (
    "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Source Han Sans SC, "
    "WenQuanYi Micro Hei, WenQuanYi Zen Hei, sans-serif"
)

SIZES = {
    "title": 1.6,
    "title_narrow": 1.3,
    "subtitle": 1.0,
    "heading": 1.1,
    "unit": 0.9,
    "legend": 0.9,
    "name": 1.05,
    "detail": 0.9,
    "value": 1.1,
    "aside": 0.9,
    "label": 0.95,
    "tick": 0.9,
    "notice": 0.95,
    "notes": 0.9,
}
SMALLEST = 0.87  # of the type: what no text of a picture goes below (17.4 px of a slide's 720)
STEPS = ((1.0, 0), (0.93, 0), (0.85, 0), (0.85, 1), (0.85, 2))  # shrink of a panel's type, tightness
SMALL_PRINT = (
    (0.75, 2),
    (0.65, 2),
)  # that a sheet stoops to before it grows or a table loses lines; the first is read well
LAST_RESORTS = (0.75, 0.65, 0.55, 0.45)  # too small to read, but nothing overlaps; a test tells of them


@dataclass(frozen=True)
class Palette:
    """Colours of one background. ``ink`` and ``soft`` are for text, ``rule`` for the zero line,
    ``faint`` for grids and empty cells."""

    ink: str
    soft: str
    rule: str
    faint: str
    background: str
    notice: str
    notice_ink: str


LIGHT = Palette("#1F2933", "#52606D", "#323F4B", "#E4E7EB", "#FFFFFF", "#FFF3DC", "#7A4B00")
DARK = Palette("#F2F4F7", "#B8C1CC", "#CBD2D9", "#3A4350", "#0E1117", "#4A3712", "#FFD78A")


def mix(colour: str, other: str, share: float) -> str:
    """``share`` of ``colour`` (0 to 1), the rest of ``other``."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(one * share + two * (1 - share)):02X}" for one, two in pairs)


def paler(colour: str, background: str, share: float) -> str:
    """``share`` of a mark's colour (0 to 1), the rest of the background's: of a darker one no more than leaves it seen."""
    found = mix(colour, background, share)
    while share < 1 and contrast(found, background) < SEEN:
        share = min(share + 0.05, 1.0)
        found = mix(colour, background, share)
    return found


def readable(colour: str, background: str, ratio: float = 4.5) -> str:
    """The colour, brought towards black or white until it has ``ratio`` on ``background``."""
    towards = max("#000000", "#FFFFFF", key=lambda one: contrast(one, background))
    found, share = colour, 1.0
    while contrast(found, background) < ratio and share > 0:
        share -= 0.05
        found = mix(colour, towards, share)
    return found


def ink_on(fill: str) -> str:
    """The text colour for a filled cell: the first of white, ink and black that is readable on it."""
    inks = ("#FFFFFF", LIGHT.ink, "#000000")
    return next((one for one in inks if contrast(one, fill) >= 4.5), inks[-1])


def template(palette: Palette, size: float) -> dict[str, Any]:
    """Plotly's template of every figure, with text of ``size`` pixels."""
    return {
        "layout": {
            "font": {"family": FACES, "size": size, "color": palette.ink},
            "paper_bgcolor": palette.background,
            "plot_bgcolor": palette.background,
            "hoverlabel": {
                "font": {"family": FACES, "size": size},
                "align": "left",
                "bordercolor": palette.faint,
            },
            "separators": ".,",
            "showlegend": False,
        }
    }
