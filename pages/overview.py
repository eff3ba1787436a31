"""总览 Overview: each region's headline figures, what months the documents cover, and the figures that
say most."""

import streamlit as st

from industry.vocabulary.slide import Choices
from ui import store
from ui.choices import say, words
from ui.parts import cards, common, figure

tables = store.tables()
specs = [one for one in tables.catalogue.config.figures if one.page == "overview"]

st.markdown("# " + say("总览", "Overview"))
st.markdown(words("overview"))
regions = common.regions(tables)
cards.show(tables, regions)
chosen = Choices() if regions == tuple(tables.catalogue.config.regions) else Choices(regions=regions)
figure.gallery(tables, specs, chosen)
