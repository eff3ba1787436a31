"""Every page in both languages through Streamlit's own test harness: it runs, it says what it should,
and what is chosen is shown."""

import json
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from industry import wording
from industry.tables.tables import Tables
from industry.vocabulary.finding import Finding
from industry.vocabulary.slide import Slide
from tests import patience, unheld
from tests.conftest import WORLD
from ui import ROOT
from ui.sections import data as data_sections

SCRIPTS = {
    one: f"pages/{one}.py"
    for one in (
        "overview",
        "compare",
        "trends",
        "region",
        "targets",
        "priorities",
        "proof",
        "briefing",
        "data",
    )
}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def opened(page: str, language: str = "zh", **query: str) -> AppTest:
    """A page as a viewer opens it by its address."""
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    for name, value in ({"lang": "en"} if language == "en" else {}).items():
        app.query_params[name] = value
    for name, value in query.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(str(ROOT / SCRIPTS[page]))
    return app.run()


def texts(app: AppTest) -> str:
    """All text of a page."""
    found = [
        one.value for kind in ("markdown", "caption", "info", "warning", "title") for one in app.get(kind)
    ]
    return "\n".join(str(one) for one in found)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", SCRIPTS)
def test_every_page_runs(page: str, language: str) -> None:
    app = opened(page, language)
    assert not app.exception
    assert not app.error
    said = texts(app)
    assert ("数据截至" in said) if language == "zh" else ("Data as of" in said)


@pytest.mark.parametrize("page", SCRIPTS)
def test_an_english_page_says_nothing_in_chinese(page: str) -> None:
    said = texts(opened(page, "en"))
    assert not _CHINESE.search(said.replace("中文", "")), _CHINESE.findall(said)[:20]


def tables_of(app: AppTest) -> list[list[list[str]]]:
    """The tables of a page, each as lines of texts."""
    told = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    lines = [json.loads(one["table"])["lines"] for one in told if "table" in one]
    return [[[cell.get("text", "") for cell in line["cells"]] for line in one] for one in lines]


@pytest.mark.parametrize("page", ["compare", "trends"])
def test_panels_of_a_figure_stand_side_by_side(page: str) -> None:
    """Both growths of a figure are seen at once: each panel, its heading and its plot, in a column of its own."""
    app = opened(page)
    held = [([str(one.value) for one in of.markdown], len(of.get("plotly_chart"))) for of in app.columns]
    headed = [said for said, plots in held if plots == 1 and any(one.startswith("**") for one in said)]
    assert len({tuple(one) for one in headed}) >= 2, held


def test_a_search_finds_its_row() -> None:
    (line,) = tables_of(opened("data", q="65.7"))[0]
    assert line[1] == "河北"
    assert line[3] == "65.7%"


def test_a_row_in_the_address_opens_its_card_in_the_page_s_language(tables: Tables) -> None:
    row = next(one for one in tables.rows(region="hebei") if one.as_printed == "65.7%")
    for language, said in (
        ("zh", "尚无其他公布数可供核对"),
        ("en", "Our data have no other published figure"),
    ):
        app = opened("data", language, row=row.id)
        assert not app.exception
        assert said in texts(app)


def test_a_row_that_isn_t_there_is_told() -> None:
    app = opened("overview", row="hebei:no_such_thing")
    assert not app.exception
    assert any("没有代码为“hebei:no" in one.value.replace("\\", "") for one in app.info)


def test_an_unknown_choice_gets_the_default_and_a_sentence() -> None:
    app = opened("compare", concept="nonsense")
    assert any("nonsense" in one.value for one in app.toast)
    assert not app.exception


def test_a_slide_s_own_text_opens_its_page(tables: Tables) -> None:
    slide = Slide.parse("compare?indicator=profit_growth&period=2021-01/2021-05&regions=jiangxi,hebei")
    app = opened(slide.figure, **slide.choices.values())
    assert not app.toast
    assert str(tables.catalogue.indicators["profit_growth"].name.zh) in texts(app)
    assert (app.get("selectbox")[0].value, app.get("selectbox")[1].value) == (
        "profit_growth",
        "profit_growth",
    )


def test_where_nothing_compares_there_is_a_sentence_and_a_table() -> None:
    app = opened("compare", concept="renovation_investment")
    assert "不作图" in texts(app)
    assert tables_of(app)


