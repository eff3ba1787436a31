"""What a figure is told of (value added, profit, investment), where its own labels name a branch, a class of enterprises or another part alone:
by the lines over its table, the line over its group, the row that it is a part of, the heads beside its own. And which parts of industry the lines over a table speak of.
Which indicator the words name belongs in ``naming``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.reading.blocks import Figure
from industry.curation.importing.reading.sayings import Saying
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming as words
from industry.text.claims.around.topics import FORM, WHOLE
from industry.text.claims.around.topics import subjects as said
from industry.vocabulary.catalogue import Indicator

_CLASS = re.compile("(?:业|经济|控股|集体|装备|[轻重]工业|股份制|外商及港澳台商投资)$")
_PART = re.compile(r"规模以上|规上|规模|工业企业|企业|增加值|增速|[()]|单位数")
_MANY = re.compile("指标|经济|运行|快报|月报|简报")
_SECTOR = re.compile("第[一二三]产业")
_ALL = frozenset(("工业", "全部工业", ""))
_CLASSES = re.compile(
    r"(?:重点|骨干|龙头|主导|支柱|特色|优势|部分|大型|中型|小型|微型|大中型|中小|民营|私营|国有|外资|亏损)(?:工业)?(?:企业|行业|产业)|园区|开发区"
)
"""Parts of industry that a title may speak of and that no indicator is called by; 主要行业 and 分行业 are of all of them."""


class Labelled(Protocol):
    """A figure with what its labels say, and its table."""

    @property
    def figure(self) -> Figure: ...
    @property
    def setting(self) -> Setting: ...
    @property
    def group(self) -> Sequence[Saying]: ...
    @property
    def row(self) -> Sequence[Saying]: ...
    @property
    def column(self) -> Sequence[Saying]: ...
    @property
    def says(self) -> Sequence[Saying]: ...


def differs(told: Mapping[str, str], indicator: Indicator) -> bool:
    """Whether what stands around a figure is told of something else than an indicator, or nothing is."""
    name = alike(indicator.name.zh)
    own = set(said(name))
    if _SECTOR.match(name) and told.keys() <= {"gdp", *own}:
        return not told
    return told.keys() != own


def of_another(one: Labelled, spoken: str) -> bool:
    """Whether the labels of a figure (``spoken``) are of another subject than the one that the lines over the table are of, or than the row
    above of which its own is a part (其中)."""
    lines = (*(each.seen.text for each in one.setting.table.titles), alike(one.setting.table.sheet))
    over = said(" ".join(each for each in lines if not _MANY.search(each)))
    return _apart(said(spoken), over) or _part_of_another(one)


def _apart(own: Mapping[str, str], its: Mapping[str, str]) -> bool:
    return bool(own and its) and not own.keys() & its.keys() and not {*own, *its} <= WHOLE


def _part_of_another(one: Labelled) -> bool:
    rows = [(path, shown) for at, path, shown in one.setting.every_row if at <= one.figure.row]
    if not rows or not one.row or not _inner(*rows[-1]):
        return False
    parent = next((path for path, shown in reversed(rows) if not _inner(path, shown)), ())
    own, its = (said("".join(each.text for each in path)) for path in (one.row, parent))
    return _apart(own, its)


def _inner(path: Sequence[Saying], shown: str) -> bool:
    return shown[:1].isspace() or shown[:1] in ("#", "＃") or any(each.label.inner for each in path)


def around(one: Labelled) -> dict[str, str]:
    """The subjects that stand around a figure whose own labels name none, those nearest to it first, with their words."""
    told: dict[str, str] = {}
    for text in _texts(one):
        for subject, word in (said(text) or {"": ""}).items():
            told.setdefault(subject, word)
    return told


def _texts(one: Labelled) -> Iterator[str]:
    yield from (each.text for each in (*one.says, *one.group) if said(each.text))
    setting, figure = one.setting, one.figure
    rows = [path for at, path, _ in setting.every_row if at < figure.row]
    columns = [path for at, path in setting.columns.items() if at < figure.column]
    if any(each.words for each in one.row):
        yield from _nearest(rows)
        yield from (each.text for path in setting.columns.values() for each in path if said(each.text))
    if any(each.words for each in one.column):
        yield from _nearest(columns)
        if not any(each.words for each in one.row):
            yield from (each.text for _, path, _ in setting.every_row for each in path if said(each.text))
    lines = (*(each.seen.text for each in setting.table.titles), alike(setting.table.sheet))
    yield from (each for each in lines if said(each))


def above(one: Labelled) -> str:
    """The last row above a figure's own that names a subject, where its own names none."""
    if not any(each.words for each in one.row) or said("".join(each.text for each in one.row)):
        return ""
    return next(_nearest([path for at, path, _ in one.setting.every_row if at < one.figure.row]), "")


def _nearest(paths: Sequence[Sequence[Saying]]) -> Iterator[str]:
    """The text of the last labels that name a subject."""
    for path in reversed(paths):
        text, own = "".join(each.text for each in path), "".join(each.words for each in path)
        if said(text) or own and not _CLASS.search(own):
            yield text
            return


def parts(text: str, tables: Tables) -> list[str]:
    """The parts of industry that a text speaks of (采矿业, 高技术制造业), not industry as a whole."""
    named = (text[each.start : each.stop] for each in words.find(text, tables))
    found = [bare for name in named if (bare := _bare(name)) in _parts(tables)]
    return [*found, *(each[0] for each in _CLASSES.finditer(text))]


def narrower(lines: Iterable[str], spoken: str, indicator: Indicator, tables: Tables) -> list[str]:
    """The lines that speak of a part of industry of which an indicator isn't, nor the labels (``spoken``) of its figure."""
    own = alike(indicator.name.zh) + spoken
    found = []
    for line in lines:
        told = parts(line, tables)
        if told and not any(each in own for each in told):
            found.append(line)
    return found


def _bare(name: str) -> str:
    bare = _PART.sub("", name)
    return FORM.sub("", bare)


@lru_cache(maxsize=4)
def _parts(tables: Tables) -> frozenset[str]:
    """The branches and parts of industry by which growths of value added are told apart."""
    found = set()
    for one in tables.catalogue.indicators.values():
        name = alike(one.name.zh)
        if "增加值" in name or "产业" in name or "业" in name.replace("工业", "").replace("企业", ""):
            found |= {_bare(name.split("增加值")[0]), _bare(alike(words.short(one)))}
    return frozenset(each for each in found if each.endswith(("业", "经济", "装备")) and each not in _ALL)
