"""Changes of a drawn sheet that alter what its figures mean, and the answers that a curator who knows it gives: held against the changed
sheet, these must bring in nothing wrong."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from benchmarks.drawn.drawing import Drawing
from benchmarks.drawn.names import AMOUNTS, PLACES
from benchmarks.drawn.records import Drawn, Head, Parts
from industry.curation.importing.importer import imported
from industry.curation.importing.questions import AS_SAID, LEFT_OUT, NO_EDITION, Key, Question
from industry.curation.sheets.sheet import Book, Cell, place
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Source

Change = Callable[[Parts, random.Random], Parts | None]


def answered(one: Drawn, tables: Tables, source: Source, monthly: Mapping[str, str]) -> dict[Key, str]:
    """What somebody who knows what a sheet says answers about it; what isn't sure to him is left out."""
    found = imported(Book("x.xlsx", (one.sheet,)), tables, {}, source)
    facts = {place("", *at): told for at, told in one.facts.items()}
    given: dict[Key, str] = {}
    for question in found.questions:
        given[question.key] = _answer(question, facts.get(question.place, {}), one, monthly)
    return given


def _answer(question: Question, facts: Mapping[str, object], one: Drawn, monthly: Mapping[str, str]) -> str:
    what = question.key.what
    if what in ("indicator", "region"):
        told = str(facts.get(what) or LEFT_OUT)
        if what == "indicator" and facts.get("alone") and told not in AMOUNTS:
            return monthly.get(told, LEFT_OUT)
        return told
    if what == "edition":
        return NO_EDITION
    if what == "words":
        known = [truth for at, truth in one.truth.items() if place("", *at) == question.place]
        return AS_SAID if known and known[0] else LEFT_OUT
    return LEFT_OUT


def _heads(parts: Parts, axis: str, change: Callable[[Head], Head | None]) -> Parts | None:
    """With every head of an axis changed that can be."""
    if axis not in parts.heads:
        return None
    made = [change(one) or one for one in parts.heads[axis]]
    return replace(parts, heads={**parts.heads, axis: made}) if made != parts.heads[axis] else None


def _unit(parts: Parts, chance: random.Random) -> Parts | None:
    def change(one: Head) -> Head | None:
        for old, new, moved in (("万亿元", "亿元", -4), ("亿元", "万元", -4), ("千万元", "万元", -3)):
            if old in one.texts[-1] and one.facts and one.unit == old:
                return replace(
                    one,
                    texts=(*one.texts[:-1], one.texts[-1].replace(old, new)),
                    exponent=one.exponent + moved,
                    unit=new,
                )
        if "（%）" in one.texts[-1] and one.facts[0][1] is not None and one.unit == "%":
            return replace(
                one, texts=(*one.texts[:-1], one.texts[-1].replace("（%）", "（‰）")), exponent=-1, unit="‰"
            )
        return None

    return _heads(parts, "I", change)


def _swapped(parts: Parts, chance: random.Random) -> Parts | None:
    axis = chance.choice(sorted(parts.heads))
    turned = parts.heads[axis][::-1]
    return replace(parts, heads={**parts.heads, axis: turned}) if turned != parts.heads[axis] else None


def _yearless(parts: Parts, chance: random.Random) -> Parts | None:
    """Without the year over the table."""
    words = tuple("" if one[:4].isdigit() and one[4:] == "年" else one for one in parts.words)
    if words == parts.words:
        return None

    def change(one: Head) -> Head | None:
        if any(text[:4].isdigit() for text in one.texts):
            return None
        return replace(
            one, facts=tuple((name, None if name == "period" else told) for name, told in one.facts)
        )

    return _heads(replace(parts, words=words), "P", change) or replace(parts, words=words)


def _places(parts: Parts, chance: random.Random) -> Parts | None:
    """Cities and sums in place of the regions."""
    left = list(PLACES)
    chance.shuffle(left)
    return _heads(parts, "R", lambda one: replace(one, texts=(left.pop(),), facts=(("region", None),)))


