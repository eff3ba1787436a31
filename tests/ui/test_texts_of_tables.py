"""Nothing of a table is markup on a page: texts of the tables reach Streamlit's Markdown escaped. That a browser makes
nothing of them is seen where every page is walked through below a path, in test_below_a_path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from playwright.sync_api import Page

from tests import hostile
from tests.curators import fewer_figures
from tests.ui.test_pages import SCRIPTS, opened

RAW = re.compile(
    r"!\[i\]|\[[lj]\]\(|\*\*b\*\*|(?<!\\)(~~s|`c|\$x|:red|:blue|&copy|<(b|img|script)\b)|https?\\?://|www\\?\.|a@",
    re.IGNORECASE,
)
"""What is left of the marks where they aren't escaped."""
NOT_READ = {
    "Selectbox.options",
    "MultiSelect.options",
    "MultiSelect.raw_values",
    "PlotlyChart.spec",
    "PlotlyChart.alt",
    "Navigation.page_title",
    "NavigationSection.page_title",
    "BidiComponent.json",
    "BidiComponent.js_content",
    "BidiComponent.css_content",
}
"""Where Streamlit shows a text as it is."""
WHOLE = " ".join(hostile.MORE.split())
PAGES = tuple(SCRIPTS)


def worst_of_few(empty: Path) -> Path:
    """A project whose every text does its worst, with a figure of each kind: others are written by the same lines."""
    worst = hostile.worst_folder(empty)
    fewer_figures(worst)
    return worst


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return worst_of_few(tmp_path_factory.mktemp("hostile"))


def strings(message: Message) -> Iterator[tuple[str, str]]:
    """Every text of an element as the browser gets it, by its message and field."""
    for field, value in message.ListFields():
        held = list(value.values()) if hasattr(value, "values") else value
        for one in [held] if isinstance(held, str | bytes | Message) else held if _many(held) else []:
            if isinstance(one, Message):
                yield from strings(one)
            elif isinstance(one, str):
                yield f"{message.DESCRIPTOR.name}.{field.name}", one


def _many(value: Any) -> bool:
    return hasattr(value, "__iter__")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_text_is_escaped(
    page: str, language: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA", str(folder))
    monkeypatch.setitem(SCRIPTS, page, f"pages/{page}.py")
    app = opened(page, language)
    assert not app.exception
    told = [(at, text) for one in _elements(app) for at, text in strings(one)]
    assert any("evil" in text for _, text in told)
    raw = {(at, text[:80]) for at, text in told if at not in NOT_READ and RAW.search(text)}
    assert not raw, "\n".join(map(str, sorted(raw)))


def _elements(app: Any) -> Iterator[Message]:
    return (one.proto for one in app._tree if isinstance(getattr(one, "proto", None), Message))


def nothing_made(page: Page) -> None:
    """A page that stands in a browser shows the texts whole, and made no link, picture or mark of them."""
    made = page.evaluate(
        """() => [
            ...[...document.querySelectorAll("a, img")].filter(one =>
                /evil/.test(new URL(one.href || one.src, location).hostname) || /^mailto/.test(one.href)),
            ...[...document.querySelectorAll("strong, b, em, code, del")].filter(one =>
                /^[besch]$/.test(one.innerText)),
        ].map(one => one.outerHTML)"""
    )
    assert not made, (page.url, made[:3])
    shown = " ".join(page.locator("body").inner_text().split())
    assert WHOLE in shown, (page.url, shown[:600])
    escaped = re.search(r".{80}\\[!\[\]()*_~`$:#{}<>|.+-]", shown)
    assert not escaped, (page.url, escaped)
