"""汇报 Briefing: choose a deck or put one together, present it, take it away."""

import streamlit as st

from industry.vocabulary.slide import Slide
from ui import store
from ui.choices import choice, choices, flag, language, say
from ui.parts import decks
from ui.serving.addresses import CUSTOM

tables = store.tables()
config, tongue = tables.catalogue.config, language()
st.markdown("# " + say("汇报", "Briefing"))

own = {CUSTOM: say("自选图", "Figures of your choice")}
names = {one.id: one.title(tongue) for one in config.decks} | own
with st.container(horizontal=True, gap="medium"):
    deck = choice("deck", names, next(iter(names)), say("汇报", "Deck"))
    sizes = {one.id: one.name(tongue) for one in config.sizes}
    size = choice("size", sizes, config.sizes[0].id, say("图片尺寸", "Size of pictures"))
    title = flag("title", say("图片带标题", "Pictures with title"), True)

listed = {one.id: one.title(tongue) for one in config.figures}
if deck == CUSTOM:
    first = [one.figure for one in config.decks[0].slides] if config.decks else list(listed)
    figures = choices(
        "figures", listed, first, say("图（按选择的顺序）", "Figures (in the order chosen)"), ordered=True
    )
    slides = tuple(map(Slide, figures))
else:
    slides = next(one.slides for one in config.decks if one.id == deck)

if not slides:
    st.info(say("请至少选一张图。", "Please choose at least one figure."))
else:
    decks.links(deck, slides, size, title)
    decks.contents(tables, slides)
