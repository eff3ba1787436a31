"""The words of English notes, from ``words.yaml``, as patterns. What they make of a number is for ``relations``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from industry.text.alike import alike
from industry.vocabulary import beside

WORDS = beside(__package__, "words.yaml")
_QUOTES = str.maketrans("’‘`´“”„", "''''\"\"\"")
_HALVES = re.compile("[\ud800-\udfff]")
_ENDLESS = re.compile(r"\d{21,}")
"""More digits than any number has."""


def even(text: str) -> str:
    """Small letters, one sort of dash and of quotation marks, as many letters as the text has; no endless digits."""
    whole = _HALVES.sub("\ufffd", text)
    return _ENDLESS.sub(lambda run: "#" * len(run[0]), alike(whole).translate(_QUOTES))


def pattern(phrase: str) -> str:
    """A phrase as it may be written: a blank is also a hyphen."""
    return r"[\s-]+".join(map(re.escape, even(phrase).replace("-", " ").split()))


def either(phrases: Iterable[str]) -> str:
    """Any of some phrases, the longest first."""
    return "|".join(pattern(one) for one in sorted(set(phrases), key=len, reverse=True))


def _kinds() -> tuple[re.Pattern[str], Mapping[str, str]]:
    found: dict[str, str] = {}
    for kind, phrases in WORDS["kinds"].items():
        found |= {" ".join(one.replace("-", " ").split()): kind for one in phrases}
    return re.compile(rf"(?:{either(found)})(?![a-z0-9])"), found


_KINDS, _KIND_OF = _kinds()
_CONCEPTS = {
    " ".join(even(phrase).replace("-", " ").split()): concept
    for concept, phrases in WORDS["concepts"].items()
    for phrase in phrases
}
_CONCEPT = re.compile(rf"(?:{either(_CONCEPTS)})(?![a-z0-9])")
_LEVELS = {phrase: said for said, some in WORDS["level"].items() for phrase in some}
LEVEL = rf"(?P<level>{either(_LEVELS)})(?: (?:that|those))?(?: (?:of|in|for|seen in|recorded in))?(?: the)?"
"""What tells figures as level, up to what with."""
_BEGINS = re.compile(rf"(?:{either(WORDS['starts'])})(?![a-z])[^,;.:()]*,")
_GLOSS = re.compile(
    r"\((?:hereinafter|hereafter|henceforth|referred to as|also known as)\b[^()]{0,80}\)|\([^()a-z]{0,40}[\u3400-\u9fff][^()a-z]{0,40}\)"
)
"""Another name for what has just been named."""
_CHANGES = re.compile(rf"\b(?:{'|'.join(WORDS['never_there'])})|\d")
_WHY = re.compile(rf"(?:{either(WORDS['why'])})(?![a-z])")
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!%|,\d|\.\d)")
_TOLD = re.compile(
    rf"(?:our|the|your|their|its) [a-z' -]{{2,70}}? (?:{either(WORDS['tells'])})(?: us| me| you)?(?: at the time)? that(?![a-z])|"
    rf"(?:we|it) (?:{either(WORDS['tells'])})(?: here| also)? that(?![a-z])"
)
"""Who says so."""


def kind(text: str, at: int) -> tuple[int, str] | None:
    """Where the longest phrase of a known kind that begins at a place ends, and its kind."""
    found = _KINDS.match(text, at)
    if found is None:
        return None
    return found.end(), _KIND_OF[" ".join(found[0].replace("-", " ").split())]


def level(phrase: str) -> str:
    """The same as a Chinese print."""
    return str(_LEVELS[" ".join(phrase.replace("-", " ").split())])


def concept(text: str, at: int) -> tuple[int, str] | None:
    """Where the longest phrase for a concept of statistics ends, and the one word that stands for it."""
    found = _CONCEPT.match(text, at)
    if found is None:
        return None
    return found.end(), _CONCEPTS[" ".join(found[0].replace("-", " ").split())]


def aside(text: str, at: int) -> int | None:
    """Where a clause ends that only says why or by whom (According to the bureau, …), or a gloss in brackets."""
    if gloss := _GLOSS.match(text, at):
        return gloss.end()
    if (told := _TOLD.match(text, at)) and not _CHANGES.search(told[0]):
        return told.end()
    found = _BEGINS.match(text, at)
    if found is None:
        return None
    said = found[0]
    return found.end() if not (changes(said) if _WHY.match(said) else _CHANGES.search(said)) else None


def changes(said: str) -> bool:
    """Whether words hold one that may change what a figure is of, or another figure than a year."""
    return _CHANGES.search(_A_YEAR.sub("", said)) is not None


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word of a name without its plural, in one spelling."""
    word = WORDS["spellings"].get(word, word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return str(word)
