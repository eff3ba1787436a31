"""In which relation a figure of a table stands by its row and its column, in which unit, and the words by which running text
says so with the figure's sign. Which indicator it is of is for ``wording``."""

from __future__ import annotations

from collections.abc import Sequence

from industry.text.claims.grids.labels import Label
from industry.text.claims.numbers import POINTS

RATES = ("%", "‰", "倍", "成", POINTS, "个" + POINTS)
POINT_UNITS = (POINTS, "个" + POINTS, "%")


class Measure:
    """In which relation a figure stands, by its row and its column; the later said is of the earlier (增速 of which the
    rank is told)."""

    def __init__(self, own: Sequence[Label], over: Sequence[Label], doubts: set[str]) -> None:
        kinds = [one for one in (*own, *over) if one.kind and one.kind != "level"]
        strong = [one for one in kinds if one.kind not in ("growth", "fall")]
        if len(strong) > 1 or len(kinds) - len(strong) > 1:
            doubts.add("indicator")
        one = (strong or kinds or [Label("")])[-1]
        self.kind, self.who, self.rate = one.kind, one.who, one.rate
        self.growing = bool(strong) and len(kinds) > len(strong)
        units = [each.unit for each in (*own, *over) if each.unit]
        self.unit = one.unit if one.kind else (units[-1] if units else "")
        if not one.kind and len(set(units)) > 1:
            doubts.add("indicator")

    def units(self, row: str, title: tuple[str, ...], doubts: set[str]) -> tuple[list[str], str]:
        """The units that a bare number may be in, and what is printed of them."""
        if self.kind in ("gap", "change"):
            unit = self.unit or (row if row in POINT_UNITS else "")
            return [{"": "个百分点", POINTS: "个百分点"}.get(unit, unit)], unit or "个百分点"
        if self.unit:
            return [self.unit], self.unit
        if self.kind in ("growth", "fall"):
            if row != "%" and "%" not in title and not self.rate:
                doubts.add("indicator")
            return ["%"], "%"
        if row:
            return [row], row
        found = sorted(title, key=lambda one: one == "%")
        return (list(found), found[0]) if found else ([""], "")

    def sentence(self, words: str, status: str, number: str, negative: bool, doubts: set[str]) -> str:
        """The words that go with the number's sign."""
        rate = "增速" if self.growing and "增速" not in words else ""
        if self.kind in ("growth", "fall"):
            if self.kind == "fall" and negative:
                doubts.add("indicator")
            way = "下降" if negative or self.kind == "fall" else "增长"
            return f"{words}{status}{way}{number}"
        if self.kind == "gap":
            if self.who.startswith("-") and negative:
                doubts.add("indicator")
            way = "低" if negative or self.who.startswith("-") else "高"
            return f"{words}{rate}比{self.who.removeprefix('-')}{way}{number}"
        if self.kind == "change":
            how = "同比" if self.who == "同比" else self.who
            return f"{words}{rate}{how}{'下降' if negative else '提高'}{number}"
        return f"{words}{status}为{'-' if negative else ''}{number}"
