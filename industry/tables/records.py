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

from industry.tables.faults import Fact, Fault, near
from industry.tables.yaml_lines import Path, YamlFile
from industry.vocabulary.focus import FORM as FOCUS
from industry.vocabulary.strict_record import Record

FORMS = {
    r"^[a-z0-9][a-z0-9_]*$": "id",
    r"^#[0-9A-Fa-f]{6}$": "colour",
    r"^[0-9]{4}(-[0-9]{2})?(/[0-9]{4}(-[0-9]{2})?)?$": "period",
    r"^[0-9]{4}(-[0-9]{2}){0,2}$": "date",
    r"^[0-9]{6}$": "code",
    r"^https?://[^\s<>\"]+$": "address",
    FOCUS: "focus",
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
_BOUNDS = {
    "too_short": ("too_few", "min_length"),
    "too_long": ("too_many", "max_length"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_large", "le"),
}
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

    def fault(
        self, code: str, path: Path, found: str = "", expected: tuple[str, ...] = (), *facts: Fact
    ) -> Fault:
        """The fault of what is at ``path`` inside it, or should be."""
        return self.yaml_file.fault(code, (*self.path, *path), found, expected, *facts)


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
            at = (*path, *place)
            spot = at if detail["type"] == "missing" else yaml_file.nearest(at)
            if spot not in told:
                told.add(spot)
                yaml_file.faults.append(_fault(yaml_file, model, path, place, detail, given))
        return Entry(yaml_file, path, model, raw, None)


def _whole(yaml_file: YamlFile, path: Path, raw: Any, kind: str) -> None:
    """The file, or one item of it, is of the wrong type: nothing in it can be known."""
    yaml_file.whole = False
    yaml_file.faults.append(yaml_file.fault("wrong_type", path, written(raw), (), ("type", kind)))


def _spoken(model: type[Record], key: str, value: Any) -> Any:
    """``yes`` and ``no`` where a record asks for true or false."""
    known = model.model_fields.get(key)
    if known is not None and known.annotation is bool and value in ("yes", "no"):
        return value == "yes"
    return value


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
    at = (*path, *place)
    if kind == "missing":
        return yaml_file.fault("missing_key", at)
    if kind == "extra_forbidden":
        return _unknown(yaml_file, model, path, place, given)
    if "at" in context:  # a `refusal`, which says all that is to be told
        said = detail["input"] if isinstance(detail["input"], str) else ""
        return yaml_file.fault(kind, (*at, *context["at"]), context["found"] or said, context["expected"])
    found = written(detail["input"])
    if detail["input"] is None or kind == "string_too_short":
        return yaml_file.fault("empty_text", at)
    if kind == "literal_error":
        allowed = tuple(re.findall(r"'([^']*)'", context["expected"]))
        return yaml_file.fault("not_allowed", at, found, allowed, *near(found, allowed))
    if kind == "string_pattern_mismatch":
        return yaml_file.fault("wrong_form", at, found, (), ("form", FORMS.get(context["pattern"], "other")))
    if kind in _BOUNDS:
        code, bound = _BOUNDS[kind]
        return yaml_file.fault(code, at, str(context.get("actual_length", found)), (str(context[bound]),))
    named = "bilingual" if context.get("class_name") == "Text" else "mapping"
    return yaml_file.fault("wrong_type", at, found, (), ("type", _TYPES.get(kind, named)))


def _unknown(
    yaml_file: YamlFile, model: type[Record], path: Path, place: Path, hidden: Mapping[str, str]
) -> Fault:
    inside = model
    for part in place[:-1]:
        field = inside.model_fields.get(part) if isinstance(part, str) else None
        inside = (_inside(field.annotation) if field else None) or inside
    keys = tuple(key for key in inside.model_fields if key not in hidden)
    key = str(place[-1])
    hint = near(key, keys)
    if hint and len(keys) > _MANY:
        keys, hint = (hint[0][1],), ()
    return yaml_file.fault("unknown_key", (*path, *place), key, keys, *hint)


def _inside(annotation: Any) -> type[Record] | None:
    """The record that an annotation such as ``tuple[Page, ...]`` or ``Text | None`` is about."""
    if isclass(annotation) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part))), None)


def written(value: Any) -> str:
    """A value of a record as somebody would write it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
