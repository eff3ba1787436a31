"""A browser to measure in: this machine's own, as pictures are drawn with, closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from industry.export.picture import browser as machine

SCREEN = (1366, 768)


@contextmanager
def browsing() -> Iterator[Browser]:
    """The browser. Raises RuntimeError where there is none."""
    program = machine.find()
    if program is None:
        raise RuntimeError("no Chromium, Chrome or Edge on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def fresh(browser: Browser, size: tuple[int, int] = SCREEN) -> Iterator[Page]:
    """A page in a window of its own, whose cache is empty."""
    screen = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=screen, locale="zh-CN", bypass_csp=True)  # type: ignore[arg-type]
    try:
        yield context.new_page()
    finally:
        context.close()
