"""``python -m industry adopt``: accepted rows, new sources, confirmed answers or whole tables become part of the tables, or all that is wrong is
told and nothing changes. What is read of each file belongs in ``given``; how it is written, in ``adopting``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import asked, ending
from industry.curation import adopting, given
from industry.curation.adopting import Adopted
from industry.curation.importing import answers, worded
from industry.curation.importing.questions import Key
from industry.curation.refusal import Refusal
from industry.tables.references import MAPPINGS

_say = partial(wording.worded, "adopting")
_SHOWN = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="待录数据（.csv、.xlsx）、新出处和确认过的回答（.yaml）、一个地区的整表，或整个文件夹 · "
        "proposed rows, new sources, confirmed answers, a region's table, or a folder of tables",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="整表采用时，允许改动或删去现有的数据 · let whole tables alter or take away what is there",
    )
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with sentences on the error stream."""
    language = chosen.language
    try:
        found = given.read(list(map(Path, chosen.files)))
        done = adopting.adopt(
            Path(chosen.folder),
            found.rows,
            found.sources,
            partial(worded.mappings, found.answers) if answers.lasting(found.answers) else None,
            whole=found.whole,
            replace=chosen.replace,
            named=[Path(one).name for one in chosen.files],
        )
    except Refusal as refused:
        return refuse(refused, language)
    except KeyboardInterrupt:
        return stopped(language)
    if done is None:
        print(_say("all_entered" if found.rows or found.sources else "nothing_new", language))
        return 0
    entry = done.entry
    key = "adopted_whole" if found.whole is not None else "adopted"
    print(_say(key, language, entry.rows, entry.replaced, ", ".join(entry.files)))
    tell_answers(found.answers, done, language)
    tell(done, language)
    if unread := sum(one.unread for one in found.rows):
        print(_say("accepted_unseen", language, unread))
    if left := sum(not one.accepted for one in found.rows):
        print(_say("not_accepted", language, left))
    print(_say("how_undone", language))
    return 0


def tell_answers(given: Mapping[Key, str], done: Adopted | None, language: str) -> None:
    """How many answers about workbooks are kept now, and how many hold for one workbook alone."""
    lasting = answers.lasting(given)
    if done is not None and MAPPINGS in done.entry.files:
        print(_say("adopted_answers", language, len(lasting), MAPPINGS))
    if once := len(given) - len(lasting):
        print(_say("answers_once", language, once))


def tell(done: Adopted, language: str) -> None:
    """What is to be said of every change."""
    entry = done.entry
    if done.recovered:
        print(_say("recovered", language, done.recovered.change.at, done.recovered.change.who))
        if done.recovered.kept:
            print(_say("recovered_but", language, ", ".join(done.recovered.kept)))
    if done.merged:
        print(_say("merged", language))
    if entry.before and entry.after:
        print(_say("versions", language, entry.before, entry.after))
    print(_say("backup", language, f"{adopting.BACKUPS}/{entry.backup}"))
    if not done.kept:
        print(_say("not_kept", language))


def refuse(refused: Refusal, language: str) -> int:
    """All that is in the way, on the error stream; the first of very many."""
    told = list(refused.told(language))
    for line in told[:_SHOWN]:
        print(line, file=sys.stderr)
    if len(told) > _SHOWN:
        print(_say("more", language, len(told) - _SHOWN), file=sys.stderr)
    return 1


def stopped(language: str) -> int:
    """What its user may rely on who has stopped it."""
    print(_say("stopped", language), file=sys.stderr)
    return ending.status()
