"""Who doesn't end what he sends, doesn't take what he is sent, or sends a web socket what is no message, holds and logs nothing."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.loops import apart
from tests.servers import serving
from ui import ROOT
from ui.guards import connections
from ui.guards.headers import HEADERS

uvicorn = pytest.importorskip("uvicorn")
WHOLE = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
ANSWER = b"x" * 8_000_000
LONG = [(b"content-length", b"%d" % len(ANSWER))]
"""Told before, so that nothing is written behind the answer: what is left of it stays as it is, to the byte."""
SHORT = 0.3
OFTEN = SHORT / 4
"""Seconds between two parts of what is sent bit by bit."""
LASTING = SHORT * 3
PARTS = round(LASTING / OFTEN)


async def _app(scope: dict[str, object], receive: object, send: object) -> None:
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": LONG})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": ANSWER})  # type: ignore[operator]


def _kept(asks: list[bytes | list[bytes]], taking: bool = False) -> list[bool]:
    """Of connections that send this, at once or in parts, and do nothing more but take what comes if ``taking``, whether the
    server still has them when its times are over."""

    async def tried() -> list[bool]:
        config = uvicorn.Config(
            _app, ws="websockets-sansio", lifespan="off", log_config=None, timeout_keep_alive=60
        )
        config.load()
        connections.bounded(config)
        server = uvicorn.Server(config)
        listening = socket.create_server(("127.0.0.1", 0))
        task = asyncio.create_task(server.serve([listening]))
        held, takers = [], []
        for one in asks:
            reader, writer = await asyncio.open_connection(*listening.getsockname(), limit=1000)
            held.append((reader, writer))
            writer.write(one if isinstance(one, bytes) else b"")
            if taking:
                takers.append(asyncio.create_task(reader.read()))
        for at in range(PARTS):
            for (_, writer), one in zip(held, asks, strict=True):
                if isinstance(one, list) and not writer.is_closing():
                    writer.writelines(one[at : at + 1])
            await asyncio.sleep(OFTEN)
        left = {one.client for one in server.server_state.connections}
        kept = [writer.get_extra_info("sockname") in left for _, writer in held]
        for _, writer in held:
            writer.transport.abort()
        await asyncio.gather(*takers)
        server.should_exit = True
        await task
        return kept

    return apart(_run, tried)


def _run(tried: object) -> list[bool]:
    return asyncio.run(tried())  # type: ignore[operator]


def test_a_connection_is_held_by_who_ends_what_he_sends_and_takes_what_he_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "HEAD", SHORT)
    monkeypatch.setattr(connections, "TAKEN", SHORT)
    half = [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nX: ",
        WHOLE.replace(b"\r\n\r\n", b"\r\nContent-Length: 9\r\n\r\n"),
    ]
    assert _kept([*half, WHOLE, WHOLE + b"GET"]) == [False] * 6
    assert _kept([WHOLE], taking=True) == [True], "he may ask for more"


def test_the_body_of_an_answer_does_not_wait_until_its_head_is_confirmed() -> None:
    """asyncio sets this for sockets that say their protocol; Streamlit's, like this one, says none."""

    async def asked() -> int:
        config = uvicorn.Config(_app, ws="websockets-sansio", lifespan="off", log_config=None)
        config.load()
        connections.bounded(config)
        server = uvicorn.Server(config)
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.bind(("127.0.0.1", 0))
        task = asyncio.create_task(server.serve([listening]))
        await asyncio.sleep(SHORT)
        reader, writer = await asyncio.open_connection(*listening.getsockname())
        writer.write(WHOLE)
        await reader.readexactly(len(ANSWER))
        (one,) = server.server_state.connections
        own = one.transport.get_extra_info("socket")
        set_ = own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        writer.transport.abort()
        server.should_exit = True
        await task
        return int(set_)

    assert apart(asyncio.run, asked())


def test_who_sends_a_head_byte_by_byte_has_no_longer_than_who_sends_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "HEAD", SHORT)
    one_by_one = [b"%c" % one for one in b"GET / HTTP/1.1\r\nX: aaa"[:PARTS]]
    lines = [b"GET / HTTP/1.1\r\n", *[b"X: a\r\n"] * PARTS]
    assert _kept([one_by_one, lines]) == [False] * 2
    monkeypatch.setattr(connections, "HEAD", LASTING * 9)
    assert _kept([one_by_one, lines]) == [True] * 2


