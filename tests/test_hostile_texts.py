"""Nothing from a table is more than a text, in whatever is taken away, answered or printed: the one list of hostile texts
(tests/hostile.py) through each place in turn. Pages are tried in tests/ui (test_texts_of_tables.py,
test_below_a_path.py), the static edition in tests/export/test_markup.py, figures in tests/figures/test_plotly_texts.py, the rest of each place where it is tried.
"""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from industry.__main__ import main
from industry.curation import datapackage
from industry.curation.template import making
from industry.export import listing, workbook
from industry.export.deck import deck_file
from industry.export.formats import formats
from industry.export.markup import render
from industry.export.order import Format, Order, drawn
from industry.export.search import search
from industry.export.texts import proofs
from industry.export.texts.commented import commented
from industry.figures.record import Figure
from industry.text import document
from industry.vocabulary.slide import Slide, plain
from tests import hostile
from tests.conftest import ROOT, WORLD, world
from tests.drafts import p, run, word
from tests.export.paper import Paper
from tests.export.test_markup import Seen
from ui.serving import searched

FIGURES = ("growth_q1", "ranks_jiangxi")
"""Bars with their strips and panels, a grid: tables full of texts as long as these take minutes to be fitted."""
TERMINAL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys."""
RUN = tuple({text[0] for text in (hostile.FORMULAS | hostile.HIDDEN_FORMULAS).values()})
"""How a cell begins that a spreadsheet runs."""
TYPED = "x" + "".join(
    text for name, text in (hostile.HIDDEN_FORMULAS | hostile.ODD).items() if name != "halves of pairs"
).replace("\0", "")
"""What a command may be given: all that a program can be."""


@cache
def figures(language: str) -> tuple[Figure, ...]:
    held = hostile.worst_tables()
    return drawn(held, [Slide(one) for one in FIGURES], language)


@cache
def made(ending: str, language: str) -> bytes:
    """The figures in a format; a picture is of the first alone, and drawn by none."""
    kind = formats()[ending]
    held = hostile.worst_tables()
    told = figures(language) if kind.of == "deck" else figures(language)[:1]
    title = hostile.MARKS["an element that runs"]
    return kind.make(
        Order(
            title, told, language, held, held.catalogue.config.sizes[0], renderer=Paper(), plotly="plotly.js"
        )
    )  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    """Without spaces, breaks and what no XML holds, which some places have otherwise."""
    return re.sub(r"\s", "", text).replace("’", "'")


ALL = squeezed(hostile.MORE)


@pytest.mark.parametrize("ending", ["pptx", "docx", "xlsx"])
def test_an_office_file_holds_them_as_texts(ending: str) -> None:
    assert any(ALL in squeezed(text) for text in parts(made(ending, "zh"), ending))


def parts(content: bytes, name: str) -> Iterator[str]:
    """The texts of each part of an Office file, in which nothing leads away, is worked out or runs; of the workbooks inside
    it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for one in packed.namelist():
            assert not re.search(r"evil|\.\.|\\|:|vba|activeX|externalLink", one), (name, one)
            data = packed.read(one)
            if one.endswith((".xlsx", ".docx", ".pptx")):
                yield from parts(data, f"{name}, {one}")
            elif one.endswith((".xml", ".rels")):
                root = etree.fromstring(data)
                for element in root.iter():
                    kind = etree.QName(element).localname
                    assert kind not in ("oleObject", "hyperlink", "hlinkClick", "control"), (name, one)
                    assert element.get("TargetMode") != "External", (name, one, element.get("Target"))
                    if kind == "f":  # a chart's reference to its workbook; of a cell it would be a formula
                        assert "/charts/" in one and "evil" not in str(element.text), (name, one)
                    if kind == "instrText":
                        assert element.text == " PAGE ", (name, one, element.text)
                yield "".join(map(str, root.itertext()))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_spreadsheet_runs_none_of_them(language: str) -> None:
    """Sheets of figures, of all numbers, of what a region enters; the same as CSV."""
    held = hostile.worst_tables()
    listed = listing.sheets(held, listing.every(held), language)
    region = held.catalogue.regions[held.catalogue.config.regions[0]]
    books = (made("xlsx", language), workbook.workbook(listed), making.workbook(held, region, language))
    for content in books:
        cells = [
            cell
            for sheet in openpyxl.load_workbook(io.BytesIO(content))
            for row in sheet.iter_rows()
            for cell in row
        ]
        assert any(str(cell.value).startswith(tuple(hostile.FORMULAS.values())) for cell in cells)
        assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    for sheet in listed.values():
        rows = list(csv.reader(io.StringIO(workbook.comma_separated(*sheet).decode("utf-8-sig"), newline="")))
        assert len(rows) == 1 + len(sheet[1])
        for one in (cell for row in rows for cell in row):
            assert not one.startswith(RUN) or re.fullmatch(r"-?[\d.]+", one), one


