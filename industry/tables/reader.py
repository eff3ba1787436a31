"""The bytes of all files into tables, or into every fault at once. Never raises on content.

The steps: text and YAML (``csv_cells``, ``yaml_lines``), records (``records``, ``references``,
``suits``), cells (``rows``), and, once nothing is wrong, observations (``tables``) and what
follows from them. Where the files lie belongs in ``store``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from industry.tables import csv_cells, plausible, references, rows, yaml_lines
from industry.tables.configured import apart, held, suits
from industry.tables.faults import Fault, near
from industry.tables.references import CONFIG, MAPPINGS, PRIORITIES, REGIONS, RULES, SOURCES, Draft, Kinds
from industry.tables.tables import Solve, Tables
from industry.vocabulary import fields
from industry.vocabulary.changing_rules import Rules
from industry.vocabulary.strict_record import named

INDICATORS = re.compile(r"data/indicators/([^/]+)\.yaml")
OBSERVATIONS = re.compile(r"data/observations/([^/]+)\.csv")
_LOOSE = re.compile(r"data/.*\.(csv|ya?ml|xls[xm]?|et|ods|tsv|txt)", re.IGNORECASE | re.DOTALL)
_COPY = re.compile(r"副本|复制|备份|[ (（]|[-_.](copy|backup|bak)", re.IGNORECASE)
"""What a copy has in its name."""
_SINGLE = (CONFIG, REGIONS, SOURCES, PRIORITIES, RULES)
_BLINDING = frozenset(
    [
        "missing_file",
        "missing_table",
        "large_file",
        "empty_file",
        "not_utf8",
        "utf16",
        "nul_byte",
        "wrong_delimiter",
        "unclosed_quote",
        "no_header",
        "missing_column",
        "row_length",
        "empty_cell",
        "unknown_indicator",
        "unknown_source",
    ]
)
"""Faults of a table that hide which indicators and sources are used."""


@dataclass(frozen=True)
class Knowledge:
    """What the tables are read with, though it stands above them: ``solve`` tells what follows from the
    published rows, ``kinds`` the options of each kind of chart, ``scripts`` the pages that the program has."""

    solve: Solve
    kinds: Kinds
    scripts: tuple[str, ...]


Parsed = dict[str, tuple[bytes, csv_cells.Table | None, list[Fault]]]
"""What was last made of each observation table: its bytes, its cells, the faults of its form."""


def read(
    files: Mapping[str, bytes],
    knowledge: Knowledge,
    unreadable: Collection[str] = (),
    parsed: Parsed | None = None,
) -> tuple[Tables | None, tuple[Fault, ...]]:
    """Tables, or None and every fault, by file and line.

    ``files`` by their names from the project's root (``config.yaml``, ``data/…``), ``unreadable`` the
    names of those that are there but couldn't be read. A table that is as it was in an earlier reading is
    taken from ``parsed``, which is brought up to date.
    """
    faults = [Fault("unreadable_file", name) for name in unreadable]
    names = (*files, *unreadable)
    faults += _names(names)
    draft, more = _records(names, files, knowledge.kinds)
    faults += more
    faults += _scripts(draft, knowledge.scripts)
    tables, more = _observations(files, draft, {} if parsed is None else parsed)
    more += _regions(names, draft)
    faults += more
    idle = _idle(draft, tables)
    if not unreadable and tables and not any(fault.code in _BLINDING for fault in more):
        faults += _unused(draft, tables, idle)
    if faults:
        return None, _sorted(faults)
    found = Tables(draft.catalogue(), tables, version(files), content(files), knowledge.solve)
    missing = [_unused_fault(draft, "indicator", one) for one in idle if not found.derived(one)]
    missing += held.unheld(draft, found)
    return (None, _sorted(missing)) if missing else (found, ())


def concerns(name: str) -> bool:
    """Whether a file is one of the tables, or looks as if it were meant to be."""
    return name == CONFIG or _LOOSE.fullmatch(name) is not None


def holds(name: str) -> bool:
    """Whether the tables take what the file says."""
    return name in (*_SINGLE, MAPPINGS) or bool(INDICATORS.fullmatch(name) or OBSERVATIONS.fullmatch(name))


def version(files: Mapping[str, bytes]) -> str:
    """A short name of what the data say: of all files but the configuration, in which titles, figures and
    decks stand, and what curators have answered about workbooks."""
    return content({name: data for name, data in files.items() if name not in (CONFIG, MAPPINGS)})


def content(files: Mapping[str, bytes]) -> str:
    """A short name of the content of all files."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode("utf-8", "surrogateescape"))
        whole.update(files[name])
    return whole.hexdigest()[:12]


def _names(names: Collection[str]) -> list[Fault]:
    """Files that are missing, and files that no reader would find."""
    faults = [Fault("missing_file", name) for name in _SINGLE if name not in names]
    for form, label in ((INDICATORS, "data/indicators/*.yaml"), (OBSERVATIONS, "data/observations/*.csv")):
        if not any(form.fullmatch(name) or label.startswith(f"{name}/") for name in names):
            faults.append(Fault("missing_file", label))
    for name in names:
        topic = INDICATORS.fullmatch(name)
        if topic and _COPY.search(topic[1]):
            faults.append(_copied(name, topic[1]))
        if concerns(name) and not holds(name):
            faults.append(Fault("unexpected_file", name))
    return faults


