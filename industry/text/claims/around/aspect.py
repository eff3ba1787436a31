"""Of what figures are told that are compared, by the last word of it before what compares them: of a rate (增速高于全国), of the size of a fall
(降幅低于全国, 下降快于全国), of something that fell (下降6.1%,低于全国: either may be meant), or of nothing but a name. How they stand to one
another by it is for ``proof.sides``."""

from __future__ import annotations

import re

from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Aspect, Relation
from industry.vocabulary.printed import words

_SAYS: dict[str, tuple[str, ...]] = {
    "amount": ("总量", "总规模", "绝对值"),
    "fall": (*words.of_kind("F"), "降速"),
    "rate": (
        *words.of_kind("RUGuS"), "变动", "变化", "份额", "贡献率", "利润率", "比率", "产销率", "拉升", "攀升", "增长面",
    ),
    "fell": words.of_kind("D"),
}  # fmt: skip


def _any(some: tuple[str, ...]) -> str:
    """Any of some words; one of a single letter only right before a figure (升, but not in 升级)."""
    told = (
        one if len(one) > 1 else rf"{one}(?=[了约近超]*-?\d)" for one in sorted(some, key=len, reverse=True)
    )
    return "|".join(told)


_SAID = re.compile("|".join(f"(?P<{sort}>{_any(some)})(?!加?值)" for sort, some in _SAYS.items()))
_OF_FALLS = re.compile("收窄|缩小|扩大|[大小多少]")
"""What is said of the size of a fall, and of no rate below zero."""
_OF_RATES = re.compile("回升|提高|提升")
"""What is said of rates alone."""
_FALLING = re.compile("[多少][降跌]")
_PACE = re.compile("[快慢]")
"""What amounts are never told to be."""
_NARROWS = re.compile("收窄|扩大")
_AT_ONCE = re.compile(r"(?:得|更|略|[比较与][^,;。\d]*)?")
"""Between a fall and what compares it (下降快于河北, 下降比河北快)."""

FALL = "降幅"
_SIGNED = re.compile(
    "[-+负]|" + _any(tuple(word for sort in ("fall", "rate", "fell") for word in _SAYS[sort]))
)


def unsigned(figure: str) -> bool:
    """Whether a figure with the words before it (为6.1%) leaves open whether something rose or fell by it."""
    return _SIGNED.search(figure) is None


def aspect(read: Read, one: Number, said: Relation) -> Aspect:
    """Of what a number, or a comparison without one, is told."""
    begin, end = read.sentence(one.start), one.start
    if said.way and not one.said:
        end = max(begin, read.text.rfind(said.way, begin, end))
    text = read.text[max([begin, *(name.start for name in read.names if begin <= name.start < end)]) : end]
    found = list(_SAID.finditer(text))[-1:]
    sort = str(found[0].lastgroup) if found else "amount"
    if _FALLING.search(said.way):
        return "fall"
    if sort == "amount":
        return "fall" if _NARROWS.search(said.way) else "fell" if _PACE.search(said.way) else ""
    if sort == "fell" and _OF_RATES.search(said.way):
        return "rate"
    if sort == "fell" and not (
        _OF_FALLS.search(said.way) or said.way and _AT_ONCE.fullmatch(text, found[0].end())
    ):
        return "fell"
    return "rate" if sort == "rate" else "fall"