def test_every_formula_is_a_text_in_a_workbook_and_in_a_list() -> None:
    told = [*hostile.EVERY.values()]
    content = workbook.workbook({"".join(told): (told, [told])})
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content))
    for row in sheet.iter_rows():
        assert [cell.data_type for cell in row if cell.value is not None] == ["s"] * sum(
            cell.value is not None for cell in row
        )
        assert all(cell.quotePrefix for cell in row if str(cell.value).startswith(RUN))
    text = workbook.comma_separated(told, [told]).decode("utf-8-sig", "surrogatepass")
    for row_ in csv.reader(io.StringIO(text, newline="")):
        assert not [one for one in row_ if one.startswith(RUN)]


def test_a_deck_in_a_browser_makes_no_element_of_them() -> None:
    seen = Seen(made("html", "zh").decode())
    assert not seen.tags & {"img", "iframe", "object", "embed"}
    assert "evil" not in "".join(value for name, value in seen.attributes if name in ("href", "src"))
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    assert not [value for _, value in seen.attributes if re.match("javascript:|https?:", value)]
    assert ALL in squeezed("".join(seen.texts))


@pytest.mark.parametrize("kind", formats().values(), ids=lambda one: one.id)
def test_a_file_is_named_by_a_text_that_is_no_path(kind: Format) -> None:
    held = hostile.worst_tables()
    for one in figures("zh"):
        name = kind.file(
            Order("".join(hostile.EVERY.values()), (one,), "zh", held, held.catalogue.config.sizes[0])
        )
        assert re.fullmatch(r'[^<>:"/\\|?*\x00-\x1f\x7f]+', name) and not name.startswith((".", "-")), name
    assert kind.of != "deck" or zipped(made(kind.id, "zh"), kind.id)


def zipped(content: bytes, ending: str) -> bool:
    """That what is packed stays in the folder into which it is unpacked."""
    if ending == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return all(
                not re.search(r'\.\.[/\\]|^[/\\]|[<>:"|?*\x00-\x1f]', one) for one in packed.namelist()
            )
    return True


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_says_of_itself_what_is_a_text(ending: str) -> None:
    content = made(ending, "zh")
    if ending == "svg":
        root = etree.fromstring(content)
        assert {etree.QName(one).localname for one in root.iter()}.isdisjoint(
            {"a", "image", "script", "b", "img"}
        )
        assert ALL in squeezed(
            "".join(root.itertext()) + "".join(v for one in root.iter() for v in one.values())
        )
    elif ending == "png":
        assert ALL in squeezed(" ".join(_png(content)))
    else:
        assert b"/URI" not in content and b"/JavaScript" not in content and b"/Launch" not in content


def _png(content: bytes) -> Iterator[str]:
    at = 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if kind == b"iTXt":
            rest = data.partition(b"\0")[2]
            packed, text = rest[0], rest[2:].split(b"\0", 2)[2]
            yield (zlib.decompress(text) if packed else text).decode()
        at += 12 + size


