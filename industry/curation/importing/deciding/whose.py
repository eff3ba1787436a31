"""Whose a figure is. Of a region that the tables don't have it is left out by its name; 合计 is no country."""

from __future__ import annotations

from industry.curation.importing.deciding import naming
from industry.curation.importing.deciding.asking import Asking, Left
from industry.curation.importing.questions import About
from industry.curation.importing.reading.sayings import WHOLE, Saying
from industry.text.claims import naming as words
from industry.text.claims.where import UNKNOWN

_AXES: tuple[About, About] = ("row", "column")


def region(one: Asking) -> str:
    """The id of the region, empty where it is asked and none is likely. Raises Left."""
    for axis, path, about in zip(one.setting.regional, (one.row, one.column), _AXES, strict=True):
        told = [each for each in path if each.region is not None]
        for each in path:
            if each.region and each.region.startswith(WHOLE):
                return _whole(one, each, about)
            part = bool(each.region) and _strange(one, each)
            if each.region == UNKNOWN or axis and (part or not told and _placelike(one, each)):
                return _named(one, each, about)
    known = list(dict.fromkeys(each.region for each in one.says if each.region))
    known = known or list(dict.fromkeys(filter(None, (_settled(one, each.region) for each in one.group))))
    if len(known) == 1:
        return known[0]
    if not known and any(one.setting.regional):
        return _asked(one, "", "several")  # a row without a name among rows of regions
    if known or "region" in one.over.several:
        return _asked(one, known[0] if known else "", "several")
    if one.over.region == UNKNOWN:
        return _named_over(one)
    over = one.over.region or ""
    if over.startswith(WHOLE):
        return _asked(one, "", "whole")
    return over or one.book.region or _asked(one, one.book.owner, "owner" if one.book.owner else "nothing")


def _settled(one: Asking, said: str | None) -> str | None:
    """A region as it is named; of 全省 the one that the lines over the table, a curator or the source say, if any does."""
    if not said or not said.startswith(WHOLE):
        return said
    source = one.book.source.region if one.book.source else ""
    near = (one.over.region or "", one.book.region, source)
    return next(filter(None, (one.book.sayer.whole(said, each) for each in near)), "")


def _whole(one: Asking, said: Saying, about: About) -> str:
    """The region that 全省 or 全市 is; asked where nothing names it, and where its average is told."""
    groups = [each.region for each in one.group if each.region]
    named = [one.book.sayer.whole(said.region or "", each) for each in groups]
    found = next(filter(None, named), "") or _settled(one, said.region) or ""
    if found and not str(said.region).endswith("?"):
        return found
    text = " / ".join(each.text for each in (*one.group, said))
    answer = one.answer("region", about, text) or ""
    if answer in one.tables.catalogue.regions:
        return answer
    one.ask(
        "region", "region", found, "average" if found else "whole", one.tables.catalogue.regions, about, text
    )
    return found


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
