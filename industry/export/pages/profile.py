"""地区画像: what is known of one region at a glance: its headline growth in a sentence, its headline figures beside the
country and the region that it lies in, its branches of industry, its own changes.

Its targets and priorities are those of ``targets`` and ``priorities``; how a profile looks belongs to the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from industry import wording
from industry.export.listing import disputes
from industry.figures import bases
from industry.figures.context import Context
from industry.figures.frame import NOTHING
from industry.figures.kinds import slope
from industry.figures.rows.lookup import difference, ended, known, part, row_over, with_parents
from industry.rules.arithmetic.derived import gap_of
from industry.rules.arithmetic.order import order
from industry.rules.base_effects import BaseEffect
from industry.rules.lock import comparable, preferred
from industry.rules.pairs import exact
from industry.rules.verdicts import verdict
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.wording import Beside
from industry.wording.said import Said, fill

HEADLINES, OF_INDUSTRY, CHANGES = 6, 6, 5
"""How many headline figures there are, figures of a branch, and changes."""
_TIERS = ("headline", "core", "detail")


@dataclass(frozen=True)
class Number:
    """A figure with what it is and when it was. ``beside``: how it stands to other regions, and what other sources say, a line
    each; ``base``: what must be said of the base of its growth."""

    name: str
    figure: Said
    when: str
    beside: tuple[Said, ...] = ()
    base: Said = NOTHING


@dataclass(frozen=True)
class Industry:
    """A branch: its foremost ``numbers``, each indicator's latest, and on how many indicators figures are held."""

    name: str
    numbers: tuple[Number, ...]
    count: int


@dataclass(frozen=True)
class Change:
    """An indicator at two points in time of one source, and the change between them."""

    name: str
    first: Said
    last: Said
    when: str
    change: Said


@dataclass(frozen=True, eq=False)
class Profile:
    """What is said of a region."""

    region: Region
    finding: Said
    headlines: tuple[Number, ...]
    industries: tuple[Industry, ...]
    changes: tuple[Change, ...]


def profile(tables: Tables, region: str, year: str | None, language: str) -> Profile:
    """The profile of a region in a ``year`` (None: config.yaml's; ``latest``): of every indicator the last figure of
    the year, else of the nearest before it."""
    spec = slope.Options(
        id="profile",
        chart="slope",
        title=tables.catalogue.regions[region].name,
        page="region",
        regions=(region,),
        indicators=tuple(tables.catalogue.indicators),
    )
    made = _Profile(Context(spec, tables, Choices(year=year), language), tables.catalogue.regions[region])
    return Profile(
        region=made.region,
        finding=made.finding(),
        headlines=tuple(map(made.headline, made.headlines)),
        industries=tuple(made.industries()),
        changes=tuple(made.changes()),
    )


