"""指标对比 Compare: who against whom, when. The period is picked from the grid of all that are held; beside it what may
share an axis does, and what may not is set apart."""

import streamlit as st

from industry.figures.draw import spec_of
from industry.figures.options import RegionsSpec
from industry.vocabulary.slide import COMPARE, Choices, Slide
from ui import store
from ui.choices import picked, say
from ui.parts import common, compared, figure

tables = store.tables()
catalogue = tables.catalogue
st.markdown("# " + say("指标对比", "Compare"))

with st.container(horizontal=True, gap="medium", key="choices"):
    indicator = compared.indicator(tables)
    regions = common.regions(tables)
    year = common.year(tables, drops=("period",))
period, pick = picked("period")

slide = Slide(COMPARE, Choices(regions, period, indicator, year))
spec = spec_of(catalogue, slide)
if isinstance(spec, RegionsSpec):
    with st.container(horizontal=True, gap="medium", key="compared"):
        with st.container(width=compared.width(tables, spec, slide.choices, indicator), key="held"):
            compared.grid(tables, spec, slide.choices, indicator, pick)
        with st.container(key="drawn"):
            figure.show(tables, spec, slide.choices)
    compared.others(tables, spec, slide.choices, indicator)
listed = [one for one in catalogue.config.figures if one.page == "compare"]
figure.gallery(tables, listed, common.chosen(tables, regions, year))
