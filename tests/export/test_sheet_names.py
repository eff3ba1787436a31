"""What the sheets of workbooks are called."""

from __future__ import annotations

import pytest

from industry.export.workbook import sheet_name


@pytest.mark.parametrize(
    ("name", "sheet", "second"),
    [
        ("Headline indicators side by side", "Headline indicators side by", "Headline indicators side by 2"),
        ("Ji'an in its province", "Ji'an in its province", "Ji'an in its province 2"),
        ("'quoted'", "quoted", "quoted 2"),
        ("各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差", "各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差"[:31], "各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差"[:29] + " 2"),
        ("x" * 40, "x" * 31, "x" * 29 + " 2"),
        ("[]:*?/\\", "sheet", "sheet 2"),
    ],
)  # fmt: skip
def test_it_is_of_whole_words_and_none_has_another_s(name: str, sheet: str, second: str) -> None:
    assert sheet_name(name) == sheet
    assert sheet_name(name, [sheet.upper()]) == second
    assert len(second) <= 31
