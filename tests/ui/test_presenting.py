"""A deck's address: which deck it is, what of the query counts, and what is kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from industry.export.deck import html_deck
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck
from industry.vocabulary.strict_record import Text
from ui import store
from ui.serving import taken
from ui.trouble import NotFound, TooMany

DECK = Deck(id="briefing", title=Text(zh="工业汇报", en="Industry briefing"), figures=("growth_q1", "profit"))


class Shown:
    """Tables of a catalogue that lists ``DECK``."""

    def __init__(self, tables: Tables, version: str, title: str = DECK.title.zh) -> None:
        deck = DECK.model_copy(update={"title": Text(zh=title, en=title)}) if title != DECK.title.zh else DECK
        config = tables.catalogue.config.model_copy(update={"decks": (deck,)})
        self.catalogue = replace(tables.catalogue, config=config)
        self.version, self.content = version, f"{version}, {title}"
        self.rows, self.derived, self.findings = tables.rows, tables.derived, tables.findings


@pytest.fixture(autouse=True)
def shown(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """What the store gives; a test may change it."""
    found = SimpleNamespace(tables=Shown(tables, "v1"), faults=())
    monkeypatch.setattr(store, "snapshot", lambda: found)
    monkeypatch.setattr(html_deck, "_inlined", lambda: "")
    taken._kept.clear()
    yield found
    taken._kept.clear()
    store.figure.cache_clear()


def presented(deck: str, query: str = "", *slides: str) -> str:
    """The page at /present/<deck>?<query>&slide=…&slide=…"""
    pairs = [*QueryParams(query).multi_items(), *(("slide", one) for one in slides)]
    return taken.present(deck, QueryParams(pairs)).content.decode("utf-8")


def titles(page: str) -> list[str]:
    """The slides' names in the list, the cover's included."""
    listed = page[page.index('<nav class="list"') :]
    return [unescape(one) for one in re.findall(r"</b><span>(.*?)</span>", listed)]


def remarks(page: str) -> list[str]:
    return re.findall(r'<p class="remark">(.*?)</p>', page)


def test_a_listed_deck() -> None:
    page = presented("briefing")
    assert "<title>工业汇报</title>" in page and '<html lang="zh-CN">' in page
    first, second, third = titles(page)
    assert first == "封面"
    assert second.startswith("规模以上工业增加值增速")
    assert third.startswith("规模以上工业企业利润增速")
    assert remarks(page) == []


def test_in_english() -> None:
    page = presented("briefing", "lang=en")
    assert "<title>Industry briefing</title>" in page and '<html lang="en">' in page
    assert titles(page)[0] == "Cover"


def test_a_language_that_there_is_not_is_chinese() -> None:
    assert '<html lang="zh-CN">' in presented("briefing", "lang=fr")


def test_one_put_together_from_any_figures() -> None:
    page = presented("custom", "", "coverage", "growth_q1", "coverage")
    assert "<title>自选图汇报</title>" in page
    assert [one[:4] for one in titles(page)[1:]] == ["各份材料", "规模以上"]
    assert "<title>工业汇报</title>" in presented("briefing", "", "coverage")


def test_the_page_of_a_comparison(tables: Tables) -> None:
    page = presented("custom", "", "compare?indicator=profit_growth&regions=hebei,shaanxi")
    assert len(titles(page)) == 2
    assert (
        f"<title>{tables.catalogue.indicators['profit_growth'].name.zh}</title>" in page
    )  # one figure's deck has its title


@pytest.mark.parametrize(("deck", "query"), [("nothing", ""), ("custom", ""), ("custom", "slide=")])
def test_a_deck_that_there_is_not(deck: str, query: str) -> None:
    with pytest.raises(NotFound) as missing:
        presented(deck, query)
    assert (missing.value.what, missing.value.name) == ("deck", deck)


def test_no_tables(shown: SimpleNamespace) -> None:
    shown.tables = None
    with pytest.raises(NotFound) as missing:
        presented("briefing")
    assert missing.value.what == "data"


def test_figures_that_there_are_not_are_left_out_and_named() -> None:
    page = presented("custom", "", "growth_q1", "<b>", "nothing")
    assert len(titles(page)) == 2
    assert remarks(page) == ["没有名为“&lt;b&gt;”的图。", "没有名为“nothing”的图。"]
    page = presented("custom", "lang=en", "growth_q1", "nothing")
    assert remarks(page) == ["There is no figure named “nothing”."]
    many = presented("custom", "", "growth_q1", *("x" * at for at in range(1, 200)))
    assert len(remarks(many)) == 3


@pytest.mark.parametrize("deck", ["custom", "briefing"])
def test_where_no_figure_is_left_there_is_no_deck(deck: str) -> None:
    query = QueryParams([("slide", "nothing"), ("slide", "compare")])
    for take in (taken.present, lambda id, asked: taken.deck(f"{id}.xlsx", asked)):
        with pytest.raises(NotFound) as missing:
            take(deck, query)
        assert (missing.value.what, missing.value.name) == ("figure", "nothing")


def test_more_slides_than_a_deck_has_are_refused_and_counted(tables: Tables) -> None:
    ids = [f"compare?indicator={one}" for one in tables.catalogue.indicators][:61]
    assert len(ids) == 61
    with pytest.raises(TooMany) as refused:
        presented("custom", "", *ids)
    assert (refused.value.count, refused.value.most) == (61, 60)
    unknown = [f"compare?indicator={number}" for number in range(80)]
    assert len(titles(presented("custom", "", *unknown, *ids[:2], *ids[:2]))) == 3


def test_an_indicator_is_chosen_in_the_comparison_only() -> None:
    def ids(deck: str, query: str) -> list[str]:
        return [one.id for one in taken._deck(deck, QueryParams(query)).figures]

    chosen = "indicator=profit&period=2021-01/2021-03"
    assert ids("briefing", chosen) == [f"{one}?period=2021-01/2021-03" for one in ("growth_q1", "profit")]
    alike = "slide=growth_q1%3Findicator=profit&slide=growth_q1%3Findicator=revenue"
    assert ids("custom", alike) == ["growth_q1"]
    assert ids("custom", "slide=compare&indicator=profit_growth") == ["compare?indicator=profit_growth"]


def test_the_choices_of_the_address_are_drawn() -> None:
    page = presented("custom", "", "growth_q1?regions=hebei,shaanxi")
    subtitle = page[page.index('"annotations"') :]
    assert "河北" in subtitle and "江西省统计局" not in subtitle
    assert page != presented("custom", "", "growth_q1")
    wide = presented("custom", "regions=hebei,shaanxi", "growth_q1", "profit?regions=jiangxi,hebei")
    assert wide.count("陕西") > 0


def test_the_same_is_made_once_and_what_is_kept_is_bounded(
    shown: SimpleNamespace, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = html_deck.deck

    def counted(*arguments: Any) -> str:
        made.append(arguments[0])
        return real(*arguments)

    monkeypatch.setattr(html_deck, "deck", counted)
    readers = [threading.Thread(target=presented, args=("briefing", "period=")) for _ in range(6)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    assert len(made) == 1
    ids = list(tables.catalogue.figures)
    monkeypatch.setattr(taken, "_KEPT_BYTES", 300_000)
    for id in ids[:20]:
        presented("custom", "", id)
    assert len(taken._kept) < 20
    assert sum(map(len, taken._kept.values())) <= 300_000
    before = presented("briefing")
    shown.tables = Shown(tables, "v1", "又一题目")  # a title is no data: the version stays, the page doesn't
    assert "又一题目" in presented("briefing") != before
    shown.tables = Shown(tables, "v2")
    assert 'content="v2"' in presented("briefing")
    assert len(taken._kept) == 1
