"""Every picture and every slide names all publishers of its figures: a source line may lose dates and
reprints for want of room, never a publisher."""

import io
import re

import pytest
from pptx import Presentation

from industry.export.picture.figure_png import canvas_of
from industry.export.pptx.presentation import presentation
from industry.figures.compose.on_canvas import compose, overflow
from industry.figures.context import Choices
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source
from industry.wording import citation
from tests.conftest import world

FIGURES = list(world().catalogue.figures)
QUOTES = str.maketrans("‘’“”", "''\"\"")


def bare(words: str) -> str:
    """Without spaces and line ends, with straight quotation marks."""
    words = words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return re.sub(r"\s|<[^>]*>", "", words).translate(QUOTES)


def publishers(listed: tuple[Source, ...], language: str) -> list[str]:
    return list(dict.fromkeys(bare(one.publisher(language)) for one in listed))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", FIGURES)
def test_every_picture_names_every_publisher(tables: Tables, id: str, language: str) -> None:
    figure = draw(tables.catalogue.figures[id], tables, Choices(), language)
    wanted = publishers(citation.sources(figure.rows), language)
    for size in tables.catalogue.config.sizes:
        composed = compose(figure, canvas_of(size)).to_plotly_json()
        lines = [bare(one["text"]) for one in composed["layout"]["annotations"]]
        starts = [at for at, one in enumerate(lines) if one.startswith(("资料来源：", "Sources:"))]
        said = "".join(lines[starts[-1] :])
        assert [one for one in wanted if one not in said] == [], size.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_slide_names_every_publisher_and_whole_notices(tables: Tables, language: str) -> None:
    figures = [draw(one, tables, Choices(), language) for one in tables.catalogue.config.figures]
    deck = Presentation(io.BytesIO(presentation("x", figures, language)))
    names = ("资料来源", "提示", "注") if language == "zh" else ("Source", "Notice", "Notes")
    for figure, slide in zip(figures, list(deck.slides)[1:], strict=True):
        told = {one.name: bare(one.text_frame.text) for one in slide.placeholders}
        wanted = publishers(citation.sources(figure.rows), language)
        assert [one for one in wanted if one not in told[names[0]]] == [], figure.id
        assert bare(figure.frame.source) in bare(slide.notes_slide.notes_text_frame.text), figure.id
        for one in figure.frame.notices:
            assert bare(one.rstrip("。.")) in told[names[1]], figure.id
        vital = bare(figure.frame.vital).rstrip("；;.。")
        assert vital in told.get(names[2], ""), figure.id


def test_the_publishers_names_are_the_shortest_source_line(tables: Tables) -> None:
    figure = draw(tables.catalogue.figures["growth_quarters"], tables, Choices(), "zh")
    frame = figure.frame
    assert frame.source_names.startswith("资料来源：") and frame.source_names.count("转引") <= 1
    assert not re.search(r"\d{4}年\d", frame.source_names)
    assert len(frame.source_names) <= len(frame.source_brief) <= len(frame.source)
    assert citation.names((), "zh") == ""
    slide = next(one for one in tables.catalogue.config.sizes if one.id == "slide")
    assert not any(one.startswith(frame.source_names + "…") for one in overflow(figure, canvas_of(slide)))
