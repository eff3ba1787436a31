"""What a briefing has told, and under which of its figures: what comes again sends to where it was told. What the document opens
with sums this up: nothing sends there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from industry.export.docx.told.about import subject_of
from industry.export.docx.told.aims import aims
from industry.export.docx.told.groups import Fact, Group, groups, set_apart
from industry.export.docx.told.opening import opening
from industry.export.docx.told.sentences import MOST_REGIONS, enumerated, say, sentences, when
from industry.figures.record import Figure, drawn
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region
from industry.vocabulary.observation import Observation
from industry.wording import say as phrase
from industry.wording.said import Said, rows_of


class Telling:
    """Asked for what opens the document, then for one figure after another in its order; ``fit``: whether a sentence may be
    told."""

    def __init__(self, tables: Tables, language: str, fit: Callable[[str], bool] = bool) -> None:
        self.tables, self.language, self.fit = tables, language, fit
        self.told: dict[Fact, str] = {}
        """What was told of figures, and how the chart or table is called above which that stands."""
        self.about: Region | None = None

    def opening(self, figures: Sequence[Figure]) -> tuple[tuple[str, Said], ...]:
        """The sentences on all figures, each with the id of its own; the region that all are about is told of first from here on."""
        self.about = subject_of(figures, self.tables)
        return opening(figures, self.tables, self.language, self.fit)

    def of(self, figure: Figure, called: Sequence[str]) -> tuple[Said, ...]:
        """The sentences on a figure: its targets; else what hasn't been told, and where the rest of it stands. ``called``: for
        each panel, how the chart or table is called that shows it."""
        if said := aims(figure, self.tables, self.language, called):
            said = tuple(one for one in said if self.fit(one))
            self._keep([(row,) for row in rows_of(said)], called)
            return said
        apart = set_apart(figure, self.about, self.tables) if self.about else []
        found = [self._begun(one) for one in (*apart, *groups(figure, self.tables))]
        found.sort(key=lambda one: self.about not in [row.region for row in one.rows])
        new = [one for one in found if not all(fact in self.told for fact in one.facts)]
        said = sentences(new, self.tables, self.language, self.fit)
        spoken = set(rows_of(said))
        shown = [one for one in new if spoken.issuperset(one.rows[:MOST_REGIONS])]
        left = {row for one in new if one not in shown for row in one.rows}
        more = places(figure, called, left) if left or not found else []
        seen = self._seen([one for one in found if one not in new], shown, more)
        self._keep((fact for one in shown for fact in one.facts if fact[0] in spoken), called)
        self._keep(((row,) for row in spoken), called)
        return (*said, *seen)

    def _begun(self, group: Group) -> Group:
        """The group, beginning with the region that all is about."""
        return replace(group, rows=tuple(sorted(group.rows, key=lambda row: row.region != self.about)))

    def _keep(self, facts: Iterable[Fact], called: Sequence[str]) -> None:
        """Keep what is told above what is ``called`` so, and that each figure is that is told beside another."""
        name = next(filter(None, called), "")
        for one in facts if name else ():
            self.told.setdefault(one, name)
            self.told.setdefault((one[0],), name)

    def _seen(self, old: Sequence[Group], shown: Sequence[Group], more: Sequence[str]) -> list[Said]:
        """江西、陕西的数字见图2: of what was told before, where it stands; ``more``: where what isn't told stands."""
        stand = {self.told[fact] for one in old for fact in one.facts}
        named = list(dict.fromkeys([*(one for one in self.told.values() if one in stand), *more]))
        if not named:
            return []
        listed = enumerated(named, self.language)
        if not shown:
            return [say("seen_all", self.language, listed)]
        others = self._others(old, shown)
        if not more and others and len({one.rows[0].indicator.id for one in (*old, *shown)}) == 1:
            return [say("seen_of", self.language, others, listed)]
        return [say("seen_more", self.language, listed)]

    def _others(self, old: Sequence[Group], shown: Sequence[Group]) -> str:
        """江西和陕西2021年、吉安: the regions of which nothing is shown, with the period of their figures where it is none of those
        shown."""
        regions = {row.region for one in shown for row in one.rows}
        periods = {one.rows[0].period for one in shown}
        held: dict[str, dict[str, None]] = {}
        for row in (row for one in old for row in one.rows if row.region not in regions):
            dated = "" if row.period in periods else str(when(row, self.language))
            held.setdefault(dated, {})[row.region.name(self.language)] = None
        told = [
            say("seen_at", self.language, names, dated) if dated else names
            for dated, names in ((one, enumerated([*each], self.language)) for one, each in held.items())
        ]
        return phrase("listed", self.language).join(told)


def places(figure: Figure, called: Sequence[str], rows: set[Observation]) -> list[str]:
    """How those charts and tables of a figure are called that show any of these rows; all, where none does."""
    held = [(name, rows.isdisjoint(drawn(panel))) for panel, name in zip(figure.panels, called, strict=False)]
    return list(dict.fromkeys([name for name, other in held if not other] or [name for name, _ in held]))
