"""A viewer's reruns while another one asks for 500 pictures that nobody has made, against the same reruns alone."""

from __future__ import annotations

import itertools
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from benchmarks.crowd import load
from benchmarks.measured import Measured, percentile
from benchmarks.serving import serving
from industry import project
from ui import ROOT

AT_MOST = 2.0
_GREEDY = "127.0.0.9"
"""Whom a proxy on this machine would name as the one who asks."""


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratio."""
    yield measure(100 if quick else 500, 10.0 if quick else 20.0)


def measure(pictures: int, lasting: float) -> Measured:
    """The median rerun while the pictures are asked for all at once, against the median without."""
    with serving(ROOT) as address:
        load([address], 1, 0.2, lasting / 2)
        alone = load([address], 1, 0.2, lasting)
        over, statuses = threading.Event(), list[int]()
        with ThreadPoolExecutor(pictures) as greedy:
            for one in itertools.islice(_pictures(), pictures):
                greedy.submit(_take, address + one, over, statuses)
            beside = load([address], 1, 0.2, lasting)
            over.set()
    slow, usual = percentile(beside, 0.5), percentile(alone, 0.5)
    made = statuses.count(200)
    detail = f"{slow * 1000:,.0f} ms of {len(beside)} : {usual * 1000:,.0f} ms of {len(alone)}; {made} pictures made meanwhile"
    return Measured(
        f"rerun while another asks for {pictures} pictures", slow / usual, AT_MOST, "rerun alone", detail
    )


def _take(address: str, over: threading.Event, statuses: list[int]) -> None:
    request = urllib.request.Request(address, headers={"X-Forwarded-For": _GREEDY})
    while not over.is_set():
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                answer.read()
                statuses.append(answer.status)
                return
        except urllib.error.HTTPError as error:
            statuses.append(error.code)
            over.wait(float(error.headers.get("Retry-After") or 1))
        except OSError:  # still waiting its turn
            over.wait(1)


def _pictures() -> Iterator[str]:
    """Addresses of pictures, each of another one."""
    tables = project.store(project.folder()).current().tables
    if tables is None:
        raise RuntimeError("the tables have faults; see: python -m industry check")
    found = tables.catalogue.config
    for figure, size, language, title in itertools.product(
        found.figures, found.sizes, ("zh", "en"), ("1", "0")
    ):
        yield f"/picture/{figure.id}.png?size={size.id}&lang={language}&title={title}"
