"""The notes below a table and a column of remarks, as far as they speak of a figure, and whether one may make it another's: only notes
known to be harmless are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from industry.curation.importing.reading.sayings import Sayer
from industry.text.alike import alike
from industry.text.claims.grids import titles

_ONE_MARK = re.compile(r"[①-⑳⑴-⒇⁰¹²³⁴-⁹*＊※†‡]|[\[〔［(（]注?\d{1,2}[\])〕］）]|注\d{0,2}")
_ROUNDED = re.compile("均?未[作做]机械调整")
_SOURCE = re.compile(r"(?:数据|资料)?来源[:：]")
_MARKED = re.compile(r"\s*(?:注?[:：]?\s*)?(?:[①-⑳⑴-⒇*＊※†‡]|[\[〔［]\d{1,2}[\]〕］])")
_HARMLESS = re.compile(
    r"可比价格?|不变价格?|可比口径|按|计算|均?为|增[速长幅]|同比|增加值|规模以上工业|工业|企业|系|指|年主营业务收入|及以上的?|"
    r"万元|数据|部分|合计数?|因|小数|取舍|四舍五入|而|产生|的|误差|未作?机械调整|未做|均|本表|绝对数|由于|不等|存在|与|分项|累计|之和|"
    r"注|说明|[\d一二三四五六七八九十]+[.、]|\d+|[①-⑳⑴-⒇*＊※†‡]|[:：,，.。、;；()（）\[\]\s]|速度|价格|现行|地区|生产总值|各产业"
)
_PLAIN = re.compile("环比|两年平均|年均|当月|当季|剔除|扣除|不含|不包括|除外|仅含|名义|现价|现行价格?计算")


@dataclass(frozen=True, slots=True)
class Footnote:
    """``text`` as it is printed, or the mark alone where its note isn't there (not ``known``). ``risky``: it may make the figure
    another's; ``edition``: of which one it says that something is."""

    text: str
    risky: bool
    known: bool = True
    edition: str = ""


def footnotes(marks: str, notes: Sequence[str], aside: str, sayer: Sayer) -> Iterator[Footnote]:
    """The notes of a figure with these ``marks``: those that its marks name, those that speak of all, and what a column of remarks
    says of its row (``aside``)."""
    for mark in dict.fromkeys(_ONE_MARK.findall(marks)):
        told = [
            one
            for one in notes
            if mark in one or alike(mark) in alike(one) and mark.strip("[]〔〕()（）").isdigit()
        ]
        yield from (_footnote(one, sayer) for one in told)
        if not told:
            yield Footnote(mark, True, False)
    for one in notes:
        marked = _MARKED.match(one) or any(mark in one for mark in _ONE_MARK.findall(marks))
        if not marked and not _SOURCE.match(one):
            yield _footnote(one, sayer)
    if aside:
        yield _footnote(aside, sayer)


def _footnote(note: str, sayer: Sayer) -> Footnote:
    edition, rest = sayer.edition(alike(note))
    return Footnote(note, risky(rest), edition=edition)


def risky(note: str) -> bool:
    """Whether a note says more than is known to be harmless."""
    even = _ROUNDED.sub("", alike(note))
    if _SOURCE.match(even):
        return False
    if titles.doubtful((f"注:{even}",), "") or _PLAIN.search(even.replace("按可比价格计算", "")):
        return True
    return bool(_HARMLESS.sub("", even))
