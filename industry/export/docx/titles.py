"""What the charts and tables of a briefing are called, behind their numbers: by their figure and their panel, and in brackets of what
all that they show is, where their own words don't say it: a period, an edition, a unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from industry import wording
from industry.figures.record import Figure, Panel, RowsPanel, drawn
from industry.vocabulary.periods import Period
from industry.wording.said import join
from industry.wording.words import worded


def in_brackets(title: str, of: Sequence[str], language: str) -> str:
    """吉安企业梯队（2020年末，家）: a title with what stands behind it, if anything does."""
    inside = join((one for one in of if one), wording.say("comma", language))
    return worded("paper", "with_unit", language, title, inside) if inside else title


def heading(figure: Figure, panel: Panel, language: str) -> str:
    """The title above a panel's table: its heading, behind the figure's where it doesn't say of which region it is."""
    if not panel.heading or len(figure.panels) == 1:
        return figure.frame.title
    regions = {row.region.name(language) for row in drawn(panel)}
    if len(regions) != 1 or regions.pop() in panel.heading:
        return panel.heading
    told = panel.heading if language == "zh" else panel.heading[0].lower() + panel.heading[1:]
    return worded("paper", "with_unit", language, figure.frame.title, told)


def period(title: str, panel: Panel, language: str) -> str:
    """2021年, 2020年末: the period, or the day to which it goes, of all of a table of unlike rows, where neither the title nor a row says it."""
    rows = [row for row in drawn(panel) if row.period]
    periods = {row.period for row in rows if row.period}
    ends = {one.end for one in periods}
    if not isinstance(panel, RowsPanel) or not panel.own_scales or len(ends) != 1:
        return ""
    (end,) = ends
    whole = periods.pop() if len(periods) == 1 else None
    if whole is None and any(one.indicator.timing == "flow" for one in rows):
        return ""
    when = whole or Period(end, end, instant=True)
    told = [title, *(one for row in panel.rows for one in (row.detail, row.aside))]
    told += [words for _, _, words in panel.legend]
    return "" if any(str(when.year) in one for one in told) else wording.period(when, language)
