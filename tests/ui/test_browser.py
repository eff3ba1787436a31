"""The dashboard in a real Chromium: every page, a choice, a picture taken away and looked into."""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from industry.export.picture import png_metadata
from industry.tables.tables import Tables
from tests import patience
from tests.ui.visits import arrived, ready


def test_a_choice_is_in_the_address_and_the_back_button_undoes_it(server: str, page: Page) -> None:
    page.goto(f"{server}/compare")
    ready(page)
    page.get_by_label("对比主题").click()
    page.get_by_role("option", name="利润增长").click()
    arrived(page, re.compile("concept=profit_growth"))
    expect(page.get_by_text("规模以上工业企业利润总额增速").first).to_be_visible()
    page.go_back()
    arrived(page, re.compile(r"/compare$"))
    expect(page.get_by_role("heading", name=re.compile("^规模以上工业增加值增速"))).to_be_visible()


def test_the_language_keeps_the_choice(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?concept=profit_growth")
    ready(page)
    page.get_by_role("link", name="English", exact=True).click()
    arrived(page, re.compile("lang=en.*concept=profit_growth|concept=profit_growth.*lang=en"))
    expect(page.get_by_role("heading", name="Compare")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_picture_is_two_clicks_away(server: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{server}/compare?period=2021-01/2021-03")
    ready(page)
    page.get_by_role("button", name="导出").first.click()
    with page.expect_download() as told:
        page.get_by_role("link", name="PNG，幻灯片 16:9").click()
    file = tmp_path / "picture.png"
    told.value.save_as(file)
    look_into(file.read_bytes(), (3840, 2160))


def look_into(content: bytes, size: tuple[int, int]) -> Image.Image:
    """A picture must have its size, a white ground, the region's colour and dark text."""
    image = Image.open(io.BytesIO(content)).convert("RGB")
    assert image.size == size
    assert image.getpixel((4, 4)) == (255, 255, 255)
    small = image.resize((size[0] // 3, size[1] // 3), Image.Resampling.NEAREST)
    colours = {colour for _, colour in small.getcolors(2**22) or []}
    assert (0x0B, 0x6E, 0x74) in colours  # Jiangxi
    assert any(max(one) < 0x40 for one in colours)
    return image


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_size_of_a_picture(server: str, tables: Tables, language: str) -> None:
    for size in tables.catalogue.config.sizes:
        with urlopen(
            f"{server}/picture/growth_q1.png?lang={language}&size={size.id}", timeout=patience.SECONDS
        ) as answer:
            content = answer.read()
        width = round(size.width * size.scale)
        found = Image.open(io.BytesIO(content))
        assert abs(found.width - width) <= 1
        if size.height:
            assert found.height == round(size.height * size.scale)
        assert round(found.info["dpi"][0]) == round(96 * size.scale)
        told = png_metadata.read_provenance(content)
        assert told["DataVersion"] == tables.version
        assert "value_added_growth" in told["Indicators"]
        assert ("国家统计局" if language == "zh" else "National Bureau of Statistics") in told["Sources"]


def test_a_picture_without_title_is_lower(server: str) -> None:
    heights = []
    for title in ("1", "0"):
        with urlopen(
            f"{server}/picture/growth_q1.png?size=half&title={title}", timeout=patience.SECONDS
        ) as answer:
            heights.append(Image.open(io.BytesIO(answer.read())).height)
    assert heights[1] < heights[0]
