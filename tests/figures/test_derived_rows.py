"""What is said of derived figures, whatever the tables hold: read by this test's own code, and held against what
the printed digits of their terms leave possible. And which derived rows there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.rows.derived import derived_rows
from industry.rules.arithmetic.derived import gap_of, share_of_parent
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.fields import UNITS
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from industry.wording import formula, number, terms
from tests.books import Handmade, Worked, indicator
from tests.figures.drawing import row_panels
from tests.figures.test_honesty import CATALOGUE, KNOBS, SPECS, grown, subjects

LANGUAGES = ("zh", "en")
COUNTS = ("家", "个", "种", "位")
FIGURE = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?")
SCALES = {"万": 10**4, "亿": 10**8}


def read(text: str, row: Observation, language: str) -> list[tuple[Decimal, Decimal]]:
    """The numbers of a text in the indicator's unit, each with the weight of its last digit."""
    unit, found = row.indicator.unit, []
    times = Decimal(1) if language == "zh" else UNITS[unit][1]
    for one in FIGURE.finditer(text):
        scale = SCALES.get(text[one.end() :][:1], 1) if not unit.startswith(("万", "亿")) else 1
        digits = one[0].replace("−", "-").replace(",", "")
        weight = Decimal(1).scaleb(-len(digits.partition(".")[2]))
        found.append((Decimal(digits) * scale / times, weight * scale / times))
    return found


def leaves(text: str, row: Observation, language: str) -> bool:
    """Whether a text says of a derived row what its interval doesn't allow."""
    assert row.derivation is not None
    low, high, found = row.derivation.low, row.derivation.high, read(text, row, language)
    if len(found) == 2:
        (first, weight), (last, _) = found
        return not (low - weight < first <= low and high <= last < high + weight)
    ((said, weight),) = found
    narrow = high - low < weight and abs(said - row.value) <= weight / 2
    about = text.startswith(("约", "about "))
    return not (low <= said <= high or narrow and not about)


WORKED: dict[tuple[str, int], Callable[..., float]] = {
    ("gap", 0): lambda a, b: a - b,
    ("gap", 1): lambda gap, b: gap + b,
    ("gap", 2): lambda gap, a: a - gap,
    ("change", 0): lambda now, before: now - before,
    ("change", 1): lambda change, before: before + change,
    ("change", 2): lambda change, now: now - change,
    ("rank_change", 0): lambda now, before: before - now,
    ("rank_change", 1): lambda gained, before: before - gained,
    ("rank_change", 2): lambda gained, now: now + gained,
    ("share", 0): lambda part, whole: 100 * part / whole,
    ("share", 1): lambda share, whole: share * whole / 100,
    ("share", 2): lambda share, part: 100 * part / share,
    ("sum", 0): lambda *parts: sum(parts),
    ("sum", 1): lambda total, *parts: total - sum(parts),
    ("closing", 0): lambda *parts: sum(parts),
    ("closing", 1): lambda total, *parts: total - sum(parts),
    ("closing", 2): lambda total, *parts: total - sum(parts),
    ("two_year_average", 0): lambda now, before: 100 * (((1 + now / 100) * (1 + before / 100)) ** 0.5 - 1),
    ("contribution", 0): lambda a, b, c, d: 100 * (a - b) / (c - d),
}
"""What a derived figure is of its terms, by identity and place."""


def truth(row: Observation, chance: Random, drawn: dict[str, float]) -> float:
    """What a figure may really be: anything that would be printed so."""
    if row.derivation:
        known = [truth(term, chance, drawn) for term in row.terms]
        known = known[:2] if row.derivation.rule == "share" else known
        return WORKED[row.derivation.rule, row.derivation.place](*known)
    exact = row.indicator.unit in COUNTS and row.step <= 1
    doubt = 0.0 if exact else chance.uniform(-0.5, 0.5) * float(row.step)
    return drawn.setdefault(row.id, float(row.value) + doubt)


