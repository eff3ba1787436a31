"""A panel's drawing in pixels, before anybody has said where on the sheet it goes.

A pane is as wide as the panel's room: exactly, or, on screen, at its narrowest. A drawing reckons heights in pixels from its own top;
across, every place is a value on the panel's scale plus a shift in pixels, or a distance from the pane's edges, so it stays right when
the browser widens it. What is drawn belongs in ``rows``, ``lines`` and ``grid``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from industry.figures import theme
from industry.figures.compose import wrapping
from industry.tables.eyesight import SEEN, luminance

Anchor = Literal["left", "center", "right"]
NARROWEST, WIDEST = 280.0, 1600.0  # CSS pixels that a panel on screen may have
LINE, LINE_TIGHT = 1.34, 1.16  # em from one line of text to the next
THIN = 0.06  # em: zero lines, grids
SOFT = ("tick", "legend", "aside", "detail")  # roles of text that is grey unless another colour is named
EDGE = 1e-6  # kept free at a scale's ends, so that rounding never puts a text off it


class Keep(NamedTuple):
    """Pixels kept at least on each side of a panel's scale and for each row, so that alike panels have marks of one size, level."""

    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0
    rows: tuple[float, ...] = ()


@dataclass(frozen=True)
class Pane:
    """``width`` in CSS pixels: exact, or with ``fluid`` the least. ``height`` None: as it
    looks best, else at least so many pixels.
    ``shrink`` reduces the type; ``tight`` 1 also the gaps, 2 puts names beside their marks."""

    width: float
    height: float | None
    type: float
    palette: theme.Palette
    fluid: bool = False
    shrink: float = 1.0
    tight: int = 0
    keep: Keep = field(default_factory=Keep)

    def size(self, role: str) -> float:
        """Font size in CSS pixels of a text's role."""
        return _size(role, self.shrink, self.type)

    def line(self, role: str) -> float:
        """CSS pixels from one line of a text to the next."""
        return (LINE if self.tight < 2 else LINE_TIGHT) * self.size(role)

    @property
    def em(self) -> float:
        return self.type * self.shrink

    def of(self, width: float) -> Pane:
        return replace(self, width=width)

    def shade(self, colour: str) -> str:
        """A mark's colour: as recorded on white, lightened on a dark background until it stands out."""
        dark = luminance(self.palette.background) < 0.4
        return theme.readable(colour, self.palette.background, SEEN) if dark else colour

    def measure(self, words: str, role: str, bold: bool = False) -> float:
        """Width of a text in CSS pixels."""
        return wrapping.width(words, bold) * self.size(role)

    def widest(self, texts: Iterable[str], role: str, bold: bool = False) -> float:
        """Width of the widest text in CSS pixels, 0 of none."""
        return max((self.measure(one, role, bold) for one in texts), default=0.0)

    def wrap(
        self, words: str, role: str, room: float, bold: bool = False, balanced: bool = False
    ) -> tuple[str, ...]:
        """Lines of a text for ``room`` CSS pixels, ``balanced``: of like length."""
        return wrapping.wrap(words, max(room / self.size(role), 1.0), bold, balanced)

    def listed(self, items: Sequence[str], role: str) -> tuple[str, ...]:
        """Lines of a list as wide as the pane, broken between its items."""
        return wrapping.listed(items, self.width / self.size(role))


@lru_cache(1024)
def _size(role: str, shrink: float, type: float) -> float:
    floor = theme.SMALLEST * min(1.0, shrink / theme.STEPS[-1][0])
    return max(theme.SIZES[role] * shrink, floor) * type


@dataclass(frozen=True)
class Place:
    """Where a text is tied across: ``at`` a value of the scale, or None for the pane's edge; then
    ``shift`` pixels to the right (from the right edge: to the left)."""

    at: float | None
    shift: float = 0.0
    right_edge: bool = False


@dataclass(frozen=True)
class Obstacle:
    """A text that vertical lines keep clear of: from ``top`` to ``bottom``, and from ``start`` to
    ``end`` pixels right of the ``share`` (0 to 1) of the scale."""

    top: float
    bottom: float
    share: float
    start: float
    end: float


