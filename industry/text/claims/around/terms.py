"""The figures from which a text says that another was worked out: 江西2021年两年平均由11.4%与4.6%推算 tells growth of that time and of a
year before, and no average."""

from __future__ import annotations

import re

from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.text.claims.when import When

_TERMS = re.compile(
    r"两年平均(?:增速|增长)?(?:由|按)(?P<first>-?\d[\d.]*%)(?:与|和)(?P<second>-?\d[\d.]*%)(?:推算|计算)"
)


def years_ago(read: Read, one: Number) -> int | None:
    """Of two growths of which an average is worked out, how many years before the time of the average a number's is: 0 or 1; None where
    it is none of these."""
    for found in _TERMS.finditer(read.text, read.sentence(one.start)):
        for years, name in enumerate(("first", "second")):
            if found.span(name) == (one.start, one.end):
                return years
    return None


def growth(years: int, time: When | None) -> tuple[Relation, When | None]:
    """In which relation such a number stands, and its time."""
    return Relation("growth", year=True), time.years_before(years) if time is not None else None