def _alone(parts: Parts, chance: random.Random) -> Parts | None:
    """当月 in place of 累计."""
    if "P" not in parts.heads:
        return None

    def change(one: Head) -> Head | None:
        told = dict(one.facts).get("period")
        if not isinstance(told, str) or "/" not in told or one.cell is not None:
            return None
        year, month = told[-7:-3], int(told[-2:])
        return Head((f"{year}年{month}月当月",), (("alone", month), ("period", told[-7:])))

    return _heads(parts, "P", change)


def _nominal(parts: Parts, chance: random.Random) -> Parts | None:
    """现价 in place of 不变价, and other words that make a figure another."""
    word = chance.choice(
        ("（现价）", "名义", "目标", "环比", "（大中型）", "预计", "（含税）", "增加", "占全国")
    )

    def change(one: Head) -> Head | None:
        return replace(
            one,
            texts=(
                one.texts[0].replace("增", word + "增", 1) if "增" in one.texts[0] else word + one.texts[0],
                *one.texts[1:],
            ),
            facts=(("indicator", None),),
        )

    return _heads(parts, "I", change)


def _ranks(parts: Parts, chance: random.Random) -> Parts | None:
    """A column of places beside the figures."""
    if "I" not in parts.heads:
        return None
    rank = Head(
        (chance.choice(("位次", "排名", "增速位次", "全国位次")),), (("indicator", None),), look="rank"
    )
    made = [*parts.heads["I"]]
    made.insert(chance.randint(0, len(made)), rank)
    return replace(parts, heads={**parts.heads, "I": made})


def _titled(parts: Parts, chance: random.Random) -> Parts | None:
    """A title that speaks of some of the enterprises, or of another year's prices."""
    word = chance.choice(
        (
            "大中型企业", "国有控股企业", "（不含央企）", "民营企业", "现价", "市辖区", "预计", "采矿业", "汽车制造业", "钢铁产业", "重点企业",
            "主导产业", "工业园区",
        )
    )  # fmt: skip
    return replace(parts, words=(*parts.words, word), over=(*parts.over, ("indicator", None)))


_BRANCHES = (
    ("采矿业", "mining_growth"), ("制造业", "manufacturing_growth"), ("高技术制造业", "high_tech_manufacturing_growth"),
    ("汽车制造业", "automobile_growth"), ("战略性新兴产业", "strategic_growth"),
)  # fmt: skip


def _branches(parts: Parts, chance: random.Random) -> Parts | None:
    """Behind every indicator a branch as a part of it: of that one's subject, whatever it is called."""
    if "I" not in parts.heads:
        return None
    made, free = [], list(_BRANCHES)
    chance.shuffle(free)
    for one in parts.heads["I"]:
        made.append(one)
        if not free or len(one.texts) > 1 or not one.facts or one.facts[0][1] is None:
            continue
        branch, growth = free.pop()
        added = "增加值" in one.texts[0] and "两年" not in one.texts[0] and "比重" not in one.texts[0]
        text = (
            chance.choice(("其中：", "#", "  ", "")) + branch + chance.choice(("增速（%）", "同比增长（%）"))
        )
        made.append(Head((text,), (("indicator", growth if added else None),), unit="%"))
    return replace(parts, heads={**parts.heads, "I": made}) if len(made) > len(parts.heads["I"]) else None


def _by_branch(parts: Parts, chance: random.Random) -> Parts | None:
    """Branches in place of the indicators, and what is told of them over the table."""
    if "I" not in parts.heads:
        return None
    subject = chance.choice(("增加值", "营业收入", "利润总额", "投资", "用电量", "税收"))
    known = subject == "增加值"
    heads = [
        Head((branch + "同比增长（%）",), (("indicator", growth if known else None),), unit="%")
        for branch, growth in _BRANCHES
    ]
    words = (*(one for one in parts.words if "指标" not in one), f"规模以上工业分行业{subject}")
    over = tuple(one for one in parts.over if one[0] != "indicator")
    return replace(parts, heads={**parts.heads, "I": heads}, words=words, titled="", over=over)


