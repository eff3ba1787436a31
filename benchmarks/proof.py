"""核稿 held against what is known: the office's documents read as drafts, sentences composed from the tables, and how
long a page of text takes. Ratios are shares of what went wrong, beside what may."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks import changes, compound, english, english_changes, grid_changes, grids, sentences
from benchmarks.grid_texts import Printed
from benchmarks.measured import Measured, seconds
from benchmarks.sentences import Sentence
from industry import project
from industry.tables.tables import Tables
from industry.text.passage import Passage
from industry.text.proof import Judged, judge
from industry.text.shelf import Shelf
from industry.text.unreadable import Unreadable
from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation

APPROVED = ("agrees", "agrees_rounded", "comparison_true")
MANY = 10_000
PAGE = 800
"""Letters of a page of text."""
LONGEST = 0.2
"""Seconds that it may take."""


def run(quick: bool) -> Iterator[Measured]:
    tables = project.store(project.folder()).current().tables
    assert tables is not None
    yield from documents(tables)
    yield from composed(tables, MANY // 10 if quick else MANY)
    yield from in_english(tables, MANY // 20 if quick else MANY // 2)
    yield from tabled(tables, MANY // 50 if quick else MANY // 5)
    yield page(tables)


def documents(tables: Tables) -> Iterator[Measured]:
    """Every figure of the tables that is from a document, looked for among what the reader makes of that document."""
    named = os.environ.get("DOCUMENTS")
    if not named:
        yield Measured("the documents as drafts: left out", 0, None, "no DOCUMENTS=folder")
        return
    shelf, counted, why = project.documents(Path(named), named), Counter[str](), Counter[str]()
    for source in tables.catalogue.documents:
        try:
            for row, found in _read(source, shelf, tables):
                kind = _kind(row, found)
                counted[kind] += 1
                if kind == "unmatched":
                    why[
                        f"{found[0].verdict}: {', '.join(sorted(found[0].claim.doubts)) or found[0].reason.code}"
                    ] += 1
                elif kind == "own":
                    why[found[0].verdict] += 1
        except Unreadable as refused:
            yield Measured(f"{source.id}: {refused.code}", 0, None, "unreadable")
    total = sum(counted.values()) or 1
    told = ", ".join(f"{what} {many}" for what, many in why.most_common())
    yield Measured(
        "numbers not recognised", counted["unrecognised"] / total, 0.05, f"{total} figures of documents"
    )
    missed = counted["unmatched"] + counted["unrecognised"] + counted["wrong"]
    yield Measured(
        "figures not matched to their own row", missed / total, 0.10, f"{total} figures of documents", told
    )
    yield Measured(
        "figures matched to another row", counted["wrong"] / total, 0.01, f"{total} figures of documents"
    )


def _read(source: Source, shelf: Shelf, tables: Tables) -> Iterator[tuple[Observation, list[Judged]]]:
    """The figures of a document, and what is judged at the place of each."""
    parts = shelf.of(source).parts
    begins = [sum(len(part) + 1 for part in parts[:at]) for at in range(len(parts))]
    year, month, day = (
        (*source.published, 12, 28)[:3] if len(source.published) < 2 else (*source.published, 28)[:3]
    )
    judged = judge("\n".join(parts), tables, date(year, month, day), source.region)
    for row in tables.rows():
        if row.source is not source:
            continue
        place = shelf.passage(row)
        if isinstance(place, Passage):
            start, end = begins[place.part - 1] + place.start, begins[place.part - 1] + place.end
            yield row, [one for one in judged if one.start < end and start < one.end]


def _kind(row: Observation, found: list[Judged]) -> str:
    if not found:
        return "unrecognised"
    if any(one.row is not None and _same(one.row, row) for one in found):
        return "own"
    return "wrong" if found[0].row is not None else "unmatched"


def _same(one: Observation, other: Observation) -> bool:
    """Whether two rows say the same of the same: one figure that two sources print is its own."""
    return (one.indicator, one.region, one.period, one.value) == (
        other.indicator,
        other.region,
        other.period,
        other.value,
    )


def composed(tables: Tables, many: int) -> Iterator[Measured]:
    """Sentences that say what the tables say, and such with one thing changed."""
    several, mistaken = compound.composed(tables, many // 5)
    right = [*sentences.true(tables, many - len(several)), *several]
    yield _refused("true sentences not approved", right, many, 0.03, tables)
    made = f"{many} with one of {len(changes.CHANGES)} changes or mistaken beside another"
    yield from _changed([*changes.changed(tables, many - len(mistaken)), *mistaken], made, many, tables)


def _refused(what: str, right: list[Sentence], many: int, most: float, tables: Tables) -> Measured:
    """The share of true sentences that aren't approved, which may be at ``most`` so much."""
    verdicts = Counter(_verdict(one, tables) for one in right)
    refused = {verdict: count for verdict, count in verdicts.items() if verdict not in APPROVED}
    forms = len({one.form for one in right})
    told = f"{many} sentences in {forms} forms"
    return Measured(what, sum(refused.values()) / many, most, told, _told(refused))


