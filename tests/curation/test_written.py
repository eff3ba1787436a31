"""What is written from the tables' declaration and lies in the project: the columns in docs/curating.md and the frozen tables'
data package. `make golden` writes them anew; what lies beside the tables that curators keep, `check` does."""

from __future__ import annotations

import os
from pathlib import Path

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


def test_the_guide_for_curators_says_what_the_fields_say() -> None:
    path = ROOT / "docs" / "curating.md"
    hold(path, guidelines.put(path.read_text("utf-8")).encode())


def test_a_page_without_a_place_for_the_columns_is_told() -> None:
    try:
        guidelines.put("# Keeping the tables\n")
    except ValueError as refused:
        assert guidelines.BEGIN in str(refused)
    else:
        raise AssertionError


def test_the_package_of_the_frozen_tables_is_theirs(tables: Tables) -> None:
    hold(WORLD / datapackage.NAME, datapackage.fresh(contents(WORLD), tables))
