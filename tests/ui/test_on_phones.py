"""Tables on phones of every common width: no number leaves its cell, none scrolls sideways whose columns fold so that it fits, and
all that is said on a wide screen is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.ui.visits import STILL, settled

PHONES = (360, 390, 414)
TABLES = """() => {
  const found = [], range = document.createRange(), right = (one) => one.getBoundingClientRect().right;
  const deep = (root) => {
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) deep(one.shadowRoot);
    for (const table of root.querySelectorAll('.box > table')) {
      const cells = [...table.querySelectorAll('td, th')].filter((one) => one.checkVisibility());
      const spilt = cells.filter((one) => { range.selectNodeContents(one); return right(range) > right(one) + 1; });
      const folds = table.querySelector('.folds') !== null, box = table.parentElement;
      found.push({cells: cells.length, spilt: spilt.map((one) => one.innerText),
        scrolls: folds && table.offsetWidth <= 414 ? box.scrollWidth - box.clientWidth : 0});
    }
  };
  deep(document.body);
  return found;
}"""
"""Of each table of a page its cells, those whose words leave them, and by how much it scrolls sideways where it folds."""

SAID = """() => {
  const found = [], bare = (one) => one.innerText.replace(/\\s/g, ''), deep = (root) => {
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) deep(one.shadowRoot);
    for (const line of root.querySelectorAll('.box > table > tbody > tr')) {
      const cells = [...line.cells].filter((one) => one.checkVisibility());
      found.push(cells.map((one) => [...one.querySelectorAll('.words > *, .small')].filter((each) => each.checkVisibility()).map(bare)).flat());
    }
  };
  deep(document.body);
  return found;
}"""
"""What the cells of each line of a page's tables say that is seen, without spaces."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("address", ["", "?mode=benchmark_latest", "compare", "targets", "data", "priorities"])  # fmt: skip
def test_what_a_wide_screen_says_a_phone_says(server: str, page: Page, address: str, language: str) -> None:
    """As small print beside a number is, where its column folds under the line's name: what keeps it from being a base."""
    page.set_viewport_size({"width": 1366, "height": 844})
    page.goto(f"{server}/{address}{'&' if '?' in address else '?'}lang={language}")
    settled(page)
    wide = page.evaluate(SAID)
    page.set_viewport_size({"width": PHONES[1], "height": 844})
    page.evaluate(STILL, 0.2)
    phone = page.evaluate(SAID)
    assert len(phone) == len(wide) > 5 and sum(map(len, wide)) > 20
    for told, seen in zip(wide, phone, strict=True):
        assert [one for one in told if not any(one in each for each in seen)] == [], told[0]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("address", ["", "compare", "targets", "data"])
def test_no_number_leaves_its_cell(server: str, page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": PHONES[1], "height": 844})
    page.goto(f"{server}/{address}?lang={language}")
    settled(page)
    for width in PHONES:
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate(STILL, 0.2)
        found = page.evaluate(TABLES)
        assert sum(one["cells"] for one in found) > 10
        assert [one["spilt"] for one in found if one["spilt"]] == [], width
        assert [one["scrolls"] for one in found if one["scrolls"]] == [], width
