"""Which of a frame's words stand in a fixed room: the same rules for a picture and for a slide."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from industry.figures.compose import frame_fit
from industry.figures.compose.line_room import Room
from industry.figures.frame import Frame
from industry.wording.said import Said
from tests.conftest import SOURCE, words
from tests.figures.handmade import frame

ROOMS = [Room(20.0), Room(20.0, elsewhere=True)]
BOTH = pytest.mark.parametrize("room", ROOMS, ids=["picture", "elsewhere"])


@BOTH
def test_a_title_breaks_before_its_finding_where_that_takes_no_more_lines(room: Room) -> None:
    assert frame_fit.heading(frame("工业增速", "江西最高"), room) == ("工业增速：江西最高",)
    longer = frame("规模以上工业增加值增速", "所比三省中江西最高")
    assert frame_fit.heading(longer, room) == ("规模以上工业增加值增速：", "所比三省中江西最高")
    odd = frame("规模以上工业增加值同比增速与两年平均增速之差", "江西居三省首位并高于全国")
    assert frame_fit.heading(odd, room) == (f"{odd.title}：{odd.finding}",)


@BOTH
def test_the_fullest_source_line_that_fits_stands(room: Room) -> None:
    forms = ["来源：" + "省统计局；" * count for count in (20, 9, 2)]
    one = frame("工业增速", source=forms[0], brief=forms[1], names=forms[2])
    assert frame_fit.source(one, room, 9) == forms[0]
    assert frame_fit.source(one, room, 4) == forms[1]
    assert frame_fit.source(one, room, 2) == forms[2]


@BOTH
def test_no_publisher_is_cut(room: Room) -> None:
    forms = {"source": "一" * 90, "brief": "二" * 80}
    assert frame_fit.source(frame("工业增速", **forms, names="三" * 70), room, 2) == "三" * 70
    assert frame_fit.source(frame("工业增速", **forms), room, 2) == "二" * 80


def test_sources_that_have_no_room_are_counted_where_others_have_them_all() -> None:
    named = [f"某某省第{at}局" for at in range(12)]
    held = tuple(SOURCE.model_copy(update={"id": one, "publisher": words(one), "via": None}) for one in named)
    one = Frame("zh", "题", sources=held)
    told = frame_fit.source(one, Room(20.0), 2, spoken=True)
    assert Room(20.0).count(told) <= 2 and "等12家，全部见本页备注" in told and named[1] in told
    assert frame_fit.source(one, Room(20.0), 2) == one.source_names


VITAL = Said("低基数，宜看两年平均" * 5, kind="low_base")
OTHERS = (Said("累计数" * 12), Said("按月留空"), Said("本年数" * 20))


@BOTH
def test_notes_stand_whole_or_are_counted(room: Room) -> None:
    one = Frame("zh", "工业增速", notes=OTHERS)
    assert frame_fit.notes(one, room, 9) == one.note
    told = frame_fit.notes(one, room, 2)
    assert told == "注：按月留空；另有2条注，见数据表。"
    assert frame_fit.notes(one.tableless, room, 2) == "注：按月留空；另有2条注，见看板。"
    assert frame_fit.notes(replace(one, language="en"), Room(60.0), 1).endswith(
        "; 2 more notes, see the data table."
    )
    assert frame_fit.notes(replace(one, notes=OTHERS[:1]), room, 1) == "注：共1条，见数据表。"


@BOTH
def test_no_note_only_tells_that_there_are_more(room: Room) -> None:
    """More than what? On a slide the shortest stands where it may; else it is said how many there are."""
    longest = Said("本年数" * round(room.em * 2 / 3))
    for language in ("zh", "en"):
        one = Frame(language, "工业增速", notes=(longest, longest + "据公报"))
        assert longest in frame_fit.notes(one, room, frame_fit.FOOTER_LINES, spoken=True)
        for told in (
            frame_fit.notes(one, room, 1, spoken=True),
            frame_fit.notes(one, room, frame_fit.FOOTER_LINES),
        ):
            assert longest not in told and "2" in told and not re.search("另有|more", told)


@BOTH
def test_vital_notes_always_stand(room: Room) -> None:
    one = Frame("zh", "工业增速", notes=(VITAL, *OTHERS))
    for most in (1, 2, 5):
        assert frame_fit.notes(one, room, most).startswith(f"注：{VITAL}；")
    legend = Said("格内小字为与全国之差", kind="key")  # without which the figures can't be read
    assert frame_fit.notes(replace(one, notes=(VITAL, *OTHERS, legend)), room, 1).startswith(
        f"注：{VITAL}；{legend}；"
    )
    assert frame_fit.notes(one, room, 1) == f"注：{VITAL}；另有3条注，见数据表。"
    assert frame_fit.notes(replace(one, notes=(VITAL,)), room, 1) == f"注：{VITAL}。"


@BOTH
def test_notices_stand_whole_or_are_counted(room: Room) -> None:
    told = tuple(map(Said, ["吉安24.6%（2021年1—4月）；" * 6, "河北未收录。", "陕西未收录。"]))
    one = Frame("zh", "工业增速", notices=told)
    assert frame_fit.notices(one, room) == told
    assert frame_fit.notices(one, room, 4) == (*told[1:], "另有1条提示，见数据表")
    assert frame_fit.notices(one, room, 1) == (
        told[1],
        "另有2条提示，见数据表",
    )  # never how many more, and no other
    alone = replace(one, notices=told[:1])
    assert frame_fit.notices(alone, room, 1) == told[:1]
    assert frame_fit.notices(one, room, apart=2) == (f"{told[0]}；河北未收录；陕西未收录",)
    assert frame_fit.notices(one, room, 2, apart=2) == ("河北未收录；陕西未收录；另有1条提示，见数据表",)
    assert frame_fit.notices(Frame("zh", "工业增速"), room, apart=2) == ()


def test_another_program_may_need_more_room() -> None:
    words = "2021年1—3月增长18.5%，高于全国2.6个百分点"
    assert Room(20.0, elsewhere=True).of(words) < 0.97 * 20.0
    assert Room(20.0, elsewhere=True).of("江西") == pytest.approx(0.97 * 20.0)
    assert Room(20.0).of(words) == 20.0
