"""Whatever is held for a period of a figure over time and isn't drawn is told with its reason: every figure that such a figure
draws or is worked out from, made open, of another edition or of something that its source doesn't print, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from industry.figures.record import Figure
from industry.rules import identities
from industry.rules.identities import Finding
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Observation
from industry.wording.said import rows_of
from tests.figures.drawing import lines
from tests.figures.specs import made
from tests.figures.told_periods import undated

GROWTH: dict[str, Any] = {"indicator": "value_added_growth"}
YEARLY: dict[str, Any] = {"by": "years", "edition": "census_5"}
FIGURES: dict[str, tuple[str, dict[str, Any]]] = {
    "growth by quarters": ("lines", {**GROWTH, "by": "quarters"}),
    "growth by months": ("lines", {**GROWTH, "by": "months", "years": 1}),
    "gaps": ("gap_trend", {**GROWTH, "by": "months", "years": 1}),
    "levels": ("lines", {**YEARLY, "indicators": ("gdp", "all_industry_value_added")}),
    "shares of the country": ("lines", {**YEARLY, "indicators": ("gdp",), "as_share": True}),
    "shares worked out": ("lines", {"indicator": "profit_margin"}),
    "columns unequally far apart": ("lines", {"indicator": "equipment_growth"}),
}
KEPT_AWAY: tuple[tuple[dict[str, Any], str], ...] = (
    ({"qualifier": "over"}, "非确数"),
    ({"qualifier": "about"}, "非确数"),
    ({"edition": "preliminary"}, "版本不同"),
    ({"inferred": frozenset({"scope"})}, "材料未注明"),
)
"""What keeps a figure from being drawn, and words of the reason."""


class Held:
    """Rows under a catalogue by where they stand, and what follows from them once it is asked for."""

    version = ""
    findings: Sequence[Finding] = ()

    def __init__(self, catalogue: Catalogue, rows: Sequence[Observation]) -> None:
        self.catalogue = catalogue
        self.all = self._placed(rows)
        self.solved: dict[tuple[str, str | None], list[Observation]] | None = None

    @staticmethod
    def _placed(rows: Sequence[Observation]) -> dict[tuple[str, str | None], list[Observation]]:
        found = defaultdict(list)
        for row in rows:
            found[row.indicator.id, row.region.id].append(row)
            found[row.indicator.id, None].append(row)
        return found

    def rows(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        return self.all.get((indicator, region), ())

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]:
        if self.solved is None:
            self.solved = self._placed(identities.solve(self)[0])
        return self.solved.get((indicator, region), ())


def cells(figure: Figure) -> dict[tuple[str, str, str], Observation]:
    """What stands in the columns, by its indicator, region and period."""
    drawn = (row for panel in lines(figure) for one in panel.series for row in one.rows if row)
    return {(row.indicator.id, row.region.id, str(row.period)): row for row in drawn}


def behind(rows: Sequence[Observation]) -> Iterator[Observation]:
    """The published rows among these and their terms."""
    for row in rows:
        yield from behind(row.terms) if row.terms else (row,)


def worked_out(row: Observation) -> tuple[bool, ...]:
    """Whether a figure is worked out, and each of its terms."""
    return (row.derived, *(one.derived for one in row.terms))


def growth(tables: Tables, region: str, period: str) -> Observation:
    return next(row for row in tables.rows(GROWTH["indicator"], region) if str(row.period) == period)


def instead(tables: Tables, gone: Sequence[Observation], *more: Observation) -> Held:
    """The tables with ``more`` rows in the place of those that are ``gone``."""
    return Held(tables.catalogue, [*(row for row in tables.rows() if row not in gone), *more])


def test_two_sources_that_leave_a_column_open_for_two_reasons_are_both_told(tables: Tables) -> None:
    row = growth(tables, "hebei", "2021-01/2021-03")
    other = next(one.source for one in tables.rows() if one.source != row.source)
    over = replace(row, qualifier="over")
    bare = replace(row, id="bare", value=row.value - 1, inferred=frozenset({"scope"}), source=other)
    notices = made(instead(tables, [row], over, bare), "lines", **GROWTH, by="quarters").frame.notices
    assert "非确数，不参与比较：河北超17.6%（2021年1—3月）" in notices
    assert "材料未注明统计范围，不参与比较：河北16.6%（2021年1—3月）" in notices


@pytest.mark.parametrize("chart", ["lines", "gap_trend"])
def test_of_a_region_without_a_line_the_last_figure_is_told_once_and_not_all(
    tables: Tables, chart: str
) -> None:
    gone = [row for row in tables.rows(GROWTH["indicator"], "shaanxi") if row.exact]
    book = instead(tables, gone, *(replace(row, qualifier="over") for row in gone))
    notices = made(book, chart, **GROWTH, by="quarters").frame.notices
    assert len(gone) > 10 and [one for one in notices if "陕西" in one] == [
        "非确数，不参与比较：陕西超7.6%（2021年）；陕西超1.0%（2020年）"
    ], "and that of the year before, without which it has no average"


def test_the_country_s_figure_that_no_gap_lacks_is_told_beside_lines_alone(tables: Tables) -> None:
    row = growth(tables, "china", "2021-01/2021-08")
    book = instead(tables, [row], replace(row, qualifier="over"))
    told = [
        made(book, chart, **GROWTH, by="months", years=1).frame.notices for chart in ("lines", "gap_trend")
    ]
    assert told == [("非确数，不参与比较：全国超13.1%（2021年1—8月）",), ()]


def test_an_average_that_is_left_out_isn_t_told_as_the_growth_of_the_year(tables: Tables) -> None:
    average = next(
        row
        for row in tables.rows("value_added_growth_two_year", "hebei")
        if str(row.period) == "2021-01/2021-03"
    )
    book = instead(tables, [average], replace(average, qualifier="over"))
    notices = made(book, "gap_trend", **GROWTH, by="quarters").frame.notices
    assert "非确数，不参与比较：河北规模以上工业增加值两年平均增速超5.8%（2021年1—3月）" in notices


def test_terms_that_are_all_of_another_edition_are_told(tables: Tables) -> None:
    terms = [
        next(r for r in tables.rows(id, "jiangxi") if str(r.period) == "2021-01/2021-05")
        for id in ("profit", "revenue")
    ]
    other = [replace(row, edition="preliminary") for row in terms]
    gone = [
        row
        for id in ("profit", "revenue")
        for row in tables.rows(id, "jiangxi")
        if row.period == terms[0].period
    ]
    said = "".join(made(instead(tables, gone, *other), "lines", indicator="profit_margin").frame.notices)
    assert all(f"{row.indicator.name.zh[:2]}" in said for row in terms) and "版本不同" in said, said


def test_a_growth_of_which_no_average_is_drawn_isn_t_told_for_want_of_one(tables: Tables) -> None:
    row = growth(tables, "hebei", "2020-01/2020-03")
    before = replace(row, id="before", period=periods.parse("2019-01/2019-03", "flow"), qualifier="over")
    spec: dict[str, Any] = {**GROWTH, "by": "quarters", "years": 2}
    plain = made(tables, "lines", **spec)
    of_both, averages = lines(plain)
    assert len(averages.columns) < len(of_both.columns), "of some no average is drawn"
    assert made(instead(tables, [], before), "lines", **spec).frame.notices == plain.frame.notices


def test_part_of_a_year_is_no_column_of_figures_of_whole_years(tables: Tables) -> None:
    whole = next(row for row in tables.rows("gdp", "jiangxi") if row.edition == "census_5")
    part = replace(whole, id="part", period=periods.parse("2021-01/2021-06", "flow"), edition="preliminary")
    spec: dict[str, Any] = {"indicators": ("gdp",), "edition": "census_5"}
    plain, figure = (made(book, "lines", **spec) for book in (tables, instead(tables, [], part)))
    assert lines(figure)[0].columns == lines(plain)[0].columns and part not in rows_of(figure.frame.notices)


def test_of_a_region_without_a_line_only_what_is_published_is_told_where_it_could_be_worked_out_too(
    tables: Tables,
) -> None:
    when, ids = "2021-01/2021-05", ("profit_margin", "profit", "revenue")
    some = {id: next(row for row in tables.rows(id) if str(row.period) == when) for id in ids}
    hebei = tables.catalogue.regions["hebei"]
    rows = [replace(row, id=f"made:{id}", region=hebei, qualifier="over") for id, row in some.items()]
    gone = [row for id in ids for row in tables.rows(id, "hebei")]
    figure = made(instead(tables, gone, *rows), "lines", indicator="profit_margin")
    assert [row for row in rows_of(figure.frame.notices) if row in rows] == rows[:1]


def test_of_periods_that_are_asked_for_alone_something_is_told(tables: Tables) -> None:
    row = growth(tables, "jiangxi", "2021-01/2021-07")
    book = instead(tables, [row], replace(row, qualifier="over"))
    told = ["".join(made(book, "lines", **GROWTH, **spec).frame.notices) for spec in (
        {"by": "months", "years": 1}, {"periods": ("2021-01/2021-03", "2021-01/2021-06")},
    )]  # fmt: skip
    assert ["2021年1—7月" in one for one in told] == [True, False]


@pytest.mark.parametrize("edition", ["", "first_release", "preliminary"])
def test_a_figure_of_another_edition_takes_no_more_away_than_itself(tables: Tables, edition: str) -> None:
    """Whichever it is, where no edition is asked for: two regions hold as much of the older edition as of the newer one."""
    spec: dict[str, Any] = {"indicator": "gdp", "regions": ("jiangxi", "hebei")}
    before = cells(made(tables, "lines", **spec))
    assert {row.edition for row in before.values()} == {"census_5"}
    for key, row in before.items():
        other = replace(row, edition=edition)
        figure = made(instead(tables, [row], other), "lines", **spec)
        after = cells(figure)
        assert after == {place: one for place, one in before.items() if place != key}
        told = [one for text in figure.frame.notices if "版本不同" in text for one in text.rows]
        assert [one.edition for one in told if (one.region, one.period) == (row.region, row.period)].count(
            edition
        ) == 1


@pytest.mark.parametrize("name", FIGURES)
def test_every_number_that_is_gone_is_told_of_with_its_reason_and_once(tables: Tables, name: str) -> None:
    chart, spec = FIGURES[name]
    every = tables.rows()
    before = cells(made(tables, chart, **spec))
    gone = 0
    for row, (changed, reason) in zip(
        dict.fromkeys(behind([*before.values()])), cycle(KEPT_AWAY), strict=False
    ):
        other = replace(row, **changed)
        book = Held(tables.catalogue, [other if one.id == row.id else one for one in every])
        figure = made(book, chart, **spec)
        after = cells(figure)
        bare = [*undated(figure)]
        assert not bare, f"{other.id} {changed}: {bare[0]}"
        lost = [
            key
            for key, one in before.items()
            if key not in after or worked_out(after[key]) != worked_out(one)
        ]
        gone += len(lost)
        told = [one for one in figure.frame.notices if other in one.rows]
        noted = [one for one in figure.frame.notes if other in one.rows]
        used = {*behind([*after.values()])}
        though = [row for one in figure.frame.notices for row in one.rows if row in used]
        assert not though, f"{other.id} {changed}: {though[0].id} is told as left out though it is drawn"
        assert told or noted or not lost, f"{other.id} {changed} takes {lost[0]} away in silence"
        assert len(told) < 2, f"{other.id} {changed} is told of twice: {told}"
        assert all(reason in one for one in told), f"{other.id} {changed}: {told}"
    assert gone, "nothing was taken away"
