"""The record of a year's targets: every target stands in it once, with what may be said of it and no more. Rows that the
tables don't hold are made by the tests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry.export.pages.targets import Target, Targets, stated_when, targets
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.observation import Observation
from industry.wording.said import Said
from tests.conftest import world
from tests.figures.drawing import Changed
from tests.forbidden import judging

REGIONS = world().catalogue.config.regions
YEARS = ("2019", "2021", "2024", "2026", "latest")
TEXTS = ("kind", "before", "unfit", "goal", "required", "done", "when", "pace", "rest")


def made(indicator: str, period: str, value: str, status: str = "actual", **more: Any) -> Observation:
    """A row of Ji'an as its bureau would print it."""
    rows = world().rows("designated_enterprises", "jian")
    one = world().catalogue.indicators[indicator]
    told = {"inferred": frozenset(), "edition": "", "qualifier": "", **more}
    id = f"jian:{indicator}:{period}:{value}:{status}"
    return replace(
        rows[0],
        id=id,
        indicator=one,
        period=periods.parse(period, one.timing),
        value=Decimal(value),
        status=status,
        **told,
    )


def of(*rows: Observation, year: str = "2021", language: str = "zh") -> Targets:
    tables: Any = Changed(world(), rows)
    return targets(tables, REGIONS, year, language)


def line(found: Targets, indicator: str, region: str = "jian") -> Target:
    held = [one for one in found.targets if one.region.id == region]
    return next(one for one in held if any(row.indicator.id == indicator for row in one.goal.rows))


@pytest.mark.parametrize("year", YEARS)
def test_every_planned_figure_stands_in_one_place(tables: Tables, year: str) -> None:
    found = targets(tables, REGIONS, year, "zh")
    goals = {row for one in found.targets for row in one.goal.rows}
    shown = goals | {term for row in goals for term in row.terms}
    shown |= {row for one in found.targets for row in one.required.rows}
    folded = [row for rows in found.others.values() for row in rows]
    every = [row for row in tables.rows() if row.status != "actual" and row.region.id in REGIONS]
    for row in every:
        places = (row in shown, folded.count(row))
        if row.status == "forecast" and row.period and row.period.year != found.year:
            assert places == (False, 0)
        else:
            assert places in ((True, 0), (False, 1)), row.id
    for row in every:
        whole = row.period is not None and row.period.months <= 12 and stated_when(row)
        dated = row.status == "target" and whole and row.period.year == found.year  # type: ignore[union-attr]
        assert (row in shown) == bool(dated), row.id


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("year", YEARS)
def test_no_rate_has_a_progress_and_nothing_judges(tables: Tables, year: str, language: str) -> None:
    found = targets(tables, REGIONS, year, language)
    texts = [(one.name, getattr(one, key)) for one in found.targets for key in TEXTS]
    assert not list(judging([*texts, *(("lead", one) for one in found.lead)]))
    for one in found.targets:
        goal = one.goal.rows[0]
        if goal.indicator.measure not in ("level", "count"):
            assert not one.rest and "%" not in one.when
            assert one.pace in ("", *pace_words(language))
        assert one.done and (one.before or one.unfit)


def pace_words(language: str) -> tuple[str, ...]:
    if language == "zh":
        return ("比率不计进度", "未满全年，不计进度", "位次不计进度")
    return (
        "a rate, so no progress is counted",
        "not the whole year, so no progress is counted",
        "a rank, so no progress is counted",
    )


def test_a_net_addition_leads_to_the_stock_at_the_end() -> None:
    one = line(of(), "designated_enterprises")
    assert (one.kind, one.before, one.goal) == ("净增", "1624家", "1734家（推算）")
    assert (one.required, one.done) == ("净增110家（+6.8%）", "未收录")
    assert one.base == pytest.approx(1624 / 1734)


def test_a_figure_of_another_edition_is_no_base_and_says_so() -> None:
    one = line(of(made("stations_5g_added", "2024", "2000", "target"), year="2024"), "stations_5g_added")
    assert (one.before, one.unfit) == ("", "未收录")
    before = made("stations_5g_added", "2023", "1500", edition="revised")
    one = line(
        of(before, made("stations_5g_added", "2024", "2000", "target"), year="2024"), "stations_5g_added"
    )
    assert (one.before, one.unfit) == ("1500个", "版本不同（未注明版本、revised），不作基数")


def test_growth_of_the_year_before_of_which_something_isn_t_stated_is_told_with_that() -> None:
    """Of another edition it stands as how that year grew, without a reason; of what isn't stated nobody can say so."""
    goal = made("value_added_growth", "2024", "6", "target")
    doubtful = made("value_added_growth", "2023", "7", inferred=frozenset({"scope"}))
    one = line(of(doubtful, goal, year="2024"), "value_added_growth")
    assert (one.before, one.unfit) == ("7%", "材料未注明统计范围，不作基数")
    other = made("value_added_growth", "2023", "7", edition="revised")
    assert line(of(other, goal, year="2024"), "value_added_growth").before == "7%"
    assert "不作基数" not in line(of(other, goal, year="2024"), "value_added_growth").unfit


