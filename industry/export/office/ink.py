"""How charts and tables of an Office file look: colours, faces and sizes of type. Whose they are, a template's or a
standard's, is a matter of ``pptx`` and ``docx``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from industry.figures import theme
from industry.figures.compose.wrapping import is_chinese

THEME = ("+mn-lt", "+mn-ea")
"""The theme's faces for all but headings, Latin and Chinese."""


@dataclass(frozen=True)
class Ink:
    """Colours of text, lines and background; the faces of charts, Latin and Chinese; in points the type of figures
    at their marks, of categories' names, and the smallest; the types and paddings that tables are tried in, the
    largest first, and what is free left and right of a cell's words. Cells are broken into lines in no larger type than
    names have. ``narrow``: how much less room the Latin face takes than words are estimated to. What is drawn but for marks takes its colour from here, and the marks come in the figure's."""

    figure: float
    name: float
    small: float
    steps: tuple[tuple[float, float], ...]
    side: float = 8.0
    colours: theme.Palette = theme.LIGHT
    faces: tuple[str, str] = THEME
    narrow: float = 1.0

    def latin(self, words: str) -> float:
        """Of the width that words are estimated to have, what they take in the Latin face; all of it where they are Chinese."""
        return 1.0 if is_chinese(words) else self.narrow

    def up_to(self, largest: float) -> Ink:
        """The same with tables in no larger type."""
        return replace(self, steps=tuple(one for one in self.steps if one[0] <= largest))

    def stroke(self, share: float) -> int:
        """A line's width in the format's units, as a share of the figures' type."""
        return round(share * self.figure * 12700)
