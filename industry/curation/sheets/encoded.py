"""Bytes of a table of text into text: UTF-8, GB18030, UTF-16, Big5, each only where it is certain. What the text says is
split into cells by ``separated``."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from industry.curation.sheets.bounds import NoBook

_MARKED = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_TRIED = "UTF-8, GB18030, Big5, UTF-16"
_HAN = re.compile("[\u4e00-\u9fff]")
_SIGNS = re.compile("[\\s\x20-\x7e\u3000-\u303f\uff00-\uffef\u2010-\u203f\u2460-\u249b\u2150-\u217f\u25a0-\u25ff·×°±²³÷√→←↑↓∶≈≤≥㎡￥￡—]")  # fmt: skip
"""What stands in tables beside characters, in any encoding of Chinese."""
_LATIN = re.compile("(?<=[A-Za-z])[\u00c0-\u024f]|[\u00c0-\u024f](?=[A-Za-z])")
_FIT, _MISFIT, _APART = 0.85, 0.75, 2
"""What share of the characters are common ones in the right encoding at least, in a wrong one at most; and how many more
of them are none there. Of texts of a few characters alone nothing can be said."""
_SAMPLE = 200_000


def decoded(data: bytes, declared: str = "") -> str:
    """The text. ``declared``: what it says of itself (a web page), which settles what is open. Raises NoBook."""
    for mark, encoding, name in _MARKED:
        if data.startswith(mark):
            text = _strict(data, encoding)
            if text is None or "\0" in text:
                raise NoBook("encoding", name)
            return text
    if 0 in data:
        return _sixteen(data)
    text = _strict(data, "utf-8")
    if text is not None and (text.isascii() or not _might_be_chinese(text, data)):
        return text
    if text is not None and "utf-8" not in declared.lower():
        raise NoBook("encoding", _TRIED)
    return text if text is not None else _two_bytes(data, declared)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sixteen(data: bytes) -> str:
    """Without a mark UTF-16 is told by its separators and line ends, of which every second byte is 0."""
    fits = [
        text
        for encoding in ("utf-16-le", "utf-16-be")
        if (text := _strict(data, encoding)) is not None and "\0" not in text and _odd(text) == 0
        if sum(text.count(one) for one in "\r\n\t,;|") and _share(text, _common()) >= _FIT
    ]
    if len(fits) != 1:
        raise NoBook("encoding", _TRIED)
    return fits[0]


def _might_be_chinese(text: str, data: bytes) -> bool:
    """Whether bytes that are UTF-8 may as well be some pairs of GB18030: only where no character has three bytes."""
    strange = [one for one in text if one > "\x7f"]
    if any(one > "\u07ff" for one in strange) or len(_LATIN.findall(text)) == len(strange):
        return False
    other = _strict(data, "gb18030")
    return other is not None and _share(other, _common()) >= _FIT


def _two_bytes(data: bytes, declared: str) -> str:
    fits = []
    for encoding, common in (("gb18030", _common()), ("cp950", _traditional())):
        text = _strict(data, encoding)
        if text is not None and (han := len(_HAN.findall(text[:_SAMPLE]))):
            share = _share(text, common)
            fits.append((share, han, encoding, text))
    fits.sort(reverse=True, key=lambda one: one[0])
    if not fits or fits[0][0] < _FIT or fits[0][1] < _APART:
        raise NoBook("encoding", _TRIED)
    if len(fits) > 1:
        (best, _, _, text), (next_best, han, *_) = fits
        misfits = (1 - next_best) * han - (1 - best) * han
        if next_best > _MISFIT or misfits < _APART:
            said = {"big5": "cp950", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030"}
            chosen = [one for one in fits if one[2] == said.get(declared.lower())]
            if not chosen:
                raise NoBook("encoding", _TRIED)
            return chosen[0][3]
    return fits[0][3]


def _share(text: str, common: frozenset[str]) -> float:
    """Of the characters that aren't signs of any table those that are common."""
    rest = _SIGNS.sub("", text[:_SAMPLE])
    return sum(one in common for one in rest) / len(rest) if rest else 1.0


def _odd(text: str) -> int:
    """Characters that no text has: unassigned, private, halves of pairs."""
    return sum(category(one) in ("Cn", "Co", "Cs") for one in set(text[:_SAMPLE]))


@cache
def _traditional() -> frozenset[str]:
    """The common half of Big5."""
    return frozenset(_characters("cp950", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))))


@cache
def _common() -> frozenset[str]:
    """The common half of GB 2312, with that of Big5, which GB18030 may write too."""
    return _traditional() | frozenset(_characters("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF)))


def _characters(encoding: str, first: range, second: range | tuple[int, ...]) -> set[str]:
    pairs = (bytes([one, two]).decode(encoding, "ignore") for one in first for two in second)
    return {pair for pair in pairs if len(pair) == 1}
