"""The card in a real browser: opened from a mark, a cell and an address, by mouse and by keyboard; closed; left."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.accessible import faults
from tests.browsers import until
from tests.ui.visits import Visit, arrived, every, ready

GROWTH = "jiangxi:value_added_growth:2021-01/2021-06:jiangxi_2021_07:8"

STILL = """async seconds => {
  const places = () => [...document.querySelectorAll('.js-plotly-plot .point path')].flatMap(
    one => Object.values(one.getBoundingClientRect().toJSON())).join();
  for (let last = '', since = 0; performance.now() - since < 1000 * seconds;
       await new Promise(done => setTimeout(done, 50)))
    if (last !== (last = places())) since = performance.now();
}"""
"""Ends when all marks have stood where they are for so long."""


def row_of(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query).get("row", [""])[0]


def card(page: Page) -> Locator:
    return page.get_by_role("dialog")


def settled(page: Page) -> Locator:
    """The page's first mark that has a row, once its charts stand still."""
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    ready(page)
    mark = page.locator(".js-plotly-plot .bars .point path").first
    mark.scroll_into_view_if_needed()
    page.evaluate(STILL, 0.5)
    return mark


def click(page: Page, mark: Locator) -> None:
    """Click a mark in its middle, and wait for its card. (How soon it comes the benchmarks measure.)"""
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(card(page)).to_be_visible()


