"""What a briefing tells in sentences: each figure once, targets with the year before, gaps with what they are worked out of."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from docx import Document

from industry.export.docx.figure_body import Body
from industry.export.docx.markup import JOINER
from industry.export.docx.package import Package
from industry.export.docx.told.about import subject_of
from industry.export.docx.told.aims import aims
from industry.export.docx.told.groups import Group, groups, set_apart
from industry.export.docx.told.newest import headline_growths
from industry.export.docx.told.opening import in_order, opening
from industry.export.docx.told.sentences import MOST_REGIONS, sentences
from industry.export.docx.told.short_names import ShortNames
from industry.export.docx.told.telling import Telling
from industry.export.names import regions_named
from industry.export.order import drawn as ordered
from industry.export.pages.profile import profile
from industry.figures.record import Figure, drawn
from industry.figures.rows.lookup import difference, ended
from industry.rules import base_effects
from industry.rules.arithmetic.derived import gap_of
from industry.rules.lock import comparable
from industry.rules.pairs import exact
from industry.rules.shelf import Shelf
from industry.text.proof import judge
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.focus import Focus
from industry.vocabulary.slide import Choices, Slide
from industry.wording import dated, derived_mark, magnitude, number
from industry.wording.said import rows_of
from industry.wording.texts.subject import subject
from tests.conftest import world
from tests.export.test_docx import BOTH, DECKS, W, figures, made, wrong
from tests.figures.specs import made as chart


def test_a_sentence_with_another_number_is_found_wrong() -> None:
    told = str(sentences(groups(figures(DECKS[0], "zh")[1], world()), world(), "zh")[0])
    other = re.sub(r"(\d)%", lambda one: f"{(int(one[1]) + 1) % 10}%", told, count=1)
    assert other != told and [one[1] for one in wrong(other, world())] == ["differs"]


def test_gaps_that_are_told_about_are_called_derived() -> None:
    """高于全国约31个百分点 is worked out of rounded figures, and said to be; 高于全国4.9个百分点 is sure."""
    told = [
        str(one)
        for deck in DECKS
        for figure in figures(deck, "zh")
        for one in sentences(groups(figure, world()), world(), "zh")
    ]
    about = [one for one in told if re.search(r"全国约[\d.]+个百分点", one)]
    assert about and not any(re.search(r"全国约[\d.]+个百分点(?!（推算）)", one) for one in about)
    averages = re.findall(r"两年平均(?:增长|下降)约[\d.]+%(.{4})", " ".join(told))
    assert averages and set(averages) == {"（推算）"}
    assert any(re.search(r"全国[\d.]+个百分点(?!（推算）)", one) for one in told)


@pytest.mark.parametrize("deck", DECKS)
def test_nothing_is_told_twice_and_every_figure_is_told_of(deck: str) -> None:
    document = Document(io.BytesIO(made(deck, "zh")))
    told = [one.text for one in document.paragraphs if one.style.name == "Normal" and "。" in one.text]  # type: ignore[union-attr]
    notes = next(at for at, one in enumerate(told) if one.startswith(("图", "表")))
    spoken = [
        re.sub(r"[①-⓿㉑-㊿—\u2060]", "", one)
        for text in told[:notes]
        for one in text.split("。")
        if len(one) > 20
    ]
    assert spoken and len(spoken) == len(set(spoken))
    marked = [one.get(f"{W}name") for one in document.element.body.iter(f"{W}bookmarkStart")]
    assert {f"_f{at}_text" for at in range(1, len(figures(deck, "zh")) + 1)} <= set(marked)


def test_a_long_name_is_said_in_full_once() -> None:
    names = ShortNames("zh")
    first = names.said("江西规模以上工业增加值、规模以上工业利润")
    assert first == "江西规模以上工业（以下简称规上工业）增加值、规上工业利润"
    assert names.named("规模以上工业企业数") == "规上工业企业数"
    claim = "2021年1—6月，江西规模以上工业（以下简称规上工业）增加值同比增长18.5%。"
    assert [one.text for one in judge(claim, world(), None, None)] == ["18.5%"]


def test_targets_are_told_beside_the_year_before() -> None:
    every = [one for deck in DECKS for one in figures(deck, "zh") if one.chart == "target" and one.panels]
    assert every
    for figure in every:
        goals = {row for row in figure.drawn if row.status == "target"}
        called = [f"表{at}" for at in range(1, len(figure.panels) + 1)]
        told = aims(figure, world(), "zh", called)
        assert goals & set(rows_of(told)) and "目标为" in told[0]
        left = re.findall(r"表\d", "".join(told[1:]))
        aimed = {row for row in goals if row.period} - set(rows_of(told))
        assert all(aimed & set(drawn(figure.panels[called.index(one)])) for one in left)


def telling_of(deck: str, language: str) -> tuple[Telling, dict[str, str], dict[str, tuple[str, ...]]]:
    """A deck's figures told one after another; by how their charts and tables are called, what is told above these, and by their
    ids how those of each panel are called."""
    telling, said, names = Telling(world(), language), {}, {}
    telling.opening(figures(deck, language))
    body = Body(Package(language), world().catalogue, language)
    for at, one in enumerate(figures(deck, language), start=1):
        names[one.id] = body.called(one)
        told = " ".join(telling.of(one, names[one.id]))
        said |= dict.fromkeys(names[one.id], told)
        body.of(one, at)
    return telling, said, names


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_what_is_said_to_stand_somewhere_stands_there(deck: str, language: str) -> None:
    """A figure and its region, that it is reckoned where it is, and where it stands beside the country's how far from it."""
    telling, said, _ = telling_of(deck, language)
    assert telling.told
    for (row, *beside), place in telling.told.items():
        told = said[place]
        worded = number(row, language), number(row, language, bare=True), magnitude(row, language)
        assert any(one in told for one in worded), (row.id, place)
        if (mark := derived_mark(row, language)) and row.indicator.measure == "growth_yoy":
            assert any(
                one + mark in told for one in (*worded, *(one.removesuffix(mark) for one in worded))
            ), row.id
        assert row.region.name(language) in told
        if beside and row.indicator.measure == "growth_yoy" and exact(row, beside[0]):
            gap = gap_of(row, beside[0], difference(world(), row.indicator, beside[0].region))
            assert magnitude(gap, language).split()[0].removeprefix("约") in told, (row.id, place)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_where_the_rest_of_a_figure_stands_is_told_by_a_number_that_there_is(
    deck: str, language: str
) -> None:
    _, said, names = telling_of(deck, language)
    document = Document(io.BytesIO(made(deck, language)))
    styled = [(one.style.name, one.text) for one in document.paragraphs]  # type: ignore[union-attr]
    numbered = re.compile("[图表][0-9]+" if language == "zh" else "(?:Figure|Table) [0-9]+")
    captions = {found[0] for style, told in styled if style == "Caption" and (found := numbered.match(told))}
    assert {one for each in names.values() for one in each} <= captions
    bound = {JOINER: "", "\N{NO-BREAK SPACE}": " "}
    told = [one.translate(str.maketrans(bound)) for style, one in styled if style == "Normal"]
    assert any(map(numbered.search, told))
    assert {one for each in told for one in numbered.findall(each)} <= captions
    assert not re.search(
        "下图|下表|见“|the table below|the chart below|the overview", " ".join(said.values())
    )


