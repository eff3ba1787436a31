"""The letters of Word's fonts of signs (Insert > Symbol), which a file names by font and place: those that belong to figures and
whose meaning is certain, no others."""

from __future__ import annotations

_PRIVATE = 0xF000
"""Where such fonts stand in Unicode; a file may leave it away."""
_SYMBOL = {
    **{ord(one): one for one in "0123456789%+.,()/"},
    0x2D: "−",
    0xA3: "≤",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB8: "÷",
}
"""Of the font Symbol, by its own places; other fonts of signs have no letters of figures."""


def sign(font: str | None, place: str | None) -> str | None:
    """The letter at a ``place`` (in hexadecimal) of a font, None where that isn't certain."""
    try:
        at = int(place or "", 16)
    except ValueError:
        return None
    own = at - _PRIVATE if _PRIVATE <= at <= _PRIVATE + 0xFF else at
    if (font or "").casefold() == "symbol" and own <= 0xFF:
        return _SYMBOL.get(own)
    return None
