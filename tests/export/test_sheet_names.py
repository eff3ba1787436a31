"""What the sheets of workbooks are called."""

from __future__ import annotations

import re

import pytest

from industry.export.names import sheet_name
from industry.tables.tables import Tables


@pytest.mark.parametrize(
    ("name", "sheet", "second"),
    [
        ("Growth of industrial investments", "Growth of industrial", "… industrial investments"),
        ("Industrial value added growth, by month", "Industrial value added growth", "… growth, by month"),
        ("Ji'an industrial growth, its rank in the province", "Ji'an industrial growth", "… its rank in the province"),
        ("Industrial enterprises of the designated size", "Industrial enterprises", "… of the designated size"),
        ("Industrial profit (and all revenue)", "Industrial profit", "… profit (and all revenue)"),
        ("Share of the part that is left of", "Share of the part that is left", "… left of"),
        ("Industrial revenue in Xi'an and others", "Industrial revenue", "… revenue in Xi'an and others"),
        ("Headline indicators side by side", "Headline indicators", "… indicators side by side"),
        ("Change of energy use per unit of GDP", "Change of energy use", "… use per unit of GDP"),
        ("Growth of value added over the year and the months before", "Growth of value added", "… added over the year"),
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


def test_names_that_are_equal_once_they_are_cut_say_what_sets_them_apart() -> None:
    told = (
        "Industrial value added growth",
        "Industrial value added growth against China over the same months",
        "Industrial value added growth, year to date, by quarter",
        "Industrial value added growth",
    )
    taken: list[str] = []
    for name in told:
        taken.append(sheet_name(name, taken))
    assert taken == [
        "Industrial value added growth",
        "… growth against China",
        "… year to date, by quarter",
        "Industrial value added growth 2",
    ]


def test_what_sort_of_sheet_it_is_stands_before_every_name() -> None:
    told = ("Headline indicators side by side", "Headline indicators, each region's latest", "Headline")
    taken: list[str] = []
    for name in told:
        taken.append(sheet_name(name, taken, "Table "))
    assert taken == ["Table Headline indicators", "Table … each region's latest", "Table Headline"]


@pytest.mark.parametrize("name", ["x" * 40, "Industrial enterprises of the designated size, by branch"])
def test_with_its_sort_before_it_no_name_is_longer_than_excel_takes(name: str) -> None:
    taken: list[str] = []
    for _ in range(12):
        taken.append(sheet_name(name, taken, "Table "))
    assert len({one.lower() for one in taken}) == len(taken)
    assert all(one.startswith("Table ") and len(one) <= 31 for one in taken), taken


def test_of_all_titles_none_is_told_apart_by_a_number(tables: Tables) -> None:
    taken: list[str] = []
    for spec in tables.catalogue.config.figures:
        if spec.title.en not in taken:
            taken.append(sheet_name(spec.title.en, taken))
    assert len(taken) > 30 and [one for one in taken if re.search(r" \d$", one)] == []
