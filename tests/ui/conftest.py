"""A page on a screen that officials have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """A page of the window that all tests share; with it those close that it opened."""
    yield window.new_page()
    for one in window.pages[1:]:  # without any the window would close
        one.close()
