"""Where lines of the static edition and of a deck's words end: as on the dashboard's pages never inside a period or a place in
a document, on the screen, on phones and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from industry.export.markup import unbroken
from tests.export.test_html import wrongs
from tests.ui.test_line_breaks import LINES, TEXTS, broken

WHERE = f"{TEXTS}, th, td, summary, footer, .key, small"
PAGES = (
    "index",
    "page-compare",
    "page-region",
    "page-targets",
    "page-data",
    "page-trends",
    "page-priorities",
)
PAPER = 703
"""CSS pixels of an A4 between its margins."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page; the module's tests fail on any request to elsewhere, or error of a page."""
    found = chromium.new_page()
    wrong = wrongs(found)
    yield found
    assert wrong == []


@pytest.mark.parametrize(("width", "media"), [(1366, "screen"), (390, "screen"), (PAPER, "print")])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_end_between_what_belongs_together(
    page: Page, folder: Path, language: str, width: int, media: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(media=media)  # type: ignore[arg-type]
    many = 0
    for name in PAGES:
        page.goto((folder / language / f"{name}.html").as_uri())
        wrapped = page.evaluate(LINES, WHERE)
        many += len(wrapped)
        assert {whole for lines in wrapped for whole in broken(lines)} == set(), name
    assert many > 100


def test_lines_of_a_deck_s_words_do_too(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(media="screen")
    page.goto((folder / "zh" / "decks" / "briefing.html").as_uri() + "#2")
    wrapped = page.evaluate(LINES, WHERE)
    assert len(wrapped) > 5
    assert {whole for lines in wrapped for whole in broken(lines)} == set()


@pytest.mark.parametrize(
    ("told", "marked"),
    [
        ("江西2021年1—5月", '江西<span class="kept">2021年1—5月</span>'),
        ("<& · 第7段>", '&lt;<span class="kept">&amp; ·</span> <span class="kept">第7段</span>&gt;'),
        (Markup('<p title="第7段">第7段</p>'), '<p title="第7段"><span class="kept">第7段</span></p>'),
        (Markup("<script>'第7段'</script>"), "<script>'第7段'</script>"),
        (Markup("<select><option>第7段</select>"), "<select><option>第7段</select>"),
    ],
)
def test_what_stays_whole_is_marked_in_texts_alone(told: str, marked: str) -> None:
    assert unbroken(told) == marked
    assert (
        lxml.html.fromstring(unbroken(told) or "-").text_content()
        == lxml.html.fromstring(told).text_content()
    )
