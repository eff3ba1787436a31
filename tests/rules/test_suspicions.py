"""What is suspicious is found, with what it is set beside; what is usual is not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from industry import project, wording
from industry.export import checked, listing
from industry.rules.identities import solve
from industry.rules.suspicions import suspicions
from industry.tables.store import contents
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Source
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Observation
from tests.books import Handmade, indicator, source
from tests.conftest import WORLD, world


def book() -> Handmade:
    return Handmade(
        indicator("gdp", unit="亿元", prices="current"),
        indicator("secondary", unit="亿元", prices="current", part_of="gdp"),
        indicator("growth", "growth_yoy", prices="constant"),
        indicator("profit_growth", "growth_yoy", prices="current"),
        indicator("share", "share", share_of={"part": "electronics", "whole": "gdp"}),
        indicator("electronics", unit="亿元", prices="current"),
        indicator("margin", "rate"),
        indicator("firms", unit="家", timing="stock"),
        indicator("added_net", unit="家", addition="net"),
        indicator("small", unit="家", timing="list"),
        indicator("rank", "rank", unit="位"),
        indicator("growing", "count", unit="个", timing="stock"),
        indicator("aid", unit="万元/项"),
        indicator("total", unit="亿元", sum_of=["electronics"]),
    )


def dated(date: str, **more: Any) -> Source:
    return source(f"dated_{date.replace('-', '_')}", **more).model_copy(update={"date": date})


def found(made: Handmade) -> list[tuple[str, tuple[Observation, ...]]]:
    assert all(one.code == "suspicious" for one in suspicions(made))
    return [(one.rule, one.rows) for one in suspicions(made)]


@pytest.mark.parametrize(("name", "figure", "rule"), [
    ("share", "220%", "range"), ("share", "100%", ""), ("share", "100.1%", "range"), ("share", "-3%", "range"), ("growth", "-101%", "range"),
    ("profit_growth", "301%", "range"), ("margin", "150%", "range"), ("margin", "101.2%", ""), ("rank", "401位", "range"),
    ("growth", "106.1%", "index"), ("growth", "118.5%", "index"), ("growth", "95.1%", "index"), ("profit_growth", "106.1%", ""),
    ("growth", "59.9%", ""), ("firms", "2021家", "year"), ("firms", "2020家", ""), ("gdp", "2021亿元", "year"),
])  # fmt: skip
def test_a_number_by_itself(name: str, figure: str, rule: str) -> None:
    made = book()
    row = made.add("jiangxi", name, "2021-12" if name == "firms" else "2021", figure)
    assert found(made) == ([(rule, (row,))] if rule else [])


@pytest.mark.parametrize(("name", "period", "date", "status", "rule"), [
    ("growth", "2011", "2021-07", "actual", "old"), ("growth", "2015", "2021-02", "actual", ""),
    ("firms", "2021-04", "2021-09", "actual", "month"), ("firms", "2021-06", "2021-12", "actual", ""), ("firms", "2021-05", "2021-07", "actual", ""),
    ("growth", "2020", "2021-07", "target", "past"), ("growth", "2021", "2021-07", "target", ""), ("growth", "2020", "2021-02", "forecast", ""),
    ("growth", "2021-02/2021-06", "2021-07", "actual", "span"), ("growth", "2021-04/2021-06", "2021-07", "actual", ""),
    ("growth", "2021-06", "2021-07", "actual", ""), ("growth", "2021-03/2021-08", "2021-09", "target", ""),
    ("growth", "2011", "2021", "actual", ""),
])  # fmt: skip
def test_a_period_beside_its_source(name: str, period: str, date: str, status: str, rule: str) -> None:
    made = book()
    row = made.add(
        "jiangxi", name, period, "18家" if name == "firms" else "18.5%", source=dated(date), status=status
    )
    assert found(made) == ([(rule, (row,))] if rule else [])
    supplied = book()
    supplied.add(
        "jiangxi", name, period, row.as_printed, source=dated(date), status=status, inferred="period"
    )
    assert [one for one, _ in found(supplied)] == (["old"] if rule == "old" else [])


def test_a_source_without_a_date_bounds_its_figures_by_all_others() -> None:
    made = book()
    made.catalogue.sources["dated"] = dated("2022-05")  # type: ignore[index]
    near = made.add("jiangxi", "gdp", "2020", "25691.5亿元")
    made.add("jiangxi", "gdp", "2021", "29619.7亿元")
    far = made.add("hebei", "gdp", "2012", "26575.0亿元", source="jiangxi_bureau")
    late = made.add("hebei", "growth", "2041", "6.5%", source="hebei_bureau")
    made.add("hebei", "growth", "2021", "6.4%", source="other_bureau")
    assert found(made) == [("ahead", (late,)), ("apart", (far, near))]


def test_a_list_may_be_named_by_the_year_of_its_source() -> None:
    made = book()
    made.add("hebei", "small", "2021", "33家", source=dated("2021-11"), edition="list_2021")
    late = made.add("hebei", "small", "2022", "34家", source=dated("2021-11"), edition="list_2022")
    assert found(made) == [("ahead", (late,))]


def test_a_parameter_far_from_its_source_and_months_of_two_years() -> None:
    made = book()
    row = made.add("jiangxi", "aid", "2050", "50万元/项", source=dated("2021-05"), status="policy")
    made.add("jiangxi", "aid", "2025", "50万元/项", source=dated("2021-05"), status="policy")
    span = made.add("jiangxi", "growth", "2020-01/2021-03", "18.5%")
    made.add("jiangxi", "growth", "2016/2020", "6.1%")
    assert found(made) == [("over_years", (span,)), ("old", (row,))]


def test_a_part_larger_than_its_whole() -> None:
    made = book()
    whole = made.add("jiangxi", "gdp", "2022", "32074.7亿元", edition="census_5")
    made.add("jiangxi", "gdp", "2022", "31000.2亿元", edition="first")
    part = made.add("jiangxi", "secondary", "2022", "42832.9亿元", edition="quoted")
    made.add("jiangxi", "secondary", "2022", "14359.6亿元", edition="first")
    assert found(made) == [("part", (part, whole))]


def test_a_part_is_set_against_the_edition_of_its_own_where_there_is_one() -> None:
    made = book()
    made.add("jiangxi", "gdp", "2022", "32074.7亿元", edition="census_5")
    whole = made.add("jiangxi", "gdp", "2022", "31000.2亿元", edition="first")
    part = made.add("jiangxi", "electronics", "2022", "31500.0亿元", edition="first")
    made.add("jiangxi", "electronics", "2021", "31500.0亿元")
    assert [one for one in found(made) if one[0] == "part"] == [("part", (part, whole))]


@pytest.mark.parametrize(("name", "city", "above", "suspect"), [
    ("gdp", "2525.65亿元", "2500.1亿元", True), ("gdp", "2525.65亿元", "29619.7亿元", False), ("firms", "1624家", "1600家", True),
    ("growing", "35个", "33个", False), ("aid", "50万元/项", "40万元/项", False), ("gdp", "12亿元", "-5亿元", False),
])  # fmt: skip
def test_a_city_larger_than_its_province(name: str, city: str, above: str, suspect: bool) -> None:
    made = book()
    period = "2021-12" if made.catalogue.indicators[name].timing == "stock" else "2021"
    part = made.add("jian", name, period, city)
    whole = made.add("jiangxi", name, period, above)
    assert [one for one in found(made) if one[0] != "negative"] == (
        [("part", (part, whole))] if suspect else []
    )


def test_a_province_larger_than_the_country_and_a_sum_less_than_its_part() -> None:
    made = book()
    country = made.add("china", "gdp", "2021", "1143670亿元")
    province = made.add("hebei", "gdp", "2021", "4039127亿元")
    part = made.add("hebei", "electronics", "2021", "500.0亿元")
    total = made.add("hebei", "total", "2021", "400.0亿元")
    assert found(made) == [("part", (province, country)), ("part", (part, total))]


@pytest.mark.parametrize(
    ("qualifier", "suspect"),
    [("", True), ("over", True), ("at_least", True), ("about", False), ("at_most", False)],
)
def test_only_what_is_surely_larger_is_told(qualifier: str, suspect: bool) -> None:
    made = book()
    made.add("jiangxi", "gdp", "2021", "29619.7亿元")
    made.add("jiangxi", "secondary", "2021", "30000亿元", qualifier=qualifier)
    assert bool(found(made)) is suspect


def test_a_list_is_set_against_the_same_edition() -> None:
    made = book()
    made.add("jian", "small", "2021-11", "40家", edition="batch_3")
    made.add("jiangxi", "small", "2020-12", "35家", edition="batch_2")
    assert found(made) == []
    whole = made.add("jiangxi", "small", "2021-12", "39家", edition="batch_3")
    assert found(made) == [("part", (made.all[0], whole))]


@pytest.mark.parametrize(("figures", "suspects"), [
    (("100.1", "105.2", "110.3"), []), (("100.1", "1052.1", "110.3"), [1]), (("100.1", "105.2", "1103.4"), [2]),
    (("1001.1", "105.2", "110.3"), [0]), (("100.1", "10.52", "110.3"), [1]), (("100.1", "1052.1"), [1]), (("100.1", "400.2", "1601.3"), []),
    (("100.1", "1052.1", "1103.2"), [0]), (("0", "105.2", "110.3"), []),
])  # fmt: skip
def test_ten_times_the_same_months_of_the_years_beside(figures: tuple[str, ...], suspects: list[int]) -> None:
    made = book()
    rows = [
        made.add("jiangxi", "gdp", f"{2019 + place}-01/{2019 + place}-09", f"{figure}亿元")
        for place, figure in enumerate(figures)
    ]
    made.add("jiangxi", "gdp", "2018-01/2018-06", "1.5亿元")
    told = [rows_ for rule, rows_ in found(made) if rule == "times"]
    assert [one[0] for one in told] == [rows[place] for place in suspects]
    for head, *beside in told:
        place = rows.index(head)
        assert beside == rows[max(place - 1, 0) : place] + rows[place + 1 : place + 2]


def test_a_cumulated_level_that_falls_within_a_year() -> None:
    made = book()
    before = made.add("jiangxi", "gdp", "2021-01/2021-05", "1500.5亿元")
    row = made.add("jiangxi", "gdp", "2021-01/2021-06", "1400.5亿元")
    made.add("jiangxi", "gdp", "2021-01/2021-03", "900亿元")
    made.add("jiangxi", "gdp", "2022-01/2022-03", "950亿元")
    made.add("jiangxi", "gdp", "2021-08", "300亿元")
    made.add("jiangxi", "added_net", "2021-01/2021-03", "30家")
    made.add("jiangxi", "added_net", "2021-01/2021-06", "20家")
    assert found(made) == [("falling", (row, before))]


def test_a_fall_that_rounding_explains_is_none() -> None:
    made = book()
    made.add("jiangxi", "gdp", "2021-01/2021-05", "1500.5亿元")
    made.add("jiangxi", "gdp", "2021-01/2021-06", "1500亿元")
    assert found(made) == []


def test_a_number_printed_for_two_periods() -> None:
    made = book()
    first = made.add("jiangxi", "gdp", "2020", "25691.5亿元")
    again = made.add("jiangxi", "gdp", "2021", "25691.5亿元")
    made.add("jiangxi", "firms", "2020-12", "300家")
    made.add("jiangxi", "firms", "2021-12", "300家")
    made.add("jiangxi", "gdp", "2021", "25691.5亿元", source="other")
    assert [one for one in found(made) if one[1][0] is again] == [("repeated", (again, first))]


def test_two_numbers_of_one_edition() -> None:
    made = book()
    before = made.add("hebei", "small", "2021-11", "202家", edition="batch_3")
    row = made.add("hebei", "small", "2022-03", "205家", edition="batch_3")
    made.add("hebei", "small", "2022-09", "330家", edition="batch_4")
    assert found(made) == [("edition", (row, before))]


def test_findings_that_are_suspicious_stand_among_the_findings_of_the_tables() -> None:
    made = book()
    made.add("jiangxi", "share", "2021", "220%")
    assert list(solve(made)[1]) == []
    rows = world().tables["jiangxi"].file
    files = contents(WORLD)
    files[rows] = files[rows].replace(b",44,,,actual,", b",440,,,actual,").replace(b",44%,", b",440%,")
    read, _ = project.read(files)
    assert read is not None
    assert [one.rule for one in listing.found(read) if one.code == "suspicious"] == ["range"]
    assert any("440%" in line for line in checked.lines(read, "zh"))
    assert any("440%" in line for line in listing.findings(read, "zh")[0].sentences)


def test_one_source_that_says_two_things_is_told_with_its_paragraphs() -> None:
    made = book()
    paper = source("paper", kind="meeting")
    for paragraph, figure in ((3, "7164家"), (9, "7145家")):
        row = made.add("shaanxi", "firms", "2020-12", figure, source=paper)
        object.__setattr__(row, "paragraph", paragraph)
    (told,) = [one for one in solve(made)[1] if one.rule == "two_sources"]
    assert told.code == "conflict"
    assert "第9段为7145家，第3段为7164家" in wording.audit(told, "zh")
    assert "7,145 firms (paragraph 9), 7,164 firms (paragraph 3)" in wording.audit(told, "en")
    object.__setattr__(made.all[0], "paragraph", None)  # only documents that are held have each
    (told,) = [one for one in solve(made)[1] if one.rule == "two_sources"]
    assert "第9段为7145家，paper为7164家" in wording.audit(told, "zh")
    assert "7,145 firms (paragraph 9), 7,164 firms (paper)" in wording.audit(told, "en")


def test_months_of_several_years_are_told_as_such_beside_what_there_is_of_the_last() -> None:
    """Also where they begin in January; a slip of the year hides no figure that stands, or follows, over the right months."""
    made = Handmade(
        indicator("growth", "growth_yoy", prices="constant"),
        indicator("growth_gap_china", "gap", unit="百分点", gap_to="china", gap_of="growth"),
    )
    slip = made.add("jiangxi", "growth_gap_china", "2012-01/2021-06", "6个百分点")
    (alone,) = suspicions(made)
    assert (alone.rule, alone.rows) == ("over_years", (slip,))
    assert (
        wording.audit(alone, "zh")
        == "jiangxi2012年1月—2021年6月growth_gap_china：6个百分点，期间跨年，却不是整年（请核对）。"
    )
    made.add("jiangxi", "growth", "2021-01/2021-06", "18.5%")
    made.add("china", "growth", "2021-01/2021-06", "15.9%")
    made.add("jiangxi", "growth_gap_china", "2020-01/2020-06", "3个百分点")
    (found,) = suspicions(made)
    assert found.rows[0] is slip and [str(one.period) for one in found.rows[1:]] == ["2021-01/2021-06"]
    assert "期间跨年，却不是整年；另有2021年1—6月2.6个百分点（推算）（请核对）。" in wording.audit(
        found, "zh"
    )
    assert "; there is 2.6 pp (derived) for Jan–Jun 2021" in wording.audit(found, "en")


def test_months_of_several_years_are_set_beside_no_target_and_no_other_edition() -> None:
    made = book()
    slip = made.add("jiangxi", "gdp", "2012-01/2021-06", "14000.5亿元", edition="census_5")
    same = made.add("jiangxi", "gdp", "2021-01/2021-06", "13986.6亿元", edition="census_5")
    made.add("jiangxi", "gdp", "2021-01/2021-06", "13900.4亿元", edition="first")
    made.add("jiangxi", "gdp", "2021-01/2021-06", "13500.5亿元", edition="census_5", status="target")
    assert found(made) == [("over_years", (slip, same))]


@pytest.mark.parametrize("value", ["2016", "2020"])
def test_the_year_of_an_end_of_several_is_told_as_one_of_them(value: str) -> None:
    made = book()
    made.add("jiangxi", "gdp", "2016/2020", f"{value}亿元")
    (told,) = suspicions(made)
    assert told.rule == "year"
    assert "与所属期间的年份相同" in wording.audit(told, "zh") and "a year of its period" in wording.audit(
        told, "en"
    )


def sentences() -> list[Finding]:
    """One finding of each kind."""
    made = book()
    made.add("jiangxi", "share", "2021", "220%")
    made.add("jiangxi", "growth", "2021", "106.1%")
    made.add("shaanxi", "secondary", "2019", "-41205.4亿元")
    made.add("shaanxi", "secondary", "2018", "0亿元")
    made.add("jiangxi", "firms", "2021-12", "2021家")
    made.add("jiangxi", "growth", "2021-02/2021-06", "18.5%", source=dated("2021-07"))
    made.add("shaanxi", "growth", "2012-01/2021-06", "18.5%", source=dated("2021-07"))
    made.add("hebei", "growth", "2011", "18.5%", source=dated("2021-07"))
    made.add("hebei", "growth", "2020", "18.5%", source=dated("2021-07"), status="target")
    made.add("shaanxi", "firms", "2021-04", "320家", source=dated("2021-09"))
    made.add("jiangxi", "gdp", "2020", "25691.5亿元")
    made.add("jiangxi", "gdp", "2021", "25691.5亿元")
    made.add("jiangxi", "secondary", "2021", "26000.5亿元")
    made.add("shaanxi", "gdp", "2020", "100.5亿元")
    made.add("shaanxi", "gdp", "2021", "1100.5亿元")
    made.add("hebei", "gdp", "2021-01/2021-03", "1100.5亿元")
    made.add("hebei", "gdp", "2021-01/2021-06", "100.5亿元")
    made.add("hebei", "small", "2021-11", "202家", edition="batch_3")
    made.add("hebei", "small", "2022-03", "205家", edition="batch_3")
    made.catalogue.sources["dated"] = dated("2022-05")  # type: ignore[index]
    made.add("china", "gdp", "2041", "1500.5亿元")
    made.add("china", "gdp", "2021", "1200.5亿元")
    made.add("china", "gdp", "2031", "1300.5亿元")
    return list({one.rule: one for one in suspicions(made)}.values())


def test_every_kind_is_told_in_both_languages() -> None:
    told = {one.rule: one for one in sentences()}
    assert set(told) == {
        "range", "index", "year", "span", "over_years", "old", "past", "month", "repeated", "part", "times", "falling", "edition",
        "ahead", "apart", "negative", "nothing",
    }  # fmt: skip
    for one in told.values():
        for language in fields.LANGUAGES:
            text = wording.audit(one, language)
            assert "{" not in text and "None" not in text
            assert wording.number(one.rows[0], language, True) in text
        assert wording.audit(one, "zh").endswith("（请核对）。")
    assert wording.audit(
        told["part"], "zh"
    ) == "江西2021年secondary：26000.5亿元，大于整体gdp的25691.5亿元（请核对）。".replace("江西", "jiangxi")
    assert wording.audit(told["repeated"], "zh").endswith("25691.5亿元，与2020年的数字相同（请核对）。")
    assert wording.audit(told["repeated"], "en").endswith("the same number as for 2020 (please check).")
    assert wording.audit(told["range"], "zh") == "jiangxi2021年share：220%，通常在0%至100%之间（请核对）。"
    assert (
        wording.audit(told["times"], "en")
        == "shaanxi, 2021, gdp: 110.05 billion yuan, beside 10.05 billion yuan for 2020 in the same months of years before or after it (please check)."
    )


def test_the_frozen_tables_hold_nothing_suspicious() -> None:
    assert list(suspicions(world())) == []
    assert world().catalogue.rules.plausible.times < Decimal(10)
