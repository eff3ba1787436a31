"""Whatever figure a figure of one period draws: were it of another edition, not exact, or something in it not stated, it is
drawn still, or told once, with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import pytest

from industry import wording
from industry.figures.draw import draw
from industry.figures.record import Figure, RowsPanel, TablePanel
from industry.figures.rows.lookup import ended
from industry.tables.tables import Tables
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.wording.said import rows_of
from tests.books import Worked
from tests.figures.specs import made, options
from tests.figures.test_honesty import CATALOGUE, FIGURES, RELATED
from tests.figures.told_periods import undated

ONE_PERIOD = (
    "bars", "branches", "breadth", "gap", "parent", "ranks", "share", "slope", "table", "target", "tiers"
)  # fmt: skip
SPECS = [one for one in FIGURES if one.chart in ONE_PERIOD]
OPEN, ABOUT, OTHER, UNSTATED = (
    {"qualifier": "over"},
    {"qualifier": "about"},
    {"edition": "preliminary"},
    {"inferred": frozenset({"scope"})},
)
CHANGES = ((OPEN, "非确数"), (ABOUT, "非确数"), (OTHER, "版本不同"), (UNSTATED, "材料未注明"))
"""How a figure is changed, and words of the reason for which it isn't drawn any more."""


class Indexed(Worked):
    """Rows under a catalogue, found by their indicator."""

    @cached_property
    def _by(self) -> dict[str, list[Observation]]:
        found: dict[str, list[Observation]] = {}
        for row in self.all:
            found.setdefault(row.indicator.id, []).append(row)
        return found

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return tuple(row for row in self._by.get(indicator, ()) if region in (None, row.region.id))


def changed(tables: Tables, row: Observation, change: dict[str, Any], about: set[str]) -> Indexed:
    """The rows of the indicators ``about`` and of those related to them, one of them changed."""
    near = about | {id for id, others in RELATED.items() if others & about}
    near |= {other for id in near for other in RELATED[id]}
    rows = (one for id in near for one in tables.rows(id))
    return Indexed(CATALOGUE, [replace(row, **change) if one == row else one for one in rows])


def shown(figure: Figure) -> Iterator[Observation]:
    """What marks, dashed lines and cells show, and what stands beside them; of a table what it compares."""
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            yield from (one.row for row in panel.rows for one in row.marks if one.row)
            yield from (one.row for one in panel.references if one.row)
            texts = [text for row in panel.rows for text in (row.text, row.detail, row.aside)]
            yield from (one for text in texts for one in rows_of([text]) if spelt(one) in text)
        elif isinstance(panel, TablePanel):
            entries = [one for line in panel.lines for one in line.entries if not one.apart]
            yield from (one.row for one in entries if one.row)
            yield from rows_of(one.aside for one in entries)
        else:
            yield from (row for line in panel.series for row in line.rows if row)  # type: ignore[union-attr]


def spelt(row: Observation) -> str:
    """The digits of a figure, which words that only speak of it don't hold."""
    return wording.number(row, "zh", bare=True).strip("+−约超位")


def drawn(figure: Figure) -> list[Observation]:
    """What is shown, and the terms of that but of averages, which are over other years."""
    rows = dict.fromkeys(shown(figure))
    terms = (one for row in rows if "average" not in row.indicator.measure for one in row.terms)
    return list(dict.fromkeys((*rows, *terms)))


def place(row: Observation) -> tuple[object, ...]:
    return row.region.id, row.indicator.id, row.period


def compared(figure: Figure) -> set[tuple[object, ...]]:
    """Indicators and periods that a figure sets side by side."""
    if figure.chart == "bars":
        return {place(one)[1:] for one in drawn(figure)}
    lines = [line for one in figure.panels if isinstance(one, TablePanel) for line in one.lines]
    return {place(one.row)[1:] for line in lines for one in line.entries if one.row and not one.apart}


def unasked(spec: FigureSpec, before: Figure, after: Figure) -> set[tuple[object, ...]]:
    """Indicators and periods of what nobody asks for any more: where a line is of another period now what it compared, and of
    what that was worked out from; of each region's latest what is older than another that is shown or told of."""
    if options(spec).each_latest:
        shown_now = [*drawn(after), *rows_of(after.frame.notes)]
        return {
            place(row)[1:]
            for row in drawn(before)
            if any(place(one)[:2] == place(row)[:2] and ended(one) > ended(row) for one in shown_now)
        }
    gone = compared(before) - compared(after)
    rows = [row for row in drawn(before) if place(row)[1:] in gone]
    return {place(one)[1:] for row in rows for one in (row, *row.terms)}


def silent(figure: Figure, row: Observation) -> str:
    """What is wrong where a figure that was drawn, ``row`` as it is now, isn't any more; nothing where it still is, or is
    told once but for what a check has against it."""
    if place(row) in map(place, drawn(figure)):
        return ""
    number = wording.number(row, "zh")
    sentences = [one for one in (*figure.frame.notices, *figure.frame.notes) if number in one]
    inside = [row for one in figure.panels if isinstance(one, RowsPanel) for row in one.rows]
    cells = [one for panel in figure.panels if isinstance(panel, TablePanel) for one in panel.lines]
    beside = [text for one in inside for text in (one.text, one.detail, one.aside) if number in text]
    entries = [one for line in cells for one in line.entries if one.row and place(one.row) == place(row)]
    alike = [one for one in rows_of((*figure.frame.notices, *figure.frame.notes)) if place(one) == place(row)]
    if not (sentences or beside or entries or alike):
        return "left out in silence"
    told = [one for one in sentences if one.kind != "dispute"]
    return "told twice" if len(told) > 1 or any(one.count(number) > 1 for one in told) else ""


