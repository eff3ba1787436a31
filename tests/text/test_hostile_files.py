"""Files that are meant to do harm: each is told in bounded time, and nothing is ever fetched. Limits are lowered, so that
small files pass them."""

from __future__ import annotations

import os
import random
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from industry.text import document, office
from industry.text.readers import pdf, plain
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from tests import drafts
from tests.drafts import cell, p, run, table, word
from tests.unlike import posix

TEXT = p(run("增长18.5%。"))
LOL = "<!DOCTYPE a [<!ENTITY l0 'lol'>" + "".join(
    f"<!ENTITY l{at} '{f'&l{at - 1};' * 10}'>" for at in range(1, 10)
)
ENTITY = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        document.read(name, data)
    return told.value.code


def with_part(name: str, content: str | bytes) -> bytes:
    return drafts.packed({**drafts.unpacked(word(TEXT)), name: content})


def declared(before: str) -> bytes:
    """A document whose text is preceded by this declaration."""
    text = drafts.unpacked(word(TEXT))["word/document.xml"].decode()
    return with_part("word/document.xml", before + text)


def test_a_bomb_is_told_by_what_its_list_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_UNPACKED", 1_000_000)
    assert refused("a.docx", with_part("word/media/a.emf", b"0" * 1_000_000)) == "too_large"
    assert refused("a.docx", with_part("word/document.xml", b"<a>" + b" " * 1_000_000)) == "too_large"


def test_a_bomb_whose_list_lies_unpacks_no_more_than_the_list_says() -> None:
    name = b"word/document.xml"
    data = bytearray(with_part(name.decode(), b"<a>" + b"0" * 50_000_000))
    struct.pack_into("<I", data, data.rfind(name) - 46 + 24, 100)
    struct.pack_into("<I", data, data.find(name) - 30 + 22, 100)
    tracemalloc.start()
    assert refused("a.docx", bytes(data)) == "broken"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_parts_without_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_PARTS", 20)
    many = drafts.packed({**drafts.unpacked(word(TEXT)), **{f"x{at}": b"" for at in range(20)}})
    assert refused("a.docx", many) == "too_large"
    assert refused("a.docx", b"PK\x01\x02" * 100) == "too_large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda: declared(LOL + "]>"), "broken"),
        (lambda: declared(ENTITY), "broken"),
        (lambda: declared("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>"), "broken"),
        (lambda: with_part("word/document.xml", LOL + "]><a b='&l9;'/>"), "too_intricate"),
        (lambda: with_part("_rels/.rels", LOL + "]><a>&l9;</a>"), "too_intricate"),
        (lambda: word(TEXT, parts={"footnotes.xml": ("footnotes", ENTITY + "<a>&x;</a>")}), "broken"),
        (lambda: word("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000), "too_intricate"),
        (lambda: word(p(run("1" * 10_100_000))), "too_intricate"),
    ],
)
def test_entities_nesting_and_endless_texts(data: Callable[[], bytes], code: str) -> None:
    assert refused("a.docx", data()) == code


def test_runs_and_cells_without_number(monkeypatch: pytest.MonkeyPatch) -> None:
    for many in (word(p(*[run("1")] * 200)), word(table((cell(p(run("1"))),) * 200))):
        assert document.read("a.docx", many).parts
        monkeypatch.setattr(office, "MOST_MARKS", 1_000)
        assert refused("a.docx", many) == "too_intricate"
        monkeypatch.undo()


def test_a_million_runs_are_told() -> None:
    assert refused("a.docx", word(p("<w:r><w:t>1</w:t></w:r>" * 1_000_000))) == "too_intricate"


def test_what_lies_outside_is_not_fetched() -> None:
    files = drafts.unpacked(word(TEXT))
    outside = drafts.relations(
        {"rId1": ("http://127.0.0.1:9/a", "footnotes"), "rId2": ("../../../etc/hostname", "header")}
    )
    files["word/_rels/document.xml.rels"] = outside.replace(
        'Target="http', 'TargetMode="External" Target="http'
    ).encode()
    assert document.read("a.docx", drafts.packed(files)).parts == ("增长18.5%。",)


