"""The words of both languages: each is said somewhere, in both languages with the same blanks."""

import re
import string
from pathlib import Path

import pytest

from industry.tables import faults
from industry.wording import words as held
from industry.wording.words import words

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(one.stem for one in Path(held.__file__).parent.glob("*.yaml"))
CODE = "\n".join(
    one.read_text("utf-8")
    for top in ("industry", "ui", "pages")
    for one in (ROOT / top).rglob("*")
    if one.suffix in (".py", ".html")
)
SAID = [one for one in FILES if one not in ("faults", "values", "system", "streamlit")]
"""Files of what is said by its key; faults, values, errors of the system and what Streamlit's own elements say are said by
what they are the words for."""
FORMED = re.compile(r'f"([a-z_]*)\{[^}]*\}([a-z_]*)"')


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_nothing_is_worded_twice() -> None:
    """YAML takes the last of two, and the first is said wrongly."""
    for file in sorted(Path(held.__file__).parent.glob("*.yaml")):
        keys = re.findall(r"^(['\w.]+):", file.read_text("utf-8"), re.MULTILINE)
        assert not {one for one in keys if keys.count(one) > 1}, file.name


@pytest.mark.parametrize("file", FILES)
def test_english_is_in_plain_apostrophes_and_says_nothing_is_held(file: str) -> None:
    """A face for Chinese sets ’ as wide as a character; and figures are in our data, not held."""
    for key, (_, english) in words(file).items():
        assert "’" not in english, key
        assert not re.search(r"\b(?:not|is|are|None|none|was) held\b|\bby by\b", english), key


def test_there_are_files() -> None:
    assert {"faults", "phrases", "values"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_blanks(name: str) -> None:
    for key, (zh, en) in words(name).items():
        assert zh and en, key
        counted = blanks(zh) == blanks(en) or len(blanks(zh)) >= len(blanks(en)) and not blanks(zh) - {""}
        assert counted or blanks(zh) ^ blanks(en) <= {"0", "1", "2", ""}, key


@pytest.mark.parametrize("name", SAID)
def test_everything_is_said_somewhere(name: str) -> None:
    formed = [(one, two) for one, two in FORMED.findall(CODE) if one or two]
    for key in words(name):
        said = f'"{key}"' in CODE or f"'{key}'" in CODE
        assert said or any(key.startswith(one) and key.endswith(two) for one, two in formed), key


def test_every_fault_has_its_sentence_and_no_other_has() -> None:
    sentences = {key for key in words("faults") if "." not in key}
    assert sentences == set(faults.CODES)
