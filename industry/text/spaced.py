"""What stands in a text and says nothing of its figures: the space between figures and characters (2025 年, 18.5 %), which many
type and a PDF's layout leaves, or between thousands, brackets that say how something is called from here on or that a figure is worked out, and numbers of sources. The
text is read without, and places are those of the text given."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_GAP = "[ \N{NO-BREAK SPACE}\N{THIN SPACE}]"
_LOOSE = re.compile(rf"(?<=[{_HAN}]){_GAP}(?=[\d.+-])|(?<=[\d.]){_GAP}(?=[{_HAN}%‰])")
"""One space; two part the cells of a table."""
_GROUPED = re.compile(rf"(?<![\d.,])(?<!\d{_GAP})\d{{1,3}}(?:{_GAP}\d{{3}})+(?=(?:\.\d+)?{_GAP}?[{_HAN}%‰])")
"""Thousands parted by a space (15 760.9亿元)."""
_JOINER = "\N{WORD JOINER}"
_ASIDE = re.compile(
    r"[（(](?:(?:以下|下)?统?简?称(?:为|作)?[:：]?[^（()）\d，。；]{1,20}|推算数?|推定|下同)[）)]| ?\(derived\)"
)


_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_CITED = re.compile(rf"[{_CIRCLED}](?:[、—–-]?[{_CIRCLED}])*(?=[，。；！？,;]|\.(?:\s|$))")
"""Numbers of sources before a stop, as GB/T 7714 has them."""
_ENTRY = re.compile(rf"^[ \u3000]*([{_CIRCLED}])(.*)$", re.MULTILINE)
_SAYS_MORE = re.compile("不含|不包括|剔除|扣除|除外|口径|现价|名义|两年平均|预计|预测|目标|快报")
"""In a note, that it may take back what it is a note on."""


def _cited(text: str) -> set[int]:
    """The places of numbers that only lead to an entry of the text, which says no more than where a figure is from."""
    entries = {one[1]: one[2] for one in _ENTRY.finditer(text)}
    found: set[int] = set()
    for one in _CITED.finditer(text) if entries else ():
        told = [entries.get(mark) for mark in re.findall(f"[{_CIRCLED}]", one[0])]
        if all(each is not None and not _SAYS_MORE.search(each) for each in told):
            found |= set(range(*one.span()))
    return found


def tightened(text: str) -> tuple[str, Sequence[int]]:
    """The text without these spaces and brackets, and of each of its letters, and of its end, the place in the text given."""
    if _JOINER in text:
        held = [*(at for at, letter in enumerate(text) if letter != _JOINER), len(text)]
        told, places = tightened(text.replace(_JOINER, ""))
        return told, [held[at] for at in places]
    taken = {one.start() for one in _LOOSE.finditer(text)}
    taken |= {at for one in _GROUPED.finditer(text) for at in range(*one.span()) if not text[at].isdigit()}
    taken |= {at for one in _ASIDE.finditer(text) for at in range(*one.span())}
    taken |= _cited(text)
    if not taken:
        return text, range(len(text) + 1)
    places = [at for at in range(len(text)) if at not in taken]
    return "".join(text[at] for at in places), [*places, len(text)]
