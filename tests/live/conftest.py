"""The tables that curators keep. What is asserted here holds of any right tables: nothing depends on which
months, regions, documents or figures there are. Whatever is of particular figures is asked of tests/world.

``LIVE=folder pytest tests/live`` asks it of the tables of another folder.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from pptx import Presentation

from industry import project
from industry.export.formats import pptx
from industry.export.order import Order
from industry.tables.store import Snapshot
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording import fault_words
from tests.conftest import LIVE
from tests.figures.specs import once

LANGUAGES = os.environ.get("LANGUAGES", "zh en").split()
"""``LANGUAGES=zh`` asks half, where the tables aren't those that people will see."""


@cache
def snapshot() -> Snapshot:
    return project.store(LIVE).current()


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The tables; where they have faults every test tells which."""
    found = snapshot()
    assert found.tables is not None, "\n".join(fault_words.sentence(one, "en") for one in found.faults)
    return found.tables


@pytest.fixture(scope="session")
def orders(tables: Tables) -> dict[str, Order]:
    """All figures, in each language."""
    figures = {
        tongue: tuple(once(one, tables, Choices(), tongue) for one in tables.catalogue.config.figures)
        for tongue in ("zh", "en")
    }
    return {
        tongue: Order("x", held, tongue, tables, tables.catalogue.config.sizes[0])
        for tongue, held in figures.items()
    }


@pytest.fixture(scope="session")
def deck_in(orders: dict[str, Order]) -> Callable[[str], Any]:
    """The presentation of all figures in a language, made once for whoever reads it."""
    return cache(lambda language: Presentation(io.BytesIO(pptx.FORMAT.make(orders[language]))))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``spec`` is each figure of config.yaml in turn, ``language`` each language."""
    if "spec" in metafunc.fixturenames:
        held = snapshot().tables
        specs = held.catalogue.config.figures if held else ()
        metafunc.parametrize("spec", specs, ids=lambda spec: str(spec.id))
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", LANGUAGES)
