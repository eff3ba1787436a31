"""目标进度 Targets: one table of a year's targets over all regions; forecasts, other years and parameters folded."""

import streamlit as st

from industry.figures.options import RegionsSpec
from ui import store
from ui.choices import language, say
from ui.parts import common, figure
from ui.sections import targets

tables = store.tables()
with st.container(horizontal=True, gap="medium", vertical_alignment="center", key="head"):
    st.markdown("# " + say("目标进度", "Targets"), width="content")
    regions = common.regions(tables, hide_label=True)
    year = common.year(tables, hide_label=True)
found = targets.targets(tables, regions, year, language())
targets.show(tables, found)

specs = [one for one in tables.catalogue.config.figures if one.page == "targets"]
held = {one.region.id for one in found.targets}
own = [one for one in specs if not isinstance(one, RegionsSpec) or {*one.regions} <= held]
figure.gallery(tables, own, common.chosen(tables, tables.catalogue.config.regions, year))
