"""The strict record, and what the annotation of a field says beyond its type: that it names another
record, a registered name or a period.

Which records there are is declared in ``catalogue`` and in the kinds of figures; reading them from files,
and whether what they name exists, belongs in ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import isclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from industry.vocabulary import periods

Place = tuple[str | int, ...]
"""Keys and places in lists that lead to a part of a record."""


class Record(BaseModel):
    """A record that refuses unknown keys and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def refusal(code: str, at: Place = (), found: str = "", expected: Sequence[str] = ()) -> PydanticCustomError:
    """What a validator of ours raises: a code of ``tables.faults``, where below the record it is (empty:
    where the validator stands), what stands there (empty: what the validator was given) and what would
    do."""
    return PydanticCustomError(code, code, {"at": at, "found": found, "expected": tuple(expected)})


def _seen(text: str) -> str:
    """A text of which something is seen: spaces alone name nothing."""
    if not text.strip():
        raise refusal("empty_text")
    return text


def other_than(words: Iterable[str]) -> AfterValidator:
    """For ids: none of these ``words``, which mean something else where the ids are used."""
    taken = frozenset(words)

    def judged(id: str) -> str:
        if id in taken:
            raise refusal("taken_id")
        return id

    return AfterValidator(judged)


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Text(Record):
    """The same words in both languages. Called with a language it gives them, in English with straight
    quotation marks: a Chinese face sets curly ones a whole character wide."""

    zh: Annotated[str, AfterValidator(_seen)]
    en: Annotated[str, AfterValidator(_seen)]

    def __call__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en.translate(STRAIGHT)


@dataclass(frozen=True)
class Names:
    """Marks a text that names something: the id of a record of this ``kind``, a name that config.yaml
    registers, or a period. ``besides`` are words that are no ids and may stand there all the same."""

    kind: str
    besides: tuple[str, ...] = ()


def _period(text: str) -> str:
    try:
        periods.parse(text, "flow")
    except periods.PeriodError as error:
        raise refusal(f"period_{error.code}") from error
    return text


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    for place, name in enumerate(names):
        if name in names[:place]:
            raise refusal("repeated_entry", (place,), name)
    return names


def _quoted(value: object) -> object:
    if value is None:
        raise refusal("unquoted_colour")
    return value


Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Colour = Annotated[str, BeforeValidator(_quoted), Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
PeriodText = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}(-[0-9]{2})?(/[0-9]{4}(-[0-9]{2})?)?$"),
    AfterValidator(_period),
    Names("period"),
]
RegionId = Annotated[Id, Names("region")]
SourceId = Annotated[Id, Names("source")]
IndicatorId = Annotated[Id, Names("indicator")]
ConceptId = Annotated[Id, Names("concept")]
LevelId = Annotated[Id, Names("level")]
ThemeId = Annotated[Id, Names("theme")]
ProducerId = Annotated[Id, Names("producer")]
IndustryId = Annotated[Id, Names("industry")]
EditionId = Annotated[str, Names("edition")]
PageId = Annotated[Id, Names("page")]
FigureId = Annotated[Id, Names("figure")]
RegionIds = Annotated[tuple[RegionId, ...], Field(strict=False), AfterValidator(_once)]
IndicatorIds = Annotated[tuple[IndicatorId, ...], Field(strict=False), AfterValidator(_once)]
FigureIds = Annotated[tuple[FigureId, ...], Field(strict=False), AfterValidator(_once)]
"""Lists that name each thing once."""

Pattern = tuple[str, ...]
"""Keys that lead to a field of a record: ``*`` is every item of a list or value of a mapping, ``@`` every
key of a mapping."""


@cache
def naming(model: type[Record]) -> tuple[tuple[Pattern, Names], ...]:
    """Where a record names something, in the order of its fields. A record inside it that has an id of its
    own is read, and checked, by itself."""
    return tuple(_marked(model))


def named(record: Record | Mapping[str, Any], model: type[Record], kind: str) -> Iterator[tuple[Place, str]]:
    """Everything of a kind that a record, or what is written of it, names, and where."""
    for pattern, names in _naming(model, kind):
        yield from (one for one in texts(record, pattern) if one[1] not in names.besides)


@cache
def _naming(model: type[Record], kind: str) -> tuple[tuple[Pattern, Names], ...]:
    """Where a record names something of a kind."""
    return tuple(one for one in naming(model) if one[1].kind == kind)


def texts(value: Any, pattern: Pattern, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """The texts that stand at a pattern of keys, in a record or in what is written of it."""
    if value is None:
        return
    if not pattern:
        if isinstance(value, str):
            yield place, value
        return
    key, rest = pattern[0], pattern[1:]
    if isinstance(value, Record):
        yield from texts(getattr(value, key), rest, (*place, key))
    elif isinstance(value, Mapping):
        if key == "@":
            yield from (((*place, name), name) for name in value)
        else:
            names = value if key == "*" else [key] if key in value else []
            for name in names:
                yield from texts(value[name], rest, (*place, name))
    elif key == "*" and isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from texts(item, rest, (*place, number))


def _marked(annotation: Any, pattern: Pattern = ()) -> Iterator[tuple[Pattern, Names]]:
    """The marks inside an annotation, each with the pattern at which it stands."""
    if isclass(annotation) and issubclass(annotation, Record):
        if pattern and "id" in annotation.model_fields:
            return
        for name, field in annotation.model_fields.items():
            yield from (((*pattern, name), mark) for mark in field.metadata if isinstance(mark, Names))
            yield from _marked(field.annotation, (*pattern, name))
        return
    inside = get_args(annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from ((pattern, mark) for mark in inside[1:] if isinstance(mark, Names))
        inside = inside[:1]
    ends: tuple[str, ...] = ()
    if origin is tuple:
        ends = ("*",)
    elif isclass(origin) and issubclass(origin, Mapping):
        ends = ("@", "*")
    for number, part in enumerate(inside):
        yield from _marked(part, (*pattern, ends[min(number, len(ends) - 1)]) if ends else pattern)
