"""地区画像 Region: one region at a glance, its figures, and all its numbers by topic."""

import streamlit as st

from industry import wording
from industry.export.listing import topics
from industry.figures.options import RegionsSpec
from ui import store
from ui.address import asked, link, split
from ui.choices import choice, language, say, words
from ui.parts import common, figure, listing
from ui.sections import region as section
from ui.sections.targets import targets

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
names = {id: catalogue.regions[id].name(tongue) for id in catalogue.config.regions}
first = next((id for id in names if id in split(asked("regions") or "")), catalogue.config.regions[0])
now = catalogue.regions[wanted if (wanted := asked("region")) in names else first]
with st.container(horizontal=True, gap="medium", vertical_alignment="center", key="head"):
    where = f" :gray[:small[{figure.text(wording.lying_in(now, catalogue, tongue))}]]"
    st.markdown(f"# {figure.text(names[now.id])}{where}", width="content")
    region = choice("region", names, first, words("region"), "segmented", hide_label=True)
    year = common.year(tables, hide_label=True)
    rows = listing.of_region(tables, region)
    if rows or region in {one.id for one in catalogue.config.decks}:
        st.markdown(f"[{words('region_briefing')}]({link('briefing', deck=region)})", width="content")
listed = [one for one in catalogue.config.figures if one.page == "region"]
specs = [one for one in listed if isinstance(one, RegionsSpec) and one.regions == (region,)]
chosen = common.chosen(tables, catalogue.config.regions, year)
breadth = [store.figure(tables, one, chosen, tongue) for one in specs if one.chart == "breadth"]
if rows:
    section.show(
        section.profile(tables, region, year, tongue), targets(tables, (region,), year, tongue), breadth
    )
else:
    st.info(words("region_none", figure.text(names[region])))
section.priorities(tables, region)

label = words("region_all", len(rows))
if rows and (fold := st.expander(label, on_change="rerun", key=f"all-{region}-{tongue}")).open:
    with fold:
        held = topics(tables, region, tongue)
        topic = choice("topic", {"all": say("全部", "All")} | held, "all", words("topic"), widget="pills")
        listing.show(tables, listing.of_region(tables, region, None if topic == "all" else topic))

figure.gallery(tables, specs, chosen)
