"""A briefing of ours into which somebody has written paragraphs, a table and a picture of her own: three cells of the tables change,
and exactly what follows from them changes in her file, all else keeps its bytes."""

from __future__ import annotations

import io
import re
from argparse import ArgumentParser
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt
from lxml import etree
from PIL import Image

from industry.commands import refresh as command
from industry.export.docx.briefing import briefing
from industry.export.docx.markup import WORD, bound
from industry.export.docx.told.telling import Telling
from industry.export.order import drawn
from industry.export.refreshing import paragraphs, refreshed
from industry.export.refreshing.frames import Refreshed
from industry.export.refreshing.paragraphs import C, W
from industry.export.refreshing.report import as_text
from industry.export.refreshing.word.document import refresh
from industry.tables.tables import Tables
from industry.text.unreadable import Unreadable
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import soffice
from tests.export.test_refresh import CELLS, OURS, changed, entries, packed_of

OWN = "一季度我省工业开局良好，增长29.4%。"
REWRITTEN = bound("2021年1—5月，江西规上工业企业利润总额同比增长", "zh")
MORE = "营业收入利润率"
HERS = ("以下为我处补充，29.4。", "请各处室核对 114% 与 −3%。")
DOCUMENT = "word/document.xml"


@cache
def made(language: str = "zh", clean: bool = False) -> bytes:
    figures = drawn(world(), [Slide.parse(one) for one in OURS], language)
    return briefing("汇报", figures, language, world(), clean)


def whole(data: bytes) -> Any:
    return etree.fromstring(entries(data)[DOCUMENT])


def said(data: bytes) -> list[str]:
    """The paragraphs that say something, those in tables too."""
    return [one for one in paragraphs.told(whole(data)) if one.strip()]


def sentence(document: Any, beginning: str, more: str = "") -> Any:
    return next(one for one in document.paragraphs if one.text.startswith(beginning) and more in one.text)


@pytest.fixture(scope="module")
def before() -> bytes:
    """Hers: two paragraphs, a table and a picture in the midst of ours, a sentence of ours rewritten, one moved, one in bold."""
    held: Any = Document(io.BytesIO(made()))
    caption = sentence(held, "图1")
    for text in HERS:
        caption.insert_paragraph_before(text)
    table = held.add_table(2, 2)
    for cell, text in zip(table._cells, ("指标", "江西", "增速", "29.4"), strict=True):
        cell.text = text
    caption._p.addnext(table._tbl)
    drawn_by_her = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(drawn_by_her, "PNG")
    drawn_by_her.seek(0)
    line = held.add_paragraph()
    line.add_run().add_picture(drawn_by_her, width=Pt(40))
    table._tbl.addnext(line._p)
    own = sentence(held, REWRITTEN, MORE)
    first, *others = (one for one in own.runs if not one.font.superscript)
    first.text = OWN
    for one in others:
        one.text = ""
    source = sentence(held, "资料来源")
    source.runs[0].bold = True
    content = io.BytesIO()
    held.save(content)
    return content.getvalue()


@pytest.fixture(scope="module")
def after(before: bytes) -> Refreshed:
    return refresh(before, changed(*CELLS), "zh")


def numbers(data: bytes) -> Counter[tuple[str, float]]:
    """Every number in our charts, with its part."""
    return Counter(
        (name, float(one.text))
        for name, content in entries(data).items()
        if re.fullmatch(r"word/charts/chart\d+\.xml", name)
        for one in etree.fromstring(content).iterfind(f".//{C}val//{C}v")
    )


def test_exactly_the_numbers_of_three_cells_change(before: bytes, after: Refreshed) -> None:
    old, new = numbers(before), numbers(after.data)
    assert {one[1] for one in old - new} == {29.4, 114, -3}
    assert {one[1] for one in new - old} == {15.1, 115.5, -3.5}
    cells = ["".join(paragraphs.told(one)) for one in whole(after.data).iter(f"{W}tc")]
    assert any(one.startswith("15.1") for one in cells) and "29.4" in cells


