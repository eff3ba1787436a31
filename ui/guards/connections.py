"""How long one connection may be held by who doesn't end what he sends, or doesn't take what he is sent; and what of a web socket
is no message of a page, which is refused without a word in the log. What a request asks for is judged by the
middlewares beside this; here, by the classes with which uvicorn reads connections, is what comes before there is a request.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import socket
import time
from contextlib import suppress
from typing import Any

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from ui.guards.headers import HEADERS

_LOG = logging.getLogger(__name__)
HEAD = 15.0
"""Seconds within which the head of a request is to come; nginx.conf says the same."""
TAKEN = 30.0
"""Seconds within which something of an answer is to be taken. How long the whole of it takes doesn't count."""
_TOLD = 60.0
"""Seconds for which it isn't told again that no more connections can be had."""
_UNREADABLE = "\r\n".join(
    [
        "HTTP/1.1 400 Bad Request",
        "Connection: close",
        "Content-Length: 0",
        *map(": ".join, HEADERS.items()),
        "",
        "",
    ]
).encode("ascii")
"""The whole answer to what can't be read as a request."""


def bounded(config: Any) -> None:
    """From now on so, for the server of this configuration (uvicorn's), within its event loop: with as many connections as the
    system allows this process, and one line in the log where they don't suffice."""
    if issubclass(config.http_protocol_class, H11Protocol):
        config.http_protocol_class = Requests
    if issubclass(config.ws_protocol_class, WebSocketsSansIOProtocol):
        config.ws_protocol_class = Messages
    asyncio.get_running_loop().set_exception_handler(_Scarce())
    try:
        resource = importlib.import_module("resource")
    except ImportError:  # Windows has neither the module nor the limit
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class _Taken(asyncio.Protocol):
    """Of a connection: it is broken off where nothing more of its answer is taken. Stands before uvicorn's own class."""

    _timer: asyncio.TimerHandle | None = None
    transport: asyncio.Transport

    def pause_writing(self) -> None:
        """There is more to take than the system holds."""
        super().pause_writing()
        self._watch()

    def resume_writing(self) -> None:
        """It has been taken."""
        super().resume_writing()
        self._unwatched()

    def connection_lost(self, exc: Exception | None) -> None:
        self._unwatched()
        super().connection_lost(exc)

    def _unreadable(self) -> None:
        """What was asked can't be read as a request."""
        self.transport.write(_UNREADABLE)
        self.transport.close()

    def _watch(self) -> None:
        self._unwatched()
        left = self.transport.get_write_buffer_size()
        self._timer = asyncio.get_running_loop().call_later(TAKEN, self._look, left)

    def _look(self, before: int) -> None:
        if self.transport.get_write_buffer_size() < before:
            self._watch()
        else:
            self.transport.abort()

    def _unwatched(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class Requests(_Taken, H11Protocol):
    """A connection of which requests are read: one whose next request doesn't come whole is closed."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _at_once(transport)
        self._waits()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        asked = self.cycle is not None and not self.cycle.response_complete
        if asked or self.transport.get_protocol() is not self:
            self._goes_on()
        elif self._head is None:
            self._waits()

    def send_400_response(self, msg: str) -> None:
        self._unreadable()

    def connection_lost(self, exc: Exception | None) -> None:
        self._goes_on()
        super().connection_lost(exc)

    def _waits(self) -> None:
        self._head = self.loop.call_later(HEAD, self.transport.abort)

    def _goes_on(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None


def _at_once(transport: asyncio.Transport) -> None:
    """What is sent on a connection goes out at once. Else the body of an answer is held back until its head is confirmed, with which
    who takes it may wait for 40 to 200 ms. asyncio sees to it only for sockets that say their protocol, and Streamlit's doesn't."""
    connection = transport.get_extra_info("socket")
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        with suppress(OSError):  # who asked has gone
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Messages(_Taken, WebSocketsSansIOProtocol):
    """A web socket of a page's: what is no message of Streamlit's closes it."""

    def handle_connect(self, event: Any) -> None:
        if self.conn.accept(event).status_code == 101:
            super().handle_connect(event)
            return
        self.handshake_initiated = self.handshake_complete = self.close_sent = True
        self._unreadable()  # the library's own refusal has none of the headers

    def handle_text(self, event: Any) -> None:
        self._refuse(1003)

    def send_receive_event_to_app(self) -> None:
        try:
            BackMsg.FromString(b"".join(self.frames))
        except DecodeError:
            self._refuse(1002)
            return
        super().send_receive_event_to_app()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self.handshake_initiated and self.conn.handshake_exc is not None:
            self._unreadable()  # more of a head than the library reads

    def _refuse(self, code: int) -> None:
        self.frames = []
        if not self.close_sent:
            self.conn.send_close(code)
            self.handle_parser_exception()


class _Scarce:
    """What an event loop does with what nobody else handles: as ever, but of connections that can't be had one line a minute,
    where asyncio tells thousands a second."""

    def __init__(self) -> None:
        self._told = -_TOLD

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if not isinstance(error, OSError) or "accept" not in context.get("message", ""):
            loop.default_exception_handler(context)
        elif time.monotonic() - self._told >= _TOLD:
            self._told = time.monotonic()
            _LOG.error("no more connections can be had: %s", error)
