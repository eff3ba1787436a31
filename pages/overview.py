"""总览 Overview: each region's headline figures, what months the documents cover, and the figures that
say most."""

import streamlit as st

from ui import store
from ui.choices import say, words
from ui.parts import cards, figure

tables = store.tables()
specs = [one for one in tables.catalogue.config.figures if one.page == "overview"]

st.markdown("# " + say("总览", "Overview"))
st.markdown(words("overview"))
cards.show(tables)
figure.gallery(tables, specs)
