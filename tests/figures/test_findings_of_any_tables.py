"""Findings of tables drawn at random: zeros, falls, ties, coarse digits, editions, mixed periods, open, inferred
and derived figures, cities among provinces, with the country or without, of two to six regions. An oracle that
reads the marks judges what is said, in both languages; and how often something is said, since silence is always
true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, combinations
from random import Random
from typing import Any

import pytest

from industry.figures.context import Tables
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.figures.record import Figure
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Catalogue, Indicator, Region
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests.books import Worked
from tests.conftest import world
from tests.figures.finding_claims import Grammar
from tests.figures.true_findings import AMOUNTS, Shown, differing, order, side, untrue
from tests.forbidden import judging

HELD: Catalogue = world().catalogue
MORE = (("neimenggu", "内蒙古", "150000", "province", "china"), ("beijing", "北京", "110000", "province", "china"),
        ("henan", "河南", "410000", "province", "china"), ("tangshan", "唐山", "130200", "city", "hebei"))  # fmt: skip
REGIONS = dict(HELD.regions) | {
    id: Region(
        id=id, name=Text(zh=zh, en=id.title()), code=code, level=level, parent=parent, colour="#123456"
    )
    for id, zh, code, level, parent in MORE
}
SHOWN = tuple(id for id in REGIONS if id != HELD.config.benchmark)


def kind_of(id: str, like: str, **changed: Any) -> Indicator:
    return HELD.indicators[like].model_copy(update={"id": id, "two_year_average_of": None, **changed})


INDICATORS = dict(HELD.indicators) | {
    one.id: one
    for one in (
        kind_of("intensity", "profit_margin", better="lower", share_of=None),
        kind_of("deficits", "designated_enterprises", better="lower", negative=None),
        kind_of("margin_change", "profit_margin", measure="change", unit="百分点", share_of=None),
        kind_of("balance", "profit", negative=None),
    )
}
CATALOGUE = Catalogue(
    HELD.config.model_copy(update={"regions": SHOWN}), HELD.rules, REGIONS, INDICATORS, HELD.sources, ()
)
OF = ("value_added_growth", "profit_growth", "energy_per_gdp_change", "profit", "balance", "designated_enterprises",
      "gdp", "profit_margin", "intensity", "deficits", "margin_change", "value_added_growth_gap_china")  # fmt: skip
BESIDE = ("value_added_growth", "profit_growth", "energy_per_gdp_change", "profit_margin")
FLOWS = ("2021-01/2021-03", "2021-01/2021-06", "2021")
STOCKS = ("2020-12", "2021-06")
EDITIONS = ("", "first_release", "census_5")
SOURCES = tuple(HELD.sources)[:3]


def row(chance: Random, number: int, region: str, of: Indicator, when: str, **more: Any) -> Observation:
    """A figure as the tables would hold it; few values, so that they tie."""
    step, swing = more.pop("step", Decimal("0.1")), more.pop("swing", 1)
    low = -8 if of.measure != "count" and of.timing == "flow" else 0
    if of.id in ("profit_margin", "intensity") and chance.random() < 0.6:
        low = 1
    value = chance.randint(low, 8) * step * (swing if of.measure not in AMOUNTS else 10)
    held: dict[str, Any] = {
        "id": f"{region}:{of.id}:{when}:{number}", "region": REGIONS[region], "indicator": of,
        "period": periods.parse(when, of.timing), "value": value, "value_to": None, "qualifier": "",
        "status": "actual", "edition": "", "inferred": frozenset(), "source": HELD.sources[SOURCES[0]],
        "paragraph": number, "as_printed": f"{value}", "note_zh": "", "note_en": "", "step": step, "scale": 1,
    }  # fmt: skip
    return Observation(**(held | more))


def grown(chance: Random, of: Indicator, regions: Sequence[str]) -> Worked:
    """Figures of these regions over one period or a few; each way of being unlike the others now and then."""
    ways = {
        one
        for one in ("period", "edition", "qualifier", "inferred", "step", "again")
        if chance.random() < 0.3
    }
    if chance.random() < 0.3:
        ways = set()
    stock = of.timing == "stock"
    possible = STOCKS if stock else FLOWS
    usual, edition = chance.choice(possible), chance.choice(EDITIONS)
    step = Decimal(1) if of.measure in AMOUNTS else Decimal("0.1")
    turn = chance.choice((0, 0, 1, 1, -1))
    alike = chance.random() < 0.5
    average = next((one for one in INDICATORS.values() if one.two_year_average_of == of.id), None)
    averaged = average is not None and chance.random() < 0.6
    swing = chance.choice((1, 10, 80)) if of.measure == "growth_yoy" else 1  # wide enough to make bases low
    rows: list[Observation] = []
    members = [*regions, *(["china"] if chance.random() < 0.7 else [])]
    for region in members:
        for _ in range(1 + ("again" in ways and chance.random() < 0.25)):
            more: dict[str, Any] = {"edition": edition, "step": step, "swing": swing}
            if "again" in ways:
                more["source"] = HELD.sources[chance.choice(SOURCES)]
            if "step" in ways:
                more["step"] = chance.choice((step, step * 10))
            if "qualifier" in ways and chance.random() < 0.15:
                more["qualifier"] = chance.choice(("over", "about", "at_least", "nearly"))
            if "inferred" in ways and chance.random() < 0.15:
                more["inferred"] = frozenset({chance.choice(("scope", "period"))})
            when = chance.choice(possible) if "period" in ways and chance.random() < 0.3 else usual
            made = row(chance, len(rows), region, of, when, **more)
            if turn * made.value < 0 and of.timing == "flow" and region != "china":
                made = row(chance, len(rows), region, of, when, **(more | {"value": -made.value}))
            rows.append(made)
        if "edition" in ways and chance.random() < 0.8:
            other = chance.choice([one for one in EDITIONS if one != edition])
            rows.append(row(chance, len(rows), region, of, usual, edition=other, step=step, swing=swing))
        if averaged and average and chance.random() < 0.95:
            value = {"value": rows[-1].value / 2} if alike else {"swing": swing}
            rows.append(row(chance, len(rows), region, average, usual, edition=edition, **value))
        if not stock and chance.random() < 0.4 and usual.startswith("2021"):
            before = str(periods.parse(usual, of.timing).years_earlier())
            rows.append(row(chance, len(rows), region, of, before, edition=edition, step=step, swing=swing))
    return Worked(CATALOGUE, rows)


def spec_of(chart: str, indicator: str) -> FigureSpec:
    title = Text(zh="主题", en="Subject")
    made: FigureSpec = kinds()[chart].options(
        id=f"{chart}_{indicator}", chart=chart, title=title, page="compare", indicator=indicator
    )
    return made


Drawing = tuple[int, Tables, FigureSpec, Choices, Figure, Figure]
SEEDS = (range(300), range(300, 600))


@cache
def drawings(seeds: range) -> tuple[Drawing, ...]:
    """Drawn once for all who look at them."""
    return tuple(_drawn(seeds))


def _drawn(seeds: range) -> Iterator[Drawing]:
    for seed in seeds:
        chance = Random(seed)
        chart = "gap" if chance.random() < 0.3 else "bars"
        spec = spec_of(chart, chance.choice(BESIDE if chart == "gap" else OF))
        regions = tuple(chance.sample(SHOWN, chance.randint(1 if chart == "gap" else 2, 6)))
        tables = grown(chance, INDICATORS[spec.indicator], regions)  # type: ignore[attr-defined]
        choices = Choices(regions=regions)
        yield (
            seed,
            tables,
            spec,
            choices,
            draw(spec, tables, choices, "zh"),
            draw(spec, tables, choices, "en"),
        )


def owed(figure: Figure, tables: Tables) -> bool:
    """Whether bars show what can be said: exact undisputed figures of one level whose signs differ, or are none
    that is positive, or of whom one is surely first; and no base out of the ordinary."""
    if (
        figure.chart != "bars"
        or not figure.panels
        or any(note.kind in ("low_base", "dispute") for note in figure.frame.notes)
    ):
        return False
    shown = Shown(figure, CATALOGUE)
    rows = list(shown.peers.values())
    if len(rows) < 2 or shown.cities or any(one.qualifier or side(one) is None for one in rows):
        return False
    for one in rows:
        same = [
            other for other in tables.rows(one.indicator.id, one.region.id)
            if (other.period, other.edition, other.inferred) == (one.period, one.edition, one.inferred)
        ]  # fmt: skip
        if len({other.value for other in same}) > 1:
            return False
    sides = {side(one) for one in rows}
    towards = -1 if rows[0].indicator.better == "lower" else 1
    first = [
        one for one in rows if all(order(one, other) in (0, towards) for other in rows if other is not one)
    ]
    return len(sides) > 1 or sides != {1} or bool(first)


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_no_finding_says_what_the_marks_do_not_show(seeds: range) -> None:
    faults, silent, told = [], [], Counter[str]()
    for seed, tables, spec, choices, zh, en in drawings(seeds):
        told["figures"] += bool(zh.panels)
        told["findings"] += bool(zh.frame.finding)
        faults += [f"{seed}: {one}" for one in untrue(zh, tables, spec, choices)]
        faults += [f"{seed}: {one}" for one in differing(zh.frame.finding, en.frame.finding, CATALOGUE)]
        faults += judging(((f"{seed}", zh.frame.finding), (f"{seed}", en.frame.finding)))
        if zh.frame.finding.rows != en.frame.finding.rows:
            faults.append(f"{seed}: other rows in English")
        if not zh.frame.finding and owed(zh, tables):
            silent.append(f"{seed}: {zh.id} of {choices.regions}")
    assert not faults, "\n".join(faults)
    assert not silent, "\n".join(silent)
    assert told["findings"] > told["figures"] / 2 > 50, told


def test_every_form_of_a_claim_is_made() -> None:
    """No form is left untried: else the oracle would have judged nothing of it."""
    kinds_told: Counter[str] = Counter()
    names = {one.name.zh: one.id for one in REGIONS.values()}
    for _, _, _, _, figure, _ in chain.from_iterable(map(drawings, SEEDS)):
        if figure.frame.finding:
            parsed = Grammar(names, "zh").parse(figure.frame.finding)
            kinds_told.update(claim.kind + ("_tied" if claim.tied else "") for claim in parsed.claims)
            kinds_told.update(claim.measure for claim in parsed.claims)
            kinds_told["turned"] += len(parsed.turned)
    forms = ("sign", "across", "top", "top_tied", "least", "most", "smaller", "larger", "as_large", "above", "below",
             "level", "equal", "year", "average", "both", "turned")  # fmt: skip
    assert all(kinds_told[one] for one in forms), kinds_told


def test_the_oracle_reads_two_regions_apart() -> None:
    """What it judges by: intervals, ties, signs, worked out by hand."""
    chance = Random(1)
    of = INDICATORS["value_added_growth"]

    def printed(value: str, step: str = "0.1") -> Observation:
        return row(chance, 0, "jiangxi", of, "2021", value=Decimal(value), step=Decimal(step))

    assert order(printed("18.5"), printed("18.4")) == 1
    assert order(printed("6", "1"), printed("6.4")) is None
    assert order(printed("6", "1"), printed("6.0")) is None
    assert order(printed("-3.0"), printed("-3.0")) == 0
    assert [side(printed(one)) for one in ("-0.1", "0.0", "0.1")] == [-1, 0, 1]
    for one, other in combinations((printed("9", "1"), printed("6.4"), printed("0.0"), printed("-5.0")), 2):
        assert order(one, other) == 1
