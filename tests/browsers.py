"""The browser that tests look through: the one that draws the pictures, driven by Playwright."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from industry.export.picture import browser
from tests import patience

SCREEN: ViewportSize = {"width": 1366, "height": 768}
"""CSS pixels of the screens that officials have."""
COMPILED = "BackgroundResourceFetch"
"""With it Chromium never reads the compiled scripts that it keeps: each page compiles them anew, half of its load."""
UNUSED = (
    "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying",
    "OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
)  # fmt: skip
"""What Playwright turns off by itself, repeated since Chromium heeds only the last such list."""
ROOM = "--js-flags=--min-semi-space-size=32"
"""Megabytes that a page's scripts fill before garbage is looked for: charts fill what V8 begins with again and again."""
OPTIONS = ["--process-per-site", ROOM, f"--disable-features={','.join((COMPILED, *UNUSED))}"]
"""While a page stays open others of its context and site are in its process, where scripts are compiled already."""
expect.set_options(timeout=patience.MILLISECONDS)


def until(page: Page, holds: str, seconds: float = patience.SECONDS) -> None:
    """Wait until this holds on the page, a JavaScript expression. (What Playwright waits with evaluates texts, which
    our pages forbid.)"""
    last = time.monotonic() + seconds
    while not page.evaluate(holds):
        assert time.monotonic() < last, holds
        page.wait_for_timeout(50)


def eventually(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until this holds, whatever the test asks of the page."""
    last = time.monotonic() + patience.SECONDS
    while not holds():
        assert time.monotonic() < last
        page.wait_for_timeout(50)


@contextmanager
def launched(profile: Path) -> Iterator[tuple[Browser, BrowserContext]]:
    """The browser, for whoever needs a window as nobody had it before, and a window that keeps in ``profile`` what a
    viewer's browser keeps: it compiles the scripts of a page once, not for each page again. Both until the block
    ends. They run without Chromium's own sandbox, as Playwright has it unless told otherwise: containers and chroots
    have no room for one, and only pages of ours are opened."""
    program = browser.find()
    assert program, "no Chromium, Chrome or Edge on this machine: `make test` installs one"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        window = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=OPTIONS, viewport=SCREEN, locale="zh-CN"
        )
        window.set_default_timeout(patience.MILLISECONDS)
        for name in ("new_context", "new_page"):
            setattr(found, name, _patient(getattr(found, name)))
        try:
            yield found, window
        finally:
            window.close()
            found.close()


def _patient(make: Callable[..., Any]) -> Callable[..., Any]:
    """What makes a window or a page, with our patience: Playwright's own is shorter than a loaded machine takes."""

    def made(**told: Any) -> Any:
        found = make(**told)
        found.set_default_timeout(patience.MILLISECONDS)
        return found

    return made
