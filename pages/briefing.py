"""汇报 Briefing: choose a deck or put one together, present it, take it away."""

import streamlit as st

from ui import store
from ui.briefing import decks, refreshing, since, slides, templated, tray
from ui.choices import say

tables = store.tables()
st.markdown("# " + say("汇报", "Briefing"))

own = tray.slides()
with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="deck"):
    deck = decks.chosen(tables, own)
    decks.links(tables, deck)
    templated.show(deck)
    refreshing.show()
if deck.is_own:
    slides.left_out(tray.beyond())
decks.other_years(tables, deck)
slides.show(tables, deck.slides, deck.is_own)
since.show(tables, deck)
