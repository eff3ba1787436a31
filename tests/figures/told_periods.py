"""Which numbers stand in a figure's words without their period: of another than what is drawn, they are read as of that.
Nothing here knows any table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from industry import wording
from industry.figures.record import Figure, RowsPanel
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.said import Said


def undated(figure: Figure) -> Iterator[str]:
    """Every number in notices, notes and beside marks that is of a period which neither stands there nor is drawn; but that its
    source doesn't print, and those from which an average over years follows, which are of these. A base is a year before."""
    drawn = {one.period for row in figure.drawn for one in (row, *_terms(row))}
    frame = figure.frame
    texts = [*frame.notices, *frame.notes]
    rows = [row for one in figure.panels if isinstance(one, RowsPanel) for row in one.rows]
    texts += [text for row in rows for text in (row.text, row.aside)]
    for text in texts:
        later = {row.period for row in text.rows} if text.kind == "low_base" else set()
        for row in text.rows if text.kind != "derived" else ():
            own = row.period
            if own is None or own in drawn or "period" in row.inferred or _based(own, drawn, later):
                continue
            if _named(row, text, frame.language) and not _dated(own, text, frame.language):
                yield f"{figure.id}: {row.id} is told without its period: {text}"


def _terms(row: Observation) -> tuple[Observation, ...]:
    return () if "average" in row.indicator.measure else row.terms


def _based(own: Period, drawn: set[Period | None], later: set[Period | None]) -> bool:
    """Whether it is the year before one that the text is about, which is drawn or told with it."""
    return bool(later) and own.years_earlier(-1) in drawn | later


def _named(row: Observation, text: Said, language: str) -> bool:
    number = re.escape(str(wording.number(row, language)))
    return re.search(rf"(?<![\d.,−]){number}", text) is not None


def _dated(own: Period, text: Said, language: str) -> bool:
    """Whether a text says a period, if only its months behind others of the year."""
    months, year = wording.months_and_year(own, language)
    return wording.period(own, language) in text or (months in text and year in text)
