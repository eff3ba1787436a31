"""Whose a figure is. Of a region that the tables don't have it is left out by its name; 合计 is no country."""

from __future__ import annotations

from industry.curation.importing.deciding import naming
from industry.curation.importing.deciding.asking import Asking, Left
from industry.curation.importing.questions import About
from industry.curation.importing.reading.sayings import Saying
from industry.text.claims import naming as words
from industry.text.claims.where import UNKNOWN

_AXES: tuple[About, About] = ("row", "column")


def region(one: Asking) -> str:
    """The id of the region, empty where it is asked and none is likely. Raises Left."""
    for axis, path, about in zip(one.setting.regional, (one.row, one.column), _AXES, strict=True):
        told = [each for each in path if each.region is not None]
        for each in path:
            part = bool(each.region) and _strange(one, each)
            if each.region == UNKNOWN or axis and (part or not told and _placelike(one, each)):
                return _named(one, each, about)
    known = list(dict.fromkeys(each.region for each in one.says if each.region))
    known = known or list(dict.fromkeys(each.region for each in one.group if each.region))
    if len(known) == 1:
        return known[0]
    if not known and any(one.setting.regional):
        return _asked(one, "", "several")  # a row without a name among rows of regions
    if known or "region" in one.over.several:
        return _asked(one, known[0] if known else "", "several")
    if one.over.region == UNKNOWN:
        return _named_over(one)
    return (
        one.over.region
        or one.book.region
        or _asked(one, one.book.owner, "owner" if one.book.owner else "nothing")
    )


def _placelike(one: Asking, said: Saying) -> bool:
    """Whether a label among those of regions names neither an indicator nor a period: another place, or all together."""
    label = said.label
    if said.timed or label.kind not in ("", "level") or label.unit:
        return False
    return said.total or bool(label.region) or bool(said.words) and said.words not in naming.names(one.tables)


def _strange(one: Asking, said: Saying) -> bool:
    """Whether more than a region's name stands in a label, and names nothing that the tables know: 江西省直管."""
    label = said.label
    known = said.timed or label.kind or label.unit or any(True for _ in words.find(said.words, one.tables))
    return bool(said.words) and not known


def _named(one: Asking, said: Saying, about: About) -> str:
    """The region that a curator says a name is; else it is left out by its name."""
    found = one.answer("region", about, said.text) or ""
    if found in one.tables.catalogue.regions:
        return found
    raise Left("region", said.text)


def _named_over(one: Asking) -> str:
    found = one.answer("region", "table", "") or ""
    if found in one.tables.catalogue.regions:
        return found
    raise Left("region", one.over.label.region or one.over.label.text)


def _asked(one: Asking, guess: str, reason: str) -> str:
    every = one.tables.catalogue.regions
    found = one.answer("region", "table", "") or ""
    if found in every:
        return found
    one.ask("region", "region", guess, reason, every, "table", "")
    return guess
