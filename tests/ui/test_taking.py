"""The panel 导出 below a figure, as a reader has it: files saved, failures told in a sentence, pictures and addresses
copied, also by keyboard and where the browser has no clipboard."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from pptx import Presentation

from tests.accessible import EVERY, faults
from tests.browsers import until
from tests.ui.visits import WIDER, ready

PERIOD = "2021-01/2021-03"


@pytest.fixture(scope="module")
def opened(server: str, window: BrowserContext) -> Iterator[Page]:
    """The page of comparisons with the panel of its first figure."""
    window.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page = window.new_page()
    page.goto(f"{server}/compare?period={PERIOD}")
    ready(page)
    page.get_by_role("button", name="导出").first.click()
    expect(page.locator(".take")).to_be_visible()
    yield page
    page.close()
    window.clear_permissions()


def link(page: Page, name: str) -> Locator:
    return page.locator(".take").get_by_role("link", name=name, exact=True)


def told(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".take [role=status]")).to_have_text(text)


def test_a_click_saves_a_file_and_says_its_name(opened: Page) -> None:
    with opened.expect_download() as saved:
        link(opened, "PDF，报告通栏 156毫米").click()
    name = saved.value.suggested_filename
    assert re.fullmatch(r".*江西、陕西、河北_2021年1—3月_report_zh_compare-\w+\.pdf", name)
    told(opened, f"已下载：{name}")
    with saved.value.path().open("rb") as file:
        held = pypdfium2.PdfDocument(file.read())
    assert "29.4" in held[0].get_textpage().get_text_range()
    held.close()
    with opened.expect_download() as saved:
        link(opened, "PPTX").click()
    (slide,) = Presentation(io.BytesIO(saved.value.path().read_bytes())).slides
    assert slide.name.startswith("compare?indicator=")


def test_without_its_title_if_asked(opened: Page) -> None:
    box = opened.locator(".take").get_by_role("checkbox", name="图中带标题")
    box.uncheck()
    asked = r"/picture/compare\.svg\?.*size=square.*title=0"
    with opened.expect_download() as saved, opened.expect_request(re.compile(asked)):
        link(opened, "SVG，方图").click()
    assert "无标题" in saved.value.suggested_filename
    box.check()


def test_what_fails_is_a_sentence_and_nothing_else(opened: Page, server: str) -> None:
    def busy(route: Route) -> None:
        route.fulfill(status=503, content_type="text/html", body="<title>x</title><p>正忙，请稍后再试。</p>")

    address = opened.url
    opened.route("**/picture/**", busy)
    link(opened, "PNG，方图").click()
    told(opened, "正忙，请稍后再试。")
    opened.unroute("**/picture/**", busy)
    opened.route("**/picture/**", lambda route: route.abort())
    link(opened, "PNG，方图").click()
    told(opened, "未能从看板取得文件，请稍后再试。")
    opened.unroute("**/picture/**")
    assert opened.url == address


def test_a_picture_and_its_address_are_copied_by_keyboard(opened: Page, server: str) -> None:
    opened.locator(".take").get_by_role("button", name="复制图片，报告半栏 75毫米").focus()
    opened.keyboard.press("Enter")
    told(opened, re.compile("图片已复制"))
    size = opened.evaluate("""async () => {
      const [held] = await navigator.clipboard.read();
      return (await createImageBitmap(await held.getType('image/png'))).width }""")
    assert size in (887, 888)
    opened.locator(".take").get_by_role("button", name="复制图片网址").press("Enter")
    told(opened, "网址已复制。")
    address = opened.evaluate("navigator.clipboard.readText()")
    assert address.startswith(f"{server}/picture/compare.png?indicator=") and "download" not in address
    assert opened.request.get(address).headers["content-type"] == "image/png"


def test_where_there_is_no_clipboard_the_picture_is_opened(opened: Page) -> None:
    opened.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    with opened.expect_popup() as other:
        opened.locator(".take").get_by_role("button", name="复制图片，方图").click()
    told(opened, re.compile("浏览器不允许本页复制图片.*已在新窗口打开"))
    assert "/picture/compare.png?" in other.value.url and "size=square" in other.value.url
    other.value.close()
    opened.evaluate("delete navigator.clipboard")


def test_what_opens_has_the_focus_until_it_is_closed(opened: Page) -> None:
    opened.keyboard.press("Escape")
    focus, within = "document.activeElement", "document.activeElement.closest('[role=dialog]') !== null"
    for name in ("出处", "导出"):
        button = opened.get_by_role("button", name=name).first
        button.focus()
        opened.keyboard.press("Enter")
        until(opened, f"{focus}.matches('[role=dialog]')")
        expect(opened.get_by_role("dialog").get_by_text("规模以上工业增加值").first).to_be_visible()
        assert faults(opened, "[role=dialog]") == []
        for key in ("Tab", "Tab", "Shift+Tab"):
            opened.keyboard.press(key)
            assert opened.evaluate(within), (name, key)
        if name == "出处":
            opened.keyboard.press("Escape")
            expect(button).to_be_focused()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_panel_fits_and_can_be_heard(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 844})
    panel = opened.locator(".take")
    box = panel.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert opened.evaluate(WIDER) <= 0
    rows = panel.locator("tbody tr").all()
    for one in rows:
        assert len({round(each.bounding_box()["y"]) for each in one.locator("a, button").all()}) == 1  # type: ignore[index]
    assert faults(opened, "[data-testid=stPopoverBody]", EVERY) == []
    opened.set_viewport_size({"width": 1366, "height": 768})
