"""The table of targets as its record: what stands in which order, and what a narrow screen says of it."""

import json

import pytest

from industry.wording import worded
from tests.conftest import world
from ui.sections.targets import as_table, targets

ORDER = ("region", "name", "kind", "before", "goal", "required", "done", "pace")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_year_before_stands_before_the_target_and_every_number_says_what_it_is(language: str) -> None:
    table = as_table(targets(world(), world().catalogue.config.regions, "2021", language), language)
    assert [one.head for one in table.columns] == [
        worded("pages", f"targets_{one}", language) for one in ORDER
    ]
    written = json.loads(table.written)["columns"]
    for key, column in zip(ORDER, written, strict=True):
        numbers = key in ("before", "required", "done")
        assert column["lead"].startswith(column["head"]) == numbers, (
            "folded under a name a number says which it is"
        )
