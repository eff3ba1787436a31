"""走势 Trends: aligned series of regions and China, gaps left open; yearly levels of one edition."""

import streamlit as st

from industry.vocabulary.slide import Choices
from ui import store
from ui.choices import say, words
from ui.parts import common, figure

tables = store.tables()
st.markdown("# " + say("走势", "Trends"))
st.markdown(words("trends"))
config = tables.catalogue.config
regions = common.regions(tables)
chosen = Choices() if regions == tuple(config.regions) else Choices(regions=regions)
figure.gallery(tables, [one for one in config.figures if one.page == "trends"], chosen)
