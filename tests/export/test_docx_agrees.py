"""A briefing says the same in both languages, and of the same tables what the slides' titles say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

import pytest

from industry.export.deck import regional
from industry.export.docx.briefing import Writing
from industry.export.docx.package import Package
from industry.export.docx.told.telling import Telling
from industry.export.order import drawn
from industry.figures.record import Figure
from industry.rules.arithmetic.order import order
from industry.tables.tables import Tables
from industry.vocabulary.fields import GROWTHS
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.test_docx import BOTH

EVERY = {one.id: one for one in (*world().catalogue.config.decks, *regional.decks(world()))}
COMPARED = (
    "value_added_growth",
    "profit_growth",
    "revenue_growth",
    "gdp_growth",
    "industrial_investment_growth",
)
TABLES = 8
Claimed = tuple[str, str, str]
"""A region, by which growth, and where it stands."""
STANDS = ("首位", "高于全国", "低于全国")


@pytest.mark.parametrize("deck", EVERY)
def test_of_the_same_figures_both_languages_tell_the_same_numbers(deck: str) -> None:
    told = []
    for language in BOTH:
        figures = drawn(world(), EVERY[deck].slides, language)
        writing = Writing("", figures, language, world(), Package(language))
        opened = [(id, {*said.rows}) for id, said in writing.telling.opening(writing.figures)]
        said = [writing.telling.of(one, writing.body.called(one)) for one in writing.figures]
        told.append([*opened, *([{*one.rows} for one in each] for each in said)])
    assert told[0] == told[1] and any(told[0])


def varied(chance: Random) -> Tables:
    """The frozen tables with other values in some growths: some of which a check contradicts, then."""
    files, often = edits.world(), chance.choice((0.02, 0.1, 0.3))
    for name, rows in list(edits.rows(files)):
        for one in rows:
            measure = world().catalogue.indicators[one["indicator"]].measure
            plain = re.fullmatch(r"\d+\.\d", one["value"]) and one["status"] == "actual"
            if (
                measure in GROWTHS
                and plain
                and one["as_printed"] == f"{one['value']}%"
                and chance.random() < often
            ):
                value = f"{max(0.1, float(one['value']) + chance.choice((-9, -3, -0.2, 0.2, 3, 9))):.1f}"
                one |= {"value": value, "as_printed": f"{value}%"}
        files[name] = edits.written(rows)
    return edits.read(files)


def claims(told: str, names: Sequence[str]) -> Iterator[Claimed]:
    """Who a Chinese text says is first, above and below the country, and by which growth: that of the clause, of one without any
    that of the clause before, where it is of the same regions."""
    whom, by = list[str](), ["同比"]
    for clause in re.split("[，；。]", told):
        named = [one for one in names if one in clause]
        whom = named or ([*names] if "三省" in clause and "首位" not in clause else whom)
        by = [one for one in ("同比", "两年平均") if one in clause] or (["同比"] if named else by)
        for stands in (one for one in STANDS if one in clause):
            yield from ((one, each, stands) for one in whom for each in by)


def test_slides_and_briefing_conclude_the_same_whatever_the_tables_hold() -> None:
    """Who is first is told by both or by neither; where the title says above or below, so does the sentence, and both say so truly."""
    seen: dict[str, int] = {}
    for seed in range(TABLES):
        tables = varied(Random(seed))
        figures = drawn(tables, [Slide.parse(f"compare?indicator={one}") for one in COMPARED], "zh")
        opened = [said for _, said in Telling(tables, "zh").opening(figures)]
        for figure in figures:
            title = figure.frame.finding
            said = next((one for one in opened if _same(one.rows[0], figure)), None)
            if said is None:
                continue
            names = [
                row.region.name("zh") for row in figure.drawn if row.region != tables.catalogue.benchmark
            ]
            slide, word = {*claims(title, names)}, {*claims(said, names)}
            assert slide <= word, (seed, title, said)
            assert {one for one in word if one[2] == STANDS[0]} <= slide, (seed, title, said)
            _true(figure, word, tables)
            for one in word:
                seen[one[2]] = seen.get(one[2], 0) + 1
    assert all(seen.get(one, 0) > 2 for one in STANDS), seen


def _same(row: Observation, figure: Figure) -> bool:
    first = next(iter(figure.drawn), None)
    return first is not None and (row.indicator, row.period) == (first.indicator, first.period)


def _true(figure: Figure, word: set[Claimed], tables: Tables) -> None:
    """Whether figures year on year stand as is said."""
    own = {row.region.name("zh"): row for row in figure.drawn if row.indicator.measure == "growth_yoy"}
    country = own[tables.catalogue.benchmark.name("zh")]
    for region, by, stands in word:
        if by == "同比" and stands != STANDS[0]:
            assert order(own[region], country) == (1 if stands == STANDS[1] else -1)
