"""That a command is still at work is told on a terminal, and nowhere else; not once it is over."""

from __future__ import annotations

import io
import sys
import time

import pytest

from industry import wording
from industry.commands import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "FIRST", 0.02)
    monkeypatch.setattr(waiting, "NEXT", 60.0)


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, over: bool = False) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with waiting.told("zh"):
        if over:
            waiting.over()
        until = time.monotonic() + seconds
        while time.monotonic() < until and not stream.getvalue():
            time.sleep(0.01)
    return stream.getvalue()


def test_a_long_work_says_so_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), 10.0) == wording.worded("command", "waiting", "zh", 0) + "\n"


def test_how_far_a_work_is_is_drawn_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with waiting.bar("work") as told:
            told(1, 2)
            assert not drawn or "work 1/2" in stream.getvalue()
            told(2, 2)
        assert ("work 2/2" in stream.getvalue()) is drawn
        assert drawn or stream.getvalue() == ""
        assert "/?" not in stream.getvalue()  # nothing is said of what isn't known


def test_nothing_is_told_of_a_short_work_to_a_file_or_once_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert told(monkeypatch, io.StringIO(), 0.2) == ""
    assert told(monkeypatch, Terminal(), 0.2, over=True) == ""
    monkeypatch.setattr(waiting, "FIRST", 5.0)
    assert told(monkeypatch, Terminal(), 0.0) == ""
