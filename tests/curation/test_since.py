"""From a version, a day or a file of ours to the tables of then; what can't be told, in a sentence; what a file says of itself."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from datetime import date
from datetime import datetime as moment
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import industry
from industry.__main__ import main
from industry.curation import history, since
from industry.curation.changes.written import FORMATS
from industry.curation.difference import difference
from industry.curation.refusal import Refusal
from industry.curation.since import matching, said
from industry.curation.template import making
from industry.export.deck import deck_file
from industry.export.formats import formats
from industry.export.kept import Kept, NotKept, kept
from industry.export.order import Order, drawn
from industry.export.picture import figure_picture, pdf_metadata, png_metadata, svg_metadata
from industry.export.workbook import workbook
from industry.vocabulary.slide import Slide
from industry.wording import SHORT
from industry.wording import short_version as short
from tests.conftest import world
from tests.curation import edits
from tests.export.paper import printed

SLIDES = (Slide("growth_q1"), Slide.parse("compare?indicator=profit_growth&heading=Own"))
OTHER = "abcdef012345"


@cache
def files() -> dict[str, bytes]:
    """A file of ours of each format, of the frozen tables."""
    tables = world()
    figures = drawn(tables, SLIDES, "zh")
    order = Order("汇报", figures, "zh", tables, tables.catalogue.config.sizes[0], plotly="plotly.js")
    decks = {name: one for name, one in formats().items() if one.of == "deck" and not one.pictures}
    made = {name: one.make(order) for name, one in decks.items()}
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    texts = figure_picture.provenance(figures[0], tables.version)
    made["png"] = png_metadata.stamp(picture.getvalue(), 96, texts)
    made["svg"] = svg_metadata.stamp(b"<svg></svg>", "zh", texts)
    made["pdf"] = pdf_metadata.stamp(printed(), (12, 12), "zh", texts)
    made["template.xlsx"] = making.workbook(tables, tables.catalogue.regions["jian"], "zh", empty=True)
    made["json"] = deck_file.write(SLIDES, tables.version, "zh", date(2021, 7, 25))
    return made


PROGRAM = {
    "json": rb'"program": "%s"',
    "html": rb'<meta name="program-version" content="%s">',
    "png": rb"iTXtProgramVersion\x00{5}%s",
    "svg": rb'name="ProgramVersion" content="%s"',
    "pdf": rb"/ProgramVersion <FEFF%s>",
}
"""How a file says the program's version; where it isn't named, as the property of an Office file."""
OFFICE = rb'name="ProgramVersion"[^>]*>\s*<vt:lpwstr[^>]*>%s<'
FILES = ("pptx", "docx", "xlsx", "html", "png", "svg", "pdf", "json", "template.xlsx")


def test_every_format_of_files_is_asked() -> None:
    assert set(FILES) == set(files())
    assert {one.id for one in formats().values() if one.id != "zip"} <= set(FILES)  # which holds pictures


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_ours_says_its_versions(name: str) -> None:
    found, data, program = kept(files()[name]), files()[name], industry.VERSION.encode()
    assert found.version == world().version
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = packed.read("docProps/custom.xml")
    if name == "pdf":
        program = industry.VERSION.encode("utf-16-be").hex().upper().encode()
    assert re.search(PROGRAM.get(name, OFFICE) % re.escape(program), data)
    if name == "pptx":
        assert found.slides == tuple(map(str, SLIDES))
        assert datetime.date.fromisoformat(found.date)
    if name == "json":
        assert found.slides == tuple(str(one.bare) for one in SLIDES) and found.date == "2021-07-25"


def test_a_presentation_whose_slides_lost_their_names_says_them_all_the_same() -> None:
    """As LibreOffice saves it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files()["pptx"])) as old, zipfile.ZipFile(held, "w") as new:
        for one in old.infolist():
            data = old.read(one)
            if one.filename.startswith("ppt/slides/slide"):
                data = data.replace(b"<p:cSld name=", b"<p:cSld other=")
            new.writestr(one.filename, data)
    assert kept(held.getvalue()).slides == tuple(map(str, SLIDES))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_version"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"{", "damaged"),
        (b'{"deck": 1}', "no_version"),
        (b"[1]", "no_version"),
        (b"{}", "no_version"),
        (workbook({"a": (("x",), ())}), "no_version"),
        ("<html>不是我们的</html>".encode(), "no_version"),
    ],
)
def test_a_file_that_says_none_is_told_so(data: bytes, code: str) -> None:
    with pytest.raises(NotKept) as none:
        kept(data)
    assert none.value.code == code


