"""The records that both READMEs show to be copied: put where they say, they are right. The commands that they and docs/ tell:
typed so, they are understood."""

from __future__ import annotations

import argparse
import csv
import io
import re
import shlex
from importlib import import_module

import pytest
import yaml

from industry import project
from industry.__main__ import COMMANDS
from industry.tables.store import contents
from industry.vocabulary import fields
from tests.conftest import WORLD
from tests.servers import ROOT

TABLE = "data/observations/jiangxi.csv"


def widened(table: bytes) -> bytes:
    """The table with every column there can be, in their order."""
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(fields.COLUMN), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_what_the_readme_shows_can_be_copied(readme: str) -> None:
    blocks = re.findall(r"^```\n(.*?)^```", (ROOT / readme).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    by_first = {one.split("\n", 1)[0].strip(" -"): one for one in blocks}
    source, row = (
        by_first["id: jiangxi_stats_2022_02"],
        next(one for one in blocks if one.startswith("coal_use,")),
    )
    files = contents(WORLD)
    files["data/sources.yaml"] += source.encode()
    files[TABLE] = widened(files[TABLE]) + row.encode()
    assert {one.code for one in project.read(files)[1]} == {"unknown_indicator"}
    files["data/indicators/structure.yaml"] += by_first["id: coal_use"].encode()
    figure = by_first["id: coal"]
    files["config.yaml"] = files["config.yaml"].replace(b"\ndecks:", b"\n" + figure.encode() + b"\ndecks:", 1)
    tables, faults = project.read(files)
    assert tables is not None, faults
    assert [one.as_printed for one in tables.rows("coal_use")] == ["1200吨标准煤"]
    assert "coal" in {one.id for one in tables.catalogue.config.figures}
    assert yaml.safe_load(by_first["id: henan"])[0]["parent"] in tables.catalogue.regions


def commands() -> list[str]:
    """What READMEs and docs say to type."""
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]
    told = re.compile(r"\.venv/bin/python -m industry ([a-z][^`\n]*)")
    return sorted(
        {one.partition(" #")[0].strip() for page in pages for one in told.findall(page.read_text("utf-8"))}
    )


@pytest.mark.parametrize("line", commands())
def test_what_is_told_to_be_typed_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)
    asked = import_module(f"industry.commands.{COMMANDS[name][0]}")
    parser = argparse.ArgumentParser(exit_on_error=False)
    asked.arguments(parser)
    parser.parse_args(arguments)


def test_commands_of_a_months_work_are_told() -> None:
    assert {"import", "diff", "adopt", "undo", "changes", "template", "read"} <= {
        one.split()[0] for one in commands()
    }
