"""Whether a figure can draw an indicator, by what its kind of chart declares (``draws`` and ``alike``).

Whether the rows of one may stand beside each other is for ``comparison``; nothing here knows a row.
"""

from __future__ import annotations

from collections.abc import Mapping

from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec


def wanted(spec: FigureSpec, first: Indicator | None = None) -> Mapping[str, tuple[str, ...]]:
    """Keys of an indicator, each with the values that will do (empty: not said) beside the ``first`` that
    the figure names; of the first itself where None is given."""
    as_first = {key: (_said(first, key),) for key in spec.alike} if first else {}
    return {**spec.draws, **as_first}


def misfit(spec: FigureSpec, one: Indicator, first: Indicator | None = None) -> str:
    """The key of `wanted` for which ``one`` doesn't do; empty where the figure can draw it."""
    return next((key for key, values in wanted(spec, first).items() if _said(one, key) not in values), "")


def _said(one: Indicator, key: str) -> str:
    return str(getattr(one, key) or "")
