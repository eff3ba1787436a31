"""Whether a number tells what was, what is aimed at or what is expected: by the words of its sentence before it, and by its period."""

from __future__ import annotations

import re
from datetime import date

from industry.text.claims.numbers import Number
from industry.text.claims.when import When

_AIMS = re.compile(r"力争|争取|确保")
"""Words that make targets of all figures of a sentence that follow."""
_TARGET = re.compile(
    r"目标(?!任务)|(?<!超)计划(?!生育)|预期|力促|拟(?!合)|将(?=达|增|实现|新增|超|突破|完成|建成)|(?<![主重需紧纪摘])要(?!求|素|闻|点|件)|(?<=比重)要(?=达|提|超|占|保)|务必"
)
_HEADED = re.compile(r"(?<!非)目标:[^;]*$")
"""其他年份的目标: at the head of a list of targets."""
_FORECAST = re.compile(r"预计|有望|预测")
_TOLD = re.compile(r"\d(?:%|[个亿万家户元位])[^,;]*[,;]")
"""A number that has been told, behind which a forecast doesn't reach."""
_DONE = re.compile(r"已|完成了|实现了|达到了|新增了")
_WITHIN = ("年内", "全年")


def status(text: str, one: Number, time: When | None, written: date | None) -> str:
    """actual, target or forecast, by the words of its sentence before it and by its period."""
    sentence = max(text.rfind(sign, 0, one.start) for sign in "。;\n") + 1
    said = text[sentence : one.start]
    clause = re.split("[,;:]", said)[-1] + text[one.start : one.end]
    if _FORECAST.search(clause) or _FORECAST.search(_TOLD.split(said)[-1]):
        return "forecast"
    month = written.year * 12 + written.month - 1 if written else None
    if _HEADED.search(said) or _TARGET.search(clause) or _AIMS.search(clause):
        return "target"
    aims = list(_AIMS.finditer(said))
    over = time is not None and month is not None and time.last < month
    if (
        aims
        and not _DONE.search(clause)
        and not (over and time is not None and time.start > sentence + aims[-1].start())
    ):
        return "target"
    if time is None or month is None:
        return "actual"
    still = text[time.start : time.stop].endswith(_WITHIN) and time.last > month
    return "target" if time.first > month or still else "actual"