@settings(derandomize=True, max_examples=150)
@given(st.sampled_from(["pptx", "xlsx", "png", "json"]), st.randoms(use_true_random=False))
def test_no_broken_file_does_more_than_to_say_no(name: str, chance: object) -> None:
    data = bytearray(files()[name])
    for _ in range(chance.randint(1, 30)):  # type: ignore[attr-defined]
        data[chance.randrange(len(data))] = chance.randrange(256)  # type: ignore[attr-defined]
    cut = bytes(data[: chance.randint(0, len(data))]) if chance.random() < 0.3 else bytes(data)  # type: ignore[attr-defined]
    try:
        assert isinstance(kept(cut), Kept)
    except NotKept:
        pass


def test_entries_that_unpack_without_end_are_read_no_further_than_needed() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docProps/custom.xml", b" " * 40_000_000)
    with pytest.raises(NotKept):
        kept(held.getvalue())


def test_a_version_is_said_in_few_characters_however_it_is_written() -> None:
    version = "92afafc2c8d3"
    assert len(short(version)) == SHORT
    for text in ("92afaf", "92AF-AF", " 92af af ", "９２ＡＦＡＦ", version):
        assert matching(text, [version, OTHER]) == (version,)
    assert said("92afa") == said("2021") == said("zzzzzz") == said("") == ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose history holds an earlier version of the frozen tables, of 20 July, and that of now."""
    now = edits.world()
    name = "data/observations/jiangxi.csv"
    held = dict(edits.rows(now))[name]
    at = next(n for n, row in enumerate(held) if row["as_printed"] == f"{row['value']}%")
    held[at] = held[at] | {"value": "1.1", "as_printed": "1.1%"}
    then = now | {name: edits.written(held)}
    for path, data in now.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    history.keep(tmp_path, then, edits.read(then).version, moment(2021, 7, 20, 9))
    history.keep(tmp_path, now, world().version, moment(2021, 7, 25, 9))
    return tmp_path


def asked(folder: Path, text: str) -> str:
    return since.earlier(folder, text, world()).version


def test_versions_days_and_files_lead_to_the_tables_of_then(folder: Path) -> None:
    old = history.held(folder)[0].version
    assert since.earlier(folder, short(old).upper(), world()).tables is not None
    for text in ("2021-07-20", "2021-07-24", "2021年7月21日", "2021/7/20"):
        assert asked(folder, text) == old
    assert since.earlier(folder, "2021-07-25", world()).tables is None
    file = folder / "汇报.pptx"
    file.write_bytes(files()["pptx"])
    assert asked(folder, str(file)) == world().version


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2021-07-01", "since_unknown"),
        ("ffffff", "since_unknown"),
        ("2021", "not_since"),
        ("2021-13-01", "not_since"),
        ("昨天", "not_since"),
        ("\0", "not_since"),
    ],
)
def test_what_is_not_kept_gets_a_sentence_with_what_is(folder: Path, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        asked(folder, text)
    assert refused.value.key == key
    (zh,), (en,) = (list(refused.value.told(one)) for one in ("zh", "en"))
    if key == "since_unknown":
        assert all(short(one.version) in zh and short(one.version) in en for one in history.held(folder))
        assert "2021-07-20" in zh and "2021-07-20" in en


def test_two_versions_that_begin_alike_are_asked_about(folder: Path) -> None:
    old = history.held(folder)[0].version
    twin = folder / history.FOLDER / f"{old[:SHORT]}{'0' * 6}.zip"
    twin.write_bytes((folder / history.FOLDER / f"{old}.zip").read_bytes())
    with pytest.raises(Refusal) as refused:
        asked(folder, old[:SHORT])
    assert refused.value.key == "since_several" and asked(folder, old[:9]) == old


def test_a_version_that_was_renamed_is_not_believed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, now = (folder / history.FOLDER / f"{one.version}.zip" for one in history.held(folder))
    old.write_bytes(now.read_bytes())
    for asked_for in (["changes", "--since", old.stem], ["changes", "--since", "2021-07-20"]):
        assert main([*asked_for, "--folder", str(folder)]) == 1
        said = capsys.readouterr()
        assert said.out == "" and f"{old}里是另一个版本（{now.stem}）的表格" in said.err


def test_without_the_list_versions_and_their_days_are_found_and_days_said_to_be_unsure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, now = history.held(folder)
    (folder / history.SEEN).unlink()
    assert history.held(folder) == (old, now)
    found = since.earlier(folder, "2021-07-21", world())
    assert found.version == old.version and found.unsure and found.tables is not None
    assert main(["changes", "--since", "2021-07-21", "--folder", str(folder)]) == 0
    said = capsys.readouterr()
    assert "history/seen.jsonl" in said.err and "2021-07-21" in said.err and "修订" in said.out
    assert main(["diff", "--folder", str(folder)]) == 0
    for one in (folder / history.FOLDER).glob("*.zip"):  # as packed by somebody, without our note
        one.write_bytes(history.packed(history.unpacked(one, "")))
    assert [one.day for one in history.held(folder)] == ["?", "?"]
    assert since.earlier(folder, short(old.version), world()).version == old.version
    capsys.readouterr()
    for asked_for in (["diff"], ["changes", "--since", "2021-07-21"]):
        assert main([*asked_for, "--folder", str(folder)]) == 1
        assert short(old.version) in capsys.readouterr().err


def test_the_commands_tell_what_has_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = history.held(folder)[0].version
    told = ["changes", "--folder", str(folder), "--since"]
    assert main([*told, short(old)]) == 0
    said_zh = capsys.readouterr().out
    assert f"数据版本 {short(old)} → {short(world().version)}" in said_zh and "修订" in said_zh
    assert (
        main([*told, "2021-07-20", "--format", "json", "--language", "en", "--out", str(folder / "x.json")])
        == 0
    )
    record = json.loads((folder / "x.json").read_text("utf-8"))
    assert [one["kind"] for one in record["numbers"]] == ["changed"]
    assert main([*told, "2021-07-20", "--out", str(folder / "data" / "x.txt")]) == 1
    assert "data" in capsys.readouterr().err
    assert main([*told, "2021-07-25"]) == 0
    assert "没有变化" in capsys.readouterr().out
    assert main([*told, "1999-01-01"]) == 1
    assert "没有保存" in capsys.readouterr().err


def test_what_differs_can_be_had_in_every_format(folder: Path) -> None:
    old, now = since.tables(folder, history.held(folder)[0].version), world()
    found = difference(old, now)
    for name, made in FORMATS.items():
        data = made(found, "zh")
        assert data, name
        if name == "xlsx":
            assert kept(data).version == now.version
        if name == "csv":
            assert data.decode("utf-8-sig").startswith("类别,变化,内容,原来,现在,说明")


def test_diff_tells_what_a_table_would_change_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "data/observations/hebei.csv"
    held = dict(edits.rows(edits.world()))[name]
    at = next(n for n, row in enumerate(held) if row["as_printed"] == f"{row['value']}%")
    held[at] = held[at] | {"value": "2.2", "as_printed": "2.2%"}
    given = folder / "hebei.csv"
    given.write_bytes(edits.written(held))
    before = (folder / name).read_bytes()
    assert main(["diff", str(given), "--folder", str(folder)]) == 0
    assert "修订" in capsys.readouterr().out
    assert (folder / name).read_bytes() == before
    held[at] = held[at] | {"value": "3.3"}
    given.write_bytes(edits.written(held))
    assert main(["diff", str(given), "--folder", str(folder)]) == 1
    assert "hebei.csv" in capsys.readouterr().err
    assert main(["diff", "--folder", str(folder)]) == 0
    assert "没有变化" in capsys.readouterr().out


def test_a_file_of_more_entries_than_any_of_ours_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    data = files()["pptx"]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = len(packed.namelist())
    monkeypatch.setattr("industry.export.kept._MOST_ENTRIES", entries)
    assert kept(data).slides
    monkeypatch.setattr("industry.export.kept._MOST_ENTRIES", entries - 1)
    with pytest.raises(NotKept) as none:
        kept(data)
    assert none.value.code == "damaged"
