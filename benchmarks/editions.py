"""The first contentful paint of the static edition's pages, as they lie in a folder, against the dashboard's.

The server is warm, the browser's cache is empty for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measured import Measured, ratio
from benchmarks.reruns import path
from benchmarks.serving import folder, serving
from industry import project
from industry.export.picture import browser as machine
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
    program = machine.find()
    if program is None:
        raise RuntimeError("no Chromium, Chrome or Edge on this machine")
    shown = pages_of(tables.catalogue)
    files = {str(one.id): file_of_page(shown, one) for one in shown}
    with folder() as place, serving(ROOT) as address, sync_playwright() as playwright:
        build(tables, place)
        browser = playwright.chromium.launch(executable_path=program)
        try:
            for page in pages:
                yield _page(
                    browser, (place / "zh" / files[page]).as_uri(), f"{address}/{path(page)}", page, times
                )
        finally:
            browser.close()


def _page(browser: Browser, ours: str, peer: str, name: str, times: int) -> Measured:
    taken: tuple[list[float], list[float]] = ([], [])
    for count in range(times):
        for which in (0, 1) if count % 2 else (1, 0):
            taken[which].append(_painted(browser, (ours, peer)[which]))
    detail = " : ".join(f"{median(one):,.0f} ms" for one in taken)
    return Measured(
        f"first paint of the edition's {name}", ratio(*taken), AT_MOST, "the dashboard's page", detail
    )


def _painted(browser: Browser, address: str) -> float:
    """Milliseconds until something of the page is seen, in a window of its own."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN", bypass_csp=True)
    try:
        page = context.new_page()
        page.goto(address, wait_until="commit")
        page.wait_for_function(_PAINTED, timeout=_LIMIT)
        when: float = page.evaluate(_WHEN)
        return when
    finally:
        context.close()
