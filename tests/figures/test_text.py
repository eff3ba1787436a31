"""Widths and line breaks of real sentences of the figures."""

from __future__ import annotations

import html
import re
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.export.docx.annexed import DISPUTED
from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose import wrapping
from industry.figures.compose.on_canvas import compose
from industry.figures.rows.cells import MARKS
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.figures.specs import once

NOTE = "注：2021年一季度同比受2020年同期低基数影响，宜看两年平均。陕西两年平均由−3.0%与18.9%推算。"
SOURCE = "资料来源：江西、陕西省统计局，河北省政府新闻办，国家统计局，2021年4月（均为转引）；吉安市工信局，2021年5月"
ENGLISH = (
    "Value added of industry above designated size grew by 18.5% in January–June 2021 (constant prices)."
)
ALL = (
    NOTE,
    SOURCE,
    ENGLISH,
    "规模以上工业增加值增速与全国同期之差",
    "5G基站目标材料为4700个，2692加新增2000为4692个",
)


def test_a_chinese_character_is_an_em_and_latin_about_half() -> None:
    assert wrapping.width("江西省") == pytest.approx(3, rel=0.05)
    assert wrapping.width("18.5") == pytest.approx(1.95, rel=0.1)
    assert wrapping.width("Jiangxi") < wrapping.width("江西省工信厅")
    assert wrapping.width("Jiangxi", bold=True) > wrapping.width("Jiangxi")


@pytest.mark.parametrize("mark", [MARKS["high"], MARKS["unknown"], DISPUTED])
def test_a_sign_behind_a_figure_takes_a_chinese_character_s_room(mark: str) -> None:
    """As the faces named first have them; ``*`` alone is narrow in these."""
    assert wrapping.width(f"22.8{mark}") == pytest.approx(wrapping.width("22.8江"))


@pytest.mark.parametrize("sentence", ALL)
@pytest.mark.parametrize("room", [6.0, 9.5, 14.0, 23.0, 40.0])
def test_lines_keep_every_character_and_the_rules_of_chinese_setting(sentence: str, room: float) -> None:
    lines = wrapping.wrap(sentence, room)
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    for line in lines:
        assert wrapping.width(line) <= room + 0.01 or len(line) < 4
    for line in lines[1:]:
        assert line[0] not in wrapping.NO_BEGIN, lines
    for line in lines[:-1]:
        assert line[-1] not in wrapping.NO_END, lines


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("两年平均增速为18.5%左右的地区", "18.5%"),
        ("各地区在2021年1—6月的同比增速", "2021年1—6月"),
        ("规模以上企业数量达到13710家以上", "13710家"),
        ("全年完成技改投资总额超1800亿元的", "1800亿元"),
        ("高于全国平均水平约2.6个百分点的", "2.6个百分点"),
        ("吉安市五年间平均每年增加5%～10%的", "5%～10%"),
        ("增速由上年的−13.5%回升的地区有", "−13.5%"),
        ("江西营业收入利润率为6.0%（推算）", "（推算）"),
        ("高于全国平均水平约2.6个百分点的", "约2.6个百分点"),
        ("growth of the enterprises above designated size", "enterprises"),
        ("21.0% (Jan–Jun 2021), with a low base before it", "(Jan–Jun 2021)"),
        ("the total of the firms was 7,164 firms then", "7,164 firms"),
        ("as of the month that was Feb 2021 in all", "Feb 2021"),
        ("材料所载为2021年1—6月 · 第7段", "1—6月 ·"),
    ],
)
def test_numbers_keep_their_units_and_words_their_letters(sentence: str, whole: str) -> None:
    for room in range(9, 16):
        assert any(whole in line for line in wrapping.wrap(sentence, float(room))), room


def test_what_is_wider_than_a_line_breaks_between_the_words_of_which_it_is_made() -> None:
    assert wrapping.wrap("Jan–May 2021", 5.0) == ("Jan–May", "2021")
    assert wrapping.wrap("1,816.97 billion yuan", 7.0) == ("1,816.97", "billion yuan")


def _drawn(words: str, lines: list[str]) -> list[int]:
    """Where in the words the lines end on which they stand, but for the last; nothing where they don't stand in whole."""
    for first in range(len(lines)):
        ends, at = [0], 0
        for line in lines[first:]:
            at += len(words[at:]) - len(words[at:].lstrip())
            if not line or not words.startswith(line, at):
                break
            at += len(line)
            ends.append(at)
            if at == len(words):
                return ends[1:-1]
    return []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_of_a_picture_ends_inside_a_period_or_a_count(tables: Tables, language: str) -> None:
    ended = 0
    for spec in tables.catalogue.config.figures:
        figure = once(spec, tables, Choices(), language)
        frame = figure.frame
        said = (frame.title, frame.finding, frame.subtitle, *frame.notices, frame.note, frame.source)
        for size in tables.catalogue.config.sizes:
            texts = compose(figure, canvas_of(size))["layout"]["annotations"]
            lines = [html.unescape(re.sub("<[^>]+>", "", one["text"])) for one in texts]
            for words in map(str, said):
                shown = words if language == "zh" else words.replace("’", "'")
                ends = _drawn(shown, lines)
                ended += len(ends)
                held = [one.span() for one in re.finditer(wrapping.WHOLE, shown)]
                torn = [shown[start:end] for start, end in held if any(start < at < end for at in ends)]
                assert torn == [], (figure.id, size.id)
    assert ended > 300


