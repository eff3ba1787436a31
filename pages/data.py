"""数据与出处 Data and sources: every number, published or derived, with filters and search; what the checks found; the
sources; what no chart shows."""

import streamlit as st

from industry import wording
from industry.vocabulary import fields
from ui import store
from ui.choices import choice, language, say, text, words
from ui.parts import figure, listing
from ui.sections import data as section

WIDTH = 168
"""CSS pixels of a filter, so that all stand in a line."""

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
everything = {"all": words("all")}
st.markdown("# " + say("数据与出处", "Data and sources"))
with st.container(horizontal=True, gap="small", key="choices"):
    searched = text(listing.SEARCHED, words("search"), placeholder=words("search_hint"))
    names = {id: one.name(tongue) for id, one in catalogue.regions.items()}
    region = choice("region", everything | names, "all", words("region"), width=WIDTH)
    titles = {id: name(tongue) for id, name in catalogue.config.topics.items()}
    topic = choice("topic", everything | titles, "all", words("topic"), width=WIDTH)
    statuses = {id: wording.status(id, tongue) for id in fields.STATUSES}
    status = choice("status", everything | statuses, "all", words("status"), width=WIDTH)
    kinds = wording.origins(catalogue, tongue)
    kind = choice("kind", everything | kinds, "all", words("origin"), width=WIDTH)

conditions = dict(zip(listing.CONDITIONS, (region, topic, status, kind), strict=True))
asked = conditions | {listing.SEARCHED: searched}
rows = listing.of_address(tables, asked)
listing.show(tables, rows)
section.downloads(rows, asked)
section.findings(tables)
section.sources(tables)
section.unshown(tables)
figure.gallery(tables, [one for one in catalogue.config.figures if one.page == "data"])
