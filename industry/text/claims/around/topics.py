"""Of what something is told (value added, profit, investment, prices): the words for it, and what the words around a branch make of one
that names none. 制造业增长7% is of value added where that was spoken of before it or nothing was; behind 投资增长5% it is of investment.

The words serve tables too (``curation.importing.deciding.subjects``). Which indicator a name is of belongs in ``naming`` and ``fits``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from industry.text.alike import alike
from industry.text.claims import naming
from industry.text.claims.around.carried import LOWEST, depth
from industry.text.claims.around.lists import Listed
from industry.text.claims.claim import Claim
from industry.text.claims.fits import fitting
from industry.text.claims.naming import Name
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import GROWTHS

_SUBJECTS = (
    ("all industry", "全部工业"), ("value added", "增加值"), ("gdp", "生产总值|gdp"), ("output", "总产值|产值|产量"), ("revenue", "营业收入|主营业务收入|主营收入|营收|销售收入|业务收入|销售"),
    ("profit", "利润总额|利润|盈利|效益"), ("loss", "亏损"), ("investment", "投资|固投"), ("tax", "税收|税金|增值税|所得税|税"), ("electricity", "用电量|用电"),
    ("energy", "能耗|能源消费|消费量"), ("trade", "出口交货值|出口|进口"), ("people", "从业人员|从业人数|用工人数|用工|就业|人数"), ("assets", "资产总计|资产"),
    ("debt", "负债|应收账款|应收|账款"), ("stock", "产成品|存货|库存"), ("cost", "成本|费用"), ("retail", "零售|消费"), ("credit", "贷款|存款"),
    ("freight", "货运"), ("income", "收入"), ("wages", "工资|薪酬"), ("price", "价格|出厂价|ppi"), ("orders", "订单"), ("energy use", "用气|用水|用煤|用能"),
    ("capacity", "产能|开工率"), ("projects", "项目"), ("share", "比重|占比|贡献"), ("average", "两年平均|年均|环比"),
)  # fmt: skip
"""Of what a figure may be told, the fuller words first."""
FORM = re.compile("|".join(f"(?P<s{at}>{form})" for at, (_, form) in enumerate(_SUBJECTS)))
WHOLE = frozenset(("gdp", "value added", "all industry"))
"""What of a region or of industry as a whole stands for value added too."""
_RELATIONS = ("projects", "share", "average")
"""What a table's label may be told of, but running text tells of anything."""
_OTHERS = re.compile(
    "研发|专利|授权|信贷|融资|运量|客运|发电|排放|资金|引资|外资|生产率|企业数|户数|家数|数量|指数|景气|开工|效率|订货|保费|薪|租金|技改|投入|资本|"
    "(?<!质)(?<!力)(?<!总)(?<!能)(?<!含)(?<!增)量(?=$|[增下上降保持同实为达情中稳继约])|[额费价款](?=$|[增下上降保持同实为达情中稳继约])|(?<!增长)率(?=$|[增下上降保持同实情中稳继])"
)
"""More of which running text tells."""
_NO_SUBJECT = re.compile(
    "消费品(?!零售)|(?:外商|港澳台商?)投资(?:工业)?企业|(?:可比|不变)价格?|保税|质量(?:和|与|、)?效益|技改企业|负债率"
)
"""Words in which a subject is none."""
_TOPIC = re.compile(
    r"(?:从|按|就)([^,。;:]{1,12}?)(?:方面|情况|层面)?来?看|([^,。;:\d从]{2,12}?)(?:方面|中|情况)$|"
    r"([^,。;:\d从]{2,12}?)(?:继续|持续|保持|稳步|较快|快速|平稳|稳定|大幅|明显|有所)+(?:增长|回升|上升|下降|回落|增加)$"
)
"""从…看, …方面, …保持增长: of what is told from there on."""
_WHOSE = re.compile("^(?:全|我|本)[省市国]")
_NO_TOPIC = re.compile(
    "[行产企工]业|领域|门类|区域|地区|[省市国县]|[年月季]|结构|类型|规模|整体|总体|情况|经济|运行|速度|增速|增长|生产|指标|数据|质量|动能|长远|近期|[一二三]产|主要|有关|基本|完成|进展|发展|工作|需求|其$"
)
"""Parts and views of which anything may be told."""
_DIGIT = re.compile(r"\d")
_CLAUSES = re.compile("[^,;:。!?\n]+")
_PART = re.compile(
    "(?:企业|业|经济|控股|[轻重]工|个体|[省市县区州国]|地区)(?:生产|运行|总体)?(?:同比|较快|分别|实现|保持|仍|也|均|又|累计|上年|同期|[比较了])*(?:增长|增速|增幅|下降|增|降|回落|萎缩|上升)"
)
"""A part of industry or of a region, that grows."""
_BARE = re.compile("(?:同比|比上年同期|较上年同期|增长|下降|实现|了|,)*")
_PARTS = re.compile(r"\s*(?:其中|分(?!别)|具体|从[^,。]{1,8}看|按|主要|重点)")
"""At the head of a sentence or a paragraph: it goes through the parts of what was told before."""


@lru_cache(maxsize=4096)
def subjects(text: str) -> Mapping[str, str]:
    """The subjects that a text (made by ``alike``) names, with its words for them."""
    found: dict[str, str] = {}
    for one in FORM.finditer(text):
        found.setdefault(_SUBJECTS[int(str(one.lastgroup)[1:])][0], one[0])
    return found


