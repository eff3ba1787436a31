"""``python -m industry check``: every fault of the tables, or what they hold and what to look at again. Beside tables without
a fault it writes their data package."""

from __future__ import annotations

import argparse
from pathlib import Path

from industry import project
from industry.commands import asked
from industry.wording import fault_words


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=project.folder(), metavar="FOLDER", help=asked.FOLDER)
    asked.language(parser)
    parser.add_argument(
        "--rows", action="store_true", help="逐条列出没有图能画的数据 · list the rows that no figure can show"
    )


def run(chosen: argparse.Namespace) -> int:
    found = project.store(chosen.folder).current(wait=True)
    for fault in found.faults:
        print(fault_words.sentence(fault, chosen.language))
    if found.tables is None:
        return 1
    from industry.curation import datapackage
    from industry.export import checked

    datapackage.keep(Path(chosen.folder), found.tables)
    shelf = project.documents(Path(chosen.folder), found.tables.catalogue.config.documents)
    for line in checked.lines(found.tables, chosen.language, chosen.rows, shelf):
        print(line)
    return int(checked.faulty(found.tables, shelf))