def test_a_title_is_broken_into_lines_of_like_length() -> None:
    lines = wrapping.wrap("规模以上工业增加值增速与全国同期之差的比较", 18.0, balanced=True)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 3


def test_title_and_finding_are_joined_in_their_language() -> None:
    assert wrapping.join("工业增速", "江西最高") == "工业增速：江西最高"
    assert wrapping.join("Industrial growth", "Jiangxi highest") == "Industrial growth: Jiangxi highest"
    assert wrapping.join("工业增速", "") == "工业增速"


def test_markup_is_escaped_and_english_apostrophes_are_straight() -> None:
    assert wrapping.plain("R&D <5%") == "R&amp;D &lt;5%"
    assert wrapping.plain("Ji’an") == "Ji'an"
    assert wrapping.plain("“江西”") == "“江西”"


@given(st.text(alphabet="江西省，。（）%18.5—年月abc ", max_size=60), st.floats(2, 30))
def test_nothing_is_lost_and_wrapping_ends(sentence: str, room: float) -> None:
    assert "".join(wrapping.wrap(sentence, room)).replace(" ", "") == sentence.replace(" ", "")


@pytest.mark.parametrize("unit", ["长", "W", "word ", "长，", "长。", "，", "“"])
def test_what_is_cut_takes_time_by_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text, twice the characters looked at."""
    looked: list[str] = []

    class Looked(wrapping._Advances):
        def __getitem__(self, one: str) -> float:
            looked.append(one)
            return super().__getitem__(one)

    monkeypatch.setattr(wrapping, "_ADVANCES", (Looked(False), Looked(True)))
    counts = []
    for count in (2000, 4000):
        looked.clear()
        told = wrapping.cut((unit * count)[:count], 40.0, 2)
        assert len(wrapping.wrap(told, 40.0)) <= 2
        counts.append(len(looked))
    assert 2000 <= counts[0] and counts[1] <= 2.2 * counts[0]


@pytest.mark.parametrize("unit", ["1", "1,", "1.1", "1—1", "第1", "2021年", "Jan 2021–", "约1 million "])
def test_what_stays_whole_is_looked_for_in_time_by_the_length(unit: str) -> None:
    """Ten times the text: where each of its places was gone through to the end, a hundred times as long."""

    def taken(count: int) -> float:
        text, found = (unit * count)[:count], []
        for _ in range(3):
            began = time.process_time()
            wrapping.tied(text)
            found.append(time.process_time() - began)
        return min(found)

    assert taken(20_000) < 40 * max(taken(2_000), 0.002)


def test_a_count_stays_whole_however_long_its_number_is() -> None:
    for number in ("1", "123,456,789,012.34", "1" * 100):
        assert wrapping.pieces(f"共{number}亿元。") == ("共", f"{number}亿元。")
        assert wrapping.pieces(f"of {number} firms")[-1].endswith(
            "1 firms" if number[-1] == "1" else "4 firms"
        )


def test_what_was_measured_of_long_texts_is_not_kept() -> None:
    tracemalloc.start()
    try:
        for number in range(100):
            wrapping.cut(f"{number}" + "长，短" * 1000, 40.0, 2)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 10_000_000


def test_a_heading_ends_its_lines_with_a_clause_where_that_takes_no_more_of_them() -> None:
    told = "规模以上工业企业利润增速：2021年1—5月，江西同比低于全国，河北同比高于全国，两年平均低于全国"
    lines = wrapping.wrap(told, 22.0, True, True)
    assert "".join(lines) == told and all(one[-1] in "：，" for one in lines[:-1])
    assert len(lines) == len(wrapping.wrap(told, 22.0, True))
    english = wrapping.wrap(
        "Growth: Jan 2021, Jiangxi highest of the three provinces, by the year", 24.0, True, True
    )
    assert all(one == one.strip() for one in english)


def test_a_heading_ends_no_line_with_a_clause_that_leaves_it_almost_empty() -> None:
    told = "Ji'an: targets of the year and the base"
    first, *others = wrapping.wrap(told, 18.0, True, True)
    assert first.startswith("Ji'an: ") and len(others) == 1
    assert wrapping.wrap("工业：规模以上工业企业利润增速与全国之差", 14.0, True, True)[0] != "工业："


def test_a_word_that_is_wider_than_a_line_is_broken_behind_its_hyphen() -> None:
    for room in (6.0, 6.5, 7.0):
        assert wrapping.wrap("Designated-size firms", room)[0] == "Designated-"
    rooms = [one / 10 for one in range(20, 120)]
    assert not [one for room in rooms for one in wrapping.wrap("Designated-size", room) if one[0] == "-"]


def test_a_remark_of_a_few_characters_in_brackets_stays_whole() -> None:
    for remark in ("（含转引）", "（转引）", "（均为转引）"):
        assert remark in wrapping.pieces(f"江西省统计局{remark}")
