"""The curators' page: a file is opened, asked about, looked through, tried and adopted; viewers of another server see it; it is taken
back and leaves every byte as it was. Two curators at once, hostile files, tables with faults."""

from __future__ import annotations

import http.client
import io
import json
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from industry.curation import datapackage
from industry.curation.bench import sources
from industry.curation.proposed import Proposed, written
from industry.tables.store import contents
from tests import patience
from tests.accessible import EVERY, faults
from tests.conftest import WORLD
from tests.servers import serving
from tests.ui.visits import SHIFTS, WIDER, arrived, drawn, ready, settled
from tests.ui.walking import walked
from ui import ROOT, mode
from ui.curating import works
from ui.curating.now import read

CHINESE = re.compile(r"[\u4e00-\u9fff]")
REPLACED = "jiangxi:value_added_growth:2021-01/2021-03:jiangxi_stats_2021_04:"
Q1 = "2021-01/2021-03"


def copied(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(WORLD / "config.yaml", folder)
    shutil.copytree(WORLD / "data", folder / "data")
    return folder


def growth(
    region: str, value: str, period: str, source: str, replaces: str = "", doubted: str = "", **more: str
) -> Proposed:
    cells = {
        "indicator": "value_added_growth",
        "period": period,
        "value": value,
        "status": "actual",
        "source": source,
    }
    told = {"passage": "1-10月!B4", "doubted": doubted}
    return Proposed(region, cells | {"as_printed": f"{value}%"} | more, replaces=replaces, told=told)


def corrected(value: str) -> Proposed:
    return growth("jiangxi", value, Q1, "jiangxi_stats_2021_04", REPLACED)


NEW = growth("shaanxi", "7.5", "2021-01/2021-10", "shaanxi_stats_2021_10_20", doubted="period")
HELD = growth("hebei", "4.8", "2021-01/2021-10", "hebei_stats_2021_11")
WRONG = growth("hebei", "5.0", "2021-01/2021-07", "hebei_stats_2021_11", as_printed="5.1%")


def statistics() -> bytes:
    """A bureau's table of January to October, a region of it not ours, a column of which the name isn't sure."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "数据"
    for row in (
        ["2021年1-10月主要工业指标"],
        ["地区", "规模以上工业增加值增速（%）", "利润总额（亿元）"],
        ["江西", 13.0, 2500.5],
        ["河北", 4.8, "…"],
        ["陕西", 7.4, 3100.1],
        ["江苏", 14.2, 7600.4],
    ):
        sheet.append(row)
    for cell in (one for line in sheet["B3:B6"] for one in line):
        cell.number_format = "0.0"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class Bench:
    """A server that may write among its own copy of the tables, and one for viewers of the same."""

    def __init__(self, folder: Path, address: str, readers: str) -> None:
        self.folder, self.address, self.readers = folder, address, readers
        self.before = self.files()

    def files(self) -> dict[str, bytes]:
        """The tables, without what is kept of earlier ones."""
        return contents(self.folder)

    def post(self, name: str, data: bytes) -> dict[str, str]:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=patience.SECONDS)
        try:
            connection.request("POST", f"/curate/file?name={quote(name)}", data)
            answer: dict[str, str] = json.loads(connection.getresponse().read())
            return answer
        finally:
            connection.close()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = copied(tmp_path_factory.mktemp("curated") / "表 格")
    logs = tmp_path_factory.mktemp("logs")
    with (
        serving(ROOT, logs / "bench", folder, {"CURATE": "1"}) as address,
        serving(ROOT, logs / "readers", folder) as readers,
    ):
        yield Bench(folder, address, readers)


def dropped(page: Page, bench: Bench, name: str, data: bytes, query: str = "") -> None:
    page.goto(f"{bench.address}/curate{query}")
    ready(page)
    place = page.locator("section.drop")
    expect(place).to_be_visible()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
    arrived(page, re.compile(r"work="))


def still(page: Page) -> None:
    """That the page has hardly moved by itself since it was asked last, and everyone can use it."""
    assert page.evaluate("[window.shifted, window.shifted = 0][0]") <= 0.1
    settled(page)  # a button may just be drawn anew
    assert faults(page) == []


def test_a_workbook_from_its_file_to_the_viewers_and_back(bench: Bench, page: Page) -> None:
    page.add_init_script(SHIFTS)
    dropped(page, bench, "1-10月.xlsx", statistics())
    expect(page.get_by_text("统计表").first).to_be_visible()
    expect(page.locator("[role=radiogroup] label").first).to_be_visible()
    still(page)
    drawn(page)
    search = page.get_by_label("按标题、发布者、地区或日期查找")
    search.evaluate("one => { window.field = one }")
    page.get_by_text("新的出处", exact=True).click()
    expect(page.get_by_text("与哪一个出处同类")).to_be_visible()
    assert search.evaluate("one => one.isSameNode(window.field)")  # it is the field that stood there before
    drawn(page)
    search.fill("2021-11-17")
    found = page.locator("[class*='st-key-'][class*='-2021-11-17'] label").filter(has_text="2021-11-17").first
    expect(found).to_be_visible()  # in the list of what was looked for, not in the one before
    drawn(page)
    found.click()
    page.get_by_label("发布日期").fill("2021-11-18")
    expect(page.get_by_label("标题（中文）")).to_be_visible()
    page.get_by_label("标题（中文）").fill("2021年1—10月各省工业数据")
    expect(page.get_by_text("标题还是样本的").first).to_be_visible()
    expect(page.get_by_role("button", name="用这个出处")).to_have_count(0)
    page.get_by_label("标题（英文）").fill("Industry of the provinces in January–October 2021")
    expect(page.get_by_role("button", name="用这个出处")).to_be_visible()
    still(page)
    page.get_by_role("button", name="用这个出处").click()
    expect(page.get_by_text("处要您认定")).to_be_visible()
    expect(page.locator(".row")).to_have_count(4)  # neither what is there already nor another province
    still(page)
    expect(page.get_by_role("button", name="勾选全部无疑问的（2）")).to_be_visible()
    page.get_by_text("利润总额（亿元）").locator("visible=true").first.scroll_into_view_if_needed()
    page.get_by_label("回答").click()
    page.keyboard.type("（profit）")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="就是这样").click()
    expect(page.get_by_text("处要您认定")).to_have_count(0)
    expect(page.get_by_text("已认定1处")).to_be_visible()
    page.get_by_role("button", name="勾选全部无疑问的（4）").click()
    page.get_by_role("button", name="下一步：看这4条").click()
    expect(page.get_by_text("采用后会有这些变化")).to_be_visible()
    expect(page.get_by_text("新增4个数")).to_be_visible()
    assert bench.files() == bench.before
    expect(page.get_by_role("button", name="采用，写入数据表")).to_be_visible()
    expect(page.get_by_role("button", name="下一步")).to_have_count(0)  # what is on its way out is faint
    assert faults(page) == [] and page.evaluate(WIDER) <= 0
    before = page.get_by_text("· 数据版本").inner_text()
    page.get_by_role("button", name="采用，写入数据表").click()
    expect(page.get_by_text("已采用：新增4条")).to_be_visible()
    expect(page.get_by_text("改动的有：保存的认定、江西数据表、陕西数据表、出处")).to_be_visible()
    still(page)
    expect(page.get_by_text(before, exact=True)).to_have_count(0)  # the foot, at once
    now = bench.files()
    changed = {name for name in now if now[name] != bench.before.get(name)}
    assert changed == {
        "data/mappings.yaml",
        "data/sources.yaml",
        "data/observations/jiangxi.csv",
        "data/observations/shaanxi.csv",
    }
    assert "2021年1—10月各省工业数据".encode() in now["data/sources.yaml"]
    seen = page.context.new_page()
    for _ in range(20):
        seen.goto(f"{bench.readers}/data?q={quote('规模以上工业增加值增速')}&region=jiangxi")
        ready(seen)
        if seen.get_by_text("13.0%").count():
            break
        seen.wait_for_timeout(500)
    expect(seen.get_by_text("13.0%").first).to_be_visible()
    seen.goto(f"{bench.readers}/curate")
    expect(seen.get_by_text("没有“curate”这个页面")).to_be_visible()
    page.get_by_role("button", name="撤销这次采用").click()
    expect(page.get_by_text("数据表恢复到采用之前")).to_be_visible()
    assert bench.files() == bench.before
    expect(page.locator(".row input:checked")).to_have_count(4)  # her work is still there
    page.reload()
    expect(page.locator(".row input:checked")).to_have_count(4)
    page.get_by_role("button", name="放弃").or_(page.get_by_role("button", name="换一个文件")).first.click()
    expect(page.get_by_text("未完成的工作")).to_be_visible()
    page.get_by_role("button", name="放弃").first.click()


def test_answers_of_earlier_months_are_seen_asked_anew_and_taken_back(bench: Bench, page: Page) -> None:
    """What is kept is told in words; asked anew it is a question again; taken back it is gone, which can be undone."""
    kept = bench.folder / "data" / "mappings.yaml"
    now = read(bench.files()).tables
    assert now is not None
    bureau = sources.fitting("statistics", now)[0].publisher.zh  # that of the source offered first
    kept.write_text(
        f"- table: '1-n月主要工业指标 [{bureau}]'\n  answers:\n"
        "    - {about: column, said: 利润总额(亿元), indicator: profit}\n",
        "utf-8",
    )
    page.goto(f"{bench.address}/curate")
    page.get_by_text("保存的认定（1处）").click()
    expect(page.get_by_text("“利润总额(亿元)”的指标")).to_be_visible()
    expect(page.get_by_text("规模以上工业企业利润总额（profit）").first).to_be_visible()
    assert faults(page) == []
    dropped(page, bench, "1-10月.xlsx", statistics())
    page.locator("[role=radiogroup] label").first.click()
    page.get_by_text("沿用以前的认定（1处）").click()
    page.get_by_role("button", name="重新认定").click()
    expect(page.get_by_text("处要您认定")).to_be_visible()
    expect(page.get_by_text("沿用以前的认定")).to_have_count(0)
    page.goto(f"{bench.address}/curate?lang=en")
    page.get_by_text("Answers that are kept (1)").click()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("It is asked about when a like table is imported")).to_be_visible()
    assert "profit" not in kept.read_text("utf-8")
    expect(page.get_by_text("Answers that are kept")).to_have_count(0)
    page.get_by_role("button", name="Undo the last one").click()
    expect(page.get_by_text("Restored: kept answers")).to_be_visible()
    assert "profit" in kept.read_text("utf-8")
    expect(page.get_by_role("button", name="Restore the undone adoption")).to_contain_text(
        "Answer taken back"
    )
    page.get_by_role("button", name="Discard").first.click()
    kept.unlink()


def test_a_row_is_mended_at_its_cell_by_the_keyboard(bench: Bench, page: Page) -> None:
    dropped(page, bench, "rows.csv", written([WRONG, HELD, NEW]))
    expect(page.locator(".row")).to_have_count(2)
    first = page.locator(".row").first
    expect(first.locator(".fault")).to_contain_text("不符")
    expect(first.locator("input.check")).to_be_disabled()
    first.locator(".opens").focus()
    page.keyboard.press("Enter")
    field = first.locator("label.fault input")
    expect(field).to_have_value("5.0")
    expect(first.locator("label.fault small")).to_contain_text("不符")
    assert faults(page) == []
    field.fill("5.1")
    field.press("Tab")
    expect(page.locator("label.fault")).to_have_count(0)
    expect(page.get_by_label("上限", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(first.locator(".opens")).to_be_focused()
    first.locator("input.check").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")  # one that is doubted is chosen by itself alone
    expect(page.locator(".row input:checked")).to_have_count(2)
    expect(page.get_by_role("button", name="下一步：看这2条")).to_be_visible()
    page.reload()
    expect(page.locator(".row input:checked")).to_have_count(2)
    page.get_by_role("button", name="全部不选").click()
    expect(page.locator(".row input:checked")).to_have_count(0)
    page.locator(".bar-language").click()
    expect(page.get_by_text("Choose at least one row")).to_be_visible()
    assert bench.files() == bench.before


def test_each_step_is_for_everyone_in_english_too(bench: Bench, page: Page) -> None:
    """From a workbook to what it would change: no fault, and Tab comes to all of it and through it."""

    def used(most: int = 150) -> None:
        settled(page)  # a button may just be drawn anew
        assert faults(page, impacts=EVERY) == []
        page.evaluate(
            "document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')"
        )
        places, left, unseen = walked(page, most)
        assert places > 5 and not left and not unseen, (left, unseen)

    page.goto(f"{bench.address}/curate?lang=en")
    ready(page)
    expect(page.locator("section.drop")).to_be_visible()
    used()
    dropped(page, bench, "1-10月.xlsx", statistics(), "?lang=en")
    expect(page.locator("[role=radiogroup] label").first).to_be_visible()
    used()
    page.locator("[role=radiogroup] label").first.click()
    chosen = page.get_by_role("button", name=re.compile("Select all new rows without doubts"))
    expect(chosen).to_be_visible()
    used()
    chosen.click()
    page.get_by_role("button", name=re.compile("^Next: see what would change")).click()
    expect(page.get_by_role("button", name=re.compile("^Adopt"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Next"))).to_have_count(0)
    used()
    assert bench.files() == bench.before
    page.goto(f"{bench.address}/curate?lang=en")
    page.get_by_role("button", name="Discard").first.click()


def test_two_curators_at_once(bench: Bench, page: Page) -> None:
    """The second is told of the first; what they both changed is set before her again, the rest is merged."""
    dropped(page, bench, "hers.csv", written([corrected("29.6"), NEW]))
    page.get_by_role("button", name="勾选全部无疑问的（0）").wait_for()
    page.locator(".row").first.locator("input.check").check()
    other = page.context.new_page()  # a browser keeps nothing of a curator
    dropped(other, bench, "his.csv", written([corrected("29.5")]))
    other.locator(".row").first.locator("input.check").check()
    other.get_by_role("button", name="下一步").click()
    other.get_by_role("button", name="采用，写入数据表").click()
    expect(other.get_by_text("已采用：新增0条，替换1条")).to_be_visible()
    page.get_by_role("button", name="下一步").click()
    expect(page.get_by_text("打开这个文件以来，数据表已有变动")).to_be_visible()
    expect(page.get_by_text("his.csv").first).to_be_visible()
    expect(page.locator(".row").first.locator(".fault")).to_contain_text("29.4")
    expect(page.locator(".row").first.locator(".fault")).to_contain_text("29.5")
    assert b"29.6" not in bench.files()["data/observations/jiangxi.csv"]
    expect(page.locator(".row input:checked")).to_have_count(0)
    page.locator(".row").nth(1).locator("input.check").check()
    page.get_by_role("button", name="下一步：看这1条").click()
    page.get_by_role("button", name="采用，写入数据表").click()
    expect(page.get_by_text("两边的改动都已保留")).to_be_visible()
    now = bench.files()
    assert (
        b"29.5%" in now["data/observations/jiangxi.csv"] and b"7.5%" in now["data/observations/shaanxi.csv"]
    )
    other.get_by_role("button", name="撤销这次采用").click()  # hers is the last: nothing of hers may go
    expect(other.get_by_text("已不是您看到的那一次")).to_be_visible()
    assert bench.files() == now
    for _ in range(2):
        page.goto(f"{bench.address}/curate")
        page.get_by_role("button", name="撤销最近一次采用").click()
        expect(page.get_by_text("数据表恢复到采用之前")).to_be_visible()
    assert bench.files() == bench.before


BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as packed:
    packed.writestr("[Content_Types].xml", "<Types/>")
    packed.writestr("xl/workbook.xml", b" " * 60_000_000)
HOSTILE = {
    "bomb.xlsx": BOMB.getvalue(),
    "half.xlsx": statistics()[:2000],
    "a.docx": b"PK\x03\x04nothing",
    "a.pdf": b"%PDF-1.7 nothing",
    "nothing.csv": b"",
    "zero.csv": b"\0" * 5000,
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"0" * 400,
    "../../etc/passwd.csv": "地区,<script>alert(1)</script>\n江西,=cmd|' /C calc'!A0\n".encode(),
    "no ending": b"\xff\xfe\xfd",
    "rows.csv": b'region,accept,indicator,period,value,status,source,as_printed\n"unclosed,yes\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_sentence_and_leaves_the_page_usable(
    bench: Bench, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = bench.post(name, HOSTILE[name])
    assert set(answer) < {"work", "refused"} and len(answer) == 1
    if "work" not in answer:
        assert CHINESE.search(answer["refused"]) and "Traceback" not in answer["refused"]
        return
    held = works.Work(name, HOSTILE[name], kind_of(name))
    works.begin(held)
    app = opened(monkeypatch, bench.folder, work=held.id)
    assert not app.exception
    works.end(held.id)


def kind_of(name: str) -> works.Kind:
    from industry.curation.bench import kinds

    return kinds.kind(name, HOSTILE[name])


def test_a_file_that_is_too_large(bench: Bench) -> None:
    assert "MB" in bench.post("large.csv", b"a" * (works.MOST_BYTES + 1))["refused"]


def opened(monkeypatch: pytest.MonkeyPatch, folder: Path, **query: str) -> AppTest:
    monkeypatch.setenv("CURATE", "1")
    monkeypatch.setenv("DATA", str(folder))
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(str(ROOT / mode.SCRIPT)).run()


def texts(app: AppTest) -> str:
    kinds = ("markdown", "caption", "info", "warning", "error", "success", "button")
    return "\n".join(
        str(one.label if kind == "button" else one.value) for kind in kinds for one in app.get(kind)
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_in_both_languages(bench: Bench, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    work = works.Work("rows.csv", written([WRONG, HELD, NEW]), "proposal")
    works.begin(work)
    query = {"lang": "en"} if language == "en" else {}
    for more in ({}, {"work": work.id}):
        app = opened(monkeypatch, bench.folder, **query, **more)
        assert not app.exception
        said = texts(app).replace("中文", "")
        assert bool(CHINESE.search(said)) == (language == "zh"), CHINESE.findall(said)
    told = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    (record,) = (json.loads(one["record"]) for one in told if "record" in one)
    assert [one["state"] for one in record["rows"]] == ["new", "same", "new"]
    assert [one["can"] for one in record["rows"]] == [False, False, True]
    assert record["rows"][0]["faults"] and record["rows"][2]["doubts"] == [["period", ""]]
    works.end(work.id)


def test_every_fault_of_tables_as_they_lie_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied(tmp_path / "faulty")
    table = folder / "data" / "observations" / "hebei.csv"
    table.write_text(table.read_text("utf-8").replace(",actual,", ",actul,"), "utf-8")
    app = opened(monkeypatch, folder)
    assert not app.exception
    said = [one.value for one in app.markdown if "actul" in one.value]
    assert said and said[-1].count("\n") > 50  # all of them, not the first three
    assert "hebei" in said[-1] and "第2行" in said[-1]


def test_a_whole_table_is_looked_at_again_where_the_tables_have_changed_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path / "whole")
    table = folder / "data" / "observations" / "shaanxi.csv"
    given = table.read_bytes().replace(
        b",7.2,,,actual,,,shaanxi_stats_2021_10_20,,7.2%", b",7.3,,,actual,,,shaanxi_stats_2021_10_20,,7.3%"
    )
    assert given != table.read_bytes()
    work = works.Work("shaanxi.csv", given, "table")
    works.begin(work)
    app = opened(monkeypatch, folder, work=work.id)
    app.button(key="see").click().run()
    assert not app.exception
    assert "修订1个" in texts(app)
    other = folder / "data" / "observations" / "hebei.csv"
    other.write_bytes(other.read_bytes().replace(b"\n", b"\r\n"))  # says the same, is another file
    app.button(key="adopt").click().run()
    assert not app.exception and not work.adopted and table.read_bytes() != given
    assert "您查看之后数据表又有改动" in texts(app)
    app.button(key="see").click().run()
    app.button(key="adopt").click().run()
    assert not app.exception
    assert work.adopted and table.read_bytes() == given
    works.end(work.id)


def test_a_server_that_starts_writes_the_package_that_was_cut_off(bench: Bench, tmp_path: Path) -> None:
    package = bench.folder / datapackage.NAME
    for _ in range(100):  # the server of this module has just started, with none
        if package.is_file():
            break
        time.sleep(0.1)
    now = read(bench.files())
    assert now.tables is not None and package.read_bytes() == datapackage.fresh(now.files, now.tables)


@pytest.mark.parametrize("width", [1366, 390])
def test_the_page_hardly_moves_as_it_opens(bench: Bench, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    for query in ("", "?lang=en"):
        page.goto(f"{bench.address}/curate{query}")
        settled(page)
        assert page.evaluate("window.shifted") <= 0.05 and page.evaluate(WIDER) <= 0, query
        kept, taken = page.locator("[class*=st-key-drop-]").first.evaluate(
            "one => [getComputedStyle(one).minHeight, `${one.offsetHeight}px`]"
        )
        assert kept == taken, query  # the document's own style keeps all its room, however late it is drawn
        assert faults(page) == []


def test_one_work_in_two_tabs(bench: Bench, page: Page) -> None:
    """What one tab shows is never written as the other has made it since: it is told what happened, and shown the work as it is."""
    dropped(page, bench, "rows.csv", written([NEW, corrected("29.5")]))
    for one in range(2):
        page.locator(".row input.check").nth(one).check()
    page.get_by_role("button", name="下一步：看这2条").click()
    adopt, undo = ("采用，写入数据表", "撤销这次采用")
    expect(page.get_by_role("button", name=adopt)).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_role("button", name=adopt)).to_be_visible()
    other.locator(".row input.check").first.uncheck()
    other.get_by_role("button", name="下一步：看这1条").click()
    expect(other.get_by_role("button", name=adopt)).to_be_visible()
    page.get_by_role("button", name=adopt).click()
    expect(page.get_by_text("什么也没有写入")).to_be_visible()
    expect(page.locator(".row input:checked")).to_have_count(1)
    assert bench.files() == bench.before and faults(page) == []
    page.get_by_role("button", name=adopt).click()
    expect(page.get_by_text("已采用：新增0条，替换1条")).to_be_visible()
    other.get_by_role("button", name=adopt).click()
    expect(other.get_by_text("已在别的窗口采用")).to_be_visible()
    expect(other.get_by_role("button", name=undo)).to_be_visible()
    page.get_by_role("button", name=undo).click()
    expect(page.get_by_text("数据表恢复到采用之前")).to_be_visible()
    other.get_by_role("button", name=undo).click()
    expect(other.get_by_text("已在别的窗口撤销")).to_be_visible()
    page.get_by_role("button", name="下一步：看这1条").click()
    expect(page.get_by_role("button", name=adopt)).to_be_visible()
    other.goto(f"{bench.address}/curate")
    given_up = other.get_by_role("button", name="放弃")
    ready(other)  # then all of them are there
    expect(given_up.first).to_be_visible()
    for left in reversed(range(given_up.count())):  # others may have been left by the tests before
        given_up.first.click()
        expect(given_up).to_have_count(left)
    expect(other.get_by_text("未完成的工作")).to_have_count(0)
    page.get_by_role("button", name=adopt).click()
    expect(page.get_by_text("已在别的窗口放弃或结束")).to_be_visible()
    assert bench.files() == bench.before


def test_a_line_may_end_before_each_ending_of_files_that_may_be_dropped(bench: Bench, page: Page) -> None:
    page.goto(f"{bench.address}/curate")
    told = page.locator(".kinds span")
    expect(told.first).to_be_visible()
    assert told.count() == 5
    assert told.evaluate_all("(all) => all.every((one) => one.querySelector('wbr'))")
