"""Works of which the next is under way while one is waited for."""

from __future__ import annotations

import threading

import pytest

from industry.export.order import ahead


def test_the_next_is_under_way_while_one_is_waited_for() -> None:
    begun, done = threading.Event(), threading.Event()

    def first() -> str:
        assert begun.wait(20)
        done.set()
        return "first"

    def second() -> str:
        begun.set()
        assert done.wait(20)
        return "second"

    assert [make() for make in ahead([first, second, lambda: "third"])] == ["first", "second", "third"]


def test_no_more_than_one_is_begun_beforehand() -> None:
    begun: list[int] = []
    makes = ahead([lambda at=at: begun.append(at) for at in range(4)])  # type: ignore[misc]
    assert begun == []
    makes[0]()
    makes[1]()
    assert 3 not in begun


def test_what_one_raises_comes_in_its_turn() -> None:
    def fails() -> str:
        raise ValueError("the second")

    first, second, third = ahead([lambda: "first", fails, lambda: "third"])
    assert first() == "first"
    with pytest.raises(ValueError, match="the second"):
        second()
    assert third() == "third"
