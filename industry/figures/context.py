"""What every kind of chart starts from: the spec, the tables, the reader's choices and language, and words
for them; and what a kind is.

How a drawing becomes a figure belongs in ``finished``; which marks a kind draws belongs in its own module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, Protocol, TypeVar

from industry import wording
from industry.figures.options import RegionsSpec
from industry.figures.record import Figure
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart
from industry.rules.shelf import Shelf
from industry.rules.verdicts import Reason
from industry.vocabulary.catalogue import Catalogue, Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.finding import Finding
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation, Solved
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import Choices
from industry.wording.said import Said, distinct, join
from industry.wording.texts.subject import within


class Tables(Solved, Protocol):
    """What a figure reads: the catalogue, its observations, what the checks found, and which version that is."""

    @property
    def findings(self) -> Sequence[Finding]: ...

    @property
    def version(self) -> str:
        """What names the data that they say."""
        ...


Spec_co = TypeVar("Spec_co", bound=FigureSpec, covariant=True)
Options = TypeVar("Options", bound=FigureSpec)


@dataclass(frozen=True)
class Context(Generic[Spec_co]):
    """One drawing: everything a kind of chart needs. ``spec`` is the record of the kind's own options, so
    that a helper says by its type which options it reads."""

    spec: Spec_co
    tables: Tables
    choices: Choices
    language: str

    @property
    def catalogue(self) -> Catalogue:
        return self.tables.catalogue

    @cached_property
    def shelf(self) -> Shelf:
        """The published rows by where they stand."""
        return Shelf(self.tables)

    @property
    def zh(self) -> bool:
        return self.language == "zh"

    @property
    def regions(self: Context[RegionsSpec]) -> tuple[str, ...]:
        """The ids chosen, else the spec's or all of its level, else all of config.yaml's, always in config.yaml's order."""
        own = self.spec.regions if len(self.spec.regions) == 1 else ()  # the title names it
        chosen = own or self.choices.regions or self.spec.regions or self.catalogue.shown(self.spec.level)
        order = [one for one in self.catalogue.config.regions if one in chosen]
        return tuple(order + [one for one in chosen if one not in order and one in self.catalogue.regions])

    @property
    def focus(self) -> Focus:
        """The year that is looked at where no period is asked for."""
        return Focus.of(self.choices.year, self.catalogue.config.focus)

    def region(self, id: str) -> Region:
        return self.catalogue.regions[id]

    def indicators(self, ids: Iterable[str]) -> list[Indicator]:
        return [self.catalogue.indicators[id] for id in ids]

    def say(self, key: str, *facts: str) -> Said:
        return wording.say(key, self.language, *facts)

    def name(self, thing: Region | Indicator) -> str:
        return thing.name(self.language)

    def short(self, indicator: Indicator) -> str:
        """The indicator's short name, where it has one."""
        return (indicator.short or indicator.name)(self.language)

    def definition(self, indicator: Indicator) -> str:
        """The indicator's definition, empty where it has none."""
        return indicator.definition(self.language) if indicator.definition else ""

    def listed(self, words: Iterable[str]) -> Said:
        """甲、乙、丙, each once."""
        return join(distinct(words), self.say("listed"))

    def each(self, words: Iterable[str]) -> Said:
        """甲、甲、乙: as many as there are, where each goes with something that is listed, too."""
        return join(words, self.say("listed"))

    def joined(self, words: Iterable[str]) -> Said:
        """甲；乙；丙: sentences among them without their stops, but for the last."""
        *others, last = [one for one in words if one] or [Said()]
        return join((*map(wording.clause, others), last), self.say("joined"))

    def clauses(self, *words: str) -> Said:
        """甲，乙，丙."""
        return join(words, "，" if self.zh else ", ")

    def number(self, row: Observation, bare: bool = False, marked: bool = False) -> Said:
        return wording.number(row, self.language, bare, marked)

    def year(self, year: int) -> str:
        """2021年."""
        return self.period(Period(12 * year, 12 * year + 11))

    def period(self, when: Period | None) -> str:
        return wording.period(when, self.language)

    def edition(self, id: str) -> str:
        """The edition in words, empty for none."""
        return wording.edition(id, self.catalogue.config, self.language) if id else ""

    def dated(self, row: Observation) -> Said:
        """2021年，第五次经济普查后修订值: what a figure is of, its period and, where it has one, its edition."""
        return self.clauses(self.period(row.period), self.edition(row.edition))

    def worded(self, row: Observation, kind: bool = True, beside: Reason | None = None) -> Said:
        """24.6%（2021年1—4月）: a figure that stands in a sentence; a target, a forecast and a period that
        the source doesn't print are called so (``kind`` False where the sentence says the kind; ``beside`` the reason with which it
        begins, which may tell of the period already)."""
        when = self.taken(row, beside)
        status = wording.status(row.status, self.language) if kind and row.status != "actual" else ""
        return self.say("value_at", self.number(row, marked=True), self.listed((when, status)))

    def taken(self, row: Observation, beside: Reason | None = None) -> str:
        """2021年, 按2021年推定 where the source doesn't print it, 按2021年计 ``beside`` a reason that says so."""
        when: str = self.period(row.period)
        if "period" not in row.inferred or row.period is None:
            return when
        return self.say("taken" if beside and "period" in beside.facts else "supposed", when)

    def notes_of(self, rows: Iterable[Observation]) -> list[Said]:
        """江西、河北：为数据库值: the rows' own caveats, each once, told with whose figures it is about."""
        about: dict[str, list[Observation]] = {}
        for row in rows:
            about.setdefault(row.note(self.language), []).append(row)
        about.pop("", None)
        names = {note: self.listed(self.name(row.region) for row in held) for note, held in about.items()}
        return [Said(self.say("named", names[note], note), held, "caveat") for note, held in about.items()]

    def caveats(self, rows: Iterable[Observation]) -> list[Said]:
        """工业项目开工率、工业项目投产率：基数未写明…: each sentence of a caveat once, and once each group of indicators."""
        about: dict[str, list[Observation]] = {}
        for row in rows:
            for one in row.caveats(self.language):
                about.setdefault(one, []).append(row)
        grouped: dict[str, list[Said]] = {}
        for note, held in about.items():
            names = self.listed(self.short(row.indicator) for row in held)
            grouped.setdefault(names, []).append(Said(note, held, "caveat"))
        stop = self.say("stop")
        return [self.say("named", names, join(told, stop)) for names, told in grouped.items()]

    def hover(self, row: Observation) -> Said:
        """One line for the pointer: region, indicator, period, figure, source."""
        parts = (self.name(row.region), self.name(row.indicator), self.dated(row))
        return join((*parts, self.number(row, marked=True), self.publishers(row)), " · ")

    def publishers(self, row: Observation) -> str:
        return publishers(row, self.language)

    def reason(self, one: Apart) -> str:
        """Why a figure stands apart."""
        return wording.reason(one.verdict.reason, self.catalogue.config, self.language)

    def base(self, effect: BaseEffect | None) -> Said:
        """What the base of a figure was, to stand beside it; nothing where it wasn't out of the ordinary."""
        return wording.base(effect, self.catalogue.config, self.language) if effect else Said()

    def reasons(self, apart: Iterable[Apart]) -> dict[str, str]:
        """Row id → why it isn't drawn, for the table's remarks."""
        return {one.row.id: self.reason(one) for one in apart}

    def strip(
        self,
        apart: Sequence[Apart],
        missing: Iterable[str] = (),
        with_indicators: bool = False,
        said: str = "apart",
    ) -> list[Said]:
        """Every chosen region that isn't drawn, each once, by reason: 期间不同，不参与比较：吉安24.6%（…）; then those
        that are ``missing``, by name. ``with_indicators``: where more than one is shown; ``said``: the phrase of what follows from the reason."""
        grouped: dict[str, list[Said]] = {}
        for one in apart:
            whose = self.whose(one.row) if with_indicators else self.name(one.row.region)
            told = self.valued(whose, self.worded(one.row, beside=one.verdict.reason))
            grouped.setdefault(self.reason(one), []).append(told)
        heads = [self.say(said, head, self.joined(distinct(who))) for head, who in grouped.items()]
        if not self.zh:
            heads = [Said(text[0].upper() + text[1:], text.rows, text.kind) for text in heads]
        return [*heads, self.lacking(self.listed(missing))]

    def lacking(self, names: str) -> Said:
        """That these tables hold nothing of what is named; nothing where it is empty."""
        return self.say("missing", names) if names else Said()

    def worked_from(self, row: Observation) -> Said:
        """江西营业收入利润率6.23%由…、…推算: a derived row, and the rows it came from, with their regions and periods where they are
        not its own."""

        def told(one: Observation, marked: bool) -> Said:
            name: str = within(one.indicator, self.language)
            if one is row or one.region != row.region:
                name = self.say("whose", self.name(one.region), name)
            own = one.period == row.period
            return self.valued(name, self.number(one, marked=marked) if own else self.worded(one))

        *others, last = distinct(told(one, True) for one in row.terms)
        terms = join([one for one in (self.listed(others), last) if one], self.say("and"))
        return self.say("worked_from", told(row, False), terms) + Said("", (row,))

    def valued(self, name: str, figure: str) -> Said:
        """吉安24.6%: a name and its figure, with a space between them in English alone."""
        return self.say("valued", name, figure)

    def marked(self, row: Observation) -> Said:
        """（推算） after a derived figure."""
        return self.say("in_brackets", self.say("derived")) if row.derived else Said()

    def whose(self, row: Observation) -> Said:
        """江西增加值增速: region and indicator of a row."""
        return self.say("whose", self.name(row.region), self.short(row.indicator))


@dataclass(frozen=True)
class Kind(Generic[Options]):
    """A kind of chart: the options that config.yaml may give it, what it draws of them, and whether it is ``comparing``: sets regions
    beside one another or beside the country, where others show a field. ``beside``: the phrases that its subtitle says beside regions,
    period and prices, of its rows and then of its marks; None where it says other things."""

    options: type[Options]
    draw: Callable[[Context[Options]], Figure]
    comparing: bool = False
    beside: tuple[str, str] | None = None


@lru_cache(maxsize=8192)
def publishers(row: Observation, language: str) -> str:
    """Who published a figure; of a derived one those of its terms, whose number it is not."""
    names = join(distinct(one.publisher(language) for one in row.sources), wording.say("listed", language))
    return wording.say("derived_from", language, names) if row.derived else names


Remarks = Mapping[str, str]
"""Row id → what the table says beside the figure."""
