"""The command line: ``python -m industry check`` names every fault of the tables, ``export`` writes a deck
or the static edition of the whole dashboard, ``proof`` holds the numbers of a draft against the tables, ``read`` proposes
rows from a new document, ``import`` from a workbook.

Exit status 0 where all is well, 1 where there is a fault, 130 where it was interrupted (143 by whoever
shuts the machine down, 129 by a terminal that closes). Each command stands in ``commands``.
"""

from __future__ import annotations

import os
import sys

import industry
from industry.commands import ending, waiting

if __name__ == "__main__":  # while all else is being read
    ending.at_once()
    if sys.getfilesystemencoding() == "ascii":  # it has no Chinese names of files: once more, in UTF-8
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])

import argparse
import contextlib
import errno
import io
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

COMMANDS = {
    "check": ("check", "列出所有表格中的每一处错误 · name every fault of the tables"),
    "export": ("export", "导出汇报或静态版 · export a deck or the static edition"),
    "refresh": ("refresh", "更新您演示文稿中的图表 · bring figures in a file of yours up to date"),
    "proof": ("proof", "核对文稿中的数字 · check the figures of a draft"),
    "read": ("read", "从新材料提出待录数据 · propose rows from a new document"),
    "import": ("importing", "把统计表变为待录数据 · propose rows from a workbook"),
    "diff": ("diff", "采用前看会有什么变化 · what proposed rows would change"),
    "adopt": ("adopt", "采用待录数据 · make accepted rows part of the tables"),
    "undo": ("undo", "撤销上一次采用 · take the last adoption back"),
    "changes": ("changes", "某一版本或某日以来的变化 · what has changed since a version or a day"),
    "template": ("template", "填报用的工作簿 · a workbook to enter a region's rows"),
}
"""Each with its module in ``commands``, which is read when the command is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="python -m industry", description="省域工业数据看板 · provincial industry"
    )
    parser.add_argument("--version", action="version", version=industry.VERSION)
    asked: ModuleType | None = None
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (module, told) in COMMANDS.items():
        command = commands.add_parser(name, help=told)
        if given and given[0] == name:
            asked = import_module(f"industry.commands.{module}")
            asked.arguments(command)
            command.set_defaults(run=asked.run)
    try:
        chosen = parser.parse_args(given)
    except SystemExit as end:  # argparse's own 2 isn't every command's
        return int(getattr(asked, "REFUSED", 1)) if end.code else 0
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if __name__ == "__main__":
            ending.in_order()
        with waiting.told(getattr(chosen, "language", "zh")):
            status = int(chosen.run(chosen))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        from industry import wording

        print(wording.worded("command", "stopped", getattr(chosen, "language", "zh")), file=sys.stderr)
        return ending.status()
    except OSError as error:  # whoever reads the output has seen enough, or there is no room for it
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # the second on Windows
            from industry import wording

            key, facts = (
                ("no_room", ()) if error.errno == errno.ENOSPC else ("failed_file", (error.filename, error))
            )
            print(wording.worded("command", key, getattr(chosen, "language", "zh"), *facts), file=sys.stderr)
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    raise SystemExit(ending.quietly(main))
