"""The shortest source line: what it may lose for want of room. That every picture and slide names all
publishers is tested in tests/live."""

import re

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose.on_canvas import overflow
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording import citation


def test_the_publishers_names_are_the_shortest_source_line(tables: Tables) -> None:
    figure = draw(tables.catalogue.figures["growth_quarters"], tables, Choices(), "zh")
    frame = figure.frame
    assert frame.source_names.startswith("资料来源：") and frame.source_names.count("转引") <= 1
    assert not re.search(r"\d{4}年\d", frame.source_names)
    assert len(frame.source_names) <= len(frame.source_brief) <= len(frame.source)
    assert citation.names((), "zh") == ""
    slide = next(one for one in tables.catalogue.config.sizes if one.id == "slide")
    assert not any(one.startswith(frame.source_names + "…") for one in overflow(figure, canvas_of(slide)))
