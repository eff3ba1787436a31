"""走势 Trends: aligned series of regions and China, gaps left open; yearly levels of one edition."""

import streamlit as st

from industry.vocabulary.slide import Choices
from ui import store
from ui.choices import choices, language, say, words
from ui.parts import figure

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("走势", "Trends"))
st.markdown(words("trends"))
names = {id: catalogue.regions[id].name(tongue) for id in catalogue.config.regions}
regions = choices("regions", names, tuple(names), say("地区", "Regions"), widget="pills") or tuple(names)
chosen = Choices() if regions == tuple(names) else Choices(regions=regions)
figure.gallery(tables, [one for one in catalogue.config.figures if one.page == "trends"], chosen)
