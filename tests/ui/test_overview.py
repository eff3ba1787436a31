"""The overview in a real browser: what stands above the fold, where a click leads, what a link carries along."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.ui.visits import arrived, ready

BOTH = "jiangxi,hebei"
PLACED = """where => [...document.querySelectorAll(where)].flatMap(one => {
  const roots = [one, ...one.querySelectorAll("*")].map(each => each.shadowRoot).filter(Boolean);
  return roots.flatMap(root => [...root.querySelectorAll("button[data-row]")]);
}).map(one => [one.textContent, ...["x", "y", "width"].map(name => Math.round(one.getBoundingClientRect()[name]))])"""
"""Numbers of what stands in trees of its own below a place, and where."""
OUTSIDE = """table => [...table.querySelectorAll(".bars, .bars *")].filter(one => {
  const bar = one.getBoundingClientRect(), cell = one.closest("td").getBoundingClientRect();
  return bar.left < cell.left || bar.right > cell.right || bar.top < cell.top || bar.bottom > cell.bottom;
}).map(one => one.closest("tr").innerText)"""
"""Lines of a table with a bar, its track or its zero outside its cell."""
LEFTS = """cell => [...cell.querySelectorAll("*")].flatMap(one => [...one.childNodes]).filter(one => one.nodeType === 3).flatMap(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return [...range.getClientRects()].map(each => Math.round(each.left));
})"""
"""Where each line of a cell's text begins."""

CLOSE = """table => [...table.querySelectorAll("tr")].flatMap(line => {
  const cells = [...line.cells].filter(one => one.checkVisibility());
  const [left, right] = ["left", "right"].map(side => cells.map(one => [...one.querySelectorAll("*")].flatMap(each =>
    [...each.getClientRects()].map(box => box[side]))));
  return cells.slice(1).filter((_, at) => Math.min(...left[at + 1]) - Math.max(...right[at]) < 6).map(one => one.innerText);
})"""
"""Cells of a table whose contents stand less than 6 CSS pixels from those of the cell before."""

HIGHER = """(table, reckoned) => [...table.tBodies[0].rows].filter(line =>
  line.offsetHeight > parseFloat(line.style.getPropertyValue(reckoned)) + 1).map(one => one.innerText)"""
"""Lines of a table that are higher than was reckoned."""


def benchmark(page: Page) -> Locator:
    """The benchmark table, once it is drawn by its component."""
    expect(page.locator(".stBidiComponent").first).to_be_visible()
    expect(page.locator("[data-early]")).to_have_count(0)
    table = page.locator("[class*='st-key-figure-benchmark'] table").first
    expect(table).to_be_visible()
    return table


@pytest.mark.parametrize("path", ["", "region?lang=en"])
def test_numbers_are_there_before_the_browser_has_read_what_draws_components(
    server: str, page: Page, path: str
) -> None:
    held: list[Route] = []
    page.route("**/BidiComponent.*.js", lambda route: held.append(route))
    page.goto(f"{server}/{path}")
    expect(page.locator("[data-early] button[data-row]").first).to_be_visible()
    page.locator(".stPlotlyChart").first.wait_for(state="attached")
    early = page.evaluate(PLACED, "[data-early]")
    assert len(early) > 5
    held[0].continue_()
    expect(page.locator("[data-early]")).to_have_count(0)
    assert page.evaluate(PLACED, ".stBidiComponent") == early


def test_a_number_of_them_opens_its_card(server: str, page: Page) -> None:
    page.route("**/BidiComponent.*.js", lambda _: None)
    page.goto(server)
    number = page.locator("[data-early] button[data-row]").first
    number.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert "row=" in page.url


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_table_stands_above_the_fold(server: str, page: Page, language: str) -> None:
    page.goto(f"{server}/?lang={language}")
    box = benchmark(page).bounding_box()
    ready(page)
    assert box and box["y"] + box["height"] <= 768 and box["x"] + box["width"] <= 1366


def test_on_a_phone_a_line_s_name_and_figures_are_seen(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server)
    table = benchmark(page)
    for cell in (table.locator("tbody th").first, table.locator("button[data-row]").first):
        box = cell.bounding_box()
        assert box and 0 <= box["x"] and box["x"] + box["width"] <= 390 and box["y"] < 844


