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


def test_no_more_than_one_is_begun_beforehand() -> None:
    begun: list[int] = []
    makes = ahead([lambda at=at: begun.append(at) for at in range(4)])  # type: ignore[misc]
    assert begun == []
    makes[0]()
    makes[1]()
    assert 3 not in begun


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
