"""Each command that is given a file refuses what is none: a device may never end, a pipe may never begin."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from industry.__main__ import main
from tests.conftest import WORLD
from tests.unlike import posix

COMMANDS = (
    ("adopt", "{}"),
    ("import", "{}", "--source", "jiangxi_2021_07"),
    ("changes", "--since", "{}"),
    ("refresh", "{}"),
    ("proof", "{}"),
    ("export", "--figure", "profit", "--format", "pptx", "--template", "{}"),
)


@posix
@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_a_device_or_a_pipe_is_refused_at_once(
    command: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    pipe = tmp_path / "pipe.pptx"
    os.mkfifo(pipe)
    beside = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)  # so that whoever opens it isn't held for ever
    os.write(beside, b"PK")
    os.close(os.dup(beside))
    try:
        for path in (Path("/dev/null"), pipe):
            arguments = [one.format(path) for one in command]
            assert main([*arguments, "--folder", str(WORLD)]) in (1, 2)
            said = capsys.readouterr().err
            told = {"changes": "也不是本看板导出的文件", "export": "文件打不开"}
            assert told.get(command[0], "普通文件") in said, said
    finally:
        os.close(beside)
