"""A change reaches viewers when the files stand still: half files, files that are gone for a moment and adoptions under way
never do.

Time is the tests' own: seconds pass while the store pauses or reads, and what a writer does happens then. The reader takes
whatever it is given, so that nothing but standing still keeps half a state away.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.curation.writing import disk
from industry.tables import store
from industry.tables.faults import Fault
from industry.tables.lying import under_way
from industry.tables.lying.under_way import JOURNAL, UnderWay, fingerprint
from industry.tables.store import Store
from industry.tables.tables import Tables
from tests.conftest import SHIPPED_STILL

NAMES = ("config.yaml", "data/observations/china.csv", "data/observations/hebei.csv")
LONG_AGO = 1_000_000_000
"""When the writers' clock began."""


class Taken:
    """Stands for tables: the files that they were read from."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)

    def derived(self) -> None:
        pass


def take(files: Mapping[str, bytes], _unreadable: Collection[str]) -> tuple[Tables, tuple[Fault, ...]]:
    return cast(Tables, Taken(files)), ()


def state(number: int) -> dict[str, bytes]:
    """A whole state: each line of each file says its number."""
    return {name: "".join(f"{number},{line}\n" for line in range(6)).encode() for name in NAMES}


class World:
    """A folder, its time, and what happens in it when."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.now = folder, 0.0
        self.events: list[tuple[float, Callable[[], None]]] = []
        self.whole = [state(0)]
        (folder / "data/observations").mkdir(parents=True)
        (folder / "history").mkdir()
        for name, data in state(0).items():
            self.save(name, data)
        bytes_of = store._bytes

        def slowly(path: str) -> bytes | None:
            self.passes(0.05)
            found = bytes_of(path)
            self.passes(0.05)
            return found

        monkeypatch.setattr(store, "_bytes", slowly)
        monkeypatch.setattr(store, "_PAUSE", 0.0)
        monkeypatch.setattr(store, "STILL", SHIPPED_STILL)
        self.store = Store(folder, take, lambda: self.now, self.passes)

    def passes(self, seconds: float) -> None:
        until = self.now + seconds
        while self.events and self.events[0][0] <= until:
            self.now, event = max(self.now, self.events[0][0]), self.events.pop(0)[1]
            event()
        self.now = until

    def save(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.write_bytes(data)
        stamp = LONG_AGO * 10**9 + int(self.now * 1e9) + len(data)
        os.utime(path, ns=(stamp, stamp))

    def look(self) -> dict[str, bytes]:
        """What a viewer sees who comes now, and who comes when a reading is done."""
        seen = self._seen(self.store.current().tables)
        for thread in threading.enumerate():
            if thread.name == "tables":
                thread.join(30)
        assert self.store.last is not None
        self._seen(self.store.last.tables)
        return seen

    def _seen(self, tables: Tables | None) -> dict[str, bytes]:
        files = cast(Taken, tables).files
        assert files in self.whole, (
            f"seen at {self.now:.2f}: { {name: data[:9] for name, data in files.items()} }"
        )
        return files

    def plan(self, gap: float, work: Callable[[], Any]) -> None:
        """Has something happen a while after what is planned before."""
        last = self.events[-1][0] if self.events else self.now
        self.events.append((last + gap, lambda: (work(), None)[1]))

    def save_slowly(self, number: int, gaps: Iterator[float], cuts: Iterator[float], way: str) -> None:
        """Plans a save of all files, half written, gone or renamed in between; ``whole`` counts it when it is done."""
        for name, data in state(number).items():
            if way == "delete":
                self.plan(next(gaps), lambda name=name: (self.folder / name).unlink())
            if way == "rename":
                aside = f"data/~{number}.tmp"
                self.plan(0.001, lambda aside=aside, data=data: self.save(aside, data))
                self.plan(
                    next(gaps),
                    lambda name=name, aside=aside: os.replace(self.folder / aside, self.folder / name),
                )
                continue
            for cut in sorted(next(cuts) for _ in range(2)):
                end = int(cut * len(data))
                end = (
                    data.rfind(b"\n", 0, end) + 1 if end % 2 else end
                )  # at a line's end, which is a valid table
                self.plan(next(gaps), lambda name=name, data=data, end=end: self.save(name, data[:end]))
            self.plan(next(gaps), lambda name=name, data=data: self.save(name, data))
        self.events[-1] = self.events[-1][0], self._then(self.events[-1][1], number)

    def _then(self, work: Callable[[], None], number: int) -> Callable[[], None]:
        def both() -> None:
            work()
            self.whole.append(state(number))

        return both

    def adopt_slowly(self, number: int, last: int, gaps: Iterator[float]) -> None:
        """Plans an adoption that takes its time between any two files: its journal is there meanwhile."""
        before = {name: data for name, data in state(last).items() if name in NAMES[1:]}
        after = {name: data for name, data in state(number).items() if name in NAMES[1:]}
        told = under_way.written(UnderWay(before, {name: fingerprint(data) for name, data in after.items()}))
        self.plan(next(gaps), lambda: disk.put(self.folder / JOURNAL, told))
        for name, data in after.items():
            self.plan(next(gaps) * 9, lambda name=name, data=data: self.save(name, data))
        adopted = state(last) | after

        def done() -> None:
            (self.folder / JOURNAL).unlink()
            self.whole.append(adopted)

        self.plan(next(gaps) * 9, done)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return World(tmp_path, monkeypatch)


def test_a_whole_save_is_seen_within_three_seconds(world: World) -> None:
    assert world.look() == state(0)
    world.save_slowly(1, iter([0.01] * 99), iter([0.5] * 99), "cut")
    world.passes(0.2)
    saved = world.now
    while world.look() != state(1):
        pass
    assert world.now - saved < 3


def test_tables_are_made_once_while_it_is_waited_whether_the_files_stand_still(world: World) -> None:
    making, made = 0.6, []

    def slowly(files: Mapping[str, bytes], unreadable: Collection[str]) -> tuple[Tables, tuple[Fault, ...]]:
        world.passes(making)
        made.append(dict(files))
        return take(files, unreadable)

    world.store = Store(world.folder, slowly, lambda: world.now, world.passes)
    assert world.look() == state(0)
    world.save_slowly(1, iter([0.01] * 99), iter([0.5] * 99), "rename")
    world.passes(0.2)
    saved = world.now
    while world.look() != state(1):
        pass
    assert world.now - saved < SHIPPED_STILL + making
    assert made == [state(0), state(1)]


def test_what_is_saved_while_tables_are_made_ahead_is_waited_for_as_well(world: World) -> None:
    def saving(files: Mapping[str, bytes], unreadable: Collection[str]) -> tuple[Tables, tuple[Fault, ...]]:
        world.passes(0.2)
        return take(files, unreadable)

    world.store = Store(world.folder, saving, lambda: world.now, world.passes)
    assert world.look() == state(0)
    for number in range(1, 6):  # each half done while the last one is read ahead
        world.save_slowly(number, iter([0.13] * 99), iter([0.3, 0.6] * 99), "cut")
    while world.events:
        world.look()
        world.passes(0.1)
    while world.look() != state(5):
        world.passes(0.1)


def test_a_file_that_ends_where_a_block_does_is_waited_for_longer(world: World) -> None:
    """As one of which a part lies there while a slow disk or share is waited for."""
    assert world.look() == state(0)
    long = state(1) | {NAMES[1]: state(1)[NAMES[1]] * 200}
    world.whole.append(long)
    for name, data in long.items():
        world.save(name, data[:4096])
    world.plan(3 * SHIPPED_STILL, lambda: world.save(NAMES[1], long[NAMES[1]]))
    seen = []
    while world.now < 20 and long not in seen:
        seen.append(world.look())
        world.passes(0.2)
    assert long in seen


def test_who_comes_first_sees_no_half_file_either(world: World) -> None:
    for number in range(1, 4):
        world.save_slowly(number, iter([0.4] * 99), iter([0.3, 0.6] * 99), "delete")
    world.whole = []
    world.passes(0.5)
    found = world.store.current()
    if found.tables is not None:
        assert cast(Taken, found.tables).files in world.whole
    while world.events:
        world.passes(0.5)
    world.whole = [state(3)]
    while world.store.current().tables is None:
        world.passes(0.2)
        time.sleep(0.001)
    assert world.look() == state(3)


def test_where_files_never_stand_still_there_is_nothing_to_see_at_first_and_no_fault(world: World) -> None:
    for at in range(400):
        world.plan(0.5, lambda at=at: world.save(NAMES[1], b"x" * at))
    found = world.store.current()
    assert (found.tables, found.faults, world.store.behind) == (None, (), True)
    world.events.clear()
    world.save(NAMES[1], state(0)[NAMES[1]])
    while world.store.current().tables is None:
        time.sleep(0.001)
    assert world.look() == state(0)


def test_an_adoption_of_any_length_is_seen_when_it_is_done(world: World) -> None:
    world.look()
    world.adopt_slowly(1, 0, iter([1.0] * 9))
    while world.events:
        seen = world.look()
        assert seen == state(0) or not world.events
        world.passes(0.7)
    while world.look() == state(0):
        world.passes(0.3)
    assert world.look() == world.whole[-1]


def test_one_that_was_cut_off_is_not_seen_by_who_comes_later(world: World) -> None:
    world.adopt_slowly(1, 0, iter([0.1] * 9))
    world.events.pop()
    world.passes(30)
    assert (world.folder / NAMES[2]).read_bytes() == state(1)[NAMES[2]]
    assert world.look() == state(0)


def test_a_journal_that_cannot_be_read_keeps_the_last_good_tables(world: World) -> None:
    world.look()
    world.save(NAMES[1], b"half of an adoption")
    world.save(JOURNAL, b"{")
    for _ in range(3):
        world.passes(2)
        world.store.current(wait=True)
        assert world.store._reading is not None and world.store._reading.unreadable == (JOURNAL,)


WAYS = st.sampled_from(["cut", "delete", "rename", "adopt"])
GAP = st.floats(0.001, SHIPPED_STILL * 0.9)


@given(st.lists(st.tuples(WAYS, st.floats(0.001, 6)), min_size=1, max_size=6), st.data())
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_no_half_state_is_ever_seen(saves: list[tuple[str, float]], data: st.DataObject) -> None:
    """Whatever is saved how, as long as no file is let be for as long as `store.STILL` while half of the save is done."""
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        world = World(Path(place), patch)
        assert world.look() == state(0)
        gaps = iter(lambda: data.draw(GAP), None)
        cuts = iter(lambda: data.draw(st.floats(0, 1)), None)
        last = 0
        for number, (way, rest) in enumerate(saves, start=1):
            if way == "adopt" and last == number - 1 == 0:
                world.adopt_slowly(number, last, gaps)
                last = -1
            elif way != "adopt":
                world.save_slowly(number, gaps, cuts, way)
                last = number
            world.plan(rest, lambda: None)
        while world.events:
            world.look()
            world.passes(data.draw(st.floats(0.05, 2)))
        for _ in range(4):
            world.passes(1)
            world.look()
        assert world.look() == world.whole[-1], "the last save is seen in the end"
