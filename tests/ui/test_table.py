"""Our own table in a real browser, on a page of its own: that it is a table to those who hear it, that nothing in it
is markup, that it gives back what was clicked, keeps its place, can be copied and printed, and fits a phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from industry.figures.record import Entry, TableLine
from industry.wording.said import Said
from tests import hostile
from tests.servers import serving
from tests.ui.visits import settled
from ui import ROOT
from ui.parts.table import Bar, Cell, Column, Line, Table

MARKUP = " ".join(
    hostile.MARKS[one]
    for one in ("an element that runs", "emphasis", "a link of Markdown", "a colour of Streamlit's")
)
DEMO = """
import streamlit as st
from tests.ui.test_table import made
from ui import address
from ui.parts import table

st.set_page_config(layout="wide")
address.begin("demo")
st.write("before")
table.show(made(), "demo", on_pick=lambda one: st.session_state.__setitem__("picked", one))
st.write("after")
st.write("picked " + st.session_state.get("picked", "nothing"))
st.write("opened " + (address.asked("row") or "nothing"))
address.end()
"""


def scaled(values: list[float | None], colours: list[str]) -> list[tuple[tuple[Bar, ...], float]]:
    """Bars of a line of these values, and where its zero is."""
    entries = tuple(
        Entry(Said(), end=one, colour=colour) for one, colour in zip(values, colours, strict=True)
    )
    line = TableLine("", "", "", Said(), entries)
    ends = zip(line.bars, colours, strict=True)
    return [((Bar(*sorted(bar), colour),), bar[0]) if bar else ((), 0.0) for bar, colour in ends]


def made() -> Table:
    """A table as the overview has it: a line of rates with bars, one that falls, one of what isn't compared."""
    rates = scaled([24.5, 29.4, None], ["#555555", "#0B6E74", "#C05A1E"])
    falls = scaled([-0.1, -2.27, -3.01], ["#555555", "#0B6E74", "#C05A1E"])
    columns = (
        Column("指标", 210, 150, bold=True),
        Column("期间", 120, folds=True),
        Column("全国", 120, bold=True),
        Column("江西", 150, sub="本省", bold=True),
        Column("河北", 150, align="right"),
    )
    return Table(
        "总览表",
        columns,
        (
            Line(
                (
                    Cell("规上工业增加值增速", "可比价，%"),
                    Cell("1—3月"),
                    Cell("24.5", row="china:a", bars=rates[0][0], zero=rates[0][1]),
                    Cell("29.4", "+4.9", row="jiangxi:a", bars=rates[1][0], zero=rates[1][1]),
                    Cell("4.8%", tag="1—10月", faint=True, row="hebei:a"),
                ),
                pick="first",
                selected=True,
            ),
            Line(
                (
                    Cell("单位GDP能耗变动"),
                    Cell("全年"),
                    *(
                        Cell(told, row=f"{told}:b", bars=bars, zero=zero)
                        for told, (bars, zero) in zip(("−0.1", "−2.27", "−3.01"), falls, strict=True)
                    ),
                ),
                pick="second",
            ),
            Line(
                (
                    Cell(MARKUP),
                    Cell(),
                    Cell("未收录", faint=True),
                    Cell("原文", link="/data"),
                    Cell("假", link="javascript:x"),
                )
            ),
        ),
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("demo")
    (folder / "dashboard.py").write_text(DEMO, "utf-8")
    with serving(folder, folder / "log", environment={"PYTHONPATH": str(ROOT)}) as address:
        yield address


@pytest.fixture
def page(demo: str, page: Page) -> Page:
    page.goto(demo)
    expect(page.get_by_role("table", name="总览表")).to_be_visible()
    return page


def test_it_is_a_table_with_heads_and_a_caption(page: Page) -> None:
    table = page.get_by_role("table", name="总览表")
    assert [one.inner_text() for one in table.get_by_role("columnheader").all()] == [
        "指标", "期间", "全国", "江西 本省", "河北"
    ]  # fmt: skip
    heads = table.get_by_role("rowheader")
    expect(heads).to_have_count(3)
    expect(heads.first).to_contain_text("可比价，%")
    expect(table.locator("tr[aria-current=true]")).to_have_count(1)


def test_nothing_in_it_is_markup(page: Page) -> None:
    table = page.get_by_role("table")
    expect(table.get_by_text(MARKUP, exact=True)).to_be_visible()
    assert table.locator("img, strong, em").count() == 0
    assert [one.get_attribute("href") for one in table.locator("a").all()] == ["/data"]


def test_a_cell_and_a_line_give_back_what_was_clicked(page: Page) -> None:
    page.get_by_role("button", name="29.4").click()
    expect(page.get_by_text("opened jiangxi:a")).to_be_visible()
    expect(page.get_by_text("picked nothing")).to_be_visible()
    page.get_by_role("cell", name="全年").click()
    expect(page.get_by_text("picked second")).to_be_visible()
    page.get_by_role("button", name="规上工业增加值增速").press("Enter")
    expect(page.get_by_text("picked first")).to_be_visible()


def test_the_keyboard_reaches_every_number_and_its_place_is_seen(page: Page) -> None:
    page.get_by_role("button", name="规上工业增加值增速").focus()
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.shadowRoot.activeElement.dataset.row"))
    assert seen == ["china:a", "jiangxi:a", "hebei:a"]
    look = "getComputedStyle(document.activeElement.shadowRoot.activeElement).outlineStyle"
    assert page.evaluate(look) == "solid"


def test_its_place_is_kept_from_the_first(page: Page, demo: str) -> None:
    page.add_init_script(
        "window.apart = new Set(); const at = (text) => [...document.querySelectorAll('p')].find((one) =>"
        " one.innerText === text)?.getBoundingClientRect().top; const look = () => { if (at('after') !== undefined)"
        " window.apart.add(Math.round(at('after') - at('before'))); requestAnimationFrame(look) };"
        " requestAnimationFrame(look)"
    )
    page.goto(demo)
    expect(page.get_by_role("table", name="总览表")).to_be_visible()
    page.wait_for_timeout(1000)
    assert page.evaluate("[...window.apart].length") == 1, "what stands below the table moved"


@pytest.mark.parametrize(("width", "at"), [(1366, 0), (390, 1)])
def test_its_height_is_what_was_reckoned(page: Page, width: int, at: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    place = page.locator(".st-key-demo-table")
    expect(place).to_have_css("min-height", f"{made().heights[at]}px")
    assert place.evaluate("one => one.offsetHeight") == made().heights[at]
    assert made().heights[at] - 20 <= page.locator(".box").evaluate("one => one.offsetHeight")


def test_bars_lie_on_their_line_s_scale(page: Page) -> None:
    def ends(row: str) -> tuple[float, float]:
        found: list[float] = page.get_by_role("button", name=row).evaluate(
            """one => { const bar = one.closest("td").querySelector("i"), of = bar.parentElement.getBoundingClientRect();
            const at = bar.getBoundingClientRect(); return [(at.left - of.left) / of.width, (at.right - of.left) / of.width] }"""
        )
        return found[0], found[1]

    for width in (1366, 390):
        page.set_viewport_size({"width": width, "height": 844})
        wide = page.locator(".bars").evaluate_all("all => all.map((one) => one.offsetWidth)")
        assert set(wide) == {100}, "one scale has one length"
    assert ends("24.5") == pytest.approx((0, 24.5 / 29.4), abs=0.02)
    assert ends("29.4") == pytest.approx((0, 1), abs=0.02)
    assert ends("−2.27") == pytest.approx((1 - 2.27 / 3.01, 1), abs=0.02)


def test_on_a_phone_the_head_stays_while_the_rest_scrolls(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    head = page.get_by_role("rowheader").first
    expect(head).to_contain_text("1—3月")
    expect(page.get_by_role("columnheader", name="期间")).to_have_count(0)
    before = head.bounding_box()
    box = page.locator(".box")
    box.evaluate("one => one.scrollLeft = 1000")
    assert box.evaluate("one => one.scrollLeft") > 50
    assert head.bounding_box() == before
    expect(page.get_by_role("button", name="4.8%")).to_be_in_viewport()


def test_it_is_copied_as_lines_and_tabs(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    first, last = (
        page.get_by_role("rowheader").first.bounding_box(),
        page.get_by_role("button", name="−3.01").bounding_box(),
    )
    assert first and last
    page.mouse.move(first["x"] + 3, first["y"] + 12)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] + 5, last["y"] + 10, steps=10)
    page.mouse.up()
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines() == [
        "规上工业增加值增速 可比价，%\t1—3月\t24.5\t29.4 +4.9\t4.8% 1—10月",
        "单位GDP能耗变动\t全年\t−0.1\t−2.27\t−3.01",
    ]


def test_it_is_drawn_under_a_strict_policy(demo: str, chromium: Browser) -> None:
    context = chromium.new_context(
        permissions=["local-network-access"]
    )  # what is passed on has lost its place
    page = context.new_page()
    policy = {"content-security-policy": "script-src 'self' 'unsafe-inline' blob:"}

    def passed_on(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | policy)

    page.route(f"{demo}/", passed_on)
    page.goto(demo)
    expect(page.get_by_role("table", name="总览表")).to_be_visible()
    script = "const one = document.createElement('script'); one.src = 'data:text/javascript,window.ran = 1'"
    page.evaluate(f"() => {{ {script}; document.head.append(one) }}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None, "the policy isn't in force"
    context.close()


def test_it_is_printed_whole(page: Page) -> None:
    page.emulate_media(media="print")
    box = page.locator(".box").evaluate(
        "one => [getComputedStyle(one).overflow, one.scrollWidth - one.clientWidth]"
    )
    assert box == ["visible", 0]


def test_a_line_with_other_cells_than_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="other cells"):
        Table("x", (Column("a", 80), Column("b", 80)), (Line((Cell("1"),)),))


def test_the_record_says_only_what_is_there() -> None:
    told = json.loads(
        Table("x", (Column("a", 80),), (Line((Cell("1", bars=(Bar(0, 1, "#000000"),)),)),)).written
    )
    assert told["lines"][0]["cells"] == [{"text": "1", "bars": [{"start": 0, "end": 1, "colour": "#000000"}]}]


def test_what_scrolls_in_its_box_is_no_higher() -> None:
    line = Line((Cell("1"),))
    assert Table("x", (Column("a", 80),), (line,) * 100, most=400).heights == (400, 400)
    assert Table("x", (Column("a", 80),), (line,) * 2, most=400).heights[0] < 200


def test_no_scale_of_nothing() -> None:
    assert scaled([None, 0.0], ["#000000"] * 2) == [((), 0.0), ((), 0.0)]
    assert Path(ROOT / "ui" / "parts" / "table.js").read_text("utf-8").count("innerHTML") == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bars_of_targets_are_of_one_length_whatever_words_stand_with_them(
    server: str, page: Page, language: str
) -> None:
    page.set_viewport_size({"width": 1366, "height": 844})
    page.goto(f"{server}/targets?lang={language}")
    settled(page)
    wide = page.locator(".bars").evaluate_all("all => all.map((one) => one.offsetWidth)")
    assert len(wide) > 1 and len(set(wide)) == 1
