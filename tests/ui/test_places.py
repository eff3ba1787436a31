"""Where things stand: no number of a table is cut, what is out of sight is told, a head is one line, and a phone has
neither gaps nor anything that can't be reached."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import eventually
from tests.ui.visits import SHIFTS, STILL, Visit, arrived, every, path, ready, settled

SUBJECTS = ("profit", "revenue", "industrial_growth", "enterprises")
MIDDLE = "one => { const at = one.getBoundingClientRect(); return at.top + at.height / 2 }"


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def cut(box: Locator) -> int:
    """The CSS pixels of a table that its box doesn't show."""
    found: int = box.evaluate("one => one.scrollWidth - one.clientWidth")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_grid_of_periods_shows_every_number_whole(server: str, page: Page, language: str) -> None:
    for subject in SUBJECTS:
        page.goto(f"{server}/compare?concept={subject}&lang={language}")
        box = page.locator(".st-key-periods-table .box")
        expect(box).to_be_visible()
        settled(page)
        assert cut(box) <= 0, subject
        inside = page.locator(".st-key-drawn").bounding_box()
        assert inside and inside["x"] > 400 and inside["width"] >= 400, "the figure stands beside it"


@every(("overview", "targets", "data"), widths=(1366,))
def test_a_page_s_first_table_is_as_wide_as_the_page(visit: Visit) -> None:
    box = visit.page.locator(".box").first
    expect(box).to_be_visible()
    assert cut(box) <= 0


@pytest.mark.parametrize("name", ["overview", "targets", "data"])
def test_a_page_s_first_table_is_as_wide_as_the_page_in_english(server: str, page: Page, name: str) -> None:
    page.goto(f"{server}/{path(name)}?lang=en")
    expect(page.locator(".box").first).to_be_visible()
    settled(page)
    assert cut(page.locator(".box").first) <= 0


def test_lines_out_of_sight_are_told_and_a_click_shows_them(server: str, page: Page) -> None:
    page.goto(f"{server}/compare")
    box = page.locator(".st-key-periods-table .box")
    expect(box).to_be_visible()
    settled(page)
    tops = (
        "one => [...one.querySelectorAll('tbody tr')].map((line) =>"
        " Math.round(line.getBoundingClientRect().top - one.querySelector('thead th').getBoundingClientRect().bottom))"
    )
    assert 0 in box.evaluate(tops), "no line is cut under the head"
    lines, told = box.locator("tbody tr").count(), re.compile(r"[上下]方还有\d+行")
    expect(page.get_by_role("button", name=told).first).to_be_visible()
    for strip, end in (("下方还有", lines - 1), ("上方还有", 0)):
        while (button := page.get_by_role("button", name=re.compile(rf"{strip}\d+行"))).count():
            before = box.evaluate("one => one.scrollTop")
            button.first.click()
            assert box.evaluate("one => one.scrollTop") != before
        at = box.evaluate(tops)
        assert 0 <= at[end] < box.evaluate("one => one.clientHeight"), (strip, at)
    assert 0 in box.evaluate(tops)


def test_on_a_phone_a_wheel_over_the_grid_moves_the_page_and_the_rest_unfolds(
    server: str, phone: Page
) -> None:
    phone.goto(f"{server}/compare")
    box = phone.locator(".st-key-periods-table .box")
    expect(box).to_be_visible()
    settled(phone)
    box.scroll_into_view_if_needed()
    at, top = box.bounding_box(), box.evaluate("one => one.scrollTop")
    assert at
    phone.mouse.move(at["x"] + 100, at["y"] + 100)
    phone.mouse.wheel(0, 200)
    eventually(phone, lambda: box.evaluate("one => one.getBoundingClientRect().y") <= at["y"] - 150)
    assert box.evaluate("one => one.scrollTop") == top
    high = box.evaluate("one => one.offsetHeight")
    phone.get_by_role("button", name=re.compile(r"上方还有\d+行")).first.click()
    assert box.evaluate("one => one.offsetHeight") > high + 40
    below = phone.locator(".st-key-drawn").bounding_box()
    after = box.bounding_box()
    assert below and after and below["y"] >= after["y"] + after["height"]


