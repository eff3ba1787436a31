"""Sentences in English composed from the tables, true ones and such with one thing changed, in forms that English notes use.

Written without the reader's own words: a name is the indicator's English one, said as such notes say it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from benchmarks.sentences import CLOSE, GROWTHS, OPEN, Sentence, rows
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SIZE = (
    "industrial enterprises above designated size", "industrial enterprises above the designated size", "designated-size industrial enterprises",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What a sentence is made of. ``name`` is the subject, ``figure`` the predicate with its number marked, ``period`` and
    ``region`` as adverbials (in the first half of 2021, in Jiangxi), ``whose`` the region before a name."""

    row: Observation
    name: str
    figure: str
    period: str
    region: str
    whose: str
    owner: str | None


Form = Callable[[Said], str]


def _upper(text: str) -> str:
    at = next((at for at, one in enumerate(text) if one.isalpha()), 0)
    return text[:at] + text[at].upper() + text[at + 1 :]


FRAMES: dict[str, Form] = {
    "time first": lambda s: f"{_upper(s.period)}, {s.whose} {s.name} {s.figure}.",
    "time last": lambda s: f"{_upper(s.whose)} {s.name} {s.figure} {s.period}.",
    "time and region first": lambda s: f"{_upper(s.period)}, the {s.name} {s.region} {s.figure}.",
    "region then time": lambda s: f"{_upper(s.region)}, the {s.name} {s.figure} {s.period}.",
    "name first": lambda s: f"The {s.name} {s.region} {s.figure} {s.period}.",
    "according to": lambda s: (
        f"According to the statistics bureau, {s.period}, {s.whose} {s.name} {s.figure}."
    ),
    "data show": lambda s: f"Data show that {s.whose} {s.name} {s.figure} {s.period}.",
    "carried on": lambda s: (
        f"{_upper(s.period)}, the national economy recovered steadily. {_upper(s.whose)} {s.name} {s.figure}."
    ),
    "after a heading": lambda s: (
        f"1. Industrial performance\n{_upper(s.period)}, {s.whose} {s.name} {s.figure}."
    ),
    "before a clause": lambda s: (
        f"{_upper(s.period)}, {s.whose} {s.name} {s.figure}, laying a solid foundation for the rest of the year."
    ),
    "in China's province": lambda s: (
        f"{_upper(s.period)}, the {s.name} {s.region} {s.figure}, according to official data."
    ),
    "driven": lambda s: f"Driven by strong demand, {s.whose} {s.name} {s.figure} {s.period}.",
    "in Chinese company": lambda s: (
        f"一、工业运行情况\n{_upper(s.period)}, {s.whose} {s.name} {s.figure}.\n运行总体平稳。"
    ),
}


def _figures(row: Observation, number: str) -> list[tuple[str, str]]:
    """Ways to say a figure of its measure: what follows the name."""
    one, marked = row.indicator, f"{OPEN}{number}{CLOSE}"
    fall = row.value < 0
    rose, noun, down = ("fell", "decline", "down") if fall else ("rose", "growth", "up")
    if one.measure == "growth_yoy":
        return [
            ("rose by", f"{rose} by {marked} year on year"), ("rose", f"{rose} {marked}"), ("from a year earlier", f"{rose} {marked} from a year earlier"),
            ("compared", f"{'declined' if fall else 'grew'} by {marked} compared with the same period of the previous year"),
            ("was up", f"was {down} {marked} year-on-year"), ("saw", f"saw a year-on-year {noun} of {marked}"), ("recorded", f"recorded {noun} of {marked}"),
            ("than", f"{'decreased' if fall else 'increased'} by {marked} over the same period last year"),
            ("went", f"{'dropped' if fall else 'expanded'} {marked} year on year"),
        ]  # fmt: skip
    if one.measure == "growth_annual_average":
        return [("annual", f"grew at an average annual rate of {marked}"), ("a year", f"grew by {marked} a year on average"), ("annually", f"grew {marked} annually on average")][: 0 if fall else 3]  # fmt: skip
    if one.measure == "growth_two_year_average":
        return [
            ("two years", f"{rose} {marked} on a two-year average"),
            ("two-year", f"registered two-year average growth of {marked}"),
        ][: 1 if fall else 2]
    if one.measure in ("level", "count", "rate"):
        return [("reached", f"reached {marked}"), ("stood", f"stood at {marked}"), ("was", f"was {marked}" if one.measure == "rate" or "元" in one.unit else f"numbered {marked}"),
                ("came", f"came to {marked}" if one.measure != "rate" else f"was {marked}")]  # fmt: skip
    if one.measure == "share" and " in " in one.name.en:
        whole = _sized(one.name.en.split(" in ", 1)[1])
        return [
            ("accounted", f"accounted for {marked} of {whole}"),
            ("made up", f"made up {marked} of {whole}"),
            ("represented", f"represented {marked} of the {whole}"),
        ]
    if one.measure == "rank":
        among = ("nationwide", "in the country") if one.rank_among == "china" else ("in the province",)
        return [(f"ranked {where}", f"ranked {marked} {where}") for where in among]
    if one.measure == "gap":
        way = ("below", "lower than", "slower than") if fall else ("above", "higher than", "faster than")
        mean = "the national average" if one.gap_to == "china" else "the provincial average"
        return [(word, f"was {marked} {word} {mean}") for word in way[: 3 if "growth" in one.name.en else 2]]
    return []


