"""How Chromium is started for drawing and spoken to: what choreographer is given to work with.

It is told what to do through two pipes. When this process ends, however it ends, they close, Chromium
exits, and the shell that started it removes its profile. Which commands are sent is `page`'s work.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, MutableMapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from choreographer.browsers import Chromium
from choreographer.channels import ChannelClosedError, Pipe
from choreographer.protocol import BrowserResponse

# Choreographer's own flags suit a browser that is sent to web sites; this one goes nowhere.
_DROPPED = {"--disable-web-security", "--allow-file-access-from-files"}
_FLAGS = (
    "--disable-quic",
    "--disable-background-networking",
    "--disable-features=SpareRendererForSitePerProcess,OptimizationGuideModelDownloading,OptimizationHints",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_SOCKET = "/org.chromium.Chromium.000000/SingletonSocket"
_LONGEST_SOCKET = 103
"""Bytes that the path of a socket may have on every system."""
_LAUNCH = """"$@" 3<&0 4>&1 </dev/null >/dev/null
rm -rf -- "$0" || { sleep 1; rm -rf -- "$0"; }
kill -KILL 0"""  # 0: its own process group, where a stopped helper may be left

_GUARD = 'cat >/dev/null; sleep 2; rm -rf -- "$0"'
"""Waits until this process has ended, however it ended, and whoever else tidies up had time to."""

_PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src file:; img-src data: blob:; style-src 'unsafe-inline'">
<script src="plotly.min.js"></script></head><body></body></html>"""


class Launched(Chromium):
    """Chromium with our flags and our page; on Linux and macOS a shell starts it and cleans up after it.

    No address resolves in it, and the page's policy forbids every request: nothing leaves the machine.
    That is what keeps it in, not Chromium's own sandbox, which choreographer leaves off: containers, chroots
    and root have no room for one, and no page but ours is ever opened.
    The page and Plotly lie in the profile, the one folder that even a confined (snap) Chromium can read.
    It is opened as an app: a window with tabs and an address bar has pages of Chromium's own for these, two fifths of
    what a start costs the processor.
    """

    _guard: subprocess.Popen[bytes] | None = None

    def pre_open(self) -> None:
        super().pre_open()
        folder = Path(self.tmp_dir.path)
        self._guard = _guard(folder)
        if self._guard is not None:
            # Python would remove the folder at its end, under a browser that still writes there, and tell it in a traceback.
            self.tmp_dir.temp_dir._finalizer.detach()  # type: ignore[attr-defined]
        (folder / "page.html").write_text(_PAGE, "utf-8")
        plotly = resources.files("plotly").joinpath("package_data", "plotly.min.js")
        (folder / "plotly.min.js").write_bytes(plotly.read_bytes())

    def clean(self) -> None:
        super().clean()
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.kill()
            guard.communicate()

    def get_env(self) -> MutableMapping[str, str]:
        """Chromium keeps its temporary files in the profile too, which goes with it: killed it would leave them. Where the
        path of its socket would be longer than a system takes they stay where all others are."""
        folder = str(self.tmp_dir.path)
        told = super().get_env()
        if len(os.fsencode(folder + _SOCKET)) <= _LONGEST_SOCKET:
            told["TMPDIR"] = folder
        return told

    def get_cli(self) -> Sequence[str]:
        folder, flags = Path(self.tmp_dir.path), [flag for flag in super().get_cli() if flag not in _DROPPED]
        cli = [*flags, *_FLAGS, f"--app={(folder / 'page.html').as_uri()}"]
        if sys.platform == "win32":
            return cli
        return ["/bin/sh", "-c", _LAUNCH, str(folder), *cli[cli.index(str(self.path)) :]]


def _guard(folder: Path) -> subprocess.Popen[bytes] | None:
    """Takes the profile away where this process is killed before the browser's own shell can, which only then begins."""
    if sys.platform == "win32":
        return None
    command = ["/bin/sh", "-c", _GUARD, str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)


class Channel(Pipe):
    """Two pipes of which this process keeps only its own ends once the browser has the others.

    Choreographer's `Pipe` keeps all four, so neither its reader nor its writer ever learns that the
    browser was killed, and half a message makes it spin. Not calling ``super().__init__`` is the point.
    """

    def __init__(self) -> None:
        self._incoming, self.from_external_to_choreo = os.pipe()
        self.from_choreo_to_external, self._outgoing = os.pipe()
        self._theirs = [self.from_external_to_choreo, self.from_choreo_to_external]
        self._ours = [self._incoming, self._outgoing]
        self._rest = b""
        self._guard = threading.Lock()

    def is_ready(self) -> bool:
        return bool(self._ours) and not self._theirs

    def open(self) -> None:
        self._drop(self._theirs)

    def close(self) -> None:
        self._drop(self._theirs)
        self._drop(self._ours)

    def write_json(self, obj: Mapping[str, Any]) -> tuple[float, float]:
        start, message = time.perf_counter(), json.dumps(obj).encode() + b"\0"
        while message:
            message = message[self._step(os.write, self._outgoing, message) :]
        return start, time.perf_counter()

    def read_jsons(self, *, blocking: bool = True) -> tuple[Sequence[BrowserResponse], float]:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            parts.append(self._step(os.read, self._incoming, 1 << 20))
            if not parts[-1]:
                raise ChannelClosedError("the browser is gone")
        *messages, self._rest = b"".join(parts).split(b"\0")
        return [json.loads(message) for message in messages], time.perf_counter()

    def _step(self, act: Any, *arguments: Any) -> Any:
        if not self.is_ready():
            raise ChannelClosedError("the channel is closed")
        try:
            return act(*arguments)
        except OSError as error:
            raise ChannelClosedError from error

    def _drop(self, ends: list[int]) -> None:
        with self._guard:
            while ends:
                os.close(ends.pop())