def test_whose_figure_is_sent_to_is_of_the_period_told_or_of_its_own() -> None:
    """江西和陕西2021年的数字见图2: of whom no period is named, there stands a figure of the period of the sentence."""
    found = []
    for deck in DECKS:
        telling = Telling(world(), "zh")
        telling.opening(figures(deck, "zh"))
        for figure in figures(deck, "zh"):
            told = telling.of(figure, ["图1"] * len(figure.panels))
            rows = rows_of(told)
            periods = {(row.indicator, row.period) for row in rows}
            for one in (one for one in told if not one.rows and "的数字见" in one):
                for region in world().catalogue.regions.values():
                    name = region.name("zh")
                    if name not in one:
                        continue
                    own = re.search(rf"{name}(?:和[^\d、]+)?(\d[^、的]*)", one)
                    held = [
                        row
                        for (row, *_), _ in telling.told.items()
                        if row.region == region and row.indicator == rows[0].indicator
                    ]
                    if own:
                        assert own[1] in {dated(row, "zh") for row in held}, one
                    else:
                        assert periods & {(row.indicator, row.period) for row in held}, one
                    found.append(bool(own))
    assert any(found)


@pytest.mark.parametrize("deck", DECKS)
def test_figures_of_one_period_are_told_together(deck: str) -> None:
    for figure in figures(deck, "zh"):
        held = groups(figure, world())
        kinds = [(bool(one.rows[0].inferred), len(one.rows), one.rows[0].period) for one in held]
        assert all(
            len(kinds) - 1 - kinds[::-1].index(one) - kinds.index(one) + 1 == kinds.count(one)
            for one in kinds
        )


