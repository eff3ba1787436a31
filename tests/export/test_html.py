"""The deck as one file, in a real browser: nothing is fetched, keys and address turn the slides, marks
tell what they are, a slide is saved and printed as it is seen, and no control covers a text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from industry.export.deck import html_deck
from industry.export.kept import kept
from industry.export.markup import straight
from industry.export.picture import figure_picture
from industry.export.picture.png_metadata import read_provenance
from industry.figures.draw import draw
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.accessible import EVERY, faults
from tests.browsers import eventually
from tests.figures import sample_figures as samples

SLIDE = html_deck.SLIDE
VERSION = "0123456789ab"
SCREENS = ((1366, 768), (1920, 1080), (1024, 768), (844, 390))
HAND_MADE = [samples.LOCK, samples.GAP, samples.LINES, samples.SLOPE, samples.TARGET, samples.EMPHASIS]
NOTHING = replace(samples.LOCK, id="nothing", panels=(), empty="没有两个地区同一期间的数字，不作图。")
FIGURES = (*HAND_MADE, NOTHING)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A deck of hand-made figures of every shape, as a file."""
    file = tmp_path_factory.mktemp("deck") / "deck.html"
    file.write_text(
        html_deck.deck("三省一市工业", FIGURES, "zh", SLIDE, VERSION, ["没有名为“x”的图。"]), "utf-8"
    )
    return file.as_uri()


