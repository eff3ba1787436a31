"""Branches around their total: the same printed months, the catalogue's order, no ranking."""

from dataclasses import replace
from typing import Any

from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from tests.figures.drawing import Changed, held, row_panels, told
from tests.figures.specs import made

OWN = {"jiangxi": "2021-01/2021-04", "hebei": "2021-01/2021-10", "shaanxi": "2021-01/2021-09"}
SPEC: dict[str, Any] = {"indicator": "value_added_growth", "concept": "branch_growth", "own_periods": OWN}


def test_branches_stand_around_their_own_total(tables: Tables) -> None:
    jiangxi, hebei, shaanxi = row_panels(made(tables, "branches", **SPEC))
    assert jiangxi.heading == "江西  2021年1—4月"
    assert [row.text for row in jiangxi.rows] == ["36.2", "35.4", "30.7"], "the longest bar on top"
    assert [one.text for one in jiangxi.references] == ["总体 23.6"]
    assert [row.text for row in hebei.rows] == ["12.7", "10.1"]
    assert [one.text for one in hebei.references] == ["总体 4.8"]
    assert [one.text for one in shaanxi.references] == ["总体 7.2"]


def test_every_mark_is_over_the_months_of_its_total(tables: Tables) -> None:
    figure = made(tables, "branches", **SPEC)
    for panel in row_panels(figure):
        total = held(figure, panel.references[0].row)
        marked = [held(figure, mark.row) for row in panel.rows for mark in row.marks]
        assert {(row.region, row.period) for row in marked} == {(total.region, total.period)}
        assert not any(row.inferred for row in marked)


def test_what_the_document_leaves_undated_stands_apart_with_its_doubt(tables: Tables) -> None:
    figure = made(tables, "branches", **SPEC)
    assert all(number in figure.frame.notices[0] for number in ("44.2%", "28.3%", "32.7%"))
    assert "材料为44.2%，前后公布值为2021年1—4月36.2%、2021年1—11月20.9%" in figure.frame.note
    assert "20.9%" in "".join(row[3] for row in figure.table.rows), "what a note quotes is in the table"
    assert "44.2%" not in told(made(tables, "branches", regions=("hebei",), **SPEC))


def test_overlap_is_told_and_no_finding_made(tables: Tables) -> None:
    figure = made(tables, "branches", **SPEC)
    assert "各分组有交叉，不能相加" in figure.frame.note and figure.frame.finding == ""
    assert "未收录与总体同期的分组增速：吉安" in figure.frame.notices


def test_a_low_base_is_told_with_the_average_of_the_total(tables: Tables) -> None:
    note = made(tables, "branches", regions=("jiangxi",), **SPEC).frame.note
    assert "江西：总体2021年1—4月据公布的两年平均，基数较低；总体两年平均9.8%" in note
    assert "基数较低" not in made(tables, "branches", regions=("hebei",), **SPEC).frame.note


def test_a_total_of_other_months_draws_nothing(tables: Tables) -> None:
    def without(row: Observation) -> bool:
        return row.indicator.id == "value_added_growth" and str(row.period) == "2021-01/2021-10"

    figure = made(Changed(tables, without=without), "branches", regions=("hebei",), **SPEC)
    assert figure.panels == () and figure.empty and "河北" in told(figure)


def test_a_branch_whose_period_is_inferred_is_not_drawn(tables: Tables) -> None:
    rows = [row for row in tables.rows("equipment_growth", "hebei") if str(row.period) == "2021-01/2021-10"]
    guessed = [replace(row, inferred=frozenset({"period"})) for row in rows]
    held = Changed(tables, guessed, without=lambda row: row in rows)
    (panel,) = row_panels(made(held, "branches", regions=("hebei",), **SPEC))
    assert [row.text for row in panel.rows] == ["12.7"]


def test_without_a_period_the_document_or_most_branches_decide(tables: Tables) -> None:
    found = [panel.heading for panel in row_panels(made(tables, "branches", **(SPEC | {"own_periods": {}})))]
    assert found == ["江西  2021年1—11月", "河北  2021年1—10月", "陕西  2021年1—9月"]


def test_in_english(tables: Tables) -> None:
    assert not any("\u4e00" <= one <= "\u9fff" for one in told(made(tables, "branches", "en", **SPEC)))
