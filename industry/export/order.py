"""What is taken away: an order of figures, how far its making is, and the record that a format is.

Which formats there are is a matter of the files in ``formats``; which figures are asked for, of the caller.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Literal, TypeVar

from industry import wording
from industry.export import names
from industry.export.deck import regional, years
from industry.export.picture.renderer import Renderer, RendererError
from industry.figures.draw import draw_safely, headed, known, make_safely, spec_of
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec, Size
from industry.vocabulary.slide import Choices, Slide
from industry.vocabulary.strict_record import Text

_T = TypeVar("_T")
Progress = Callable[[int, int], None]
"""Is told how many parts of a work are done, of how many. Whatever it raises ends the work there: `Stopped`."""


class Stopped(BaseException):
    """Nobody waits for the work any more. That is no failure: what sees to failures lets it pass."""


def untold(_done: int, _whole: int) -> None:
    """Where nobody asks how far a work is."""


def each(parts: Sequence[_T], told: Progress) -> Iterator[_T]:
    """The parts of a work one after the other; before each of them, and after the last, how many are done is told.
    Raises what ``told`` raises."""
    for done, one in enumerate(parts):
        told(done, len(parts))
        yield one
    told(len(parts), len(parts))


def ahead(works: Sequence[Callable[[], _T]], browsers: int = 1) -> list[Callable[[], _T]]:
    """The same works. While one is waited for as many as there are ``browsers`` are under way behind it, each in a thread of
    its own: one draws while each browser paints another. What a work raises is raised where its own turn comes,
    and nowhere if that never does."""
    begun: dict[int, Future[_T]] = {}

    def begin(at: int) -> None:
        if at < len(works) and at not in begun:
            begun[at] = Future()
            threading.Thread(target=_do, args=(works[at], begun[at]), daemon=True).start()

    def result(at: int) -> _T:
        for near in range(at, at + browsers + 1):
            begin(near)
        return begun.pop(at).result()

    return [partial(result, at) for at in range(len(works))]


def _do(work: Callable[[], _T], done: Future[_T]) -> None:
    try:
        done.set_result(work())
    except Exception as error:  # noqa: BLE001 — whoever waits for it is told
        done.set_exception(error)


@dataclass(frozen=True)
class Order:
    """What is asked for: ``title`` and ``figures`` of a deck, drawn in ``language`` from ``tables``; pictures in
    ``size``, drawn by ``renderer``, with or without their titles; ``remarks`` for the cover. ``plotly`` is
    where Plotly lies for a file that isn't alone; where empty a file that needs it holds it. ``single``: its one
    figure is what is asked for, no deck of it. ``template`` is somebody's presentation in whose layouts slides are
    set, with the regions' colours or with its theme's ``accents``. ``told`` is told between figures how many are done.
    ``clean``: without the numbers of sources and their annex, where a format has these."""

    title: str
    figures: tuple[Figure, ...]
    language: str
    tables: Tables
    size: Size
    renderer: Renderer = field(default_factory=Renderer)
    with_title: bool = True
    remarks: tuple[str, ...] = ()
    plotly: str = ""
    single: bool = False
    template: bytes | None = None
    accents: bool = False
    told: Progress = untold
    clean: bool = False

    def of(self, figure: Figure) -> Order:
        """The same of one figure, a part of the whole."""
        return replace(self, figures=(figure,), told=untold)

    def alone(self, figure: Figure, size: Size | None = None) -> Order:
        """The same of one figure for its own sake, in another ``size`` if there is one."""
        return replace(self.of(figure), title=figure.frame.title, size=size or self.size, single=True)

    def picture(self, ending: str) -> tuple[Renderer, Figure, Size, str, str, bool]:
        """Of an order of one figure what its picture is made of, with the address that shows it in this format."""
        (figure,) = self.figures
        chosen = {"lang": self.language, "size": self.size.id}
        link = Slide.parse(figure.id).address(ending, chosen)
        return self.renderer, figure, self.size, self.tables.version, link, self.with_title


@dataclass(frozen=True)
class Format:
    """A way to take figures away. ``id`` is the name of its file in ``formats``, the ending of the files that it
    makes and its name in addresses and on the command line; ``of`` what a file is made of: one figure, or a
    deck of any number. ``pictures``: in a size of config.yaml's, with or without titles, by the renderer; ``vector``:
    sharp however large it is shown. ``place`` orders lists of formats, of equals by their ids. ``copies`` are what its
    files are called with the numbers of sources and without, where it can be had in both ways."""

    id: str
    media: str
    of: Literal["figure", "deck"]
    make: Callable[[Order], bytes]
    name: Text
    pictures: bool = False
    place: int = 50
    vector: bool = False
    copies: tuple[Text, Text] | None = None

    @property
    def of_one(self) -> bool:
        """Whether one figure is taken away in it for its own sake; pictures of a deck are many."""
        return self.of == "figure" or not self.pictures

    @property
    def ways(self) -> tuple[bool, ...]:
        """Whether clean or not: every way in which a file can be had."""
        return (False, True) if self.copies else (False,)

    def copy(self, language: str, clean: bool) -> str:
        """送审稿 or 报送稿; empty where there is one alone."""
        return self.copies[clean](language) if self.copies else ""

    def called(self, language: str, clean: bool = False) -> str:
        """What it is offered as: 简报 DOCX（送审稿）."""
        name, copy = self.name(language), self.copy(language, clean)
        return wording.worded("taking", "copy_of", language, name, copy) if copy else name

    def file(self, order: Order, number: int | None = None) -> str:
        """The name of the file made of an order, with a figure's ``number`` in its deck."""
        size = order.size.id if self.pictures else self.copy(order.language, order.clean)
        if self.of == "figure" or order.single:
            (figure,) = order.figures
            titled = order.with_title or not self.pictures
            return names.of_figure(figure, self.id, order.language, size, number, titled)
        dated = dated_of(order.figures, order.language)
        about = dated, size, _listed(order), order.tables.catalogue.config.regions
        return names.of_deck(order.title, order.figures, self.id, order.language, *about)

    def each(self, order: Order) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """For every figure of an order its file's name and what makes it; of one that fails a file that says
        so; how many are done is told. Raises what the renderer raises."""
        makes = ahead([self.safely(order, figure) for figure in order.figures], order.renderer.browsers)
        works = list(zip(order.figures, makes, strict=True))
        for number, (figure, make) in enumerate(each(works, order.told), start=1):
            yield self.file(order.of(figure), number), make

    def safely(self, order: Order, figure: Figure) -> Callable[[], bytes]:
        """What makes one figure's file, or that of a failed one in its place."""
        return lambda: make_safely(
            lambda one: self.make(order.of(one)), figure, order.language, (RendererError,)
        )


