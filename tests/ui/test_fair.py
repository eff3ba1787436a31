"""Whoever asks for hundreds of things keeps nobody else waiting."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from starlette.requests import Request
from starlette.routing import Route

from tests.loops import apart
from ui.serving import drafts, routes, streaming
from ui.serving.fair import Crowded, Share
from ui.serving.routes import ROUTES
from ui.serving.taken import File


def request(viewer: str, app: object, gone: bool = False) -> Any:
    async def is_disconnected() -> bool:
        return gone

    return SimpleNamespace(client=SimpleNamespace(host=viewer), app=app, is_disconnected=is_disconnected)


def asking(viewer: str, app: object, route: Route) -> Request:
    """A request as the server's own, of one who stays."""

    async def receive() -> dict[str, Any]:
        await anyio.sleep_forever()
        raise AssertionError

    names = {one: "x.png" for one in route.param_convertors}
    told = {"client": (viewer, 1), "app": app, "method": "GET", "path": route.path, "path_params": names}
    return Request({"type": "http", "headers": [], "query_string": f"by={viewer}".encode(), **told}, receive)


WORKS = {
    "/picture/{name:path}": "taken.picture",
    "/deck/{name:path}": "taken.deck",
    "/deck-file": "taken.deck_file",
    "/present/{name:path}": "taken.present",
    "/rows.csv": "listed.rows",
    "/rows.xlsx": "listed.rows",
    "/search": "searched.answer",
}
"""What makes the answer of each address that is asked for without a body; of the others the share is asked below."""


def test_no_address_is_left_out() -> None:
    assert set(WORKS) == {one.path for one in ROUTES if "GET" in (one.methods or ())}


@pytest.mark.parametrize("path", WORKS)
def test_a_second_viewer_finds_a_place_while_the_first_has_hundreds_waiting(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, go = SimpleNamespace(state=SimpleNamespace()), threading.Event()
    (route,) = (one for one in ROUTES if one.path == path)
    statuses: dict[str, list[int]] = {"greedy": [], "other": []}

    def work(*told: object) -> object:
        if "greedy" in str(told):
            go.wait()
        return {} if path == "/search" else File(b"made", "made.png", "image/png")

    monkeypatch.setattr(f"ui.serving.{WORKS[path]}", work)

    async def ask(viewer: str) -> None:
        answer = await route.endpoint(asking(viewer, app, route))
        statuses[viewer].append(answer.status_code)
        assert ("Retry-After" in answer.headers) == (answer.status_code == 503)

    async def crowd() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(500):
                group.start_soon(ask, "greedy")
            try:
                with anyio.move_on_after(5):
                    while len(statuses["greedy"]) < 400:
                        await anyio.sleep(0.01)
                    await ask("other")
            finally:
                go.set()

    apart(anyio.run, crowd)
    refused, made = statuses["greedy"].count(503), statuses["greedy"].count(200)
    assert statuses["other"] == [200] and refused > 400 and refused + made == 500
    assert [held for name, held in vars(app.state).items() if name.endswith("_viewers")] == [{}]


def test_every_share_leaves_others_a_place() -> None:
    held = {
        one
        for module in (routes, drafts, streaming)
        for one in vars(module).values()
        if isinstance(one, Share)
    }
    assert {one.name for one in held} == {"pictures", "rows", "searches", "drafts"}
    assert {one.name for one in held if one.each * 2 > one.all} == set()


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
