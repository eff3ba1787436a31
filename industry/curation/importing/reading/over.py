"""What the lines over a table, the corner of its header and the sheet's name say of all its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from industry.curation.importing.reading import months, units
from industry.curation.importing.reading.sayings import BEHIND, WHOLE, Sayer, hollow
from industry.text.claims.grids import labels, titles
from industry.text.claims.where import UNKNOWN

_ANNEX = re.compile(r"^附[件表]\s?[\d一二三四五六七八九十]{0,2}[:.、\s]*")
_TOLD = re.compile("指标|情况|增|工业|经济|企业|利润|收入|投资|生产总值|以上|[年月]")
"""Words of what is told, which stand in no name of a place and in no line by whom it is published."""
_NAME = 8
_UNIT_LINE = re.compile(r"[(\[](?:计量)?单位:[^)\]]*[)\]]|(?:计量)?单位:.*$")
_UNNAMED = re.compile(
    r"(?:sheet|工作表|附?表|数据|月报|季报|年报|汇总表?|总表|打印|底稿)\s?\d*(?:\s?\(\d+\))?"
)
_HELD_AGAINST = re.compile(
    r"(?:[比较与和同](?:(?:19|20)\d\d年|前年|去年|上年)(?:同[期月]|1-\d{1,2}月份?|\d{1,2}月份?)?|(?:19|20)\d\d年同[期月]|以(?:19|20)\d\d年为基[期年])(?:相比|比较|对比|增长|增减|变动)*"
)
_PUBLISHED = re.compile(
    r"统计局|调查队|[厅委局办]公?室?(?:编|制|发布|提供|填报)|编印|制表|填报|审核|来源|联系人|打印|电话"
)
_MEANT = re.compile("任务(?!完成)|预期|力争|争取|拟")
"""Words of what is to be reached."""
OPEN = re.compile("未[经]?审核|待审|未审|送审|快报|初步")
"""Words of figures that may change yet."""


@dataclass(frozen=True)
class Over:
    """What the lines over a table and the sheet's name say of all its figures. ``strange``: lines in which something isn't
    understood; ``words``: of what they say the figures are, ``scope``: of which enterprises."""

    label: labels.Label
    region: str | None = None
    units: tuple[str, ...] = ()
    name: labels.Label | None = None
    words: str = ""
    scope: str = ""
    edition: str = ""
    strange: tuple[str, ...] = ()
    several: frozenset[str] = field(default_factory=frozenset)


def over(sayer: Sayer, lines: Sequence[str], sheet: str, corner: Sequence[str] = ()) -> Over:
    """What the lines over a table and the sheet's name say; a line by whom it is published says nothing. A unit in the ``corner``
    over its labels stands nearer than theirs."""
    each_corner = [_units_of(sayer, each) or (sayer.text(each).label.unit,) for each in corner]
    nearest = [one for found in each_corner for one in found if one]
    told: list[str] = []
    said: list[tuple[str, titles.Title, str, str | None]] = []
    strange: list[str] = []
    begun = ""
    for at, line in enumerate((*lines, months.even(sheet))):
        own = at == len(lines)
        if units.named(line):
            begun = line.removesuffix(":")
            continue
        line, begun = f"{begun}:{line}" if begun else line, ""
        if not line or own and (unnamed(line) or months.numbered(line, _times(said))):
            continue
        if _PUBLISHED.search(line) and not _TOLD.search(line) and not OPEN.search(line):
            continue
        if given := _units_of(sayer, line):
            told += given
            line = "" if units.alone(line) else _UNIT_LINE.sub("", line)
        elif "单位:" in line:
            strange.append(line)
            continue
        edition, rest = sayer.edition(_ANNEX.sub("", line))
        if _HELD_AGAINST.search(rest):  # a period with which the figures are compared is none of theirs
            strange.append(line)
            rest = re.sub(r"[(][)]", "", _HELD_AGAINST.sub("", rest))
        region = sayer.place(rest) if not _TOLD.search(rest) and len(rest) <= _NAME else None
        if not rest.strip("()[]"):
            said.append((line, titles.Title(labels.Label("")), edition, None))
            continue
        found = titles.title(rest, sayer.reader)
        if region is None and found.label.region:
            region = _titled(sayer, rest, found.label)
        elif region is not None:
            found = titles.Title(labels.Label(rest, region=rest))
        meant = _MEANT.search(rest) and not found.label.status or OPEN.search(rest)
        if (meant or not found.plain) and line not in strange:
            strange.append(line)
        said.append((line, found, edition, region))
    named = {region for *_, region in said if region and not region.startswith(WHOLE)}
    near = next(iter(named)) if len(named) == 1 else sayer.places.owner.id if sayer.places.owner else None
    said = [(line, found, edition, _settled(sayer, region, near)) for line, found, edition, region in said]
    return _together(told, said, strange, bool(said) and own and said[-1][0] == line, nearest)


def unnamed(sheet: str) -> bool:
    """Whether a sheet's name, even, says nothing of what stands on it."""
    return not sheet.strip() or _UNNAMED.fullmatch(sheet.strip()) is not None


