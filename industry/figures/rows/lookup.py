"""What several kinds of chart look up: the indicator that a figure is about, the row that stands for a region
over one period, a part of a whole, and the rows that a derived one came from.

What may be compared is decided in ``comparison``; nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from industry import wording
from industry.figures.context import Context, Tables
from industry.figures.options import PeriodsSpec, RegionsSpec, SubjectSpec
from industry.rules.arithmetic.derived import gap_of, share_of_parent
from industry.rules.comparison import Apart, Question, compare, nearest
from industry.rules.lock import Asked, Lock, comparable, lock_of, locked, preferred, wanted
from industry.rules.pairs import exact, one_source
from industry.rules.verdicts import across_levels, verdict
from industry.vocabulary.catalogue import Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import Text
from industry.vocabulary.subject import misfit
from industry.wording.said import Said


def indicator_of(context: Context[SubjectSpec]) -> Indicator:
    """The indicator asked for; of a concept the first that can be compared, else the first, of those that
    the figure can draw."""
    if context.spec.indicator:
        return context.catalogue.indicators[context.spec.indicator]
    known = context.catalogue.of_concept(context.spec.concept or "")
    members = [one for one in known if not misfit(context.spec, one)]
    for one in members:
        if compare(context.tables, Question(one.id, context.regions)).lock:
            return one
    return members[0]


def row_over(
    context: Context[FigureSpec],
    indicator: str,
    region: str,
    period: Period | None,
    edition: str | None = None,
    derived: bool = False,
) -> Observation | None:
    """The row to draw for a region over ``period`` (of ``edition``, None for any), or None; with
    ``derived`` a derived one where none is published."""

    def fit(row: Observation) -> bool:
        return row.period == period and edition in (None, row.edition) and comparable(row)

    rows = [row for row in context.tables.rows(indicator, region) if fit(row)]
    if not rows and derived:
        rows = [row for row in context.tables.derived(indicator, region) if fit(row)]
    return preferred(rows)[0] if rows else None


def editions(context: Context[FigureSpec], rows: Iterable[Observation]) -> dict[str, tuple[Observation, ...]]:
    """What other editions give for the same regions and periods, by the edition's name in words."""
    found: dict[str, list[Observation]] = {}
    for row in rows:
        others = preferred(
            one
            for one in context.tables.rows(row.indicator.id, row.region.id)
            if one.period == row.period and one.edition != row.edition and one.exact and comparable(one)
        )
        for id in dict.fromkeys(one.edition for one in others):
            name = context.edition(id) or wording.edition("", context.catalogue.config, context.language)
            found.setdefault(name, []).append(next(one for one in others if one.edition == id))
    return {name: tuple(held) for name, held in found.items()}


def with_parents(tables: Tables, rows: Iterable[Observation]) -> list[tuple[Observation, Observation]]:
    """Of the rows of a region, for each period, or edition of a list, the one to draw and that of the region that
    it lies in: both of one source where any is."""
    found: dict[Lock, list[Observation]] = {}
    for row in rows:
        found.setdefault(lock_of(row), []).append(row)
    pairs = []
    for lock, own in found.items():
        held = locked(tables, own[0].indicator.id, own[0].region.parent or "")
        wholes = preferred(held.get(lock, ()))
        both = list(product(preferred(own), wholes))
        alike = (pair for pair in both if one_source(*pair) and exact(*pair))
        pairs += [next(alike, both[0])] if both else []
    return pairs


def share_of(tables: Tables, row: Observation) -> Observation | None:
    """The derived share of an amount in that of the region that it lies in; None where it can't be had."""
    for own, whole in with_parents(tables, [row]):
        if verdict(own, whole).kind == "part" and (parted := part(own, whole)):
            return parted.share
    return None


def actual(context: Context[FigureSpec], indicator: Indicator, region: Region) -> list[Observation]:
    return [row for row in context.tables.rows(indicator.id, region.id) if row.status == "actual"]


def known(context: Context[FigureSpec], indicator: str, region: Region) -> list[Observation]:
    """A region's rows: published, then derived."""
    return [*context.tables.rows(indicator, region.id), *context.tables.derived(indicator, region.id)]


def ended(row: Observation) -> int:
    """The month in which its period ends, to order rows by; 0 where it has none."""
    return row.period.end if row.period else 0


