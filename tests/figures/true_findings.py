"""What is wrong with a figure's finding, in words: not what the marks show, not of all of them, of figures that are
open or disputed, across signs, without its period or edition. It reads the marks of the figure's record and the
rows of the tables, and asks none of the program's own rules: signs, order and intervals are worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from industry.figures.context import Tables
from industry.figures.record import Figure, RowsPanel
from industry.rules.comparison import Question, compare
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Choices
from tests.figures.finding_claims import Claimed, Grammar, Parsed
from tests.figures.specs import options

AMOUNTS = ("level", "count")
GROWTH = ("growth_yoy", "growth_annual_average", "growth_two_year_average", "change")
MEASURED = ("亿元", "万元", "元", "%", "百分点", "吨标准煤", "亿千瓦时")
REGIONS_OF_THEIR_OWN = {"15": "区", "45": "区", "54": "区", "64": "区", "65": "区"} | dict.fromkeys(
    ("11", "12", "31", "50"), "市"
)
Pair = tuple[Observation, Observation]


def ends(row: Observation) -> tuple[Decimal, Decimal]:
    """Between what the true figure lies."""
    if row.derivation:
        return row.derivation.low, row.derivation.high
    half = Decimal(0) if row.indicator.unit not in MEASURED and row.step <= 1 else row.step / 2
    return row.value - half, row.value + half


def higher(one: Observation, other: Observation) -> bool:
    """Whether ``one`` is surely the higher."""
    low, high = ends(one)[0], ends(other)[1]
    if one.derivation or other.derivation:
        return low > high
    return one.value > other.value and low >= high


def alike(one: Observation, other: Observation) -> bool:
    """Whether both are level: printed alike, or whole numbers that are one."""
    if ends(one) == ends(other) and ends(one)[0] == ends(one)[1]:
        return True
    return not (one.derivation or other.derivation) and (one.value, one.step) == (other.value, other.step)


def side(row: Observation) -> int | None:
    """1, 0 or −1 as the figure is printed; of a derived one only what its interval leaves sure, of a gap which of
    the two figures is the higher: printed alike, they are level."""
    if row.derivation is None:
        return (row.value > 0) - (row.value < 0)
    if row.indicator.gap_of and len(row.terms) == 2:
        return order(*row.terms)
    low, high = ends(row)
    return 1 if low > 0 else -1 if high < 0 else 0 if low == high == 0 else None


def order(one: Observation, other: Observation) -> int | None:
    return 1 if higher(one, other) else -1 if higher(other, one) else 0 if alike(one, other) else None


class Shown:
    """What a figure shows: ``peers`` and ``cities`` by region with their figures, the benchmark's, the averages
    over two years that stand in its panels or its notes, and of gaps the two figures of each."""

    def __init__(self, figure: Figure, catalogue: Catalogue) -> None:
        self.figure, self.benchmark = figure, catalogue.config.benchmark
        panel = figure.panels[0]
        assert isinstance(panel, RowsPanel)
        self.gap = figure.chart == "gap"
        self.peers: dict[str, Observation] = {}
        self.cities: dict[str, Observation] = {}
        self.nation: dict[str, Observation] = {}
        for line in panel.rows:
            row = line.marks[0].row if line.marks else None
            if row is None:
                continue
            if self.gap:
                own, country = row.terms
                self.peers[row.region.id], self.nation[row.region.id] = own, country
            else:
                (self.cities if line.muted else self.peers)[row.region.id] = row
        self.drawn = self.peers | self.cities
        for one in () if self.gap else panel.references:
            if one.row:
                self.nation |= dict.fromkeys(self.drawn, one.row)
        self.averages: dict[str, Observation] = {}
        self.national: dict[str, Observation] = {}
        for row in figure.rows:
            for id, own in self.drawn.items():
                if row.indicator.measure == "growth_two_year_average" and row.period == own.period:
                    if row.region.id == id:
                        self.averages[id] = row
                    elif row.region.id == self.benchmark:
                        self.national[id] = row
        self.indicator = next(iter(self.drawn.values())).indicator

    def own(self, id: str, measure: str) -> Observation | None:
        return (self.averages if measure == "average" else self.drawn).get(id)

    def country(self, id: str, measure: str) -> Observation | None:
        return (self.national if measure == "average" else self.nation).get(id)


def untrue(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """What is wrong with the finding of a figure drawn in Chinese."""
    finding = figure.frame.finding
    if not finding:
        return
    where = f"{figure.id}: {finding}"
    if spec.chart not in ("bars", "gap") or not figure.panels:
        yield f"{where} is no finding that {spec.chart} can make"
        return
    regions = tables.catalogue.regions.values()
    try:
        said = Grammar({one.name.zh: one.id for one in regions}, "zh").parse(finding)
    except ValueError:
        yield f"{where} can't be taken apart"
        return
    shown = Shown(figure, tables.catalogue)
    faults = [
        *_when(said, shown, tables.catalogue),
        *_whom(said, shown),
        *_among(shown, tables),
        *(fault for claim in said.claims for fault in _false(claim, shown)),
        *_measures(said, shown),
        *_editions(said, shown, tables),
    ]
    yield from (f"{where}: {one}" for one in faults)
    spoken = {row.region.id for row in finding.rows}
    if not spoken >= {id for claim in said.claims for id in (*_subjects(claim, shown), *claim.whom)}:
        yield f"{where}: it doesn't carry the rows of all that it names"


def differing(zh: str, en: str, catalogue: Catalogue) -> Iterator[str]:
    """Whether the English finding claims something else than the Chinese one."""
    if bool(zh) != bool(en):
        yield f"{zh!r} and {en!r}: a finding in one language only"
        return
    if not zh:
        return
    parsed = []
    for text, language in ((zh, "zh"), (en, "en")):
        names = {one.name(language): one.id for one in catalogue.regions.values()}
        try:
            parsed.append(Grammar(names, language).parse(text))
        except ValueError:
            yield f"{text} can't be taken apart"
            return

    def plain(one: Parsed) -> list[tuple[object, ...]]:
        return [
            (
                c.kind,
                c.measure,
                c.who,
                c.count,
                c.whom,
                c.own,
                c.theirs,
                c.size,
                c.tied,
                c.among,
                bool(c.number),
            )
            for c in one.claims
        ]

    if plain(parsed[0]) != plain(parsed[1]) or len(parsed[0].turned) != len(parsed[1].turned):
        yield f"{zh} isn't {en}"


def _subjects(claim: Claimed, shown: Shown) -> tuple[str, ...]:
    return claim.who or tuple(shown.peers)


def _when(said: Parsed, shown: Shown, catalogue: Catalogue) -> Iterator[str]:
    """The period, or of a list the edition, that all drawn share stands in it; else that each has its own."""
    rows = list(shown.drawn.values())
    periods = {row.period for row in rows}
    editions = {row.edition for row in rows}
    for edition in editions if len(editions) == 1 else ():
        named = catalogue.config.editions.get(edition)
        if edition and (named.zh if named else edition) not in said.when:
            yield "no edition is named"
    year = {str(one.year) for one in periods if one}
    listed = rows[0].indicator.timing == "list" and editions != {""}
    if len(periods) > 1 and not listed:
        yield "of several periods"
    elif not listed and not any(one in said.when for one in year):
        yield "no period is named"


def _whom(said: Parsed, shown: Shown) -> Iterator[str]:
    """All drawn are told of, whoever is named is drawn, and the population is counted and called right."""
    told = {id for claim in said.claims for id in (*claim.who, *claim.whom)}
    counted = {claim.count or claim.among for claim in said.claims if claim.count or claim.among}
    if not told <= {*shown.drawn, shown.benchmark}:
        yield "it names whom it doesn't draw"
    if counted - {len(shown.peers)}:
        yield f"not {len(shown.peers)} are counted"
    if counted and len({row.region.level for row in shown.peers.values()}) > 1:
        yield "regions of several levels are counted"
    every = {*told, *(shown.peers if counted else ())}
    needed = shown.peers if shown.indicator.measure in AMOUNTS else shown.drawn
    if set(needed) - every:
        yield f"it doesn't tell of {sorted(set(needed) - every)}"
    kinds = {REGIONS_OF_THEIR_OWN.get(row.region.code[:2], "省") for row in shown.peers.values()}
    word = "".join(one for one in "省区市" if one in kinds) if len(kinds) > 1 or kinds == {"省"} else ""
    level = next(iter(shown.peers.values())).region.level
    for claim in said.claims:
        if claim.called and word and level == "province" and claim.called[1:] != word:
            yield f"the population isn't called {word}"


def _among(shown: Shown, tables: Tables) -> Iterator[str]:
    """No open figure, none that another source contradicts, no place, and no pair of two editions."""
    cities = () if shown.indicator.measure in AMOUNTS else shown.cities.values()
    rows = [*shown.peers.values(), *cities]
    for row in rows:
        if row.qualifier or row.value_to is not None or row.inferred or row.status != "actual":
            yield f"{row.id} is open"
        for other in tables.rows(row.indicator.id, row.region.id):
            same = (other.edition, other.status) == (row.edition, row.status) and not other.inferred
            if same and other.period == row.period and not row.derivation and _against(other, row):
                yield f"{row.id} is disputed"
    if shown.indicator.measure in ("rank", "streak"):
        yield "places are no amounts"
    if len({row.edition for row in rows}) > 1 and not shown.gap:
        yield "of several editions"


def _pairs(claim: Claimed, shown: Shown, measure: str) -> list[Pair] | None:
    """Every subject beside everyone it is set beside; None where a figure isn't there."""
    pairs = []
    for id in _subjects(claim, shown):
        for other in claim.whom:
            own = shown.own(id, measure)
            beside = shown.country(id, measure) if other == shown.benchmark else shown.own(other, measure)
            if own is None or beside is None:
                return None
            pairs.append((own, beside))
    return pairs