def test_all_other_entries_and_her_paragraphs_keep_their_bytes(before: bytes, after: Refreshed) -> None:
    old, new = entries(before), entries(after.data)
    assert list(old) == list(new)
    moved = {one for one in old if old[one] != new[one]}
    ours = re.compile(r"word/(document\.xml|charts/|embeddings/)|customXml/item|docProps/custom")
    assert DOCUMENT in moved and all(map(ours.match, moved))
    blocks = [re.findall(rb"<w:p[ >].*?</w:p>", one[DOCUMENT], re.DOTALL) for one in (old, new)]
    gone, come = (Counter(one) for one in blocks)
    told = [b"".join(re.findall(rb"<w:t[^>]*>([^<]*)", one)).decode() for one in gone - come]
    assert told and not any(one in each for one in (*HERS, OWN, "pic:pic") for each in told)
    for one in (*HERS, OWN):
        assert sum(one.encode() in each for each in (come & gone)) == 1


def test_what_is_rewritten_keeps_its_look(before: bytes, after: Refreshed) -> None:
    """The same elements with the same attributes, but for the paragraphs that are new."""
    shapes = [
        Counter(
            (one.tag, *one.attrib.items()) for one in whole(data).iter(f"{W}rPr", f"{W}b", f"{W}vertAlign")
        )
        for data in (before, after.data)
    ]
    assert not shapes[0] - shapes[1]
    raised = [
        "".join(one.itertext())
        for one in whole(after.data).iter(f"{W}r")
        if one.find(f"{W}rPr/{W}vertAlign") is not None
    ]
    assert raised and all(re.fullmatch("[\u2060①-⑳㉑-㉟㊱-㊿—]+", one) for one in raised)


def test_the_text_is_that_of_a_briefing_made_today(after: Refreshed) -> None:
    """All that is ours says what it would say in a new one, but for what she has rewritten."""
    figures = drawn(changed(*CELLS), [Slide.parse(one) for one in OURS], "zh")
    today = said(briefing("汇报", figures, "zh", changed(*CELLS)))
    found = said(after.data)
    missing = Counter(today) - Counter(found)
    assert [one[: len(REWRITTEN)] for one in missing] == [REWRITTEN]
    own = {re.sub("[\u2060①-⑳㉑-㉟㊱-㊿—]+。?$", "", one) for one in Counter(found) - Counter(today)}
    assert own - {"\ufffc"} <= {*HERS, OWN, "指标", "江西", "增速", "29.4"} and {*HERS, OWN} <= own


def test_what_she_should_know_is_told(after: Refreshed) -> None:
    told = "\n".join(as_text(after.report, "zh"))
    assert "江西2021年1—3月规模以上工业增加值增速：29.4 → 15.1" in told
    assert "河北2021年1—5月规模以上工业企业利润总额增速：114 → 115.5" in told
    assert (
        "结论已变（图中有公布数互不一致，存疑）：2021年" in told
        and "江西同比、两年平均增速均居三省首位" in told
    )
    assert f"正文是您改过的，未动：“{OWN}" in told
    assert after.report.eye and after.report.figures == len(OURS) and "幻灯片" not in told
    assert [*as_text(after.report, "en")]


def test_refreshing_twice_changes_nothing_more(after: Refreshed) -> None:
    again = refresh(after.data, changed(*CELLS), "zh")
    assert again.data == after.data and not again.report.lines


@pytest.mark.parametrize(("language", "clean"), [("zh", False), ("en", True)])
def test_nothing_is_touched_where_nothing_has_changed(language: str, clean: bool) -> None:
    data = made(language, clean)
    found = refresh(data, world(), "en" if language == "zh" else "zh")
    assert found.data == data, [one.said("zh") for one in found.report.lines]
    assert not found.report.lines and found.report.figures == len(OURS)


def test_what_she_has_taken_out_is_not_put_back(before: bytes) -> None:
    held: Any = Document(io.BytesIO(before))
    for one in [one for one in held.paragraphs if one.text.startswith(("注：", "附"))]:
        one._p.getparent().remove(one._p)
    content = io.BytesIO()
    held.save(content)
    found = refresh(content.getvalue(), world(), "zh")
    assert found.data == content.getvalue() and not found.report.lines


