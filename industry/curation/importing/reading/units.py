"""The unit that a text of a sheet prints and nothing besides: those of a row or a column of units. Whether the tables have anything in it is
for ``deciding``."""

from __future__ import annotations

import re
from functools import lru_cache

_SCALE = "[十百千]?[万亿]{0,2}"
_THING = (
    "人民币元|美元|元|‰|%|个?百分点|吨标准煤|吨标煤|标准煤|吨|千瓦时|千瓦|度|立方米|平方米|平方公里|公里|千米|公顷|亩|米|升|千升|重量箱|标准箱|标箱|箱|"
    "人次|家次|人|户|家|个|件|台|套|辆|项|条|种|款|次|倍|天|小时|位|名|只|头|匹|颗|片|块|枚|支|双|艘|座|株|册|笔|场|份|组|部|架|千克|公斤|克|成"
)
_UNIT = re.compile(
    rf"(?:(?:计量|数量)?单位)?:?[(\[]*(?P<unit>{_SCALE}(?:{_THING})(?:[/每]{_SCALE}(?:{_THING}|年|月|日))?)[)\]]*$"
)
_ENDING = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<!每)(?<!\d)(?:[十百千]?万亿?|[百千]?亿)(?:美元|元|吨|千瓦时|立方米|平方米|人|户)$"
)
_WORD = re.compile(r"(?:单位|计量单位|单位名称)[:]?$")
_SCALED = re.compile(
    r"(?<![\d每])(?:[百千]?[万亿]+(?:元|美元|吨|千瓦时|人|户|家|个)(?!以上|及以上|企业|工业|产值|gdp|增加值|项目|产业))"
)


@lru_cache(maxsize=4096)
def alone(text: str) -> str:
    """The unit that a text, made by ``alike``, is and nothing else; empty where it is more or none."""
    found = _UNIT.match(text)
    return found["unit"] if found else ""


def ending(text: str) -> str:
    """A unit with 万 or 亿 in which a text ends without brackets (利润总额万元); empty where there is none."""
    found = _ENDING.search(text)
    return found[0] if found else ""


def named(text: str) -> bool:
    """Whether a text only says that units follow (单位)."""
    return _WORD.match(text) is not None


def within(text: str) -> bool:
    """Whether a text speaks of a unit with 万 or 亿 anywhere."""
    return _SCALED.search(text) is not None
