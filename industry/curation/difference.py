"""What differs between two states of the tables, all of it: published numbers, derived rows, records, what the checks found,
comparisons and ranks, figures with their marks and findings, and where each new number appears.

Each is found in a module of ``changes`` and worded in ``lines`` there. Nothing here writes, and nothing is judged: it is told
what was and what is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from industry.curation.changes.change import Change
from industry.curation.changes.compared import Compared, compared
from industry.curation.changes.figures import Drawings, Figured, figured, slides
from industry.curation.changes.follows import audits, derived, identities
from industry.curation.changes.numbers import Number, numbers
from industry.curation.changes.reads import may_tell_of, related
from industry.curation.changes.records import Record, records
from industry.curation.changes.where import Where, where
from industry.figures.record import Figure
from industry.project import uncollected
from industry.tables.tables import Tables
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide


@dataclass(frozen=True, eq=False)
class Difference:
    """Two states of the tables and what lies between them; each part is worked out when it is first asked for. Turned round,
    `difference` of the two says the same with before and after exchanged."""

    before: Tables
    after: Tables
    _drawings: dict[str, tuple[Drawings, Drawings]] = field(default_factory=dict, init=False, repr=False)
    _figures: dict[str, tuple[Figured, ...]] = field(default_factory=dict, init=False, repr=False)

    def __bool__(self) -> bool:
        """Whether anything differs: the files may, in their order and quotation marks, and yet say the same."""
        return self.before.content != self.after.content and bool(
            self.numbers or self.records or self.derived or self.audits or self.figures("zh")
        )

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return numbers(self.before, self.after)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        return records(self.before, self.after)

    @cached_property
    @uncollected()
    def derived(self) -> tuple[Change[Observation], ...]:
        return derived(self.before, self.after, self._touched)

    @cached_property
    @uncollected()
    def audits(self) -> tuple[Change[Finding], ...]:
        return audits(self.before, self.after)

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        return compared(self.before, self.after, self._touched)

    @uncollected()
    def figures(self, language: str) -> tuple[Figured, ...]:
        """The figures of config.yaml and its decks that differ, as they are drawn in ``language``."""
        if language not in self._figures:
            asked = (self.figured(one, language) for one in self.slides)
            self._figures[language] = tuple(one for one in asked if one is not None)
        return self._figures[language]

    def figured(self, slide: Slide, language: str) -> Figured | None:
        """What differs in one slide, which may be any; None where nothing does."""
        return figured(*self._drawn(language), slide)

    def drawn(self, slide: Slide, language: str) -> tuple[Figure | None, Figure | None]:
        """The slide as it was drawn and as it is; None where there is no such figure."""
        before, after = self._drawn(language)
        return before.of(slide), after.of(slide)

    def where(self, number: Number, language: str) -> Where:
        """Where a number appears; one that is no more, where it did."""
        return where(self._drawn(language)[number.after is not None], number.it, self.slides)

    @cached_property
    def slides(self) -> tuple[Slide, ...]:
        """The slides of config.yaml and its decks that may differ, those of ``after`` first."""
        every = tuple(dict.fromkeys((*slides(self.after), *slides(self.before))))
        touched = self._touched
        if touched is None:
            return every
        told = {one: may_tell_of(self.after.catalogue, one) for one in every}
        return tuple(one for one, ids in told.items() if ids is None or ids & touched)

    @cached_property
    def _touched(self) -> frozenset[str] | None:
        """Ids of the indicators of which anything may differ; None: of any."""
        if any((one.it.sort, one.kind) not in _QUIET for one in self.records):
            return None
        rows = [one for number in self.numbers for one in (number.before, number.after) if one]
        rows += [one.it for one in identities(self.before, self.after)]
        rows += [row for one in self.audits for row in one.it.rows]
        return related(self.after.catalogue, {one.indicator.id for one in rows})

    def _drawn(self, language: str) -> tuple[Drawings, Drawings]:
        if language not in self._drawings:
            self._drawings[language] = Drawings(self.before, language), Drawings(self.after, language)
        return self._drawings[language]


_QUIET = (("source", "added"), ("source", "removed"))
"""Records that change nothing by themselves: which rows name them differs too."""


def difference(before: Tables, after: Tables) -> Difference:
    return Difference(before, after)
