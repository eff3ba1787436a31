"""The choosers of a trend: its indicator, of those that run over time, and the years from which to which it is shown.
Which there are is decided in ``rows.running``.
"""

from __future__ import annotations

from industry.figures.rows import running
from industry.tables.tables import Tables
from industry.vocabulary.focus import Focus
from ui.address import asked, language, words
from ui.choices import choice, span
from ui.store import kept


@kept(64)
def _indicators(tables: Tables, regions: tuple[str, ...], tongue: str) -> dict[str, str]:
    return {one.id: one.name(tongue) for one in running.running(tables, regions)}


def indicator(tables: Tables, regions: tuple[str, ...]) -> str:
    """The id of the indicator chosen, the foremost until one is; one that an address names is among them."""
    named = tables.catalogue.indicators.get(asked("indicator") or "")
    held = _indicators(tables, regions, language())
    options = held if named is None else held | {named.id: named.name(language())}
    return choice(
        "indicator", options or _indicators(tables, (), language()), next(iter(held), ""), words("indicator")
    )


_years = kept(256)(running.years)


def years(tables: Tables, indicator: str, regions: tuple[str, ...], year: str | None) -> str | None:
    """The span chosen, as an address writes it; until one is, up to the ``year`` looked at. None where no figure is
    held."""
    focus = Focus.of(year, tables.catalogue.config.focus)
    held = _years(tables, tables.catalogue.indicators[indicator], regions, focus)
    if held is None:
        return None
    presets = {
        f"{first}/{last}": words(name)
        for name, (first, last) in (
            ("span_all", (held.first, held.last)),
            ("span_five", held.five),
            ("span_two", held.two),
        )
    }
    steps = range(held.first, held.last + 1)
    return span("span", steps, held.usual, words("span"), words("span_ends"), dict(reversed(presets.items())))