def told_though_shown(figure: Figure) -> list[Observation]:
    """What is told as left out and stands in the figure all the same, or something in it is worked out from it. Beside targets
    what stands may be told as no base of them."""
    if figure.chart in ("table", "target"):
        return []
    used = list(dict.fromkeys(shown(figure)))
    for row in used:
        used += (one for one in row.terms if one not in used)
    return [row for row in rows_of(one for one in figure.frame.notices if "不参与比较" in one) if row in used]


@pytest.mark.parametrize("spec", SPECS, ids=lambda one: one.id)
def test_what_isnt_drawn_for_a_doubt_is_told_once(tables: Tables, spec: FigureSpec) -> None:
    before = draw(spec, tables, Choices(), "zh")
    rows = [row for row in drawn(before) if not row.derived and row.exact and not row.inferred]
    about = {row.indicator.id for row in (*before.rows, *rows) if row.indicator.id in CATALOGUE.indicators}
    found = []
    for row in rows:
        for change, reason in CHANGES:
            after = draw(spec, changed(tables, row, change, about), Choices(), "zh")
            found += (f"{row.id} {change}: {one}" for one in undated(after))
            if both := told_though_shown(after):
                found.append(f"{row.id} {change}: {both[0].id} is told as left out though it is shown")
            changed_row = replace(row, **change)
            said = [one for one in after.frame.notices if "不参与比较" in one and changed_row in one.rows]
            if other := [one for one in said if reason not in one and one not in before.frame.notices]:
                found.append(f"{row.id} {change} is told with another reason: {other}")
            if place(row)[1:] in unasked(spec, before, after):
                continue
            if wrong := silent(after, changed_row):
                found.append(f"{row.id} {change}: {wrong}: {after.frame.notices}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("figure", "whose", "change", "told"),
    [
        (
            "growth_q1",
            ("china", "value_added_growth", "2021-01/2021-03"),
            UNSTATED,
            "材料未注明统计范围，不参与比较：全国24.5%（2021年1—3月）",
        ),
        (
            "growth_q1",
            ("hebei", "value_added_growth_two_year", "2021-01/2021-03"),
            OPEN,
            "公布的两年平均未采用：河北超5.8%（非确数）",
        ),
        (
            "growth_q1",
            ("hebei", "value_added_growth", "2021-01/2021-03"),
            UNSTATED,
            "材料未注明统计范围，不参与比较：河北17.6%（2021年1—3月）",
        ),
        (
            "margin",
            ("jiangxi", "profit", "2021-01/2021-05"),
            OPEN,
            "非确数，不参与比较：江西规上工业利润总额超982亿元（2021年1—5月）",
        ),
        (
            "jian_shares",
            ("jian", "gdp", "2021"),
            OPEN,
            "非确数，不参与比较：吉安地区生产总值超2525.65亿元（2021年）",
        ),
        (
            "jian_jiangxi",
            ("jian", "profit_margin_gap_parent", "2021-01/2021-04"),
            OPEN,
            "非确数，不参与比较：吉安规模以上工业企业营业收入利润率与全省之差超+1.3个百分点（2021年1—4月）",
        ),
        (
            "benchmark_change",
            ("china", "value_added_growth", "2021-01/2021-02"),
            OPEN,
            "非确数，不参与比较：全国规上工业增加值增速超35.1%（2021年1—2月）",
        ),
        (
            "benchmark_latest",
            ("jiangxi", "profit", "2021"),
            UNSTATED,
            "材料未注明统计范围，不作为最新数：江西规上工业利润总额3122.4亿元（2021年）",
        ),
        (
            "ranks_jiangxi",
            ("jiangxi", "value_added_growth_rank_change_china", "2021-01/2021-06"),
            UNSTATED,
            "材料未注明统计范围，不参与比较：江西规模以上工业增加值增速在全国位次的变化+4位（2021年1—6月）",
        ),
        (
            "structure_hebei",
            ("hebei", "new_high_tech_share_change", "2021-01/2021-10"),
            OPEN,
            "非确数，不参与比较：河北高新技术产业占规模以上工业增加值比重的变化超+2.2个百分点（2021年1—10月）",
        ),
    ],
)
def test_the_sentence(
    tables: Tables, figure: str, whose: tuple[str, str, str], change: dict[str, Any], told: str
) -> None:
    spec, (region, indicator, period) = CATALOGUE.figures[figure], whose
    (row,) = [row for row in tables.rows(indicator, region) if str(row.period) == period and row.exact]
    before = draw(spec, tables, Choices(), "zh")
    about = {one.indicator.id for one in before.rows if one.indicator.id in CATALOGUE.indicators} | {
        indicator
    }
    after = draw(spec, changed(tables, row, change, about), Choices(), "zh")
    said = [*before.frame.notices, *before.frame.notes]
    assert told not in said and told in (*after.frame.notices, *after.frame.notes)


def test_of_two_terms_that_keep_a_figure_from_being_worked_out_both_are_told(tables: Tables) -> None:
    own = {one: next(iter(over(tables, one, "2021-01/2021-05"))) for one in ("revenue", "profit")}
    changes = {own["revenue"]: OPEN, own["profit"]: OTHER}
    rows = [row for id in ("profit_margin", *own) for row in tables.rows(id)]
    book = Indexed(CATALOGUE, [replace(row, **changes.get(row, {})) for row in rows])
    frame = made(book, "bars", indicator="profit_margin", period="2021-01/2021-05").frame
    for row in own.values():
        assert sum(wording.number(replace(row, **changes[row]), "zh") in one for one in frame.notices) == 1


def over(tables: Tables, indicator: str, period: str) -> list[Observation]:
    return [row for row in tables.rows(indicator, "jiangxi") if str(row.period) == period]
