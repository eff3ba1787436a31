"""核稿 Proofread: is my draft right? Each of its numbers is held against the tables, marked, and leads to its source."""

import streamlit as st

from industry.vocabulary.slide import Choices
from ui import store
from ui.choices import say
from ui.parts import figure
from ui.texts import draft

tables = store.tables()
st.markdown("# " + say("核稿", "Proofread"))
draft.show(tables)
figure.gallery(tables, [one for one in tables.catalogue.config.figures if one.page == "proof"], Choices())
