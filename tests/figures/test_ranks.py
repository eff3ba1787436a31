"""Ranks: populations apart, the change on a year before, and nothing inferred on a scale."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from industry.figures.kinds.ranks import ranks
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.slide import Choices
from tests.books import Worked
from tests.figures.drawing import Changed, drawn, row_panels, told
from tests.figures.specs import made


def test_populations_have_panels_of_their_own(tables: Tables) -> None:
    china, within = row_panels(made(tables, "ranks"))
    assert (china.heading, within.heading) == ("在全国的位次", "在江西省内的位次")
    assert china.own_scales and within.own_scales
    assert {row.text for row in within.rows} == {"第1位", "第2位", "第3位"}


def test_rows_go_from_the_best_rank_of_each_region_and_of_equals_from_the_latest(tables: Tables) -> None:
    held = [[row.marks[-1].row for row in panel.rows] for panel in row_panels(made(tables, "ranks"))]
    for rows in held:
        ends = [(one.region.id, (one.value, -one.period.end)) for one in rows if one and one.period]
        assert len(ends) == len(rows)
        for region in {one for one, _ in ends}:
            own = [(at, end) for at, (one, end) in enumerate(ends) if one == region]
            assert own == sorted(own, key=lambda one: one[1]) and own[-1][0] - own[0][0] == len(own) - 1
    assert any(len({one.value for one in rows if one}) > 1 for rows in held)


def test_the_change_links_to_the_place_of_a_year_before(tables: Tables) -> None:
    (row,) = [row for row in row_panels(made(tables, "ranks"))[0].rows if row.text == "第8位"]
    assert (row.detail, row.aside) == ("2021年1—6月；上年同期第12位（推算）", "前移4位")
    track, link, ring, point = row.marks
    assert (ring.end, point.end) == (12.0, 8.0)
    assert (link.start, link.end) == (12.0, 8.0)
    assert (track.start, track.end, track.finish) == (0.5, 31.5, "closed")


@pytest.mark.parametrize(("language", "place"), [("zh", "第12位（推算）"), ("en", "12th (derived)")])
def test_a_place_that_a_change_leads_to_is_drawn_where_none_is_printed_and_says_so_wherever_it_stands(
    tables: Tables, language: str, place: str
) -> None:
    chosen = Choices(year="2020")
    (panel,) = row_panels(made(tables, "ranks", language, regions=("jiangxi",), chosen=chosen))
    assert [row.text for row in panel.rows] == [place]
    table = made(tables, "table", language, chosen=chosen, indicators=("value_added_growth",), beside="rank")
    assert place in told(table) and place[:4] not in told(table).replace(place, "")
    printed = replace(
        tables.rows("value_added_growth_rank_china", "jiangxi")[0],
        id="printed",
        period=periods.parse("2020-01/2020-03", "flow"),
        value=Decimal(20),
    )
    both: Any = Changed(tables, [printed])
    (panel,) = row_panels(made(both, "ranks", language, regions=("jiangxi",), chosen=chosen))
    assert [row.marks[-1].row for row in panel.rows] == [printed], "what a source prints comes first"


def test_no_rank_of_a_later_year_stands_in_by_itself(tables: Tables) -> None:
    (held,) = [
        row
        for row in tables.rows("value_added_growth_rank_china", "jiangxi")
        if str(row.period) == "2021-01/2021-06"
    ]
    later = replace(held, id="later", period=periods.parse("2022-01/2022-05", "flow"), value=Decimal(27))
    with_later: Any = Changed(tables, [later])
    for year, place in (("2021", "第8位"), ("2022", "第27位"), ("latest", "第27位")):
        figure = made(with_later, "ranks", regions=("jiangxi",), chosen=Choices(year=year))
        texts = [row.text for panel in row_panels(figure) for row in panel.rows]
        assert (place in texts, len({"第27位", "第8位"} & {*texts})) == (True, 1), year
    only: Any = Changed(tables, [later], without=lambda row: row.indicator == held.indicator and row != later)
    figure = made(only, "ranks", regions=("jiangxi",), chosen=Choices(year="2021"))
    assert not any(row.text == "第27位" for panel in row_panels(figure) for row in panel.rows)
    assert "2022年1—5月" in "".join(figure.frame.notices), "it is named"


def test_a_fall_is_told_as_one(tables: Tables) -> None:
    (change,) = tables.rows("value_added_growth_rank_change_china", "jiangxi")
    fallen = replace(change, id="fallen", value=-change.value)
    held = Changed(tables, [fallen], without=lambda row: row == change)
    figure = made(held, "ranks", regions=("jiangxi",))
    assert "后移4位" in told(figure) and "前移" not in told(figure)


def test_a_change_that_is_aimed_at_is_none_that_came_about(tables: Tables) -> None:
    (change,) = tables.rows("value_added_growth_rank_change_china", "jiangxi")
    aim = replace(change, id="aim", status="target")
    held = Changed(tables, [aim], without=lambda row: row == change or change in row.terms)
    figure = made(held, "ranks", regions=("jiangxi",))
    assert "第8位" in told(figure) and "前移" not in told(figure) and aim not in figure.rows


@pytest.mark.parametrize(
    ("doubt", "why"),
    [
        ({"edition": "census_5"}, "版本不同"),
        ({"qualifier": "over"}, "非确数"),
        ({"inferred": frozenset({"scope"})}, "材料未注明"),
    ],
)
def test_a_change_of_which_there_is_a_doubt_is_told_with_that_and_not_as_the_change(
    tables: Tables, doubt: dict[str, Any], why: str
) -> None:
    """And so isn't the place of a year before that would be worked out from it and a rank of its edition."""
    (own,) = tables.rows("value_added_growth_rank_china", "jiangxi")
    (change,) = tables.rows("value_added_growth_rank_change_china", "jiangxi")
    alike, doubtful = replace(own, id="alike", **doubt), replace(change, id="doubtful", **doubt)
    figure = made(Worked(tables.catalogue, [own, alike, doubtful]), "ranks", regions=("jiangxi",))
    assert "第8位" in told(figure) and "前移" not in told(figure) and "推算" not in told(figure)
    (said,) = (one for one in figure.frame.notices if doubtful in one.rows)
    assert said.startswith(why)