def test_a_finding_and_a_note_that_come_back_stand_where_they_stood(after: Refreshed) -> None:
    back = refresh(after.data, world(), "zh")
    assert Counter(said(made())) - Counter(said(back.data)) == Counter(
        one for one in said(made()) if one.startswith(REWRITTEN) and MORE in one
    )


def test_another_conclusion_is_told_under_every_figure_that_draws_it(after: Refreshed) -> None:
    """The overview's sentence on growth is of one figure; all others that draw what it speaks of send there, and a finding on
    published numbers that differ says so."""
    findings = [one for one in after.report.lines if one.kind in ("finding", "finding_disputed")]
    seen = [one for one in after.report.lines if one.kind == "finding_seen"]
    places = {one.figure for one in (*findings, *seen)}
    assert len(findings) == len({one.facts for one in findings}) and not any(one.eye for one in seen)
    assert seen and {one.facts[0] for one in seen} <= {one.figure for one in findings}
    held = drawn(changed(*CELLS), [Slide.parse(one) for one in OURS], "zh")
    opened = Telling(changed(*CELLS), "zh").opening(held)
    before = {
        str(one) for _, one in Telling(world(), "zh").opening(drawn(world(), [*map(Slide.parse, OURS)], "zh"))
    }
    for _, told in (one for one in opened if "首位" in "".join(before) and "1—3月" in one[1]):
        own = {row for row in told.rows if row.indicator == told.rows[0].indicator}
        showing = {one.frame.title for one in held if own <= {*one.drawn}}
        assert len(showing) > 1 and showing <= places
    disputed = {one.frame.title for one in held if any(note.kind == "dispute" for note in one.frame.notes)}
    told = {one.figure for one in after.report.lines if one.kind == "finding_disputed"}
    assert told and told <= disputed
    differing = {
        row.indicator
        for one in held
        for note in one.frame.notes
        for row in note.rows
        if note.kind == "dispute"
    }
    on_them = {short(one) for _, one in opened if any(row.indicator in differing for row in one.rows)}
    doubted = {short(one.facts[-1]) for one in findings if one.kind == "finding_disputed"}
    assert doubted <= on_them


def short(told: str) -> str:
    """A sentence without what only keeps its words on a line, its long name the short one."""
    return told.replace("\u2060", "").replace("规模以上工业", "规上工业").replace("（以下简称规上工业）", "")


def test_a_table_to_which_she_has_added_is_left_and_told(before: bytes) -> None:
    root = whole(before)
    table = next(one for one in root.iter(f"{W}tbl") if one.find(f"{W}tblPr/{W}tblCaption") is not None)
    for row in table.iterfind(f"{W}tr"):
        row.append(etree.fromstring(f'<w:tc xmlns:w="{WORD}"><w:p><w:r><w:t>她的列</w:t></w:r></w:p></w:tc>'))
    data = packed_of(entries(before) | {DOCUMENT: etree.tostring(root)})
    assert not refresh(data, world(), "zh").report.lines
    name = table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
    cells = ["".join(paragraphs.told(one)) for one in table.iter(f"{W}tc")]
    found = refresh(data, changed(*CELLS), "zh")
    now = [
        "".join(paragraphs.told(cell))
        for one in whole(found.data).iter(f"{W}tblCaption")
        if one.get(f"{W}val") == name
        for cell in one.getparent().getparent().iter(f"{W}tc")
    ]
    told = [one.kind for one in found.report.lines if one.kind == "own_cells"]
    assert now == cells and (told or name == "coverage")


def test_a_figure_that_is_refused_is_left_and_told() -> None:
    held = entries(made())
    never = {name: one.replace(b"2021-01/2021-05", b"1999-01/1999-05") for name, one in held.items()}
    found = refresh(packed_of(never), changed(*CELLS), "zh")
    told = {one.kind: one.facts for one in found.report.lines if one.kind in ("refused", "finding_gone")}
    assert "refused" in told
    assert 114 in {one[1] for one in numbers(found.data)}, "its chart stays"


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_none_is_a_sentence(content: bytes, tables: Tables) -> None:
    with pytest.raises(Unreadable) as refused:
        refreshed.refreshed("她的.docx", content, tables, "zh")
    for language, end in (("zh", "。"), ("en", ".")):
        assert refreshed.refused(refused.value, language).endswith(end)


