"""The record of a publication that is no source yet, made as that of a like one: whose it is and its kind as there, its id and
title with the new date and period, of a document the name of its file. Where the like one was seen, and how surely it is known, says
nothing of the new one.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePath

import yaml

from industry import wording
from industry.curation.proposed import Proposed
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Source
from industry.vocabulary.periods import Period
from industry.vocabulary.strict_record import Text

_DATED = re.compile(r"(?:_(?:19|20)\d\d(?:_(?:0[1-9]|1[0-2]))?(?:_[0-3]\d)?|_year)+(?:_\d)?$")
_YEAR = r"(?:19|20)\d\d"
_MONTHS = rf"(?:{'|'.join(calendar.month_name[1:])})"
_ORDINAL = r"(?:first|second|third|fourth|last)"
_PARTS = rf"(?:{_ORDINAL} (?:half|quarter)|first \w+ (?:quarters|months))"
_ZH = re.compile(
    rf"{_YEAR}[—–-]{_YEAR}年?|{_YEAR}年(?:1[—–至-]\d{{1,2}}月份?|\d{{1,2}}月份?|前三季度|第?[一二三四]季度|[上下]半年|全年)?"
    rf"|(?<!\d){_YEAR}(?![\d年])"
)
_EN = re.compile(
    rf"{_YEAR}[–-]{_YEAR}|(?:the )?{_PARTS} of {_YEAR}|(?:{_MONTHS}(?:[–-]{_MONTHS})? ){_YEAR}|(?<!\d){_YEAR}(?!\d)"
)
"""Periods in titles."""
_DAYS = re.compile(rf"{_YEAR}年\d{{1,2}}月\d{{1,2}}日|\d{{1,2}} {_MONTHS}(?: {_YEAR})?")
_MONTHS_ALONE = re.compile(rf"\d月|{_MONTHS}[–-]{_MONTHS}")
ONE_PLACE: fields.Confidence = "B"
"""What has been seen in one place."""
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


def period(rows: Iterable[Proposed]) -> Period | None:
    """The period of most of the proposed rows; None where none has one."""
    told = Counter(one.cells["period"] for one in rows if one.cells.get("period"))
    return periods.read(told.most_common(1)[0][0], "flow") if told else None


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
        "via": None,
        "via_note": None,
        "document": None,
        "confidence": ONE_PLACE,
    }
    return one.model_copy(update=changed)


def seen(one: Source, via: Text | None, confidence: fields.Confidence) -> Source:
    """The new source ``one`` with the reprint it was seen in, if it was one, and how surely it is known, as somebody says."""
    return one.model_copy(update={"via": via, "confidence": confidence})


def unlike(one: Text, sample: Text) -> tuple[str, ...]:
    """The languages in which a title is still the sample's."""
    return tuple(
        tongue
        for tongue in fields.LANGUAGES
        if one(tongue).strip().casefold() == sample(tongue).strip().casefold()
    )


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
    if one.kind == "statistics":  # whose figures are is another matter with a document
        changed |= {"producer": None}
    return one.model_copy(update=changed)


def _title(one: Source, period: Period | None) -> Text:
    if period is None:
        return one.title
    zh, en = wording.period(period, "zh"), wording.period(period, "en")
    for short, long in zip(calendar.month_abbr[1:], calendar.month_name[1:], strict=True):
        en = re.sub(rf"\b{short}\b", long, en)
    return Text(zh=_put(_ZH, one.title.zh, zh, "（{}）"), en=_put(_EN, one.title.en, en, " ({})"))


def _put(form: re.Pattern[str], title: str, period: str, behind: str) -> str:
    """The title with the period in place of its own, wherever that stands, or behind it where it has none. A title of several periods
    stays as it is, since nobody knows which of them are meant."""
    days = _DAYS.sub(lambda one: "\0" * len(one[0]), title)
    found = list(form.finditer(days))
    if not found:
        return title + behind.format(period)
    if len({one[0] for one in found}) > 1 or _MONTHS_ALONE.search(form.sub("", days)):
        return title
    for one in reversed(found):
        title = title[: one.start()] + period + title[one.end() :]
    return title


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
