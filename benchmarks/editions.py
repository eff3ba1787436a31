"""The first contentful paint of the static edition's pages, as they lie in a folder, against the dashboard's.

The server is warm, the browser's cache is empty for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median

from playwright.sync_api import Browser

from benchmarks.browsing import browsing, fresh
from benchmarks.measured import Measured, alternating, ratio
from benchmarks.reruns import path
from benchmarks.serving import folder, serving
from industry import project
from industry.export.site.edition import build
from industry.export.site.parts import file_of_page, pages_of
from industry.tables.tables import Tables
from ui import ROOT

AT_MOST = 0.2
PAGES = ("overview", "compare", "data")
_LIMIT = 60_000.0
_PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
_WHEN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def run(quick: bool = False) -> Iterator[Measured]:
    """Each page's ratio."""
    yield from measure(
        project.store(project.folder()).current().tables, PAGES[:1] if quick else PAGES, 5 if quick else 12
    )


def measure(tables: Tables, pages: Sequence[str], times: int) -> Iterator[Measured]:
    """Each page of both opened ``times`` in turn."""
    shown = pages_of(tables.catalogue)
    files = {str(one.id): file_of_page(shown, one) for one in shown}
    with folder() as place, serving(ROOT) as address, browsing() as browser:
        build(tables, place)
        for page in pages:
            ours, peer = (place / "zh" / files[page]).as_uri(), f"{address}/{path(page)}"
            yield _page(browser, ours, peer, page, times)


def _page(browser: Browser, ours: str, peer: str, name: str, times: int) -> Measured:
    taken = alternating(partial(_painted, browser, ours), partial(_painted, browser, peer), times)
    detail = " : ".join(f"{median(one):,.0f} ms" for one in taken)
    return Measured(
        f"first paint of the edition's {name}", ratio(*taken), AT_MOST, "the dashboard's page", detail
    )


def _painted(browser: Browser, address: str) -> float:
    """Milliseconds until something of the page is seen, in a window of its own."""
    with fresh(browser) as page:
        page.goto(address, wait_until="commit")
        page.wait_for_function(_PAINTED, timeout=_LIMIT)
        when: float = page.evaluate(_WHEN)
        return when