def test_a_document_without_ours_stays_and_is_told(tables: Tables) -> None:
    content = io.BytesIO()
    Document().save(content)
    found = refreshed.refreshed("她的.docx", content.getvalue(), tables, "zh")
    assert found.data == content.getvalue() and found.report.figures == 0


def test_charts_in_a_document_of_her_own_are_refreshed_and_texts_told(before: bytes) -> None:
    """Copied from a briefing, without the part that keeps our signs."""
    held = entries(before)
    held["customXml/item1.xml"] = b"<other/>"
    found = refresh(packed_of(held), changed(*CELLS), "zh")
    assert {one[1] for one in numbers(found.data) - numbers(before)} == {15.1, 115.5, -3.5}
    kinds = {one.kind for one in found.report.lines}
    assert "unsigned" in kinds and not kinds & {"text", "kept", "finding"}


@soffice.needed
def test_what_libreoffice_has_saved_is_refreshed_too(after: Refreshed, tmp_path: Path) -> None:
    (tmp_path / "her.docx").write_bytes(after.data)
    (tmp_path / "made").mkdir()
    (there,) = soffice.converted([tmp_path / "her.docx"], "docx", tmp_path / "made")
    back = refresh(there.read_bytes(), world(), "zh")
    assert 29.4 in {one[1] for one in numbers(back.data)}
    assert refresh(back.data, world(), "zh").data == back.data


@soffice.needed
def test_nothing_is_touched_of_what_libreoffice_has_saved_where_nothing_has_changed(tmp_path: Path) -> None:
    """It parts the lines of a chart's title into paragraphs."""
    (tmp_path / "her.docx").write_bytes(made())
    (tmp_path / "made").mkdir()
    (there,) = soffice.converted([tmp_path / "her.docx"], "docx", tmp_path / "made")
    found = refresh(there.read_bytes(), world(), "zh")
    assert found.data == there.read_bytes() and not found.report.lines


@pytest.mark.parametrize("place", range(len(OURS)))
def test_what_is_said_of_a_figure_that_is_left_stays_said(place: int) -> None:
    """Of one that is no more in the tables: all of the part on the data, and no sentence stands twice that stood once."""
    spelled = Slide.parse(OURS[place]).figure.encode()
    held = {name: one.replace(spelled, b"none_of_ours") for name, one in entries(made()).items()}
    found = refresh(packed_of(held), world(), "zh")
    assert any(one.kind == "gone" for one in found.report.lines)
    before, after = said(made()), said(found.data)
    first = next(at for at, one in enumerate(before) if re.match("[一二三四五]、需说明", one))
    last = next(at for at, one in enumerate(before) if at > first and one.startswith("附"))
    assert last > first + 2 and before[first:last] == after[after.index(before[first]) :][: last - first]
    assert not {*(sentences(after) - sentences(before))} & {*sentences(before)}
    assert all(one.eye and one.said("en") for one in found.report.lines if one.kind == "held")


def sentences(told: list[str]) -> Counter[str]:
    """Sentences that have a value, without the numbers of sources."""
    plain = re.sub("[\u2060①-⑳㉑-㉟㊱-㊿]", "", "".join(told))
    return Counter(one for one in plain.split("。") if "%" in one)


def test_the_overall_paragraph_is_told_where_it_is_another(after: Refreshed) -> None:
    told = [one.said("zh") for one in after.report.lines if one.kind == "text_turned"]
    assert any(one.startswith("总体情况已更新，其中方向有变：") and "15.1%" in one for one in told)


def asked(*told: str) -> int:
    parser = ArgumentParser()
    command.arguments(parser)
    return command.run(parser.parse_args([*told]))


def test_another_ending_and_faulty_tables_are_a_sentence_that_no_file_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "her.docx", tmp_path / "new"
    file.write_bytes(made())
    assert asked(str(file), "--out", f"{out}.pptx") == 2
    assert ".docx" in (told := capsys.readouterr().err) and "没有写文件" in told
    (tmp_path / "config.yaml").write_text("- none")
    assert asked(str(file), "--out", f"{out}.docx", "--folder", str(tmp_path)) == 2
    assert "没有写文件" in capsys.readouterr().err
    assert not [*tmp_path.glob("new*")]
