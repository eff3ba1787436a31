"""A deck as a briefing in Word: what is found, then figures by their fields, comparisons, what must be said of the data, in an
annex the tables behind its charts, and in a draft that goes up for checking the sources with their paragraphs.

How a figure is set belongs in ``figure_body``, what is told of it in ``told``, how all this looks in ``styles``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from industry.export.docx import signing
from industry.export.docx.annexed import Annexed
from industry.export.docx.figure_body import Body
from industry.export.docx.markup import Style, bound, kept_together, marked, paragraph, running, w
from industry.export.docx.package import Charts, Package
from industry.export.docx.signing import MARKS, Part, in_order, with_beside
from industry.export.docx.sources import Numbered
from industry.export.docx.told.newest import bases_of
from industry.export.docx.told.remarks import ORDER, remarks
from industry.export.docx.told.sentences import say
from industry.export.docx.told.short_names import ShortNames
from industry.export.docx.told.telling import Telling
from industry.export.docx.told.worked_out import WorkedOut
from industry.export.names import regions_of
from industry.export.order import Progress, dated_of, untold
from industry.export.refreshing.signs import WHOLE
from industry.figures.draw import make_safely
from industry.figures.kinds import kinds
from industry.figures.record import Failed, Figure
from industry.rules.shelf import Shelf
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.text.proof.verdict import OBJECTIONS
from industry.vocabulary.catalogue import Source
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.observation import Observation
from industry.wording import between, data_version
from industry.wording import say as phrase
from industry.wording.said import Said, join, rows_of
from industry.wording.words import worded

_DIGITS = "一二三四五六七八九十"


def briefing(
    title: str,
    figures: Sequence[Figure],
    language: str,
    tables: Tables,
    clean: bool = False,
    single: bool = False,
    progress: Progress = untold,
) -> bytes:
    """The file in ``language`` (``zh`` or ``en``); ``clean`` without the numbers of sources and the annex; of a ``single`` figure
    without the parts of a briefing. Charts and tables have their slide's text as their names, and hidden bookmarks ``_f1_text``, ``_f1_table1`` stand around what is made of
    the first of the file's slides; a figure that is listed twice stands once. ``progress`` is told how many figures are done. Raises what it raises."""
    package, figures = Package(language), tuple({one.id: one for one in figures}.values())
    writing = Writing(title, figures, language, tables, package, clean, single, progress)
    content = writing.content()
    marks = [one.mark for one in with_beside(in_order(writing.parts, content), writing.figures)]
    package.keep(MARKS, signing.written(marks, language, clean, single))
    return package.written(content, title, [one.id for one in figures], tables.version)


