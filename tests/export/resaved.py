"""A presentation as LibreOffice saves it again, without LibreOffice: what it drops, and what it says in another form. That it does so
is held by the test that has it save one (`tests.export.test_refresh`)."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

_SCRIPTS = re.compile(r"[\u3000-\u9fff\uff00-\uffef]+|[^\u3000-\u9fff\uff00-\uffef]+")
_DIGITS = 15


def resaved(data: bytes) -> bytes:
    """No tags, nothing bold in labels (so in Word), placeholders by numbers and each with its own place and size of type, every script a run of its own with a language of
    its own, values with as many digits as a spreadsheet keeps."""
    held: Any = Presentation(io.BytesIO(data))
    for slide in held.slides:
        for tags in list(slide._element.iter(qn("p:custDataLst"))):
            tags.getparent().remove(tags)
        for number, shape in enumerate(slide.placeholders, start=1):
            shape.left, shape.top, shape.width, shape.height = (
                shape.left,
                shape.top,
                shape.width,
                shape.height,
            )
            own = _own(shape, slide.slide_layout)
            size = _size(own)
            inset = shape.text_frame._txBody.bodyPr
            for name, value in own.text_frame._txBody.bodyPr.attrib.items():
                inset.set(name, inset.get(name, value))
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = run.font.size or size
            shape.name = f"PlaceHolder {number}"
        for shape in slide.shapes:
            if shape.has_chart:
                _rounded(shape.chart._chartSpace)
        for run in list(slide._element.iter(qn("a:r"))):
            _split(run)
    out = io.BytesIO()
    held.save(out)
    return out.getvalue()


def _own(shape: Any, layout: Any) -> Any:
    """The layout's placeholder of a slide's."""
    at = shape.placeholder_format.idx
    return next(one for one in layout.placeholders if one.placeholder_format.idx == at)


def _size(own: Any) -> Any:
    found = next((one.get("sz") for one in own._element.iter(qn("a:defRPr")) if one.get("sz")), None)
    return Pt(int(found) / 100) if found else None


def _rounded(space: Any) -> None:
    for one in space.iter(qn("a:rPr")):
        one.attrib.pop("b", None)
    for one in space.iter(qn("c:numCache")):
        for value in one.iter(qn("c:v")):
            value.text = f"{float(value.text):.{_DIGITS}g}"


def _split(run: Any) -> None:
    for part in _SCRIPTS.findall(run.text):
        one = deepcopy(run)
        one.find(qn("a:t")).text = part
        one.get_or_add_rPr().set("lang", "zh-CN" if part[0] >= "\u3000" else "en-US")
        run.addprevious(one)
    if run.text:
        run.getparent().remove(run)