def test_inferred_ranks_are_told_and_not_drawn(tables: Tables) -> None:
    figure = made(tables, "ranks")
    notices = "\n".join(figure.frame.notices)
    assert "吉安电子信息产业营业收入在全国的位次前30位" in notices and "河北" in notices
    assert "未收录：陕西" in notices
    marked = {
        mark.row for panel in row_panels(figure) for row in panel.rows for mark in row.marks if mark.row
    }
    assert marked and not any(row.inferred for row in marked)
    assert any(row[3] == "前30位" and row[4].startswith("材料未注明") for row in figure.table.rows)


def test_years_in_a_row_are_a_note(tables: Tables) -> None:
    note = made(tables, "ranks", regions=("jian",)).frame.note
    assert "9年（材料未注明期间，按2012—2020年计）" in note and "7年（" in note


def test_that_a_period_is_not_printed_is_said_once(tables: Tables) -> None:
    """Who is told that the source doesn't print it learns what it is taken as, not once more that it is supposed."""
    frame = made(tables, "ranks", regions=("jian", "jiangxi", "hebei", "shaanxi")).frame
    told = [one for one in (*frame.notices, *frame.notes) if "未注明" in one and "期间" in one]
    assert told and all("推定" not in one for one in told) and any("年计）" in one for one in told)


def test_a_bounded_rank_is_a_bracket(tables: Tables) -> None:
    (row,) = [one for one in tables.rows("value_added_growth_rank_parent", "jian") if one.exact]
    bounded = replace(row, id="bounded", qualifier="at_most")
    held = Changed(tables, [bounded], without=lambda one: one.id == row.id)
    wanted = ("value_added_growth_rank_parent",)
    (panel,) = row_panels(made(held, "ranks", regions=("jian",), indicators=wanted))
    shapes = [(mark.shape, mark.start, mark.end) for mark in panel.rows[0].marks]
    assert ("bracket", 1.0, 2.0) in shapes and "point" not in [shape for shape, *_ in shapes]
    assert panel.rows[0].text == "前2位" and [one[0] for one in panel.legend] == ["bracket", "track"]


def test_nothing_dated(tables: Tables) -> None:
    figure = made(tables, "ranks", regions=("hebei", "shaanxi"))
    assert figure.panels == () and figure.empty == "未收录所选地区注明期间的位次，不作图。"
    assert "河北" in told(figure) and "陕西" in told(figure)


def test_in_english(tables: Tables) -> None:
    figure = made(tables, "ranks", "en")
    assert "8th" in told(figure) and "up 4 places" in told(figure) and "12th (derived)" in told(figure)
    assert not any("\u4e00" <= one <= "\u9fff" for one in told(figure))


def test_the_scale_runs_from_the_first_place_to_the_last_of_its_population(tables: Tables) -> None:
    """Each place is as wide as another, so a scale of 31 reaches half a place beyond its first and last."""
    china, province = (row_panels(drawn(tables, ranks, one))[0] for one in ("ranks_jiangxi", "ranks_jian"))
    for panel, last in ((china, 31), (province, 11)):
        tracks = [mark for row in panel.rows for mark in row.marks if mark.shape == "track"]
        assert {(mark.start, mark.end, mark.finish) for mark in tracks} == {(0.5, last + 0.5, "closed")}
        assert ("track", panel.legend[-1][1], f"左端第1位，右端第{last}位") == panel.legend[-1]


def test_the_scale_of_a_population_of_unknown_size_is_open(tables: Tables) -> None:
    regions = {id: one.model_copy(update={"places": None}) for id, one in tables.catalogue.regions.items()}
    unknown = replace(tables, catalogue=replace(tables.catalogue, regions=regions))
    panel = row_panels(drawn(unknown, ranks, "ranks_jiangxi"))[0]
    assert {mark.finish for row in panel.rows for mark in row.marks if mark.shape == "track"} == {"open_up"}
    assert panel.legend[-1][2] == "左端第1位，未收录共有几位"
