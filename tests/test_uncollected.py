"""Python's collector is off during the work and on again behind it, whatever happened in it and in whatever order it ended."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from industry import project
from industry.curation.difference import difference
from tests.conftest import world


@pytest.fixture(autouse=True)
def on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_on_again_where_the_work_fails() -> None:
    with pytest.raises(ValueError), project.uncollected():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_one_within_another_leaves_it_off() -> None:
    with project.uncollected():
        with project.uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    with project.uncollected():
        pass
    assert not gc.isenabled()


def test_it_ends_on_when_works_overlap() -> None:
    first, second = project.uncollected(), project.uncollected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_reading_and_telling_what_differs_leave_it_on() -> None:
    """Of a file with faults, too."""
    assert project.read({})[1] and gc.isenabled()
    found = difference(world(), world())
    assert not found.audits and not found.derived and not found.figures("zh")
    assert gc.isenabled()