class Writing:
    """One making of a briefing, its charts related to a ``package``. ``parts``: what it has said so far. ``sources`` have these
    numbers before all others, ``given`` are numbers of figures and tables."""

    def __init__(
        self,
        title: str,
        figures: Sequence[Figure],
        language: str,
        tables: Tables,
        package: Charts,
        clean: bool = False,
        single: bool = False,
        progress: Progress = untold,
        sources: Collection[tuple[Source, int]] = (),
        given: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self.title, self.language, self.tables = title, language, tables
        self.figures = tuple(replace(one, frame=one.frame.tableless) for one in figures)
        self.clean, self.single = clean, single
        self.names = ShortNames(language)
        self.numbered = None if clean else Numbered(sources)
        self.body = Body(package, tables.catalogue, language, given, single, self.names.named, self.marks)
        self.annexed = Annexed(self.body, Shelf(tables))
        self.headed, self.done, self.progress = 0, 0, progress
        self.undrawn: tuple[Observation, ...] = ()
        self.telling = Telling(tables, language, lambda said: not _objected(str(said), tables))

    @property
    def parts(self) -> list[Part]:
        return self.body.parts

    def marks(self, rows: Iterable[Observation]) -> str:
        """The numbers of the sources of rows; none in a clean copy."""
        return "" if self.numbered is None else self.numbered.marks(rows)

    def content(self) -> Any:
        """The document's body."""
        content = [*self.top(), *(self.alone() if self.single else self.whole())]
        self.progress(self.done, len(self.figures))
        content += self.behind()
        if self.numbered is not None:
            content += self.annex()
        return w("body", *content)

    def top(self) -> Iterator[Any]:
        yield self.line(self.title, "Title")
        yield self.line(self.word("unchecked"), "Subtitle")
        first = self.tables.catalogue.config.regions
        about = regions_of(self.figures, self.language, first), dated_of(self.figures, self.language)
        if any(about):
            yield self.kept("dated", self.line(between(*about), "Subtitle"))
        yield paragraph()

    def alone(self) -> Iterator[Any]:
        """Figures with their sentences and all their notes, without parts."""
        for figure in self.figures:
            yield from self.figure(figure)

    def whole(self) -> Iterator[Any]:
        """The parts of a briefing, and where who issues it signs: never on a page without text."""
        compared = [one for one in self.figures if kinds()[one.chart].comparing]
        held = [*self.overall(), *self.fields([one for one in self.figures if one not in compared])]
        held += [*self.compared(compared), *self.told()]
        signed = [self.line(self.word(key), "Signed") for key in ("issuer", "issued")]
        yield from held[:-1]
        yield from kept_together([*held[-1:], paragraph(), *signed])

    def overall(self) -> Iterator[Any]:
        """What the figures say in short, a paragraph on each subject (``_subject``); nothing to which proofreading objects."""
        found = self.telling.opening(self.figures)
        self.undrawn = rows_of(one for id, one in found if id == WHOLE)
        told = [self.names.said(one) for _, one in found]
        for number, ((id, _), said) in enumerate(zip(found, told, strict=True), start=1):
            words = bound(said, self.language)
            self.parts.append(Part(id, f"finding{number}", words=words, rows=said.rows))
        if told:
            yield self.part("overall")
        subjects = groupby(told, lambda said: _subject(said.rows[0]))
        for place, (_, members) in enumerate(subjects, start=1):
            yield from self.text([*members], WHOLE, f"overall{place}")

    def fields(self, figures: Sequence[Figure]) -> Iterator[Any]:
        """Figures by their topics, in the order in which these come."""
        topics = self.tables.catalogue.config.topics
        groups: dict[str, list[Figure]] = {}
        for figure in figures:
            rows = figure.drawn or figure.rows
            topic = rows[0].indicator.topic if rows else ""
            groups.setdefault(topic, []).append(figure)
        if figures:
            yield self.part("fields")
        for place, (topic, members) in enumerate(groups.items()):
            name = topics[topic](self.language) if topic in topics else self.word("others")
            yield self.heading(2, place, name)
            for number, figure in enumerate(members):
                if len(members) > 1:
                    yield self.heading(3, number, figure.frame.title)
                yield from self.figure(figure)

    def compared(self, figures: Sequence[Figure]) -> Iterator[Any]:
        if figures:
            yield self.part("compared")
        for place, figure in enumerate(figures):
            yield self.heading(2, place, figure.frame.title)
            yield from self.figure(figure)

    def figure(self, figure: Figure) -> list[Any]:
        """What is told of a figure, and the figure; of one that fails its sentence."""
        place = next(at for at, one in enumerate(self.figures, start=1) if one.id == figure.id)
        self.progress(self.done, len(self.figures))
        self.done += 1

        def make(one: Figure) -> list[Any]:
            told = () if isinstance(one, Failed) else self.telling.of(one, self.body.called(one))
            said = [self.names.said(each) for each in told]
            said += self.annexed.of(one, place)
            return [*self.text(said, one.id, "text", f"_f{place}_text"), *self.body.of(one, place)]

        return make_safely(make, figure, self.language)

    def text(self, told: Sequence[Said], figure: str, part: str, bookmark: str = "") -> Iterator[Any]:
        """Sentences as a paragraph that is a part of a figure, with the numbers of their sources at its end."""
        if not told:
            return
        said = ("" if self.language == "zh" else " ").join(told)
        runs = marked(said, self.marks(rows_of(told)), self.language)
        made = paragraph(*(self.body.bookmarked(bookmark, runs) if bookmark else runs))
        yield self.kept(part, made, figure, rows=rows_of(told) if figure == WHOLE else ())

    def told(self) -> Iterator[Any]:
        """What must be said of the data, by kinds."""
        found = remarks(self.figures, self.body.numbers, self.tables, self.language)
        bases = bases_of(self.undrawn, self.tables, self.language)
        drawn = {row for one in self.figures for row in one.drawn}
        worked_out = WorkedOut(self.figures, self.tables, self.language, [bases] if bases else ())
        ways = worked_out.of_rows(row for row in self.undrawn if row not in drawn)
        overall = {"bases": bases, "ways": join(ways, phrase("joined", self.language))}
        own = {
            key: [say("of_figures", self.language, self.word("overall"), said)]
            for key, said in overall.items()
            if said
        }
        groups = [(key, [*found.get(key, ()), *own.get(key, ())]) for key in ORDER]
        groups = [(key, statements) for key, statements in groups if statements]
        if groups:
            yield self.kept("told", self.part("told"))
        for place, (key, statements) in enumerate(groups):
            yield self.kept("told", self.heading(2, place, self.word(key)))
            for one in statements:
                marks = self.marks(one.rows)
                yield self.kept("told", paragraph(*marked(self.names.said(one), marks, self.language)))

    def behind(self) -> Iterator[Any]:
        """The tables behind charts that don't write each of their figures: of many figures on pages of their own."""
        tables = list(self.annexed.tables())
        if tables and not self.single:
            yield self.kept("data_head", self.behind_text("annex_tables"))
        yield from tables

    def annex(self) -> Iterator[Any]:
        """The sources to which the numbers lead, and the version of the data; of many figures on a page of their own."""
        assert self.numbered is not None
        entries = self.numbered.entries(self.language)
        if entries and not self.single:
            yield self.behind_text("annex")
        for source, one in zip(self.numbered.places, entries, strict=True):
            yield self.kept("annex", self.line(one, "Source"), source, self.numbered.numbers[source])
        if self.tables.version:
            told = data_version(self.tables.version, self.language)
            yield self.kept("version", self.line(told[:1].upper() + told[1:], "Note"))

    def behind_text(self, key: str) -> Any:
        """The heading of what stands behind the text: on a page of its own, at the left edge."""
        properties = [w("pageBreakBefore"), w("ind", firstLineChars=0, firstLine=0)]
        return self.line(self.word(key), "Heading1", properties)

    def part(self, key: str) -> Any:
        self.headed += 1
        return self.heading(1, self.headed - 1, self.word(key))

    def heading(self, level: int, place: int, name: str) -> Any:
        """一、 （一） 1．"""
        number = counted(place + 1) if level < 3 and self.language == "zh" else str(place + 1)
        key, style = (("first", "Heading1"), ("second", "Heading2"), ("third", "Heading3"))[level - 1]
        return self.line(self.word(key, number, self.names.named(name)), style)

    def kept(
        self,
        part: str,
        made: Any,
        figure: str = WHOLE,
        number: int = 0,
        rows: tuple[Observation, ...] = (),
    ) -> Any:
        """A paragraph that says a part of a figure, a source with its ``number``, or the whole; ``rows`` of which it sums up what is found."""
        self.parts.append(Part(figure, part, made, number=number, rows=rows))
        return made

    def line(self, words: str, style: Any, properties: Iterable[Any] = ()) -> Any:
        named: Style = style
        return paragraph(*running(words, self.language), style=named, properties=properties)

    def word(self, key: str, *facts: object) -> str:
        return worded("paper", key, self.language, *facts)


def counted(number: int) -> str:
    """一, 十, 十一, 二十: a number of at most 99."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones - 1]
    return ("" if tens == 1 else _DIGITS[tens - 1]) + _DIGITS[9] + (_DIGITS[ones - 1] if ones else "")


def _subject(row: Observation) -> tuple[str, str]:
    """What a paragraph of the opening is on: an indicator, of amounts all of a topic."""
    one = row.indicator
    return one.topic, "" if one.measure in AMOUNTS else one.id


def _objected(sentence: str, tables: Tables) -> bool:
    """Whether proofreading objects to what a sentence says."""
    return any(one.verdict in OBJECTIONS for one in judge(sentence, tables, None, None))
