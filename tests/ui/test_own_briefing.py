"""A briefing of one's own in a real browser, with its clicks counted from the overview: figures put in, ordered, headed,
presented, kept in a file and opened again; a picture for a document."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from industry.export.deck import deck_file
from industry.vocabulary.slide import Slide
from tests.accessible import faults
from tests.browsers import eventually
from tests.ui.visits import ready, settled


class Clicks:
    """A reader who counts their clicks."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, what: Locator) -> None:
        what.click()
        self.count += 1


def slides_of(page: Page) -> list[str]:
    held = parse_qs(urlsplit(page.url).query).get("slides", [""])[0]
    return [one.partition("?")[0] for one in held.split(";") if one]


def holding(page: Page, *figures: str) -> None:
    """Wait until the address holds these figures, in this order, and the page shows them so: it is drawn after."""
    eventually(page, lambda: slides_of(page) == list(figures))
    for number, figure in enumerate(figures, start=1):
        expect(tile(page, number)).to_have_attribute("data-slide", re.compile(rf"^{figure}\b"))


def tile(page: Page, number: int) -> Locator:
    return page.locator("li.tile").nth(number - 1)


def test_four_figures_one_of_them_made_are_presented_in_nine_clicks(server: str, page: Page) -> None:
    page.goto(server)
    ready(page)
    click = Clicks()
    for number in range(1, 4):
        click(page.get_by_role("button", name="加入汇报").first)
        expect(page.get_by_role("link", name=f"汇报（{number}）")).to_be_visible()
        expect(page.get_by_role("button", name="移出汇报")).to_have_count(
            number
        )  # else the next would take it out
    click(page.get_by_role("link", name="指标对比"))
    expect(page.get_by_role("heading", name="指标对比", exact=True)).to_be_visible()
    expect(page.get_by_text("点一行，画该期").first).to_be_visible()
    ready(page)
    click(page.get_by_role("button", name="加入汇报").first)
    link = page.get_by_role("link", name="汇报（4）")
    expect(link).to_be_visible()
    click(link)
    expect(page.locator("li.tile")).to_have_count(5)
    present = page.get_by_role("link", name="开始演示")
    with page.context.expect_page() as opened:
        click(present)
    shown = opened.value
    assert click.count <= 9
    expect(shown.locator("section, .slide").first).to_be_attached(timeout=60_000)
    query = parse_qs(urlsplit(shown.url).query)
    assert len(query["slide"]) == 4 and query["slide"][-1].startswith("compare?indicator=")


def test_a_picture_for_a_document_is_two_clicks_away(server: str, page: Page, tmp_path: Path) -> None:
    for path in ("", "compare", "trends"):
        page.goto(f"{server}/{path}")
        ready(page)
        click = Clicks()
        click(page.get_by_role("button", name="导出").first)
        with page.expect_download() as told:
            click(page.get_by_role("link", name="PNG，报告通栏 156毫米"))
        assert click.count == 2
        told.value.save_as(tmp_path / "picture.png")
        found = Image.open(tmp_path / "picture.png")
        assert found.width in (1843, 1844) and round(found.info["dpi"][0]) == 300


START = "briefing?slides=growth_q1;profit%3Fregions%3Dhebei,jiangxi;gap_growth"


def test_slides_are_ordered_headed_and_removed_and_the_back_button_undoes_it(server: str, page: Page) -> None:
    page.goto(f"{server}/{START}")
    ready(page)
    expect(page.locator("li.tile img.there")).to_have_count(3)
    tile(page, 1).get_by_role("button", name="后移").focus()
    page.keyboard.press("Enter")
    holding(page, "profit", "growth_q1", "gap_growth")
    expect(tile(page, 2).get_by_role("button", name="后移")).to_be_focused()
    assert faults(page) == []
    tile(page, 3).locator(".frame").drag_to(tile(page, 1))
    holding(page, "gap_growth", "profit", "growth_q1")
    field = page.get_by_role("textbox", name="第2页标题")
    field.fill("上半年利润")
    field.press("Enter")
    page.wait_for_url(re.compile("heading"))
    expect(tile(page, 2).locator("img.there")).to_have_attribute("src", re.compile("heading="))
    tile(page, 1).get_by_role("button", name="移出").click()
    holding(page, "profit", "growth_q1")
    expect(page.locator("li.tile")).to_have_count(3)  # with the place where one is added: it was 4
    page.go_back()
    holding(page, "gap_growth", "profit", "growth_q1")
    expect(page.locator("li.tile")).to_have_count(4)
    page.get_by_role("combobox", name="添加图表").select_option("energy")
    holding(page, "gap_growth", "profit", "growth_q1", "energy")
    field = page.get_by_role("textbox", name="第3页标题")
    field.press_sequentially("一季度")
    page.get_by_role("combobox", name="添加图表").evaluate(
        "one => { one.value = 'targets_jian'; one.dispatchEvent(new Event('change')) }"
    )
    holding(page, "gap_growth", "profit", "growth_q1", "energy", "targets_jian")
    expect(field).to_be_focused()
    expect(field).to_have_value("一季度")  # written on, though the page was drawn anew meanwhile
    field.press("Tab")
    page.wait_for_url(re.compile("growth_q1.*heading"))


