"""The record of a publication that is no source yet, made as that of a like one: whose it is, its kind and its confidence as there, its id and
title with the new date and period."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection

import yaml

from industry import wording
from industry.vocabulary.catalogue import Source
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import Text

_DATED = re.compile(r"(?:_(?:19|20)\d\d(?:_(?:0[1-9]|1[0-2]))?(?:_[0-3]\d)?|_year)+(?:_\d)?$")
_ZH = re.compile(
    r"(?:19|20)\d\d年(?:1[—\-–至]\d{1,2}月份?|\d{1,2}月份?|前三季度|[一二三四]季度|[上下]半年|全年)?"
)
_EN = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:[–-](?:January|February|March|April|May|June|July|August|September|October|November|December))? )?(?:19|20)\d\d"
)
_KEYS = ("id", "title", "publisher", "producer", "via", "access", "date", "kind", "region", "confidence")


def like(one: Source, day: str, period: Period | None, taken: Collection[str]) -> Source:
    """A source like another, published on a ``day`` (YYYY-MM-DD, YYYY-MM). ``period``: of what its figures are for the most part;
    ``taken``: the ids that there are."""
    stem = _DATED.sub("", one.id) or one.id
    id = f"{stem}_{day[:7].replace('-', '_')}"
    number = 2
    while id in taken:
        id = f"{stem}_{day[:7].replace('-', '_')}_{number}"
        number += 1
    changed = {
        "id": id,
        "date": day,
        "title": _title(one, period),
        "date_note": None,
        "url": None,
        "via_note": None,
    }
    return one.model_copy(update={**changed, "document": None})


def _title(one: Source, period: Period | None) -> Text:
    if period is None:
        return one.title
    zh, en = wording.period(period, "zh"), wording.period(period, "en")
    for short, long in zip(calendar.month_abbr[1:], calendar.month_name[1:], strict=True):
        en = re.sub(rf"\b{short}\b", long, en)
    return Text(zh=_put(_ZH, one.title.zh, zh, "（{}）"), en=_put(_EN, one.title.en, en, " ({})"))


def _put(form: re.Pattern[str], title: str, period: str, behind: str) -> str:
    """The title with the period in place of its own, or behind it where it has none."""
    return form.sub(lambda _: period, title, count=1) if form.search(title) else title + behind.format(period)


def written(one: Source) -> bytes:
    """The record as it is written in data/sources.yaml."""
    held = one.model_dump(exclude_none=True, exclude_defaults=True)
    lines = []
    for key in (each for each in _KEYS if each in held):
        value = held[key]
        flow = yaml.safe_dump(
            value, allow_unicode=True, default_flow_style=True, width=10**6, sort_keys=False
        )
        lines.append(f"  {key}: {flow.strip().removesuffix('...').strip()}")
    return ("- " + "\n".join(lines)[2:] + "\n").encode("utf-8")
