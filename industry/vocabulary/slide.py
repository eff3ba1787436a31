"""A slide: a figure's id, what is chosen in it and the heading that somebody gave it, in the one encoding that pages'
addresses, links to pictures, decks and the names inside files share: ``gap``,
``compare?indicator=profit&regions=hebei,jiangxi``, ``gap?heading=First+quarter``.

Which figure it shows belongs in ``draw``; whether what a deck names is there is judged in ``suits``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, unquote, urlencode

from industry.vocabulary import characters

COMPARE, TREND, GAP_TREND, SHARE_TREND = MADE = ("compare", "trend", "gap_trend", "share_trend")
"""Figures of slides that config.yaml doesn't list, made of the indicator that they choose: its comparison over one
period, its lines over time, those of its gap to the country, and of its share of the country's."""
KEYS = ("indicator", "period", "regions", "year", "span")
"""What can be chosen, in the order in which it is written."""
HEADING = "heading"
LONGEST = 40
"""Characters of a heading."""
_MOST = 64
"""Regions that can be chosen: more than there will be, less than a server is busy with."""


@dataclass(frozen=True)
class Choices:
    """What the reader chose: region ids in the order shown, a lock's text, the ``year`` to look at (or
    ``latest``), and the ``span`` of a trend, two years with a / between. ``indicator`` is for the figures that
    aren't listed; no kind of chart reads it, so no figure can be turned to another."""

    regions: tuple[str, ...] = ()
    period: str | None = None
    indicator: str | None = None
    year: str | None = None
    span: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Choices:
        """The choices among the values of an address; all else in it is passed over, as are characters that nobody sees: a sentence
        may repeat what isn't known, and no file can hold them."""
        said = {key: characters.clean(values.get(key, ""), tabs=True) for key in KEYS}
        regions = dict.fromkeys(one for one in said["regions"].split(",") if one)
        others = (said[key] or None for key in ("period", "indicator", "year", "span"))
        return cls(tuple(regions)[:_MOST], *others)

    def values(self) -> dict[str, str]:
        """The choices as an address writes them, in the order of `KEYS`; nothing for what isn't chosen."""
        held = (self.indicator, self.period, ",".join(self.regions), self.year, self.span)
        return {key: value for key, value in zip(KEYS, held, strict=True) if value}


NOTHING = Choices()


@dataclass(frozen=True)
class Slide:
    """``figure`` is the id of a figure of config.yaml, or one of `MADE`. ``heading``, as `plain` makes it, stands in
    the place of the figure's title; decks of config.yaml have none, since it is in one language. ``str`` and `parse`
    are the encoding."""

    figure: str
    choices: Choices = NOTHING
    heading: str = ""

    @classmethod
    def parse(cls, text: str) -> Slide:
        """The slide that a text says. Every text says one; whether there is such a figure is asked later."""
        figure, values = parts(text)
        return cls.of(figure, dict(values))

    @classmethod
    def of(cls, figure: str, values: Mapping[str, str]) -> Slide:
        """The slide of a figure with the choices and the heading among the values of an address."""
        return cls(figure, Choices.of(values), plain(values.get(HEADING, "")))

    @property
    def bare(self) -> Slide:
        """The same without a heading of its own: what it shows."""
        return replace(self, heading="")

    def __str__(self) -> str:
        return encoded(quote(self.figure, safe=""), self._values())

    def address(self, ending: str, more: Mapping[str, str]) -> str:
        """Where the server has this slide in the format of this ``ending``: ``/picture/gap.png?size=slide``."""
        return encoded(f"/picture/{quote(self.figure, safe='')}.{ending}", self._values() | dict(more))

    def _values(self) -> dict[str, str]:
        return self.choices.values() | ({HEADING: self.heading} if self.heading else {})


def plain(heading: str) -> str:
    """A heading as one line of text, without what can't be seen and not too long."""
    return " ".join(characters.clean(heading[: LONGEST * 4]).split())[:LONGEST].strip()


def parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A slide's figure and all that its text says besides, as it is written; a # and what follows it names a
    part of the slide (a second chart)."""
    figure, _, query = text.partition("#")[0].partition("?")
    return unquote(figure), parse_qsl(query, keep_blank_values=True)


def encoded(path: str, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """An address of ours with these values."""
    pairs = list(values.items()) if isinstance(values, Mapping) else list(values)
    return f"{path}?{urlencode(pairs, safe=',/')}" if pairs else path
