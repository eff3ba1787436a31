"""上次会议以来: what has changed in the figures of a deck, slide by slide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from industry.curation.changes.meeting import MOST, meeting
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits

DECK = (Slide.parse("growth_q1?heading=江西居首位"), Slide("profit"), Slide("emphasis"), Slide("not_there"))


def before(value: str, period: str | None = None) -> Tables:
    """The frozen tables with another figure for Jiangxi's growth in the first quarter, or of another period."""
    files = edits.world()
    name = "data/observations/jiangxi.csv"
    held = dict(edits.rows(files))[name]
    for at, row in enumerate(held):
        if (row["indicator"], row["period"], row["status"]) == (
            "value_added_growth",
            "2021-01/2021-03",
            "actual",
        ):
            held[at] = row | {"value": value, "as_printed": f"{value}%", "period": period or row["period"]}
    return edits.read(files | {name: edits.written(held)})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_finding_that_turned_is_told_at_its_slide_and_the_number_once(language: str) -> None:
    found = meeting(before("2.5"), world(), DECK, language)
    assert found.summary and len(found.numbers) == 1
    assert "2.5" in found.numbers[0]
    first = found.slides[0]
    assert (first.number, first.title) == (1, "江西居首位")
    own = {"zh": "标题为自拟", "en": "heading is your own"}[language]
    assert first.lines[0].startswith(own) or own in first.lines[0]
    turned = {"zh": "升降或次序改变", "en": "turned"}[language]
    assert any(turned in one for one in first.lines)
    assert not any(one.slide in DECK[1:] for one in found.slides)
    assert all(len(one.lines) <= MOST for one in found.slides)
    assert all(len(one.lines) == MOST for one in found.slides if one.rest)


def test_a_heading_is_told_where_the_period_moved() -> None:
    found = meeting(before("2.5", "2019-01/2019-03"), world(), DECK, "zh")
    lines = [line for one in found.slides for line in one.lines]
    assert any("标题为自拟" in line for line in lines)


def test_nothing_is_told_where_the_figures_are_as_they_were() -> None:
    found = meeting(before("2.5"), world(), DECK[1:], "zh")
    assert not found.summary and not found.numbers and not found.slides


def test_a_figure_that_is_no_more_is_told() -> None:
    now = world()
    config = now.catalogue.config
    left = tuple(one for one in config.figures if one.id != "profit")
    shown = replace(now.catalogue, config=config.model_copy(update={"figures": left}))
    found = meeting(now, replace(now, catalogue=shown), DECK[1:], "zh")
    assert [(one.number, one.lines) for one in found.slides] == [(1, ("看板中已没有此图",))]
