"""Every number of a draft gets its verdict; an approval only where nothing else can be meant. On the frozen tables."""

from __future__ import annotations

from datetime import date

import pytest

from industry.text.proof import Judged, judge
from industry.text.proof.verdict import held_against
from industry.vocabulary import printed
from tests.conftest import world

WRITTEN = date(2021, 12, 25)
HALF = "2021年上半年，全省规上工业增加值"


def judged(text: str, written: date | None = WRITTEN, region: str | None = "jiangxi") -> list[Judged]:
    return list(judge(text, world(), written, region))


def verdicts(text: str, written: date | None = WRITTEN, region: str | None = "jiangxi") -> list[str]:
    return [one.verdict for one in judged(text, written, region)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HALF + "增长18.5%。", ["agrees"]),
        (HALF + "增长18.5％。", ["agrees"]),
        ("2021年上半年，江西省規模以上工業增加值同比增長18.5%。", ["agrees"]),
        (HALF + "增长约19%。", ["agrees_rounded"]),
        (HALF + "增长超18%。", ["agrees_rounded"]),
        ("2021年，全省生产总值29838.2亿元。", ["agrees"]),
        ("2021年，全省生产总值2.98万亿元。", ["agrees_rounded"]),
        ("2021年，全省生产总值29619.67亿元。", ["other_edition"]),
        (HALF + "增长18.5%，比全国高6个百分点。", ["agrees", "disputed"]),
        ("2021年1—3月，江西、河北、陕西规上工业增加值分别增长29.4%、17.6%、18.9%。", ["agrees"] * 3),
        ("2021年1—5月，全省规上工业利润总额982亿元，同比增长67.3%。", ["agrees", "agrees"]),
        ("去年全省规上工业增加值增长4.6%，今年一季度增长29.4%。", ["agrees", "agrees"]),
        ("2021年1—4月，吉安规模工业增加值增长24.6%。", ["agrees"]),
        ("2021年，吉安5G基站预计达到4700个。", ["other_status"]),
    ],
)
def test_what_is_held(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("gap", "expected"),
    [("1", "agrees"), ("1.0", "comparison_true"), ("1.00", "differs"), ("1.1", "differs")],
)
def test_a_gap_may_be_as_fine_as_the_figures_it_is_between(gap: str, expected: str) -> None:
    """Printed as one point, where the figures are 24.6 and 23.6."""
    text = f"2021年1—4月，吉安规模工业增加值增长24.6%，高于全省{gap}个百分点。"
    assert verdicts(text) == ["agrees", expected]


@pytest.mark.parametrize("figure", ["一成八五", "1成85", "一成8.5", "一成八点五", "一成半"])
def test_tenths_that_go_on_are_unreadable_as_a_whole(figure: str) -> None:
    (found,) = judged(HALF + f"增长{figure}。")
    assert (found.verdict, found.text) == ("unreadable", figure)


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        ("增长18.6%", "digits"), ("下降18.5%", "sign"), ("增长18.5个百分点", "unit"), ("增长18%", "cut"), ("增长19%", "rounded"),
        ("增长超18.5%", "qualifier"), ("增长18.50%", "too_precise"), ("增长15.8%", "digits"),
    ],
)  # fmt: skip
def test_what_differs(figure: str, why: str) -> None:
    (found,) = judged(HALF + figure + "。")
    assert (found.verdict, found.reason.code) == ("differs", why)
    assert found.row is not None and str(found.row.value) == "18.5"


@pytest.mark.parametrize(
    "text",
    [
        "2021年上半年，南昌市规上工业增加值增长18.5%。",
        "2021年上半年，全省民营规上工业增加值增长18.5%。",
        "2021年上半年，全省规上工业出口交货值增长18.5%。",
        "2021年上半年，全省全部工业增加值增长18.5%。",
        "2021年上半年，全省工业增加值增长18.5%。",
        "2021年上半年，全省除南昌外规上工业增加值增长18.5%。",
        "2021年6月，全省规上工业增加值增长18.5%。",
        "2021年二季度，全省规上工业增加值增长18.5%。",
        "2021年上半年，河北规上工业增加值增长18.5%。",
        "2021年上半年，全省规上工业增加值没有增长18.5%。",
        "今年以来，全省规上工业增加值增长18.5%。",
        "截至目前，全省规上工业增加值增长18.5%。",
        "2021年上半年，全省规上工业增加值力争增长18.5%。",
        "2021年上半年，全省经济平稳。\n全省规上工业增加值增长18.5%。",
        "2021年上半年，全省规上工业增加值两年平均增长18.5%。",
        "全省规上工业增加值增长18.5%。",
        "2021年1—3月，江西、河北规上工业增加值分别增长17.6%、29.4%。",
        "2021年1—5月，全省工业投资占民间投资比重为51.4%。",
        "2021年1—4月，吉安工业用电量增长42.4%，列全国第1位。",
        "2021年1—4月，吉安工业用电量列全省第1位。",
        "20年上半年，全省规上工业增加值增长18.5%。",
        "2020上半年，全省规上工业增加值增长18.5%。",
    ],
)
def test_what_is_never_approved(text: str) -> None:
    last = judged(text)[-1]
    assert last.verdict not in ("agrees", "agrees_rounded", "comparison_true"), last


