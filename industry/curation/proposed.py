"""A proposed row, and the CSV in which proposed rows are looked through: the one form for what documents and workbooks
give and for what is compared and adopted. Where rows come from belongs in ``documents`` and ``importing``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from industry.export.workbook import comma_separated
from industry.vocabulary import fields

BESIDE = (
    "region",
    "accept",
    "replaces",
    "name",
    "unit",
    "measure",
    "passage",
    "candidates",
    "doubted",
    "held",
)
"""The columns behind those of the tables."""
ACCEPTED = "yes"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row that somebody may accept.

    ``cells`` by the names of ``fields.COLUMN`` as the tables write them, those left out empty; ``region``: the id of the
    region in whose table it goes. ``accepted``: a curator has read it and wants it. ``replaces``: the id of the row it takes
    the place of; empty where it is a new one. ``told``: what stands beside it for whoever reads it, by the other names of
    ``BESIDE``: ``name``, ``unit``, ``measure`` in the words of its source, ``passage`` (its sentence, or its sheet and cell),
    ``candidates`` (ids of indicators, with spaces between), ``doubted`` (columns that are only guessed), ``held`` (the id of a
    row that says the same, or ``differs: id (columns)``).
    """

    region: str
    cells: Mapping[str, str]
    accepted: bool = False
    replaces: str = ""
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def doubted(self) -> tuple[str, ...]:
        """The columns that are only guessed."""
        return tuple(self.told.get("doubted", "").split())


def written(rows: Iterable[Proposed]) -> bytes:
    """The rows as a CSV, with a byte order mark so that Excel and WPS take it for UTF-8."""
    return comma_separated((*fields.COLUMN, *BESIDE), map(_line, rows))


def _line(one: Proposed) -> tuple[str, ...]:
    own = {
        "region": one.region,
        "accept": ACCEPTED if one.accepted else "",
        "replaces": one.replaces,
    }
    beside = own | {name: text for name, text in one.told.items() if name not in own}
    return (
        *(one.cells.get(name, "") for name in fields.COLUMN),
        *(beside.get(name, "") for name in BESIDE),
    )
