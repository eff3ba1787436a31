"""Tiers, which share no scale, and the nested parts of one whole, which do."""

from industry.figures.kinds.breadth import breadth
from industry.figures.kinds.tiers import tiers
from industry.tables.tables import Tables
from tests.figures.drawing import Changed, drawn, named, row_panels, told

PRODUCTS = ("monitored_products", "monitored_products_growing", "monitored_products_double_digit")


def test_tiers_are_numbers_without_marks(tables: Tables) -> None:
    figure = drawn(tables, tiers, "tiers_jian")
    (panel,) = row_panels(figure)
    assert [row.text for row in panel.rows] == ["1624家", "196家", "18家", "6家", "3家"]
    assert not any(row.marks for row in panel.rows)
    assert figure.frame.notices == ("各档有重叠，不是层层递进，档间不算比例",)
    assert figure.frame.subtitle == "吉安，2020年末"
    assert "%" not in told(figure)


def test_a_tier_says_whom_it_counts_and_after_which_batch(tables: Tables) -> None:
    figure = drawn(tables, tiers, "tiers_jian")
    assert named(tables, figure, "little_giants_national").detail.startswith("前两批；")
    assert "级别未写明，按省级计" in figure.frame.note


def test_a_tier_that_a_region_lacks_says_so(tables: Tables) -> None:
    figure = drawn(tables, tiers, "tiers_jian", regions=("hebei",))
    assert named(tables, figure, "single_champions").text == "未收录"
    assert drawn(tables, tiers, "tiers_jian", regions=("shaanxi",), indicators=("single_champions",)).empty


def test_breadth_lays_the_parts_over_their_whole(tables: Tables) -> None:
    figure = drawn(tables, breadth, "breadth_jian")
    (panel,) = row_panels(figure)
    assert [row.text for row in panel.rows] == ["34", "32", "31", "23"]
    assert [row.aside for row in panel.rows] == ["", "94.1%", "", "67.6%"]
    assert [[(mark.shape, mark.start, mark.end) for mark in row.marks] for row in panel.rows] == [
        [("track", 0, 34)],
        [("track", 0, 34), ("bar", 0, 32)],
        [("track", 0, 34), ("bar", 0, 31)],
        [("track", 0, 34), ("bar", 0, 23)],
    ]
    assert not panel.own_scales


def test_the_whole_is_found_by_the_shares_wherever_it_is_listed(tables: Tables) -> None:
    listed = tables.catalogue.figures["breadth_jian"].indicators
    panels = row_panels(drawn(tables, breadth, "breadth_jian", indicators=listed[::-1]))
    assert [row.text for row in panels[0].rows] == ["34", "32", "31", "23"]


def test_a_whole_that_is_not_printed_is_marked(tables: Tables) -> None:
    (panel,) = row_panels(drawn(tables, breadth, "breadth_jian", indicators=PRODUCTS))
    assert [(row.text, row.aside) for row in panel.rows] == [
        ("151", "（推算）"),
        ("117", "77.5%"),
        ("104", "68.9%"),
    ]


def test_without_the_whole_nothing_is_drawn(tables: Tables) -> None:
    lacking = Changed(tables, without=lambda row: row.indicator.id == "industries_total")
    figure = drawn(lacking, breadth, "breadth_jian")
    assert figure.panels == () and figure.empty == "没有可作总体的工业行业大类数（2021年1—4月），不作图。"


def test_english_has_no_chinese(tables: Tables) -> None:
    for figure in (drawn(tables, tiers, "tiers_jian", "en"), drawn(tables, breadth, "breadth_jian", "en")):
        assert not any("一" <= sign <= "鿿" for sign in told(figure))
