"""A presentation of somebody's own with figures of ours in it, brought up to the tables of now: their charts' parts and workbooks,
the slides that hold them and what belongs to these are written anew, every other entry of the file keeps its bytes.

What becomes of a chart belongs in ``charts``, of a table in ``tables``, of the words around them in ``texts``.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lxml import etree

from industry import wording
from industry.export.kept import PROPERTY
from industry.export.office import books
from industry.export.office.archive import Archive
from industry.export.order import drawn
from industry.export.pptx import signing
from industry.export.refreshing import charts, paragraphs, points, tables
from industry.export.refreshing.charts import Told
from industry.export.refreshing.found import Frame, Page, page, slides
from industry.export.refreshing.fresh import Fresh, Hers, scratch
from industry.export.refreshing.paragraphs import A
from industry.export.refreshing.report import Report
from industry.export.refreshing.signs import Mark, sign, signs
from industry.export.refreshing.texts import Texts, part_name
from industry.figures import parts
from industry.figures.record import Failed, Figure
from industry.tables.tables import Tables
from industry.text.office import Element
from industry.text.unreadable import Unreadable
from industry.vocabulary.slide import Slide

_PROPERTIES = "docProps/custom.xml"
_VERSION = re.compile(rf'(name="{PROPERTY}"[^>]*>\s*<[\w:]+[^>]*>\s*)[0-9a-f]+'.encode())


@dataclass(frozen=True)
class Refreshed:
    """The file as it is now, the same bytes where nothing changed, and what is told of it."""

    data: bytes
    report: Report


def refresh(
    data: bytes, held: Tables, language: str, told: Callable[[int, int], object] | None = None
) -> Refreshed:
    """A presentation with the figures of ours in it as the tables have them; ``language`` is that of the report, and of figures
    whose own isn't known. ``told`` how many of how many slides are done. Raises Unreadable."""
    try:
        return _Refreshing(Archive(data), held, language).all(told)
    except Unreadable:
        raise
    except (ValueError, AttributeError, TypeError) as error:  # parts that lack what every such part has
        raise Unreadable("broken") from error