def _sized(name: str) -> str:
    """A name whose scope stands in brackets, as sentences say it."""
    bare = name.removesuffix(" (designated size)")
    if bare == name:
        return bare
    if "enterprises" in bare or "firms" in bare:
        return f"{bare} above designated size"
    if bare.lower().startswith(("industrial ", "gross industrial ")):
        what = bare.lower().removeprefix("gross ").removeprefix("industrial ")
        return f"{'gross ' if 'gross' in bare.lower() else ''}{what} of industrial enterprises above designated size"
    return f"{bare} of designated size"


def spoken(row: Observation) -> list[str]:
    """What notes call an indicator: its name without the words of its measure, which the figure's words say."""
    one = row.indicator
    name = one.name.en.replace("“", '"').replace("”", '"')
    if one.measure == "share":
        found = re.fullmatch(r"Share of (.+?) in .+", name)
        return [found[1]] if found else []
    if one.measure in ("rank", "gap"):
        name = re.sub(r"^(?:Rank in (?:China|the province) by|National rank by number of) ", "", name)
        name = re.sub(r", gap to (?:China|the province)", "", name)
        return (
            [_sized(name)] if "number" not in one.name.en and "growth" in name or one.measure == "gap" else []
        )
    name = name.replace(", two-year average growth", "").replace(", average annual growth", "")
    name = re.sub(r" in the single (?:month|quarter)", "", name)
    name = re.sub(r"^(?:Average annual growth|Growth|Change) (?:of|in) ", "", name)
    name = re.sub(r" growth(?= of| \(|$)", "", name) if one.measure in GROWTHS else name
    plain = _sized(name)
    found = [plain]
    if "value added of industrial enterprises above designated size" in plain:
        found += [plain.replace(SIZE[0], other) for other in SIZE[1:]]
        found += [
            "value-added output of industrial enterprises above designated size",
            "industrial value added",
        ]
    if plain.lower().startswith("total profit of"):
        found += [re.sub("(?i)^total profit", "total profits", plain)]
    if plain.lower().startswith("revenue of"):
        found += [re.sub("(?i)^revenue", "operating revenue", plain)]
    if plain == "Gross domestic product":
        found += ["GDP", "gross regional product"]
    return found


def _number(row: Observation, chance: random.Random) -> str | None:
    """A figure as English has it, without a sign, to its last digit."""
    one, value, step = row.indicator, abs(row.value), row.step
    if one.unit == "%":
        return f"{value.quantize(step)}{chance.choice(('%', '%', ' percent', ' per cent'))}"
    if one.unit == "百分点":
        return f"{value.quantize(step)} percentage points"
    if one.unit == "亿元" and step <= 1000:
        wide = step > 10 or value >= 10_000 and chance.random() < 0.5
        by = Decimal(10_000) if wide else Decimal(10)
        digits = f"{(value / by).quantize(step / by):,f}"
        scale = "trillion" if wide else "billion"
        return chance.choice(
            (
                f"{digits} {scale} yuan",
                f"RMB {digits} {scale}",
                f"{digits} {scale} yuan",
                f"CNY {digits} {scale}",
            )
        )
    if one.measure == "rank":
        return f"{value:f}" + {1: "st", 2: "nd", 3: "rd"}.get(
            int(value) if int(value) < 20 else int(value) % 10, "th"
        )
    if one.unit in ("家", "个", "人", "项", "台") and value >= 13:
        return f"{int(value):,d}"
    return None