def hold(row: Observation, chance: Random) -> None:
    """A derived row's value, its interval and both texts agree with one another and with its terms."""
    assert row.derivation is not None
    low, high = row.derivation.low, row.derivation.high
    assert low <= row.value <= high, row
    single = row.derivation.rule != "share" or len(row.terms) == 2
    for _ in range(5 if single and row.indicator.unit not in COUNTS else 0):
        found = truth(row, chance, {})
        assert float(low) - 1e-9 <= found <= float(high) + 1e-9, (row, found, low, high)
    for language in LANGUAGES:
        text = number(row, language)
        assert not leaves(text, row, language), (row, text, low, high)
        assert formula(row, language)
        told = terms(row, language)
        assert all(str(number(term, language)) in told for term in row.terms)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(
    spec=st.sampled_from([one for one in SPECS if subjects(one)]),
    seed=st.integers(0, 10**6),
    knobs=st.frozensets(st.sampled_from(KNOBS)),
)
def test_no_derived_figure_leaves_its_interval(spec: str, seed: int, knobs: frozenset[str]) -> None:
    one = CATALOGUE.figures.get(spec, spec) if isinstance(spec, str) else spec
    book = Worked(CATALOGUE, grown(one, seed, knobs))
    rows = [row for region in CATALOGUE.regions.values() for row in derived_rows(book, region)]
    shown = [row for row in draw(one, book, Choices(), "zh").rows if row.derived]
    for row in (*rows, *shown):
        hold(row, Random(seed))
    assert len({row.id for row in rows}) == len(rows)


STOCK = indicator("stock", unit="家", timing="stock")
MONEY = indicator("money", unit="亿元")
RATE = indicator("rate", "growth_yoy")
GAP = indicator("gap", "gap", "百分点")
PRINTED = st.one_of(
    st.integers(0, 99_999).map(lambda one: f"{one}家"),
    st.decimals(0, 9, places=1).map(lambda one: f"{one}万家"),
)


@settings(max_examples=200, deadline=None)
@given(PRINTED, PRINTED)
def test_shares_of_any_counts(part: str, whole: str) -> None:
    book = Handmade(STOCK)
    city, province = (
        book.add("jian", "stock", "2020-12", part),
        book.add("jiangxi", "stock", "2020-12", whole),
    )
    row = share_of_parent(city, province)
    if row:
        hold(row, Random(0))
    possible = province.value > 0 and (city.value == 0 or city.value > 0)
    coarse = [one for one in (city, province) if one.step > 1 and one.value <= one.step / 2]
    assert (row is not None) == (possible and not coarse)


@settings(max_examples=200, deadline=None)
@given(*[st.tuples(st.integers(-400, 2000), st.integers(0, 2))] * 2)
def test_gaps_of_any_rates(one: tuple[int, int], other: tuple[int, int]) -> None:
    book = Handmade(RATE)
    printed = [f"{Decimal(value).scaleb(-places)}%" for value, places in (one, other)]
    rows = [book.add(at, "rate", "2021", text) for at, text in zip(("hebei", "china"), printed, strict=True)]
    row = gap_of(rows[0], rows[1], GAP)
    hold(row, Random(0))
    assert number(row, "zh").startswith("约") == (one[1] != other[1])


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        ("310家", "0.2万家", "12%～21%"),
        ("1624家", "13710家", "11.85%"),
        ("3家", "4762家", "0.063%"),
        ("0家", "35家", "0%"),
        ("7家", "14家", "50%"),
    ],
)
def test_a_share_is_said_by_what_is_sure(part: str, whole: str, said: str) -> None:
    book = Handmade(STOCK)
    row = share_of_parent(
        book.add("jian", "stock", "2020-12", part), book.add("jiangxi", "stock", "2020-12", whole)
    )
    assert row is not None
    assert number(row, "zh") == said


