"""Tables on phones of every common width: no number leaves its cell, and none scrolls sideways whose columns fold so that it fits."""

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
