"""A figure's picture at its own address: from the words of a query to the bytes of a PNG.

One renderer serves everybody; what it made lately is kept, bounded, by figure, choices, size,
language and the tables' version.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from urllib.parse import urlencode

from industry.export.picture import figure_png
from industry.export.picture.renderer import Renderer, RendererFailed
from industry.figures.context import Choices
from industry.figures.kinds import bars
from industry.figures.record import Failed
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import FigureSpec, Size
from ui import store
from ui.trouble import NotFound

_KEPT_BYTES = 64 * 1024 * 1024
_renderer = Renderer()
_kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
_lock = threading.Lock()


def picture(figure: str, query: Mapping[str, str]) -> tuple[bytes, str]:
    """The PNG of ``figure`` as ``query`` asks for it (``lang``, ``size``, ``title``, and the page's
    choices), and its file name. Raises NotFound for what there isn't, and what the renderer raises, also for
    a figure that can't be drawn."""
    tables = store.snapshot().tables
    if tables is None:
        raise NotFound("data", figure)
    language = "en" if query.get("lang") == "en" else "zh"
    size = size_of(tables, query.get("size"))
    spec = spec_of(tables, figure, query)
    choices = choices_of(tables, query)
    title = query.get("title") != "0"
    drawn = store.figure(tables, spec, choices, language)
    if isinstance(drawn, Failed):
        raise RendererFailed("figure", detail=figure)
    key = (tables.content, spec, choices, language, size.id, title)
    name = figure_png.filename(drawn, size, language)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key], name
    asked = {"lang": language, "size": size.id} | as_query(choices)
    link = f"/picture/{figure}.png?{urlencode(asked, safe=',/')}"
    content = figure_png.paint(_renderer, drawn, size, tables.version, link, title)
    with _lock:
        _kept[key] = content
        while sum(map(len, _kept.values())) > _KEPT_BYTES:
            _kept.popitem(last=False)
    return content, name


def spec_of(tables: Tables, figure: str, query: Mapping[str, str]) -> FigureSpec:
    """The figure that config.yaml lists under this id, or one of the pages' own (``made_of``)."""
    found = tables.catalogue.figures.get(figure) or made_of(tables, figure, query)
    if found is None:
        raise NotFound("figure", figure)
    return found


def made_of(tables: Tables, figure: str, query: Mapping[str, str]) -> FigureSpec | None:
    """A figure that isn't listed but follows from an indicator: ``compare`` with ``indicator``."""
    indicator = tables.catalogue.indicators.get(query.get("indicator", ""))
    if figure != "compare" or indicator is None:
        return None
    return compare_spec(tables, indicator.id)


def compare_spec(tables: Tables, indicator: str) -> FigureSpec:
    """The comparison of any indicator, as the compare page and its pictures draw it."""
    record = tables.catalogue.indicators[indicator]
    return bars.Options(id="compare", chart="bars", title=record.name, page="compare", indicator=indicator)


def choices_of(tables: Tables, query: Mapping[str, str]) -> Choices:
    """The choices that a query names; what the tables don't know is passed over."""
    catalogue = tables.catalogue
    regions = tuple(one for one in query.get("regions", "").split(",") if one in catalogue.regions)
    indicator = query.get("indicator", "")
    return Choices(
        regions=regions,
        period=query.get("period") or None,
        indicator=indicator if indicator in catalogue.indicators else None,
    )


def as_query(choices: Choices) -> dict[str, str]:
    """A reader's choices as an address writes them."""
    query: dict[str, str] = {}
    if choices.regions:
        query["regions"] = ",".join(choices.regions)
    for name in ("period", "indicator"):
        if value := getattr(choices, name):
            query[name] = value
    return query


def size_of(tables: Tables, id: str | None) -> Size:
    """The export size of this id, the first where none is asked for. Raises NotFound."""
    for size in tables.catalogue.config.sizes:
        if id is None or size.id == id:
            return size
    raise NotFound("size", id or "")


def renderer() -> Renderer:
    """The one renderer of this process."""
    return _renderer


def close() -> None:
    """End the renderer and its browser."""
    _renderer.close()
