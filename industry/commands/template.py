"""``python -m industry template``: the workbook in which a region's rows are entered and corrected. What stands in it belongs
in ``curation``."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from industry import wording
from industry.commands import asked
from industry.commands.asked import Refused
from industry.curation.template import making
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Region

_say = partial(wording.worded, "template")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("region", metavar="REGION", help="地区的代码或名称 · a region's id or name")
    parser.add_argument(
        "--out",
        metavar="FILE.xlsx",
        help="写入的文件，默认为 代码.xlsx · where to write, REGION.xlsx unless given",
    )
    parser.add_argument("--empty", action="store_true", help="不带已有数据 · without the rows that are there")
    asked.language(parser)
    asked.folder(parser)


def run(chosen: argparse.Namespace) -> int:
    """Write the workbook; exit status 0, or 1 with a sentence on the error stream."""
    tables = asked.tables(chosen)
    if tables is None:
        return 1
    try:
        region = _region(tables, chosen.region)
        out = _out(chosen, region)
        made = making.workbook(tables, region, chosen.language, chosen.empty)
        asked.write(out, made)
    except Refused as refused:
        print(refused.told(chosen.language), file=sys.stderr)
        return 1
    rows = 0 if chosen.empty else len(tables.rows(region=region.id))
    print(_say("written", chosen.language, str(out), region.name(chosen.language), str(rows)))
    return 0


def _region(tables: Tables, asked_for: str) -> Region:
    """By its id, or its name in either language. Raises Refused."""
    regions = tables.catalogue.regions
    for one in regions.values():
        if asked_for in (one.id, one.name.zh, one.name.en):
            return one
    raise Refused("region", asked_for, ", ".join(regions))


def _out(chosen: argparse.Namespace, region: Region) -> Path:
    """Where to write: over no file that is there, since somebody may have filled it in, and not among the tables. Raises
    Refused."""
    out = Path(chosen.out or f"{region.id}.xlsx")
    try:
        if out.resolve().is_relative_to((Path(chosen.folder) / "data").resolve()):
            raise Refused("among", str(out), words="template")
        if out.suffix.lower() != ".xlsx":
            raise Refused("no_workbook", str(out), words="template")
        if out.exists():
            raise Refused("there", str(out), words="template")
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("folder", str(out), error) from error
    return out
