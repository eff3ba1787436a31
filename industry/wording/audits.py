"""What a check of the tables found, in neutral words: both figures, who printed them, and no blame."""

from __future__ import annotations

from decimal import Decimal

from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording.numbers import number, period, plain, unit, unit_factor
from industry.wording.phrases import value
from industry.wording.said import Said, fill, join


def audit(found: Finding, language: str, verdict: bool = True) -> Said:
    """One sentence: of whom and when, what the material prints, what the published figures make of it;
    with the check's ``verdict`` in brackets."""
    return statement(found, language, verdict) + ("。" if language == "zh" else ".")


def statement(found: Finding, language: str, verdict: bool = True) -> Said:
    """As `audit`, to stand among others: without its full stop."""
    zh = language == "zh"
    head = found.rows[0]
    name = (head.indicator.short or head.indicator.name)(language)
    who = (head.region.name(language), period(head.period, language), name)
    told = fill("{}：{}" if zh else "{}: {}", ("" if zh else ", ").join(who), _told(found, language))
    said = (
        told + fill("（{}）" if zh else " ({})", value("finding", found.code, language)) if verdict else told
    )
    return Said(said, found.rows, "dispute")


def _amount(found: Finding, value: Decimal, language: str) -> str:
    """A worked value in the disputed figure's unit, with its own digits but no more than a decimal or
    the disputed figure's."""
    head = found.rows[0]
    own = Decimal(1).scaleb(min(0, int(value.normalize().as_tuple().exponent)))
    step = max(own, min(head.step, Decimal("0.1")))
    factor = unit_factor(head.indicator, language)
    return plain(value * factor, step * factor, language) + unit(head.indicator, language)


def _cited(row: Observation, language: str) -> Said:
    """A figure with its publisher: 国家统计局为15.9%."""
    form = "{0}为{1}" if language == "zh" else "{1} ({0})"
    return fill(form, row.publication.publisher(language), number(row, language))


def _told(found: Finding, language: str) -> Said:
    zh = language == "zh"
    first, *others = found.rows
    if found.rule == "two_sources":
        return join((_cited(row, language) for row in found.rows), "，" if zh else ", ")
    printed = number(first, language, signed=False)
    if found.rule == "out_of_line":
        form = "{}{}" if zh else "{1} for {0}"
        around = (fill(form, period(row.period, language), number(row, language)) for row in others)
        told = "材料为{}，前后公布值为{}" if zh else "the material gives {}, the published neighbours are {}"
        return fill(told, printed, join(around, "、" if zh else ", "))
    own = first.publication.document is not None
    told = "{}为{}，按公布数计算为{}" if zh else "the {} gives {}, the published terms make it {}"
    whose = (("公布值", "published figure"), ("材料", "material"))[own][not zh]
    return fill(told, whose, printed, _amount(found, found.computed, language))
