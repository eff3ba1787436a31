"""The colours of somebody's presentation: what a name of its theme means on a slide, what lies behind its words, and
the ink that is legible there.

What is drawn with them belongs in ``office``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PIL import Image, ImageColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from industry.figures.theme import Palette, mix, readable
from industry.tables.eyesight import contrast

_WHITE, _BLACK = "#FFFFFF", "#000000"
_ACCENTS = tuple(f"accent{one}" for one in range(1, 7))
_LARGEST = 40_000_000
"""Pixels of a background that is looked at."""
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_WHOLE = 100_000


@dataclass(frozen=True)
class Colours:
    """The theme's colours (#RRGGBB) by the names that slides of a layout use; ``layout`` is the one they are read from."""

    layout: Any
    named: Mapping[str, str]

    @classmethod
    def of(cls, layout: Any) -> Colours:
        """Those of a layout, through its own map of colours or its master's."""
        scheme = _theme(layout.slide_master).find(f".//{qn('a:clrScheme')}")
        held = {one.tag.rpartition("}")[2]: _plain(one[0]) for one in scheme if len(one)}
        own = layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
        told = own if own is not None else layout.slide_master._element.find(qn("p:clrMap"))
        map = {**_USUAL, **({} if told is None else dict(told.attrib))}
        named = {**held, **{name: held[slot] for name, slot in map.items() if held.get(slot)}}
        return cls(layout, {name: colour for name, colour in named.items() if colour})

    def of_element(self, element: Any, instead: str = "") -> str:
        """The colour that an element of a fill (``a:schemeClr``, ``a:srgbClr`` …) means, ``instead`` being the one that a
        style is told; empty where that isn't known."""
        kind, value = element.tag.rpartition("}")[2], element.get("val", "")
        if kind == "schemeClr":
            found = instead if value == "phClr" else self.named.get(value, "")
        else:
            found = _plain(element)
        return _changed(found, element) if found else ""

    @cached_property
    def background(self) -> str:
        """What lies behind the layout's words, of a gradient or a picture its mean."""
        for owner in (self.layout, self.layout.slide_master):
            held = owner._element.cSld.find(qn("p:bg"))
            if held is not None and (found := self._background(owner, held)):
                return found
        return self.named.get("bg1", _WHITE)

    @cached_property
    def text(self) -> str:
        """The colour of the master's text; empty where it leaves that open."""
        styles = self.layout.slide_master._element.find(qn("p:txStyles"))
        path = "/".join(map(qn, ("p:bodyStyle", "a:lvl1pPr", "a:defRPr", "a:solidFill")))
        told = None if styles is None else styles.find(path)
        return "" if told is None or not len(told) else self.of_element(told[0])

    def _background(self, owner: Any, held: Any) -> str:
        told = held[0]
        if told.tag == qn("p:bgPr"):
            return self._filled(told, owner.part)
        styled = self.of_element(told[0]) if len(told) else ""
        index, master = int(told.get("idx", "0")), self.layout.slide_master
        kind, place = ("bgFillStyleLst", index - 1001) if index > 1000 else ("fillStyleLst", index - 1)
        fills = _theme(master).find(f".//{qn(f'a:{kind}')}")
        if fills is None or not 0 <= place < len(fills):
            return styled
        part = master.part.part_related_by(RT.THEME)
        return self._mean(fills[place], part, styled) or styled

    def filling(self, shape: Any, part: Any) -> str:
        """What a shape or picture is filled with; empty where nothing does, or nobody knows."""
        properties = shape.find(qn("p:spPr"))
        if shape.tag == qn("p:pic") or properties is None:
            return self._filled(shape, part)
        style = shape.find(f"{qn('p:style')}/{qn('a:fillRef')}")
        styled = style is not None and style.get("idx") != "0" and len(style)
        if styled and properties.find(qn("a:noFill")) is None:
            return self._filled(properties, part) or self.of_element(style[0])
        return self._filled(properties, part)

    def _filled(self, properties: Any, part: Any) -> str:
        for one in properties:
            if one.tag in (qn("a:solidFill"), qn("a:gradFill"), qn("a:blipFill"), qn("p:blipFill")):
                return self._mean(one, part)
        return ""

    def _mean(self, fill: Any, part: Any, instead: str = "") -> str:
        kind = fill.tag.rpartition("}")[2]
        if kind == "blipFill":
            return _picture(fill, part)
        held = [one[0] for one in fill.iter(qn("a:gs"))] if kind == "gradFill" else list(fill)[:1]
        found = [one for one in (self.of_element(each, instead) for each in held) if one]
        return _average(found) if found else ""

    def palette(self, background: str, ink: str = "") -> Palette:
        """The colours of words and lines on a background: ``ink`` (else the theme's first) for words, the theme's second
        or a paler ink for lesser ones, all legible; the strip of a notice in the first accent's shade."""
        found = readable(ink or self.named.get("tx1", _BLACK), background)
        second = self.named.get("tx2", "")
        usable = second and contrast(second, background) >= 4.5
        soft = second if usable else readable(mix(found, background, 0.7), background)
        notice = mix(self.accents[0] if self.accents else found, background, 0.14)
        return Palette(
            found,
            soft,
            mix(found, soft, 0.6),
            mix(soft, background, 0.15),
            background,
            notice,
            readable(found, notice),
        )

    @property
    def accents(self) -> list[str]:
        """The theme's accents, as far as it has them."""
        return [self.named[one] for one in _ACCENTS if one in self.named]


