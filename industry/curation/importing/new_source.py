"""The record of a publication that is no source yet, made as that of a like one: whose it is, its kind and its confidence as there, its id and
title with the new date and period, of a document the name of its file."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable
from pathlib import PurePath

import yaml

from industry import wording
from industry.vocabulary import fields
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
_KEYS = (
    "id",
    "title",
    "publisher",
    "producer",
    "via",
    "access",
    "date",
    "kind",
    "region",
    "document",
    "confidence",
)


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


def of_document(
    one: Source, name: str, every: Iterable[Source], kind: fields.SourceKind, region: str
) -> Source:
    """The new source ``one`` as that of a document whose file has this ``name``, of a kind and a region. Where the name is that
    of another source's document (讲话.docx every month), the file is to be named by the id."""
    stem = PurePath(name).stem
    taken = {PurePath(each.document).stem.casefold() for each in every if each.document}
    taken |= {each.document.casefold() for each in every if each.document}
    free = stem and stem == stem.strip() and stem.isprintable() and stem.casefold() not in taken
    changed: dict[str, str | None] = {"document": stem if free else one.id, "kind": kind, "region": region}
    if (
        one.kind == "statistics"
    ):  # where figures were seen, and whose they are, is another matter with a document
        changed |= {"via": None, "producer": None}
    return one.model_copy(update=changed)


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
