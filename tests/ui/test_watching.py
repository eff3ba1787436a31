"""What all viewers share: tables that are looked after whether or not a page asks, answers worked out once, and what followed from
earlier tables, which goes."""

from __future__ import annotations

import asyncio
import gc
import shutil
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.loops import apart
from tests.tables.fault_tables import BASE
from ui import store, telling
from ui.once import Once

CHINA = "data/observations/china.csv"
AT_LAST = 20.0
"""Seconds after which what doesn't come has failed."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of tables that the process shows."""
    found = tmp_path / "project"
    shutil.copytree(BASE, found)
    monkeypatch.setenv("DATA", str(found))
    yield found
    monkeypatch.undo()
    store.snapshot()  # the tables of other tests again
    gc.freeze()


def watched(until: Callable[[], bool]) -> bool:
    """Whether that becomes true while the tables are looked after."""

    async def look() -> bool:
        watching = asyncio.create_task(telling.watch())
        try:
            async with asyncio.timeout(AT_LAST):
                while not until():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            return False
        finally:
            watching.cancel()
        return True

    return apart(lambda: asyncio.run(look()))


def test_a_save_is_read_though_no_page_asks(folder: Path) -> None:
    first = store.snapshot().tables
    assert first is not None
    (folder / CHINA).write_text((folder / CHINA).read_text("utf-8").replace("15.9", "16.1"), "utf-8")

    def read() -> bool:
        now = store.last()
        return now is not None and now.tables is not first

    assert watched(read)


def test_earlier_tables_go_once_viewers_have_the_new_ones(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_SHOWN", 0.0)
    earlier = weakref.ref(store.tables())
    gc.freeze()
    (folder / CHINA).write_text((folder / CHINA).read_text("utf-8").replace("15.9", "16.1"), "utf-8")
    assert watched(lambda: earlier() is None)


def test_looking_goes_on_after_it_failed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_BROKEN", 0.0)
    tries: list[int] = []

    def broken() -> None:
        tries.append(1)
        raise RuntimeError("no luck")

    monkeypatch.setattr(store, "snapshot", broken)
    assert watched(lambda: len(tries) > 1)


def test_who_asks_while_an_answer_is_worked_out_waits_for_it() -> None:
    begun, go_on, worked = threading.Event(), threading.Event(), []

    def work(asked: int) -> object:
        worked.append(asked)
        begun.set()
        assert go_on.wait(AT_LAST)
        return object()

    once, answers = Once(work, 4), list[object]()
    threads = [threading.Thread(target=lambda: answers.append(once(3))) for _ in range(8)]
    threads[0].start()
    assert begun.wait(AT_LAST)
    for thread in threads[1:]:
        thread.start()
    go_on.set()
    for thread in threads:
        thread.join(AT_LAST)
    assert worked == [3]
    assert len(set(answers)) == 1
    assert len(answers) == 8
    once.cache_clear()
    assert once(3) is not answers[0]


def test_an_answer_that_failed_is_tried_again() -> None:
    tries: list[int] = []

    def work() -> int:
        tries.append(1)
        return 1 // (len(tries) - 1)

    once = Once(work, 1)
    with pytest.raises(ZeroDivisionError):
        once()
    assert [once(), once()] == [1, 1]
    assert len(tries) == 2
