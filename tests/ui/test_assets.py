"""Streamlit's own files are answered from memory as Streamlit answers them, and nothing else is held."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_handler

from tests.loops import apart
from ui.frame import assets
from ui.frame.assets import HeldAssets

FOLDER = Path(get_static_dir())
LASTING = sorted(
    f"static/{one.relative_to(FOLDER / 'static').as_posix()}" for one in (FOLDER / "static").rglob("*.*")
)
LARGE = max(LASTING, key=lambda one: (FOLDER / one).stat().st_size)
SMALL = min(LASTING, key=lambda one: (FOLDER / one).stat().st_size)


class Streamlits:
    """What Streamlit answers its files with, counted by path; somebody before it adds a header to each answer."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self._files = create_streamlit_static_handler(str(FOLDER), "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked[scope["path"]] += 1
        await self._files(scope, receive, send)


def answers(
    app: HeldAssets, asks: list[tuple[str, dict[str, str], str]], at_most: int = 1000
) -> list[list[Message]]:
    """The messages with which each is answered; who asks has gone after ``at_most`` of them."""

    async def one(path: str, headers: dict[str, str], method: str) -> list[Message]:
        taken: list[Message] = []

        async def send(message: Message) -> None:
            if len(taken) == at_most:
                raise OSError("gone")
            if message["type"] == "http.response.start":
                message["headers"].append((b"added", b"once"))
            taken.append(message)

        async def receive() -> Message:
            await asyncio.Event().wait()
            raise AssertionError

        raw = [(name.encode(), said.encode()) for name, said in headers.items()]
        scope = {"type": "http", "method": method, "path": path, "headers": raw, "root_path": ""}
        try:
            await app(scope, receive, send)
        except OSError:
            assert len(taken) == at_most
        return taken

    async def every() -> list[list[Message]]:
        return [await one(*ask) for ask in asks]

    found: list[list[Message]] = apart(asyncio.run, every())
    return found


def whole(messages: list[Message]) -> tuple[int, list[Any], bytes]:
    """Status, headers and body."""
    start, *parts = messages
    assert [one.get("more_body", False) for one in parts] == [True] * (len(parts) - 1) + [False]
    return start["status"], list(start["headers"]), b"".join(one["body"] for one in parts)


def test_each_file_is_answered_as_by_streamlit_who_is_asked_once() -> None:
    streamlit = Streamlits()
    asks = [(f"/{one}", {"accept-encoding": "gzip"}, "GET") for one in LASTING]
    first, again, third = (answers(app, asks) for app in [HeldAssets(streamlit)] for _ in range(3))
    for name, *three in zip(LASTING, first, again, third, strict=True):
        theirs, *ours = map(whole, three)
        assert ours == [theirs, theirs], name
        assert theirs[0] == 200
        assert theirs[2] == (FOLDER / name).read_bytes()
    assert set(streamlit.asked.values()) == {1}
    assert len(streamlit.asked) == len(LASTING) > 100


def test_no_part_is_longer_than_a_slow_line_may_make_a_server_hold() -> None:
    app = HeldAssets(Streamlits())
    _, (_, *parts) = answers(app, [(f"/{LARGE}", {}, "GET")] * 2)
    assert max(len(one["body"]) for one in parts) == assets._PART < len((FOLDER / LARGE).read_bytes())


def test_between_parts_it_may_be_learnt_that_who_asks_has_gone() -> None:
    """Else each further part is written to nobody, and asyncio logs so."""
    app, turns = HeldAssets(Streamlits()), Counter[str]()
    answers(app, [(f"/{LARGE}", {}, "GET")])

    async def send(message: Message) -> None:
        turns["sent"] += message["type"] == "http.response.body"
        asyncio.get_running_loop().call_soon(turns.update, ["passed"])
        assert turns["passed"] >= turns["sent"] - 1

    async def receive() -> Message:
        raise AssertionError

    scope = {"type": "http", "method": "GET", "path": f"/{LARGE}", "headers": [], "root_path": ""}
    apart(asyncio.run, app(scope, receive, send))
    assert turns["sent"] > 2