def margins(tables: Tables, **shaanxi: str) -> tuple[list[tuple[str, str]], str, str]:
    """The bars of the margin of January to May with what Shaanxi's profit and revenue are, the finding and the note."""
    like = {one: next(iter(tables.rows(one, "jiangxi"))) for one in ("profit", "revenue")}
    when = periods.parse("2021-01/2021-05", "flow")
    region, by = CATALOGUE.regions["shaanxi"], CATALOGUE.sources["nbs_2021_06_27"]
    more = [
        replace(
            like[one],
            id=one,
            region=region,
            period=when,
            value=Decimal(text),
            step=Decimal(1),
            source=by,
            edition="",
        )
        for one, text in shaanxi.items()
    ]
    spec = kinds()["bars"].options(
        id="margin", chart="bars", title=Text(zh="利润率", en="Margin"), page="compare", indicator="profit_margin",
        period=str(when),
    )  # fmt: skip
    figure = draw(spec, Worked(CATALOGUE, [*tables.rows(), *more]), Choices(), "zh")
    bars = [(row.name, f"{row.text}{row.aside}") for panel in row_panels(figure) for row in panel.rows]
    return bars, figure.frame.finding, figure.frame.note


def test_derived_margins_compare_and_are_ranked_where_they_are_sure(tables: Tables) -> None:
    derived, printed = ("江西", "6.23（推算）"), ("河北", "6.37")
    bars, finding, _ = margins(tables)
    assert bars == [printed, derived]
    assert "河北" in finding
    bars, finding, note = margins(tables, profit="600", revenue="10000")
    assert (bars, bool(finding)) == ([printed, derived, ("陕西", "6.0（推算）")], True)
    assert "不排序" not in note
    bars, finding, note = margins(tables, profit="623", revenue="10000")
    assert bars == [printed, derived, ("陕西", "约6.23（推算）")]  # in the fixed order, behind what is ranked
    assert not finding
    assert "江西、陕西的推算区间与所比数字相接，不排序" in note


def test_a_whole_of_nothing_has_no_share_and_that_is_told(tables: Tables) -> None:
    rows = [
        replace(row, value=Decimal(0))
        if (row.region.id, row.indicator.id) == ("jiangxi", "designated_enterprises")
        else row
        for row in tables.rows()
    ]
    figure = draw(tables.catalogue.figures["jian_shares"], Worked(CATALOGUE, rows), Choices(), "zh")
    assert (
        "不计算占比（总数为零或可能为零，或部分为负）：吉安规上工业企业数（2020年末，1624 / 0家）"
        in figure.frame.notices
    )
    assert "规上工业企业数" not in [row.name for panel in row_panels(figure) for row in panel.rows]


def told(tables: Tables | Worked, region: str) -> Sequence[Observation]:
    return derived_rows(tables, tables.catalogue.regions[region])


def test_every_derived_row_of_every_figure_is_listed(tables: Tables) -> None:
    listed = {row.id: row for region in tables.catalogue.regions for row in told(tables, region)}
    for spec in tables.catalogue.figures.values():
        for row in draw(spec, tables, Choices(), "zh").rows:
            if row.derived:
                assert listed[row.id].value == row.value, spec.id
    assert {row.id for row in tables.derived()} <= set(listed)


def test_a_gap_that_a_source_prints_is_none_of_those_worked_out() -> None:
    """Also where it is how the figure above it was worked out: it is listed as published, and once."""
    book = Handmade(RATE, indicator("above", "gap", "百分点", gap_of="rate", gap_to="parent"))
    city = book.add("jian", "rate", "2021-01/2021-04", "24.6%")
    gap = book.add("jian", "above", "2021-01/2021-04", "1.5个百分点")
    worked = Worked(book.catalogue, book.all)
    (province,) = told(worked, "jiangxi")
    assert province.terms == (gap, city)
    assert told(worked, "jian") == ()


def test_a_share_of_china_says_its_formula_and_terms(tables: Tables) -> None:
    (row,) = [
        row for row in told(tables, "hebei") if row.indicator.id == "little_giants_national_share_of_parent"
    ]
    assert number(row, "zh") == "4.24%"
    assert formula(row, "en").startswith("Hebei, National specialised") and "÷ China" in formula(row, "en")
    assert "4762家（工业和信息化部" in terms(row, "zh")
