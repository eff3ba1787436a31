"""What three corrected numbers change, with 100,000 observations: figures, findings, derived rows; against reading the tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from benchmarks.measured import Measured, in_turn, milliseconds, ratio
from benchmarks.read_tables import ROWS, enlarged
from industry import project
from industry.curation.changes.written import FORMATS
from industry.curation.difference import difference
from industry.tables.reader import OBSERVATIONS
from industry.tables.store import contents
from industry.tables.tables import Tables

AT_MOST = 10.0
_CORRECTED = 3


def run(quick: bool = False) -> Iterator[Measured]:
    yield measure(ROWS // 5 if quick else ROWS, 1 if quick else 3)


def measure(rows: int, times: int) -> Measured:
    """Everything that is told of the difference, in Chinese."""
    files = contents(project.folder())
    known = _read(files)
    files |= enlarged(known, files, rows)
    before, after = _read(files), _read(corrected(files))
    before.derived(), after.derived()
    taken, others = in_turn(
        lambda: FORMATS["text"](difference(before, after), "zh"), lambda: project.read(files), times
    )
    what = f"difference of {_CORRECTED} numbers, {rows:,} observations"
    detail = f"{milliseconds(taken)} : {milliseconds(others)}"
    return Measured(what, ratio(taken, others), AT_MOST, "reading the tables", detail)


def corrected(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with some numbers of the first table a tenth higher."""
    name = min(one for one in files if OBSERVATIONS.fullmatch(one))
    rows = list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))
    plain = [one for one in rows if one["as_printed"] == f"{one['value']}%" and one["status"] == "actual"]
    for one in plain[:_CORRECTED]:
        value = Decimal(one["value"]) + Decimal("0.1")
        one |= {"value": str(value), "as_printed": f"{value}%"}
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return files | {name: made.getvalue().encode()}


def _read(files: dict[str, bytes]) -> Tables:
    found, faults = project.read(files)
    if found is None:
        raise RuntimeError(f"the tables have {len(faults)} faults")
    return found
