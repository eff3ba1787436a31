"""What several commands ask for and answer alike: the folder of the tables, the language, tables or their faults."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from industry import project, wording
from industry.curation.importing.new_source import seen, unlike
from industry.export.formats import pptx
from industry.export.order import Order
from industry.export.pptx.templates import opened
from industry.export.pptx.templates.opened import BadTemplate
from industry.export.texts.written import write as whole
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source, newest_first
from industry.vocabulary.strict_record import Text

COLOURS = ("regions", "theme")
"""Whose colours the regions have in a presentation: their own, or the template's accents."""
_SHOWN = 10
"""Sources of which a sentence tells, at most."""
FOLDER = "config.yaml 和 data/ 所在的文件夹 · the folder that holds config.yaml and data/"


class Refused(ValueError):
    """That a command can't do what is asked: the key of a sentence in ``words/command.yaml`` or another file of ``words``,
    and its facts."""

    def __init__(self, key: str, *facts: object, words: str = "command") -> None:
        super().__init__(key, *facts)
        self.key, self.facts, self.words = key, facts, words

    def told(self, language: str) -> str:
        return wording.worded(self.words, self.key, language, *self.facts)


def folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", default=project.folder(), metavar="FOLDER", help=FOLDER)


def language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")


def new_source(parser: argparse.ArgumentParser) -> None:
    """What is said of a source that is made like another."""
    parser.add_argument("--title", metavar="TITLE", help="新出处的中文标题 · a new source's title in Chinese")
    parser.add_argument(
        "--title-en", metavar="TITLE", help="新出处的英文标题 · a new source's title in English"
    )
    parser.add_argument("--via", metavar="NAME", help="新出处的转载处 · the reprint that it was seen in")
    parser.add_argument("--via-en", metavar="NAME", help="转载处的英文名 · the reprint's name in English")
    parser.add_argument(
        "--confidence",
        choices=fields.CONFIDENCE,
        default="B",
        help="可信度：A 两处以上一致，B 只见于一处（默认） · A: seen in two places or more, B: in one",
    )


def told_of(chosen: argparse.Namespace, source: Source, like: Source) -> Source:
    """A new source with what is said of it. Raises Refused where a title is still that of the one it is made like, or a name stands in
    one language alone."""
    title, via = (
        [(getattr(chosen, name) or "").strip() for name in (one, f"{one}_en")] for one in ("title", "via")
    )
    for name, given in (("title", title), ("via", via)):
        if any(given) and not all(given):
            raise Refused("new_source_both", f"--{name}", f"--{name}-en")
    if all(title):
        source = source.model_copy(update={"title": Text(zh=title[0], en=title[1])})
    if unlike(source.title, like.title):
        raise Refused("new_source_title", like.id)
    return seen(source, Text(zh=via[0], en=via[1]) if all(via) else None, chosen.confidence)


def listed(told: str) -> tuple[str, ...]:
    """What is named with commas between, each once; what is nothing but commas as it is."""
    return tuple(dict.fromkeys(one for one in told.split(",") if one)) or (told,)


def looks(parser: argparse.ArgumentParser) -> None:
    """How Office files look."""
    parser.add_argument(
        "--template", metavar="FILE", help="PPTX 用的模板 · the presentation whose layouts a PPTX is set in"
    )
    parser.add_argument(
        "--colours",
        choices=COLOURS,
        default=COLOURS[0],
        help="各地颜色：看板的，或模板的 · the regions' own colours, or the template's",
    )
    parser.add_argument(
        "--clean",
        action="store_true",
        help="简报不带出处编号 · a briefing without the numbers of its sources",
    )


def look(chosen: argparse.Namespace, wished: Sequence[str]) -> Callable[[Order], Order]:
    """What gives an order the look that is asked for, its files being of the ``wished`` formats. Raises Refused."""
    accents = chosen.colours == COLOURS[1]
    if accents and not chosen.template:
        raise Refused("no_template")
    if chosen.template and pptx.FORMAT.id not in wished:
        raise Refused("template_format", pptx.FORMAT.id)
    try:
        template = opened.given(Path(chosen.template)) if chosen.template else None
    except BadTemplate as bad:
        raise Refused("template", chosen.template, bad.told(chosen.language)) from bad
    return lambda order: replace(order, template=template, accents=accents, clean=chosen.clean)


def tables(chosen: argparse.Namespace) -> Tables | None:
    """The tables of the folder; None where they have faults, each of which is told on the error stream."""
    found = project.store(chosen.folder).current(wait=True)
    if found.tables is None:
        for fault in found.faults:
            print(wording.fault(fault, chosen.language), file=sys.stderr)
    return found.tables


def newest(some: Sequence[Source], language: str) -> str:
    """The newest of some sources, each with its id, title and date on a line, and how many more there are."""
    shown = newest_first(some)[:_SHOWN]
    lines = [
        wording.worded("command", "source_line", language, one.id, one.title(language), one.date or "")
        for one in shown
    ]
    if more := len(some) - len(shown):
        lines.append(wording.worded("command", "sources_more", language, more))
    return "".join(f"\n  {line.strip()}" for line in lines)


def out(chosen: argparse.Namespace, over: str, words: str = "command", name: str = "out") -> Path | None:
    """Where ``--out`` (or the argument of another ``name``) says to write, neither over the file that is read nor among the tables. ``over``: the key of the sentence that
    says so. Raises Refused."""
    given = getattr(chosen, name)
    if given is None:
        return None
    found = Path(given)
    within = Path(chosen.folder) / "data"
    try:
        resolved = found.resolve()
        if (
            "file" in chosen
            and resolved == Path(chosen.file).resolve()
            or resolved.is_relative_to(within.resolve())
        ):
            raise Refused(over, given, words=words)
    except (OSError, RuntimeError) as error:
        raise Refused("folder", given, error) from error
    return found


def beside(file: Path, called: str, folder: Path | None = None, ending: str = "") -> Path:
    """The name of a new file beside another, which ends in what it is ``called``: draft-checked.docx; with a number where there is
    one of this name."""
    stem, ending, count = f"{file.stem}-{called}", ending or file.suffix, 1
    named = (folder or file.parent) / f"{stem}{ending}"
    while named.exists():
        count += 1
        named = named.with_name(f"{stem}-{count}{ending}")
    return named


def write(path: Path, made: bytes) -> None:
    """Raises Refused."""
    try:
        whole(path, made)
    except (OSError, ValueError) as error:
        raise Refused("folder", str(path), error) from error


def tell_written(folder: str, names: Sequence[str], language: str) -> None:
    """How many files have been written to a folder, and which."""
    print(wording.worded("command", "written", language, folder, len(names)))
    for one in names:
        print(f"  {one}")
