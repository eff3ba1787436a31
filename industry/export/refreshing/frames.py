"""Charts and tables of ours in somebody's file, of whichever program it is: by which names they are known, and how one is set to
the numbers of now and told.

Where they stand in a file belongs in ``slides`` and ``word``.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from industry import wording
from industry.export.docx.markup import JOINER, RELATIONS
from industry.export.kept import versions
from industry.export.office import books, properties
from industry.export.office.archive import Archive
from industry.export.office.words import speak
from industry.export.order import drawn
from industry.export.refreshing import charts, paragraphs, points, subjects, tables
from industry.export.refreshing.outcome import Moved, Told, directed
from industry.export.refreshing.paragraphs import A, C
from industry.export.refreshing.report import Report, part_name
from industry.export.refreshing.signs import Mark, bare, sign, signs
from industry.figures.draw import spec_of
from industry.figures.record import Entry, Failed, Figure, TablePanel
from industry.tables.tables import Tables
from industry.text.office import Element, target
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide

R = f"{{{RELATIONS}}}"
_CHINESE, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
_NAME = re.compile(r"(.+?)(?:#(\d{1,3})(?:(\+)|~([\dx.]{3,99}))?)?", re.DOTALL)
_CLAUSES = re.compile("[，,]")
_PROPERTY = r'(name="{}"[^>]*>\s*<[\w:]+[^>]*>\s*)[^<\s]+'


@dataclass(frozen=True)
class Refreshed:
    """The file as it is now, the same bytes where nothing changed, and what is told of it."""

    data: bytes
    report: Report


@dataclass
class Frame:
    """A chart or a table: its element, the ``figure`` (as a slide is written) and which of that figure's it is, from 1.
    ``space``: of a chart its part's root, ``part`` and ``book`` the names of that part and of its workbook, empty where there is
    none; ``parted``: how its figure is, as its name says. ``behind``: it is the table in an annex behind the chart of that number, ``silent``
    where that chart tells what changes in it."""

    element: Element
    figure: str
    number: int
    space: Element = None
    part: str = ""
    book: str = ""
    parted: str = ""
    behind: bool = False
    silent: bool = False

    @property
    def key(self) -> str:
        """Its part of the figure, as marks have it: in2, in an annex data2."""
        return f"{'data' if self.behind else 'in'}{self.number}"

    @property
    def is_chart(self) -> bool:
        return self.space is not None

    @property
    def called(self) -> str:
        """The title that a chart's frame has."""
        told = next(self.element.iter("{*}cNvPr", "{*}docPr"), None)
        return "" if told is None else told.get("title", "")

    @property
    def words(self) -> Element:
        """Below which its words stand."""
        return self.space if self.is_chart else self.element


def named(name: str) -> tuple[str, int, str] | None:
    """The figure, the number and the ways that a name says, of a table behind a chart in place of the ways its sign; None where it
    is none."""
    found = _NAME.fullmatch(name)
    return None if found is None else (found[1], int(found[2] or 1), found[3] or found[4] or "")


def chart(archive: Archive, part: str, relations: dict[str, Element], id: str) -> tuple[Element, str, str]:
    """The root of a chart's part to which another is related so, that part and its workbook's; no root where there is none. Raises
    Unreadable."""
    one = relations.get(id)
    name = "" if one is None else target(part, one.get("Target", ""))
    space = archive.xml(name) if name else None
    if space is None or space.tag != f"{C}chartSpace":
        return None, "", ""
    book = next(archive.related(name, "package"), "")
    return space, name, book if book in archive else ""


def written_in(words: Iterable[str]) -> str:
    """The language of words; empty where they have no letters."""
    said = "".join(words)
    chinese, others = (len(one.findall(said)) for one in (_CHINESE, _LATIN))
    if chinese or others:
        return "zh" if chinese > others else "en"
    return ""


