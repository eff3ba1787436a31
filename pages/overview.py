"""总览 Overview: how the regions stand. What is found, then the benchmark table of headline indicators, in the view
that is chosen; the figures that say most below it."""

import streamlit as st

from industry.figures.kinds.table import Options
from ui import store
from ui.choices import choice, language, words
from ui.parts import common, figure

tables = store.tables()
config, tongue = tables.catalogue.config, language()
listed = [one for one in config.figures if one.page == "overview"]
views = {one.id: one for one in listed if isinstance(one, Options)}

with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="head"):
    st.markdown("# " + words("overview_title"), width="content")
    view = ""
    if views:
        names = {id: one.called(tongue) for id, one in views.items()}
        view = choice("mode", names, next(iter(names)), words("view"), "segmented", hide_label=True)
    year = common.year(tables, hide_label=True)
    regions = common.regions(tables, hide_label=True)
chosen = common.chosen(tables, regions, year)

if view:
    spec = views[view]
    with st.container(gap="xsmall"):
        if said := store.figure(tables, spec, chosen, tongue).frame.subtitle:
            st.markdown(f"**{figure.text(said)}**")
        st.caption(words("overview_latest" if spec.each_latest else "overview"))
        figure.bare(tables, spec, chosen, words("foot"))
figure.gallery(tables, [one for one in listed if one.id not in views], chosen)
