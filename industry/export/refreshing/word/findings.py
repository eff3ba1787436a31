"""What has become of the sentences at the beginning of a briefing: each is followed by what it is about, and told under its own
figure, and under every other that draws what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from industry.export.docx.markup import unmarked
from industry.export.docx.signing import Part
from industry.export.docx.told.short_names import shortened
from industry.export.refreshing import paragraphs, subjects
from industry.export.refreshing.outcome import turned
from industry.export.refreshing.report import Report, part_of
from industry.export.refreshing.signs import Mark, bare, sign
from industry.export.refreshing.word.found import Document
from industry.export.refreshing.word.held import SENTENCES
from industry.export.refreshing.word.pairs import Spoken, follow, kept_of, spoken
from industry.figures.record import Figure
from industry.vocabulary.observation import Observation

_NUMBER = re.compile(r"\d[\d.]*")


class Findings:
    """The sentences of a document as it is before anything in it is set; ``called``: the title of a figure."""

    def __init__(
        self, found: Document, figures: Mapping[str, Figure], report: Report, called: Callable[[str], str]
    ) -> None:
        self.found, self.figures, self.report, self.called = found, figures, report, called
        self._before = bare("".join(paragraphs.told(found.root))).lower()
        overall = [at for at, one in enumerate(found.marks) if part_of(one.part)[0] == "overall"]
        blocks = [found.places.get(at, found.hers.get(at)) for at in overall]
        self._said = {
            sign(said): said
            for held in blocks
            if held
            for one in SENTENCES.split(paragraphs.text(held.element))
            if (said := unmarked(one))
        }

    def tell(self, parts: Sequence[Part]) -> None:
        """What has become of each that isn't hers; nothing of those that stand."""
        old, new = spoken(self.found.marks, "finding"), [one for one in parts if is_finding(one)]
        followed = dict(follow(old, new, self._stands))
        for was in old:
            now, words = followed.get(was), self._words(was)
            if words and not (now and self._stands(was, now)):
                self._changed(was, words, now)
        for now in new:
            if not any(now is one for one in followed.values()):
                self.report.conclude(0, self.called(now.figure), "", now.words)

    def _changed(self, was: Spoken, words: str, now: Part | None) -> None:
        rows = now.rows if now else ()
        figure = now.figure if now else was.mark.figure
        own, *others = (self.called(one) for one in self._concerned(figure, rows))
        same = now and _numberless(words) == _numberless(now.words) and subjects.same_rows(was.about, rows)
        if now and same and not turned(words, now.words):
            self.report.add("revised", 0, own, words, now.words)
            return
        doubted = self._doubted(figure, {*was.about, *subjects.about(rows)})
        self.report.conclude(0, own, words, now.words if now else "", doubted)
        for title in others:
            self.report.add("finding_seen", 0, title, own)

    def _words(self, one: Spoken) -> str:
        """A sentence as it stands in the document; empty where it doesn't."""
        return next((self._said[each] for each in one.mark.signs if each in self._said), "")

    def _stands(self, was: Spoken, now: Part) -> bool:
        """Whether both say the same, be it with what a name is short for, which the first of a document's sentences tells."""
        language = self.found.language
        told = self._words(was)
        return sign(now.words) in was.mark.signs or (
            bool(told) and bare(shortened(told, language)) == bare(shortened(now.words, language))
        )

    def _doubted(self, figure: str, concerned: Collection[str]) -> bool:
        """Whether something of what a finding was or is about (``concerned``) has come to be disputed, by a note of any figure; of one of
        which nothing is kept, by one of its own."""
        return any(
            subjects.doubted(one.frame, kept_of(self.found.marks, id, "disputed"), self._before, concerned)
            for id, one in self.figures.items()
            if concerned or id == figure
        )

    def _concerned(self, figure: str, rows: Sequence[Observation]) -> list[str]:
        """The figure of a sentence, and those that draw all that it speaks of, by their ids."""
        drawn = {row for row in rows if row.indicator == rows[0].indicator}
        return [
            figure,
            *(id for id, one in self.figures.items() if id != figure and drawn and drawn <= {*one.drawn}),
        ]


def is_finding(one: Part | Mark) -> bool:
    """Whether it is a sentence at the beginning."""
    return part_of(one.name if isinstance(one, Part) else one.part)[0] == "finding"


def _numberless(told: str) -> str:
    return _NUMBER.sub("", bare(told))
