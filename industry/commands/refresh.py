"""``python -m industry refresh``: the figures of ours in somebody's own file brought up to the tables of now, in a new file beside
it, and told what has become of them. What that is belongs in ``industry.export.refreshing``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from industry import wording
from industry.commands import asked, waiting
from industry.export.refreshing import refreshed
from industry.export.refreshing.report import as_text
from industry.export.texts.written import write
from industry.text import document
from industry.text.unreadable import Unreadable

_DONE, _LOOK, REFUSED = 0, 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "把您文件中由本看板导出的图表更新到现有数据，其余不动；写成新文件，原文件绝不改写。"
        "退出码：0 已更新或无变化；1 已更新，有需您过目之处；2 未能读取或写入 · "
        "brings the figures of ours in a file of yours up to the tables, in a new file. "
        "Exit status: 0 all is well, 1 something needs your eye, 2 nothing could be read or written"
    )
    parser.add_argument(
        "file", metavar="FILE", help="您的 .pptx 或 .docx 文件 · a presentation or a briefing of yours"
    )
    parser.add_argument("--out", metavar="FILE", help="写入的文件 · where to write")
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0 where nothing needs anybody's eye, 1 where something does, 2 with a sentence on
    the error stream."""
    language, file = chosen.language, Path(chosen.file)
    try:
        out = asked.out(chosen, "refresh_over")
        kinds = [one.suffix.lower() for one in (file, out or file)]
        if out is not None and not out.is_dir() and kinds[0] in refreshed.KINDS and kinds[0] != kinds[1]:
            raise asked.Refused("refresh_kind", out, file.suffix)
        data = document.bytes_of(file)
        tables = asked.tables(chosen)
        if tables is None:
            return _refuse(wording.worded("command", "refresh_faults", language))
        with waiting.bar(file.name) as told:
            found = refreshed.refreshed(file.name, data, tables, language, told)
        if found.data != data:
            out = asked.beside(file, refreshed.ending(language)) if out is None or out.is_dir() else out
            write(out, found.data)
    except asked.Refused as refused:
        return _refuse(refused.told(language))
    except Unreadable as refused:
        return _refuse(refreshed.refused(refused, language))
    except (OSError, ValueError) as error:
        return _refuse(wording.worded("command", "folder", language, out, error))
    for line in as_text(found.report, language):
        print(line)
    if found.data != data:
        print(wording.worded("command", "refreshed", language, out), file=sys.stderr)
    return _LOOK if found.report.eye else _DONE


def _refuse(told: str) -> int:
    print(told, file=sys.stderr)
    return REFUSED
