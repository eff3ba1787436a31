"""The panel of a figure's files in the static edition: opened from a folder, it saves files beside the page, and says
so where pictures can't be copied."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from industry.export.site import edition
from industry.tables.tables import Tables
from tests.export.paper import Paper
from tests.export.test_html import wrongs
from tests.export.test_site import Few


def test_files_of_a_figure_are_taken_from_a_folder(tables: Tables, tmp_path: Path, chromium: Browser) -> None:
    few = Few(tables, 2)
    edition.build(few, tmp_path, renderer=Paper())  # type: ignore[arg-type]
    first = few.catalogue.config.figures[0]
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    wrong = wrongs(page)
    page.goto((tmp_path / "zh" / "index.html").as_uri())
    folded = page.locator("details.takes").first
    expect(folded.locator(".take")).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator(".take")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto((tmp_path / "zh" / f"{first.id}.html").as_uri())
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
