"""What can be checked without an identity: one figure in two sources, growth against levels, and
growth out of line with the published periods beside it.

Identities, and what they derive, belong in ``identities``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from industry.rules.arithmetic.intervals import Interval, exactly, half_up, loose, strict
from industry.rules.pairs import one_figure
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.changing_rules import OutOfLine
from industry.vocabulary.finding import Code, Finding
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period


def preference(row: Observation) -> tuple[bool, str]:
    """Orders rows of one figure: published statistics first, then by confidence."""
    first = row.sources[0]
    return first.kind != "statistics", first.confidence


def compare(
    rows: tuple[Observation, ...], rule: str, computed: Interval, roughly: Callable[[], Interval | None]
) -> Finding:
    """The finding of a rule whose first row is printed and whose others make ``computed``, or
    ``roughly()`` where the zeros that end their whole numbers may be rounding."""
    printed = rows[0]
    code: Code = "conflict"
    if computed.meets(strict(printed)):
        code = "agrees"
    else:
        rough = roughly()
        if rough is not None and rough.meets(loose(printed)):
            code = "agrees_within_rounding"
    return Finding(code, rule, rows, printed.value, computed.value, computed.low, computed.high)


def actual(rows: Iterable[Observation]) -> Iterator[tuple[Observation, Period]]:
    """The published, exact, actual rows that have a period, and that period."""
    for row in rows:
        if row.status == "actual" and row.exact and not row.derived and row.period is not None:
            yield row, row.period


def audit(book: Book) -> Iterator[Finding]:
    """Every finding of this module, in the catalogue's order."""
    for indicator in book.catalogue.indicators.values():
        rows = book.rows(indicator.id)
        if len(rows) > 1:
            yield from two_sources(rows)
        if indicator.measure == "growth_yoy" and indicator.timing == "flow":
            yield from out_of_line(rows, book.catalogue.rules.out_of_line)
        growth = book.catalogue.indicators.get(f"{indicator.id}_growth")
        if growth is not None and _alike(indicator, growth):
            yield from growth_and_level(book.rows(growth.id), rows)


def two_sources(rows: Sequence[Observation]) -> Iterator[Finding]:
    """One figure (region, period, edition, status) as different sources print it, or paragraphs of one: that they agree with the one
    preferred, and once, with all of them, that any two don't; of what isn't exact only what contradicts another."""
    groups: dict[tuple[str, Period, str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        if not row.derived and row.period is not None:
            groups[row.region.id, row.period, row.edition, row.status].append(row)
    for group in groups.values():
        first, *others = sorted(group, key=lambda row: (not row.exact, preference(row)))
        against = {row for pair in combinations(group, 2) if _differ(*pair) for row in pair}
        if against:
            told = [row for row in others if row.exact or row in against]
            yield _of_sources("conflict", *told, first)
        for row in others:
            if row.exact and not _one_place(row, first) and one_figure(row, first):
                agrees = strict(row).overlaps(strict(first))
                yield _of_sources("agrees" if agrees else "agrees_within_rounding", row, first)


def _one_place(row: Observation, other: Observation) -> bool:
    """Whether one paragraph prints both."""
    return (row.source, row.paragraph) == (other.source, other.paragraph)


def _differ(row: Observation, other: Observation) -> bool:
    return not _one_place(row, other) and not one_figure(row, other)


def _of_sources(code: Code, *rows: Observation) -> Finding:
    span = strict(rows[-1])
    return Finding(code, "two_sources", rows, rows[0].value, span.value, span.low, span.high)


def _alike(level: Indicator, growth: Indicator) -> bool:
    """Whether the growth is that of the level: both flows at current prices and of one scope."""
    return (
        (level.measure, growth.measure) == ("level", "growth_yoy")
        and (level.timing, growth.timing) == ("flow", "flow")
        and (level.prices, growth.prices) == ("current", "current")
        and level.scope == growth.scope
    )


def growth_and_level(growths: Iterable[Observation], levels: Iterable[Observation]) -> Iterator[Finding]:
    """Published growth beside what two published levels of one edition would give.

    Never a conflict: the set of enterprises above designated size changes every year, and growth is
    published on a comparable basis (国家统计局：利润总额、营业收入等指标的增速均按可比口径计算).
    """
    by_key: dict[tuple[str, Period, str], Observation] = {}
    for row, period in actual(sorted(levels, key=preference)):
        by_key.setdefault((row.region.id, period, row.edition), row)
    if not by_key:
        return
    for row, period in actual(growths):
        level = by_key.get((row.region.id, period, row.edition))
        before = by_key.get((row.region.id, period.years_earlier(), row.edition))
        if level is None or before is None or strict(before).low <= 0 or period.months > 12:
            continue  # growth over several years is none against a year before
        if level.indicator.broken(level.period, before.period):
            continue
        span = (exactly(100) * (strict(level) / strict(before) - exactly(1))).tidy(row.step)
        code: Code = "agrees" if span.meets(strict(row)) else "coverage_differs"
        computed = half_up(span.value, row.step)
        yield Finding(
            code, "growth_and_level", (row, level, before), row.value, computed, span.low, span.high
        )


def out_of_line(rows: Iterable[Observation], threshold: OutOfLine) -> Iterator[Finding]:
    """Growth since January that lies above, or below, that of both published periods beside it in
    the same year by more than ``threshold``: its points, and its share of the nearer one.

    Cumulated growth is an average over the months so far and moves slowly; the threshold is this
    project's own, wide enough for profits, and a finding is a reason to look, not an error.
    """
    points, ratio = Decimal(str(threshold.points)), Decimal(str(threshold.ratio))
    series: dict[tuple[str, int, str], dict[int, Observation]] = defaultdict(dict)
    for row, period in actual(sorted(rows, key=preference)):
        if period.first_month == 1 and period.months in range(2, 13):
            series[row.region.id, period.year, row.edition].setdefault(period.month, row)
    for line in series.values():
        ordered = [line[month] for month in sorted(line)]
        for before, row, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
            low, high = sorted((before.value, after.value))
            nearer = low if row.value < low else high
            beyond = max(low - row.value, row.value - high)
            if beyond > max(points, abs(nearer) * ratio):
                yield Finding(
                    "out_of_line", "out_of_line", (row, before, after), row.value, nearer, low, high
                )
