"""目标进度 Targets: baseline → target, the five kinds of target in words, forecasts apart."""

import streamlit as st

from industry import wording
from industry.export.listing import PLANNED
from ui import store
from ui.choices import language, say, words
from ui.parts import figure, listing

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("目标进度", "Targets"))
st.markdown(wording.growth_targets(tables, tongue) + words("targets"))
for spec in (one for one in catalogue.config.figures if one.page == "targets"):
    figure.show(tables, spec)

for status in PLANNED:
    st.markdown("## " + words(status))
    listing.show(tables, listing.of_status(tables, status), status)
