"""Every page of the dashboard and of the static edition, in both languages: it comes up, and none leaves a row
or a figure out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from industry.export import listing
from industry.export.deck import regional
from industry.export.formats import html
from industry.export.site import edition, parts
from industry.tables.tables import Tables
from industry.wording import count
from tests import patience
from tests.conftest import LIVE
from ui import ROOT
from ui.parts.listing import MOST
from ui.site import site


@pytest.fixture(autouse=True)
def live(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program reads the tables that curators keep."""
    monkeypatch.setenv("DATA", str(LIVE))


def opened(page: str, language: str, **query: str) -> AppTest:
    """A page as a viewer opens it by its address."""
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    for name, value in ({"lang": language} | query).items():
        app.query_params[name] = value
    app.switch_page(str(ROOT / next(one.script for one in site().pages if one.id == page)))
    return app.run()


def lines_of(app: AppTest) -> list[dict[str, Any]]:
    """The lines of a page's first table."""
    told = json.loads(app.get("bidi_component")[0].proto.json)
    lines: list[dict[str, Any]] = json.loads(told["table"])["lines"]
    return lines


def test_every_page_comes_up(tables: Tables, language: str) -> None:
    for page in site().pages:
        app = opened(page.id, language)
        assert not app.exception and not app.error, page.id
    for region in tables.catalogue.config.regions:
        assert not opened("region", language, region=region).exception, region


def test_every_concept_comes_up(tables: Tables) -> None:
    for concept in filter(tables.catalogue.of_concept, tables.catalogue.config.concepts):
        assert not opened("compare", "zh", concept=concept).exception, concept


def test_the_data_page_lists_every_row(tables: Tables, language: str) -> None:
    app = opened("data", language)
    rows = listing.every(tables)
    printed = sorted(row.id for row in rows if not row.derived)
    assert printed == sorted(row.id for row in tables.rows())
    assert {row.id for row in rows} >= {row.id for row in tables.derived()}
    shown = {cell["row"] for line in lines_of(app) for cell in line["cells"] if "row" in cell}
    assert shown == {row.id for row in rows[:MOST]}
    assert any(count(len(rows), language) in one.value for one in app.get("caption"))


def test_the_static_edition_holds_every_row_figure_and_deck(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of decks what a browser shows: their other files are made of the same figures."""
    monkeypatch.setattr(edition, "formats", lambda: {html.FORMAT.id: html.FORMAT})
    edition.build(tables, tmp_path)
    shown = parts.pages_of(tables.catalogue)
    config, every = tables.catalogue.config, len(listing.every(tables))
    for language in edition.LANGUAGES:
        held = tmp_path / language
        assert all((held / parts.page_name(one.id)).is_file() for one in config.figures)
        assert all((held / "decks" / f"{one.id}.html").is_file() for one in regional.decks(tables))
        assert all((held / parts.file_of_page(shown, one)).is_file() for one in shown)
        page = (held / "page-data.html").read_text("utf-8")
        assert page[page.index('id="rows"') :].split("</tbody>")[0].count("<tr") - 1 == every
        content = (held / "data" / "industry-data.csv").read_text("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(content)))) - 1 == every
