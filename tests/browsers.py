"""The browser that tests look through: the one that draws the pictures, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

from industry.export.picture import browser

expect.set_options(timeout=30_000)  # two cores, shared


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, until the block ends. It runs without Chromium's own sandbox, as Playwright has it unless
    told otherwise: containers and chroots have no room for one, and only pages of ours are opened."""
    program = browser.find()
    assert program, "no Chromium, Chrome or Edge on this machine: `make test` installs one"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program)
        try:
            yield found
        finally:
            found.close()
