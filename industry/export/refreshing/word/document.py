"""A briefing of ours on which somebody has worked, brought up to the tables of now: its charts' parts and workbooks, and the document
itself, in which every paragraph that isn't ours stays as it is; every other entry of the file keeps its bytes.

What becomes of a chart or a table belongs in ``frames``, of the paragraphs in ``texts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from lxml import etree

from industry.export.docx import signing
from industry.export.docx.annexed import MORE
from industry.export.docx.briefing import Writing
from industry.export.docx.signing import Part
from industry.export.office.archive import Archive
from industry.export.office.charts.parts import NativeChart
from industry.export.refreshing import frames, subjects
from industry.export.refreshing.frames import Refreshed, Work, written
from industry.export.refreshing.report import Kind, part_of
from industry.export.refreshing.word.found import Document, document
from industry.export.refreshing.word.held import held, stand
from industry.export.refreshing.word.texts import Texts
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.text.office import Element


def refresh(
    data: bytes, held: Tables, spoken: str, told: Callable[[int, int], object] | None = None
) -> Refreshed:
    """A Word document with the figures of ours in it as the tables have them; ``spoken`` is the language of the report, and of figures
    whose own isn't known. ``told`` how many of how many figures are done. Raises Unreadable."""
    return _Refreshing(Archive(data), held, spoken).all(told)


class _Unrelated:
    """Where charts are made that stand in no file."""

    def chart(self, _: NativeChart) -> str:
        return "rId0"


class _Refreshing(Work):
    def all(self, told: Callable[[int, int], object] | None) -> Refreshed:
        found = document(self.archive, self.tables.catalogue)
        present = list(dict.fromkeys(one.figure for one in found.frames))
        self.report.figures = len(present)
        if present:
            self.safely(partial(self._document, found, told), 0, present)
        return self.finished()

    def _document(self, found: Document, told: Callable[[int, int], object] | None) -> None:
        spoken = found.language or next((one for each in found.frames if (one := frames.language(each))), "")
        figures: dict[str, Figure] = {}
        for at, one in enumerate(found.figures):
            if told:
                told(at, len(found.figures))
            figure = self.drawn(0, one, spoken)
            if figure is not None and not self._refused(found, figure):
                figures[one] = figure
        parts = self._written(found, figures, spoken or self.language)
        before = etree.tostring(found.root)
        standing = set()
        for id, figure in figures.items():
            fresh = [one for one in parts if one.figure == id and one.is_frame]
            if kind := self._left_whole(found, id, fresh):
                self.report.add(kind, 0, figure.frame.title)
                standing.add(id)
            else:
                self._frames(found, figure, fresh)
        parts = [one for one in parts if one.figure not in standing or part_of(one.name)[0] == "finding"]
        texts = Texts(found, figures, self.report, self.language, standing)
        if found.marks:
            drawn = [one for id, one in figures.items() if id not in standing]
            left = [one for one in stand(found) if one not in figures or one in standing]
            marks = texts.refresh(held(found, [*signing.with_beside(parts, drawn)], left))
            if list(map(str, marks)) != list(map(str, found.marks)):
                self.changed[found.kept] = signing.written(marks, found.language, found.clean, found.single)
        else:
            texts.lacking(parts)
        if etree.tostring(found.root) != before:
            self.changed[self.archive.main] = written(found.root)
        if told:
            told(len(found.figures), len(found.figures))

    def _written(self, found: Document, figures: Mapping[str, Figure], spoken: str) -> list[Part]:
        """The parts of a briefing of these figures that is made today, in its order."""
        sources = self.tables.catalogue.sources
        writing = Writing(
            "",
            tuple(figures.values()),
            spoken,
            self.tables,
            _Unrelated(),
            found.clean,
            found.single,
            sources=[
                (sources[one.figure], one.lines or at)
                for at, one in enumerate((one for one in found.marks if one.part == "annex"), start=1)
                if one.figure in sources
            ],
            given={(one.figure, one.part): one.lines for one in found.marks if one.lines},
        )
        content = writing.content()
        return [*signing.in_order(writing.parts, content)]

    def _refused(self, found: Document, figure: Figure) -> bool:
        """Whether nothing may be drawn any more where something is, or the other way, which is told."""
        marks = [one for one in found.marks if one.figure == figure.id]
        was = any(one.part == "sentence" for one in marks)
        if not figure.empty or was or not any(one.figure == figure.id for one in found.frames):
            return False
        self.report.add("refused", 0, figure.frame.title, figure.empty)
        return True

    def _left_whole(self, found: Document, id: str, fresh: Sequence[Part]) -> Kind | None:
        """Why nothing of a figure is set: it is parted otherwise, or one of its charts and tables is gone or has come."""
        marks = [one for one in found.marks if one.figure == id]
        made = {one.name: one for one in fresh if part_of(one.name)[0] == "in"}
        hers = [one for one in found.frames if one.figure == id and not one.behind]
        if any(one.parted not in ("", made[one.key].parted) for one in hers if one.key in made):
            return "form"
        panels = {part_of(name)[1]: one.panel for name, one in made.items() if one.panel}
        called = {one.number: one.called for one in hers}
        if subjects.rearranged(panels, called, marks, any(one.parted for one in made.values())):
            return "rearranged"
        known = {one.key for one in hers} | {one.part for one in marks}
        return "form" if marks and hers and not set(made) <= known else None

    def _frames(self, found: Document, figure: Figure, fresh: Sequence[Part]) -> None:
        """Set the charts and tables of a figure, its charts before the tables behind them; one behind a chart that writes all its
        figures now is taken out."""
        marks = [one for one in found.marks if one.figure == figure.id]
        made = {one.name: one for one in fresh}
        hers = [one for one in found.frames if one.figure == figure.id]
        for one in sorted(hers, key=lambda one: one.behind):
            part = made.get(one.key)
            if part is None and one.behind:
                one.element.getparent().remove(one.element)
                continue
            chart = one.number % MORE
            drawn = any(other.number == chart and not other.behind for other in hers)
            one.silent = one.behind and drawn and (0, figure.id, chart) not in self.standing
            new = None if part is None else _words(part)
            self.set(0, figure, one, new, marks, partial(subjects.row, part.panel if part else None))
        known = {one.key for one in hers} | {one.part for one in marks}
        if hers and not {name for name in made if name.startswith("in")} <= known:
            self.report.add("form", 0, figure.frame.title)


def _words(part: Part) -> Element:
    return part.element if part.space is None else part.space
