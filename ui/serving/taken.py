"""What is taken away or presented, from the words of a query to a file: a slide or a deck in any format.

What a file holds belongs in ``industry.export.formats``. One renderer serves everybody; what was made lately is
kept, bounded, by format, slides, size, language and the tables it was made from; ``listed`` keeps its files here too.
"""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams

from industry.export import names
from industry.export.deck import deck_file as saved
from industry.export.deck import html_deck, regional, years
from industry.export.formats import formats
from industry.export.order import Format, Order, Progress, drawn, untold
from industry.export.picture.renderer import Renderer, RendererFailed
from industry.figures.draw import known, spec_of
from industry.figures.record import Failed, Figure
from industry.tables.tables import Tables
from industry.vocabulary.configuration import CUSTOM, THUMBNAIL, Size
from industry.vocabulary.slide import NOTHING, Choices, Slide
from industry.vocabulary.strict_record import Text
from industry.wording import worded
from ui import store
from ui.serving.addresses import THEME, spoken
from ui.trouble import NotFound, TooMany, sentence

_TITLE = Text(zh="自选图汇报", en="Chosen figures")
_THUMBNAIL = html_deck.SLIDE.model_copy(update={"id": THUMBNAIL, "scale": 0.5})
_MOST = 60  # slides of a deck
_WAIT = 1.0  # seconds after which who waits for another's file is asked whether he still does
_KEPT_BYTES = 96 * 1024 * 1024
_renderer = Renderer()
_kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
_making: dict[tuple[object, ...], threading.Lock] = {}
_lock = threading.Lock()


@dataclass(frozen=True)
class File:
    """A file to give: ``media`` is its type."""

    content: bytes
    name: str
    media: str


def picture(name: str, query: QueryParams, told: Progress = untold) -> File:
    """A slide as a file of its own. ``name`` is ``<figure>.<format>``; the query holds its choices, ``lang`` and of
    pictures ``size`` and ``title``. Raises NotFound for what there isn't, and what the renderer raises, also for a figure
    that can't be drawn: nobody takes a sentence away in a file that is named after a figure."""
    id, made = _format(name, f"/picture/{name}", lambda one: one.of_one)
    tables = _tables(id)
    size, slide = size_of(tables, query.get("size")), Slide.of(id, query)
    (figure,) = drawn(tables, [slide], spoken(query), store.drawn) or (None,)
    if figure is None:
        raise NotFound("figure", id)
    if isinstance(figure, Failed):
        raise RendererFailed("figure", detail=id)
    order = _order(tables, figure.frame.title, [figure], query, size).alone(figure)
    return _made(made, replace(order, told=told))


def deck(name: str, query: QueryParams, told: Progress = untold) -> File:
    """A deck as a file. ``name`` is ``<deck>.<format>``; the query as for `present`, with ``size`` and ``title``
    for pictures; ``told`` is told how many figures are done. Raises NotFound and TooMany as `present`, what the renderer
    raises, and what ``told`` does."""
    id, made = _format(name, f"/deck/{name}", lambda one: one.of == "deck")
    return _made(made, replace(_deck(id, query), told=told))


def in_template(id: str, query: QueryParams, template: bytes, told: Progress) -> File:
    """A deck, with the query as for `present`, as PPTX in somebody's template, with its theme's accents where ``colours`` says so. Raises BadTemplate, NotFound and TooMany; nothing of
    it is kept."""
    made = formats()["pptx"]
    order = replace(_deck(id, query), template=template, accents=query.get("colours") == THEME, told=told)
    return File(made.make(order), made.file(order), made.media)


def deck_file(query: QueryParams) -> File:
    """A deck as the file in which it is kept: the slides that ``query`` names, with today's date. Raises NotFound."""
    tables, language = _tables(CUSTOM), spoken(query)
    slides = dict.fromkeys(
        known(tables.catalogue, Slide.parse(one)) for one in query.getlist("slide")[:_MOST]
    )
    there = [one for one in slides if spec_of(tables.catalogue, one)]
    if not there:
        raise NotFound("deck", CUSTOM)
    today = datetime.date.today()
    name = names.plain(worded("briefing", "file", language), saved.ENDING, today.isoformat())
    return File(saved.write(there, tables.version, language, today), name, saved.MEDIA)


def present(id: str, query: QueryParams) -> File:
    """A deck as the page that presents itself, which is also what is taken away as HTML: the one of config.yaml,
    or of the slides that ``query`` names (``slide``, repeated); what else it chooses (``regions``, ``period``)
    is for slides that choose nothing.

    Raises NotFound for a deck that isn't listed and names no slides, or none that there is, and TooMany where it
    names more than a deck has. Figures that there aren't are left out; the cover says so.
    """
    return _made(formats()["html"], _deck(id, query))