def faces(master: Any, usual: str) -> tuple[str, str]:
    """The theme's faces for all but headings, Latin and Chinese; ``usual`` where the theme names no Chinese one."""
    minor = _theme(master).find(f".//{qn('a:minorFont')}")
    eastern = minor.find(qn("a:ea")) if minor is not None else None
    scripts = [] if minor is None else minor.findall(qn("a:font"))
    named = eastern is not None and eastern.get("typeface")
    simplified = any(one.get("script") == "Hans" and one.get("typeface") for one in scripts)
    return "+mn-lt", "+mn-ea" if named or simplified else usual


def _theme(master: Any) -> Any:
    return parse_xml(master.part.part_related_by(RT.THEME).blob)


def _plain(element: Any) -> str:
    """The colour that an element names by itself; empty where it doesn't."""
    kind, value = element.tag.rpartition("}")[2], element.get("val", "")
    if kind == "sysClr":
        value = element.get("lastClr", "FFFFFF" if value == "window" else "000000")
    elif kind == "prstClr":
        try:
            value = "".join(f"{one:02X}" for one in ImageColor.getrgb(value)[:3])
        except ValueError:
            return ""
    elif kind == "scrgbClr":
        value = "".join(f"{_channel(element.get(one, '0')):02X}" for one in "rgb")
    elif kind != "srgbClr":
        return ""
    return f"#{value.upper()}" if len(value) == 6 else ""


def _channel(told: str) -> int:
    share = min(max(int(told) / _WHOLE, 0.0), 1.0)
    return round(255 * float(share ** (1 / 2.2)))


def _changed(colour: str, element: Any) -> str:
    """A colour after the changes that stand in its element, as far as they change its lightness."""
    for one in element:
        kind, share = one.tag.rpartition("}")[2], int(one.get("val", "0") or 0) / _WHOLE
        if kind in ("lumMod", "shade"):
            colour = mix(colour, _BLACK, min(share, 1.0))
        elif kind == "lumOff":
            colour = mix(_WHITE, colour, min(max(share, 0.0), 1.0))
        elif kind == "tint":
            colour = mix(colour, _WHITE, min(share, 1.0))
    return colour


def _picture(fill: Any, part: Any) -> str:
    """The mean colour of a picture; empty of one that can't be read."""
    blip = fill.find(qn("a:blip"))
    try:
        with Image.open(io.BytesIO(part.related_part(blip.get(qn("r:embed"))).blob)) as held:
            if held.width * held.height > _LARGEST:
                return ""
            pixel: Any = held.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    except (OSError, KeyError, ValueError, AttributeError, SyntaxError, Image.DecompressionBombError):
        return ""
    return "#" + "".join(f"{one:02X}" for one in pixel)


def _average(colours: list[str]) -> str:
    held: Iterator[tuple[int, ...]] = zip(*(bytes.fromhex(one[1:]) for one in colours), strict=True)
    return "#" + "".join(f"{round(sum(one) / len(one)):02X}" for one in held)
