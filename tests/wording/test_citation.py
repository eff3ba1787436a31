"""The source line: each publisher once, with its dates and the reprints it was seen in."""

from industry.vocabulary.catalogue import Source
from industry.vocabulary.strict_record import Text
from industry.wording import citation


def source(id: str, publisher: str, date: str | None, via: str | None = None) -> Source:
    note = None if date else Text(zh="日期未注明", en="date not given")
    return Source(
        id=id,
        title=Text(zh=id, en=id),
        publisher=Text(zh=publisher, en=publisher),
        via=Text(zh=via, en=via) if via else None,
        date=date,
        date_note=note,
        kind="statistics",
        region="china",
        confidence="A",
    )


LISTED = (
    source("a", "统计局", "2021-07"),
    source("b", "统计局", "2021-05-17", "日报"),
    source("c", "统计局", "2022-01", "日报"),
    source("d", "工信厅", "2021-05"),
    source("e", "办公室", None),
)


def test_each_publisher_once_with_dates() -> None:
    assert citation.line(LISTED, "zh") == (
        "资料来源：统计局，2021年5月、7月、2022年1月（转引）；工信厅，2021年5月；办公室，日期未注明"
    )
    assert citation.line(LISTED, "en") == (
        "Sources: 统计局, May, Jul 2021, Jan 2022 (reprinted); 工信厅, May 2021; 办公室, date not given"
    )


def test_the_brief_line_puts_publishers_of_one_date_together() -> None:
    listed = (
        source("a", "甲", "2021-04", "晚报"),
        source("b", "乙", "2021-04", "日报"),
        source("c", "丙", "2021"),
    )
    assert citation.brief(listed, "zh") == "资料来源：甲、乙，2021年4月（转引）；丙，2021年"
    assert citation.brief(listed, "en") == "Sources: 甲, 乙, Apr 2021 (reprinted); 丙, 2021"


def test_a_year_without_a_month_gives_its_name_to_no_month_behind_it() -> None:
    listed = (source("a", "甲", "2026-01"), source("b", "甲", "2026"), source("c", "甲", "2026-03"))
    assert citation.line(listed, "zh") == "资料来源：甲，2026年、2026年1月、3月"
    assert citation.line(listed, "en") == "Sources: 甲, 2026, Jan, Mar 2026"


def test_nothing_shown_cites_nothing() -> None:
    assert citation.line((), "zh") == ""


def test_what_is_internal_says_so_wherever_it_is_cited() -> None:
    listed = (*LISTED, LISTED[0].model_copy(update={"id": "f", "access": "internal"}))
    for line in (citation.line, citation.brief, citation.names):
        assert line(listed, "zh").startswith("【内部资料】资料来源：")
        assert line(listed, "en").startswith("[Internal] Sources: ")
        assert "内部" not in line(LISTED, "zh")
    assert citation.full(listed[-1], "zh").startswith("【内部资料】a，")


def test_where_curators_saw_a_source_only_its_card_says() -> None:
    seen = LISTED[0].model_copy(update={"via_note": Text(zh="所见文件", en="a file")})
    assert citation.card(seen, "zh") == citation.full(seen, "zh") + "，所见文件"
    assert not any(
        "所见文件" in line((seen,), "zh") for line in (citation.line, citation.brief, citation.names)
    )
