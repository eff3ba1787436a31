"""Reading and checking 100,000 observations, against ``pandas.read_csv`` of the same file.

    python -m benchmarks.read_tables

The table is made from the project's own: its indicators, units and sources, another period and
another figure in every row, in the forms that sources print (18.5%, 下降9.6%, 超300个, 1.4万家).
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from industry import fields, periods, printed, tables
from industry.catalogue import Catalogue, Indicator
from industry.store import contents

ROOT = Path(__file__).resolve().parent.parent
TABLE = "data/observations/jiangxi.csv"
ROWS = 100_000
AT_MOST = 8.0


def large(catalogue: Catalogue, rows: int = ROWS) -> bytes:
    """An observation table of that many rows, every one right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields.COLUMN)
    sources = [one.id for one in catalogue.sources.values() if not one.document]
    editions = ["", *catalogue.config.editions]
    spans = {timing: list(_periods(timing)) for timing in periods.TIMINGS}
    indicators = list(catalogue.indicators.values())
    for count in range(rows):
        indicator = indicators[count % len(indicators)]
        times, place = divmod(count // len(indicators), len(spans[indicator.timing]))
        value, qualifier, text = _figure(count, indicator)
        source = sources[(count + times) % len(sources)]
        edition = editions[times % len(editions)]
        period = spans[indicator.timing][place]
        writer.writerow(
            [indicator.id, period, value, "", qualifier, "actual", edition, "", source, "", text, "", ""]
        )
    return out.getvalue().encode()


def _periods(timing: str) -> Iterator[str]:
    for year in range(1996, 2026):
        for month in range(2, 13):
            yield f"{year}-01/{year}-{month:02d}" if timing == "flow" else f"{year}-{month:02d}"


def _figure(count: int, indicator: Indicator) -> tuple[str, str, str]:
    """Value, qualifier and what is printed, in one of four forms; all different."""
    number, unit, form = f"{count / 100 + 1:.2f}", indicator.unit, count % 10
    if form == 0:
        return f"-{number}", "", f"下降{number}{unit}"
    if form == 1:
        return number, "over", f"超{number}{unit}"
    if form == 2 and unit[0] not in "万亿%百":
        return f"{count + 100}00", "", f"{(count + 100) / 100:.2f}万{unit}"
    return number, "", f"{number}{unit}"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The least of several runs, each without what an earlier one remembered."""
    taken = []
    for _ in range(times):
        printed.read.cache_clear()
        periods.parse.cache_clear()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> int:
    files = contents(ROOT)
    known, faults = tables.read(files)
    if known is None:
        raise SystemExit(f"the tables have {len(faults)} faults; run: python -m industry check")
    data = large(known.catalogue)
    files = {**files, TABLE: data}
    read, faults = tables.read(files)
    if read is None or len(read.book) < ROWS:
        raise SystemExit(f"the large table is refused: {faults[:3]}")
    plain = seconds(lambda: pd.read_csv(io.BytesIO(data)))
    ours = seconds(lambda: tables.read(files))
    ratio = ours / plain
    print(
        f"read and check {ROWS:,} observations: {ours:.2f} s; pandas.read_csv: {plain:.2f} s; {ratio:.1f} × (at most {AT_MOST:.0f} ×)"
    )
    return int(ratio > AT_MOST)


if __name__ == "__main__":
    raise SystemExit(main())
