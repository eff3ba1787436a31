"""What lines say at their ends, that figures are left out, and how the numbers of their axis are written."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from industry import wording
from industry.export.deck.html_deck import SLIDE
from industry.export.picture.figure_picture import canvas_of, plotly_json
from industry.figures.compose.lines import line_labels
from industry.figures.compose.on_canvas import compose, screen
from industry.figures.record import Column, Figure, LinesPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.figures import sample_figures as samples
from tests.figures.specs import once

LANGUAGES = ("zh", "en")


def panels(tables: Tables, language: str) -> Iterator[tuple[Figure, LinesPanel, list[str], str]]:
    """Every panel of lines of config.yaml's figures, the texts inside its plot and what is told below it."""
    for spec in tables.catalogue.config.figures:
        figure = once(spec, tables, Choices(), language)
        for at, panel in enumerate(figure.panels):
            if isinstance(panel, LinesPanel):
                plot = screen(figure, at)
                yield figure, panel, texts(plot), " ".join(plot["layout"]["meta"]["told"])


def texts(plot: dict[str, Any]) -> list[str]:
    return [re.sub("<[^>]+>", "", one["text"]) for one in plot["layout"].get("annotations", ())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_reaches_the_last_column_has_its_figure_there(tables: Tables, language: str) -> None:
    many = 0
    for figure, panel, written, told in panels(tables, language):
        for one in panel.series:
            if one.last == len(panel.columns) - 1:
                many += 1
                end = str(one.texts[one.last])
                assert end in told or any(text.endswith(end) for text in written), (figure.id, one.name)
    assert many > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_figures_are_left_out_it_is_said(tables: Tables, language: str) -> None:
    left_out = 0
    for figure, panel, written, told in panels(tables, language):
        figures = [str(one) for line in panel.series for one in line.texts if one]
        bare = [one for one in figures if not (one in told or any(text.endswith(one) for text in written))]
        words = str(wording.say("points_unwritten", language))
        if bare:
            left_out += 1
            noted = str(wording.say("see_points", language)) in figure.frame.note
            assert words in told or noted, (figure.id, bare)
        elif len(set(figures)) == len(figures):
            assert words not in told, figure.id
    assert left_out > 2


def test_what_is_said_behind_figures_in_words_is_a_sentence_of_its_own_in_english() -> None:
    panel = LinesPanel(
        "", "", (Column("2021", "2021", ""),), (samples.series("Jiangxi", samples.JIANGXI, 7.9),)
    )
    spots = (line_labels.Spot(0, 0, 0.0, "about 7.9", ""), line_labels.Spot(0, 0, 0.0, "about 8.1", ""))
    assert line_labels.in_words(panel, spots, "The table has the others") == (
        "Jiangxi 2021 about 7.9; ",
        "Jiangxi 2021 about 8.1. ",
        "The table has the others",
    )
    assert line_labels.in_words(panel, spots[:1]) == ("Jiangxi 2021 about 7.9",)


@pytest.mark.parametrize(("language", "form"), [("zh", r"−?\d{4,}"), ("en", r"−?\d{1,3},\d{3}")])
def test_an_axis_groups_its_thousands_as_the_figures_do(tables: Tables, language: str, form: str) -> None:
    found = set()
    for _, panel, written, _ in panels(tables, language):
        figures = {str(one) for line in panel.series for one in line.texts}
        figures |= {words for one in panel.columns for words in (one.whole, *one.lines)}
        found |= {one for one in written if re.fullmatch(r"−?\d[\d,.]*", one)} - figures
    long = [one for one in found if len(one.lstrip("−").partition(".")[0].replace(",", "")) > 3]
    assert long and all(re.fullmatch(form, one) for one in long)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_says_that_figures_are_left_out_where_that_costs_no_other_and_a_picture_never(
    tables: Tables, language: str
) -> None:
    """A picture goes without the table that has them."""
    words, found = str(wording.say("points_unwritten", language)), 0
    for spec in tables.catalogue.config.figures:
        figure = once(spec, tables, Choices(), language)
        if any(isinstance(one, LinesPanel) for one in figure.panels):
            found += words in texts(compose(figure, canvas_of(SLIDE)))
            for size in tables.catalogue.config.sizes:
                picture = json.loads(plotly_json(figure, size)[0])
                assert not any(words in one for one in texts(picture)), (figure.id, size.id)
    assert found > 1


def test_a_picture_of_narrow_cells_sends_to_no_table(tables: Tables) -> None:
    """Beside it no table stands; on a slide that presents itself one does."""
    figure = once(tables.catalogue.figures["coverage"], tables, Choices(), "zh")
    narrow = SLIDE.model_copy(update={"width": 400, "height": None, "type": 12.0})
    assert "格窄时不写个数，见数据表" in texts(compose(figure, canvas_of(narrow)))
    picture = texts(json.loads(plotly_json(figure, narrow)[0]))
    assert "格窄，不写数字" in picture and not any("数据表" in one for one in picture)
