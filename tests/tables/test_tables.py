"""Tables: what is read, how rows are found, and that a row says what is printed."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from industry import project
from industry.tables import agreement, csv_cells, reader, references, rows, yaml_lines
from industry.tables.faults import Fault
from industry.tables.references import Draft
from industry.tables.tables import Tables
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator
from tests.conftest import world
from tests.tables.fault_tables import BASE, HEADER, OBSERVATIONS, base, table

GROWTH = "value_added_growth"
ROW = f"{GROWTH},2021-01/2021-06,18.5,,,actual,,,meeting,8,18.5%,,"
OTHERS = base()[OBSERVATIONS].decode().splitlines()[2:]


def good(*rows: str) -> Tables:
    """The right project with this table of Jiangxi."""
    read, faults = project.read(base(jiangxi=table(*rows, *OTHERS)))
    assert faults == ()
    assert read is not None
    return read


def test_a_row_holds_what_is_written() -> None:
    row = good(ROW).row(f"jiangxi:{GROWTH}:2021-01/2021-06:meeting:8")
    assert (row.value, row.step, row.scale, row.paragraph) == (Decimal("18.5"), Decimal("0.1"), 1, 8)
    assert (row.region.id, row.indicator.topic, row.source.id) == ("jiangxi", "growth", "meeting")
    assert str(row.period) == "2021-01/2021-06"
    assert row.exact
    (firms, target) = good(ROW).rows("enterprises")
    assert (firms.value, firms.step, firms.scale) == (Decimal(14000), Decimal(1000), 10**4)
    assert firms.inferred == {"scope"}
    assert (target.qualifier, target.status, target.edition) == ("over", "target", "batches_1_3")
    (meetings,) = good(ROW).rows("meetings")
    assert (meetings.value, meetings.value_to) == (Decimal(5), Decimal(10))


def test_an_id_that_comes_again_is_numbered() -> None:
    target, forecast = ROW.replace("actual", "target"), ROW.replace("actual", "forecast")
    again = (ROW, target.replace("18.5", "18.6"), forecast.replace("18.5", "18.7"))
    plain = f"jiangxi:{GROWTH}:2021-01/2021-06:meeting:8"
    read = good(*again)
    assert [row.id for row in read.rows(GROWTH, "jiangxi")] == [plain, f"{plain}:2", f"{plain}:3"]
    assert read.row(f"{plain}:2").value == Decimal("18.6")


def test_a_year_and_its_months_make_one_id() -> None:
    year = ROW.replace("2021-01/2021-06", "2020-01/2020-12")
    assert good(ROW, year).row(f"jiangxi:{GROWTH}:2020:meeting:8").as_printed == "18.5%"


def test_rows_are_found_and_shared() -> None:
    read = good(ROW)
    assert read.rows(GROWTH) is read.rows(GROWTH)
    assert [row.region.id for row in read.rows(GROWTH)] == ["china", "jiangxi"]
    assert read.rows(GROWTH, "jiangxi")[0] is read.rows(GROWTH)[1]
    assert len(read.rows(region="jiangxi")) == 4
    assert len(read.rows()) == len(read.frame) == 5
    assert read.rows("profit") == read.rows(GROWTH, "hebei") == ()
    with pytest.raises(KeyError):
        read.row("jiangxi:profit:2021:meeting:8")


def test_derived_rows_stand_apart() -> None:
    read = good(ROW)
    (gap,) = read.derived()
    assert gap.value == Decimal("2.6")
    assert gap.derived
    assert read.rows("value_added_growth_gap") == ()
    assert read.rows("value_added_growth_gap", "jiangxi", derived=True) == (gap,)
    assert read.derived("value_added_growth_gap", "china") == read.derived(GROWTH) == ()
    assert read.row(gap.id) is gap


def test_the_frame_holds_every_row() -> None:
    frame = good(ROW).frame
    assert list(frame.columns) == ["region", "id", "line", *fields.COLUMN]
    assert frame["value"].dtype == frame["value_to"].dtype == float
    assert frame["paragraph"].dtype == pd.Int64Dtype()
    assert frame["line"].tolist() == [2, 2, 3, 4, 5]
    assert frame["value_to"].isna().tolist() == [True] * 4 + [False]
    assert frame["paragraph"].isna().tolist() == [True] + [False] * 4


def test_a_change_to_the_frame_stays_with_the_caller() -> None:
    read = good(ROW)
    frame = read.frame
    frame.loc[0, "value"] = 0.0
    assert read.frame["value"][0] == 15.9


def test_the_line_of_a_row() -> None:
    read = good(ROW)
    assert [read.line(row.id) for row in read.rows(region="jiangxi")] == [2, 3, 4, 5]


def test_the_version_is_that_of_the_data_and_not_of_titles_and_decks() -> None:
    files = base()
    assert reader.version(files) == reader.version(dict(reversed(files.items())))
    for name in files:
        changed = files | {name: files[name] + b"\n"}
        assert reader.content(files) != reader.content(changed)
        assert (reader.version(files) == reader.version(changed)) == (name == "config.yaml")
    read = good(ROW)
    assert read.version == reader.version(base(jiangxi=table(ROW, *OTHERS)))
    assert read.content == reader.content(base(jiangxi=table(ROW, *OTHERS)))


def test_tables_of_no_rows() -> None:
    read, faults = project.read(base(jiangxi=HEADER + "\n"))
    assert read is None
    assert {fault.code for fault in faults} == {"unused_indicator"}


CELL = st.text(st.sampled_from('a8,.% "\n\r\t一　'), max_size=5)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_a_table_holds_what_is_written(written: list[list[str]], end: str, quoting: Any) -> None:
    # The writer leaves a lone \r bare, which is the end of a line to every reader.
    assume(quoting == csv.QUOTE_ALL or not any("\r" in cell for row in written for cell in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=end, quoting=quoting)
    writer.writerow(["indicator", "note_zh", "note_en"])
    writer.writerows(written)
    found, faults = csv_cells.table("x.csv", out.getvalue().encode())
    assert found is not None
    bare = {line: tuple(map(_bare, row)) for line, row in enumerate(written, start=2)}
    assert dict(zip(found.lines, found.cells("indicator", "note_zh", "note_en"), strict=True)) == {
        line: row for line, row in bare.items() if any(row)
    }
    spaced = [
        (line, cell.replace(cell.strip() or " ", _bare(cell) or " "))
        for line, row in enumerate(written, start=2)
        for cell in row
        if cell != cell.strip() and any(bare[line])
    ]
    assert [(fault.line, fault.found) for fault in faults if fault.code == "outer_space"] == spaced
    tabbed = [line for line, row in enumerate(written, start=2) for cell in row if "\t" in cell.strip()]
    assert [fault.line for fault in faults if fault.code == "odd_character"] == tabbed
    assert {fault.code for fault in faults} <= {"outer_space", "missing_column", "odd_character"}


def _bare(cell: str) -> str:
    """Without the spaces around it, and without tabs inside, which are told."""
    return cell.strip().replace("\t", "")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from('a,"\n\r'), max_size=30))
def test_malformed_text_is_told_or_read_as_it_stands(text: str) -> None:
    content = "indicator,note_zh,note_en\n" + text
    try:
        rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))[1:]
    except csv.Error:
        rows = None
    found, faults = csv_cells.table("x.csv", content.encode())
    assert ("unclosed_quote" in {fault.code for fault in faults}) == (rows is None)
    if rows is not None:
        assert found is not None
        bare = [tuple(map(str.strip, row)) for row in rows if any(map(str.strip, row))]
        assert list(found.cells("indicator", "note_zh", "note_en")) == [row for row in bare if len(row) == 3]


PRINTS = (
    "{}%",
    "下降{}%",
    "{}万家",
    "超{}个",
    "{}余家",
    "近{}万个",
    "{}个左右",
    "{}-9个",
    "翻{}番",
    "增长{}倍",
    "{}",
)
UNITS = ("%", "个", "家", "亿元", "万元/项", "百分点")
NUMBERS = st.decimals(0, 99999, places=2).map(str) | st.integers(0, 10**7).map(str)
TOLD = {"value": "value_differs", "value_to": "value_to_differs", "qualifier": "qualifier_differs"}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(PRINTS),
    NUMBERS,
    st.sampled_from(UNITS),
    st.sampled_from(fields.QUALIFIERS),
    st.sampled_from(("right", "sign", "factor", "digit")),
    st.booleans(),
)
def test_a_row_is_right_where_it_says_what_is_printed(
    shape: str, number: str, unit: str, qualifier: str, slip: str, vouched: bool
) -> None:
    text = shape.format(number)
    said = printed.read(text, unit, "growth_yoy")
    value = Decimal(number) if said is None else said.value
    value = {"sign": -value, "factor": value * 10, "digit": value + Decimal("0.01")}.get(slip, value)
    hand = "yes" if vouched else ""
    header = "indicator,period,value,qualifier,status,source,as_printed,by_hand\n"
    row = f"growth,2021,{value:f},{qualifier},actual,bureau,{text},{hand}\n"
    found, faults = csv_cells.table("x.csv", (header + row).encode())
    assert found is not None
    assert faults == []
    told = {fault.column: fault for fault in rows.check(found, one_indicator(unit))}
    told = {
        column: told[column]
        for column in ("value", "value_to", "qualifier", "as_printed", "by_hand")
        if column in told
    }
    if not agreement.NUMBER.fullmatch(f"{value:f}") or told.get("as_printed", NONE).code == "printed_format":
        return
    if said is None:
        assert [fault.code for fault in told.values()] == ([] if vouched else ["unreadable_print"])
        return
    wrong = {
        "value": value != said.value,
        "value_to": said.value_to is not None,
        "qualifier": qualifier != said.qualifier,
    }
    assert {column: fault.code for column, fault in told.items() if column in TOLD} == {
        column: TOLD[column] for column in TOLD if wrong[column]
    }
    assert ("by_hand" in told) == (vouched and not any(wrong.values()))
    if wrong["value"]:
        assert Decimal(told["value"].expected[0]) == said.value


@given(
    st.from_regex(agreement.PLAIN, fullmatch=True),
    st.sampled_from(list(world().catalogue.indicators.values())),
)
def test_a_plain_number_is_read_as_itself(number: str, indicator: Indicator) -> None:
    """What the rows take for granted of the commonest prints."""
    unit = agreement.printed_alone(indicator)
    said = printed.read(number + unit, indicator.unit, indicator.measure)
    if unit == indicator.unit:
        assert said is not None
        assert (said.value, said.value_to, said.qualifier) == (Decimal(number), None, "")


NONE = Fault("empty_cell", "x.csv")


def one_indicator(unit: str) -> Draft:
    """A draft that knows one indicator, of this unit."""
    text = (BASE / "data/indicators/growth.yaml").read_text(encoding="utf-8")
    text = text.split("- id: value_added_growth_gap")[0].replace(GROWTH, "growth").replace("'%'", f"'{unit}'")
    name = "data/indicators/growth.yaml"
    return references.gather({name: yaml_lines.load(name, text)}, {name: "growth"}, whole=True)
