"""``python -m industry changes``: what has changed since an earlier state of the tables. Which state that is belongs in
``since``, what differs in ``difference``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from industry import wording
from industry.commands import adopt, asked
from industry.curation import since
from industry.curation.changes.written import FORMATS
from industry.curation.difference import Difference, difference
from industry.curation.refusal import Refusal
from industry.export.texts.written import write


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        required=True,
        metavar="VERSION|DATE|FILE",
        help="数据版本（图下所印）、日期，或本看板导出的图片、PPTX、XLSX、HTML、汇报文件 · "
        "a version as printed below figures, a day, or a file exported here",
    )
    formats(parser)
    asked.language(parser)
    asked.folder(parser)


def formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="格式 · format")
    parser.add_argument("--out", metavar="FILE", help="写入的文件，默认标准输出 · where to write")


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with sentences on the error stream."""
    now = asked.tables(chosen)
    if now is None:
        return 1
    try:
        then = since.earlier(Path(chosen.folder), chosen.since, now)
        if then.unsure:
            short = wording.short_version(then.version)
            print(
                wording.worded("changes", "since_unsure", chosen.language, f"{then.day}", short),
                file=sys.stderr,
            )
        if then.tables is None and chosen.format == "text":
            print(
                wording.worded("changes", "same_version", chosen.language, wording.short_version(now.version))
            )
            return 0
        tell(difference(then.tables or now, now), chosen)
    except Refusal as refused:
        return adopt.refuse(refused, chosen.language)
    return 0


def tell(found: Difference, chosen: argparse.Namespace) -> None:
    """Write what differs where it is asked for. Raises Refusal."""
    made = FORMATS[chosen.format](found, chosen.language)
    if chosen.out is None:
        if sys.stdout is not None and chosen.format == "text":
            print(made.decode(), end="")
        elif sys.stdout is not None:
            sys.stdout.buffer.write(made)
        return
    out = Path(chosen.out)
    try:
        if out.resolve().is_relative_to((Path(chosen.folder) / "data").resolve()):
            raise Refusal("read_over", chosen.out, words="command")
        write(out, made)
    except (OSError, ValueError, RuntimeError) as error:
        if isinstance(error, Refusal):
            raise
        raise Refusal("folder", chosen.out, error, words="command") from error
    print(wording.worded("changes", "told_in", chosen.language, chosen.out))