def implied(spoken: str, indicator: Indicator) -> bool:
    """Whether some words name an indicator without what it is told of (采矿业, of its value added)."""
    return bool(subjects(alike(indicator.name.zh))) and not subjects(spoken)


@dataclass
class Over:
    """What stands over a paragraph: the last heading that names a subject, or the paragraph of which it goes through the parts."""

    heading: str = ""
    level: int = LOWEST
    before: str = ""

    def take(self, heading: str) -> None:
        """A heading (made by ``alike``)."""
        own = depth(heading)
        if _spoken(heading):
            self.heading, self.level = heading, own
        elif own < LOWEST and own <= self.level:
            self.heading, self.level = "", LOWEST

    def of(self, paragraph: str) -> str:
        """The words that hold for a paragraph; it is taken in for the next."""
        held = self.before if _PARTS.match(paragraph) else self.heading
        self.before = paragraph
        return held


def told(
    read: Read,
    at: int,
    said: Relation,
    meant: Sequence[Indicator],
    place: Listed | None,
    before: Sequence[Claim],
) -> tuple[Indicator, ...] | None:
    """Of which indicators a number may be where the name that it has of ``meant`` leaves unsaid of what is told, and something else was told
    before it: those that go by the branch and that together; None where ``meant`` stands. ``before``: the claims of the
    numbers before it."""
    one = read.numbers[at]
    name = _name(read, one, meant, place) if meant else None
    if name is None:
        return None
    word = read.text[name.start : name.stop]
    if not all(_moves(each) for each in meant) or subjects(word):
        return None
    own = {subject for each in meant for subject in subjects(alike(each.name.zh))}
    if not own:
        return None
    own |= WHOLE if own & WHOLE else frozenset()
    around: Mapping[str, str] = _spoken(read.text[name.stop : one.start])
    if own & around.keys():
        return None
    around = around or _before(read, name)
    if _after_unknown(read, name, before):
        return ()
    if not around:
        return None
    if around.keys() <= own:
        return None
    return tuple(_called(read, word, around, one, said))


def _moves(one: Indicator) -> bool:
    """Whether an indicator tells how something grows, or how that compares."""
    return one.measure in GROWTHS or bool(one.gap_of or one.rank_of or one.change_of)


def _name(read: Read, one: Number, meant: Sequence[Indicator], place: Listed | None) -> Name | None:
    """The name by which a number is of some indicators: the last before it, in its sentence or one that it goes on with."""
    ids = {each.id for each in meant}
    begin = read.sentence(one.start)
    for start in (begin, read.sentence(max(0, begin - 1))):
        found = [each for each in read.names_between(start, one.start) if ids & set(each.indicators)]
        own = [each for each in found if place is not None and (each.start, each.stop) == place.item]
        if found:
            return (own or found)[0]
    return None


def _spoken(text: str) -> dict[str, str]:
    """The subjects of running text."""
    text = _NO_SUBJECT.sub(lambda found: " " * len(found[0]), text)
    found = {subject: word for subject, word in subjects(text).items() if subject not in _RELATIONS}
    if not found and (other := _OTHERS.search(text)):
        found[other[0]] = other[0]
    if not found and (topic := _TOPIC.search(text)):
        of = _WHOSE.sub("", topic[1] or topic[2] or topic[3])
        if of and not _NO_TOPIC.search(of):
            found[of] = of
    return found


def _before(read: Read, name: Name) -> Mapping[str, str]:
    """The subjects of the last clause before a name that has any, in its paragraph, or of what stands over that."""
    begin = read.text.rfind("\n", 0, name.start) + 1
    clauses = [each[0] for each in _CLAUSES.finditer(read.text, begin, name.start)]
    return next((spoken for each in reversed(clauses) if (spoken := _spoken(each))), {}) or _spoken(read.over)


def _after_unknown(read: Read, name: Name, before: Sequence[Claim]) -> bool:
    """Whether the growth told last before a name in its paragraph is of something that isn't known, but for a part of industry or of a region
    (民营企业增长7%)."""
    begin = read.text.rfind("\n", 0, name.start) + 1
    for each in reversed(before):
        told = each.number.start >= begin and each.number.start < name.start and _DIGIT.search(each.text)
        if not told or each.relation.kind != "growth":
            continue
        if each.indicators and "indicator" not in each.doubts:
            return False
        words = _words(read, begin, each.number.start)
        if subjects(words).keys() & WHOLE:
            return False
        if not _PART.search(words):
            return True
    return False


def _words(read: Read, begin: int, at: int) -> str:
    """The words of a growth: its clause, and the one before where its own says no more than that it grows."""
    stop = at
    while at > begin:
        at = max(begin, *(read.text.rfind(sign, begin, at - 1) + 1 for sign in ",、;:。!?"))
        if not _BARE.fullmatch(read.text, at, stop):
            break
        at = max(begin, at - 1)
    return read.text[at:stop]


def _called(
    read: Read, branch: str, told_of: Mapping[str, str], one: Number, said: Relation
) -> Iterator[Indicator]:
    """What goes by the name of a branch and one of some subjects (制造业, 投资)."""
    known = naming.names(read.tables)
    forms = dict(_SUBJECTS)
    words = dict.fromkeys(word for subject in told_of for word in forms.get(subject, "").split("|"))
    ids = dict.fromkeys(id for word in words if word for id in known.get(branch + word, ()))
    yield from fitting(read, tuple(ids), one, said)
