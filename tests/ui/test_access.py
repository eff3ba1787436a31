"""Pages that everyone can use: no serious fault of accessibility by axe, and all by the keyboard. What opens over them is
looked at where it is opened. In English they are looked at where they are
brought into it, in test_launch."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.ui.visits import PAGES, Visit, every
from tests.ui.walking import walked


def faults(page: Page, within: str | None = None) -> list[str]:
    """A sentence for each; of a part of the page only, by its selector."""
    return [
        f"{fault['id']}: {'; '.join(node['html'][:120] for node in fault['nodes'][:3])}"
        for fault in Axe().run(page, context=within).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@every(widths=(1366,))
def test_no_serious_fault(visit: Visit) -> None:
    assert faults(visit.page) == []


@every(
    (one for one in PAGES if one != "data"), widths=(1366,)
)  # whose table of hundreds is one as others are
def test_tab_comes_to_all_that_can_be_clicked_and_shows_where_it_is(visit: Visit) -> None:
    places, left, unseen = walked(visit.page, 200)
    assert places > 10 and not left and not unseen, (left, unseen)