def made_or_told(name: str, make: Callable[[], _T]) -> _T | None:
    """What ``make`` makes of the file of this name; None where it fails, and the log gets the details. Raises what
    the renderer raises, and OSError: those are no file's own."""
    try:
        return make()
    except (RendererError, OSError):
        raise
    except Exception:
        logging.getLogger(__name__).exception("the file %s could not be made", name)
        return None


Draw = Callable[[FigureSpec, Tables, Choices, str], Figure]


def drawn(
    tables: Tables, slides: Sequence[Slide], language: str, draw: Draw = draw_safely
) -> tuple[Figure, ...]:
    """The figures of these slides; those that there aren't are left out. Headings of
    their own stand over them."""
    found = [(spec_of(tables.catalogue, one), known(tables.catalogue, one)) for one in slides]
    return tuple(
        headed(draw(spec, tables, one.choices, language), one.heading) for spec, one in found if spec
    )


def dated_of(figures: Sequence[Figure], language: str) -> str:
    """数据截至…: the last month that any of what is drawn speaks of; empty where there is none."""
    until = max((one.frame.until for one in figures), default=0)
    return wording.as_of(until, language) if until else ""


def as_of(figures: Sequence[Figure], language: str) -> str:
    """数据截至…, and which version of the data that is."""
    versions = dict.fromkeys(one.frame.version for one in figures if one.frame.version)
    told = [wording.data_version(one, language) for one in versions]
    return wording.between(dated_of(figures, language), *told)


def _listed(order: Order) -> bool:
    """Whether an order is of a whole deck of config.yaml's or of a region's, of whichever year."""
    wished = order.title, tuple(one.id for one in order.figures)
    catalogue, language = order.tables.catalogue, order.language
    chosen = dict.fromkeys([None, *(Slide.parse(one).choices.year for one in wished[1])])
    regions = (regional.of_region(order.tables, one) for one in catalogue.regions)
    every = [one for one in chain(catalogue.config.decks, regions) if one]
    ids = [Slide.parse(one).figure for one in wished[1]]
    alike = [one for one in every if [slide.figure for slide in one.slides] == ids]
    decks = ((years.of_year(one, year, order.tables), year) for year in chosen for one in alike)
    return any(
        tuple(map(str, one.slides)) == wished[1]
        and years.title(one, order.figures, year, catalogue.config, language) == wished[0]
        for one, year in decks
    )