_HANDSHAKE = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2l4dGVlbiBieXRlcyEhIQ==\r\n"
)


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    there = urlsplit(address)
    with closing(socket.create_connection((there.hostname, there.port), timeout=5)) as one:
        yield one


@contextmanager
def _asking(address: str, header: bytes) -> Iterator[socket.socket]:
    with _connected(address) as one:
        one.sendall(_HANDSHAKE + header + b"\r\n\r\n")
        yield one


def _refused(one: socket.socket) -> None:
    """What can't be read is answered so, and what every answer forbids this one does."""
    status, *heads = one.recv(2000).decode("ascii").split("\r\n")
    assert status.startswith("HTTP/1.1 400 ")
    assert {f"{name}: {value}" for name, value in HEADERS.items()} <= set(heads)


def _readable(message: bytes) -> bool:
    try:
        BackMsg.FromString(message)
    except DecodeError:
        return False
    return True


def test_what_is_no_message_closes_its_web_socket_and_is_not_logged(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(ROOT, log) as address:
        before = log.read_text("utf-8")
        whole = BackMsg(rerun_script=ClientState(query_string="x" * 40)).SerializeToString()
        parts = [whole[:5], whole[5:9], whole[9:]]
        assert not _readable(parts[0])
        for frames, code in (
            (["text"], 1003), ([b"\xff" * 40], 1002), (["\u4e2d" * 9], 1003), ([b"garbage"], 1002),
            ([whole, "text"], 1003), ([parts, "text"], 1003), ([[b"", b"garbage"]], 1002), ([[whole, b"garbage"]], 1002),
        ):  # fmt: skip
            with connect(f"ws{address.removeprefix('http')}/_stcore/stream", max_size=None) as page:
                for one in frames:
                    page.send(one)
                with pytest.raises(ConnectionClosed) as closed:
                    while True:
                        page.recv(5)
                assert closed.value.rcvd and closed.value.rcvd.code == code, frames
        for header in (
            b"Sec-WebSocket-Protocol: " + b"a" * 10_000,
            b"\r\n".join(b"X: y" for _ in range(200)),
        ):
            with _asking(address, header) as one:
                _refused(one)
        for part, other in (
            (b"Version: 13", b"Version: 7"),
            (b"Sec-WebSocket-Key", b"X-Key"),
            (b"Key: c2", b"Key: 2"),
        ):
            with _connected(address) as one:
                one.sendall(_HANDSHAKE.replace(part, other) + b"\r\n")
                _refused(one)
        time.sleep(0.1)
        assert log.read_text("utf-8") == before
        for unreadable in (b"nothing of HTTP\r\n\r\n", b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000):
            with _connected(address) as one:
                one.sendall(unreadable)
                _refused(one)


class _Transport(asyncio.Transport):
    """Of a connection that is told nothing but what it is asked; what it is answered is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.answers.append(bytes(data))

    def close(self) -> None:
        pass


def test_a_handshake_that_is_refused_is_answered_once_also_where_the_server_ends_meanwhile() -> None:
    async def refused() -> list[bytes]:
        config = uvicorn.Config(_app, ws="websockets-sansio", log_config=None)
        config.load()
        asked = connections.Messages(config, uvicorn.server.ServerState(), {})
        transport = _Transport()
        asked.connection_made(transport)
        asked.data_received(_HANDSHAKE.replace(b"Version: 13", b"Version: 7") + b"\r\n")
        asked.shutdown()
        return [one for one in transport.answers if one]

    (answer,) = apart(asyncio.run, refused())
    assert answer.startswith(b"HTTP/1.1 400 ")


def test_there_are_as_many_connections_as_the_system_allows() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    config = uvicorn.Config(_app)
    config.load()

    async def bounded() -> None:
        connections.bounded(config)

    resource.setrlimit(resource.RLIMIT_NOFILE, (before[1] - 1, before[1]))
    try:
        apart(asyncio.run, bounded())
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (before[1], before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_that_no_more_connections_can_be_had_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    scarce, loop = connections._Scarce(), asyncio.new_event_loop()
    with closing(loop):
        for _ in range(100):
            scarce(
                loop,
                {"message": "socket.accept() out of system resource", "exception": OSError(24, "too many")},
            )
        assert len(caplog.records) == 1 and caplog.records[0].exc_info is None
        scarce(loop, {"message": "Task exception was never retrieved", "exception": OSError(5, "another")})
        assert len(caplog.records) == 2
