"""What those who carry the project on find: a version that its changelog tells, goals that help names, licence and form."""

from __future__ import annotations

import configparser
import json
import re
from pathlib import Path

import yaml
from packaging.version import Version

from industry import VERSION
from industry.__main__ import main

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def goals() -> set[str]:
    (named,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    return set(named.split())


def test_the_changelog_tells_the_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = [Version(one) for one in re.findall(r"^## (\d+\.\d+\.\d+)$", changes, re.MULTILINE)]
    assert released == sorted(released, reverse=True)
    now = Version(VERSION)
    assert now.is_devrelease == ("Unreleased" in changes)
    assert now > released[0] if now.is_devrelease else now == released[0]


def test_the_command_line_says_its_version() -> None:
    assert main(["--version"]) == 0


def test_help_names_every_goal_in_both_languages() -> None:
    told = dict(re.findall(r"^# make ([\w-]+) +(.+)$", MAKEFILE.partition("\n\n")[0], re.MULTILINE))
    assert set(told) == goals() - {"help"}
    assert all(re.search(r"[一-鿿].* · [a-z]", one) for one in told.values())
    assert all(re.search(rf"^(?:[\w-]+ )*{one}(?: [\w-]+)*:", MAKEFILE, re.MULTILINE) for one in goals())


def test_other_files_call_goals_that_there_are() -> None:
    called = set()
    for name in (".pre-commit-config.yaml", ".github/workflows/ci.yml", ".ci/run", "CONTRIBUTING.md"):
        for one in re.findall(r"\bmake ((?:[a-z]+ ?)+)", (ROOT / name).read_text("utf-8")):
            called |= set(one.split())
    assert called and called <= goals()
    for name in (".pre-commit-config.yaml", ".github/workflows/ci.yml"):
        assert yaml.safe_load((ROOT / name).read_text("utf-8"))


def test_files_have_the_form_that_editorconfig_asks_for() -> None:
    asked = configparser.ConfigParser()
    asked.read_string("[top]\n" + (ROOT / ".editorconfig").read_text("utf-8"))
    assert asked["*"]["charset"] == "utf-8" and asked["*.csv"]["trim_trailing_whitespace"] == "false"
    for file in ROOT.rglob("*"):
        parts = file.relative_to(ROOT).parts
        if parts[0] in {".venv", ".git"} or file.suffix not in {".py", ".yaml", ".js", ".css", ".md", ".bat"}:
            continue
        if "tests" in parts or any(one.startswith(".") and one.endswith("_cache") for one in parts):
            continue  # broken on purpose, some of them
        content = file.read_bytes()
        assert content.decode("utf-8") and (b"\r\n" in content) == (file.suffix == ".bat"), file


def test_the_licence_and_what_holds_for_the_data() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    package = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))
    assert package["licenses"]
    for name in ("README.md", "README.zh.md"):
        assert "(LICENSE)" in (ROOT / name).read_text("utf-8")