def latest(rows: Sequence[Observation]) -> Observation | None:
    """The one to draw of those whose period ends last."""
    last = max(map(ended, rows), default=0)
    return next(iter(preferred(row for row in rows if ended(row) == last)), None)


def asked_of(
    context: Context[PeriodsSpec], indicator: Indicator, region: Region | None = None
) -> Asked | None:
    """What the reader, or else the spec, asks for, of a region or of all; None where neither asks."""
    own = context.spec.own_periods.get(region.id) if region else None
    return wanted(context.choices.period or own or context.spec.period, None, indicator.timing)


def rows_asked(
    context: Context[PeriodsSpec], indicator: Indicator, region: Region, derived: bool = False
) -> list[tuple[Period, Observation]]:
    """The region's comparable rows over the period asked for, else those of the year to look at, by period; with
    ``derived`` derived ones too."""
    asked = asked_of(context, indicator, region)
    rows = known(context, indicator.id, region) if derived else context.tables.rows(indicator.id, region.id)
    sure = [row for row in rows if comparable(row)]
    held = [row for row in sure if asked.fits(row)] if asked else context.focus.of_year(sure)
    return [(row.period, row) for row in held if row.period]


def stand_in(
    context: Context[FigureSpec],
    indicators: Iterable[Indicator],
    region: Region,
    asked: Asked | None = None,
    fell_back: bool = False,
) -> Apart | None:
    """The figure of a region that is told where none of the indicators has one that is drawn, with what keeps
    it apart from what was ``asked`` for (see `nearest`); None where the tables hold none."""
    rows = [row for one in indicators for row in known(context, one.id, region)]
    return nearest(rows, region.id, asked, context.focus, fell_back=fell_back)


def newer(context: Context[PeriodsSpec], row: Observation, later: Iterable[Apart]) -> Observation | None:
    """The last figure up to the year looked at of the region and indicator of ``row``, where nothing is asked for and it is of a later
    year, and not told among the ``later`` anyway."""
    last = latest(context.focus.until(actual(context, row.indicator, row.region)))
    told = asked_of(context, row.indicator, row.region) or last in [one.row for one in later]
    return last if last and last.year > row.year and not told else None


def unshown(apart: Iterable[Apart], rows: Iterable[Observation]) -> list[Apart]:
    """Of what is kept apart that which isn't among the ``rows`` that are shown all the same: of two figures that don't go together
    either may go with a third."""
    shown = set(rows)
    return [one for one in apart if one.row not in shown]


def why_none(context: Context[FigureSpec], row: Observation, region: Region, own: bool = True) -> Said:
    """未收录全国同期数字, 河北约17.6%，非确数, 全国24.5%，版本不同（…）: why ``row`` has no difference from ``region``, and
    no share in it: what keeps the other figure of its period from it, or, of a list, any other, told with its date; without its
    ``own`` figure nothing where that alone isn't exact."""
    lock, rows = lock_of(row), known(context, row.indicator.id, region)
    same = [one for one in rows if one.period == row.period]
    if lock.period is None:
        same = [one for one in rows if lock_of(one) == lock] or same or rows
    found = nearest(same, region.id, Asked(lock.period, row.edition), context.focus)
    if found is None:
        return context.say("no_figure_of", context.name(region))
    alone = found.verdict.reason.code == "alone"
    why = replace(found, verdict=across_levels(row, found.row)) if alone else found
    dated = found.row.period != row.period
    if why.verdict.reason.code == "qualified":
        return not_exact(context, *((row, found.row) if own else (found.row,)), dated=dated)
    number = context.worded(found.row) if dated else context.number(found.row, marked=True)
    return context.clauses(context.valued(context.name(region), number), context.reason(why))


def not_exact(context: Context[FigureSpec], *rows: Observation, dated: bool = False) -> Said:
    """河北约17.6%，非确数: of which of ``rows`` nothing can be worked out; ``dated`` with their periods."""
    told = context.worded if dated else context.number
    figures = [context.valued(context.name(row.region), told(row)) for row in rows if not row.exact]
    return context.say("not_exact", context.listed(figures)) if figures else Said()


