"""The data of a YAML file into strict records, and what pydantic refuses into faults.

What a single record may hold is declared in ``catalogue``; whether records fit together is judged in
``references``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from inspect import isclass
from typing import Any, get_args

from pydantic import ValidationError

from industry.tables.faults import Fault, near
from industry.tables.yaml_lines import Path, YamlFile, dotted
from industry.vocabulary.strict_record import Record

FORMS = {
    r"^[a-z0-9][a-z0-9_]*$": "id",
    r"^#[0-9A-Fa-f]{6}$": "colour",
    r"^\d{4}(-\d{2})?(/\d{4}(-\d{2})?)?$": "period",
    r"^\d{4}(-\d{2}){0,2}$": "date",
    r"^\d{6}$": "code",
    r"^(:material/[a-z0-9_]+:)?$": "icon",
}
_TYPES = {
    "string_type": "text",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "bool_type": "boolean",
    "tuple_type": "list",
    "list_type": "list",
}
_COUNTS = {"too_short": "too_few", "too_long": "too_many"}
_MANY = 14
_BRANCHES = frozenset({"Text", "constrained-str", "[key]"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a ``model`` where it stands: ``record`` is None where it is refused, ``raw`` what is
    written."""

    yaml_file: YamlFile
    path: Path
    model: type[Record]
    raw: Mapping[str, Any]
    record: Record | None

    @property
    def id(self) -> str | None:
        found = self.raw.get("id")
        return found if isinstance(found, str) else None

    def line(self, *path: str | int) -> int:
        return self.yaml_file.line((*self.path, *path))


def entries(yaml_file: YamlFile, model: type[Record], given: Mapping[str, str] | None = None) -> list[Entry]:
    """The records of a file that is a list of them. ``given`` are keys that the file's name says."""
    data = [] if yaml_file.data is None else yaml_file.data
    if not isinstance(data, list):
        _whole(yaml_file, (), data, "list")
        return []
    found = (entry(yaml_file, model, raw, (place,), given or {}) for place, raw in enumerate(data))
    return [one for one in found if one is not None]


def entry(
    yaml_file: YamlFile,
    model: type[Record],
    raw: Any,
    path: Path,
    given: Mapping[str, str] | None = None,
    parts: Mapping[str, Sequence[Record]] | None = None,
) -> Entry | None:
    """One record; its faults are added to the file's. ``parts`` are lists inside it whose records were
    read, and their faults told, before."""
    if not isinstance(raw, dict):
        _whole(yaml_file, path, raw, "mapping")
        return None
    given = given or {}
    for key in given.keys() & raw.keys():
        yaml_file.faults.append(_unknown(yaml_file, model, path, (key,), hidden=given))
    whole = {key: _spoken(model, key, value) for key, value in raw.items()} | dict(given) | dict(parts or {})
    try:
        return Entry(yaml_file, path, model, raw, model.model_validate(whole))
    except ValidationError as error:
        told: set[Path] = set()
        for detail in error.errors(include_url=False):
            place = tuple(part for part in detail["loc"] if part not in _BRANCHES)
            spot: Path = place if detail["type"] == "missing" else _there(yaml_file, path, place)
            if spot not in told:
                told.add(spot)
                yaml_file.faults.append(_fault(yaml_file, model, path, place, detail, given))
        return Entry(yaml_file, path, model, raw, None)


def _whole(yaml_file: YamlFile, path: Path, raw: Any, kind: str) -> None:
    """The file, or one item of it, is of the wrong type: nothing in it can be known."""
    yaml_file.whole = False
    yaml_file.faults.append(
        Fault(
            "wrong_type",
            yaml_file.file,
            yaml_file.line(path),
            dotted(path),
            written(raw),
            facts=(("type", kind),),
        )
    )


def _spoken(model: type[Record], key: str, value: Any) -> Any:
    """``yes`` and ``no`` where a record asks for true or false."""
    known = model.model_fields.get(key)
    if known is not None and known.annotation is bool and value in ("yes", "no"):
        return value == "yes"
    return value


def _there(yaml_file: YamlFile, path: Path, place: Path) -> Path:
    while place and (*path, *place) not in yaml_file.lines:
        place = place[:-1]
    return place


def _fault(
    yaml_file: YamlFile,
    model: type[Record],
    path: Path,
    place: Path,
    detail: Any,
    given: Mapping[str, str],
) -> Fault:
    """One of pydantic's errors as a fault."""
    kind, context = detail["type"], detail.get("ctx", {})
    line = yaml_file.line((*path, *place))
    column = dotted((*path, *place))
    if kind == "missing":
        return Fault("missing_key", yaml_file.file, line, column)
    if kind == "extra_forbidden":
        return _unknown(yaml_file, model, path, place, given)
    if "at" in context:  # a `refusal`, which says all that is to be told
        at = (*path, *place, *context["at"])
        said = detail["input"] if isinstance(detail["input"], str) else ""
        told = (context["found"] or said, context["expected"])
        return Fault(kind, yaml_file.file, yaml_file.line(at), dotted(at), *told)
    found = written(detail["input"])
    if detail["input"] is None or kind == "string_too_short":
        return Fault("empty_text", yaml_file.file, line, column)
    if kind == "literal_error":
        allowed = tuple(re.findall(r"'([^']*)'", context["expected"]))
        return Fault("not_allowed", yaml_file.file, line, column, found, allowed, near(found, allowed))
    if kind == "string_pattern_mismatch":
        form = FORMS.get(context["pattern"], "other")
        return Fault("wrong_form", yaml_file.file, line, column, found, facts=(("form", form),))
    if kind in _COUNTS:
        count, bound = context["actual_length"], context.get("min_length", context.get("max_length"))
        return Fault(_COUNTS[kind], yaml_file.file, line, column, str(count), (str(bound),))
    if kind == "greater_than_equal":
        return Fault("too_small", yaml_file.file, line, column, found, (str(context["ge"]),))
    if kind == "less_than_equal":
        return Fault("too_large", yaml_file.file, line, column, found, (str(context["le"]),))
    named = "bilingual" if context.get("class_name") == "Text" else "mapping"
    return Fault(
        "wrong_type", yaml_file.file, line, column, found, facts=(("type", _TYPES.get(kind, named)),)
    )


def _unknown(
    yaml_file: YamlFile, model: type[Record], path: Path, place: Path, hidden: Mapping[str, str]
) -> Fault:
    inside = model
    for part in place[:-1]:
        field = inside.model_fields.get(part) if isinstance(part, str) else None
        inside = (_inside(field.annotation) if field else None) or inside
    keys = tuple(key for key in inside.model_fields if key not in hidden)
    key = str(place[-1])
    line, column, hint = yaml_file.line((*path, *place)), dotted((*path, *place)), near(key, keys)
    if hint and len(keys) > _MANY:
        keys, hint = (hint[0][1],), ()
    return Fault("unknown_key", yaml_file.file, line, column, key, keys, hint)


def _inside(annotation: Any) -> type[Record] | None:
    """The record that an annotation such as ``tuple[Page, ...]`` or ``Text | None`` is about."""
    if isclass(annotation) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part))), None)


def written(value: Any) -> str:
    """A value of a record as somebody would write it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
