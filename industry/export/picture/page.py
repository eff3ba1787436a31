"""One running Chromium with one page that holds Plotly and nothing else.

`Page` is a plain blocking object for **one** thread, with an event loop of its own. Threads, queues,
second tries and errors for people belong in `renderer`; flags and pipes in `chromium`.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

import choreographer
from choreographer.protocol import BrowserResponse

from industry.export.picture import chromium

_T = TypeVar("_T")

logging.getLogger("choreographer").setLevel(logging.ERROR)  # that a browser was killed is no news here

# Plotly's own PNG is see-through where the figure is, so whoever gets it must look at every pixel to know;
# an opaque canvas gives the same pixels as an RGB file. It is kept for the next picture, mostly of the same size:
# the system would have to find and blank the 33 MB of a new one at 3840×2160 each time.
_DRAW = """async function (text, width, height, scale, kind) {
  const figure = JSON.parse(text);
  const canvas = globalThis.canvas ??= document.createElement('canvas');
  let address;
  try {
    const svg = await Plotly.toImage(figure, {format: 'svg', width, height, imageDataOnly: true});
    if (kind === 'svg') return svg;
    address = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml;charset=utf-8'}));
    const image = Object.assign(new Image(), {src: address});
    await image.decode();
    const [across, down] = [Math.floor(width * scale), Math.floor(height * scale)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    const paper = canvas.getContext('2d', {alpha: false});
    paper.fillStyle = 'white';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, width * scale, height * scale);
    const file = await new Promise(done => canvas.toBlob(done, 'image/png'));
    const reader = new FileReader();
    const read = new Promise(done => { reader.onload = done; });
    reader.readAsDataURL(file ?? new Blob());
    await read;
    return reader.result.slice(reader.result.indexOf(',') + 1);
  } finally {
    URL.revokeObjectURL(address);
    for (const left of document.querySelectorAll('body > div')) { Plotly.purge(left); left.remove(); }
  }
}"""
# The page's body becomes the picture alone; `undefined` takes it away again.
_LAY = """function (svg) {
  document.body.innerHTML = svg ?? '';
  document.head.querySelector('style')?.remove();
  if (svg === undefined) return;
  const style = document.createElement('style');
  style.textContent = 'body { margin: 0 } svg { display: block }';
  document.head.append(style);
}"""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INCH = 96  # CSS pixels
_SPARE = 2  # CSS pixels of paper beyond the picture: a sheet has whole 1/300 inches
_MARGINS = ("marginTop", "marginBottom", "marginLeft", "marginRight")
_TIDY = 20  # pictures after which the page collects its garbage; left alone it lets hundreds of MB lie
_LOOK = 0.2  # seconds between looks at whether the browser still lives
_DYING = 5.0  # seconds that a killed browser gets to vanish


class BrowserLost(Exception):
    """The browser hangs, died or would not start: ``reason`` is ``hung``, ``died`` or ``not_started``."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


class FigureRefused(Exception):
    """Plotly could not draw this figure; the browser is well. The argument is what Plotly said."""


