"""Sentences as bureaus and departments write them, each number with the verdict that it should get, on the frozen tables.

In ``sentences.txt``: a line that begins with # says when the drafts below were written and whose they are; 【18.5%|agrees】
is what is asked about and its verdict (none: nothing is said of it), ¶ the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from industry import wording
from industry.text.proof import judge
from tests.conftest import world

_ASKED = re.compile(r"【([^|】]+)\|(\w+)】")
_NUMBER = re.compile(r"\d|[一二三四五六七八九十成]|持平")


def drafts() -> Iterator[tuple[str, date, str]]:
    written, owner = date.min, ""
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            day, owner = line[2:].split()
            written = date.fromisoformat(day)
        else:
            yield line, written, owner


@pytest.mark.parametrize(("line", "written", "owner"), list(drafts()))
def test_verdicts(line: str, written: date, owner: str) -> None:
    text, asked, at = "", [], 0
    for one in _ASKED.finditer(line):
        text += line[at : one.start()]
        asked.append((len(text), len(text) + len(one[1]), one[2]))
        text, at = text + one[1], one.end()
    text = (text + line[at:]).replace("¶", "\n")
    found = judge(text, world(), written, owner)
    for start, end, expected in asked:
        here = [one for one in found if one.start < end and start < one.end]
        alike = [one for one in here if bool(one.claim.number.said) != bool(_NUMBER.search(text[start:end]))]
        told = [one.verdict for one in alike or here][:1]
        assert told == ([] if expected == "none" else [expected]), (text[start:end], here)


def test_every_verdict_can_be_said() -> None:
    for line, written, owner in drafts():
        for one in judge(_ASKED.sub(r"\1", line).replace("¶", "\n"), world(), written, owner):
            assert wording.because(one, world(), "zh") and wording.because(one, world(), "en")
