"""What figures say of growth whose base was out of the ordinary: for whom it was low or high, which growth it
was, and the average over years that stands beside it.

Whether a base was, is decided in ``base_effects``; which panel or line shows an average, by the kinds of chart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from industry import wording
from industry.figures.context import Context
from industry.figures.record import Row
from industry.figures.rows.lookup import not_exact
from industry.rules import base_effects
from industry.rules.base_effects import BaseEffect
from industry.rules.comparison import Apart, doubt
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import Text
from industry.wording.said import Said, of_rows

Name = Callable[[Observation], str]
Averages = dict[str, Observation | None]
"""Region id → its average over years."""
MANY = 4
"""Growths that a sentence still lists one by one."""
_AVERAGED = ("growth_two_year_average", "growth_annual_average")
COUNTED = 8
"""Marked growths of a figure of which more are counted in place of being named."""


def effects(context: Context[FigureSpec], rows: Iterable[Observation | None]) -> list[BaseEffect]:
    """What is out of the ordinary in the bases of ``rows``, each once."""
    found = (base_effects.base_effect(context.shelf, row) for row in dict.fromkeys(rows) if row)
    return [replace(one, average=called(context.catalogue, one.average, one.years)) for one in found if one]


def marked(found: Iterable[BaseEffect]) -> list[BaseEffect]:
    """Those of a low or a high base."""
    return [one for one in found if one.kind != "unknown"]


def average(context: Context[FigureSpec], row: Observation | None, years: int = 2) -> Observation | None:
    """The average growth over the ``years`` that end with that of ``row``."""
    held = base_effects.average(context.shelf, row, years) if row else None
    return called(context.catalogue, held, years)


def averages(
    context: Context[FigureSpec], rows: Sequence[Observation], found: Sequence[BaseEffect]
) -> Averages:
    """The averages to set beside growth of which any has a low or a high base: over as many years as the
    longest of them needs if all can be had, else over two; none where no base is out of the ordinary."""
    spans = {one.years for one in marked(found)}
    for years in sorted({*spans, 2} if spans else (), reverse=True):
        held = {row.region.id: average(context, row, years) for row in rows}
        if all(held.values()) or years == 2:
            return held
    return {}


def called(catalogue: Catalogue, row: Observation | None, years: int) -> Observation | None:
    """An average by a name of its own: where the catalogue has none for it, that of its growth and the years."""
    if row is None or row.indicator.id in catalogue.indicators:
        return row

    def words(language: str) -> str:
        return wording.say(
            "average_name", language, row.indicator.name(language), wording.over(years, language)
        )

    named = row.indicator.model_copy(update={"name": Text(zh=words("zh"), en=words("en")), "short": None})
    return replace(row, indicator=named)


def heading(context: Context[FigureSpec], held: Iterable[Observation], key: str = "average_panel") -> Said:
    """The heading of averages, all over the same years: over how many. Raises ValueError where they aren't."""
    (years,) = {wording.years_of(row) for row in held}
    said = context.say(key, wording.over(years, context.language))
    return Said(said[:1].upper() + said[1:])


def beside(context: Context[FigureSpec], line: Row, effect: BaseEffect | None) -> Row:
    """A row with the average beside its own figure: 两年平均9.4%（推算）; as it is where there is none."""
    if effect is None or effect.average is None:
        return line
    return replace(line, aside=context.clauses(line.aside, wording.average(effect.average, context.language)))


def notes(
    context: Context[FigureSpec],
    found: Sequence[BaseEffect],
    name: Name,
    shown: Collection[Observation] = (),
    explained: Collection[Observation] = (),
    told: Collection[Observation] = (),
) -> list[Said]:
    """What the bases were, with the averages but of rows that are ``shown`` beside theirs elsewhere, and how those derived came
    about, but those that are ``explained`` elsewhere; without the figures that are ``told`` of elsewhere. Growths held are told by
    period, or by name where those are fewer; many only counted, since each stands in the table with its base."""
    if len(found) > COUNTED:
        return [_counted(context, found, told)]
    periods = {one.row.period for one in found}
    by_name = len({name(one.row) for one in found}) < len(periods)
    groups: dict[tuple[object, ...], list[BaseEffect]] = {}
    for one in found:
        by = None if one.base is None else name(one.row) if by_name else one.row.period
        groups.setdefault((by, one.kind, one.base is None, _unfit(context, one)), []).append(one)
    dated = len(periods) > 1
    said = []
    for held in groups.values():
        whose = [name(one.row) for one in held]
        group = sorted(held, key=lambda one: (whose.index(name(one.row)), one.row.period))
        averaged = (
            context.say("average_of", name(one.row), _average(context, one.average, dated))
            for one in group
            if one.average and one.row not in shown
        )
        said.append(context.joined((_sentence(context, group, name, told), context.listed(averaged))))
    left = [one for one in found if one.average not in explained]
    derived = (derived_note(context, one.average, name(one.row), dated) for one in left)
    return [context.joined(said), *derived]


