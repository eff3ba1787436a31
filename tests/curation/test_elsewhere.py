"""What stands elsewhere than over and under a table and may make its figures others': another sheet, words beside it, the file's name; and
that an answer reaches only the figures that asked."""

from __future__ import annotations

import pytest

from industry.curation.importing import answers
from industry.curation.importing.importer import Imported, imported
from industry.curation.importing.questions import Key
from industry.curation.sheets import books
from industry.tables.tables import Tables
from tests.curation.workbooks import xlsx

HEAD = ["地区", "规模以上工业增加值增速（%）", "规模以上工业企业利润总额（亿元）"]
ROWS = [["河北", "5.1", "700.1"], ["陕西", "6.1", "800.1"]]
TITLE = ["2021年1-8月主要指标"]
Sheets = dict[str, list[list[str]]]


def brought(
    tables: Tables, sheets: Sheets, file: str = "表.xlsx", source: str = "nbs_2022_01_27"
) -> Imported:
    return imported(books.read(file, xlsx(sheets)), tables, {}, tables.catalogue.sources[source])


def sure(found: Imported) -> int:
    return sum(not one.doubted for one in found.rows)


@pytest.mark.parametrize(
    "others",
    [
        {"编制说明": [["利润总额为1-7月数据，增速为两年平均增速。"]]},
        *(
            {"Sheet3": [[told]]}
            for told in ("利润为1-7月", "增速为两年平均", "利润数滞后一个月", "本月利润未出，用上月数代替")
        ),
        {"表2": [HEAD, ["江西", "7.1", "900.1"], ["注：本表增速按现价计算。"]]},
    ],
)
def test_a_note_on_another_sheet_is_asked_about(others: Sheets, tables: Tables) -> None:
    found = brought(tables, {"表1": [TITLE, HEAD, *ROWS], **others})
    assert not any(not one.doubted for one in found.rows if one.told["passage"].startswith("表1"))


@pytest.mark.parametrize("row", [1, 2])
def test_words_beside_a_table_are_asked_about(row: int, tables: Tables) -> None:
    rows = [TITLE, [*HEAD, "", ""], *([*one, "", ""] for one in ROWS)]
    rows[row][4] = "备注：利润为1-7月数"
    assert sure(brought(tables, {"Sheet1": rows})) == (0 if row == 1 else 2)


@pytest.mark.parametrize("head", ["备注", ""])
@pytest.mark.parametrize("remark", ["1-7月", "上半年", "当月"])
def test_a_remark_of_one_region_is_of_no_other(remark: str, head: str, tables: Tables) -> None:
    rows = [TITLE, [*HEAD, head], [*ROWS[0], remark], [*ROWS[1], ""]]
    found = brought(tables, {"Sheet1": rows}, "表.csv")
    assert not any(not one.doubted for one in found.rows if one.region == "shaanxi")


@pytest.mark.parametrize(
    ("file", "fine"),
    [
        ("2021年1-8月.xlsx", True),
        ("8月数据.xlsx", True),
        ("2020年1-8月.xlsx", False),
        ("2021年1-7月.xlsx", False),
        ("江西省.xlsx", False),
        ("上年同期.xlsx", False),
        ("目标.xlsx", False),
        ("国有企业.xlsx", False),
        ("高新技术企业.xlsx", False),
        ("2021年1-8月快报数.xlsx", False),
        ("2021年1-8月（最终核实数）.xlsx", False),
        ("2021年1-8月（初步核算）.xlsx", False),
        ("2021年1-8月未审核.xlsx", False),
    ],
)
def test_a_file_s_name_that_says_another_thing_is_asked_about(file: str, fine: bool, tables: Tables) -> None:
    assert sure(brought(tables, {"Sheet1": [TITLE, HEAD, *ROWS]}, file)) == (4 if fine else 0)


