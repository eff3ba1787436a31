"""How far it is from the overview to what is asked of regions, targets and priorities, in a real browser: every click is
counted; typing is free."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.visits import SHIFTS, WIDER, arrived, ready, settled


class Reader:
    """Somebody who starts on the overview, and counts clicks."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(server)
        ready(page)

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def opens(self, name: str) -> None:
        """Go to a page by its link in the bar."""
        self.click(self.page.locator(".bar-pages").get_by_role("link", name=name, exact=True))
        expect(self.page.locator(".bar-pages a[aria-current]")).to_have_text(name)


@pytest.fixture
def reader(page: Page, server: str) -> Reader:
    return Reader(page, server)


def block(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}-blocks")


def test_all_of_a_branch_in_three_clicks_with_a_figure(reader: Reader) -> None:
    page = reader.page
    reader.opens("地区画像")
    reader.click(page.get_by_role("radio", name="吉安").or_(page.get_by_role("button", name="吉安")).first)
    branches = block(page, "industries")
    for told in ("1706.6亿元", "47.76%", "352家", "第1位"):
        expect(branches.get_by_role("button", name=told, exact=True)).to_be_in_viewport()
    expect(page.get_by_role("heading", name=re.compile("^吉安电子信息产业"))).to_be_attached()
    figure = page.locator("[class*='st-key-figure-electronics_jian-']").first
    expect(figure.get_by_text("1706.6亿元").first).to_be_attached()
    assert reader.clicks <= 3
    branches.get_by_role("button", name="47.76%", exact=True).click()
    expect(page.get_by_role("dialog").get_by_text("47.76%", exact=True).first).to_be_visible()


def test_targets_and_how_far_in_one_click(reader: Reader) -> None:
    page = reader.page
    reader.opens("目标进度")
    table = page.locator(".st-key-targets-table")
    for head in ("目标", "已完成", "时序进度"):
        expect(table.get_by_role("columnheader", name=re.compile(f"^{head}( |$)"))).to_be_in_viewport()
    expect(table.get_by_role("button", name="1734家（推算）", exact=True)).to_be_in_viewport()
    assert reader.clicks <= 1
    table.get_by_role("button", name="4700个", exact=True).click()
    expect(page.get_by_role("dialog").get_by_text("4700个", exact=True).first).to_be_visible()


def test_a_word_of_all_regions_side_by_side_in_two_clicks(reader: Reader) -> None:
    page = reader.page
    reader.opens("政策重点")
    field = page.get_by_label("查提法、指标")
    reader.click(field)
    field.fill("数字经济")
    numbers, items = page.locator(".st-key-numbers-table"), page.locator(".st-key-items-table")
    for table in (numbers, items):
        expect(table).to_be_visible()
        for region in ("江西", "吉安", "河北", "陕西"):
            expect(table.get_by_role("columnheader", name=region, exact=True)).to_be_attached()
    expect(numbers.locator("button[data-row]").first).to_be_in_viewport()
    expect(items.get_by_text("数字化与智能化")).to_be_visible()
    assert reader.clicks <= 2
    arrived(page, re.compile("q="))


def test_the_choice_of_regions_travels_to_the_profile(page: Page, server: str) -> None:
    page.goto(f"{server}/region?regions=hebei")
    expect(page.get_by_role("heading", name=re.compile("^河北"), level=1)).to_be_visible()


PATHS = ("region?region=jian", "targets", "priorities", "priorities?q=园区")


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda one: str(one[0]))
def test_nothing_jumps_and_nothing_is_cut(server: str, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(SHIFTS)
    for path in PATHS:
        page.goto(f"{server}/{path}")
        settled(page)
        assert page.evaluate("window.shifted") <= 0.1, path
        assert page.evaluate(CUT) == [], path
        assert page.evaluate(WIDER) <= 0, path


CUT = """() => [...document.querySelectorAll("[class*='-blocks']")].filter(one => /st-key/.test(one.className))
    .flatMap(one => [...one.querySelectorAll("*")].filter(held => held.shadowRoot).flatMap(held =>
        [...held.shadowRoot.querySelectorAll(".block")].filter(block =>
            block.getBoundingClientRect().bottom > one.getBoundingClientRect().bottom + 1)))
    .map(one => one.innerText)"""
