"""Reading and checking 100,000 observations, against ``pandas.read_csv`` of the same file.

    python -m benchmarks.read_tables

The large table is the project's own, many times over: its rows with their notes and sources, in each
of them another period and another figure in the form that was printed (18.5%, 下降9.6%, 1.4万家).
All else is as it was, as when a curator saves one table.
"""

from __future__ import annotations

import csv
import io
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from industry import project
from industry.tables import reader
from industry.tables.store import contents
from industry.vocabulary import periods, printed

ROOT = Path(__file__).resolve().parent.parent
TABLE = "data/observations/jiangxi.csv"
ROWS = 100_000
_NUMBER = re.compile(r"\d+(\.\d+)?")
AT_MOST = 8.0


def large(known: reader.Tables, given: bytes, rows: int = ROWS) -> bytes:
    """A table of observations, ``given``, with that many rows added, every one right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    spans = {timing: list(_periods(timing)) for timing in periods.TIMINGS}
    models = [row for row in known.rows() if row.value_to is None and _NUMBER.search(row.as_printed)]
    told: Counter[tuple[object, ...]] = Counter()
    for count in range(rows):
        row = models[count % len(models)]
        indicator = row.indicator
        said_of = (indicator.id, row.source.id, row.paragraph, row.edition, row.status)
        times = told[said_of]
        told[said_of] += 1
        number = f"{count / 100 + 1:.2f}"
        text = _NUMBER.sub(number, row.as_printed, count=1)
        said = printed.read(text, indicator.unit)
        if said is None:
            raise ValueError(text)
        writer.writerow(
            [
                indicator.id,
                spans[indicator.timing][times % len(spans[indicator.timing])],
                f"{said.value:.2f}",
                "",
                row.qualifier,
                row.status,
                row.edition,
                " ".join(sorted(row.inferred)),
                row.source.id,
                row.paragraph or "",
                text,
                row.note_zh,
                row.note_en,
            ]
        )
    return given.rstrip() + b"\n" + out.getvalue().encode()


def _periods(timing: str) -> Iterator[str]:
    for year in range(2014, 1000, -1):
        for month in range(2, 13):
            yield f"{year}-01/{year}-{month:02d}" if timing == "flow" else f"{year}-{month:02d}"


def seconds(*works: Callable[[], object], times: int = 15) -> list[float]:
    """The least time of each, all run in turn, and without what an earlier run remembered."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for place, work in enumerate(works):
            printed.shape.cache_clear()
            periods.parse.cache_clear()
            start = time.perf_counter()
            work()
            taken[place].append(time.perf_counter() - start)
    return [min(one) for one in taken]


def measure() -> tuple[float, float]:
    """Seconds that reading and checking takes, and those that ``pandas.read_csv`` takes."""
    files = contents(ROOT)
    known, faults = project.read(files)
    if known is None:
        raise SystemExit(f"the tables have {len(faults)} faults; see: python -m industry check")
    data = large(known, files[TABLE])
    files = {**files, TABLE: data}
    read, faults = project.read(files)
    if read is None or len(read.book) < ROWS:
        raise SystemExit(f"the large table is refused: {faults[:3]}")
    plain, ours = seconds(lambda: pd.read_csv(io.BytesIO(data)), lambda: project.read(files))
    return ours, plain


def main() -> int:
    ours, plain = measure()
    ratio = ours / plain
    print(f"read and check {ROWS:,} observations: {ours:.3f} s, pandas.read_csv {plain:.3f} s: ", end="")
    print(f"{ratio:.2f} × (at most {AT_MOST:.0f} ×)")
    return int(ratio > AT_MOST)


if __name__ == "__main__":
    raise SystemExit(main())
