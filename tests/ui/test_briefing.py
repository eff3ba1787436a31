"""The viewer's briefing through Streamlit's own harness: a figure goes in with its choices, is told to be in, and
leaves; what the address says is what is shown; a bad file changes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from industry.export.deck import regional, years
from industry.export.formats import formats
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests import patience
from ui import ROOT
from ui.briefing import slides as page_of_slides
from ui.briefing import tray

TWO = "profit?regions=hebei,jiangxi&year=2021;gap_growth?heading=%E4%B8%8A%E5%8D%8A%E5%B9%B4"


def opened(page: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    if page:
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    return app.run()


def held(app: AppTest) -> list[str]:
    value: Any = app.query_params.get("slides", "")
    return [one for one in (value[0] if isinstance(value, list) else value).split(";") if one]


def deck(app: AppTest) -> dict[str, Any]:
    told, *_ = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    found: dict[str, Any] = json.loads(told["deck"])
    return found


def bar(app: AppTest) -> str:
    return unescape(next(str(one.value) for one in app.markdown if 'class="bar"' in str(one.value)))


def test_a_figure_goes_in_with_its_choices_and_out_again() -> None:
    chosen = {"regions": "hebei,jiangxi", "indicator": "profit_growth", "period": "2021-01/2021-05"}
    app = opened("compare", **chosen)
    app.button("figure-compare-zh-tray").click().run()
    (slide,) = held(app)
    assert Slide.parse(slide).figure == "compare"
    assert (
        Slide.parse(slide).choices.values().items()
        >= {
            "indicator": "profit_growth",
            "period": "2021-01/2021-05",
            "regions": "jiangxi,hebei",
        }.items()
    )
    assert app.button("figure-compare-zh-tray").label == "移出汇报"
    assert "汇报（1）" in bar(app)
    app.button("figure-compare-zh-tray").click().run()
    assert held(app) == [] and app.button("figure-compare-zh-tray").label == "加入汇报"


@pytest.mark.parametrize(("page", "figure"), [("compare", "province_shares"), ("trends", "gdp_level")])
@pytest.mark.parametrize("regions", ["", "hebei,jiangxi"])
def test_a_figure_that_a_page_lists_is_config_yaml_s_until_regions_are_chosen(
    page: str, figure: str, regions: str
) -> None:
    app = opened(page, **({"regions": regions} if regions else {}))
    app.button(f"figure-{figure}-zh-tray").click().run()
    (slide,) = map(Slide.parse, held(app))
    assert (slide.figure, slide.choices.regions) == (figure, ("jiangxi", "hebei") if regions else ())


def test_every_region_of_which_there_is_anything_has_a_deck(tables: Tables) -> None:
    listed = {one.id for one in tables.catalogue.config.decks}
    made = {one.id: one for one in regional.decks(tables)}
    others = {id for id in tables.catalogue.regions if id not in listed and tables.rows(region=id)}
    assert made.keys() == listed | others and others
    app = opened("briefing", deck=next(iter(others)))
    assert [one["title"] for one in deck(app)["tiles"]]
    assert made[next(iter(others))].title.zh in app.selectbox[0].options


def test_a_region_leads_to_its_briefing() -> None:
    app = opened("region", region="hebei", lang="en")
    to = next(one.value for one in app.markdown if "/briefing" in one.value and "class=" not in one.value)
    assert parse_qs(urlsplit(re.findall(r"\((.+)\)", to)[0]).query)["deck"] == ["hebei"]


def test_the_year_chosen_for_a_region_is_that_of_its_briefing(tables: Tables) -> None:
    year = next(one for one in map(str, years.held(tables)) if one != tables.catalogue.config.focus)
    app = opened("region", region="hebei", year=year)
    to = next(one.value for one in app.markdown if "/briefing" in one.value and "class=" not in one.value)
    asked = {key: one for key, (one,) in parse_qs(urlsplit(re.findall(r"\((.+)\)", to)[0]).query).items()}
    assert asked["year"] == year
    app = opened("briefing", **asked)
    assert [one.value for one in app.selectbox[:2]] == ["hebei", year]
    shown = [Slide.parse(one["slide"]).choices.year for one in deck(app)["tiles"]]
    assert shown and set(shown) == {year}
    links = [one.proto.url for one in app.get("link_button")]
    assert links and all(parse_qs(urlsplit(one).query)["year"] == [year] for one in links)
    usual = opened("briefing", deck="hebei")
    assert not any(one["slide"].count("year=") for one in deck(usual)["tiles"])
    assert not any("year=" in one.proto.url for one in usual.get("link_button"))


@pytest.mark.parametrize("page", ["overview", "compare", "trends", "region", "targets", "priorities"])
def test_every_figure_can_be_put_in_and_taken_away(page: str) -> None:
    app = opened("" if page == "overview" else page)
    labels = [one.label for one in app.button]
    shown = len(app.get("plotly_chart"))
    assert shown and labels.count("加入汇报") >= 1
    assert labels.count("加入汇报") == sum(one.proto.popover.label == "导出" for one in app.get("popover"))


def test_what_is_in_goes_from_page_to_page() -> None:
    app = opened("overview", slides=TWO)
    assert "slides=" in bar(app)
    assert held(app) == TWO.split(";")


def test_a_full_briefing_says_so(tables: Tables) -> None:
    many = [f"compare?indicator={one}" for one in list(tables.catalogue.indicators)[: tray.MOST]]
    app = opened("overview", slides=";".join(many))
    first = next(one for one in app.button if one.label == "加入汇报")
    first.click().run()
    assert held(app) == many
    assert [one.value for one in app.toast] == [
        "“我的汇报”已满：最多20页，标题总长也有限。请先移出几页，或缩短标题。"
    ]


def test_its_page_shows_it_first_and_links_carry_it() -> None:
    app = opened("briefing", slides=TWO)
    assert not app.exception
    assert app.selectbox[0].value == "custom" and app.selectbox[0].options[-1] == "我的汇报"
    tiles = deck(app)["tiles"]
    assert [one["heading"] for one in tiles] == ["", "上半年"]
    assert tiles[1]["title"] != "上半年" and tiles[1]["alt"].startswith("上半年")
    links = [one.proto.url for one in app.get("link_button")]
    assert len(links) == 1 + sum(len(one.ways) for one in formats().values() if one.of == "deck")
    assert all("slide=profit%3F" in one and "heading%3D%25E4" in one for one in links)
    assert "heading=%E4%B8%8A" in tiles[1]["thumbnail"] and "size=thumbnail" in tiles[1]["thumbnail"]


def test_a_deck_that_is_listed_can_be_copied_only() -> None:
    told = deck(opened("briefing"))
    assert not told["own"] and told["add"] == [] and len(told["tiles"]) > 3


def test_a_slide_that_there_is_not_can_be_removed() -> None:
    tiles = deck(opened("briefing", slides="nothing;profit"))["tiles"]
    assert tiles[0]["title"] == "没有名为“nothing”的图。" and "picture" not in tiles[0]


def spoken(elements: Iterable[Any]) -> list[str]:
    """What they say, without what keeps it from being Markdown."""
    return [str(one.value).replace("\\", "") for one in elements]


def test_the_day_of_an_opened_file_is_told(tables: Tables) -> None:
    app = opened("briefing", slides=TWO, since=f"2021-07-25,{tables.version}")
    assert any("打开的文件于2021-07-25保存，数据版本与现在相同" in one for one in spoken(app.caption))
    app = opened("briefing", slides=TWO, since="2021-07-25,abc")
    assert any("数据版本abc；现为数据版本" in one for one in spoken(app.caption))
    assert any("没有保存“abc”的数据" in one for one in spoken(app.info))
    assert not opened("briefing", slides=TWO, since="<b>,x").exception


class Kept:
    """An address that only remembers."""

    def __init__(self, slides: str) -> None:
        self.values = {tray.KEY: slides}

    def keep(self, values: dict[str, str]) -> None:
        self.values |= values


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    address = Kept("a;b?heading=B;c")
    monkeypatch.setattr(tray.address, "state", lambda: address)
    monkeypatch.setattr(tray.address, "keep", address.keep)
    return address


@pytest.mark.parametrize(
    ("moved", "before", "after"),
    [
        ("c", "a", "c;a;b?heading=B"),
        ("a", "c", "b?heading=B;a;c"),
        ("b", None, "a;c;b?heading=B"),
        ("b", "b", "a;b?heading=B;c"),
        ("x", "a", "a;b?heading=B;c"),
    ],
)
def test_slides_move_by_what_they_show(kept: Kept, moved: str, before: str | None, after: str) -> None:
    tray.move(Slide(moved), Slide(before) if before else None)
    assert kept.values[tray.KEY] == after


def test_a_slide_is_in_once_whatever_its_heading(kept: Kept) -> None:
    assert not tray.put(Slide("b"))
    assert tray.put(Slide("d"))
    assert tray.head(Slide("a"), "A") and tray.head(Slide("b"), "")
    tray.drop(Slide("c"))
    assert kept.values[tray.KEY] == "a?heading=A;b;d"
    assert not tray.take(Slide(f"s{at}") for at in range(tray.MOST + 1))
    assert not tray.take(Slide(f"s{at}", heading="标" * 40) for at in range(tray.MOST))
    assert kept.values[tray.KEY] == "a?heading=A;b;d"


def told(tables: Tables, monkeypatch: pytest.MonkeyPatch, asked: dict[str, str], shown: str = "a") -> str:
    """What the page tells after something was done to it."""
    said: list[str] = []
    monkeypatch.setattr(page_of_slides, "_tell", lambda text, wrong: said.append(text))
    monkeypatch.setattr(page_of_slides, "told", lambda key, *facts: " ".join(map(str, (key, *facts))))
    monkeypatch.setattr(page_of_slides.address, "say", lambda zh, en: en)
    page_of_slides._done(tables, tray.read(shown), asked)
    return "; ".join(said)


def test_a_file_that_is_none_changes_nothing(
    kept: Kept, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.values[tray.KEY]
    assert told(tables, monkeypatch, {"what": "open", "text": "PK\x03"}) == "no_json"
    assert told(tables, monkeypatch, {"what": "large"}) == "too_large 64"
    assert told(tables, monkeypatch, {"what": "move"}) == ""
    page_of_slides._done(tables, (), "nonsense")
    assert kept.values[tray.KEY] == before


def test_what_the_page_sends_is_done(kept: Kept, tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    for asked in (
        {"what": "move", "slide": "c", "before": "a"},
        {"what": "head", "slide": "a", "heading": "  A\n1 "},
        {"what": "remove", "slide": "b"},
        {"what": "add", "slide": "profit"},
    ):
        assert told(tables, monkeypatch, asked) == ""
    assert kept.values[tray.KEY] == "c;a?heading=A+1;profit"
    assert told(tables, monkeypatch, {"what": "copy"}, "x;y") == ""
    assert kept.values[tray.KEY] == "x;y"
    assert told(tables, monkeypatch, {"what": "clear"}) == ""
    assert kept.values[tray.KEY] == ""
