"""How wide the columns of a list are on paper, where none is cut off and nothing scrolls."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from industry.figures.compose import wrapping

BELOW = range(7, 14)
"""Which columns of `listing.header` most rows leave empty or have at length, the edition, the source and all behind it: on paper
these stand below the row, one behind another, each behind its head, where they say something. Beside the others they would take
the room that an indicator's name needs, and rows twice as many lines."""
ROOM = 73.0
"""em between the margins of an A4 that stands, in the type of a printed list."""
GAP = 0.8
"""em between two columns."""
_AT = "#rows tr > :nth-child({}){} {{ {} }}"
"""Of a column the cells that are such, and what they look like."""
SHORT = 6.5
"""em of texts that take one line: in Chinese, which has no blanks, names as well."""


def columns(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """CSS by which columns that are `BELOW` have no room, and how wide the others are, in per cent: each as the longest word of its
    head and its texts, or less where all together are wider than the paper; what room is left goes to those whose texts are
    longer on the average."""
    every = enumerate(zip(header, *rows, strict=True))
    held = {at: texts for at, texts in every if at not in BELOW}
    least = [_longest(set(texts)) + GAP for texts in held.values()]
    long = [sum(map(wrapping.width, texts)) / len(texts) for texts in held.values()]
    lacking = [max(0.0, wide - em) for wide, em in zip(long, least, strict=True)]
    left, all_lacking = max(0.0, ROOM - sum(least)), sum(lacking) or 1.0
    wide = [em + left * share / all_lacking for em, share in zip(least, lacking, strict=True)]
    whole = max(ROOM, sum(wide))
    rules = [
        _AT.format(at + 1, "", f"width: {100 * em / whole:.2f}%") for at, em in zip(held, wide, strict=True)
    ]
    rules += [_AT.format(at + 1, ":not([data-head])", "display: none") for at in BELOW]
    return Markup("\n".join(rules))


def _longest(texts: Collection[str]) -> float:
    """The em of the widest of what no line ends inside: a word, a period, a number with its unit, a `SHORT` text."""
    short = [one for one in texts if wrapping.width(one) <= SHORT]
    long = [whole for one in texts for whole in wrapping.pieces(one)]
    return max(wrapping.width(one, bold=True) for one in (*short, *long))
