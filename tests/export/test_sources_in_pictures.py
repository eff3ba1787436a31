"""What stands below a picture and in its file: the shortest source line, what it may lose for want of room, notes that send to
nothing that it leaves behind, and one language throughout. That every picture and slide names all publishers is tested in tests/live."""

import json
import re

from industry.export.picture.figure_picture import canvas_of, plotly_json, provenance
from industry.figures.compose.on_canvas import as_json, compose, overflow
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording import citation
from tests.spoken import CJK


def test_the_publishers_names_are_the_shortest_source_line(tables: Tables) -> None:
    figure = draw(tables.catalogue.figures["growth_quarters"], tables, Choices(), "zh")
    frame = figure.frame
    assert frame.source_names.startswith("资料来源：") and frame.source_names.count("转引") <= 1
    assert not re.search(r"\d{4}年\d", frame.source_names)
    assert len(frame.source_names) <= len(frame.source_brief) <= len(frame.source)
    assert citation.names((), "zh") == ""
    slide = next(one for one in tables.catalogue.config.sizes if one.id == "slide")
    assert not any(one.startswith(frame.source_names + "…") for one in overflow(figure, canvas_of(slide)))


def test_no_note_of_a_picture_sends_to_a_table_that_it_leaves_behind(tables: Tables) -> None:
    figure = draw(tables.catalogue.figures["growth_quarters"], tables, Choices(), "zh")
    sending = "逐个见数据表"
    assert sending in figure.frame.note
    report = next(one for one in tables.catalogue.config.sizes if one.height is None)
    for bare, drawn in (
        (True, plotly_json(figure, report)[0]),
        (False, as_json(compose(figure, canvas_of(report)))),
    ):
        words = re.sub(
            r"<[^>]*>|\n", "", "".join(one["text"] for one in json.loads(drawn)["layout"]["annotations"])
        )
        assert "基数较低" in words and (sending not in words) is bare


def test_the_file_tells_periods_and_sources_in_the_language_of_its_picture(tables: Tables) -> None:
    spec = tables.catalogue.figures["growth_quarters"]
    zh, en = (provenance(draw(spec, tables, Choices(), language), "v") for language in ("zh", "en"))
    assert "2021年1—3月；" in zh["Periods"] and "Jan–Mar 2021; " in en["Periods"]
    assert "国家统计局" in zh["Sources"] and "National Bureau of Statistics" in en["Sources"]
    assert not CJK.search("".join(en.values()))
