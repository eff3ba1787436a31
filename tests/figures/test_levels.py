"""A level of regions that the tables have never held before is called by its own words everywhere."""

from __future__ import annotations

import pytest

from industry import project
from industry.figures.draw import draw
from industry.figures.kinds import kinds
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.vocabulary.strict_record import Text
from tests.conftest import WORLD
from tests.figures.drawing import told

COUNTY = """
- id: jinggangshan
  name: {zh: 井冈山, en: Jinggangshan}
  level: county
  parent: jian
  code: '360881'
  colour: '#7A4B00'
"""


@pytest.fixture(scope="module")
def with_county() -> Tables:
    """The frozen tables with a level below the city, and one region of it."""
    files = {name: data.decode() for name, data in contents(WORLD).items()}
    rules = files["data/rules.yaml"].replace(
        "cities}}\n",
        "cities}}\n  - {id: county, one: {zh: 县, en: county}, several: {zh: 县, en: counties}}\n",
    )
    header, *rows = files["data/observations/jian.csv"].splitlines()
    growth = next(row for row in rows if row.startswith("value_added_growth,2021-01/2021-04"))
    rank = next(row for row in rows if row.startswith("industrial_electricity_growth_rank_parent,"))
    files |= {
        "data/rules.yaml": rules,
        "data/regions.yaml": files["data/regions.yaml"].rstrip("\n") + COUNTY,
        "data/observations/jinggangshan.csv": f"{header}\n{growth}\n{rank}\n",
        "config.yaml": files["config.yaml"].replace(
            "regions: [jiangxi, jian, hebei, shaanxi]",
            "regions: [jiangxi, jian, jinggangshan, hebei, shaanxi]",
            1,
        ),
    }
    tables, faults = project.read({name: text.encode() for name, text in files.items()})
    assert not faults, faults
    assert tables is not None
    return tables


def drawn(tables: Tables, chart: str, language: str, **options: object) -> str:
    title = Text(zh="标题", en="Title")
    spec = kinds()[chart].options(id="made", chart=chart, title=title, page="compare", **options)
    return told(draw(spec, tables, Choices(regions=("jinggangshan", "hebei")), language))


def test_a_gap_says_in_what_a_county_lies(with_county: Tables) -> None:
    options = {"indicator": "value_added_growth", "period": "2021-01/2021-04"}
    assert "井冈山为吉安下辖县" in drawn(with_county, "gap", "zh", **options)
    assert "Jinggangshan is a county of Ji'an" in drawn(with_county, "gap", "en", **options)


def test_a_county_beside_its_city_names_both_levels(with_county: Tables) -> None:
    options = {"indicators": ("value_added_growth",)}
    assert "只列县与所属的市，未列：河北" in drawn(with_county, "parent", "zh", **options)
    assert "Only a county and its city are shown here, not Hebei" in drawn(
        with_county, "parent", "en", **options
    )


def test_a_rank_within_a_city(with_county: Tables) -> None:
    assert "在吉安市内的位次" in drawn(with_county, "ranks", "zh")
    assert "在江西省内的位次" not in drawn(with_county, "ranks", "zh")
