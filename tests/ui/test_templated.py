"""A deck in a viewer's own template, as the server is asked for it: it comes back in its layouts, or a sentence does."""

from __future__ import annotations

import io
import json
import urllib.request
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

from pptx import Presentation

from tests import patience
from tests.export import her_templates
from tests.export.her_templates import packed


def sent(server: str, deck: str, body: bytes, query: str = "") -> tuple[bytes, bytes]:
    """The sign that an answer begins with after the lines that tell how far it is, and the rest."""
    request = urllib.request.Request(f"{server}/template/{quote(deck)}?{query}", body, method="POST")
    with urllib.request.urlopen(request, timeout=patience.SECONDS) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        whole: bytes = answer.read()
    while whole[:1] not in (b"=", b"!"):
        line, _, whole = whole.partition(b"\n")
        done, of = map(int, line.split(b"/"))
        assert 0 <= done <= of
    return whole[:1], whole[1:]


def test_a_deck_of_ones_own_slides_comes_back_in_the_template(server: str) -> None:
    sign, rest = sent(server, "custom", packed("narrow"), "slide=growth_q1&lang=en")
    assert sign == b"="
    line, _, file = rest.partition(b"\n")
    told: dict[str, Any] = json.loads(line)
    assert told["name"].endswith(".pptx") and told["blocks"] == []
    held = Presentation(io.BytesIO(file))
    assert [one.name for one in held.slides] == ["", "growth_q1"]
    assert held.slide_width == Presentation(io.BytesIO(packed("narrow"))).slide_width


def test_regions_have_the_template_s_colours_where_that_is_asked_for(server: str) -> None:
    drawn = []
    for colours in ("", "&colours=theme"):
        _, rest = sent(server, "custom", packed("dark"), f"slide=growth_q1{colours}")
        with ZipFile(io.BytesIO(rest.partition(b"\n")[2])) as held:
            charts = (held.read(one).decode() for one in held.namelist() if "/charts/chart" in one)
            drawn.append(her_templates.DARK["accent1"] in "".join(charts))
    assert drawn == [False, True]


def test_what_is_no_template_and_decks_that_there_are_not_are_told(server: str) -> None:
    for deck, body, query, words in (
        ("custom", b"text", "slide=growth_q1", "文件不是演示文稿"),
        ("custom", b"text", "slide=growth_q1&lang=en", "no presentation"),
        ("nosuchdeck", packed("plain"), "", "nosuchdeck"),
        ("custom", packed("plain"), "slide=growth_q1&size=none", "没有名为“none”的图片尺寸"),
        (
            "custom",
            packed("plain"),
            "&".join(f"slide=growth_q1%3Fheading%3D{one}" for one in range(61)),
            "最多60张图",
        ),
    ):
        sign, rest = sent(server, deck, body, query)
        assert sign == b"!" and words in rest.decode()
