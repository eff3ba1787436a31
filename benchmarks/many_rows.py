"""A page's rerun with 100,000 observations added, against one with the tables as they are."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from benchmarks.measured import Measured, milliseconds, ratio
from benchmarks.read_tables import ROWS
from benchmarks.reruns import in_turn, path
from benchmarks.serving import folder, serving, write_large
from ui import ROOT

AT_MOST = 1.3
PAGES = ("overview", "compare", "trends", "region", "targets", "data")


def run(quick: bool = False) -> Iterator[Measured]:
    """Each page's ratio."""
    yield from measure(PAGES[:2] if quick else PAGES, ROWS, 20 if quick else 30)


def measure(pages: Sequence[str], rows: int, times: int) -> Iterator[Measured]:
    """Each page's reruns, ``times`` with ``rows`` observations more and with today's tables in turn."""
    with folder() as place:
        write_large(place, rows)
        with serving(ROOT, tables=place) as large, serving(ROOT) as today:
            for page in pages:
                ours, peer, _ = asyncio.run(in_turn(large, path(page), today, path(page), times))
                what = f"rerun of {page} with {rows:,} observations"
                detail = f"{milliseconds(ours)} : {milliseconds(peer)}"
                yield Measured(what, ratio(ours, peer), AT_MOST, "the same with today's tables", detail)
