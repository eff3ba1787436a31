"""数据与出处 Data and sources: every observation with filters and search, its source and paragraph; CSV
and XLSX of what is shown; the sources."""

import streamlit as st

from industry import wording
from industry.vocabulary import fields
from ui import store
from ui.choices import choice, language, say, text
from ui.parts import data_sections, listing

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
everything = {"all": say("全部", "All")}
st.markdown("# " + say("数据与出处", "Data and sources"))
words = text(
    "q",
    say("查找", "Search"),
    placeholder=say("指标、数字、出处，如 65.7", "indicator, number, source; 65.7, say"),
)
with st.container(horizontal=True, gap="medium"):
    names = {id: one.name(tongue) for id, one in catalogue.regions.items()}
    region = choice("region", everything | names, "all", say("地区", "Region"))
    titles = {id: name(tongue) for id, name in catalogue.config.topics.items()}
    topic = choice("topic", everything | titles, "all", say("主题", "Topic"))
    statuses = {id: wording.status(id, tongue) for id in fields.STATUSES}
    status = choice("status", everything | statuses, "all", say("数据类型", "Type"))
    kinds = wording.origins(catalogue, tongue)
    kind = choice("kind", everything | kinds, "all", say("来源", "Origin"))

rows = listing.chosen(
    tables,
    None if region == "all" else region,
    None if topic == "all" else topic,
    None if status == "all" else status,
    None if kind == "all" else kind,
    words,
)
listing.show(tables, rows)
data_sections.downloads(tables, rows)
data_sections.findings(tables)
data_sections.sources(tables)
