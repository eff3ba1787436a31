"""What the title of a table and the notes below it say of all its figures: region, period, status, the indicator where no label
names one, and whether there is anything in them that isn't understood and may make the figures another's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from industry.text.claims import naming
from industry.text.claims.grids.labels import NUMBERING, TABLE_NUMBER, Label, Reader

_KNOWN = re.compile(
    r"截[至止]|附件|附表|续表|表格|图表|[附续]|表|主要|经济|社会|发展|工业|指标|情况|完成|一览|统计|数据|运行|对比|对标|比较|对照|"
    r"及其?|与|和|的|增长(?:速度|率)?|增速|增幅|同比|各省市?|各市|各地区?|部分|有关|相关|重点|主导|支柱|规模以上|规上|企业|效益|生产|国民|月度|季度|年度|分月|"
    r"分季|分年|历年|累计|汇总|明细|快报|监测|进展|目标任务|目标|任务|计划|预期|总量|全部|中部[五六]省|行业|产业|分|省份|省区市|省市|"
    r"比重|占比|位次|排名|简|简要|速览|走势|变化|实绩|实现|安排|如下|详见|见|下|为|在|比|高于|全国|全省|全市|附|[:,.、;()《》“”\[\]\-—/|]|个|等"
)
_SCOPE = re.compile("规(?:模以上|上|模)工业(?:企业)?")
_RISKY = re.compile(
    r"环比|两年平均|年均|当月|当季|剔除|扣除|不含|不包括|除外|仅含|预计|预测|目标|计划|名义|现价|\d{4}年同期|比.{0,6}同期|口径|调整"
)
_HARMLESS = re.compile("基数[较偏][低高]|可比价|可比口径|不变价|按可比|快报数?|反馈|初步")
_MARKS = re.compile(r"[①-⑳⑴-⒇⁰¹²³⁴-⁹*＊※†‡]|\d+|注")
_EACH = re.compile(
    "(?:各|分|部分|主要|有关|[两二三四五六七八九十]+)(?:省(?:、?区?、?市)?|地区?|设区市|市县?|县市?区?)(?:份)?"
)
_AGAINST = re.compile("(?:与|和|同|较)(?:全国|全省|全市)(?:平均|水平)*的?(?:对比|比较|相比|差距)")
_WHAT = re.compile(
    "(?:完成)?(?:情况|(?:一览|统计|对比|情况|对照)?表|对比|比较|走势|变化|如下|[及和与、].*)+$"
)
_DONE = re.compile("完成|实绩|进展|实现")
_LEAD = re.compile(r"^.*[。！？!?;；](?![^()（）]*[)）])")


@dataclass(frozen=True)
class Title:
    """``label`` as read; ``name``: what it says of the indicator that it names, where it does; ``named``: how many there are;
    ``scope``: 规模以上工业, where it says so; ``plain``: nothing in it is left that isn't understood, ``whole``: nothing but
    what is said of ``name``. ``done``: it speaks of what was done; ``each``: of several regions that it doesn't name."""

    label: Label
    name: Label | None = None
    named: int = 0
    scope: str = ""
    plain: bool = True
    whole: bool = True
    done: bool = False
    each: bool = False


def title(text: str, reader: Reader) -> Title:
    """What a title says."""
    even = TABLE_NUMBER.sub("", _LEAD.sub("", text).strip())
    even = NUMBERING.sub("", re.sub(r"\s", "", even))
    each = _EACH.search(even) is not None
    even = _AGAINST.sub("", _EACH.sub("", even))
    label = reader.label(even)
    done = _DONE.search(even) is not None
    scope = _SCOPE.search(even)
    rest = even
    for word in (*label.when, label.region):
        rest = rest.replace(word, "", 1)
    found = list(naming.find(even, reader.tables))
    wanted = [one for one in found if not _SCOPE.fullmatch(even[one.start : one.stop])]
    for one in found:
        rest = rest.replace(even[one.start : one.stop], "", 1)
    name, whole = None, rest
    if wanted or found:
        one = (wanted or found)[0]
        behind = _WHAT.sub("", even[one.stop :])
        name = reader.label(even[one.start : one.stop] + behind)
        whole = rest.replace(behind, "", 1)
    return Title(
        label, name, len(wanted), scope[0] if scope else "", _understood(rest, reader), _understood(whole, reader), done,
        each,
    )  # fmt: skip


def _understood(rest: str, reader: Reader) -> bool:
    """Whether what is left of a title says nothing of its own."""
    if label := reader.label(rest):
        rest = rest if not label.unit else re.sub(r"[(].*?[)]", "", rest)
    for each in reversed(reader.places.named(rest)):
        if each.region:
            rest = rest[: each.start] + rest[each.stop :]
    return not _KNOWN.sub("", rest)


def doubtful(notes: tuple[str, ...], marks: str) -> bool:
    """Whether the notes below a table may make a figure with these marks of footnotes another's: a note that speaks of
    another basis, or a mark whose note isn't there or isn't known to be harmless."""
    told = [_HARMLESS.sub("", one) for one in notes]
    if any(_RISKY.search(one) for one in told if one.lstrip().startswith(("注", "附注", "说明", "备注"))):
        return True
    if not marks:
        return False
    return not any(
        _HARMLESS.search(one) and not _RISKY.search(plain) for one, plain in zip(notes, told, strict=True)
    )