@pytest.mark.parametrize(
    ("headers", "method"),
    [
        ({"range": "bytes=0-9"}, "GET"),
        ({"if-none-match": '"a"'}, "GET"),
        ({"if-modified-since": "Sat, 28 Nov 2099 07:21:47 GMT"}, "GET"),
        ({}, "HEAD"),
    ],
)
def test_who_asks_for_less_is_answered_by_streamlit(headers: dict[str, str], method: str) -> None:
    streamlit = Streamlits()
    plain = (f"/{SMALL}", dict[str, str](), "GET")
    app = HeldAssets(streamlit)
    (full, less, full_again) = answers(app, [plain, (f"/{SMALL}", headers, method), plain])
    assert streamlit.asked[f"/{SMALL}"] == 2
    assert whole(full) == whole(full_again)
    (alone,) = answers(HeldAssets(Streamlits()), [(f"/{SMALL}", headers, method)])
    assert less == alone


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/compare",
        "/index.html",
        "/manifest.json",
        "/static/none.js",
        f"/{SMALL}/",
        f"//{SMALL}",
        f"/./{SMALL}",
        f"/static/../{SMALL}",
        f"/{SMALL.replace('/', '//')}",
        f"/{SMALL.upper()}",
        f"/{SMALL}%20",
    ],
)
def test_nothing_is_held_under_another_name_or_of_what_may_change(path: str) -> None:
    app = HeldAssets(Streamlits())
    answers(app, [(path, {}, "GET")] * 2)
    assert not app._held


@pytest.mark.parametrize(
    ("status", "headers", "held"),
    [
        (200, [], [SMALL]),
        (200, [(b"vary", b"Accept-Encoding")], []),
        (404, [], []),
        (206, [], []),
        (503, [], []),
    ],
)
def test_what_isn_t_the_file_to_whoever_asks_is_not_held(
    status: int, headers: list[tuple[bytes, bytes]], held: list[str]
) -> None:
    lasting = [(b"cache-control", b"public, immutable"), *headers]

    async def answering(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(lasting)})
        await send({"type": "http.response.body", "body": b"told"})

    app = HeldAssets(answering)
    first, again = answers(app, [(f"/{SMALL}", {}, "GET")] * 2)
    assert whole(first) == whole(again) and whole(again)[2] == b"told"
    assert list(app._held) == held


def test_an_answer_broken_off_is_not_held() -> None:
    streamlit = Streamlits()
    app = HeldAssets(streamlit)
    answers(app, [(f"/{LARGE}", {}, "GET")], at_most=3)
    assert not app._held
    (found,) = answers(app, [(f"/{LARGE}", {}, "GET")])
    assert whole(found)[2] == (FOLDER / LARGE).read_bytes()


def test_below_a_path_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets.address, "base", lambda: "/industry")
    app = HeldAssets(Streamlits())
    answers(app, [(f"/industry/{SMALL}", {}, "GET")])
    assert not app._held, "no such file is where the handler looks"
    app = HeldAssets(_below("/industry", Streamlits()))
    _, again = answers(app, [(f"/industry/{SMALL}", {}, "GET")] * 2)
    assert whole(again)[2] == (FOLDER / SMALL).read_bytes()
    assert list(app._held) == [SMALL]
    outside = answers(app, [(f"/{SMALL}", {}, "GET"), (f"/industry{SMALL}", {}, "GET")])
    file = (FOLDER / SMALL).read_bytes()
    assert file not in [whole(one)[2] for one in outside], "outside the base is nothing of ours"


def _below(base: str, app: Streamlits) -> Any:
    async def mounted(scope: Scope, receive: Receive, send: Send) -> None:
        below = scope["path"].removeprefix(f"{base}/")
        path = "/" if below == scope["path"] else f"/{below}"
        await app({**scope, "path": path}, receive, send)

    return mounted
