"""Every figure of config.yaml as a browser draws it: no text cut off, none over another, at three screen
widths and in the export sizes, in both languages; and no number of a line chart nearer to another line's mark. (Without its title a picture has no less room: that each shape fits
both ways is held by tests/figures/test_geometry.)"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import compose, screen
from industry.figures.record import LinesPanel
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Choices
from tests.figures.geometry import boxes, faults, page_with_plotly
from tests.figures.specs import once
from tests.figures.whose import written

# The width of a figure's panel on screens of 390, 1366 and 1920 pixels.
PANELS = (330, 600, 900)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with page_with_plotly(chromium) as found:
        yield found


def test_no_text_is_cut_off_or_covered(tables: Tables, page: Page, spec: FigureSpec, language: str) -> None:
    figure = once(spec, tables, Choices(), language)
    found = []
    for size in tables.catalogue.config.sizes:
        composed = compose(figure, canvas_of(size), title=True)
        found += [f"{size.id}: {fault}" for fault in faults(boxes(page, composed))]
    for at in range(len(figure.panels)):
        plot = screen(figure, at)
        for width in PANELS:
            found += [f"panel {at} at {width}: {fault}" for fault in faults(boxes(page, plot, width))]
    assert not found, "\n".join(found)


def test_a_number_without_a_name_is_nearest_to_its_own_mark(
    tables: Tables, spec: FigureSpec, language: str
) -> None:
    figure = once(spec, tables, Choices(), language)
    sizes = tables.catalogue.config.sizes if any(isinstance(one, LinesPanel) for one in figure.panels) else ()
    assert [one for one in written(figure, sizes) if one[1].other <= one[1].own] == []