@pytest.mark.parametrize("year", [None, "2020", "2021", "2022"])
def test_figures_of_the_year_looked_at_are_told_first(year: str | None) -> None:
    """The one chosen, else the newest, whatever more regions have figures of another."""
    others = 0
    for id in ("benchmark", "jian_shares", "firms"):
        held = groups(ordered(world(), [Slide(id, Choices(year=year))], "zh")[0], world())
        years = [one.rows[0].year for one in held if not one.rows[0].inferred]
        looked_at = max(one for one in years if year is None or one <= int(year))
        mine = years.count(looked_at)
        assert {*years[:mine]} == {looked_at}, id
        sizes = [len(one.rows) for one in held[:mine]]
        assert sizes == sorted(sizes, reverse=True)
        others += any(len(one.rows) >= sizes[0] for one in held[mine:])
    assert others


def test_of_whom_no_figure_is_held_the_nearest_is_told() -> None:
    told = [
        one for deck in DECKS for _, one in opening(figures(deck, "zh"), world(), "zh") if "未收录" in one
    ]
    assert told and any(re.search(r"未收录（\d{4}年[^）]*为[\d.−]+%）", one) for one in told)
    assert all(wrong(str(one), world()) == [] for one in told)


def test_a_regions_own_opening_has_its_newest_figure_beside_the_countrys() -> None:
    found = 0
    for deck in DECKS:
        held = figures(deck, "zh")
        about, told = subject_of(held, world()), rows_of(one for _, one in opening(held, world(), "zh"))
        for indicator in {row.indicator for row in told} if about else ():
            every = (each for one in held for each in groups(one, world(), every=True) if each.benchmark)
            own = [
                row for one in every for row in one.rows if (row.region, row.indicator) == (about, indicator)
            ]
            assert not own or max(map(ended, own)) in [ended(row) for row in own if row in told], indicator.id
            found += bool(own)
    assert found > 1


def test_what_a_comparison_sets_apart_of_a_region_is_told_of_it() -> None:
    """Where it draws others alone, or an earlier year; nothing where it draws the region in the year looked at."""
    growth = chart(world(), "bars", indicator="value_added_growth")
    firms = chart(world(), "bars", indicator="designated_enterprises")

    def apart(figure: Figure, region: str) -> list[str]:
        found = set_apart(figure, world().catalogue.regions[region], world())
        return [str(number(row, "zh")) for one in found for row in one.rows]

    assert apart(growth, "jian") == ["24.6%"] and apart(growth, "jiangxi") == []
    assert apart(firms, "jiangxi") == ["15142家"] and apart(firms, "shaanxi") == []


def test_of_a_sentence_that_is_not_fit_the_first_region_is_told_all_the_same() -> None:
    """Another's figure alone is left out to which proofreading objects."""
    held, left = figures(DECKS[0], "zh"), 0
    every = [one for _, one in opening(held, world(), "zh")]
    for said in every:
        first, *others = (row for row in said.rows if row.region != world().catalogue.benchmark)
        named = [row for row in others if row.region != first.region and row.indicator == first.indicator]
        for row in (one for one in named if one.period == first.period):
            clause = f"{row.region.name('zh')}同比"
            told = [one for _, one in opening(held, world(), "zh", lambda one: clause not in one)]  # noqa: B023
            own = next(one for one in told if first in one.rows)
            assert clause not in own and len(told) == len(every)
            left += 1
    assert left > 1


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("deck", DECKS)
def test_whom_the_title_names_the_opening_tells_of(deck: str, language: str) -> None:
    """With a figure beside the country's where a figure draws one, else as one of whom none is held."""
    held = figures(deck, language)
    told = [one for _, one in opening(held, world(), language)]
    for region in regions_named(held, world().catalogue.config.regions):
        own = [row for row in rows_of(told) if row.region == region]
        lacking = "未收录" if language == "zh" else "no figure for"
        assert own or any(region.name(language) in one and lacking in one for one in told), region.id