def test_another_file_under_this_name(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert refused("a.docx", (tmp_path / "a.xlsx").read_bytes()) == "broken"
    assert refused("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "locked"
    assert refused("a.docx", b"%PDF-1.4") == refused("a.pdf", word(TEXT)) == "broken"


def test_other_ways_to_pack_and_a_part_with_a_password() -> None:
    data = bytearray(word(TEXT))
    name = b"word/document.xml"
    for at, code in ((data.rfind(name) - 46 + 10, "broken"), (data.rfind(name) - 46 + 8, "locked")):
        other = bytearray(data)
        other[at] = 12 if code == "broken" else 1  # bzip2; encrypted
        assert refused("a.docx", bytes(other)) == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("增长18.5%\0".encode(), "encoding"),
        ("增长18.5%。".encode("utf-16-le"), "encoding"),
        ("增长18.5%。".encode("utf-16-be"), "encoding"),
        (b"1" * (plain.MOST_BYTES + 1), "too_large"),
        (b"1" * (document.MOST_LETTERS + 1), "too_long"),
        (b"1\n" * (document.MOST_LETTERS // 2 + 1), "too_long"),
    ],
)  # fmt: skip
def test_texts(data: bytes, code: str) -> None:
    assert refused("a.txt", data) == code


def a_pdf(pages: int, stream: bytes = b"", filters: str = "") -> bytes:
    """A PDF of so many pages, all with this content."""
    kids = " ".join(f"{3 + at} 0 R" for at in range(pages))
    held = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()]
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents {3 + pages} 0 R>>".encode()
    held += [page] * pages
    held.append(f"<</Length {len(stream)}{filters}>>stream\n".encode() + stream + b"\nendstream")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for at, one in enumerate(held, start=1):
        places.append(len(out))
        out += f"{at} 0 obj\n".encode() + one + b"\nendobj\n"
    end = len(out)
    out += f"xref\n0 {len(held) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return bytes(out) + f"trailer<</Size {len(held) + 1}/Root 1 0 R>>\nstartxref\n{end}\n%%EOF".encode()


def test_a_pdf_with_too_many_pages() -> None:
    assert refused("a.pdf", a_pdf(pdf.MOST_PAGES + 1)) == "too_many_pages"
    assert refused("a.pdf", a_pdf(3)) == "no_text"


def test_a_pdf_whose_content_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_MEMORY", 256 * 1024 * 1024)
    twice = zlib.compress(zlib.compress(b"0" * 250_000_000, 1), 1)
    assert refused("a.pdf", a_pdf(1, twice, "/Filter[/FlateDecode/FlateDecode]")) == "too_intricate"


@pytest.mark.parametrize(("name", "value"), [("MOST_SECONDS", 0), ("MOST_MEMORY", 1)])
def test_a_pdf_that_takes_too_much_time_or_memory(
    monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    monkeypatch.setattr(pdf, name, value)
    assert refused("a.pdf", a_pdf(1)) == "too_intricate"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt"])
def test_a_file_cut_short_at_every_tenth(name: str) -> None:
    whole = {"a.docx": word(TEXT), "a.pdf": a_pdf(3), "a.txt": "增长18.5%。".encode() * 9}[name]
    for at in range(10):
        try:
            document.read(name, whole[: len(whole) * at // 10])
        except Unreadable:
            continue
        assert name == "a.txt"


def test_any_bytes_at_all() -> None:
    chance = random.Random(0)
    for _ in range(300):
        data = bytearray(word(TEXT))
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            document.read("a.docx", bytes(data))
        except Unreadable:
            pass


@posix
def test_what_is_no_plain_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "none.txt").symlink_to("/dev/zero")
    codes = []
    for name in ("pipe.txt", "folder.txt", "none.txt", "missing.txt"):
        with pytest.raises(Unreadable) as told:
            document.bytes_of(tmp_path / name)
        codes.append(told.value.code)
    assert codes == ["no_plain_file", "folder", "no_plain_file", "no_file"]
    assert len(Shelf(tmp_path).state) == 3


def test_a_file_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(document, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"1" * 11)
    with pytest.raises(Unreadable) as told:
        document.bytes_of(tmp_path / "a.txt")
    assert told.value.code == "too_large"