def closed(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    arrived(page, lambda url: "row=" not in url)


def test_a_mark_opens_its_number_and_a_second_click_does_it_again(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?period=2021-01/2021-03")
    mark = settled(page)
    click(page, mark)
    first = row_of(page)
    assert ":value_added_growth:2021-01/2021-03:" in first
    assert "period=" in page.url
    closed(page)
    page.wait_for_timeout(700)
    assert mark.evaluate("one => getComputedStyle(one).opacity") == "1"
    click(page, mark)
    assert row_of(page) == first
    others = page.locator(".js-plotly-plot .bars .point path").all()
    assert {one.evaluate("one => getComputedStyle(one).opacity") for one in others} == {"1"}


def test_the_back_button_closes_the_card_and_forward_opens_it(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?period=2021-01/2021-03")
    click(page, settled(page))
    row = row_of(page)
    page.go_back()
    expect(card(page)).to_have_count(0)
    assert not row_of(page)
    page.go_forward()
    expect(card(page)).to_be_visible()
    assert row_of(page) == row


@pytest.mark.parametrize(("language", "head"), [("zh", "引用位置"), ("en", "Where it is used")])
def test_a_link_opens_a_card_and_the_card_opens_others(
    server: str, page: Page, language: str, head: str
) -> None:
    page.goto(f"{server}/proof?lang={language}&row={quote(GROWTH)}")  # a page that costs little
    expect(card(page).get_by_text("18.5%", exact=True)).to_be_visible()
    expect(card(page).get_by_text(head)).to_be_visible()
    expect(card(page).get_by_role("link").first).to_have_attribute("href", re.compile(r"^/"))
    other = card(page).locator("button[data-row^='china:value_added_growth:2021-01/2021-06:']")
    other.click()
    expect(card(page).get_by_text("15.9%", exact=True).first).to_be_visible()
    arrived(page, lambda url: "china" in url)
    name = "全国" if language == "zh" else "China"
    expect(page.get_by_role("dialog", name=re.compile(name))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog", name=re.compile("江西|Jiangxi"))).to_be_visible()
    assert faults(page, "[role=dialog]") == []


def test_what_isn_t_there_is_told(server: str, page: Page) -> None:
    page.goto(f"{server}/data?row={quote('hebei:**nothing**')}")
    expect(card(page).get_by_text("数据表中没有代码为“hebei:**nothing**”的数字")).to_be_visible()


_FOCUSED = (
    "document.activeElement.shadowRoot?.activeElement?.dataset.row ?? document.activeElement.dataset.row"
)


@pytest.mark.parametrize("meanwhile", [True, False])
def test_back_to_the_number_that_stood_there_before_its_component(
    server: str, page: Page, meanwhile: bool
) -> None:
    """Opened from what was drawn early; its component comes while the card is open, or behind it."""
    held: list[Route] = []
    page.route("**/BidiComponent.*.js", lambda route: held.append(route))
    page.goto(server)
    number = page.locator("[data-early] button[data-row]").nth(1)
    row = number.get_attribute("data-row")
    number.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    if meanwhile:
        held[0].continue_()
        expect(page.locator("[data-early]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    if not meanwhile:
        held[0].continue_()
    until(page, f"({_FOCUSED}) === {row!r}")


@pytest.mark.parametrize("path", ["", "region?lang=en"])
def test_the_keyboard_stays_on_a_number_when_its_component_comes(server: str, page: Page, path: str) -> None:
    held: list[Route] = []
    page.route("**/BidiComponent.*.js", lambda route: held.append(route))
    page.goto(f"{server}/{path}")
    numbers = page.locator("[data-early] button[data-row]")
    expect(numbers.nth(3)).to_be_visible()
    row = numbers.nth(3).get_attribute("data-row")
    numbers.nth(3).focus()
    held[0].continue_()
    expect(page.locator("[data-early]")).to_have_count(0)
    until(page, f"({_FOCUSED}) === {row!r}")
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()


def test_by_keyboard_and_back_to_the_cell(server: str, page: Page) -> None:
    page.goto(f"{server}/data?q=65.7")
    cell = page.locator("button[data-row]").first
    expect(cell).to_have_text("65.7%")
    ready(page)
    cell.focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    assert row_of(page).startswith("hebei:industrial_tax_contribution:")
    assert "q=65.7" in page.url
    closed(page)
    until(page, f"({_FOCUSED}) === {cell.get_attribute('data-row')!r}")


@pytest.mark.parametrize("secure", [True, False])
def test_the_citation_is_copied(server: str, page: Page, secure: bool) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not secure:  # as on a network's plain HTTP
        page.add_init_script("Object.defineProperty(navigator.clipboard, 'writeText', {value: undefined})")
    page.goto(f"{server}/proof?row={quote(GROWTH)}")
    button = card(page).get_by_role("button", name="复制引用")
    button.click()
    expect(card(page).get_by_role("button", name="已复制")).to_be_visible()
    told = page.evaluate("navigator.clipboard.readText()")
    assert told.startswith("江西2021年1—6月，规模以上工业增加值增速：18.5%。资料来源：") and told.endswith(
        "第8段。"
    )


def test_a_figure_s_table_is_wide_enough_and_its_numbers_open(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?period=2021-01/2021-03")
    settled(page)
    page.get_by_role("button", name="数据表").first.click()
    number = page.locator(".st-key-figure-compare-zh button[data-row]").first
    expect(number).to_be_visible()
    head = page.locator(".st-key-figure-compare-zh thead").first
    number.scroll_into_view_if_needed()  # the table opens below the figure
    for name in ("地区", "指标", "期间", "数值"):
        expect(head.get_by_text(name, exact=True)).to_be_in_viewport()
    assert faults(page, ".st-key-figure-compare-zh") == []
    told = number.inner_text()
    number.press("Enter")
    expect(card(page).get_by_text(told, exact=True).first).to_be_visible()


@every(("data", "region", "targets"), widths=(390,))
def test_on_a_phone_a_row_s_number_is_seen_whole_and_texts_aren_t_columns_of_characters(visit: Visit) -> None:
    page = visit.page
    button = page.locator("button[data-row]:visible").first
    expect(button).to_be_visible()
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box and box["x"] > 0 and box["x"] + box["width"] <= 390
    narrow = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => one.shadowRoot)
            .flatMap(one => [...one.shadowRoot.querySelectorAll("th, td")])
            .filter(one => one.offsetParent && one.innerText.length > 6 && one.clientWidth < 60)
            .map(one => one.innerText)"""
    )
    assert not narrow, narrow[:5]
    assert button.evaluate("one => one.scrollWidth <= one.clientWidth + 1 || !one.clientWidth")
