"""上次会议以来 on 汇报, in the browser: a presentation of ours is opened, and what has changed in its figures is told below."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from industry.curation import history
from industry.export.deck import deck_file
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from industry.wording import short_version as short
from tests.conftest import ROOT, world
from tests.curation import edits
from tests.curation.test_meeting import before
from tests.servers import serving

SLIDES = (Slide.parse("growth_q1?heading=Own"), Slide("profit"))


@pytest.fixture(scope="module")
def then() -> Tables:
    return before("2.5")


@pytest.fixture(scope="module")
def dashboard(then: Tables, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose history holds the tables of then."""
    folder = tmp_path_factory.mktemp("kept")
    now = edits.world()
    for path, data in now.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    name = "data/observations/jiangxi.csv"
    held = now | {name: then_files(now, name)}
    history.keep(folder, held, then.version, datetime(2021, 7, 20))
    with serving(ROOT, folder / "log", folder) as address:
        yield address


def then_files(now: dict[str, bytes], name: str) -> bytes:
    rows = dict(edits.rows(now))[name]
    for at, row in enumerate(rows):
        if (row["indicator"], row["period"], row["status"]) == (
            "value_added_growth",
            "2021-01/2021-03",
            "actual",
        ):
            rows[at] = row | {"value": "2.5", "as_printed": "2.5%"}
    return edits.written(rows)


def opens(page: Page, address: str, name: str, data: bytes) -> None:
    page.goto(f"{address}/briefing")
    expect(page.get_by_role("button", name="打开文件").first).to_be_visible()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})


def test_what_has_changed_since_a_presentation_was_made(
    dashboard: str, page: Page, then: Tables, tmp_path: Path
) -> None:
    order = Order("x", drawn(then, SLIDES, "zh"), "zh", then, then.catalogue.config.sizes[0])
    opens(page, dashboard, "上次.pptx", formats()["pptx"].make(order))
    expect(page.get_by_role("heading", name="上次会议以来")).to_be_visible()
    expect(
        page.get_by_text(f"数据版本{short(then.version)}；现为数据版本{short(world().version)}")
    ).to_be_visible()
    expect(page.get_by_text(re.compile("^修订：江西2021年1—3月.*2.5%"))).to_be_visible()
    expect(page.get_by_text("标题为自拟，图中内容已变，请核对标题")).to_be_visible()
    expect(page.get_by_text(re.compile("升降或次序改变，由"))).to_be_visible()
    expect(page.get_by_text("第1页　Own")).to_be_visible()
    expect(page.get_by_text(re.compile("^第2页　"))).to_have_count(0)

    told = json.loads(deck_file.write(SLIDES, "0123456789ab", "zh", date(2021, 7, 25)))
    opens(page, dashboard, "x.json", json.dumps(told).encode())
    expect(
        page.get_by_text(re.compile("没有保存“0123456789ab”的数据。.*" + short(then.version)))
    ).to_be_visible()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 no more", "文件不完整、已加密或已损坏"),
        (b"nothing", "文件中没有数据版本"),
        (b"x" * 3_000_000, "文件中没有数据版本"),
    ],
    ids=("cut", "none", "large"),
)
def test_a_file_that_holds_no_deck_is_told_so(server: str, page: Page, data: bytes, said: str) -> None:
    opens(page, server, "x.pptx", data)
    expect(page.get_by_text(said)).to_be_visible()
    assert "slides=" not in page.url
