"""走势 Trends: where an indicator is going, over the years that the reader chooses: its lines, the gap to the country or
the share of it over time; below, the trends that config.yaml lists."""

import streamlit as st

from industry.figures.draw import spec_of
from industry.figures.options import RegionsSpec, SubjectSpec
from industry.vocabulary.fields import AMOUNTS, RATES
from industry.vocabulary.slide import GAP_TREND, SHARE_TREND, TREND, Choices, Slide
from ui import store
from ui.choices import say, words
from ui.parts import common, figure, trending

tables = store.tables()
catalogue = tables.catalogue
st.markdown("# " + say("走势", "Trends"))
with st.container(horizontal=True, gap="medium", key="choices"):
    regions = common.regions(tables)
    indicator = trending.indicator(tables, regions)
    year = common.year_kept(tables)
    span = trending.years(tables, indicator, regions, year)

beside = {**dict.fromkeys(AMOUNTS, SHARE_TREND), **dict.fromkeys(RATES, GAP_TREND)}
for id in filter(None, (TREND, beside.get(catalogue.indicators[indicator].measure))):
    slide = Slide(id, Choices(regions, None, indicator, year, span))
    if spec := spec_of(catalogue, slide):
        figure.show(tables, spec, slide.choices)

st.markdown("## " + words("in_trends"))
listed = [one for one in catalogue.config.figures if one.page == "trends"]
others = [one for one in listed if not (isinstance(one, SubjectSpec) and one.indicator == indicator)]
alone = [one for one in others if isinstance(one, RegionsSpec) and len(one.regions) == 1]
figure.gallery(tables, [one for one in others if one not in alone], common.chosen(tables, regions, year))
figure.gallery(tables, [one for one in alone if one.regions[0] in regions], Choices(year=year))
