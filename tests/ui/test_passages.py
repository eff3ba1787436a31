"""From a number to its sentence, and from a word to its paragraph, in a browser. The documents are written here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from industry import wording
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from industry.vocabulary.observation import Observation
from tests.accessible import faults
from tests.browsers import until
from tests.servers import serving
from tests.ui.test_pages import opened
from ui import ROOT, store
from ui.parts.sources import text


@pytest.fixture(scope="module")
def row(tables: Tables) -> Observation:
    return next(one for one in tables.rows(region="hebei") if one.as_printed == "65.7%")


@pytest.fixture(scope="module")
def texts(tables: Tables, row: Observation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with one document, in sentences of our own."""
    folder = tmp_path_factory.mktemp("texts")
    beside = [one for one in tables.rows() if (one.source, one.paragraph) == (row.source, row.paragraph)]
    prints = {one.as_printed: one.indicator.name.zh for one in beside if one.as_printed != row.as_printed}
    told = "，再说".join(f"{name}{printed}" for printed, name in prints.items())
    paragraph = f"这里先说{told}。税收贡献率{row.as_printed}<b>。后面一句没有数字。"
    lines = ["此段略。"] * ((row.paragraph or 1) - 1) + [paragraph, "**末段**講數字經濟。"]
    (folder / f"{row.publication.document}.txt").write_text("\n".join(lines), "utf-8")
    with serving(ROOT, folder / "log", environment={"DOCUMENTS": str(folder)}) as address:
        yield address


def test_the_sentence_of_a_number_its_paragraph_and_its_document(
    texts: str, page: Page, row: Observation
) -> None:
    page.goto(f"{texts}/data?row={row.id}")
    card = page.get_by_role("dialog")
    expect(card.locator("mark")).to_have_text("65.7%")
    quoted = card.locator("blockquote")
    expect(quoted).to_contain_text("65.7%<b>。后面一句没有数字。")
    card.get_by_role("button", name="查看全文").click()
    expect(quoted.locator("p.own mark")).to_be_in_viewport()
    expect(quoted).to_contain_text("**末段**講數字經濟。")
    card.get_by_role("button", name="收起").click()
    expect(quoted).not_to_contain_text("末段")
    card.get_by_role("button", name="查看本段").click()
    other = quoted.locator("button.held").first
    printed = other.inner_text()
    other.press("Enter")
    expect(card.locator("mark")).to_have_text(printed)
    expect(page).not_to_have_url(re.compile(re.escape(row.id.split(":")[1])))
    page.go_back()
    expect(card.locator("mark")).to_have_text("65.7%")


IN_FOCUS = """() => { let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one.matches('blockquote') ? 'text' : (one.innerText || one.ariaLabel || one.tagName).trim(); }"""


def around(page: Page, key: str = "Tab") -> list[str]:
    """What the focus comes to by a key until it is back where it was first."""
    found: list[str] = []
    places: list[int] = []
    page.evaluate("window.passed = []")
    while len(found) < 200:
        page.keyboard.press(key)
        found.append(page.evaluate(IN_FOCUS))
        at = page.evaluate("""() => { let one = document.activeElement;
          while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
          if (!one.closest('[role=dialog]') && one.getRootNode() === document) return -1;
          if (!passed.includes(one)) return passed.push(one) - 1;
          return passed.indexOf(one); }""")
        assert at >= 0, "outside the drawer"
        if at in places:
            return found[:-1]
        places.append(at)
    raise AssertionError(found)


def test_all_of_a_drawer_is_reached_by_the_keyboard(texts: str, page: Page, row: Observation) -> None:
    page.goto(f"{texts}/data?row={row.id}")
    card = page.get_by_role("dialog")
    expect(card.get_by_role("button", name="查看全文")).to_be_visible()
    expect(card.get_by_role("button", name="复制引用")).to_be_visible()
    expect(card.locator("table").first).to_be_visible()
    page.keyboard.press("Tab")
    there = around(page)
    assert {"查看本段", "查看全文", "复制引用"} <= set(there)
    numbers = card.locator("button[data-row]:visible, button.held:visible")
    assert set(map(str.strip, numbers.all_inner_texts())) <= set(there)
    assert sorted(around(page, "Shift+Tab")) == sorted(there)
    while page.evaluate(IN_FOCUS) != "查看全文":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card.locator("blockquote.whole")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    while page.evaluate(IN_FOCUS) != "text":
        page.keyboard.press("Shift+Tab")
    quoted = card.locator("blockquote")
    for key in ("PageDown", "ArrowDown", "Space", "End"):
        scrolled(page, quoted, key)
    assert faults(page, "[role=dialog]") == []