def in_english(tables: Tables, many: int) -> Iterator[Measured]:
    """The same of English sentences."""
    right = list(english.true(tables, many))
    yield _refused("English: true sentences not approved", right, many, 0.05, tables)
    made = f"{many} with one of {len(english_changes.CHANGES)} changes"
    yield from _changed(english_changes.changed(tables, many), made, many, tables, "English: ")


def _changed(
    found: Iterable[Sentence], made: str, many: int, tables: Tables, language: str = ""
) -> Iterator[Measured]:
    approved: Counter[str] = Counter()
    coincide, verdicts = 0, Counter[str]()
    for one in found:
        verdict = _verdict(one, tables)
        verdicts[verdict] += 1
        if verdict in APPROVED:
            coincide += one.coincides
            approved[one.change] += not one.coincides
    yield Measured(
        f"{language}changed sentences approved", sum(approved.values()) / many, 0, made,
        f"{coincide} say what is held all the same; {_told(+approved) or 'none'}",
    )  # fmt: skip
    yield Measured(
        f"{language}changed sentences told as wrong",
        verdicts["differs"] / many,
        None,
        f"{many}",
        _told(verdicts),
    )


def tabled(tables: Tables, many: int) -> Iterator[Measured]:
    """Tables that say what the tables say, and such with one thing changed."""
    made = list(grids.true(tables, many))
    verdicts = Counter(verdict for one in made for verdict, _ in _of_figures(one, tables))
    total = sum(verdicts.values())
    refused = {verdict: count for verdict, count in verdicts.items() if verdict not in APPROVED}
    layouts = len({one.form for one in made})
    yield Measured(
        "figures of true tables not approved", sum(refused.values()) / total, 0.03,
        f"{total} figures, {layouts} layouts", _told(refused),
    )  # fmt: skip
    approved, coincide, all_of = Counter[str](), 0, Counter[str]()
    for one in grid_changes.changed(tables, many):
        for verdict, coincides in _of_figures(one, tables):
            all_of[verdict] += 1
            if verdict in APPROVED:
                coincide += coincides
                approved[one.change] += not coincides
    total = sum(all_of.values())
    yield Measured(
        "figures of changed tables approved", sum(approved.values()) / total, 0, f"{total} figures made untrue",
        f"{coincide} say what is held all the same; {_told(+approved) or 'none'}; {_told(all_of)}",
    )  # fmt: skip


def _of_figures(one: Printed, tables: Tables) -> Iterator[tuple[str, bool]]:
    """The verdict on each figure of a table that is asked about, and whether it is held all the same."""
    judged = judge(one.text, tables, one.written, one.owner)
    for start, end, coincides in one.spans:
        found = [each for each in judged if each.start < end and start < each.end]
        yield found[0].verdict if found else "unrecognised", coincides


def _verdict(one: Sentence, tables: Tables) -> str:
    found = [
        each
        for each in judge(one.text, tables, one.written, one.owner)
        if each.start < one.at[1] and one.at[0] < each.end
    ]
    return found[0].verdict if found else "unrecognised"


def _told(counted: dict[str, int]) -> str:
    return ", ".join(f"{what} {many}" for what, many in sorted(counted.items(), key=lambda one: -one[1]))


def page(tables: Tables) -> Measured:
    """A page of text, read again and again."""
    text = ""
    for one in sentences.true(tables, 200):
        if len(text) > PAGE:
            break
        text += one.text.replace("\n", "") + "\n"
    judge(text, tables, date(2021, 7, 25), "jiangxi")
    taken = sorted(seconds(lambda: judge(text, tables, date(2021, 7, 25), "jiangxi")) for _ in range(20))
    return Measured(
        "a page of text",
        taken[len(taken) // 2] / LONGEST,
        1,
        f"{LONGEST * 1000:.0f} ms",
        f"{taken[len(taken) // 2] * 1000:.0f} ms",
    )
