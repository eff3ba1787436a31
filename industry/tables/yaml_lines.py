"""The text of a YAML file into plain data, with the line on which each part of it stands.

Only what a table of records needs is accepted: mappings, lists and scalars. Anchors, aliases, tags,
several documents and deep nesting are refused; a key twice is a fault. ``no`` and ``on`` are words and
``0123`` is text here: only ``true`` and ``false``, decimal numbers and ``null`` are more than text.
What the data means is judged in ``records``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from industry.tables.faults import Fact, Fault
from industry.vocabulary import LOADER, characters

Path = tuple[str | int, ...]
DEPTH = 12
_NODES = {yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent}
_ENDS = {yaml.SequenceEndEvent, yaml.MappingEndEvent}
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,14})", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,14})\.\d{1,15}", re.ASCII)
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_CAUSES = (
    ("mapping values are not allowed", "colon"),
    ("quoted scalar", "quote"),
    ("flow", "bracket"),
    ("block", "indent"),
    ("could not find expected ':'", "key"),
    ("simple key", "key"),
)


class _RefusedError(Exception):
    """A feature that can't be stepped over; the fault is already recorded."""


@dataclass
class YamlFile:
    """``data`` of a file and the ``lines`` of its parts by their path (a key's own line for a value).
    ``whole``: nothing kept it from being read to the end."""

    file: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True

    def nearest(self, path: Path) -> Path:
        """The part that is there which holds what is at ``path``, or would."""
        while path and path not in self.lines:
            path = path[:-1]
        return path

    def line(self, path: Path) -> int:
        return self.lines.get(self.nearest(path), 1)

    def fault(
        self, code: str, path: Path, found: str = "", expected: tuple[str, ...] = (), *facts: Fact
    ) -> Fault:
        """The fault of what is at ``path``, or should be."""
        return Fault(code, self.file, self.line(path), dotted(path), found, expected, facts)


def load(file: str, content: str) -> YamlFile:
    """The data of a YAML file; never raises. A file that hasn't changed isn't parsed again."""
    known = _load(file, content)
    return replace(known, faults=list(known.faults))


@lru_cache(maxsize=64)
def _load(file: str, content: str) -> YamlFile:
    yaml_file = YamlFile(file)
    legible = characters.clean(content)
    try:
        yaml_file.data = _document(_events(legible, yaml_file), yaml_file)
    except _RefusedError:
        yaml_file.whole = False
    except yaml.YAMLError as error:
        yaml_file.whole = False
        yaml_file.faults.append(_syntax(file, legible, error))
    if legible != content:
        yaml_file.faults += _odd(yaml_file, content)
    yaml_file.faults += _written(yaml_file, yaml_file.data, ())
    return yaml_file


def _odd(yaml_file: YamlFile, content: str) -> Iterator[Fault]:
    """The odd characters of a file's lines, with the key that each stands at."""
    keys: dict[int, list[Path]] = {}
    for path, line in yaml_file.lines.items():
        keys.setdefault(line, []).append(path)
    path = ()
    for line, text in enumerate(content.split("\n"), start=1):
        path = _shared(keys[line]) if line in keys else path
        for at, facts in characters.odd(text, tabs=False):
            column = "" if text.lstrip().startswith("#") else dotted(path)
            yield Fault("odd_character", yaml_file.file, line, column, characters.named(text[at]), (), facts)


def _shared(paths: list[Path]) -> Path:
    """The key that stands on a line, or what several have in common."""
    ends = [one for one in paths if not any(one != other and other[: len(one)] == one for other in paths)]
    first = ends[0]
    same = (place for place, key in enumerate(first) if any(one[place : place + 1] != (key,) for one in ends))
    return first[: next(same, len(first))]


