"""What a concept holds beside the comparison drawn: every other figure of it, with the reason why it
stands apart."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from industry import wording
from industry.export import listing
from industry.figures import draw
from industry.figures.record import Table as Texts
from industry.rules.comparison import Comparison, Question, compare
from industry.tables.tables import Tables
from ui.address import language, words
from ui.parts import text_table
from ui.parts.listing import MOST, counted
from ui.store import kept

compared = kept(512)(compare)
members = kept(64)(draw.members)


def locks(tables: Tables, found: Comparison) -> dict[str, str]:
    """The shared periods (or editions) to choose from, best first, with how many regions hold each."""
    config = tables.catalogue.config
    return {str(one): wording.lock(one, config, language()) for one in found.candidates}


def called(tables: Tables, found: Comparison) -> Callable[[str], str]:
    """What a lock that is asked for, and that nobody shares, is called."""
    config = tables.catalogue.config
    return lambda text: wording.asked(found.asked, config, language()) if found.asked else text


def show(tables: Tables, concept: str, question: Question) -> None:
    """A table of all other figures of the concept, each with its period and reason."""
    header, lines, count = _others(tables, concept, question, language())
    if lines:
        st.markdown("## " + words("apart"))
        st.caption(words("apart_lead"))
        if count > MOST:
            st.caption(counted(count))
        text_table.show(words("apart"), Texts(header, tuple(lines)), "apart")


@kept(64)
def _others(
    tables: Tables, concept: str, question: Question, tongue: str
) -> tuple[tuple[str, ...], list[tuple[str, ...]], int]:
    return listing.apart(tables, concept, compared(tables, question), question.regions, tongue, MOST)