@every(("overview", "region", "targets"), widths=(1366,))
def test_a_head_is_one_line_with_its_controls(visit: Visit) -> None:
    head = visit.page.locator(".st-key-head")
    title = head.locator("h1").evaluate(
        "one => { const words = document.createRange(); words.selectNodeContents(one);"
        " const at = words.getBoundingClientRect(); return at.top + at.height / 2 }"
    )
    others = head.locator("button[role=radio], [role=combobox]").evaluate_all(f"all => all.map({MIDDLE})")
    assert others and all(abs(one - title) <= 4 for one in others), (title, others)


@every(("overview", "region", "targets", "compare", "trends"), widths=(390,))
def test_a_phone_has_no_gaps_between_controls(visit: Visit) -> None:
    phone = visit.page
    places = phone.locator(".st-key-head > *, .st-key-choices > *").evaluate_all(
        "all => all.map((one) => { const at = one.getBoundingClientRect(); return [at.top, at.bottom] })"
    )
    assert len(places) > 2
    for (_, end), (start, _) in zip(sorted(places), sorted(places)[1:], strict=False):
        assert start - end <= 24, places
    high = phone.locator(".st-key-head > *, .st-key-choices > *").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert max(high) <= 90, high


@every(("overview",), widths=(390,))
def test_on_a_phone_every_view_is_in_sight(visit: Visit) -> None:
    views = visit.page.locator(".st-key-head [role=radiogroup]").first.get_by_role("radio")
    assert views.count() > 3
    for one in views.all():
        at = one.bounding_box()
        assert at and at["x"] >= 0 and at["x"] + at["width"] <= 390


def test_on_a_phone_a_number_found_has_its_source_beside_it(server: str, phone: Page) -> None:
    phone.goto(f"{server}/data?q=65.7")
    box = phone.locator(".box").first
    expect(box).to_be_visible()
    settled(phone)
    assert cut(box) <= 0
    expect(box.locator("tbody th").first).to_contain_text("工业和信息化厅")
    look = "one => getComputedStyle(one).textDecorationColor"
    assert box.locator("button.number").first.evaluate(look) != "rgba(0, 0, 0, 0)"


def test_sources_open_where_there_is_room(server: str, page: Page) -> None:
    page.goto(f"{server}/compare?concept=profit")
    settled(page)
    button = page.get_by_role("button", name="出处").first
    at = button.bounding_box()
    assert at
    page.set_viewport_size(
        {"width": 1366, "height": round(at["y"]) + 120}
    )  # just above the end of the window
    page.mouse.click(at["x"] + 20, at["y"] + 10)
    told = page.locator('[data-testid="stPopoverBody"] li')
    expect(told.first).to_be_visible()
    page.evaluate(STILL, 0.4)
    seen = page.locator('[data-testid="stPopoverBody"]').first.evaluate(
        "one => { while (one && one.scrollHeight <= one.clientHeight + 1) one = one.parentElement;"
        " return one ? one.clientHeight : innerHeight }"
    )
    assert seen >= 200
    for one in told.all():
        expect(one).to_be_in_viewport(ratio=0.9)


def test_both_choosers_of_a_span_say_the_same(server: str, page: Page) -> None:
    page.goto(f"{server}/trends")
    settled(page)
    page.get_by_text("全部年份", exact=True).click()
    arrived(page, re.compile("span="))
    said = re.search(r"span=(\d+)(?:/|%2F)(\d+)", page.url)
    assert said
    first, last = said[1], said[2]
    handles = page.get_by_role("slider")
    expect(handles.first).to_have_attribute("aria-valuetext", first)
    expect(handles.last).to_have_attribute("aria-valuetext", last)
    handles.last.focus()
    page.keyboard.press("ArrowLeft")
    arrived(page, lambda url: f"{first}/{last}" not in url.replace("%2F", "/"))
    pills = page.locator('[class*="st-key-several-trends-span"] button[data-selected=true]')
    expect(pills.filter(has_text="全部年份")).to_have_count(0)


def test_an_unknown_choice_is_told_without_pushing_the_page(server: str, page: Page) -> None:
    page.add_init_script(SHIFTS)
    page.goto(f"{server}/?year=latest")
    ready(page)
    expect(page.get_by_text("没有“latest”这一选项")).to_be_visible()
    settled(page)
    assert page.evaluate("window.shifted") <= 0.1
    assert Path(page.url).name.startswith("?year")
