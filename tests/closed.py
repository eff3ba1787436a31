"""The dashboard on a network that swallows every packet, told by whoever runs it there:

    unshare --net python -m tests.closed FOLDER

asks servers for everything that there is, first where whoever asks outside is told at once that there is no way, then where
packets vanish, and prints as JSON how many packets were sent outside, by how many seconds each answer was later there, and which of the
addresses that a server names can be opened. The network has one way out, a pair of devices of which nobody listens to the second, and
a pair on which the machine has an address of IPv6. FOLDER gets the logs.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tests import everything
from tests.everything import Asks
from tests.servers import ROOT, WORLD, serving

OUTSIDE = {socket.AF_INET: "203.0.113.9", socket.AF_INET6: "2001:db8::9"}
_ALONE = "link set lo up"
_WAY_OUT = """link add outside type veth peer name wall
link set outside addrgenmode none arp off
link set wall addrgenmode none arp off
link set outside up
link set wall up
addr add 10.254.0.2/24 dev outside
route add default via 10.254.0.1 dev outside
link add office type veth peer name desk
link set office addrgenmode none arp off
link set desk addrgenmode none arp off
link set office up
link set desk up
-6 addr add fd77::2/64 dev office nodad
-6 route add default dev office"""
"""The kernel itself sends nothing there: who is whose neighbour isn't asked."""
_DEVICES = ("outside", "office")
_NAMED = re.compile(r"^  (http\S+)   ", re.MULTILINE)
"""An address at which a server says that it can be opened."""
BEYOND = 1.0
"""Seconds by which an answer may be later where packets vanish."""
_TRIES = 3
"""Who waits for a network does so each time, who waits for a busy machine doesn't."""
_CALLED = 1.5 * BEYOND


def configured(lines: str) -> None:
    """Have `ip` do that in the network that this process is alone in. Raises CalledProcessError."""
    for line in lines.splitlines():
        subprocess.run(["ip", *line.split()], check=True, capture_output=True)


def sent() -> dict[str, int]:
    """Packets that went out until now, by device."""
    lines = Path("/proc/net/dev").read_text("ascii").splitlines()[2:]
    counts = {name.strip(): int(rest.split()[9]) for name, _, rest in (one.partition(":") for one in lines)}
    return {one: counts[one] for one in _DEVICES}


def calls() -> Asks:
    """What calls outside and gives up: that packets are counted, and waits seen."""

    def called(family: int) -> None:
        with socket.socket(family) as one, suppress(OSError):
            one.settimeout(_CALLED)
            one.connect((OUTSIDE[family], 9))

    return {machine: partial(called, family) for family, machine in OUTSIDE.items()}


@contextmanager
def asked(folder: Path) -> Iterator[tuple[Asks, Path]]:
    """All that can be asked of new servers, one for colleagues, one for curators, and the command line's check; the first one's log."""
    tables = shutil.copytree(WORLD, folder / "tables")  # where it is noted what was seen of them
    everywhere, log = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, folder / "log"
    with (
        serving(ROOT, log, tables, everywhere) as viewers,
        serving(ROOT, folder / "log of curators", tables, {"CURATE": "1"}) as curators,
    ):
        check = {"check": partial(_checked, tables)}
        yield everything.of_viewers(viewers, folder) | everything.of_curators(curators) | check, log


def _checked(tables: Path) -> None:
    command, told = [sys.executable, "-m", "industry", "check"], os.environ | {"DATA": str(tables)}
    subprocess.run(command, cwd=ROOT, env=told, check=True, capture_output=True)


def later(asks: Asks, before: dict[str, float]) -> dict[str, float]:
    """By how many seconds each is later than ``before``: of a few tries the first one that isn't, or the last."""
    found: dict[str, float] = {}
    for name, ask in asks.items():
        for _ in range(_TRIES):
            found[name] = _seconds(ask) - before[name]
            if found[name] <= BEYOND:
                break
    return found


def timed(asks: Asks) -> dict[str, float]:
    """The seconds of each."""
    return {name: _seconds(ask) for name, ask in asks.items()}


def _seconds(work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start


def opened(log: Path) -> dict[str, bool]:
    """The addresses that a server names in its log, and whether it answers there."""
    return {one: _answers(one) for one in _NAMED.findall(log.read_text("utf-8"))}


def _answers(address: str) -> bool:
    try:
        return bool(everything.get(address))
    except OSError:
        return False


def main(folder: Path) -> int:
    """Print what was seen; calls of our own first show that packets are counted and waits seen."""
    for place in ("open", "closed"):
        (folder / place).mkdir()
    configured(_ALONE)
    called = timed(calls())
    with asked(folder / "open") as (asks, _):
        before = timed(asks)
    configured(_WAY_OUT)
    told: dict[str, object] = {"called": later(calls(), called), "own": (own := sent())}
    with asked(folder / "closed") as (asks, log):
        told |= {"later": later(asks, before), "named": opened(log), "unasked": [*everything.unasked(asks)]}
    print(json.dumps(told | {"sent": {one: count - own[one] for one, count in sent().items()}}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
