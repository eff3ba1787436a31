"""地区画像 Region: all that is known of one region, by topic: figures first, the table below."""

import streamlit as st

from industry.export.listing import topics
from industry.figures.options import RegionsSpec
from ui import store
from ui.choices import choice, language, say, words
from ui.parts import figure, listing

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("地区画像", "Region"))
names = {id: catalogue.regions[id].name(tongue) for id in catalogue.config.regions}
region = choice("region", names, catalogue.config.regions[0], say("地区", "Region"), widget="segmented")

listed = [one for one in catalogue.config.figures if one.page == "region"]
specs = [one for one in listed if isinstance(one, RegionsSpec) and one.regions == (region,)]
if not specs:
    st.info(words("no_own_figure"))
figure.gallery(tables, specs)

st.markdown("## " + words("all_figures"))
held = topics(tables, region, tongue)
topic = choice("topic", {"all": say("全部", "All")} | held, "all", say("主题", "Topic"), widget="pills")
listing.show(tables, listing.of_region(tables, region, None if topic == "all" else topic))
