"""What stands smaller beside a figure in its cell: a period of its own (24.6% 1—4月), an edition, or its gap from the country
(29.4 +4.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from industry.text.claims.grids.labels import Label

_SIGNED = re.compile(r"[+-]\d[\d.]*(?:个百分点)?$")
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
    way = "低于" if aside.startswith("-") else "高于"
    return f"{sentence.rstrip('。')},{way}{country}{aside.lstrip('+-').removesuffix('个百分点')}个百分点。"


def signed(aside: str) -> bool:
    """Whether what stands beside a figure may be a gap."""
    return _SIGNED.match(aside) is not None