def size_of(tables: Tables, id: str | None) -> Size:
    """The size of this id, the first of config.yaml where none is asked for. Raises NotFound."""
    for size in (*tables.catalogue.config.sizes, _THUMBNAIL):
        if id is None or size.id == id:
            return size
    raise NotFound("size", id or "")


def close() -> None:
    """End the renderer and its browser."""
    _renderer.close()


def _format(name: str, address: str, fits: Callable[[Format], bool]) -> tuple[str, Format]:
    """The id and the format that a name ends with, where that one fits."""
    id, _, ending = name.rpartition(".")
    made = formats().get(ending)
    if made is None or not fits(made):
        raise NotFound("address", address)
    return id, made


def _tables(name: str) -> Tables:
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", name)
    return tables


def _deck(id: str, query: QueryParams) -> Order:
    """The deck listed under this id, else that of the region of this id, of the query's year, with the query's slides where it
    names some."""
    tables, language = _tables(id), spoken(query)
    size = size_of(tables, query.get("size"))
    listed = next(
        (one for one in tables.catalogue.config.decks if one.id == id), regional.of_region(tables, id)
    )
    named = [Slide.parse(one) for one in query.getlist("slide") if one]
    if not named and not listed:
        raise NotFound("deck", id)
    config, chosen = tables.catalogue.config, Choices.of(query)
    year = None
    if listed and not named:
        year, chosen = chosen.year, replace(chosen, year=None)
        if year and not years.can_be_chosen(tables, year):
            raise NotFound("year", year[:40])
        named = list(listed.slides)
    wished = [replace(one, choices=chosen) if one.choices == NOTHING else one for one in named]
    if listed and year:
        listed = listed.model_copy(update={"figures": tuple(map(str, wished))})
        listed = years.of_year(listed, year, tables)
        wished = list(listed.slides)
    slides = dict.fromkeys(known(tables.catalogue, one) for one in wished)
    there = [one for one in slides if spec_of(tables.catalogue, one)]
    missing = [one.figure for one in slides if not spec_of(tables.catalogue, one)]
    if len(there) > _MOST:
        raise TooMany(len(there), _MOST)
    figures = drawn(tables, there, language, store.drawn)
    if not figures:
        raise NotFound("figure", missing[0][:40])
    title = years.title(listed, figures, year, config, language) if listed else _TITLE(language)
    if listed is None and len(figures) == 1:
        title = figures[0].frame.title
    apart = years.of_others(figures, year, config, language)
    remarks = (*(sentence("figure", language, one[:40]) for one in missing[:3]), *filter(None, [apart]))
    return replace(_order(tables, title, figures, query, size), remarks=remarks)


def _order(tables: Tables, title: str, figures: Sequence[Figure], query: QueryParams, size: Size) -> Order:
    titled, clean = query.get("title") != "0", query.get("clean") == "1"
    return Order(title, tuple(figures), spoken(query), tables, size, _renderer, titled, clean=clean)


def _made(made: Format, order: Order) -> File:
    """The file, made once however many ask for it at the same time."""
    slides = tuple(one.id for one in order.figures)
    asked = (
        order.title,
        order.remarks,
        order.language,
        order.size.id,
        order.with_title,
        order.single,
        order.clean,
    )
    key = (order.tables.content, made.id, slides, asked)
    content = once(key, lambda: made.make(order), lambda: order.told(0, len(order.figures)))
    return File(content, made.file(order), made.media)


def once(
    key: tuple[object, ...], make: Callable[[], bytes], waiting: Callable[[], None] = lambda: None
) -> bytes:
    """What ``make`` gives, kept under ``key``, which begins with the tables' content and says all that it depends on;
    made once however many ask at the same time: who waits for another's is asked now and then by ``waiting``, which may
    raise."""
    content = _known(key)
    if content is None:
        with _lock:
            turn = _making.setdefault(key, threading.Lock())
        while not turn.acquire(timeout=_WAIT):
            waiting()
        try:
            content = _known(key)
            if content is None:
                content = make()
                _keep(key, content)
        finally:
            turn.release()
            with _lock:
                _making.pop(key, None)
    return content


def _known(key: tuple[object, ...]) -> bytes | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _keep(key: tuple[object, ...], content: bytes) -> None:
    """Keep a file; those of other tables go, and the longest unused where they take too much."""
    with _lock:
        _kept[key] = content
        for old in [one for one in _kept if one[0] != key[0]]:
            del _kept[old]
        while sum(map(len, _kept.values())) > _KEPT_BYTES:
            _kept.popitem(last=False)
