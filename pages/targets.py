"""目标进度 Targets: baseline → target, the five kinds of target in words, forecasts apart."""

import streamlit as st

from industry import wording
from ui import store
from ui.choices import language, say
from ui.parts import figure, listing

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("目标进度", "Targets"))
st.markdown(
    wording.growth_targets(tables, tongue)
    + say(
        "这里列出的是材料印出的其他目标，按五种性质区分：期末水平、净增、新增（总量）、任务量、比率。",
        " Listed here are the targets that they do print, of five kinds: level at the end, net addition, "
        "gross addition, amount to be done, rate.",
    )
)
for spec in (one for one in catalogue.config.figures if one.page == "targets"):
    figure.show(tables, spec)

for status, head in (
    ("target", say("全部目标", "All targets")),
    ("forecast", say("预计（不是目标）", "Forecasts (no targets)")),
    ("policy", say("政策参数", "Policy parameters")),
):
    st.markdown("## " + head)
    listing.show(tables, listing.of_status(tables, status))
