"""A figure that fails costs its own place, on the page, in decks and in whatever is taken away; never a
traceback, and nothing of the others."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from starlette.datastructures import QueryParams
from streamlit.testing.v1 import AppTest

from industry import wording
from industry.__main__ import main
from industry.export.deck import html_deck
from industry.export.formats import png, xlsx
from industry.export.order import Order, drawn
from industry.export.picture import figure_picture
from industry.export.picture.renderer import RendererBusy, RendererFailed
from industry.export.pptx import presentation
from industry.export.site import edition, parts
from industry.figures.draw import draw, draw_safely, make_safely
from industry.figures.kinds import kinds
from industry.figures.record import Failed, Figure
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck, FigureSpec
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests import patience
from tests.conftest import ROOT
from tests.ui.test_pages import opened, texts
from ui import store
from ui.parts import figure as on_page
from ui.serving import taken

BROKEN = "gap"
SENTENCE = wording.say("figure_failed", "zh")


class BrokenError(Exception):
    """What no kind foresaw."""


def fail(*_: Any, **__: Any) -> Any:
    raise BrokenError("a bug")


def forget() -> None:
    for kept in (store.figure, store.shown):
        kept.cache_clear()
    taken._kept.clear()


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    """Nothing kept by other tests is shown here, and nothing of these tests to others."""
    forget()
    yield
    forget()


@pytest.fixture
def broken(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of a figure whose kind raises when it draws."""
    monkeypatch.setitem(kinds(), BROKEN, replace(kinds()[BROKEN], draw=fail))  # type: ignore[call-overload]
    return next(one.id for one in tables.catalogue.config.figures if one.chart == BROKEN)


@pytest.fixture
def deck(tables: Tables, broken: str) -> Deck:
    """A deck of three: the one that fails stands between two others."""
    others = [one.id for one in tables.catalogue.config.figures if one.chart == "bars"][:2]
    return Deck(id="three", title=Text(zh="三张", en="Three"), figures=(others[0], broken, others[1]))


def only(figure: Figure, id: str) -> None:
    """Raises for the figure of this id; its stand-in has no part in it."""
    if figure.id == id and not isinstance(figure, Failed):
        raise BrokenError("a bug")


