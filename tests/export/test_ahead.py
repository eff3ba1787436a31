"""Works of which the next is under way while one is waited for."""

from __future__ import annotations

import threading

import pytest

from industry.export.order import ahead
from industry.export.picture.renderer import RendererError


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


@pytest.mark.parametrize("browsers", [1, 2])
def test_no_more_are_begun_beforehand_than_there_are_browsers(browsers: int) -> None:
    begun: list[int] = []
    works = [lambda at=at: begun.append(at) for at in range(6)]  # type: ignore[misc]
    makes = ahead(works, browsers)
    assert begun == []
    makes[0]()
    makes[1]()
    assert max(begun) <= 1 + browsers


def test_with_two_browsers_two_are_under_way_behind_the_one_that_is_waited_for() -> None:
    begun = [threading.Event() for _ in range(3)]

    def work(at: int) -> int:
        begun[at].set()
        assert at or all(one.wait(20) for one in begun)
        return at

    makes = ahead([lambda at=at: work(at) for at in range(3)], 2)  # type: ignore[misc]
    assert [make() for make in makes] == [0, 1, 2]


def test_each_is_done_once() -> None:
    begun: list[int] = []
    makes = ahead([lambda at=at: begun.append(at) for at in range(4)])  # type: ignore[misc]
    for make in makes:
        make()
    assert sorted(begun) == [0, 1, 2, 3]


@pytest.mark.parametrize("error", [RendererError("closed"), OSError("the second"), ValueError("the second")])
def test_what_one_raises_comes_in_its_turn(error: Exception) -> None:
    """Of whichever kind. Who isn't told of it would wait for ever, so that a thread of its own waits here."""

    def fails() -> str:
        raise error

    came: list[object] = []

    def wait() -> None:
        first, second, third = ahead([lambda: "first", fails, lambda: "third"])
        came.append(first())
        try:
            second()
        except Exception as raised:  # noqa: BLE001 — which one it is is asked below
            came.append(raised)
        came.append(third())

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()
    waiting.join(20)
    assert came == ["first", error, "third"]
