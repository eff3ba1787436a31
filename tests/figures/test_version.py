"""The data's version in pictures: it stands in each, whole and once, and takes nothing from a slide's plot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from industry.export.picture.figure_picture import canvas_of
from industry.figures.compose import frame_fit, header_footer
from industry.figures.compose.panel_drawing import styled
from industry.figures.draw import draw
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording import short_version as short


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_picture_shows_the_version_and_no_slide_has_less_room_for_it(
    tables: Tables, language: str
) -> None:
    for spec in tables.catalogue.config.figures:
        frame = draw(spec, tables, Choices(), language).frame
        assert frame.made_of.endswith(short(tables.version))
        for size in tables.catalogue.config.sizes:
            canvas = canvas_of(size)
            most = None if canvas.height is None else frame_fit.FOOTER_LINES
            with_it = header_footer.footer(frame, canvas, most)
            without = header_footer.footer(replace(frame, version=""), canvas, most)
            told = [one for one in with_it.lines if short(tables.version) in one.content]
            assert len(told) == 1, (spec.id, size.id)
            if canvas.height is not None:
                assert with_it.height == without.height, (spec.id, size.id)
                assert told[0].y + told[0].size / 2 <= with_it.height + header_footer.margin(canvas)
                assert styled(frame.dated) == told[0].content, "the date stands with it"
                inside = told[0].y + told[0].size / 2 <= with_it.height + 1
                assert inside or told[0].anchor == "left", "a deck's bar is at the right"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_every_size_up_to_when_data_go_is_broken_at_most_before_their_version(
    tables: Tables, language: str
) -> None:
    """With what is set apart that is later, the longest that it gets."""
    for spec in tables.catalogue.config.figures:
        frame = draw(spec, tables, Choices(), language).frame
        later = replace(frame, until=frame.until, apart=frame.until + 12)
        for size in tables.catalogue.config.sizes:
            lines = [one.content for one in header_footer.footer(later, canvas_of(size), None).lines]
            for part in filter(None, (later.as_of, later.made_of)):
                assert sum(styled(part) in one for one in lines) == 1, (spec.id, size.id, part)
            assert not lines[-1].endswith("·") and not lines[-2].endswith("·")
