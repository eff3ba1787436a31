"""Names of files that are taken away: figure, regions, period and size, in both languages; Windows takes them, they are
no longer than 120 characters, and no two slides have one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.export import names
from industry.export.formats import formats
from industry.export.order import Format, Order, drawn
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices, Slide
from tests.conftest import world
from tests.figures import sample_figures as samples

LANGUAGES = ("zh", "en")
SAFE = re.compile(r'[^<>:"/\\|?*\x00-\x1f]+(?<![ .])')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def right(name: str) -> bool:
    """Whether every system takes it."""
    fits = len(name) <= 120 and len(name.encode()) <= 255
    return bool(fits and SAFE.fullmatch(name) and not RESERVED.match(name) and " " not in name)


def slides() -> list[Slide]:
    """Every figure by itself, with regions chosen in several ways, and comparisons."""
    config = world().catalogue.config
    chosen = [(), config.regions, config.regions[:1], config.regions[1:], tuple(reversed(config.regions))]
    made = [Slide(one.id, Choices(regions=tuple(some))) for one in config.figures for some in chosen]
    asked = ("2021-01/2021-03", "2021", None)
    made += [
        Slide("compare", Choices(tuple(some), period, "value_added_growth"))
        for some, period in product(chosen, asked)
    ]
    return list(dict.fromkeys(made))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_slides_have_one_name_in_any_size(tables: Tables, language: str) -> None:
    held: list[str] = []
    sizes = tables.catalogue.config.sizes
    for slide in slides():
        (figure,) = drawn(tables, [slide], language)
        order = Order("", (figure,), language, tables, sizes[0])
        for made in (one for one in formats().values() if one.of == "figure"):
            held += [
                made.file(replace(order, size=size, with_title=title))
                for size, title in product(sizes, (True, False))
            ]
    assert len(set(held)) == len(held)
    assert [one for one in held if not right(one)] == []


def test_a_name_says_figure_regions_period_and_size(tables: Tables) -> None:
    (zh,) = drawn(tables, [Slide("growth_q1")], "zh")
    assert names.of_figure(zh, "png", "zh", "slide", 1) == (
        "01_规模以上工业增加值增速_江西、陕西、河北_2021年1—3月_slide_zh_growth_q1.png"
    )
    (en,) = drawn(tables, [Slide("growth_q1")], "en")
    assert names.of_figure(en, "png", "en", "half", titled=False) == (
        "Industrial_value_added_growth_Jiangxi,_Shaanxi,_Hebei_Jan–Mar_2021_half_untitled_en_growth_q1.png"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deck_in_every_format(tables: Tables, language: str) -> None:
    config = tables.catalogue.config
    held: list[str] = []
    for deck in config.decks:
        figures = drawn(tables, deck.slides, language)
        for made in (one for one in formats().values() if one.of == "deck"):
            order = Order(deck.title(language), figures, language, tables, config.sizes[0])
            held += [made.file(replace(order, clean=clean)) for clean in made.ways]
            assert deck.title(language).replace(" ", "_") in held[-1]
            assert re.search(r"20\d\d", held[-1])
            assert ("slide" in held[-1]) == made.pictures
    own = [drawn(tables, [Slide(one), Slide("profit")], language) for one in ("growth_q1", "growth_year")]
    pptx = formats()["pptx"]
    held += [pptx.file(Order("自选图汇报", one, language, tables, config.sizes[0])) for one in own]
    assert len(set(held)) == len(held)
    assert [one for one in held if not right(one)] == []


def titled(title: str) -> Figure:
    return replace(samples.LOCK, id="con", frame=replace(samples.LOCK.frame, title=title))


@given(st.text(max_size=300), st.integers(1, 99) | st.none())
def test_whatever_stands_in_a_title(title: str, number: int | None) -> None:
    title = title.encode("utf-8", "ignore").decode()
    assert right(names.of_figure(titled(title), "png", "zh", "square", number).replace(" ", "_"))


def test_long_titles_lose_their_end_and_keep_what_tells_them_apart() -> None:
    for words in ("规模以上工业增加值" * 40, "Industrial value added " * 40):
        name = names.of_figure(titled(words), "png", "en", "square", 3)
        assert right(name) and name.endswith("_square_en_con.png") and name.startswith(f"03_{words[:5]}")


def test_members_of_a_zip_are_numbered(tables: Tables) -> None:
    deck = tables.catalogue.config.decks[0]
    figures = drawn(tables, deck.slides, "zh")
    order = Order("x", figures, "zh", tables, tables.catalogue.config.sizes[0])
    png: Format = formats()["png"]
    held = [name for name, _ in png.each(order)]
    assert [one[:3] for one in held] == [f"{number:02d}_" for number in range(1, len(held) + 1)]
