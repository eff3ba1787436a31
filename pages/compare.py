"""指标对比 Compare: choose a concept; what may share an axis does, what may not is set apart."""

import streamlit as st

from industry.figures.draw import spec_of
from industry.rules.comparison import Question
from industry.vocabulary.slide import COMPARE, Choices, Slide
from ui import store
from ui.address import asked
from ui.choices import choice, language, say, words
from ui.parts import common, figure, set_apart

tables = store.tables()
catalogue, tongue = tables.catalogue, language()
st.markdown("# " + say("指标对比", "Compare"))

with st.container(horizontal=True, gap="medium"):
    concepts = {
        id: name(tongue) for id, name in catalogue.config.concepts.items() if catalogue.of_concept(id)
    }
    # An address that is a slide's says no concept.
    named = catalogue.indicators.get(asked("indicator") or "")
    usual = named.concept if named and named.concept else next(iter(concepts))
    concept = choice("concept", concepts, usual, words("what"))
    members = set_apart.members(tables, concept)
    indicator = choice(
        "indicator",
        {one.id: one.name(tongue) for one in members},
        members[0].id,
        say("指标", "Indicator"),
    )
    regions = common.regions(tables)
    period = asked("period")  # of what nobody shares the figure tells
    found = set_apart.compared(tables, Question(indicator, regions, period))
    if found.candidates:
        usual = set_apart.compared(tables, Question(indicator, regions)).candidates or found.candidates
        locks, called = set_apart.locks(tables, found), set_apart.called(tables, found)
        period = choice("period", locks, str(usual[0]), say("同一期间", "Shared period"), called=called)

slide = Slide(COMPARE, Choices(regions, period, indicator))
if spec := spec_of(catalogue, slide):
    figure.show(tables, spec, slide.choices)
figure.gallery(tables, [one for one in catalogue.config.figures if one.page == "compare"])
set_apart.show(tables, concept, Question(indicator, regions, period))
