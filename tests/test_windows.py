"""run.bat, check.bat and curate.bat do what `make run`, `make check` and `make curate` do, and say it in the same words. They
are read here, not run: cmd is on Windows alone."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
GOALS = ("run", "check", "curate")
FILES = {name: ROOT / f"{name}.bat" for name in GOALS} | {"prepare": ROOT / "windows" / "prepare.bat"}
TEXTS = {name: path.read_bytes().decode() for name, path in FILES.items()}


def goal(name: str) -> str:
    """What a goal of the Makefile does, its lines joined."""
    found = re.search(rf"^{name}: \.venv.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert found, name
    return found[1].replace("\\\n", " ")


def options(text: str) -> dict[str, str]:
    """What streamlit is told of the server."""
    return dict(re.findall(r"--server\.(port|address|headless) (\S+)", text))


@pytest.mark.parametrize("name", FILES)
def test_cmd_can_read_it(name: str) -> None:
    text = TEXTS[name]
    assert text.count("\n") == text.count("\r\n") > 0
    assert "*.bat text eol=crlf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    before = text.partition("chcp 65001")[0]
    assert name == "prepare" or before.isascii() and before != text
    lines = text.splitlines()
    labels = [line[1:] for line in lines if line.startswith(":")]
    assert len(labels) == len(set(labels))
    assert set(re.findall(r"(?:goto |call :)(\w+)", text)) == set(labels)


@pytest.mark.parametrize("name", GOALS)
def test_each_begins_and_ends_alike(name: str) -> None:
    text = TEXTS[name]
    assert 'pushd "%~dp0"\r\ncall windows\\prepare.bat %*\r\nif not "%ERRORLEVEL%"=="0" goto end\r\n' in text
    assert text.endswith(TEXTS["run"].partition(":end")[2])
    assert text.rstrip().endswith("exit /b %STATUS%")


def test_ports_addresses_and_options_are_those_of_the_goals() -> None:
    defaults = dict(re.findall(r"^(\w+) *\?= *(\S*)$", MAKEFILE, re.MULTILINE))
    assert f'if not defined PORT set "PORT={defaults["PORT"]}"' in TEXTS["run"]
    assert f'if not defined ADDRESS set "ADDRESS={defaults["ADDRESS"]}"' in TEXTS["run"]
    (port,) = re.findall(r"^curate: PORT := .*,(\d+),", MAKEFILE, re.MULTILINE)
    assert f'if not defined PORT set "PORT={port}"' in TEXTS["curate"]
    assert options(goal("curate"))["address"] == "127.0.0.1"
    assert '\r\nset "ADDRESS=127.0.0.1"\r\n' in TEXTS["curate"]
    assert "CURATE=1" in goal("curate") and 'set "CURATE=1"' in TEXTS["curate"]
    assert "CURATE" not in goal("run") + TEXTS["run"] + TEXTS["check"]
    for name in ("run", "curate"):
        assert options(TEXTS[name]) == {"port": "%PORT%", "address": "%ADDRESS%", "headless": "false"}
        assert options(goal(name)).keys() == options(TEXTS[name]).keys()
    assert "-m industry check" in goal("check") and "-m industry check %REST%" in TEXTS["check"]


def test_the_environment_is_told_by_the_same_names() -> None:
    named = set(re.findall(r"^(\w+) *\?=", MAKEFILE, re.MULTILINE))
    (taken,) = re.findall(r"for %%N in \(([A-Z ]+)\)", TEXTS["prepare"])
    assert set(taken.split()) == named | {"DOCUMENTS"}


def test_what_is_installed_and_said_is_the_same() -> None:
    for part in (
        "需要 Python 3.11 或更高版本。 Python 3.11 or later is needed.",
        "sys.version_info < (3, 11)",
        "-m venv --clear .venv",
        ".ready",
    ):
        assert part in MAKEFILE and part in TEXTS["prepare"], part
    assert "$(BIN)/python setup/packages.py $<" in MAKEFILE
    assert '"%BIN%\\python.exe" setup\\packages.py requirements.lock\r\n' in TEXTS["prepare"]


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_names_them(readme: str) -> None:
    told = (ROOT / readme).read_text("utf-8")
    assert all(f"`{name}.bat" in told for name in GOALS)
