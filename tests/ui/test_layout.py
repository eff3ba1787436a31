"""Pages as they are looked at: nothing jumps while they load, they print whole, and neither a dark system nor a
doubled zoom takes anything away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from industry.wording import worded
from tests.browsers import SCREEN, eventually
from tests.ui.visits import PAGES, STILL, WIDE, WIDER, Visit, Visits, end, every, path, settled
from ui import store
from ui.sections.region import of_themes

MOST = 0.1
LOADS = 3
PAPER, LYING = 690, 1026
"""CSS pixels of an A4 between its margins."""


@every(wide=("overview", "compare"))
def test_nothing_jumps_while_a_page_loads(visit: Visit, _visits: Visits) -> None:
    """One load tells; of one in which the machine was slow, the median of several."""
    found = [visit.shift]
    while found[0] > MOST and len(found) < LOADS:
        again = _visits.load(visit.id, visit.size)
        found.append(again.shift)
        end(again)
    assert median(found) <= MOST, found


@every()
def test_nothing_pulses_while_a_page_loads(visit: Visit) -> None:
    """Where a computer draws without graphics hardware, that costs more than the charts."""
    assert visit.page.evaluate("[...window.pulsed]") == []


@every()
def test_no_page_is_wider_than_the_screen(visit: Visit) -> None:
    page = visit.page
    assert page.evaluate(WIDER) <= 0
    if visit.id in ("overview", "compare"):
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()


@pytest.mark.parametrize("width", [1920, 390])
def test_a_page_is_as_wide_before_it_is_told_as_after(server: str, chromium: Browser, width: int) -> None:
    """A slow viewer's browser draws the document long before the page's first words arrive."""
    context = chromium.new_context(viewport={"width": width, "height": 768})
    page = context.new_page()
    page.route_web_socket(re.compile("stream"), lambda _: None)  # nothing is ever told
    page.goto(server)
    body = page.locator(".stMainBlockContainer")
    body.wait_for(state="attached")
    assert body.evaluate("one => [one.getBoundingClientRect().x, one.getBoundingClientRect().width]") == [
        0,
        width,
    ]
    context.close()


@contextmanager
def on_paper(visit: Visit, width: int) -> Iterator[Page]:
    """The page as it is laid out on paper so wide; as it was on the screen afterwards."""
    page, (wide, high) = visit.page, visit.size
    before = page.evaluate(CHARTS)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width + 4, "height": 1000 if width == PAPER else 700})
    page.evaluate(
        STILL, 0.4
    )  # a browser that prints leaves the window as it is: no plot is drawn anew meanwhile
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    try:
        yield page
    finally:
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": wide, "height": high})
    widths = [one[2] - one[0] for one in before]
    eventually(page, lambda: [one[2] - one[0] for one in page.evaluate(CHARTS)] == widths)  # each in its turn


@every(widths=(1366, 390))
def test_a_page_prints_whole_charts(visit: Visit) -> None:
    with on_paper(visit, PAPER) as page:
        for left, right, wide, high, kept, least, lacking in page.evaluate(PAPERS):
            assert left >= -0.5 and right <= PAPER + 4 and wide > 100, (left, right)
            assert high > 40 and abs(kept - high) <= 1, "neither cut nor in a place that is higher"
            assert least >= 7, "points"
            assert lacking == []
        for right, cut, kept in page.evaluate(TABLES):
            assert right <= PAPER + 4 and not cut and not kept, (right, cut, kept)
        assert page.evaluate(UNBROKEN) == [], "what can't be broken leaves the page before it empty"
        assert page.evaluate(CUT) == [], "what is folded is one line in a box"
        assert page.evaluate(NARROW) == [], (
            "a column that goes to the next sheet leaves its room empty on this"
        )
        assert covered(page) == []


NARROW = """() => [...document.querySelectorAll('.st-key-page .stHorizontalBlock > .stColumn')]
  .filter((one) => one.offsetWidth < 0.9 * one.parentElement.offsetWidth).map((one) => one.className)"""


KEPT = """() => [...document.querySelectorAll('.st-key-page [class*="st-key-"]')]
  .filter((one) => parseFloat(getComputedStyle(one).minHeight) > 0).map((one) => one.className)"""


BEHIND = """() => document.querySelector('.stMain').getBoundingClientRect().bottom
  - document.querySelector('.st-key-page > :nth-last-child(2)').getBoundingClientRect().bottom"""


@every(widths=(1366,))
def test_up_to_when_data_go_stands_at_the_head_of_paper_and_no_room_is_kept(visit: Visit) -> None:
    """At the end either might take a sheet of its own."""
    with on_paper(visit, PAPER) as page:
        foot, title = page.locator(".st-key-foot p").bounding_box(), page.locator(".bar-title").bounding_box()
        assert foot and title and foot["y"] + foot["height"] <= title["y"] + 4, "above the title"
        assert page.evaluate(KEPT) == []
        assert page.evaluate(BEHIND) <= 14, "pixels behind the last panel"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", PAGES)
def test_every_sheet_has_words(server: str, page: Page, id: str, language: str) -> None:
    page.goto(f"{server}/{path(id)}?lang={language}")
    settled(page)
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert all(one.get_textpage().count_chars() for one in sheets), (
        "an empty one comes out behind the last panel"
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_priorities_on_paper_say_of_which_theme_they_are(server: str, page: Page, language: str) -> None:
    """What a theme is chosen by isn't printed: chips are for those who can choose."""
    tables = store.tables()
    region = next(iter(tables.catalogue.config.regions))
    theme, items = list(of_themes(tables, region, language).items())[-1]
    page.goto(f"{server}/region?lang={language}&region={region}&theme={theme}")
    settled(page)
    page.emulate_media(media="print")
    try:
        head = page.get_by_role("heading", name=worded("pages", "region_priorities", language))
        expect(head).to_be_visible()
        expect(head).to_contain_text(items[0].theme)
        first = page.get_by_role("listitem").filter(has_text=items[0].text)
        above, below = head.bounding_box(), first.bounding_box()
        assert above and below and 0 < below["y"] - above["y"] - above["height"] < 30, "nothing between them"
    finally:
        page.emulate_media(media="screen")


