"""The dashboard on a network that swallows every packet, told by whoever runs it there:

    unshare --net python -m tests.closed FOLDER

asks the server for everything that there is and prints as JSON how many packets it sent outside, the seconds of what must
not wait, and which of the addresses that it names can be opened. The network has one way out, a pair of devices of which nobody
listens to the second, and a pair on which the machine has an address of IPv6. FOLDER gets the log.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from benchmarks.viewer import Viewer
from industry.export.formats import formats
from tests import patience
from tests.servers import ROOT, WORLD, serving
from tests.ui.test_origin import FOREIGN, Server
from ui.serving import listed
from ui.site import site

OUTSIDE = "203.0.113.9"
_WAY_OUT = """link set lo up
link add outside type veth peer name wall
link set outside addrgenmode none arp off
link set wall addrgenmode none arp off
link set outside up
link set wall up
addr add 10.254.0.2/24 dev outside
route add default via 10.254.0.1 dev outside
link add office type veth peer name desk
link set office up
link set desk up
-6 addr add fd77::2/64 dev office nodad
-6 route add default dev office"""
_NAMED = re.compile(r"^  (http\S+)   ", re.MULTILINE)
"""An address at which a server says that it can be opened."""
_DRAFT = "2021年1—6月，江西省规模以上工业增加值增长12.1%。"


_GIVEN = {
    "draft/read?kind=.docx": "docx",
    "draft/commented": "docx",
    "deck-read": "pptx",
    "refresh?kind=.docx": "docx",
    "refresh?kind=.pptx": "pptx",
    "template/chosen?slide=coverage": "pptx",
}
"""Addresses that are given a file: a deck of ours, of this format."""


_REFUSED = re.compile(rb'(\d+/\d+\n)*!|\{"refused"')
"""How an answer begins that is a sentence instead, after lines that tell how far it is."""


def close() -> None:
    """Give the network that this process is alone in its way out. Raises CalledProcessError."""
    for line in _WAY_OUT.splitlines():
        subprocess.run(["ip", *line.split()], check=True, capture_output=True)


def sent() -> int:
    """Packets that went outside until now."""
    lines = Path("/proc/net/dev").read_text("ascii").splitlines()
    (line,) = (one for one in lines if one.strip().startswith("outside:"))
    return int(line.split(":")[1].split()[9])


def everything(address: str, log: Path) -> dict[str, float]:
    """Asks for all that the server has; the seconds of what must not wait."""
    asyncio.run(_pages(address))
    slides = "slide=coverage&slide=growth_months"
    decks: dict[str, bytes] = {}
    for made in formats().values():
        if made.of_one:
            _get(f"{address}/picture/coverage.{made.id}?size=slide")
        if made.of == "deck":
            decks[made.id] = _get(f"{address}/deck/chosen.{made.id}?{slides}&size=slide&lang=en")
    _get(f"{address}/present/chosen?{slides}")
    for one in listed.MADE:
        _get(f"{address}/rows.{one}?region=hebei")
    _get(f"{address}/search?q=GDP")
    _get(f"{address}/deck-file?{slides}")
    _get(f"{address}/draft/check", _DRAFT.encode())
    for path, made in _GIVEN.items():
        _get(f"{address}/{path}", decks[made])
    server = Server(address, log)
    strange = {"Host": "elsewhere.example"}
    waits: dict[str, Callable[[], object]] = {
        **{f"socket of {one}": lambda one=one: server.handshake(f"localhost:{server.port}", one) for one in FOREIGN},
        "page of another host": lambda: server.status("GET", "/", strange),
        "socket of another host": lambda: server.handshake("elsewhere.example", "http://another.example"),
        "upload of another site": lambda: server.status("PUT", "/_stcore/upload_file/a/b", {"Origin": FOREIGN[0], "Content-Length": "0"}),
        "search": lambda: _get(f"{address}/search?q=GDP"),
        "list": lambda: _get(f"{address}/rows.csv?region=hebei"),
        "deck as a file": lambda: _get(f"{address}/deck-file?{slides}"),
        "draft": lambda: _get(f"{address}/draft/check", _DRAFT.encode()),
        "health": lambda: server.status("GET", "/_stcore/health", {}),
    }  # fmt: skip
    return {name: _seconds(ask) for name, ask in waits.items()}


async def _pages(address: str) -> None:
    for language in ("zh", "en"):
        async with Viewer(address, language) as viewer:
            for page in site().pages:
                await viewer.rerun("" if page.id == site().home else page.id)


def opened(log: Path) -> dict[str, bool]:
    """The addresses that a server names in its log, and whether it answers there."""
    return {one: _answers(one) for one in _NAMED.findall(log.read_text("utf-8"))}


def _answers(address: str) -> bool:
    try:
        return bool(_get(address))
    except OSError:
        return False


def _get(address: str, body: bytes | None = None) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(address, body), timeout=patience.SECONDS) as answer:
        told: bytes = answer.read()
        assert answer.status == 200 and told and not _REFUSED.match(told), address
    return told


def _seconds(work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start


def main(folder: Path) -> int:
    """Print what was seen; a packet of our own first shows that they are counted."""
    close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"counted", (OUTSIDE, 9))
    own = sent()
    tables = shutil.copytree(WORLD, folder / "tables")  # where it is noted what was seen of them
    with serving(ROOT, folder / "log", tables, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}) as address:
        seconds = everything(address, folder / "asked")
        named = opened(folder / "log")
    told = os.environ | {"DATA": str(tables)}
    subprocess.run(
        [sys.executable, "-m", "industry", "check"], cwd=ROOT, env=told, check=True, capture_output=True
    )
    print(json.dumps({"own": own, "sent": sent() - own, "seconds": seconds, "named": named}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
