"""Pages that everyone can use: no serious fault of accessibility by axe, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.ui.visits import PAGES, Visit, every, path, ready


def faults(page: Page) -> list[str]:
    """A sentence for each."""
    return [
        f"{fault['id']}: {'; '.join(node['html'][:120] for node in fault['nodes'][:3])}"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@every(widths=(1366,))
def test_no_serious_fault(visit: Visit) -> None:
    assert faults(visit.page) == []


@pytest.mark.parametrize("page_id", PAGES)
def test_no_serious_fault_in_english(server: str, page: Page, page_id: str) -> None:
    page.goto(f"{server}/{path(page_id)}?lang=en")
    ready(page)
    assert faults(page) == []
