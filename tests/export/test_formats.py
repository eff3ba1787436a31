"""Formats are listed in one place: whatever lies in export/formats is offered by pages, addresses, the command line
and the static edition, a further one too."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from pptx import Presentation
from starlette.datastructures import QueryParams
from streamlit.testing.v1 import AppTest

from industry.__main__ import main
from industry.export.formats import formats, names
from industry.export.order import Format, Order, drawn
from industry.export.site import edition
from industry.export.taking.panel import panel, rows_of
from industry.tables.tables import Tables
from industry.vocabulary.configuration import Deck
from industry.vocabulary.slide import Choices, Slide
from industry.vocabulary.strict_record import Text
from tests import patience
from tests.conftest import ROOT, WORLD
from tests.export.paper import Paper
from tests.export.test_site import Few
from ui.briefing import taking
from ui.serving import taken
from ui.trouble import NotFound

MADE = "compare?indicator=profit_growth&period=2021-01/2021-05&regions=jiangxi,hebei"
"""A slide made on the page of comparisons."""


def told(order: Order) -> bytes:
    return " ".join(one.id for one in order.figures).encode()


@pytest.fixture(autouse=True)
def paper(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is drawn, and two more formats lie in the folder: of a figure, and of a deck."""
    monkeypatch.setattr(taken, "_renderer", Paper())
    for id, of in (("one", "figure"), ("all", "deck")):
        named = Text(zh=f"格式{id}", en=f"Format {id}")
        more = Format(id, "text/plain", of, told, named, pictures=of == "figure")  # type: ignore[arg-type]
        monkeypatch.setitem(formats(), id, more)  # type: ignore[arg-type]
    taken._kept.clear()
    yield
    taken._kept.clear()


def of(what: str) -> list[Format]:
    return [one for one in formats().values() if one.of == what]


def test_a_format_is_named_as_its_file() -> None:
    assert set(formats()) == {*names(), "one", "all"}
    assert all(formats()[one].id == one for one in names())
    assert len({one.name.zh for one in formats().values()}) == len(formats())


def test_the_briefing_page_links_to_every_format_of_a_deck(tables: Tables) -> None:
    deck = tables.catalogue.config.decks[0].id
    for language in ("zh", "en"):
        app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=patience.SECONDS)
        app.query_params["lang"] = language
        app.switch_page(str(ROOT / "pages" / "briefing.py")).run()
        links = {one.proto.label: one.proto.url for one in app.get("link_button")}
        for one in of("deck"):
            for clean in one.ways:
                link = links[one.called(language, clean)]
                assert link.startswith(f"/deck/{deck}.{one.id}") and ("clean=1" in link) == clean


def test_a_figure_s_panel_has_every_format(tables: Tables) -> None:
    (made,) = drawn(tables, [Slide.parse(MADE)], "zh")
    held = [*taking.offers(tables, made)]
    sizes = tables.catalogue.config.sizes
    for one in formats().values():
        given = [offer for offer in held if offer.made == one]
        assert [offer.size for offer in given] == (
            [] if not one.of_one else list(sizes) if one.pictures else [None] * len(one.ways)
        )
        assert all(offer.address.startswith(f"/picture/compare.{one.id}?indicator=") for offer in given)
        assert all(("title=0" in offer.bare) == one.pictures for offer in given)
    text = str(panel(made.frame.title, held, "zh"))
    links = lxml.html.fromstring(text).iterlinks()
    assert {link for _, of, link, _ in links if of == "href"} == {offer.address for offer in held}


@pytest.mark.parametrize("text", [MADE, "growth_q1", "gap_growth?regions=hebei"])
def test_every_slide_has_an_address_in_every_format(text: str, tables: Tables) -> None:
    slide = Slide.parse(text)
    for one in (one for one in formats().values() if one.of_one):
        file = taken.picture(f"{slide.figure}.{one.id}", QueryParams(slide.choices.values()))
        assert (file.media, file.name[-len(one.id) - 1 :]) == (one.media, f".{one.id}")
        assert file.content
    for one in of("deck"):
        file = taken.deck(f"custom.{one.id}", QueryParams([("slide", text), ("slide", "profit")]))
        assert (file.media, bool(file.content)) == (one.media, True)
    assert taken.deck("custom.all", QueryParams([("slide", text)])).content == text.encode()