def _written(yaml_file: YamlFile, data: Any, path: Path) -> Iterator[Fault]:
    """The odd characters of texts that only their escapes show, and texts that are garbled."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _written(yaml_file, key, (*path, key))
            yield from _written(yaml_file, value, (*path, key))
    elif isinstance(data, list):
        for place, item in enumerate(data):
            yield from _written(yaml_file, item, (*path, place))
    elif isinstance(data, str) and characters.suspect(data):
        for code, found, facts in characters.wrong(data):
            yield yaml_file.fault(code, path, found, (), *facts)


def _events(content: str, yaml_file: YamlFile) -> Iterator[Any]:
    """The events of the file up to the first that is refused."""
    loader = LOADER(content)
    documents = 0
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            kind = type(event)
            if kind in _NODES:
                if event.anchor:
                    _refuse(yaml_file, _line(event), f"&{event.anchor}", "alias")
                if event.tag:
                    _refuse(yaml_file, _line(event), event.tag, "tag")
                yield event
            elif kind in _ENDS:
                yield event
            elif kind is yaml.AliasEvent:
                _refuse(yaml_file, _line(event), f"*{event.anchor}", "alias")
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    _refuse(yaml_file, _line(event), "---", "document")
    finally:
        loader.dispose()


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _refuse(yaml_file: YamlFile, line: int, found: str, feature: str) -> None:
    yaml_file.faults.append(
        Fault("yaml_feature", yaml_file.file, line, found=found, facts=(("feature", feature),))
    )
    raise _RefusedError


def _document(events: Iterator[Any], yaml_file: YamlFile) -> Any:
    first = next(events, None)
    if first is None:
        return None
    data = _node(first, events, yaml_file, ())
    for _ in events:  # what follows the document is refused where it stands
        pass
    return data


def _node(event: Any, events: Iterator[Any], yaml_file: YamlFile, path: Path) -> Any:
    if type(event) is yaml.ScalarEvent:
        return _scalar(event)
    if len(path) > DEPTH:
        _refuse(yaml_file, _line(event), "", "depth")
    yaml_file.lines.setdefault(path, _line(event))
    if type(event) is yaml.MappingStartEvent:
        return _mapping(events, yaml_file, path)
    items: list[Any] = []
    for item in events:
        if type(item) is yaml.SequenceEndEvent:
            break
        here = (*path, len(items))
        yaml_file.lines[here] = _line(item)
        items.append(_node(item, events, yaml_file, here))
    return items


def _mapping(events: Iterator[Any], yaml_file: YamlFile, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in events:
        if type(key) is yaml.MappingEndEvent:
            break
        if type(key) is not yaml.ScalarEvent:
            _refuse(yaml_file, _line(key), "", "key")
        name, line = str(key.value), _line(key)
        here = (*path, name)
        if name in found:
            first = (("first", str(yaml_file.lines[here])),)
            yaml_file.faults.append(
                Fault("duplicate_key", yaml_file.file, line, dotted(here), name, facts=first)
            )
            _node(next(events), events, YamlFile(yaml_file.file, faults=yaml_file.faults), ())
            continue
        yaml_file.lines[here] = line
        found[name] = _node(next(events), events, yaml_file, here)
    return found


def _scalar(event: Any) -> str | int | float | bool | None:
    value = str(event.value)
    if not event.implicit[0]:  # quoted or a block: text, whatever it looks like
        return value
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _DECIMAL.fullmatch(value) else value


def _syntax(file: str, content: str, error: yaml.YAMLError) -> Fault:
    """Where the parser gave up, and which of the usual slips it looks like."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        odd = yaml.reader.Reader.NON_PRINTABLE.search(content)
        line = content.count("\n", 0, odd.start()) + 1 if odd else None
        return Fault("yaml_syntax", file, line, facts=(("cause", "character"),))
    lines = content.splitlines() or [""]
    number = min(mark.line, len(lines) - 1)
    words = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    cause = next((name for part, name in _CAUSES if part in words), "other")
    text = lines[number]
    if "\t" in text[: len(text) - len(text.lstrip())]:
        cause = "tab"
    elif "cannot start any token" in words:
        cause = "special"
    return Fault("yaml_syntax", file, number + 1, found=text.strip(), facts=(("cause", cause),))


def dotted(path: Path) -> str:
    """``name.en`` for a path into a record: the keys, without the places in lists."""
    return ".".join(part for part in path if isinstance(part, str))
