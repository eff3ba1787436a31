"""A page on a screen that officials have, and every page at every width loaded once for all that is asked of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.ui.tabs import Tab
from tests.ui.visits import PARAMETER, Visit, Visits, ready


@pytest.fixture(scope="session")
def _kept(server: str, window: BrowserContext) -> Iterator[Page]:
    """The first page, which stays open in the window: pages after it, whatever their port, are drawn by its process, which
    has the dashboard's scripts compiled, and none is started and warmed up for each."""
    found = window.new_page()
    found.goto(server)
    ready(found)
    yield found
    found.close()


@pytest.fixture(scope="session")
def _tab(server: str, window: BrowserContext, _kept: Page) -> Iterator[Tab]:
    found = Tab(window, f"{server}/_stcore/health")
    yield found
    found.close()


@pytest.fixture
def page(window: BrowserContext, _tab: Tab) -> Iterator[Page]:
    """A page as viewers find it, in the tab that tests share; with it those close that it opened."""
    found = _tab.page()
    held = list(window.pages)  # with the tab, without any the window would close
    yield found
    for one in window.pages:
        if one not in held:
            one.close()
    _tab.leave()


@pytest.fixture(scope="session")
def _visits(server: str, chromium: Browser, window: BrowserContext, _kept: Page) -> Iterator[Visits]:
    found = Visits(server, chromium, window)
    yield found
    found.leave()


@pytest.fixture
def visit(_visits: Visits, request: pytest.FixtureRequest) -> Visit:
    """The page and size that the test names by `visits.every`, as it stands once it is loaded."""
    return _visits.of(*request.param)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one visit follow one another, in the order in which their files have them."""
    asked = {one: one.callspec.params.get(PARAMETER) for one in items if isinstance(one, pytest.Function)
             and hasattr(one, "callspec")}  # fmt: skip
    visiting = [one for one in items if asked.get(one)]
    if visiting:
        at = items.index(visiting[0])
        others = [one for one in items if not asked.get(one)]
        items[:] = [*others[:at], *sorted(visiting, key=lambda one: str(asked[one])), *others[at:]]