def test_a_briefing_is_kept_in_a_file_and_opened_again(server: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{server}/{START}%3Fheading%3DOwn")
    ready(page)
    with page.expect_download() as kept:
        page.get_by_role("link", name="保存为文件").click()
    file = tmp_path / "kept.json"
    kept.value.save_as(file)
    assert kept.value.suggested_filename.startswith("我的汇报_")
    told: dict[str, Any] = json.loads(file.read_text("utf-8"))
    assert told["slides"][2] == {"slide": "gap_growth", "heading": "Own"}

    page.goto(f"{server}/briefing")
    ready(page)
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"nonsense"})
    expect(page.get_by_text("文件不是JSON格式")).to_be_visible()
    assert slides_of(page) == []
    chooser.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{" * 70_000})
    expect(page.get_by_text("文件超过64KB")).to_be_visible()
    chooser.set_input_files(file)
    holding(page, "growth_q1", "profit", "gap_growth")
    expect(page.get_by_text("已打开3页。")).to_be_visible()
    expect(page.get_by_text("数据版本与现在相同")).to_be_visible()
    expect(page.get_by_role("textbox", name="第3页标题")).to_have_value("Own")
    told["version"] = "other"
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(told).encode()}
    )
    expect(page.get_by_text("没有保存“other”的数据")).to_be_visible()


def test_a_thumbnail_is_a_small_picture(server: str, page: Page) -> None:
    answer = page.request.get(f"{server}/picture/profit.png?size=thumbnail&heading=Own")
    assert Image.open(io.BytesIO(answer.body())).size == (640, 360)


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=lambda one: str(one[0]))
def test_the_page_keeps_its_place(server: str, page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script("""window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => {
        if (!one.hadRecentInput) window.moved += one.value })).observe({type: 'layout-shift', buffered: true})""")
    for address in (START, "briefing", "briefing?deck=custom"):
        page.goto(f"{server}/{address}")
        ready(page)
        expect(page.locator("li.tile").first).to_be_visible()
        settled(page)
        assert page.evaluate("window.moved") <= 0.1, address


def of_a_deck(page: Page) -> list[str]:
    """The slides of the deck that comes with the dashboard, once it is drawn."""
    expect(page.get_by_role("button", name="复制为我的汇报")).to_be_visible()
    return [str(one.get_attribute("data-slide")) for one in page.locator("li.tile").all()]


def chosen(page: Page, deck: str) -> None:
    """Choose a deck by its name."""
    page.get_by_role("combobox", name="汇报").first.click()
    page.get_by_role("option", name=deck, exact=True).click()


def test_a_copy_of_a_deck_that_was_chosen_is_shown_and_the_back_button_undoes_it(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/briefing?deck=hebei&slides=energy&since=2021-07-25,abc")
    ready(page)
    listed = of_a_deck(page)
    page.get_by_role("button", name="复制为我的汇报").click()
    expect(page.get_by_role("button", name="清空")).to_be_visible()
    holding(page, *(one.partition("?")[0] for one in listed))
    expect(page.locator("li.tile")).to_have_count(len(listed) + 1)
    expect(page.get_by_role("link", name=f"汇报（{len(listed)}）")).to_be_visible()
    assert not {"deck", "since"} & parse_qs(urlsplit(page.url).query).keys()
    page.go_back()
    assert of_a_deck(page) == listed and slides_of(page) == ["energy"]
    chosen(page, "我的汇报")
    expect(page.get_by_role("button", name="清空")).to_be_visible()
    holding(page, "energy")
    expect(
        page.get_by_role("heading", name="上次会议以来")
    ).to_be_visible()  # of the file, also after another deck


def test_a_file_that_is_opened_over_a_deck_that_was_chosen_is_shown(server: str, page: Page) -> None:
    page.goto(f"{server}/briefing")
    ready(page)
    chosen(page, "河北")
    page.wait_for_url(re.compile("deck=hebei"))
    ready(page)
    listed = of_a_deck(page)
    data = deck_file.write(tuple(map(Slide, ("growth_q1", "profit"))), "abc", "zh", date(2021, 7, 25))
    file = {"name": "x.json", "mimeType": "application/json", "buffer": data}
    page.locator("input[type=file]").set_input_files([file])
    expect(page.get_by_text("已打开2页。")).to_be_visible()
    holding(page, "growth_q1", "profit")
    expect(page.get_by_role("button", name="清空")).to_be_visible()
    expect(page.get_by_role("heading", name="上次会议以来")).to_be_visible()
    page.go_back()  # one step
    assert of_a_deck(page) == listed and slides_of(page) == []


@pytest.mark.parametrize("name", ["清空", "移出"])
def test_one_s_own_briefing_is_shown_once_it_is_empty(server: str, page: Page, name: str) -> None:
    page.goto(f"{server}/briefing?slides=growth_q1&since=2021-07-25,abc")
    ready(page)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_text("尚未加入图表")).to_be_visible()
    expect(page.get_by_role("heading", name="上次会议以来")).to_have_count(0)
    assert slides_of(page) == []
    page.get_by_role("combobox", name="添加图表").select_option("energy")
    holding(page, "energy")
    expect(page.get_by_role("button", name="清空")).to_be_visible()
    for _ in range(2):
        page.go_back()
    holding(page, "growth_q1")
