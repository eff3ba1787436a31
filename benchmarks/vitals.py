"""What web.dev calls a page's vitals, in a real browser, against what it calls good: how far each page moves by itself
as it comes up (CLS, https://web.dev/articles/cls: 0.1) and how soon it answers a click (INP, https://web.dev/articles/inp:
200 milliseconds). The browser itself measures both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, Page

from benchmarks.browsing import browsing, fresh
from benchmarks.measured import Measured
from benchmarks.reruns import path
from benchmarks.serving import serving
from ui import ROOT
from ui.site import site

MOVES, ANSWERS = 0.1, 200.0
WIDTHS = ((1920, 1080), (1366, 768), (390, 844))
SETTLED = 2000.0  # milliseconds until a page stands still
_LIMIT = 60_000.0
_FOOT = "css=.stMain >> text=/^数据截至/"
CHOICES = ".stMain .stButtonGroup button, .stMain [data-testid=stPopoverButton], .stMain summary"
"""What is clicked: choices, and what opens."""
_WATCH = """window.moves = []; window.answers = [];
new PerformanceObserver(list => list.getEntries().forEach(one => {
  if (one.hadRecentInput) return;
  const last = window.moves.at(-1);
  if (last && one.startTime - last.end < 1000 && one.startTime - last.start < 5000) {
    last.sum += one.value; last.end = one.startTime;
  } else window.moves.push({sum: one.value, start: one.startTime, end: one.startTime});
})).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(one => {
  if (one.interactionId) window.answers.push(one.duration);
})).observe({type: "event", durationThreshold: 16, buffered: true});"""
"""Shifts are summed by bursts, whose worst counts; answers of 16 milliseconds and less aren't told by the browser."""


def run(quick: bool = False) -> Iterator[Measured]:
    """Both of every page."""
    pages = tuple(str(one.id) for one in site().pages)
    yield from measure(pages[:2] if quick else pages, WIDTHS[1:2] if quick else WIDTHS, 3 if quick else 8)


def measure(pages: Sequence[str], widths: Sequence[tuple[int, int]], clicks: int) -> Iterator[Measured]:
    """Each page loaded anew at each width, then so many of its choices clicked at the last."""
    with serving(ROOT) as address, browsing() as browser:
        for page in pages:
            yield from _page(browser, f"{address}/{path(page)}", page, widths, clicks)


def _page(
    browser: Browser, address: str, name: str, widths: Sequence[tuple[int, int]], clicks: int
) -> Iterator[Measured]:
    moved: list[float] = []
    answered: list[float] = []
    for size in widths:
        with fresh(browser, size) as page:
            page.add_init_script(_WATCH)
            page.goto(address)
            page.locator(_FOOT).last.wait_for(timeout=_LIMIT)
            page.wait_for_timeout(SETTLED)
            moved.append(page.evaluate("Math.max(0, ...window.moves.map(one => one.sum))"))
            if size == widths[-1]:
                answered = _clicked(page, clicks)
    told = ", ".join(f"{one:.3f} at {width}" for one, (width, _) in zip(moved, widths, strict=True))
    yield Measured(f"layout shift of {name}", max(moved) / MOVES, 1.0, f"{MOVES:g}", told)
    if answered:
        detail = f"{max(answered):,.0f} ms, the longest of {len(answered)}"
        yield Measured(
            f"answer of {name} to a click", max(answered) / ANSWERS, 1.0, f"{ANSWERS:g} ms", detail
        )


def _clicked(page: Page, clicks: int) -> list[float]:
    """Milliseconds from each click to what is painted next; what opened is closed again."""
    taken: list[float] = []
    for at in range(min(clicks, page.locator(CHOICES).count())):
        one = page.locator(CHOICES).nth(at)
        if not one.is_visible():
            continue
        page.evaluate("window.answers = []")
        one.click(timeout=_LIMIT)
        page.wait_for_timeout(SETTLED / 2)
        taken.append(page.evaluate("Math.max(16, ...window.answers)"))
        page.keyboard.press("Escape")
        page.wait_for_timeout(SETTLED / 4)
    return taken
