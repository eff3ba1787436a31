"""核稿 in a browser: a draft is pasted, marked, read beside its table, led to its sources, and never lost on the way."""

from __future__ import annotations

import io
import json
import re

import docx
import pytest
from playwright.sync_api import Page, expect

from tests import hostile
from tests.accessible import EVERY, faults
from tests.ui.test_browser import ready
from tests.ui.test_drafts import SENTENCE, word
from tests.ui.test_pages import opened
from tests.ui.visits import arrived

MARKUP = "".join(hostile.MARKS[one] for one in ("an element that runs", "emphasis"))
DRAFT = f"{SENTENCE}\n规上工业利润982亿元。{MARKUP}𠮷新增就业12.6万人。"


def given(page: str = "proof", **query: str) -> dict[str, object]:
    """What the component gets."""
    app = opened(page, **query)
    assert not app.exception
    (found,) = app.get("bidi_component")
    record: dict[str, object] = json.loads(json.loads(found.proto.json)["record"])
    return record


def checked(server: str, page: Page, query: str = "date=2021-07-25&region=jiangxi") -> None:
    page.goto(f"{server}/proof?{query}")
    ready(page)
    draft, check = ("Draft", "Check") if "lang=en" in query else ("文稿", "核对")
    page.get_by_label(draft, exact=True).get_by_role("textbox").fill(DRAFT)
    page.get_by_role("button", name=check, exact=True).click()
    expect(page.locator(".chip")).to_have_count(4)


def test_date_and_region_are_not_there_until_they_are_given() -> None:
    record = given()
    assert (record["date"], record["region"]) == ("", "")
    record = given(date="2021-07-25", region="jiangxi")
    assert (record["date"], record["region"]) == ("2021-07-25", "jiangxi")
    record = given(date="25/7/2021", region="mars")
    assert (record["date"], record["region"]) == ("", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_says_that_nothing_classified_belongs_here(language: str) -> None:
    words = given(lang=language)["words"]
    assert isinstance(words, dict)
    assert ("严禁处理涉密信息" in words["secret"]) == (language == "zh")
    assert all(words.values())


def test_a_draft_and_its_table_point_at_one_another(server: str, page: Page) -> None:
    checked(server, page)
    chips, lines = page.locator(".chip"), page.locator(".lines tbody tr")
    expect(page.locator(".read p")).to_have_count(2)
    expect(page.locator(".read")).to_contain_text(MARKUP)  # as text
    assert page.locator(".read img").count() == 0
    expect(chips.nth(3)).to_have_text("12.6万人?4")
    expect(lines.nth(2)).to_contain_text("待确认")
    expect(page.locator(".sum")).to_contain_text("未收录1")
    chips.nth(2).click()
    expect(lines.nth(2)).to_have_class("chosen")
    lines.nth(3).locator(".as_written").click()
    expect(chips.nth(3)).to_have_class(re.compile("chosen"))
    lines.nth(3).locator(".sign").press("Home")
    expect(chips.nth(0)).to_have_class(re.compile("chosen"))
    expect(lines.nth(0).locator(".sign")).to_be_focused()
    page.get_by_role("button", name="待确认1").click()
    expect(page.locator(".lines tbody tr:visible")).to_have_count(1)
    assert faults(page, impacts=EVERY) == []
    assert "规上" not in page.url and "%E8%A7%84" not in page.url


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1366, 390])
def test_what_is_said_keeps_its_periods_whole(server: str, page: Page, language: str, width: int) -> None:
    """At whatever width of the column: of each that a line could end inside, all is on one line."""
    page.set_viewport_size({"width": width, "height": 844})
    checked(server, page, f"date=2021-07-25&region=jiangxi&lang={language}")
    held = page.locator(".why .said .kept")
    assert {"zh": "2021年1—6月", "en": "Jan–Jun 2021"}[language] in held.all_text_contents()
    for size in range(90, 400, 10):
        lines = held.evaluate_all(
            "(all, size) => { return all.map((one) => { one.closest('.said').style.cssText = `display:block;width:${size}px`; return one.getClientRects().length; }); }",
            size,
        )
        assert set(lines) == {1}, size


