"""What several kinds of chart look up: the row that stands for a region over one period, the rows that a
derived one came from, and the caveat of a low base.

What may be compared is decided in ``comparison``; nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from industry import wording
from industry.figures.context import Context
from industry.rules import base_effects
from industry.rules.comparison import Apart, comparable, preferred
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator, Region, Text
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period, PeriodError


def held(
    context: Context,
    indicator: str,
    region: str,
    period: Period | None,
    edition: str | None = None,
    derived: bool = False,
) -> Observation | None:
    """The row to draw for a region over ``period`` (of ``edition``, None for any), or None; with
    ``derived`` a derived one where none is published."""

    def fit(row: Observation) -> bool:
        return comparable(row) and row.period == period and edition in (None, row.edition)

    rows = [row for row in context.tables.rows(indicator, region) if fit(row)]
    if not rows and derived:
        rows = [row for row in context.tables.derived(indicator, region) if fit(row)]
    return preferred(rows)[0] if rows else None


def terms(context: Context, row: Observation) -> list[Observation]:
    """The rows that ``row`` was derived from, as far as the tables hold them; none of a published one."""
    found = []
    for id in row.derivation.terms if row.derivation else ():
        region, indicator = id.split(":")[:2]
        both = (*context.tables.rows(indicator, region), *context.tables.derived(indicator, region))
        found += [one for one in both if one.id == id]
    return found


def asked_period(context: Context, indicator: Indicator, region: Region | None = None) -> Period | None:
    """The period that the reader, or else the spec, asks for; None where neither asks for a readable one."""
    own = context.spec.own_periods.get(region.id) if region else None
    for text in (context.choices.period, own, context.spec.period):
        if text:
            try:
                return periods.parse(text.partition("@")[0], indicator.timing)
            except PeriodError:
                continue
    return None


def families(context: Context) -> list[Region]:
    """The chosen regions but the country, in config.yaml's order, each city right after its province."""
    chosen = [context.region(id) for id in context.regions if context.region(id).level != "country"]
    order: list[Region] = []
    for one in chosen:
        if context.catalogue.parent_of(one) not in chosen:
            order += [one, *(city for city in chosen if city.parent == one.id)]
    return order


def difference(context: Context, indicator: Indicator, to: Region) -> Indicator:
    """The gap of ``indicator`` to a region: the catalogue's, else one made for it."""
    kind = "china" if to == context.catalogue.benchmark else "parent"
    for one in context.catalogue.indicators.values():
        if one.gap_of == indicator.id and one.gap_to == kind:
            return one
    names = {
        language: wording.say("gap_between", language, indicator.name(language), to.name(language))
        for language in ("zh", "en")
    }
    changed = {
        "name": Text(**names),
        "unit": "百分点" if indicator.unit == "%" else indicator.unit,
        "short": None,
    }
    relations = {"gap_of": indicator.id, "gap_to": kind, "two_year_average_of": None, "concept": None}
    return indicator.model_copy(
        update={"id": f"{indicator.id}_gap_{kind}", "measure": "gap", **changed, **relations}
    )


def minus(context: Context, one: Observation, other: Observation) -> str:
    """18.5 − 15.9: how a gap came about, derived terms marked."""
    first, second = (context.number(row, bare=True) for row in (one, other))
    if other.value < 0:
        second = f"（{second}）" if context.zh else f"({second})"
    marks = [wording.derived_mark(row, context.language) for row in (one, other)]
    return f"{first}{marks[0]} − {second}{marks[1]}"


def low_base(context: Context, rows: Sequence[Observation], name: Callable[[Observation], str]) -> str:
    """The caveat of growth over a low base among ``rows`` with the two-year average of each, and for whom
    none can be had; ``name`` says how a row is called. Empty where no base is low."""
    low = [row for row in rows if row.period and base_effects.is_low_base(context.tables, row)]
    if not low:
        return ""
    when = context.listed(dict.fromkeys(context.period(row.period) for row in low))
    averages = {row.id: average(context, row) for row in rows}
    said = [f"{name(row)} {context.worded(found)}" for row in rows if (found := averages.get(row.id))]
    if not said:
        return context.say("low_base_none", when)
    parts = [context.say("low_base_note", when), context.say("two_year") + " " + context.listed(said)]
    lacking = context.listed(dict.fromkeys(name(row) for row in rows if averages.get(row.id) is None))
    if lacking:
        parts.append(lacking + ("：" if context.zh else ": ") + context.say("two_year_none"))
    return context.say("joined").join(parts)


def average(context: Context, row: Observation) -> Observation | None:
    """The two-year average beside a growth rate."""
    if row.period is None:
        return None
    return base_effects.two_year(context.tables, row.region.id, row.indicator.id, row.period, row.edition)


def quoted(context: Context, rows: Sequence[Observation]) -> list[Observation]:
    """The two-year averages that `low_base` quotes."""
    low = any(row.period and base_effects.is_low_base(context.tables, row) for row in rows)
    return [found for row in rows if low and (found := average(context, row))]


def short(context: Context, indicator: Indicator) -> str:
    """The indicator's short name, where it has one."""
    return indicator.short(context.language) if indicator.short else context.name(indicator)


def told(context: Context, one: Apart) -> str:
    """Why a figure stands apart, for the table's remarks."""
    return wording.reason(one.verdict.reason, context.catalogue.config, context.language)


def strip(context: Context, apart: Sequence[Apart]) -> list[str]:
    """As `Context.strip`, where more than one indicator is shown: each figure with its indicator's name."""
    grouped: dict[str, list[str]] = {}
    for one in apart:
        name = context.say("whose", context.name(one.row.region), short(context, one.row.indicator))
        grouped.setdefault(told(context, one), []).append(f"{name} {context.worded(one.row)}")
    said = [context.say("apart", head, context.say("joined").join(who)) for head, who in grouped.items()]
    return said if context.zh else [text[0].upper() + text[1:] for text in said]
