"""Which of several indicators of one name a number can be of: by the measure that its relation asks for, the unit, and
what the text tells apart (当月, 当季, 全国 and 全省, 新增)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.claims.numbers import POINTS, Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.text.claims.when import YEAR, When
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import AMOUNTS
from industry.vocabulary.printed import words

_MEASURES: dict[str, tuple[str, ...]] = {
    "growth": ("growth_yoy",),
    "share": ("share", "rate"),
    "contribution": ("contribution", "share"),
    "gap": ("gap",),
    "change": ("change",),
    "rank": ("rank", "count"),
    "rank_change": ("change",),
    "multiple": ("multiple", "growth_yoy"),
    "pull": ("contribution", "growth_yoy", "change"),
    "sequential": ("growth_yoy", "change"),
    "plain": (
        "level",
        "count",
        "parameter",
        "streak",
        "rate",
        "share",
        "contribution",
        "growth_yoy",
        "multiple",
        "change",
    ),
}
_NAMED = {"pull": "拉动", "sequential": "环比"}
"""What an indicator has in its name of which alone a number in this relation can be."""
_DIFFER: dict[str, tuple[str, ...]] = {
    "": ("growth_yoy", "share", "rate"),
    "two": ("growth_two_year_average",),
    "annual": ("growth_annual_average",),
}
"""Of which measures a difference is told in percentage points."""
_PERCENT = ("%", POINTS, "个" + POINTS, "个多" + POINTS)


def fitting(read: Read, ids: Sequence[str], one: Number, said: Relation) -> tuple[Indicator, ...]:
    """Those of some indicators that a number in this relation can be of; of several measures the likeliest."""
    catalogue = read.tables.catalogue.indicators
    if said.over and said.kind in ("growth", "multiple"):
        return _over(ids, read, one, said)
    if said.kind == "part":
        shares = fitting(read, ids, one, replace(said, kind="share"))
        amounts = [catalogue[id] for id in ids if catalogue[id].measure in AMOUNTS]
        return shares or tuple(_apart(amounts, read, one, said))
    measures = _MEASURES.get(said.kind, ())
    if said.kind in ("growth", "plain", "multiple") and said.average:
        measures = ("growth_annual_average",) if said.average == "annual" else ("growth_two_year_average",)
    found = [catalogue[id] for id in ids if catalogue[id].measure in measures]
    if word := _NAMED.get(said.kind):
        found = [each for each in found if word in each.name.zh]
    if said.kind == "gap":
        scope = scoped(said.against)
        found = [each for each in found if each.gap_to in (scope or None, *catalogue)]
    if said.kind in ("gap", "change", "rank", "rank_change") and said.average:
        found = [each for each in found if _of(each, catalogue).measure in _DIFFER[said.average]]
    if said.kind == "change":
        found = [each for each in found if counts(each, one) or each.unit == POINTS]
    if said.kind in ("gap", "change", "above", "quicker", "turned", "placed") and not found:
        measures = _DIFFER[said.average] + (AMOUNTS if not one.said and one.unit not in _PERCENT else ())
        found = [catalogue[id] for id in ids if catalogue[id].measure in measures]
        found = [each for each in found if _differs_in(each, one)]
        return tuple(_apart(_of_one_measure(found, read, one), read, one, said))
    if said.kind == "contribution":
        found = [each for each in found if each.measure == "contribution" or "贡献率" in each.name.zh]
    exact = [each for each in found if counts(each, one)]
    if said.kind in ("growth", "gap", "share", "contribution", "change") and not exact:
        exact = [
            each for each in found if one.unit in ("%", POINTS, "个" + POINTS) and each.unit in ("%", POINTS)
        ]
    if said.kind == "plain" and one.unit == "%" and len({each.measure for each in exact}) > 1:
        exact = _of_one_measure(exact, read, one)
    if said.kind == "rank":
        exact = [each for each in exact if each.measure == "rank"] or exact
    if said.kind in ("rank", "gap") and (scope := scoped(said.against)):
        among = [each for each in exact if (each.rank_among or each.gap_to) in (None, scope, *catalogue)]
        exact = among if among or said.kind == "gap" else exact
    return tuple(_apart(exact, read, one, said))


def _of(one: Indicator, catalogue: Mapping[str, Indicator]) -> Indicator:
    """Of what an indicator tells a gap, a change or a place."""
    base = one.gap_of or one.change_of or one.rank_of
    return _of(catalogue[base], catalogue) if base else one


def _over(ids: Sequence[str], read: Read, one: Number, said: Relation) -> tuple[Indicator, ...]:
    """Of what growth against another time than a year before, or a multiple of it, can be told: of what grows, else of an
    amount."""
    catalogue = read.tables.catalogue.indicators
    kinds = (("growth_yoy",), AMOUNTS) if said.kind == "growth" else (AMOUNTS,)
    found = ([catalogue[id] for id in ids if catalogue[id].measure in kind] for kind in kinds)
    return tuple(_apart(next((each for each in found if each), []), read, one, said))


def scoped(against: str) -> str:
    """china or parent, where the words say so."""
    if against.startswith(("全国", "我国")):
        return "china"
    return "parent" if against.startswith(("全省", "我省")) or against.endswith("省") else ""


def _apart(found: list[Indicator], read: Read, one: Number, said: Relation) -> list[Indicator]:
    """Without those that the text tells apart: 当月, 当季, 全国 and 全省; an increase and a stock (新增)."""
    if len(found) < 2:
        return found
    before = read.text[read.sentence(one.start) : one.start]
    clause = re.split("[,;]", before)[-1]
    for mark in ("当月", "当季"):
        said_so = [each for each in found if mark in each.name.zh]
        found = (
            said_so if said_so and mark in clause else [each for each in found if mark not in each.name.zh]
        )
    added = re.search(r"净增(?!长)|新增", before[-16:])
    if len(found) > 1:
        found = [
            each for each in found if bool(each.addition or "新增" in each.name.zh) == bool(added)
        ] or found
    return found


def alone(read: Read, found: Sequence[Indicator], time: When | None) -> tuple[Indicator, ...]:
    """Growth of a month or a quarter alone is of the indicator that is called so (当月, 当季), where there is one."""
    if time is None or time.end or time.first % YEAR == 0 or time.last - time.first not in (0, 2):
        return tuple(found)
    mark = "当月" if time.last == time.first else "当季"
    named = _alone(read.tables, mark)
    return tuple(named.get(_plain(each, mark), each) for each in found)


@kept
def _alone(tables: Tables, mark: str) -> dict[tuple[str, ...], Indicator]:
    every = tables.catalogue.indicators.values()
    return {_plain(each, mark): each for each in every if mark in each.name.zh}


def _plain(one: Indicator, mark: str) -> tuple[str, ...]:
    return one.name.zh.replace(mark, "").replace("总额", ""), one.unit, one.measure


def counts(one: Indicator, number: Number) -> bool:
    """Whether an indicator is counted in what the number is."""
    unit = words.unit_of(one.unit)
    if number.unit in ("", "级"):
        return unit.measure not in ("%", "百分点", "位", "倍")
    if number.unit == "倍":
        return unit.measure == "倍" or one.measure == "growth_yoy"
    said = number.unit.removeprefix("个多").removeprefix("个") if POINTS in number.unit else number.unit
    said = {"亿元": "元", "万元": "元", "成": "%", "‰": "%"}.get(said, said)
    if number.place:
        return one.measure in ("rank", "count")
    return said == unit.measure or said in unit.words


def _of_one_measure(found: list[Indicator], read: Read, one: Number) -> list[Indicator]:
    """Growths or shares, by which of them the sentence has spoken last."""
    said = read.text[read.sentence(one.start) : one.start]
    shares, grows = (
        max((each.end() for each in re.finditer(words, said)), default=-1)
        for words in ("占|比重|份额", "增长|增速|增幅|下降(?=\\d)|快|慢")
    )
    if shares == grows:
        return found
    return [each for each in found if (each.measure == "share") == (shares > grows) or each.measure == "rate"]


def _differs_in(one: Indicator, number: Number) -> bool:
    """Whether a difference of an indicator's figures may be told in what the number is."""
    return one.unit == "%" if number.unit in _PERCENT else counts(one, number)
