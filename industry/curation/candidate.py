"""The files of a project as they would be with accepted rows, new sources and mappings, or with whole tables.

Only the lines concerned change (how: ``table_text``). Whether what comes out has faults is for the reader to say; here each
of its lines is known by the place where it was proposed. Nothing is written here: that belongs in ``adopting``.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from industry import project
from industry.curation.proposed import Proposed, cells_told
from industry.curation.refusal import Place, Refusal, Wrong
from industry.curation.table_text import TableText
from industry.tables import csv_cells, reader, yaml_lines
from industry.tables.references import SOURCES
from industry.tables.tables import Tables
from industry.vocabulary import fields

Files = Mapping[str, bytes]
Mappings = bytes | Callable[[Tables | None], bytes]
"""data/mappings.yaml, or what makes it of the tables as they are then (None where they can't be read): so that no answer is lost
which a colleague keeps meanwhile."""
MAPPINGS = "data/mappings.yaml"
_TABLE = "data/observations/{}.csv"
_REGION = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Candidate:
    """``files`` as they would be; ``origins``: where their new lines were proposed, by file and line. How many rows are
    ``new`` and how many stand in another's place."""

    files: dict[str, bytes]
    origins: Mapping[tuple[str, int], Place] = field(default_factory=dict)
    new: int = 0
    replaced: int = 0


def candidate(
    now: Files,
    rows: Sequence[Proposed],
    sources: Sequence[tuple[str, bytes]] = (),
    mappings: Mappings | None = None,
    tables: Tables | None = None,
) -> Files:
    """See `built`."""
    return built(now, rows, sources, mappings, tables).files


def built(
    now: Files,
    rows: Sequence[Proposed],
    sources: Sequence[tuple[str, bytes]] = (),
    mappings: Mappings | None = None,
    tables: Tables | None = None,
) -> Candidate:
    """The files with the accepted ones of ``rows``; with the records of ``sources`` (name of a file, its YAML) behind those of
    data/sources.yaml; with ``mappings`` in the place of data/mappings.yaml. ``tables``: those of ``now``, where they have been
    read already.

    A row that ``replaces`` another stands where that one stood, or, where it is another region's, in its own region's table.
    Raises Refusal for rows that have no table, or replace what isn't there or has changed since they were proposed.
    """
    accepted = [one for one in rows if one.accepted]
    files, origins = dict(now), dict[tuple[str, int], Place]()
    wrong: list[Wrong] = []
    if sources:
        files[SOURCES], found = _with_sources(now.get(SOURCES, b""), sources)
        origins |= found
    known = tables if tables is not None or not (accepted or callable(mappings)) else project.read(now)[0]
    if mappings is not None:
        files[MAPPINGS] = mappings(known) if callable(mappings) else mappings
    if accepted and known is None and any(one.replaces for one in accepted):
        raise Refusal("faulty_now")
    new: dict[str, list[Proposed]] = {}
    replaced: dict[str, dict[int, Proposed]] = {}
    gone: dict[str, set[int]] = {}
    taken: set[str] = set()
    for one in accepted:
        if said := _unfit(one, known, taken):
            wrong.append(said)
            continue
        name = _TABLE.format(one.region)
        if not one.replaces or known is None:
            new.setdefault(name, []).append(one)
        elif known.file(one.replaces) == name:
            replaced.setdefault(name, {})[known.line(one.replaces)] = one
        else:
            gone.setdefault(known.file(one.replaces), set()).add(known.line(one.replaces))
            new.setdefault(name, []).append(one)
        taken |= {one.replaces} - {""}
    if wrong:
        raise Refusal("not_fit", wrong=wrong)
    for name in (*dict.fromkeys([*new, *replaced, *gone]),):
        text = _text(now, name)
        added, changed = new.get(name, []), replaced.get(name, {})
        files[name], places, lines = text.edited(
            [one.cells for one in added],
            {number: one.cells for number, one in changed.items()},
            gone.get(name, ()),
        )
        origins |= {(name, places[at]): one.at for at, one in enumerate(added) if one.at}
        origins |= {(name, lines[number]): one.at for number, one in changed.items() if one.at}
    return Candidate(files, origins, len(accepted) - len(taken), len(taken))


def entered(
    now: Files, rows: Sequence[Proposed], sources: Sequence[tuple[str, bytes]], tables: Tables
) -> bool:
    """Whether all of it is there already: each accepted row in all its cells, each record of a source."""
    held: dict[tuple[str, ...], set[str]] = {}
    for region in {one.region for one in rows}:
        for id in tables.ids(region):
            held.setdefault((region, *_cells(tables.cells(id))), set()).add(id)
    for one in rows:
        if one.accepted:
            same = held.get((one.region, *_cells(one.cells)), set())
            if not same or one.replaces not in ("", *same) and _there(tables, one.replaces):
                return False
    known = yaml_lines.load(SOURCES, now.get(SOURCES, b"").decode("utf-8-sig", "replace")).data or []
    for name, data in sources:
        own = yaml_lines.load(name, "\n".join(line for _, line in _records(name, data))).data
        if not isinstance(own, list) or not all(one in known for one in own):
            return False
    return True


def _there(tables: Tables, id: str) -> bool:
    try:
        return bool(tables.line(id))
    except KeyError:
        return False


def _cells(cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(name, "").strip() for name in fields.COLUMN)


def _unfit(one: Proposed, known: Tables | None, taken: set[str]) -> Wrong | None:
    """Why a row can't be put among the tables, whatever it says."""
    if not one.region:
        return Wrong(one.at, "region_empty", column="region")
    if not _REGION.fullmatch(one.region) or known and one.region not in known.catalogue.regions:
        there = ", ".join(known.catalogue.regions) if known else ""
        return Wrong(one.at, "region_unknown", (one.region, there), "region")
    if not one.replaces or known is None:
        return None
    if one.replaces in taken:
        return Wrong(one.at, "replaces_twice", (one.replaces,), "replaces")
    try:
        was = cells_told(known, one.replaces)
    except KeyError:
        return Wrong(one.at, "replaces_gone", (one.replaces,), "replaces")
    if one.told.get("was") and one.told["was"] != was:
        return Wrong(one.at, "replaces_changed", (one.replaces, *_apart(one.told["was"], was)), "replaces")
    return None


def _apart(was: str, now: str) -> tuple[str, str]:
    """Of two texts of `cells_told` the cells that differ."""
    before, after = was.split(" | "), now.split(" | ")
    return (
        " | ".join(cell for cell in before if cell not in after),
        " | ".join(cell for cell in after if cell not in before),
    )


def _text(now: Files, name: str) -> TableText:
    if name not in now:
        return TableText.blank()
    try:
        return TableText(now[name])
    except ValueError:
        raise Refusal("table_unreadable", name) from None


def _with_sources(
    now: bytes, sources: Sequence[tuple[str, bytes]]
) -> tuple[bytes, dict[tuple[str, int], Place]]:
    """data/sources.yaml with records behind its own. Raises Refusal for what is no list of records, or would alter those
    that are there."""
    origins: dict[tuple[str, int], Place] = {}
    whole = now.decode("utf-8", "surrogateescape")
    end = "\r\n" if "\r\n" in whole else "\n"
    for name, data in sources:
        lines = list(_records(name, data))
        before = yaml_lines.load(SOURCES, whole.removeprefix("\ufeff"))
        head = whole + ("" if not whole or whole.endswith("\n") else end) + (end if whole.strip() else "")
        made = head + "".join(line + end for _, line in lines)
        after = yaml_lines.load(SOURCES, made.removeprefix("\ufeff"))
        own = yaml_lines.load(name, "\n".join(line for _, line in lines)).data
        if not isinstance(own, list) or after.data != [*(before.data or []), *own]:
            raise Refusal("sources_form", name)
        first = head.count("\n") + 1
        origins |= {(SOURCES, first + at): Place(name, line) for at, (line, _) in enumerate(lines)}
        whole = made
    return whole.encode("utf-8", "surrogateescape"), origins


def _records(name: str, data: bytes) -> Iterator[tuple[int, str]]:
    """The lines of a file of records, each with its number there, as items of a list that begin at the left. Raises
    Refusal."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030").removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise Refusal("sources_form", name) from None
    found = yaml_lines.load(name, text)
    if found.faults:
        wrong = [Wrong(None, fault=one) for one in found.faults]
        raise Refusal("sources_faulty", name, wrong=wrong)
    lines = textwrap.dedent(text.replace("\r\n", "\n")).split("\n")
    single = isinstance(found.data, dict)
    began = False
    for number, line in enumerate(lines, start=1):
        if not began and (not line.strip() or line.rstrip() == "---"):
            continue
        told = bool(line.strip()) and not line.lstrip().startswith("#")
        if single and (told or began and line.strip()):
            line = ("  " if began else "- ") + line
        began = began or told
        yield number, line


def whole_tables(now: Files, given: Files) -> Candidate:
    """The files with whole ones in the place of those of their names. Where ``given`` holds config.yaml it is all of a
    project, and what it hasn't goes; otherwise what it hasn't stays."""
    files = {name: data for name, data in given.items() if reader.concerns(name)}
    kept = {} if "config.yaml" in given else dict(now)
    return Candidate(kept | files)


def lost(now: Files, then: Files) -> list[Wrong]:
    """What stands in the files now and would no longer: each row of a table, each file, each line of a file of records."""
    found = []
    for name, data in now.items():
        if name not in then:
            found.append(Wrong(None, "lost_file", (name,)))
        elif data == then[name]:
            continue
        elif reader.OBSERVATIONS.fullmatch(name):
            found += _lost_rows(name, data, then[name])
        else:
            after = Counter(line.strip() for line in then[name].splitlines())
            for number, line in enumerate(data.splitlines(), start=1):
                after[line.strip()] -= 1
                if after[line.strip()] < 0 and line.strip():
                    found.append(
                        Wrong(None, "lost_line", (name, str(number), line.strip().decode("utf-8", "replace")))
                    )
    return found


def _lost_rows(name: str, data: bytes, after: bytes) -> Iterator[Wrong]:
    before, _ = csv_cells.table(name, data)
    table, _ = csv_cells.table(name, after)
    if before is None or table is None:  # what can't be read holds no rows; its faults are told elsewhere
        return
    left = Counter(table.cells(*fields.COLUMN))
    for line, cells in zip(before.lines, before.cells(*fields.COLUMN), strict=True):
        left[cells] -= 1
        if left[cells] < 0:
            yield Wrong(None, "lost_line", (name, str(line), ", ".join(filter(None, cells))))
