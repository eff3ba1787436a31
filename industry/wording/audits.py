"""What a check of the tables found, in neutral words: both figures, who printed them, and no blame."""

from __future__ import annotations

from decimal import Decimal

from industry.vocabulary.fields import UNITS
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from industry.wording.numbers import derived_mark, number, period, plain, unit

VERDICTS: dict[str, tuple[str, str]] = {
    "agrees": ("相符", "agrees"),
    "agrees_within_rounding": ("在取整范围内相符", "agrees within rounding"),
    "conflict": ("不一致", "does not agree"),
    "coverage_differs": ("统计范围有差异", "coverage differs"),
    "out_of_line": ("与前后期间不连贯", "out of line with its neighbours"),
}


def audit(found: Finding, language: str, verdict: bool = True) -> str:
    """One sentence: of whom and when, what the material prints, what the published figures make of it;
    with the check's ``verdict`` in brackets."""
    head = found.rows[0]
    name = (head.indicator.short or head.indicator.name)(language)
    who = f"{head.region.name(language)}{period(head.period, language)}{name}"
    if language == "en":
        who = f"{head.region.name(language)}, {period(head.period, language)}, {name}"
    said = VERDICTS[found.code][language != "zh"] if verdict else ""
    told = _told(found, language)
    if language == "zh":
        return f"{who}：{told}（{said}）。" if said else f"{who}：{told}。"
    return f"{who}: {told} ({said})." if said else f"{who}: {told}."


def _amount(found: Finding, value: Decimal, language: str) -> str:
    """A worked value in the disputed figure's unit, with its own digits but no more than a decimal or
    the disputed figure's."""
    head = found.rows[0]
    own = Decimal(1).scaleb(min(0, int(value.normalize().as_tuple().exponent)))
    step = max(own, min(head.step, Decimal("0.1")))
    factor = UNITS.get(head.indicator.unit, ("", Decimal(1)))[1] if language == "en" else Decimal(1)
    return plain(value * factor, step * factor, language) + unit(head.indicator, language)


def _cited(row: Observation, language: str) -> str:
    """A figure with its publisher: 国家统计局为15.9%."""
    text = number(row, language) + derived_mark(row, language)
    return (
        f"{row.publication.publisher(language)}为{text}"
        if language == "zh"
        else f"{text} ({row.publication.publisher(language)})"
    )


def _told(found: Finding, language: str) -> str:
    zh = language == "zh"
    rows = found.rows
    if found.rule == "two_sources":
        return ("，" if zh else ", ").join(_cited(row, language) for row in rows)
    if found.rule == "out_of_line":
        before = "、".join(f"{period(row.period, language)}{number(row, language)}" for row in rows[1:])
        if zh:
            return f"材料为{number(rows[0], language)}，前后公布值为{before}"
        around = ", ".join(f"{number(row, language)} for {period(row.period, language)}" for row in rows[1:])
        return f"the material gives {number(rows[0], language)}, the published neighbours are {around}"
    computed = _amount(found, found.computed, language)
    printed = number(rows[0], language).removeprefix("+")
    own = rows[0].publication.document is not None
    if zh:
        return f"{'材料' if own else '公布值'}为{printed}，按公布数计算为{computed}"
    return f"the {'material' if own else 'published figure'} gives {printed}, the published terms make it {computed}"
