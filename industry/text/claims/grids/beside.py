"""What stands smaller beside a figure in its cell: a period of its own (24.6% 1—4月), an edition, or its gap from the country
(29.4 +4.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from industry.text.claims.grids.labels import Label
from industry.text.claims.grids.rows import Cell

_SIGNED = re.compile(r"约?[+-]\d[\d.]*(?:个百分点)?$")
_SHARE = re.compile(r"占(?P<of>[\u4e00-\u9fff]{2,6}?)的?(?:比重)?(?P<share>约?\d[\d.]*%)$")
_NOTES = re.compile(r"[(]?(?:推算|推定)[)]?\s*")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_EDITION = re.compile(r"前.{1,2}批|第.{1,2}批")


def own_period(
    aside: Label, own: Sequence[Label], over: Sequence[Label], doubts: set[str]
) -> tuple[list[Label], list[Label]]:
    """The labels of a figure's row and column where its own period stands beside it: months are of the year that they name. Of
    another edition none is sure."""
    labels = [*own], [*over]
    if aside.when:
        years = [found[0] for one in (*own, *over) for each in one.when if (found := _YEAR.search(each))]
        period = "".join(aside.when)
        period = period if _YEAR.search(period) else "".join(years[:1]) + period
        rows, columns = ([replace(one, when=()) for one in some] for some in labels)
        return [*rows, Label(aside.text, when=(period,))], columns
    if _EDITION.match(aside.text):
        doubts.add("period")
    return labels


def gap(sentence: str, aside: str, country: str) -> str:
    """The sentence of a figure, going on with its signed gap from the ``country``."""
    about = "约" if aside.startswith("约") else ""
    aside = aside.removeprefix("约")
    way = "低于" if aside.startswith("-") else "高于"
    return f"{sentence.rstrip('。')},{way}{country}{about}{aside.lstrip('+-').removesuffix('个百分点')}个百分点。"


def told(aside: Cell) -> Cell:
    """What stands beside a figure, without that it is worked out (推算 约-0.88)."""
    note = _NOTES.match(aside.text)
    cut = note.end() if note and note.end() < len(aside.text) else 0
    return _from(aside, cut)


def share(aside: str) -> bool:
    """Whether what stands beside a figure may be what it is of the same of a larger region (占江西11.85%)."""
    return _SHARE.fullmatch(aside) is not None


def part(sentences: Sequence[str], aside: Cell, wholes: Mapping[str, str]) -> tuple[Cell, list[str]]:
    """The share beside a figure, and the figure's sentences going on with it. ``wholes``: how sentences call regions, by their names."""
    found = _SHARE.fullmatch(aside.text)
    assert found is not None
    whole = wholes.get(found["of"], found["of"])
    return _from(aside, found.start("share")), [
        f"{one.rstrip('。')},占{whole}的{found['share']}。" for one in sentences
    ]


def _from(cell: Cell, cut: int) -> Cell:
    return replace(cell, start=cell.start + cut, text=cell.text[cut:])


def signed(aside: str) -> bool:
    """Whether what stands beside a figure may be a gap."""
    return _SIGNED.match(aside) is not None
