"""The bytes of all files into tables, or into every fault at once. Never raises on content.

The steps: text and YAML (``reading``, ``marked``), records (``records``, ``references``), cells
(``rows``), and, once nothing is wrong, observations (``book``) and what follows from them
(``identities``). Where the files lie belongs in ``store``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import pandas as pd

from industry import fields, identities, marked, reading, references, rows
from industry.book import Book
from industry.catalogue import Catalogue
from industry.faults import Fault, near
from industry.observation import Observation
from industry.references import CONFIG, PRIORITIES, REGIONS, SOURCES, Draft

INDICATORS = re.compile(r"data/indicators/([^/]+)\.yaml")
OBSERVATIONS = re.compile(r"data/observations/([^/]+)\.csv")
_LOOSE = re.compile(r"data/.*\.(csv|ya?ml|xls[xm]?|et|ods|tsv|txt)", re.IGNORECASE | re.DOTALL)
_COPY = re.compile(r"副本|复制|备份|[ (（]|[-_.](copy|backup|bak)", re.IGNORECASE)
"""What a copy has in its name."""
_SINGLE = (CONFIG, REGIONS, SOURCES, PRIORITIES)
_APART = ("data/corrections.yaml",)
"""Files of the folder that others read."""
_BLINDING = frozenset(
    [
        "missing_file",
        "missing_table",
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


@dataclass(frozen=True, eq=False)
class Tables:
    """Everything that the tables say. Nothing in it may be changed by those who read it.

    ``book`` holds the published rows, ``version`` names the content of the files.
    """

    book: Book
    version: str

    @property
    def catalogue(self) -> Catalogue:
        return self.book.catalogue

    @property
    def findings(self) -> tuple[identities.Finding, ...]:
        """What the identities and the audit found; worked out when first asked for."""
        return self._solved[1]

    @property
    def frame(self) -> pd.DataFrame:
        """The published rows as columns (see `Book.frame`); a change to it stays with the caller."""
        return self.book.frame.copy(deep=False)

    def rows(
        self, indicator: str | None = None, region: str | None = None, derived: bool = False
    ) -> tuple[Observation, ...]:
        """The published rows of an indicator, of a region, of both, or all, in the files' order;
        with ``derived`` the derived ones after them."""
        published = self.book.rows(indicator, region)
        return published + self.derived(indicator, region) if derived else published

    def derived(self, indicator: str | None = None, region: str | None = None) -> tuple[Observation, ...]:
        """The derived rows of an indicator, of a region, of both, or all."""
        found = self._solved[0] if indicator is None else self._by_indicator.get(indicator, ())
        return found if region is None else tuple(row for row in found if row.region.id == region)

    def row(self, id: str) -> Observation:
        """The published or derived row of an id; KeyError where there is none."""
        known = self._by_id.get(id)
        return known if known is not None else self.book.row(id)

    @cached_property
    def _solved(self) -> tuple[tuple[Observation, ...], tuple[identities.Finding, ...]]:
        derived, findings = identities.solve(self.book)
        return tuple(derived), tuple(findings)

    @cached_property
    def _by_id(self) -> dict[str, Observation]:
        return {row.id: row for row in self._solved[0]}

    @cached_property
    def _by_indicator(self) -> dict[str, tuple[Observation, ...]]:
        found: dict[str, tuple[Observation, ...]] = defaultdict(tuple)
        for row in self._solved[0]:
            found[row.indicator.id] += (row,)
        return dict(found)


def read(
    files: Mapping[str, bytes], unreadable: Collection[str] = ()
) -> tuple[Tables | None, tuple[Fault, ...]]:
    """Tables, or None and every fault, by file and line.

    ``files`` by their names from the project's root (``config.yaml``, ``data/…``), ``unreadable`` the
    names of those that are there but couldn't be read.
    """
    faults = [Fault("unreadable_file", name) for name in unreadable]
    names = (*files, *unreadable)
    faults += _names(names)
    draft, more = _records(names, files)
    faults += more
    tables, more = _observations(files, draft)
    more += _regions(names, draft)
    faults += more
    if not unreadable and tables and not any(fault.code in _BLINDING for fault in more):
        faults += _unused(draft, tables)
    if faults:
        return None, _sorted(faults, names)
    found = Tables(Book(draft.catalogue(), tables), version(files))
    idle = [one for one in _idle(draft, tables) if not found.derived(one)]
    if idle:
        return None, _sorted([_unused_fault(draft, "indicator", one) for one in idle], names)
    return found, ()


def concerns(name: str) -> bool:
    """Whether a file is one of the tables, or looks as if it were meant to be."""
    return name == CONFIG or _LOOSE.fullmatch(name) is not None


def holds(name: str) -> bool:
    """Whether the tables, or those who read beside them, take what the file says."""
    return (
        name in _SINGLE or name in _APART or bool(INDICATORS.fullmatch(name) or OBSERVATIONS.fullmatch(name))
    )


def version(files: Mapping[str, bytes]) -> str:
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
        elif topic and topic[1] not in fields.TOPICS:
            hint = near(topic[1], fields.TOPICS)
            faults.append(Fault("unknown_topic", name, None, "", topic[1], fields.TOPICS, hint))
        if concerns(name) and not holds(name):
            faults.append(Fault("unexpected_file", name))
    return faults


def _copied(name: str, found: str) -> Fault:
    return Fault("copied_file", name, None, "", found, facts=(("folder", f"{name.rpartition('/')[0]}/"),))


def _records(names: Collection[str], files: Mapping[str, bytes]) -> tuple[Draft, list[Fault]]:
    faults: list[Fault] = []
    read: dict[str, marked.Marked] = {}
    for name, data in files.items():
        if name in _SINGLE or INDICATORS.fullmatch(name):
            text = reading.text(name, data)
            if isinstance(text, Fault):
                faults.append(text)
            else:
                read[name] = marked.load(name, text)
    topics = {name: found[1] for name in names if (found := INDICATORS.fullmatch(name))}
    known = {name: topic for name, topic in topics.items() if topic in fields.TOPICS}
    draft = references.gather(read, known, whole=bool(topics) and topics.keys() <= read.keys() & known.keys())
    return draft, [*faults, *(fault for one in read.values() for fault in one.faults), *draft.faults]


def _observations(files: Mapping[str, bytes], draft: Draft) -> tuple[dict[str, reading.Table], list[Fault]]:
    """The tables by region, in the order of regions.yaml, and the faults of form and cells."""
    faults: list[Fault] = []
    found: dict[str, reading.Table] = {}
    for name, data in files.items():
        region = OBSERVATIONS.fullmatch(name)
        if region is None:
            continue
        if _COPY.search(region[1]):
            faults.append(_copied(name, region[1]))
            continue
        if draft.unknown("region", region[1]):
            faults.append(draft.dangling(name, None, "", region[1], "region"))
        table, more = reading.table(name, data)
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
            Fault("region_not_listed", CONFIG, config.line("regions"), "regions", region)
            for region in draft.ids["region"]
            if region in there and region not in shown
        ]
    return faults


def _unused(draft: Draft, tables: Mapping[str, reading.Table]) -> list[Fault]:
    """Sources and indicators that nothing names. An indicator with a relation of its own may yet be
    derived."""
    used = {cell for table in tables.values() for cell in table.columns["source"].distinct}
    used |= {str(one.raw.get("source")) for one in draft.entries["priority"]}
    idle = [id for id in draft.ids["source"] if id not in used] if "priority" in draft.whole else []
    faults = [_unused_fault(draft, "source", id) for id in idle]
    for id in _idle(draft, tables):
        at = draft.ids["indicator"][id]
        if at is not None and not references.relates(at):
            faults.append(_unused_fault(draft, "indicator", id))
    return faults


def _idle(draft: Draft, tables: Mapping[str, reading.Table]) -> list[str]:
    """Ids of the indicators that no row holds and no relation names."""
    used = {cell for table in tables.values() for cell in table.columns["indicator"].distinct}
    used |= references.related(draft)
    return [id for id in draft.ids["indicator"] if id not in used]


def _unused_fault(draft: Draft, kind: str, id: str) -> Fault:
    at = draft.ids[kind][id]
    assert at is not None
    return Fault(f"unused_{kind}", at.marked.file, at.line("id"), "id", id)


def _sorted(faults: Collection[Fault], names: Collection[str]) -> tuple[Fault, ...]:
    """By file, line and column."""
    columns = {name: place for place, name in enumerate(fields.COLUMN)}

    def place(fault: Fault) -> tuple[bool, str, int, int]:
        return fault.file != CONFIG, fault.file, fault.line or 0, columns.get(fault.column, 99)

    return tuple(sorted(dict.fromkeys(faults), key=place))
