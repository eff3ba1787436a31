"""What a briefing tells of a figure in sentences: the last figures of each region that it draws, how they stand to the
benchmark, and averages over two years. Each is one that 核稿 understands: region, subject and period are named.

Which figures belong to one sentence is decided in ``groups``; targets are told in ``aims``; what has been told, and where,
``telling`` keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from industry import wording
from industry.export.docx.told.groups import AVERAGE, GROWTH, Group, whole_of
from industry.figures.finished import contradicted
from industry.figures.rows.lookup import difference
from industry.rules.arithmetic.derived import gap_of
from industry.rules.pairs import exact
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording import Beside
from industry.wording.numbers import opened
from industry.wording.said import Said, fill, join
from industry.wording.texts.subject import subject, within
from industry.wording.words import form, worded

MOST, MOST_IN_ONE = 3, 4
"""Sentences of a figure, and indicators of a region that one sentence tells."""
COUNTED = ("家", "个", "种", "项")
"""Units of things that are counted."""
MOST_REGIONS = 6
"""Regions of a sentence."""
_ARTICLE = ("share", "rate", GROWTH, AVERAGE)
"""Of these measures a name has an article in English."""


def sentences(
    groups: Iterable[Group], tables: Tables, language: str, fit: Callable[[str], bool] = bool
) -> tuple[Said, ...]:
    """A sentence of each group, at most ``MOST``, of those that are ``fit`` to be told, else as much of
    it as is; groups of a region alone are told in
    one where they are of one region or indicator, which names neither twice, and what is of the period of the sentence before is
    of 同期."""
    told: list[Said] = []
    before: Period | None = None
    alike = 0
    for chain in chained(groups)[:MOST]:
        first = chain[0].rows[0]
        alike = alike + 1 if first.period == before and "period" not in first.inferred else 0
        shorter = (chain[:length] for length in range(len(chain), 0, -1))
        runs = (_run(one, tables, language) for one in shorter)
        if run := next((one for one in runs if fit(dated(first, one, language))), None):
            told.append(dated(first, run, language, alike))
            before = chain[-1].rows[0].period
    return tuple(told)


def when(row: Observation, language: str) -> Said:
    """2020年末, at the end of 2020: when a figure was, within a sentence."""
    key = "time_at" if row.period and row.period.instant else "time"
    return say(key, language, wording.dated(row, language))


def chained(groups: Iterable[Group]) -> list[list[Group]]:
    """Groups that one sentence tells, one after another."""
    found: list[list[Group]] = []
    for one in groups:
        if (
            found
            and len(found[-1]) < MOST_IN_ONE
            and any(one.follows(found[-1], by) for by in ("region", "indicator"))
        ):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _run(chain: Sequence[Group], tables: Tables, language: str) -> list[Said]:
    """The clauses of a sentence; each period where it isn't that of the clause before."""
    speaker = Speaker(tables, language)
    told: list[Said] = []
    last: Observation | None = None
    for one in chain:
        first = one.rows[0]
        way = "" if last is None else "_own" if last.region == first.region else "_too"
        whole = chain[0].rows[0].indicator.id if one is chain[1 % len(chain)] else ""
        clauses = speaker.clauses(one, way, whole)
        if last is not None and wording.dated(last, language) != wording.dated(first, language):
            clauses[0] = say("at", language, when(first, language), clauses[0])
        elif speaker.is_part(one, way, whole):
            told[-1] = join((told[-1], clauses.pop(0)), wording.say("comma", language))
        told += clauses
        last = first
    return told


def dated(first: Observation, clauses: Iterable[str], language: str, alike: int = 0) -> Said:
    """Clauses behind their period; ``alike``: of how many sentences before it is that too, of two it isn't said again."""
    told = join(clauses, wording.say("joined", language))
    if alike > 1:
        return say("sentence", language, Said(told[:1].upper() + told[1:], told.rows, told.kind))
    key = "when_again" if alike else "when_at" if first.period and first.period.instant else "when"
    return say("sentence", language, say(key, language, wording.dated(first, language), told))


