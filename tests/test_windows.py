"""run.bat, check.bat and curate.bat do what `make run`, `make check` and `make curate` do, and say it in the same words. They
are read here, not run: cmd is on Windows alone. Of the tests that Windows runs, those that need what it hasn't are marked so."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import mypy
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


STUBS = Path(mypy.__file__).parent / "typeshed" / "stdlib"
"""What the modules of Python hold on each system, as type checkers know it."""
DEVICE = re.compile(r"/dev/(full|null|zero|u?random|tty|std\w+)\b")
SHELLS = ("sh", "bash", "/bin/sh", "/bin/bash")
LINKS = ("symlink", "symlink_to")


def defined(body: list[ast.stmt], platform: str) -> Iterator[str]:
    """The names that a stub gives to those on this system."""
    for node in body:
        if isinstance(node, ast.If):
            condition = compile(ast.Expression(node.test), "stub", "eval")
            system = SimpleNamespace(platform=platform, version_info=sys.version_info)
            yield from defined(node.body if eval(condition, {"sys": system}) else node.orelse, platform)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (one.id for one in targets if isinstance(one, ast.Name))


@cache
def lacking(module: str) -> frozenset[str]:
    """What a module of Python hasn't on Windows and has elsewhere; with ``*`` where Windows hasn't the module."""
    files = [one for one in (STUBS / f"{module}.pyi", STUBS / module / "__init__.pyi") if one.is_file()]
    if not files:
        return frozenset()
    body = ast.parse(files[0].read_text("utf-8")).body
    windows, others = (set(defined(body, one)) for one in ("win32", "linux"))
    return frozenset(others - windows) | ({"*"} if others and not windows else set())


def needed(node: ast.AST) -> Iterator[str]:
    """What a piece of a test needs that Windows hasn't, each with its line; what stands under ``if not WINDOWS`` isn't asked."""
    found = ""
    match node:
        case ast.If(test=ast.UnaryOp(op=ast.Not(), operand=ast.Name(id="WINDOWS"))):
            return
        case ast.Attribute(attr=name) if name in LINKS:
            found = name
        case ast.Attribute(value=ast.Name(id=module), attr=name) if name in lacking(module):
            found = f"{module}.{name}"
        case ast.Import(names=names):
            found = " ".join(one.name for one in names if "*" in lacking(one.name))
        case ast.ImportFrom(module=str(module), names=names):
            found = " ".join(one.name for one in names if one.name in lacking(module))
        case ast.Constant(value=str(text)) if DEVICE.search(text):
            found = text
        case ast.List(elts=[ast.Constant(value=first), *_]) if first in SHELLS:
            found = str(first)
    if found:
        yield f"{getattr(node, 'lineno', 0)}: {found}"
    for one in ast.iter_child_nodes(node):
        yield from needed(one)


def marked(node: ast.AST, tree: ast.Module) -> bool:
    """Whether Windows leaves it out: a test that is marked, or what marked tests alone call."""
    if not isinstance(node, ast.FunctionDef):
        return False
    if any(isinstance(one, ast.Name) and one.id == "posix" for one in node.decorator_list):
        return True
    calls = [
        one
        for one in tree.body
        if one is not node
        and any(isinstance(name, ast.Name) and name.id == node.name for name in ast.walk(one))
    ]
    return bool(calls) and all(marked(one, tree) for one in calls)


def unmarked(text: str) -> list[str]:
    """What a module of tests needs that Windows hasn't, outside what Windows leaves out."""
    tree = ast.parse(text)
    return [one for node in tree.body for one in needed(node) if not marked(node, tree)]


def run_there() -> list[Path]:
    """The modules of the folders that the job of Windows runs, and those of tests that they import."""
    (folders,) = re.findall(
        r"Scripts.python -m pytest -n \d+ (.+)", (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    )
    found = [
        ROOT / "tests/conftest.py",
        *(one for name in folders.split() for one in (ROOT / name).rglob("*.py")),
    ]
    for path in found:
        for name in re.findall(r"^from (tests[\w.]*) import", path.read_text("utf-8"), re.MULTILINE):
            module = ROOT / f"{name.replace('.', '/')}.py"
            if module.is_file() and module not in found:
                found.append(module)
    return found


def test_no_test_that_windows_runs_needs_what_it_hasn_t() -> None:
    files = run_there()
    assert len(files) > 80
    told = {str(one.relative_to(ROOT)): unmarked(one.read_text("utf-8")) for one in files}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("def test():\n    os.mkfifo(path)", ["2: os.mkfifo"]),
        ("import fcntl", ["1: fcntl"]),
        ("from os import fork, path", ["1: fork"]),
        ("def test():\n    os.kill(me, signal.SIGKILL)", ["2: signal.SIGKILL"]),
        ("def test():\n    path.symlink_to(there)", ["2: symlink_to"]),
        ("def test():\n    run(['sh', '-c', 'ls > /dev/full'])", ["2: sh", "2: ls > /dev/full"]),
        ("@posix\ndef test():\n    os.fork()", []),
        ("def cut():\n    os.fork()\n@posix\ndef test():\n    cut()", []),
        (
            "def cut():\n    os.fork()\n@posix\ndef test():\n    cut()\ndef other():\n    cut()",
            ["2: os.fork"],
        ),
        ("def test():\n    if not WINDOWS:\n        os.fork()\n    os.replace(a, b)", []),
    ],
)
def test_what_windows_hasn_t_is_found(text: str, found: list[str]) -> None:
    assert unmarked(text) == found
