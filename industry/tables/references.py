"""Whether the records fit together: every id they name exists, none is there twice, every name is
registered in config.yaml. Works on what is written, so that one refused record hides no other fault,
and keeps silent about ids of a file that couldn't be read.

Whether what a figure names suits it, and what a deck does, is judged in ``suits``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

from pydantic import ConfigDict

from industry.tables.faults import Fault, near
from industry.tables.records import Entry, entries, entry
from industry.tables.yaml_lines import Path, YamlFile, dotted
from industry.vocabulary import fields
from industry.vocabulary.catalogue import Catalogue, Indicator, Priority, Region, Source
from industry.vocabulary.changing_rules import Level, Rules
from industry.vocabulary.configuration import Config, Deck, FigureSpec, Page, Size
from industry.vocabulary.periods import Period, parse
from industry.vocabulary.strict_record import Names, Pattern, Record, named, naming, texts
from industry.vocabulary.workbooks.mappings import Mapping as Answered

CONFIG, REGIONS, SOURCES = "config.yaml", "data/regions.yaml", "data/sources.yaml"
PRIORITIES, RULES = "data/priorities.yaml", "data/rules.yaml"
MAPPINGS = "data/mappings.yaml"
"""What curators have answered about workbooks; a project needs none."""
NAMES = {
    "concept": "concepts",
    "theme": "themes",
    "edition": "editions",
    "topic": "topics",
    "producer": "producers",
    "industry": "industries",
}
"""Kinds of names that config.yaml registers, and the key under which it does."""

Lists = Mapping[str, tuple[str, type[Record]]]
"""Kinds of records that a file lists, the key under which it does, and what they are."""

_CONFIG_LISTS: Lists = {
    "page": ("pages", Page),
    "size": ("sizes", Size),
    "figure": ("figures", FigureSpec),
    "deck": ("decks", Deck),
}

_NEEDED = ("page", "size", "level")
"""Kinds of records of which there must be one."""

Kinds = Mapping[str, type[FigureSpec]]
"""Kinds of charts by name, and the options of each."""


@dataclass
class Draft:
    """All records by kind, and the ids that exist (``ids``); a kind that isn't ``whole`` may have more.
    ``twice`` holds kind and id of those that two records have."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    ids: dict[str, dict[str, Entry | None]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    twice: set[tuple[str, str]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @property
    def joint_months(self) -> tuple[int, int] | None:
        """The first and the last of the months that are published as one period, None while rules.yaml doesn't say."""
        known = [one.record for one in self.entries["rules"] if isinstance(one.record, Rules)]
        return known[0].joint_months if known else None

    @property
    def years(self) -> Period | None:
        """The years of which figures may be, None while rules.yaml doesn't say."""
        known = [one.record for one in self.entries["rules"] if isinstance(one.record, Rules)]
        return parse(known[0].years, "flow") if known else None

    def unknown(self, kind: str, found: str) -> bool:
        return kind in self.whole and found not in self.ids[kind]

    def record(self, kind: str, found: str) -> Record | None:
        """The record of an id, None where there is none that is right, or more than one."""
        at = None if (kind, found) in self.twice else self.ids[kind].get(found)
        return at.record if at else None

    def dangling(
        self, file: str, line: int | None, column: str, found: str, kind: str, guess: bool = True
    ) -> Fault:
        """The fault of naming what doesn't exist; with a ``guess`` at what was meant."""
        known = [one for one in self.ids[kind] if kind != "source" or _undated(one) != _undated(found)]
        hint = near(found, known) if guess else ()  # a source of another date is another one, and no slip
        if kind in NAMES:
            return Fault("unnamed", file, line, column, found, facts=(("names", NAMES[kind]), *hint))
        return Fault(f"unknown_{kind}", file, line, column, found, facts=hint)

    def catalogue(self) -> Catalogue:
        """The records as a catalogue; only when there are no faults."""
        records = {kind: [one.record for one in self.entries[kind]] for kind in self.entries}
        return Catalogue(
            config=cast(Config, records["config"][0]),
            rules=cast(Rules, records["rules"][0]),
            regions={one.id: one for one in cast(list[Region], records["region"])},
            indicators={one.id: one for one in cast(list[Indicator], records["indicator"])},
            sources={one.id: one for one in cast(list[Source], records["source"])},
            priorities=tuple(cast(list[Priority], records["priority"])),
            mappings=tuple(cast(list[Answered], records["mapping"])),
        )


