"""Files of tables, read as people have them and as nobody means them: what is made of thousands of tables of text whose
cells are known, of thousands of workbooks and tables that are damaged in every way, and of what is large or hostile.

    python -m benchmarks.sheets [SEED]

A table of text is read as it was written, or a sentence says why not; never otherwise. A damaged file is a Book or NoBook,
nothing else. Large and hostile files are read one in a process of its own, to tell time and memory of each.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from benchmarks import made_files as made
from benchmarks.large_files import LARGE, filled
from benchmarks.measured import Measured, seconds
from industry.curation.sheets import books, bounds
from industry.curation.sheets.sheet import Book, Cell
from tests.curation import workbooks

ROOT = Path(__file__).resolve().parent.parent
TABLES, DAMAGED = 10_000, 10_000
MOST_MEMORY, MOST_SECONDS = 640, 20
"""MB of a process that reads one file, with all that the program brings; seconds of the processor."""


def run(quick: bool = False) -> Iterator[Measured]:
    """The counts, then the ratios."""
    yield from measure(*(1_000, 1_000) if quick else (TABLES, DAMAGED), quick)


def measure(tables: int, damaged: int, quick: bool, seed: int = 0) -> Iterator[Measured]:
    """So many tables of text, so many damaged files, then each large or hostile one, a few of them if ``quick``."""
    found = Counter(as_written(Random(f"{seed} {number}")) for number in range(tables))
    refused = ", ".join(f"{count:,} {code}" for code, count in found.most_common() if code != "right")
    yield Measured(
        "tables of text, read right", found["right"] / tables, None, "all", refused or "none refused"
    )
    if found["wrong"]:
        raise RuntimeError(f"{found['wrong']} tables of text are read otherwise than they are written")
    ends, slowest = Counter[str](), 0.0
    for number in range(damaged):
        end, taken = damaged_read(Random(f"{seed} {number}"))
        ends[end] += 1
        slowest = max(slowest, taken)
    told = f"{ends['Book']:,} Book, {ends['NoBook']:,} NoBook, slowest {slowest * 1000:,.0f} ms"
    yield Measured(
        "damaged files, read or refused", (ends["Book"] + ends["NoBook"]) / damaged, None, "all", told
    )
    if ends.keys() - {"Book", "NoBook"}:
        raise RuntimeError(f"neither read nor refused: {dict(ends)}")
    yield from _large(quick)


def as_written(rng: Random) -> str:
    """``right``, ``wrong`` or the code of why a table of text isn't read."""
    encoding = rng.choice(made.ENCODINGS)
    rows = made.table(rng, made.TRADITIONAL if encoding == "big5" else made.NAMES)
    separator, ends = rng.choice(",,,\t\t;，|"), rng.choice(("\r\n", "\n", "\r"))
    data = workbooks.separated(rows, separator, encoding, ends, quoted=rng.random() < 0.2)
    try:
        book = books.read("table.csv", data)
    except books.NoBook as error:
        return error.code
    return "right" if shown(book) == _trimmed(rows) else "wrong"


def shown(book: Book) -> list[list[str]]:
    """The texts of the only sheet, each row up to its last."""
    (sheet,) = book.sheets
    return _trimmed([[cell.text for cell in row] for row in sheet.rows])


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    trimmed = [made.shortened(list(row)) for row in rows]
    held = [[] if row in ([], [""]) else row for row in trimmed]
    while held and not held[-1]:
        held.pop()
    return held


def damaged_read(rng: Random) -> tuple[str, float]:
    """What becomes of a damaged file: ``Book``, ``NoBook``, or what else was raised; and how long it took."""
    data = made.whole(rng)
    if data.startswith(b"PK") and rng.random() < 0.7:
        data = made.changed_inside(rng, data)
    else:
        data = made.changed_bytes(rng, data)
    start = time.perf_counter()
    try:
        book = books.read(rng.choice(("a.xlsx", "a.csv", "a.xls", "")), data)
        for cell in (one for sheet in book.sheets for row in sheet.rows for one in row):
            if not isinstance(cell, Cell):
                return "no cell", 0.0
        end = "Book"
    except books.NoBook as error:
        for language in ("zh", "en"):
            bounds.sentence(error, language)
        end = "NoBook"
    except Exception as error:  # what mustn't be, counted by its name
        logging.getLogger(__name__).exception("neither read nor refused")
        end = repr(error)
    return end, time.perf_counter() - start


def _large(quick: bool) -> Iterator[Measured]:
    ours = filled(480, 100) if quick else LARGE["480,000 cells (.xlsx)"]()
    taken = seconds(lambda: books.read("a.xlsx", ours))
    other = seconds(
        lambda: [list(row) for row in load_workbook(BytesIO(ours), read_only=True).worksheets[0].iter_rows()]
    )
    yield Measured(
        "read a workbook of numbers",
        taken / other,
        None,
        "openpyxl, values alone",
        f"{taken:.1f} : {other:.1f} s",
    )
    spent = {name: _alone(name) for name in (list(LARGE)[9:11] if quick else LARGE)}
    slowest = max(spent, key=lambda name: spent[name][0])
    largest = max(spent, key=lambda name: spent[name][1])
    ended = ", ".join(
        f"{name}: {end} {time:.1f} s {memory} MB" for name, (time, memory, end) in spent.items()
    )
    yield Measured(
        "time of a large or hostile file", spent[slowest][0] / MOST_SECONDS, 1, f"{MOST_SECONDS} s", slowest
    )
    yield Measured("memory of a large or hostile file", spent[largest][1] / MOST_MEMORY, 1, f"{MOST_MEMORY} MB", f"{largest}; {ended}")  # fmt: skip


def _alone(name: str) -> tuple[float, int, str]:
    """Seconds of the processor, MB at the peak, and what became of a file, read in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.sheets", "--read"]
    done = subprocess.run(
        command, input=LARGE[name](), capture_output=True, cwd=ROOT, timeout=600, check=True
    )
    taken, peak, end = done.stdout.decode().split()
    return float(taken), int(peak), end


def _read() -> None:
    data = sys.stdin.buffer.read()
    start = time.process_time()
    try:
        books.read("a", data)
        end = "Book"
    except books.NoBook as error:
        end = error.code
    told = Path("/proc/self/status").read_text()  # which only Linux has
    peak = int(told.partition("VmHWM:")[2].split()[0]) // 1024
    print(time.process_time() - start, peak, end)


def main() -> int:
    if sys.argv[1:] == ["--read"]:
        _read()
        return 0
    over = 0
    for one in measure(TABLES, DAMAGED, False, int(sys.argv[1]) if len(sys.argv) > 1 else 0):
        print(f"{one.what}: {one.ratio:.2f} of {one.peer}: {one.detail}", flush=True)
        over |= one.verdict == "over"
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
