"""A deck as a small file that its owner keeps: which slides with which headings, and what was known when it was saved.
It holds no numbers; opened again its figures are drawn from the tables of that day.

Where it is offered and opened is the pages' business; how a slide is written, of ``vocabulary.slide``.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

import industry
from industry.figures.draw import known, spec_of
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.slide import HEADING, KEYS, LONGEST, Slide, parts, plain
from industry.vocabulary.strict_record import Record

ENDING, MEDIA = "json", "application/json"
MOST_BYTES = 64 * 1024
_SLIDE = 1000  # characters of a slide as it is written
_KEYS = {*KEYS, HEADING}
VERSION = r"[0-9A-Za-z_.-]{1,64}"
"""How the version of tables is written."""


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as files write it: 2021-07-25."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _day(text: str) -> str:
    if not is_day(text):
        raise ValueError(text)
    return text


class _Written(Record):
    slide: Annotated[str, Field(min_length=1, max_length=_SLIDE)]
    heading: Annotated[str, Field(max_length=LONGEST)] = ""


class DeckFile(Record):
    """What the file holds: ``deck`` is the version of this form, ``version`` that of the tables when it was saved,
    ``program`` the program's, ``date`` the day (2021-07-25)."""

    deck: Literal[1]
    language: Literal["zh", "en"]
    date: Annotated[str, AfterValidator(_day)]
    version: Annotated[str, Field(pattern=rf"^{VERSION}$")]
    program: Annotated[str, Field(max_length=LONGEST)] = ""
    slides: Annotated[tuple[_Written, ...], Field(strict=False, min_length=1)]


class NoDeck(ValueError):
    """A text that is no deck's file. ``code`` says why (``too_large``, ``no_json``, ``no_deck``, ``foreign_key``,
    ``other_form``, ``wrong_place``, ``no_figure``), ``facts`` hold what a sentence about it needs."""

    def __init__(self, code: str, *facts: str) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts


@dataclass(frozen=True)
class Opened:
    """A file that was read: its slides, those that it names and that there are no more, and when it was saved."""

    slides: tuple[Slide, ...]
    missing: tuple[str, ...]
    date: str
    version: str


def write(slides: Iterable[Slide], version: str, language: str, date: datetime.date) -> bytes:
    """The file of these slides, of tables of this version."""
    held = [{"slide": str(one.bare)} | ({HEADING: one.heading} if one.heading else {}) for one in slides]
    told = {"deck": 1, "language": language, "date": date.isoformat(), "version": version}
    told |= {"program": industry.VERSION, "slides": held}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def read(text: str, catalogue: Catalogue) -> Opened:
    """What a file's text holds, of figures that there are. Raises NoDeck."""
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise NoDeck("too_large", str(MOST_BYTES // 1024))
    try:
        raw = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise NoDeck("no_json") from None
    if not isinstance(raw, dict) or "deck" not in raw:
        raise NoDeck("no_deck")
    if raw["deck"] != 1 or isinstance(raw["deck"], bool):
        raise NoDeck("other_form", str(raw["deck"])[:20])
    try:
        file = DeckFile.model_validate(raw)
    except ValidationError as error:
        raise _refused(error) from None
    slides = {}
    for one in file.slides:
        if foreign := [key for key, _ in parts(one.slide)[1] if key not in _KEYS]:
            raise NoDeck("foreign_key", foreign[0][:LONGEST])
        slide = Slide.parse(one.slide)
        slides[slide.bare] = Slide(slide.figure, slide.choices, plain(one.heading) or slide.heading)
    there = {one: known(catalogue, slide) for one, slide in slides.items() if spec_of(catalogue, slide)}
    if not there:
        raise NoDeck("no_figure", next(iter(slides)).figure[:LONGEST])
    missing = tuple(dict.fromkeys(one.figure[:LONGEST] for one in slides if one not in there))
    return Opened(tuple(there.values()), missing, file.date, file.version)


def _refused(error: ValidationError) -> NoDeck:
    """Why a record isn't one: a key that there isn't, else the place that is wrong."""
    faults = error.errors(include_url=False)
    for one in faults:
        if one["type"] == "extra_forbidden":
            return NoDeck("foreign_key", str(one["loc"][-1])[:LONGEST])
    return NoDeck("wrong_place", ".".join(str(part)[:LONGEST] for part in faults[0]["loc"]))
