"""``python -m industry read``: the rows that a new document may become, as a CSV.

How a row is proposed belongs in ``text``; the form of the CSV, in ``proposed``.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import asked
from industry.commands.asked import Refused
from industry.curation import documents, proposed
from industry.tables.tables import Tables
from industry.text import document
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Catalogue, Source

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LAST_MONTH, _A_LATE_DAY = 12, 28
_say = partial(wording.worded, "command")


def arguments(parser: argparse.ArgumentParser) -> None:
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
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask; exit status 0, or 1 with a sentence on the error stream."""
    language = chosen.language
    tables = asked.tables(chosen)
    if tables is None:
        return 1
    try:
        source, region, written = _whose(tables, chosen)
        out = asked.out(chosen, "read_over")
        file = Path(chosen.file)
        read = document.read(file.name, document.bytes_of(file))
        rows = documents.rows(read, tables, source, region, written)
        made = proposed.written(proposed.against(rows, tables))
        if out is not None:
            asked.write(out, made)
            print(_say("proposed", language, str(out), made.count(b"\r\n") - 1))
            return 0
    except Refused as refused:
        print(refused.told(language), file=sys.stderr)
        return 1
    except Unreadable as refused:
        print(wording.unreadable(refused, language), file=sys.stderr)
        return 1
    if sys.stdout is not None:
        sys.stdout.buffer.write(made)
    return 0


def _whose(tables: Tables, chosen: argparse.Namespace) -> tuple[Source | None, str, date | None]:
    """The source of the document, the region whose it is, and its date. Raises Refused."""
    catalogue = tables.catalogue
    if chosen.source is None and chosen.region is None:
        raise Refused("read_whose", asked.newest(_documents(catalogue), chosen.language))
    if chosen.source is not None and chosen.source not in catalogue.sources:
        raise Refused("read_source", chosen.source, asked.newest(_documents(catalogue), chosen.language))
    if chosen.region is not None and chosen.region not in catalogue.regions:
        raise Refused("region", chosen.region, ", ".join(catalogue.regions))
    source = catalogue.sources[chosen.source] if chosen.source is not None else None
    region = chosen.region or (source.region if source else "")
    return source, region, _date(chosen.date or (source.date if source else None))


def _documents(catalogue: Catalogue) -> list[Source]:
    """The sources that are documents, which is what is read."""
    return [one for one in catalogue.sources.values() if one.kind != "statistics"]


def _date(text: str | None) -> date | None:
    """A date that is known to the year, the month or the day: late in what isn't said. Raises Refused."""
    if not text:
        return None
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        return date(int(year), int(month or _LAST_MONTH), int(day or _A_LATE_DAY))
    except ValueError:
        raise Refused("read_date", text) from None