def test_what_hangs_on_date_and_owner_is_never_approved_without() -> None:
    assert verdicts("今年上半年，江西规上工业增加值增长18.5%。", None) == ["to_confirm"]
    assert verdicts("2021年上半年，我省规上工业增加值增长18.5%。", WRITTEN, None) == ["to_confirm"]
    assert verdicts("2021年上半年，江西规上工业增加值增长18.5%。", None, None) == ["agrees"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年上半年，全省规上工业利润总额982亿元。", "other_period"),
        ("2021年1—3月，河北规上工业增加值增长29.4%。", "differs"),
        ("2021年上半年，陕西规上工业增加值增长18.5%。", "other_region"),
        ("2021年上半年，全省新增就业12.6万人。", "not_held"),
        ("2021年上半年，全省规上工业拉动生产总值增长3.2个百分点。", "not_held"),
    ],
)
def test_what_is_not_held(text: str, expected: str) -> None:
    assert verdicts(text) == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2021年1—3月，江西规上工业增加值增长29.4%，比河北高11.8个百分点。", "comparison_true"),
        (
            "2021年1—3月，江西规上工业增加值增长29.4%，同期河北增长17.6%，我省快11.8个百分点。",
            "comparison_true",
        ),
        ("2021年1—3月，江西规上工业增加值增速低于河北11.8个百分点。", "comparison_false"),
        ("2021年1—3月，江西规上工业增加值增速高于河北11.9个百分点。", "comparison_false"),
        ("2021年上半年，江西规上工业增加值增速高于河北3个百分点。", "cannot_compare"),
    ],
)
def test_comparisons(said: str, expected: str) -> None:
    assert verdicts(said)[-1] == expected


def test_what_could_be_compared_is_told() -> None:
    found = judged("2021年上半年，江西规上工业增加值增速高于河北3个百分点。")[-1]
    assert found.reason.code == "period" and found.reason.facts[0] == "2021-01/2021-03"


def test_a_number_that_only_says_which_is_never_approved() -> None:
    assert verdicts(HALF + "增长18.5%的县有5个。")[0] == "to_confirm"
    assert verdicts(HALF + "实现18.5%的较快增长。")[0] == "agrees"


def test_places_are_those_of_the_text_given() -> None:
    text = "一、概况\n2021年上半年，全省规上工业增加值增长１８．５％，高于上年。"
    (found,) = judged(text)
    assert text[found.start : found.end] == found.text == "１８．５％"


def test_a_draft_of_the_sketch() -> None:
    text = (
        "今年上半年，全省规上工业增加值增长18.5%，比全国高6个百分点，居全国第8位。规上工业利润982亿元。"
        "同期河北增长4.8%，我省快13.7个百分点。新增就业12.6万人。"
    )
    assert verdicts(text, date(2021, 7, 25)) == [
        "agrees", "disputed", "agrees", "other_period", "other_period", "cannot_compare", "not_held",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "一二三四五六七八九十" * 5_000, "2021年" * 5_000, "“" * 5_000 + "1" + "”" * 5]
)
def test_what_is_no_text_holds_no_number(text: str) -> None:
    assert verdicts(text) == []


MARGIN = "2021年1—4月，{}营业收入利润率{}。"


@pytest.mark.parametrize(
    ("one", "said", "verdict"),
    [
        ("吉安", "比{}高1.3个百分点", "agrees"),
        ("吉安", "高于{}约1个百分点", "agrees_rounded"),
        ("吉安", "比{}高1.4个百分点", "differs"),
        ("吉安", "比{}高1.30个百分点", "differs"),
        ("吉安", "比{}低1.3个百分点", "differs"),
        ("吉安", "高于{}", "comparison_true"),
        ("吉安", "低于{}", "comparison_false"),
        ("", "比吉安低1.3个百分点", "agrees"),
        ("", "比吉安高1.3个百分点", "differs"),
        ("", "低于吉安", "comparison_true"),
        ("", "高于吉安", "comparison_false"),
    ],
)
@pytest.mark.parametrize("province", ["江西", "全省"])
def test_a_published_gap_is_told_whichever_way_round(
    province: str, one: str, said: str, verdict: str
) -> None:
    """Jiangxi's margin is worked out from it, so that the difference of both explains nothing."""
    found = judged(MARGIN.format(one or province, said.format(province)), region="jian")[-1]
    assert found.row is not None and not found.row.derived
    assert (found.verdict, found.row.indicator.id) == (verdict, "profit_margin_gap_parent")


