"""Grids on a page: the words of a row stand on one line where the page is wide enough, and that cells have no numbers is said
where they have none, on screen and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from industry.figures.draw import draw_safely
from industry.figures.record import GridPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.ui.visits import settled

SEEN = """() => {
  const plot = document.querySelector('.js-plotly-plot'), box = plot.getBoundingClientRect();
  const told = document.querySelector('[class*="st-key-panel-"] > .stElementContainer:last-child');
  const large = [...plot.querySelectorAll('.annotation-text')].filter(one => one.getBoundingClientRect().height > 3);
  return {
    cells: [...plot.querySelectorAll('.bartext')].map(one => one.checkVisibility()),
    told: told.checkVisibility() ? told.innerText.replaceAll('\\u00a0', ' ') : '',
    lines: large.map(one => one.textContent.replace(/\\s+/g, ' ')),
    inside: large.every(one => one.getBoundingClientRect().right <= box.right + 1),
  };
}"""


def seen(page: Page) -> Any:
    """Whether each cell that has a number shows it, what stands below the plot, and the lines of its words."""
    return page.evaluate(SEEN)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1920, 1366, 390])
def test_a_grid_says_what_its_width_has_room_for(
    server: str, chromium: Browser, tables: Tables, width: int, language: str
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{server}/data?lang={language}")
    page.locator(".js-plotly-plot").scroll_into_view_if_needed()
    settled(page)
    found = seen(page)
    page.emulate_media(media="print")
    printed = seen(page)
    page.close()
    (panel,) = draw_safely(tables.catalogue.figures["coverage"], tables, Choices(), language).panels
    assert isinstance(panel, GridPanel) and all(panel.details)
    wide = width > 390
    assert found["cells"] and set(found["cells"]) == {wide}
    assert (found["told"], printed["told"]) == ("" if wide else panel.unwritten, panel.unwritten)
    assert found["inside"]
    for name, detail in zip(panel.names, panel.details, strict=True):
        whole = f"{name} {detail}"
        assert (whole in found["lines"]) == (wide or detail == panel.details[0]), whole
        assert detail.replace(" ", "") in "".join(found["lines"]).replace(" ", "")