@every(widths=(1366, 390))
def test_a_page_prints_on_paper_that_lies(visit: Visit) -> None:
    with on_paper(visit, LYING) as page:
        assert covered(page) == []


def covered(page: Page) -> list[tuple[str, str]]:
    """Words of the page, each with others over which it stands."""
    found, held = [], []
    for left, top, right, bottom, told in sorted(page.evaluate(WORDS), key=lambda one: one[1]):
        held = [one for one in held if one[2] > top]
        # a line that is cut off has two boxes
        over = [one[3] for one in held if one[0] < right - 2 and left < one[1] - 2 and one[3] != told]
        found += [(told, one) for one in over]
        held.append((left, right, bottom, told))
    assert held, "a page has words"
    return found


CHARTS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => {
  const svg = plot.querySelector('.main-svg'), box = svg.getBoundingClientRect();
  let inside = true;
  for (let one = plot.parentElement; one && !one.matches('[class*="st-key-figure-"]'); one = one.parentElement) {
    const around = one.getBoundingClientRect();
    if (getComputedStyle(one).overflow !== 'visible' && (around.bottom < box.bottom - 1 || around.right < box.right - 1))
      inside = false;
  }
  return [box.left, box.top, box.right, box.bottom, svg.querySelectorAll('path, text').length, inside];
})"""

PAPERS = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => {
  const svg = plot.querySelector('.on-paper'), box = svg.getBoundingClientRect(), place = plot.closest('.stElementContainer').getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')], scaled = svg.currentCSSZoom;
  const least = Math.min(...texts.map(one => 0.75 * scaled * parseFloat(getComputedStyle(one).fontSize)));
  // the numbers of cells are written where they have room
  const said = one => [...one.querySelectorAll(':is(text:not(.bartext), path):not(defs *)')].map(each => each.getAttribute('d') || each.textContent.trim())
    .filter(each => each && each !== 'M0,0').sort();
  const held = said(svg), screen = said(plot.querySelector('.plot-container'));
  return [box.left, box.right, box.width, box.height, place.height, least, screen.filter((one, at) => one !== held[at])];
})"""