class Page:
    """A Chromium with one page that holds Plotly: `start` it, `draw`, `kill` it, each once but drawing.
    For one thread, which every call blocks; only `pid` and `interrupt` are for any."""

    def __init__(self, path: str) -> None:
        """``path``: the browser's program, which is there."""
        self._path = path
        self._loop = asyncio.new_event_loop()
        self._driver: choreographer.Browser | None = None
        self._tab: choreographer.Tab | None = None
        self._scope = ""
        self._drawn = 0
        self._unwanted = False

    def start(self, limit: float) -> None:
        """Start the browser and load Plotly within ``limit`` seconds. Raises BrowserLost."""
        try:
            self._wait(self._open(), limit)
        except (BrowserLost, FigureRefused) as error:
            raise BrowserLost("not_started", str(error.args[-1])) from error

    @property
    def pid(self) -> int | None:
        """The process group that holds the whole browser, or None if it doesn't run."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    @property
    def _process(self) -> subprocess.Popen[Any] | None:
        return getattr(self._driver, "subprocess", None)

    def draw(
        self, plotly_json: str, size: tuple[int, int], scale: float, limit: float, kind: str = "png"
    ) -> bytes:
        """The PNG (RGB, on white) of a figure in JSON, ``size`` CSS pixels wide and high times ``scale``; of
        the ``kind`` ``svg`` what Plotly drew it from, of ``pdf`` that on a page that is
        hardly larger.

        Raises BrowserLost after ``limit`` seconds or if the browser dies, FigureRefused if Plotly does.
        """
        if kind == "pdf":
            svg = self.draw(plotly_json, size, scale, limit, "svg").decode("utf-8")
            return base64.b64decode(self._wait(self._print(svg, size), limit))
        drawn = self._wait(self._draw(self._call(_DRAW, plotly_json, *size, scale, kind)), limit).get("value")
        if kind == "svg":
            if not isinstance(drawn, str) or not drawn.startswith("<svg"):
                raise FigureRefused("no SVG came out")
            return drawn.encode("utf-8")
        picture = base64.b64decode(drawn) if isinstance(drawn, str) else b""
        wanted = tuple(int(side * scale) for side in size)
        if not picture.startswith(_SIGNATURE) or struct.unpack(">II", picture[16:24]) != wanted:
            raise FigureRefused(f"no picture of {wanted[0]} by {wanted[1]} pixels came out")
        return picture

    def interrupt(self) -> None:
        """End the browser's processes at once, stopped or not; from any thread. Whoever waits for a
        picture gets BrowserLost."""
        self._unwanted = True
        if (group := self.pid) is None:
            return
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(group)], capture_output=True, check=False)
            return
        try:
            os.killpg(group, signal.SIGKILL)
        except ProcessLookupError:
            pass  # it went by itself just now

    def kill(self) -> None:
        """End the browser at once, with its profile, its pipes and its threads."""
        self.interrupt()
        until = time.monotonic() + _DYING
        while self.pid is not None and time.monotonic() < until:
            time.sleep(0.005)  # the loop rests, so that choreographer doesn't begin a clean-up of its own
        if self._driver is not None:
            self._loop.run_until_complete(self._clear(self._driver))
        self._loop.close()

    async def _open(self) -> None:
        self._driver = choreographer.Browser(
            self._path, browser_cls=chromium.Launched, channel_cls=chromium.Channel, enable_extensions=False
        )
        await self._driver.open()
        self._tab = self._driver.get_tab()
        if self._tab is None:
            raise BrowserLost("died", "no page")
        self._tab.subscribe("Inspector.targetCrashed", self._crashed)
        await self._answer("Inspector.enable")
        while not await self._loaded():
            await asyncio.sleep(0.01)
        scope = await self._answer("Runtime.evaluate", expression="globalThis")
        self._scope = str(scope["result"]["objectId"])

    def _call(self, function: str, *arguments: Any) -> dict[str, Any]:
        given = [{"value": one} for one in arguments]
        return {"functionDeclaration": function, "objectId": self._scope, "arguments": given}

    async def _print(self, svg: str, size: tuple[int, int]) -> str:
        """A PDF of one page, in base64."""
        await self._send("Runtime.callFunctionOn", **self._call(_LAY, svg))
        wide, high = ((one + _SPARE) / _INCH for one in size)
        sheet = {"paperWidth": wide, "paperHeight": high} | dict.fromkeys(_MARGINS, 0)
        printed = await self._answer("Page.printToPDF", printBackground=True, **sheet)
        await self._send("Runtime.callFunctionOn", **self._call(_LAY))
        return str(printed["data"])

    async def _draw(self, call: dict[str, Any]) -> dict[str, Any]:
        drawn = await self._send("Runtime.callFunctionOn", **call)
        self._drawn += 1
        if self._drawn % _TIDY == 0:
            _watched(self._answer("HeapProfiler.collectGarbage"))
            await asyncio.sleep(0)  # it is sent; nobody waits for it but the next picture
        return drawn

    async def _crashed(self, _: BrowserResponse) -> None:
        self.interrupt()  # a dead tab never answers, a dead browser is noticed

    async def _loaded(self) -> bool:
        try:
            answer = await self._send("Runtime.evaluate", expression="typeof Plotly + document.readyState")
        except BrowserLost:  # asked while the blank page gave way to ours
            return False
        return bool(answer["value"] == "objectcomplete")

    async def _send(self, command: str, **parameters: Any) -> dict[str, Any]:
        """What a script that the page runs comes to."""
        result = await self._answer(command, returnByValue=True, awaitPromise=True, **parameters)
        if thrown := result.get("exceptionDetails"):
            said = thrown.get("exception", {})
            raise FigureRefused(str(said.get("description") or said.get("value") or thrown.get("text")))
        return dict(result.get("result", {}))

    async def _answer(self, command: str, **parameters: Any) -> dict[str, Any]:
        assert self._tab is not None
        answer = await self._tab.send_command(command, parameters)
        if "error" in answer:
            raise BrowserLost("died", str(answer["error"]))
        return dict(answer["result"])

    def _wait(self, work: Coroutine[Any, Any, _T], limit: float) -> _T:
        """What ``work`` returns. Whatever it raises but FigureRefused means that the browser is lost."""

        async def limited() -> _T:
            task = _watched(work)
            until = time.monotonic() + limit
            while not task.done():
                if self._unwanted:
                    self.interrupt()  # when it was asked for, there may have been no process yet
                if time.monotonic() > until:
                    raise BrowserLost("hung", f"{limit:.1f} s")
                if self._process is not None and self.pid is None:  # choreographer doesn't always notice
                    raise BrowserLost("died", f"exit status {self._process.returncode}")
                await asyncio.wait({task}, timeout=_LOOK)
            try:
                return task.result()
            except (BrowserLost, FigureRefused):
                raise
            except (Exception, asyncio.CancelledError) as error:  # choreographer cancels what it drops
                raise BrowserLost("died", repr(error)) from error

        return self._loop.run_until_complete(limited())

    async def _clear(self, driver: choreographer.Browser) -> None:
        try:
            await driver.close()
        except Exception:  # its processes are gone; a failing clean-up must not stop the next browser
            logging.getLogger(__name__).exception("could not clear up after the browser")
        left = {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left, timeout=_DYING)


def _watched(work: Coroutine[Any, Any, _T]) -> asyncio.Future[_T]:
    """The work, under way; asyncio doesn't complain if nobody asks what became of it."""
    task = asyncio.ensure_future(work)
    task.add_done_callback(lambda one: one.cancelled() or one.exception())
    return task
