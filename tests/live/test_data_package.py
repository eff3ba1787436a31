"""The data package beside the tables that curators keep says what they say, and the tool that reads such packages finds it right:
`make check` writes it."""

import frictionless

from industry.curation import datapackage
from industry.tables.store import contents
from industry.tables.tables import Tables
from tests.conftest import LIVE


def test_it_is_that_of_the_tables(tables: Tables) -> None:
    lying = (LIVE / datapackage.NAME).read_bytes()
    assert lying == datapackage.fresh(contents(LIVE), tables), f"{datapackage.NAME} is stale: make check"


def test_it_is_valid() -> None:
    report = frictionless.validate(str(LIVE / datapackage.NAME))
    assert report.valid, report.to_summary()
