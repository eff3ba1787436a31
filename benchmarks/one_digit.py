"""How many slips of one digit pass unseen: one digit, drawn at random, of value, as_printed, period or paragraph of a
row is changed, and the tables are read and checked as a curator's would be.

    python -m benchmarks.one_digit [TIMES] [FOLDER]

A change is seen where there is a fault, or a finding to note that wasn't there before. Not among the ratios of
``make bench``: it compares the checks with themselves, before and after a change of them.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tqdm import tqdm

from industry import project
from industry.export.listing import findings
from industry.tables import reader
from industry.tables.store import contents
from industry.vocabulary import fields

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("value", "as_printed", "period", "paragraph")
SEED = 9


def changed(files: Mapping[str, bytes], chance: random.Random) -> tuple[str, str, bytes, str]:
    """Column, file, its new content, and what was done to which row."""
    while True:
        file = chance.choice([name for name in sorted(files) if name.startswith("data/observations/")])
        rows = list(csv.reader(io.StringIO(files[file].decode("utf-8-sig"), newline="")))
        line, column = chance.randrange(1, len(rows)), chance.choice(COLUMNS)
        place = rows[0].index(column)
        cell = rows[line][place]
        digits = [at for at, letter in enumerate(cell) if letter in "0123456789"]
        if not digits:
            continue
        at = chance.choice(digits)
        other = chance.choice([one for one in "0123456789" if one != cell[at]])
        rows[line][place] = cell[:at] + other + cell[at + 1 :]
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        told = f"{rows[line][0]} of {Path(file).stem}, line {line + 1}: {cell} became {rows[line][place]}"
        return column, file, out.getvalue().encode(), told


def trials(files: Mapping[str, bytes], times: int) -> Iterator[tuple[str, bool, str]]:
    """Of each change its column, whether it passes, and what it was."""
    chance = random.Random(SEED)
    parsed: reader.Parsed = {}
    known, faults = reader.read(files, project.KNOWLEDGE, parsed=parsed)
    if known is None:
        raise SystemExit(f"the tables have {len(faults)} faults; see: python -m industry check")
    before = set(findings(known, fields.LANGUAGES[0])[0].sentences)
    for _ in range(times):
        column, file, content, told = changed(files, chance)
        read, _faults = reader.read({**files, file: content}, project.KNOWLEDGE, parsed=parsed)
        yield (
            column,
            read is not None and set(findings(read, fields.LANGUAGES[0])[0].sentences) <= before,
            told,
        )


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    files = contents(Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT)
    tried: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for column, passes, told in tqdm(trials(files, times), total=times, file=sys.stderr):
        tried[column] += 1
        passed[column] += passes
        if passes:
            print(f"{column}: {told}")
    print(*(f"{one}: {passed[one]} of {tried[one]} pass" for one in COLUMNS), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
