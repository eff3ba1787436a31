"""Figures as SVG and PDF, and beside them as PNG, opened by the programs that read them: a figure of each kind of chart
in both languages, with the texts and numbers that are composed for its picture (which are held against its record in
test_same_everywhere)."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.etree
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from industry.export import kept
from industry.export.formats import formats
from industry.export.order import Order, drawn
from industry.export.picture import pdf_metadata, svg_metadata
from industry.export.picture.browser import FACES, chinese_face, find
from industry.export.picture.figure_picture import plotly_json, provenance
from industry.export.picture.renderer import Renderer
from industry.figures.record import Figure
from industry.figures.theme import FACES as NAMED
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.export.paper import SVG, printed
from tests.live.test_same_everywhere import bare

KINDS = {spec.chart: spec.id for spec in reversed(world().catalogue.config.figures)}
"""The first figure of each kind of chart."""
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_META = f"{_NAMESPACE}metadata/{{urn:industry:provenance}}meta"
_BROKEN = re.compile(r"[\s￾\x02-]")
"""What a reader of PDFs makes of spaces and of the ends of lines."""
needed = pytest.mark.skipif(
    not (find() and chinese_face()), reason="pictures need a browser and a Chinese font"
)


@dataclass(frozen=True)
class Taken:
    """A figure with its files by their formats; ``sheet`` in CSS pixels."""

    figure: Figure
    files: dict[str, bytes]
    sheet: tuple[int, int]
    composed: list[str]

    @property
    def svg(self) -> lxml.etree._Element:
        return lxml.etree.fromstring(self.files["svg"])

    @property
    def texts(self) -> list[str]:
        return ["".join(one.itertext()) for one in self.svg.iter(f"{_NAMESPACE}text")]


def shown(plot: dict[str, Any]) -> Iterator[str]:
    """The texts that a Plotly figure shows without a pointer."""
    yield from (one["text"] for one in plot["layout"].get("annotations", []))
    for trace in plot["data"]:
        if "text" in trace.get("mode", "text" if trace["type"] == "bar" else ""):
            told = trace.get("text") or []
            yield from [told] if isinstance(told, str) else map(str, told)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(limit=120) as found:
        yield found


@pytest.fixture(
    scope="module", params=[(kind, tongue) for kind in KINDS for tongue in ("zh", "en")], ids="-".join
)
def taken(request: pytest.FixtureRequest, renderer: Renderer) -> Taken:
    """In the size of a report, one language of each kind as PNG too."""
    kind, language = request.param
    tables = world()
    (figure,) = drawn(tables, [Slide(KINDS[kind])], language)
    size = next(one for one in tables.catalogue.config.sizes if one.height is None)
    order = Order("", (figure,), language, tables, size, renderer).alone(figure)
    plot, canvas = plotly_json(figure, size)
    pictures = [one for one in formats().values() if one.pictures and one.of_one]
    files = {one.id: one.make(order) for one in pictures if one.vector or language == "zh"}
    assert canvas.height
    return Taken(figure, files, (canvas.width, canvas.height), [*shown(json.loads(plot))])


@needed
def test_an_svg_is_whole_by_itself(taken: Taken) -> None:
    root = taken.svg
    assert (root.tag, root.get("role")) == (f"{_NAMESPACE}svg", "img")
    assert (root.get("width"), root.get("height")) == tuple(map(str, taken.sheet))
    for one in root.iter(lxml.etree.Element):
        name = lxml.etree.QName(one).localname
        assert name not in ("image", "foreignObject", "script", "style", "use", "a"), name
        for key, value in one.attrib.items():
            assert "href" not in key and not key.startswith("on")
            assert all(target.startswith("#") for target in re.findall(r"url\(['\"]?(.)", value)), value


@needed
def test_an_svg_says_what_the_figure_says_in_texts(taken: Taken) -> None:
    whole = bare("".join(taken.texts))
    for text in taken.composed:
        assert bare(text) in whole
    assert bare(taken.figure.frame.title) in whole
    for one in taken.svg.iter(f"{_NAMESPACE}text"):
        face = re.search(r"font-family: ([^;]*)", one.get("style", ""))
        assert face and face[1].replace("'", "").replace('"', "") == NAMED


@needed
def test_a_pdf_is_a_page_of_the_size_with_the_same_texts(taken: Taken) -> None:
    held = pypdfium2.PdfDocument(taken.files["pdf"])
    assert len(held) == 1
    page = held[0]
    assert page.get_size() == pytest.approx([side * 72 / 96 for side in taken.sheet], abs=0.001)
    letters = Counter(_BROKEN.sub("", "".join(taken.texts)))
    assert Counter(_BROKEN.sub("", page.get_textpage().get_text_range())) == letters
    left, bottom, right, top = page.get_mediabox()
    for one in page.get_objects(max_depth=6):
        assert one.type != raw.FPDF_PAGEOBJ_IMAGE
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            assert raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(one)) != 0
            box = one.get_bounds()
            assert left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top
    held.close()


@needed
def test_the_files_say_where_they_come_from(taken: Taken) -> None:
    version = world().version
    for ending, content in taken.files.items():
        chosen = {"lang": taken.figure.frame.language, "size": "report"}
        link = Slide.parse(taken.figure.id).address(ending, chosen)
        said = provenance(taken.figure, version, link)
        assert kept.kept(content).version == version
        if ending == "svg":
            told = {one.get("name"): one.get("content") for one in taken.svg.iterfind(_META)}
            assert taken.svg.findtext(f"{_NAMESPACE}title") == said["Title"]
            assert taken.svg.findtext(f"{_NAMESPACE}desc") == said["Description"]
        elif ending == "pdf":
            held = pypdfium2.PdfDocument(content)
            told = {key: held.get_metadata_value(key) for key in said if key != "Description"}
            told["Description"] = held.get_metadata_value("Subject")
            held.close()
        else:
            told = {
                key: str(text) for key, text in Image.open(io.BytesIO(content)).info.items() if key in said
            }
        assert told == said


@needed
def test_a_png_has_the_same_sheet(taken: Taken) -> None:
    if content := taken.files.get("png"):
        image = Image.open(io.BytesIO(content))
        assert image.size == tuple(int(side * 3.125) for side in taken.sheet)
        assert image.convert("L").getextrema()[1] == 255 > image.convert("L").getextrema()[0]


def test_the_faces_are_simplified_chinese_ones_first() -> None:
    assert NAMED.split(", ")[0] == FACES[0]


@pytest.mark.parametrize("text", ["江西 <b>&\"'", "=1+1", "𠮷\x00安", ""])
def test_no_text_is_markup(text: str) -> None:
    stamped = svg_metadata.stamp(SVG, "en", {"Title": text, "DataVersion": "92afaf"})
    root = lxml.etree.fromstring(stamped)
    assert (root.findtext(f"{_NAMESPACE}title") or "") == text.replace("\x00", "")
    assert root.findtext(f"{_NAMESPACE}text") == "4"
    page = pdf_metadata.stamp(printed(), (12, 12), "en", {"Title": text, "DataVersion": "92afaf"})
    held = pypdfium2.PdfDocument(page)
    assert held.get_metadata_value("Title") == text.replace("\x00", "")
    assert held.get_metadata_value("Creator") == ""
    held.close()


def test_a_page_is_cut_from_its_top_left_corner() -> None:
    held = pypdfium2.PdfDocument(pdf_metadata.stamp(printed(), (8, 10), "zh", {}))
    assert held[0].get_mediabox() == pytest.approx((0, 9.6 - 7.5, 6, 9.6), abs=0.001)
    held.close()


def test_a_second_stamp_holds() -> None:
    once = pdf_metadata.stamp(printed(), (12, 12), "zh", {"DataVersion": "aaaaaa"})
    assert kept.kept(once).version == "aaaaaa"


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\nnothing", printed()[:-30], printed([b"<</Type /Page>>"])]
)
def test_what_no_browser_prints_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="PDF"):
        pdf_metadata.stamp(content, (4, 4), "zh", {})


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"<!-- <svg> -->"])
def test_what_is_no_svg_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="SVG"):
        svg_metadata.stamp(content, "zh", {})


def test_a_key_that_no_pdf_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="not a key"):
        pdf_metadata.stamp(printed(), (4, 4), "zh", {"Data/Version": "x"})


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n/DataVersion (no version)",
        b"%PDF-1.7\n/DataVersion <FEFF00>",
        b'<svg name="DataVersion"/>',
    ],
)
def test_a_file_without_a_version_says_so(content: bytes) -> None:
    with pytest.raises(kept.NotKept):
        kept.kept(content)
