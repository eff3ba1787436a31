"""A slide's one encoding, both ways."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry.vocabulary import characters
from industry.vocabulary.slide import COMPARE, HEADING, KEYS, LONGEST, NOTHING, Choices, Slide, encoded, plain

ANYTHING = st.text(min_size=1).filter(lambda text: text.isprintable() and characters.clean(text) == text)
WRITTEN = ANYTHING.filter(lambda text: "," not in text)
SLIDES = st.builds(
    Slide,
    ANYTHING,
    st.builds(
        Choices,
        st.lists(WRITTEN, unique=True).map(tuple),
        st.none() | ANYTHING,
        st.none() | ANYTHING,
    ),
    st.text().map(plain),
)


@pytest.mark.parametrize(
    ("text", "slide"),
    [
        ("growth_q1", Slide("growth_q1")),
        ("gap?regions=hebei", Slide("gap", Choices(("hebei",)))),
        (
            "compare?indicator=profit&period=2021-01/2021-06&regions=jiangxi,hebei",
            Slide(COMPARE, Choices(("jiangxi", "hebei"), "2021-01/2021-06", "profit")),
        ),
        ("gap?year=2021&heading=%E4%B8%8A%E5%8D%8A%E5%B9%B4", Slide("gap", Choices(year="2021"), "上半年")),
        ("stations?period=2021-06%40list_2021", Slide("stations", Choices(period="2021-06@list_2021"))),
    ],
)
def test_as_it_is_written(text: str, slide: Slide) -> None:
    assert str(slide) == text
    assert Slide.parse(text) == slide


@given(SLIDES)
def test_what_is_written_is_read(slide: Slide) -> None:
    assert Slide.parse(str(slide)) == slide


@given(SLIDES)
def test_nothing_of_a_slide_leaves_its_place_in_an_address(slide: Slide) -> None:
    """Neither a path, nor a header, nor another value of the query is made of it."""
    address = urlsplit(slide.address("png", {"size": "slide"}))
    assert address.path.startswith("/picture/") and address.path.count("/") == 2
    assert address.path.endswith(".png") and not address.fragment and not address.netloc
    assert {key for key, _ in parse_qsl(address.query)} <= {*KEYS, HEADING, "size"}
    whole = urlsplit(encoded("/deck/custom.pptx", [("slide", str(slide)), ("slide", "gap")]))
    assert parse_qsl(whole.query) == [("slide", str(slide)), ("slide", "gap")]
    assert str(slide).isascii() and str(slide).isprintable() and " " not in str(slide)


@given(st.text())
def test_every_text_says_a_slide(text: str) -> None:
    assert Slide.parse(str(Slide.parse(text))) == Slide.parse(text)


def test_whatever_the_order_keys_are_written_in_one() -> None:
    slide = Slide.parse("compare?regions=hebei&zoom=3&indicator=profit&regions=")
    assert slide.choices.indicator == "profit"
    assert str(Slide.parse("gap?regions=hebei&period=2021")) == "gap?period=2021&regions=hebei"
    assert Slide.parse("gap?").choices == NOTHING


def test_no_more_regions_are_chosen_than_there_can_be() -> None:
    """Each is looked for and named: of thousands a server would be busy for half a minute."""
    asked = tuple(f"region{at}" for at in range(5000))
    assert Slide.parse(f"gap?regions=hebei,{','.join(asked)},hebei").choices.regions == ("hebei", *asked[:63])


@given(st.text())
def test_a_heading_is_one_line_of_plain_text(text: str) -> None:
    heading = plain(text)
    assert len(heading) <= LONGEST and heading == heading.strip() == plain(heading)
    assert len(heading.splitlines()) <= 1


def test_a_heading_is_no_part_of_what_a_slide_shows() -> None:
    slide = Slide.parse("gap?regions=hebei&heading=First\n\u200b quarter")
    assert slide.heading == "First quarter"
    assert slide.bare == Slide.parse("gap?regions=hebei")
    assert plain("一" * 50) == "一" * LONGEST