def unused(context: Context[FigureSpec], rows: Iterable[Observation | None]) -> Said:
    """公布的两年平均未采用：河北超5.8%（非确数）: which averages that sources print beside ``rows`` aren't taken, and why, with
    their indicators and periods where these are several."""
    held = [
        (row, one) for row in dict.fromkeys(rows) if row and (one := base_effects.unused(context.shelf, row))
    ]
    several = len({row.indicator.id for row, _ in held}) > 1
    dated = len({row.period for row, _ in held}) > 1
    told = []
    for row, one in held:
        figure = context.valued(
            context.whose(one) if several else context.name(one.region), context.number(one)
        )
        why = context.reason(Apart(one, doubt(one, row.edition)))
        beside = context.listed((context.period(one.period) if dated else "", why))
        told.append(context.say("value_at", figure, beside))
    return context.say("averages_unused", context.listed(told)) if told else Said()


def derived_notes(context: Context[FigureSpec], held: Iterable[Observation]) -> list[Said]:
    """How averages that stand in a panel came about, each dated where they are of several periods; of many only what
    they were worked out from, since each stands in the table with its terms."""
    rows = [row for row in dict.fromkeys(held) if row.terms]
    if len(rows) > MANY:
        return [of_rows(context.say("averages_derived", context.say("terms_in_table")), rows, "derived")]
    dated = len({row.period for row in rows}) > 1
    return [derived_note(context, row, dated=dated) for row in rows]


def worked(context: Context[FigureSpec], rows: Iterable[Observation]) -> dict[str, str]:
    """Row id → from which figures an average was worked out, for the table's remarks."""
    averaged = (row for row in dict.fromkeys(rows) if row.terms and row.indicator.measure in _AVERAGED)
    return {row.id: derived_note(context, row) for row in averaged}


def _counted(
    context: Context[FigureSpec], found: Sequence[BaseEffect], told: Collection[Observation]
) -> Said:
    """所画同比中13个上年同期为−8.4%至4.6%，基数较低；…，逐个见数据表."""
    groups: dict[tuple[object, ...], list[BaseEffect]] = {}
    for one in found:
        groups.setdefault((one.kind, one.base is None, _unfit(context, one)), []).append(one)
    parts = []
    for (kind, *_), group in groups.items():
        said = _count(context, str(kind), group, told)
        parts.append(Said(said, [row for one in group for row in one.rows], "low_base"))
    return context.say("base_counts", context.joined(parts), context.say("each_in_table"))


def _count(
    context: Context[FigureSpec], kind: str, group: Sequence[BaseEffect], told: Collection[Observation]
) -> Said:
    """How many growths a group of one kind has, and what their bases were."""
    first, many = group[0], str(len(group))
    held = [one.base for one in group if one.base]
    if kind == "unknown":
        reason = first.shock.reason(context.language) if first.shock else ""
        if first.unfit:
            return context.say("base_count_unfit", many, _held(context, group, told), reason)
        return context.say("base_count_none", many, reason)
    word = context.say(f"base_{kind}")
    if held:
        return context.say("base_count_was", many, extent(context, held), word)
    return _beside_average(context, context.say("base_count_average", many, word), group, told)


def _average(context: Context[FigureSpec], row: Observation, dated: bool) -> Said:
    """两年平均9.4%（推算）, with its period where that is ``dated``."""
    said = wording.average(row, context.language)
    return context.say("value_at", said, context.period(row.period)) if dated else said


def _beside_average(
    context: Context[FigureSpec], said: Said, group: Sequence[BaseEffect], told: Collection[Observation]
) -> Said:
    """What is said by published averages, and behind it what is held of the bases all the same, and why that isn't taken."""
    if group[0].unfit is None:
        return said
    return context.say("value_at", said, context.say("base_none_fit", _held(context, group, told)))


