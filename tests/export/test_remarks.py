"""What stands beside figures in tables and workbooks, where several things are told at once."""

from __future__ import annotations

import pytest

from industry.export import listing
from industry.vocabulary.slide import NOTHING
from tests.conftest import world
from tests.figures.specs import once


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_stop_stands_before_a_semicolon(language: str) -> None:
    """Sentences of curators' that are joined to others, in a table's remarks, in notes, in a workbook."""
    told: list[str] = [listing.note(row, world(), language) for row in world().rows()]
    for spec in world().catalogue.config.figures:
        figure = once(spec, world(), NOTHING, language)
        told += [
            *figure.frame.notices,
            figure.frame.note,
            *(cell for row in figure.table.rows for cell in row),
        ]
    assert any("；" in one or "; " in one for one in told)
    assert not [one for one in told if "。；" in one or ".; " in one]
