"""That what looks for barriers sees them, also in one row of many."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from industry.export.markup import render
from tests.accessible import EVERY, faults

ROWS = "".join(f"<tr><th scope=row>{at}</th><td>text {at}<span></span></td></tr>" for at in range(40))
PAGE = f"<html lang=en><title>x</title><main><h1>x</h1><table>{ROWS}</table><div id=held></div></main>"
SPOILT = {
    "nothing": ("", []),
    "a faint text": ("row.lastChild.style.color = '#bbb'", ["color-contrast"]),
    "a ground": ("row.style.background = '#444'", ["color-contrast"]),
    "a faint row": ("row.style.opacity = .3", ["color-contrast"]),
    "a button without a name": ("row.lastChild.innerHTML = '<button></button>'", ["button-name"]),
    "what lies in a component": (
        "held.attachShadow({mode: 'open'}).innerHTML = '<p style=color:#ccc>faint</p>'",
        ["color-contrast"],
    ),
    "a component in a row": (
        "row.lastChild.lastChild.attachShadow({mode: 'open'}).innerHTML = '<p style=color:#ccc>faint</p>'",
        ["color-contrast"],
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_barrier_is_seen(chromium: Browser, spoilt: str) -> None:
    page = chromium.new_page()
    page.set_content(PAGE)
    script, told = SPOILT[spoilt]
    page.evaluate(f"() => {{ const row = document.querySelectorAll('tr')[30]; {script} }}")
    assert [one.partition(":")[0] for one in faults(page, impacts=EVERY)] == told
    assert (
        page.locator("tr").all_inner_texts()[5] == "5\ttext 5" and page.locator("tr").count() == 40
    )  # as it was
    page.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_of_refusal_has_no_barrier(chromium: Browser, language: str) -> None:
    page = chromium.new_page()
    page.set_content(render("trouble.html", "trouble", language, code="address", facts=("/x",)))
    assert faults(page, impacts=EVERY) == []
    page.close()
