"""What a briefing has told, and under which of its figures: nothing is told twice; what comes again sends to where it was told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from industry.export.docx.told.aims import aims
from industry.export.docx.told.groups import Group, groups
from industry.export.docx.told.opening import opening
from industry.export.docx.told.sentences import MOST_REGIONS, enumerated, say, sentences
from industry.figures.record import Figure, GridPanel, TablePanel
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, rows_of
from industry.wording.words import worded


class Telling:
    """Asked for what opens the document, then for one figure after another in its order; ``fit``: whether a sentence may be
    told."""

    def __init__(self, tables: Tables, language: str, fit: Callable[[str], bool] = bool) -> None:
        self.tables, self.language, self.fit = tables, language, fit
        self.told: dict[Observation, str] = {}
        """The figures told, and how the part, chart or table is called where that is."""

    def opening(self, figures: Sequence[Figure], name: str) -> tuple[tuple[str, Said], ...]:
        """The sentences on all figures, each with the id of its own, in the part of this ``name``, which print no averages."""
        found = opening(figures, self.tables, self.language, self.fit)
        said = [one for _, one in found]
        averages = {row for row in rows_of(said) if row.indicator.two_year_average_of}
        self.told = {row: name for row in rows_of(said) if row not in averages}
        return found

    def of(self, figure: Figure) -> tuple[Said, ...]:
        """The sentences on a figure: its targets; else what hasn't been told, and where the rest of it stands."""
        if told := aims(figure, self.language):
            return tuple(one for one in told if self.fit(one))
        found = groups(figure, self.tables)
        new = [one for one in found if not all(row in self.told for row in one.every)]
        said = sentences(new, self.tables, self.language, self.fit)
        spoken = set(rows_of(said))
        shown = [one for one in new if spoken.issuperset(one.rows[:MOST_REGIONS])]
        more = self._below(figure) if len(shown) < len(new) or not found else ""
        return (*said, *self._seen([one for one in found if one not in new], shown, more))

    def _below(self, figure: Figure) -> str:
        """What the figure itself is called in its sentences; nothing of one of which nothing is drawn."""
        if not figure.panels:
            return ""
        tabular = isinstance(figure.panels[0], (TablePanel, GridPanel))
        return worded("paper", "below_table" if tabular else "below_chart", self.language)

    def called(self, said: Iterable[str], name: str) -> None:
        """How the chart or table is called of which something was ``said``."""
        self.told |= {row: name for row in rows_of(said) if row not in self.told}

    def _seen(self, old: Sequence[Group], shown: Sequence[Group], more: str) -> list[Said]:
        """江西、陕西的数字见图2: of what was told before, where it stands; ``more``: where what isn't told stands."""
        places = {self.told[row] for one in old for row in one.rows}
        named = [one for one in dict.fromkeys(self.told.values()) if one in places] + ([more] if more else [])
        if not named:
            return []
        listed = enumerated(named, self.language)
        if not shown:
            return [say("seen_all", self.language, listed)]
        regions = {row.region for one in shown for row in one.rows}
        others = dict.fromkeys(
            row.region.name(self.language) for one in old for row in one.rows if row.region not in regions
        )
        if not more and others and len({one.rows[0].indicator.id for one in (*old, *shown)}) == 1:
            return [say("seen_of", self.language, enumerated([*others], self.language), listed)]
        return [say("seen_more", self.language, listed)]
