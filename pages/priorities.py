"""政策重点 Priorities: themes × documents, with the texts."""

import streamlit as st

from industry import wording
from industry.wording import citation
from ui import store
from ui.choices import choice, language, say, words
from ui.parts import figure

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("政策重点", "Priorities"))
for spec in (one for one in catalogue.config.figures if one.page == "priorities"):
    figure.show(tables, spec)

documents = {id: one for id, one in catalogue.sources.items() if one.document}
everything = {"all": say("全部", "All")}
kinds = wording.kinds_of_priorities(tongue)
with st.container(horizontal=True, gap="medium"):
    kind = choice("kind", everything | kinds, "all", say("类别", "Kind"))
    themes = {id: name(tongue) for id, name in catalogue.config.themes.items()}
    theme = choice("theme", everything | themes, "all", say("主题", "Theme"))
    titles = {id: f"{one.title(tongue)} ({citation.date(one, tongue)})" for id, one in documents.items()}
    document = choice("document", everything | titles, "all", say("材料", "Document"))

for id, source in documents.items():
    held = [
        one
        for one in catalogue.priorities
        if one.source == id and document in ("all", id)
        if theme in ("all", one.theme) and kind in ("all", one.kind)
    ]
    if held:
        st.markdown("## " + figure.text(source.title(tongue)))
        st.caption(figure.cited(source))
        for one in held:
            place = words("paragraph", one.paragraph)
            head = f"{figure.text(kinds[one.kind])} · **{figure.text(themes[one.theme])}**"
            st.markdown(f"- {head}　{figure.text(one.text(tongue))}　:gray[{place}]")
