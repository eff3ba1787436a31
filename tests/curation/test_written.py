"""What is written from the tables' declarations and lies in the project: columns and keys in docs/curating, in both languages, and the
frozen tables' data package. `make golden` writes them anew; what lies beside the tables that curators keep, `check` does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from industry.curation import datapackage
from industry.curation.template import guidelines
from industry.tables.store import contents
from industry.tables.tables import Tables
from tests.conftest import ROOT, WORLD


def hold(path: Path, data: bytes) -> None:
    """Compare with what lies there, or write it where that is asked for."""
    if os.environ.get("GOLDEN") == "write":
        path.write_bytes(data)
    assert path.read_bytes() == data, f"{path.relative_to(ROOT)} is behind: make golden"


@pytest.mark.parametrize("language", guidelines.PAGES)
def test_the_guide_for_curators_says_what_the_declarations_say(language: str) -> None:
    path = ROOT / guidelines.PAGES[language]
    hold(path, guidelines.put(path.read_text("utf-8"), language).encode())


@pytest.mark.parametrize("name", guidelines.MADE)
def test_a_page_without_a_place_for_what_is_written_is_told(name: str) -> None:
    text = (ROOT / guidelines.PAGES["en"]).read_text("utf-8")
    with pytest.raises(ValueError, match=f"{name}: generated"):
        guidelines.put(text.replace(f"<!-- {name}: end -->", ""), "en")


def test_the_package_of_the_frozen_tables_is_theirs(tables: Tables) -> None:
    hold(WORLD / datapackage.NAME, datapackage.fresh(contents(WORLD), tables))