def gather(
    files: Mapping[str, YamlFile],
    topics: Mapping[str, str],
    whole: bool,
    kinds: Kinds = MappingProxyType({}),
) -> Draft:
    """The records of all YAML files that could be read. ``topics`` gives the topic of each file of
    indicators; ``whole``: none of those is missing or unreadable. ``kinds`` of charts that figures may
    be of."""
    draft = Draft()
    for kind, file, model in (
        ("region", REGIONS, Region),
        ("source", SOURCES, Source),
        ("priority", PRIORITIES, Priority),
    ):
        yaml_file = _held(files, file)
        _add(draft, kind, entries(yaml_file, model), yaml_file.whole)
    answered = files.get(MAPPINGS, YamlFile(MAPPINGS))
    _add(draft, "mapping", entries(answered, Answered), answered.whole)
    read = {topic: files[file] for file, topic in topics.items() if file in files}
    indicators = [one for topic, file in read.items() for one in entries(file, Indicator, {"topic": topic})]
    _add(draft, "indicator", indicators, whole and all(one.whole for one in read.values()))
    _names(draft, _held(files, CONFIG))
    _single(draft, "config", Config, _held(files, CONFIG), _CONFIG_LISTS, kinds)
    _single(draft, "rules", Rules, _held(files, RULES), {"level": ("levels", Level)}, kinds)
    _check(draft)
    for file, topic in topics.items():
        if draft.unknown("topic", topic):
            known = tuple(draft.ids["topic"])
            draft.faults.append(Fault("unknown_topic", file, None, "", topic, known, near(topic, known)))
    return draft


def _held(files: Mapping[str, YamlFile], name: str) -> YamlFile:
    """A file, of which nothing is known where it couldn't be read."""
    return files.get(name) or YamlFile(name, whole=False)


def shown(draft: Draft) -> tuple[str, ...]:
    """Ids of the regions that the configuration shows, the benchmark first."""
    found = (named(one.raw, Config, "region") for one in draft.entries["config"])
    return tuple(dict.fromkeys(value for values in found for _, value in values))


def relates(one: Entry) -> bool:
    """Whether an indicator has a relation of its own, so that it can be derived."""
    return any(True for _ in named(one.raw, Indicator, "indicator"))


def related(draft: Draft) -> set[str]:
    """Ids of the indicators that a relation names."""
    return {
        value for one in draft.entries["indicator"] for _, value in named(one.raw, Indicator, "indicator")
    }


def _add(draft: Draft, kind: str, found: list[Entry], whole: bool) -> None:
    """Records of a kind, ``whole`` where nothing kept any from being read."""
    draft.entries[kind] = found
    ids: dict[str, Entry | None] = {}
    for one in found:
        if one.id is None:
            continue
        first = ids.setdefault(one.id, one)
        if first is not one and first is not None:
            draft.twice.add((kind, one.id))
            where = (("file", first.yaml_file.file), ("first", str(first.line("id"))))
            draft.faults.append(
                Fault("duplicate_id", one.yaml_file.file, one.line("id"), "id", one.id, facts=where)
            )
    draft.ids[kind] = ids
    if whole and (kind in ("priority", "mapping") or all(one.id for one in found)):
        draft.whole.add(kind)


def _names(draft: Draft, yaml_file: YamlFile) -> None:
    """The names that config.yaml registers and others refer to."""
    for kind, key in NAMES.items():
        names = _keys(yaml_file).get(key)
        if names is None and yaml_file.whole and not Config.model_fields[key].is_required():
            names = {}
        draft.ids[kind] = dict.fromkeys(names) if isinstance(names, dict) else {}
        if isinstance(names, dict):
            draft.whole.add(kind)


