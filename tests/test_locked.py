"""What is installed: every package that is imported is listed, and all that come with them are locked with hashes."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
OURS = {"industry", "setup", "ui", "pages", "tests", "benchmarks", "dashboard"}
_ENTRY = re.compile(
    r"^(?P<name>[\w.\-]+(?:\[[\w,]+\])?)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$"
)


def listed(name: str) -> dict[str, str]:
    """The packages of a list, by name with their version."""
    found = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if told and not told.startswith("-r"):
            one = Requirement(told)
            (pin,) = one.specifier
            assert pin.operator == "==", line
            found[canonicalize_name(one.name)] = pin.version
    return found


def locked(name: str) -> dict[str, list[tuple[str, str]]]:
    """The packages of a lock: versions, each with the marker of where it is installed. Each has its hashes."""
    found: dict[str, list[tuple[str, str]]] = {}
    hashes = 1
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if entry := _ENTRY.match(line):
            assert hashes, line
            hashes = 0
            called = canonicalize_name(Requirement(entry["name"]).name)
            found.setdefault(called, []).append((entry["version"], entry["marker"] or ""))
        else:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), line
            hashes += 1
    assert hashes
    return found


def imported(paths: Iterable[str]) -> dict[str, str]:
    """The modules that come from elsewhere, each with a file that names it."""
    found = {}
    for path in paths:
        files = [ROOT / path] if path.endswith(".py") else (ROOT / path).rglob("*.py")
        for file in files:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    names = [one.name for one in node.names]
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names = [node.module]
                else:
                    continue
                found |= {one.partition(".")[0]: str(file.relative_to(ROOT)) for one in names}
    return {name: file for name, file in found.items() if name not in sys.stdlib_module_names | OURS}


@pytest.mark.parametrize(
    ("paths", "lists"),
    [
        (("industry", "ui", "pages", "dashboard.py"), ("requirements.txt",)),
        (("tests", "benchmarks", "setup"), ("requirements.txt", "requirements-dev.txt")),
    ],
)
def test_every_package_that_is_imported_is_listed(paths: tuple[str, ...], lists: tuple[str, ...]) -> None:
    known = {name for one in lists for name in listed(one)}
    packages = metadata.packages_distributions()
    assert {
        f"{file}: {name}"
        for name, file in imported(paths).items()
        if not known & {canonicalize_name(one) for one in packages.get(name, ())}
    } == set()


@pytest.mark.parametrize(
    ("lists", "lock"),
    [
        (("requirements.txt",), "requirements.lock"),
        (("requirements.txt", "requirements-dev.txt"), "requirements-dev.lock"),
    ],
)
def test_what_is_listed_is_locked(lists: tuple[str, ...], lock: str) -> None:
    held = locked(lock)
    asked = {name: version for one in lists for name, version in listed(one).items()}
    assert {name: held.get(name) for name in asked} == {
        name: [(version, "")] for name, version in asked.items()
    }, "make lock"


def test_tests_run_on_what_the_dashboard_runs_on() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_what_is_installed_is_what_is_locked() -> None:
    for name, versions in locked("requirements-dev.lock").items():
        here = [one for one, marker in versions if not marker or Marker(marker).evaluate()]
        if here:
            assert [metadata.version(name)] == here, f"{name}: make test"