TABLES = """() => [...document.querySelectorAll('.stBidiComponent')].flatMap(one => {
  const inside = one.querySelector('div')?.shadowRoot ?? one.shadowRoot ?? [...one.querySelectorAll('*')].find(at => at.shadowRoot)?.shadowRoot;
  return [...(inside?.querySelectorAll('table') ?? [])].map(table => {
    const wide = document.createRange(), box = table.getBoundingClientRect();
    const cut = [...table.querySelectorAll('td, th')].filter(cell => {
      wide.selectNodeContents(cell);
      return cell.offsetParent && wide.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
    }).map(cell => cell.innerText);
    return [box.right, cut.join(), getComputedStyle(table.parentElement).overflow === 'visible' ? '' : 'scrolls'];
  });
})"""
CUT = """() => [...document.querySelectorAll('.st-key-page details:not([open])')]
  .filter(one => getComputedStyle(one).breakInside !== 'avoid').map(one => one.innerText)"""
WORDS = """() => {
  const found = [], walk = (inside) => {
    for (const one of inside.childNodes) {
      if (one.shadowRoot) walk(one.shadowRoot);
      if (one.nodeType === Node.TEXT_NODE && one.data.trim() && shown(one.parentElement)) {
        const range = document.createRange();
        range.selectNodeContents(one);
        for (const box of range.getClientRects()) if (box.width) add(box, 0.3, one.data.trim());
      } else if (one.matches?.('.on-paper')) add(one.getBoundingClientRect(), 0, 'a chart');
      else if (one.nodeType === Node.ELEMENT_NODE && !one.matches('svg, style, script')) walk(one);
    }
  };
  // lines stand closer than the faces of their letters are high
  const add = (box, less, told) =>
    found.push([box.left, box.top + less * box.height, box.right, box.bottom - less * box.height, told]);
  const shown = (one) => {
    if (!one?.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
    for (let at = one; at; at = at.parentElement ?? at.getRootNode().host)
      if (getComputedStyle(at).overflow !== 'visible' && getComputedStyle(at).display !== 'inline' && (at.clientWidth < 2 || at.clientHeight < 2)) return false;
    return true;
  };
  walk(document.querySelector('.stMainBlockContainer'));
  return found;
}"""
"""Where the words of a page stand, line by line, and its charts."""
UNBROKEN = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  const found = [];
  for (let one = plot.parentElement; one && !one.matches('.st-key-page'); one = one.parentElement)
    if (!one.matches('[class*="st-key-panel-"]') && getComputedStyle(one).breakInside !== 'auto') found.push(one.className);
  return found;
})"""


def test_a_dark_system_shows_the_same_light_page(server: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server}/compare")
    settled(page)
    lightness = page.evaluate(
        """() => ['.stApp', '.bar', '.bar input'].map(one => {
             const style = getComputedStyle(document.querySelector(one));
             return [style.backgroundColor, style.color] })"""
    )
    assert lightness[0][0] == lightness[2][0] == "rgb(255, 255, 255)"
    assert all(sum(map(int, colour[4:-1].split(", "))) < 120 for _, colour in lightness)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light only"
    context.close()


@every(widths=(SCREEN["width"],))
@pytest.mark.parametrize(
    "asked", [(SCREEN["width"] // 2, SCREEN["height"] // 2), WIDE], ids=["twice", "wide"]
)
def test_a_page_becomes_no_wider_than_the_screen(visit: Visit, asked: tuple[int, int]) -> None:
    """For a viewer who sets a zoom of 200 %, and on a wide screen."""
    page, (width, high) = visit.page, visit.size
    before = page.evaluate(CHARTS)
    try:
        page.set_viewport_size({"width": asked[0], "height": asked[1]})
        page.evaluate(STILL, 0.4)
        assert page.evaluate(WIDER) <= 0
        expect(page.locator(".bar input")).to_be_visible()
    finally:
        page.set_viewport_size({"width": width, "height": high})
        widths = [one[2] - one[0] for one in before]
    eventually(page, lambda: [one[2] - one[0] for one in page.evaluate(CHARTS)] == widths)  # each in its turn
