"""Whether the records fit together: every id they name exists, none is there twice, every name is
registered in config.yaml. Works on what is written, so that one refused record hides no other fault,
and keeps silent about ids of a file that couldn't be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from industry.tables.faults import Fault, near
from industry.tables.records import Entry, entries, entry
from industry.tables.yaml_lines import Path, YamlFile, dotted
from industry.vocabulary import fields, periods
from industry.vocabulary.catalogue import Catalogue, Config, Indicator, Priority, Record, Region, Source

CONFIG, REGIONS, SOURCES = "config.yaml", "data/regions.yaml", "data/sources.yaml"
PRIORITIES = "data/priorities.yaml"
NAMES = {"concept": "concepts", "topic": "topics", "theme": "themes", "edition": "editions"}
"""Kinds of names that config.yaml registers, and the key under which it does."""

_LISTS = {"page": "pages", "figure": "figures", "deck": "decks", "size": "sizes"}
_RELATIONS: tuple[Path, ...] = (
    ("gap_of",),
    ("gap_to",),
    ("change_of",),
    ("rank_of",),
    ("two_year_average_of",),
    ("share_of", "part"),
    ("share_of", "whole"),
    ("contribution_of", "part"),
    ("contribution_of", "whole"),
    ("closing_of", "opening"),
    ("closing_of", "added"),
    ("sum_of", "*"),
)
_REFERENCES: tuple[tuple[str, Path, str], ...] = (
    ("region", ("parent",), "region"),
    ("source", ("region",), "region"),
    *(("indicator", path, "indicator") for path in _RELATIONS),
    ("indicator", ("concept",), "concept"),
    ("priority", ("source",), "source"),
    ("priority", ("theme",), "theme"),
    ("config", ("benchmark",), "region"),
    ("config", ("regions", "*"), "region"),
    ("config", ("figures", "*", "page"), "page"),
    ("config", ("figures", "*", "concept"), "concept"),
    ("config", ("figures", "*", "indicator"), "indicator"),
    ("config", ("figures", "*", "indicators", "*"), "indicator"),
    ("config", ("figures", "*", "regions", "*"), "region"),
    ("config", ("figures", "*", "own_periods", "@"), "region"),
    ("config", ("figures", "*", "edition"), "edition"),
    ("config", ("figures", "*", "figures", "*"), "figure"),
    ("config", ("decks", "*", "figures", "*"), "figure"),
)
_PERIODS: tuple[Path, ...] = (
    ("as_of",),
    ("window",),
    ("figures", "*", "period"),
    ("figures", "*", "periods", "*"),
    ("figures", "*", "own_periods", "*"),
)
_SPECIAL: dict[Path, tuple[str, ...]] = {("gap_to",): ("china", "parent")}
_ORDER = {level: place for place, level in enumerate(get_args(fields.Level))}


@dataclass
class Draft:
    """All records by kind, and the ids that exist (``ids``); a kind that isn't ``whole`` may have more."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    ids: dict[str, dict[str, Entry | None]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def unknown(self, kind: str, found: str) -> bool:
        return kind in self.whole and found not in self.ids[kind]

    def record(self, kind: str, found: str) -> Record | None:
        """The record of an id, None where there is none that is right."""
        at = self.ids[kind].get(found)
        return at.record if at else None

    def dangling(self, file: str, line: int | None, column: str, found: str, kind: str) -> Fault:
        """The fault of naming what doesn't exist."""
        hint = near(found, self.ids[kind])
        if kind in NAMES:
            return Fault("unnamed", file, line, column, found, facts=(("names", NAMES[kind]), *hint))
        return Fault(f"unknown_{kind}", file, line, column, found, facts=hint)

    def catalogue(self) -> Catalogue:
        """The records as a catalogue; only when there are no faults."""
        records = {kind: [one.record for one in self.entries[kind]] for kind in self.entries}
        return Catalogue(
            config=cast(Config, records["config"][0]),
            regions={one.id: one for one in cast(list[Region], records["region"])},
            indicators={one.id: one for one in cast(list[Indicator], records["indicator"])},
            sources={one.id: one for one in cast(list[Source], records["source"])},
            priorities=tuple(cast(list[Priority], records["priority"])),
        )


def gather(files: Mapping[str, YamlFile], topics: Mapping[str, str], whole: bool) -> Draft:
    """The records of all YAML files that could be read. ``topics`` gives the topic of each file of
    indicators; ``whole``: none of those is missing or unreadable."""
    draft = Draft()
    for kind, file, model in (
        ("region", REGIONS, Region),
        ("source", SOURCES, Source),
        ("priority", PRIORITIES, Priority),
    ):
        yaml_file = files.get(file)
        _add(draft, kind, entries(yaml_file, model) if yaml_file else [])
        _settle(draft, kind, yaml_file is not None and yaml_file.whole)
    indicators: list[Entry] = []
    for file, topic in topics.items():
        if file in files:
            indicators += entries(files[file], Indicator, {"topic": topic})
    _add(draft, "indicator", indicators)
    _settle(draft, "indicator", whole and all(files[file].whole for file in topics if file in files))
    _configuration(draft, files.get(CONFIG))
    _check(draft)
    for file, topic in topics.items():
        if draft.unknown("topic", topic):
            draft.faults.append(draft.dangling(file, None, "", topic, "topic"))
    return draft


