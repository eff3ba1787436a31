"""``python -m industry proof``: a draft read from its file, and what became of its numbers written as text, as JSON or as
comments. What of it can't be done is said in a sentence on the error stream."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from functools import partial
from pathlib import Path

from industry import project, wording
from industry.commands import asked, waiting
from industry.export.texts import proofs
from industry.export.texts.commented import commented
from industry.export.texts.written import write
from industry.tables.tables import Tables
from industry.text import document
from industry.text.unreadable import Unreadable

FORMATS = {"text": ".txt", "json": ".json", "docx": ".docx"}
"""With the ending of a file that holds it."""
_WORD = ".docx"
_say = partial(wording.worded, "command")


def arguments(parser: argparse.ArgumentParser) -> None:
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
    asked.language(parser)
    asked.folder(parser)


class _Refused(ValueError):
    """What can't be done, in words."""


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0 where the draft could be checked, whatever came of it, else 1 with a
    sentence on the error stream."""
    language = chosen.language
    try:
        return _run(chosen, language)
    except _Refused as refused:
        told = str(refused)
    except Unreadable as refused:
        told = wording.unreadable(refused, language)
    print(told, file=sys.stderr)
    return 1


def _run(chosen: argparse.Namespace, language: str) -> int:
    draft = Path(chosen.file)
    if chosen.format not in FORMATS:
        raise _Refused(_say("format", language, chosen.format, ", ".join(FORMATS)))
    written = _date(chosen.date, language) if chosen.date else None
    if chosen.format == "docx" and draft.suffix.lower() != _WORD:
        raise _Refused(_say("proof_docx", language, draft.name))
    out = _out(chosen, draft)
    data = document.bytes_of(draft)
    read = document.read(draft.name, data)
    found = project.store(chosen.folder).current(wait=True)
    if found.tables is None:
        raise _Refused("\n".join(wording.fault(fault, language) for fault in found.faults))
    regions = [*found.tables.catalogue.regions]
    if chosen.region and chosen.region not in regions:
        raise _Refused(_say("region", language, chosen.region, ", ".join(regions)))
    proof = proofs.proof(document.text_of(read), found.tables, written, chosen.region or None, language)
    _tell(chosen, read, found.tables)
    if chosen.format == "docx":
        with waiting.bar(draft.name) as told:
            content = commented(data, proof, language, told)
    elif chosen.format == "json":
        content = (proofs.as_json(proof, read.paged) + "\n").encode()
    else:
        content = "".join(f"{line}\n" for line in proofs.as_text(proof, language, read.paged)).encode()
    if out is None:
        _print(content.decode(), chosen.format)
        return 0
    try:
        write(out, content)
    except (OSError, ValueError) as error:
        raise _Refused(_say("folder", language, out, error)) from error
    print(_say("proof_written", language, out, len(proof.numbers)), file=sys.stderr)
    return 0


def _date(told: str, language: str) -> date:
    try:
        return proofs.day(told)
    except ValueError as error:
        raise _Refused(_say("proof_date", language, told)) from error


def _out(chosen: argparse.Namespace, draft: Path) -> Path | None:
    """The file to write, None for standard output: never the draft, and where no name is given none that is there."""
    named = Path(chosen.out) if chosen.out else None
    if named is None and chosen.format != "docx":
        return None
    if named is None or named.is_dir():
        called = wording.worded("proofs", "checked", chosen.language)
        named = asked.beside(draft, called, named, FORMATS[chosen.format])
    elif named.exists() and draft.exists() and named.samefile(draft):
        raise _Refused(_say("proof_itself", chosen.language, named))
    return named


def _tell(chosen: argparse.Namespace, read: document.Document, tables: Tables) -> None:
    """What hangs on what wasn't given, and what of the file isn't read."""
    told = []
    if not chosen.date:
        told.append(_say("proof_undated", chosen.language))
    if not chosen.region:
        told.append(_say("proof_unowned", chosen.language, ", ".join(tables.catalogue.regions)))
    told.append(wording.unread(read.unread, chosen.language))
    for one in filter(None, told):
        print(one, file=sys.stderr)


def _print(told: str, kind: str) -> None:
    if sys.stdout is None:  # closed by whoever called
        return
    try:
        told.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # JSON can say every letter in any encoding
        told = f"{json.dumps(json.loads(told), indent=1)}\n" if kind == "json" else told
    sys.stdout.write(told)
