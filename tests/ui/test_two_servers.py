"""Two servers over one folder, in two offices: both save corrections, in turn and at the same moment. None is lost, no file is ever half
of one, each sees what the other saved, and what one takes back is its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from industry.curation.writing import lock, log
from industry.tables.lying.under_way import fingerprint
from industry.tables.store import contents
from tests import patience
from tests.counted import Survived
from tests.curation.made import FIRMS, firms, held, made, on_disk, row
from tests.ui.curating_server import Curator

TURNS, AT_ONCE = 4, 5
SEEN_WITHIN = 3.0
"""Seconds, where nobody else loads the machine."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


@pytest.fixture
def both(folder: Path) -> Iterator[tuple[Curator, Curator]]:
    with Curator(folder) as one, Curator(folder) as other:
        yield one, other


@contextmanager
def read_meanwhile(folder: Path) -> Iterator[None]:
    """All that is read while it lasts, the tables and each of their files, is as some adoption left it."""
    files, states = list[dict[str, bytes]](), list[dict[str, bytes]]()
    start, over = contents(folder), threading.Event()

    def look() -> None:
        while not over.wait(0.005):
            for seen, now in ((states, contents(folder)), (files, on_disk(folder))):
                if now not in seen[-1:]:
                    seen.append(now)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
    left = [prints(start), *(one.prints for one in log.read(folder))]
    assert len(states) > 1 and all(prints(one) in left for one in states)
    assert all(any(of == one.get(name) for one in left) for now in files for name, of in prints(now).items())


def prints(files: dict[str, bytes]) -> dict[str, str]:
    return {name: fingerprint(data) for name, data in files.items()}


def look(curator: Curator, value: str) -> str:
    """What a curator sees who is about to correct the number of firms."""
    asked = firms(value)
    return str(curator.ask("look", [asked.region, asked.cells, asked.replaces]))


def new(curator: Curator, paragraph: int) -> None:
    """A curator is about to enter a number beside the others in each of two tables."""
    told = {"source": "meeting", "paragraph": str(paragraph), "period": "2021-01/2021-05"}
    both = [row(**told), row("china", value="11.8", **told)]
    curator.ask("look", *([one.region, one.cells, ""] for one in both))


def shown_within(curator: Curator, value: str) -> float:
    """The seconds until its pages show that number."""
    start = time.monotonic()
    while curator.ask("shown", FIRMS) != value:
        assert time.monotonic() - start < patience.SECONDS
        time.sleep(0.05)
    return time.monotonic() - start


def test_corrections_in_turn_are_built_on_each_other_and_seen(
    folder: Path, both: tuple[Curator, Curator], survived: Survived
) -> None:
    took, value = [], "14000"
    for curator in both:
        shown_within(curator, value)
    with read_meanwhile(folder):
        for turn in range(TURNS):
            writer, reader = both[turn % 2], both[1 - turn % 2]
            before, value = value, str(13700 + turn)
            assert look(writer, value) == before
            assert len(writer.ask("adopt")) == 1
            took.append(shown_within(reader, value))
    assert min(took) < SEEN_WITHIN, took
    assert [one.replaced for one in log.read(folder)] == [1] * TURNS
    survived("two servers are over one folder", TURNS, of=4)


def test_of_corrections_at_the_same_moment_none_is_lost(
    folder: Path, both: tuple[Curator, Curator], survived: Survived
) -> None:
    """One of them is adopted; the other is told so, looks again, and is adopted too."""
    one, other = both
    with read_meanwhile(folder):
        for at in range(AT_ONCE):
            look(one, value := str(13700 + at))
            new(other, 20 + at)
            for curator in both:
                curator.tell("adopt")
            told = [curator.answer() for curator in both]
            done = [answer for answer in told if len(answer) == 1]
            assert len(done) == 1
            (key, *sentences) = next(answer for answer in told if answer not in done)
            assert key in ("held", "held_since", "not_as_seen") and all(sentences)
            if told[0] in done:
                new(other, 20 + at)
                assert len(other.ask("adopt")) == 1
            else:
                look(one, value)
                assert len(one.ask("adopt")) == 1
            tables = held(folder)
            assert str(tables.row(FIRMS).value) == value
            assert len(tables.rows(region="jiangxi")) == 4 + at + 1
    assert len(log.read(folder)) == 2 * AT_ONCE
    survived("two servers are over one folder", AT_ONCE, of=4)


def test_who_looked_before_the_other_saved_is_told_and_looks_again(
    folder: Path, both: tuple[Curator, Curator], survived: Survived
) -> None:
    one, other = both
    look(one, "13711")
    look(other, "13712")
    assert len(one.ask("adopt")) == 1
    now = on_disk(folder)
    key, *sentences = other.ask("adopt")
    assert key == "not_as_seen" and all(lock.me() in told for told in sentences)
    assert on_disk(folder) == now
    assert look(other, "13712") == "13711"
    assert len(other.ask("adopt")) == 1
    survived("two servers are over one folder", 1, of=4)


def test_what_one_takes_back_is_its_own(
    folder: Path, both: tuple[Curator, Curator], survived: Survived
) -> None:
    start, (one, other) = on_disk(folder), both
    look(one, "13711")
    (first,) = one.ask("adopt")
    new(other, 20)
    (second,) = other.ask("adopt")
    now = on_disk(folder)
    key, *sentences = one.ask("undo")
    assert key == "not_the_last" and all(lock.me() in told for told in sentences)
    assert on_disk(folder) == now
    assert len(other.ask("undo")) == len(one.ask("undo")) == 1
    assert on_disk(folder) == start
    assert [entry.what for entry in log.read(folder)] == [log.ADOPT] * 2 + [log.UNDO] * 2
    assert [entry.id for entry in log.read(folder)][:2] == [first, second]
    survived("two servers are over one folder", 1, of=4)
