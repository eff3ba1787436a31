"""Answers of curators as data: those kept among the tables (data/mappings.yaml), and the file beside proposed rows in which questions are
answered. An answer that holds for one workbook alone (its year, a period) is never kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

import yaml
from pydantic import Field, model_validator

from industry.curation.importing.questions import LEFT_OUT, OF_SOURCE, About, Key, Question, What
from industry.curation.importing.typed_periods import typed
from industry.tables import csv_cells, yaml_lines
from industry.tables.faults import Fault
from industry.tables.records import entries
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.workbooks.agreed import agreed
from industry.vocabulary.workbooks.mappings import ASKED, Answer
from industry.vocabulary.workbooks.mappings import Mapping as Answered

_ONCE = ("year", "period")
_WHOLE = re.compile("[全我本][省市]|[省市]内")
"""What is of whichever region the source is."""
_BLANK = ("unknown", "?")
_UNWANTED = (LEFT_OUT, "left_out", "-", "不导入", "不要")
_TABLE = re.compile(r"\A(?:\s|#[^\n]*\n)*-\s*(?:\{\s*)?[\"']?(?:table|answers)\b")
_ORDER: tuple[About, ...] = get_args(About)


class Filled(Answer):
    """An answer in the file that a curator edits: it counts once it is ``confirmed``."""

    ASKED: ClassVar[tuple[str, ...]] = (*ASKED, "period")
    year: str | int | None = None  # type: ignore[assignment]
    period: str | int | None = None
    left_out: What | None = None  # type: ignore[assignment]
    confirmed: Literal["yes", "no"] = "yes"

    @model_validator(mode="before")
    @classmethod
    def _as_people_write(cls, raw: Any) -> Any:
        """``left_out`` in the place of an answer, as the file's head says, and whatever says yes or no."""
        if not isinstance(raw, dict):
            return raw
        unwanted = [one for one in cls.ASKED if str(raw.get(one, "")).strip() in _UNWANTED]
        told = {key: value for key, value in raw.items() if key not in unwanted}
        if unwanted and "left_out" not in told:
            told["left_out"] = unwanted[0]
        sure = agreed(str(told.get("confirmed", "")))
        return told if sure is None else told | {"confirmed": "yes" if sure else "no"}


class Sheet(Answered):
    """The answers about one table, in that file."""

    answers: Annotated[tuple[Filled, ...], Field(strict=False)]


def kept(catalogue: Catalogue) -> dict[Key, str]:
    """The answers that the tables keep."""
    return lasting(dict(_told(catalogue.mappings)))


def _told(every: Iterable[Answered]) -> Iterator[tuple[Key, str]]:
    for one in every:
        for each in one.answers:
            key = Key(one.table, each.about, each.said, each.asked)  # type: ignore[arg-type]
            yield key, LEFT_OUT if each.left_out else str(getattr(each, each.asked))


def parsed(name: str, data: bytes) -> tuple[dict[Key, str], tuple[Fault, ...]]:
    """The confirmed answers of a file, and what is wrong in it."""
    found, faults = _sheets(name, data)
    sure = [
        one.model_copy(update={"answers": tuple(each for each in one.answers if each.confirmed == "yes")})
        for one in found
    ]
    given = {key: typed(one) or one if key.what == "period" else one for key, one in _told(sure)}
    return given, faults


def unconfirmed(name: str, data: bytes) -> int:
    """How many answers of a file nobody has confirmed, or given."""
    every = [each for one in _sheets(name, data)[0] for each in one.answers]
    return sum(each.confirmed != "yes" or str(getattr(each, each.asked)) in _BLANK for each in every)


def asks(name: str, data: bytes) -> bool:
    """Whether a file is one in which questions are answered: its first entry is about a table."""
    text = csv_cells.text(name, data)
    return not isinstance(text, Fault) and _TABLE.search(text) is not None


def _sheets(name: str, data: bytes) -> tuple[list[Sheet], tuple[Fault, ...]]:
    """The entries of a file, and what is wrong in it."""
    text = csv_cells.text(name, data)
    if isinstance(text, Fault):
        return [], (text,)
    file = yaml_lines.load(name, text)
    found = [one.record for one in entries(file, Sheet)]
    return [one for one in found if isinstance(one, Sheet)], tuple(file.faults)


def keeping(before: Mapping[Key, str], new: Mapping[Key, str], about: str) -> bytes:
    """data/mappings.yaml with the answers of ``before`` and the ``new`` ones, without what holds only once. ``about``: what stands
    over them."""
    return _yaml(lasting({**before, **new}), about, {}).encode("utf-8")


def lasting(every: Mapping[Key, str]) -> dict[Key, str]:
    """The answers that hold for next month's workbook too: none of a year or a period, nor of whose a table is that names nobody."""
    return {key: one for key, one in every.items() if not _once(key, one)}


def _once(key: Key, answer: str) -> bool:
    unnamed = key.what == "region" and (key.about == "table" or _WHOLE.search(key.said) is not None)
    return unnamed or key.what in _ONCE and not (key.what == "year" and answer == OF_SOURCE)


def written(
    answers: Mapping[Key, str], questions: Iterable[Question], notes: Mapping[Key, str], about: str
) -> bytes:
    """The file in which questions are answered: what was answered, and the guesses, each with the note that says why (``notes``)."""
    guesses = {one.key: one.guess for one in questions}
    return _yaml({**answers, **guesses}, about, notes, frozenset(guesses)).encode("utf-8")


def _yaml(
    answers: Mapping[Key, str], about: str, notes: Mapping[Key, str], open: frozenset[Key] = frozenset()
) -> str:
    lines = [f"# {one}" for one in about.splitlines()]
    for table in dict.fromkeys(key.table for key in answers):
        lines += [f"- table: {_scalar(table)}", "  answers:"]
        for key in sorted((one for one in answers if one.table == table), key=_place):
            lines += [f"    # {one}" for one in notes.get(key, "").splitlines()]
            lines += _lines(key, answers[key], key in open)
    return "\n".join((*lines, ""))


def _place(key: Key) -> tuple[int, str, str]:
    return _ORDER.index(key.about), key.said, key.what


def _lines(key: Key, answer: str, open: bool) -> Iterator[str]:
    yield f"    - about: {key.about}"
    if key.said:
        yield f"      said: {_scalar(key.said)}"
    if answer == LEFT_OUT:
        yield f"      left_out: {key.what}"
    else:
        yield f"      {key.what}: {_scalar(answer) if answer else _blank(key)}"
    if open:
        yield "      confirmed: no"


def _blank(key: Key) -> str:
    """What stands where nothing is guessed: it must be replaced before it is confirmed."""
    return _BLANK[0] if key.what in ("indicator", "region", "edition") else f"'{_BLANK[1]}'"


def _scalar(text: str) -> str:
    quoted: str = yaml.safe_dump(text, allow_unicode=True, width=10**6, default_style="'")
    return quoted.strip().removesuffix("\n...")
