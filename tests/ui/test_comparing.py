"""What a reader comes for on 指标对比 and 走势, in a real browser, with every click counted from the overview on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from industry import wording
from industry.figures.rows.cells import MARKS


class Reader:
    """Somebody at a browser, who starts on the overview."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(server)
        expect(page.get_by_role("link", name="指标对比").first).to_be_visible()

    def click(self, what: Locator) -> None:
        expect(what).to_be_visible()
        what.click()
        self.clicks += 1

    def go(self, page: str) -> None:
        self.click(self.page.get_by_role("link", name=page, exact=True).first)
        expect(self.page.get_by_role("heading", name=page, exact=True)).to_be_visible()

    def choose(self, label: str, option: str) -> None:
        self.click(self.page.get_by_label(label, exact=True).first)
        self.click(self.page.get_by_role("option", name=option, exact=True))

    def figure(self, about: str) -> Locator:
        """The figure whose heading begins so, its plot drawn."""
        heading = self.page.get_by_role("heading", name=re.compile(f"^{about}"))
        expect(heading.first).to_be_visible()
        boxes = self.page.locator('[class*="st-key-figure-"]').filter(has=heading)
        expect(boxes.last.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        return boxes.last


@pytest.fixture
def reader(page: Page, server: str) -> Reader:
    return Reader(page, server)


def test_jiangxi_beside_the_country_and_what_hebei_lacks(reader: Reader) -> None:
    reader.go("指标对比")
    reader.click(reader.page.get_by_role("button", name="2021年1—6月", exact=True))
    figure = reader.figure("规模以上工业增加值增速：2021年1—6月，江西")
    expect(figure).to_contain_text("期间不同，不参与比较：")
    strip = figure.get_by_text(re.compile("期间不同，不参与比较：")).first
    expect(strip).to_contain_text("河北")
    expect(reader.page).to_have_url(re.compile(r"period=2021-01(/|%2F)2021-06"))
    assert reader.clicks <= 2


def test_profits_of_the_first_five_months(reader: Reader) -> None:
    reader.go("指标对比")
    reader.choose("对比主题", "利润总额")
    figure = reader.figure("规模以上工业企业利润总额：2021年1—5月")
    expect(figure).to_contain_text("2021年1—5月")
    assert reader.clicks <= 3


def test_shaanxi_s_enterprises_of_2015_and_2020(reader: Reader) -> None:
    reader.go("走势")
    figure = reader.figure("陕西规模以上工业企业数")
    expect(figure).to_contain_text("5072家")
    expect(figure).to_contain_text("7164家")
    assert reader.clicks <= 3


def test_a_pick_is_a_step_back_and_another_indicator_undoes_it(reader: Reader) -> None:
    reader.go("指标对比")
    reader.click(reader.page.get_by_role("button", name="2021年1—6月", exact=True))
    reader.figure("规模以上工业增加值增速：2021年1—6月")
    reader.page.go_back()
    reader.figure("规模以上工业增加值增速：2021年1—3月")
    reader.click(reader.page.get_by_role("button", name="2021年1—6月", exact=True))
    reader.figure("规模以上工业增加值增速：2021年1—6月")
    reader.choose("对比主题", "利润增长")
    expect(reader.page).to_have_url(re.compile(r"concept=profit_growth$"))
    reader.figure("规模以上工业企业利润总额增速")


def test_a_number_of_the_grid_opens_its_card(reader: Reader) -> None:
    reader.go("指标对比")
    number = reader.page.locator('tr[data-pick="2021-01/2021-06"] button[data-row^="jiangxi:"]')
    reader.click(number.first)
    expect(reader.page.get_by_role("dialog")).to_contain_text("18.5")
    expect(reader.page).to_have_url(re.compile("row=jiangxi"))


def test_the_line_drawn_is_in_sight(reader: Reader) -> None:
    reader.go("指标对比")
    line = reader.page.locator("tr.selected")
    expect(line).to_be_visible()
    box, table = line.bounding_box(), reader.page.locator(".box").first.bounding_box()
    assert (
        box and table and table["y"] < box["y"] and box["y"] + box["height"] <= table["y"] + table["height"]
    )


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_marks_of_the_grid_mean_is_said_whole(
    page: Page, server: str, language: str, width: int
) -> None:
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 800})
    try:
        page.goto(f"{server}/compare?lang={language}")
        lead = page.get_by_text(wording.say("base_mark_low", language)).locator("xpath=ancestor::p")
        expect(lead).to_be_visible()
        for key in MARKS:
            said = lead.get_by_text(wording.say(f"base_mark_{key}", language), exact=True)
            expect(said).to_be_visible()
            assert said.evaluate("one => one.getClientRects().length") == 1, "on one line"
    finally:
        page.set_viewport_size(before or {"width": 1366, "height": 768})