@dataclass(frozen=True)
class _Profile:
    """One making of a profile."""

    context: Context[slope.Options]
    region: Region

    def row(self, indicator: Indicator) -> Observation | None:
        """The region's figure of the year, or of the nearest before it: the last, of equals over the most months."""
        rows = [row for row in known(self.context, indicator.id, self.region) if comparable(row)]
        held = self.context.focus.of_year(rows)
        end = max(map(ended, held), default=0)
        last = [row for row in held if ended(row) == end and row.period]
        months = max((row.period.months for row in last if row.period), default=0)
        return next(iter(preferred(row for row in last if row.period and row.period.months == months)), None)

    @cached_property
    def headlines(self) -> list[Observation]:
        """What everybody asks for first by topic; where the region has fewer, what else is compared."""
        topics = list(self.context.catalogue.config.topics)
        every = sorted(self.context.catalogue.indicators.values(), key=lambda one: topics.index(one.topic))
        found = {one.id: self.row(one) for one in every if one.tier == "headline"}
        chosen = [row for row in found.values() if row]
        concepts = {row.indicator.concept for row in chosen}
        more = [
            one
            for one in every
            if one.tier == "core" and one.concept and one.industry is None
            if one.measure in (*RATES, *AMOUNTS) and one.two_year_average_of is None
        ]
        rows = [row for row in map(self.row, more) if row]
        for row in sorted(rows, key=lambda row: -row.year):
            if row.indicator.concept not in concepts:
                concepts.add(row.indicator.concept)
                chosen.append(row)
        return chosen[:HEADLINES]

    def headline(self, row: Observation) -> Number:
        effect = self.effect(row)
        return self.number(
            row,
            self.context.short(row.indicator),
            (*self.beside(row), *filter(None, [self.rank(row)])),
            self.context.base(effect),
        )

    def number(
        self, row: Observation, name: str, beside: tuple[Said, ...] = (), base: Said = NOTHING
    ) -> Number:
        when = wording.dated(row, self.context.language)
        edition = self.context.edition(row.edition)
        unstated = wording.bases(sorted(row.inferred - {"period"}), self.context.language)
        told = (when, edition, self.context.say("not_stated", unstated) if unstated else "")
        lines = (*beside, *disputes(row, self.context.tables, self.context.language))
        return Number(name, self.context.number(row, marked=True), self.context.clauses(*told), lines, base)

    def effect(self, row: Observation) -> BaseEffect | None:
        return next(iter(bases.effects(self.context, [row])), None)

    def beside(self, row: Observation) -> tuple[Said, ...]:
        """高于全国4.3个百分点, 占江西11.8%, 未收录全国同期数字: a line for each region that it lies in."""
        if row.indicator.measure in AMOUNTS:
            return tuple(filter(None, [self.share(row)]))
        if row.indicator.measure not in RATES:
            return ()
        return tuple(self.standing(row, other) for other in self.others())

    def others(self) -> tuple[Region, ...]:
        """The province of a city, and the country."""
        known = self.context.catalogue
        found = filter(None, (known.within(self.region), known.benchmark))
        return tuple(one for one in found if one != self.region)

    def standing(self, row: Observation, other: Region) -> Said:
        """How it stands to another region over the same period, by how much; its figure where that isn't sure."""
        name = self.context.name(other)
        held = row_over(self.context, row.indicator.id, other.id, row.period, row.edition, derived=True)
        if held is None:
            return self.context.say("no_figure_of", name)
        gap = None
        if exact(row, held):
            gap = gap_of(row, held, difference(self.context, row.indicator, other))
        effects = bases.effects(self.context, [row, held])
        two = any(one.row is row for one in effects) and all(one.years == 2 for one in effects)
        both = [bases.average(self.context, one) for one in (row, held)] if two else []
        average = (both[0], both[1]) if len(both) == 2 and both[0] and both[1] else None
        said = wording.standing([Beside(row, held, average, gap)], self.context.language, named=False)
        return said or self.context.valued(name, self.context.number(held, marked=True))

    def share(self, row: Observation) -> Said:
        """占江西11.8%（推算）; that the whole isn't held."""
        for own, whole in with_parents(self.context.tables, [row]):
            if verdict(own, whole).kind == "part" and (parted := part(own, whole)):
                told = self.context.number(parted.share, marked=True)
                return self.context.say("share_of", self.context.name(whole.region), told)
        over = self.context.catalogue.parent_of(self.region)
        return self.context.say("no_figure_of", self.context.name(over)) if over else NOTHING

    def rank(self, row: Observation) -> Said:
        """居江西第2位: the place that a source prints beside the figure, of the same period."""
        for one in self.context.catalogue.indicators.values():
            if one.rank_of != row.indicator.id:
                continue
            held = row_over(self.context, one.id, self.region.id, row.period)
            if held and held.exact:
                among = self.context.catalogue.population(one, self.region)
                return self.context.say("rank_in", self.context.name(among), self.context.number(held))
        return NOTHING

    def finding(self) -> Said:
        """规上工业增加值增速：2021年1—4月增长24.6%，同比高于江西1.0个百分点，…；上年同期为…，基数较低."""
        row = next((one for one in self.headlines if one.indicator.measure == "growth_yoy"), None)
        if row is None:
            return NOTHING
        when = Said(self.context.period(row.period), (row,))
        grew = fill("{}{}" if self.context.zh else "{}, {}", when, wording.moved(row, self.context.language))
        told = self.context.clauses(grew, *(self.at_once(row) or self.beside(row)), self.rank(row))
        base = self.context.base(self.effect(row))
        return self.context.say("named", self.context.short(row.indicator), self.context.joined((told, base)))

    def at_once(self, row: Observation) -> tuple[Said, ...]:
        """高于全省1.0个、全国4.3个百分点: how growth stands to both regions that it lies in, where that is to one side of
        both, by how much is sure, and no average stands beside it; else nothing."""
        gaps = []
        for other in self.others():
            held = row_over(self.context, row.indicator.id, other.id, row.period, row.edition, derived=True)
            if held and exact(row, held) and min(row.value, held.value) > 0 and order(row, held):
                gaps.append(gap_of(row, held, difference(self.context, row.indicator, other)))
        effect = self.effect(row)
        signs = {one is not None and one.value > 0 for one in gaps}
        if len(gaps) != 2 or len(signs) > 1 or None in gaps or effect and effect.average:
            return ()
        (over, country), tongue = self.others(), self.context.language
        near, far = (wording.magnitude(one, tongue, bare=not at) for at, one in enumerate(filter(None, gaps)))
        level = self.context.catalogue.level_of(over).one(tongue)
        told = (self.context.name(over), level, near, self.context.name(country), far)
        return (self.context.say("above_both" if signs == {True} else "below_both", *told),)

    def industries(self) -> Iterator[Industry]:
        """The branches on which most indicators have figures first."""
        held: dict[str, list[Observation]] = {}
        for one in self.context.catalogue.indicators.values():
            if one.industry and (row := self.last_known(one)):
                held.setdefault(one.industry, []).append(row)
        names = self.context.catalogue.config.industries
        order = sorted((id for id in names if id in held), key=lambda id: -len(held[id]))
        for id in order:
            rows = sorted(held[id], key=lambda row: (not comparable(row), _TIERS.index(row.indicator.tier)))
            numbers = (self.number(row, self.context.short(row.indicator)) for row in rows[:OF_INDUSTRY])
            yield Industry(names[id](self.context.language), tuple(numbers), len(rows))

    def last_known(self, indicator: Indicator) -> Observation | None:
        """The region's last figure up to the year, one whose period is stated before others."""
        year = self.context.focus.year
        rows = [
            row
            for row in self.context.tables.rows(indicator.id, self.region.id)
            if row.status == "actual" and (year is None or row.period is None or row.period.year <= year)
        ]
        sure = [row for row in rows if comparable(row)] or rows
        end = max(map(ended, sure), default=0)
        return next(iter(preferred(row for row in sure if ended(row) == end)), None)

    def changes(self) -> Iterator[Change]:
        """Amounts and shares at two points of one source, up to the year: those that end in it or the year before, if
        there are any; the users' documents first, then what is better known."""
        year = self.context.focus.year
        pairs = []
        for one in self.context.catalogue.indicators.values():
            if one.measure not in (*AMOUNTS, "share") or one.timing == "list":
                continue
            found = slope.ends(self.context, one, self.region)
            if found and (year is None or ended(found.last) // 12 <= year):
                pairs.append(found)
        newest = max((ended(pair.last) // 12 for pair in pairs), default=0)
        fresh = [pair for pair in pairs if ended(pair.last) // 12 >= (year or newest) - 1]
        pairs = fresh or pairs
        pairs.sort(
            key=lambda pair: (
                pair.last.sources[0].document is None,
                _TIERS.index(pair.last.indicator.tier),
                -ended(pair.last),
            )
        )
        for pair in pairs[:CHANGES]:
            both, held, tongue = (pair.first, pair.last), self.context.tables, self.context.language
            ends = [wording.dated(row, tongue) for row in both]
            against = [one for row in both for one in disputes(row, held, tongue)]
            yield Change(
                self.context.short(pair.last.indicator),
                self.context.number(pair.first, marked=True),
                self.context.number(pair.last, marked=True),
                self.context.clauses(self.context.say("from_to", *ends), *against),
                slope.change(self.context, pair),
            )
