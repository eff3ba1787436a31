"""上次会议以来: what has changed in the figures of a deck since it was kept, slide by slide, in words.

From which version it is belongs in ``since``, what differs in ``difference``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from industry import wording
from industry.curation.changes.figures import Figured
from industry.curation.changes.lines import Line, Teller, whose
from industry.curation.changes.numbers import Number
from industry.curation.difference import Difference, difference
from industry.figures.record import Figure, marked
from industry.figures.rows.shown import ids_in
from industry.tables.tables import Tables
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import Slide
from industry.wording.said import Said, fill
from industry.wording.words import form

_ORDER = ("changed", "removed", "added")
MOST = 8
"""Numbers, and lines of a slide that are told at once; the others are the rest, to be opened."""


@dataclass(frozen=True)
class Told:
    """A slide that differs: its ``number`` from 1 among those given, its heading or title, what differs,
    the ``rest`` of it."""

    slide: Slide
    number: int
    title: str
    lines: tuple[Said, ...]
    rest: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """``summary`` counts what has changed; empty of nothing. ``numbers`` are those that are new, revised or withdrawn, and the
    ``rest`` of them."""

    summary: str
    numbers: tuple[Said, ...]
    rest: tuple[Said, ...]
    slides: tuple[Told, ...]


def meeting(before: Tables, after: Tables, slides: Sequence[Slide], language: str) -> Meeting:
    """What differs in these slides, which need not be of config.yaml."""
    teller = _Slides(difference(before, after), language)
    found = [(number, one, teller.figured(one)) for number, one in enumerate(slides, start=1)]
    differing = [(number, slide, one) for number, slide, one in found if one is not None]
    told = tuple(teller.told(number, slide, one) for number, slide, one in differing)
    findings = [one.finding for _, _, one in differing if one.finding]
    shown = {id for slide in slides for id in teller.ids(slide)}
    numbers = [one for one in teller.found.numbers if teller.concerns(one, shown)]
    kinds: list[str] = [one.kind for one in numbers]
    if not differing and not kinds:
        return Meeting("", (), (), ())
    counts = *map(kinds.count, ("added", "changed", "removed")), len(findings)
    turned = sum(one.turned for one in findings)
    summary = wording.worded("changes", "since_summary", language, *counts, turned)
    listed = sorted(numbers, key=lambda one: _ORDER.index(one.kind))
    said = tuple(map(teller.number, listed))
    return Meeting(summary, said[:MOST], said[MOST:], told)


@dataclass(frozen=True)
class _Slides:
    found: Difference
    language: str

    def figured(self, slide: Slide) -> Figured | None:
        return self.found.figured(slide.bare, self.language)

    def ids(self, slide: Slide) -> frozenset[tuple[bool, str]]:
        """The rows that it shows, each with whether it shows it now or did then."""
        sides = enumerate(self.found.drawn(slide.bare, self.language))
        return frozenset((bool(now), id) for now, one in sides if one for id in ids_in(one))

    @staticmethod
    def concerns(one: Number, shown: set[tuple[bool, str]] | frozenset[tuple[bool, str]]) -> bool:
        held = (one.before, one.after)
        return any(row is not None and (bool(now), row.id) in shown for now, row in enumerate(held))

    def told(self, number: int, slide: Slide, one: Figured) -> Told:
        title = slide.heading or one.it.frame.title
        if one.after is None:
            return Told(slide, number, title, (self._say("since_gone"),))
        lines = (*self._heading(slide, one), *self._lines(one))
        return Told(slide, number, title, lines[:MOST], lines[MOST:])

    def _heading(self, slide: Slide, one: Figured) -> Iterator[Said]:
        """That a heading of somebody's own may speak of what the slide no longer shows."""
        if not slide.heading or not (one.marks or one.sentences):
            return
        old, new = (_last(each) for each in (one.before, one.after))
        if old and new and old != new:
            told = (wording.period(each, self.language) for each in (old, new))
            yield self._say("since_heading_period", *told)
        else:
            yield self._say("since_heading")

    def _lines(self, one: Figured) -> Iterator[Said]:
        """The finding, what is set apart or stands in a chart's place, low bases, disputes, the marks."""
        teller = Teller(self.found, self.language)
        yield from (line.alone for line in teller.findings(one))
        graver = [
            each
            for each in one.sentences
            if each.part != "finding" and self._grave(each.before or each.after)
        ]
        yield from (teller.sentence(Said(), each).alone for each in graver)
        marks: list[Line] = list(teller.figure(one)) if one.kind == "changed" else []
        yield from (line.alone for line in marks)

    def number(self, one: Number) -> Said:
        """修订：河北2021年1—3月规模以上工业增加值增速 17.6% → 25.1%."""
        told = [wording.number(row, self.language) for row in (one.before, one.after) if row]
        figures = self._say("arrow", *told) if len(set(told)) > 1 else told[-1]
        return self._say(f"since_{one.kind}", whose(one.it, self.language), figures)

    @staticmethod
    def _grave(said: Said | None) -> bool:
        return said is not None and said.kind in ("plain", "notice", "dispute", "low_base")

    def _say(self, key: str, *facts: str) -> Said:
        return fill(form("changes", key, self.language), *facts)


def _last(figure: Figure | None) -> Period | None:
    """The latest period of what a figure draws."""
    rows = [row for panel in figure.panels for row in marked(panel)] if figure else []
    return max(
        (row.period for row in rows if row.period), key=lambda one: (one.end, -one.start), default=None
    )
