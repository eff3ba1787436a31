"""Two replicas behind nginx as docs/deploying has it, many viewers of them, one replica killed: pages and files that failed.

nginx runs in front, as whoever runs this, with docs/deploying/nginx.conf: what is replaced in it are ports, files and the
name. Each viewer goes from page to page and opens its web socket anew where it was lost, as the browser does; along the way it
takes a picture, which whichever replica is asked has. A page failed where it shows an error, and where no try within ten
seconds brought it.

    python -m benchmarks.replicas [VIEWERS [THOUGHT [SECONDS]]]

prints what was seen; the exit status is 1 where anything failed.
"""

from __future__ import annotations

import asyncio
import base64
import os
import random
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle
from pathlib import Path

from websockets.exceptions import WebSocketException

from benchmarks.crowd import STEPS, Step
from benchmarks.serving import HOST, answers, folder, free_port, started
from benchmarks.viewer import PageFailed, Viewer
from ui import ROOT

CONFIGURATION = ROOT / "docs" / "deploying" / "nginx.conf"
BASE = "/industry"
_TAKEN = "/picture/coverage.png?size=slide"
_LOGIN = "viewer:of-the-board"
_PATIENCE, _PAUSE = 10.0, 0.5
_STARTS = 3
"""How often nginx is started at most until it answers."""


@dataclass
class Seen:
    """What viewers saw: pages, files, how often a web socket was opened anew, and what failed."""

    pages: int = 0
    files: int = 0
    again: int = 0
    failed: list[str] = field(default_factory=list)


def tried(viewers: int, thought: float, lasting: float) -> Seen:
    """What ``viewers`` saw within so many seconds, with so many of ``thought`` between, of two replicas of which one is killed
    half way. Raises RuntimeError where there is no nginx."""
    program = find()
    if program is None:
        raise RuntimeError("nginx is not on this machine (Debian: apt-get install nginx)")
    seen = Seen()
    with (
        started(ROOT, base=BASE) as (one, killed),
        started(ROOT, base=BASE) as (other, _),
        folder() as place,
        in_front(program, place, CONFIGURATION.read_text("utf-8"), [one, other]) as address,
    ):
        asyncio.run(_crowd(address, viewers, thought, lasting, killed, seen))
    return seen


def find() -> str | None:
    """nginx, if it is on this machine."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def in_front(program: str, place: Path, text: str, replicas: list[str]) -> Iterator[str]:
    """The address at which nginx, configured by ``text``, serves these replicas; its files are in ``place``. Where somebody takes
    its ports before it, it is started again at others."""
    _write_keys(place)
    for _ in range(_STARTS):
        secure, plain = free_port(), free_port()
        (place / "nginx.conf").write_text(configured(text, place, replicas, secure, plain), "utf-8")
        server = subprocess.Popen(
            [program, "-p", place, "-c", place / "nginx.conf", "-e", place / "error.log"]
        )
        try:
            address = f"https://{HOST}:{secure}{BASE}"
            if answers(server, asked(address, "/_stcore/health"), trusting()):
                yield address
                return
        finally:
            server.terminate()
            server.wait(15)
    raise RuntimeError(f"nginx doesn't answer: {(place / 'error.log').read_text('utf-8')[-500:]}")


def _write_keys(place: Path) -> None:
    """A certificate for the occasion, and who may log in."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
         "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", place / "board.key", "-out", place / "board.crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    name, _, word = _LOGIN.partition(":")
    hashed = subprocess.run(
        ["openssl", "passwd", "-apr1", word], check=True, capture_output=True, text=True
    ).stdout
    (place / "board.htpasswd").write_text(f"{name}:{hashed}", "utf-8")


