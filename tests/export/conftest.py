"""What several modules look at: the static edition of the frozen tables, which none of them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from industry.export.site import edition
from industry.tables.tables import Tables
from tests.export.test_site import Few


@pytest.fixture(scope="session")
def folder(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of all figures, without pictures."""
    found = tmp_path_factory.mktemp("site") / "edition"
    edition.build(Few(tables), found)  # type: ignore[arg-type]
    return found