@pytest.mark.parametrize("file", ["江西设区市_2021年1-8月.xlsx", "江西省_2021年8月.xlsx"])
def test_a_province_s_file_may_hold_a_table_of_its_cities(file: str, tables: Tables) -> None:
    rows = [
        ["江西省各设区市主要指标（2021年1-8月）"],
        HEAD,
        ["吉安市", "5.1", "700.1"],
        ["赣州市", "6.1", "800.1"],
    ]
    assert sure(brought(tables, {"Sheet1": rows}, file)) == 2
    assert sure(brought(tables, {"Sheet1": rows}, file.replace("江西", "河北"))) == 0


@pytest.mark.parametrize(
    "title", ["高新技术企业主要指标", "中小微企业主要指标", "主要指标任务", "主要指标预期"]
)
def test_a_title_of_some_enterprises_or_of_what_is_meant_to_be_is_asked(title: str, tables: Tables) -> None:
    assert not sure(brought(tables, {"Sheet1": [[f"2021年1-8月{title}"], HEAD, *ROWS]}))


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (["1-3月", "上年同期"], ["2021-01/2021-03", "2020-01/2020-03"]),
        (["上年同期", "1-3月"], ["2021-01/2021-03"]),
        (["年度目标", "1-3月", "上年同期"], ["2021-01/2021-03"]),
    ],
)
def test_the_same_months_of_a_year_before_are_no_whole_year(
    heads: list[str], periods: list[str], tables: Tables
) -> None:
    row = [HEAD[1], *(f"{at}.5" for at in range(len(heads)))]
    found = brought(tables, {"Sheet1": [["江西省2021年主要指标"], ["指标", *heads], row]})
    assert [one.cells["period"] for one in found.rows if not one.doubted] == periods


def test_months_alone_and_cumulated_ask_apart(tables: Tables) -> None:
    heads = ["指标", "本月", "同比增长（%）", "本月止累计", "同比增长（%）"]
    row = ["规模以上工业企业利润总额（亿元）", "10.5", "1.5", "80.5", "2.5"]
    found = brought(tables, {"Sheet1": [["江西省2021年8月主要指标"], heads, row]})
    asked = [one.key for one in found.questions if one.key.what == "indicator"]
    assert len({one.said for one in asked}) == len(asked)
    given = {asked[0]: "profit_growth_month"}
    book = books.read("表.xlsx", xlsx({"Sheet1": [["江西省2021年8月主要指标"], heads, row]}))
    later = imported(book, tables, given, tables.catalogue.sources["nbs_2022_01_27"])
    told = {one.told["passage"].split(" ")[0]: one.cells["indicator"] for one in later.rows}
    assert told["Sheet1!E3"] == "profit_growth"


def test_whose_a_table_is_that_names_nobody_is_never_kept() -> None:
    every = {
        Key("主要指标", "table", "", "region"): "jiangxi",
        Key("主要指标", "row", "全省", "region"): "jiangxi",
        Key("主要指标", "row", "西咸", "region"): "shaanxi",
    }
    assert [key.said for key in answers.lasting(every)] == ["西咸"]


def test_tables_of_one_title_ask_apart(tables: Tables) -> None:
    rows = [TITLE, ["地区", "增速（%）"], ["河北", "5.1"]]
    found = brought(tables, {"增加值": rows, "投资": rows})
    assert len({one.key.table for one in found.questions if one.key.what == "indicator"}) == 2
    keys = set()
    for source in ("jiangxi_2021_07", "nbs_2022_01_27"):
        nobody = [["2021年1-6月主要指标"], ["指标", "数值"], ["利润", "5.1"]]
        keys |= {one.key.table for one in brought(tables, {"Sheet1": nobody}, source=source).questions}
    assert len(keys) == 2


def test_a_month_that_was_not_over_when_its_source_was_published_is_doubted(tables: Tables) -> None:
    source = tables.catalogue.sources["nbs_2022_01_27"]
    sheets = {"Sheet1": [TITLE, HEAD, *ROWS]}
    for date, accepted in (("2021-08-20", 0), ("2021-08-31", 4), ("2021-09-15", 4), ("2021-08", 4)):
        book = books.read("表.xlsx", xlsx(sheets))
        assert sure(imported(book, tables, {}, source.model_copy(update={"date": date}))) == accepted, date