def configured(text: str, place: Path, replicas: list[str], secure: int, plain: int) -> str:
    """nginx.conf of docs/ as a whole configuration for files in ``place``, these replicas and these ports."""
    ports = cycle(one.removesuffix(BASE).rpartition(":")[2] for one in replicas)  # each is named twice
    text = re.sub(r"(server 127\.0\.0\.1:)\d+", lambda found: found[1] + next(ports), text)
    text = text.replace("listen 443 ssl", f"listen {secure} ssl").replace("listen 80;", f"listen {plain};")
    text = text.replace("board.office", HOST).replace("/etc/nginx/", f"{place}/")
    temporary = "".join(
        f"{one}_temp_path {place}/{one};" for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{'' if os.geteuid() else 'user root; '}daemon off; pid {place}/pid; worker_processes 1; error_log {place}/error.log;"
        f"events {{ worker_connections 1024; }} http {{ access_log off; {temporary}\n{text}\n}}\n"
    )


async def _crowd(
    address: str, viewers: int, thought: float, lasting: float, killed: subprocess.Popen[bytes], seen: Seen
) -> None:
    until = time.monotonic() + lasting
    async with asyncio.TaskGroup() as group:
        for number in range(viewers):
            group.create_task(_viewer(address, number, thought, until, seen))
        await asyncio.sleep(lasting / 2)
        killed.send_signal(signal.SIGKILL)


async def _viewer(address: str, number: int, thought: float, until: float, seen: Seen) -> None:
    chance = random.Random(number)
    viewer: Viewer | None = None
    await asyncio.sleep(chance.uniform(0, thought))
    while time.monotonic() < until:
        viewer = await _page(viewer, address, chance.choice(STEPS), seen)
        if chance.random() < 0.2:
            await asyncio.to_thread(_file, address, seen)
        await asyncio.sleep(thought * chance.uniform(0.8, 1.2))
    if viewer:
        await viewer.__aexit__()


async def _page(viewer: Viewer | None, address: str, step: Step, seen: Seen) -> Viewer | None:
    """Shows the page, through this viewer's web socket or a new one; gives the one that showed it."""
    patience, why = time.monotonic() + _PATIENCE, ""
    while time.monotonic() < patience:
        try:
            if viewer is None:
                viewer = Viewer(address, ssl=trusting(), additional_headers=_headers(address))
                await viewer.__aenter__()
            await viewer.rerun(*step)
        except PageFailed as error:
            seen.failed.append(str(error))
            return viewer
        except (OSError, WebSocketException) as error:
            viewer, why = None, repr(error)
            seen.again += 1
            await asyncio.sleep(_PAUSE)
            continue
        seen.pages += 1
        return viewer
    seen.failed.append(f"{step[0] or 'first page'}: {why}")
    return None


def _file(address: str, seen: Seen) -> None:
    try:
        answered(asked(address, _TAKEN))
        seen.files += 1
    except OSError as error:
        seen.failed.append(f"picture: {error}")


def asked(address: str, path: str, body: bytes | None = None) -> urllib.request.Request:
    """A request of a viewer who is logged in, for a path of this nginx; with a body a POST."""
    return urllib.request.Request(address + path, body, _headers(address))


def answered(request: urllib.request.Request) -> bytes:
    """What nginx answers within a minute. Raises OSError, of which HTTPError is one."""
    with urllib.request.urlopen(request, timeout=60, context=trusting()) as answer:
        return bytes(answer.read())


def _headers(address: str) -> dict[str, str]:
    origin = address.removesuffix(BASE)
    return {"Authorization": f"Basic {base64.b64encode(_LOGIN.encode()).decode()}", "Origin": origin}


@cache
def trusting() -> ssl.SSLContext:
    """A certificate made for the occasion is believed."""
    found = ssl.create_default_context()
    found.check_hostname, found.verify_mode = False, ssl.CERT_NONE
    return found


def main(arguments: list[str]) -> int:
    """Print what 50 viewers see in 45 seconds, or as many as are asked for."""
    viewers, thought, lasting = [*map(float, arguments), *(50, 5, 45)[len(arguments) :]]
    seen = tried(round(viewers), thought, lasting)
    print(
        f"{viewers:.0f} viewers: {seen.pages} pages, {seen.files} pictures, {seen.again} web sockets opened anew, "
        f"{len(seen.failed)} failed"
    )
    for one in seen.failed:
        print(f"  {one}")
    return int(bool(seen.failed))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
