"""A presentation of somebody's own with figures of ours in it, brought up to the tables of now: their charts' parts and workbooks,
the slides that hold them and what belongs to these are written anew, every other entry of the file keeps its bytes.

What becomes of a chart or a table belongs in ``frames``, of the words around them in ``texts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from industry.export import kept
from industry.export.office import properties
from industry.export.office.archive import Archive
from industry.export.office.charts.panels import charted
from industry.export.order import drawn
from industry.export.pptx import signing
from industry.export.pptx.presentation import dated
from industry.export.refreshing import paragraphs, signs, subjects
from industry.export.refreshing.frames import Refreshed, Work, language, resigned, written, written_in
from industry.export.refreshing.paragraphs import A
from industry.export.refreshing.report import part_name, part_of
from industry.export.refreshing.signs import WHOLE, Mark, sign
from industry.export.refreshing.slides.found import Page, SlideFrame, cover, page, slides, texts
from industry.export.refreshing.slides.fresh import Fresh, Hers, scratch
from industry.export.refreshing.slides.texts import Texts
from industry.export.refreshing.tables import is_headed
from industry.figures import parts
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.text.office import Element
from industry.vocabulary.slide import Slide


def refresh(
    data: bytes, held: Tables, spoken: str, told: Callable[[int, int], object] | None = None
) -> Refreshed:
    """A presentation with the figures of ours in it as the tables have them; ``spoken`` is the language of the report, and of figures
    whose own isn't known. ``told`` how many of how many slides are done. Raises Unreadable."""
    return _Refreshing(Archive(data), held, spoken).all(told)


