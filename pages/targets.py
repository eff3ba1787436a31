"""目标进度 Targets: baseline → target, the five kinds of target in words, forecasts apart."""

import streamlit as st

from industry.export import page_words
from ui import store
from ui.choices import language, say
from ui.parts import figure, listing

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("目标进度", "Targets"))
st.markdown(page_words.targets(tables, tongue))
for spec in (one for one in catalogue.config.figures if one.page == "targets"):
    figure.show(tables, spec)

for status in page_words.STATUSES:
    st.markdown("## " + page_words.say(status, tongue))
    listing.show(tables, listing.of_status(tables, status))
