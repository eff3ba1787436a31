"""Questions, choices and what is left out, in words: for the command, the page and the file in which questions are answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from industry import wording
from industry.curation.importing.answers import keeping, kept
from industry.curation.importing.importer import LeftOut
from industry.curation.importing.questions import AT_END, LEFT_OUT, Key, Question
from industry.curation.importing.typed_periods import typed
from industry.curation.proposed import Proposed, again, differing
from industry.tables.tables import Tables
from industry.vocabulary import fields, periods
from industry.wording.words import words

_say = partial(wording.worded, "importing")
_LONGEST = 60
_KINDS = ("new", "doubted", "differs", "again", "same")


def example(language: str) -> str:
    """A period in words."""
    return wording.period(periods.read(fields.COLUMN["period"].good, "flow"), language)


def question(one: Question, language: str) -> str:
    """What is asked, with its place."""
    shown = one.shown if len(one.shown) <= _LONGEST else f"{one.shown[: _LONGEST - 1]}…"
    asked = "end" if one.choices == (AT_END,) else one.key.what
    return _say(f"ask_{asked}", language, one.place, shown, one.figures, example(language))


def guess(one: Question, tables: Tables, language: str) -> str:
    """The guess and its reason."""
    why = _say(f"reason_{one.reason}", language)
    return (
        _say("guess", language, choice(one, one.guess, tables, language), why)
        if one.guess
        else _say("no_guess", language, why)
    )


def choice(one: Question, answer: str, tables: Tables, language: str) -> str:
    """An answer by its words; behind those of an indicator its id, since names are alike."""
    catalogue = tables.catalogue
    if one.key.what == "indicator" and answer in catalogue.indicators:
        return _say("coded", language, catalogue.indicators[answer].name(language), answer)
    if one.key.what == "region" and answer in catalogue.regions:
        return catalogue.regions[answer].name(language)
    if one.key.what == "edition" and answer in catalogue.config.editions:
        return catalogue.config.editions[answer](language)
    if one.key.what == "period" and (found := periods.read(answer, "flow")):
        return wording.period(found, language)
    key = f"is_{'left_out' if answer == LEFT_OUT else answer}"
    return _say(key, language) if key in words("importing") else answer


def _coded(one: Question, answer: str, tables: Tables, language: str) -> str:
    """An answer with what is to be written for it in a file."""
    said = choice(one, answer, tables, language)
    plain = said == answer or one.key.what == "indicator" and answer in tables.catalogue.indicators
    return said if plain else _say("coded", language, said, "left_out" if answer == LEFT_OUT else answer)


def mappings(
    answers: Mapping[Key, str], tables: Tables | None, without: Collection[Key] = frozenset()
) -> bytes:
    """data/mappings.yaml with these answers besides those that it has and that aren't to go; of tables that can't be read, with
    these alone."""
    head = "".join(_say("kept_head", language) for language in fields.LANGUAGES)
    before = kept(tables.catalogue) if tables else {}
    return keeping({key: one for key, one in before.items() if key not in without}, answers, head)


def left_out(one: LeftOut, language: str) -> str:
    return _say(f"left_{one.reason}", language, one.name, one.figures, example(language))


def counted(rows: Iterable[Proposed], language: str) -> str:
    """How many rows there are of each kind, of kinds that there are; every row is of one."""
    kinds = Counter(map(_kind, rows))
    told = (_say(f"rows_{kind}", language, kinds[kind]) for kind in _KINDS if kinds[kind])
    return wording.say("joined", language).join(told)


def _kind(one: Proposed) -> str:
    held = one.told.get("held", "")
    if one.accepted:
        return "new"
    if one.doubted:
        return "doubted"
    if one.replaces or differing(held):
        return "differs"
    if again(held):
        return "again"
    return "same" if held else "doubted"


def note(one: Question, tables: Tables, language: str) -> str:
    """What stands over a question in the file in which it is answered."""
    told = [question(one, language), guess(one, tables, language)]
    if one.choices:
        every = " · ".join(_coded(one, each, tables, language) for each in one.choices)
        told.append(_say("choices", language, every))
    return "\n".join(told)


def answers(one: Question, said: str, tables: Tables) -> str:
    """The answer that somebody types: a number of the choices, or an answer itself; empty where it is none."""
    text = said.strip()
    if re.fullmatch(r"\d{1,2}", text) and 1 <= int(text) <= len(one.choices):
        return one.choices[int(text) - 1]
    for each in one.choices:
        if text in {choice(one, each, tables, tongue) for tongue in fields.LANGUAGES}:
            return each
    if one.key.what == "year" and (year := re.fullmatch(r"(\d{4})\s*年?", text)):
        return year[1]
    if one.key.what == "period":
        return typed(text)
    catalogue = tables.catalogue
    known = {
        "indicator": text in catalogue.indicators,
        "region": text in catalogue.regions,
        "edition": text in catalogue.config.editions,
        "unit": bool(text),
    }
    return text if text in one.choices or known.get(one.key.what, False) else ""