class _Refreshing(Work):
    @cached_property
    def shapes(self) -> Any:
        return scratch()

    def all(self, told: Callable[[int, int], object] | None) -> Refreshed:
        parts, scale = slides(self.archive)
        self.fresh: dict[str, Figure] = {}
        covers: list[Page] = []
        ours: set[str] = set()
        for number, part in enumerate(parts, start=1):
            held = page(self.archive, self.tables.catalogue, part, number, scale)
            if held is not None:
                self.report.slides += 1
                ours |= set(held.figures)
                self.safely(partial(self._page, held), number, held.figures)
            elif (found := cover(self.archive, part, number)) is not None:
                covers.append(found)
            if told:
                told(number, len(parts))
        self.report.figures = len(ours)  # one over several slides is one, as it is on the cover
        for held in covers if self.fresh and not self.report.behind else ():
            self.safely(partial(self._cover, held), held.number, [])
        return self.finished()

    def _cover(self, held: Page) -> None:
        """Until when the figures speak with which the deck was made, and of which data."""
        (mark, *_) = (one for one in held.marks if one.figure == WHOLE)
        spoken = next(iter(self.fresh.values())).frame.language
        listed = kept.listed(self.archive.bytes_of(properties.NAME) or b"") or tuple(self.fresh)
        lacking = [Slide.parse(one) for one in listed if one not in self.fresh]
        figures = [*self.fresh.values(), *drawn(self.tables, lacking, spoken)]
        said = dated(figures, round(mark.em), spoken)
        if sign(said) in mark.signs:
            return
        place = next(
            (
                (body, place)
                for body, _ in texts(held.root)
                if (place := signs.found(paragraphs.told(body), mark.signs))
            ),
            None,
        )
        if place is None:
            name = part_name(mark.part, self.language)
            self.report.add("kept_elsewhere", held.number, "", name, said)
        else:
            paragraphs.replace(place[0], *place[1], [said])
        others = [one for one in held.marks if one is not mark]
        self._write(held, [replace(mark, signs=(sign(said),)), *others], place is not None, False)

    def _page(self, held: Page) -> None:
        marks = {one: [mark for mark in held.marks if mark.figure == one] for one in held.figures}
        touched = notes = False
        for one in held.figures:
            frames = [frame for frame in held.frames if frame.figure == one]
            spoken = _spoken(held, frames, marks[one])
            figure = self.drawn(held.number, one, spoken)
            if figure is None or self._refused(held, figure, frames, marks[one]):
                continue
            if not frames and (figure.panels or figure.table.rows):
                self.report.add("drawable", held.number, figure.frame.title)
                continue
            ways, number = (frames[0].ways, frames[0].number) if frames else ((), 1)
            whole = charted(figure).panels
            sheet = parts.again(charted(figure), ways, number)
            apart = whole and ways and len(ways) != len(whole)
            panels = dict(
                enumerate(parts.wholes(whole, ways, figure.frame.language) if ways else sheet.panels, start=1)
            )
            called = {each.number: each.called for each in frames}
            if apart or subjects.rearranged(panels, called, marks[one], bool(ways)):
                self.report.add("rearranged", held.number, figure.frame.title)
                continue
            self.fresh[one], figure = figure, sheet
            hers = {frame.number: _hers(frame) for frame in reversed(frames)}
            fresh = Fresh(figure, hers, figure.frame.language, self.shapes, whole if ways else None)
            told, title = self.report.numbers, figure.frame.title
            for frame in frames:
                new, of = fresh.frames.get(frame.number), partial(fresh.row, frame.number)
                touched |= self.set(held.number, figure, frame, new, marks[one], of)
            moved = self.report.numbers > told
            around = Texts(held, fresh, self.report, self.language, moved, self._layout)
            if marks[one]:
                stand = {part for on, of, part in self.standing if (on, of) == (held.number, one)}
                left = [mark for mark in marks[one] if part_of(mark.part)[1] in stand]
                others = [mark for mark in marks[one] if mark not in left]
                made = [_signed(mark, fresh) for mark in around.refresh(others)]
                shown = dict(enumerate(sheet.panels, start=1))
                marks[one] = [*left, *subjects.renewed(made, sheet, shown)]
            else:
                around.lacking()
            self.report.no_revisions(held.number, title)
            touched |= around.changed
            notes |= around.notes_changed
        self._write(held, [*(mark for one in marks.values() for mark in one)], touched, notes)

    def _layout(self, held: Page) -> Element | None:
        """The root of the layout of a slide."""
        return self.archive.xml(next(self.archive.related(held.part, "slideLayout"), ""))

    def _write(self, held: Page, marks: list[Mark], touched: bool, notes: bool) -> None:
        if touched:
            self.changed[held.part] = written(held.root)
        if notes:
            self.changed[held.notes] = written(held.notes_root)
        others = [one for one in held.marks if one.figure not in (*held.figures, WHOLE)]
        if held.tags and sorted(map(str, [*marks, *others])) != sorted(map(str, held.marks)):
            self.changed[held.tags] = signing.written([*marks, *others])

    def _refused(self, held: Page, figure: Figure, frames: list[SlideFrame], marks: list[Mark]) -> bool:
        """Whether nothing may be drawn any more where something is, which is told."""
        was = any(one.part == "sentence" for one in marks) or not (
            marks or any(one.is_chart for one in frames)
        )
        if not figure.empty or was:
            return False
        self.report.add("refused", held.number, figure.frame.title, figure.empty)
        return True


def _signed(mark: Mark, fresh: Fresh) -> Mark:
    """The mark of the words in a chart or a table as they are written now."""
    kind, number = part_of(mark.part)
    return resigned(mark, fresh.frames.get(number)) if kind == "in" else mark


def _spoken(held: Page, frames: Sequence[SlideFrame], marks: Iterable[Mark]) -> str:
    """The language of a figure's slide: by its texts that are as they were written, else by its charts and tables, in which a name
    may be hers; without any of these by all texts."""
    known = {sign for mark in marks for sign in mark.signs}
    told = [one for body, _ in texts(held.root) for one in paragraphs.told(body)]
    if found := written_in(one for one in told if sign(one) in known):
        return found
    found = next((found for frame in frames if (found := language(frame))), "")
    return found or ("" if held.frames else written_in(told))


def _hers(frame: SlideFrame) -> Hers:
    rows = len(frame.element.findall(f".//{A}tr"))
    return Hers(frame.is_chart, frame.box, rows, partial(is_headed, frame.element))
