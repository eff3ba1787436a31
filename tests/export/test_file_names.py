"""Names of files say what is inside, and any disk takes them, whatever the tables' texts are."""

from __future__ import annotations

import pytest

from industry.export import names
from industry.export.names import within
from industry.export.site.parts import LONGEST_STEM, page_name, stem
from tests import hostile
from ui.serving import routes

LONG = [hostile.LONG[one] for one in ("one long Chinese word", "one long word", "many emoji", "many spaces")]


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("size", ["slide", "s" * 300])
def test_a_long_name_fits_on_a_disk(words: str, size: str) -> None:
    name = names.plain(words, "png", size, "zh", number=1)
    assert name.startswith("01_" + words[:10].replace(" ", "_"))
    assert name.endswith(".png")
    assert len(name.encode()) <= 240
    if size == "slide":
        assert name.endswith("_slide_zh.png")


@pytest.mark.parametrize("words", LONG)
def test_two_that_begin_alike_stay_two(words: str) -> None:
    assert names.plain(words + "甲", "png", "zh") != names.plain(words + "乙", "png", "zh")
    assert stem(f"{words}?regions=a") != stem(f"{words}?regions=b")
    assert len(page_name(words).encode()) <= LONGEST_STEM + len(page_name("").encode())


def test_a_short_name_is_left_alone() -> None:
    assert names.plain("规上工业 增速", "png", "slide", "zh", number=2) == "02_规上工业_增速_slide_zh.png"
    assert within("长" * 80, 240) == "长" * 80


@pytest.mark.parametrize("one", '<>:"/\\|?*\x00\x1f\x7f\x85\u2028\u2029\ud800\ufffe\uffff')
def test_what_no_name_may_have_goes(one: str) -> None:
    assert names.plain(f"甲{one}乙", "png", "zh") == "甲乙_zh.png"


@pytest.mark.parametrize(
    "words", ["甲乙.png", "e\u0301x.pptx", *(f"a{one}b.png" for one in hostile.EVERY.values())]
)
def test_the_header_that_names_a_file_is_one_line_of_what_headers_hold(words: str) -> None:
    for download in (True, False):
        told = routes._disposition(words, download)
        assert told.isascii() and told.isprintable()
        assert told.count('"') == 2 and "\\" not in told
