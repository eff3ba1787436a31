"""Each benchmark runs on a tiny size and gives a number. How fast anything is isn't asserted here."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks import __main__ as bench
from benchmarks import (
    briefings,
    browsing,
    clicks,
    commented,
    crowd,
    differing,
    drafts,
    editions,
    greedy,
    importing,
    loads,
    many_rows,
    memory,
    pictures,
    proof,
    proposals,
    read_tables,
    reruns,
    results,
    saving,
    sheets,
    subjects,
    vitals,
)
from benchmarks.measured import Measured, Unmeasured, in_turn, percentile, ratio
from benchmarks.serving import serving
from industry.export.picture import browser
from tests.conftest import world
from tests.export.test_site import Few
from tests.loops import apart
from ui import ROOT

TINY: dict[str, Callable[[], Iterable[Measured]]] = {
    "reruns": lambda: reruns.measure(("targets",), 2),
    "loads": lambda: loads.measure(("targets",), 1),
    "clicks": lambda: clicks.measure(1),
    "vitals": lambda: vitals.measure(("targets",), vitals.WIDTHS[1:2], 1),
    "editions": lambda: editions.measure(Few(world(), 2), ("targets",), 1),  # type: ignore[arg-type]
    "many_rows": lambda: many_rows.measure(("overview",), 500, 2),
    "differing": lambda: [differing.measure(300, 1)],
    "read_tables": lambda: read_tables.measure(3000, 2, 1),
    "pictures": lambda: pictures.measure(2, 1, 1),
    "briefings": lambda: [briefings.measure(world(), 1, 2)],
    "crowd": lambda: [crowd.measure(2, 2, 0.2, 3.0)],
    "greedy": lambda: [greedy.measure(2, 2.0)],
    "saving": lambda: [saving.measure(2, 0.3, 1.0, [("targets", {})], 0.5)],
    "memory": lambda: [memory.measure(2, 4)],
    "proof": lambda: [proof.page(world())],
    "commented": lambda: commented.measure(1, 8, 1),
    "proposals": lambda: [proposals.page(world())],
    "sheets": lambda: sheets.measure(300, 300, quick=True),
    "importing": lambda: importing.measure(world(), 6, 2),
    "subjects": lambda: subjects.measure(world(), 10),
    "drafts": lambda: [drafts.measured(drafts.read(drafts.FOLDER / "press.key.tsv"), world())],
}
SHORT = {"cell": "data?region=jian", "mark": "trends"}
"""Shorter pages on which the same can be clicked."""
DRAWS = ("loads", "clicks", "vitals", "editions", "pictures", "memory", "greedy")


@contextmanager
def another(browser: Browser, size: tuple[int, int] = browsing.SCREEN) -> Iterator[Page]:
    """A page of one window, which has the scripts of those before it."""
    if not browser.contexts:
        browser.new_context(locale="zh-CN", bypass_csp=True)
    page = browser.contexts[0].new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    yield page
    page.close()


@pytest.fixture
def one_server(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Benchmarks but the first measure one dashboard: what is tried here isn't how fast it starts."""

    @contextmanager
    def shared(folder: Path, script: str = "dashboard.py", tables: Path | None = None) -> Iterator[str]:
        if (folder, script, tables) == (ROOT, "dashboard.py", None):
            yield server
        else:
            with serving(folder, script, tables) as other:
                yield other

    for measuring in (clicks, crowd, editions, greedy, loads, many_rows, vitals):
        monkeypatch.setattr(measuring, "serving", shared)
    monkeypatch.setattr(reruns, "SETTLING", 0.0)  # rests that make numbers steady, whatever they are
    monkeypatch.setattr(crowd, "STEPS", crowd.STEPS[-4:])
    monkeypatch.setattr(
        clicks, "PLACES", {name: (SHORT[name], found) for name, (_, found) in clicks.PLACES.items()}
    )
    for measuring in (clicks, vitals):
        monkeypatch.setattr(measuring, "SETTLED", 300.0)
    for measuring in (clicks, editions, loads, vitals):
        monkeypatch.setattr(measuring, "fresh", another)


@pytest.mark.usefixtures("one_server")
@pytest.mark.parametrize("name", TINY)
def test_a_benchmark_gives_a_number(name: str) -> None:
    if name in DRAWS and browser.find() is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    measured = apart(lambda: list(TINY[name]()))
    assert measured
    for one in measured:
        assert math.isfinite(one.ratio)
        assert one.ratio > 0 or one.what.startswith("layout shift")  # where nothing moves
        assert one.at_most is None or one.verdict in ("within", "over")
        assert f"{one.ratio:.2f} ×" in bench.told(one)


def test_every_benchmark_is_tried_here() -> None:
    assert set(TINY) == set(bench.BENCHMARKS)


def test_a_budget() -> None:
    assert Measured("a", 1.0, 1.0, "b").verdict == "within"
    assert Measured("a", 1.01, 1.0, "b").verdict == "over"
    assert Measured("a", 1.0, None, "b").verdict == ""


def test_each_comes_first_every_second_time() -> None:
    order: list[str] = []
    ours, peer = in_turn(lambda: order.append("ours"), lambda: order.append("peer"), 2)
    assert order == ["peer", "ours", "ours", "peer"]
    assert len(ours) == len(peer) == 2


def test_ratio_and_percentile() -> None:
    assert ratio([1.0, 4.0, 9.0], [1.0, 2.0, 3.0]) == 2.0
    assert percentile([float(one) for one in range(1, 101)], 0.95) == 95.0
    assert percentile([7.0], 0.95) == 7.0
    with pytest.raises(Unmeasured):
        percentile([], 0.95)


def test_the_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def good(_quick: bool) -> Iterator[Measured]:
        yield Measured("this", 2.0, 1.5, "that", "2 ms : 1 ms")

    def bad(_quick: bool) -> Iterator[Measured]:
        raise RuntimeError("no luck")
        yield

    def late(_quick: bool) -> Iterator[Measured]:
        yield Measured("late", percentile([], 0.5), None, "that")

    monkeypatch.setattr(bench, "BENCHMARKS", {"good": good, "bad": bad, "late": late})
    assert bench.main(["late"]) == 1
    assert capsys.readouterr().out.splitlines()[1].startswith("late gave no number: nothing was ended")
    assert bench.main(["good"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[1].split() == ["this", "2.00", "×", "≤", "1.5", "over", "that", "2", "ms", ":", "1", "ms"]
    monkeypatch.setattr(results, "FILE", tmp_path / "results.md")
    assert bench.main(["--write"]) == 1
    written = results.FILE.read_text(encoding="utf-8")
    assert "| this | 2.00 | 1.5 | over | that | 2 ms : 1 ms |" in written
    assert "**bad** gave no number" in written and f"{os.cpu_count()} cores" in written
    with pytest.raises(SystemExit):
        bench.main(["neither"])
