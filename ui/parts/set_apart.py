"""What a concept holds beside the comparison drawn: every other figure of it, with the reason why it
stands apart."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from industry import wording
from industry.rules.comparison import Comparison, Question, compare, verdict
from industry.tables.tables import Tables
from industry.vocabulary.catalogue import Indicator
from ui.address import language, say
from ui.parts.listing import MOST, counted
from ui.store import kept

_SHORT = 100

compared = kept(512)(compare)


def members(tables: Tables, concept: str) -> tuple[Indicator, ...]:
    """The concept's indicators, those that can be compared first."""
    regions = tables.catalogue.config.regions
    found = tables.catalogue.of_concept(concept)
    return tuple(sorted(found, key=lambda one: not compared(tables, Question(one.id, regions)).candidates))


def first(tables: Tables, concept: str) -> str:
    """The indicator shown first: the foremost that can be compared."""
    return members(tables, concept)[0].id


def locks(tables: Tables, found: Comparison) -> dict[str, str]:
    """The shared periods (or editions) to choose from, best first, with how many regions hold each."""
    config = tables.catalogue.config
    return {str(one): wording.lock(one, config, language()) for one in found.candidates}


def show(tables: Tables, concept: str, found: Comparison, regions: Sequence[str]) -> None:
    """A table of all other figures of the concept, each with its period and reason."""
    shown = frozenset(row.id for row in (*found.drawn, *((found.benchmark,) if found.benchmark else ())))
    against = found.drawn[0].id if found.drawn else None
    header = (
        say("地区", "Region"),
        say("指标", "Indicator"),
        say("期间", "Period"),
        say("数值", "Figure"),
        say("性质", "Kind"),
        say("为何不并列", "Why apart"),
        say("出处", "Source"),
    )
    body, count = _others(tables, concept, shown, against, tuple(regions), language())
    if body:
        st.markdown("## " + say("不参与比较的数字", "Figures set apart"))
        st.caption(
            say(
                "同一主题的其他数字：指标、期间、版本或口径不同，只列出，不并列作图。",
                "Other figures of this subject: another indicator, period, edition or basis, so listed and not drawn.",
            )
        )
        if count > MOST:
            st.caption(counted(count))
        if len(body) > _SHORT:
            st.dataframe(pd.DataFrame(body, columns=header), hide_index=True)
        else:
            st.markdown(_markdown([header, ["---"] * len(header), *body]))


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    """A table as text: it needs none of the scripts of a data grid, and can be read aloud and printed."""
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


@kept(64)
def _others(
    tables: Tables,
    concept: str,
    shown: frozenset[str],
    against: str | None,
    regions: tuple[str, ...],
    tongue: str,
) -> tuple[list[tuple[str, ...]], int]:
    """The lines of the table, its first ones, and how many there would be."""
    other = tables.row(against) if against else None
    held = {*regions, tables.catalogue.benchmark.id}
    rows = [
        row
        for indicator in tables.catalogue.of_concept(concept)
        for row in tables.rows(indicator.id)
        if row.id not in shown and row.region.id in held
    ]
    lines: list[tuple[str, ...]] = []
    for row in rows[:MOST]:
        reason = verdict(row, other).reason if other else None
        lines.append(
            (
                row.region.name(tongue),
                row.indicator.name(tongue),
                wording.period(row.period, tongue),
                wording.number(row, tongue),
                wording.status(row.status, tongue),
                wording.reason(reason, tables.catalogue.config, tongue) if reason else "",
                row.publication.publisher(tongue),
            )
        )
    return lines, len(rows)
