"""What several commands ask for and answer alike: the folder of the tables, the language, tables or their faults."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from industry import project, wording
from industry.export.texts.written import write as whole
from industry.tables.tables import Tables
from industry.vocabulary import fields

FOLDER = "config.yaml 和 data/ 所在的文件夹 · the folder that holds config.yaml and data/"


class Refused(ValueError):
    """That a command can't do what is asked: the key of a sentence in ``words/command.yaml`` or another file of ``words``,
    and its facts."""

    def __init__(self, key: str, *facts: object, words: str = "command") -> None:
        super().__init__(key, *facts)
        self.key, self.facts, self.words = key, facts, words

    def told(self, language: str) -> str:
        return wording.worded(self.words, self.key, language, *self.facts)


def folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", default=project.folder(), metavar="FOLDER", help=FOLDER)


def language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=fields.LANGUAGES, default="zh", help="语言 · language")


def tables(chosen: argparse.Namespace) -> Tables | None:
    """The tables of the folder; None where they have faults, each of which is told on the error stream."""
    found = project.store(chosen.folder).current(wait=True)
    if found.tables is None:
        for fault in found.faults:
            print(wording.fault(fault, chosen.language), file=sys.stderr)
    return found.tables


def out(chosen: argparse.Namespace, over: str, words: str = "command", name: str = "out") -> Path | None:
    """Where ``--out`` (or the argument of another ``name``) says to write, neither over the file that is read nor among the tables. ``over``: the key of the sentence that
    says so. Raises Refused."""
    given = getattr(chosen, name)
    if given is None:
        return None
    found = Path(given)
    within = Path(chosen.folder) / "data"
    try:
        resolved = found.resolve()
        if resolved == Path(chosen.file).resolve() or resolved.is_relative_to(within.resolve()):
            raise Refused(over, given, words=words)
    except (OSError, RuntimeError) as error:
        raise Refused("folder", given, error) from error
    return found


def write(path: Path, made: bytes) -> None:
    """Raises Refused."""
    try:
        whole(path, made)
    except (OSError, ValueError) as error:
        raise Refused("folder", str(path), error) from error
