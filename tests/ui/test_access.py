"""Pages that everyone can use: no serious fault of accessibility by axe, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.ui.test_browser import ready
from ui.site import site


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_serious_fault(server: str, page: Page, language: str) -> None:
    found = []
    for one in site().pages:
        page.goto(f"{server}/{'' if one.id == site().home else one.id}?lang={language}")
        ready(page)
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in ("serious", "critical"):
                places = "; ".join(node["html"][:120] for node in fault["nodes"][:3])
                found.append(f"{one.id}: {fault['id']}: {places}")
    assert not found, "\n".join(found)
