"""How much a line holds, where we set it and where another program does.

Where it ends belongs in ``wrapping``.
"""

from __future__ import annotations

from dataclasses import dataclass

from industry.figures.compose import wrapping

FILLED = 0.97
"""Of a line that another program may fill, whose face may be a little wider."""


@dataclass(frozen=True)
class Room:
    """What a line of a text holds, in em of its type; ``elsewhere`` where another program sets it, in a face
    and with spaces of its own."""

    em: float
    elsewhere: bool = False

    def of(self, text: str) -> float:
        """The em that these words may take."""
        if not self.elsewhere:
            return self.em
        plain = wrapping.width(text) or 1.0
        return FILLED * self.em * plain / (plain + wrapping.spaces(text))

    def wrap(self, text: str, bold: bool = False, balanced: bool = False) -> tuple[str, ...]:
        return wrapping.wrap(text, self.of(text), bold, balanced)

    def cut(self, text: str, most: int) -> str:
        return wrapping.cut(text, self.of(text), most)

    def count(self, text: str, bold: bool = False) -> int:
        """How many lines the text takes."""
        return len(self.wrap(text, bold))
