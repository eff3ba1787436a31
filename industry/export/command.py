"""``python -m industry export``: what was asked for, checked, then written with a progress bar."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tqdm import tqdm

from industry import project
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.export.picture import browser
from industry.export.picture.renderer import (
    Renderer,
    RendererBusy,
    RendererFailed,
    RendererUnavailable,
)
from industry.export.site import edition
from industry.figures import draw
from industry.tables.tables import Tables
from industry.wording import fault_words

_LOG = logging.getLogger(draw.__name__)
WORDS: dict[str, tuple[str, str]] = {
    "nothing": ("请给出汇报的代码（{}）或 --site 文件夹。", "Name a deck ({}) or give --site DIR."),
    "deck": ("没有名为“{}”的汇报；有：{}。", "There is no deck “{}”; there are: {}."),
    "format": ("没有“{}”这种格式；有：{}。", "There is no format “{}”; there are: {}."),
    "size": ("没有名为“{}”的尺寸；有：{}。", "There is no size “{}”; there are: {}."),
    "written": ("已写入{}：{}个文件。", "Written to {}: {} files."),
    "folder": ("不能写入{}：{}。请换一个文件夹。", "Can't write to {}: {}. Please choose another folder."),
    "no_browser": (
        "没有找到 Chromium、Chrome 或 Edge，不能生成图片。请安装其中之一。",
        "No Chromium, Chrome or Edge was found, so no pictures can be made. Please install one of them.",
    ),
    "no_font": (
        "没有找到简体中文字体，不能生成图片。请安装 Noto Sans CJK SC（fonts-noto-cjk）。",
        "No simplified-Chinese font was found, so no pictures can be made. Please install Noto Sans CJK SC.",
    ),
    "figure": (
        "图{}未能生成（{}）；其他图不受影响。",
        "The figure {} could not be made ({}); the others were.",
    ),
    "no_pictures": ("加上 --no-pictures，可只写出页面。", "With --no-pictures only the pages are written."),
    "failed": ("图片未能生成，请再试一次。", "A picture could not be made. Please try again."),
}


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with a sentence on the error stream: nothing could be
    written, or all but the figures named."""
    found = project.store(chosen.folder).current(wait=True)
    if found.tables is None:
        for fault in found.faults:
            print(fault_words.sentence(fault, chosen.language), file=sys.stderr)
        return 1
    failures = _Failures(chosen.language)
    _LOG.addHandler(failures)
    try:
        status = _site(found.tables, chosen) if chosen.site else _deck(found.tables, chosen)
        return 1 if failures.count else status
    except RendererUnavailable as missing:
        return _refuse(chosen, missing.code)
    except (RendererBusy, RendererFailed):
        return _refuse(chosen, "failed")
    except OSError as error:
        return _refuse(chosen, "folder", str(error.filename or chosen.out), error.strerror or str(error))
    finally:
        _LOG.removeHandler(failures)


class _Failures(logging.Handler):
    """The log at a terminal: of a figure that fails one sentence on the error stream, and no traceback."""

    def __init__(self, language: str) -> None:
        super().__init__(logging.ERROR)
        self.language, self.count = language, 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1
        error = record.exc_info[1] if record.exc_info else None
        print(say("figure", self.language, *map(str, record.args or ()), repr(error)), file=sys.stderr)


def say(key: str, language: str, *facts: str) -> str:
    """The sentence ``key`` with its blanks filled."""
    return WORDS[key][language != "zh"].format(*facts)


def _refuse(chosen: argparse.Namespace, key: str, *facts: str) -> int:
    told = [say(key, chosen.language, *facts)]
    if chosen.site and key.startswith("no_"):
        told.append(say("no_pictures", chosen.language))
    print(("" if chosen.language == "zh" else " ").join(told), file=sys.stderr)
    return 1


def _deck(tables: Tables, chosen: argparse.Namespace) -> int:
    config, known = tables.catalogue.config, formats()
    decks = {one.id: one for one in config.decks}
    sizes = {one.id: one for one in config.sizes}
    asked = [one for one in chosen.format.split(",") if one]
    size = chosen.size or next(iter(sizes))
    if chosen.deck is None:
        return _refuse(chosen, "nothing", ", ".join(decks))
    if chosen.deck not in decks:
        return _refuse(chosen, "deck", chosen.deck, ", ".join(decks))
    if size not in sizes:
        return _refuse(chosen, "size", size, ", ".join(sizes))
    for one in asked:
        if one not in known:
            return _refuse(chosen, "format", one, ", ".join(known))
    title, language, folder = decks[chosen.deck].title(chosen.language), chosen.language, Path(chosen.out)
    figures = drawn(tables, decks[chosen.deck].slides, language)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    with Renderer() as renderer:
        order = Order(title, figures, language, tables, sizes[size], renderer, not chosen.no_title)
        for made in dict.fromkeys(known[one] for one in asked):
            if made.of == "deck":
                works: Iterable[Work] = [(f"{chosen.deck}_{language}.{made.id}", partial(made.make, order))]
            else:
                works = tqdm(made.each(order), title, len(figures), unit=made.id.upper(), file=sys.stderr)
            for file, make in works:
                (folder / file).write_bytes(make())
                written += 1
    print(say("written", language, chosen.out, str(written)))
    return 0


Work = tuple[str, Callable[[], bytes]]


def _site(tables: Tables, chosen: argparse.Namespace) -> int:
    folder = Path(chosen.site)
    if not chosen.no_pictures:  # told before anything is written
        missing = (
            "no_browser" if browser.find() is None else "no_font" if browser.chinese_face() is None else ""
        )
        if missing:
            return _refuse(chosen, missing)
    with Renderer() as renderer, tqdm(desc=str(folder), unit="", file=sys.stderr) as bar:

        def advance(_: int, total: int) -> None:
            bar.total = total
            bar.update()

        edition.build(tables, folder, advance, None if chosen.no_pictures else renderer)
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    print(say("written", chosen.language, chosen.site, str(count)))
    return 0
