"""Averages of growth over years: over how many, and how one is told beside the growth itself, with its base.

Over how many years an average is taken, and from what, is decided in ``base_effects``.
"""

from __future__ import annotations

from industry.rules.base_effects import BaseEffect
from industry.vocabulary.configuration import Config
from industry.vocabulary.observation import Observation
from industry.wording.numbers import counted, number
from industry.wording.phrases import say
from industry.wording.reasons import reason
from industry.wording.said import Said, join


def over_two(row: Observation) -> bool:
    """Whether a figure is itself an average over two years."""
    return row.indicator.measure == "growth_two_year_average"


def years_of(row: Observation) -> int:
    """Over how many years an average is: a published one over two, a derived one over those of its terms."""
    return sum(2 if over_two(term) else 1 for term in row.terms) or 2


def over(years: int, language: str) -> Said:
    """两年平均, three-year average."""
    return say("average_over", language, counted(years, language))


def average(row: Observation, language: str) -> Said:
    """两年平均9.4%（推算）: an average as it stands beside the growth of its last year."""
    return say("average_beside", language, over(years_of(row), language), number(row, language, marked=True))


def base(effect: BaseEffect, config: Config, language: str) -> Said:
    """上年同期为−8.4%，基数较低，两年平均9.4%（推算）: what the base of a figure was, that it isn't held or why what is held of it
    isn't averaged, and the average over years."""
    before = say("base_none", language)
    if effect.base:
        before = say("base_before", language, number(effect.base, language))
    elif effect.unfit:
        why = reason(effect.unfit.verdict.reason, config, language)
        before = say(
            "base_none_fit", language, join((number(effect.unfit.row, language), why), say("comma", language))
        )
    word = say(f"base_{effect.kind}", language) if effect.kind != "unknown" else ""
    over_years = average(effect.average, language) if effect.average else ""
    said = join((before, word, over_years), say("comma", language))
    return Said(said, said.rows, "low_base")
