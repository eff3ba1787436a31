"""The command line: ``python -m industry check`` names every fault of the tables, ``export`` writes a deck
or the static edition of the whole dashboard, ``proof`` holds the numbers of a draft against the tables, ``read`` proposes
rows from a new document.

Exit status 0 where all is well, 1 where there is a fault. Each command's work is done elsewhere.
"""

from __future__ import annotations

import signal

if __name__ == "__main__":  # while all else is being read Ctrl+C ends it without a word
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from industry import project, wording
from industry.export.formats import names
from industry.vocabulary import fields
from industry.wording import fault_words

_FOLDER = "config.yaml 和 data/ 所在的文件夹 · the folder that holds config.yaml and data/"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m industry", description="省域工业数据看板 · provincial industry"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(
        commands.add_parser("check", help="列出所有表格中的每一处错误 · name every fault of the tables")
    )
    _add_export(commands.add_parser("export", help="导出汇报或静态版 · export a deck or the static edition"))
    _add_proof(commands.add_parser("proof", help="核对文稿中的数字 · check the figures of a draft"))
    _add_read(commands.add_parser("read", help="从新材料提出待录数据 · propose rows from a new document"))
    try:
        chosen = parser.parse_args(arguments)
    except SystemExit as end:  # argparse's own 2 is no status of ours
        return 1 if end.code else 0
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = int(chosen.run(chosen))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 1
    except OSError as error:  # whoever reads the output has seen enough, or there is no room for it
        if error.errno == errno.ENOSPC:
            print(wording.worded("command", "no_room", getattr(chosen, "language", "zh")), file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=project.folder(), metavar="FOLDER", help=_FOLDER)
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")
    parser.add_argument(
        "--rows", action="store_true", help="逐条列出没有图能画的数据 · list the rows that no figure can show"
    )
    parser.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    found = project.store(chosen.folder).current(wait=True)
    for fault in found.faults:
        print(fault_words.sentence(fault, chosen.language))
    if found.tables is None:
        return 1
    from industry.export import checked

    shelf = project.documents(Path(chosen.folder), found.tables.catalogue.config.documents)
    for line in checked.lines(found.tables, chosen.language, chosen.rows, shelf):
        print(line)
    return int(checked.faulty(found.tables, shelf))


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "deck", nargs="?", metavar="DECK", help="config.yaml 中汇报的代码 · a deck's id in config.yaml"
    )
    parser.add_argument(
        "--format",
        default="png",
        metavar=",".join(names()),
        help="格式，逗号分隔 · formats, with commas between",
    )
    parser.add_argument("--size", metavar="SIZE", help="图片尺寸的代码 · a size's id in config.yaml")
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")
    parser.add_argument("--no-title", action="store_true", help="图片不带标题 · pictures without their title")
    parser.add_argument("--out", default="export", metavar="DIR", help="目标文件夹 · where to write")
    parser.add_argument("--site", metavar="DIR", help="写出整个看板的静态版 · write the static edition")
    parser.add_argument(
        "--no-pictures", action="store_true", help="静态版不带图片 · the static edition without pictures"
    )
    parser.add_argument("--folder", default=project.folder(), metavar="FOLDER", help=_FOLDER)
    parser.set_defaults(run=_export)


def _export(chosen: argparse.Namespace) -> int:
    from industry.export import command

    return command.run(chosen)


def _add_proof(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="文稿（.txt、.docx、.pdf） · the draft")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="稿件日期 · the date of the draft")
    parser.add_argument("--region", metavar="ID", help="“我省”“我市”是谁 · the region whose draft it is")
    parser.add_argument(
        "--format",
        default="text",
        metavar="text|json|docx",
        help="docx：带批注的原稿 · the draft with comments",
    )
    parser.add_argument("--out", metavar="FILE", help="写入的文件 · where to write")
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")
    parser.add_argument("--folder", default=project.folder(), metavar="FOLDER", help=_FOLDER)
    parser.set_defaults(run=_proof)


def _proof(chosen: argparse.Namespace) -> int:
    from industry.export.texts import command

    return command.run(chosen)


def _add_read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="材料（.txt、.docx、.pdf） · the document")
    parser.add_argument(
        "--source", metavar="ID", help="材料在 data/sources.yaml 中的代码 · its id in data/sources.yaml"
    )
    parser.add_argument(
        "--region", metavar="ID", help="尚未登记的材料属于哪个地区 · whose it is, where it is no source yet"
    )
    parser.add_argument(
        "--date", metavar="DATE", help="材料的日期 · the document's date (YYYY-MM-DD, YYYY-MM, YYYY)"
    )
    parser.add_argument("--out", metavar="FILE.csv", help="写入的文件，默认标准输出 · where to write")
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")
    parser.add_argument("--folder", default=project.folder(), metavar="FOLDER", help=_FOLDER)
    parser.set_defaults(run=_read)


def _read(chosen: argparse.Namespace) -> int:
    from industry.export.texts import proposals

    return proposals.run(chosen)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    raise SystemExit(main())
