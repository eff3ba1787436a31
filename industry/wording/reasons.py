"""Reasons of verdicts, and the names of statuses, levels and editions, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from industry.rules.comparison import Reason
from industry.rules.lock import Lock
from industry.vocabulary.catalogue import Config
from industry.vocabulary.periods import Period
from industry.wording.numbers import period
from industry.wording.phrases import say, value

_SUPPLIED = ("scope", "indicator", "denominator", "period", "status")


def status(key: str, language: str) -> str:
    return value("status", key, language)


def supplied(inferred: Iterable[str], language: str) -> str:
    """What the tables supply because the source doesn't print it."""
    held = set(inferred)
    return bases((key for key in _SUPPLIED if key in held), language)


def bases(facts: Iterable[str], language: str) -> str:
    """统计范围、分母: what two figures differ in, or what a source doesn't print."""
    return say("listed", language).join(value("basis", one, language) for one in facts)


def edition(key: str, config: Config, language: str) -> str:
    """The edition's name in config.yaml; the plain statement where there is none."""
    if not key:
        return "未注明版本" if language == "zh" else "edition not stated"
    return config.editions[key](language) if key in config.editions else key


def as_of(when: Period, language: str) -> str:
    """数据截至2021年10月: the last month that the figures shown speak of."""
    month = period(Period(when.end, when.end), language)
    return f"数据截至{month}" if language == "zh" else f"Data as of {month}"


def lock(one: Lock, config: Config, language: str) -> str:
    """What is the same for all that is drawn: a period, an edition, or both."""
    words = [] if one.period is None else [period(one.period, language)]
    if one.edition:
        words.append(edition(one.edition, config, language))
    return ("，" if language == "zh" else ", ").join(words)


def reason(one: Reason, config: Config, language: str) -> str:
    """Why two figures may or may not be compared, as the head of a sentence."""
    zh = language == "zh"
    listed = say("listed", language)
    if one.code == "inferred":
        names = bases(one.facts, language)
        return f"材料未注明{names}" if zh else f"{names} not stated by the source"
    if one.code == "basis":
        names = bases(one.facts, language)
        return f"{names}不同" if zh else f"different {names}"
    if one.code == "status":
        names = listed.join(status(fact, language) for fact in one.facts)
        return f"性质不同（{names}）" if zh else f"different kind of statement ({names})"
    if one.code == "edition":
        names = listed.join(edition(fact, config, language) for fact in one.facts)
        return f"版本不同（{names}）" if zh else f"different edition ({names})"
    if one.code == "period":
        return "期间不同" if zh else "different period"
    if one.code == "level":
        return "层级不同" if zh else "different level of region"
    return {
        "concept": ("指标不同", "different indicator"),
        "qualified": ("非确数，不排序", "not exact, so not ranked"),
        "own_benchmark": ("各按本地区时段", "each over its own period"),
        "alone": ("没有可比的地区", "no other region to compare with"),
        "same": ("同一指标、同一期间", "same indicator and period"),
    }[one.code][not zh]
