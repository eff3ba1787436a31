"""What opens over a page, in both languages, for those who have a keyboard alone and those who listen: no serious fault by axe, Tab stays in
it, and Escape leads back to where it was opened."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.accessible import faults
from tests.browsers import until
from tests.ui.visits import ready, settled

WHERE = ("briefing?slides=growth_q1", "compare")
_OPENS = "[data-testid=stPopover] button"
_FOCUS = "document.activeElement"
_STEPS = 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_opens_can_be_used_and_left_by_the_keyboard(server: str, page: Page, language: str) -> None:
    opened = set()
    for where in WHERE:
        page.goto(f"{server}/{where}{'&' if '?' in where else '?'}lang={language}")
        ready(page)
        for at, name in enumerate(page.locator(_OPENS).all_inner_texts()):
            if name in opened:
                continue
            opened.add(name)
            button = page.locator(_OPENS).nth(at)
            button.focus()
            page.keyboard.press("Enter")
            until(page, f"{_FOCUS}.closest('[role=dialog]') !== null")
            settled(page)  # it comes in slowly
            assert faults(page, "[role=dialog]") == [], name
            for key in ("Tab",) * _STEPS + ("Shift+Tab",):
                page.keyboard.press(key)
                assert page.evaluate(f"{_FOCUS}.closest('[role=dialog]') !== null"), (name, key)
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)
            expect(button).to_be_focused()
    assert len(opened) >= 4, opened
