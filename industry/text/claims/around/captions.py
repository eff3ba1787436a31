"""What the captions of a draft's figures and tables say for the paragraphs that speak of them: the note right below one, and 图3中，…. Where
such a part of a sentence names no indicator, it is read with the caption's name before it; where it names no region, with the caption's.

A caption is taken only where all of it is understood and it names one thing. Whether what is then read is sure is asked as of any other
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims import naming, when
from industry.text.claims.understood import KNOWN
from industry.text.claims.where import Places

_CAPTION = re.compile(r"\s*(?P<which>[图表]\s?\d{1,2})[\s.:、]+(?P<title>[^。;!?\n]{2,45})$")
_SPOKEN_OF = re.compile(r"\s*(?P<which>[图表]\s?\d{1,2}(?:[、和及与][图表]\s?\d{1,2})*)中,")
_BELOW = re.compile(r"\s*(?:注|附注|说明|备注|资料来源|数据来源)\s*:")
_NOTE = re.compile(r"\s*(?:注|附注|说明|备注)\s*:")
_ONE = re.compile(r"[图表]\s?\d{1,2}")
_DIFFERENCE = re.compile(r"与[^,]{1,8}之差$")
_PARTS = re.compile(r"[^;。]+[;。]?")
_DIGIT = re.compile(r"\d")

Told = tuple[str, str]
"""The region that a caption names, and the words of the one indicator that it names; empty where it doesn't."""


class Captions:
    """The captions of a text; ``taken`` is asked of each of its lines once, in order."""

    def __init__(self, text: str, tables: Tables, places: Places) -> None:
        self.tables, self.places = tables, places
        found = (
            _CAPTION.match(alike(line)) for line in text.split("\n") if line.lstrip()[:1] in tuple("图表")
        )
        self.titles = {_which(one["which"]): one["title"] for one in found if one}
        self.below = ""

    def taken(self, line: str, tabled: bool) -> Told | None:
        """What the captions say for a line (made by ``alike``); ``tabled``: it is of a table."""
        if caption := _CAPTION.match(line):
            self.below = caption["title"]
            return None
        if spoken := _SPOKEN_OF.match(line):
            several = [self.titles.get(_which(one), "") for one in _ONE.findall(spoken["which"])]
            told = [self._told(one) for one in several]
            regions = {region for region, _ in told}
            common = set.intersection(*({*self._ids(name)} for _, name in told))
            return (
                told[0]
                if len(told) == 1
                else (regions.pop(), told[0][1])
                if common and len(regions) == 1
                else None
            )
        if tabled or _BELOW.match(line):
            return self._told(self.below) if self.below and _NOTE.match(line) else None
        self.below = ""
        return None

    def _told(self, title: str) -> Told:
        even = _DIFFERENCE.sub("", re.sub(r"\s", "", title))
        wheres = self.places.named(even)
        region = even[wheres[0].start : wheres[0].stop] if len(wheres) == 1 and wheres[0].region else ""
        names = list(naming.find(even, self.tables))
        taken = [(one.start, one.stop) for one in wheres] + [(one.start, one.stop) for one in names]
        if len(names) != 1 or len(wheres) > 1 or when.named(even, None) or not _all_known(even, taken):
            return region, ""
        return region, even[names[0].start :]

    def _ids(self, words: str) -> tuple[str, ...]:
        return next((one.indicators for one in naming.find(words, self.tables)), ())

    def with_them(self, line: str, told: Told) -> tuple[str, Sequence[int]]:
        """A line with what a caption says set before each part of a sentence that leaves it unsaid, and of each letter its place in the
        line."""
        region, name = told
        opening = _SPOKEN_OF.match(line) or _NOTE.match(line)
        begin = opening.end() if opening else 0
        made, places = [line[:begin]], list(range(begin))
        for one in _PARTS.finditer(line, begin):
            part = one[0]
            named = any(True for _ in naming.find(part, self.tables))
            lacks = name if not named else ""
            whose = region if not any(each.region for each in self.places.named(part)) else ""
            head = (
                ""
                if not _DIGIT.search(part) or not (lacks or whose)
                else f"{whose}{lacks}:"
                if lacks
                else f"{whose},"
            )
            if head and made[-1].endswith(";"):
                made[-1] = made[-1][:-1] + "。"
            made.append(head + part)
            places += [one.start()] * len(head) + list(range(one.start(), one.end()))
        return "".join(made), places


def _which(words: str) -> str:
    return re.sub(r"\s", "", words)


def _all_known(text: str, taken: Sequence[tuple[int, int]]) -> bool:
    ends, at = dict(taken), 0
    while at < len(text):
        if at in ends:
            at = ends[at]
            continue
        known = KNOWN.match(text, at)
        if known is None or known.end() == at:
            return False
        at = known.end()
    return True
