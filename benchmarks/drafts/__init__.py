"""Five drafts as different people write them (a speech, a bulletin, a report with tables, a press release, an English note),
each with its key: what a careful colleague with the tables would say of every number.

Drafts and keys were written before the reader was tried on them, by people who didn't know how it reads. A line of a key: the
number as the draft prints it, the verdict, others that are acceptable too, why. Its head says the draft's date and whose it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.measured import Measured
from industry import project
from industry.tables.tables import Tables
from industry.text.proof import Judged, judge

FOLDER = Path(__file__).parent
APPROVED = ("agrees", "agrees_rounded", "comparison_true")
ACCUSED = ("differs", "comparison_false", "other_status", "cannot_compare")
SILENT = ("to_confirm", "not_held", "unreadable", "unrecognised")


@dataclass(frozen=True)
class Expected:
    """``number`` from ``start`` in the draft, with the verdict wanted and those accepted."""

    number: str
    start: int
    verdict: str
    accepted: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Draft:
    name: str
    text: str
    written: date
    owner: str
    expected: tuple[Expected, ...]


def run(quick: bool) -> Iterator[Measured]:
    tables = project.store(project.folder()).current().tables
    assert tables is not None
    drafts = [read(path) for path in sorted(FOLDER.glob("*.key.tsv"))]
    for one in drafts:
        yield measured(one, tables)
    every = [kind(*each) for one in drafts for each in held(one, tables)]
    for what in ("approved wrongly", "accused wrongly"):
        yield Measured(
            f"numbers {what}", every.count(what) / len(every), 0, f"{len(every)} numbers of drafts"
        )


def read(path: Path) -> Draft:
    """The draft of a key, with what is expected of each number. Raises ValueError where the draft doesn't print one."""
    name = path.name.removesuffix(".key.tsv")
    text = path.with_name(f"{name}.txt").read_text("utf-8")
    head, expected, at = {}, [], 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            head[key.strip()] = value.strip()
            continue
        number, verdict, also, why = line.split("\t")
        at = text.index(number, at)
        expected.append(Expected(number, at, verdict, tuple(filter(None, also.split(","))), why))
        at += len(number)
    return Draft(name, text, date.fromisoformat(head["date"]), head["region"], tuple(expected))


def held(draft: Draft, tables: Tables) -> Iterator[tuple[Expected, Judged | None]]:
    """What is expected of each number, and what is judged at its place."""
    found = judge(draft.text, tables, draft.written, draft.owner)
    for one in draft.expected:
        end = one.start + len(one.number)
        yield one, next((each for each in found if each.start < end and one.start < each.end), None)


def kind(one: Expected, judged: Judged | None) -> str:
    """``same`` or ``accepted``; ``approved wrongly``, ``accused wrongly``; ``not seen``: it gives no verdict where the key
    has one; ``otherwise``."""
    verdict = judged.verdict if judged else "unrecognised"
    if verdict == one.verdict:
        return "same"
    if verdict in one.accepted:
        return "accepted"
    if verdict in APPROVED:
        return "approved wrongly"
    if verdict in ACCUSED and (one.verdict in APPROVED or one.verdict in ("derivable", *SILENT)):
        return "accused wrongly"
    return "not seen" if verdict in SILENT else "otherwise"


def measured(draft: Draft, tables: Tables) -> Measured:
    """How many of a draft's numbers have another verdict than its key."""
    kinds = Counter(kind(one, judged) for one, judged in held(draft, tables))
    other = sum(many for what, many in kinds.items() if what not in ("same", "accepted"))
    told = ", ".join(f"{what} {many}" for what, many in kinds.most_common())
    against = f"{len(draft.expected)} numbers of the {draft.name}"
    return Measured("verdicts unlike the key's", other / len(draft.expected), None, against, told)
