"""Ctrl+C at any time of any command ends it with status 130, with a sentence or silently, never with a traceback; so, with their
statuses, do the signals of a machine that is shut down and of a terminal that is closed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from industry.__main__ import COMMANDS
from tests.conftest import WORLD
from tests.counted import Survived

_RUN = """
import os, runpy, signal, sys
count, left, by = 0, int(sys.argv[1]), int(sys.argv[2])
def seen(event, of):
    global count
    counts = event == "import" or event == "open" and isinstance(of[0], str) and ".py" not in os.path.basename(of[0])
    if counts and signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        count += 1
        if count == left:
            os.kill(os.getpid(), by)
if by != signal.SIGINT:
    signal.signal(by, signal.SIG_DFL)  # it may be ignored where tests run
sys.addaudithook(seen)
sys.argv = ["industry", *sys.argv[3:]]
try:
    runpy.run_module("industry", run_name="__main__")
finally:
    print("EVENTS", count)
"""
"""Interrupts itself at the so-manieth module that is imported or file that is opened by name; files of modules don't count, of which the first
run after a change opens more than those after it, which find them compiled."""


SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PARTS = len(COMMANDS) + 1


def run(at: int, by: int, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    given = [sys.executable, "-c", _RUN, str(at), str(int(by)), *map(str, arguments)]
    return subprocess.run(
        given,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "DATA": str(folder)},
    )


def ended_quietly(done: subprocess.CompletedProcess[str], by: int) -> None:
    assert done.returncode == 128 + by, done.stderr
    assert "Traceback" not in done.stderr and "KeyboardInterrupt" not in done.stderr, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(WORLD, tmp_path / "world")
    (tmp_path / "draft.txt").write_text("2021年上半年，江西规模以上工业增加值增长18.5%。", encoding="utf-8")
    return tmp_path / "world"


def arguments(command: str, folder: Path) -> list[object]:
    """What a command needs to begin its work."""
    table, draft = folder / "data/observations/hebei.csv", folder.parent / "draft.txt"
    needed: dict[str, list[object]] = {
        "export": ["--out", folder.parent / "out"],
        "proof": [draft, "--region", "jiangxi"],
        "read": [draft, "--region", "jiangxi", "--date", "2021-08-01"],
        "import": [table, "--out", folder.parent / "out.csv"],
        "diff": [table],
        "adopt": [table],
        "changes": ["--since", "2021-08-01"],
        "template": ["hebei", "--out", folder.parent / "out.xlsx"],
    }
    return [command, *needed.get(command, [])]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_interrupted_ends_without_a_traceback(
    command: str, folder: Path, survived: Survived
) -> None:
    number = list(COMMANDS).index(command)
    by = SIGNALS[number % len(SIGNALS)]
    ended_quietly(run(40 + 60 * number, by, folder, *arguments(command, folder)), by)
    survived("a command is ended", 1, of=PARTS)


def test_one_that_works_is_interrupted_in_order(folder: Path, survived: Survived) -> None:
    """At shares of what it does on a folder that is as new to it."""
    given = arguments("check", folder)
    whole = run(0, signal.SIGINT, shutil.copytree(folder, folder.with_name("whole")), *given)
    assert whole.returncode == 0, whole.stderr
    events = int(whole.stdout.rpartition("EVENTS")[2])
    for part, by in zip((0.5, 0.9, 0.99), SIGNALS, strict=True):
        ended_quietly(run(int(events * part), by, folder, *given), by)
    survived("a command is ended", len(SIGNALS), of=PARTS)
