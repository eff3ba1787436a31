"""What a briefing tells of targets in sentences: what each asks for, beside the figure of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from industry import wording
from industry.export.docx.told.sentences import (
    COUNTED,
    MOST,
    dated,
    enumerated,
    of_edition,
    say,
    things,
    when,
)
from industry.figures.record import Figure, Row, RowsPanel
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.wording.said import Said, join
from industry.wording.texts.subject import within


def aims(figure: Figure, tables: Tables, language: str, called: Sequence[str]) -> tuple[Said, ...]:
    """At most ``MOST`` targets that a figure draws as one sentence, and how many more it has, in which of the charts and tables
    that are ``called`` so, a name for each panel; nothing of a figure without any."""
    panels = zip(figure.panels, called, strict=False)
    held = [(one, name) for panel, name in panels if isinstance(panel, RowsPanel) for one in _aims(panel)]
    found = [one for one, _ in held]
    if not found:
        return ()
    shown, before = found[:MOST], found[0][0]
    clauses: list[Said] = []
    for goal, base, line in shown:
        clause = _clause(goal, base, line, tables, language, not clauses or before.region != goal.region)
        clauses.append(
            clause if before.period == goal.period else say("at", language, when(goal, language), clause)
        )
        before = goal
    told = [dated(found[0][0], clauses, language)]
    if len(found) > len(shown):
        others = list(dict.fromkeys(name for _, name in held[len(shown) :]))
        told.append(say("aims_more", language, str(len(found) - len(shown)), enumerated(others, language)))
    return tuple(told)


def _aims(panel: RowsPanel) -> Iterator[tuple[Observation, Observation | None, Row]]:
    """Each target drawn, the figure before it, and its line."""
    for line in panel.rows:
        drawn = [mark.row for mark in line.marks if mark.row is not None]
        goals = [row for row in drawn if row.status == "target" and row.period is not None]
        if goals:
            goal = goals[-1]
            earlier = (
                row
                for row in drawn
                if row.status == "actual"
                and row.period
                and goal.period
                and row.period.end < goal.period.start
            )
            yield goal, next(earlier, None), line


def _clause(
    goal: Observation, base: Observation | None, line: Row, tables: Tables, language: str, named: bool
) -> Said:
    counted = goal.indicator.unit in COUNTED and language == "en"
    name = things(goal, language) if counted else within(goal.indicator, language)
    of = of_edition(name, goal, tables, language)
    told = wording.number(goal, language, bare=counted, marked=True)
    said = say("aim" if named else "aim_own", language, goal.region.name(language), of, told)
    if base is None:
        return said
    before = (when(base, language), wording.number(base, language, bare=counted, marked=True))
    needed = wording.required(base, goal, language)
    if not needed.startswith(("+", "−")):
        return say("aim_based", language, said, before[0], name, before[1])
    key = "aim_more" if needed.startswith("+") else "aim_less"
    beside = say(key, language, *before, Said(needed[1:], needed.rows, needed.kind))
    return join((said, beside), wording.say("comma", language))
