"""Tables composed as in ``grids``, with one thing changed: a digit, a sign, a header, a label, a unit, a second title, the period
or the region."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.grid_texts import Drawn, Printed, digits
from benchmarks.grids import Composer
from benchmarks.sentences import periods
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

_SCOPES = ("国有企业", "民营", "中小企业", "园区", "县域", "服务业", "外资企业")
_WORDS = (
    "环比",
    "国有",
    "民营",
    "外资",
    "出口",
    "名义",
    "预计",
    "大型",
    "人均",
    "剔除价格因素后",
    "规模以下",
    "未",
    "新增",
    "目标",
    "计划",
)
"""Words that make of a name something else."""
_WITHIN = ("南昌", "经开区", "其他地区", "（不含省会）", "国有企业", "各园区平均")
_SUMS = ("其他", "合计", "小计", "其余", "其中：其他")
_OF = ("占全国比重", "占营业收入比重", "占全部企业比重")
_SHARE = re.compile("占.+(?:比重|占比|比例)")
_GROWS = re.compile("(?=同比增长|增速|增幅)")


class Changer:
    """Changes one thing of a table; nothing where it can't be changed."""

    def __init__(self, composer: Composer) -> None:
        self.composer, self.chance, self.tables = composer, composer.chance, composer.tables

    def _told(self, one: Drawn) -> list[tuple[int, int]]:
        return [(at, column) for at, row in enumerate(one.cells) for column, held in enumerate(row) if held]

    def _holds(self, value: Observation, indicator: Indicator, region: str, period: Period | None) -> bool:
        """Whether the tables hold a value of this."""
        return any(
            row.period is not None and period is not None and row.value == value.value
            and (row.period.start, row.period.end) == (period.start, period.end)
            for row in self.tables.rows(indicator.id, region, derived=True)
        )  # fmt: skip

    def digit(self, one: Drawn) -> Drawn | None:
        at = self.chance.choice(self._told(one))
        held = one.cells[at[0]][at[1]]
        assert held is not None
        text = digits(held, self.chance)
        place = self.chance.choice([where for where, letter in enumerate(text) if letter.isdigit()])
        other = self.chance.choice([each for each in "123456789" if each != text[place]])
        return replace(
            one, texts={at: text[:place] + other + text[place + 1 :]}, asked=frozenset([at]), change="a digit"
        )

    def heads(self, one: Drawn) -> Drawn | None:
        """The headers of two columns, swapped; their units stay with the figures."""
        if len(one.heads) < 2 or one.upper:
            return None
        left, right = self.chance.sample(range(len(one.heads)), 2)
        heads = list(one.heads)
        heads[left], heads[right] = heads[right], heads[left]
        asked, coincide = set(), set()
        for at, row in enumerate(one.cells):
            for mine, its in ((left, right), (right, left)):
                held, other = row[mine], row[its]
                if held is None:
                    continue
                asked.add((at, mine))
                if other is None or self._holds(held, other.indicator, other.region.id, other.period):
                    coincide.add((at, mine))
        return replace(
            one, heads=heads, asked=frozenset(asked), coincide=frozenset(coincide), change="headers swapped"
        )

    def words(self, one: Drawn) -> Drawn | None:
        """A word before a row's or a column's name, or in the title, that makes of its figures another's."""
        if self.chance.random() < 0.3:
            word = self.chance.choice(_SCOPES)
            return replace(
                one, title=word + one.title, asked=frozenset(self._told(one)), change="a title's word"
            )
        side = self.chance.choice(("labels", "heads"))
        said = list(getattr(one, side))
        named = [at for at, name in enumerate(said) if len(name) > 3 and "年" not in name]
        if not named:
            return None
        at = self.chance.choice(named)
        word = self.chance.choice(_WORDS)
        before = self.chance.random() < 0.5 or not said[at].endswith(("增长", "增速", "增幅"))
        said[at] = word + said[at] if before else said[at][:-2].removesuffix("同比") + word + said[at][-2:]
        asked = [place for place in self._told(one) if place[0 if side == "labels" else 1] == at]
        changed = replace(one, asked=frozenset(asked), change=f"a word: {word}", **{side: said})  # type: ignore[arg-type]
        return changed if asked else None

    def unit(self, one: Drawn) -> Drawn | None:
        if "亿元" not in one.units:
            return None
        units = ["万元" if each == "亿元" else each for each in one.units]
        asked = [
            (at, column)
            for at, column in self._told(one)
            if one.units[column if one.across else at] == "亿元"
        ]
        return replace(one, units=units, asked=frozenset(asked), change="亿元 for 万元") if asked else None

    def period(self, one: Drawn) -> Drawn | None:
        """Another period in the title, a year earlier."""
        first = next(held for row in one.cells for held in row if held)
        assert first.period is not None
        when = next(
            (each for each in periods(first.period, first.indicator.timing) if one.title.startswith(each)),
            None,
        )
        if when is None:
            return None
        moved = first.period.years_earlier(self.chance.choice((1, 2)))
        title = self.chance.choice(periods(moved, first.indicator.timing)) + one.title.removeprefix(when)
        return self._all(one, "the title's period", lambda held: (held.region.id, moved), title=title)

    def region(self, one: Drawn) -> Drawn | None:
        """Another region, in the title or beside a row."""
        names = {each.name.zh: each.id for each in self.tables.catalogue.regions.values()}
        side = next((key for key in ("labels", "heads") if set(getattr(one, key)) <= set(names)), None)
        if side is not None:
            said = list(getattr(one, side))
            if len(said) < 2:
                return None
            at = self.chance.randrange(len(said))
            other = self.chance.choice([name for name in names if name != said[at]])
            said[at] = other
            asked = [place for place in self._told(one) if place[0 if side == "labels" else 1] == at]
            found = self._all(one, "a region", lambda held: (names[other], held.period))
            return replace(found, asked=frozenset(asked), **{side: said}) if asked else None  # type: ignore[arg-type]
        first = next(held for row in one.cells for held in row if held)
        if first.region.name.zh not in one.title:
            return None
        other = self.chance.choice([name for name in names if name != first.region.name.zh])
        title = one.title.replace(first.region.name.zh, other)
        return self._all(one, "the title's region", lambda held: (names[other], held.period), title=title)

    def rate(self, one: Drawn) -> Drawn | None:
        """Another unit over figures in per cent."""
        rates = [place for place in self._told(one) if one.units[place[1] if one.across else place[0]] == "%"]
        said = [one.title + "（‰）"]
        if (
            "regions" not in one.layout or "periods" not in one.layout
        ):  # the titles of those end in their unit
            said += [one.title + "\n单位：‰", one.title + "（‰）\n单位：‰"]
        title = self.chance.choice(said)
        return replace(one, title=title, asked=frozenset(rates), change="‰ over %") if rates else None

    def bracketed(self, one: Drawn) -> Drawn | None:
        """A figure below zero, as accounts print it."""
        at = self.chance.choice(self._told(one))
        held = one.cells[at[0]][at[1]]
        assert held is not None
        form = self.chance.choice(("({})", "（{}）", "▼{}", "负{}", "({}"))
        text = form.format(digits(held, self.chance).removeprefix("-"))
        return replace(one, texts={at: text}, asked=frozenset([at]), change="a negative in brackets")

    def label(self, one: Drawn) -> Drawn | None:
        """The label of a row or a column made that of a part of its region, of a rest or sum, or with another denominator."""
        side = self.chance.choice(("labels", "heads"))
        said = list(getattr(one, side))
        names = {each.name.zh for each in self.tables.catalogue.regions.values()}
        at = self.chance.randrange(len(said))
        if self.chance.random() < 0.3 and not any("年" in each for each in said):
            said[at] = self.chance.choice(_SUMS)
        elif {*said} <= names:
            said[at] += self.chance.choice(_WITHIN)
        elif _SHARE.search(said[at]):
            said[at] = _SHARE.sub(self.chance.choice(_OF), said[at])
        else:
            return None
        asked = [place for place in self._told(one) if place[0 if side == "labels" else 1] == at]
        changed = replace(one, asked=frozenset(asked), change=f"a label: {said[at]}", **{side: said})  # type: ignore[arg-type]
        return changed if asked else None

    def year(self, one: Drawn) -> Drawn | None:
        """A row or a column of periods a year earlier."""
        if "periods" not in one.layout:
            return None
        side = "labels" if one.layout.startswith("periods") else "heads"
        said = list(getattr(one, side))
        at = self.chance.randrange(len(said))
        asked = [place for place in self._told(one) if place[0 if side == "labels" else 1] == at]
        if not asked:
            return None
        first = one.cells[asked[0][0]][asked[0][1]]
        assert first is not None and first.period is not None
        moved = first.period.years_earlier(1)
        said[at] = self.chance.choice(periods(moved, first.indicator.timing))
        found = self._all(one, "a year", lambda held: (held.region.id, moved))
        return replace(found, asked=frozenset(asked), **{side: said})  # type: ignore[arg-type]

    def titled(self, one: Drawn) -> Drawn | None:
        """A title that says of a single month what is told since January, or one of another indicator over the table's own."""
        if "regions × periods" not in (one.layout, " × ".join(reversed(one.layout.split(" × ")))):
            return None
        told = frozenset(self._told(one))
        if _GROWS.search(one.title) and self.chance.random() < 0.5:
            return replace(
                one, title=_GROWS.sub("当月", one.title, count=1), asked=told, change="当月 in the title"
            )
        first = next(held for row in one.cells for held in row if held)
        other = self.chance.choice(self.composer.pool).indicator
        if other.id == first.indicator.id or other.concept and other.concept == first.indicator.concept:
            return None
        if other.name.zh.startswith(
            first.indicator.name.zh
        ):  # 地区生产总值增速 over GDP（亿元）: the units say which
            return None
        title = f"{other.name.zh}\n{one.title}"
        return replace(one, title=title, asked=told, change="a second title")

    def _all(
        self,
        one: Drawn,
        change: str,
        meant: Callable[[Observation], tuple[str, Period | None]],
        title: str = "",
    ) -> Drawn:
        asked = self._told(one)
        coincide = [
            (at, column)
            for at, column in asked
            if (held := one.cells[at][column]) and self._holds(held, held.indicator, *meant(held))
        ]
        return replace(
            one, title=title or one.title, asked=frozenset(asked), coincide=frozenset(coincide), change=change
        )


def changed(tables: Tables, many: int, seed: int = 5) -> Iterator[Printed]:
    """Tables with one thing changed, with at least so many figures that it makes untrue."""
    composer = Composer(tables, seed)
    changer = Changer(composer)
    ways = (changer.digit, changer.heads, changer.unit, changer.period, changer.region, changer.words)
    ways = (*ways, changer.rate, changer.bracketed, changer.label, changer.year, changer.titled)
    while many > 0:
        way = composer.chance.choice(ways)
        drawn = way(composer.draw())
        if drawn is None:
            continue
        made = composer.printed(drawn)
        many -= len(made.spans)
        yield made
