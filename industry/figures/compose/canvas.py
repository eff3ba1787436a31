"""The paper a figure is set on: its size in CSS pixels and the size of its body text.

Every font, margin and gap of a figure is a multiple of ``type``, so one drawing serves a phone, a
report column and a slide. ``scale`` only sharpens the picture. What is drawn does not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MILLIMETRES_PER_INCH = 25.4
CSS_PIXELS_PER_INCH = 96
PAGE = 225.0  # millimetres that the text of an A4 page is high
TALLEST = 16_000  # device pixels that a browser draws


@dataclass(frozen=True)
class Canvas:
    """A sheet: ``width`` and ``height`` in CSS pixels (``height`` None: as high as its rows need, up to the
    text of a page), ``type`` the body text in CSS pixels, ``scale`` device pixels per CSS pixel. One that ``grows`` gets
    higher where a table's lines could not be read otherwise."""

    width: int
    height: int | None
    type: float
    scale: float = 1.0
    grows: bool = False

    @property
    def most(self) -> int:
        """The CSS pixels that it may be high."""
        return self.height or int(PAGE / MILLIMETRES_PER_INCH * CSS_PIXELS_PER_INCH)

    @property
    def dpi(self) -> float:
        """Dots per inch at which the picture has its natural size on paper."""
        return CSS_PIXELS_PER_INCH * self.scale

    def at_height(self, height: int) -> Canvas:
        """The same sheet cut to ``height`` CSS pixels, no sharper than it can be drawn."""
        return replace(self, height=height, scale=min(self.scale, TALLEST / height))
