"""``python -m industry undo``: the last adoption taken back, and the one before it the next time; ``--back``: the last undoing."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import adopt, asked
from industry.curation import adopting
from industry.curation.refusal import Refusal

_say = partial(wording.worded, "adopting")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--back", action="store_true", help="恢复上一次撤销的采用 · take the last undoing back"
    )
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with sentences on the error stream."""
    language = chosen.language
    try:
        done = adopting.undo(Path(chosen.folder), chosen.back)
    except Refusal as refused:
        return adopt.refuse(refused, language)
    except KeyboardInterrupt:
        return adopt.stopped(language)
    assert done.of is not None
    files = ", ".join(done.entry.files)
    print(_say("redone" if chosen.back else "undone", language, done.of.at, done.of.who, files))
    adopt.tell(done, language)
    print(_say("how_undone" if chosen.back else "how_redone", language))
    return 0