class _Refreshing:
    def __init__(self, archive: Archive, held: Tables, language: str) -> None:
        self.archive, self.tables, self.language = archive, held, language
        self.report = Report(version=held.version)
        self.changed: dict[str, bytes] = {}

    @cached_property
    def shapes(self) -> Any:
        return scratch()

    def all(self, told: Callable[[int, int], object] | None) -> Refreshed:
        parts, scale = slides(self.archive)
        for number, part in enumerate(parts, start=1):
            held = page(self.archive, self.tables.catalogue, part, number, scale)
            if held is not None:
                self._safely(held)
            if told:
                told(number, len(parts))
        properties = self.archive.bytes_of(_PROPERTIES) or b""
        if self.report.figures and not self.report.behind:
            made = _VERSION.sub(rb"\g<1>" + self.tables.version.encode(), properties)
            if made != properties:
                self.changed[_PROPERTIES] = made
        return Refreshed(self.archive.rewritten(self.changed), self.report)

    def _safely(self, held: Page) -> None:
        """A slide brought up to now; one on which something stands that nobody foresaw is left as it is, which is told."""
        self.report.slides += 1
        self.report.figures += len(held.figures)
        before, lines = dict(self.changed), list(self.report.lines)
        try:
            self._page(held)
        except Exception:
            logging.getLogger(__name__).exception("a slide could not be brought up to date")
            self.changed, self.report.lines = before, lines
            for one in held.figures:
                self.report.add("failed", held.number, one)

    def _page(self, held: Page) -> None:
        marks = {one: [mark for mark in held.marks if mark.figure == one] for one in held.figures}
        touched = notes = False
        for one in held.figures:
            frames = [frame for frame in held.frames if frame.figure == one]
            figure = self._drawn(held, one, frames)
            if figure is None or self._refused(held, figure, frames, marks[one]):
                continue
            figure = parts.again(figure, frames[0].ways, frames[0].number)
            hers = {frame.number: Hers(frame.is_chart, frame.box, _rows(frame)) for frame in reversed(frames)}
            fresh = Fresh(figure, hers, figure.frame.language, self.shapes, bool(frames[0].ways))
            told = self.report.count("number")
            for frame in frames:
                touched |= self._frame(held, fresh, frame, marks[one])
            texts = Texts(held, fresh, self.report, self.language, self.report.count("number") > told)
            if marks[one]:
                marks[one] = [_signed(mark, fresh) for mark in texts.refresh(marks[one])]
            else:
                texts.lacking()
            touched |= texts.changed
            notes |= texts.notes_changed
        self._write(held, [*(mark for one in marks.values() for mark in one)], touched, notes)

    def _write(self, held: Page, marks: list[Mark], touched: bool, notes: bool) -> None:
        if touched:
            self.changed[held.part] = _written(held.root)
        if notes:
            self.changed[held.notes] = _written(held.notes_root)
        others = [one for one in held.marks if one.figure not in held.figures]
        if held.tags and sorted(map(str, [*marks, *others])) != sorted(map(str, held.marks)):
            self.changed[held.tags] = signing.written([*marks, *others])

    def _drawn(self, held: Page, figure: str, frames: list[Frame]) -> Figure | None:
        """The figure of now; None where there is none, which is told."""
        slide = Slide.parse(figure)
        found = drawn(self.tables, [slide], _language(frames) or self.language)
        wanted = slide.choices.indicator
        kind = "gone" if not found or (wanted and wanted not in self.tables.catalogue.indicators) else ""
        kind = "failed" if found and isinstance(found[0], Failed) else kind
        if kind:
            self.report.add(kind, held.number, slide.heading or slide.figure)  # type: ignore[arg-type]
            return None
        return replace(found[0], id=figure)

    def _refused(self, held: Page, figure: Figure, frames: list[Frame], marks: list[Mark]) -> bool:
        """Whether nothing may be drawn any more where something is, which is told."""
        was = any(one.part == "sentence" for one in marks) or not (
            marks or any(one.is_chart for one in frames)
        )
        if not figure.empty or was:
            return False
        self.report.add("refused", held.number, figure.frame.title, figure.empty)
        return True

    def _frame(self, held: Page, fresh: Fresh, frame: Frame, marks: list[Mark]) -> bool:
        """Bring a chart or a table up to now; whether its slide has changed by that."""
        new, title = fresh.frames.get(frame.number), fresh.figure.frame.title
        if new is None or (new.tag == frame.element.tag) == frame.is_chart:
            self.report.add("form", held.number, title)
            return False
        known = {one for mark in marks if mark.part == f"in{frame.number}" for one in mark.signs}

        def ours(words: str) -> bool:
            return not known or sign(words) in known

        if not frame.is_chart:
            told = tables.refresh(frame.element, new, ours)
            self._tell(held, fresh, frame, told)
            return told.changed
        told = charts.refresh(frame.space, new, ours)
        self._tell(held, fresh, frame, told)
        if told.changed:
            self.changed[frame.part] = _written(frame.space)
            old = self.archive.bytes_of(frame.book) if frame.book else None
            if old is not None:
                names, series = points.names_and_values(frame.space)
                self.changed[frame.book] = books.written(names, series, old)
        return False

    def _tell(self, held: Page, fresh: Fresh, frame: Frame, told: Told) -> None:
        title, add = fresh.figure.frame.title, self.report.add
        if told.rebuilt:
            add("rebuilt", held.number, title)
        for kind, names in (("left", told.left), ("joined", told.joined)):
            if names:
                add(kind, held.number, title, wording.say("listed", self.language).join(names))  # type: ignore[arg-type]
        for one in told.moved:
            row = fresh.row(frame.number, one.series, one.place) if frame.is_chart else None
            whom = one.name
            if row is not None:
                facts = (
                    row.region.name(self.language),
                    wording.period(row.period, self.language),
                    row.indicator.name(self.language),
                )
                whom = wording.say("whom_and_when", self.language, *facts)
            add("number", held.number, title, whom, one.before, one.after)
        for was, now in told.kept:
            add("kept", held.number, title, part_name("in", self.language), was, now)


def _signed(mark: Mark, fresh: Fresh) -> Mark:
    """The mark of the words in a chart or a table as they are written now."""
    if not mark.part.startswith("in"):
        return mark
    new = fresh.frames.get(int(mark.part.removeprefix("in") or 0))
    if new is None:
        return mark
    words = (
        paragraphs.in_table(new) if next(new.iter(f"{A}tbl"), None) is not None else paragraphs.in_chart(new)
    )
    return replace(mark, signs=signs(words) or mark.signs)


def _rows(frame: Frame) -> int:
    return len(frame.element.findall(f".//{A}tr"))


def _language(frames: list[Frame]) -> str:
    """The language in which a figure is written; empty where that can't be seen."""
    for frame in frames:
        for one in (frame.space if frame.is_chart else frame.element).iter(
            f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"
        ):
            if one.get("lang"):
                return "zh" if one.get("lang", "").startswith("zh") else "en"
    return ""


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
