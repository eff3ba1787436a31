"""What has changed, in words of both languages: a line for each thing, by section, in neutral words. What is found belongs in
the other modules here; whoever shows lines decides on how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from industry import wording
from industry.curation.changes.change import Change
from industry.curation.changes.compared import Compared
from industry.curation.changes.figures import Figured, Sentence
from industry.curation.changes.numbers import Cell, Number
from industry.curation.changes.records import Record
from industry.curation.changes.where import Where
from industry.curation.difference import Difference
from industry.rules.comparison import Comparison
from industry.vocabulary.catalogue import Catalogue, Region
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording import cells
from industry.wording.said import Said, fill, join
from industry.wording.words import form

_T = TypeVar("_T")
Section = Literal["numbers", "findings", "compared", "ranks", "figures", "derived", "audits", "records"]
MOST_USES = 4
"""Places of a number that its line names; of more it says how many."""
_SHOWN = ("value", "value_to", "qualifier", "as_printed")
"""Columns of which the figure itself tells."""
_LONGEST = 200
"""Characters of a field that a line tells."""


@dataclass(frozen=True)
class Line:
    """``about``: whose, what and when, or which figure; ``before`` and ``after`` alone, as far as there are; ``text``: the
    whole line, ``alone`` the same without what it is about. ``kind`` is that of the change, ``turned`` of a finding that
    turned."""

    section: Section
    kind: str
    about: Said
    before: Said
    after: Said
    text: Said
    alone: Said


def lines(found: Difference, language: str) -> Iterator[Line]:
    """Every change, section by section; nothing where nothing differs."""
    teller = Teller(found, language)
    for one in found.numbers:
        yield teller.number(one)
    for figure in found.figures(language):
        yield from teller.findings(figure)
    for each in found.compared:
        yield from teller.compared(each)
    for each in found.compared:
        yield from teller.ranks(each)
    for figure in found.figures(language):
        yield from teller.figure(figure)
    yield from teller.sentences()
    yield from teller.derived()
    yield from teller.audits()
    for record in found.records:
        yield teller.record(record)


def heading(section: Section, language: str) -> str:
    return wording.worded("changes", f"section_{section}", language)


def summary(found: Difference, language: str) -> str:
    """How much has changed, in a sentence."""
    kinds: list[str] = [one.kind for one in found.numbers]
    figures = found.figures(language)
    findings = [one.finding for one in figures if one.finding]
    counts = *map(kinds.count, ("added", "changed", "removed")), len(findings)
    if not found:
        return wording.worded("changes", "no_change", language)
    turned = sum(one.turned for one in findings)
    return wording.worded("changes", "summary", language, *counts, turned, len(figures))


@dataclass(frozen=True)
class Teller:
    """Words each change of a difference in a language."""

    found: Difference
    language: str

    def number(self, one: Number) -> Line:
        row = one.it
        about = whose(row, self.language)
        old, new = _sides(one, self._figure)
        told: Said = Said(row.publication.publisher(self.language))
        figures = self._arrow(old, new)
        if one.kind == "changed":
            shown = _SHOWN if old and new and old != new else ()  # once is enough
            cells = [self._column(cell) for cell in one.cells if cell.column not in shown]
            told = join(cells, wording.say("listed", self.language)) if cells else told
        said = self._say(f"number_{one.kind}", about, figures, told)
        where = self.where(self.found.where(one, self.language), one.kind == "removed")
        text = join((said, where), wording.say("joined", self.language))
        return self._line("numbers", one.kind, about, old, new, text)

    def where(self, where: Where, gone: bool = False) -> Said:
        """Where a number appears, or why not; of one that is ``gone`` where it did."""
        if where.uses:
            listed = wording.say("listed", self.language)
            named = listed.join(one.title for one in where.uses[:MOST_USES])
            if len(where.uses) > MOST_USES:
                named = self._say("where_more", named, str(len(where.uses)))
            return self._say("where_was" if gone else "where_drawn", named)
        if gone:
            return Said()
        if where.why:
            return self._say("where_none", wording.worded("command", f"unshown_{where.why}", self.language))
        if where.instead:
            other = where.instead
            return self._say("where_instead", other.publication.publisher(self.language), self._figure(other))
        return self._say("where_chosen")

    def findings(self, figure: Figured) -> Iterator[Line]:
        if one := figure.finding:
            yield self.sentence(self.title(figure), one)

    def compared(self, one: Compared) -> Iterator[Line]:
        name = Said(one.indicator.name(self.language))
        old, new = self._lock(one.before), self._lock(one.after)
        if one.before is None or one.after is None:
            key = "compared_added" if one.before is None else "compared_removed"
            text = self._say(key, name, old + new, self._regions(one.joined or one.left))
            yield self._line("compared", key.removeprefix("compared_"), name, old, new, text)
            return
        if one.moved:
            yield self._line(
                "compared", "changed", name, old, new, self._say("compared_changed", name, old, new)
            )
        for key, regions, lock in (("joined", one.joined, new), ("left", one.left, old)):
            if regions:
                names = self._regions(regions)
                text = self._say(f"compared_{key}", name, lock, names)
                sides = (Said(), names) if key == "joined" else (names, Said())
                yield self._line("compared", key, name, *sides, text)

    def ranks(self, one: Compared) -> Iterator[Line]:
        if one.places:
            name = Said(one.indicator.name(self.language))
            told = (
                self._say("place", place.region.name(self.language), str(place.before), str(place.after))
                for place in one.places
            )
            places = join(told, wording.say("comma", self.language))
            text = self._say("ranked", name, self._lock(one.after), places)
            yield self._line("ranks", "changed", name, None, None, text)

    def figure(self, one: Figured) -> Iterator[Line]:
        title = self.title(one)
        if one.kind != "changed":
            yield self._named("figures", one.kind, title, None, None, self._say(f"figure_{one.kind}"))
            return
        for mark in one.marks:
            old, new = _sides(mark, lambda each: each.words)
            within = mark.kind == "changed" and old == new
            key = "mark_within" if within else f"mark_{mark.kind}"
            facts = (old, new) if mark.kind == "changed" and not within else (new or old,)
            text = self._say(key, mark.it.name, *facts)
            yield self._named("figures", mark.kind, title, old, new, text)

    def sentences(self) -> Iterator[Line]:
        """What figures say besides their findings: what several say by the same words once, with all their titles."""
        told: dict[Sentence, list[Said]] = {}
        for figure in self.found.figures(self.language):
            for one in figure.sentences if figure.kind == "changed" else ():
                if one.part != "finding":
                    told.setdefault(one, []).append(self.title(figure))
        for one, titles in told.items():
            where = join(dict.fromkeys(titles), wording.say("listed", self.language))
            yield self.sentence(where, one)

    def title(self, one: Figured) -> Said:
        """The figure's title; of one that only a deck shows so with the deck's."""
        title = one.it.frame.title
        if one.slide.bare == Slide(one.slide.figure):
            return Said(title)
        catalogue = (self.found.before if one.after is None else self.found.after).catalogue
        decks = [each.title(self.language) for each in catalogue.config.decks if one.slide in each.slides]
        return wording.say("value_at", self.language, title, decks[0]) if decks else Said(title)

    def derived(self) -> Iterator[Line]:
        for one in self.found.derived:
            about = whose(one.it, self.language)
            old, new = _sides(one, self._figure)
            facts = [each for each in (old, new) if each]
            text = self._say(f"derived_{one.kind}", about, *facts)
            yield self._line("derived", one.kind, about, old, new, text)

    def audits(self) -> Iterator[Line]:
        for one in self.found.audits:
            old, new = _sides(one, lambda each: wording.audit(each, self.language))
            about = whose(one.it.rows[0], self.language)
            text = self._say(f"audit_{one.kind}", new or old)
            yield self._line("audits", one.kind, about, old, new, text)

    def record(self, one: Record) -> Line:
        sort, it = self._say(f"sort_{one.it.sort}"), one.it
        about = it.name(self.language) if it.name else cells.key(it.id, self._known, self.language)
        if it.name is not None and it.sort != "priority":
            about = wording.say("value_at", self.language, about, it.id)
        told = join(
            (self._field(field.key, field.before, field.after) for field in one.fields),
            wording.say("joined", self.language),
        )
        text = self._say(f"record_{one.kind}", sort, about, *([told] if one.kind == "changed" else []))
        return self._line("records", one.kind, join((sort, about), " "), None, None, text)

    def sentence(self, title: Said, one: Sentence) -> Line:
        kind = "turned" if one.turned else one.kind
        finds = one.part == "finding"
        told = [wording.clause(each) for each in (one.before, one.after) if each]
        alone = self._say(f"finding_{kind}" if finds else f"sentence_{kind}", *told)
        section: Section = "findings" if finds else "figures"
        return self._named(section, kind, title, one.before, one.after, alone)

    def _named(
        self, section: Section, kind: str, about: Said, before: Said | None, after: Said | None, alone: Said
    ) -> Line:
        text = wording.say("named", self.language, about, alone)
        return Line(section, kind, about, before or Said(), after or Said(), text, alone)

    def _figure(self, row: Observation) -> Said:
        return wording.number(row, self.language, marked=True)

    def _lock(self, one: Comparison | None) -> Said:
        if one is None or one.lock is None:
            return Said()
        catalogue = self.found.after.catalogue
        return Said(wording.lock(one.lock, catalogue.config, self.language))

    def _regions(self, regions: Iterable[Region]) -> Said:
        return join((one.name(self.language) for one in regions), wording.say("listed", self.language))

    def _column(self, cell: Cell) -> Said:
        """A column of the tables by its head, what it held and holds in words."""
        told = (cells.cell(cell.column, one, self._known, self.language) for one in (cell.before, cell.after))
        return self._cell(cells.head(cell.column, self.language), *told)

    def _field(self, path: str, old: str, new: str) -> Said:
        """A field of a record by its name, what it held and holds in words."""
        told = (cells.field(path, one, self._known, self.language) for one in (old, new))
        return self._cell(cells.key(path, self._known, self.language), *told)

    @property
    def _known(self) -> tuple[Catalogue, Catalogue]:
        """Where the names of ids stand."""
        return self.found.after.catalogue, self.found.before.catalogue

    def _cell(self, column: str, old: str, new: str) -> Said:
        blank = form("changes", "blank", self.language)
        arrow = self._arrow(*(Said(one[:_LONGEST] or blank) for one in (old, new)))
        return self._say("cell", column, arrow) if column else arrow

    def _arrow(self, old: Said, new: Said) -> Said:
        """18.5% → 18.3%; one of them where the other isn't there, or says the same."""
        return self._say("arrow", old, new) if old and new and old != new else new or old

    def _say(self, key: str, *facts: str) -> Said:
        return fill(form("changes", key, self.language), *facts)

    @staticmethod
    def _line(
        section: Section, kind: str, about: Said, before: Said | None, after: Said | None, text: Said
    ) -> Line:
        return Line(section, kind, about, before or Said(), after or Said(), text, text)


def _sides(one: Change[_T], words: Callable[[_T], Said]) -> tuple[Said, Said]:
    """What was and what is, in words; nothing of what isn't there."""
    before = Said() if one.before is None else words(one.before)
    return before, Said() if one.after is None else words(one.after)


def whose(row: Observation, language: str) -> Said:
    """江西2021年1—6月规上工业增加值增速: whose figure, of when and what; by the indicator's whole name, which is its alone."""
    told = (row.region.name(language), wording.period(row.period, language), row.indicator.name(language))
    return Said(wording.say("whom_and_when", language, *told), (row,))
