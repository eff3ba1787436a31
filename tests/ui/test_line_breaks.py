"""Where a page's lines end: never inside a period or a place in a document, and never so that the next begins with the dot
between two items."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from industry.figures.compose import wrapping
from industry.vocabulary.fields import UNITS
from tests.ui.visits import settled
from ui.parts.component import early
from ui.parts.sources import text

LINES = """(where) => {
  const WORD = /[\\p{L}\\p{N}]/u;
  const found = [], deep = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let one = root; one; one = walker.nextNode()) {
      if (one.shadowRoot) deep(one.shadowRoot);
      if (!one.matches?.(where) || one.closest('.plot-container')
          || !one.checkVisibility()) continue;
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = [];
      let before = null, letter = '';
      range.selectNodeContents(one);
      if (range.getClientRects().length < 2) continue;
      let last = null;
      for (let node; (node = texts.nextNode());)
        for (let at = 0; at < node.data.length; at++) {
          range.setStart(node, at); range.setEnd(node, at + 1);
          const box = range.getClientRects()[0];
          if (!box) continue;
          if (last === null || box.top > last + 8) lines.push('');
          const apart = before !== node && WORD.test(letter) && WORD.test(node.data[at]);
          if (node.data[at].trim()) letter = node.data[at];
          lines[lines.length - 1] += (apart ? '\\u200b' : '') + node.data[at];
          before = node;
          last = Math.max(box.top, last === null || box.top > last + 8 ? box.top : last);
        }
      if (lines.length > 1) found.push(lines);
    }
  };
  deep(document.body);
  return found;
}"""
"""The lines of each text of a page that has more than one, of the elements that a selector names; words of two elements are two."""
TEXTS = "p, li, h1, h2, h3, .words, .small, .line, .head"


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("address", ["region?lang=zh", "targets?lang=zh", "data?lang=zh", "trends?lang=zh", "targets?lang=en", "region?lang=en"])  # fmt: skip
def test_lines_end_between_what_belongs_together(server: str, page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server}/{address}")
    settled(page)
    wrapped = page.evaluate(LINES, TEXTS)
    assert sum(map(len, wrapped)) > 5
    assert {whole for lines in wrapped for whole in broken(lines)} == set()


BROKEN_ITEMS = """all => all.filter((one) => {
  const lines = one.offsetHeight;
  one.style.cssText = 'white-space: nowrap; max-width: none';
  return one.offsetWidth <= one.parentElement.clientWidth && one.offsetHeight < lines;
}).map((one) => one.textContent)"""
"""Items that go over several lines though one is wide enough."""


def test_on_a_phone_what_is_folded_under_a_name_breaks_between_its_items(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/targets?lang=zh")
    settled(page)
    items = page.locator(".unfolded > *")
    assert items.count() > 20
    assert items.evaluate_all(BROKEN_ITEMS) == []
    assert re.search(
        r"吉安 · 净增 · 上年：1624家 ·", " ".join(page.locator(".unfolded").first.inner_text().split())
    )


def broken(lines: list[str]) -> list[str]:
    """What of these lines of one text is kept whole elsewhere and isn't here."""
    told, ends = "".join(lines), []
    for line in lines[:-1]:
        ends.append((ends[-1] if ends else 0) + len(line))
    found = ((one, *one.span()) for one in re.finditer(wrapping.WHOLE, told))
    return [one[0] for one, start, end in found if any(start < at < end for at in ends)]


def test_what_is_broken_is_found() -> None:
    assert broken(["2021年1", "—5月，同比"]) == ["2021年1—5月"]
    assert broken(["江西 2018年8月 · 第7", "段"]) == ["第7段"]
    assert broken(["净增", " · 目标"]) == ["增 ·"]
    assert broken(["上年：超40", "项"]) == ["超40项"]
    assert broken(["about 1,624 ", "firms"]) == ["1,624 firms"]
    assert broken(["2021年1—5月，", "同比"]) == []


@pytest.mark.parametrize(
    "said",
    [
        "2021年1—5月，江西同比增长",
        "（2021年末）第7段",
        "2020年10月—2021年3月",
        "5—10个",
        "净增1.4万家",
        "−2.5个百分点",
        "1,624 firms and 41.2 billion yuan",
        "Jan–May 2021, paragraph 7 · yes",
    ],
)
def test_what_stays_whole_is_of_no_other_words(said: str) -> None:
    """Spans alone keep it whole: nothing is added that would be copied, exported or stand in the way of a search."""
    assert re.sub(r":color\[(.*?)\]", r"\1", text(said)).replace("\\", "") == said
    assert ":color[" in text(said)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("in 2020 the first 3 largest", []),
        ("end of 2020 and 2021 by 7 years", ["7 years"]),
        ("COVID-19 epidemic, 1 firm of 27 figures", ["1 firm", "27 figures"]),
        ("41.2 billion yuan, −10.6 pp on 2019 to 2021", ["41.2 billion yuan", "−10.6 pp"]),
    ],
)
def test_of_words_behind_an_english_number_units_and_counts_alone_stay_with_it(
    said: str, whole: list[str]
) -> None:
    assert [one[0] for one in re.finditer(wrapping.WHOLE, said)] == whole


