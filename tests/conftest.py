"""What all tests share: the frozen tables of tests/world, read once, which the whole program reads while
tests run, and small records made by hand. Tests of the tables that curators keep are in tests/live.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext

from industry import project
from industry.curation import history
from industry.tables import store
from industry.tables.tables import Tables
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator, Region, Source
from industry.vocabulary.observation import Observation
from industry.vocabulary.strict_record import Text
from tests import browsers
from tests.counted import Survived
from tests.servers import serving

ROOT = Path(__file__).resolve().parent.parent


WORLD = Path(__file__).parent / "world"
LIVE = Path(os.environ.setdefault("LIVE", str(project.folder())))
"""The tables that curators keep: those that the program would read; ``LIVE=folder`` names others."""
os.environ["DATA"] = str(WORLD)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of some hundred programs compiles all anew
sys.dont_write_bytecode = False  # and each run of tests its own files
SHIPPED_STILL = store.STILL
"""Seconds for which files stand still before they are taken over, as the program has it."""
store.STILL = (
    0.1  # tests write whole files; that half ones are waited for is shown in tests/tables/test_still.py
)


settings.register_profile("untimed", deadline=None)  # what takes long is shown by the benchmarks
settings.load_profile("untimed")


_keep = history.keep
history.keep = lambda folder, *told: (
    folder == WORLD or _keep(folder, *told)
)  # the frozen tables stay as they are


def pytest_collection_finish() -> None:
    """What thousands of tests and the tables are made of stays: nobody need look for garbage in it again and again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@cache
def world() -> Tables:
    """The frozen tables, for modules that list their figures."""
    found = project.store(WORLD).current()
    assert not found.faults, found.faults
    assert found.tables is not None
    return found.tables


@pytest.fixture(scope="session")
def _browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, BrowserContext]]:
    """What all tests that one process runs look through."""
    with browsers.launched(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="session")
def chromium(_browsers: tuple[Browser, BrowserContext]) -> Browser:
    return _browsers[0]


@pytest.fixture(scope="session")
def window(_browsers: tuple[Browser, BrowserContext]) -> BrowserContext:
    return _browsers[1]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard's server of the frozen tables, which nothing that a viewer does changes."""
    with serving(ROOT, tmp_path_factory.mktemp("server") / "log") as address:
        yield address


@pytest.fixture
def survived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Survived:
    """Counts what faults the test has tried."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return Survived(shared / "survived", request.node.nodeid)


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The frozen tables; in tests/live those that curators keep."""
    return world()


def words(zh: str) -> Text:
    return Text(zh=zh, en=zh)


REGIONS = {
    id: Region(id=id, name=words(id), level=level, parent=parent, code="100000", colour="#0B6E74")
    for id, level, parent in (
        ("china", "country", None),
        ("jiangxi", "province", "china"),
        ("hebei", "province", "china"),
        ("shaanxi", "province", "china"),
        ("jian", "city", "jiangxi"),
    )
}
SOURCE = Source(
    id="bureau", title=words("数据"), publisher=words("统计局"), date="2021-07", kind="statistics", region="china",
    confidence="A",
)  # fmt: skip


def indicator(id: str = "growth", **fields: Any) -> Indicator:
    """An indicator with what a test needs, industrial growth unless told otherwise."""
    held: dict[str, Any] = {
        "id": id,
        "topic": "growth",
        "name": words(id),
        "unit": "%",
        "concept": "industrial_growth",
        "tier": "core",
        "measure": "growth_yoy",
        "timing": "flow",
        "scope": "designated",
    }
    return Indicator(**(held | fields))


GROWTH = indicator()


@pytest.fixture
def observe() -> Callable[..., Observation]:
    """Makes an observation: ``observe("hebei", 4.8, period="2021-01/2021-10")``."""

    def make(region: str, value: float, period: str | None = "2021-01/2021-06", **fields: Any) -> Observation:
        of: Indicator = fields.pop("indicator", GROWTH)
        when = periods.parse(period, of.timing) if period else None
        held: dict[str, Any] = {
            "id": f"{region}:{of.id}:{period}:bureau:",
            "region": REGIONS[region],
            "indicator": of,
            "period": when,
            "value": Decimal(str(value)),
            "value_to": None,
            "qualifier": "",
            "status": "actual",
            "edition": "",
            "inferred": frozenset(),
            "source": SOURCE,
            "paragraph": None,
            "as_printed": f"{value}%",
            "note_zh": "",
            "note_en": "",
            "step": Decimal("0.1"),
            "scale": 1,
        }
        return Observation(**(held | fields))

    return make