@pytest.fixture(scope="module")
def undrawn(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What stands for Plotly where no chart is looked at: to compile it takes longer than all else of a deck."""
    file = tmp_path_factory.mktemp("plotly") / "plotly.js"
    file.write_text("const Plotly = {newPlot() {}};", "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def _kept(chromium: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """The deck, and what went wrong with it."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    page = context.new_page()
    wrong = wrongs(page)
    page.goto(address)
    yield page, wrong
    context.close()


@pytest.fixture(scope="module")
def decks(_kept: tuple[Page, list[str]]) -> BrowserContext:
    """Where decks open: while one stays open the others find its scripts compiled."""
    return _kept[0].context


@pytest.fixture
def page(_kept: tuple[Page, list[str]]) -> Iterator[Page]:
    """The deck at its cover and at 1366×768, loaded once for all tests that turn its slides, open what opens and close
    it again; the test fails on any request or error of the page."""
    page, wrong = _kept
    page.set_viewport_size({"width": 1366, "height": 768})
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    turn(page, 1)
    yield page
    assert wrong == []


@pytest.fixture
def fresh(decks: BrowserContext, address: str) -> Iterator[Page]:
    """The deck as it comes up; likewise."""
    yield from _opened(decks, address)


def _opened(context: BrowserContext, address: str, size: tuple[int, int] | None = None) -> Iterator[Page]:
    page = context.new_page()
    if size:
        page.set_viewport_size({"width": size[0], "height": size[1]})
    wrong = wrongs(page)
    page.goto(address)
    yield page
    assert wrong == []
    page.close()


def wrongs(page: Page, *allowed: str) -> list[str]:
    """A list that fills with requests to elsewhere, and with errors and warnings of the page."""
    found: list[str] = []

    def requested(url: str) -> None:
        if not url.startswith((*allowed, "file:", "data:", "blob:")):
            found.append(url)

    def told(kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            found.append(text)

    page.on("request", lambda one: requested(one.url))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda one: told(one.type, one.text))
    return found


def in_html(words: str) -> str:
    """Words as a page's text holds them."""
    return str(escape(straight(words)))


def unmarked(page: str) -> str:
    """A page without the marks of what no line of it ends inside."""
    return re.sub('<span class="kept">(.*?)</span>', r"\1", page)


def shown(page: Page) -> int:
    """The number of the slide that is seen."""
    numbers, place = page.evaluate(
        "[[...document.querySelectorAll('.slide')].flatMap("
        "(one, at) => getComputedStyle(one).visibility === 'visible' ? [at + 1] : []),"
        "document.querySelector('.bar .place').textContent]"
    )
    (number,) = numbers
    assert place == f"{number} / {len(FIGURES) + 1}"
    return int(number)


def reach(page: Page, number: int) -> None:
    """Wait until a change of the address has shown the slide. (The deck's own policy lets no script be
    made of text, so nothing may be asked of the page while waiting but its words.)"""
    expect(page.locator(".place")).to_have_text(re.compile(rf"^{number} "))
    assert shown(page) == number


def drawn(page: Page) -> list[int]:
    found: list[int] = page.evaluate(
        "[...document.querySelectorAll('.slide')].flatMap("
        "(one, at) => one.querySelector('svg.main-svg') ? [at + 1] : [])"
    )
    return found


def turn(page: Page, number: int) -> None:
    page.evaluate(f"location.hash = '#{number}'")
    reach(page, number)


def go(page: Page, number: int) -> None:
    """Show a figure's slide, drawn."""
    turn(page, number)
    page.locator(".slide.current svg.main-svg").first.wait_for()


def test_24_figures_take_less_than_8_megabytes(tables: Tables) -> None:
    specs = tables.catalogue.config.figures
    for language in ("zh", "en"):
        figures = [draw(specs[at % len(specs)], tables, Choices(), language) for at in range(24)]
        text = html_deck.deck("t", figures, language, SLIDE, tables.version)
        assert len(text.encode()) < 8_000_000
        assert text.count("plotly.js v") == 1


def test_nothing_in_the_file_asks_for_anything_outside() -> None:
    text = html_deck.deck("t", FIGURES, "en", SLIDE, "v1").replace(html_deck._inlined(), "")
    assert "default-src 'none'" in text
    assert not re.search(r"""(src|href)=["'](?!#|data:)|@import|url\(""", text)


def test_words_of_others_stay_words(decks: BrowserContext, tmp_path: Path) -> None:
    frame = replace(samples.LOCK.frame, title='</script><img src=x onerror=alert(1)>"', notices=("<b>&",))
    file = tmp_path / "deck.html"
    figure = replace(samples.LOCK, frame=frame, alt='"><script>alert(1)</script>')
    file.write_text(html_deck.deck("<i>$title</i>", [figure], "zh", SLIDE, "v1", ["<u>"]), "utf-8")
    for page in _opened(decks, file.as_uri() + "#2"):
        page.on("dialog", lambda one: pytest.fail(one.message))
        assert page.title() == "<i>$title</i>"
        assert page.locator(".cover h1").text_content() == "<i>$title</i>"
        assert page.locator(".slide.current .notice").text_content() == "<b>&"
        assert "</script><img src=x" in page.locator(".slide.current .plot").inner_text()
        assert page.locator("img, .words script, u, i").count() == 0


@pytest.mark.parametrize("change", [{"height": None}, {"width": 720}])
def test_slides_are_16_by_9_whatever_size_pictures_have(change: dict[str, int | None]) -> None:
    other = SLIDE.model_copy(update={"id": "report", **change})
    assert html_deck.deck("t", [NOTHING], "zh", other, "v") == html_deck.deck(
        "t", [NOTHING], "zh", SLIDE, "v"
    )


def test_the_cover_says_what_the_deck_holds(page: Page) -> None:
    cover = page.locator(".cover")
    assert cover.locator("h1").inner_text() == "三省一市工业"
    assert cover.locator(".as-of").inner_text() == "数据截至2021年11月"
    assert cover.locator(".remark").inner_text() == "没有名为“x”的图。"
    assert cover.locator("li").all_inner_texts()[0].split() == ["2", samples.LOCK.frame.title]
    assert cover.locator("li").count() == len(FIGURES)
    cover.locator("li a").nth(2).click()
    reach(page, 4)


@pytest.mark.parametrize("many", (9, 16, 24, 45))
@pytest.mark.parametrize("language", ("zh", "en"))
def test_every_cover_has_room_for_its_list(
    decks: BrowserContext, tmp_path: Path, many: int, language: str, tables: Tables, undrawn: str
) -> None:
    specs = tables.catalogue.config.figures
    titles = [specs[at % len(specs)].title(language) for at in range(many)]
    figures = [replace(NOTHING, frame=replace(NOTHING.frame, title=title)) for title in titles]
    file = tmp_path / "deck.html"
    title = (
        "江西、河北、陕西三省与吉安市工业运行情况汇报，2021年" if language == "zh" else "A long title " * 5
    )
    text = html_deck.deck(title, figures, language, SLIDE, "v1", ["有的图没有列入"], undrawn)
    file.write_text(text, "utf-8")
    for page in _opened(decks, file.as_uri(), (1280, 720)):
        boxes = page.locator(".cover li").evaluate_all(
            "all => all.map(one => [one.getBoundingClientRect().bottom, one.querySelector('span').offsetHeight, one.offsetHeight])"
        )
        assert max(bottom for bottom, _, _ in boxes) <= 690
        assert all(text <= row + 1 for _, text, row in boxes)


def test_keys_turn_the_slides(page: Page) -> None:
    last = len(FIGURES) + 1
    for key, number in (
        ("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("ArrowDown", 5), ("ArrowLeft", 4), ("PageUp", 3),
        ("ArrowUp", 2), ("Shift+Space", 1), ("ArrowLeft", 1), ("End", last), ("ArrowRight", last), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert shown(page) == number, key
        assert page.evaluate("location.hash") == f"#{number}"


def test_buttons_turn_the_slides_and_leave_the_keys_alone(page: Page) -> None:
    assert page.get_by_label("上一页").is_disabled()
    page.get_by_label("下一页").click()
    page.get_by_label("下一页").click()
    assert shown(page) == 3
    page.get_by_label("上一页").click()
    page.keyboard.press("Space")
    assert shown(page) == 3


def test_the_address_names_the_slide(decks: BrowserContext, tmp_path: Path, undrawn: str) -> None:
    file = tmp_path / "deck.html"
    file.write_text(html_deck.deck("t", FIGURES, "zh", SLIDE, VERSION, [], undrawn), "utf-8")
    address = file.as_uri()
    for page in _opened(decks, f"{address}#5"):
        assert shown(page) == 5
        page.evaluate("location.hash = '#3'")
        reach(page, 3)
        for wrong, number in (("#99", len(FIGURES) + 1), ("#0", 1), ("#nowhere", 1)):
            page.goto("about:blank")
            page.goto(address + wrong)
            assert shown(page) == number


def test_escape_opens_and_leaves_the_list(page: Page) -> None:
    menu = page.locator("nav.list")
    go(page, 3)
    page.keyboard.press("Escape")
    assert menu.is_visible()
    assert menu.locator("a[aria-current]").inner_text().split("\n")[0] == "3"
    assert menu.locator("a").count() == len(FIGURES) + 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    menu.wait_for(state="hidden")
    reach(page, 5)
    page.get_by_label("目录", exact=True).first.click()
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert shown(page) == 5


def test_only_near_slides_are_drawn(fresh: Page) -> None:
    for number, near in ((None, [2]), (4, [2, 3, 4, 5])):
        if number:
            go(fresh, number)
        eventually(fresh, lambda near=near: set(drawn(fresh)) >= set(near))  # type: ignore[misc]
        fresh.wait_for_timeout(200)  # and no more of them
        assert drawn(fresh) == near


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("number", "figure"), [(2, samples.LOCK), (4, samples.LINES), (7, samples.EMPHASIS)])
def test_a_mark_tells_what_it_is_where_the_pointer_is(
    page: Page, screen: tuple[int, int], number: int, figure: Figure
) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    go(page, number)
    marks = page.locator(".current .points path").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).filter(one => one.width > 2 && one.height > 2)"
        ".map(one => [one.left + one.width / 2, one.top + one.height / 2])"
    )
    label = page.locator(".current .hoverlayer .hovertext")
    for box in marks[1:12]:  # an empty cell says nothing
        page.mouse.move(box[0] - 1, box[1] - 1)
        page.mouse.move(*box)
        page.wait_for_timeout(100)
        if label.count():
            break
    assert label.first.text_content()
    found = label.first.bounding_box()
    assert found is not None
    across = max(found["x"] - box[0], 0, box[0] - found["x"] - found["width"])
    down = max(found["y"] - box[1], 0, box[1] - found["y"] - found["height"])
    assert across < 0.25 * screen[0] and down < 0.06 * screen[1]
    assert found["x"] >= 0 and found["x"] + found["width"] <= screen[0]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_whole_slide_is_seen_and_no_control_covers_a_text(page: Page, screen: tuple[int, int]) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    for number in range(1, len(FIGURES) + 2):
        turn(page, number)
        page.wait_for_timeout(50)
        texts = page.evaluate(
            "[...document.querySelectorAll('.current .sheet :is(svg text, h1, .as-of, li)')].map(one => {"
            "const r = one.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]})"
        )
        bar = page.locator(".bar").bounding_box()
        assert bar is not None and texts
        assert all(left >= 0 and top >= 0 and right <= screen[0] for left, top, right, _ in texts)
        over = [bottom - bar["y"] for _, _, right, bottom in texts if right > bar["x"]]
        assert max(over, default=0) <= 1, number
    wide, high = page.locator(".current .sheet").evaluate(
        "one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]"
    )
    assert abs(wide / high - 16 / 9) < 0.01
    assert max(wide / screen[0], high / screen[1]) > 0.9


