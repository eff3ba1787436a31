"""Whoever asks for hundreds of things keeps nobody else waiting."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import anyio
import pytest

from tests.loops import apart
from ui.serving.fair import Crowded, Share


def request(viewer: str, app: object, gone: bool = False) -> Any:
    async def is_disconnected() -> bool:
        return gone

    return SimpleNamespace(client=SimpleNamespace(host=viewer), app=app, is_disconnected=is_disconnected)


def test_a_second_viewer_finds_a_place_while_the_first_has_hundreds_waiting() -> None:
    share, app = Share("pictures", all=5, each=2), SimpleNamespace(state=SimpleNamespace())
    go, done, crowded = threading.Event(), list[str](), list[str]()

    async def ask(viewer: str, work: Any) -> None:
        try:
            await share.run(request(viewer, app), work)
            done.append(viewer)
        except Crowded:
            crowded.append(viewer)

    async def crowd() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(500):
                group.start_soon(ask, "greedy", go.wait)
            await anyio.wait_all_tasks_blocked()
            assert len(crowded) > 400
            with anyio.fail_after(5):
                await ask("other", lambda: None)
            assert done == ["other"]
            go.set()

    apart(anyio.run, crowd)
    assert done.count("greedy") + len(crowded) == 500
    assert app.state.pictures_viewers == {}  # nothing is kept of who has gone


def test_what_the_work_raises_gives_the_turn_back() -> None:
    share, app = Share("drafts", all=1, each=1), SimpleNamespace(state=SimpleNamespace())

    def fail() -> None:
        raise KeyError("x")

    async def twice() -> None:
        for _ in range(2):
            with pytest.raises(KeyError):
                await share.run(request("one", app), fail)

    apart(anyio.run, twice)
    assert app.state.drafts_viewers == {}


def test_nothing_is_made_for_who_has_gone_while_he_waited() -> None:
    share, app = Share("drafts", all=1, each=1), SimpleNamespace(state=SimpleNamespace())
    made: list[int] = []

    async def ask() -> None:
        with pytest.raises(Crowded):
            await share.run(request("one", app, gone=True), lambda: made.append(1))

    apart(anyio.run, ask)
    assert made == [] and app.state.drafts_viewers == {}
