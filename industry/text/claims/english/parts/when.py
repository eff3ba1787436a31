"""The periods that an English text names: the first half of 2021, January-June, H1, Q1 2021, the end of May, a year earlier, the 13th
Five-Year Plan period. What a period is, and which is only guessed (so far this year, to date), is as in ``claims.when``.

A year alone follows from the year named before in its paragraph or the draft's date, as there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from industry.text.claims.english.parts.lexicon import LEVEL, WORDS
from industry.text.claims.when import YEAR, When

_MONTHS: tuple[str, ...] = tuple(WORDS["months"])
_MONTH = (
    "(?:"
    + "|".join(rf"{one}|{one[:3]}\.?" if one != "may" else one for one in _MONTHS)
    + r"|sept\.?)(?![a-z])"
)
_SAID_YEAR = r"(?:19|20)\d\d(?!\d|,\d|[.]\d|%)"
_OF = rf"(?:,?\s+(?:of |in )?(?P<{{0}}>{_SAID_YEAR}|this year|last year|the year|the same year|the previous year))?"
_COUNTS = {word: value for value, word in enumerate(WORDS["small"])}
_HOW_MANY = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven"
_FORM = re.compile(
    r"(?:from |between |during |over |through |in )?(?:the )?(?:period |months? of |quarters? of |year )?(?:from |of )?(?:"
    rf"(?P<day>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d%.]*[\d%])(?:,?\s+{_SAID_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_SAID_YEAR})?|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)|"
    rf"(?P<first>(?:19|20)\d\d)\s?(?:-|to|through|and)\s?(?P<last>{_SAID_YEAR})(?: period)?|"
    rf"(?P<plan>\d\dth|twelfth|thirteenth|fourteenth|fifteenth)[\s-]five[\s-]year[\s-]plan(?:\s+\((?:19|20)\d\d-(?:19|20)\d\d\))?(?:\s+period)?(?:\s+\((?P<pfirst>(?:19|20)\d\d)-(?P<plast>(?:19|20)\d\d)\))?|"
    r"(?P<vague>so far this year|(?:the )?year[\s-]to[\s-]date|to date|currently|now|today|by now|these days|nowadays|at present|nowadays|recent (?:years|months)|since (?:the beginning of )?(?:this year|last year|the year|\w+)(?: (?:19|20)\d\d)?)|"
    rf"(?P<from>{_MONTH})(?:\s+(?P<fromyear>{_SAID_YEAR}))?\s?(?:-|to|through|until|and)\s?(?P<to>{_MONTH})(?: period)?{_OF.format('rangeyear')}|"
    rf"(?:(?P<hyear1>{_SAID_YEAR})\s?)?(?P<half>h[12]|[12]h)(?:[\s,]+(?:of )?(?P<hyear2>{_SAID_YEAR}|this year|last year))?(?![a-z\d])|"
    rf"(?:(?P<qyear1>{_SAID_YEAR})\s?)?(?P<quarter>q[1-4])(?P<quarters>\s?-\s?q[2-4])?(?:[\s,]+(?:of )?(?P<qyear2>{_SAID_YEAR}|this year|last year))?(?![a-z\d])|"
    rf"(?:(?P<nyear1>{_SAID_YEAR})(?:'s)? )?(?P<nth>first|opening|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>half(?:[\s-]year)?|quarter|three[\s-]quarters|(?:{_HOW_MANY})[\s-]months?|(?:{_HOW_MANY})(?=\s*(?:[.,;:)]|and \d|$))){_OF.format('nyear2')}|"
    rf"(?:by |at |as of |as at |until |up to )?(?:the )?(?:end of|end[\s-]|close of|year[\s-]end)\s?(?:of )?(?:the )?(?P<end>{_MONTH}|first half|first quarter|third quarter|second quarter|first three quarters|year(?! )|(?P<endyear2>{_SAID_YEAR}|this year|last year))?{_OF.format('endyear')}|"
    rf"(?P<again>(?:this|that|the|the same|the whole) period(?! of)|(?:those|these|the same|the) (?:{_HOW_MANY}) (?:months|quarters)|those months|those quarters|the same (?:months|quarter|half|half-year|year)(?! of| last| a | in )|that (?:year|quarter|half|half-year)|(?:the )?(?:whole|course|end) of (?:the|that) year|the year as a whole|that month)|"
    rf"(?P<same>same|corresponding|comparable) (?:period|months?|term|time|quarter|half|half-year)(?: (?P<when>(?:of |in |from )?(?:last year|the previous year|the year before|a year earlier|a year ago|the preceding year|the prior year|(?P<sameyear>{_SAID_YEAR}))))?|"
    r"(?P<ago>(?:a|one|the) year (?:earlier|ago|before)|previous year's level|previous year|year before|preceding year|prior year|last year's level|level of the previous year|level a year earlier|year earlier)|"
    rf"(?P<month>{_MONTH})(?: alone)?{_OF.format('monthyear')}|"
    rf"(?P<whole>full[\s-]year|whole year|entire year|whole of|all of|full year of)?\s?(?P<year>{_SAID_YEAR}|this year|last year|next year)(?:'s)?(?: as a whole)?"
    r")(?: alone)?(?![a-z])"
)
_BASED = re.compile(
    r"(?:\bthan|\btimes(?: that| the (?:level|figure|total))?(?: of| in)?|\bas (?:much|many|large|high) as|\bfrom|\bover|\bcompared (?:with|to)|\bagainst|\bversus|\bup on|\bdown on|\bon|\bthat of|\brelative to|\bthose of)"
    r"(?: in| for| during| at| that of| that in| that for| those of| those in| the (?:figure|level) (?:of|for|in))?(?: the)?\s*$"
)
_LEVEL_WITH = re.compile(rf"\b{LEVEL}\s*$")
_FIGURE = re.compile(
    r"(?:slowed|quickened|accelerated|narrow(?:ed|ing)|widen(?:ed|ing)|eased|faster|slower|up|down|grew|grown|rose|risen|fell|fallen|gained|increased|decreased|declined|higher|lower)\b[^,;]{0,30}(?:%|percent|per cent|points?)\s*$"
)
_THAT, _THOSE = re.compile(r"\b(?:that|those)\s*$"), 8
"""Before a time of which a figure is compared with another (above that of 2020)."""
_PLANS = {"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
_QUARTERS = {
    "first": 0,
    "opening": 0,
    "second": 3,
    "third": 6,
    "fourth": 9,
    "last": 9,
    "1st": 0,
    "2nd": 3,
    "3rd": 6,
    "4th": 9,
}


@dataclass(slots=True)
class Clock:
    """What a paragraph has named so far: the draft's date, the year carried on, and the last period."""

    written: date | None
    year: int | None = None
    last: When | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A period from its first to its last letter; ``when`` is None of a date, which is no period. ``ago``: it only says
    a year before, whatever has been named."""

    start: int
    stop: int
    when: When | None
    ago: bool = False


def told(text: str, at: int, original: str, clock: Clock) -> Told | None:
    """The period that begins at a place of a text (made by ``even``)."""
    one = _FORM.match(text, at)
    if one is None:
        return None
    for group in ("month", "from"):  # the verbs are written small: may, march
        if one[group] and original[one.start(group)].islower():
            return None
    start, stop = one.span()
    if one["day"]:
        vague = re.search(r"(?:as of|by|until|as at|up to)\s*(?:the )?$", text[:start]) is not None
        return Told(start, stop, When(start, stop, 0, 0, sure=False) if vague else None)
    before = text[max(0, start - 40) : start]
    base = one["ago"] is not None or any(form.search(before) for form in (_BASED, _LEVEL_WITH))
    base = (
        base
        and not text.startswith(("from ", "over ", "during "), start)
        or (base or text.startswith(("from ", "over "), start) and _plain(one))
    )
    base = (
        base
        or text.startswith("from ", start)
        and not one["from"]
        and _FIGURE.search(text[max(0, start - 40) : start]) is not None
    )
    base = base or text.startswith("of ", start) and _THAT.search(text[:start][-_THOSE:]) is not None
    when = _when(one, clock)
    if when is None:
        return None
    when = replace(when, start=start, stop=stop, base=base)
    ago = one["ago"] is not None or one["same"] is not None and bool(one["when"]) and not one["sameyear"]
    if not base and not ago:
        clock.last = when
        clock.year = when.last // YEAR if when.sure else clock.year
    return Told(start, stop, when, ago)


def _plain(one: re.Match[str]) -> bool:
    """Whether a year, a month or the same period before is named, with which 'over' and 'from' compare."""
    return any(one[group] for group in ("year", "month", "same", "ago")) and not one["whole"]


def _when(one: re.Match[str], clock: Clock) -> When | None:
    if one["first"]:
        first, last = int(one["first"]), int(one["last"])
        return When(0, 0, first * YEAR, last * YEAR + YEAR - 1, run=True) if first < last else None
    if one["plan"]:
        number = _PLANS.get(one["plan"]) or int(one["plan"][:2])
        begin = (5 * (number + 390) + 1) * YEAR
        return (
            When(0, 0, begin, begin + 59, run=True)
            if one[0].endswith(("period", ")")) or _over(one)
            else None
        )
    if one["vague"]:
        this = clock.written.year if clock.written else clock.year or 0
        return When(0, 0, this * YEAR, this * YEAR + YEAR - 1, sure=False)
    if one["again"]:
        return _again(one["again"], clock)
    if one["same"] or one["ago"]:
        return _before(one, clock)
    months = _months(one)
    if months is None:
        return None
    said = next(
        (one[group] for group in ("rangeyear", "hyear1", "hyear2", "qyear1", "qyear2", "nyear1", "nyear2", "endyear", "endyear2", "monthyear", "year") if one[group]),
        one["fromyear"],
    )  # fmt: skip
    year, sure = _year(said, clock)
    if year is None:
        return When(0, 0, *months, sure=False)
    first, last = year * YEAR + months[0], year * YEAR + months[1]
    ended = "end" in one[0].replace("-", " ").split()
    before, written = clock.last, clock.written
    if said is None and ended and before is not None and before.end and before.last % YEAR == YEAR - 1:
        first, last, sure = (
            first + YEAR,
            last + YEAR,
            False,
        )  # the end of May behind that of a year is in the next
    if said is None and written is not None and last >= written.year * YEAR + written.month - 1:
        gone = before is not None and before.sure and before.last // YEAR == year - 1 == written.year - 1
        first, last = (first - YEAR, last - YEAR) if gone else (first, last)  # this year's aren't over
        sure = gone or last == written.year * YEAR + written.month - 1 and sure
    return When(0, 0, last if ended else first, last, ended, sure)


def _again(said: str, clock: Clock) -> When | None:
    """The period named before, of which it is said that it is as many months, or its year."""
    last = clock.last
    if last is None:
        return When(0, 0, 0, 0, sure=False)
    year = last.last // YEAR * YEAR
    if said.endswith("year"):
        return When(
            0, 0, year + YEAR - 1 if "end" in said else year, year + YEAR - 1, "end" in said, last.sure
        )
    months = 1 if said == "that month" else 3 if said.endswith("quarter") else 6 if "half" in said else 0
    word = said.split()[-2]
    if said.endswith(("months", "quarters")):
        many = _COUNTS.get(word) or (int(word) if word.isdigit() else 0)
        months = 3 * many if said.endswith("quarters") else many
    return replace(last, base=False, sure=last.sure and months in (0, last.last - last.first + 1))


def _over(one: re.Match[str]) -> bool:
    return one[0].startswith(("during", "over", "in ", "through"))


def _before(one: re.Match[str], clock: Clock) -> When | None:
    """The same months a year before, or of the year that is named; the same months as before where nothing is."""
    if clock.last is None:
        year = clock.written.year if clock.written else 0
        return When(0, 0, (year - 1) * YEAR, year * YEAR - 1, sure=False)
    if one["sameyear"]:
        return clock.last.years_before(clock.last.last // YEAR - int(one["sameyear"]))
    if one["same"] and not one["when"]:
        months = 3 if "quarter" in one[0] else 6 if "half" in one[0] else 0
        fits = months in (0, clock.last.last - clock.last.first + 1)
        return replace(clock.last, sure=clock.last.sure and fits)
    return clock.last.years_before()


def _year(said: str | None, clock: Clock) -> tuple[int | None, bool]:
    """The year that is said and whether it is sure; without a word, the one carried on."""
    if said and said[0].isdigit():
        return int(said), True
    steps = {"this year": 0, "last year": -1, "next year": 1}
    if said in steps:
        return (clock.written.year + steps[said], True) if clock.written else (None, False)
    if said == "the previous year":
        return (clock.year - 1, True) if clock.year else (None, False)
    if clock.year is not None:
        written = clock.written
        return clock.year, written is None or clock.year in (written.year, written.year - 1)
    return (clock.written.year, True) if clock.written else (None, False)


def _months(one: re.Match[str]) -> tuple[int, int] | None:
    """First and last month of a year, counted from 0."""
    if one["from"]:
        first, last = _month(one["from"]), _month(one["to"])
        return (first, last) if first < last else None
    if one["half"]:
        return (0, 5) if "1" in one["half"] else (6, 11)
    if one["quarter"]:
        first = 3 * (int(one["quarter"][1]) - 1)
        last = 3 * int(one["quarters"][-1]) - 1 if one["quarters"] else first + 2
        return (first, last) if first < last else None
    if one["part"]:
        return _part(one["nth"], one["part"])
    if one["month"]:
        return _month(one["month"]), _month(one["month"])
    if one["end"] and one["end"] != "year" and not one["endyear2"]:
        ends = {
            "first half": 5,
            "first quarter": 2,
            "second quarter": 5,
            "third quarter": 8,
            "first three quarters": 8,
        }
        month = ends.get(one["end"], -1)
        month = _month(one["end"]) if month < 0 else month
        return month, month
    return 0, YEAR - 1


def _part(nth: str, part: str) -> tuple[int, int] | None:
    if part.startswith("half"):
        halves = {"first": (0, 5), "opening": (0, 5), "1st": (0, 5), "second": (6, 11), "2nd": (6, 11)}
        return halves.get(nth)
    if part == "quarter":
        return _QUARTERS[nth], _QUARTERS[nth] + 2
    if nth not in ("first", "1st", "opening"):
        return None
    if part.startswith("three") and part.endswith("quarters"):
        return 0, 8
    word = re.split(r"[\s-]", part)[0]
    many = _COUNTS.get(word) or (int(word) if word.isdigit() else 0)
    return (0, many - 1) if 2 <= many <= YEAR else None


def _month(word: str) -> int:
    return next(at for at, one in enumerate(_MONTHS) if one.startswith(word.rstrip(".")[:3]))
