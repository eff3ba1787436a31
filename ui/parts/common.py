"""The choices that travel from page to page, each with its one widget: regions, and the year looked at. A page asks
for one with a line; where they stand in the address is told in ``address``.
"""

from __future__ import annotations

from collections.abc import Iterable

from industry.export.deck import years as of_decks
from industry.tables.tables import Tables
from industry.vocabulary.focus import LATEST
from industry.vocabulary.slide import Choices
from ui.choices import among, choice, choices, language, words
from ui.store import kept

_YEAR = 128
"""CSS pixels of the choice of a year, so that it stands in a line with others."""


def regions(tables: Tables, hide_label: bool = False) -> tuple[str, ...]:
    """The ids of the regions chosen, in config.yaml's order; all of them where none is."""
    catalogue = tables.catalogue
    names = {id: catalogue.regions[id].name(language()) for id in catalogue.config.regions}
    label, usual = words("regions"), tuple(names)
    return choices("regions", names, usual, label, widget="pills", hide_label=hide_label) or usual


def year(tables: Tables, hide_label: bool = False, drops: Iterable[str] = ()) -> str:
    """The year looked at: one of those for which the tables hold actual figures, or `LATEST` where config.yaml looks at
    the latest. Until another is chosen it is config.yaml's ``focus``, or the newest held. Another year undoes the
    choices that it ``drops``."""
    focus = tables.catalogue.config.focus
    held = {str(one): words("year_of", one) for one in years(tables)}
    options = ({LATEST: words("latest")} if focus == LATEST else {}) | held
    label = words("year")
    return choice("year", options, focus, label, hide_label=hide_label, width=_YEAR, drops=drops)


def year_kept(tables: Tables) -> str | None:
    """The same on a page that has no widget for it: what the address says, None where it says none that there is."""
    known = {LATEST: words("latest")} | {str(one): words("year_of", one) for one in years(tables)}
    focus = tables.catalogue.config.focus
    return among("year", known, words("year"), known.get(focus, focus))


def chosen(tables: Tables, regions: tuple[str, ...], year: str | None) -> Choices:
    """The regions and the year as a figure is given them, so that its links and decks say what was chosen: nothing
    of what config.yaml has."""
    config = tables.catalogue.config
    usual = (regions == tuple(config.regions), year == config.focus)
    return Choices(regions=() if usual[0] else regions, year=None if usual[1] else year)


@kept(4)
def years(tables: Tables) -> tuple[int, ...]:
    """The years that can be looked at, the newest first."""
    return of_decks.held(tables)