@pytest.mark.parametrize("deck", DECKS)
def test_a_regions_own_briefing_has_the_newest_of_the_growths_of_headlines(deck: str) -> None:
    """In a figure, or in what it opens with; what the tables of another time hold is as little there as what isn't sure."""
    about = subject_of(figures(deck, "zh"), world())
    if about is None:
        return
    shown = {row for one in figures(deck, "zh") for row in one.drawn}
    told = {*rows_of(one for _, one in opening(figures(deck, "zh"), world(), "zh"))}
    focus, kept = Focus.of(world().catalogue.config.focus), 0
    every = headline_growths(world())
    assert {"revenue_growth", "profit_growth", "value_added_growth"} <= {one.id for one in every}
    for indicator in every:
        rows = [
            row
            for row in world().rows(indicator.id, about.id)
            if comparable(row) and row.period and row.period.start % 12 == 0
        ]
        last = max(map(ended, focus.of_year(rows)), default=0)
        assert not last or last in [ended(row) for row in shown | told if row in rows], indicator.id
        kept += bool(last)
    assert kept > 1


@pytest.mark.parametrize("deck", DECKS)
def test_a_regions_own_briefing_has_what_its_profile_begins_with(deck: str) -> None:
    """Each headline's newest figure, in a figure or in what it opens with, there once; in the order of topics."""
    about = subject_of(figures(deck, "zh"), world())
    if about is None:
        return
    shown = {row for one in figures(deck, "zh") for row in one.drawn}
    said = [one for _, one in opening(figures(deck, "zh"), world(), "zh")]
    own = [row for row in rows_of(said) if row.region == about]
    listed = [one for one in profile(world(), about.id, None, "zh").headlines if one.figure.rows]
    held = [row for one in listed for row in one.figure.rows if row.indicator.tier == "headline"]
    assert len({row.indicator.id for row in held}) > 3
    for row in held:
        place = (row.indicator, row.period, row.edition)
        assert place in [(one.indicator, one.period, one.edition) for one in (*shown, *own)], row.id
    order = [in_order(one.rows[0].indicator, world()) for one in said]
    assert order == sorted(order) and len({*said}) == len(said)


@pytest.mark.parametrize("language", BOTH)
def test_of_many_regions_it_is_said_that_there_are_others(language: str) -> None:
    (group,) = groups(figures(DECKS[0], language)[1], world())[:1]
    many = Group(group.rows * MOST_REGIONS, group.benchmark, group.averages)
    more = str(len(many.rows) - MOST_REGIONS)
    (told,) = sentences([many], world(), language)
    assert more in told and any(one in told for one in ("其余", "other")) and len(group.rows) < MOST_REGIONS


@pytest.mark.parametrize("language", BOTH)
def test_regions_stand_beside_the_country_in_both_languages(language: str) -> None:
    told = [
        one
        for each in figures(DECKS[0], language)
        for one in sentences(groups(each, world()), world(), language)
    ]
    below = re.compile("低于全国[\\d.]+个百分点|below China by [\\d.]+ pp")
    assert len(below.findall(" ".join(told))) > 2


