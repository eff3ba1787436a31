"""From a figure's spec to its record, by its kind of chart; and the one place that sees to it that a figure
that fails costs its own place and no more.

Whoever makes several figures for others to see makes them safely; `draw` alone raises.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from industry import wording
from industry.figures.context import Context, Tables
from industry.figures.kinds import kinds
from industry.figures.record import Failed, Figure, Frame, Table
from industry.vocabulary.catalogue import FigureSpec
from industry.vocabulary.slide import Choices, Slide

_T = TypeVar("_T")


def draw(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure that ``spec`` describes for these choices, in ``language`` (``zh`` or ``en``). Raises
    whatever its kind raises."""
    return kinds()[spec.chart].draw(Context(spec, tables, choices, language))


def draw_safely(spec: FigureSpec, tables: Tables, choices: Choices, language: str) -> Figure:
    """The figure, or a `Failed` one in its place; the log gets the details."""
    try:
        return draw(spec, tables, choices, language)
    except Exception:
        logging.getLogger(__name__).exception("figure %s could not be drawn", spec.id)
        return _failed(str(Slide(spec.id, choices)), spec.chart, spec.title(language), language)


def make_safely(
    make: Callable[[Figure], _T],
    figure: Figure,
    language: str,
    passing: tuple[type[Exception], ...] = (),
) -> _T:
    """What ``make`` makes of a figure, or of a `Failed` one in its place; the log gets the details. Raises
    the errors that are ``passing``, for they are no figure's."""
    try:
        return make(figure)
    except passing:
        raise
    except Exception:
        logging.getLogger(__name__).exception("figure %s could not be made", figure.id)
        return make(_failed(figure.id, figure.chart, figure.frame.title, language))


def _failed(id: str, chart: str, title: str, language: str) -> Failed:
    said = wording.say("figure_failed", language)
    alt = wording.say("named", language, title, said)
    return Failed(id, chart, Frame(language, title), (), Table((), ()), (), alt, said)
