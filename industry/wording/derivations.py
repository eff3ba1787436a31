"""How a derived figure came about: its formula, and its terms with whose, what, when and by whom they are.

What follows from what is decided in ``rules``; the figure itself is worded in ``numbers``.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry.vocabulary.observation import Observation
from industry.wording.averages import over_two
from industry.wording.citation import dated
from industry.wording.numbers import number, period
from industry.wording.phrases import say, value
from industry.wording.said import Said

_OF_ANY = {"sum": (" + ", " − "), "closing": (" + ", " − ")}
"""Identities of any number of terms: between them where the others make the first, and where it is known."""
_AVERAGES = ("two_year_average", "average_over_years")
_ROOTS = {2: "", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹"}
_PAIRED = 2


def formula(row: Observation, language: str) -> str:
    """利润总额 ÷ 营业收入 × 100: the names of the terms in the formula of the identity; empty of a published
    figure. Where several shares give one whole the formula of the first pair stands for all."""
    one = row.derivation
    if one is None:
        return ""
    names = [term_name(term, one.terms, language) for term in one.terms]
    if one.rule in _OF_ANY:
        return _OF_ANY[one.rule][one.place > 0].join(names)
    if one.rule == "growth_over_years":
        return f"({_factors(names, [1] * len(names))} − 1) × 100"
    if one.rule in _AVERAGES:
        return _averaged(names, [2 if over_two(term) else 1 for term in one.terms])
    told = value("formula", f"{one.rule}.{one.place}", language).format(*names)
    if one.rule == "share" and len(names) > _PAIRED:
        return say("formula_of_each", language, told)
    return told


def _averaged(names: Sequence[str], spans: Sequence[int]) -> str:
    """(√((1 + 今年 ÷ 100) × (1 + 上年 ÷ 100)) − 1) × 100: an average over two years counts twice."""
    return f"({_ROOTS[sum(spans)]}√({_factors(names, spans)}) − 1) × 100"


def _factors(names: Sequence[str], spans: Sequence[int]) -> str:
    """The growth factors, multiplied."""
    return " × ".join(
        f"(1 + {name} ÷ 100)" + ("²" if span > 1 else "") for name, span in zip(names, spans, strict=True)
    )


def terms(row: Observation, language: str) -> Said:
    """江西 利润总额 2021年1—5月 982亿元（江西省工业和信息化厅，2021年7月）；…: every term, empty of a published one."""
    told = [
        say(
            "term",
            language,
            term.region.name(language),
            term.indicator.name(language),
            period(term.period, language),
            number(term, language, marked=True),
            origin(term, language),
        )
        for term in row.terms
    ]
    return Said(say("joined", language).join(told), row.terms)


def term_name(term: Observation, among: Sequence[Observation], language: str) -> str:
    """A term as its formula names it: its indicator, with the region and the period where the others' differ."""
    several = len({one.region.id for one in among}) > 1
    when = period(term.period, language) if len({one.period for one in among}) > 1 else ""
    name = term.indicator.name(language)
    named = say("whose", language, term.region.name(language), name) if several else name
    return say("value_at", language, named, when) if when else str(named)


def origin(row: Observation, language: str) -> str:
    """Publisher and date of a figure; that a derived one is derived from those of its terms."""
    names = say("listed", language).join(dated(one, language) for one in row.sources)
    return say("derived_from", language, names) if row.derived else names
