"""Blocks of figures side by side: a head and lines of pieces, of which a number is a button that opens its card.

What stands in them is decided by whoever makes the record; texts stay texts. The height is reckoned here from the
sizes of blocks.css, so that a page keeps its place before the browser has drawn them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from industry.figures.compose import wrapping
from ui.parts import component

Look = Literal["big", "strong", "plain", "faint"]
_SIZES: dict[Look, tuple[float, int]] = {
    "big": (24, 32),
    "strong": (15, 22),
    "plain": (14, 22),
    "faint": (12.5, 18),
}
"""Type and height of a line in CSS pixels, by the look of its first piece."""
_BOLD = ("big", "strong")
_HEAD, _PADDING, _GAP, _SPARE = 22, 22, 12, 10
_PHONE = 358


@dataclass(frozen=True)
class Piece:
    """A run of words. ``row``: the id of the number whose card it opens."""

    text: str
    look: Look = "plain"
    row: str = ""


@dataclass(frozen=True)
class Block:
    """A block: its ``head``, ``sub`` smaller beside it, and ``lines`` of pieces."""

    head: str
    lines: tuple[tuple[Piece, ...], ...]
    sub: str = ""


@dataclass(frozen=True, eq=False)
class Blocks:
    """Blocks in a grid of columns at least ``least`` CSS pixels wide; ``wide`` is the room that they have on a screen
    of common width. ``caption`` names them for those who can't see them."""

    caption: str
    blocks: tuple[Block, ...]
    least: int
    wide: int

    @cached_property
    def written(self) -> str:
        """The record as blocks.js reads it."""
        told = {"caption": self.caption, "least": self.least, "blocks": [asdict(one) for one in self.blocks]}
        return json.dumps(told, ensure_ascii=False)

    @cached_property
    def heights(self) -> tuple[int, int]:
        """The height in CSS pixels on a screen of common width and on a phone."""
        return _height(self, self.wide), _height(self, _PHONE)


def show(blocks: Blocks, key: str) -> None:
    """Draw blocks under a ``key`` that no other of the page has. A number's button opens its card."""
    component.numbers(Path(__file__).parent, "blocks", f"{key}-blocks", blocks.written, blocks.heights, True)


def _height(blocks: Blocks, room: int) -> int:
    many = max(1, min(len(blocks.blocks), (room + _GAP) // (blocks.least + _GAP)))
    width = (room + _GAP) / many - _GAP - 2 * _GAP - 2
    rows = [blocks.blocks[at : at + many] for at in range(0, len(blocks.blocks), many)]
    return sum(max(_block(one, width) for one in row) + _GAP + _SPARE for row in rows)


def _block(block: Block, width: float) -> int:
    head = _lines(f"{block.head} {block.sub}", width, 14) * _HEAD if block.head else 0
    return _PADDING + head + sum(_line(one, width) for one in block.lines)


def _line(pieces: Sequence[Piece], width: float) -> int:
    height = _SIZES[pieces[0].look][1]
    words = sum(wrapping.width(one.text, one.look in _BOLD) * _SIZES[one.look][0] + 5 for one in pieces)
    told = " ".join(one.text for one in pieces)
    mean = 1.04 * words / max(wrapping.width(told), 1)  # words are never parted just where a line is full
    return (1 if words <= width else max(2, _lines(told, width, mean))) * height


def _lines(words: str, width: float, type: float) -> int:
    """How many lines a text takes, never fewer than one."""
    room = max(width, 40) / type
    return 1 if wrapping.width(words) <= room else len(wrapping.wrap(words, room))
