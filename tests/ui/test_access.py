"""Pages that everyone can use: no serious fault of accessibility by axe, and all by the keyboard. What opens over them is
looked at where it is opened. In English they are looked at where they are
brought into it, in test_launch."""

from tests.accessible import faults
from tests.ui.visits import PAGES, Visit, every
from tests.ui.walking import walked


@every(widths=(1366,))
def test_no_serious_fault(visit: Visit) -> None:
    assert faults(visit.page) == []


@every(
    (one for one in PAGES if one != "data"), widths=(1366,)
)  # whose table of hundreds is one as others are
def test_tab_comes_to_all_that_can_be_clicked_and_shows_where_it_is(visit: Visit) -> None:
    places, left, unseen = walked(visit.page, 200)
    assert places > 10 and not left and not unseen, (left, unseen)
