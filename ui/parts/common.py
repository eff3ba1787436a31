"""The choices that travel from page to page, each with its one widget: regions, and the year looked at. A page asks
for one with a line; where they stand in the address is told in ``address``.
"""

from __future__ import annotations

from collections.abc import Iterable

from industry.tables.tables import Tables
from ui.choices import choice, choices, language, words
from ui.store import kept

LATEST = "latest"
"""The year that moves with the tables."""


def regions(tables: Tables) -> tuple[str, ...]:
    """The ids of the regions chosen, in config.yaml's order; all of them where none is."""
    catalogue = tables.catalogue
    names = {id: catalogue.regions[id].name(language()) for id in catalogue.config.regions}
    return choices("regions", names, tuple(names), words("regions"), widget="pills") or tuple(names)


def year(tables: Tables, drops: Iterable[str] = ()) -> str:
    """The year looked at: one of those for which the tables hold actual figures, or `LATEST` where config.yaml looks at
    the latest. Until another is chosen it is config.yaml's ``focus``, or the newest held. Another year undoes the
    choices that it ``drops``."""
    focus = str(getattr(tables.catalogue.config, "focus", ""))
    held = {str(one): words("year_of", one) for one in years(tables)}
    options = ({LATEST: words("latest")} if focus == LATEST else {}) | held
    return choice("year", options, focus, words("year"), drops=drops)


@kept(4)
def years(tables: Tables) -> tuple[int, ...]:
    """The years in which the period of an actual figure of a chosen region or of the benchmark ends, the
    newest first."""
    catalogue = tables.catalogue
    shown = {*catalogue.config.regions, catalogue.config.benchmark}
    rows = (row for id in catalogue.indicators for row in tables.rows(id) if row.region.id in shown)
    found = {row.period.year for row in rows if row.period and row.status == "actual"}
    return tuple(sorted(found, reverse=True))
