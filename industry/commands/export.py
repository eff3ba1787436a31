"""``python -m industry export``: what was asked for, checked, then written with a progress bar."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import asked, one_figure, waiting
from industry.export.deck import regional, years
from industry.export.formats import formats, png, pptx
from industry.export.formats import names as known_formats
from industry.export.order import Format, Order, drawn, made_or_told
from industry.export.picture import browser
from industry.export.picture.renderer import (
    RendererBusy,
    RendererFailed,
    RendererUnavailable,
    for_many,
)
from industry.export.site import edition
from industry.export.texts.written import write
from industry.figures import draw
from industry.tables.tables import Tables
from industry.vocabulary.focus import is_focus

_TOLD = {draw.__name__: "figure", made_or_told.__module__: "file", __name__: "unforeseen"}
"""The word of the sentence for what each log tells."""
_say = partial(wording.worded, "command")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "deck", nargs="?", metavar="DECK", help="config.yaml 中汇报的代码 · a deck's id in config.yaml"
    )
    parser.add_argument(
        "--format",
        metavar=",".join(known_formats()),
        help="格式，逗号分隔 · formats, with commas between",
    )
    parser.add_argument("--size", metavar="SIZE", help="图片尺寸的代码 · a size's id in config.yaml")
    one_figure.arguments(parser)
    asked.language(parser)
    parser.add_argument("--no-title", action="store_true", help="图片不带标题 · pictures without their title")
    parser.add_argument(
        "--region", metavar="REGION", help="地区代码，代替汇报的代码 · a region's id, in place of a deck's"
    )
    asked.looks(parser)
    parser.add_argument("--out", default="export", metavar="DIR", help="目标文件夹 · where to write")
    parser.add_argument("--site", metavar="DIR", help="写出整个看板的静态版 · write the static edition")
    parser.add_argument(
        "--no-pictures",
        action="store_true",
        help="静态版不带各图的文件 · the static edition without the files of each figure",
    )
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with a sentence on the error stream: nothing could be
    written, or all but the figures named."""
    tables = asked.tables(chosen)
    if tables is None:
        return 1
    failures = [_Failures(name, key, chosen.language) for name, key in _TOLD.items()]
    try:
        if one_figure.asked_for(chosen):
            status = one_figure.run(tables, chosen)
        else:
            status = _site(tables, chosen) if chosen.site else _deck(tables, chosen)
        return 1 if any(one.count for one in failures) else status
    except asked.Refused as refused:
        return _refuse(chosen, refused.key, *refused.facts)
    except RendererUnavailable as missing:
        return _refuse(chosen, missing.code)
    except (RendererBusy, RendererFailed):
        return _refuse(chosen, "failed")
    except OSError as error:
        return _refuse(chosen, "folder", str(error.filename or chosen.site or chosen.out), error)
    except Exception:
        logging.getLogger(__name__).exception("the export could not be finished")
        return 1
    finally:
        for one in failures:
            one.close()


class _Failures(logging.Handler):
    """The log of this ``name`` at a terminal: of what fails one sentence on the error stream, no traceback."""

    def __init__(self, name: str, key: str, language: str) -> None:
        super().__init__(logging.ERROR)
        self.of, self.key, self.language, self.count = logging.getLogger(name), key, language, 0
        self.of.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1
        error = record.exc_info[1] if record.exc_info else None
        print(_say(self.key, self.language, *map(str, record.args or ()), repr(error)), file=sys.stderr)

    def close(self) -> None:
        self.of.removeHandler(self)
        super().close()


def _refuse(chosen: argparse.Namespace, key: str, *facts: object) -> int:
    told = [_say(key, chosen.language, *facts)]
    if chosen.site and key.startswith("no_"):
        told.append(_say("no_pictures", chosen.language))
    print(("" if chosen.language == "zh" else " ").join(told), file=sys.stderr)
    return 1


def _deck(tables: Tables, chosen: argparse.Namespace) -> int:
    config, known = tables.catalogue.config, formats()
    decks = {one.id: one for one in config.decks}
    sizes = {one.id: one for one in config.sizes}
    usual = pptx.FORMAT.id if chosen.template else png.FORMAT.id
    wished = asked.listed(chosen.format or usual)
    size = chosen.size or next(iter(sizes))
    if chosen.region is not None:
        region = regional.of_region(tables, chosen.region)
        if region is None:
            return _refuse(chosen, "region", chosen.region, ", ".join(tables.catalogue.regions))
        decks[region.id], chosen.deck = region, region.id
    if chosen.deck is None:
        return _refuse(chosen, "nothing", ", ".join(decks))
    if chosen.deck not in decks:
        return _refuse(chosen, "deck", chosen.deck, ", ".join(decks))
    if size not in sizes:
        return _refuse(chosen, "size", size, ", ".join(sizes))
    for one in wished:
        if one not in known:
            return _refuse(chosen, "format", one, ", ".join(known))
    if chosen.year is not None and not is_focus(chosen.year):
        return _refuse(chosen, "unread_year", chosen.year)
    if chosen.year is not None and not years.can_be_chosen(tables, chosen.year):
        return _refuse(chosen, "year_unheld", chosen.year, ", ".join(map(str, years.held(tables))))
    look = asked.look(chosen, wished)
    deck = years.of_year(decks[chosen.deck], chosen.year, tables)
    language, folder = chosen.language, Path(chosen.out)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    with for_many() as renderer:
        if any(known[one].pictures for one in wished):
            renderer.warm()
        figures = drawn(tables, deck.slides, language)
        title = years.title(deck, figures, chosen.year, config, language)
        told_apart = years.of_others(figures, chosen.year, config, language)
        order = Order(title, figures, language, tables, sizes[size], renderer, not chosen.no_title)
        order = look(replace(order, remarks=(told_apart,) if told_apart else ()))
        for made in dict.fromkeys(known[one] for one in wished):
            with waiting.bar(f"{title} {made.id.upper()}") as told:
                for file, make in _works(made, replace(order, told=told)):
                    content = made_or_told(file, make)
                    if content is not None:
                        write(folder / file, content)
                        written.append(file)
    asked.tell_written(chosen.out, written, language)
    if told_apart:
        print(told_apart)
    return 0


def _works(made: Format, order: Order) -> Iterable[tuple[str, Callable[[], bytes]]]:
    """The names of the files of a format, and what makes each."""
    if made.of == "deck":
        return [(made.file(order), partial(made.make, order))]
    return made.each(order)


def _site(tables: Tables, chosen: argparse.Namespace) -> int:
    folder = Path(chosen.site)
    if not chosen.no_pictures:  # told before anything is written
        missing = (
            "no_browser" if browser.find() is None else "no_font" if browser.chinese_face() is None else ""
        )
        if missing:
            return _refuse(chosen, missing)
    with for_many() as renderer, waiting.bar(str(folder)) as told:
        if not chosen.no_pictures:
            renderer.warm()
        edition.build(tables, folder, told, None if chosen.no_pictures else renderer)
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    print(_say("written", chosen.language, chosen.site, count))  # too many to be named
    return 0