@dataclass
class Drawing:
    """``left`` and ``right`` are pixels of the pane outside the scale, which runs from ``low`` to
    ``high``, ``above`` and ``foot`` those over and under the marks; ``below`` those under ``height`` where the browser sets ticks. Traces and texts name
    their axes x and y; a sheet gives them others. On screen ``key``, the entries of a legend, and ``told``, figures in words,
    stand as texts around the plot, which are as wide as that is."""

    pane: Pane
    height: float = 0.0
    below: float = 0.0
    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    foot: float = 0.0
    low: float = 0.0
    high: float = 1.0
    traces: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    ticks: dict[str, Any] = field(default_factory=dict)
    key: Sequence[tuple[str, str, str]] = ()
    told: Sequence[str] = ()

    @property
    def span(self) -> float:
        """Pixels of the scale, at the pane's narrowest."""
        return self.pane.width - self.left - self.right

    @property
    def widest(self) -> float:
        """Pixels of the scale, at the pane's widest."""
        return (WIDEST if self.pane.fluid else self.pane.width) - self.left - self.right

    def spread(self, needed: float, count: int, most: float) -> float:
        """The pixels that each of ``count`` rows gets beyond its need (``most`` em), where the pane is higher than
        all of them need; sets the height."""
        spare = 0.0
        if self.pane.height is not None and count:
            spare = max(0.0, min((self.pane.height - needed) / count, most * self.pane.em))
        self.height = max(needed + spare * count, self.pane.height or 0.0)
        return spare

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)

    def write(
        self,
        content: str,
        place: Place,
        y: float,
        role: str,
        colour: str = "",
        anchor: Anchor = "left",
        angle: float = 0,
    ) -> None:
        """Sets marked-up text (escaped by the caller) with its middle at ``y`` pixels."""
        if place.at is not None:
            across = {"xref": "x", "x": place.at, "xshift": place.shift}
        elif place.right_edge:
            across = {"xref": "x domain", "x": 1, "xshift": self.right - place.shift}
        else:
            across = {"xref": "x domain", "x": 0, "xshift": place.shift - self.left}
        under = (
            max(y - self.height, 0.0) if self.ticks else 0.0
        )  # Plotly hides a text of a place off its scale
        down = {"y": y - under, "yshift": -under} if under else {"y": y}
        at = {**across, "yref": "y", **down, "textangle": angle}
        ink = colour or (self.pane.palette.soft if role in SOFT else self.pane.palette.ink)
        self.texts.append(annotation(content, at, self.pane.size(role), ink, anchor))

    def left_to_browser(self, shown: Sequence[tuple[int, str]], **at: Any) -> None:
        """Labels of columns that a browser sets, level or upright, below the scale or ``at`` another place."""
        self.ticks = {
            "showticklabels": True,
            "tickmode": "array",
            "tickvals": [index for index, _ in shown],
            "ticktext": [styled(words) for _, words in shown],
            "autotickangles": [0, -90],
            "ticklabelstandoff": round(0.2 * self.pane.em),
            "tickfont": {"size": self.pane.size("tick"), "color": self.pane.palette.soft},
            "side": "bottom",
            **at,
        }

    def inward(self, middle: float, wide: float) -> float:
        """Pixels by which a text around ``middle`` pixels is moved to stay inside the pane."""
        return inward(middle, wide, 0.0, self.pane.width)

    def legend(self, entries: Sequence[tuple[str, str, str]]) -> float:
        """Sets a legend of (sign, its colour, words) at the top; its height in pixels, none on screen. Signs are glyphs,
        so that it flows like text."""
        pane = self.pane
        if pane.fluid:
            ground = pane.palette.background
            self.key = [(sign, theme.readable(colour, ground), words) for sign, colour, words in entries]
            return 0.0
        lines: list[list[str]] = []
        used = 0.0
        for sign, colour, words in entries:
            wide = pane.measure(f"{sign} {words}　", "legend")
            if not lines or used + wide > pane.width:
                lines.append([])
                used = 0.0
            used += wide
            first, *others = pane.wrap(f"{sign} {words}", "legend", pane.width)
            lines[-1].append(styled(sign, colour=colour, bold=True) + styled(first[len(sign) :]))
            for part in others:
                lines.append([styled(part)])
                used = pane.measure(part + "　", "legend")
        pitch = pane.line("legend")
        for index, line in enumerate(lines):
            self.write("　".join(line), Place(None), (index + 0.5) * pitch, "legend")
        return len(lines) * pitch + 0.3 * pane.em if lines else 0.0

    def rule(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        colour: str,
        xref: str = "x",
        layer: str = "below",
    ) -> None:
        """A thin straight line: ``x`` on the axis named, ``y`` in pixels."""
        line = {"color": colour, "width": max(1.0, THIN * self.pane.em)}
        ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        self.shapes.append({"type": "line", "xref": xref, "yref": "y", **ends, "layer": layer, "line": line})

    def upright(
        self, value: float, top: float, bottom: float, obstacles: list[Obstacle], least: float = 0.15
    ) -> list[tuple[float, float]]:
        """The parts of a vertical line at ``value`` that are clear of all obstacles at any width, and longer than
        the ``least``, in em."""
        free = [(top, bottom)]
        pad = 0.3 * self.pane.em
        for one in obstacles:
            reach = sorted((self.share(value) - one.share) * span for span in (self.span, self.widest))
            if reach[1] <= one.start - pad or reach[0] >= one.end + pad:
                continue
            cut: list[tuple[float, float]] = []
            for start, end in free:
                cut += [(start, min(end, one.top)), (max(start, one.bottom), end)]
            free = [(start, end) for start, end in cut if end - start > least * self.pane.em]
        return free

    def axes(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The two axes, without a place on the sheet."""
        bare = {"fixedrange": True, "zeroline": False, "showgrid": False}
        edge = EDGE * (self.high - self.low)
        span = [self.low - edge, self.high + edge]
        across = {**bare, "range": span, "showticklabels": False, **self.ticks}
        return across, {**bare, "range": [self.height, 0], "showticklabels": False}


def inward(middle: float, wide: float, start: float, end: float) -> float:
    """Pixels by which a text around ``middle`` is moved to stay between ``start`` and ``end``."""
    return max(start + wide / 2 - middle, 0.0) or min(end - middle - wide / 2, 0.0)


def annotation(
    content: str, at: Mapping[str, Any], size: float, colour: str, anchor: Anchor
) -> dict[str, Any]:
    """Marked-up text as Plotly's annotation: no arrow, no box, its middle ``at`` the height given."""
    return {
        **at,
        "text": content,
        "showarrow": False,
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "borderpad": 0,
        "font": {"size": size, "color": colour},
    }


def styled(words: str, size: float | str = "", colour: str = "", bold: bool = False) -> str:
    """Escaped words, in another size (in pixels, or as CSS says it) or colour than the text they stand in."""
    marked = wrapping.plain(words)
    if bold:
        marked = f"<b>{marked}</b>"
    big = size if isinstance(size, str) else f"{size:.2f}px"
    style = (f"font-size:{big};" if big else "") + (f"color:{colour};" if colour else "")
    return f'<span style="{style}">{marked}</span>' if style else marked
