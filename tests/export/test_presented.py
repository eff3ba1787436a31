"""A deck before people: a screen that goes dark, a slide called by its number, the speaker's window in step with it, a
screen on a wall that turns by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from industry.export import markup
from industry.export.deck import html_deck
from tests.export.test_html import FIGURES, SLIDE, wrongs
from tests.figures import sample_figures as samples

SLIDES = len(FIGURES) + 1
TIME = re.compile(r"\d\d:\d\d:\d\d")


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    yield context
    context.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("deck")
    plotly = folder / "plotly.min.js"
    plotly.write_text(markup.plotly(), "utf-8")
    file = folder / "deck.html"
    file.write_text(html_deck.deck("三省一市", FIGURES, "zh", SLIDE, "v1", plotly=plotly.as_uri()), "utf-8")
    return file.as_uri()


@pytest.fixture
def deck(window: BrowserContext, address: str) -> Iterator[Page]:
    page = window.new_page()
    wrong = wrongs(page)
    page.goto(address)
    yield page
    assert wrong == []
    page.close()


def at(page: Page, number: int) -> None:
    expect(page.locator(".place")).to_have_text(f"{number} / {SLIDES}")


def test_the_screen_goes_dark_and_any_key_or_touch_brings_the_slide_back(deck: Page) -> None:
    curtain = deck.locator(".curtain")
    for key, colour in (("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)"), (",", "rgb(255, 255, 255)")):  # fmt: skip
        deck.keyboard.press(key)
        assert curtain.evaluate("one => getComputedStyle(one).backgroundColor") == colour
        assert curtain.bounding_box() == {"x": 0, "y": 0, "width": 1366, "height": 768}
        deck.keyboard.press("Shift")
        assert curtain.is_visible()
        deck.keyboard.press("ArrowRight")
        assert curtain.is_hidden()
        at(deck, 1)
    deck.keyboard.press("b")
    deck.mouse.click(300, 300)
    assert curtain.is_hidden()
    at(deck, 1)


def test_a_number_and_enter_lead_to_a_slide(deck: Page) -> None:
    typed = deck.locator(".number")
    deck.keyboard.type("3")
    assert typed.locator("span").inner_text() == FIGURES[1].frame.heading
    deck.keyboard.press("Enter")
    assert typed.is_hidden()
    at(deck, 3)
    deck.keyboard.type("25")
    assert typed.locator("span").inner_text() == f"共{SLIDES}页"
    deck.keyboard.press("Backspace")
    deck.keyboard.press("Enter")
    at(deck, 2)
    deck.keyboard.type("7")
    deck.keyboard.press("Escape")
    assert typed.is_hidden() and deck.locator("nav.list").is_hidden()
    deck.keyboard.press("Enter")
    at(deck, 2)
    deck.keyboard.type("99")
    deck.keyboard.press("Enter")
    at(deck, SLIDES)


def test_the_wheel_turns_nothing(deck: Page) -> None:
    deck.mouse.move(600, 400)
    deck.mouse.wheel(0, 800)
    deck.wait_for_timeout(100)
    at(deck, 1)


def test_a_question_mark_tells_what_every_key_does(deck: Page) -> None:
    deck.keyboard.press("?")
    told = deck.locator(".help")
    keys = set(told.locator("kbd").all_inner_texts())
    assert {"B", "W", ".", ",", "N", "S", "T", "P", "F", "?", "Esc", "Enter", "Home", "End"} <= keys
    deck.keyboard.press("ArrowRight")
    assert told.is_hidden()
    at(deck, 2)
    deck.get_by_role("button", name="按键").click()
    deck.keyboard.press("Escape")
    assert told.is_hidden() and deck.locator("nav.list").is_hidden()


def test_the_speaker_sees_what_comes_and_both_windows_stay_in_step(
    deck: Page, window: BrowserContext
) -> None:
    deck.keyboard.press("ArrowRight")
    with window.expect_page() as opened:
        deck.keyboard.press("n")
    desk = opened.value
    wrong = wrongs(desk)
    at(desk, 2)
    expect(desk.locator(".state")).to_have_text("")
    expect(desk.locator(".elapsed")).not_to_have_text("00:00:00")
    notes = desk.locator(".notes")
    frame = samples.LOCK.frame
    assert all(one in notes.inner_text() for one in (frame.heading, *frame.notices, frame.note, frame.source))
    desk.locator(".following svg.main-svg").first.wait_for()
    boxes = [desk.locator(f".{one} .sheet").bounding_box() for one in ("current", "following")]
    now, then = (one for one in boxes if one)
    assert now["width"] > 1.5 * then["width"] and now["x"] + now["width"] < then["x"]
    assert abs(now["width"] / now["height"] - 16 / 9) < 0.01
    deck.keyboard.press("ArrowRight")
    at(desk, 3)
    desk.keyboard.press("ArrowRight")
    at(deck, 4)
    desk.keyboard.press("b")
    expect(deck.locator(".curtain")).to_be_visible()
    expect(desk.locator(".state")).to_have_text("黑屏中，按任意键恢复")
    deck.keyboard.press("x")
    expect(desk.locator(".state")).to_have_text("")
    deck.reload()
    desk.wait_for_timeout(1500)
    desk.keyboard.press("ArrowLeft")
    at(deck, 3)
    expect(desk.locator(".clock")).to_have_text(TIME)
    expect(desk.locator(".elapsed")).to_have_text(TIME)
    desk.keyboard.press("End")
    at(deck, SLIDES)
    expect(desk.locator(".next h2")).to_have_text("已是末页")
    deck.goto("about:blank")
    assert wrong == []
    desk.close()


def test_a_screen_on_a_wall_turns_by_itself_and_rests_when_somebody_touches_it(
    window: BrowserContext, address: str
) -> None:
    page = window.new_page()
    wrong = wrongs(page)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(f"{address}?every=20")
    page.clock.run_for(19_000)
    at(page, 1)
    page.clock.run_for(1_500)
    at(page, 2)
    page.keyboard.press("ArrowRight")
    page.clock.run_for(59_000)
    at(page, 3)
    page.clock.run_for(1_500)
    at(page, 4)
    page.keyboard.press("End")
    page.clock.run_for(60_500)
    at(page, 1)
    assert wrong == []
    page.close()


@pytest.mark.parametrize("every", ["x", "-5", "0"])
def test_what_is_no_time_turns_nothing(window: BrowserContext, address: str, every: str) -> None:
    page = window.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(f"{address}?every={every}")
    page.clock.run_for(100_000)
    at(page, 1)
    page.close()
