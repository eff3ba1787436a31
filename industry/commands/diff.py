"""``python -m industry diff``: what would change if proposed rows, sources or tables were adopted, or, where none are named,
what has changed since the last version that was kept. Nothing is written among the tables."""

from __future__ import annotations

import argparse
from pathlib import Path

from industry import project, wording
from industry.commands import adopt, asked, changes
from industry.curation import candidate, given, history, since
from industry.curation.difference import difference
from industry.curation.refusal import Refusal, would_be
from industry.tables import store
from industry.tables.tables import Tables


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="待录数据、新出处、整表或文件夹，与 adopt 相同；不写则与最近保存的版本比较 · "
        "as for adopt; without any the last version that was kept is compared",
    )
    changes.formats(parser)
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with sentences on the error stream."""
    now = asked.tables(chosen)
    if now is None:
        return 1
    try:
        if chosen.files:
            before, after = now, proposed(Path(chosen.folder), list(map(Path, chosen.files)), now)
        else:
            before, after = _last(Path(chosen.folder), now), now
        if before.content == after.content and chosen.format == "text":
            print(
                wording.worded("changes", "same_version", chosen.language, wording.short_version(now.version))
            )
            return 0
        changes.tell(difference(before, after), chosen)
    except Refusal as refused:
        return adopt.refuse(refused, chosen.language)
    return 0


def proposed(folder: Path, paths: list[Path], now: Tables) -> Tables:
    """The tables as they would be with what these files propose. Raises Refusal with all that is wrong."""
    found = given.read(paths)
    files = store.contents(folder)
    if found.whole is not None:
        made = candidate.whole_tables(files, found.whole)
    elif candidate.entered(files, found.rows, found.sources, now):
        return now
    else:
        made = candidate.built(files, found.rows, found.sources, None, now)
    after, faults = project.read(made.files)
    if after is None:
        raise Refusal("would_be_faulty", len(faults), wrong=would_be(faults, made.origins), words="changes")
    return after


def _last(folder: Path, now: Tables) -> Tables:
    """The version that was kept last before this one; the one of now where it is the only one. Raises Refusal, also where nothing
    says any more which was the last."""
    held = history.held(folder)
    if not held:
        raise Refusal("since_none", wording.short_version(now.version), words="changes")
    if held[-1].last is None and len(held) > 1:
        versions = ", ".join(wording.short_version(one.version) for one in held)
        raise Refusal("since_undated", versions, words="changes")
    return now if held[-1].version == now.version else since.tables(folder, held[-1].version)
