"""Whether memory stays flat while pictures are drawn: ours and the browser's, after 100 and after 500.

The figures and their sizes take turns, so that nothing is drawn twice in a row. Memory is read from /proc,
which only Linux has.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.measured import Measured
from benchmarks.pictures import deck
from industry.export.picture import figure_picture
from industry.export.picture.renderer import Renderer
from industry.figures.draw import draw
from industry.vocabulary.slide import Choices

AT_MOST = 1.1
_PROC = Path("/proc")
_READINGS = 10
_ALL = 1000  # figures, more than there are


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratio for both together."""
    yield measure(*(40, 120) if quick else (100, 500))


def measure(first: int, last: int) -> Measured:
    """Memory after ``last`` pictures against that after ``first``: of either the median of the pictures
    just before, since a browser's comes and goes."""
    what = f"memory after {last} pictures"
    if not (_PROC / "self" / "smaps_rollup").exists():
        raise RuntimeError("memory is read from /proc, which this system lacks")
    tables, specs, _ = deck(_ALL)
    drawn = [draw(spec, tables, Choices(), "zh") for spec in specs]
    sizes = tables.catalogue.config.sizes
    orders = [(figure, size) for size in sizes for figure in drawn]
    readings: dict[int, list[tuple[int, int]]] = {first: [], last: []}
    with Renderer() as renderer:
        for count, (figure, size) in enumerate(islice(cycle(orders), last), start=1):
            figure_picture.png(renderer, figure, size, tables.version)
            for end, held in readings.items():
                if end - min(_READINGS, first) < count <= end:
                    gc.collect()
                    group = next(iter(renderer.status().pids), None)
                    held.append((memory([os.getpid()]), memory(_group(group)) if group else 0))
    sums = {end: [median(one[part] for one in held) for part in (0, 1)] for end, held in readings.items()}
    words = " : ".join(
        f"{round(sums[end][0]) >> 20} + {round(sums[end][1]) >> 20} MB" for end in (last, first)
    )
    return Measured(
        what, sum(sums[last]) / sum(sums[first]), AT_MOST, f"after {first}", words + " (ours + browser)"
    )


def memory(processes: list[int]) -> int:
    """Bytes that these processes hold, memory that they share counted once."""
    total = 0
    for process in processes:
        try:
            lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue  # it ended meanwhile
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def _group(group: int) -> list[int]:
    """The processes of a process group."""
    found = []
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            try:
                if os.getpgid(int(folder.name)) == group:
                    found.append(int(folder.name))
            except OSError:
                continue  # it ended meanwhile
    return found
