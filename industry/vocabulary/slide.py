"""A slide: a figure's id and what is chosen in it, in the one encoding that pages' addresses, links to pictures,
decks and the names inside files share: ``gap``, ``compare?indicator=profit&regions=hebei,jiangxi``.

Which figure it shows belongs in ``draw``; whether what a deck names is there is judged in ``suits``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode

COMPARE, TREND, GAP_TREND, SHARE_TREND = MADE = ("compare", "trend", "gap_trend", "share_trend")
"""Figures of slides that config.yaml doesn't list, made of the indicator that they choose: its comparison over one
period, its lines over time, those of its gap to the country, and of its share of the country's."""
KEYS = ("indicator", "period", "regions", "year", "span")
"""What can be chosen, in the order in which it is written."""


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
        """The choices among the values of an address; all else in it is passed over."""
        regions = dict.fromkeys(one for one in values.get("regions", "").split(",") if one)
        others = (values.get(key) or None for key in ("period", "indicator", "year", "span"))
        return cls(tuple(regions), *others)

    def values(self) -> dict[str, str]:
        """The choices as an address writes them, in the order of `KEYS`; nothing for what isn't chosen."""
        held = (self.indicator, self.period, ",".join(self.regions), self.year, self.span)
        return {key: value for key, value in zip(KEYS, held, strict=True) if value}


NOTHING = Choices()


@dataclass(frozen=True)
class Slide:
    """``figure`` is the id of a figure of config.yaml, or `COMPARE`. ``str`` and `parse` are the encoding."""

    figure: str
    choices: Choices = NOTHING

    @classmethod
    def parse(cls, text: str) -> Slide:
        """The slide that a text says. Every text says one; whether there is such a figure is asked later."""
        figure, values = parts(text)
        return cls(figure, Choices.of(dict(values)))

    def __str__(self) -> str:
        return encoded(quote(self.figure, safe=""), self.choices.values())

    def address(self, ending: str, more: Mapping[str, str]) -> str:
        """Where the server has this slide in the format of this ``ending``: ``/picture/gap.png?size=slide``."""
        return encoded(f"/picture/{quote(self.figure, safe='')}.{ending}", self.choices.values() | dict(more))


def parts(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A slide's figure and all that its text says besides, as it is written; a # and what follows it names a
    part of the slide (a second chart)."""
    figure, _, query = text.partition("#")[0].partition("?")
    return unquote(figure), parse_qsl(query, keep_blank_values=True)


def encoded(path: str, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """An address of ours with these values."""
    pairs = list(values.items()) if isinstance(values, Mapping) else list(values)
    return f"{path}?{urlencode(pairs, safe=',/')}" if pairs else path