def language(frame: Frame) -> str:
    """The language in which a chart or a table is written, by its words; where it has none by what is said of them, which other
    programs set anew; empty where that can't be seen."""
    if found := written_in(paragraphs.inside(frame.words)):
        return found
    for one in frame.words.iter(f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
        if one.get("lang"):
            return "zh" if one.get("lang", "").startswith("zh") else "en"
    return ""


def resigned(mark: Mark, words: Element | None) -> Mark:
    """The mark of the words in a chart or a table as they are written now, below an element."""
    return mark if words is None else replace(mark, signs=_signs(words) or mark.signs)


def _signs(words: Element) -> tuple[str, ...]:
    return signs(paragraphs.inside(words))


def _entries(figure: Figure) -> Iterator[Entry]:
    """The cells of its tables."""
    for panel in figure.panels:
        for line in panel.lines if isinstance(panel, TablePanel) else ():
            yield from line.entries


def _unbound(words: str) -> str:
    """Words without what stands between them, and what keeps some of them on a line."""
    return bare(words).replace(JOINER, "")


def written(root: Element) -> bytes:
    """A part as its bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Work:
    """One file that is brought up to date: what is ``changed`` so far, by the names of its entries, and what is told."""

    def __init__(self, archive: Archive, held: Tables, language: str) -> None:
        self.archive, self.tables, self.language = archive, held, language
        self.report = Report(version=held.version)
        self.changed: dict[str, bytes] = {}
        self.standing: set[tuple[int, str, int]] = set()
        """Charts and tables that were left as they were: slide, figure and number."""

    def finished(self) -> Refreshed:
        """The new file; of the version of now, where all figures could be brought up to it."""
        held = self.archive.bytes_of(properties.NAME) or b""
        if self.report.figures and not self.report.behind:
            made = held
            for name, told in versions(self.tables.version).items():
                made = re.sub(_PROPERTY.format(name).encode(), rb"\g<1>" + told.encode(), made)
            if made != held:
                self.changed[properties.NAME] = made
        self.report.changed = bool(self.changed)
        return Refreshed(self.archive.rewritten(self.changed), self.report)

    def safely(self, work: Callable[[], object], slide: int, figures: list[str]) -> None:
        """Do it; where something stands that nobody foresaw all is left as it is, which is told of these figures."""
        before, lines = dict(self.changed), list(self.report.lines)
        try:
            work()
        except Exception:
            logging.getLogger(__name__).exception("figures could not be brought up to date")
            self.changed, self.report.lines = before, lines
            for one in figures:
                self.report.add("failed", slide, self._title(one))

    def _title(self, figure: str) -> str:
        """What a figure is called that may not be drawn."""
        asked = Slide.parse(figure)
        spec = spec_of(self.tables.catalogue, asked)
        return asked.heading or (spec.title(self.language) if spec else asked.figure)

    def drawn(self, slide: int, figure: str, language: str) -> Figure | None:
        """The figure of now; None where there is none, which is told."""
        asked = Slide.parse(figure)
        found = drawn(self.tables, [asked], language or self.language)
        wanted = asked.choices.indicator
        kind = "gone" if not found or (wanted and wanted not in self.tables.catalogue.indicators) else ""
        kind = "failed" if found and isinstance(found[0], Failed) else kind
        if kind:
            self.report.add(kind, slide, self._title(figure))  # type: ignore[arg-type]
            return None
        return replace(found[0], id=figure)

    def set(
        self,
        slide: int,
        figure: Figure,
        frame: Frame,
        new: Element | None,
        marks: list[Mark],
        of: Callable[[int, int], Observation | None],
    ) -> bool:
        """Bring a chart or a table of a ``figure`` up to a fresh one; whether the part in which it stands has changed by that.
        ``of``: the observation of a series at a place."""
        title = figure.frame.title
        if new is None or (new.tag == f"{C}chartSpace") != frame.is_chart:
            self.report.add("form", slide, title)
            self.standing.add((slide, frame.figure, frame.number))
            return False
        held = {one for mark in marks if mark.part == frame.key for one in mark.signs}
        if not frame.is_chart:
            tables.as_made_before(frame.words, new)
        if not frame.is_chart and held == set(_signs(new)):
            return False

        spoken = language(frame) or self.language

        def ours(words: str) -> bool:
            return not held or sign(words) in held

        refresh = charts.refresh if frame.is_chart else tables.refresh
        told = refresh(frame.words, new, ours)
        if told.rebuilt:
            speak(frame.words, spoken)
        apart = {_unbound(one.text + one.tag): _unbound(one.tag) for one in _entries(figure) if one.apart}

        def compared_no_more(one: Moved) -> bool:
            """Whether a number stood there before, with nothing of that by which its cell is set apart: a period, an edition."""
            tag = apart.get(_unbound(one.after))
            parts = [each for each in _CLAUSES.split(tag or "") if each]
            before, numbered = _unbound(one.before), any(map(str.isdigit, one.before))
            return tag is not None and numbered and not any(each in before for each in parts)

        told.moved = [replace(one, apart=compared_no_more(one)) for one in told.moved]
        if frame.silent:
            told = replace(told, rebuilt=False, moved=[], left=[], joined=[])
        known = subjects.kept(marks, f"when{frame.number}")
        self._tell(slide, figure, told, of if frame.is_chart else lambda _series, _place: None, known)
        if told.own:
            self.standing.add((slide, frame.figure, frame.number))
        if not frame.is_chart:
            return told.changed
        if told.changed:
            self.changed[frame.part] = written(frame.space)
            old = self.archive.bytes_of(frame.book) if frame.book else None
            if old is not None:
                names, series = points.names_and_values(frame.space)
                self.changed[frame.book] = books.written(names, series, old)
        return False

    def _tell(
        self,
        slide: int,
        figure: Figure,
        told: Told,
        of: Callable[[int, int], Observation | None],
        known: Collection[str],
    ) -> None:
        add, title = self.report.add, figure.frame.title
        if told.own:
            add("own_cells", slide, title)
        if told.rebuilt:
            add("rebuilt", slide, title)
        for kind, names in (("left", told.left), ("joined", told.joined)):
            if names:
                add(kind, slide, title, wording.say("listed", self.language).join(names))  # type: ignore[arg-type]
        for one in told.moved:
            found = of(one.series, one.place)
            whom, other = one.name, False
            if found is not None:
                when = wording.period(found.period, figure.frame.language)
                elsewhere = when in one.called[1] and when not in one.called[0]
                other = subjects.of_another(found, known) if known else elsewhere
                facts = (
                    found.region.name(self.language),
                    wording.period(found.period, self.language),
                    found.indicator.name(self.language),
                )
                whom = wording.say("whom_and_when", self.language, *facts)
            if one.before and one.after:
                number = (directed(one.after) or any(map(str.isdigit, one.after))) and not one.apart
                add(one.kind(other) if number else "worded", slide, title, whom, one.before, one.after)
            elif one.after:
                add("number_new", slide, title, whom, one.after)
            else:
                add("number_gone", slide, title, whom, one.before)
        for was, now in told.kept:
            add("kept", slide, title, part_name("in", self.language), was, now)
