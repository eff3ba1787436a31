"""Legends and lists stand as wide as their plot: on screen as texts around it, which break between their entries, in a
picture broken so by us."""

from __future__ import annotations

import pytest

from industry.figures.compose.on_canvas import around, screen
from industry.figures.compose.wrapping import listed, width, wrap
from industry.figures.record import LinesPanel
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from tests.figures.specs import once
from ui import store
from ui.parts.figure import texts_around

ITEMS = {
    "zh": ("江西2019年33.79；", "江西2020年33.09；", "河北2022年约32.695（推算）；", "陕西2020年31.90"),
    "en": ("Jiangxi 2019 33.79; ", "Hebei 2022 about 32.695 (derived); ", "Shaanxi 2020 31.90"),
}


@pytest.mark.parametrize("language", ITEMS)
def test_a_list_breaks_between_its_items_alone(language: str) -> None:
    items = ITEMS[language]
    longest = max(width(one.rstrip()) for one in items)
    for room in (longest, 1.5 * longest, 2.2 * longest, 9 * longest):
        lines = listed(items, room)
        ends = {one.rstrip()[-4:] for one in items}
        assert {one[-4:] for one in lines} <= ends
        assert all(width(one) <= room + 1e-6 for one in lines)
        assert "".join(lines).replace(" ", "") == "".join(items).replace(" ", "")
    assert len(listed(items, 9 * longest)) == 1 < len(listed(items, longest)) == len(items)


def test_an_item_wider_than_a_line_is_broken_where_texts_are() -> None:
    assert listed(("河北2022年约32.695（推算）",), 6.0) == ("河北2022年", "约32.695", "（推算）")


@pytest.mark.parametrize("language", ITEMS)
def test_on_screen_they_are_texts_around_the_plot(tables: Tables, language: str) -> None:
    entries = items = 0
    for spec in tables.catalogue.config.figures:
        figure = once(spec, tables, Choices(), language)
        for at, panel in enumerate(figure.panels):
            if not isinstance(panel, LinesPanel):
                continue
            plot = screen(figure, at)
            (legend, below), (entry, told) = texts_around(store.Shown(plot)), around(plot)
            drawn = [one["text"] for one in plot["layout"].get("annotations", ())]
            assert not any("━" in one or "┅" in one for one in drawn)
            entries, items = entries + len(entry), items + len(told)
            assert legend.count("foreground=") == len(entry)
            assert legend.count("**") == 2 * len(entry), "in the weight of the marks"
            # a space at which a line may end stands between items alone
            between = len(told) - 1 if told and language == "en" else 0
            assert below.count(" ") == between
    assert entries > 10 and items > 2


def test_a_number_keeps_its_points_in_english() -> None:
    assert wrap("gap to China +4.3 pp", width("gap to China +4.3")) == ("gap to China", "+4.3 pp")