def test_no_address_has_a_format_of_another_kind(tables: Tables) -> None:
    deck = tables.catalogue.config.decks[0].id
    for one in formats().values():
        if not one.of_one:
            with pytest.raises(NotFound):
                taken.picture(f"growth_q1.{one.id}", QueryParams())
        if one.of != "deck":
            with pytest.raises(NotFound):
                taken.deck(f"{deck}.{one.id}", QueryParams())


def test_one_figure_is_one_slide_named_as_its_picture_is() -> None:
    values = Slide.parse(MADE).choices.values()
    file = taken.picture("compare.pptx", QueryParams(values))
    assert [slide.name for slide in Presentation(io.BytesIO(file.content)).slides] == [MADE]
    image = taken.picture("compare.png", QueryParams(values))
    assert file.name.rpartition(".")[0] == image.name.rpartition(".")[0].replace("_slide_", "_")


def test_a_slide_of_a_presentation_is_named_by_its_text() -> None:
    asked = QueryParams([("slide", MADE), ("slide", "growth_q1")])
    deck = Presentation(io.BytesIO(taken.deck("custom.pptx", asked).content))
    assert [slide.name for slide in deck.slides][1:] == [MADE, "growth_q1"]
    charts = [one.name for one in deck.slides[1].shapes if getattr(one, "has_chart", False)]
    assert charts and all(one.startswith(MADE) for one in charts)


def test_a_picture_says_where_it_can_be_seen(tables: Tables) -> None:
    from industry.export.picture.png_metadata import read_provenance

    file = taken.picture("compare.png", QueryParams(Slide.parse(MADE).choices.values() | {"size": "half"}))
    said = read_provenance(file.content)
    assert said["Figure"] == MADE
    assert said["Link"] == Slide.parse(MADE).address("png", {"lang": "zh", "size": "half"})
    assert said["Link"].startswith("/picture/compare.png?indicator=profit_growth&period=2021-01/2021-05")


def test_regions_that_there_are_not_stay_for_the_figure_to_tell_of_and_an_indicator_goes() -> None:
    slide = Slide("growth_q1", Choices(("nowhere", "hebei"), None, "nothing"))
    file = taken.deck("custom.all", QueryParams([("slide", str(slide))]))
    assert file.content == b"growth_q1?regions=nowhere,hebei"


def test_the_command_line_takes_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "--help"])
    assert ",".join(names()) in capsys.readouterr().out
    asked = ",".join(one.id for one in formats().values() if one.of == "deck" and not one.pictures)
    assert (
        main(["export", "hebei", "--format", f"{asked},one", "--out", str(tmp_path), "--folder", str(WORLD)])
        == 0
    )
    written = sorted(one.name for one in tmp_path.iterdir())
    served = {taken.deck(f"hebei.{one}", QueryParams()).name for one in asked.split(",")}
    assert len(served) == len(asked.split(",")) and served <= set(written), "the page calls them the same"
    assert sum(one.endswith(".one") for one in written) == 6
    assert main(["export", "hebei", "--format", "gif", "--folder", str(WORLD)]) == 1
    refused = capsys.readouterr().err
    assert all(one in refused for one in formats())


def test_the_static_edition_has_every_format(tables: Tables, tmp_path: Path) -> None:
    few = Few(tables, 2)
    deck = Deck(
        id="mixed", title=Text(zh="合", en="Mixed"), figures=(MADE, few.catalogue.config.figures[0].id)
    )
    few.catalogue.config.__dict__["decks"] = (deck,)
    edition.build(few, tmp_path, renderer=Paper())  # type: ignore[arg-type]
    sizes = tables.catalogue.config.sizes
    for language in edition.LANGUAGES:
        held = {str(one.relative_to(tmp_path / language)) for one in (tmp_path / language).rglob("*.*")}
        for one in of("deck"):
            assert (f"decks/mixed.{one.id}" in held) is not one.pictures
        stem = "compare--indicator.profit_growth--period.2021-01~2021-05--regions.jiangxi+hebei"
        for one in (one for one in formats().values() if one.of_one and one.id != "html"):
            shown = rows_of(one, sizes)
            names = [f"pictures/{stem}_{size.id}" for size in shown] if one.pictures else [f"files/{stem}"]
            assert {f"{name}.{one.id}" for name in names} <= held
        page = (tmp_path / language / f"{stem}.html").read_text("utf-8")
        assert page.count('.one"') == 2 * len(sizes), "each where it is and how it is called"
        assert "decks/mixed.html#2" in page
        page = (tmp_path / language / "page-briefing.html").read_text("utf-8")
        assert all(f"decks/mixed.{one.id}" in page for one in of("deck") if not one.pictures)
