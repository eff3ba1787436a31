"""Reasons of verdicts, and the names of statuses, levels and editions, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from industry.rules.comparison import Reason
from industry.rules.lock import Lock
from industry.vocabulary.catalogue import Config
from industry.vocabulary.periods import Period
from industry.wording.numbers import period
from industry.wording.phrases import say, value
from industry.wording.said import join

_SUPPLIED = ("scope", "indicator", "denominator", "period", "status")


def status(key: str, language: str) -> str:
    return value("status", key, language)


def supplied(inferred: Iterable[str], language: str) -> str:
    """What the tables supply because the source doesn't print it."""
    held = set(inferred)
    return bases((key for key in _SUPPLIED if key in held), language)


def bases(facts: Iterable[str], language: str) -> str:
    """统计范围、分母: what two figures differ in, or what a source doesn't print."""
    return join((value("basis", one, language) for one in facts), say("listed", language))


def edition(key: str, config: Config, language: str) -> str:
    """The edition's name in config.yaml; the plain statement where there is none."""
    if not key:
        return say("no_edition", language)
    return config.editions[key](language) if key in config.editions else key


def as_of(when: Period, language: str) -> str:
    """数据截至2021年10月: the last month that the figures shown speak of."""
    return say("as_of", language, period(Period(when.end, when.end), language))


def lock(one: Lock, config: Config, language: str) -> str:
    """What is the same for all that is drawn: a period, an edition, or both."""
    when = period(one.period, language) if one.period else ""
    which = edition(one.edition, config, language) if one.edition else ""
    return join((when, which), say("comma", language))


def reason(one: Reason, config: Config, language: str) -> str:
    """Why two figures may or may not be compared, as the head of a sentence."""

    def named(fact: str) -> str:
        if one.code == "edition":
            return edition(fact, config, language)
        return status(fact, language) if one.code == "status" else value("basis", fact, language)

    told = one.code in ("inferred", "basis", "status", "edition")
    facts = join(map(named, one.facts), say("listed", language)) if told else ""
    return value("reason", one.code, language).format(facts)
