"""What a figure is told of (value added, profit, investment), where its own labels name a branch, a class of enterprises or another part alone:
by the lines over its table, the line over its group, the row that it is a part of, the heads beside its own. And which parts of industry the lines over a table speak of.
Which indicator the words name belongs in ``naming``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.reading.blocks import Figure
from industry.curation.importing.reading.sayings import Saying
from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming as words
from industry.text.claims.around.topics import FORM, WHOLE
from industry.text.claims.around.topics import subjects as said
from industry.vocabulary.catalogue import Indicator

_CLASS = re.compile(
    "(?:业|经济|控股|集体|装备|[轻重]工业|股份制?|外商及港澳台商投资|国有|[民私]营|外资|[大中小微]型|企业)$"
)
_PART = re.compile(r"规模以上|规上|规模|工业企业|企业|增加值|增速|[()]|单位数")
_MANY = re.compile("指标|经济|运行|快报|月报|简报")
_SECTOR = re.compile("第[一二三]产业")
_ALL = frozenset(("工业", "全部工业", ""))
_CLASSES = re.compile(
    r"(?:重点|骨干|龙头|主导|支柱|特色|优势|部分|大型|中型|小型|微型|大中型|中小|民营|私营|国有|外资|亏损)(?:工业)?(?:企业|行业|产业)|园区|开发区|"
    r"[高新][新区]区|[老苏]区|贫困|县域|规模以下|规下|[央国]企|[省市区县中]属|直管|乡镇|集群|"
    r"高耗能|[轻重]工业|原材料|消费品|军工|服务业|建筑业|农业|农产品|外贸|小巨人|上市公司|四上|“四上”|非公|城镇|农村|汽车|电子信息|石化|化工|钢铁|有色|建材|纺织|医药|食品"
)
_BEGINS = re.compile(r"[^\u4e00-\u9fff]|[年月]份?度?|季度|半年|累计|[的和及与]")
_OF_ALL = re.compile(
    r"(?:各|分)?(?:地区|省[份市]?|设区市|市县|市|行业|产业)|全[国省市部]|规模以上|规上|规模|工业|主要|附表|表|的"
)
"""What stands before 企业 where those of all industry are meant."""
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
    parent = _rows(one.setting).parents.get(one.figure.row)
    if not one.row or parent is None:
        return False
    own, its = (said(_worded(path)) for path in (one.row, parent))
    return _apart(own, its)


def _inner(path: Sequence[Saying], shown: str) -> bool:
    return shown[:1].isspace() or shown[:1] in ("#", "＃") or any(each.label.inner for each in path)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the rows of a table say to those below them. ``parents``: of a row that is a part, the row of which it is one; ``nearest``: of a
    row or a column the last text before it that names a subject, where one does; ``rows``, ``columns``, ``lines``: all texts that do."""

    parents: Mapping[int, Sequence[Saying]]
    nearest_row: Mapping[int, str]
    nearest_column: Mapping[int, str]
    rows: Sequence[str]
    columns: Sequence[str]
    lines: Sequence[str]


@lru_cache(maxsize=2)
def _rows(setting: Setting) -> _Rows:
    parents: dict[int, Sequence[Saying]] = {}
    last: Sequence[Saying] = ()
    for at, path, shown in setting.every_row:
        if _inner(path, shown):
            parents[at] = last
        else:
            last = path
    rows = [(at, path) for at, path, _ in setting.every_row]
    columns = list(setting.columns.items())
    lines = (*(each.seen.text for each in setting.table.titles), alike(setting.table.sheet))
    return _Rows(
        parents,
        _nearest(rows),
        _nearest(columns),
        _telling(path for _, path in rows),
        _telling(path for _, path in columns),
        [each for each in lines if said(each)],
    )


def _nearest(paths: Sequence[tuple[int, Sequence[Saying]]]) -> dict[int, str]:
    """By their places the text of the last labels before that name a subject."""
    found: dict[int, str] = {}
    last = ""
    for at, path in paths:
        if last:
            found[at] = last
        text, own = _worded(path), "".join(each.words for each in path)
        if said(text) or own and not _CLASS.search(own):
            last = text
    return found


def _worded(path: Iterable[Saying]) -> str:
    """The texts of labels that say more than a region or a period."""
    return "".join(each.text for each in path if each.words or each.label.kind)


def _telling(paths: Iterable[Sequence[Saying]]) -> list[str]:
    return list(dict.fromkeys(each.text for path in paths for each in path if said(each.text)))


def around(one: Labelled) -> dict[str, str]:
    """The subjects that stand around a figure whose own labels name none, those nearest to it first, with their words."""
    told: dict[str, str] = {}
    for text in _texts(one):
        for subject, word in (said(text) or {"": ""}).items():
            told.setdefault(subject, word)
    return told


def _texts(one: Labelled) -> Iterator[str]:
    yield from (each.text for each in (*one.says, *one.group) if said(each.text))
    every, figure = _rows(one.setting), one.figure
    row, column = (any(each.words for each in path) for path in (one.row, one.column))
    if row:
        yield from filter(None, [every.nearest_row.get(figure.row)])
        yield from every.columns
    if column:
        yield from filter(None, [every.nearest_column.get(figure.column)])
        if not row:
            yield from every.rows
    yield from every.lines


def place(one: Labelled) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The subjects that the place of a figure in its table gives it."""
    every, figure = _rows(one.setting), one.figure
    parent = _worded(every.parents.get(figure.row, ()))
    near = every.nearest_row.get(figure.row, ""), every.nearest_column.get(figure.column, ""), parent
    return tuple(tuple(said(each).items()) for each in near)


def above(one: Labelled) -> str:
    """The last row above a figure's own that names a subject, where its own names none."""
    if not any(each.words for each in one.row) or said(_worded(one.row)):
        return ""
    return _rows(one.setting).nearest_row.get(one.figure.row, "")


def parts(text: str, tables: Tables) -> list[str]:
    """The parts of industry that a text speaks of (采矿业, 高技术制造业), not industry as a whole."""
    named = (text[each.start : each.stop] for each in words.find(text, tables))
    found = [bare for name in named if (bare := _bare(name)) in _parts(tables)]
    return [*found, *(each[0] for each in _CLASSES.finditer(text)), *_enterprises(text, tables)]


def _enterprises(text: str, tables: Tables) -> Iterator[str]:
    """The enterprises that a text speaks of by more than 规模以上工业: 高新技术企业, 重点监测企业."""
    for one in re.finditer("企业", text):
        before = re.split(_BEGINS, text[: one.start()])[-1]
        for region in tables.catalogue.regions.values():
            before = re.sub(f"^{region.name.zh}[省市]?", "", before)
        if len(_OF_ALL.sub("", before)) > 1:
            yield f"{before}企业"


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


@kept
def _parts(tables: Tables) -> frozenset[str]:
    """The branches and parts of industry by which growths of value added are told apart."""
    found = set()
    for one in tables.catalogue.indicators.values():
        name = alike(one.name.zh)
        if "增加值" in name or "产业" in name or "业" in name.replace("工业", "").replace("企业", ""):
            found |= {_bare(name.split("增加值")[0]), _bare(alike(words.short(one)))}
    return frozenset(each for each in found if each.endswith(("业", "经济", "装备")) and each not in _ALL)