def _settled(sayer: Sayer, region: str | None, near: str | None) -> str | None:
    """A region, of 全省 the one that it is where that is known."""
    return sayer.whole(region, near) or region if region and region.startswith(WHOLE) else region


def _units_of(sayer: Sayer, line: str) -> tuple[str, ...]:
    """The units that a line gives for all."""
    alone = units.alone(line)
    return sayer.reader.units(line) or ((sayer.reader.as_unit(alone) or alone,) if alone else ())


def _titled(sayer: Sayer, text: str, label: labels.Label) -> str | None:
    named, several = sayer.named(text, label)
    behind = text.partition(label.region)[2]
    return UNKNOWN if several or BEHIND.match(behind) else sayer.own(label.region) or named


def _together(
    units: Sequence[str],
    said: Sequence[tuple[str, titles.Title, str, str | None]],
    strange: Sequence[str],
    sheet: bool,
    nearest: Sequence[str],
) -> Over:
    """``sheet``: the last of what is said is the sheet's name; ``nearest``: units before all others."""
    names = [one for _, one, _, _ in said if one.name is not None]
    regions = {region for *_, region in said if region is not None}
    times = _times(said)
    own = times.pop() if sheet and len(times) > 1 and said[-1][1].label.when else None
    period = months.agreeing([one for one in times if one[0]], own)
    editions = {edition for *_, edition, _ in said if edition}
    several = set()
    if len(regions) > 1:
        several.add("region")
    if period is None:
        several.add("period")
        period = (
            tuple(dict.fromkeys(part for when, _ in (*times, *([own] if own else ())) for part in when)),
            "",
        )
    name = names[0].name if len(names) == 1 and names[0].named == 1 else None
    kept = [one.label.unit for _, one, _, _ in said if one.label.unit]
    label = labels.Label(
        " ".join(line for line, *_ in said),
        when=period[0],
        shift=next((shift for _, shift in times if shift), period[1]),
        region=next((one.label.region for _, one, _, region in said if region is not None), ""),
        status=next((one.label.status for _, one, _, _ in said if one.label.status), ""),
    )
    if name is not None and not name.kind:
        kinds = [one.label.kind for _, one, _, _ in said if one.label.kind and one.name is name]
        name = replace(name, kind=kinds[0]) if kinds else name
    return Over(
        label,
        next(iter(regions), None) if len(regions) < 2 else UNKNOWN,
        tuple(dict.fromkeys(nearest or (*units, *kept))),
        name,
        hollow(name.words) if name else "",
        next((one.scope for _, one, _, _ in said if one.scope), ""),
        next(iter(editions), "") if len(editions) == 1 else "",
        tuple(strange),
        frozenset(several),
    )


def _times(said: Sequence[tuple[str, titles.Title, str, str | None]]) -> list[months.Told]:
    """What each line says of the period, where it does."""
    return [(one.label.when, one.label.shift) for _, one, _, _ in said if one.label.when or one.label.shift]
