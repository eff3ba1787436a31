"""A break: from when on an indicator counts otherwise, nothing is joined, averaged or worked out across it."""

from dataclasses import replace
from itertools import combinations

import pytest

from industry import wording
from industry.figures.draw import draw
from industry.figures.kinds.lines import Options
from industry.rules import identities
from industry.rules.base_effects import average, base_effect
from industry.rules.comparison import Question, compare
from industry.rules.shelf import Shelf
from industry.rules.verdicts import verdict
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Break
from industry.vocabulary.slide import NOTHING
from industry.vocabulary.strict_record import Text
from tests.books import Handmade, indicator, text
from tests.figures.drawing import lines

BREAK = Break(since="2021", reason=Text(zh="站址合并计数", en="shared sites counted once"))


def book(*breaks: Break) -> Handmade:
    stock = indicator(
        "stations",
        unit="个",
        timing="stock",
        breaks=breaks,
        closing_of={"opening": "stations", "added": "added"},
    )
    return Handmade(stock, indicator("added", unit="个"))


def test_two_figures_across_a_break_are_of_another_basis() -> None:
    made = book(BREAK)
    before, after, later = (
        made.add("jiangxi", "stations", when, figure, source="bureau")
        for when, figure in (("2020-12", "2000个"), ("2021-12", "9000个"), ("2022-12", "9500个"))
    )
    found = verdict(before, after)
    assert (found.kind, found.reason.code) == ("other_basis", "break") and not found.joined
    assert verdict(after, before) == found
    assert verdict(after, later).joined
    said = wording.reason(found.reason, made.catalogue.config, "zh")
    assert said == "自2021年起统计口径改变（站址合并计数）"
    said = wording.reason(found.reason, made.catalogue.config, "en")
    assert said == "counted otherwise since 2021 (shared sites counted once)"


def test_a_stock_is_not_worked_out_from_one_counted_otherwise() -> None:
    for breaks, derived in (((), ["9500"]), ((BREAK,), [])):
        made = book(*breaks)
        made.add("jiangxi", "stations", "2020-12", "2000个", source="bureau")
        made.add("jiangxi", "added", "2021", "7500个", source="bureau")
        rows, _ = identities.solve(made)
        assert [str(row.value) for row in rows if row.indicator.id == "stations"] == derived


def test_a_line_ends_at_a_break_and_says_why(tables: Tables) -> None:
    broken = tables.catalogue.indicators["gdp"].model_copy(update={"breaks": (BREAK,)})
    indicators = {**tables.catalogue.indicators, "gdp": broken}
    rows = [replace(row, indicator=broken) for row in tables.rows("gdp")]

    class Broken:
        catalogue = replace(tables.catalogue, indicators=indicators)
        findings, version = tables.findings, tables.version

        def rows(self, id: str, region: str | None = None) -> list[object]:
            return [r for r in rows if region in (None, r.region.id)] if id == "gdp" else []

        def derived(self, id: str, region: str | None = None) -> list[object]:
            return []

    years = ("2019", "2020", "2021", "2022")
    spec = Options(
        id="one",
        chart="lines",
        title=text("x"),
        page="trends",
        indicator="gdp",
        periods=years,
        edition="census_5",
    )
    figure = draw(spec, Broken(), NOTHING, "zh")  # type: ignore[arg-type]
    assert lines(figure)[0].gaps == (1,)
    assert "自2021年起统计口径改变（站址合并计数）" in figure.frame.note
    assert "线不跨年" not in figure.frame.note


def test_dates_of_one_edition_of_a_list_are_not_compared_across_a_break() -> None:
    for breaks, drawn in (((), 3), ((BREAK,), 2)):
        made = Handmade(indicator("firms", "count", unit="家", timing="list", breaks=breaks))
        made.catalogue.config.__dict__["editions"] = {"batch": None}
        rows = {
            region: made.add(region, "firms", when, "90家", edition="batch")
            for region, when in (("jiangxi", "2024-08"), ("hebei", "2020-06"), ("shaanxi", "2024-11"))
        }
        found = compare(made, Question("firms", tuple(rows), year="2024"))
        assert len(found.drawn) == drawn and str(found.lock) == "batch"
        assert all(verdict(one, other).one_axis for one, other in combinations(found.drawn, 2))
        assert [one.verdict.reason.code for one in found.apart] == ["break"][: 3 - drawn]


@pytest.mark.parametrize("since", ["2019", "2020", "2021", "2022"])
def test_no_average_is_worked_out_over_growth_counted_otherwise(since: str) -> None:
    """Nor is it a base; an average that a source prints is its own statement."""
    counted = Break(since=since, reason=text("another sample"))
    made = Handmade(
        indicator("growth", "growth_yoy", concept="industrial_growth", breaks=(counted,)),
        indicator("average", "growth_two_year_average", two_year_average_of="growth"),
    )
    years = {2018: "6%", 2019: "6%", 2020: "-8%", 2021: "22%", 2022: "2%"}
    rows = {year: made.add("jiangxi", "growth", str(year), figure) for year, figure in years.items()}
    shelf = Shelf(made)
    for row in rows.values():
        for over in (2, 3, 4):
            worked = average(shelf, row, over)
            assert worked is None or not any(
                row.indicator.broken(one.period, row.period) for one in worked.terms
            )
        effect = base_effect(shelf, row)
        assert not effect or not effect.base or not row.indicator.broken(effect.base.period, row.period)
    assert (average(shelf, rows[2021]) is None) == (since == "2021")
    derived, _ = identities.solve(made)
    assert not any(row.indicator.broken(one.period, row.period) for row in derived for one in row.terms)
    made.add("jiangxi", "average", "2021", "5.9%")
    assert (printed := average(Shelf(made), rows[2021])) and not printed.derived
