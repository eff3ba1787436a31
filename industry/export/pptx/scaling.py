"""Slides of another size than ours: what was placed and set in points of a slide whose shorter side has 540, in its own.

Where things stand belongs in ``slide_frame`` and ``slide_body``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

_TYPE = ("sz",)
_LENGTHS: Mapping[str, tuple[str, ...]] = {
    "a:off": ("x", "y"),
    "a:ext": ("cx", "cy"),
    "a:gridCol": ("w",),
    "a:tr": ("h",),
    "a:tcPr": ("marL", "marR", "marT", "marB"),
    "a:bodyPr": ("lIns", "rIns", "tIns", "bIns"),
    "a:spcPts": ("val",),
    "c:size": ("val",),
    **dict.fromkeys(("a:rPr", "a:defRPr", "a:endParaRPr"), _TYPE),
    **dict.fromkeys(("a:ln", "a:lnL", "a:lnR", "a:lnT", "a:lnB"), ("w",)),
}
"""What of which element is a length."""
_NAMED = {qn(name): lengths for name, lengths in _LENGTHS.items()}


def resize(slide: Any, scale: float) -> None:
    """The slide, and the charts on it, with all lengths and types times ``scale``; its layout's own stay as they are."""
    if abs(scale - 1) < 1e-6:
        return
    charts = [one.target_part._element for one in slide.part.rels.values() if one.reltype == RT.CHART]
    for root in (slide._element, *charts):
        for one in root.iter(*_NAMED):
            for name in _NAMED[one.tag]:
                if (told := one.get(name)) is not None:
                    one.set(name, str(round(int(told) * scale)))
