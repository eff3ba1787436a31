"""What the curators' page asks before anything is adopted: what a file is, its rows beside the tables with what is wrong at their
cells, a source like another, what is kept of somebody's work when rows are proposed anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml

from industry import project
from industry.curation import proposed
from industry.curation.bench import kinds, proposing, samples, sources
from industry.curation.bench.judged import Judged, judged
from industry.curation.bench.trying import tried
from industry.curation.importing import new_source
from industry.curation.proposed import Proposed, written
from industry.curation.template import making
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.strict_record import Text
from tests.conftest import WORLD
from tests.curation.workbooks import separated

FILES = contents(WORLD)
Q1 = "2021-01/2021-03"
HELD = f"jiangxi:value_added_growth:{Q1}:jiangxi_stats_2021_04:"


def row(
    region: str = "jiangxi",
    value: str = "29.4",
    period: str = Q1,
    source: str = "jiangxi_stats_2021_04",
    **more: str,
) -> Proposed:
    cells = {
        "indicator": "value_added_growth",
        "period": period,
        "value": value,
        "status": "actual",
        "source": source,
        "as_printed": f"{value}%",
    }
    return Proposed(region, cells | more)


def told(tables: Tables, *rows: Proposed) -> tuple[Judged, ...]:
    return judged(rows, FILES, tables)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("讲话.docx", b"", "document"),
        ("讲话.PDF", b"", "document"),
        ("讲话.txt", "一季度，全省规模以上工业增加值增长29.4%。\n利润增长67.3%。".encode("gb18030"), "document"),
        ("表.txt", "地区\t增速\n江西\t29.4\n河北\t17.6\n".encode("gb18030"), "statistics"),
        ("表.csv", separated([["地区", "增速"], ["江西", 29.4]], encoding="utf-16"), "statistics"),
        ("待录.csv", written([row()]), "proposal"),
        ("jiangxi.csv", FILES["data/observations/jiangxi.csv"], "table"),
    ],
)  # fmt: skip
def test_what_a_file_is(name: str, data: bytes, kind: str) -> None:
    assert kinds.kind(name, data) == kind


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("empty", [True, False])
def test_a_template_is_one_and_an_untouched_one_proposes_nothing(
    tables: Tables, language: str, empty: bool
) -> None:
    data = making.workbook(tables, tables.catalogue.regions["jian"], language, empty)
    assert kinds.kind("吉安.xlsx", data) == "template"
    assert proposing.of_rows("template", "吉安.xlsx", data, tables) == ()


def test_rows_beside_those_that_are_there(tables: Tables) -> None:
    same, other, elsewhere, again, new = told(
        tables,
        row(),
        row(value="29.5"),
        row(value="29.4", source="jiangxi_miit_2021_09"),
        row(value="29.4", source="jiangxi_miit_2021_09"),
        row("hebei", "9.5", "2021-01/2021-06", "hebei_stats_2021_11"),
    )
    assert [one.state for one in (same, other, elsewhere, again, new)] == [
        "same",
        "differs",
        "new",
        "repeats",
        "new",
    ]
    assert same.held[0] == other.held[0] == HELD and not new.held
    assert not same.possible and not again.possible
    assert elsewhere.sure and new.sure and new.observed is not None and str(new.observed.value) == "9.5"
    assert not other.possible  # two values in one place: it replaces that one, or is of another edition
    (instead,) = told(tables, replace(row(value="29.5"), replaces=HELD))
    assert (instead.state, instead.possible, instead.sure) == ("replaces", True, False)


def test_every_fault_at_its_cell_and_a_row_s_own_only(tables: Tables) -> None:
    good = row("hebei", "9.5", "2021-01/2021-06", "hebei_stats_2021_11")
    bad = row("hebei", "9.6", "2021-13", "hebei_stats_2021_11", status="actul", as_printed="9.5%")
    lost = row("", "9.6", "2021-01/2021-07", "nobody")
    gone = replace(row(value="29.5"), replaces="jiangxi:nothing")
    found = told(tables, bad, good, lost, gone)
    assert {one.column for one in found[0].wrong} >= {"period", "status", "value"}
    assert found[1].possible and found[1].observed is not None
    assert [one.column for one in found[2].wrong] == ["region"]
    assert [one.key for one in found[3].wrong] == ["replaces_gone"]


def test_a_change_of_somebody_else_s_meanwhile_is_told_and_stands(tables: Tables) -> None:
    mine = proposing.noted([replace(row(value="29.6"), replaces=HELD)], tables)
    theirs = tried(FILES, tables, [replace(row(value="29.5"), replaces=HELD, accepted=True)])
    assert theirs.difference is not None
    files, after = theirs.then.files, theirs.difference.after
    (late,) = judged(mine, files, after)
    assert [one.key for one in late.wrong] == ["replaces_changed"] and not late.possible
    assert (
        proposing.noted(mine, after)[0].told["was"] == mine[0].told["was"]
    )  # looked through anew, it is told all the same
    seen = replace(mine[0], told={**mine[0].told, "was": ""})
    (again,) = judged(proposing.noted([seen], after), files, after)
    assert again.possible


def test_what_would_change_and_what_would_fail(tables: Tables) -> None:
    assert tried(FILES, tables, []).changed == ()
    good = tried(
        FILES, tables, [replace(row("hebei", "9.5", "2021-01/2021-06", "hebei_stats_2021_11"), accepted=True)]
    )
    assert good.changed == ("data/observations/hebei.csv",) and good.difference is not None
    assert [one.kind for one in good.difference.numbers] == ["added"]
    bad = tried(FILES, tables, [replace(row(value="29.5"), accepted=True)])
    assert bad.difference is None and bad.wrong
    whole = tried(FILES, tables, (), whole={"data/observations/hebei.csv": b"region\n1\n"})
    assert whole.difference is None and any(one.fault for one in whole.wrong)


def test_what_somebody_did_stays_when_rows_are_proposed_anew(tables: Tables) -> None:
    """An answer to a question proposes all rows anew: cells that she wrote stay hers, and what she chose stays chosen
    where nothing more of it is doubted."""
    first = replace(row(), told={"passage": "表1!B3", "doubted": "period indicator"})
    other = replace(row("hebei"), told={"passage": "表1!B4"}, accepted=True)
    third = replace(row("shaanxi"), told={"passage": "表1!B5"}, accepted=True)
    mine = {"touched": "period", "doubted": ""}
    hers = replace(first, cells={**first.cells, "period": "2021-01/2021-04"}, told={**first.told, **mine})
    anew = replace(third, cells={**third.cells, "indicator": "profit_growth"}, accepted=False)
    fourth = replace(row("china"), told={"passage": "表1!B6", "doubted": "value"}, accepted=True)
    doubted = replace(other, accepted=False, told={"passage": "表1!B4", "doubted": "value"})
    new = (doubted, first, anew, replace(fourth, accepted=False))
    found = proposing.carried((hers, other, third, fourth), new, tables)
    assert found[0].doubted == ("value",) and not found[0].accepted and found[3].accepted
    assert found[1].cells["period"] == "2021-01/2021-04" and found[1].doubted == ("indicator",)
    assert not found[2].accepted  # it says another thing now


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-07-15", "2026-07-15"), ("2026年7月15日", "2026-07-15"), ("2026/7/5", "2026-07-05"), ("2026.7", "2026-07"), ("2026年7月", "2026-07"),
        ("2026", "2026"), ("2026-13-01", ""), ("2026-02-30", ""), ("26-7-15", ""), ("昨天", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(text: str, day: str) -> None:
    assert sources.day(text) == day


def test_a_source_like_another(tables: Tables) -> None:
    one = tables.catalogue.sources["jiangxi_stats_2021_04"]
    new = sources.like(one, "2021-08-20", None, tables)
    texts = {
        f"{name}_{tongue}": getattr(new, name).model_dump()[tongue]
        for name in ("title", "publisher")
        for tongue in ("zh", "en")
    }
    assert sources.edited(new, one, texts) == {"title_zh": "same_title", "title_en": "same_title"}
    assert sources.edited(new, one, texts | {"title_en": " "}) == {"title_en": "no_text"}
    hers = texts | {"title_zh": "上半年数据：“新”#1"}
    assert sources.edited(new, one, hers, same=True) == {"title_en": "same_title"}
    hers |= {"title_en": "Half: year's"}
    assert sources.edited(new, one, hers | {"via_zh": "大江网"}) == {"via_en": "via_both"}
    made = sources.edited(new, one, hers)
    assert isinstance(made, sources.New) and made.source.via is None
    again = sources.edited(new, one, hers | {"via_zh": "大江网", "via_en": "jxnews.com.cn"}, "A")
    assert isinstance(again, sources.New) and again.source.via is not None and again.source.confidence == "A"
    files = tried(
        FILES,
        tables,
        [replace(row(value="17.0", period="2021-01/2021-07", source=made.source.id), accepted=True)],
        [(sources.FILE, made.data)],
    )
    assert files.difference is not None, [one.told("zh") for one in files.wrong]
    kept = files.difference.after.catalogue.sources[made.source.id]
    assert kept.title.zh == "上半年数据：“新”#1" and kept.confidence == "B" and kept.date == "2021-08-20"


def test_a_new_source_says_nothing_of_where_the_like_one_was_seen(tables: Tables) -> None:
    full = {
        "via": Text(zh="大江网", en="jxnews.com.cn"), "via_note": Text(zh="见", en="seen"), "url": "https://a.cn/b", "document": "x",
        "date_note": Text(zh="日不详", en="day unknown"), "confidence": "A",
    }  # fmt: skip
    for one in tables.catalogue.sources.values():
        new = sources.like(one.model_copy(update=full), "2021-12-03", None, tables)
        assert not any((new.via, new.via_note, new.url, new.document, new.date_note))
        assert new.confidence == "B"


@pytest.mark.parametrize(
    ("zh", "en", "to_zh", "to_en"),
    [
        ("2021年上半年江西经济运行数据", "Jiangxi’s economy in the first half of 2021", "{zh}江西经济运行数据", "Jiangxi’s economy in {en}"),
        ("江西2021年一季度数据", "Data of the first quarter of 2021, Jiangxi", "江西{zh}数据", "Data of {en}, Jiangxi"),
        ("2021年全年数据（2021年全年）", "Growth in 2021 (2021)", "{zh}数据（{zh}）", "Growth in {en} ({en})"),
        ("2021年1—5月增长与1—4月利润", "Growth in January–May and profits in January–April 2021", "2021年1—5月增长与1—4月利润", "Growth in January–May and profits in January–April 2021"),
        ("发布会（2021年5月16日）", "Conference, 16 May 2021", "发布会（2021年5月16日）（{zh}）", "Conference, 16 May 2021 ({en})"),
    ],
)  # fmt: skip
def test_the_period_of_a_title_wherever_it_stands(
    tables: Tables, zh: str, en: str, to_zh: str, to_en: str
) -> None:
    one = tables.catalogue.sources["jiangxi_stats_2021_04"].model_copy(update={"title": Text(zh=zh, en=en)})
    new = sources.like(one, "2021-11-18", periods.read("2021-01/2021-10", "flow"), tables)
    own = {"zh": "2021年1—10月", "en": "January–October 2021"}
    assert (new.title.zh, new.title.en) == (to_zh.format(**own), to_en.format(**own))


def test_a_title_that_was_rewritten_in_one_language_alone_is_asked_about(tables: Tables) -> None:
    one = tables.catalogue.sources["jiangxi_stats_2021_04"]
    new = sources.like(one, "2021-11-18", periods.read("2021-01/2021-10", "flow"), tables)
    texts = {
        f"{name}_{each}": getattr(new, name)(each) for name in ("title", "publisher") for each in ("zh", "en")
    }
    assert isinstance(sources.edited(new, one, texts), sources.New)
    hers = texts | {"title_zh": "江西新发布"}
    assert sources.edited(new, one, hers) == {"title_en": sources.OTHER_TITLE}
    assert isinstance(sources.edited(new, one, hers, same=True), sources.New)


def test_sources_are_found_by_words_in_any_order(tables: Tables) -> None:
    every = sources.fitting("statistics", tables)
    for words in ("江西 2021", "2021 江西", "statistics jiangxi 2021-04", "  江西省统计局  一季度 "):
        found = samples.matching(words, every, tables)
        assert "jiangxi_stats_2021_04" in {one.id for one in found}, words
        assert len(found) < len(every)
    assert samples.matching("", every, tables) == every and samples.matching("没有 江西", every, tables) == ()


def test_sources_are_found_whatever_dashes_widths_and_marks_are_typed(tables: Tables) -> None:
    every = [
        one.model_copy(
            update={"title": Text(zh="江西1—7月“小巨人”情况", en="Jiangxi’s “little giants”, January–July")}
        )
        for one in sources.fitting("statistics", tables)[:1]
    ]
    for words in ("1-7月", "１－７月", '"小巨人"', "“小巨人”", "Jiangxi's", "jiangxi’s", "january-july"):
        assert samples.matching(words, every, tables), words


@pytest.mark.parametrize(
    ("name", "head", "fits"),
    [
        ("1-10月.csv", "江西省各设区市主要指标", "jiangxi"), ("江西.csv", "主要指标", "jiangxi"), ("x.csv", "江西省吉安市主要指标", "jian"),
        ("x.csv", "主要指标", ""), ("x.csv", "江西、河北主要指标", ""),
    ],
)  # fmt: skip
def test_the_sample_is_one_that_the_file_names_and_no_other(
    tables: Tables, name: str, head: str, fits: str
) -> None:
    every = sources.samples("statistics", tables)
    data = separated([[head], ["地区", "增速"], ["赣州", 5.0], ["九江", 6.0]])
    found = samples.fitting("statistics", name, data, every, tables)
    has = any(one.region == fits for one in every)
    assert (tables.catalogue.sources[found].region if found else "") == (fits if has else "")


def test_sources_that_a_file_may_be_of(tables: Tables) -> None:
    documents = sources.fitting("document", tables)
    assert {one.kind for one in sources.fitting("statistics", tables)} == {"statistics"}
    assert documents and all(one.kind != "statistics" for one in documents)
    assert [one.date or "" for one in documents] == sorted(
        (one.date or "" for one in documents), reverse=True
    )
    named = documents[0].document
    assert sources.named(f"{named}.docx", tables) == documents[0].id and sources.named("x.docx", tables) == ""


def test_a_day_late_in_what_is_not_known(tables: Tables) -> None:
    one = tables.catalogue.sources["jiangxi_stats_2021_04"]
    days = {
        text: proposing.day(one.model_copy(update={"date": text}))
        for text in ("2021", "2021-04", "2021-04-19")
    }
    assert list(days.values()) == [date(2021, 12, 28), date(2021, 4, 28), date(2021, 4, 19)]
    assert proposing.day(one.model_copy(update={"date": None})) is None


def test_proposals_keep_what_they_replace_as_it_was_then(tables: Tables) -> None:
    (made,) = proposed.against([replace(row(value="29.6"), replaces=HELD)], tables)
    (back,) = proposing.of_rows("proposal", "待录.csv", written([made]), tables)
    assert back.told["was"] == made.told["was"]
    assert project.read(FILES)[0] is not None


def test_a_new_source_of_a_document_names_its_file(tables: Tables) -> None:
    """By its own name, or by the new id where another source's document has that, whatever the case of its letters."""
    one = next(each for each in tables.catalogue.sources.values() if each.document)
    bureau = tables.catalogue.sources["jiangxi_stats_2021_04"]
    assert sources.samples("document", tables)[-1].kind == "statistics"
    assert all(each.kind == "statistics" for each in sources.samples("statistics", tables))
    new = sources.like(one, "2021-12-03", None, tables)
    assert one.document is not None
    for name, named in (
        ("厅长讲话.docx", "厅长讲话"), ("讲话.v2.pdf", "讲话.v2"), (f"{one.document}.docx", new.id),
        (f"{one.document.upper()}.txt", new.id), (" 讲话.docx", new.id), ("讲话\n.txt", new.id),
    ):  # fmt: skip
        made = sources.of_document(new, name, tables, "interview", "jian")
        assert (made.document, made.kind, made.region) == (named, "interview", "jian")
        assert sources.file_for(made, name) == f"{named}.{name.rpartition('.')[2]}"
        back = yaml.safe_load(new_source.written(made))
        assert back[0]["document"] == named
    made = sources.of_document(
        sources.like(bureau, "2021-12-03", None, tables), "a.txt", tables, "meeting", "jian"
    )
    assert made.via is None and made.producer is None and made.kind == "meeting"