def shown(draft: Draft) -> tuple[str, ...]:
    """Ids of the regions that the configuration shows, the benchmark first."""
    patterns: tuple[Path, ...] = (("benchmark",), ("regions", "*"))
    found = (_walk(one.raw, pattern) for one in draft.entries["config"] for pattern in patterns)
    return tuple(dict.fromkeys(value for values in found for _, value in values))


def relates(one: Entry) -> bool:
    """Whether an indicator has a relation of its own, so that it can be derived."""
    return any(True for pattern in _RELATIONS for _ in _walk(one.raw, pattern))


def related(draft: Draft) -> set[str]:
    """Ids of the indicators that a relation names."""
    return {
        value
        for one in draft.entries["indicator"]
        for pattern in _RELATIONS
        for _, value in _walk(one.raw, pattern)
    }


def _add(draft: Draft, kind: str, found: list[Entry]) -> None:
    draft.entries[kind] = found
    ids: dict[str, Entry | None] = {}
    for one in found:
        if one.id is None:
            continue
        first = ids.setdefault(one.id, one)
        if first is not one and first is not None:
            where = (("file", first.yaml_file.file), ("first", str(first.line("id"))))
            draft.faults.append(
                Fault("duplicate_id", one.yaml_file.file, one.line("id"), "id", one.id, facts=where)
            )
    draft.ids[kind] = ids


def _settle(draft: Draft, kind: str, whole: bool) -> None:
    if whole and all(one.id for one in draft.entries[kind] if kind != "priority"):
        draft.whole.add(kind)


def _configuration(draft: Draft, yaml_file: YamlFile | None) -> None:
    """config.yaml: one record, and the names and lists that others refer to."""
    only = entry(yaml_file, Config, yaml_file.data, ()) if yaml_file and yaml_file.whole else None
    draft.entries["config"] = [only] if only else []
    raw = only.raw if only else {}
    for kind, key in NAMES.items():
        names = raw.get(key)
        draft.ids[kind] = dict.fromkeys(names) if isinstance(names, dict) else {}
        if isinstance(names, dict):
            draft.whole.add(kind)
    for kind, key in _LISTS.items():
        items = raw.get(key)
        listed = list(enumerate(items)) if isinstance(items, list) else []
        _add(
            draft,
            kind,
            [
                Entry(only.yaml_file, (key, place), item, None)
                for place, item in listed
                if only and isinstance(item, dict)
            ],
        )
        _settle(draft, kind, isinstance(items, list) and len(draft.entries[kind]) == len(listed))


def _check(draft: Draft) -> None:
    """Every id that a record names, the levels of parents, the periods of the configuration."""
    for kind, pattern, target in _REFERENCES:
        for one in draft.entries[kind]:
            for path, value in _walk(one.raw, pattern):
                if value not in _SPECIAL.get(pattern, ()) and draft.unknown(target, value):
                    place = one.line(*path)
                    draft.faults.append(
                        draft.dangling(one.yaml_file.file, place, dotted((*one.path, *path)), value, target)
                    )
    for one in draft.entries["region"]:
        _level(draft, one)
    _colours(draft)
    for one in draft.entries["indicator"]:
        unit = one.raw.get("unit")
        if isinstance(unit, str) and unit and unit not in fields.UNITS and one.raw.get("unit_en") is None:
            draft.faults.append(Fault("no_english_unit", one.yaml_file.file, one.line("unit"), "unit", unit))
    for one in draft.entries["config"]:
        told = {(fault.line, fault.column) for fault in one.yaml_file.faults}
        for pattern in _PERIODS:
            for path, value in _walk(one.raw, pattern):
                place, column = one.line(*path), dotted(path)
                try:
                    periods.parse(value, "flow")
                except periods.PeriodError as error:
                    if (place, column) not in told:
                        draft.faults.append(
                            Fault(f"period_{error.code}", one.yaml_file.file, place, column, value)
                        )


def _level(draft: Draft, one: Entry) -> None:
    """A parent is of a higher level: so that no region is its own ancestor."""
    parent = draft.ids["region"].get(str(one.raw.get("parent")))
    if parent is None:
        return
    own, above = _ORDER.get(str(one.raw.get("level"))), _ORDER.get(str(parent.raw.get("level")))
    if own is not None and above is not None and above >= own:
        draft.faults.append(
            Fault("parent_level", one.yaml_file.file, one.line("parent"), "parent", str(parent.id))
        )


def _colours(draft: Draft) -> None:
    """Every region has a colour of its own."""
    first: dict[str, Entry] = {}
    for one in draft.entries["region"]:
        colour = one.raw.get("colour")
        if not isinstance(colour, str) or not colour:
            continue
        other = first.setdefault(colour.upper(), one)
        if other is not one and other.id != one.id:
            facts = (("first", str(other.line("colour"))), ("other", str(other.id)))
            draft.faults.append(
                Fault("same_colour", one.yaml_file.file, one.line("colour"), "colour", colour, facts=facts)
            )


def _walk(raw: Any, pattern: Path, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts that stand at a pattern of keys, with their paths. ``*``: every item of a list or value
    of a mapping; ``@``: every key of a mapping."""
    if not pattern:
        if isinstance(raw, str):
            yield path, raw
        return
    key, rest = pattern[0], pattern[1:]
    if key == "*" and isinstance(raw, list | dict):
        for place, item in raw.items() if isinstance(raw, dict) else enumerate(raw):
            yield from _walk(item, rest, (*path, place))
    elif key == "@" and isinstance(raw, dict):
        yield from (((*path, name), name) for name in raw)
    elif isinstance(raw, dict) and key in raw:
        yield from _walk(raw[key], rest, (*path, key))
