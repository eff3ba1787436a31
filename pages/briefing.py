"""汇报 Briefing: choose a deck or put one together, present it, take it away."""

import streamlit as st

from industry.export.deck import regional
from ui import store
from ui.briefing import decks, refreshing, since, slides, templated, tray
from ui.choices import say
from ui.serving.addresses import CUSTOM

tables = store.tables()
st.markdown("# " + say("汇报", "Briefing"))

own = tray.slides()
with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="deck"):
    deck = decks.chosen(tables, own)
    shown = own if deck == CUSTOM else next(one.slides for one in regional.decks(tables) if one.id == deck)
    decks.links(tables, deck, shown)
    templated.show(deck, shown)
    refreshing.show()
if deck == CUSTOM:
    slides.left_out(tray.beyond())
slides.show(tables, shown, deck == CUSTOM)
if deck == CUSTOM:
    since.show(tables, shown)
