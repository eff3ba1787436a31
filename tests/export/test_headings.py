"""A slide's own heading in every file that is taken away: it stands where the figure's title would, the finding stays
the figure's own, and nothing in it is markup or a formula."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from starlette.datastructures import QueryParams

from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.export.picture.figure_picture import provenance
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.curation import soffice
from ui.serving import taken

OWN = "上半年利润"
BAD = "=1+1<b>x</b> ${a}"
TRAY = (
    Slide.parse(f"compare?indicator=profit_growth&regions=jiangxi,hebei&heading={OWN}"),
    Slide("gap_growth"),
    Slide.parse("trend?indicator=value_added_growth"),
    Slide("growth_q1", heading=BAD),
)


class Paper:
    """A renderer that gives back what it is to draw."""

    browsers = 1

    def png(self, plotly_json: str, _: Any) -> bytes:
        return plotly_json.encode()


@pytest.fixture
def order(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> Order:
    monkeypatch.setattr("industry.export.picture.png_metadata.stamp", lambda content, *_: content)
    figures = drawn(tables, TRAY, "zh")
    size = tables.catalogue.config.sizes[0]
    return Order("汇报", figures, "zh", tables, size, Paper())  # type: ignore[arg-type]


def plain(tables: Tables) -> Figure:
    (figure,) = drawn(tables, [TRAY[0].bare], "zh")
    return figure


def test_the_heading_stands_for_the_title_and_the_finding_stays(order: Order, tables: Tables) -> None:
    own, other = order.figures[0], plain(tables)
    assert own.frame.title == OWN != other.frame.title
    assert own.frame.finding == other.frame.finding and own.frame.finding in own.frame.heading
    assert replace(own.frame, title=other.frame.title) == other.frame
    assert own.alt.startswith(OWN) and Slide.parse(own.id) == TRAY[0]
    assert (own.panels, own.rows, own.table) == (other.panels, other.rows, other.table)


def test_it_is_in_the_picture(order: Order) -> None:
    files = dict(formats()["png"].each(order))
    pictures = {name: json.loads(make()) for name, make in files.items()}
    first = next(one for name, one in pictures.items() if name.startswith("01_"))
    assert any(OWN in one.get("text", "") for one in first["layout"]["annotations"])
    assert next(iter(files)).startswith(f"01_{OWN}_")
    assert provenance(order.figures[0], "v")["Title"] == OWN
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].make(order))) as packed:
        assert packed.namelist() == list(files)


def test_it_is_in_the_pptx(order: Order) -> None:
    deck = Presentation(io.BytesIO(formats()["pptx"].make(order)))
    titles = [one.shapes.title.text for one in deck.slides]
    names = [Slide.parse(one.name) for one in list(deck.slides)[1:]]
    assert list(dict.fromkeys(names)) == list(TRAY)  # a long figure goes on over the next slide
    headed = dict(zip(reversed(names), reversed(titles), strict=False))
    assert headed[TRAY[0]].startswith(OWN) and headed[TRAY[3]].startswith(BAD)


def test_it_is_in_the_page_that_presents_itself_and_nothing_in_it_is_markup(order: Order) -> None:
    page = formats()["html"].make(order).decode()
    assert page.count(OWN) >= 3
    assert "<b>x</b>" not in page.replace("\\u003cb", "")
    assert "&lt;b&gt;x" in page


def test_it_is_in_the_workbook_and_no_formula(order: Order) -> None:
    book = load_workbook(io.BytesIO(formats()["xlsx"].make(order)))
    assert book.sheetnames[0] == OWN
    cells = [cell for sheet in book for line in sheet for cell in line]
    assert any(cell.value == BAD or str(cell.value).endswith(BAD) for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


def test_the_address_carries_it(tables: Tables) -> None:
    query = QueryParams([("slide", str(one)) for one in TRAY])
    assert [one.id for one in taken._deck("custom", query).figures] == list(map(str, TRAY))
    page = taken.present("custom", query).content.decode()
    assert OWN in page


@soffice.needed
def test_libreoffice_opens_a_briefing_with_a_comparison(order: Order, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(formats()["pptx"].make(order))
    (printed,) = soffice.converted([tmp_path / "deck.pptx"], "pdf", tmp_path / "printed")
    pages = re.findall(rb"/Type\s*/Page\b", printed.read_bytes())
    assert len(pages) == len(Presentation(tmp_path / "deck.pptx").slides) > len(TRAY)