def test_a_period_that_nobody_shares_is_told_and_no_other_drawn_in_its_place() -> None:
    app = opened("compare", period="2024-01/2024-06")
    told = [one.value.replace("\\", "") for one in app.info]
    assert any("2024年1—6月" in one and "不作图" in one for one in told)
    assert "2021年1—3月" in [line[0] for line in tables_of(app)[0]]


def picks_of(app: AppTest) -> list[tuple[str, bool]]:
    """The lines of a page's first table that can be chosen, and which is."""
    told = next(json.loads(one.proto.json) for one in app.get("bidi_component"))
    return [(one["pick"], one["selected"]) for one in json.loads(told["table"])["lines"]]


def test_the_grid_lists_every_period_held_newest_first_with_the_one_drawn_selected() -> None:
    picks = picks_of(opened("compare"))
    assert [one for one, selected in picks if selected] == ["2021-01/2021-03"]
    assert "2021-01/2021-06" in dict(picks) and "2020-01/2020-03" in dict(picks)
    ends = [one.split("/")[-1] for one, _ in picks]
    assert [one[:4] for one in ends] == sorted((one[:4] for one in ends), reverse=True)
    asked = picks_of(opened("compare", period="2021-01/2021-06"))
    assert [one for one, selected in asked if selected] == ["2021-01/2021-06"]


def test_an_amount_of_one_region_alone_is_a_part_of_its_whole() -> None:
    for region, whole in (("jiangxi", "占全国的比重"), ("jian", "占江西的比重")):
        app = opened("compare", indicator="gdp", regions=region, period="2020@first_release")
        assert not app.exception
        assert whole in texts(app) or "不计算占比" in texts(app)


@pytest.mark.parametrize("indicator", ["renovation_share", "county_clusters", "industry_leaders", "breadth"])
def test_any_indicator_can_be_compared_by_its_address(tables: Tables, indicator: str) -> None:
    app = opened("compare", indicator=indicator)
    assert not app.exception and not app.error
    if known := tables.catalogue.indicators.get(indicator):
        assert known.name.zh in texts(app)
        assert app.get("selectbox")[1].value == indicator
    else:
        assert any(indicator in one.value for one in app.toast)


@pytest.mark.parametrize(
    "indicator", ["profit", "profit_growth", "revenue", "designated_enterprises", "renovation_share"]
)
@pytest.mark.parametrize("page", ["compare", "trends"])
def test_what_an_address_names_outlasts_another_choice(page: str, indicator: str, tables: Tables) -> None:
    """Also where it is what would be shown by itself, for the regions and the subject of just then."""
    regions = ["jiangxi", "hebei", "shaanxi"]
    app = opened(page, indicator=indicator, regions=",".join(regions))
    at = 1 if page == "compare" else 0

    def shown() -> str:
        assert not app.exception
        return str(app.get("selectbox")[at].value)

    assert shown() == indicator
    pills = next(one for one in app.get("button_group") if set(regions) <= set(one.value))
    for chosen in (["jiangxi", "hebei"], ["shaanxi"], regions):
        pills.set_value(chosen).run()
        assert shown() == indicator, app.query_params
        pills = next(one for one in app.get("button_group") if set(one.value) == set(chosen))


def test_indicators_are_named_in_the_page_s_language() -> None:
    for language in ("zh", "en", "zh"):
        for page in ("compare", "trends"):
            options = opened(page, language).get("selectbox")[page == "compare"].options
            assert all(bool(_CHINESE.search(one)) == (language == "zh") for one in options), options


def test_other_measures_are_told_with_reasons_and_no_long_table() -> None:
    app = opened("compare")
    others = tables_of(app)[1]
    assert 3 <= len(others) <= 20
    assert all(line[1] for line in others)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_trend_is_of_the_years_chosen(language: str) -> None:
    app = opened("trends", language, span="2019/2021", indicator="value_added_growth")
    assert not app.exception
    assert app.get("select_slider") or app.get("slider")
    assert ("与全国同期之差" if language == "zh" else "gap to China") in texts(app)


def test_a_trend_is_of_one_year_where_both_ends_are_one() -> None:
    app = opened("trends", span="2020/2020", indicator="value_added_growth")
    assert not app.exception and "不作图" not in texts(app)


