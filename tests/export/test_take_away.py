"""Decks to take away: from the page's addresses and from the command line, opened by what will open them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from starlette.datastructures import QueryParams

from industry import wording
from industry.__main__ import main
from industry.export import listing, workbook
from industry.export.formats import formats, xlsx
from industry.export.order import drawn
from industry.export.picture.browser import chinese_face, find
from industry.figures.draw import draw
from industry.figures.record import marked
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.conftest import WORLD, world
from tests.figures.drawing import row_panels
from ui.serving import taken
from ui.trouble import NotFound

FORBIDDEN = set('<>:"/\\|?*')


def test_every_kind_of_a_deck(tables: Tables) -> None:
    deck = tables.catalogue.config.decks[1]
    slides = taken.deck(f"{deck.id}.pptx", QueryParams())
    assert slides.name == f"{deck.title.zh}_江西、吉安、河北、陕西_数据截至2021年10月.pptx"
    assert len(Presentation(io.BytesIO(slides.content)).slides) == len(deck.figures) + 1
    book = taken.deck(f"{deck.id}.xlsx", QueryParams("lang=en"))
    names = load_workbook(io.BytesIO(book.content)).sheetnames
    assert names[len(deck.figures) :] == ["Derived", "Sources", "Notices"]
    page = taken.deck(f"{deck.id}.html", QueryParams())
    assert page.media.startswith("text/html")
    assert deck.title.zh in page.content.decode("utf-8")


def test_a_deck_put_together() -> None:
    asked = QueryParams(
        [("slide", "profit"), ("slide", "growth_q1?regions=hebei,jiangxi"), ("slide", "nonsense")]
    )
    content = taken.deck("custom.pptx", asked).content
    names = [slide.name for slide in Presentation(io.BytesIO(content)).slides]
    assert names[1:] == ["profit", "growth_q1?regions=hebei,jiangxi"]


@pytest.mark.parametrize("name", ["nonsense.pptx", "custom.pptx", "briefing.exe", "briefing"])
def test_what_there_is_not(name: str) -> None:
    with pytest.raises(NotFound):
        taken.deck(name, QueryParams())


@pytest.mark.skipif(not (find() and chinese_face()), reason="pictures need a browser and a Chinese font")
def test_pictures_of_a_deck(tables: Tables) -> None:
    deck = next(one for one in tables.catalogue.config.decks if one.id == "hebei")
    content = taken.deck("hebei.zip", QueryParams("size=half&title=0")).content
    taken.close()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        assert len(names) == len(deck.figures)
        for number, name in enumerate(names, start=1):
            assert name.startswith(f"{number:02d}_")
            assert not FORBIDDEN & set(name)
            assert Image.open(io.BytesIO(packed.read(name))).width in (887, 888)


@pytest.mark.skipif(not (find() and chinese_face()), reason="pictures need a browser and a Chinese font")
def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ["export", "shaanxi", "--format", ",".join(formats()), "--size", "half", "--language", "en"]
    assert main([*order, "--no-title", "--out", str(tmp_path), "--folder", str(WORLD)]) == 0
    ends = sorted(path.suffix for path in tmp_path.iterdir())
    figures = len(next(one for one in world().catalogue.config.decks if one.id == "shaanxi").slides)
    assert ends == sorted(
        f".{one.id}" for one in formats().values() for _ in range(figures if one.of == "figure" else 1)
    )
    first, *named = capsys.readouterr().out.splitlines()
    assert first == f"Files written to {tmp_path}: {len(ends)}."
    assert sorted(one.strip() for one in named) == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export"], "请给出汇报的代码"),
        (["export", "nonsense"], "没有名为“nonsense”的汇报"),
        (["export", "briefing", "--format", "gif"], "没有“gif”这种格式"),
        (["export", "briefing", "--size", "huge"], "没有名为“huge”的尺寸"),
        (["export", "briefing", "--size", "huge", "--language", "en"], "There is no size “huge”"),
        (["export", "briefing", "--format", "xlsx", "--out", "/dev/null/x"], "不能写入"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--folder", str(WORLD)]) == 1
    assert sentence in capsys.readouterr().err


def test_no_text_of_a_workbook_runs() -> None:
    texts = ["=1+1", "+1", "-x", "@a", "−9.6"]
    content = workbook.workbook({"a/b:c": (("head",), [(one,) for one in texts])})
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == texts
    assert all(cell.data_type == "s" for (cell,) in sheet.iter_rows(min_row=2))
    lines = (
        workbook.comma_separated(("head",), [(one,) for one in [*texts, "-9.6"]]).decode("utf-8-sig").split()
    )
    assert lines == ["head", "'=1+1", "'+1", "'-x", "'@a", "−9.6", "-9.6"]


def test_a_workbook_credits_no_publisher_with_a_derived_number(tables: Tables) -> None:
    deck = next(one for one in tables.catalogue.config.decks if one.id == "jian")
    told = []
    for figure in drawn(tables, deck.slides, "zh"):
        header, lines = xlsx.numbers(figure, tables, "zh")
        source = list(header).index("出处") if "出处" in header else None
        for line in lines:
            if source is not None and ":derived:" in str(line[-1]):
                told.append(line[source])
    assert told
    assert set(told) == {"推算"}


def test_a_workbook_tells_how_every_derived_number_came_about(tables: Tables) -> None:
    for language in ("zh", "en"):
        rows = listing.every(tables)
        ((header, lines),) = listing.derived_sheet(rows, tables, language).values()
        held = [dict(zip(header, line, strict=True)) for line in lines]
        (edition,) = listing.columns(language, "edition")
        of_no_edition = {edition, f"{listing.columns(language, 'term')[0]} · {edition}"}
        told = (value for line in held for name, value in line.items() if name not in of_no_edition)
        assert all(value not in ("", None) for value in told)
        assert {line[header[0]] for line in held} == {row.id for row in rows if row.derived}
        assert sum(len(row.terms) for row in rows) == len(held)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_number_of_a_workbook_is_of_the_unit_beside_it(tables: Tables, language: str) -> None:
    """1273.2亿元 is 127.32 billion yuan: number and unit say what the words say, of every figure there is."""
    every = (
        row for row in listing.every(tables) if not row.derived
    )  # of those the words may have fewer digits
    rows = [row for row in every if row.indicator.measure != "rank" and row.value_to is None]
    assert {"亿元", "%", "家"} <= {row.indicator.unit for row in rows}
    ((_, body), *_) = listing.sheets(tables, rows, language).values()
    header = listing.header(language)
    for row, line in zip(rows, body, strict=True):
        number, unit = line[len(header)], line[len(header) + 1]
        assert unit == wording.unit_name(row.indicator, language)
        told = wording.number(row, language)
        found = re.search(r"[−+]?[\d,.]+", told)
        assert found is not None and isinstance(number, float)
        scale = (
            10**8
            if "亿" in told and "亿" not in row.indicator.unit
            else 10**4
            if "万" in told and "万" not in row.indicator.unit
            else 1
        )
        assert float(found.group().replace("−", "-").replace(",", "")) * scale == pytest.approx(number), told


def test_what_is_marked_as_drawn_is_what_has_a_mark(tables: Tables) -> None:
    for language, yes in (("zh", "是"), ("en", "yes")):
        for spec in tables.catalogue.config.figures:
            one = draw(spec, tables, Choices(), language)
            header, lines = xlsx.numbers(one, tables, language)
            if listing.columns(language, "drawn")[0] not in header:
                continue
            at = list(header).index(*listing.columns(language, "drawn"))
            told = {line[-1] for line in lines if line[at] == yes}
            shown = {row.id for panel in one.panels for row in marked(panel)}
            assert told == shown, spec.id


def test_a_workbook_shows_the_digits_that_the_words_have(tables: Tables) -> None:
    for language in ("zh", "en"):
        rows = [row for row in listing.every(tables) if row.indicator.unit == "亿元" and row.scale == 1]
        content = workbook.workbook({"a": (("n",), [(listing.number_cell(row, language),) for row in rows])})
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        for row, (cell,) in zip(rows, sheet.iter_rows(min_row=2), strict=True):
            whole, _, digits = (re.search(r"[\d,.]+", wording.number(row, language)) or [""])[0].partition(
                "."
            )
            above, below = cell.number_format.split(";")
            assert whole and above == ("0." + "0" * len(digits) if digits else "0"), row.id
            assert below == f'"−"{above}'
            assert cell.value == pytest.approx(wording.value_in(row, language))


def test_the_number_behind_an_english_chart_is_of_its_unit(tables: Tables) -> None:
    one = draw(tables.catalogue.figures["profit_level"], tables, Choices(), "en")
    (panel,) = row_panels(one)
    assert panel.unit == "Unit: billion yuan"
    assert {row.text: mark.end for row in panel.rows for mark in row.marks}["127.32"] == 127.32