WIDE = """one => {
  const mark = document.createElement("span"), size = parseFloat(getComputedStyle(one).fontSize);
  mark.style.whiteSpace = "nowrap";
  one.append(mark);
  const [without, wide] = ["nn", "n“n"].map((told) => { mark.textContent = told; return mark.getBoundingClientRect().width; });
  mark.remove();
  return (wide - without) / size;
}"""
"""Of the em how wide a quotation mark is in an element."""


@pytest.mark.parametrize(("language", "wide"), [("zh", 1), ("en", 0.5)])
def test_quotation_marks_of_an_english_page_are_as_wide_as_english_ones(
    server: str, page: Page, language: str, wide: float
) -> None:
    """In its sentences; a draft, which may be in Chinese, stays as it is."""
    page.goto(f"{server}/proof?lang={language}")
    ready(page)
    assert page.locator(".draft").evaluate(WIDE) == pytest.approx(wide, abs=0.1)
    own = page.locator("textarea").evaluate("one => getComputedStyle(one).fontVariantEastAsian")
    assert own == "normal"


def test_a_card_opens_over_a_draft_that_stays_as_it_was(server: str, page: Page) -> None:
    checked(server, page)
    page.locator(".chip").first.click()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("18.5%")
    copy = page.get_by_role("dialog").get_by_role("button", name="复制引用")
    expect(copy).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if copy.evaluate("one => one.getRootNode().activeElement === one"):
            break
    expect(copy).to_be_focused()
    assert "row=jiangxi" in page.url
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".chip").first).to_be_focused()
    page.locator(".bar-pages").get_by_role("link", name="走势", exact=True).click()
    expect(page.get_by_role("heading", name="走势", exact=True)).to_be_visible()
    page.locator(".bar-pages").get_by_role("link", name="核稿", exact=True).click()
    expect(page.locator(".chip")).to_have_count(4)
    expect(page.locator(".chip.right")).to_have_count(2)  # by the date and the region as before
    arrived(page, re.compile("region=jiangxi.*date=2021-07-25|date=2021-07-25.*region=jiangxi"))
    page.locator(".bar-language").click()
    expect(page.locator(".lines tbody tr").first).to_contain_text("Agrees")


def test_a_draft_is_changed_and_checked_again(server: str, page: Page) -> None:
    checked(server, page, "region=jiangxi")
    expect(page.locator(".note")).to_contain_text("未填日期")
    expect(page.locator(".chip.right")).to_have_count(0)
    page.locator("input[type=date]").fill("2021-07-25")
    expect(page.locator(".chip.right")).to_have_count(2)  # what hung on it is checked anew
    expect(page).to_have_url(re.compile("date=2021-07-25"))
    page.get_by_role("button", name="修改文稿").click()
    area = page.locator("textarea")
    expect(area).to_have_value(DRAFT)
    area.fill(SENTENCE.replace("18.5", "18.6"))
    expect(page.locator(".note")).to_contain_text("上次的核对结果")
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator(".chip.wrong")).to_have_text("18.6%✗1")


def test_a_word_document_goes_in_and_comes_back(server: str, page: Page) -> None:
    page.goto(f"{server}/proof?date=2021-07-25&region=jiangxi")
    ready(page)
    file = {"name": "讲话稿.docx", "mimeType": "application/zip", "buffer": word(SENTENCE)}
    page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(page.locator(".chip")).to_have_count(2)
    with page.expect_download() as saving:
        page.get_by_role("button", name="下载带批注的 Word").click()
    assert saving.value.suggested_filename == "讲话稿-核稿.docx"
    content = saving.value.path().read_bytes()
    assert [one.text for one in docx.Document(io.BytesIO(content)).paragraphs] == [SENTENCE]
    page.locator("input[type=file]").set_input_files([file | {"buffer": b"broken"}])  # type: ignore[list-item]
    expect(page.locator(".note.wrong")).to_contain_text("文件已损坏")
    expect(page.locator(".chip")).to_have_count(2)  # what was there stays