def test_drawing_raises_and_drawing_safely_says_so(
    tables: Tables, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    spec = tables.catalogue.figures[broken]
    with pytest.raises(BrokenError):
        draw(spec, tables, Choices(), "zh")
    for language in ("zh", "en"):
        figure = draw_safely(spec, tables, Choices(), language)
        assert isinstance(figure, Failed)
        assert (figure.id, figure.chart, figure.frame.title) == (broken, BROKEN, spec.title(language))
        assert figure.empty == wording.say("figure_failed", language)
        assert (figure.panels, figure.rows) == ((), ())
    assert f"figure {broken} could not be drawn" in caplog.text
    assert "BrokenError: a bug" in caplog.text


def test_errors_that_are_no_figures_pass(tables: Tables) -> None:
    figure = draw(tables.catalogue.config.figures[0], tables, Choices(), "zh")

    def busy(_: Figure) -> None:
        raise RendererBusy("queue_full", waiting=9)

    with pytest.raises(RendererBusy):
        make_safely(busy, figure, "zh", (RendererBusy,))


def test_a_sheet_fails_with_any_of_its_figures(tables: Tables, broken: str) -> None:
    parts = (tables.catalogue.config.figures[0].id, broken)
    options = kinds()["together"].options
    spec = options(
        id="sheet", chart="together", title=Text(zh="合页", en="Sheet"), page="briefing", figures=parts
    )
    figure = draw_safely(spec, tables, Choices(), "zh")
    assert isinstance(figure, Failed)
    assert figure.frame.title == "合页"


def headings(app: AppTest) -> list[str]:
    return [one.value for one in app.markdown if one.value.startswith("## ")]


def test_on_its_page_a_sentence_stands_in_its_place(
    tables: Tables, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    page = tables.catalogue.figures[broken].page
    app = opened(page)
    assert not app.exception and not app.error
    assert [one.value for one in app.warning] == [on_page.text(SENTENCE)]
    assert "Traceback" not in texts(app) and "BrokenError" not in texts(app)
    assert "BrokenError: a bug" in caplog.text
    listed = charts(tables)
    assert broken in [one.id for one in listed]
    for one in listed:
        assert any(on_page.text(one.title("zh")) in heading for heading in headings(app)), one.id
    assert len(app.get("plotly_chart")) >= len(listed) - 1


def test_a_table_that_cannot_be_drawn_costs_itself_only(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = replace(kinds()["table"], draw=fail)
    monkeypatch.setitem(kinds(), "table", kind)  # type: ignore[call-overload]
    forget()
    app = opened("overview")
    forget()
    assert not app.exception and not app.error
    assert [one.value for one in app.warning] == [on_page.text(SENTENCE)]
    assert len(app.get("plotly_chart")) >= len(charts(tables))


def charts(tables: Tables) -> list[FigureSpec]:
    """The overview's figures below its table."""
    listed = tables.catalogue.config.figures
    return [one for one in listed if one.page == "overview" and one.chart != "table"]


def test_a_panel_that_cannot_be_composed_costs_its_figure_only(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = charts(tables)
    composed = store.screen

    def screen(figure: Figure, panel: int) -> Any:
        only(figure, listed[0].id)
        return composed(figure, panel)

    monkeypatch.setattr(store, "screen", screen)
    app = opened("overview")
    assert not app.exception and not app.error
    assert [one.value for one in app.warning] == [on_page.text(SENTENCE)]
    assert len(app.get("plotly_chart")) >= len(listed) - 1


def test_the_slides_of_a_deck_name_it(tables: Tables, broken: str) -> None:
    listed = next(one for one in tables.catalogue.config.decks if broken in one.figures)
    app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
    app.query_params["deck"] = listed.id
    app.switch_page(str(ROOT / "pages" / "briefing.py"))
    app.run()
    assert not app.exception and not app.error
    (told,) = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    tiles = json.loads(told["deck"])["tiles"]
    assert len(tiles) == len(listed.figures)
    assert [SENTENCE == one["finding"] for one in tiles] == [one == broken for one in listed.figures]


class Paper:
    """A renderer that gives back what it is to draw."""

    browsers = 1

    def png(self, plotly_json: str, _: Any) -> bytes:
        return plotly_json.encode()


def order(tables: Tables, deck: Deck) -> Order:
    size = tables.catalogue.config.sizes[0]
    return Order("三张", drawn(tables, deck.slides, "zh"), "zh", tables, size, Paper())  # type: ignore[arg-type]


def test_in_a_deck_page(deck: Deck) -> None:
    asked = QueryParams([("slide", one) for one in deck.figures])
    page = taken.present("custom", asked).content.decode("utf-8")
    assert len(re.findall(r'<section class="slide"', page)) == 3
    slides = page.split('<section class="slide"')[1:]
    assert [SENTENCE in one for one in slides] == [False, True, False]
    assert "BrokenError" not in page


def test_a_slide_of_the_deck_page_that_cannot_be_composed(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    specs = tables.catalogue.config.figures[:2]
    compose = html_deck.compose

    def composed(figure: Figure, canvas: Any) -> Any:
        only(figure, specs[0].id)
        return compose(figure, canvas)

    monkeypatch.setattr(html_deck, "compose", composed)
    figures = [draw(one, tables, Choices(), "en") for one in specs]
    page = html_deck.deck("Two", figures, "en", html_deck.SLIDE, "v1")
    first, *others = page.split('<section class="slide"')[1:]  # a long figure has several
    assert wording.say("figure_failed", "en") in first
    assert others and not any(wording.say("figure_failed", "en") in one for one in others)


def slides(content: bytes) -> dict[str, str]:
    """The words of each slide by its name, the cover left out."""
    found = list(Presentation(io.BytesIO(content)).slides)[1:]
    return {
        one.name: "".join(shape.text_frame.text for shape in one.shapes if shape.has_text_frame)
        for one in found
    }


def test_in_a_presentation(tables: Tables, deck: Deck, broken: str) -> None:
    told = slides(presentation.presentation("三张", drawn(tables, deck.slides, "zh"), "zh"))
    assert tuple(told) == deck.figures
    assert [SENTENCE in told[one] for one in deck.figures] == [False, True, False]
    assert tables.catalogue.figures[broken].title("zh") in told[broken]


def test_a_slide_that_cannot_be_set(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was begun of it is not left behind."""
    specs = [one for one in tables.catalogue.config.figures if one.chart == "bars"][:3]
    figures = [draw(one, tables, Choices(), "zh") for one in specs]
    set_ = presentation.body

    def body(slide: Any, figure: Figure, *more: Any) -> bool:
        found = set_(slide, figure, *more)
        only(figure, specs[1].id)
        return found

    monkeypatch.setattr(presentation, "body", body)
    content = presentation.presentation("三张", figures, "zh")
    told = slides(content)
    assert list(told) == [one.id for one in specs]
    assert [SENTENCE in one for one in told.values()] == [False, True, False]
    parts = Presentation(io.BytesIO(content)).part.package.iter_parts()
    names = [str(one.partname) for one in parts]
    assert sum(bool(re.fullmatch(r"/ppt/slides/slide\d+\.xml", one)) for one in names) == 4
    assert sum(bool(re.fullmatch(r"/ppt/charts/chart\d+\.xml", one)) for one in names) == sum(
        len(one.panels) for at, one in enumerate(figures) if at != 1
    )


def test_in_a_workbook(tables: Tables, deck: Deck) -> None:
    book = load_workbook(io.BytesIO(xlsx.FORMAT.make(order(tables, deck))))
    assert len(book.sheetnames) == 3 + 2
    assert [[cell.value for cell in next(book[name].iter_rows())] for name in book.sheetnames[1:2]] == [
        [SENTENCE]
    ]
    assert all(book[name].max_row > 1 for name in (book.sheetnames[0], book.sheetnames[2]))


def test_in_pictures(tables: Tables, deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_picture.png_metadata, "stamp", lambda png, *_: png)
    found = [str(json.loads(make())) for _, make in png.FORMAT.each(order(tables, deck))]
    assert [SENTENCE[:8] in one for one in found] == [False, True, False]


def test_a_picture_alone_is_refused(broken: str) -> None:
    """Nobody takes a sentence away in a file that is named after a figure."""
    with pytest.raises(RendererFailed):
        taken.picture(f"{broken}.png", QueryParams())


class Few:
    """The tables with three figures and a deck of them."""

    def __init__(self, tables: Tables, deck: Deck) -> None:
        listed = tuple(tables.catalogue.figures[id] for id in deck.figures)
        config = tables.catalogue.config.model_copy(update={"decks": (deck,), "figures": listed})
        self.catalogue = replace(tables.catalogue, config=config)
        self._rows, self.derived, self.findings = tables.rows, tables.derived, tables.findings
        self.version, self.until = tables.version, tables.until

    def rows(self, indicator: str | None = None, region: str | None = None, derived: bool = False) -> Any:
        """Asked what there is of a region, none: so there are no decks of regions."""
        return () if region and not indicator else self._rows(indicator, region, derived)


def test_in_the_static_edition(
    tables: Tables, deck: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    third, screen = deck.figures[2], parts.screen

    def screened(figure: Figure, at: int) -> Any:
        only(figure, third)
        return screen(figure, at)

    monkeypatch.setattr(parts, "screen", screened)
    edition.build(Few(tables, deck), tmp_path)  # type: ignore[arg-type]
    for id, fails in zip(deck.figures, (False, True, True), strict=True):
        assert (SENTENCE in (tmp_path / "zh" / parts.page_name(id)).read_text("utf-8")) == fails
    overview = (tmp_path / "zh" / "index.html").read_text("utf-8")
    assert overview.count(SENTENCE) == 2
    assert (tmp_path / "zh" / "decks" / "three.html").read_text("utf-8").count('<section class="slide"') == 3


def test_from_the_command_line(
    tables: Tables, broken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that can be is written; a sentence names what can't, and the status is 1."""
    listed = next(one for one in tables.catalogue.config.decks if broken in one.figures)
    told = ["export", listed.id, "--format", "pptx,xlsx", "--folder", str(ROOT), "--out", str(tmp_path)]
    assert main(told) == 1
    err = capsys.readouterr().err
    assert f"图{broken}未能生成（BrokenError('a bug')）；其他图不受影响。" in err
    assert "Traceback" not in err
    assert {path.suffix for path in tmp_path.iterdir()} == {".pptx", ".xlsx"}
    assert not logging.getLogger("industry.figures.draw").handlers