class Speaker:
    """How a group's figures are told in a language; ``averaged``: of which regions with the averages over two years, by default
    of all."""

    def __init__(self, tables: Tables, language: str, averaged: Collection[Region] | None = None) -> None:
        self.tables, self.language, self.averaged = tables, language, averaged

    def clauses(self, group: Group, way: str = "", whole: str = "") -> list[Said]:
        """A clause for each region's figure, and for the benchmark's. The first names region and subject; behind a clause of
        the same region (``_own``) the subject alone, of the same subject (``_too``) the region. ``whole``: the indicator with
        which the sentence begins."""
        first, shown = group.rows[0], group.rows[:MOST_REGIONS]
        compared = group.benchmark is not None and first.indicator.measure not in AMOUNTS
        rows = [*shown, *([group.benchmark] if group.benchmark and compared else [])]
        told = [self._clause(first, group, "_of" if self.is_part(group, way, whole) else way)]
        for before, row in pairwise(rows):
            told.append(self._clause(row, group, "_too", _direction(before)))
        if len(group.rows) > len(shown):
            told.append(say("others_seen", self.language, str(len(group.rows) - len(shown))))
        return told

    def is_part(self, group: Group, way: str, whole: str) -> bool:
        """Whether it counts a part of what the sentence began with, of the same region."""
        return way == "_own" and bool(whole) and whole_of(group.rows[0], self.tables) == whole

    def _clause(self, row: Observation, group: Group, way: str, moved: str = "") -> Said:
        """The figure and the average of a region, each with how it stands to the benchmark's; without the averages in words."""
        beside = self._beside(row, group)
        averaged = self.averaged is None or row.region in self.averaged
        parts = [self._figure(row, way, moved)]
        if beside is None or averaged or beside.average is None:
            parts.append(self._standing(beside))
        else:
            parts.append(wording.standing([replace(beside, gap=None)], self.language, named=False))
        if averaged:
            parts.append(self._average(row, group))
            parts.append(self._standing(self._averages(beside)))
        return join([*parts, self._earlier(row, group)], wording.say("comma", self.language))

    def _figure(self, row: Observation, way: str, moved: str) -> Said:
        """The figure of a region; ``moved``: how that of the clause before moved."""
        language, region, measure = self.language, row.region.name(self.language), row.indicator.measure
        if measure == "rank" and row.indicator.rank_of:
            return self._rank(row, region, way)
        if measure == GROWTH and (of := subject(row.indicator, language)):
            key = _direction(row)
            turned = way == "_too" and moved not in ("", key)
            told = wording.magnitude(row, language) + wording.derived_mark(row, language)
            named = {"_own": f"{key}_own", "_too": f"{key}_turned" if turned else f"{key}_too"}.get(way, key)
            return say(named, language, region, of_edition(of, row, self.tables, language), told)
        counted = row.indicator.unit in COUNTED
        name = things(row, language) if counted else within(row.indicator, language)
        name = of_edition(name, row, self.tables, language)
        name = say("the", language, name) if measure in _ARTICLE else name
        told = wording.number(row, language, bare=language == "en" and counted, marked=True)
        if counted:
            return say(f"counted{way}", language, region, name, told)
        return say(f"about{way}" if opened(row, language) else f"amount{way}", language, region, name, told)

    def _rank(self, row: Observation, region: str, way: str) -> Said:
        catalogue = self.tables.catalogue
        of = catalogue.indicators[str(row.indicator.rank_of)]
        country = row.indicator.rank_among == "china"
        among = catalogue.benchmark.name(self.language) if country else self._word("whole_province")
        return say(
            f"rank{way}",
            self.language,
            region,
            of_edition(within(of, self.language), row, self.tables, self.language),
            among,
            wording.number(row, self.language),
        )

    def _beside(self, row: Observation, group: Group) -> Beside | None:
        """A rate beside the benchmark's, and the averages of both; nothing of figures that a check contradicts."""
        other = group.benchmark
        if other is None or row is other or row.indicator.measure not in RATES or not exact(row, other):
            return None
        own, theirs = (group.averages.get(one.region.id) for one in (row, other))
        doubted = contradicted(self.tables, (row, other, own, theirs))
        if doubted & {row, other}:
            return None
        average = (own, theirs) if own and theirs and not doubted else None
        return Beside(row, other, average, self._gap(row, other))

    def _averages(self, beside: Beside | None) -> Beside | None:
        """The averages, beside one another: by how much where both are published."""
        if beside is None or beside.average is None:
            return None
        gap = None if any(one.derived for one in beside.average) else self._gap(*beside.average)
        return Beside(*beside.average, gap=gap)

    def _gap(self, row: Observation, other: Observation) -> Observation:
        return gap_of(row, other, difference(self.tables, row.indicator, other.region))

    def _standing(self, beside: Beside | None) -> Said:
        """高于全国4.9个百分点, behind a figure that says by which measure."""
        if beside is None:
            return Said()
        alone = replace(beside, average=None)
        said = wording.standing([alone], self.language, named=False, measured=False)
        gap = alone.gap
        if gap is None or gap.derivation is None or gap.derivation.form == "plain":
            return said
        told = wording.magnitude(gap, self.language) in said
        return said + wording.derived_mark(gap, self.language) if told else said

    def _average(self, row: Observation, group: Group) -> Said:
        """两年平均增长10.2%."""
        found = group.averages.get(row.region.id)
        if found is None:
            return Said()
        key = "averaged" if found.value >= 0 else "averaged_fell"
        told = wording.magnitude(found, self.language) + wording.derived_mark(found, self.language)
        return say(key, self.language, told)

    def _earlier(self, row: Observation, group: Group) -> Said:
        """2015年为8.3%: the figure from which a line leads to this one."""
        found = group.earlier.get(row.region.id)
        if found is None:
            return Said()
        number = wording.number(found, self.language, marked=True)
        key = "earlier_about" if opened(found, self.language) else "earlier"
        return say(key, self.language, when(found, self.language), number)

    def _word(self, key: str) -> str:
        return worded("paper", key, self.language)


def enumerated(names: Sequence[str], language: str) -> str:
    """A、B和C; A, B and C."""
    *others, last = names
    listed = wording.say("listed", language).join(others)
    return worded("paper", "and", language, listed, last) if others else last


def things(row: Observation, language: str) -> str:
    """规模以上工业企业 of 规模以上工业企业数: what is counted."""
    return within(row.indicator, language).removesuffix("数").partition(", ")[0]


def of_edition(name: str, row: Observation, tables: Tables, language: str) -> str:
    """地区生产总值（第五次经济普查后修订值）: the name of what is told, and of which edition that is, where it is of any."""
    if not row.edition:
        return name
    return worded(
        "paper", "with_unit", language, name, wording.edition(row.edition, tables.catalogue.config, language)
    )


def _direction(row: Observation) -> str:
    return "grew" if row.value > 0 else "fell" if row.value < 0 else "level"


def say(key: str, language: str, *facts: str) -> Said:
    """A form of briefings with its blanks filled."""
    return fill(form("paper", key, language), *facts)