def without(context: Context[FigureSpec], rows: Iterable[Observation], region: Region) -> list[Said]:
    """江西29.4%（2021年1—3月）、陕西18.9%（2021年1—3月）：全国超24.5%，非确数: figures that have no difference from ``region``,
    and why, a reason once for all that have it."""
    told: dict[tuple[Said, tuple[Observation, ...]], list[Said]] = {}
    for row in rows:
        why = why_none(context, row, region, own=False)
        figure = context.valued(context.name(row.region), context.worded(row))
        told.setdefault((why, why.rows), []).append(figure)
    return [
        context.say("named", context.listed(figures), why)
        if why
        else context.say("not_exact", context.listed(figures))
        for (why, _), figures in told.items()
    ]


def families(context: Context[RegionsSpec]) -> list[Region]:
    """The chosen regions but the country, in config.yaml's order, each city right after its province."""
    chosen = [context.region(id) for id in context.regions if id != context.catalogue.benchmark.id]
    order: list[Region] = []
    for one in chosen:
        if context.catalogue.parent_of(one) not in chosen:
            order += [one, *(city for city in chosen if city.parent == one.id)]
    return order


def difference(where: Context[FigureSpec] | Tables, indicator: Indicator, to: Region) -> Indicator:
    """The gap of ``indicator`` to a region: the catalogue's, else one made for it."""
    kind = "china" if to == where.catalogue.benchmark else "parent"
    for one in where.catalogue.indicators.values():
        if one.gap_of == indicator.id and one.gap_to == kind:
            return one
    unit = "百分点" if indicator.unit == "%" else indicator.unit
    own = {"id": f"{indicator.id}_gap_{kind}", "name": in_both("gap_between", indicator, to), "unit": unit}
    relations = {"measure": "gap", "gap_of": indicator.id, "gap_to": kind}
    lacking = dict.fromkeys(("short", "two_year_average_of", "concept"))
    return indicator.model_copy(update={**own, **relations, **lacking})


def gap_between(
    context: Context[FigureSpec], row: Observation, benchmark: Observation | None
) -> Observation | None:
    """``row`` less ``benchmark`` as `gap_of` has it; None where there is no benchmark, or either is open."""
    if benchmark is None or not exact(row, benchmark):
        return None
    return gap_of(row, benchmark, difference(context, row.indicator, benchmark.region))


def in_both(phrase: str, indicator: Indicator, region: Region) -> Text:
    """A phrase of an indicator and a region, in both languages."""
    return Text(
        **{one: wording.say(phrase, one, indicator.name(one), region.name(one)) for one in ("zh", "en")}
    )


def minus(context: Context[FigureSpec], gap: Observation) -> Said:
    """18.5 − 15.9: how a gap came about, derived terms marked; 原文数字 of one that is published."""
    if not gap.derived:
        return context.say("gap_printed")
    one, other = gap.terms
    first, second = (context.number(row, bare=True) for row in (one, other))
    if other.value < 0:
        second = context.say("in_brackets", second)
    marks = [wording.derived_mark(row, context.language) for row in (one, other)]
    return first + marks[0] + " − " + second + marks[1]


@dataclass(frozen=True)
class Part:
    """A region's level, its parent's of the same period or edition of a list, and the share."""

    row: Observation
    whole: Observation
    share: Observation

    @property
    def rows(self) -> tuple[Observation, ...]:
        return self.row, self.whole, self.share


def part(row: Observation, whole: Observation) -> Part | None:
    """The share of a row in its whole, named after what it is a share of; None where there is none, as of a
    whole that is nothing."""
    if (worked := share_of_parent(row, whole)) is None:
        return None
    named = in_both("share_name", row.indicator, whole.region)
    indicator = worked.indicator.model_copy(update={"name": named})
    return Part(row, whole, replace(worked, indicator=indicator))


def share_of_country(context: Context[FigureSpec], row: Observation) -> tuple[Observation, ...]:
    """A province's level, the country's and its share; a city's whole is another, so it has none here."""
    alike = locked(context.tables, row.indicator.id, row.region.id).get(lock_of(row), ())
    country = context.catalogue.benchmark
    for own, whole in with_parents(context.tables, alike):
        if whole.region == country and verdict(own, whole).kind == "part" and (parted := part(own, whole)):
            return parted.rows
    return ()