_HELD_AGAINST = ("（比{}年同期）", "（与{}年同期相比）", "较{}年增长", "（以{}年为基期）")


def _two_years(parts: Parts, chance: random.Random) -> Parts | None:
    """A title by which growths are over two years."""
    told = dict(parts.over).get("period")
    if not isinstance(told, str):
        return None
    word = chance.choice(_HELD_AGAINST).format(int(told[:4]) - 2)
    return replace(parts, words=(*parts.words, word), over=(*parts.over, ("indicator", None)))


CHANGES: Mapping[str, Change] = {
    "unit": _unit,
    "heads swapped": _swapped,
    "no year": _yearless,
    "other places": _places,
    "month alone": _alone,
    "other measure": _nominal,
    "ranks": _ranks,
    "title": _titled,
    "branches": _branches,
    "by branch": _by_branch,
    "over two years": _two_years,
}


def _rewritten(one: Drawn, share: float, change: Callable[[Cell], Cell], chance: random.Random) -> Drawn:
    """The sheet with a share of its figures written otherwise, of which nothing may then be taken for sure."""
    truth, rows = dict(one.truth), [list(row) for row in one.sheet.rows]
    for row, column in one.truth:
        cell = rows[row][column]
        if cell.number is not None and "%" not in cell.text and chance.random() < share:
            rows[row][column] = change(cell)
            truth[row, column] = None
    return replace(one, truth=truth, sheet=replace(one.sheet, rows=rows))


def _signed(one: Drawn, chance: random.Random) -> Drawn:
    """Some numbers with signs that are no minus: nothing may be taken for sure, and nothing be lost."""

    def change(cell: Cell) -> Cell:
        bare = f"{abs(cell.number or 0):f}"
        form = chance.choice(("▲{}", "△{}", "{}-", "↓{}", "{}↑", "({})", "▼{}", "{}?"))
        return Cell(form.format(bare if "." in bare else f"{bare}.0"))

    return _rewritten(one, chance.choice((0.2, 1.0)), change, chance)


def _fractions(one: Drawn) -> Drawn | None:
    """Growths of which no unit is printed, as parts of one."""
    strip = str.maketrans("", "", "%％")
    texts = [[cell.text for cell in row] for row in one.sheet.rows]
    rows = [list(row) for row in one.sheet.rows]
    truth = dict(one.truth)
    figures = set(one.facts)
    if any(facts.get("look") == "level" or facts.get("exponent") for facts in one.facts.values()):
        return None
    for at, row in enumerate(texts):
        for column, text in enumerate(row):
            if (at, column) in figures:
                cell = rows[at][column]
                if cell.number is None or abs(cell.number) >= 50:
                    return None
                small = (cell.number if "%" not in text else cell.number * 100).scaleb(-2)
                rows[at][column] = Cell(f"{small:.2f}", small)
                truth[at, column] = None
            elif "‰" in text:
                return None
            elif "%" in text or "％" in text:
                rows[at][column] = Cell(text.replace("（%）", "").replace("(%)", "").translate(strip))
    return replace(one, truth=truth, sheet=replace(one.sheet, rows=rows))


def changed(one: Drawn, drawing: Drawing) -> Iterator[tuple[str, Drawn]]:
    """The sheet with each change that can be made of it."""
    assert one.parts is not None
    yield "signs", _signed(one, drawing.chance)
    if fractions := _fractions(one):
        yield "fractions", fractions
    part = replace(one.sheet, name=drawing.chance.choice(("采矿业", "汽车制造业", "钢铁产业", "大中型企业")))
    yield "sheet of a part", replace(one, sheet=part, truth=dict.fromkeys(one.truth))
    for name, change in CHANGES.items():
        made = change(one.parts, drawing.chance)
        if made is not None:
            yield name, drawing.laid(made)
