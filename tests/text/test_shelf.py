"""The folder of documents: found by a source's name for it, read again once changed, told where it fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from industry import project, wording
from industry.text.passage import NotThere, Passage
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from tests.conftest import SOURCE, indicator, words

TEXT = "第一段。\n上半年增长18.5%，利润12亿元。\n"
Make = Callable[..., Observation]


def named(name: str | None) -> Source:
    return SOURCE.model_copy(update={"id": f"of_{name}", "document": name})


def row(
    observe: Make, printed: str = "18.5%", name: str | None = "speech", paragraph: int = 2
) -> Observation:
    one = indicator(name=words("增长"))
    return observe("hebei", 18.5, as_printed=printed, paragraph=paragraph, source=named(name), indicator=one)


@pytest.mark.parametrize("name", ["speech", "speech.txt"])
def test_a_document_is_found_with_or_without_its_ending(tmp_path: Path, observe: Make, name: str) -> None:
    (tmp_path / "speech.txt").write_text(TEXT, "utf-8")
    (tmp_path / "speech.xls").write_text("no text", "utf-8")
    assert isinstance(Shelf(tmp_path).passage(row(observe, name=name)), Passage)


@pytest.mark.parametrize("name", ["", None, "other", "../speech", "/etc/passwd"])
def test_what_is_not_in_the_folder_is_missing(tmp_path: Path, observe: Make, name: str | None) -> None:
    (tmp_path / "speech.txt").write_text(TEXT, "utf-8")
    inside = tmp_path / "inside"
    for folder in (tmp_path, inside, tmp_path / "speech.txt"):
        found = Shelf(folder).passage(row(observe, name=name))
        assert isinstance(found, Unreadable) and found.code == "missing"


def test_it_is_read_again_only_once_it_has_changed(tmp_path: Path, observe: Make) -> None:
    file = tmp_path / "speech.txt"
    file.write_text(TEXT, "utf-8")
    shelf = Shelf(tmp_path)
    first, state = shelf.of(named("speech")), shelf.state
    assert shelf.of(named("speech")) is first and shelf.state == state
    file.write_text(TEXT.replace("18.5", "19.5"), "utf-8")
    os.utime(file, ns=(1, 1))
    assert shelf.state != state
    assert shelf.passage(row(observe)) == NotThere("changed")
    file.unlink()
    refused = shelf.passage(row(observe))
    assert isinstance(refused, Unreadable) and refused.code == "missing"


def test_what_has_no_one_passage_is_listed(tmp_path: Path, observe: Make) -> None:
    (tmp_path / "speech.txt").write_text(TEXT + "甲3家，乙3家", "utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"no pdf")
    rows = [
        row(observe), row(observe, "99%"), row(observe, "3家", paragraph=3),
        row(observe, name="scan"), row(observe, name="scan"), row(observe, name="other"), row(observe, name=None),
    ]  # fmt: skip
    found = [one if isinstance(one, NotThere) else one.code for _, one in Shelf(tmp_path).lost(rows)]
    assert found == [NotThere("changed"), NotThere("ambiguous", 2), "broken"]


def test_the_folder_is_the_environment_s_or_config_yaml_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DOCUMENTS", raising=False)
    assert project.documents(tmp_path, "documents").folder == tmp_path / "documents"
    assert project.documents(tmp_path, "/srv/texts").folder == Path("/srv/texts")
    monkeypatch.setenv("DOCUMENTS", "~/texts")
    assert project.documents(tmp_path, "documents").folder == Path.home() / "texts"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    for code, facts in {
        "unknown_kind": (".xls",), "too_large": ("100 MB",), "encoding": (), "broken": (), "locked": (), "no_text": (),
        "closed": ("Permission denied",), "missing": ("speech", "documents"), "too_long": ("2000",), "too_many_pages": ("30",),
        "too_intricate": (), "no_file": ("a.txt",), "folder": (), "no_plain_file": (),
    }.items():  # fmt: skip
        told = wording.unreadable(Unreadable(code, *facts), language)
        assert told and "{" not in told and all(one in told for one in facts)
    assert "2" in wording.not_there(NotThere("ambiguous", 2), language)
    assert wording.not_there(NotThere("changed"), language)