@pytest.mark.parametrize("width", [320, 390, 768, 1366])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_bars_stay_in_their_cells(server: str, page: Page, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server}/?lang={language}")
    table = benchmark(page)
    ready(page)
    assert table.locator(".bars i").count() > 10
    assert table.evaluate(OUTSIDE) == []
    tracks = table.locator(".bars").evaluate_all("all => all.map(one => one.offsetWidth)")
    assert len(set(tracks)) == 1, "one scale has one length"


def test_all_of_a_line_that_belongs_to_another_stands_further_in(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/?lang=en")
    table = benchmark(page)
    ready(page)
    outer = set(table.locator("tbody th:not(.under)").first.evaluate(LEFTS))
    inner = [one.evaluate(LEFTS) for one in table.locator("tbody th.under").all()]
    assert max(map(len, inner)) > 2, "a name of two lines, with its unit"
    assert all(set(one) == {min(inner[0])} for one in inner) and min(inner[0]) > max(outer)


def test_a_number_opens_its_card_and_a_name_its_comparison(server: str, page: Page) -> None:
    page.goto(f"{server}/?year=2021")
    table = benchmark(page)
    ready(page)
    number = table.locator("button[data-row]").nth(1)
    told = number.inner_text().rstrip("*†‡")
    number.click()
    expect(page.get_by_role("dialog").get_by_text(re.compile(f"^{re.escape(told)}")).first).to_be_visible()
    page.keyboard.press("Escape")
    arrived(page, lambda url: "row=" not in url)
    table.get_by_role("link", name="规上工业利润增速").click()
    arrived(page, re.compile("/compare\\?.*indicator=profit_growth"))
    expect(page.get_by_text("规模以上工业企业利润总额增速").first).to_be_visible()


def test_the_latest_of_each_region_is_a_click_away_and_has_no_bars(server: str, page: Page) -> None:
    page.goto(server)
    assert benchmark(page).locator(".bars i").count() > 0
    page.get_by_text("各地最新数", exact=True).click()
    arrived(page, re.compile("mode=benchmark_latest"))
    expect(page.locator(".st-key-figure-benchmark_latest-zh table .tag").first).to_be_visible()
    expect(benchmark(page).locator(".bars i")).to_have_count(0)


def test_a_number_is_found_with_its_place_by_typing_and_one_click(server: str, page: Page) -> None:
    page.goto(server)
    ready(page)
    page.get_by_role("searchbox").fill("65.7")
    hit = page.locator(".found a").first
    expect(hit).to_contain_text("65.7%")
    expect(hit).to_contain_text("河北")
    hit.click()
    card = page.get_by_role("dialog")
    expect(card.get_by_text("65.7%", exact=True).first).to_be_visible()
    expect(card.get_by_text(re.compile("第\\d+段")).first).to_be_visible()


def test_two_regions_are_kept_on_three_pages_by_one_link(server: str, page: Page) -> None:
    page.goto(f"{server}/?regions={BOTH}")
    heads = benchmark(page).locator("thead th").all_inner_texts()
    assert heads[2:] == ["全国", "江西", "河北"]
    seen = []
    for name in ("", "指标对比", "走势"):
        if name:
            page.get_by_role("link", name=name, exact=True).click()
            expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        ready(page)
        assert parse_qs(urlsplit(page.url).query)["regions"] == [BOTH]
        charts = page.locator("[class*='st-key-panel-']:has(.js-plotly-plot)")
        expect(charts.first).to_be_visible()
        expect(charts.first).to_contain_text("河北")
        told = charts.all_text_contents()
        assert not any("陕西" in one for one in told), name
        seen.append(page.url)
    assert len({urlsplit(one).path for one in seen}) == 3


@pytest.mark.parametrize("width", [320, 390, 1366])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_two_cells_say_isn_t_read_as_one(server: str, page: Page, language: str, width: int) -> None:
    """As the periods of two regions' lists were, each longer than its column."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server}/?mode=benchmark_latest&lang={language}")
    ready(page)
    table = benchmark(page)
    assert table.locator(".tag").count() > 20
    assert table.evaluate(CLOSE) == []
    assert table.evaluate(HIGHER, "--high-narrow" if width < 641 else "--high") == []
    table.locator(".tag").evaluate_all("all => all.forEach(one => one.append('，', one.textContent))")
    assert table.evaluate(CLOSE) == [], "however long a period's name is"
