"""``python -m industry check``: every fault of the tables, or what they hold and what to look at again. Beside tables without
a fault it writes their data package."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from industry import project, wording
from industry.commands import asked
from industry.curation import adopting, history
from industry.curation.proposed import written
from industry.curation.refusal import Refusal
from industry.tables import reader, store
from industry.tables.tables import Tables
from industry.wording import fault_words

_SHOWN = 3
"""Prints that a sentence names."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=project.folder(), metavar="FOLDER", help=asked.FOLDER)
    parser.add_argument("--folder", dest="named", metavar="FOLDER", help=asked.FOLDER)
    asked.language(parser)
    parser.add_argument(
        "--rows", action="store_true", help="逐条列出没有图能画的数据 · list the rows that no figure can show"
    )
    parser.add_argument(
        "--zeros",
        metavar="FILE",
        help="把丢了末位0的原文数字写成待录数据，供 adopt 改回 · write rows for adopt that put lost last zeros back",
    )


def run(chosen: argparse.Namespace) -> int:
    folder = Path(chosen.named or chosen.folder)
    _recover(folder, chosen.language)
    found = project.store(folder).current(wait=True)
    for fault in found.faults:
        print(fault_words.sentence(fault, chosen.language))
    if found.tables is None:
        return 1
    from industry.curation import datapackage
    from industry.export import checked

    datapackage.keep(folder, found.tables)
    shelf = project.documents(folder, found.tables.catalogue.config.documents)
    for line in checked.lines(found.tables, chosen.language, chosen.rows, shelf):
        print(line)
    try:
        _zeros(chosen, folder, found.tables)
    except asked.Refused as refused:
        print(refused.told(chosen.language), file=sys.stderr)
        return 1
    if not _kept(folder, found.tables):
        print(wording.worded("adopting", "not_kept", chosen.language))
    return int(checked.faulty(found.tables, shelf))


def _recover(folder: Path, language: str) -> None:
    """Takes back an adoption that was cut off; where that can't be done now, the next one does it."""
    try:
        found = adopting.recover(folder)
    except Refusal:
        return
    if found:
        print(wording.worded("adopting", "recovered", language, found.change.at, found.change.who))


def _zeros(chosen: argparse.Namespace, folder: Path, tables: Tables) -> None:
    """Tells which prints have lost the zeros that ended them; where that is asked for, how they can be put back. Raises Refused."""
    from industry.curation import last_zeros

    say = partial(wording.worded, "adopting")
    found = last_zeros.lost(folder, tables)
    if found:
        shown = [
            say("zeros_at", chosen.language, tables.file(one.id), tables.line(one.id), one.was["as_printed"], one.printed)
            for one in found[:_SHOWN]
        ]  # fmt: skip
        print(
            say(
                "zeros_lost",
                chosen.language,
                len(found),
                ("；" if chosen.language == "zh" else "; ").join(shown),
            )
        )
    if out := asked.out(chosen, "read_over", name="zeros"):
        if found:
            asked.write(out, written(last_zeros.proposals(found, tables)))
        print(say("zeros_written" if found else "zeros_none", chosen.language, len(found), out))


def _kept(folder: Path, tables: Tables) -> bool:
    """Keeps the version that was checked; whether that could be done, or somebody has saved another since."""
    files = store.contents(folder)
    return reader.version(files) != tables.version or history.keep(folder, files, tables.version)
