"""上次会议以来: of a deck that was opened from a file, what has changed in its figures since that was kept.

What has changed is found in ``industry.curation.changes.meeting``; the version and the day are held by the address, and nothing of the
file is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from industry import project, wording
from industry.curation import since
from industry.curation.changes.meeting import Meeting, meeting
from industry.curation.refusal import Refusal
from industry.export.deck.deck_file import VERSION, is_day
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from ui import address, store
from ui.address import language, plain
from ui.briefing.decks import Shown

KEY = "since"
"""What the address says of the file from which one's own deck was opened: its day, and the version of its data."""
_HELD = re.compile(rf"([^,]+),({VERSION})")


def show(tables: Tables, deck: Shown) -> None:
    """What has changed in the slides of a deck, below them; nothing of one that was opened from no file. While another is
    looked at, the address goes on to say from which one's own was."""
    found = _HELD.fullmatch(address.held(KEY))
    if not deck.is_own or not found or not is_day(found[1]):
        return
    day, version = found.groups()
    st.markdown("## " + _say("since_title"))
    now = wording.data_version(tables.version, language())
    if version == tables.version:
        st.caption(plain(_say("since_same", day, now), None))
        return
    then = wording.data_version(version, language())
    st.caption(plain(_say("since_made", day, then, now), None))
    try:
        told = _meeting(tables, version, tuple(deck.slides), language())
    except Refusal as refused:
        for line in refused.told(language()):
            st.info(plain(line, None))
        return
    _list(plain(told.summary or _say("since_quiet"), None), told.numbers, told.rest, 0)
    for one in told.slides:
        head = plain(_say("since_slide", one.number, one.title), None)
        _list(f"**{head}**", one.lines, one.rest, one.number)


def _list(head: str, lines: Sequence[str], rest: Sequence[str], number: int) -> None:
    """Lines below a head, and the ``rest`` of them to be opened."""
    st.markdown("\n".join((head, "", *_listed(lines))))
    if rest:
        label = _say("since_more", len(rest))
        with st.expander(label, on_change="rerun", key=f"since-{number}-{language()}") as opened:
            if opened.open:
                st.markdown("\n".join(_listed(rest)))


def _listed(lines: Sequence[str]) -> list[str]:
    return [f"- {plain(line, None)}" for line in lines]


@store.kept(64)
def _meeting(tables: Tables, version: str, slides: tuple[Slide, ...], tongue: str) -> Meeting:
    """Raises Refusal, which isn't kept: the version may be held tomorrow."""
    return meeting(_then(version), tables, slides, tongue)


@store.kept(3)
def _then(version: str) -> Tables:
    if not since.WHOLE.fullmatch(version):
        raise since.unknown(project.folder(), version)
    return since.tables(project.folder(), version)


def _say(key: str, *facts: object) -> str:
    return wording.worded("changes", key, language(), *facts)
