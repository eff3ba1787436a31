"""The commands that READMEs and docs/ tell: typed so, they are understood. What the guide for curators says is done in ``test_guide``."""

from __future__ import annotations

import argparse
import shlex
from importlib import import_module

import pytest

from industry.__main__ import COMMANDS
from tests.test_guide import PAGES, typed


def commands() -> list[str]:
    """What READMEs and docs say to type."""
    return sorted({one for text in PAGES.values() for one in typed(text)})


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


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_alike_where_the_tables_lie(name: str) -> None:
    asked = import_module(f"industry.commands.{COMMANDS[name][0]}")
    parser = argparse.ArgumentParser()
    asked.arguments(parser)
    assert "--folder" in parser.format_help()
