"""``python -m industry check``: every fault of the tables, or what they hold and what to look at again. Beside tables without
a fault it writes their data package."""

from __future__ import annotations

import argparse
from pathlib import Path

from industry import project, wording
from industry.commands import asked
from industry.curation import adopting, history
from industry.curation.refusal import Refusal
from industry.tables import reader, store
from industry.tables.tables import Tables
from industry.wording import fault_words


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=project.folder(), metavar="FOLDER", help=asked.FOLDER)
    parser.add_argument("--folder", dest="named", metavar="FOLDER", help=asked.FOLDER)
    asked.language(parser)
    parser.add_argument(
        "--rows", action="store_true", help="逐条列出没有图能画的数据 · list the rows that no figure can show"
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


def _kept(folder: Path, tables: Tables) -> bool:
    """Keeps the version that was checked; whether that could be done, or somebody has saved another since."""
    files = store.contents(folder)
    return reader.version(files) != tables.version or history.keep(folder, files, tables.version)
