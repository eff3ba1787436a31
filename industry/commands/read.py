"""``python -m industry read``: the rows that a new document may become, as a CSV; with ``--like`` the record of its source too.

How a row is proposed belongs in ``text``; the form of the CSV, in ``proposed``.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import asked
from industry.commands.asked import Refused
from industry.curation import documents, proposed
from industry.curation.bench import sources
from industry.curation.importing import new_source
from industry.tables.tables import Tables
from industry.text import document
from industry.text.unreadable import Unreadable
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue, Source

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
    parser.add_argument(
        "--like", metavar="ID", help="新建出处，仿照哪一个 · the source that a new one is like"
    )
    asked.new_source(parser)
    parser.add_argument(
        "--kind", choices=fields.DOCUMENT_KINDS, help="新出处的种类 · what kind of document a new source is"
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
        file = Path(chosen.file)
        source, region, written = _whose(tables, chosen)
        if chosen.like is not None:
            chosen.out = chosen.out or str(file.with_name(f"{file.stem}.proposed.csv"))
        out = asked.out(chosen, "read_over")
        read = document.read(file.name, document.bytes_of(file))
        rows = documents.rows(read, tables, source, region, written)
        made = proposed.written(proposed.against(rows, tables))
        if out is not None:
            asked.write(out, made)
            print(_say("proposed", language, str(out), made.count(b"\r\n") - 1))
            if chosen.like is not None and source is not None:
                record = out.with_name(f"{out.stem}.source.yaml")
                asked.write(record, new_source.written(source))
                print(_say("read_made", language, source.id, record, chosen.like, source.confidence))
                print(_say("read_put", language, file.name, f"{source.document}{file.suffix}"))
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
    if chosen.like is not None:
        made = _like(tables, chosen)
        return made, made.region, _date(made.date)
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


def _like(tables: Tables, chosen: argparse.Namespace) -> Source:
    """The new source of the document, as another is. Raises Refused."""
    every = tables.catalogue.sources
    one = every.get(chosen.like)
    if one is None or one.kind not in fields.DOCUMENT_KINDS:
        raise Refused("read_like", chosen.like, asked.newest(_documents(tables.catalogue), chosen.language))
    if chosen.source is not None or chosen.region not in (None, one.region):
        raise Refused("read_like_alone", one.id, one.region)
    if not (chosen.date and (chosen.title or "").strip() and (chosen.title_en or "").strip()):
        raise Refused("read_like_needs")
    _date(chosen.date)
    new = new_source.like(one, sources.day(chosen.date), None, every)
    titled = asked.told_of(chosen, new, one)
    name = Path(chosen.file).name
    return new_source.of_document(titled, name, every.values(), chosen.kind or one.kind, one.region)


def _date(text: str | None) -> date | None:
    """A date that is known to the year, the month or the day: late in what isn't said. Raises Refused."""
    if not text:
        return None
    found = sources.day(text)
    if not found:
        raise Refused("read_date", text)
    return documents.late_day(*map(int, found.split("-")))
