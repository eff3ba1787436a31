"""What a card shows of a document. The documents are written here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from industry import project, wording
from industry.export import checked
from industry.export.texts import passages
from industry.export.texts.passages import Found, Piece
from industry.tables.tables import Tables
from industry.text.passage import NotThere
from industry.text.shelf import Shelf
from industry.vocabulary.observation import Observation


@pytest.fixture
def row(tables: Tables) -> Observation:
    return next(
        one for one in tables.rows() if one.as_printed == "65.7%" and one.source and one.source.document
    )


@pytest.fixture
def shelf(tables: Tables, row: Observation, tmp_path: Path) -> Shelf:
    """A document whose paragraph holds all that the tables have of it, in sentences of our own."""
    beside = [one for one in tables.rows() if (one.source, one.paragraph) == (row.source, row.paragraph)]
    prints = {one.as_printed: one.indicator.name.zh for one in beside if one is not row}
    told = "，又有".join(f"{name}{printed}" for printed, name in prints.items())
    paragraph = f"甲说{told}。乙说税收贡献率{row.as_printed}，不说别的。丙没有数字！丁也没有。"
    lines = ["此段略。"] * ((row.paragraph or 1) - 1) + [paragraph, "最后一段。"]
    (tmp_path / f"{row.publication.document}.txt").write_text("\n".join(lines), "utf-8")
    return Shelf(tmp_path)


def test_the_sentence_its_neighbours_and_the_paragraph(
    tables: Tables, row: Observation, shelf: Shelf
) -> None:
    found = passages.find(tables, row, shelf, "zh")
    assert isinstance(found, Found)
    assert found.place == f"第{row.paragraph}段"
    whole = shelf.of(row.publication).parts[(row.paragraph or 1) - 1]
    assert "".join(one.text for one in found.paragraph) == whole
    assert "".join(one.text for one in found.sentence) == whole.removesuffix("丁也没有。")
    (number,) = [one for one in found.sentence if one.look == "number"]
    assert (number.text, number.row) == ("65.7%", row.id)
    assert (
        "".join(one.text for one in found.sentence if one.look in ("", "number"))
        == "乙说税收贡献率65.7%，不说别的。"
    )


def test_other_numbers_of_the_tables_open_their_own_cards(
    tables: Tables, row: Observation, shelf: Shelf
) -> None:
    found = passages.find(tables, row, shelf, "zh")
    assert isinstance(found, Found)
    held = [one for one in found.paragraph if one.look == "held"]
    assert held
    for one in held:
        other = tables.row(one.row)
        assert (other.as_printed, other.source, other.paragraph) == (one.text, row.source, row.paragraph)


def test_the_whole_document_or_what_is_around_the_number(
    monkeypatch: pytest.MonkeyPatch, row: Observation, shelf: Shelf
) -> None:
    parts, at = passages.whole(row, shelf)
    assert parts == shelf.of(row.publication).parts and "65.7%" in parts[at]
    monkeypatch.setattr(passages, "MOST", len(parts[at]) + 1)
    fewer, there = passages.whole(row, shelf)
    assert fewer[there] == parts[at] and len(fewer) < len(parts)


def test_without_the_document_nothing_and_of_another_a_sentence(
    tables: Tables, row: Observation, shelf: Shelf, tmp_path: Path
) -> None:
    assert passages.find(tables, row, Shelf(tmp_path / "none"), "zh") is None
    assert passages.find(tables, tables.derived()[0], shelf, "zh") is None
    file = next(tmp_path.glob("*.txt"))
    file.write_text(file.read_text("utf-8").replace("65.7%", "66.7%"), "utf-8")
    assert "已有改动" in str(passages.find(tables, row, Shelf(tmp_path), "zh"))
    with pytest.raises(LookupError):
        passages.whole(row, Shelf(tmp_path))


def test_check_names_rows_without_a_passage_and_ends_with_1_where_it_is_ambiguous(
    tables: Tables, row: Observation, shelf: Shelf
) -> None:
    file = next(shelf.folder.glob("*.txt"))
    told = list(checked.lines(tables, "zh", shelf=shelf))
    assert not any("65.7%" in one for one in told)
    file.write_text(file.read_text("utf-8").replace("65.7%", "65.7%、又是65.7%"), "utf-8")
    (line,) = [one for one in checked.lines(tables, "zh", shelf=Shelf(shelf.folder)) if "65.7%" in one]
    assert "hebei.csv" in line and "2处相同写法" in line
    assert checked.faulty(tables, Shelf(shelf.folder)) and not checked.faulty(tables, Shelf(file))
    first = next(checked.lines(tables, "zh", shelf=Shelf(shelf.folder)))
    assert "没有错误" not in first and "1条" in first and "请在该行的 occurrence 列填写" in line
    file.write_bytes(b"\xff\xfe\xfd" * 5)
    assert any("编码" in one for one in checked.lines(tables, "zh", shelf=Shelf(shelf.folder)))


def test_held_numbers_are_pieces_of_their_own_but_not_within_a_word_that_was_found() -> None:
    text = "甲12.5%，乙3.1%，丙7%。"
    marks = [(1, 6, "a"), (8, 12, "b"), (14, 16, "c")]
    pieces = passages.underlined([Piece(text[:7]), Piece(text[7:10], "found"), Piece(text[10:])], marks)
    assert "".join(one.text for one in pieces) == text
    assert [(one.text, one.row) for one in pieces if one.look == "held"] == [("12.5%", "a"), ("7%", "c")]
    assert [one.text for one in pieces if one.look == "found"] == ["乙3."]


@pytest.mark.parametrize(("printed", "fault"), [("65.7%、又是65.7%", True), ("66.7%", False)])
def test_an_occurrence_that_is_not_there_is_the_row_s_fault_unless_the_document_has_changed(
    row: Observation, shelf: Shelf, printed: str, fault: bool
) -> None:
    file = next(shelf.folder.glob("*.txt"))
    file.write_text(file.read_text("utf-8").replace("65.7%", printed), "utf-8")
    found = Shelf(shelf.folder).passage(replace(row, occurrence=9))
    assert isinstance(found, NotThere) and found.fault == fault
    told = wording.not_there(found, "zh")
    assert ("只有2处" in told) == fault and ("已有改动" in told) != fault


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_folder_that_is_named_and_not_there_is_told(
    tables: Tables, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    def told(named: str) -> int:
        shelf = project.documents(tmp_path, named)
        assert not checked.faulty(tables, shelf)
        folder = str(shelf.folder)
        return sum(folder in one for one in checked.lines(tables, language, shelf=shelf))

    monkeypatch.delenv("DOCUMENTS", raising=False)
    assert (told("documents"), told("texts")) == (0, 1)
    (tmp_path / "texts").mkdir()
    assert told("texts") == 0
    monkeypatch.setenv("DOCUMENTS", str(tmp_path / "elsewhere"))
    assert told("documents") == 1
