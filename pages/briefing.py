"""汇报 Briefing: choose a deck or put one together, present it, take it away."""

import streamlit as st

from ui import store
from ui.choices import choice, choices, flag, language, say
from ui.parts import decks

tables = store.tables()
config, tongue = tables.catalogue.config, language()
st.markdown("# " + say("汇报", "Briefing"))

own = {"custom": say("自选图", "Figures of your choice")}
names = {one.id: one.title(tongue) for one in config.decks} | own
with st.container(horizontal=True, gap="medium"):
    deck = choice("deck", names, next(iter(names)), say("汇报", "Deck"))
    sizes = {one.id: one.name(tongue) for one in config.sizes}
    size = choice("size", sizes, config.sizes[0].id, say("图片尺寸", "Size of pictures"))
    title = flag("title", say("图片带标题", "Pictures with title"), True)

listed = {one.id: one.title(tongue) for one in config.figures}
if deck == "custom":
    first = config.decks[0].figures if config.decks else tuple(listed)
    figures = choices(
        "figures", listed, first, say("图（按选择的顺序）", "Figures (in the order chosen)"), ordered=True
    )
else:
    figures = next(one.figures for one in config.decks if one.id == deck)

if not figures:
    st.info(say("请至少选一张图。", "Please choose at least one figure."))
else:
    decks.links(deck, figures, size, title)
    decks.contents(tables, figures)