def _copied(name: str, found: str) -> Fault:
    return Fault("copied_file", name, None, "", found, facts=(("folder", f"{name.rpartition('/')[0]}/"),))


def _records(names: Collection[str], files: Mapping[str, bytes], kinds: Kinds) -> tuple[Draft, list[Fault]]:
    faults: list[Fault] = []
    read: dict[str, yaml_lines.YamlFile] = {}
    for name, data in files.items():
        if name in (*_SINGLE, MAPPINGS) or INDICATORS.fullmatch(name):
            text = csv_cells.text(name, data)
            if isinstance(text, Fault):
                faults.append(text)
            else:
                read[name] = yaml_lines.load(name, text)
    topics = {name: found[1] for name in names if (found := INDICATORS.fullmatch(name))}
    known = {name: topic for name, topic in topics.items() if not _COPY.search(topic)}
    whole = bool(topics) and topics.keys() <= read.keys() & known.keys()
    draft = references.gather(read, known, whole, kinds)
    suits.check(draft)
    apart.check(draft)
    unread = (fault for one in read.values() for fault in one.faults)
    return draft, [*faults, *unread, *draft.faults, *plausible.records(draft)]


def _observations(
    files: Mapping[str, bytes], draft: Draft, parsed: Parsed
) -> tuple[dict[str, csv_cells.Table], list[Fault]]:
    """The tables by region, in the order of regions.yaml, and the faults of form and cells."""
    for name in parsed.keys() - files.keys():
        del parsed[name]
    faults: list[Fault] = []
    found: dict[str, csv_cells.Table] = {}
    for name, data in files.items():
        region = OBSERVATIONS.fullmatch(name)
        if region is None:
            continue
        if _COPY.search(region[1]):
            faults.append(_copied(name, region[1]))
            continue
        if draft.unknown("region", region[1]):
            faults.append(draft.dangling(name, None, "", region[1], "region"))
        if name not in parsed or parsed[name][0] != data:
            parsed[name] = (data, *csv_cells.table(name, data))
        _, table, more = parsed[name]
        faults += more
        if table is not None:
            found[region[1]] = table
            faults += rows.check(table, draft)
    order = [*draft.ids["region"], *found]
    return {region: found[region] for region in dict.fromkeys(order) if region in found}, faults


def _regions(names: Collection[str], draft: Draft) -> list[Fault]:
    """The regions that the configuration shows, and the benchmark, each have a table, and no other
    region has one."""
    there = {found[1] for name in names if (found := OBSERVATIONS.fullmatch(name))}
    shown = references.shown(draft) if there else ()
    faults = [
        Fault("missing_table", f"data/observations/{region}.csv")
        for region in shown
        if region in draft.ids["region"] and region not in there
    ]
    sound = draft.ids["region"].keys() >= set(shown)
    for config in draft.entries["config"]:
        if not sound or not config.raw.get("benchmark") or not isinstance(config.raw.get("regions"), list):
            continue
        faults += [
            config.fault("region_not_listed", ("regions",), region)
            for region in draft.ids["region"]
            if region in there and region not in shown
        ]
    return faults


def _unused(draft: Draft, tables: Mapping[str, csv_cells.Table], idle: Collection[str]) -> list[Fault]:
    """Sources and indicators that nothing names. An ``idle`` indicator with a relation of its own may yet be
    derived."""
    used = set(chain.from_iterable(table.columns["source"] for table in tables.values()))
    used |= {str(one.raw.get("source")) for one in draft.entries["priority"]}
    used |= {id for one in draft.entries["rules"] for _, id in named(one.raw, Rules, "source")}
    unnamed = [id for id in draft.ids["source"] if id not in used] if "priority" in draft.whole else []
    faults = [_unused_fault(draft, "source", id) for id in unnamed]
    for id in idle:
        at = draft.ids["indicator"][id]
        if at is not None and not references.relates(at):
            faults.append(_unused_fault(draft, "indicator", id))
    return faults


def _idle(draft: Draft, tables: Mapping[str, csv_cells.Table]) -> list[str]:
    """Ids of the indicators that no row holds and no relation names."""
    used = set(chain.from_iterable(table.columns["indicator"] for table in tables.values()))
    used |= references.related(draft)
    return [id for id in draft.ids["indicator"] if id not in used]


def _scripts(draft: Draft, known: tuple[str, ...]) -> list[Fault]:
    """Pages that are shown by no script of the program; nothing where it has none, as the library alone."""
    faults = []
    for one in draft.entries["page"] if known else ():
        found = one.raw.get("script")
        if isinstance(found, str) and found not in known:
            faults.append(one.fault("not_allowed", ("script",), found, known, *near(found, known)))
    return faults


def _unused_fault(draft: Draft, kind: str, id: str) -> Fault:
    at = draft.ids[kind][id]
    assert at is not None
    return at.fault(f"unused_{kind}", ("id",), id)


def _sorted(faults: Collection[Fault]) -> tuple[Fault, ...]:
    """By file, line and column."""
    columns = {name: place for place, name in enumerate(fields.COLUMN)}

    def place(fault: Fault) -> tuple[bool, str, int, int]:
        return fault.file != CONFIG, fault.file, fault.line or 0, columns.get(fault.column, 99)

    return tuple(sorted(dict.fromkeys(faults), key=place))
