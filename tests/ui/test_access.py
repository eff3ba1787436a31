"""Pages that everyone can use: no serious fault of accessibility by axe. In English they are looked at where they are
brought into it, in test_launch."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.ui.visits import Visit, every


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
