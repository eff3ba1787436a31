"""The record of a proposed row. How its cells come about is for ``proposing`` and the modules beside it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from industry.vocabulary.catalogue import Indicator


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number of a document as a row of the tables.

    ``indicator`` is None where none is known that it could well be of; ``candidates`` are others that it may be of, the
    likeliest first, and ``name``, ``unit`` and ``measure`` what an indicator of it would be. ``region`` is the id of one,
    empty where the text names a place that no table is of, or none. ``period`` is written as in the tables, empty where
    none can be inferred. ``inferred``: what the document doesn't print and the row supplies, of ``fields.INFERRED``;
    ``doubted``: what is only guessed, of these and ``region``, ``as_printed`` (no print beside the number is read as
    what is meant). The print stands from ``start`` to ``end`` of paragraph (or page) ``paragraph``, ``passage`` is its sentence.
    """

    indicator: Indicator | None
    candidates: tuple[Indicator, ...]
    name: str
    unit: str
    measure: str
    region: str
    period: str
    value: Decimal | None
    value_to: Decimal | None
    step: Decimal
    qualifier: str
    status: str
    inferred: tuple[str, ...]
    doubted: tuple[str, ...]
    paragraph: int
    occurrence: int | None
    as_printed: str
    start: int
    end: int
    passage: str

    def cell(self, value: Decimal | None) -> str:
        """A value with the decimals that are printed, as the tables write numbers."""
        if value is None:
            return ""
        whole, _, rest = f"{value:f}".partition(".")
        printed = max(0, -int(self.step.normalize().as_tuple().exponent))
        rest = rest.rstrip("0").ljust(printed, "0")
        return f"{whole}.{rest}" if rest else whole
