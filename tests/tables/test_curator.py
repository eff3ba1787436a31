"""A curator saves a broken table while the dashboard runs: viewers keep the last good data and a banner
names the fault; mended, the new data are there: on pages that are open, too, without a click."""

import shutil
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.conftest import WORLD
from tests.servers import serving
from tests.ui.visits import ready
from ui import ROOT

IN_TIME = 30_000.0
"""Milliseconds on a busy machine; how long it takes on one that isn't is measured by the benchmarks."""


def test_a_broken_table_is_named_and_mended(window: BrowserContext, tmp_path: Path) -> None:
    shutil.copytree(WORLD, tmp_path, dirs_exist_ok=True)
    table = tmp_path / "data" / "observations" / "jiangxi.csv"
    good = table.read_text(encoding="utf-8")
    with serving(ROOT, tmp_path / "log", tmp_path) as address:
        page = window.new_page()
        page.goto(f"{address}/data?q=18.5")
        ready(page)
        expect(page.get_by_text("数据表有错误")).to_have_count(0)
        table.write_text(good.replace(",18.5,", ',"18,5",', 1), encoding="utf-8")
        banner = page.get_by_role("alert").filter(has_text="数据表有错误")
        expect(banner).to_contain_text("jiangxi.csv", timeout=IN_TIME)
        expect(banner).to_contain_text("18,5")
        expect(
            page.get_by_text("共2个数字")
        ).to_be_visible()  # the last good table: it, and of derived ones those from it and one as large
        table.write_text(good.replace(",18.5,", ",18.6,", 1).replace("18.5%", "18.6%", 1), encoding="utf-8")
        expect(page.get_by_text("数据表有错误")).to_have_count(0, timeout=IN_TIME)
        page.goto(f"{address}/data?q=18.6")
        ready(page)
        expect(page.get_by_text("共1个数字")).to_be_visible()
        page.close()
