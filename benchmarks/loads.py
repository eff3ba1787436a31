"""The first load of a page in a real browser, against a bare page with the same Plotly figures, and of the first page against one
with two of them.

The server is warm, the browser's cache is empty; a load ends when every plot has been drawn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from playwright.sync_api import Browser

from benchmarks.browsing import browsing, fresh
from benchmarks.measured import Measured, in_turn, milliseconds, ratio
from benchmarks.reruns import figures, path
from benchmarks.serving import folder, serving, write_bare
from ui import ROOT

AT_MOST = 1.2
PAGES = ("overview", "compare")
_LIMIT = 120_000.0  # milliseconds
_DRAWN = """plots => {
  const all = [...document.querySelectorAll('.js-plotly-plot')];
  const seen = one => [...one.querySelectorAll('.main-svg')].some(svg => svg.getBoundingClientRect().height > 0);
  return all.length === plots && all.every(one => seen(one) && one.querySelector('.annotation'));
}"""


def run(quick: bool = False) -> Iterator[Measured]:
    """Each page's ratio."""
    yield from measure(PAGES[:1] if quick else PAGES, 5 if quick else 12)


def measure(pages: Sequence[str], times: int) -> Iterator[Measured]:
    """Each page's loads, ``times`` of ours and of the bare page in turn."""
    with serving(ROOT) as address, browsing() as browser:
        for page in pages:
            yield _page(browser, address, page, times)
        if PAGES[0] in pages:
            yield _page(browser, address, PAGES[0], times, 2)


def _page(browser: Browser, address: str, page: str, times: int, most: int | None = None) -> Measured:
    """The page against a bare one with its figures, ``most`` of them at the most; each is loaded once before."""
    specs = _specs(address, path(page))
    shown = specs[:most]
    with folder() as place, serving(place, write_bare(place, shown)) as bare:
        asked = ((f"{address}/{path(page)}", len(specs)), (bare, len(shown)))
        works = [partial(_load, browser, one, plots) for one, plots in asked]
        for work in works:
            work()
        ours, peer = in_turn(works[0], works[1], times)
    detail = f"{milliseconds(ours)} : {milliseconds(peer)}, {len(specs)} plots"
    against = f"bare Streamlit page with {len(shown)} plots"
    return Measured(f"first load of {page}", ratio(ours, peer), AT_MOST, against, detail)


def _specs(address: str, page: str) -> tuple[str, ...]:
    """The page's Plotly figures, asked for in a thread: asyncio and playwright's loop don't share one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(figures(address, page))).result()


def _load(browser: Browser, address: str, plots: int) -> None:
    """Open the address in a window of its own and wait for its plots."""
    with fresh(browser) as page:
        page.goto(address, wait_until="commit")
        page.wait_for_function(_DRAWN, arg=plots, timeout=_LIMIT, polling="raf")
