"""What somebody types into a search, and any text that it is looked for in, as words that can be compared.

What is searched, and in which order it is found, belongs in ``search``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from industry.text.alike import DASHES, simplified
from industry.vocabulary.periods import Period

_ALIKE = str.maketrans(DASHES | dict.fromkeys("‘’ʼ`", "'"))
_LONGEST = 100
_SPACES = re.compile(r"[\s，。、；：,;]+(?!\d)|\s+")
_BEFORE_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[-+]?\d+\.?\d*%?$)")
_NAMED: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 3): ("一季度", "q1"),
    (4, 6): ("二季度", "q2"),
    (7, 9): ("三季度", "q3"),
    (10, 12): ("四季度", "q4"),
    (1, 6): ("上半年", "h1", "first half"),
    (7, 12): ("下半年", "h2", "second half"),
    (1, 9): ("前三季度",),
    (1, 12): ("全年",),
}
"""What the months of a year are called, by the first and the last of them."""
_YEAR = r"(?:19|20)\d{2}"
_TIME = re.compile(
    rf"(?<![\d.])(?:{_YEAR}年\d{{1,2}}(?:-\d{{1,2}})?月末?|{_YEAR}年(?!\d)|{_YEAR}(?![\d.年%]|万|亿))"
    + "|前三季度|[上下]半年|(?<!前)[一二三四]季度|全年|(?<![a-z0-9])(?:q[1-4]|h[12])(?![a-z0-9])"
)


def folded(text: str) -> str:
    """A text as it is compared: simplified characters, full-width digits and letters as half-width ones, small
    letters, one sort of dash and of apostrophe, no commas between digits."""
    even = unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)
    return re.sub(r"(?<=\d),(?=\d)", "", simplified(even))


def words(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a search, each once. Chinese needs no spaces: numbers at an end, times and ``names`` (folded) are
    words of their own, a name without the 省 or 市 behind it."""
    named = "|".join(map(re.escape, names)) or "(?!)"
    known = re.compile(f"({_TIME.pattern}|(?:{named})[省市]?)")
    found: list[str] = []
    for one in _SPACES.split(folded(text[:_LONGEST])):
        for part in known.split(one):
            if re.fullmatch(f"(?:{named})[省市]", part):
                found.append(part[:-1])
            else:
                found += [part] if _TIME.fullmatch(part) else _BEFORE_NUMBER.split(part)
    return tuple(dict.fromkeys(filter(None, found)))


def is_time(word: str) -> bool:
    """Whether a word says when: a year, or months of a year by number or name."""
    return _TIME.fullmatch(word) is not None


def called(period: Period | None) -> Iterator[str]:
    """What the months of a period are called besides, folded: 上半年."""
    if period is not None and not period.instant and period.start // 12 == period.end // 12:
        yield from _NAMED.get((period.start % 12 + 1, period.end % 12 + 1), ())
