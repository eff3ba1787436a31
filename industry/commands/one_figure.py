"""``python -m industry export --figure ID``: one figure with what is chosen in it, written in each format that is asked
for. Decks and the static edition belong in ``export``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from industry.commands import asked, waiting
from industry.commands.asked import Refused
from industry.export.formats import png, pptx
from industry.export.order import Order, drawn, each, made_or_told
from industry.export.picture.renderer import Renderer
from industry.export.taking.panel import of_one
from industry.export.texts.written import write
from industry.figures.draw import spec_of
from industry.figures.record import Failed
from industry.rules.lock import is_lock
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.focus import is_focus
from industry.vocabulary.slide import KEYS, MADE, Choices, Slide, parts

_NEAR = 5
"""Indicators of which a sentence tells, at most."""
_HELP = {
    "indicator": "指标的代码，用于 {} · an indicator's id, for these",
    "period": "期间，写成 YYYY-MM/YYYY-MM、YYYY-MM 或 YYYY · a period",
    "regions": "地区的代码，逗号分隔 · ids of regions, with commas between",
    "year": "所看年份，或 latest；也用于汇报和 --region · the year to look at, of decks and --region too",
    "span": "起止年份，写成 YYYY/YYYY · first and last year of a trend",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    made = ", ".join(MADE)
    parser.add_argument(
        "--figure",
        metavar="ID",
        help=f"单张图：config.yaml 中的代码，或 {made} · one figure: its id in config.yaml, or one of these",
    )
    parser.add_argument(
        "--slide",
        metavar="SLIDE",
        help="单张图，写法同网址，如 “compare?indicator=ID&regions=ID,ID” · as addresses write it",
    )
    for key in KEYS:
        parser.add_argument(f"--{key}", metavar=key.upper(), help=_HELP[key].format(made))


def asked_for(chosen: argparse.Namespace) -> bool:
    """Whether one figure is wanted, or something chosen in one; a year alone can be one of a deck."""
    of_deck = ("year",) if (chosen.deck or chosen.region) and not chosen.site else ()
    return any(getattr(chosen, one) is not None for one in ("figure", "slide", *KEYS) if one not in of_deck)


def run(tables: Tables, chosen: argparse.Namespace) -> int:
    """Write the figure; exit status 0, or 1 where a file could not be made. Raises Refused for what there isn't, OSError
    and what the renderer raises."""
    slide = _slide(chosen)
    spec = _checked(slide, tables.catalogue)
    language, known = chosen.language, {one.id: one for one in of_one()}
    sizes = {one.id: one for one in tables.catalogue.config.sizes}
    size = chosen.size or next(iter(sizes))
    _among("size", size, sizes)
    usual = pptx.FORMAT.id if chosen.template else png.FORMAT.id
    wished = asked.listed(chosen.format or usual)
    for one in wished:
        _among("format", one, known)
    look = asked.look(chosen, wished)
    (figure,) = drawn(tables, [slide], language)
    if isinstance(figure, Failed):
        return 1  # the log has said why
    if figure.empty:
        raise Refused("nothing_drawn", spec.title(language), figure.empty)
    folder = Path(chosen.out)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    with Renderer() as renderer, waiting.bar(figure.frame.title) as told:
        order = Order("", (figure,), language, tables, sizes[size], renderer, not chosen.no_title)
        order = look(order.alone(figure))
        for made in each([known[one] for one in wished], told):
            name = made.file(order)
            content = made_or_told(name, partial(made.make, order))
            if content is not None:
                write(folder / name, content)
                written.append(name)
    asked.tell_written(chosen.out, written, language)
    return 0


def _slide(chosen: argparse.Namespace) -> Slide:
    """The figure with its choices. Raises Refused where it isn't named, or twice, or for what a slide has no word for."""
    given = {key: getattr(chosen, key) for key in KEYS if getattr(chosen, key) is not None}
    named = [f"--{one}" for one in ("figure", "slide") if getattr(chosen, one) is not None]
    options = [f"--{one}" for one in given]
    decks = [chosen.deck] if chosen.deck else []
    decks += [f"--{one}" for one in ("region", "site") if getattr(chosen, one)]
    if decks:
        raise Refused("figure_alone", ", ".join(named or options), ", ".join(decks))
    if chosen.slide is not None and len(named + options) > 1:
        raise Refused(
            "figure_alone", "--slide", ", ".join(one for one in named + options if one != "--slide")
        )
    if chosen.slide is None:
        if chosen.figure is None:
            raise Refused("figure_unnamed", ", ".join(options))
        return Slide(chosen.figure, Choices.of(given))
    slide = Slide.parse(chosen.slide)
    for key, _ in parts(chosen.slide)[1]:
        _among("choice", key, dict.fromkeys((*KEYS, "heading")))
    return slide


def _checked(slide: Slide, catalogue: Catalogue) -> FigureSpec:
    """The slide's figure. Raises Refused for what there isn't and what can't be chosen in it."""
    chosen, indicators = slide.choices, catalogue.indicators
    if slide.figure not in MADE:
        _among("one_figure", slide.figure, dict.fromkeys([*catalogue.figures, *MADE]))
    elif not chosen.indicator:
        raise Refused("figure_of_what", slide.figure)
    elif chosen.indicator not in indicators:
        near = get_close_matches(chosen.indicator, indicators, _NEAR, 0.0)
        raise Refused("indicator", chosen.indicator, ", ".join(near))
    for region in chosen.regions:
        _among("region", region, catalogue.regions)
    times = {
        "period": chosen.period is None or is_lock(chosen.period, catalogue.config.editions),
        "year": chosen.year is None or is_focus(chosen.year),
        "span": chosen.span is None or periods.years(chosen.span) is not None,
    }
    for key, right in times.items():
        if not right:
            raise Refused(f"unread_{key}", getattr(chosen, key))
    spec = spec_of(catalogue, slide)
    assert spec is not None
    heeded = {
        "indicator": slide.figure in MADE,
        "period": spec.over_a_period,
        "regions": spec.of_regions,
        "span": spec.of_a_span,
    }
    for key in chosen.values():
        if not heeded.get(key, True):
            can = (f"--{one}" for one in KEYS if heeded.get(one, True))
            raise Refused("not_chosen", slide.figure, f"--{key}", ", ".join(can))
    return spec


def _among(key: str, told: str, there: Mapping[str, object]) -> None:
    if told not in there:
        raise Refused(key, told, ", ".join(there))
