"""Regions and year: each has one widget, and what is chosen is an id in the address."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from industry.tables.tables import Tables
from tests import patience
from tests.ui.test_choices import where
from ui import address
from ui.parts import common


def page() -> None:
    import streamlit as st

    from ui import address, store
    from ui.parts import common

    address.begin("trends")
    tables = store.tables()
    st.text(",".join(common.regions(tables)))
    st.text(common.year(tables))
    address.end()


def shown(**asked: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=patience.SECONDS)
    for key, value in asked.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception
    return at


def test_none_chosen_is_all_and_the_order_is_the_office_s(tables: Tables) -> None:
    every = ",".join(tables.catalogue.config.regions)
    assert shown().text[0].value == shown(regions="").text[0].value == every
    assert shown(regions="hebei,jiangxi").text[0].value == "jiangxi,hebei"


def test_what_there_isnt_is_told() -> None:
    at = shown(regions="mars", year="1066")
    assert ["mars" in at.toast[0].value, "1066" in at.toast[1].value] == [True, True]


def test_the_years_are_those_with_actual_figures(tables: Tables) -> None:
    held = {
        row.period.year
        for id in tables.catalogue.indicators
        for row in tables.rows(id)
        if row.period and row.status == "actual"
    }
    offered = common.years(tables)
    assert set(offered) <= held and list(offered) == sorted(offered, reverse=True)
    assert shown(year=str(offered[-1])).text[1].value == str(offered[-1])


def test_the_latest_is_offered_where_it_is_looked_at(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def chosen(key: str, options: dict[str, str], default: str, label: str, **look: object) -> str:
        asked.update(options=list(options), default=default)
        return default

    monkeypatch.setattr(common, "choice", chosen)
    monkeypatch.setattr(common, "words", lambda key, *facts: f"{key}{facts}")
    monkeypatch.setattr(common, "years", lambda tables: (3, 2, 1))
    for focus, options in (("latest", ["latest", "3", "2", "1"]), ("2", ["3", "2", "1"])):
        config = SimpleNamespace(focus=focus)
        assert common.year(SimpleNamespace(catalogue=SimpleNamespace(config=config))) == focus  # type: ignore[arg-type]
        assert asked == {"options": options, "default": focus}


def test_what_travels_stays_though_a_page_drops_what_it_doesnt_ask_for() -> None:
    def script() -> None:
        import streamlit as st

        from ui import address
        from ui.choices import choice

        address.begin("region")
        choice("topic", {"a": "甲", "b": "乙"}, "a", "主题")
        st.text(address.link("compare", indicator="x"))
        address.end()

    at = AppTest.from_function(script, default_timeout=patience.SECONDS)
    for key, value in {"regions": "hebei", "year": "2021", "lang": "en", "concept": "profit"}.items():
        at.query_params[key] = value
    at.run()
    assert at.text[0].value == "/compare?lang=en&regions=hebei&year=2021&indicator=x"
    at.selectbox[0].select("b").run()
    assert where(at) == {"lang": "en", "regions": "hebei", "year": "2021", "topic": "b"}


def test_only_keys_that_are_declared_travel() -> None:
    held = {"lang": "zh", "regions": "", "year": "latest", "period": "2021", "row": "x"}
    assert address.travelling(held) == {"year": "latest"}
