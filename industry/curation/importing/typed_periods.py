"""A period as somebody types it in answer to a question: as the tables write it, in Chinese as tables print it, in English as pages
show it. What several may be is none."""

from __future__ import annotations

import calendar
import re

from industry.curation.importing.reading import cells
from industry.text.alike import alike
from industry.text.claims import when
from industry.vocabulary import periods
from industry.vocabulary.periods import Period

_ENDING = re.compile(r"(?:累计(?:数|值)?|合计|为止|止|期间)?$")
_MONTH = rf"({'|'.join(calendar.month_abbr[1:])})[a-z]*\.?"
_RUN = re.compile(rf"{_MONTH}(?:\s*(?:[-–—]|to)\s*{_MONTH})?,?\s+(\d{{4}})", re.IGNORECASE)
_PART = re.compile(
    r"(?:the )?(first half|first three quarters|q1|q2|q3|q4|h1) (?:of )?(\d{4})", re.IGNORECASE
)
_PARTS = {"first half": (0, 5), "h1": (0, 5), "first three quarters": (0, 8), "q1": (0, 2), "q2": (3, 5), "q3": (6, 8), "q4": (9, 11)}  # fmt: skip


def typed(text: str) -> str:
    """The period as the tables write it; empty for what is none."""
    said = " ".join(text.split())
    own = said.replace(" ", "")
    for timing in ("flow", "stock"):
        if found := periods.read(own, timing):
            return str(found)
    two = (periods.read(each, "flow") for each in re.split(r"[—–~～至到]", own, maxsplit=1))
    first, last = next(two), next(two, None)
    if first and last and first.months == last.months == 1 and first.end < last.start:
        return str(Period(first.start, last.end))
    return _chinese(cells.period(own) or own) or _english(said)


def _chinese(said: str) -> str:
    even = alike(said)
    found = when.named(even, None)
    if len(found) != 1 or not found[0].sure or found[0].start or not _ENDING.fullmatch(even[found[0].stop :]):
        return ""
    return str(Period(found[0].first, found[0].last))


def _english(said: str) -> str:
    said = re.sub(r"^(?:at )?(?:the )?end of ", "", said, flags=re.IGNORECASE)
    if part := _PART.fullmatch(said):
        first, last = _PARTS[part[1].lower()]
        return str(Period(int(part[2]) * 12 + first, int(part[2]) * 12 + last))
    run = _RUN.fullmatch(said)
    if run is None:
        return ""
    months = [one.lower() for one in calendar.month_abbr]
    first, last = (months.index((each or run[1]).lower()) - 1 for each in (run[1], run[2]))
    return str(Period(int(run[3]) * 12 + first, int(run[3]) * 12 + last)) if first <= last else ""
