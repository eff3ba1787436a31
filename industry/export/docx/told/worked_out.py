"""What a briefing says at its end of figures that are worked out, where no note of its figures says so: what each was worked out of,
once in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from industry import wording
from industry.export.docx.told.sentences import enumerated, of_edition, say
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording.said import Said
from industry.wording.texts.subject import within


class WorkedOut:
    """Of the figures of one document, asked for one after another."""

    def __init__(
        self, figures: Iterable[Figure], tables: Tables, language: str, told: Iterable[Said] = ()
    ) -> None:
        """``told``: what is said elsewhere of derived figures and their terms."""
        notes = [note for one in figures for note in one.frame.notes if note.kind == "derived"]
        notes += told
        self._known = {row for note in notes for row in note.rows}
        self._terms = [{*note.rows} for note in notes]
        self._tables, self._language = tables, language

    def of(self, figure: Figure) -> Iterator[Said]:
        """陕西2021年1—8月营业收入利润率11.56%由利润总额…和营业收入…推算: of each such figure that this one shows or sets apart,
        but for what stands beside two regions' figures as their difference or share."""
        apart = (row for one in figure.frame.notices for row in one.rows)
        yield from self.of_rows((*figure.drawn, *apart))

    def of_rows(self, rows: Iterable[Observation]) -> Iterator[Said]:
        """The same of these figures."""
        for row in dict.fromkeys(rows):
            if row.derivation and not _between(row) and not self._told(row):
                self._known.add(row)
                yield self._sentence(row)

    def _told(self, row: Observation) -> bool:
        return row in self._known or any({*row.terms} <= one for one in self._terms)

    def _sentence(self, row: Observation) -> Said:
        terms = enumerated([self._term(one, row) for one in row.terms], self._language)
        region, when = row.region.name(self._language), wording.dated(row, self._language)
        name = of_edition(within(row.indicator, self._language), row, self._tables, self._language)
        told = name, wording.number(row, self._language)
        return Said(say("worked_out", self._language, region, when, *told, terms), (row,), "derived")

    def _term(self, term: Observation, row: Observation) -> str:
        """利润总额2099.8亿元, with its region, its period and its edition where these are others."""
        name = within(term.indicator, self._language)
        if term.edition != row.edition:
            name = of_edition(name, term, self._tables, self._language)
        if term.region != row.region:
            name = wording.say("whose", self._language, term.region.name(self._language), name)
        told = say("worked_of", self._language, name, wording.number(term, self._language, marked=True))
        if term.period == row.period:
            return str(told)
        return str(wording.say("value_at", self._language, told, wording.dated(term, self._language)))


def _between(row: Observation) -> bool:
    """Whether it is the difference or the share of two regions' figures."""
    assert row.derivation is not None
    return row.derivation.place == 0 and len({one.region for one in row.terms}) > 1