def test_the_data_package_and_a_deck_s_file_hold_them() -> None:
    files = dict(hostile.files(WORLD, hostile.worst()))
    held = json.loads(datapackage.fresh(files, hostile.worst_tables()))
    assert ALL in squeezed(
        json.dumps(held, ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\").replace("\\n", "")
    )
    for text in hostile.EVERY.values():
        slide = Slide("growth_q1", heading=plain(text))
        file = deck_file.write([slide], "x", "zh", date(2021, 7, 25)).decode()
        assert deck_file.read(file, world().catalogue).slides == (slide,)
        assert Slide.parse(str(slide)) == slide
        assert not TERMINAL.search(slide.heading)


@pytest.mark.parametrize("text", hostile.EVERY.values(), ids=hostile.EVERY)
def test_whatever_is_asked_is_answered_by_texts(text: str) -> None:
    """An address that isn't there, a search, a draft."""
    page = render("trouble.html", "trouble", "zh", code="address", facts=[text])
    bare, seen = Seen(render("trouble.html", "trouble", "zh", code="address", facts=["x"])), Seen(page)
    assert seen.tags == bare.tags and len(seen.attributes) == len(bare.attributes)
    for language in ("zh", "en"):
        search(world(), text, language)
        told = json.dumps(searched.answer(text, {"lang": language}), ensure_ascii=False)
        for address in re.findall(r'"address": "([^"]*)"', told):
            assert address.startswith("/") and not address.startswith("//") and "<" not in address
        found = proofs.proof(
            f"江西省规上工业增加值同比增长18.5%。{text}", world(), date(2021, 7, 25), None, language
        )
        assert not [one for one in proofs.as_text(found, language) if re.search(r"[\x00-\x08\x0e-\x1f]", one)]
        json.loads(proofs.as_json(found))


def test_comments_of_a_draft_hold_them() -> None:
    data = word(p(run("增长18.5%。")))
    draft = "\n".join(document.read("a.docx", data).parts)
    said = "".join(hostile.EVERY.values())
    found = proofs.Proof(
        draft, (proofs.Proofed(2, 7, "18.5%", "differs", None, "digits", said, "不符", "wrong"),), ""
    )
    content = commented(data, found, "zh")
    assert all(squeezed(one) in squeezed(" ".join(parts(content, "docx"))) for one in hostile.MARKS.values())


Command = Callable[[str], list[str]]
COMMANDS: dict[str, Command] = {
    "a figure": lambda text: ["export", "--figure", text],
    "a slide": lambda text: ["export", "--slide", text],
    "a deck": lambda text: ["export", text],
    "a period": lambda text: ["export", "--figure", "growth_q1", "--period", text],
    "a draft": lambda text: ["proof", text],
    "a presentation": lambda text: ["refresh", text],
    "a document": lambda text: ["read", text, "--source", "jiangxi_2021_07"],
    "a workbook": lambda text: ["import", text],
    "rows": lambda text: ["diff", text],
    "a day": lambda text: ["changes", "--since", text],
    "a region": lambda text: ["template", text],
    "tables": lambda text: ["check", text],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_obeys_none_of_them(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(COMMANDS[command](TYPED))
    told = capsys.readouterr()
    assert "Set-Cookie" in told.out + told.err, told
    assert not TERMINAL.search(told.out + told.err), told
    assert not list(tmp_path.iterdir())


def test_the_list_is_as_long_as_is_told() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    formulas = len(hostile.FORMULAS | hostile.HIDDEN_FORMULAS)
    for count, what in (
        (len(hostile.MARKS), "marks"),
        (formulas, "formulas"),
        (len(hostile.ODD), "sorts of characters"),
        (len(hostile.LONG), "texts that are only long"),
    ):
        assert f"{count} {what}" in " ".join(told.split()), (count, what)
