"""Every page at every width, loaded once: what tests ask of a page that has just come up and leave as it was.

Not for tests that click, choose or need an address with choices: those open a page of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browsers import SCREEN, until
from ui.site import site

WIDE, PHONE = (1920, 1080), (390, 844)
WIDTHS = (WIDE, (SCREEN["width"], SCREEN["height"]), PHONE)
PAGES = tuple(str(one.id) for one in site().pages)
PARAMETER = "visit"
SHIFTS = """window.shifted = 0;
window.forbidden = [];
document.addEventListener('securitypolicyviolation', one => window.forbidden.push(`${one.violatedDirective} ${one.blockedURI}`));
new PerformanceObserver(list => list.getEntries().forEach(one => {
  if (!one.hadRecentInput) window.shifted += one.value;
})).observe({type: 'layout-shift', buffered: true});"""
PULSES = """window.pulsed = new Set();
setInterval(() => document.getAnimations().filter(one => one.effect.getTiming().iterations === Infinity)
  .forEach(one => window.pulsed.add(one.effect.target.parentElement.className)), 50);"""
"""Below what something moved again and again."""

DRAWN = """document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"""
STILL = """async seconds => {
  let since = performance.now();
  const seen = new MutationObserver(() => { since = performance.now() }), begun = since;
  seen.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  while (performance.now() - since < 1000 * seconds && performance.now() - begun < 10000 * seconds)
    await new Promise(done => setTimeout(done, 50));
  seen.disconnect();
}"""
"""Ends when nothing of the document has changed for so long; of one that never rests, after ten times that."""
WIDER = """() => Math.max(...[document.documentElement, document.querySelector('.stMain')]
  .map(one => one.scrollWidth - one.clientWidth))"""
"""By how much a page is wider than the screen: Streamlit has it scroll in a box of its own."""


def every(
    pages: Iterable[str] = PAGES, widths: Iterable[int] = (), wide: Iterable[str] = ()
) -> pytest.MarkDecorator:
    """A test for each of these pages at each of these widths, the common one and the phone's unless told otherwise,
    and for some at the widest, which gets its ``visit``."""
    sizes = [one for one in WIDTHS if one[0] in (widths or (SCREEN["width"], PHONE[0]))]
    asked = [(page, size) for page in pages for size in sizes] + [(page, WIDE) for page in wide]
    return pytest.mark.parametrize(
        PARAMETER, asked, indirect=True, ids=[f"{page}-{size[0]}" for page, size in asked]
    )


def path(page: str) -> str:
    return "" if page == site().home else page


def ready(page: Page) -> None:
    """Wait until the page says up to when its data go, its last line, and nothing stands in for what is still to be drawn."""
    expect(page.get_by_text(re.compile("^(数据截至|Data as of)")).last).to_be_visible()
    expect(page.locator("[data-early]")).to_have_count(0)


def drawn(page: Page) -> None:
    """Wait until the page is what the server last told it whole: its script has ended and nothing of before is left. After
    a click only once something of what it does is seen, since until then the page stands as it stood before."""
    until(page, DRAWN)


def arrived(page: Page, address: str | re.Pattern[str] | Callable[[str], bool]) -> None:
    """Wait until the address is this, and the page is drawn that it asks for: what is clicked before may still go away."""
    page.wait_for_url(address)
    drawn(page)


def settled(page: Page) -> None:
    """Wait until charts are drawn and nothing has changed for a while."""
    ready(page)
    drawn(page)
    page.evaluate(STILL, 0.4)


def goes(page: Page, id: str, language: str = "zh") -> None:
    """Go to another page by its link in the bar, which loads no document, and wait until it is drawn."""
    title = next(one.title(language) for one in site().pages if one.id == id)
    page.locator(".bar-pages").get_by_role("link", name=title, exact=True).click()
    expect(page).to_have_title(f"{title} · {site().title(language)}")
    settled(page)


@dataclass(frozen=True)
class Visit:
    """A page that is loaded, in Chinese, and how much it moved until then."""

    id: str
    size: tuple[int, int]
    page: Page
    shift: float


class Visits:
    """The visit that is asked for; the one before it ends."""

    def __init__(self, server: str, chromium: Browser, window: BrowserContext) -> None:
        self._server, self._chromium, self._window = server, chromium, window
        self._held: Visit | None = None

    def of(self, id: str, size: tuple[int, int]) -> Visit:
        """In the tab of the one before, where that is one of the same browser."""
        held = self._held
        if held is None or (held.id, held.size) != (id, size) or held.page.is_closed():
            stays = held and not held.page.is_closed() and held.page.context == self._browser(id, size)
            if not stays:
                self.leave()
            self._held = self.load(id, size, held.page if held and stays else None)
        assert self._held
        return self._held

    def _browser(self, id: str, size: tuple[int, int]) -> BrowserContext | None:
        """None for the page that viewers open first, on the common screen: it is opened in a browser that never saw any.
        (How much each page moves in a browser of its own is measured by the benchmarks.)"""
        first = (id, size) == (site().home, (SCREEN["width"], SCREEN["height"]))
        return None if first else self._window

    def load(self, id: str, size: tuple[int, int], page: Page | None = None) -> Visit:
        """In a tab of its own, unless one of this browser is given that showed another visit."""
        if page is None:
            page = (self._browser(id, size) or self._chromium.new_context()).new_page()
            page.add_init_script(SHIFTS + PULSES)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{self._server}/{path(id)}")
        settled(page)
        return Visit(id, size, page, float(page.evaluate("window.shifted")))

    def leave(self) -> None:
        if self._held is not None:
            end(self._held)
        self._held = None


def end(visit: Visit) -> None:
    context = visit.page.context
    visit.page.close()
    if context.browser and not context.pages:  # it was made for this page
        context.close()
