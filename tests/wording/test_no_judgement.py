"""No string that can be said names who comes last, lags or drags, or judges; no fall is told as a negative rise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests import spoken
from tests.conftest import WORLD
from tests.figures.specs import once
from tests.forbidden import judging


@pytest.mark.parametrize("said", [spoken.of_words, spoken.of_code, spoken.of_templates])
def test_no_word_of_the_program_judges(said: Callable[[], Iterator[spoken.Text]]) -> None:
    texts = list(said())
    assert len(texts) > 20
    assert not list(judging(texts))


def test_no_text_of_the_tables_judges() -> None:
    texts = list(spoken.of_tables(WORLD))
    assert len(texts) > 1000
    assert not list(judging(texts))


def test_no_figure_judges(tables: Tables) -> None:
    regions = tables.catalogue.config.regions
    subsets = [(), *(some for count in (1, 2, 3) for some in combinations(regions, count))]
    for spec in tables.catalogue.config.figures:
        for some in subsets:
            for language in ("zh", "en"):
                figure = once(spec, tables, Choices(regions=some), language)
                assert not list(judging(spoken.of_figure(figure)))


@pytest.mark.parametrize(
    "text",
    [
        "江西最低", "三省中陕西最差", "河北垫底", "居倒数第二", "落后于全国", "拖累全省", "运行态势良好", "江西优于全国",
        "领先全国", "增速最慢", "同比增长−7.1%", "增长约-7.1%", "Hebei lowest of the three", "the worst quarter",
        "Shaanxi lags behind", "a drag on growth", "bottom of the table", "Jiangxi outperformed", "it grew −7.1%",
    ],
)  # fmt: skip
def test_what_judges_is_found_out(text: str) -> None:
    assert list(judging([("here", text)]))


@pytest.mark.parametrize(
    "text",
    [
        "不低于8%", "江西低于全国", "同比下降7.1%", "−7.1%", "三省均下降，陕西降幅最小", "增长7.1%，比上年−", "有利于创新",
        "Jiangxi below China", "fell by 7.1%", "末位仅供参考",
    ],
)  # fmt: skip
def test_what_is_plain_is_not(text: str) -> None:
    assert not list(judging([("here", text)]))
