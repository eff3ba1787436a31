"""The card of a number: what it says of rows of every kind, in both languages, and that every row has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from industry.export import card as cards
from industry.export import listing
from industry.export.card import Card, card, find
from industry.export.used import used
from industry.figures.draw import draw
from industry.figures.rows.shown import shown_in
from industry.tables.tables import Tables
from industry.vocabulary.slide import NOTHING
from industry.wording import citation

LANGUAGES = ("zh", "en")
CONTRIBUTION = "hebei:industrial_tax_contribution:2021-01/2021-10:hebei_2021_11:7"
GROWTH = "jiangxi:value_added_growth:2021-01/2021-06:jiangxi_2021_07:8"


def of(tables: Tables, id: str, language: str = "zh") -> Card:
    row = find(tables, id)
    assert row is not None
    return card(tables, row, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_a_card_and_every_number_on_it_opens_another(tables: Tables, language: str) -> None:
    for row in listing.every(tables):
        one = of(tables, row.id, language)
        assert one.figure and one.about and one.indicator and one.citation and one.sources
        assert bool(one.checks) != bool(one.unchecked)
        for other in (*one.terms, *one.bases, *one.paragraph, *one.regions, *one.periods, *one.editions):
            assert find(tables, other.id) is not None, (row.id, other.id)
            assert other.id != row.id
            assert other.figure


def test_a_card_says_where_the_number_stands_and_what_is_beside_it(tables: Tables) -> None:
    one = of(tables, CONTRIBUTION)
    assert (one.figure, one.about) == ("65.7%", "河北 · 2021年1—10月 · 实际")
    assert one.definition == "税收增量中来自工业的部分，不是占税收的比重"
    assert one.sources[0].line.endswith("，第7段")
    assert one.unchecked == "尚无其他公布数可供核对。"
    assert not one.regions and not one.periods and not one.editions
    row = find(tables, CONTRIBUTION)
    beside = [
        held
        for held in tables.rows()
        if row and (held.source, held.paragraph) == (row.source, row.paragraph) and held.id != row.id
    ]
    assert [held.id for held in beside][: cards.MOST_OF_PARAGRAPH] == [held.id for held in one.paragraph]
    assert one.paragraph_left == max(0, len(beside) - cards.MOST_OF_PARAGRAPH)


def test_the_citation_to_copy_is_whole(tables: Tables) -> None:
    assert of(tables, CONTRIBUTION).citation == (
        "河北2021年1—10月，工业税收对税收增长的贡献率：65.7%。资料来源：河北省工业和信息化厅厅长署名文章，"
        "河北省工业和信息化厅，2021年11月，材料未印日期，按内容为2021年11月，第7段。"
    )
    english = of(tables, CONTRIBUTION, "en").citation
    assert english.startswith("Hebei, Jan–Oct 2021, Industrial taxes' contribution")
    assert ": 65.7%. Source: " in english and english.endswith("paragraph 7.")


def test_a_low_base_its_average_and_a_dispute_stand_on_the_card(tables: Tables) -> None:
    one = of(tables, GROWTH)
    assert any("基数较低" in told and "两年平均" in told for told in one.told)
    base, average = one.bases
    assert (base.figure, base.what) == ("1.0%", "规上工业增加值增速 · 2020年1—6月")
    assert "推算" in average.figure
    assert any("6个百分点" in told and "2.6个百分点" in told and "不一致" in told for told in one.checks)
    assert next((other.what, other.figure, other.remark) for other in one.regions) == ("全国", "15.9%", "")
    assert len(one.periods) == cards.MOST_PERIODS
    assert all(other.what.startswith("202") for other in one.periods)


def test_of_another_period_the_card_names_its_own_edition_where_that_is_held(tables: Tables) -> None:
    several = 0
    for row in tables.rows():
        for other in card(tables, row, "zh").periods:
            named = cards.find(tables, other.id)
            assert named is not None
            held = {
                one.edition
                for one in tables.rows(row.indicator.id, row.region.id)
                if (one.period, one.status) == (named.period, row.status)
            }
            assert named.edition == row.edition or row.edition not in held, (row.id, other.id)
            several += len(held) > 1 and row.edition in held
    assert several


def test_a_derived_number_names_its_formula_and_its_terms(tables: Tables) -> None:
    row = next(one for one in listing.every(tables) if one.derivation and one.derivation.rule == "gap")
    one = card(tables, row, "zh")
    assert "推算" in one.about and " − " in one.formula
    assert [held.id for held in one.terms] == [held.id for held in row.terms]
    assert [held.line for held in one.sources] == [citation.card(held, "zh") for held in row.sources]
    assert one.citation.count("资料来源") == 1 and "（推算）" in one.citation


def test_what_is_copied_names_no_place_where_curators_saw_it(tables: Tables) -> None:
    noted = [row for row in tables.rows() if row.source.via_note]
    assert noted
    for row in noted:
        for language in ("zh", "en"):
            told = card(tables, row, language)
            note = row.source.via_note(language) if row.source.via_note else ""
            assert note in told.sources[0].line and note not in told.citation, row.id
            assert "github" not in told.citation.lower(), row.id


def test_what_is_inferred_is_told_and_never_called_comparable(tables: Tables) -> None:
    row = next(one for one in tables.rows() if "scope" in one.inferred)
    assert any(told.startswith("推定项（原文未写明）：") for told in card(tables, row, "zh").told)
    assert any(
        told.startswith("Inferred (not stated in the source): ") for told in card(tables, row, "en").told
    )


def test_other_regions_say_why_they_aren_t_ranked(tables: Tables) -> None:
    row = next(
        one
        for one in tables.rows()
        if one.exact and any(held.remark for held in card(tables, one, "zh").regions)
    )
    told = {held.remark for held in card(tables, row, "zh").regions if held.remark}
    assert told


def test_an_internal_source_and_where_it_was_seen_are_told(tables: Tables) -> None:
    row = next(one for one in tables.rows() if one.source and one.source.via_note)
    assert row.publication.via_note is not None
    assert row.publication.via_note.zh in card(tables, row, "zh").sources[0].line
    inside = replace(row, source=row.publication.model_copy(update={"access": "internal"}))
    told = card(tables, inside, "zh").sources[0]
    assert told.internal and "内部" in told.line


def test_a_figure_that_is_printed_in_other_words_says_them(tables: Tables) -> None:
    row = next(one for one in tables.rows() if one.as_printed.startswith("下降"))
    assert f"原文数字：{row.as_printed}" in card(tables, row, "zh").told
    assert not any(told.startswith("原文数字") for told in of(tables, CONTRIBUTION).told)


def test_no_card_of_what_isn_t_there(tables: Tables) -> None:
    for id in ("", "nowhere", "hebei", "hebei:value_added_growth", CONTRIBUTION + "0", "../x:y"):
        assert find(tables, id) is None


def test_where_a_number_is_used_is_what_the_figures_draw(tables: Tables) -> None:
    config = tables.catalogue.config
    for spec in config.figures:
        figure = draw(spec, tables, NOTHING, "zh")
        for row in figure.drawn[:3]:
            slides = [one.figure for one in shown_in(tables).get(row.id, ())]
            assert spec.id in slides or spec.chart == "coverage", (spec.id, row.id)
    growth = find(tables, GROWTH)
    assert growth is not None
    places = used(tables, growth, "zh")
    assert any(one.page == "region" and one.choices == {"region": "jiangxi"} for one in places)
    for one in places:
        if one.deck:
            deck = next(held for held in config.decks if held.id == one.deck)
            slide = deck.slides[one.slide - 2]
            assert slide in shown_in(tables)[GROWTH]
            assert f"第{one.slide}页" in one.title
        else:
            assert one.page in {held.id for held in config.pages}
