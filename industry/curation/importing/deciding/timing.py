"""The period of a figure, with what is answered or asked of it: a year that isn't printed, one month or January to then, a period that a
spreadsheet has changed."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from industry.curation.importing.deciding import dating
from industry.curation.importing.deciding.asking import Asking
from industry.curation.importing.deciding.dating import Dated
from industry.curation.importing.questions import ALONE, AT_END, CUMULATED, OF_SOURCE
from industry.tables import plausible
from industry.text.claims.grids.labels import Label
from industry.text.claims.when import YEAR, When
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.periods import Period, PeriodError

_OF_YEARS = ("growth_annual_average", "growth_two_year_average")
_DAY = 3
"""Parts of a date that names its day."""
_SOME_YEAR = 2 * 1000


def dated(one: Asking) -> tuple[Dated, bool | None]:
    """The months of a figure, as they are printed, and whether it is of its month alone; None where that isn't known."""
    found = _dated(one)
    if not found.single:
        return found, found.alone
    answer = one.answer("months", "table", one.times())
    return found, answer == ALONE if answer in (ALONE, CUMULATED) else None


def _dated(one: Asking) -> Dated:
    labels, sure = _timed(one)
    found = dating.of(labels, one.over.label, None, sure)
    if found.open == "year":
        found = _with_year(one, labels, sure)
    own = any(each.when for each in labels)
    return replace(found, open="period") if "period" in one.over.several and not own else found


def _timed(one: Asking) -> tuple[list[Label], bool]:
    """The labels that may print the period of a figure, and whether it is known whose it has."""
    own = [each.label for each in (*one.group, *one.says)]
    here = any(each.when for each in own)
    lent = (one.setting.lent_columns[one.figure.column], one.setting.lent_rows[one.figure.row])
    lending = [label for label, _ in lent if label is not None and not here]
    return [*lending, *own], here or all(certain for _, certain in lent)


def _with_year(one: Asking, labels: list[Label], sure: bool) -> Dated:
    """With the year that is answered, or guessed and asked."""
    found = one.answer("year", "table", "") or ""
    trial = dating.of(labels, one.over.label, _SOME_YEAR, sure)
    guess = one.book.year([trial.when.last % YEAR] if trial.when else [])
    year = guess if found == OF_SOURCE else int(found) if found.isdigit() else None
    if year is None:
        choices = (OF_SOURCE,) if guess else ()
        one.ask(
            "year",
            "period",
            str(guess or ""),
            "year" if guess else "nothing",
            choices,
            "table",
            "",
            free=True,
        )
        year = guess
    return dating.of(labels, one.over.label, year, sure) if year else Dated(None, "year")


def changed(one: Asking) -> tuple[str, ...]:
    """Periods of its labels that a spreadsheet has changed and that nothing beside them tells, as they stand."""
    odd = (each for each in (*one.figure.labels, *one.figure.header) if each.seen.odd)
    return tuple(each.seen.shown.strip() for each in odd if not one.setting.settled(each))


def period(one: Asking, found: Dated, indicator: Indicator | None, by_itself: bool | None) -> Period | None:
    """The period as the tables write it, as far as it is known or guessed."""
    timing = indicator.timing if indicator else "flow"
    odd = changed(one)
    if odd or found.open == "period":
        return _asked(one, found, timing, odd[0] if odd else "")
    when = found.when
    if when is None:
        return None
    said = one.times()
    if found.single and timing == "flow":
        if by_itself is None:
            by_itself = _beside_a_run(one, when)
            guess = ALONE if by_itself else CUMULATED
            one.ask("months", "period", guess, "months", (CUMULATED, ALONE), "table", said)
        if not by_itself:
            when = dating.since_january(when)
    result, sure = dating.period(when, timing)
    if not sure and one.answer("months", "table", said) != AT_END:
        one.ask("months", "period", AT_END, "stock", (), "table", said)
    return result


def _beside_a_run(one: Asking, when: When) -> bool:
    """Whether a label beside that of a month counts from January to it: the month then stands alone."""
    run = re.compile(rf"(?<!\d)1-{when.last % YEAR + 1}月")
    paths = (*one.setting.columns.values(), *one.setting.rows.values())
    return any(run.search(each.text) for path in paths for each in path)


def _asked(one: Asking, found: Dated, timing: str, shown: str) -> Period | None:
    said = shown or one.times()
    answer = one.answer("period", "table", said)
    try:
        if answer:
            return periods.parse(answer, timing)
    except PeriodError:
        pass
    guess = dating.period(found.when, timing)[0] if found.when and found.when.first >= YEAR**3 else None
    reason = "spreadsheet" if shown else "several" if guess else "nothing"
    one.ask("period", "period", str(guess or ""), reason, (), "table", said, free=True)
    return guess


def _unfinished(one: Asking, found: Period) -> bool:
    """Whether the last month of a period wasn't over on the day on which its source was published."""
    known = one.book.source.published if one.book.source else ()
    if len(known) < _DAY:
        return False
    year, month, day = known
    return found.end == year * YEAR + month - 1 and day < calendar.monthrange(year, month)[1]


def refused(one: Asking, found: Period | None, indicator: Indicator | None, status: str) -> bool:
    """Whether the tables would refuse the period, or it wasn't over yet: an actual figure of a later month than its source, a year outside
    the tables, a part of the months that are published together."""
    if indicator is None or found is None:
        return False
    rules = one.tables.catalogue.rules
    bound = plausible.known_until(one.book.source, None)
    joint = indicator.joint_january_february and indicator.timing == "flow"
    return (
        status == "actual" and indicator.timing != "list" and (found.end > bound or _unfinished(one, found))
        or plausible.outside(found, periods.parse(rules.years, "flow"))
        or indicator.timing == "flow" and found.months > YEAR and indicator.measure not in _OF_YEARS
        or joint and found.cuts(*rules.joint_months)
    )  # fmt: skip
