"""Which numbers of a document are no statistic, though they count something: 两个方面, 六大机遇, 二级巡视员, 成立100周年, a room's
floor, how long a talk takes, a plan of three years."""

from __future__ import annotations

import re

from industry.text.proposals.setting import Setting

_SPOKEN = "[一二两三四五六七八九十几]"
_NOTHING = re.compile(
    r"个?(?:方面|方向|问题|专题|层面|层次|环节|阶段|角度|百年|维护|意识|自信|关键|重点(?:工作|任务|方面|领域|环节)|一批|统筹|坚持|确保|聚焦|定位|抓手|原则|"
    r"工作(?!组|站)|要求|任务|挑战|机遇|转变|结合|文章|突出|必须|着力|强化|提升|深化|行动|战役|工程|体系|机制|周年|楼|号|届|版|路|代|型)"
)
_RANKED = re.compile(rf"{_SPOKEN}级")
_DURATION = re.compile(rf"(?:近|约)?(?:\d+|{_SPOKEN})年")
_TALK = re.compile("分钟")
_FIRST = re.compile("首位|榜首|第一")
_PLACED = re.compile(r"(?:居|列|排名?|排在|保持|位次|升至)(?:全[国省市])?[^,。;、首]{0,6}$")
_CONGRESS = re.compile(r"(?:十[一二三四五六七八九]|二十)大")
_CUT = {"项": "目", "名": "称", "台": "账", "级": "领导"}
"""Units that are the beginning of another word."""


def is_one(one: Setting) -> bool:
    """Whether a number is a statistic."""
    text, unit = one.figure, one.claim.number.unit
    behind = one.text[one.end : one.end + 8]
    before = one.text[max(0, one.start - 6) : one.start]
    counted = unit in ("", "个", "大", "项", "级", "条", "位", "%")
    if counted and not text.endswith("%") and _NOTHING.match(behind.removeprefix("“")):
        return False
    if _RANKED.fullmatch(text):
        return False
    if _DURATION.fullmatch(text) and "连续" not in before and not one.claim.indicators:
        return False
    if _FIRST.fullmatch(text):
        return _PLACED.search(one.text[max(0, one.start - 12) : one.start]) is not None
    if _CONGRESS.fullmatch(text) or behind.startswith(_CUT.get(unit, "\0")):
        return False
    return not (_TALK.search(unit) and re.search("时长|提前|播", one.said))
