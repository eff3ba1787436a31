"""What has become of our figures in somebody's file: a line for each thing that she should know, and whether any needs her eye.

How a line is worded stands in ``words/refresh.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from industry import wording

_Quiet = Literal[
    "number",
    "number_new",
    "number_other",
    "noted",
    "text",
    "joined",
    "revised",
    "finding_new",
    "finding_seen",
]
"""What was brought up to the tables and needs nobody's eye."""
_Behind = Literal[
    "refused",
    "form",
    "own_cells",
    "gone",
    "failed",
    "held",
    "drawable",
    "rearranged",
]
"""What stands as it was: the file isn't of the tables of now altogether."""
Kind = Literal[
    _Quiet,
    _Behind,
    "turned",
    "turned_other",
    "text_turned",
    "number_gone",
    "worded",
    "finding",
    "finding_disputed",
    "finding_gone",
    "finding_gone_disputed",
    "disputed",
    "set_apart",
    "moved",
    "left",
    "rebuilt",
    "kept",
    "kept_gone",
    "kept_elsewhere",
    "unplaced",
    "placed",
    "crowded",
    "unsigned",
]
QUIET: tuple[Kind, ...] = get_args(_Quiet)
BEHIND: tuple[Kind, ...] = get_args(_Behind)
NUMBERS: tuple[Kind, ...] = (
    "number",
    "number_new",
    "number_gone",
    "number_other",
    "turned",
    "turned_other",
)
_OTHER: dict[Kind, Kind] = {"number": "number_other", "turned": "turned_other"}
"""How a number is told that may be of other months."""
_IN_DOUBT: tuple[Kind, ...] = ("finding_disputed", "finding_gone_disputed")
_LIKE = {
    "called": "heading",
    "more": "remark",
    "sentence": "heading",
    "vital": "notes",
    "dated": "as_of",
    "version": "as_of",
    "data": "in",
    "data_head": "heading",
    "data_caption": "caption",
    "data_vital": "notes",
    "data_source": "source",
    "data_alt": "alt",
}
"""Parts that are called like others."""
_NUMBERED = re.compile(r"([a-z_]+?)(\d*)")


@dataclass(frozen=True)
class Line:
    """``slide``: its number in the show, 0 in a briefing; ``figure``: its title, empty of what is told of all; ``facts``: what the words of
    the ``kind`` are of."""

    kind: Kind
    slide: int
    figure: str
    facts: tuple[str, ...] = ()

    @property
    def eye(self) -> bool:
        return self.kind not in QUIET

    def said(self, language: str) -> str:
        return _say(self.kind, language, *self.facts)

    def place(self, language: str) -> str:
        if self.slide and self.figure:
            return _say("place", language, self.slide, self.figure)
        if self.slide:
            return _say("place_slide", language, self.slide)
        return _say("place_figure", language, self.figure) if self.figure else _say("place_whole", language)


@dataclass
class Report:
    """``figures``: how many of ours there are, on how many ``slides`` of the file; 0 slides of one that has none; ``changed``: whether anything in it
    is other than it was, be it nothing that is told."""

    figures: int = 0
    slides: int = 0
    version: str = ""
    changed: bool = False
    lines: list[Line] = field(default_factory=list)

    def add(self, kind: Kind, slide: int, figure: str, *facts: str) -> None:
        """A line, unless it is told already."""
        line = Line(kind, slide, figure, facts)
        if line not in self.lines:
            self.lines.append(line)

    def dispute(self, slide: int, figure: str, notes: Iterable[str]) -> None:
        """Tell which published numbers differ now that didn't, but where a finding was told to be disputed for that."""
        if not any(
            one.kind in _IN_DOUBT and (one.slide, one.figure) == (slide, figure) for one in self.lines
        ):
            for note in notes:
                self.add("disputed", slide, figure, note)

    def set_apart(self, slide: int, figure: str, notices: Iterable[str]) -> None:
        """Tell which numbers are set apart now that were drawn, but where a line that needs her eye says the notice."""
        here = [one for one in self.lines if one.eye and (one.slide, one.figure) == (slide, figure)]
        for notice in notices:
            if not any(notice in fact for one in here for fact in one.facts):
                self.add("set_apart", slide, figure, notice)

    def conclude(self, slide: int, figure: str, was: str, now: str, disputed: bool = False) -> None:
        """What has become of a finding on a figure; of one that is another or gone, whether some of what is drawn has come to be
        ``disputed``."""
        if not was:
            self.add("finding_new", slide, figure, now)
        elif now:
            self.add("finding_disputed" if disputed else "finding", slide, figure, was, now)
        else:
            self.add("finding_gone_disputed" if disputed else "finding_gone", slide, figure, was)

    @property
    def eye(self) -> bool:
        """Whether anything needs her eye."""
        return any(one.eye for one in self.lines)

    @property
    def behind(self) -> bool:
        return any(one.kind in BEHIND for one in self.lines)

    def no_revisions(self, slide: int, figure: str) -> None:
        """Where a figure's regions or period are others, its numbers may be of other months: none is told as a revision."""
        here = [one for one in self.lines if (one.slide, one.figure) == (slide, figure)]
        if any(one.kind == "moved" for one in here):
            self.lines = [
                replace(one, kind=_OTHER.get(one.kind, one.kind)) if one in here else one
                for one in self.lines
            ]

    @property
    def numbers(self) -> int:
        """How many numbers are others, new or gone."""
        return sum(one.kind in NUMBERS for one in self.lines)


def summary(report: Report, language: str) -> str:
    """How much has changed, in a sentence."""
    if not report.figures:
        return _say("nothing_of_ours", language)
    version = wording.short_version(report.version)
    if not report.lines and not report.changed:
        return _say("nothing_to_tell", language, report.figures, version)
    facts = version, report.numbers, sum(one.eye for one in report.lines)
    if not report.slides:
        return _say("summary_briefing", language, report.figures, *facts)
    return _say("summary", language, report.figures, report.slides, *facts)


def part_name(part: str, language: str) -> str:
    """What a part of a slide or of a briefing is called."""
    kind, _ = part_of(part)
    return _say(f"part_{_LIKE.get(kind, kind)}", language)


def part_of(part: str) -> tuple[str, int]:
    """A part's kind and number, 0 where it has none."""
    found = _NUMBERED.fullmatch(part)
    assert found is not None
    return found[1], int(found[2] or 0)


def blocks(report: Report, language: str) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Figure by figure where it stands, and what is told of it, each with whether it needs her eye: that first."""
    found: dict[str, list[Line]] = {}
    for one in report.lines:
        found.setdefault(one.place(language), []).append(one)
    for place, lines in found.items():
        ordered = sorted(lines, key=lambda one: not one.eye)
        yield place, [(one.said(language), one.eye) for one in ordered]


def as_text(report: Report, language: str) -> Iterator[str]:
    """The whole report, line by line."""
    yield summary(report, language)
    for place, lines in blocks(report, language):
        yield ""
        yield place
        for said, eye in lines:
            yield f"  {_EYE if eye else _DONE} {said}"


_EYE, _DONE = "！", "·"


def _say(key: str, language: str, *facts: object) -> str:
    return wording.worded("refresh", key, language, *facts)