def _false(claim: Claimed, shown: Shown) -> Iterator[str]:
    """What of a claim the figures don't show."""
    against = claim.whom == (shown.benchmark,)
    measures = {"both": ["year", "average"], "": ["year"]}.get(claim.measure, [claim.measure])
    if (
        not claim.measure
        and against
        and all(id in shown.averages and id in shown.national for id in _subjects(claim, shown))
    ):
        measures = ["year", "average"]  # unqualified beside the benchmark: by both
    for measure in measures:
        if not _holds(claim, shown, measure):
            yield f"{claim.kind} of {claim.who or claim.called} by {measure} isn't shown"


def _holds(claim: Claimed, shown: Shown, measure: str) -> bool:
    own = [shown.own(id, measure) for id in _subjects(claim, shown)]
    peers = [shown.own(id, measure) for id in shown.peers]
    if None in own or (claim.kind in ("top", "least", "most") and None in peers):
        return False
    rows = [row for row in own if row]
    others = [row for row in peers if row and row not in rows]
    if claim.kind == "sign":
        return all(side(row) == claim.own for row in rows)
    if claim.kind == "equal":
        return len(rows) > 1 and all(alike(*pair) for pair in combinations(rows, 2))
    if claim.kind in ("top", "least", "most"):
        alone = not shown.cities or shown.indicator.measure in AMOUNTS  # cities' amounts aren't told of
        return bool(alone or claim.among) and _superlative(claim, rows, others)
    pairs = _pairs(claim, shown, measure)
    if not pairs:
        return False
    if claim.kind == "across":
        return all(
            (side(a), side(b)) == (claim.own, claim.theirs) and claim.own != claim.theirs for a, b in pairs
        )
    if claim.number and not all(_apart(claim.number, *pair) for pair in pairs):
        return False
    wanted = {"above": 1, "below": -1, "level": 0, "larger": 1, "smaller": -1, "as_large": 0}[claim.kind]
    if claim.size:
        sign = 1 if claim.size == "升幅" else -1
        return all(side(a) == side(b) == sign and order(a, b) == wanted * sign for a, b in pairs)
    falls = rows[0].indicator.measure in GROWTH and any(side(a) == side(b) == -1 for a, b in pairs)
    return not falls and all(order(a, b) == wanted for a, b in pairs)


