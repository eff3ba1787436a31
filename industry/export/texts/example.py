"""A draft to try 核稿 with: sentences put together from rows of the tables, some of them made wrong on purpose.

Each is checked before it is taken, so that it shows the verdict that it is there for, whatever the tables hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from industry import wording
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.vocabulary.focus import Focus
from industry.vocabulary.observation import Observation
from industry.wording.texts.subject import within

_TRIED = 60
"""Rows that are tried at most."""
_TIERS = ("headline", "core")
_MEASURES = ("growth_yoy", "level", "count", "share", "rate")


def draft(tables: Tables, language: str) -> str:
    """A few sentences on the first of config.yaml's regions; empty where the tables hold nothing to make them of."""
    rows = list(islice(_sure(tables, language), 4))
    if not rows:
        return ""
    moved, others = ([each for row in some for each in _moved(row, tables)] for some in (rows, rows[::-1]))
    told = [
        _sentence(rows[0], language),
        _first(tables, "differs", (_sentence(_off(row), language) for row in rows[1:])),
        _first(tables, "other_period", (_sentence(row, language) for row in moved)),
        _first(tables, "not_held", (_sentence(_off(row), language) for row in others)),
        _first(tables, "to_confirm", (_ours(row, language) for row in reversed(rows))),
    ]
    return ("" if language == "zh" else " ").join(filter(None, told))


def _sure(tables: Tables, language: str) -> Iterator[Observation]:
    """Rows of the region whose sentence is approved, of the year looked at, one of each indicator."""
    config = tables.catalogue.config
    rows = [
        row
        for row in tables.rows(region=config.regions[0])
        if row.indicator.tier in _TIERS and row.indicator.measure in _MEASURES
        if row.status == "actual" and row.exact and not row.edition and not row.inferred and row.period
    ]
    rows = Focus.of(None, config.focus).of_year(rows)
    rows.sort(key=lambda row: (_TIERS.index(row.indicator.tier), _MEASURES.index(row.indicator.measure)))
    seen: set[str] = set()
    for row in rows[:_TRIED]:
        if row.indicator.id not in seen and _verdicts(_sentence(row, language), tables) == ["agrees"]:
            seen.add(row.indicator.id)
            yield row


def _first(tables: Tables, verdict: str, sentences: Iterable[str]) -> str:
    """The first of the sentences whose one number gets this verdict; empty where none does."""
    return next((one for one in islice(sentences, _TRIED) if _verdicts(one, tables) == [verdict]), "")


def _verdicts(sentence: str, tables: Tables) -> list[str]:
    return [one.verdict for one in judge(sentence, tables, None, None)]


def _sentence(row: Observation, language: str) -> str:
    """2021年1—6月，江西规上工业增加值增速为18.5%。"""
    return _told("told", row, wording.period(row.period, language), row.region.name(language), language)


def _ours(row: Observation, language: str) -> str:
    """The same as the office itself would write it: what it means hangs on the draft's date and on whose it is."""
    assert row.period is not None
    year = wording.year(row.period.year, language)
    months = wording.period(row.period, language).replace(year, "").strip()
    return _told(
        "told_this_year", row, months, wording.worded("draft", f"our_{row.region.level}", language), language
    )


def _told(form: str, row: Observation, period: str, whose: str, language: str) -> str:
    name = within(row.indicator, language)
    return wording.worded("draft", form, language, period, whose, name, wording.number(row, language))


def _off(row: Observation) -> Observation:
    """The row with another last digit."""
    return replace(row, value=row.value + row.step)


def _moved(row: Observation, tables: Tables) -> Iterator[Observation]:
    """The row's value told of other periods for which there are figures of its indicator, the nearest first."""
    own = row.period
    periods = {one.period for one in tables.rows(row.indicator.id) if one.status == "actual" and one.period}
    for one in sorted(periods, key=lambda one: (abs(one.end - own.end), one.start) if own else (0, 0)):
        if one != own:
            yield replace(row, period=one)
