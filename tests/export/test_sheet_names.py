"""What the sheets of workbooks are called."""

from __future__ import annotations

import pytest

from industry.export.workbook import sheet_name


@pytest.mark.parametrize(
    ("name", "sheet", "second"),
    [
        ("Growth of industrial investments", "Growth of industrial", "Growth of industrial 2"),
        ("Industrial value added growth, by month", "Industrial value added growth", "Industrial value added growth 2"),
        ("Ji'an industrial growth, its rank in the province", "Ji'an industrial growth", "Ji'an industrial growth 2"),
        ("Industrial enterprises of the designated size", "Industrial enterprises", "Industrial enterprises 2"),
        ("Industrial profit (and all revenue)", "Industrial profit (and all", "Industrial profit (and all 2"),
        ("Share of the part that is left of", "Share of the part that is left", "Share of the part that is 2"),
        ("Industrial revenue in Xi'an and others", "Industrial revenue in Xi'an", "Industrial revenue in Xi'an 2"),
        ("What this is made of", "What this is made of", "What this is made of 2"),
        ("Ji'an in its province", "Ji'an in its province", "Ji'an in its province 2"),
        ("'quoted'", "quoted", "quoted 2"),
        ("各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差", "各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差"[:31], "各地区规模以上工业增加值增速与全国同期之差以及两年平均增速之差"[:29] + " 2"),
        ("x" * 40, "x" * 31, "x" * 29 + " 2"),
        ("A " + "x" * 40, "A " + "x" * 29, "A " + "x" * 27 + " 2"),
        ("x" * 30 + "'" + "x" * 10, "x" * 30, "x" * 29 + " 2"),
        ("," * 40, ",", ", 2"),
        ("[]:*?/\\", "sheet", "sheet 2"),
    ],
)  # fmt: skip
def test_it_is_of_whole_words_that_bind_no_others_and_none_has_another_s(
    name: str, sheet: str, second: str
) -> None:
    assert sheet_name(name) == sheet
    assert sheet_name(name, [sheet.upper()]) == second
    assert len(second) <= 31


def test_names_that_are_equal_once_they_are_cut_are_numbered() -> None:
    told = (
        "Industrial value added growth",
        "Industrial value added growth over the year",
        "Industrial value added growth, by month",
    )
    taken: list[str] = []
    for name in told:
        taken.append(sheet_name(name, taken))
    assert taken == [
        "Industrial value added growth",
        "Industrial value added growth 2",
        "Industrial value added growth 3",
    ]