def _superlative(claim: Claimed, rows: Sequence[Observation], others: Sequence[Observation]) -> bool:
    """Of three at least, all of one sign, ahead of all others, and level with one another."""
    every = [*rows, *others]
    sides = {side(row) for row in every}
    if len(every) < 3 or not others or len(sides) != 1 or None in sides or 0 in sides:
        return False
    (sign,) = sides
    measure, lower = every[0].indicator.measure, every[0].indicator.better == "lower"
    if claim.kind == "top":
        towards, fits = 1, sign == 1 and not lower
    else:
        fits = claim.size in (("升幅",) if sign == 1 else ("降幅", "净亏损额", "绝对值"))
        fits = fits and (measure in GROWTH) == (claim.size in ("升幅", "降幅"))
        towards = 1 if (claim.kind == "most") == (sign == 1) else -1
    ahead = all(order(one, other) == towards for one in rows for other in others)
    return (
        fits
        and ahead
        and all(alike(*pair) for pair in combinations(rows, 2))
        and claim.tied == (len(rows) > 1)
    )


def _apart(told: str, one: Observation, other: Observation) -> bool:
    """Whether the number told is how far apart two figures lie, as far as its digits say."""
    found = re.search(r"\d[\d,.]*", told)
    if found is None:
        return False
    number = Decimal(found[0].replace(",", ""))
    weight = Decimal(10) ** int(number.as_tuple().exponent)
    if re.search("约|about", told):
        weight = max(weight, one.step, other.step)
    return abs(abs(one.value - other.value) - number) <= weight / 2


def _against(other: Observation, row: Observation) -> bool:
    """Whether another print says something else than an exact one: beyond half a unit of the last digit of either, or on
    the side that its words leave out."""
    if other.value_to is not None:
        return not other.value <= row.value <= other.value_to
    if other.qualifier in ("over", "at_least"):
        return row.value < other.value
    if other.qualifier in ("under", "at_most"):
        return row.value > other.value
    return row.value != other.value and abs(row.value - other.value) * 2 >= _last(row) + _last(other)


