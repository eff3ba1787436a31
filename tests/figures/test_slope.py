"""Slopes: two points of one source, joined only where nothing sets them apart."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from industry.figures.context import Context
from industry.figures.kinds.slope import ends, slope
from industry.figures.rows.lookup import actual, ended
from industry.rules.verdicts import verdict
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.figures.drawing import Changed, called, drawn, labels, lines, told


def test_both_ends_are_labelled_and_the_change_is_marked_derived(tables: Tables) -> None:
    figure = drawn(tables, slope, "structure_shaanxi")
    found = [(panel.heading, labels(panel), panel.series[0].texts) for panel in lines(figure)]
    assert found == [
        (
            f"{called(tables, 'automobile_gross_output_share')}：+2.6个百分点（推算）",
            ("2015年", "2020年（推定）"),
            ("5.2%", "7.8%"),
        ),
        (
            f"{called(tables, 'electronics_gross_output_share')}：+5.2个百分点（推算）",
            ("2015年", "2020年（推定）"),
            ("2.3%", "7.5%"),
        ),
    ]
    assert all(len(panel.series) == 1 and panel.zero for panel in lines(figure))


def test_a_sentence_that_several_caveats_share_is_told_once(tables: Tables) -> None:
    shared, more = "分母未写明，按总产值计。", "年份未写明，按年末计。"
    rows = tables.rows("automobile_gross_output_share")
    context = Context(tables.catalogue.figures["structure_shaanxi"], tables, Choices(), "zh")
    held = [replace(row, note_zh=shared + more * bool(at)) for at, row in enumerate(rows)]
    (told,) = context.caveats(held)
    assert len(rows) > 1 and told.count(shared[:-1]) == 1 and told.count(more[:-1]) == 1
    assert {*told.rows} == {*held}


def test_what_the_source_leaves_open_is_noted(tables: Tables) -> None:
    notes = drawn(tables, slope, "structure_shaanxi").frame.note
    assert "材料未注明分母，只作同一来源的前后对照，不与其他来源比" in notes
    assert "终止年份和分母未写明" in notes


def test_an_earlier_end_that_is_not_printed_is_derived_from_the_printed_change(tables: Tables) -> None:
    figure = drawn(tables, slope, "structure_hebei")
    (panel,) = lines(figure)
    assert panel.series[0].texts == ("约18.8%（推算）", "21%")
    assert panel.heading == f"{called(tables, 'new_high_tech_share')}：+2.2个百分点"
    assert "2020年1—10月的数字由21%与变化+2.2个百分点推算" in figure.frame.note


def test_points_of_other_sources_are_named_and_not_joined(tables: Tables) -> None:
    figure = drawn(tables, slope, "nonpublic_shaanxi")
    (panel,) = lines(figure)
    assert labels(panel) == ("2015年", "2019年") and panel.series[0].texts == ("53.4%", "54.6%")
    assert figure.frame.notices == ("不连线，来源或期间不同：54.2%（2018年）、51.6%（2022年）",)
    assert len(figure.rows) == 4 and len(figure.drawn) == 2


def test_a_source_with_one_point_draws_nothing(tables: Tables) -> None:
    figure = drawn(
        tables,
        slope,
        "structure_hebei",
        regions=("jian",),
        indicators=("designated_enterprises", "gdp_growth"),
    )
    assert figure.panels == () and figure.empty.startswith("没有同一来源的两个时点，不作图")
    assert figure.frame.notices == (
        f"不连线，来源或期间不同：{called(tables, 'designated_enterprises')}1624家（2020年末）",
        "未收录：地区生产总值增速",
    )


def test_a_qualified_end_is_not_joined(tables: Tables) -> None:
    held = tables.rows("nonpublic_share_gdp", "shaanxi")
    vague = [replace(row, qualifier="about") for row in held]
    figure = drawn(Changed(tables, vague, lambda row: row in held), slope, "nonpublic_shaanxi")
    assert figure.panels == () and len(figure.rows) == 4


def test_of_all_pairs_the_one_that_would_be_chosen_is_found(tables: Tables) -> None:
    """As a look at every pair finds it, which many years of rows don't bear."""
    context = Context(tables.catalogue.figures["structure_shaanxi"], tables, Choices(), "zh")
    found = 0
    for indicator in tables.catalogue.indicators.values():
        for region in tables.catalogue.regions.values():
            held = [row for row in actual(context, indicator, region) if row.period]
            pairs = [sorted(one, key=ended) for one in combinations(held, 2) if verdict(*one).joined]
            year = context.focus.year or 9999

            def first(pair: Sequence[Observation], year: int = year) -> tuple[object, ...]:
                one, last = pair
                assert one.source is not None
                return (
                    ended(last) // 12 > year,
                    one.source.document is None,
                    ended(one) - ended(last),
                    last.id,
                )

            if pairs:
                best = ends(context, indicator, region)
                assert best is not None and [best.first, best.last] == list(min(pairs, key=first))
                found += 1
    assert found > 10


def test_english_has_no_chinese(tables: Tables) -> None:
    for id in ("structure_hebei", "structure_shaanxi", "nonpublic_shaanxi"):
        assert not any("一" <= sign <= "鿿" for sign in told(drawn(tables, slope, id, "en")))


def test_an_inferred_end_is_marked_at_its_point(tables: Tables) -> None:
    assert {labels(panel) for panel in lines(drawn(tables, slope, "structure_shaanxi"))} == {
        ("2015年", "2020年（推定）")
    }
    english = lines(drawn(tables, slope, "structure_shaanxi", "en"))
    assert {panel.columns[1].lines for panel in english} == {("2020", "(inferred)")}


@pytest.mark.parametrize("region", ["jiangxi", "hebei", "shaanxi"])
def test_a_change_of_an_amount_is_in_the_unit_of_its_language(tables: Tables, region: str) -> None:
    """The change that is told is the difference of both ends as they are told: 亿元 are tenths of a billion."""
    told = {}
    for language in ("zh", "en"):
        figure = drawn(tables, slope, "structure_hebei", language, regions=(region,), indicators=("gdp",))
        (panel,) = lines(figure)
        first, last = panel.series[0].values
        change = Decimal(re.sub(r"[^\d.]", "", panel.heading.rpartition("+")[2]))
        assert first is not None and last is not None
        assert abs(change - Decimal(str(last - first))) < 1, panel.heading
        told[language] = change
    assert told["zh"] == told["en"] * 10