def periods(period: Period, timing: str) -> list[str]:
    """A period as an adverbial."""
    year, last = period.year, period.month
    if timing == "stock":
        ended = [
            f"by the end of {MONTHS[last - 1]} {year}",
            f"at the end of {MONTHS[last - 1]} {year}",
            f"as of end-{MONTHS[last - 1]} {year}",
        ]
        return [*ended, f"by the end of {year}", f"at the end of {year}"] if last == 12 else ended
    if period.first_year != year:
        return [
            f"between {period.first_year} and {year}",
            f"from {period.first_year} to {year}",
            f"in {period.first_year}–{year}",
        ]
    if period.months == 12:
        return [f"in {year}", f"in the whole of {year}"]
    if period.start == period.end:
        return [f"in {MONTHS[last - 1]} {year}"]
    if period.first_month != 1:
        nth = {(4, 6): "second", (7, 9): "third", (10, 12): "fourth"}.get((period.first_month, last))
        return [f"in the {nth} quarter of {year}", f"in Q{last // 3} {year}"] if nth else []
    names = {
        3: ["in the first quarter of {}", "in Q1 {}"],
        6: ["in the first half of {}", "in H1 {}"],
        9: ["in the first three quarters of {}"],
    }
    count = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"][
        last
    ]
    found = [
        f"in January–{MONTHS[last - 1]} {year}",
        f"from January to {MONTHS[last - 1]} {year}",
        f"in the first {count} months of {year}",
        f"in Jan-{MONTHS[last - 1][:3]} {year}",
    ]
    return found + [one.format(year) for one in names.get(last, [])]


def said_of(row: Observation, chance: random.Random) -> tuple[Said | None, str]:
    number = _number(row, chance)
    if number is None or row.period is None:
        return None, ""
    figures, times, names = _figures(row, number), periods(row.period, row.indicator.timing), spoken(row)
    if not figures or not times or not names or "(" in names[0]:
        return None, ""
    how, figure = chance.choice(figures)
    when = chance.choice(times)
    if chance.random() < 0.3:
        when = re.sub(r"(months|half|quarter) of \d{4}$", rf"\1{chance.choice((' of this year', ''))}", when)
    region, whose = places(row, own := chance.random() < 0.4)
    name = chance.choice(names)
    name = name if name.startswith(("GDP", "A-")) else name[0].lower() + name[1:]
    return Said(row, name, figure, when, region, whose, row.region.id if own else None), how


def places(row: Observation, own: bool) -> tuple[str, str]:
    """A region behind a name and before one."""
    if row.region.level == "country":
        return "in China", "China's"
    level = row.region.level
    if own:
        return f"in the {level}", f"the {level}'s"
    name = row.region.name.en
    return f"in {name} {level.capitalize()}", f"{name}'s"


def make(form: str, said: Said, how: str, change: str = "", coincides: bool = False) -> Sentence:
    text = FRAMES[form](said)
    start, end = text.index(OPEN), text.index(CLOSE) - 1
    bare = text.replace(OPEN, "").replace(CLOSE, "")
    period = said.row.period
    year = period.year if period else 0
    written = date(year, 12, 28)
    return Sentence(bare, (start, end), said.row, written, said.owner, f"{form}, {how}", change, coincides)


def true(tables: Tables, many: int, seed: int = 11) -> Iterator[Sentence]:
    """Sentences that say what the tables say."""
    chance, pool = random.Random(seed), rows(tables)
    while many:
        said, how = said_of(chance.choice(pool), chance)
        if said is None:
            continue
        yield make(chance.choice(list(FRAMES)), said, how)
        many -= 1