def _keys(yaml_file: YamlFile) -> dict[str, Any]:
    """What a file that is one record says, as far as it can be known."""
    return yaml_file.data if yaml_file.whole and isinstance(yaml_file.data, dict) else {}


def _single(
    draft: Draft, name: str, model: type[Record], yaml_file: YamlFile, lists: Lists, kinds: Kinds
) -> None:
    """A file that is one record: the records that it lists, and then what else it says."""
    draft.entries[name] = []
    known, raw = yaml_file.whole, _keys(yaml_file)
    parts: dict[str, list[Record]] = {}
    for kind, (key, listed) in lists.items():
        items = raw.get(key)
        found: list[Entry] = []
        for place, item in enumerate(items if isinstance(items, list) else []):
            own = listed if kind != "figure" else _kind(draft, yaml_file, item, (key, place), kinds)
            found += filter(None, [entry(yaml_file, own, item, (key, place))])
        _add(draft, kind, found, isinstance(items, list) and len(found) == len(items))
        if items == [] and kind in _NEEDED:
            draft.faults.append(yaml_file.fault("too_few", (key,), "0", ("1",)))
        if isinstance(items, list):
            parts[key] = [one.record for one in found if one.record]
    if known:
        draft.entries[name] += filter(None, [entry(yaml_file, model, yaml_file.data, (), parts=parts)])


def _kind(draft: Draft, yaml_file: YamlFile, item: Any, path: Path, kinds: Kinds) -> type[FigureSpec]:
    """The options that a figure may have by its kind of chart; a fault where there is no such kind."""
    chart = item.get("chart") if isinstance(item, dict) else None
    if isinstance(chart, str) and chart not in kinds:
        hint = near(chart, kinds)
        draft.faults.append(yaml_file.fault("not_allowed", (*path, "chart"), chart, tuple(kinds), *hint))
    return kinds.get(str(chart), _OfNoKind)


class _OfNoKind(FigureSpec):
    """A figure of which only what every figure has can be judged."""

    model_config = ConfigDict(extra="ignore")


def _check(draft: Draft) -> None:
    """Every id and name that a record names, the levels of parents, colours, units."""
    for listed in draft.entries.values():
        for one in listed:
            for pattern, names in naming(one.model):
                _resolve(draft, one, pattern, names)
    for one in draft.entries["region"]:
        _level(draft, one)
    _colours(draft)
    for one in draft.entries["indicator"]:
        unit = one.raw.get("unit")
        if isinstance(unit, str) and unit and unit not in fields.UNITS and one.raw.get("unit_en") is None:
            draft.faults.append(one.fault("no_english_unit", ("unit",), unit))


def _resolve(draft: Draft, one: Entry, pattern: Pattern, names: Names) -> None:
    """Whether what stands at a pattern of a record exists."""
    for path, value in texts(one.raw, pattern):
        if value not in names.besides and draft.unknown(names.kind, value):
            place, column = one.line(*path), dotted((*one.path, *path))
            draft.faults.append(draft.dangling(one.yaml_file.file, place, column, value, names.kind))


def _level(draft: Draft, one: Entry) -> None:
    """A parent is of a higher level: so that no region is its own ancestor."""
    parent = draft.ids["region"].get(str(one.raw.get("parent")))
    if parent is None:
        return
    order = {level: place for place, level in enumerate(draft.ids["level"])}
    own, above = (order.get(str(at.raw.get("level"))) for at in (one, parent))
    if own is not None and above is not None and above >= own:
        draft.faults.append(one.fault("parent_level", ("parent",), str(parent.id)))


def _colours(draft: Draft) -> None:
    """Every region has a colour of its own."""
    first: dict[str, Entry] = {}
    for one in draft.entries["region"]:
        colour = one.raw.get("colour")
        if not isinstance(colour, str) or not colour:
            continue
        other = first.setdefault(colour.upper(), one)
        if other is not one and other.id != one.id:
            facts = ("first", str(other.line("colour"))), ("other", str(other.id))
            draft.faults.append(one.fault("same_colour", ("colour",), colour, (), *facts))


def _undated(id: str) -> str:
    return re.sub(r"\d+", "", id)
