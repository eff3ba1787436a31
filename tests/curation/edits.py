"""Edits of the frozen tables, drawn at random, each with what a comparison of the tables must find of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from industry import project
from industry.tables.store import contents
from industry.tables.tables import Tables
from tests.conftest import WORLD

KEY = ("indicator", "period", "source", "paragraph")
Row = dict[str, str]


@dataclass
class Edited:
    """The files after some edits, and what was done: kind, region, the row before, the row after."""

    files: dict[str, bytes]
    done: list[tuple[str, str, Row, Row]] = field(default_factory=list)


def world() -> dict[str, bytes]:
    return contents(WORLD)


def rows(files: dict[str, bytes]) -> Iterator[tuple[str, list[Row]]]:
    for name in sorted(one for one in files if one.startswith("data/observations/")):
        yield name, list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))


def written(held: list[Row], quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    text = io.StringIO(newline="")
    made = csv.DictWriter(text, list(held[0]), lineterminator="\n", quoting=quoting)
    made.writeheader()
    made.writerows(held)
    return text.getvalue().encode()


def edited(chance: Random, most: int) -> Edited:
    """Up to ``most`` edits, at most one of what stands in one place; none that is refused."""
    found = Edited(world())
    for _ in range(chance.randint(1, most)):
        name, held = chance.choice(list(rows(found.files)))
        region = name.rsplit("/", 1)[1].removesuffix(".csv")
        at = chance.randrange(len(held))
        before = held[at]
        places = {(one[1], *(each.get(key, "") for key in KEY)) for one in found.done for each in one[2:]}
        if (region, *(before.get(key, "") for key in KEY)) in places:
            continue
        kind = chance.choice(("added", "removed", "changed", "noted", "moved"))
        after = _after(chance, kind, before, len(found.done))
        if after is None:
            continue
        if kind == "added":
            held.insert(chance.randint(0, len(held)), after)
            before = after
        elif kind == "removed":
            held.pop(at)
        else:
            held[at] = after
        files = found.files | {name: written(held)}
        if project.read(files)[0] is not None:
            found.files = files
            found.done.append((kind, region, before, after))
    return found


def _after(chance: Random, kind: str, row: Row, number: int) -> Row | None:
    """The row as it becomes; None where it can't be edited so."""
    plain = row["as_printed"] == f"{row['value']}%"
    if kind == "noted":
        return row | {"note_zh": f"附注{number}", "note_en": f"Note {number}."}
    if kind == "moved":
        return row | {"paragraph": str(900 + number)} if row.get("paragraph") else None
    if kind == "removed":
        return row
    if not plain or row["status"] != "actual":
        return None
    value = f"{chance.randint(1, 30)}.{number}{chance.randint(1, 9)}"
    told = {"value": value, "as_printed": f"{value}%"}
    if kind == "changed":
        return row | told
    start = row["period"][:4]
    if not start.isdigit() or "/" in row["period"] and "-" not in row["period"]:
        return None
    year = str(int(start) - 1 - number % 2)
    return row | told | {"period": row["period"].replace(start, year)}


def read(files: dict[str, bytes]) -> Tables:
    found, faults = project.read(files)
    assert found is not None, faults
    return found
