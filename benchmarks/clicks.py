"""From a click on a number to its card, in a real browser, against the half second that a reader takes for at once.

What is clicked is a cell of the data page's whole listing and a mark of the comparison; the browser itself takes the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from playwright.sync_api import Page

from benchmarks.browsing import browsing, fresh
from benchmarks.measured import Measured, milliseconds
from benchmarks.serving import serving
from ui import ROOT

AT_ONCE = 0.5  # seconds
PLACES: Mapping[str, tuple[str, str]] = {
    "cell": ("data", "button[data-row]"),
    "mark": ("compare", ".js-plotly-plot .bars .point path"),
}
"""What is clicked: its page, and how it is found there."""
SETTLED = 2000.0  # milliseconds until a page stands still
_LIMIT = 60_000.0
_WATCH = """() => {
  window.waited = undefined;
  addEventListener("mouseup", () => {
    const from = performance.now();
    const look = () => {
      if (document.querySelector("[role=dialog]")) window.waited = performance.now() - from;
      else requestAnimationFrame(look);
    };
    look();
  }, { capture: true, once: true });
}"""


def run(quick: bool = False) -> Iterator[Measured]:
    """The time of each place."""
    yield from measure(3 if quick else 10)


def measure(times: int) -> Iterator[Measured]:
    """Each place clicked ``times``, its card closed in between."""
    with serving(ROOT) as address, browsing() as browser:
        for name, (path, found) in PLACES.items():
            with fresh(browser) as page:
                page.goto(f"{address}/{path}")
                page.locator(found).first.wait_for(timeout=_LIMIT)
                page.wait_for_timeout(SETTLED)
                _click(page, found)  # the first one loads what cards are made with
                taken = [_click(page, found) for _ in range(times)]
            part = median(taken) / AT_ONCE
            yield Measured(f"click on a {name} to its card", part, 1.0, "half a second", milliseconds(taken))


def _click(page: Page, found: str) -> float:
    """Seconds from a click to the card, which is closed again."""
    one = page.locator(found).first
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    if box is None:
        raise RuntimeError(f"nothing to click: {found}")
    page.evaluate(_WATCH)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("window.waited !== undefined", timeout=_LIMIT)
    waited: float = page.evaluate("window.waited")
    page.keyboard.press("Escape")
    page.locator("[role=dialog]").wait_for(state="detached", timeout=_LIMIT)
    page.wait_for_timeout(SETTLED / 3)
    return waited / 1000
