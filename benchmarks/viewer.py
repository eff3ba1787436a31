"""A viewer as the server sees one: Streamlit's own protocol over a web socket, without a browser.

It remembers large messages by their hash, and says so with each rerun, as the browser does: what hasn't
changed is then sent as a reference only.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PLOT = "plotly_chart"


@dataclass(frozen=True)
class Answer:
    """A finished rerun: ``seconds`` from asking to its last message, how many ``plots`` came, and the
    Plotly figures (JSON) that weren't references."""

    seconds: float
    plots: int
    specs: tuple[str, ...]


class PageFailed(Exception):
    """The page showed an error, or wasn't found."""


class Viewer:
    """One tab. ``async with Viewer(address) as viewer: await viewer.rerun("compare")``. ``connecting`` is told of the
    connection besides, as `websockets` names it."""

    def __init__(self, address: str, language: str = "zh", **connecting: Any) -> None:
        self._address, self._language, self._connecting = address, language, connecting
        self._socket: ClientConnection | None = None
        self._kinds: dict[str, str] = {}
        self._page, self._script = "", ""

    async def __aenter__(self) -> Self:
        stream = self._address.replace("http", "ws", 1) + "/_stcore/stream"
        told = {"subprotocols": ["streamlit"], "max_size": None, "compression": None} | self._connecting
        self._socket = await connect(stream, **told)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def rerun(self, page: str = "", query: Mapping[str, str] | None = None) -> Answer:
        """Ask for the page (``""``: the first one) with these choices, and wait until it is whole.

        Raises PageFailed if the page shows an error.
        """
        assert self._socket is not None
        asked = self._asked(page, query or {})
        start = time.perf_counter()
        await self._socket.send(asked)
        kinds, specs = [], []
        while True:
            message = await self._message()
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                break
            self._learn(message)
            if kind == "ref_hash":
                kinds.append(self._kinds[message.ref_hash])
            elif kind == "delta":
                kinds.append(self._seen(message))
                if kinds[-1] == PLOT:
                    specs.append(message.delta.new_element.plotly_chart.spec)
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise PageFailed(f"{page}: not finished")
        if not kinds:
            raise PageFailed(f"{page}: nothing is on it")
        return Answer(time.perf_counter() - start, kinds.count(PLOT), tuple(specs))

    async def _message(self) -> ForwardMsg:
        """The next one that comes."""
        assert self._socket is not None
        message = ForwardMsg.FromString(await self._socket.recv(decode=False))
        self._acknowledge()
        return message

    def _learn(self, message: ForwardMsg) -> None:
        """Which page this is, as far as the message tells."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._script = message.navigation.page_script_hash
        elif kind == "new_session" and not self._script:
            self._script = message.new_session.page_script_hash
        elif kind == "page_not_found":
            raise PageFailed(f"no page: {self._page}")

    def _acknowledge(self) -> None:
        """Have the kernel acknowledge what came at once. Streamlit's server waits for that before it sends
        more, and the kernel's timer of 40 ms would be measured in place of the server's work."""
        if self._socket is not None and hasattr(socket, "TCP_QUICKACK"):
            connection = self._socket.transport.get_extra_info("socket")
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)

    def _asked(self, page: str, query: Mapping[str, str]) -> bytes:
        message = BackMsg()
        run = message.rerun_script
        if page != self._page or not self._script:
            run.page_name, self._page = page, page
        else:
            run.page_script_hash = self._script
        words = dict(query) | ({"lang": "en"} if self._language == "en" else {})
        run.query_string = urlencode(words)
        run.cached_message_hashes.extend(self._kinds)
        run.context_info.url = f"{self._address}/{page}"
        run.context_info.locale = "zh-CN"
        asked: bytes = message.SerializeToString()
        return asked

    def _seen(self, message: ForwardMsg) -> str:
        """The kind of a new element; large ones are remembered."""
        if message.delta.WhichOneof("type") != "new_element":
            return ""
        element = message.delta.new_element
        kind: str = element.WhichOneof("type") or ""
        if kind == "exception" or (kind == "alert" and element.alert.format == element.alert.ERROR):
            raise PageFailed(f"{self._page}: {element.exception.message or element.alert.body}")
        if message.metadata.cacheable:
            self._kinds[message.hash] = kind
        return kind
