"""总览 Overview: each region's headline figures, what months the documents cover, and the figures that
say most."""

import streamlit as st

from ui import store
from ui.choices import say
from ui.parts import cards, figure

tables = store.tables()
specs = [one for one in tables.catalogue.config.figures if one.page == "overview"]

st.markdown("# " + say("总览", "Overview"))
st.markdown(
    say(
        "各地区材料说的月份大多不同。每张卡片上的数字都写明期间和出处；期间不同的数字不在同一坐标轴上比较。",
        "The regions' documents hardly ever speak of the same months. Every figure has its period and "
        "source; figures of different periods never share an axis.",
    )
)
cards.headline(tables)
figure.gallery(tables, specs)
