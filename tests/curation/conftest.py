"""What tests of curators' work share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from industry.tables import store


@pytest.fixture(autouse=True, scope="package")
def _saved_whole() -> Iterator[None]:
    """Tests write whole files and wait for none; that half ones are waited for is shown in tests/tables/test_still.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "STILL", 0.0)
        yield