def scrolled(page: Page, quoted: Locator, key: str) -> None:
    """The key moves the text that has the focus; pressed again where a movement of before was still under way."""
    for last in (False, False, True):
        quoted.evaluate("one => { one.style.maxHeight = '60px'; one.scrollTop = 0; }")
        page.keyboard.press(key)
        try:
            until(
                page,
                "(() => { let one = document.activeElement; while (one.shadowRoot) one = one.shadowRoot.activeElement;"
                " return one.scrollTop > 0; })()",
                10,
            )
            return
        except AssertionError:
            if last:
                raise


def test_a_word_finds_its_paragraph_in_either_script(texts: str, page: Page) -> None:
    page.goto(f"{texts}/compare?year=2021")
    page.locator(".bar input").fill("数字经济")
    hit = page.locator(".found a[href*=passage]")
    expect(hit).to_contain_text("講數字經濟")
    hit.click()
    expect(page).to_have_url(re.compile(r"/compare\?.*passage="))  # over the page that is shown
    expect(page.get_by_role("dialog").locator("p.own")).to_have_text("**末段**講數字經濟。")
    expect(page.get_by_role("dialog").locator("mark")).to_have_text("數字經濟")
    page.keyboard.press("Tab")
    assert "text" in around(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("passage="))
    expect(page).to_have_url(re.compile("/compare"))
    expect(page.locator(".bar input")).to_be_focused()


def test_a_priority_opens_its_paragraph_where_the_document_is_at_hand(
    texts: str, page: Page, tables: Tables, row: Observation
) -> None:
    source, last = row.publication.id, (row.paragraph or 1) + 1
    there = [one for one in tables.catalogue.priorities if one.source == source and one.paragraph <= last]
    page.goto(f"{texts}/priorities?document={source}")
    places = page.locator("button.place")
    expect(places).to_have_count(len(there))
    places.first.click()
    expect(page.get_by_role("dialog").locator("p.own")).to_have_count(1)
    expect(page).to_have_url(re.compile(f"document={source}&passage={source}"))
    page.keyboard.press("Escape")
    expect(places.first).to_be_focused()
    page.goto(f"{texts}/priorities")
    expect(places).to_have_count(len(there))


def test_numbers_of_every_paragraph_are_underlined(texts: str, page: Page, row: Observation) -> None:
    last = (row.paragraph or 1) + 1
    page.goto(f"{texts}/data?passage={row.publication.id}:{last}")
    drawer = page.get_by_role("dialog")
    held = drawer.locator("p.beside button.held")
    expect(held.get_by_text(row.as_printed or "", exact=True)).to_have_count(1)
    held.get_by_text(row.as_printed or "", exact=True).press("Enter")
    expect(drawer.locator("mark")).to_have_text("65.7%")
    page.keyboard.press("Escape")
    expect(drawer.locator("p.own")).to_have_text("**末段**講數字經濟。")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)


def test_a_paragraph_that_is_not_there_is_told(texts: str, page: Page, row: Observation) -> None:
    for asked in (f"{row.publication.id}:999", "nobody:1", f"{row.publication.id}:x", ":"):
        page.goto(f"{texts}/data?passage={asked}")
        expect(page.get_by_role("dialog")).to_contain_text("没有这一段原文")


@pytest.mark.parametrize("state", ["no_folder", "no_file", "broken"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_that_cannot_be_read_is_told(
    row: Observation, state: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    if state != "no_folder":
        folder.mkdir()
    if state == "broken":
        (folder / f"{row.publication.document}.docx").write_bytes(b"broken")
    monkeypatch.setenv("DOCUMENTS", str(folder))
    store._shelf.cache_clear()
    code, facts = (
        ("broken", ()) if state == "broken" else ("missing", (row.publication.document, str(folder)))
    )
    told = wording.unreadable(Unreadable(code, *map(str, facts)), language)
    app = opened("priorities", language, passage=f"{row.publication.id}:17")
    store._shelf.cache_clear()
    assert not app.exception
    assert text(told) in [one.value for one in app.info]


def test_the_place_of_an_item_stays_whole_and_its_lines_stand_below_its_words(texts: str, page: Page) -> None:
    page.goto(f"{texts}/priorities")
    items = page.locator(".item")
    expect(items.first).to_be_visible()
    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 768})
        lefts, places = items.evaluate_all("""all => {
          const lines = (one) => { const range = document.createRange(); range.selectNodeContents(one.firstChild);
            return [...range.getClientRects()].map((box) => box.left - one.getBoundingClientRect().left); };
          return [all.map(lines), all.map((one) => one.querySelector('.whole').getBoundingClientRect().height)]; }""")
        assert len(places) > 50 and max(places) < 30, width
        wrapped = [one for one in lefts if len(one) > 1]
        assert wrapped and all(min(one[1:]) > one[0] + 5 for one in wrapped), width