def test_every_english_unit_stays_with_its_number() -> None:
    for said, _ in UNITS.values():
        first = re.match("(?: billion)? (?!per)[A-Za-z]{2,}", said)
        found = first and re.search(wrapping.WHOLE, f"of 1,624{said} in")
        assert not first or (found and f"1,624{first[0]}" in found[0]), said


def test_every_chinese_unit_stays_with_its_number() -> None:
    for unit in UNITS.keys() - {"%", "年"}:  # no line ends before them anyway, and a year is a period
        said, _, _ = unit.partition("/")
        assert wrapping.pieces(f"共超1624.5{said}以上，") == ("共", f"超1624.5{said}以上，"), unit


def test_how_a_number_came_about_stays_whole() -> None:
    assert [one[0] for one in re.finditer(wrapping.WHOLE, "1734家（推算），约−2.5%，推定")] == [
        "1734家",
        "（推算）",
        "约−2.5%",
        "推定",
    ]


def test_a_browser_keeps_whole_what_python_does(page: Page) -> None:
    """No rare character (𠮷) is cut in two, and digits of full width are digits."""
    (_, script), *_ = early().values()
    said = [
        "吉安𠮷 · 2021年1—5月",
        "产业🏭 · 江西",
        "２０２１年１—５月 · 第７段",
        "Jan–May 2021, paragraph 7 · yes",
        "5—10个",
    ]
    found = page.evaluate(
        f"(said) => {{ {script.splitlines()[0]} return said.map((one) => [...one.matchAll(WHOLE)].map((held) => held[0])); }}",
        said,
    )
    assert found == [[held[0] for held in re.finditer(wrapping.WHOLE, one)] for one in said]
    assert all(found) and found[0][0] == "𠮷 ·"


def test_a_browser_looks_for_it_in_time_by_the_length(page: Page) -> None:
    """Ten times the text: where each of its places was gone through to the end, a hundred times as long."""
    (_, script), *_ = early().values()
    short, long = page.evaluate(
        f"""() => {{ {script.splitlines()[0]} return [3000, 30000].map((count) => Math.min(...[1, 2, 3].map(() => {{
          const began = performance.now();
          [..."1".repeat(count).matchAll(WHOLE)];
          return performance.now() - began;
        }}))); }}"""
    )
    assert long < 40 * max(short, 2)


def test_what_is_copied_of_a_page_is_what_its_texts_say(server: str, page: Page) -> None:
    page.goto(f"{server}/region?lang=zh")
    settled(page)
    told = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.stMain')); return getSelection().toString(); }"
    )
    assert re.search(r"\d{4}年\d{1,2}月 · 第\d+段", told)
    assert not re.search("[\u2060\ufeff\u200b]", told)


def test_a_number_s_button_is_called_as_it_reads(server: str, page: Page) -> None:
    """In tables what stays whole of it is a block, and blocks are read apart: 前 3位."""
    page.goto(f"{server}/data?lang=zh")
    settled(page)
    parted = page.locator("table button[data-row]:has(.kept)")
    told = parted.evaluate_all("all => all.map((one) => [...one.childNodes].map((each) => each.textContent))")
    several = [at for at, pieces in enumerate(told) if len(pieces) > 1]
    assert len(several) > 2
    for at in several[:20]:
        expect(parted.nth(at)).to_have_accessible_name("".join(told[at]))


def test_a_legend_s_sign_is_whole_and_looks_like_its_mark(server: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}/trends?lang=zh")
    settled(page)
    signs = page.locator("[class*='st-key-panel-'] p span strong")
    lines, sizes, edges = signs.evaluate_all("""all => [
      all.map((one) => one.getClientRects().length), all.map((one) => parseFloat(getComputedStyle(one).fontSize)),
      all.map((one) => parseFloat(getComputedStyle(one).webkitTextStrokeWidth))]""")
    mark = page.locator(".js-plotly-plot .points path.point").first.bounding_box()
    assert mark and len(lines) > 5 and set(lines) == {1} and set(edges) == {1}
    assert all(0.75 < size / mark["width"] < 1.35 for size in sizes), (sizes, mark)
