"""What several commands ask for and answer alike: the folder of the tables, the language, tables or their faults."""

from __future__ import annotations

import argparse
import sys

from industry import project, wording
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
