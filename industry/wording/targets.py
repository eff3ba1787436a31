"""What is said of a target: what it asks for beside its base, and how far it has come.

When there is a percentage at all, and what counts as ahead, is decided in ``rules.progress``.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from industry.rules.arithmetic.intervals import Interval, half_up
from industry.rules.progress import COUNTED_UP, Progress, asked, kind
from industry.vocabulary.observation import Observation
from industry.wording.numbers import magnitude, number, period, plain, points
from industry.wording.phrases import say, value
from industry.wording.said import Said, fill, join

_TENTH = Decimal("0.1")


def required(base: Observation | None, goal: Observation, language: str) -> Said:
    """What ``goal`` asks for: +8.3%, of a percentage in percentage points, of growth the growth itself (下降3%),
    over a base of zero or less both ends; nothing where it can't be told."""
    found = asked(base or goal, goal)
    if found is None or base is None:
        return Said()
    way, span = found
    if way == "rate":
        return moved(goal, language)
    if way == "ends" or span is None:
        return say("target_ends", language, number(base, language), number(goal, language))
    if way == "points":
        step = max(base.step, goal.step)
        step = step if half_up(span.value, step) else min(base.step, goal.step)
        text = plain(half_up(span.value, step), step, language, signed=True) + points(language)
        text = _about(text, base.step != goal.step, language)
    else:
        text = _percent(span, language, signed=True)
    return Said(text, (base, goal), "derived")


def moved(row: Observation, language: str) -> Said:
    """增长8%以上, 下降3%, 持平: a growth rate as what it says."""
    side = "up" if row.value > 0 else "down" if row.value < 0 else "flat"
    return fill(value("moved", side, language), magnitude(row, language))


def sofar(row: Observation, goal: Observation, language: str) -> Said:
    """1—4月24.6%，未满全年，不计进度: an actual figure inside the year of ``goal`` that is no progress of it, and
    why not."""
    own = kind(row.indicator)
    key = "target_beside"
    if own in COUNTED_UP:
        key = "target_uncounted"
    elif own == "rate" and row.period != goal.period:
        key = "target_sofar"
    return say(key, language, dated(row, language), number(row, language))


def dated(row: Observation, language: str) -> str:
    """2021年1—4月, 2021年5月末（推定）: when ``row`` was, and whether its source prints that."""
    when = period(row.period, language)
    return say("supposed_at", language, when) if row.period and "period" in row.inferred else when


def progress(one: Progress, tolerance: Decimal, language: str) -> Said:
    """2021年1—6月完成52%，快于时序进度2个百分点: what is done of the target, beside the months gone by."""
    when, done = period(one.done.period, language), number(one.done, language)
    key = "progress_least" if one.least else "progress"
    head = say(key, language, when, done, _percent(one.share, language))
    told = join((head, pace(one, tolerance, language)), say("comma", language))
    return Said(told, (one.done, one.target), "derived")


def share_done(one: Progress, language: str) -> Said:
    """完成目标的56.6%: what is done of the target, or of the least that it asks for."""
    key = "progress_share_least" if one.least else "progress_share"
    return Said(say(key, language, _percent(one.share, language)), (one.done, one.target), "derived")


def pace(one: Progress, tolerance: Decimal, language: str) -> Said:
    """快于时序进度6.6个百分点: how it stands to the months gone by; nothing where that is open, or they are over."""
    side = one.pace(tolerance)
    if not side:
        return Said()
    by = one.ahead
    apart = Interval(-by.high, -by.value, -by.low) if side == "behind" else by
    said = fill(value("pace", side, language), _number(apart, language) + points(language))
    return Said(said, (one.done, one.target), "derived")


def rest(one: Progress, language: str) -> Said:
    """其余月份需434个: what the rest of the target's months must bring; that the target is reached where nothing is
    left, and nothing where the months are over."""
    left = one.rest
    rows = (one.target, one.done)
    if left.high <= 0:
        return Said(say("rest_reached", language), rows, "derived")
    if one.over or left.low < 0:
        return Said()
    step = max(row.step for row in rows)
    like = replace(one.target, value=half_up(left.value, step), step=step, qualifier="")
    text = _about(number(like, language), len({row.step for row in rows}) > 1, language)
    return Said(say("rest_least" if one.least else "rest", language, text), rows, "derived")


def progress_before(one: Progress, language: str) -> Said:
    """2020年1—6月完成全年的48%: work is seasonal, so last year's is set beside it; nothing where it isn't held."""
    if one.before is None:
        return Said()
    part, whole = one.terms_before
    said = say("progress_before", language, period(part.period, language), _percent(one.before, language))
    return Said(said, (part, whole), "derived")


def _percent(span: Interval, language: str, signed: bool = False) -> str:
    return _number(span, language, "%", signed)


def _number(span: Interval, language: str, unit: str = "", signed: bool = False) -> str:
    """To a tenth at most, and as coarse as the doubt, but never to nothing; with 约 where not all that the interval
    holds is rounded to the number shown, and where that is one of whole tens."""
    step = _TENTH
    while step < span.half_width:
        step *= 10
    while step > _TENTH and span.value and not half_up(span.value, step):
        step /= 10
    shown = half_up(span.value, step)
    text = plain(shown, step, language, signed) + unit
    sure = step <= 1 and half_up(span.low, step) == shown == half_up(span.high, step)
    return _about(text, not sure, language)


def _about(text: str, open: bool, language: str) -> str:
    return value("qualifier", "about", language).format(text) if open else text
