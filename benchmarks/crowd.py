"""50 viewers, five seconds of thought each, against one: the 95th percentile of a rerun.

Python works on one core: 50 viewers have a replica for each of two, as docs/deploying.md has it, and one server by itself is
asked by half as many. The viewers speak from a process of their own, over the loopback only:

    python -m benchmarks.crowd VIEWERS THOUGHT SECONDS ADDRESS...

which prints the seconds of each rerun as JSON. Each opens a page, then goes on from choice to choice and
from page to page, each in an order of its own. The single viewer does the same with little thought, so
that there is enough of it.
"""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from benchmarks.measured import Measured, percentile
from benchmarks.serving import serving
from benchmarks.viewer import Viewer
from ui import ROOT

AT_MOST = 3.0
SHARE = 0.95
Step = tuple[str, dict[str, str]]
STEPS: tuple[Step, ...] = (
    ("", {}),
    ("", {"lang": "en"}),
    ("compare", {}),
    ("compare", {"concept": "profit_growth"}),
    ("compare", {"concept": "enterprises"}),
    ("compare", {"regions": "jiangxi,hebei"}),
    ("trends", {}),
    ("trends", {"regions": "jiangxi,shaanxi"}),
    ("region", {}),
    ("region", {"region": "jian"}),
    ("targets", {}),
    ("priorities", {}),
    ("briefing", {}),
    ("data", {}),
    ("data", {"region": "hebei"}),
)


def run(quick: bool = False) -> Iterator[Measured]:
    """The ratio for two replicas, and for one server."""
    for viewers, servers in ((50, 2), (25, 1)):
        yield measure(viewers, servers, 5.0, 20.0 if quick else 45.0)


def measure(viewers: int, servers: int, thought: float, lasting: float) -> Measured:
    """So many servers: warmed, one viewer, all ``viewers``, one viewer again."""
    with ExitStack() as running:
        addresses = [running.enter_context(serving(ROOT)) for _ in range(servers)]
        for address in addresses:
            asyncio.run(_warm(address))
        alone = load(addresses, 1, thought / 20, lasting / 3)
        many = load(addresses, viewers, thought, lasting)
        alone += load(addresses, 1, thought / 20, lasting / 3)
    slow, one = percentile(many, SHARE), percentile(alone, SHARE)
    detail = f"{slow * 1000:,.0f} ms of {len(many)} : {one * 1000:,.0f} ms of {len(alone)}, no error"
    what = f"rerun's p95 for {viewers} viewers of " + (
        "one server" if servers == 1 else f"{servers} replicas"
    )
    return Measured(what, slow / one, AT_MOST, "one viewer's p95", detail)


def load(addresses: Sequence[str], viewers: int, thought: float, lasting: float) -> list[float]:
    """Seconds of each rerun of a crowd in a process of its own, the viewers at the servers in turn. Raises
    RuntimeError at any error."""
    command = [sys.executable, "-m", "benchmarks.crowd", str(viewers), str(thought), str(lasting), *addresses]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=lasting + 120, check=False)
    if done.returncode:
        raise RuntimeError(f"{viewers} viewers: {done.stderr.decode()[-2000:]}")
    found: list[float] = json.loads(done.stdout)
    return found


async def _warm(address: str) -> None:
    async with Viewer(address) as viewer:
        for page, query in STEPS:
            await viewer.rerun(page, query)


async def crowd(addresses: Sequence[str], viewers: int, thought: float, lasting: float) -> list[float]:
    """Seconds of each rerun that was asked for within ``lasting`` seconds, the opening ones left out."""
    until = time.monotonic() + lasting
    at = [addresses[number % len(addresses)] for number in range(viewers)]
    told = await asyncio.gather(*(_viewer(one, number, thought, until) for number, one in enumerate(at)))
    return [seconds for one in told for seconds in one]


async def _viewer(address: str, number: int, thought: float, until: float) -> list[float]:
    chance = random.Random(number)
    taken: list[float] = []
    await asyncio.sleep(chance.uniform(0, thought))
    async with Viewer(address) as viewer:
        await viewer.rerun(*chance.choice(STEPS))
        while True:
            await asyncio.sleep(thought * chance.uniform(0.8, 1.2))
            if time.monotonic() > until:
                return taken
            taken.append((await viewer.rerun(*chance.choice(STEPS))).seconds)


def main(arguments: list[str]) -> int:
    """Print the seconds of each rerun."""
    viewers, thought, lasting, *addresses = arguments
    print(json.dumps(asyncio.run(crowd(addresses, int(viewers), float(thought), float(lasting)))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
