"""A page's rerun against a bare Streamlit page that shows the same Plotly figures and nothing else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence

from benchmarks.measured import Measured, milliseconds, ratio
from benchmarks.serving import folder, serving, write_bare
from benchmarks.viewer import Viewer
from ui import ROOT

AT_MOST = 1.0
PAGES = ("overview", "compare", "trends")
HOME = "overview"
_LONGEST, _FEWEST = 30.0, 2  # a slow page's seconds, and reruns of it all the same
SETTLING = 3.0
"""Seconds after which a server has put away what its first runs of a page made."""


def path(page: str) -> str:
    """The page's place in the address; the first page is at ``/``."""
    return "" if page == HOME else page


def run(quick: bool = False) -> Iterator[Measured]:
    """Each page's ratio."""
    yield from measure(PAGES[:2] if quick else PAGES, 20 if quick else 60)


def measure(pages: Sequence[str], times: int) -> Iterator[Measured]:
    """Each page's reruns, ``times`` of ours and of the bare page in turn."""
    with serving(ROOT) as address:
        for page in pages:
            specs = asyncio.run(figures(address, path(page)))
            with folder() as place, serving(place, write_bare(place, specs)) as bare:
                ours, peer, plots = asyncio.run(in_turn(address, path(page), bare, "", times))
            detail = f"{milliseconds(ours)} : {milliseconds(peer)}, {plots} plots"
            yield Measured(f"rerun of {page}", ratio(ours, peer), AT_MOST, "bare Streamlit page", detail)


async def figures(address: str, page: str) -> tuple[str, ...]:
    """The Plotly figures (JSON) of a page."""
    async with Viewer(address) as viewer:
        return (await viewer.rerun(page)).specs


async def in_turn(
    address: str, page: str, other: str, other_page: str, times: int
) -> tuple[list[float], list[float], int]:
    """Seconds of both pages' reruns, one after the other, each first every second time; and how many
    plots the first shows. A slow page gets fewer runs. Pages that don't show equally many plots are refused."""
    async with Viewer(address) as ours, Viewer(other) as peer:
        both = ((ours, page), (peer, other_page))
        for viewer, of in both:  # the first runs draw and keep what later ones show
            for pause in (0.0, 0.0, SETTLING, 0.0):
                await asyncio.sleep(pause)
                last = await viewer.rerun(of)
        taken: tuple[list[float], list[float]] = ([], [])
        shown = [0, 0]
        until = time.monotonic() + _LONGEST
        for count in range(times):
            if count >= _FEWEST and time.monotonic() > until:
                break
            for which in (0, 1) if count % 2 else (1, 0):
                last = await both[which][0].rerun(both[which][1])
                taken[which].append(last.seconds)
                shown[which] = last.plots
        if shown[0] != shown[1]:
            raise RuntimeError(f"{page or HOME}: {shown[0]} plots against {shown[1]}")
        return (*taken, shown[0])
