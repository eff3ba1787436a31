"""How sentences name an indicator: of growth what it is that grows (规模以上工业增加值同比增长18.5%), in English without capitals
and what stands in brackets."""

from __future__ import annotations

from industry.vocabulary.catalogue import Indicator

_BEGIN, _END, _WITHIN = ("Growth of ", "Change in "), ("增速", "变动", " growth"), " growth of "
"""How names of growth begin or end, or go on: Revenue growth of industrial enterprises."""


def subject(indicator: Indicator, language: str) -> str:
    """规模以上工业增加值 of 规模以上工业增加值增速; empty where the name doesn't say so."""
    name = _bare(indicator, language)
    for one in _BEGIN:
        if name.startswith(one):
            return _lower(name.removeprefix(one))
    for one in _END:
        if name.endswith(one):
            return _lower(name.removesuffix(one))
    what, found, whose = name.partition(_WITHIN)
    return _lower(f"{what} of {whose}") if found else ""


def within(indicator: Indicator, language: str) -> str:
    """The name as it stands within a sentence."""
    return _lower(_bare(indicator, language))


def _bare(indicator: Indicator, language: str) -> str:
    name = indicator.name(language)
    return name.partition(" (")[0] if language == "en" else name


def _lower(name: str) -> str:
    """Without the capital of its first word, but for GDP and 5G."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
