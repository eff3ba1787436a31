"""A draft to try 核稿 with: sentences put together from rows of the tables, some of them made wrong on purpose.

Each is checked before it is taken, so that it shows the verdict that it is there for, whatever the tables hold; it is in
Chinese, which is what drafts are read in.
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

_TRIED = 60
"""Rows that are tried at most."""
_TIERS = ("headline", "core")
_MEASURES = ("growth_yoy", "level", "count", "share", "rate")
_SENTENCE = "{}，{}{}为{}。"


def draft(tables: Tables) -> str:
    """A few sentences on the first of config.yaml's regions; empty where the tables hold nothing to make them of."""
    rows = list(islice(_sure(tables), 4))
    if not rows:
        return ""
    moved, others = ([each for row in some for each in _moved(row, tables)] for some in (rows, rows[::-1]))
    told = [
        _sentence(rows[0]),
        _first(tables, "differs", (_sentence(_off(row)) for row in rows[1:])),
        _first(tables, "other_period", map(_sentence, moved)),
        _first(tables, "not_held", (_sentence(_off(row)) for row in others)),
        _first(tables, "to_confirm", map(_ours, reversed(rows))),
    ]
    return "".join(told)


def _sure(tables: Tables) -> Iterator[Observation]:
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
        if row.indicator.id not in seen and _verdicts(_sentence(row), tables) == ["agrees"]:
            seen.add(row.indicator.id)
            yield row


def _first(tables: Tables, verdict: str, sentences: Iterable[str]) -> str:
    """The first of the sentences whose one number gets this verdict; empty where none does."""
    return next((one for one in islice(sentences, _TRIED) if _verdicts(one, tables) == [verdict]), "")


def _verdicts(sentence: str, tables: Tables) -> list[str]:
    return [one.verdict for one in judge(sentence, tables, None, None)]


def _sentence(row: Observation) -> str:
    """2021年1—6月，江西规上工业增加值增速为18.5%。"""
    told = (wording.period(row.period, "zh"), row.region.name.zh, row.indicator.name.zh)
    return _SENTENCE.format(*told, wording.number(row, "zh"))


def _ours(row: Observation) -> str:
    """The same as the office itself would write it: what it means hangs on the draft's date and on whose it is."""
    assert row.period is not None
    months = wording.period(row.period, "zh").removeprefix(wording.year(row.period.year, "zh"))
    name = wording.worded("draft", f"our_{row.region.level}", "zh")
    return _SENTENCE.format(f"今年{months}", name, row.indicator.name.zh, wording.number(row, "zh"))


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
