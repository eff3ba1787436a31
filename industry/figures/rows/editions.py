"""Of which editions the figures are that panels show: what stands above them where no words at the figures say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from industry import wording
from industry.figures.record import Panel, RowsPanel, TablePanel, counts_only, drawn
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, distinct, join, rows_of

_Facet = Callable[[Observation, str], str]
_FACETS: tuple[_Facet, ...] = (
    lambda row, language: row.region.name(language),
    lambda row, language: (row.indicator.short or row.indicator.name)(language),
    lambda row, language: wording.period(row.period, language),
)
"""What a figure is of, as it tells figures apart."""


def editions(
    panels: Sequence[Panel], catalogue: Catalogue, language: str, above: str = ""
) -> tuple[Said, ...]:
    """第五次经济普查后修订值, or 江西为快报数 where not all are: the editions of figures that panels show which neither the words by these
    nor those ``above`` all name; of counts of figures none."""
    if counts_only(panels):
        return ()
    words: dict[Observation, str] = {}
    for row, told in (pair for one in panels for pair in _by_figures(one)):
        words[row] = f"{words.get(row, above)} {told}"
    found = []
    for id in dict.fromkeys(row.edition for row in words if row.edition):
        name = wording.edition(id, catalogue.config, language)
        untold = [row for row, told in words.items() if row.edition == id and name not in told]
        others = [row for row in words if row.edition != id]
        if untold:
            whose = join(_apart(untold, others, language) if others else (), wording.say("listed", language))
            found.append(wording.say("of_edition", language, whose, name) if whose else Said(name))
    return distinct(found)


def _apart(rows: Sequence[Observation], others: Sequence[Observation], language: str) -> Sequence[str]:
    """Each of ``rows`` by as little as tells them from the ``others``: by region, indicator or period, or by more than one of these."""
    for count in range(1, len(_FACETS) + 1):
        for facets in combinations(_FACETS, count):
            own, rest = (
                {tuple(one(row, language) for one in facets): None for row in held} for held in (rows, others)
            )
            if not own.keys() & rest.keys():
                comma = wording.say("comma", language)
                return [join(one, comma) for one in own]
    return ()


def _by_figures(panel: Panel) -> Iterator[tuple[Observation, str]]:
    """Each figure that a panel shows, with the words that stand by it or above the panel."""
    if isinstance(panel, RowsPanel):
        for row in panel.rows:
            shown = (*(one.row for one in row.marks if one.row), *rows_of((row.text, row.detail, row.aside)))
            yield from ((one, f"{panel.heading} {row.name} {row.detail} {row.aside}") for one in shown)
    elif isinstance(panel, TablePanel):
        for line in panel.lines:
            for entry in line.entries:
                shown = (*((entry.row,) if entry.row else ()), *rows_of((entry.text, entry.aside)))
                words = f"{line.name} {line.detail} {line.period} {entry.aside} {entry.tag}"
                yield from ((one, f"{panel.heading} {words}") for one in shown)
    yield from ((row, panel.heading) for row in drawn(panel))
