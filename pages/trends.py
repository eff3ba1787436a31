"""走势 Trends: aligned series of regions and China, gaps left open; yearly levels of one edition."""

import streamlit as st

from industry.figures.context import Choices
from ui import store
from ui.choices import choices, language, say
from ui.parts import figure

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("走势", "Trends"))
st.markdown(
    say(
        "只画同一指标、同一版本、同一累计期间的数；没有数的期间断开，不补。1—2月是一个期间，不拆成单月。",
        "Only figures of one indicator, edition and cumulated period are drawn; where there is none the line stays "
        "open. January–February is one period and is never split.",
    )
)
names = {id: catalogue.regions[id].name(tongue) for id in catalogue.config.regions}
regions = choices("regions", names, tuple(names), say("地区", "Regions"), widget="pills") or tuple(names)
chosen = Choices() if regions == tuple(names) else Choices(regions=regions)
figure.gallery(tables, [one for one in catalogue.config.figures if one.page == "trends"], chosen)