@pytest.mark.parametrize("year", ["latest\n", "1066", "２０２１"])
def test_a_year_that_there_is_not_costs_a_trend_nothing_but_a_sentence(year: str) -> None:
    app = opened("trends", year=year, indicator="value_added_growth")
    assert not app.exception and "不作图" not in texts(app)
    assert any("没有" in one.value and "这一选项" in one.value for one in app.toast)


def test_slides_that_a_briefing_has_no_room_for_are_told() -> None:
    years = ";".join(f"gap_growth?year={2000 + one}" for one in range(40))
    assert "有40页，后20页未列入" in texts(opened("briefing", deck="custom", slides=years))
    few = ";".join(years.split(";")[:20])
    assert "未列入" not in texts(opened("briefing", deck="custom", slides=few))


def test_a_trend_of_amounts_stands_beside_its_share_of_the_country() -> None:
    assert "地区生产总值占全国的比重" in texts(opened("trends", indicator="gdp"))


def test_a_period_outside_the_window_is_compared_where_the_address_asks_for_it() -> None:
    app = opened("compare", period="2022")
    assert not app.info and "2022年" in texts(app)


def test_a_period_asked_for_where_nothing_is_shared_is_told_by_the_figure() -> None:
    app = opened("compare", concept="renovation_investment", period="2024-01/2024-06")
    assert any("2024年1—6月" in one.value and "不作图" in one.value for one in app.info)
    assert not app.get("plotly_chart") or "2024" in texts(app)


def test_another_shared_period_changes_what_is_drawn() -> None:
    def drawn(app: AppTest) -> str:
        return json.dumps([json.loads(one.proto.spec) for one in app.get("plotly_chart")])

    assert drawn(opened("compare")) != drawn(opened("compare", period="2020-01/2020-09"))


def test_without_decks_any_figures_can_be_briefed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(WORLD, folder)
    config = folder / "config.yaml"
    config.write_text(config.read_text("utf-8").partition("\ndecks:")[0], "utf-8")
    monkeypatch.setenv("DATA", str(folder))
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    app.switch_page(str(ROOT / "pages" / "briefing.py")).run()
    assert not app.exception
    offered = app.selectbox[0].options
    assert len(offered) > 1 and offered[-1] == "我的汇报"  # beside a briefing of each region that has figures
    app.selectbox[0].select("我的汇报").run()
    told, *_ = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    deck = json.loads(told["deck"])
    assert deck["own"] and not deck["tiles"] and len(deck["add"]) > 3


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "未收录河南的数字。"), ("en", "Our data have no figure of Henan.")]
)
def test_of_a_region_without_figures_a_sentence_says_so(
    language: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in unheld.files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    monkeypatch.setenv("DATA", str(tmp_path))
    app = opened("region", language, region=unheld.REGION)
    assert not app.exception and [one.value for one in app.info] == [said]
    assert not app.expander and not app.get("bidi_component") and f"deck={unheld.REGION}" not in texts(app)
    other = opened("region", language, region="hebei")
    assert not other.info and other.expander and other.get("bidi_component") and "deck=hebei" in texts(other)


@pytest.mark.parametrize("content", [None, "title: {zh: 看板, en: Dashboard\n"], ids=["no folder", "no YAML"])
def test_tables_that_were_never_readable_are_named_on_every_page(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server started on a wrong folder, or a config.yaml that doesn't parse, says so as `make check` does."""
    folder = tmp_path / "tables"
    if content is not None:
        shutil.copytree(WORLD, folder)
        (folder / "config.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setenv("DATA", str(folder))
    monkeypatch.setattr("ui.site._LastGood.site", None)
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS).run()
    assert not app.exception
    (told,) = app.error
    assert "数据表有错误，暂无数据可以显示" in told.value
    assert ("没有这个文件夹" if content is None else "config") in told.value.replace("\\", "")


def test_only_the_findings_shown_are_worded(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[Finding] = []
    real = wording.audit

    def counted(finding: Finding, language: str) -> str:
        worded.append(finding)
        return real(finding, language)

    monkeypatch.setattr(wording, "audit", counted)
    monkeypatch.setattr(data_sections, "_MOST", 2)
    data_sections._told.cache_clear()
    shown = texts(opened("data"))
    assert 0 < len(worded) <= 4
    assert f"相符的{sum(one.code == 'agrees' for one in tables.findings)}项" in str(
        opened("data").get("expander")
    )
    assert re.search(r"……共\d+项", shown)
    data_sections._told.cache_clear()
