"""Pages of the static edition as the browser prints them: whole charts, whole tables, no word over another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from industry.export import listing
from industry.export.site.columns import BELOW, ROOM, columns
from industry.figures.compose import wrapping
from industry.tables.tables import Tables
from tests.browsers import SCREEN
from tests.export.test_html import wrongs

MARGIN = 12 * 72 / 25.4
"""Points between words and the paper's edge."""
PHONE: ViewportSize = {"width": 390, "height": 844}
PAPER: ViewportSize = {"width": 703, "height": 1032}
"""CSS pixels between the margins of an A4 that stands."""
PAGES = ("index", "page-compare", "page-trends", "page-targets", "page-priorities")
PLOTS_ALONE = "@media print { main :not(:has(.plot), .plot, .plot *) { display: none } }"
WORDS = """() => [...document.querySelectorAll('.plot')].flatMap(plot =>
  [...plot.querySelectorAll('.main-svg :is(.annotation, .xtick, .ytick) text')].map(one => one.textContent))"""
BROKEN = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode());) {
    const one = node.parentElement;
    if (one.closest('.plot, script, style, option, a[href^=http]') || !one.checkVisibility() || one.clientWidth === 1) continue;
    for (const word of node.data.matchAll(/[\\p{Script=Latin}\\p{M}]{2,}|\\d[\\d.,]*\\d/gu)) {
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width);
      if (boxes.length > 1 && boxes.at(-1).top > boxes[0].bottom - 2) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words and numbers of a page that stand on two lines; addresses break anywhere."""
Word = tuple[str, tuple[float, float, float, float]]
"""Letters and their left, bottom, right and top, in points from the paper's lower left."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page; the module's tests fail on any request to elsewhere, or error of a page."""
    found = chromium.new_page(viewport=SCREEN)
    wrong = wrongs(found)
    yield found
    assert wrong == []


def printed(page: Page, file: Path, lying: bool = False, style: str = "") -> list[pypdfium2.PdfPage]:
    """The sheets on which the browser prints a page of the edition, opened as a file at the window's size."""
    page.goto(file.as_uri())
    if style:
        page.add_style_tag(content=style)
    return list(pypdfium2.PdfDocument(page.pdf(format="A4", landscape=lying)))


def words(sheet: pypdfium2.PdfPage) -> list[Word]:
    held = sheet.get_textpage()
    boxes = [held.get_rect(at) for at in range(held.count_rects())]
    return [(held.get_text_bounded(*box).strip(), box) for box in boxes]


def covered(found: list[Word]) -> list[tuple[str, str]]:
    """Letters, each with others over which they stand."""
    over, held = [], []
    for told, (left, bottom, right, top) in sorted(found, key=lambda one: -one[1][3]):
        held = [one for one in held if one[1][1] < top]
        for other, (start, low, end, high) in held:
            shared = min(top, high) - max(bottom, low)
            if min(right, end) - max(left, start) > 1.5 and shared > 0.3 * min(top - bottom, high - low):
                over.append((told, other))
        held.append((told, (left, bottom, right, top)))
    return over


def letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize(("language", "lying"), [("en", False), ("zh", True), ("en", True)])
def test_nothing_is_beyond_the_margins_or_over_words(
    page: Page, folder: Path, tables: Tables, language: str, lying: bool
) -> None:
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    for name in (*PAGES, *kinds.values()):
        sheets = printed(page, folder / language / f"{name}.html", lying)
        for at, sheet in enumerate(sheets, start=1):
            edge = sheet.get_width() - MARGIN + 2
            found = words(sheet)
            assert [one for one in found if one[1][2] > edge] == [], (name, at)
            assert covered(found) == [], (name, at)
            assert max(one.get_bounds()[2] for one in sheet.get_objects()) <= edge, (name, at)
        lowest = min(box[1] for _, box in words(sheets[0]))
        # on paper that lies the highest chart, in the smallest type that can be read, takes a sheet of its own
        assert lying or lowest < sheets[0].get_height() * 2 / 3, f"{name}: a heading alone is no page"


def test_on_paper_that_lies_panels_stand_side_by_side(page: Page, folder: Path) -> None:
    """One below another each took a sheet of its own, half empty."""
    sheets = printed(page, folder / "en" / "page-trends.html", lying=True)
    assert len(sheets) < 1.5 * page.locator("main .card").count()
    page.emulate_media(media="print")
    try:
        for size, beside in ((PAPER, False), ({"width": PAPER["height"], "height": PAPER["width"]}, True)):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            found = page.locator(".panels:not(.alone):has(.xtick)").evaluate_all(
                "all => all.map(one => [...one.children].slice(0, 2).map(each => each.getBoundingClientRect().top))"
            )
            assert found and all((first == second) == beside for first, second in found), size
    finally:
        page.emulate_media(media="null")
        page.set_viewport_size(SCREEN)


def test_the_names_of_what_is_folded_stand_in_a_row(page: Page, folder: Path) -> None:
    """Each on a line of its own, they went over onto a sheet for the last of them."""
    page.goto((folder / "zh" / "page-targets.html").as_uri())
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    try:
        tops = page.locator("main > details:not([open]) > summary").evaluate_all(
            "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
        )
    finally:
        page.emulate_media(media="null")
        page.set_viewport_size(SCREEN)
    assert len(tops) > 2 and len(set(tops)) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_up_to_when_data_go_stands_at_the_head_and_takes_no_sheet(
    page: Page, folder: Path, language: str
) -> None:
    for name in PAGES:
        sheets = printed(page, folder / language / f"{name}.html")
        foot = letters(page.locator("footer").inner_text())
        told = [letters(one.get_textpage().get_text_range()) for one in sheets]
        assert foot in told[0], name
        assert all(one and foot not in one for one in told[1:]), name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_broken_inside(page: Page, folder: Path, tables: Tables, language: str) -> None:
    files = [*(folder / language).glob("page-*.html"), folder / language / "index.html"]
    assert len(files) == len(tables.catalogue.config.pages) - 1  # only a server proofreads
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    try:
        for file in files:
            page.goto(file.as_uri())
            assert page.evaluate(BROKEN) == [], file.name
        page.add_style_tag(content="#main { width: 3em }")
        assert len(page.evaluate(BROKEN)) > 5, "words that are broken are found"
    finally:
        page.emulate_media(media="null")
        page.set_viewport_size(SCREEN)


@pytest.mark.parametrize("size", [SCREEN, PHONE], ids=["laptop", "phone"])
def test_no_word_of_a_chart_is_lost(page: Page, folder: Path, tables: Tables, size: ViewportSize) -> None:
    kinds = {one.chart: one.id for one in tables.catalogue.config.figures}
    page.set_viewport_size(size)
    try:
        for name in ("index", "page-targets", *kinds.values()):
            sheets = printed(page, folder / "zh" / f"{name}.html", style=PLOTS_ALONE)
            told = letters("".join(one.get_textpage().get_text_range() for one in sheets))
            drawn = Counter(filter(None, map(letters, page.evaluate(WORDS))))
            assert {one: many for one, many in drawn.items() if told.count(one) < many} == {}, name
    finally:
        page.set_viewport_size(SCREEN)


def test_all_charts_are_on_the_screen_again(page: Page, folder: Path) -> None:
    printed(page, folder / "zh" / "index.html")
    many = page.locator(".plot").count()
    assert many == page.locator(".plot:has(svg.main-svg)").count() > 0
    assert page.locator(".on-paper").count() == 0
    assert page.locator(".plot .plot-container").first.is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_have_the_most_room_of_a_printed_line_and_no_period_is_broken(
    tables: Tables, language: str
) -> None:
    header = listing.header(language)
    rows = [listing.line(row, tables, language) for row in listing.every(tables)]
    wide = [float(one) for one in re.findall(r"([\d.]+)%", columns(header, rows))]
    shown = [at for at in range(len(header)) if at not in BELOW]
    assert len(wide) == len(shown) and sum(wide) < 100.1, "they stand beside one another"
    assert wide.index(max(wide)) == 2, "the indicator"
    for at in (3, 4):
        longest = max(wrapping.width(piece) for row in rows for piece in wrapping.pieces(row[at]))
        assert longest <= wide[at] * ROOM / 100, header[at]


def test_a_list_is_printed_whole_and_says_what_is_chosen(page: Page, folder: Path) -> None:
    file = folder / "zh" / "page-data.html"
    page.goto(f"{file.as_uri()}?region=jian")
    rows = page.locator("#rows tbody tr:not([hidden])")
    wanted = [letters(one) for one in rows.locator("td:nth-child(5)").all_text_contents()]
    chosen = [page.locator(f"[name={one}] option:checked").text_content() for one in ("region", "topic")]
    sheets = list(pypdfium2.PdfDocument(page.pdf(format="A4")))
    told = letters("".join(one.get_textpage().get_text_range() for one in sheets))
    assert len(wanted) > 50 and all(one in told for one in wanted)
    assert f"地区{chosen[0]}" in told and f"主题{chosen[1]}" not in told
    assert max(box[2] for one in sheets for _, box in words(one)) <= sheets[0].get_width() - MARGIN + 2
