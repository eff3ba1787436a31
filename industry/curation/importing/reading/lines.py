"""The rows of a sheet by what they are: lines of one cell (titles, units, notes), rows of a header, rows with figures; and which of them
are a table together. What stands in their cells belongs in ``blocks``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, field

from industry.curation.importing.reading import units
from industry.curation.importing.reading.cells import PERIOD, Seen
from industry.text.claims.grids.headers import CORNER

Line = list[Seen]
_NOTE = re.compile(r"(?:附?注|说明|备注|资料来源|数据来源|来源|[①-⑳⑴-⒇*＊※†‡]|\[\d{1,2}\]|\d{1,2}[.、])")
_UNIT_LINE = re.compile(r"[(\[]?(?:计量)?单位:")
_CORNER = re.compile(rf"(?:主要|各|分)?(?:{CORNER.pattern})(?:名称|别|分组)?")
_SUM = re.compile("合计|总计|小计|共计|平均|其他|其它")
_NUMBERS = re.compile(r"[甲乙丙丁]$")


@dataclass(slots=True)
class Rows:
    """The rows of a table, by their places on the sheet. ``groups``: lines over some of its rows; ``figured``, ``worded``: the columns in
    which some row has figures, or words; ``said``: the texts of its header."""

    titles: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    figured: set[int] = field(default_factory=set)
    worded: set[int] = field(default_factory=set)
    said: Counter[str] = field(default_factory=Counter)

    def head(self, at: int, line: Line) -> None:
        self.heads.append(at)
        self.said.update(one.text for one in line if one.kind)

    def row(self, at: int, line: Line) -> None:
        self.body.append(at)
        self.figured.update(place for place, one in enumerate(line) if one.kind == "figure")
        self.worded.update(place for place, one in enumerate(line) if one.kind == "words")


def parted(lines: Sequence[Line]) -> Iterator[Rows]:
    """The rows of each table below one another."""
    for found in _parted(lines):
        while len(found.heads) > 1 and found.body and _first_of(lines[found.heads[-1]], found):
            found.body.insert(
                0, found.heads.pop()
            )  # the first row leaves its figures empty, or none can be read
        yield found


def _first_of(line: Line, now: Rows) -> bool:
    """Whether the last row of a header is the first one below it."""
    others = now.said - Counter(one.text for one in line if one.kind)
    return not _over(line, now.figured) or _row_like(line, now, others)


def _row_like(line: Line, now: Rows, heads: Container[str]) -> bool:
    """Whether a row of words begins as the rows with figures do and no header does."""
    place, first = next((place, one) for place, one in enumerate(line) if one.kind)
    unit = units.named(first.text) or units.alone(first.text)
    header = _corner(first.text) or PERIOD.search(first.text) or unit or first.text in heads
    return first.kind == "words" and not header and place in now.worded


def _over(line: Line, figured: set[int]) -> bool:
    """Whether a row has anything in such a column."""
    return any(one.kind and place in figured for place, one in enumerate(line))


def _parted(lines: Sequence[Line]) -> Iterator[Rows]:
    now = Rows()
    kinds: list[str] = []
    begun = False
    left = min((at for line in lines for at, one in enumerate(line) if one.kind), default=0)
    for line in lines:
        kinds.append("empty" if _numbered(line) else _kind(line, not begun))
        begun = kinds[-1] == "body" or begun and kinds[-1] != "head"
    following, beyond = _following(kinds, ("empty",)), _following(kinds, ("empty", "single"))
    for at, kind in enumerate(kinds):
        line, ahead = lines[at], beyond[at]
        if kind == "empty":
            continue
        if kind == "head" and now.body and (_labels_alone(line, now) or _row_like(line, now, now.said)):
            now.row(at, line)
        elif kind == "head" and not now.heads and _unit_apart([one for one in lines[at] if one.kind]):
            now.titles.append(at)
        elif kind == "head":
            if now.body:  # under the same titles, where it has none of its own
                yield now
                now = Rows(titles=list(now.titles))
            now.head(at, line)
        elif kind == "body":
            now.row(at, line)
        elif not now.body:
            right = next(place for place, one in enumerate(lines[at]) if one.kind) > left
            text = "".join(one.text for one in lines[at])
            if not now.heads or _UNIT_LINE.match(text):
                now.titles.append(at)
            elif right:
                now.head(at, line)
            else:
                now.groups.append(at)
        else:
            text = next(one.shown.strip() for one in lines[at] if one.kind)
            if _SUM.fullmatch(re.sub(r"\s", "", text)):  # it leaves its figures empty
                now.row(at, line)
                continue
            if ahead == "body" and not _NOTE.match(text) and following[at] != "single":
                now.groups.append(at)
                continue
            if _NOTE.match(text) or not ahead:
                now.notes.append(at)
                continue
            yield now
            now = Rows(titles=[at])
    if now.body or now.titles or now.heads:
        yield now


def _kind(line: Line, before: bool) -> str:
    """``empty``, ``single`` (lines of their own), ``head`` or ``body``. ``before``: no figures have come yet."""
    some = [(at, one) for at, one in enumerate(line) if one.kind]
    if not some:
        return "empty"
    words = [one for _, one in some if one.kind == "words"]
    titled = len(some) == len(words) == 3 and _unit_apart(words[1:]) and not units.named(words[0].text)
    given = any(_UNIT_LINE.match(one.text) and not units.named(one.text) for one in words)
    if words and (len(some) == 1 or given and len(some) < 3 or titled):
        return "single"
    figures = [one for _, one in some if one.kind == "figure"]
    first = some[0][1]
    timed = [one for one in figures if one.when]
    if figures and len(timed) == len(figures):
        corner = first.kind == "words" and _corner(first.text)
        times = all(one is first and corner or PERIOD.search(one.text) for one in words)
        if corner and (len(timed) > 1 or len(words) > 1) or before and (times or corner):
            return "head"
    if len(figures) == len(some) == 1 and before and first.when:
        return "single"
    if not figures and any(one.kind == "nothing" for _, one in some) and words and some[0][1].kind == "words":
        return "body"
    return "body" if figures else "head"


def _labels_alone(line: Line, now: Rows) -> bool:
    """Whether a row among others with figures has labels and leaves its figures empty."""
    first = next(one.text for one in line if one.kind)
    return first not in now.said and not _corner(first) and not _over(line, now.figured)


def _unit_apart(told: Sequence[Seen]) -> bool:
    """Whether two cells are 单位 and a unit."""
    return len(told) == 2 and units.named(told[0].text) and bool(units.alone(told[1].text))


def _corner(text: str) -> bool:
    """Whether a text stands over labels: 地区, 指标名称, 指标\\地区."""
    return any(_CORNER.fullmatch(part) for part in re.split(r"[/\\|、]", text))


def _numbered(line: Line) -> bool:
    """Whether a row only numbers the columns (甲, 1, 2, 3)."""
    some = [one for one in line if one.kind]
    rest = [one.text for one in some if not _NUMBERS.match(one.text)]
    begins = [str(at) for at in range(1, len(rest) + 1)]
    return len(some) > 1 and _NUMBERS.match(some[0].text) is not None and rest == begins


def _following(kinds: Sequence[str], but: Collection[str]) -> list[str]:
    """Of each row the kind of the next one that is of no kind of ``but``."""
    found: list[str] = []
    last = ""
    for one in reversed(kinds):
        found.append(last)
        last = last if one in but else one
    return found[::-1]
