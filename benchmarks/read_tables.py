"""Reading and checking 100,000 observations, against ``pandas.read_csv`` of the same file, which checks
nothing, and against ``frictionless validate``, which checks types, needed cells and closed lists.

    python -m benchmarks.read_tables

The large table is the project's own, many times over: its rows with their notes and sources, in each
of them another period and another figure in the form that was printed (18.5%, 下降9.6%, 1.4万家).
All else is as it was, as when a curator saves one table.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import frictionless
import pandas as pd

from benchmarks.measured import Measured, in_turn, milliseconds, ratio
from industry import project
from industry.tables import plausible, reader
from industry.tables.references import RULES
from industry.tables.store import contents
from industry.vocabulary import fields, periods, printed

ROOT = Path(__file__).resolve().parent.parent
TABLE = "data/observations/jiangxi.csv"
ROWS = 100_000
_NUMBER = re.compile(r"\d+(\.\d+)?")
AGAINST_PANDAS, AGAINST_FRICTIONLESS = 40.0, 0.5


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratios."""
    yield from measure(ROWS, 5 if quick else 15, 1 if quick else 5)


def measure(rows: int, plain: int, checked: int) -> Iterator[Measured]:
    """Read a table of ``rows`` more rows by ours and by pandas ``plain`` times in turn, by ours and by
    frictionless ``checked`` times."""
    files = contents(ROOT)
    known, faults = project.read(files)
    if known is None:
        raise SystemExit(f"the tables have {len(faults)} faults; see: python -m industry check")
    files |= enlarged(known, files, rows)
    data = files[TABLE]
    read, faults = project.read(files)
    if read is None or len(read.frame) < rows:
        raise SystemExit(f"the large table is refused: {faults[:3]}")

    def ours() -> object:
        """Without what an earlier run remembered of prints and periods."""
        printed.forget()
        for remembered in (periods.parse, periods.shortest):
            remembered.cache_clear()
        return project.read(files)

    what = f"read and check {rows:,} observations"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "table.csv").write_bytes(data)
        described = schema(data.decode("utf-8-sig").splitlines()[0].split(","))
        for peer, work, times, at_most in (
            (
                "pandas.read_csv",
                lambda: pd.read_csv(io.BytesIO(data), low_memory=False),
                plain,
                AGAINST_PANDAS,
            ),
            ("frictionless validate", lambda: validated(folder, described), checked, AGAINST_FRICTIONLESS),
        ):
            taken, others = in_turn(ours, work, times)
            detail = f"{milliseconds(taken)} : {milliseconds(others)}"
            yield Measured(what, ratio(taken, others), at_most, peer, detail)


def validated(folder: str, described: dict[str, Any]) -> None:
    """The folder's table checked by frictionless, which must find it right."""
    held = frictionless.Schema.from_descriptor(described)
    report = frictionless.validate("table.csv", basepath=folder, schema=held)
    if not report.valid:
        raise SystemExit(f"frictionless refuses the large table: {report.to_summary()}")


def schema(header: list[str]) -> dict[str, Any]:
    """What the columns of a table may hold, as a table schema can say it."""
    described = []
    for column in map(fields.COLUMN.__getitem__, header):
        constraints: dict[str, Any] = {"required": not (column.optional or column.open)}
        if column.allowed and not column.several:
            constraints["enum"] = [one for one in column.allowed if one]
        described.append({"name": column.name, "type": column.kind, "constraints": constraints})
    return {"fields": described}


def enlarged(known: reader.Tables, files: Mapping[str, bytes], rows: int = ROWS) -> dict[str, bytes]:
    """The files that hold that many rows more, over so many periods that rules.yaml has to allow more years."""
    years = known.catalogue.rules.years.encode()
    return {
        TABLE: large(known, files[TABLE], rows),
        RULES: files[RULES].replace(years, b"1000/2060"),
    }


def large(known: reader.Tables, given: bytes, rows: int = ROWS) -> bytes:
    """A table of observations, ``given``, with that many rows added, every one right."""
    out = io.StringIO(newline="")
    header = next(csv.reader([given.decode("utf-8-sig").splitlines()[0]]))
    writer = csv.writer(out, lineterminator="\n")
    spans = {timing: list(_periods(timing)) for timing in get_args(fields.Timing)}
    by_hand = set(known.by_hand)
    models = [
        row
        for row in known.rows()
        if row.value_to is None and row.id not in by_hand and len(_NUMBER.findall(row.as_printed)) == 1
    ]
    told: Counter[tuple[object, ...]] = Counter()
    for count in range(rows):
        row = models[count % len(models)]
        indicator = row.indicator
        said_of = (indicator.id, row.source.id, row.paragraph, row.edition, row.status)
        times = told[said_of]
        told[said_of] += 1
        counted = plausible.counts(indicator)
        number = str(count + 1) if counted else f"{count / 100 + 1:.2f}"
        text = _NUMBER.sub(number, row.as_printed, count=1)
        said = printed.read(text, indicator.unit, indicator.measure)
        if said is None:
            raise ValueError(text)
        cells = {
            "indicator": indicator.id,
            "period": spans[indicator.timing][times % len(spans[indicator.timing])],
            "value": f"{said.value:f}",
            "qualifier": row.qualifier,
            "status": row.status,
            "edition": row.edition,
            "inferred": " ".join(sorted(row.inferred)),
            "source": row.source.id,
            "paragraph": row.paragraph or "",
            "as_printed": text,
            "note_zh": row.note_zh,
            "note_en": row.note_en,
        }
        writer.writerow([cells.get(column, "") for column in header])
    return given.rstrip() + b"\n" + out.getvalue().encode()


def _periods(timing: str) -> Iterator[str]:
    for year in range(2014, 1000, -1):
        for month in range(2, 13):
            yield f"{year}-01/{year}-{month:02d}" if timing == "flow" else f"{year}-{month:02d}"


def main() -> int:
    over = 0
    for one in run():
        print(
            f"{one.what}: {one.detail}, {one.peer}: {one.ratio:.2f} × (at most {one.at_most:g} ×)", flush=True
        )
        over |= one.verdict == "over"
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