def _last(row: Observation) -> Decimal:
    """The unit of the last digit that is meant: of a whole number's zeros none, but for its second digit."""
    digits = str(abs(int(row.value)))
    zeros = len(digits) - max(len(digits.rstrip("0")), 2)
    return row.step if row.step < 1 else max(row.step, Decimal(10) ** max(zeros, 0))


def _measures(said: Parsed, shown: Shown) -> Iterator[str]:
    """Where the averages over two years say otherwise beside the benchmark that is told; and over a base out of
    the ordinary nobody is ranked without them."""
    beside = [claim for claim in said.claims if claim.whom == (shown.benchmark,)]
    told = {id for claim in beside for id in _subjects(claim, shown)}
    averaged = {
        id for claim in beside if claim.measure in ("average", "both") for id in _subjects(claim, shown)
    }
    disputed = {row for note in shown.figure.frame.notes if note.kind == "dispute" for row in note.rows}
    for id in told & shown.averages.keys() & shown.national.keys():
        year = order(shown.drawn[id], shown.nation[id])
        average = order(shown.averages[id], shown.national[id])
        doubted = {shown.averages[id], shown.national[id]} & disputed
        if average is not None and average != year and id not in averaged and not doubted:
            yield f"{id} stands otherwise by the average, which isn't told"
    if not any(note.kind == "low_base" for note in shown.figure.frame.notes):
        return
    ranks = [
        one for one in said.claims if one.kind not in ("sign", "across") and shown.benchmark not in one.whom
    ]
    if ranks and not any(one.measure in ("both", "average") for one in ranks):
        yield "ranked over a low base, without the averages over two years"
    for claim in said.claims:
        averaged = all(id in shown.averages for id in _subjects(claim, shown))
        if claim.whom == (shown.benchmark,) and not claim.measure and not averaged:
            yield "beside the benchmark over a low base, by no measure"


def _editions(said: Parsed, shown: Shown, tables: Tables) -> Iterator[str]:
    """Another edition that turns the order of regions drawn is told of; none that doesn't."""
    if shown.gap:
        return
    turning: set[str] = set()
    held: dict[str, dict[str, list[Observation]]] = {}
    for id, row in shown.peers.items():
        for one in tables.rows(row.indicator.id, id):
            fit = one.period == row.period and one.status == "actual" and not one.inferred
            if fit and not one.qualifier and one.value_to is None and one.edition != row.edition:
                held.setdefault(one.edition, {}).setdefault(id, []).append(one)
    for edition, rows in held.items():
        if any(len({one.value for one in several}) > 1 for several in rows.values()):
            turning.add("?" + edition)  # two sources differ within it: either is right
            continue
        now = _standings({id: shown.peers[id] for id in rows})
        if len(rows) > 1 and now is not None:
            then = _standings({id: several[0] for id, several in rows.items()})
            if then is not None and then != now:
                turning.add(edition)
    names = {_edition(tables.catalogue, one.removeprefix("?")): one for one in {*turning}}
    for told in said.turned:
        if told not in names:
            yield f"{told} doesn't turn the order"
    for name, one in names.items():
        placed = any(claim.whom != (shown.benchmark,) for claim in said.claims)
        if placed and not one.startswith("?") and name not in said.turned:
            yield f"{name} turns the order, which isn't told"


def _standings(rows: Mapping[str, Observation]) -> tuple[object, ...] | None:
    """Signs, and where they are one who is first; None where that is open."""
    sides = {id: side(row) for id, row in rows.items()}
    if None in sides.values():
        return None
    if len(set(sides.values())) > 1:
        return tuple(sorted(sides.items()))
    lower = next(iter(rows.values())).indicator.better == "lower"
    towards = -1 if lower else 1
    first = [
        id
        for id, row in rows.items()
        if all(order(row, other) in (0, towards) for one, other in rows.items() if one != id)
    ]
    state = next(iter(sides.values()))
    if state == 0 or not first:
        return (state,) if state in (0, -1) else None
    return (state, *sorted(first))


def _edition(catalogue: Catalogue, id: str) -> str:
    if not id:
        return "未注明版本"
    return catalogue.config.editions[id].zh if id in catalogue.config.editions else id


def question(tables: Tables, spec: FigureSpec, choices: Choices) -> Question:
    """What bars ask."""
    shown = tables.catalogue.config.regions
    asked = choices.indicator or options(spec).indicator
    if not asked:
        members = tables.catalogue.of_concept(options(spec).concept or "")
        regions = choices.regions or shown
        comparing = [one.id for one in members if compare(tables, Question(one.id, regions)).lock]
        asked = comparing[0] if comparing else members[0].id
    regions = tuple(one for one in shown if one in (choices.regions or options(spec).regions or shown))
    return Question(asked, regions, choices.period or options(spec).period, options(spec).edition)