def _held(context: Context[FigureSpec], group: Sequence[BaseEffect], told: Collection[Observation]) -> Said:
    """约1.0%，非确数: the bases of a group that aren't averaged, few of them and but those ``told`` of elsewhere, and why."""
    held = [one.unfit.row for one in group if one.unfit]
    figures = context.each(context.number(row) for row in held if row not in told)
    return context.clauses(figures if len(held) <= MANY else "", Said(_unfit(context, group[0]), held))


def _unfit(context: Context[FigureSpec], effect: BaseEffect) -> str:
    """Why what is held of a base isn't averaged with its growth; empty where nothing is held, or it is."""
    return context.reason(effect.unfit) if effect.unfit else ""


def _sentence(
    context: Context[FigureSpec], group: Sequence[BaseEffect], name: Name, told: Collection[Observation]
) -> Said:
    """What the bases of a group of one kind were."""
    first, rows = group[0], [one.row for one in group]
    word = context.say(f"base_{first.kind}") if first.kind != "unknown" else Said()
    bases = [one.base for one in group if one.base]
    if not bases:
        who = _whose(context, rows, name)
        if word:
            return _beside_average(context, context.say("base_by_average", who, word), group, told)
        reason = first.shock.reason(context.language) if first.shock else ""
        if first.unfit:
            return context.say("base_unfit", who, _held(context, group, told), reason)
        return context.say("base_not_held", who, reason)
    if len({name(row) for row in rows}) == 1:
        return context.say("base_was", _whose(context, rows, name), extent(context, bases), word)
    each = (
        context.say("base_each", Said(name(row), (row,)), context.number(base))
        for row, base in zip(rows, bases, strict=True)
    )
    return context.say("base_were", spans(context, rows), context.listed(each), word)


def _whose(context: Context[FigureSpec], rows: Sequence[Observation], name: Name) -> Said:
    """江西、河北2021年1—3月; 吉安（2021年1—4月）、河北（2021年1—10月）."""
    own: dict[str, list[Observation]] = {}
    for row in rows:
        own.setdefault(name(row), []).append(row)
    if len({row.period for row in rows}) == 1 or len(own) == 1:
        who = context.listed(Said(one, held) for one, held in own.items())
        return context.say("base_whose", who, spans(context, rows))
    return context.listed(
        context.say("value_at", Said(one, held), spans(context, held)) for one, held in own.items()
    )


def spans(context: Context[FigureSpec], rows: Iterable[Observation]) -> str:
    """2021年1—3月、1—6月: of one year it is said once."""
    ordered = sorted({row.period for row in rows if row.period})
    parts = [wording.months_and_year(one, context.language) for one in ordered]
    if len(ordered) == 1 or len({one.year for one in ordered}) > 1:
        return context.listed(context.period(one) for one in ordered)
    months = context.listed(months or context.say("whole_year") for months, _ in parts)
    year = next((year for months, year in parts if months), parts[0][1])
    return year + months if context.zh else f"{months} {year}"


def extent(context: Context[FigureSpec], rows: Sequence[Observation]) -> Said:
    """−8.4%、−1.3%, of many the least and the greatest."""
    if len(rows) <= MANY:
        return context.each(context.number(row) for row in rows)
    least, greatest = (pick(rows, key=lambda row: row.value) for pick in (min, max))
    said = context.say("from_to", context.number(least), context.number(greatest))
    return Said(said, rows, said.kind)


def derived_note(
    context: Context[FigureSpec], row: Observation | None, name: str = "", dated: bool = False
) -> Said:
    """陕西两年平均由18.9%与−3.0%推算, with its period where that is ``dated``; nothing of a published average."""
    if row is None or not row.terms:
        return Said()
    two = context.say("in_brackets", wording.over(2, context.language))
    terms = [context.number(one) + (two if wording.over_two(one) else "") for one in row.terms]
    numbers = context.say("beside", *terms) if len(terms) == 2 else context.each(terms)
    whose = name or context.name(row.region)
    whose = context.say("base_whose", whose, context.period(row.period)) if dated else whose
    over = wording.over(wording.years_of(row), context.language)
    return context.say("average_derived", whose, over, numbers)


def lacking(context: Context[FigureSpec], row: Observation, whose: str = "") -> Said:
    """Why there is no average over two years: the growth isn't exact, or that of the year before isn't held, or isn't fit. ``whose`` growth that is, where it isn't that of the row that says so."""
    if not row.exact:
        return not_exact(context, row)
    base = base_effects.unfit(context.shelf, row)
    told = context.say("base_none_fit", context.reason(base)) if base else context.say("base_none")
    return Said(whose + told, (row,))
