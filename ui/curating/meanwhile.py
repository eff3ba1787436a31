"""What others did to the tables since a work was begun: it stays as it is, and is set beside what is there now."""

from __future__ import annotations

import streamlit as st

from industry.curation.difference import difference
from ui.address import plain
from ui.curating import effect, writing
from ui.curating.now import Now
from ui.curating.said import told
from ui.curating.works import Work


def show(work: Work, now: Now) -> None:
    """Who changed the tables, when, and which numbers are others now; nothing where nobody did."""
    if work.base is None or work.base.content == now.content:
        return
    since = [one for one in writing.entries() if one.at >= f"{work.at:%Y-%m-%d %H:%M:%S}"]
    lines = [
        told(
            "meanwhile_one",
            one.at,
            plain(one.who),
            told("did_adopt" if one.what == writing.ADOPT else "did_undo"),
            plain("、".join(one.named), 80),
        )
        for one in since
    ]
    st.warning(
        "\n\n".join([told("meanwhile"), *(lines or [told("meanwhile_by_hand")])]), icon=":material/info:"
    )
    if work.base.tables is not None and now.tables is not None:
        with st.expander(told("meanwhile_what"), on_change="rerun", key=f"meanwhile-{work.id}") as opened:
            if opened.open:
                effect.numbers(difference(work.base.tables, now.tables), "meanwhile-numbers")
