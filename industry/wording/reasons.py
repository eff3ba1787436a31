"""Reasons of verdicts, and the names of statuses, levels and editions, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

import industry
from industry.rules.lock import Asked, Lock
from industry.rules.verdicts import Reason
from industry.vocabulary.configuration import Config
from industry.vocabulary.fields import PRIORITY_KINDS
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import Text
from industry.wording.numbers import period
from industry.wording.phrases import say, value

_LONGEST = 40
SHORT = 6
"""Characters of the data's version that are shown: few enough to be read out and typed. One of sixteen million: of a thousand
versions that are kept, the chance that another begins like a given one is one in sixteen thousand; and where two do, whoever
asks is told to say more of it, so that no other is ever taken for it."""
_SUPPLIED = ("scope", "indicator", "denominator", "period", "status")


def status(key: str, language: str) -> str:
    return value("status", key, language)


def kinds_of_priorities(language: str) -> dict[str, str]:
    """部署, 判断, 已做: what a document sets out to do, how it judges, what was done; by id."""
    return {kind: value("priority", kind, language) for kind in PRIORITY_KINDS}


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
        return say("edition_none", language)
    return config.editions[key](language) if key in config.editions else key


def as_of(month: int, language: str, apart: int = 0) -> str:
    """数据截至2021年10月: the last month that the figures shown speak of; where those set ``apart`` speak of a later one, that behind
    it: （另列的至2023年11月）."""
    told = [period(Period(one, one), language) for one in (month, apart) if one]
    return say("as_of_apart" if 0 < month < apart else "as_of", language, *told)


def short_version(version: str) -> str:
    """92afaf: the data's version as it is shown and read out. It is made of what the files hold, so that equal tables have one
    on every machine."""
    return version[:SHORT]


def data_version(version: str, language: str) -> str:
    """数据版本92afaf."""
    return say("data_version", language, short_version(version))


def program_version(language: str) -> str:
    """程序1.0.0."""
    return say("program_version", language, industry.VERSION)


def between(*told: str) -> str:
    """数据截至2021年10月 · 数据版本92afaf."""
    return " · ".join(filter(None, told))


def lock(one: Lock, config: Config, language: str) -> str:
    """What is the same for all that is drawn: a period, an edition, or both."""
    words = [] if one.period is None else [period(one.period, language)]
    if one.edition:
        words.append(edition(one.edition, config, language))
    return say("comma", language).join(words)


def asked(one: Asked, config: Config, language: str) -> str:
    """What a question asks to be the same, as `lock`; a name that nobody registered as it stands, cut."""
    words = [] if one.period is None else [period(one.period, language)]
    if one.edition is not None:
        words.append(edition(one.edition, config, language)[:_LONGEST])
    return say("comma", language).join(words)


def reason(one: Reason, config: Config, language: str) -> str:
    """Why two figures may or may not be compared, as the head of a sentence."""
    kind = {"inferred": "basis", "basis": "basis", "status": "status"}.get(one.code)
    named = [value(kind, fact, language) for fact in one.facts] if kind else []
    if one.code == "edition":
        named = [edition(fact, config, language) for fact in one.facts]
    if one.code == "later":
        named = [period(parse(fact, "flow"), language) for fact in one.facts]
    if one.code == "break":
        since, zh, en = one.facts
        return broken(since, Text(zh=zh, en=en), language)
    return value("reason", one.code, language).format(say("listed", language).join(named))


def broken(since: str, reason: Text, language: str) -> str:
    """自2020年起统计口径改变（…）: from when on an indicator counts otherwise, and why."""
    return value("reason", "break", language).format(period(parse(since, "flow"), language), reason(language))