@pytest.mark.parametrize(
    "said", ["3月，全国规上工业增加值增速比江西低4.9", "4月，全国规上工业增加值增速比吉安低4.3"]
)
def test_where_no_gap_is_published_the_first_named_is_told_first(said: str) -> None:
    (found,) = judged(f"2021年1—{said}个百分点。")
    assert found.row is not None
    assert (found.verdict, found.row.region.id) == ("comparison_true", "china")


def test_a_gap_in_dispute_is_so_whichever_way_round() -> None:
    for said in ("江西规上工业增加值增速比全国高6个百分点", "全国规上工业增加值增速比江西低6个百分点"):
        assert verdicts(f"2021年上半年，{said}。") == ["disputed"]


def test_a_gap_of_falls_or_of_two_periods_is_not_the_published_one() -> None:
    """Of falls the sizes are compared, and of two periods nothing is."""
    fall = "2021年1—4月，吉安规上工业增加值降幅比江西高1个百分点。"
    times = "2021年1—3月江西规上工业增加值增长29.4%，2021年1—4月吉安增长24.6%，快1个百分点。"
    for text in (fall, times):
        assert judged(text, region="jian")[-1].verdict not in ("agrees", "comparison_true")


@pytest.mark.parametrize(
    "said",
    ["Ji'an grew by 24.6%, 1 percentage point above {}", "{} grew by 23.6%, 1 percentage point below Ji'an"],
)
def test_a_published_gap_is_told_in_english_whichever_way_round(said: str) -> None:
    text = f"From January to April 2021, the value added of industrial enterprises above designated size in {said}."
    for province in ("Jiangxi", "Jiangxi Province"):
        found = judged(text.format(province), region="jian")[-1]
        assert found.row is not None
        assert (found.verdict, found.row.indicator.id) == ("agrees", "value_added_growth_gap_parent")


@pytest.mark.parametrize(
    "text",
    [
        HALF + "增长l8.5%。", HALF + "增长I8.5%。", HALF + "增长x18.5%。", HALF + "增长18.5l%。", HALF + "增长1O.5%。",
        HALF + "增长1B.5%。", HALF + "增长18.S%。", HALF + "增长1A.5%。", HALF + "增速高于全国O6个百分点。", "2021年1—4月，吉安规模工业增加值增速高于江西l1.0个百分点。",
        "2021年1—4月，吉安规模工业增加值增速比3月低l1.0个百分点。",
        "In the first half of 2021, Jiangxi's industrial value added grew by l8.5%.",
        "In the first half of 2021, Jiangxi's industrial value added grew by I8.5 percent.",
        "In the first half of 2021, Jiangxi's industrial value added grew by 18.S percent.",
        "In the first half of 2021, Jiangxi's industrial value added grew by 1B.5%.",
    ],
)  # fmt: skip
def test_a_number_with_a_letter_of_a_scan_is_told_and_never_approved(text: str) -> None:
    (found,) = judged(text)
    assert found.verdict in ("unreadable", "to_confirm", "not_held"), found
    assert found.verdict == "unreadable" or "个百分点" in text


@pytest.mark.parametrize(("said", "verdict"), [("低0.1", "derivable"), ("高0.1", "to_confirm")])
def test_a_gap_to_a_figure_that_is_worked_out_lies_on_the_side_that_is_said(said: str, verdict: str) -> None:
    text = f"2021年1—5月，江西营业收入利润率比河北{said}个百分点。"
    assert verdicts(text)[-1] == verdict


def test_zeros_of_a_coarser_print_are_no_other_number() -> None:
    """28400亿元 of what is printed as 2.84万亿元."""
    seen = 0
    for row in world().rows():
        unit = row.indicator.unit
        if (
            row.exact
            and row.scale > 1
            and row.step > 1
            and row.value == int(row.value)
            and unit in ("亿元", "家")
        ):
            said = printed.read(f"{int(row.value)}{unit}", unit, row.indicator.measure)
            assert said is not None and held_against(said, row)[0] in ("to_confirm", "agrees"), row
            seen += 1
    assert seen
