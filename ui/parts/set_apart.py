"""What a concept holds beside the comparison drawn: every other figure of it, with the reason why it
stands apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from industry import wording
from industry.export import listing
from industry.figures import draw
from industry.rules.comparison import Comparison, Question, compare
from industry.tables.tables import Tables
from ui.address import language, words
from ui.parts import grid
from ui.parts.figure import text
from ui.parts.listing import MOST, counted
from ui.store import kept

_SHORT = 100

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
        if len(lines) > _SHORT:
            grid.show(pd.DataFrame(lines, columns=list(header)))
        else:
            told = [[text(cell) for cell in line] for line in (header, *lines)]
            st.markdown(_markdown([told[0], ["---"] * len(header), *told[1:]]))


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    """A table as text: it needs none of the scripts of a data grid, and can be read aloud and printed."""
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


@kept(64)
def _others(
    tables: Tables, concept: str, question: Question, tongue: str
) -> tuple[tuple[str, ...], list[tuple[str, ...]], int]:
    return listing.apart(tables, concept, compared(tables, question), question.regions, tongue, MOST)