@pytest.mark.parametrize("language", BOTH)
def test_of_whom_it_is_told_first_the_opening_says_by_how_much_and_the_average(language: str) -> None:
    """Of growth over a base out of the ordinary both, beginning with the first sentence of all."""
    told, shelf, country = [], Shelf(world()), world().catalogue.benchmark
    for deck in DECKS:
        for _, said in opening(figures(deck, language), world(), language):
            row, *others = said.rows
            if row.indicator.measure in AMOUNTS:
                continue
            (beside,) = (one for one in others if (one.region, one.indicator) == (country, row.indicator))
            gap = gap_of(row, beside, difference(world(), row.indicator, country))
            assert magnitude(gap, language) in said, said
            if base_effects.base_effect(shelf, row) and (average := base_effects.average(shelf, row)):
                assert magnitude(average, language) + derived_mark(average, language) in said, said
                told.append(average.derived)
    assert {*told} == {True, False}


def test_behind_an_average_its_own_difference_is_told() -> None:
    """两年平均增长10.2%，高于全国3.4个百分点 is read as of the averages, by our sentences and by proofreading."""
    claim = "2021年1—3月，江西规模以上工业增加值同比增长29.4%，高于全国4.9个百分点，两年平均增长10.2%，高于全国{}个百分点。"
    right, other = (judge(claim.format(one), world(), None, None) for one in ("3.4", "4.9"))
    assert [one.verdict for one in right][-1] == "comparison_true"
    assert [one.verdict for one in other][-1] == "comparison_false"
    told = "".join(
        one for each in figures(DECKS[0], "zh") for one in sentences(groups(each, world()), world(), "zh")
    )
    assert claim.format("3.4").removeprefix("2021年1—3月，").removesuffix("。") in told


@pytest.mark.parametrize("deck", DECKS)
def test_what_a_briefing_is_about_is_told_first_and_of_the_newest_months_that_it_has(deck: str) -> None:
    """A region's own opens with the region; one of many with the first of config.yaml's."""
    found = opening(figures(deck, "zh"), world(), "zh")
    order = [world().catalogue.regions[one] for one in world().catalogue.config.regions]
    about = world().catalogue.regions.get(deck, order[0])
    of_others = {one.id for one in regions_named(figures(deck, "zh"))} - {about.id}
    for _, told in found:
        spoken = {row.region.id for row in rows_of([told])} - {world().catalogue.benchmark.id}
        assert rows_of([told])[0].region == about or len(spoken) == 1 and spoken <= of_others
    one_of_each = {rows_of([told])[0].indicator for _, told in found}
    for each in one_of_each:
        ends = [
            row.period.end
            for _, told in found
            for row in rows_of([told])[:1]
            if (row.indicator, row.region) == (each, about) and row.period
        ]
        assert ends == sorted(ends, reverse=True)


def test_nobody_is_told_first_by_an_average_that_a_check_contradicts() -> None:
    """As in the title of the slide: of growth over a base out of the ordinary it takes both measures."""
    tables, held = world(), figures(DECKS[0], "zh")
    ranked = [told for _, told in opening(held, tables, "zh") if "首位" in told]
    averages = {
        row.id for told in ranked for row in rows_of([told]) if row.indicator.id.endswith("_two_year")
    }
    doubted = [
        replace(one, code="conflict")
        for one in tables.findings
        if one.rule == "two_year_average" and one.rows[0].id in averages
    ]
    assert ranked and doubted
    doubting = replace(tables, solve=lambda *given: (tables.solve(*given)[0], tuple(doubted)))
    assert not any("首位" in told for _, told in opening(held, doubting, "zh"))


def test_in_english_what_grows_is_said_to_grow() -> None:
    """Of Revenue growth of industrial enterprises too, as in Chinese; proofreading knows it by that."""
    told = {one.id: subject(one, "en") for one in headline_growths(world())}
    assert all(told.values()) and told["revenue_growth"] == "revenue of industrial enterprises"
    rows = [
        one
        for id in told
        for one in world().rows(id)
        if comparable(one) and one.value > 0 and not one.qualifier and one.period and one.region.parent
    ]
    assert {row.indicator.id for row in rows} == set(told) - {"energy_per_gdp_change"}
    for row in rows:
        claim = f"In {dated(row, 'en')}, {told[row.indicator.id]} grew by {number(row, 'en')} in {row.region.name('en')}."
        assert [one.verdict for one in judge(claim, world(), None, None)] in (["agrees"], ["disputed"]), claim
