"""A kind of chart is its file: found without being listed, with options of its own, importing no other kind."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from industry.figures import kinds as package
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from industry.vocabulary.subject import misfit
from tests.figures.specs import made
from tests.tables import fault_tables

FILES = {path.stem: path for path in Path(package.__file__).parent.glob("*.py") if path.stem != "__init__"}
TITLE = Text(zh="标题", en="Title")


def test_every_file_is_a_kind_and_every_kind_a_file() -> None:
    assert kinds().keys() == FILES.keys()
    for name, kind in kinds().items():
        assert get_args(kind.options.model_fields["chart"].annotation) == (name,)
        assert issubclass(kind.options, FigureSpec)


@pytest.mark.parametrize("name", FILES)
def test_no_kind_imports_another(name: str) -> None:
    for node in ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))):
        module = node.module if isinstance(node, ast.ImportFrom) else None
        assert module is None or not module.startswith("industry.figures.kinds"), module
        assert not isinstance(node, ast.Import) or not any("kinds" in one.name for one in node.names)


def test_every_kind_has_a_broken_figure() -> None:
    assert {f"kind_{name}" for name in kinds()} <= fault_tables.expected().keys()


NEW_KIND = """
from typing import Literal

from industry.figures.context import Context, Kind
from industry.figures.finished import figure
from industry.figures.record import Figure
from industry.vocabulary.configuration import FigureSpec


class Options(FigureSpec):
    chart: Literal["sentence"]
    words: str


def sentence(context: Context[Options]) -> Figure:
    return figure(context, (), empty=context.spec.words)


KIND = Kind(Options, sentence)
"""


@pytest.fixture
def new_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of kinds with a further file in it."""
    (tmp_path / "sentence.py").write_text(NEW_KIND, encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    kinds.cache_clear()
    yield
    kinds.cache_clear()


@pytest.mark.usefixtures("new_kind")
def test_a_further_file_is_a_further_kind(tables: Tables) -> None:
    options = kinds()["sentence"].options
    spec = options(id="said", chart="sentence", title=TITLE, page="overview", words="只有一句话。")
    assert draw(spec, tables, Choices(), "zh").empty == "只有一句话。"


def spec(**more: Any) -> FigureSpec:
    said = {"indicator": "value_added_growth", "own_periods": {"hebei": "2021", "jiangxi": "2020"}}
    made: FigureSpec = kinds()["gap"].options(
        id="gap", chart="gap", title=TITLE, page="overview", **(said | more)
    )
    return made


@pytest.mark.parametrize(
    "other",
    [
        {"own_periods": {"hebei": "2021"}},
        {"own_periods": {"hebei": "2020", "jiangxi": "2021"}},
        {"regions": ("hebei", "jiangxi")},
        {"note": TITLE},
        {"indicator": "gdp_growth"},
    ],
)
def test_figures_are_equal_and_hash_alike_by_all_that_they_say(other: dict[str, Any]) -> None:
    assert spec() == spec() and hash(spec()) == hash(spec())
    turned = spec(own_periods={"jiangxi": "2020", "hebei": "2021"})
    assert spec() == turned and hash(spec()) == hash(turned)
    assert spec() != spec(**other) and hash(spec()) != hash(spec(**other))


ONE, TWO = {"indicator": "gdp"}, {"indicators": ("gdp", "revenue")}


@pytest.mark.parametrize(
    ("chart", "subject", "drawn"),
    [
        ("bars", ONE, get_args(fields.Measure)),
        ("gap", ONE, fields.RATES),
        ("lines", ONE, set(get_args(fields.Measure)) - {"rank", "streak", "parameter"}),
        ("lines", ONE | {"as_share": True}, ("level", "count")),
        ("slope", TWO, set(get_args(fields.Measure)) - {"rank", "streak", "parameter"}),
        ("parent", TWO, fields.RATES),
        ("branches", ONE | {"indicators": ("revenue",)}, fields.RATES),
        ("ranks", TWO, ("rank", "streak")),
        ("share", TWO, ("level", "count")),
        ("tiers", TWO, ("level", "count")),
        ("breadth", TWO, ("level", "count")),
    ],
)
def test_a_kind_draws_the_measures_that_it_can(
    tables: Tables, chart: str, subject: dict[str, Any], drawn: Iterable[str]
) -> None:
    spec = kinds()[chart].options(id="one", chart=chart, title=TITLE, page="overview", **subject)
    gdp = tables.catalogue.indicators["gdp"]
    for measure in get_args(fields.Measure):
        assert (misfit(spec, gdp.model_copy(update={"measure": measure})) == "") == (measure in drawn)
    listed = gdp.model_copy(update={"measure": next(iter(drawn)), "timing": "list"})
    assert misfit(spec, listed) == ("timing" if chart in ("lines", "slope") else "")


def test_of_a_concept_only_what_the_kind_can_draw_is_drawn(tables: Tables) -> None:
    members = {one.id: one.measure for one in tables.catalogue.of_concept("electronics")}
    assert members == {"electronics_revenue": "level", "electronics_revenue_growth": "growth_yoy"}
    growth = tables.catalogue.indicators["electronics_revenue_growth"]
    assert made(tables, "gap", concept="electronics").frame.subtitle == growth.name("zh")
