"""政策重点 Priorities: themes × documents with the words in the cells; of a word numbers and priorities of all regions."""

import streamlit as st

from industry import wording
from industry.vocabulary.slide import Choices
from ui import store
from ui.choices import choice, language, say, text, words
from ui.parts import common, figure
from ui.sections import priorities

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("政策重点", "Priorities"))
everything = {"all": say("全部", "All")}
with st.container(horizontal=True, gap="medium", key="choices"):
    word = text("q", words("priorities_word"), placeholder=words("priorities_hint"))
    if word:
        regions = common.regions(tables)
        year = common.year(tables)
    else:
        kinds = everything | wording.kinds_of_priorities(tongue)
        kind = choice("kind", kinds, "all", words("kind"), widget="segmented")
        documents = everything | priorities.documents(tables, tongue)
        document = choice("document", documents, "all", words("document"), width=priorities.DOCUMENT)
if word:
    priorities.side_by_side(priorities.for_word(tables, word, regions, year))
else:
    themes = {id: name(tongue) for id, name in catalogue.config.themes.items()}
    theme = choice("theme", everything | themes, "all", words("theme"), widget="pills")
    asked = [None if one == "all" else one for one in (theme, kind, document)]
    priorities.grid(priorities.priorities(tables, tongue, *asked))
    figure.gallery(tables, [one for one in catalogue.config.figures if one.page == "priorities"], Choices())
