"""A server that ends while its pages are open, and the one that comes in its place: the first click there counts like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import patience
from tests.servers import serving
from tests.ui.visits import arrived, drawn, ready
from ui import ROOT


def opens_a_number(page: Page) -> None:
    page.locator(".stBidiComponent button[data-row]").nth(1).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def chooses(page: Page) -> None:
    page.get_by_role("radio", name="较上期变动").click(force=True)
    arrived(page, lambda url: "mode=benchmark_change" in url)


@pytest.mark.parametrize("does", [opens_a_number, chooses])
def test_the_first_click_after_another_server_has_come_is_heard(
    page: Page, tmp_path: Path, does: Callable[[Page], None]
) -> None:
    with serving(ROOT, tmp_path / "first") as address:
        page.goto(address)
        ready(page)
    with (
        page.expect_websocket(timeout=patience.SECONDS * 1000) as came,
        serving(ROOT, tmp_path / "second", port=urlsplit(address).port or 0) as again,
    ):
        assert again == address
        came.value.wait_for_event("framereceived")  # the page has asked the server that doesn't know it
        drawn(page)
        does(page)
