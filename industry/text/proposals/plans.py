"""The status of a proposed row: what is aimed at, what a rule sets, what was done; and the paragraphs whose bare verbs
(实施…项目200项) leave open whether they tell of aims."""

from __future__ import annotations

import re
from dataclasses import dataclass

from industry.text.proposals.setting import Setting
from industry.vocabulary.catalogue import Indicator

_RULE = re.compile(
    r"给予|予以|奖励|补贴|补助|加计扣除|扶持(?!企业|名单|项目)|授信|贴息|单笔|单户|起征|起付|封顶"
)
"""Words of a rule: who gets what, and on which condition."""
_CONDITIONS = re.compile(r"(?:申报|享受|入选|认定|准入|支持)(?:的)?(?:条件|标准)|(?:支持|扶持|奖励|补贴)对象")
"""Words after which a whole sentence tells of conditions."""
_PAID = re.compile(r"(?<!可)发放|兑现|累计|共|已|去年")
_QUALIFIES = re.compile(r"(?:的?[\u4e00-\u9fff]{2,8}(?:项目|企业|园区))")
"""投资10亿元以上工业项目: a number that says which ones are meant."""
_AIMS = re.compile(r"力争|力促|争取|确保|着力|加快|拟|将")
_PLAN = re.compile(r"力争|力促|争取|确保")
_STRIVES = re.compile(r"力争|力促|争取")
_SET = re.compile("目标|预期|计划|任务")
_DONE = re.compile(r"已|了|完成|实现|达成|新增|认定|荣获|获评|获|入选|印发|举办|成功|累计|突破|首次")
_BARE = re.compile(
    r"实施|推动|推进|建设|创建|深化|培育|孵化|厚植|打造|构建|引进|建成|建立|在线|达到|实现公共|率先|开展|新建"
)
_SPURS = re.compile(
    r"力争|力促|争取|确保|着力(?:打造|建设|培育|推进)|率先(?:建设|建成|打造)|(?:今年|年内)(?:我们)?将"
)


@dataclass(frozen=True, slots=True)
class Stood:
    """A status, whether the row supplies it, and whether it is only guessed: what somebody strives for needn't be what was set."""

    status: str
    inferred: bool = False
    guessed: bool = False


def status(one: Setting, indicator: Indicator | None) -> Stood:
    """The status of a figure, of an indicator if one is known."""
    claimed, words = one.claim.status, one.before + one.figure
    strives = _STRIVES.search(words) is not None and _SET.search(one.said) is None
    if indicator is not None and indicator.measure == "parameter":
        return Stood("policy")
    if not _SPURS.search(one.before) and _rule(one):
        return Stood("policy")
    if claimed != "actual":
        return Stood(claimed, guessed=claimed == "target" and strives)
    if _SPURS.search(words):
        return Stood("target", guessed=strives)
    if paragraph(one) and not _DONE.search(words) and _since_aims(one):
        return Stood("target", inferred=True, guessed=True)
    return Stood("actual")


def paragraph(one: Setting) -> bool:
    """Whether a number stands in a paragraph that aims and dates nothing."""
    dated = any(not when.base and when.sure and when.stop <= one.start for when in one.whens)
    return not dated and _PLAN.search(one.text) is not None


def _since_aims(one: Setting) -> bool:
    """Whether the number's sentence, or the one after it, aims, or its clause begins with a bare verb."""
    return _BARE.search(one.before) is not None or _PLAN.search(one.said) is not None


def _rule(one: Setting) -> bool:
    if one.claim.relation.kind not in ("plain", "share"):
        return False
    if _RULE.search(one.before + one.behind) and not _PAID.search(one.before):
        return True
    if _CONDITIONS.search(one.text, one.sentence[0], one.start):
        return True
    money = one.claim.number.unit in ("亿元", "万元", "元")
    text = one.figure
    return money and text.endswith(("以上", "以下")) and _QUALIFIES.match(one.behind) is not None