def test_s_saves_the_slide_as_a_picture(page: Page, tmp_path: Path) -> None:
    for number, name in (
        (2, "01_规模以上工业增加值增速_slide_zh_lock.png"),
        (1, "00_三省一市工业_slide_zh.png"),
    ):
        turn(page, number)
        page.wait_for_timeout(100)
        with page.expect_download() as saved:
            page.keyboard.press("s")
        assert saved.value.suggested_filename == name
        path = tmp_path / name
        saved.value.save_as(path)
        with Image.open(path) as picture:
            assert picture.size == (3840, 2160)
            assert [round(one) for one in picture.info["dpi"]] == [288, 288]
            dark = sum(picture.convert("L").histogram()[:120])
            assert 0.01 < dark / (3840 * 2160) < 0.5
        assert name in page.locator(".told").inner_text()
        texts = read_provenance(path.read_bytes())
        assert kept(path.read_bytes()).version == VERSION
        if number == 2:
            link = "/picture/lock.png?lang=zh"
            assert texts == figure_picture.provenance(samples.LOCK, VERSION, link)
        else:
            assert texts["Title"] == "三省一市工业"


def test_print_gives_one_figure_a_page(fresh: Page) -> None:
    paper = fresh.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == len(FIGURES) + 1
    left, bottom, right, top = map(float, re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", paper)[0].split())
    assert right - left > top - bottom
    assert drawn(fresh) == list(range(2, len(FIGURES) + 2))


def test_the_slide_in_words(page: Page) -> None:
    go(page, 2)
    plot = page.locator(".current .plot")
    assert plot.get_attribute("role") == "img"
    assert plot.get_attribute("aria-label") == samples.LOCK.alt or samples.LOCK.frame.heading
    words = page.locator(".current .words")
    assert words.bounding_box()["width"] <= 1  # type: ignore[index]
    page.keyboard.press("t")
    assert words.bounding_box()["width"] > 900  # type: ignore[index]
    text = words.inner_text()
    frame = samples.LOCK.frame
    assert all(one in text for one in (samples.LOCK.frame.heading, *frame.notices, frame.note, frame.source))
    page.keyboard.press("Escape")
    assert words.bounding_box()["width"] <= 1  # type: ignore[index]
    assert page.locator("nav.list").is_hidden()


def test_a_name_of_a_region_is_never_broken(tables: Tables, decks: BrowserContext, tmp_path: Path) -> None:
    figure = draw(tables.catalogue.figures["growth_q1"], tables, Choices(), "zh")
    file = tmp_path / "deck.html"
    file.write_text(html_deck.deck("t", [figure], "zh", SLIDE, "v1"), "utf-8")
    page = decks.new_page()
    page.set_viewport_size({"width": 480, "height": 300})
    page.goto(f"{file.as_uri()}#2")
    page.keyboard.press("t")
    lines = page.evaluate(
        """() => [...document.querySelectorAll('.current .words tr')].map(one => {
             const words = document.createRange();
             words.selectNodeContents(one.cells[0]);
             return new Set([...words.getClientRects()].map(box => box.top)).size })"""
    )
    page.close()
    assert lines and set(lines) == {1}


def test_the_table_is_in_the_file(tables: Tables) -> None:
    figure = draw(tables.catalogue.figures["growth_q1"], tables, Choices(), "zh")
    page = html_deck.deck("t", [figure], "zh", SLIDE, "v1")
    found = page.split('<div class="words"')[1].split("</section>")[0]
    for cell in (*figure.table.header, *(cell for row in figure.table.rows for cell in row)):
        assert in_html(cell) in unmarked(found)


def test_what_is_drawn_is_what_compose_made(tables: Tables) -> None:
    from industry.figures.compose.canvas import Canvas
    from industry.figures.compose.on_canvas import as_json, compose

    figure = draw(tables.catalogue.figures["growth_q1"], tables, Choices(), "zh")
    text = html_deck.deck("t", [figure], "zh", SLIDE, "v1")
    (held,) = re.findall(
        r'<div class="sheet"><div class="plot".*?<script type="application/json" class="drawing">(.*?)</script>',
        text,
    )
    assert json.loads(held) == json.loads(as_json(compose(figure, Canvas(1280, 720, 20.0, 3.0))))


@pytest.mark.parametrize(
    ("language", "lang", "place"), [("zh", "zh-CN", "目录"), ("en", "en", "List of slides")]
)
def test_both_languages(
    decks: BrowserContext, tmp_path: Path, language: str, lang: str, place: str, undrawn: str
) -> None:
    file = tmp_path / "deck.html"
    file.write_text(html_deck.deck("t", FIGURES, language, SLIDE, "v1", plotly=undrawn), "utf-8")
    for page in _opened(decks, file.as_uri()):
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("[data-do=list]").get_attribute("aria-label") == place
        if language == "en":
            words = page.locator(".bar, .list p, .help, .desk, #say").all_inner_texts()
            assert not re.search("[一-鿿]", "".join(words))


def test_a_phone_swipes_and_reads_the_words_below(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    for page in _opened(context, address):
        session = context.new_cdp_session(page)

        def stroke(points: list[tuple[int, int]], session: object = session) -> None:
            send = session.send  # type: ignore[attr-defined]
            send(
                "Input.dispatchTouchEvent",
                {"type": "touchStart", "touchPoints": [{"x": points[0][0], "y": points[0][1]}]},
            )
            for x, y in points[1:]:
                send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
            send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

        names = page.locator(".cover li span")
        names.first.evaluate(
            "one => { one.textContent = '规模以上工业企业与专精特新“小巨人”企业数'.repeat(2) }"
        )
        cut = "(one) => one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > innerWidth"
        assert names.evaluate_all(f"all => all.filter({cut}).map((one) => one.textContent)") == []
        stroke([(300, 120), (200, 125), (80, 122)])
        assert shown(page) == 2
        page.wait_for_timeout(150)
        stroke([(300, 120), (200, 125), (80, 122)])
        assert shown(page) == 3
        stroke([(80, 120), (200, 120), (320, 124)])
        assert shown(page) == 2
        stroke([(380, 100)])
        assert shown(page) == 3
        source = page.locator(".current .words p", has_text="资料来源")
        box = source.bounding_box()
        assert box is not None and box["width"] > 300
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


@pytest.mark.parametrize("screen", [(1366, 768), (768, 1024), (390, 844)])
def test_no_barrier_that_axe_can_find(page: Page, screen: tuple[int, int]) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    for number, more in ((1, ""), (2, ""), (2, "t"), (3, "Escape"), (4, "?")):
        turn(page, number)
        page.wait_for_timeout(100)
        if more:
            page.keyboard.press(more)
        if more == "t" and screen[0] > screen[1]:  # a long one is scrolled by keys
            assert page.evaluate("document.activeElement.matches('.current .words[tabindex=\"0\"]')")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert faults(page, impacts=EVERY) == []
    page.keyboard.press("Escape")


@pytest.mark.parametrize("screen", [(768, 1024), (390, 844)])
def test_keys_scroll_the_words_below_an_upright_slide(page: Page, screen: tuple[int, int]) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    for number in range(2, len(FIGURES) + 2):
        turn(page, number)
        reached = page.evaluate(
            "(() => { const wide = 'clientWidth', high = 'clientHeight', all = '.slide.current, .current .words table';"
            "return [...document.querySelectorAll(all)].map((one) => [one.matches('[tabindex=\"0\"][aria-label]'),"
            "one.scrollHeight > one[high] || one.scrollWidth > one[wide]]) })()"
        )
        assert all(focused == scrolls for focused, scrolls in reached), number
    turn(page, 2)
    slide = page.locator(".slide.current")
    slide.evaluate("one => { one.querySelector('.words').style.minHeight = '3000px' }")
    page.set_viewport_size({"width": screen[0] - 1, "height": screen[1]})
    expect(slide).to_have_attribute("tabindex", "0")
    slide.focus()
    page.keyboard.press("PageDown")
    eventually(page, lambda: slide.evaluate("one => one.scrollTop") > 100)
    assert shown(page) == 2
    page.keyboard.press("ArrowRight")
    assert shown(page) == 3
    page.set_viewport_size({"width": 1366, "height": 768})
    assert page.locator(".slide[tabindex]:not([inert]), .slide:not([inert]) table[tabindex]").count() == 0


def test_a_table_wider_than_an_upright_slide_is_scrolled_by_keys(
    tables: Tables, decks: BrowserContext, tmp_path: Path, undrawn: str
) -> None:
    """The arrows that turn the slides move it while it has the focus."""
    wide = draw(tables.catalogue.figures["growth_quarters"], tables, Choices(), "zh")
    file = tmp_path / "deck.html"
    file.write_text(html_deck.deck("t", (wide, *FIGURES[1:]), "zh", SLIDE, VERSION, plotly=undrawn), "utf-8")
    for page in _opened(decks, file.as_uri(), (390, 844)):
        turn(page, 2)
        table = page.locator(".slide.current .words table")
        assert table.evaluate(
            "one => one.scrollWidth > one.clientWidth && one.scrollHeight <= one.clientHeight"
        )
        expect(table).to_have_attribute("tabindex", "0")
        table.focus()
        page.keyboard.press("ArrowRight")
        expect(table).not_to_have_js_property("scrollLeft", 0)
        page.keyboard.press("ArrowLeft")
        expect(table).to_have_js_property("scrollLeft", 0)
        assert shown(page) == 2
        table.evaluate("one => one.blur()")
        page.keyboard.press("ArrowRight")
        reach(page, 3)