def test_a_bar_stands_only_where_base_and_goal_are_one_stock_that_grows(tables: Tables) -> None:
    for year in YEARS:
        for one in targets(tables, REGIONS, year, "zh").targets:
            goal = one.goal.rows[0]
            if one.base is not None:
                (base,) = one.before.rows
                assert base.indicator == goal.indicator and goal.indicator.timing == "stock"
                assert one.base == pytest.approx(float(base.value / goal.value)) and one.base <= 1


def test_what_the_rest_of_the_year_must_bring() -> None:
    done = made("renovation_projects", "2021-01/2021-06", "66", step=Decimal(1), scale=1)
    one = line(of(done), "renovation_projects")
    assert (one.done, one.when) == ("66个", "2021年1—6月，完成目标下限的44.0%")
    assert (one.pace, one.rest) == ("慢于时序进度6.0个百分点", "其余月份至少需84个")
    english = line(of(done, language="en"), "renovation_projects")
    assert english.rest == "at least 84 left for the other months"
    more = made("renovation_projects", "2021-01/2021-06", "150", step=Decimal(1), scale=1)
    assert line(of(more), "renovation_projects").rest == "已达到目标数"
    whole = made("renovation_projects", "2021", "140", step=Decimal(1), scale=1)
    assert line(of(whole), "renovation_projects").rest == ""
    inside = made("renovation_projects", "2021-04/2021-06", "66", step=Decimal(1), scale=1)
    told = line(of(inside), "renovation_projects")
    assert (told.pace, told.rest) == ("不计完成比例", "")


def test_a_growth_target_stands_beside_the_growth_itself() -> None:
    goal = made("value_added_growth", "2021", "9", "target", qualifier="about")
    part = line(of(goal), "value_added_growth")
    assert (part.kind, part.goal) == ("比率", "增长约9%")
    assert (part.done, part.when, part.pace) == ("24.6%", "2021年1—4月", "未满全年，不计进度")
    whole = line(
        of(goal, made("value_added_growth", "2021", "11.4", step=Decimal("0.1"))), "value_added_growth"
    )
    assert (whole.done, whole.when, whole.pace) == ("11.4%", "2021年", "比率不计进度")
    assert not part.required and not whole.rest and whole.base is None
    fall = made("value_added_growth", "2021", "-3", "target", qualifier="at_least")
    assert line(of(fall), "value_added_growth").goal == "下降3%以上"


@pytest.mark.parametrize("year", YEARS)
def test_what_is_told_of_targets_is_counted_from_those_shown(tables: Tables, year: str) -> None:
    found = targets(tables, REGIONS, year, "zh")
    held = found.targets
    printed = {row: (row, *row.terms) for one in held for row in one.goal.rows}
    aims = [next(row for row in rows if row.status == "target" and row.sources) for rows in printed.values()]
    of_documents = [row for row in aims if any(one.document for one in row.sources)]
    growing = [row for row in aims if row.indicator.measure.startswith("growth")]
    told = "".join(found.lead)
    assert (f"{found.year}年收录目标{len(held)}项（" in told) == bool(held)
    assert (f"其中年度增长目标{len(growing)}项（" in told) == bool(growing)
    assert ("其中没有年度增长目标。" in told) == bool(held and not growing)
    assert (f"的{len(of_documents)}项。" in told) == bool(of_documents)
    for id in REGIONS if held else ():
        assert tables.catalogue.regions[id].name.zh in told
        assert any(one.region.id == id for one in found.targets) or "未收录" in told


def test_no_growth_target_is_denied_that_stands_below() -> None:
    aim = made("value_added_growth", "2021", "9", "target", qualifier="about")
    assert "其中没有年度增长目标。" in targets(world(), ("jian",), "2021", "zh").lead
    assert "其中年度增长目标1项（吉安1项）。" in of(aim).lead
    told = of(aim, language="en").lead
    assert "Annual growth targets among these: 1 (Ji'an 1). " in told
    assert told[-1].endswith("No targets of Jiangxi, Hebei or Shaanxi for this year are in our data. ")


def test_a_year_without_targets_says_so_and_names_those_that_have_some(tables: Tables) -> None:
    found = targets(tables, REGIONS, "2016", "zh")
    assert not found.targets
    assert found.lead[0].startswith("未收录2016年的目标。") and "2021年" in found.lead[0]


def test_only_the_regions_asked_for(tables: Tables) -> None:
    found = targets(tables, ("hebei",), "2021", "zh")
    rows = [row for one in found.others.values() for row in one]
    assert {row.region.id for row in rows} == {"hebei"}
    assert {one.region.id for one in found.targets} <= {"hebei"}


def test_every_number_opens_a_card(tables: Tables) -> None:
    for one in targets(tables, REGIONS, "2021", "zh").targets:
        for said in (one.goal, *([one.before] if one.before else [])):
            assert isinstance(said, Said) and len(said.rows) == 1
            tables.row(said.rows[0].id)
