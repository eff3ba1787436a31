"""The panel of a figure's files in the static edition: opened from a folder, it saves files beside the page, and says
so where pictures can't be copied; on a web server every file bears its whole name."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from industry.export.site import edition
from industry.tables.tables import Tables
from tests.export.paper import Paper
from tests.export.test_html import wrongs
from tests.export.test_site import Few


@pytest.fixture(scope="module")
def folder(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of two figures with their files."""
    found = tmp_path_factory.mktemp("taking")
    edition.build(Few(tables, 2), found, renderer=Paper())  # type: ignore[arg-type]
    return found


@pytest.fixture
def here(folder: Path) -> Iterator[str]:
    """Its address on a web server that knows nothing of it."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    made = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("localhost", 0), made) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def test_files_of_a_figure_are_taken_from_any_web_server(
    tables: Tables, here: str, chromium: Browser
) -> None:
    first = Few(tables, 2).catalogue.config.figures[0]
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    wrong = wrongs(page, here)
    page.goto(f"{here}/zh/{first.id}.html")
    panel = page.locator(".take")
    for name in ("PNG，方图", "SVG，幻灯片 16:9", "PDF，幻灯片 16:9", "PPTX", "XLSX"):
        with page.expect_download() as saved:
            panel.get_by_role("link", name=name, exact=True).click()
        called = saved.value.suggested_filename
        assert called.startswith(first.title.zh) and called.endswith(f".{name.partition('，')[0].lower()}")
        expect(panel.locator("[role=status]")).to_contain_text(called)
    page.context.close()
    assert wrong == []


def test_files_of_a_figure_are_taken_from_a_folder(tables: Tables, folder: Path, chromium: Browser) -> None:
    first = Few(tables, 2).catalogue.config.figures[0]
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    wrong = wrongs(page)
    page.goto((folder / "zh" / "index.html").as_uri())
    folded = page.locator("details.takes").first
    expect(folded.locator(".take")).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator(".take")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto((folder / "zh" / f"{first.id}.html").as_uri())
    panel = page.locator(".take")
    expect(panel).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("PNG，方图", "SVG，幻灯片 16:9"):
        with page.expect_popup() as other:
            panel.get_by_role("link", name=name, exact=True).click()
        assert other.value.url.endswith(f".{name.partition('，')[0].lower()}")
    for name in ("PPTX", "XLSX"):
        with page.expect_download() as saved:
            panel.get_by_role("link", name=name, exact=True).click()
        assert saved.value.suggested_filename.endswith(f".{name.lower()}")
    with page.expect_popup() as other:
        panel.get_by_role("button", name="复制图片，方图").click()
    assert other.value.url.endswith(f"pictures/{first.id}_square.png")
    expect(panel.locator("[role=status]")).to_have_text(re.compile("浏览器不允许本页复制图片"))
    page.context.close()
    assert wrong == []
